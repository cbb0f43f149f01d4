from __future__ import annotations

import csv
import os
import re
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.writers.manifest_csv import HEADER, path_text, write_manifest_csv
from schemas.batch import BatchResult, EntryOutcome
from tests.batch_results import SHA, batch, ignored_line, line, night

ODD = st.one_of(
    st.binary(min_size=1, max_size=12),
    st.text(alphabet="=+-@'\"\\,;\n\r\t xe2 9\u202e\u200f＝\u0301é", min_size=1, max_size=12).map(str.encode),
)
NAMES = ODD.map(lambda name: os.fsdecode(name.replace(b"/", b"").replace(b"\0", b"") or b"x"))


def read(result: BatchResult, folder: Path) -> list[dict[str, str]]:
    write_manifest_csv(result, folder / "manifest.csv")
    with (folder / "manifest.csv").open(newline="", encoding="utf-8-sig") as handle:
        return list(csv.DictReader(handle))


def bytes_of(cell: str) -> bytes:
    """The path that a cell tells of, found without the writer."""
    text = cell[1:] if cell.startswith("'") else cell
    plain = re.compile(rb"\\(?:\\|x([0-9a-f]{2}))")
    return plain.sub(lambda found: bytes.fromhex(found[1].decode()) if found[1] else b"\\", text.encode())


def test_every_entry_is_one_line_in_its_order(tmp_path: Path) -> None:
    lines = read(night(), tmp_path)
    assert [(item["path"], item["outcome"], item["status"]) for item in lines] == [
        ("laporan/2023/lkjip.pdf", "done", "ok"),
        ("laporan/2023/rusak.pdf", "failed", "failed"),
        ("laporan/2023/gambar.pdf", "rechecked", "partial"),
        ("laporan/2023/salinan.pdf", "duplicate", "skipped"),
        ("laporan/2023/~$catatan.docx", "ignored", ""),
        ("laporan/2022/lkjip.docx", "unchanged", "ok"),
    ]
    assert tuple(lines[0]) == HEADER


def test_a_line_says_what_came_of_a_file_and_what_it_cost(tmp_path: Path) -> None:
    done, failed, _, duplicate, ignored, _ = read(night(), tmp_path)
    assert [done[key] for key in ("sha256", "attempts", "seconds", "peak_mib", "findings")] == [
        SHA, "1", "3.14", "150.2", "2",
    ]  # fmt: skip
    assert [failed[key] for key in ("stage", "kind", "message", "seconds", "peak_mib")] == [
        "read", "encrypted", "berkas terkunci; simpan ulang tanpa sandi.", "0.20", "",
    ]  # fmt: skip
    assert (duplicate["same_as"], duplicate["seconds"]) == ("laporan/2023/lkjip.pdf", "")
    assert (ignored["sha256"], ignored["attempts"], ignored["message"]) == (
        "", "0", "berkas sementara Word; bukan dokumen.",
    )  # fmt: skip


def test_what_was_not_read_does_not_look_like_a_report_without_findings(tmp_path: Path) -> None:
    clean = replace(line("bersih.pdf"), findings=0)
    lines = read(replace(night(), manifest=(clean, *night().manifest)), tmp_path)
    assert [item["findings"] for item in lines] == ["0", "2", "", "1", "", "", "2"]


def test_an_empty_folder_has_only_the_heading(tmp_path: Path) -> None:
    assert read(batch(), tmp_path) == []
    assert (tmp_path / "manifest.csv").read_bytes() == b"\xef\xbb\xbf" + ",".join(HEADER).encode() + b"\r\n"


def test_a_later_list_replaces_an_earlier_one(tmp_path: Path) -> None:
    read(night(), tmp_path)
    assert [item["path"] for item in read(batch(line("satu.pdf")), tmp_path)] == ["laporan/satu.pdf"]


@given(st.lists(NAMES, unique=True, max_size=8), st.sampled_from(["laporan/", "", "=keluar/", "lap\udcff/"]))
def test_every_name_can_be_read_back_and_stands_once(names: list[str], folder: str) -> None:
    entries = tuple(replace(line(name), path=folder + name) for name in names)
    with TemporaryDirectory() as place:
        found = [item["path"] for item in read(batch(*entries), Path(place))]
    assert [bytes_of(cell) for cell in found] == [os.fsencode(folder + name) for name in names]
    assert len(set(found)) == len(names)
    assert not [cell for cell in found if re.match(r"[=+@＝\t\r\n]|-(?=.*[^\d.,\s%-])", cell) and not plain(cell)]


def plain(cell: str) -> bool:
    return re.fullmatch(r"[+-]?\s*(?:\d[\d.,\s]*%?|-*)", cell) is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a\udce9.pdf", r"a\xe9.pdf"),
        ("a\udce9.pdf", "aé.pdf"),
        ("a\u202e.pdf", "a.pdf"),
        ("a\u202e.pdf", r"a\xe2\x80\xae.pdf"),
        ("=a.pdf", "'=a.pdf"),
        (r"a\\b.pdf", r"a\b.pdf"),
        ("a\nb.pdf", "a b.pdf"),
    ],
)
def test_different_files_never_look_the_same(tmp_path: Path, one: str, other: str) -> None:
    entries = [replace(line(name), path=name) for name in (one, other)]
    first, second = (item["path"] for item in read(batch(*entries), tmp_path))
    assert first != second


def test_a_usual_path_stays_as_it_is() -> None:
    usual = "laporan 2023/Dinas Pendidikan (revisi), final's – é.pdf"
    assert path_text(usual) == usual


def test_what_a_path_holds_that_files_do_not_is_written_out() -> None:
    assert path_text("lap/berkas\udce9\\1\u202e.pdf") == r"lap/berkas\xe9\\1\xe2\x80\xae.pdf"


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    copy = replace(line("b.pdf", EntryOutcome.DUPLICATE), same_as="=a.pdf")
    told = replace(ignored_line(), message="@SUM(1)")
    first, second = read(batch(copy, told), tmp_path)
    assert (first["same_as"], second["message"]) == ("'=a.pdf", "'@SUM(1)")
