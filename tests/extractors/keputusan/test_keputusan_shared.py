"""Reference decrees: the Word file and the PDF of one text say the same; what they say in figures."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from extractors.keputusan import read_keputusan
from pipeline.intake import take_in
from pipeline.run import READERS, choose_family, families
from schemas.config import AuditConfig
from schemas.keputusan import Keputusan
from schemas.printed import PrintedDocument
from tests.extractors.keputusan.naskah import sisa, teks

pytestmark = pytest.mark.shared

SEEDS = ("banjar-iku-2026", "gresik-iki-2017", "lamongan-iku-iki-2026")


@cache
def printed(path: Path) -> PrintedDocument:
    config = AuditConfig()
    source = take_in(path, config)
    return READERS[source.kind](source, config, None)


def record(shared_dir: Path, name: str) -> Keputusan:
    (only,) = read_keputusan(printed(shared_dir / "documents" / name))
    return only


@pytest.mark.parametrize("name", SEEDS)
def test_both_files_say_the_same(shared_dir: Path, name: str) -> None:
    pdf, word = (record(shared_dir, f"seeds/{name}.{kind}") for kind in ("pdf", "docx"))
    for one in ("penetap", "tentang", "tempat", "unit", "visi"):
        assert teks(getattr(pdf, one)) == teks(getattr(word, one))
    for many in ("menimbang", "mengingat", "misi", "tujuan", "tugas", "fungsi"):
        assert [(i.tanda, i.teks.text) for i in getattr(pdf, many)] == [
            (i.tanda, i.teks.text) for i in getattr(word, many)
        ]
    assert [(d.nama, d.teks.text) for d in pdf.diktum] == [(d.nama, d.teks.text) for d in word.diktum]
    assert [(a.nomor, teks(a.judul)) for a in pdf.lampiran] == [(a.nomor, teks(a.judul)) for a in word.lampiran]
    assert [sheets(pdf), sisa(pdf)] == [sheets(word), sisa(word)]


def sheets(one: Keputusan) -> list[tuple[object, ...]]:
    return [
        (
            teks(sheet.jabatan),
            teks(sheet.judul),
            sheet.label_tugas,
            tuple((item.tanda, item.teks.text) for item in (*sheet.tugas, *sheet.fungsi)),
            sheet.lampiran,
        )
        for sheet in one.jabatan
    ]


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("seeds/banjar-iku-2026.pdf", (2, 18, 5, 2, 2)),
        ("seeds/gresik-iki-2017.pdf", (0, 0, 0, 11, 30)),
        ("seeds/lamongan-iku-iki-2026.pdf", (2, 6, 3, 1, 9)),
        ("real/jabar-disnakertrans/iku-2017.pdf", (0, 0, 0, 0, 1)),
        ("real/jabar-disnak/iki-kabid-produksi-2016.pdf", (0, 0, 0, 0, 1)),
    ],
)
def test_how_much_each_holds(shared_dir: Path, name: str, counts: tuple[int, ...]) -> None:
    one = record(shared_dir, name)
    found = (one.menimbang, one.mengingat, one.diktum, one.lampiran, one.jabatan)
    assert tuple(len(part) for part in found) == counts


def test_annexes_without_number_and_date(shared_dir: Path) -> None:
    annexes = record(shared_dir, "seeds/gresik-iki-2017.pdf").lampiran
    assert all(annex.nomor_keputusan is not None and annex.tanggal_keputusan is not None for annex in annexes)
    assert [annex.tanggal_keputusan.isi is None for annex in annexes if annex.tanggal_keputusan] == [
        False,
        *[True] * 10,
    ]


def test_the_list_cut_by_the_decision(shared_dir: Path) -> None:
    one = record(shared_dir, "seeds/lamongan-iku-iki-2026.pdf")
    assert [item.tanda for item in one.fungsi] == list("abcdefghi")


def test_a_label_printed_below_its_value(shared_dir: Path) -> None:
    one = record(shared_dir, "real/jabar-disnakertrans/iku-2017.pdf")
    assert [item.tanda for item in one.fungsi] == list("abcde")
    assert len(one.tugas) == 1


def test_families_of_all_reference_documents(shared_dir: Path) -> None:
    expected = {
        "seeds/banjar-iku-2026": "keputusan",
        "seeds/lamongan-iku-iki-2026": "keputusan",
        "seeds/gresik-iki-2017": "iki2017",
        "real/jabar-disnak/iki-kabid-produksi-2016": "iki2017",
        "real/jabar-disnakertrans/iku-2017": "iki2017",
        "real/jabar-disnak/pk-kadis-2016-scan-ocr": "perjanjian",
        "real/jabar-disnakertrans/pk-kadis-2017": "perjanjian",
        "real/jabar-biro-hpu/lkip-2016": "lkjip",
        "real/jabar-binamarga/lkip-2016-bab3": "lkjip",
        "seeds/lamongan-sakip-2020": "lkjip",
    }
    folder = shared_dir / "documents"
    found = {
        name: choose_family(printed(path), families()).name
        for name in expected
        for path in sorted(folder.glob(f"{name}.*"))
    }
    assert found == expected
