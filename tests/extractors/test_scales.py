"""Class scales among the tables, and tables that only look like one."""

from __future__ import annotations

import pytest

from extractors.scales import find_scale
from tests.extractors.grids import table

LAN = (("85 - 100", "Sangat Berhasil"), ("70 - < 85", "Berhasil"), ("55 - < 70", "Cukup Berhasil"), ("< 55", "Kurang"))


def found(*rows: tuple[str, ...], header_rows: int = 1) -> list[tuple[str, str]] | None:
    skala = find_scale(table(*rows, header_rows=header_rows), "Skala penilaian capaian kinerja")
    return None if skala is None else [(kelas.text, kelas.label) for kelas in skala.kelas]


def test_interval_and_class() -> None:
    assert found(("Rentang Capaian", "Kategori"), *LAN) == list(LAN)


def test_class_before_interval_and_row_number() -> None:
    rows = [(str(k), label, text) for k, (text, label) in enumerate(LAN, start=1)]
    assert found(("No", "Kategori", "Rentang Capaian"), *rows) == list(LAN)


def test_a_scale_without_heading() -> None:
    assert found(*LAN, header_rows=0) == list(LAN)


@pytest.mark.parametrize(
    "intervals",
    [
        (">= 91", "76 - 90", "66 - 75", "<= 50"),
        ("≥ 85%", "70% - 84,99%", "55% - 69,99%", "< 55%"),
        ("85 s.d. 100", "70 s/d 84", "55 sampai dengan 69", "kurang dari 55"),
        ("lebih dari 100 %", "75 % sampai 100 %", "55 % sampai 75 %", "di bawah 55 %"),
        (">90-100", ">80-90", ">70-80", "0-70"),
        pytest.param(
            ("85 ≤ x ≤ 100", "70 ≤ x < 85", "55 ≤ x < 70", "< 55"),
        ),
    ],
)
def test_forms_of_intervals(intervals: tuple[str, ...]) -> None:
    labels = ("Sangat Baik", "Baik", "Cukup", "Kurang")
    assert found(("Interval", "Predikat"), *zip(intervals, labels, strict=True)) == list(
        zip(intervals, labels, strict=True)
    )


def test_letters_as_classes() -> None:
    rows = [(">90-100", "AA"), (">80-90", "A"), (">70-80", "BB"), (">60-70", "B")]
    assert found(("Nilai", "Predikat"), *rows) == rows


def test_caption_and_text_before_are_kept() -> None:
    skala = find_scale(table(("Capaian", "Kategori"), *LAN, caption="Tabel 3.1 Skala Nilai"), "teks sebelum")
    assert skala is not None
    assert (skala.caption, skala.header, skala.context) == ("Tabel 3.1 Skala Nilai", "Capaian Kategori", "teks sebelum")


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(
            (("Indikator Kinerja", "Target"), ("Jalan baik", "80"), ("Air", "70"), ("Izin", "60")), id="targets"
        ),
        pytest.param((("Rentang", "Kategori"), *LAN[:2]), id="two-classes"),
        pytest.param((("Rentang", "Kategori"), *LAN, ("Catatan", "lain"), ("Catatan", "lain lagi")), id="other-rows"),
        pytest.param(
            (("Indikator Kinerja", "Target", "Realisasi", "Kategori"),
             *((f"Layanan {k}", "80,00", "81,00", "Baik") for k in range(4))),
            id="measurement-with-classes",
        ),
    ],
)  # fmt: skip
def test_other_tables_are_no_scale(rows: tuple[tuple[str, ...], ...]) -> None:
    assert found(*rows) is None
