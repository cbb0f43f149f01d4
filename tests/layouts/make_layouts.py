"""Draws the layouts into a folder: by a canvas of our own, as Word file, by LibreOffice and by Chromium."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from tests.layouts.cases import Layout
from tests.layouts.draw_canvas import gambar
from tests.layouts.draw_docx import gambar_docx
from tests.layouts.draw_html import html

_TUNGGU_S = 300


class Penulis(StrEnum):
    """Who writes the file."""

    KANVAS = "kanvas"
    DOCX = "docx"
    LIBREOFFICE = "libreoffice"
    CHROMIUM = "chromium"


@dataclass(frozen=True, slots=True, kw_only=True)
class Berkas:
    """A drawn layout."""

    layout: Layout
    penulis: Penulis
    path: Path


def tersedia(penulis: Penulis) -> str | None:
    """The program a writer needs, None when it is missing; writers of our own are always there."""
    calon = {Penulis.LIBREOFFICE: ("soffice",), Penulis.CHROMIUM: ("chromium", "chromium-browser", "google-chrome")}
    if penulis not in calon:
        return "-"
    return next((jalan for nama in calon[penulis] if (jalan := shutil.which(nama))), None)


def berlaku(layout: Layout, penulis: Penulis) -> bool:
    """Whether a writer can show what the layout is about."""
    if penulis is Penulis.KANVAS:
        return True
    if penulis is Penulis.DOCX:
        return layout.gaya.putar == 0
    return layout.gaya.putar == 0 and (layout.gaya.kaki or 0) > 4


def buat(layouts: Iterable[Layout], penulis: Penulis, folder: Path) -> list[Berkas]:
    """Draw every layout that the writer can show.

    Raises:
        RuntimeError: when the writer's program is missing or fails.
    """
    pilihan = [layout for layout in layouts if berlaku(layout, penulis)]
    folder.mkdir(parents=True, exist_ok=True)
    akhiran = "docx" if penulis is Penulis.DOCX else "pdf"
    hasil = [Berkas(layout=x, penulis=penulis, path=folder / f"{x.name}.{akhiran}") for x in pilihan]
    if penulis is Penulis.KANVAS:
        for berkas in hasil:
            gambar(berkas.layout.naskah, berkas.layout.gaya, berkas.path)
    elif penulis is Penulis.DOCX:
        for berkas in hasil:
            gambar_docx(berkas.layout.naskah, berkas.layout.gaya, berkas.path)
    elif penulis is Penulis.LIBREOFFICE:
        _libreoffice(hasil, folder)
    else:
        _chromium(hasil)
    hilang = [b.path.name for b in hasil if not b.path.exists()]
    if hilang:
        raise RuntimeError(f"{penulis} wrote nothing for {', '.join(hilang)}")
    return hasil


def _program(penulis: Penulis) -> str:
    jalan = tersedia(penulis)
    if jalan is None:
        raise RuntimeError(f"{penulis} is not installed")
    return jalan


def _libreoffice(hasil: list[Berkas], folder: Path) -> None:
    sumber = folder / "sumber"
    sumber.mkdir(exist_ok=True)
    for berkas in hasil:
        gambar_docx(berkas.layout.naskah, berkas.layout.gaya, sumber / f"{berkas.layout.name}.docx")
    profil = f"-env:UserInstallation=file://{folder.resolve()}/profil"
    perintah = [_program(Penulis.LIBREOFFICE), profil, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    berkas_docx = [str(sumber / f"{b.layout.name}.docx") for b in hasil]
    subprocess.run([*perintah, *berkas_docx], check=True, capture_output=True, timeout=_TUNGGU_S)


def _chromium(hasil: list[Berkas]) -> None:
    program = _program(Penulis.CHROMIUM)
    for berkas in hasil:
        halaman = berkas.path.with_suffix(".html")
        halaman.write_text(html(berkas.layout.naskah, berkas.layout.gaya), encoding="utf-8")
        perintah = [program, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
        tujuan = f"--print-to-pdf={berkas.path}"
        subprocess.run(
            [*perintah, tujuan, f"file://{halaman.resolve()}"], check=True, capture_output=True, timeout=_TUNGGU_S
        )
