"""Texts of mapped tables to numbers, kinds of rows, levels and units."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

import pytest

from pipeline.interpret.laporan import interpret
from schemas.angka import AngkaKind
from schemas.extraction import BarisTeks, Extraction, Isi, TabelTerpetakan
from schemas.kinerja import Baris, Fakta, JenisBaris, Kind, Kolom, Metadata, Part
from tests.extractors.grids import place

P = Part


def isi(part: Part, text: str, col: int, row: int = 1) -> Isi:
    return Isi(part=part, text=text, place=place(), row=row, col=col, header=part.value)


def baris(label: str, values: Mapping[Part, str], *, row: int = 1, nomor: str | None = None) -> BarisTeks:
    facts = tuple(isi(part, text, col, row) for col, (part, text) in enumerate(values.items(), start=1))
    return BarisTeks(row=row, label=label, nomor=nomor, isi=facts, place=place())


def read(*rows: BarisTeks) -> tuple[Baris, ...]:
    tabel = TabelTerpetakan(number=0, caption=None, kind=Kind.CAPAIAN, kolom=(), baris=rows, tahun=2023, place=place())
    laporan = interpret(Extraction(family="lkjip", metadata=Metadata(), tabel=(tabel,)))
    return laporan.tabel[0].baris


def one(values: Mapping[Part, str], label: str = "Jalan mantap", nomor: str | None = None) -> Baris:
    return read(baris(label, values, nomor=nomor))[0]


def fact(row: Baris, part: Part) -> Fakta:
    found = row.get(part)
    assert found is not None
    return found


def values(texts: Sequence[str], part: Part = P.ANGGARAN) -> list[Decimal | None]:
    """Values of one column."""
    rows = read(*(baris(f"Uraian {k}", {part: text}, row=k) for k, text in enumerate(texts)))
    return [fact(row, part).angka.value for row in rows]


def decimals(*texts: str) -> list[Decimal]:
    return [Decimal(text) for text in texts]


def test_numbers_follow_the_habit_of_their_column() -> None:
    assert values(["1.250.000,50", "98,75", "1.000"]) == decimals("1250000.50", "98.75", "1000")
    assert values(["1,250,000.50", "98.75", "1,000"]) == decimals("1250000.50", "98.75", "1000")


def test_each_column_has_its_own_habit() -> None:
    rows = [
        baris("Jalan", {P.TARGET: "1.250,50", P.REALISASI: "1,250.50"}),
        baris("Air", {P.TARGET: "12,345", P.REALISASI: "12.345"}, row=2),
    ]
    first, second = read(*rows)
    assert fact(first, P.TARGET).angka.value == fact(first, P.REALISASI).angka.value == Decimal("1250.50")
    assert [fact(second, part).angka.value for part in (P.TARGET, P.REALISASI)] == decimals("12.345", "12.345")


def test_nothing_is_corrected() -> None:
    row = one({P.TARGET: "80,00", P.REALISASI: "25.000.0000", P.CAPAIAN: "-"})
    assert [f.angka.kind for f in row.fakta] == [AngkaKind.NUMBER, AngkaKind.MALFORMED, AngkaKind.NIL]
    assert fact(row, P.REALISASI).text == "25.000.0000"


def test_wrapped_text_is_folded_and_place_and_header_are_kept() -> None:
    found = fact(one({P.REALISASI: "94,\n87%"}), P.REALISASI)
    assert found.angka.value == Decimal("94.87")
    assert (found.place, found.row, found.col, found.header) == (place(), 1, 1, "realisasi")


@pytest.mark.parametrize(
    ("text", "value", "kelas"),
    [
        ("63,36 % (Sedang)", "63.36", "Sedang"),
        ("63,36\n(Sedang)", "63.36", "Sedang"),
        ("102,50% (Sangat Baik)", "102.50", "Sangat Baik"),
    ],
)
def test_a_class_printed_behind_a_capaian_is_a_fact_of_its_own(text: str, value: str, kelas: str) -> None:
    row = one({P.CAPAIAN: text})
    assert fact(row, P.CAPAIAN).angka.value == Decimal(value)
    assert fact(row, P.KATEGORI).text == kelas
    assert kelas not in fact(row, P.CAPAIAN).text


@pytest.mark.parametrize("text", ["102,50", "102,50 %", "(102,50)", "-", "Sedang"])
def test_a_capaian_without_class_is_one_fact(text: str) -> None:
    assert len(one({P.CAPAIAN: text}).fakta) == 1


def test_a_class_behind_another_figure_is_left_alone() -> None:
    assert [f.part for f in one({P.REALISASI: "63,36 (Sedang)"}).fakta] == [P.REALISASI]


@pytest.mark.parametrize(
    ("text", "raw", "factor", "value"),
    [
        ("780.417/825.465 x 100 = 94,54", ("780417", "825465"), "100", "94.54"),
        ("(780.417) / (825.465) × 100% = 94,54%", ("780417", "825465"), "100", "94.54"),
        ("(676) / (27.035)\nx 100 = 2,50", ("676", "27035"), "100", "2.50"),
        ("(12) / (15) = 0,80", ("12", "15"), None, "0.80"),
    ],
)
def test_raw_figures_and_factor(text: str, raw: tuple[str, str], factor: str | None, value: str) -> None:
    found = fact(one({P.REALISASI: text}), P.REALISASI)
    assert found.raw is not None
    assert [angka.value for angka in found.raw] == decimals(*raw)
    assert (found.factor.value if found.factor else None) == (Decimal(factor) if factor else None)
    assert found.angka.value == Decimal(value)


@pytest.mark.parametrize("text", ["94,54", "94,54 %", "80 - 90", "12 Dokumen"])
def test_no_raw_figures(text: str) -> None:
    found = fact(one({P.TARGET: text}), P.TARGET)
    assert (found.raw, found.factor) == (None, None)


def test_units_classes_and_formulas_stay_texts() -> None:
    row = one({P.SATUAN: "% ", P.KATEGORI: "Baik\nSekali", P.FORMULA: "12/15 x 100"})
    assert [(f.angka.kind, f.text) for f in row.fakta] == [
        (AngkaKind.TEXT, "%"),
        (AngkaKind.TEXT, "Baik Sekali"),
        (AngkaKind.TEXT, "12/15 x 100"),
    ]


@pytest.mark.parametrize(
    "label",
    [
        "JUMLAH",
        "Jumlah",
        "J U M L A H",
        "Total",
        "TOTAL BELANJA",
        "Jumlah I",
        "Sub Total",
        "JUMLAH + PPN",
        "Jumlah Total",
        "Grand Total",
    ],
)
def test_totals(label: str) -> None:
    assert one({P.ANGGARAN: "4.000.000"}, label).jenis is JenisBaris.JUMLAH


@pytest.mark.parametrize(
    "label", ["Rata-rata", "RATA - RATA", "Rata-rata capaian", "Rata rata capaian kinerja sasaran"]
)
def test_means(label: str) -> None:
    assert one({P.CAPAIAN: "98,50"}, label).jenis is JenisBaris.RATA_RATA


@pytest.mark.parametrize(
    "label",
    [
        "Jumlah tenaga kerja yang ditempatkan",
        "Jumlah kasus yang ditangani",
        "Total produksi ikan",
        "Rata-rata lama sekolah",
        "Jumlah total kunjungan wisata",
    ],
)
def test_indicators_that_begin_like_a_total(label: str) -> None:
    """They measure something of their own: they have a target or a unit."""
    assert one({P.TARGET: "80", P.REALISASI: "82"}, label).jenis is JenisBaris.BUTIR


def test_rows_without_figures_and_openings_of_lists_are_parents() -> None:
    assert one({P.SATUAN: "%"}, "Bidang Bina Marga").jenis is JenisBaris.INDUK
    assert one({P.TARGET: ""}, "Bidang Bina Marga").jenis is JenisBaris.INDUK
    assert one({P.TARGET: "80"}, "Persentase layanan:").jenis is JenisBaris.INDUK
    assert one({P.TARGET: "-"}, "Jalan mantap").jenis is JenisBaris.BUTIR


def test_levels_only_where_the_table_has_an_outline() -> None:
    flat = read(*(baris(f"Uraian {n}", {P.ANGGARAN: "1"}, row=n, nomor=str(n)) for n in (1, 2)))
    assert [row.level for row in flat] == [None, None]
    deep = read(
        *(
            baris("Uraian", {P.ANGGARAN: "1"}, row=k, nomor=nomor)
            for k, nomor in enumerate(("1", "1.1", "1.1.2", "2.07.01", "a", None))
        )
    )
    assert [row.level for row in deep] == [0, 1, 2, 2, None, None]


@pytest.mark.parametrize(
    ("label", "facts", "satuan"),
    [
        ("Jalan mantap", {P.SATUAN: "Persen", P.TARGET: "80"}, "Persen"),
        ("Jalan mantap", {P.TARGET: "80,00 %"}, "%"),
        ("Izin terbit", {P.TARGET: "12 Dokumen", P.REALISASI: "11 Dokumen"}, "Dokumen"),
        ("Jalan mantap (%)", {P.TARGET: "80,00"}, "%"),
        ("Jumlah perahu (unit)", {P.TARGET: "80"}, "unit"),
        ("Jalan mantap", {P.TARGET: "80,00"}, None),
        ("Serapan", {P.CAPAIAN: "80,00 %"}, None),
    ],
)
def test_units(label: str, facts: Mapping[Part, str], satuan: str | None) -> None:
    assert one(facts, label).satuan == satuan


@pytest.mark.parametrize(
    ("label", "header", "isi", "jenis"),
    [
        ("Jumlah kunjungan wisatawan", "Indikator Kinerja", {P.REALISASI: "1.204"}, JenisBaris.BUTIR),
        ("Total produksi benih", "Indikator", {P.REALISASI: "1.204"}, JenisBaris.BUTIR),
        ("Jumlah kunjungan wisatawan", "Uraian", {P.REALISASI: "1.204"}, JenisBaris.BUTIR),
        ("Jumlah seluruhnya", "Indikator", {P.REALISASI: "1.204"}, JenisBaris.JUMLAH),
        ("Jumlah", "Indikator", {P.REALISASI: "1.204"}, JenisBaris.JUMLAH),
        ("Jumlah II", "Indikator", {P.REALISASI: "1.204"}, JenisBaris.JUMLAH),
        ("Jumlah belanja pegawai", "Indikator", {P.REALISASI: "1.204"}, JenisBaris.JUMLAH),
        ("Jumlah program", "Indikator", {P.REALISASI: "4"}, JenisBaris.BUTIR),
        ("Jumlah wisatawan", "Indikator", {P.REALISASI: "9", P.ANGGARAN: "1.204"}, JenisBaris.BUTIR),
        ("Jumlah wisatawan", "Indikator", {P.ANGGARAN: "1.204"}, JenisBaris.BUTIR),
        ("Jumlah produksi :", "Indikator", {P.REALISASI: "1.204"}, JenisBaris.INDUK),
    ],
)
def test_count_of_a_thing_is_an_indicator_where_labels_are(
    label: str, header: str, isi: dict[Part, str], jenis: JenisBaris
) -> None:
    kolom = (Kolom(col=0, part=P.LABEL, header=header),)
    rows = (baris(label, isi),)
    tabel = TabelTerpetakan(
        number=0, caption=None, kind=Kind.PERBANDINGAN, kolom=kolom, baris=rows, tahun=2023, place=place()
    )
    laporan = interpret(Extraction(family="lkjip", metadata=Metadata(), tabel=(tabel,)))
    assert laporan.tabel[0].baris[0].jenis is jenis
