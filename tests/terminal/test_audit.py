from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.terminal.audit import print_extract, print_summary
from pipeline.terminal.lines import printable
from schemas.finding import Severity
from schemas.narasi import HasilKlaim
from schemas.result import ClaimTally, Contents, DocumentResult, Note, Problem, Status
from tests.result_values import document, failed, finding, run_of


def printed_summary(*documents: DocumentResult, folder: Path | None = Path("output/x")) -> str:
    stream = io.StringIO()
    print_summary(run_of(*documents), folder, stream)
    return stream.getvalue()


def printed_extract(*documents: DocumentResult, folder: Path | None = Path("output/x")) -> str:
    stream = io.StringIO()
    print_extract(run_of(*documents), folder, stream)
    return stream.getvalue()


CLAIMS = ClaimTally(
    by_result={
        HasilKlaim.COCOK_TABEL: 139, HasilKlaim.BEDA_TABEL: 1, HasilKlaim.COCOK_HITUNG: 60, HasilKlaim.SALAH_HITUNG: 1,
        HasilKlaim.TAK_DIUJI: 111,
    },
    unchecked={"indikatornya tidak ada pada tabel": 111},
)  # fmt: skip


@pytest.fixture(autouse=True)
def eighty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


def test_table_has_every_document_with_its_figures() -> None:
    text = printed_summary(
        document(finding("HIT002", Severity.DECISION), finding(), finding(), path="lapor/a.pdf"),
        failed("lapor/rusak.pdf"),
    )
    row = next(line for line in text.splitlines() if line.startswith("a.pdf"))
    assert row.split() == ["a.pdf", "penuh", "5", "12/14", "1", "2", "0", "0", "1,3"]
    row = next(line for line in text.splitlines() if line.startswith("rusak.pdf"))
    assert row.split()[1] == "gagal"
    assert "rusak.pdf: berkas terkunci; simpan ulang tanpa sandi." in text
    assert text.endswith("Hasil lengkap: output/x\n")


def test_names_tell_equal_file_names_apart() -> None:
    text = printed_summary(document(path="dinas-a/lkip.pdf"), document(path="dinas-b/lkip.pdf"))
    assert "dinas-a/lkip.pdf" in text and "dinas-b/lkip.pdf" in text


def test_gravest_findings_come_first_over_all_documents_and_the_rest_is_counted() -> None:
    many = [finding(message=f"Pesan {number}.") for number in range(12)]
    text = printed_summary(document(*many, path="a.pdf"), document(finding("HIT002", Severity.DECISION), path="b.pdf"))
    findings = text[text.index("Temuan terberat") :]
    assert findings.index("HIT002 keputusan · b.pdf, hal. 3") < findings.index("HIT001 galat · a.pdf, hal. 3")
    assert findings.count("Pesan") == 9
    assert "… dan 3 temuan lain" in findings


def test_what_could_not_be_checked_is_said() -> None:
    unmapped = Note(stage="extract", kind="table-unmapped", message="Tabel 2.1")
    text = printed_summary(replace(document(), notes=(unmapped,)))
    assert "2 × target kosong (HIT001)" in text
    assert "1 × tabel terbaca tetapi belum dipahami" in text
    assert "Tidak terbaca" not in text
    assert "Tidak ada temuan pada yang dapat diperiksa." in text


def test_document_without_a_recomputed_row_is_named() -> None:
    text = printed_summary(replace(document(path="a.pdf"), rows_checked=0), document(path="b.pdf"))
    assert "1 × dokumen tanpa satu baris pun yang dihitung ulang: a.pdf" in text


def test_one_problem_of_many_documents_is_said_once_with_their_names() -> None:
    problem = Problem(stage="read", kind="no-text-layer", message="halaman gambar", page=4)
    pictures = [
        replace(document(path=f"lapor/{name}.pdf"), status=Status.PARTIAL, problems=(problem,)) for name in "ab"
    ]
    lines = printed_summary(*pictures).splitlines()
    at = lines.index("  2 dokumen: halaman gambar")
    assert lines[at + 1 : at + 3] == ["      a.pdf, hal. 4", "      b.pdf, hal. 4"]


