from __future__ import annotations

import pytest

from pipeline.arithmetic.outline import Outline, consecutive, gaps, is_aggregate, outline_of, readings_of
from schemas.kinerja import Baris, JenisBaris
from schemas.provenance import DocxPlace


def baris(nomor: str | None, label: str = "butir", level: int | None = None) -> Baris:
    jenis = JenisBaris.JUMLAH if label.startswith("JUMLAH") else JenisBaris.BUTIR
    return Baris(table=0, row=0, label=label, nomor=nomor, level=level, jenis=jenis, place=DocxPlace(block=0))


def outline(*nomor: str | None) -> Outline:
    return outline_of(tuple(baris(text, "JUMLAH" if text == "=" else "butir") for text in nomor))


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("1.1.1", [(1, 1, 1)]),
        ("2.07.03.2.01.0001", [(2, 7, 3, 2, 1, 1)]),
        ("39.10.", [(39, 10)]),
        ("(4)", [(4,)]),
        ("IV", [(4,)]),
        ("iii.", [(3,)]),
        ("b)", [(2,)]),
        ("i", [(1,), (9,)]),
        ("c", [(3,), (100,)]),
        ("A.2", [(1, 2)]),
        ("", []),
        (None, []),
        ("Tabel", []),
        ("J U M L A H", []),
        ("2 07 03", [(2, 7, 3)]),
        ("1a", []),
    ],
)
def test_readings(text: str | None, keys: list[tuple[int, ...]]) -> None:
    assert [mark.key for mark in readings_of(text)] == keys


@pytest.mark.parametrize(
    ("nomor", "parents"),
    [
        (["1.", "1.1", "1.1.1", "1.1.2", "1.2", "2.", "2.1"], [None, 0, 1, 1, 0, None, 5]),
        (["29", "29.01", "29.2", "39", "39.01"], [None, 0, 0, None, 3]),
        (["2.07", "2.07.03", "2.07.03.2.01", "2.07.03.2.01.0001"], [None, 0, 1, 2]),
        (["I", "1", "a", "b", "2", "II", "1"], [None, 0, 1, 1, 0, None, 5]),
        (["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"], [None] * 10),
        (["I", "II", "III", "IV", "V"], [None] * 5),
        (["A", "B", "C", "D"], [None] * 4),
        (["1", None, "a", "2"], [None, None, 0, None]),
        (["1", "2", "=", "1", "2"], [None] * 5),
        (["1", "1.1", "=", "1", "1.1"], [None, 0, None, None, 3]),
    ],
)
def test_parents(nomor: list[str | None], parents: list[int | None]) -> None:
    assert list(outline(*nomor).parents) == parents


def test_a_parent_behind_its_children_or_cut_off_from_them_is_scattered() -> None:
    assert outline("1.1", "1", "1.2").scattered == {1}
    assert outline("1", "1.1", "2", "1.2").scattered == {0}
    assert not outline("1", "1.1", "1.2", "2").scattered


def test_levels_nest_rows_without_marks() -> None:
    rows = tuple(baris(None, level=level) for level in (0, 1, 2, 1, None, 0, 1))
    assert outline_of(rows).parents == (None, 0, 1, 0, None, None, 5)


def test_subtree_leaves_and_roots() -> None:
    found = outline("1", "1.1", "1.1.1", "1.2", "2")
    assert found.subtree(0) == (1, 2, 3)
    assert found.leaves(found.subtree(0)) == (2, 3)
    assert found.roots((1, 2, 3)) == (1, 3)


@pytest.mark.parametrize(
    ("label", "wanted"),
    [
        ("JUMLAH", True),
        ("J U M L A H", True),
        ("Total", True),
        ("Sub Total", True),
        ("Jumlah I + II", True),
        ("Jumlah penduduk", False),
        ("Total Fertility Rate", False),
        ("Jumlah dokumen", False),
    ],
)
def test_aggregates(label: str, wanted: bool) -> None:
    row = Baris(table=0, row=0, label=label, place=DocxPlace(block=0))
    assert is_aggregate(row) is wanted


def test_a_total_printed_in_the_number_column_is_an_aggregate() -> None:
    assert is_aggregate(Baris(table=0, row=0, label="", nomor="J U M L A H", place=DocxPlace(block=0)))


def test_a_row_of_kind_mean_is_an_aggregate() -> None:
    row = Baris(table=0, row=0, label="Capaian", jenis=JenisBaris.RATA_RATA, place=DocxPlace(block=0))
    assert is_aggregate(row)


def test_consecutive_counts_a_repeated_mark_once() -> None:
    assert consecutive(outline("1", "2", "2", "3").marks)
    assert consecutive(outline("4", "5").marks, start=4)
    assert not consecutive(outline("2", "3").marks)
    assert not consecutive(outline("1", "3").marks)
    assert not consecutive(outline("1", None).marks)
    assert not consecutive(())


def test_gaps_name_the_missing_numbers() -> None:
    assert gaps(outline("3.1", "3.2", "3.5").marks) == ("3.3", "3.4")
    assert gaps(outline("3.2").marks) == ("3.1",)
    assert gaps(outline("3.1", "3.2").marks) == ()
    assert gaps(outline("a", "c").marks) == ()
    assert gaps(outline("3.1", "4.3").marks) == ()
