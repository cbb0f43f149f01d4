"""Printed class scales to bounds, subject and direction."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.interpret.skala import read_skala
from schemas.extraction import KelasTeks, SkalaTeks
from schemas.kinerja import Arah, Kelas, Skala
from tests.extractors.grids import place


def skala(*intervals: str, caption: str | None = None, header: str = "", context: str = "") -> Skala:
    kelas = tuple(KelasTeks(label=f"Kelas {k}", text=text, place=place()) for k, text in enumerate(intervals))
    return read_skala(SkalaTeks(kelas=kelas, caption=caption, header=header, context=context, place=place()))


def bounds(kelas: Kelas) -> tuple[str | None, str | None, bool, bool]:
    low = str(kelas.low.value) if kelas.low else None
    high = str(kelas.high.value) if kelas.high else None
    return low, high, kelas.low_inclusive, kelas.high_inclusive


@pytest.mark.parametrize(
    ("text", "low", "high", "low_in", "high_in"),
    [
        ("85 - 100", "85", "100", True, True),
        ("85 % sampai 100 %", "85", "100", True, True),
        ("85 s.d. 100", "85", "100", True, True),
        ("70 - < 85", "70", "85", True, False),
        ("50 - < 80 %", "50", "80", True, False),
        ("70 ≤ x < 85", "70", "85", True, False),
        (">90-100", "90", "100", False, True),
        ("> 75 - < 85", "75", "85", False, False),
        ("≥ 76 - ≤ 90", "76", "90", True, True),
        ("lebih dari 75 sampai 100", "75", "100", False, True),
        ("75,00 - 89,99", "75.00", "89.99", True, True),
        ("≥ 85", "85", None, True, True),
        (">= 91", "91", None, True, True),
        ("> 100", "100", None, False, True),
        ("lebih dari 100 %", "100", None, False, True),
        ("minimal 90", "90", None, True, True),
        ("< 55", None, "55", True, False),
        ("≤ 50", None, "50", True, True),
        ("kurang dari 55 %", None, "55", True, False),
        ("di bawah 55", None, "55", True, False),
        ("kurang dari atau sama dengan 50", None, "50", True, True),
        ("100", "100", "100", True, True),
    ],
)
def test_bounds_of_a_class(text: str, low: str | None, high: str | None, low_in: bool, high_in: bool) -> None:
    assert bounds(skala(text).kelas[0]) == (low, high, low_in, high_in)


def test_falling_intervals_are_turned_round() -> None:
    assert bounds(skala("100 - 85").kelas[0])[:2] == ("85", "100")


def test_bounds_keep_their_printed_decimals() -> None:
    low = skala("75,00 - 89,99").kelas[0].low
    assert low is not None
    assert (low.value, low.decimals) == (Decimal("75.00"), 2)


def test_classes_stay_in_printed_order_with_label_text_and_place() -> None:
    read = skala("85 - 100", "70 - 84", "< 70")
    assert [(k.label, k.text) for k in read.kelas] == [
        ("Kelas 0", "85 - 100"),
        ("Kelas 1", "70 - 84"),
        ("Kelas 2", "< 70"),
    ]
    assert read.kelas[0].place == place()


@pytest.mark.parametrize(
    ("caption", "header", "context", "subject", "own"),
    [
        ("Tabel 3.1 Skala Nilai Peringkat Kinerja", "", "", "capaian", True),
        (None, "Persentase Capaian Kategori", "", "capaian", True),
        (None, "", "Kategori capaian indikator sebagai berikut", "capaian", True),
        ("Tabel 3.2 Predikat SAKIP", "Nilai Predikat", "", "SAKIP", False),
        (None, "", "Nilai hasil evaluasi AKIP dikelompokkan", "SAKIP", False),
        ("Tabel 3.3 Mutu Pelayanan SKM", "Nilai Interval", "", "IKM", False),
        ("Tabel 3.4 Maturitas SPIP", "", "", "SPIP", False),
        ("Tabel 3.5 Kategori Indeks Kualitas Air", "", "", "indeks lain", False),
        (None, "", "", "tidak diketahui", False),
    ],
)
def test_what_a_scale_classifies(caption: str | None, header: str, context: str, subject: str, own: bool) -> None:
    read = skala("85 - 100", "< 85", caption=caption, header=header, context=context)
    assert (read.subject, read.untuk_capaian) == (subject, own)


@pytest.mark.parametrize(
    ("context", "arah"),
    [
        ("Untuk indikator bermakna positif:", Arah.NAIK),
        ("Untuk indikator negatif berlaku:", Arah.TURUN),
        ("Capaian positif dinilai lain; indikator yang bermakna capaian negatif:", Arah.TURUN),
        ("Skala penilaian capaian:", Arah.TIDAK_DIKETAHUI),
    ],
)
def test_direction_a_scale_is_meant_for(context: str, arah: Arah) -> None:
    assert skala("85 - 100", "< 85", context=context).arah is arah
