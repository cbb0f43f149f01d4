"""Keeps the table of planted errors in samples/README.md: check, table, page, printed and right value."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from samples.blocks import Naskah, TabelCetak
from samples.errors import ANGKA, SEL, GalatSel
from samples.errors_kalimat import KALIMAT
from samples.figures import INDIKATOR
from samples.readme_keputusan import baris_keputusan, baris_lembar, halaman_teks
from samples.seri import GALAT_SERI

_MULAI, _SELESAI = "<!-- {}: written by make_samples -->\n", "<!-- /{} -->\n"
_KEPALA = (
    "| check | table | page | row | column | printed | right | why |",
    "|---|---|---|---|---|---|---|---|",
)


def _halaman(naskah: Naskah, path: Path) -> dict[str, list[tuple[int, str]]]:
    """Pages (from 1, with their text) from each table's caption to the next one's."""
    teks = halaman_teks(path)
    kunci, awal = [], []
    for tabel in (b for b in naskah.blok if isinstance(b, TabelCetak)):
        cari = tabel.caption or "Rentang Capaian (%)"
        kunci.append(tabel.kunci)
        awal.append(next(n for n, isi in enumerate(teks) if cari in isi))
    akhir = [*awal[1:], len(teks) - 1]
    return {
        k: [(n + 1, teks[n]) for n in range(a, z + 1)] for k, a, z in zip(kunci, awal, akhir, strict=True)
    }


def _muka(halaman: list[tuple[int, str]], salah: str) -> str:
    for nomor, teks in halaman:
        if salah.split("=")[0].strip() in teks:
            return str(nomor)
    raise ValueError(f"{salah!r} is not printed on pages {[n for n, _ in halaman]}")


def _nama_tabel(naskah: Naskah, kunci: str) -> str:
    caption = naskah.tabel(kunci).caption
    if not caption:
        return "scale above Tabel 3.1"
    return " ".join(caption.split()[:2]) if caption.startswith("Tabel") else "annex, Pengukuran Kinerja"


def _nama_baris(naskah: Naskah, galat: GalatSel) -> str:
    nama = {i.kunci: i.nama for i in INDIKATOR}
    return nama.get(galat.baris, galat.baris)


def _baris_angka(naskah: Naskah, halaman: dict[str, list[tuple[int, str]]]) -> Iterator[str]:
    nama = {i.kunci: i.nama for i in INDIKATOR}
    for g in ANGKA:
        kolom = "realisasi (formula)" if "capaian" not in g.ganti else "capaian"
        yield (
            f"| {g.kode} | {_nama_tabel(naskah, g.tabel)} | {_muka(halaman[g.tabel], g.salah)} | "
            f"{nama[g.indikator]} | {kolom} | {g.salah} | {g.benar} | {g.sebab} |"
        )


def _baris_sel(naskah: Naskah, halaman: dict[str, list[tuple[int, str]]]) -> Iterator[str]:
    for g in SEL:
        tempat = f"| {g.kode} | {_nama_tabel(naskah, g.tabel)}"
        baris = _nama_baris(naskah, g)
        if g.hapus or g.gandakan:
            cari = _nama_baris(naskah, g) if g.gandakan else "2.2.2"
            apa = ("(missing)", "the row") if g.hapus else ("twice", "once")
            muka = _muka(halaman[g.tabel], cari)
            yield f"{tempat} | {muka} | {baris} | all | {apa[0]} | {apa[1]} | {g.sebab} |"
            continue
        kolom, (benar, salah) = next(iter(g.ganti.items()))
        ikut = "".join(f"; {k} {b} to {s} with it" for k, (b, s) in list(g.ganti.items())[1:])
        cari = salah if any(huruf.isdigit() for huruf in salah) else baris
        muka = _muka(halaman[g.tabel], cari)
        yield f"{tempat} | {muka} | {baris} | {kolom} | {salah} | {benar} | {g.sebab}{ikut} |"


def _baris_kalimat(path: Path) -> Iterator[str]:
    teks = halaman_teks(path)
    for g in KALIMAT:
        rapat = "".join(g.salah.split())
        muka = [n for n, isi in enumerate(teks, start=1) if rapat in "".join(isi.split())]
        if not muka:
            raise ValueError(f"{g.salah!r} is not printed")
        awal = " ".join(g.awal.split()[:7])
        yield f"| {g.kode} | sentence | {muka[-1]} | {awal} … | - | {g.salah} | {g.benar} | {g.sebab} |"


def _baris_seri(folder: Path) -> Iterator[str]:
    yield "| check | document | held against | page | row | printed | right | why |"
    yield "|---|---|---|---|---|---|---|---|"
    for g in GALAT_SERI:
        teks = halaman_teks((folder / g.berkas).with_suffix(".pdf"))
        muka = [n for n, isi in enumerate(teks, start=1) if g.salah in isi.split()]
        tempat = "-" if g.kode == "LIN003" else muka[-1 if g.kode == "LIN001" else 0]
        yield (
            f"| {g.kode} | {g.berkas} | {g.acuan} | {tempat} | {g.nama} | {g.salah} | {g.benar} | {g.sebab} |"
        )


def _baris_lkjip(naskah: Naskah, path: Path) -> Iterator[str]:
    halaman = _halaman(naskah, path)
    yield from (*_KEPALA, *_baris_angka(naskah, halaman), *_baris_sel(naskah, halaman), *_baris_kalimat(path))


def readme(lama: str, naskah: Naskah, folder: Path) -> str:
    """The README with its tables of errors written anew, for the wrong report and the PDFs drawn below the folder."""
    tabel = {
        "errors": _baris_lkjip(naskah, folder / "lkjip" / "dinas-keliru.pdf"),
        "decree": baris_keputusan(folder / "keputusan" / "iku-keliru.pdf"),
        "linked": _baris_seri(folder),
        "sheets": baris_lembar(folder / "iki2017" / "lembar-jabatan.pdf"),
    }
    for nama, baris in tabel.items():
        mulai, selesai = _MULAI.format(nama), _SELESAI.format(nama)
        awal, sisa = lama.split(mulai)
        lama = awal + mulai + "".join(f"{b}\n" for b in baris) + selesai + sisa.split(selesai)[1]
    return lama
