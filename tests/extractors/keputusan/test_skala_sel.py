"""Class scales inside the cells of decrees: which intervals belong to which class, and what is no scale."""

from __future__ import annotations

import time

import pytest

from extractors.keputusan.sel.skala import read_skala
from pipeline.interpret import skala as interpret_skala
from schemas.extraction import SkalaTeks
from schemas.keputusan import Indikator, Jabatan, JenisKeputusan, Keputusan, Teks
from schemas.kinerja import Skala
from schemas.provenance import DocxPlace


def teks(text: str, block: int = 3) -> Teks:
    return Teks(text=text, place=DocxPlace(block=block, row=1, col=2))


def keputusan(*indikator: Indikator) -> Keputusan:
    """A decree with one sheet."""
    place = DocxPlace(block=0)
    return Keputusan(
        jenis=JenisKeputusan.KEPUTUSAN,
        jabatan=(Jabatan(jabatan=None, indikator=indikator, place=place),),
        place=place,
    )


def indikator(nama: str, definisi: str | None = None, formula: str | None = None, row: int = 1) -> Indikator:
    return Indikator(
        sasaran=None,
        indikator=teks(nama),
        definisi=None if definisi is None else teks(definisi, 10 + row),
        formula=None if formula is None else teks(formula, 30 + row),
        table=0,
        row=row,
    )


def scales(definisi: str, nama: str = "Nilai survei warga") -> tuple[SkalaTeks, ...]:
    return read_skala([keputusan(indikator(nama, definisi))])


def classes(definisi: str) -> list[tuple[str, str]]:
    """Class and interval of the one scale of a text."""
    (skala,) = scales(definisi)
    return [(kelas.label, kelas.text) for kelas in skala.kelas]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "predikatnya: 40-60 C (cukup) 60-80 B (baik) 80-100 A (memuaskan)",
            [("C (cukup)", "40-60"), ("B (baik)", "60-80"), ("A (memuaskan)", "80-100")],
        ),
        (
            "Baik: 76,61 – 100; Cukup: 65,00 – 76,60; Kurang: 25,00 – 64,99.",
            [("Baik", "76,61 – 100"), ("Cukup", "65,00 – 76,60"), ("Kurang", "25,00 – 64,99")],
        ),
        (
            "Kelas Nilai Arti A >90 – 100 Istimewa B >75 – 90 Sangat Baik C ≤75 Kurang menurut survei",
            [("A (Istimewa)", ">90 – 100"), ("B (Sangat Baik)", ">75 – 90"), ("C (Kurang)", "≤75")],
        ),
        (
            "sangat tinggi > 90%, tinggi 80% s.d. 90%, rendah kurang dari 80%",
            [("sangat tinggi", "> 90%"), ("tinggi", "80% s.d. 90%"), ("rendah", "kurang dari 80%")],
        ),
        (
            "≥ 80 hijau; 60 ≤ x < 80 kuning; di bawah 60 merah",
            [("hijau", "≥ 80"), ("kuning", "60 ≤ x < 80"), ("merah", "di bawah 60")],
        ),
        (
            "80 ke atas = baik, 60 sampai dengan 79 = cukup, 59 ke bawah = kurang",
            [("baik", "80 ke atas"), ("cukup", "60 sampai dengan 79"), ("kurang", "59 ke bawah")],
        ),
    ],
)
def test_a_class_of_every_interval(text: str, expected: list[tuple[str, str]]) -> None:
    assert classes(text) == expected


def test_a_grade_without_figures_ends_the_scale() -> None:
    found = classes("Kelas Nilai Arti AA >90 – 100 Istimewa A >80 – 90 Baik BB >70 – 80 Cukup B Jumlah unsur / 4")
    assert found[-2:] == [("BB (Cukup)", ">70 – 80"), ("B", "")]


@pytest.mark.parametrize("tail", ["B = jumlah unsur", "CC Jumlah unsur", "A Jumlah unsur", "Jumlah unsur B"])
def test_another_letter_is_no_class(tail: str) -> None:
    found = classes(f"Kelas Nilai Arti AA >90 – 100 Istimewa A >80 – 90 Baik BB >70 – 80 Cukup {tail}")
    assert len(found) == 3


@pytest.mark.parametrize(
    "text",
    [
        "Ayam umur 30-45 minggu, itik 35-50 minggu, puyuh 6-8 minggu",
        "Penduduk berumur 15-64 tahun pada 2030-2034",
        "Jawaban 1 – 4 lalu dikali 25",
        "baik 80-100, cukup 60-79",
        "baik 80-100 dihitung dari survei, cukup 60-79 dihitung dari laporan, kurang 0-59",
        "Nomor 12/31-40 baik 13/41-50 cukup 14/51-60 kurang",
        "baik 80-100 cukup 60-79 kurang 0-59 buruk",
        "",
    ],
)
def test_no_scale(text: str) -> None:
    assert scales(text) == ()


def test_header_context_and_place() -> None:
    (skala,) = scales("Hasil survei. Predikat: 40-60 kurang, 60-80 cukup, 80-100 baik", "Nilai  survei warga")
    assert (skala.header, skala.context) == ("Nilai survei warga", "Hasil survei. Predikat:")
    assert skala.caption is None
    assert skala.indikator
    assert {kelas.place for kelas in skala.kelas} == {skala.place} == {DocxPlace(block=11, row=1, col=2)}


def test_a_merged_cell_is_read_once_and_every_cell_is_looked_at() -> None:
    kelas = "40-60 kurang, 60-80 cukup, 80-100 baik"
    satu = indikator("Nilai survei", formula=kelas)
    sama = Indikator(sasaran=None, indikator=teks("Nilai lain"), formula=satu.formula, table=0, row=2)
    lain = indikator("Nilai tamu", definisi="kurang < 50, cukup 50-75, baik > 75", row=3)
    found = read_skala([keputusan(satu, sama), keputusan(lain)])
    assert [skala.header for skala in found] == ["Nilai survei", "Nilai tamu"]


def read(nama: str, definisi: str) -> Skala:
    (skala,) = scales(definisi, nama)
    return interpret_skala.read_skala(skala)


@pytest.mark.parametrize(
    ("nama", "depan", "subject", "own"),
    [
        ("Nilai SAKIP dinas", "capaian menurut", "SAKIP", False),
        ("Indeks kepatuhan intern", "", "IKKI", False),
        ("Nilai kinerja bendung", "hasil penilaian", "Nilai kinerja bendung", False),
        ("Nilai kinerja bendung", "kelas capaian", "Nilai kinerja bendung", True),
    ],
)
def test_what_it_classifies(nama: str, depan: str, subject: str, own: bool) -> None:
    skala = read(nama, f"{depan}: 40-60 kurang, 60-80 cukup, 80-100 baik")
    assert (skala.subject, skala.untuk_capaian) == (subject, own)


def test_bounds_of_a_class_without_figures_are_open() -> None:
    akhir = read("Nilai IKM", "Kelas Nilai Arti A >90 – 100 Baik B >80 – 90 Cukup C >70 – 80 Kurang D unsur").kelas[-1]
    assert (akhir.label, akhir.low, akhir.high) == ("D", None, None)


def test_hostile_text_takes_no_time() -> None:
    started = time.monotonic()
    scales("90 - " * 20_000)
    scales("A 90-100 baik " * 10_000)
    scales("((((" * 20_000 + "80-100 baik")
    assert time.monotonic() - started < 5
