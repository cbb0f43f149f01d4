"""The reference decrees: counts made by hand on the pages, nothing lost, the same from PDF and from Word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from extractors.keputusan.tabel.indikator import TabelIndikator, read_indikator
from pipeline.intake import take_in
from pipeline.run import READERS
from schemas.config import AuditConfig
from schemas.keputusan import Indikator, Teks
from schemas.printed import Block, Line, PrintedDocument, Table

pytestmark = pytest.mark.shared

HITUNGAN = {
    "seeds/gresik-iki-2017.pdf": 63,
    "seeds/gresik-iki-2017.docx": 63,
    "seeds/lamongan-iku-iki-2026.pdf": 20,
    "seeds/lamongan-iku-iki-2026.docx": 20,
    "seeds/banjar-iku-2026.pdf": 62,
    "seeds/banjar-iku-2026.docx": 62,
    "real/jabar-disnakertrans/iku-2017.pdf": 9,
    "real/jabar-disnakertrans/pk-kadis-2017.docx": 9,
    # Row 1.2.3 is a heading over five bulleted measures, each with a paragraph of its own in the explanation.
    "real/jabar-disnak/iki-kabid-produksi-2016.pdf": 13,
}
PASANGAN = ("gresik-iki-2017", "lamongan-iku-iki-2026", "banjar-iku-2026")
BIDANG = ("sasaran", "indikator", "definisi", "formula", "alasan", "satuan", "sumber_data", "penanggung_jawab", "tipe")
_LABEL = re.compile(r"(?:formulasi|tipe) perhitungan\s*:|^\W*\d+[.)]?\s*$", re.IGNORECASE)


@cache
def dokumen(path: Path) -> PrintedDocument:
    config = AuditConfig()
    source = take_in(path, config)
    return READERS[source.kind](source, config, None)


@cache
def tabel(path: Path) -> tuple[TabelIndikator, ...]:
    found: list[TabelIndikator] = []
    for number, (table, after_text) in enumerate(_tables(dokumen(path).blocks)):
        own = read_indikator(table, number, found[-1] if found and not after_text else None)
        if own is not None:
            found[-1:] = [own] if own.melanjutkan else [*found[-1:], own]
    return tuple(found)


def _tables(blocks: tuple[Block, ...]) -> Iterator[tuple[Table, bool]]:
    after_text = True
    for block in blocks:
        if isinstance(block, Line):
            after_text = True
        else:
            yield block, after_text
            after_text = False


def semua(path: Path) -> list[Indikator]:
    return [own for one in tabel(path) for own in one.indikator]


def rapat(text: str) -> str:
    return re.sub(r"[\W_]", "", text).lower()


def bidang(own: Indikator, name: str) -> str | None:
    value: Teks | None = getattr(own, name)
    return rapat(value.text) if value is not None else None


@pytest.mark.parametrize("name", HITUNGAN)
def test_as_many_indicators_as_counted_by_hand(shared_dir: Path, name: str) -> None:
    found = len(semua(shared_dir / "documents" / name))
    print(f"{name}: {found} read, {HITUNGAN[name]} counted")
    assert found == HITUNGAN[name]


@pytest.mark.parametrize("name", HITUNGAN)
def test_every_cell_of_the_tables_is_in_a_record(shared_dir: Path, name: str) -> None:
    path = shared_dir / "documents" / name
    printed = dokumen(path).tables
    for one in tabel(path):
        texts = ["".join(bidang(own, field) or "" for own in one.indikator) for field in BIDANG]
        texts += [rapat(goal.text) for own in one.indikator for _, goal in own.target]
        texts += [rapat(own.text) for own in one.belum_dipahami]
        everything = "\n".join(texts)
        number = one.indikator[0].table
        first = min(own.row for own in one.indikator)
        for cell in printed[number].cells:
            for line in cell.lines if cell.row >= first else ():
                for piece in potongan(line.text):
                    assert piece in everything, (name, cell.row, cell.col, line.text)


def potongan(text: str) -> Iterator[str]:
    """The pieces of a line between marks and labels, which stand in no record."""
    for part in re.split(r"(?:^|\s)(?:[a-z]|[\d.]{2,})[.)](?=\s|$|[A-Z])|^[\d.]+(?=\s|[A-Z]|$)", _LABEL.sub("", text)):
        yield rapat(part)


@pytest.mark.parametrize("name", PASANGAN)
def test_paper_and_word_give_the_same_records(shared_dir: Path, name: str) -> None:
    folder = shared_dir / "documents" / "seeds"
    pdf, word = semua(folder / f"{name}.pdf"), semua(folder / f"{name}.docx")
    differences = [
        (own.row, field, bidang(own, field), bidang(other, field))
        for own, other in zip(pdf, word, strict=True)
        for field in BIDANG
        if bidang(own, field) != bidang(other, field)
    ]
    for one in differences:
        print(*one, sep="\n  ")
    # A fraction that a page edge cuts stands on paper in its two halves.
    assert len(differences) <= 1 and all(field == "formula" for _, field, _, _ in differences)
    assert [(own.tanda, own.row, own.sub, own.kosong) for own in pdf] == [
        (own.tanda, own.row, own.sub, own.kosong) for own in word
    ]


def test_blank_sources_are_those_seen_on_the_pages(shared_dir: Path) -> None:
    found = semua(shared_dir / "documents" / "seeds" / "gresik-iki-2017.pdf")
    blank = [own.indikator.text for own in found if own.kosong]
    assert {own.kosong for own in found} == {(), ("sumber_data",)}
    assert [name.split()[1] for name in blank] == [
        "peralatan",
        "pemeliharaan",
        "pemeliharaan",
        "perawatan",
        "penempatan",
        "penempatan",
        "kegiatan",
    ]
    for name in set(HITUNGAN) - {"seeds/gresik-iki-2017.pdf", "seeds/gresik-iki-2017.docx"}:
        assert {own.kosong for own in semua(shared_dir / "documents" / name)} == {()}, name


def test_reports_on_results_give_no_indicators(shared_dir: Path) -> None:
    printed = dokumen(shared_dir / "documents" / "seeds" / "lamongan-lkjip-2023.docx")
    results = [t for t in printed.tables if any("realisasi" in c.flat.lower() for c in t.cells if c.row < 2)]
    assert len(results) > 3
    assert [read_indikator(table, 0) for table in results] == [None] * len(results)
