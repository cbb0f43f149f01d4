from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.writers.wording import (
    SEVERITY_NAMES,
    STATUS_NAMES,
    page_ranges,
    place_words,
    remark_lines,
    shortened,
    unchecked_reasons,
)
from schemas.finding import SEVERITIES
from schemas.result import Problem, Status, Tally
from tests.result_values import document, docx_place, elsewhere, failed, finding


def test_every_severity_and_status_has_its_word() -> None:
    assert set(SEVERITY_NAMES) == set(SEVERITIES)
    assert set(STATUS_NAMES) == set(Status)


@pytest.mark.parametrize(
    ("numbers", "text"),
    [((), ""), ((4,), "hal. 4"), ((3, 1, 2, 7), "hal. 1–3, 7"), ((5, 5, 6), "hal. 5–6")],
)
def test_pages_are_folded_to_ranges(numbers: tuple[int, ...], text: str) -> None:
    assert page_ranges(numbers) == text


def test_equal_problems_are_told_once_with_their_pages() -> None:
    pages = [Problem(stage="read", kind="a", message="gambar", page=page) for page in (2, 3)]
    whole = Problem(stage="read", kind="b", message="rumus objek")
    assert remark_lines([pages[0], whole, pages[1]]) == (("hal. 2–3", "gambar"), ("", "rumus objek"))


def test_place_of_a_word_file_names_heading_block_and_row() -> None:
    assert place_words(finding(place=docx_place()).evidence[0]) == "“BAB III”, blok 8, baris 2"
    assert place_words(finding().evidence[0]) == "hal. 3"


def test_reasons_are_summed_over_documents_most_frequent_first() -> None:
    assert unchecked_reasons([document(), failed(), document()]) == (("HIT001", "target kosong", 4),)


def test_checks_that_agree_in_reason_and_count_stand_together() -> None:
    counts = {"HIT002": 3, "HIT001": 3, "HIT003": 1}
    tally = {code: Tally(unchecked={"capaian kosong": count}) for code, count in counts.items()}
    assert unchecked_reasons([replace(document(), tally=tally)]) == (
        ("HIT001, HIT002", "capaian kosong", 3),
        ("HIT003", "capaian kosong", 1),
    )


@pytest.mark.parametrize(
    ("path", "width", "text"),
    [
        ("a/b.pdf", 20, "a/b.pdf"),
        ("dinas-pekerjaan-umum/lkip.pdf", 20, "dinas-peke…/lkip.pdf"),
        ("dinas/laporan-kinerja-dinas-2023.pdf", 16, "dinas/…-2023.pdf"),
        ("laporan-kinerja-dinas-2023.pdf", 15, "lapora…2023.pdf"),
    ],
)
def test_long_paths_lose_their_middle(path: str, width: int, text: str) -> None:
    assert shortened(path, width) == text
    assert len(text) <= width


def test_place_in_another_document_begins_with_its_file() -> None:
    assert place_words(elsewhere("arsip/pk.pdf").evidence[-1]) == "pk.pdf, hal. 2"
    assert place_words(elsewhere("arsip\\pk.pdf").evidence[-1]) == "pk.pdf, hal. 2"
