"""The errors of the older sheets; they stand in the content itself, since there is no right version of them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class GalatLembar:
    """One planted error; `cetak` finds its page, a finding names every word of `kata`."""

    kode: str
    letak: str
    cetak: str
    salah: str
    sebab: str
    kata: tuple[str, ...]


GALAT_LEMBAR: tuple[GalatLembar, ...] = (
    GalatLembar(
        kode="STR001",
        letak="three headings of LAMPIRAN II",
        cetak="041/ /437.61/2018",
        salah="NOMOR : 041/ /437.61/2018",
        sebab="the place of the number is blank; `041/ 52 /437.61/2018` on the first page is whole",
        kata=("nomor",),
    ),
    GalatLembar(
        kode="STR001",
        letak="three headings of LAMPIRAN II",
        cetak="041/ /437.61/2018",
        salah="TANGGAL :",
        sebab="no date",
        kata=("tanggal",),
    ),
    GalatLembar(
        kode="STR004",
        letak="the file",
        cetak="LAMPIRAN I ",
        salah="(missing)",
        sebab="annexes of a decree whose body is not there",
        kata=("menimbang",),
    ),
    GalatLembar(
        kode="RUM003",
        letak="six sheets",
        cetak="Jumlah surat yang dicatat",
        salah="Jumlah surat yang dicatat, …",
        sebab="formulas of counts that repeat their names",
        kata=("jumlah",),
    ),
    GalatLembar(
        kode="STR002",
        letak="KASUBAG KEUANGAN",
        cetak="c. Jumlah bukti",
        salah="c, d, e",
        sebab="the list begins with its third letter",
        kata=("c", "bukti"),
    ),
    GalatLembar(
        kode="STR002",
        letak="PENGADMINISTRASI PERPUSTAKAAN",
        cetak="a. Jumlah pinjaman",
        salah="a, a, b",
        sebab="one letter twice",
        kata=("a", "pinjaman"),
    ),
    GalatLembar(
        kode="KON010",
        letak="PENGADMINISTRASI PERPUSTAKAAN",
        cetak="Menyimpan kartu anggota",
        salah="twice",
        sebab="two sheets for one position",
        kata=("pengadministrasi perpustakaan",),
    ),
    GalatLembar(
        kode="STR007",
        letak="KASUBAG UMUM DAN KEPEGAWAIAN",
        cetak="a. Jumlah perbaikan",
        salah="(blank)",
        sebab="no source of data",
        kata=("perbaikan gedung",),
    ),
)
