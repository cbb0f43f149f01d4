"""How checks of decrees call annexes and positions, and which marks make a list."""

from __future__ import annotations

import time

import pytest

from pipeline.checks import CHECKS
from pipeline.checks.base_keputusan import angka, daftar_indikator, potong, rapi
from pipeline.keputusan.kepala import kepala_kantor
from schemas.keputusan import ButirTeks, Diktum, Indikator, Isian, Jabatan, JenisKeputusan, Keputusan, Teks
from schemas.kinerja import Laporan, Metadata
from schemas.provenance import DocxPlace

PLACE = DocxPlace(block=0)


@pytest.mark.parametrize(
    ("nomor", "nilai"),
    [("I", 1), ("iv", 4), ("IX.", 9), ("XIV", 14), ("3", 3), ("(2)", 2), ("A", None), ("", None), ("2031", None)],
)
def test_numbers_of_annexes(nomor: str, nilai: int | None) -> None:
    assert angka(nomor) == nilai


@pytest.mark.parametrize(
    "jabatan",
    ["Kepala Dinas Irigasi", "Plt. KEPALA BADAN", "Ka. Dinas Irigasi", "Kadis Irigasi", "Inspektur", "Camat Utara",
     "Sekretaris Daerah", "Kepala UPTD Bendung", "Kepala Satuan Polisi"],
)  # fmt: skip
def test_heads_of_offices(jabatan: str) -> None:
    assert kepala_kantor(jabatan)


@pytest.mark.parametrize(
    "jabatan",
    ["Kepala Bidang Bendung", "Ka. Bidang Bendung", "Kabid Saluran", "Sekretaris Dinas", "Kepala Seksi Operasi",
     "Inspektur Pembantu Wilayah I", "Juru Pintu", "Kasubag Umum", "Pengelola Data Kepala Dinas"],
)  # fmt: skip
def test_positions_below_them(jabatan: str) -> None:
    assert not kepala_kantor(jabatan)


def test_texts_for_messages() -> None:
    assert potong("satu dua tiga empat", 12) == "satu dua …"
    assert potong("satu  dua\ntiga", 90) == "satu dua tiga"
    assert rapi("  Juru\tPintu AIR. ;") == "juru pintu air"


def _lembar(*tanda: tuple[int, str | None], sasaran: str = "Bendung") -> Jabatan:
    """A sheet whose indicators are (row, mark)."""
    induk = Teks(text=sasaran, place=PLACE)
    return Jabatan(
        jabatan=Teks(text="Juru", place=PLACE),
        indikator=tuple(
            Indikator(sasaran=induk, indikator=Teks(text="Jumlah", place=PLACE), tanda=t, table=0, row=r)
            for r, t in tanda
        ),
        place=PLACE,
    )


@pytest.mark.parametrize(
    ("lembar", "deret"),
    [
        (_lembar((1, "a"), (2, "b"), (3, "d")), [("a.", [1, 2, 4])]),
        (_lembar((1, "1"), (2, "2")), [("1.", [1, 2])]),
        (_lembar((1, "a"), (1, "b"), (2, "d")), []),
        (_lembar((1, "a"), (2, "2")), []),
        (_lembar((1, "1.1"), (2, "1.2")), []),
        (_lembar((1, None), (2, None)), []),
    ],
)
def test_lists_of_marked_indicators(lembar: Jabatan, deret: list[tuple[str, list[int]]]) -> None:
    assert [(d.gaya, [b.urut for b in d.butir]) for d in daftar_indikator(lembar)] == deret


@pytest.mark.parametrize(
    "potongan",
    [
        "Peraturan Nomor ",
        "Lembaran Daerah ",
        "Lampiran I dan ",
        "Nomor 1/",
        "Tahun . ",
        "Indikator Kinerja Utama bagi ",
    ],
)
def test_texts_without_end_take_no_time(potongan: str) -> None:
    panjang = Teks(text=potongan * 8_000, place=PLACE)
    isian = Isian(label="NOMOR", isi=panjang, place=PLACE)
    keputusan = Keputusan(
        jenis=JenisKeputusan.KEPUTUSAN,
        nomor=isian,
        tanggal=isian,
        menimbang=(ButirTeks(tanda="a", teks=panjang),),
        diktum=(Diktum(nama="KESATU", teks=panjang),),
        place=PLACE,
    )
    started = time.monotonic()
    for check in CHECKS:
        if check.code in ("STR001", "STR004", "STR005", "KON010"):
            tuple(check.run(Laporan(metadata=Metadata(), keputusan=(keputusan,))))
    assert time.monotonic() - started < 5