@pytest.mark.parametrize("columns", [80, 120])
def test_every_document_has_one_line_and_no_word_is_broken(columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    paths = [f"lapor/dinas-{'perumahan-' * size}rakyat/lkip-{size}.pdf" for size in range(1, 6)]
    text = printed_summary(*(document(path=path) for path in paths))
    rows = [line for line in text.partition("\n\n")[0].splitlines() if line.startswith("dinas-")]
    assert len(rows) == 5
    assert [re.search(r"/(lkip-\d\.pdf) ", row)[1] for row in rows] == [f"lkip-{size}.pdf" for size in range(1, 6)]  # type: ignore[index]
    assert max(map(len, text.splitlines())) <= columns
    assert ("Keputusan" in text.splitlines()[0]) is (columns == 120)
    assert ("lkjip" in rows[0]) is (columns == 120)


def test_names_that_would_look_alike_when_cut_stay_whole() -> None:
    middle = "x" * 60
    paths = [f"lapor/{'a' * 30}{name}{middle}.pdf" for name in ("satu", "dua")]
    text = printed_summary(*(document(path=path) for path in paths))
    assert all(path.removeprefix("lapor/") in text for path in paths)


def test_nothing_read_is_not_nothing_found() -> None:
    text = printed_summary(failed(), folder=None)
    assert "Tidak ada temuan" not in text and "Hasil lengkap" not in text


def test_lines_fit_eighty_columns() -> None:
    long = "lapor/" + "laporan-kinerja-" * 6 + "2023.pdf"
    problem = Problem(stage="read", kind="x", message="kata " * 40)
    text = printed_summary(
        replace(document(finding(message="kata " * 60), path=long), status=Status.PARTIAL, problems=(problem,)),
        document(path="lapor/b.pdf"),
    )
    assert max(len(line) for line in text.splitlines() if long.rpartition("/")[2] not in line) <= 80


def test_text_of_documents_cannot_steer_the_terminal() -> None:
    attack = "\x1b[2J\x07[bold]x[/bold]\udcff"
    text = printed_summary(document(finding(message=attack), path=f"{attack}.pdf"))
    assert "\x1b" not in text and "\x07" not in text and "\udcff" not in text
    assert "[bold]x[/bold]" in text
    assert printable("a\tb\u202ec") == "a?b?c"


def test_claims_of_one_document_are_told_in_one_line() -> None:
    text = " ".join(printed_summary(replace(document(), claims=CLAIMS), failed()).split())
    assert (
        "klaim kalimat: 312 dibaca, 140 dicocokkan dengan tabel, 61 dihitung ulang, 111 tidak diperiksa" in text
    )
    assert "klaim kalimat: tidak ada yang dibaca" in printed_summary(document())
    assert "klaim kalimat" not in printed_summary(failed()).lower()


def test_claims_of_several_documents_have_one_line_each_and_a_failed_one_has_none() -> None:
    pair = replace(document(path="lapor/a.pdf"), claims=CLAIMS), document(path="lapor/b.pdf")
    below = printed_summary(*pair, failed("lapor/rusak.pdf")).partition("Klaim kalimat ")[2].partition("\n\n")[0]
    heading, _, *rows = below.splitlines()
    assert heading.split() == ["dibaca", "dengan", "tabel", "dihitung", "ulang", "tidak", "diperiksa"]
    assert [row.split() for row in rows] == [["a.pdf", "312", "140", "61", "111"], ["b.pdf", "0", "0", "0", "0"]]


@pytest.mark.parametrize("columns", [80, 120])
def test_extract_tells_what_was_read_and_nothing_of_findings(columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    held = Contents(tables=13, unmapped=2, rows=161, values=576, indicators=10, sentences=88)
    unmapped = Note(stage="extract", kind="table-unmapped", message="Tabel 2.1")
    read = replace(document(path="lapor/a.pdf"), contents=held, claims=CLAIMS, notes=(unmapped,))
    text = printed_extract(read, failed("lapor/rusak.pdf"))
    row = next(line for line in text.splitlines() if line.startswith("a.pdf"))
    assert row.split()[-8:] == ["penuh", "5", "13/15", "161", "576", "10", "312", "1,3"]
    row = next(line for line in text.splitlines() if line.startswith("rusak.pdf"))
    assert row.split()[-8:] == ["gagal", *["-"] * 6, "0,0"]
    assert "rusak.pdf: berkas terkunci" in text and "312 dibaca" in text
    assert "1 × tabel terbaca tetapi belum dipahami; rinciannya di extract.json" in text
    assert "temuan" not in text.lower() and text.endswith("Hasil lengkap: output/x\n")
    assert max(map(len, text.splitlines())) <= columns
