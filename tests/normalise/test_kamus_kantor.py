"""The words that office names are made of, and texts in those words."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.normalise.kamus.baca import baca_csv
from pipeline.normalise.kantor.baca import baca_kantor
from pipeline.normalise.kantor.kata import KOLOM, frasa_di, ganti, kata_kantor, muat_kantor, susun_kantor
from schemas.errors import KamusError

ROWS = baca_csv("kantor.csv", KOLOM)


def test_every_abbreviation_means_what_its_words_mean() -> None:
    wrong = []
    for row in ROWS:
        if row["jenis"] == "singkatan" and row["baku"].startswith(
            ("dinas ", "badan ", "satuan polisi pamong", "sekretariat ")
        ):
            short, written = (baca_kantor(f"{row[kolom]} Kota Batu") for kolom in ("tulisan", "baku"))
            if short is None or short != written:
                wrong.append((row["tulisan"], short, written))
    assert wrong == []


def test_kinds_of_lines_and_no_abbreviation_of_two_meanings() -> None:
    kamus = muat_kantor()
    assert len(kamus.urusan) >= 80
    assert {"dkp", "bkd", "dkpp", "bkpp"} <= kamus.tetap
    assert not kamus.tetap & {
        phrase[0] for phrases in kamus.tulisan.values() for phrase, _ in phrases if len(phrase) == 1
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dinas P3A & KB", "dinas pemberdayaan perempuan dan perlindungan anak dan keluarga berencana"),
        ("Prop. Jatim", "provinsi jatim"),
        ("B A P P E D A", "badan perencanaan pembangunan daerah"),
        ("Dinas Sosial (Dinsos) 2023", "dinas sosial"),
        ("Dinas Sosial/Dinas Kesehatan", "dinas sosial , dinas kesehatan"),
        ("penyelenggaraan", "penyelenggaraan"),
        ("Disdagkop", "dinas perdagangan koperasi"),
        ("Dinas KBP3A", "dinas keluarga berencana pemberdayaan perempuan dan perlindungan anak"),
        ("Perindagkop", "perindustrian dan perdagangan koperasi"),
        ("Kepala Dukcapil", "dinas kependudukan dan pencatatan sipil"),
        ("Dinas Dukcapil", "dinas kependudukan dan pencatatan sipil"),
        ("Seksi Dukcapil", "seksi kependudukan dan pencatatan sipil"),
        ("Dinas LHK Provinsi Riau", "dinas lingkungan hidup dan kehutanan provinsi riau"),
        ("Dinas LHK Kota Dumai Provinsi Riau", "dinas lingkungan hidup dan kebersihan kota dumai provinsi riau"),
        ("DINASTENAGAKERJA", "dinas tenaga kerja"),
    ],
)
def test_words_in_dictionary_spelling(text: str, expected: str) -> None:
    assert " ".join(kata_kantor(text)) == expected


@pytest.mark.parametrize(
    "token",
    [
        "parbun",  # two pieces that stand in compounds only, without a beginning
        "disx",
        "dis",
        "distribusi",
        "bps",
        "dkan1",
        "lhkx",
    ],
)
def test_a_token_that_is_no_abbreviation_stays_as_it_is(token: str) -> None:
    assert kata_kantor(token) == (token,)


def test_pieces_of_abbreviations_are_those_of_tasks() -> None:
    kamus = muat_kantor()
    assert {"naker", "perindag", "dag", "kop"} <= kamus.suku.keys()
    assert {"sdm", "kep", "dprd", "bappeda"} & kamus.suku.keys() == set()
    assert not kamus.suku.keys() & kamus.awalan.keys()


def test_tasks_that_the_law_gives_to_one_office_have_one_spelling() -> None:
    urusan = muat_kantor().urusan
    assert len({urusan[kata] for kata in (("koperasi",), ("usaha", "mikro"), ("usaha", "kecil"), ("menengah",))}) == 1
    assert urusan["tenaga", "kerja"] == "tenaga kerja"


def test_what_is_no_abbreviation_of_an_office_stands_for_none() -> None:
    kamus = muat_kantor()
    assert {"bps", "bumd", "distribusi"} <= kamus.bukan
    assert not kamus.bukan & (kamus.tetap | kamus.sendiri.keys() | kamus.suku.keys())


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (["dinsos,dinas sosial,singkat,"], "baris 2, kolom jenis"),
        (["-,dinas sosial,singkatan,"], "baris 2, kolom tulisan"),
        (["ds,dinas sosial,singkatan,", "ds,desa,singkatan,"], "baris 3, kolom tulisan"),
    ],
)
def test_a_list_with_an_error_is_refused_with_its_line(tmp_path: Path, lines: list[str], message: str) -> None:
    path = tmp_path / "kantor.csv"
    path.write_text("\n".join([",".join(KOLOM), *lines]), encoding="utf-8")
    with pytest.raises(KamusError, match=message):
        susun_kantor(baca_csv(path, KOLOM))


def test_the_longest_phrase_is_replaced() -> None:
    frasa = {"a": ((("a", "b", "c"), ("x",)), (("a",), ("y", "z")))}
    assert ganti(("a", "b", "c", "a", "b"), frasa) == ("x", "y", "z", "b")
    assert frasa_di(("b", "a"), 1, frasa) == (("a",), ("y", "z"))
    assert frasa_di(("b", "a"), 0, frasa) is None
