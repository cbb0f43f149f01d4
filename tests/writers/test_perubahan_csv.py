from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.writers.manifest_csv import write_manifest_csv
from pipeline.writers.perubahan_csv import HEADER, STATE_NAMES, UNREAD, UNREAD_NAME, write_perubahan_csv
from schemas.batch import BatchResult, FindingState
from tests.batch_results import PREVIOUS, RUN_ID, batch, change, failed_line, line, night


def read(result: BatchResult, folder: Path) -> list[dict[str, str]]:
    write_perubahan_csv(result, folder / "perubahan.csv")
    with (folder / "perubahan.csv").open(newline="", encoding="utf-8-sig") as handle:
        return list(csv.DictReader(handle))


def test_a_change_is_one_line_for_programs_and_people(tmp_path: Path) -> None:
    new, fixed, gone = read(night(), tmp_path)
    assert new == {
        "state": "new", "keadaan": "baru", "finding_id": "00f1e2d3c4b5a697", "code": "HIT001", "severity": "error",
        "path": "laporan/2023/lkjip.pdf", "page": "26", "subject": "Indeks layanan",
        "message": "Capaian tercetak 106,54, seharusnya 115,09 – 115,10.", "first_seen": PREVIOUS,
        "last_seen": RUN_ID,
    }  # fmt: skip
    assert tuple(new) == HEADER
    assert [(item["state"], item["keadaan"]) for item in (fixed, gone)] == [
        ("fixed", "tidak ditemukan lagi"),
        ("gone", "dokumennya tidak ada lagi"),
    ]


def test_every_state_has_its_words() -> None:
    assert set(STATE_NAMES) == set(FindingState)
    assert len(set(STATE_NAMES.values())) == len(FindingState)


def test_a_file_is_called_as_in_the_manifest_also_when_it_is_gone(tmp_path: Path) -> None:
    names = {"a\udce9.pdf": r"a\xe9.pdf", "b\\c.pdf": r"b\\c.pdf", "d\u202e.pdf": "d\u202e.pdf"}
    entries = [replace(line(raw), name=name) for raw, name in names.items()]
    changes = [change(FindingState.NEW, name) for name in (*names.values(), r"hilang\xe9" + "\u202e.pdf")]
    result = batch(*entries, changes=tuple(changes))
    write_manifest_csv(result, tmp_path / "manifest.csv")
    with (tmp_path / "manifest.csv").open(newline="", encoding="utf-8-sig") as handle:
        listed = [item["path"] for item in csv.DictReader(handle)]
    *there, gone = (item["path"] for item in read(result, tmp_path))
    assert there == listed
    assert gone == r"laporan/hilang\xe9\xe2\x80\xae.pdf"


@pytest.mark.parametrize(
    ("folder", "path"),
    [
        ("laporan", "laporan/2023/lkjip.pdf"), ("/", "/2023/lkjip.pdf"), (".", "2023/lkjip.pdf"),
        ("'a\\b\udce9", r"\x27a\\b\xe9/2023/lkjip.pdf"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("there", [True, False])
def test_a_file_that_is_gone_is_called_as_it_was_also_when_it_was_the_last(
    folder: str, path: str, there: bool, tmp_path: Path
) -> None:
    lines = [line("a.pdf", folder=str(Path(folder)))] if there else []
    (gone,) = read(replace(batch(*lines, changes=(change(FindingState.GONE),)), folder=folder), tmp_path)
    assert gone["path"] == path


def test_what_nobody_could_look_for_is_listed_behind_the_changes_with_a_word_of_its_own(tmp_path: Path) -> None:
    result = replace(batch(failed_line(), changes=(change(FindingState.NEW),)), unread=(change(FindingState.OPEN),))
    new, unread = read(result, tmp_path)
    assert (new["state"], unread["state"], unread["keadaan"]) == ("new", "unread", "belum terbaca lagi")
    assert unread["path"] == "laporan/2023/lkjip.pdf" and unread["first_seen"] == PREVIOUS
    assert UNREAD not in set(FindingState) and UNREAD_NAME not in STATE_NAMES.values()


def test_a_word_file_has_no_page_and_no_cell_is_a_formula(tmp_path: Path) -> None:
    item = replace(change(FindingState.NEW, subject="=HYPERLINK(1)"), page=None, message="-Rp12 juta\nhilang")
    (found,) = read(batch(line("2023/lkjip.pdf"), changes=(item,)), tmp_path)
    assert (found["page"], found["subject"], found["message"]) == ("", "'=HYPERLINK(1)", "'-Rp12 juta\nhilang")


def test_text_that_is_no_unicode_does_not_stop_the_file(tmp_path: Path) -> None:
    (found,) = read(batch(changes=(change(FindingState.NEW, subject="a\udcffb"),)), tmp_path)
    assert found["subject"] == "a?b"


def test_no_changes_are_a_heading(tmp_path: Path) -> None:
    assert read(batch(line("a.pdf")), tmp_path) == []
    assert (tmp_path / "perubahan.csv").read_bytes() == b"\xef\xbb\xbf" + ",".join(HEADER).encode() + b"\r\n"
