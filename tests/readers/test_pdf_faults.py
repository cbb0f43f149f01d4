"""Files that cannot be read, pages that pdfium cannot read, and what is said of them."""

from __future__ import annotations

from pathlib import Path

import pytest

import extractors.readers.pdf as reader
from extractors.readers.pdf import read_pdf
from extractors.readers.pdf.page import read_page
from schemas.errors import ExitCode, ReadError
from tests.extractors.pages import Sheet, read, rows_of, source_of

ROWS = [["No", "Indikator Kinerja", "Target"], ["1", "Jalan mantap", "80,00"], ["2", "Air minum", "60,00"]]


def small(path: Path, count: int = 1, password: str | None = None) -> Path:
    with Sheet(path, password=password) as sheet:
        for number in range(1, count + 1):
            if number > 1:
                sheet.next_page()
            sheet.text(60, 60, f"Bagian {'abc'[number % 3]} dari laporan")
            sheet.table(ROWS)
    return path


def refused(path: Path, **limits: int) -> ReadError:
    with pytest.raises(ReadError) as caught:
        read_pdf(source_of(path), **limits)
    return caught.value


def test_a_locked_file_says_so_and_what_to_do(tmp_path: Path) -> None:
    error = refused(small(tmp_path / "a.pdf", password="rahasia"))
    assert (error.kind, error.stage, error.exit_code) == ("encrypted", "read", ExitCode.NOTHING_READ)
    assert "sandi" in str(error)


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda data: b"", id="empty"),
        pytest.param(lambda data: b"%PDF-1.4\n", id="header-only"),
        pytest.param(lambda data: b"bukan PDF" * 50, id="another-type"),
        pytest.param(lambda data: data[:200], id="truncated"),
    ],
)
def test_a_damaged_file_says_so_and_what_to_do(tmp_path: Path, damage: object) -> None:
    path = small(tmp_path / "a.pdf")
    path.write_bytes(damage(path.read_bytes()))  # type: ignore[operator]
    error = refused(path)
    assert error.kind == "damaged"
    assert "ulang" in str(error)


def test_too_many_pages_names_both_numbers(tmp_path: Path) -> None:
    error = refused(small(tmp_path / "a.pdf", count=3), max_pages=2)
    assert error.kind == "too-many-pages"
    assert "3 halaman" in str(error)
    assert "2" in str(error)


def test_a_limit_that_is_just_met_is_no_error(tmp_path: Path) -> None:
    assert read_pdf(source_of(small(tmp_path / "a.pdf", count=3)), max_pages=3).pages == 3


def test_progress_counts_every_page(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    path = small(tmp_path / "a.pdf", count=3)
    read_pdf(source_of(path), progress=lambda done, total: seen.append((done, total)))
    assert seen == [(1, 3), (2, 3), (3, 3)]


def test_a_page_that_pdfium_cannot_read_goes_the_slow_way_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = small(tmp_path / "a.pdf", count=3)
    fast = read(path)

    def broken(page: object, number: int) -> object:
        if number == 2:
            raise ValueError("objek rusak")
        return read_page(page, number)  # type: ignore[arg-type]

    monkeypatch.setattr(reader, "read_page", broken)
    slow = read(path)
    assert [(note.kind, note.page) for note in slow.notes] == [("slow-path", 2)]
    assert "objek rusak" in slow.notes[0].message
    assert [line.text for line in slow.lines] == [line.text for line in fast.lines]
    assert [rows_of(table) for table in slow.tables] == [rows_of(table) for table in fast.tables]


def test_a_page_that_nothing_can_read_is_left_blank_and_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = small(tmp_path / "a.pdf", count=2)

    def broken(page: object, number: int) -> object:
        if number == 1:
            raise ValueError("objek rusak")
        return read_page(page, number)  # type: ignore[arg-type]

    def broken_too(path: str, number: int) -> object:
        raise RuntimeError("cadangan gagal")

    monkeypatch.setattr(reader, "read_page", broken)
    monkeypatch.setattr(reader, "read_page_slowly", broken_too)
    printed = read(path)
    assert [(note.kind, note.page) for note in printed.notes] == [("page-unreadable", 1)]
    assert printed.pages == 2
    assert [rows_of(table) for table in printed.tables] == [ROWS]


def test_the_document_is_closed_after_an_error(tmp_path: Path) -> None:
    path = small(tmp_path / "a.pdf", count=3)
    refused(path, max_pages=1)
    path.rename(tmp_path / "b.pdf")
    assert read(tmp_path / "b.pdf").pages == 3


def test_a_file_without_a_word_has_no_lines(tmp_path: Path) -> None:
    with Sheet(tmp_path / "a.pdf") as sheet:
        sheet.rules((60, 100, 200), (100, 120, 140))
    printed = read(sheet.path)
    assert (printed.pages, printed.blocks, printed.notes) == (1, (), ())
