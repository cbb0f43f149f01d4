"""The committed sample files are what the script makes."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pypdfium2
import pytest

from samples.make_samples import FOLDER, buat

NAMA = ("dinas-benar", "dinas-keliru")


@pytest.fixture(scope="module")
def baru(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("samples")
    buat(folder)
    return folder


def teks_pdf(path: Path) -> list[str]:
    pdf = pypdfium2.PdfDocument(path)
    try:
        return [halaman.get_textpage().get_text_range() for halaman in pdf]
    finally:
        pdf.close()


def isi_docx(path: Path) -> bytes:
    with zipfile.ZipFile(path) as berkas:
        return berkas.read("word/document.xml")


@pytest.mark.parametrize("nama", NAMA)
def test_committed_pdf_has_the_text_of_a_new_one(baru: Path, nama: str) -> None:
    lama = teks_pdf(FOLDER / "lkjip" / f"{nama}.pdf")
    assert lama == teks_pdf(baru / "lkjip" / f"{nama}.pdf")
    assert 8 <= len(lama) <= 16


@pytest.mark.parametrize("nama", NAMA)
def test_committed_docx_has_the_body_of_a_new_one(baru: Path, nama: str) -> None:
    assert isi_docx(FOLDER / "lkjip" / f"{nama}.docx") == isi_docx(baru / "lkjip" / f"{nama}.docx")


def test_committed_readme_lists_the_errors_of_the_script(baru: Path) -> None:
    assert (FOLDER / "README.md").read_text(encoding="utf-8") == (baru / "README.md").read_text(
        encoding="utf-8"
    )


def test_making_twice_gives_the_same_bytes(baru: Path, tmp_path: Path) -> None:
    buat(tmp_path)
    for berkas in sorted((baru / "lkjip").iterdir()):
        assert berkas.read_bytes() == (tmp_path / "lkjip" / berkas.name).read_bytes(), berkas.name
