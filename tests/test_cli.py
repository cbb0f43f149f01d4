from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.cli import COMMANDS, exit_code, main
from schemas.config import FORMATS
from schemas.errors import ExitCode
from schemas.finding import Finding, Severity
from schemas.result import DocumentResult, Problem, Status
from tests.result_values import document, failed, finding, run_of
from tests.small_files import GOOD_ROWS, WRONG_ROW, write_docx


def partial(stage: str, kind: str, *findings: Finding) -> DocumentResult:
    problem = Problem(stage=stage, kind=kind, message="pesan")
    return replace(document(*findings, status=Status.PARTIAL), problems=(problem,))


BROKEN = partial("check", "check-broken", finding())
PICTURES = partial("read", "no-text-layer", finding())


@pytest.mark.parametrize(
    ("documents", "fail_on", "code"),
    [
        ((document(),), Severity.ADVISORY, ExitCode.OK),
        ((document(finding()),), Severity.ERROR, ExitCode.FINDINGS),
        ((document(finding()),), Severity.DECISION, ExitCode.OK),
        ((document(finding()),), Severity.PRESENTATION, ExitCode.FINDINGS),
        ((document(finding(severity=Severity.ADVISORY)),), Severity.PRESENTATION, ExitCode.OK),
        ((document(finding(severity=Severity.ADVISORY)),), Severity.ADVISORY, ExitCode.FINDINGS),
        ((document(finding(severity=Severity.DECISION)),), None, ExitCode.OK),
        ((document(), BROKEN), Severity.ERROR, ExitCode.PARTIAL),
        ((partial("interpret", "internal"),), None, ExitCode.PARTIAL),
        ((partial("read", "page-unreadable"),), Severity.ERROR, ExitCode.PARTIAL),
        ((partial("read", "part-damaged"),), Severity.ERROR, ExitCode.PARTIAL),
        ((document(), PICTURES), Severity.ERROR, ExitCode.FINDINGS),
        ((document(), PICTURES), Severity.DECISION, ExitCode.OK),
        ((partial("extract", "no-known-table"),), Severity.ADVISORY, ExitCode.OK),
        ((partial("read", "equation-object"),), Severity.ADVISORY, ExitCode.OK),
        ((document(), failed()), Severity.ERROR, ExitCode.PARTIAL),
        ((PICTURES, failed()), None, ExitCode.PARTIAL),
        ((failed(), failed()), Severity.ERROR, ExitCode.NOTHING_READ),
        ((), Severity.ERROR, ExitCode.NOTHING_READ),
    ],
)
def test_exit_code_of_a_finished_run(
    documents: tuple[DocumentResult, ...], fail_on: Severity | None, code: ExitCode
) -> None:
    assert exit_code(run_of(*documents), fail_on) is code


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([], "perintah belum diberikan"),
        (["audti", "x.pdf"], "maksud Anda audit?"),
        (["audit"], "belum diberikan: PATH"),
        (["audit", "x.pdf", "--fomat", "csv"], "maksud Anda --format?"),
        (["audit", "x.pdf", "--failon=error"], "maksud Anda --fail-on?"),
        (["audit", "x.pdf", "--form", "csv"], "tidak dikenal: --form"),
        (["audit", "x.pdf", "--fail-on", "eror"], "maksud Anda error?"),
        (["audit", "x.pdf", "--fail-on"], "--fail-on memerlukan nilai"),
        (["audit", "x.pdf", "--format", "xls"], "maksud Anda xlsx?"),
        (["audit", "x.pdf", "--format", "jsn"], "maksud Anda json?"),
        (["audit", "x.pdf", "--format", ","], "kosong"),
        (["explain"], "belum diberikan: KODE"),
        (["explain", "HIT01"], "maksud Anda HIT001?"),
        (["checks", "semua"], "tidak dikenal: semua"),
    ],
)
def test_usage_errors_are_said_in_indonesian_with_the_nearest_known_word(
    arguments: list[str],
    says: str,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == ExitCode.USAGE
    out, err = capsys.readouterr()
    assert out == "" and says in err
    assert list(tmp_path.iterdir()) == []


def test_help_lists_only_what_exists(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["--help"])
    assert stop.value.code == 0
    text = capsys.readouterr().out
    assert all(word in text for word in ("audit", "explain", "checks", "130"))
    assert not any(word in text for word in ("extract", "migrate", "batch", "review", "usage"))


def test_help_of_a_command_names_it_once(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["audit", "--help"])
    assert capsys.readouterr().out.startswith("pemakaian: capaian audit [-h]")


def test_help_is_fast_because_nothing_heavy_is_loaded() -> None:
    code = (
        "import sys; from pipeline.cli import _parser; _parser().format_help(); "
        "heavy = 'rich jinja2 openpyxl pypdfium2 pdfplumber rapidfuzz lxml'.split(); "
        "print([name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_readme_names_commands_formats_and_exit_codes_as_they_are() -> None:
    readme = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
    assert f"--format {','.join(FORMATS)}]" in readme
    assert all(f"| `capaian {command}" in readme for command in COMMANDS)
    section = readme.partition("## Exit codes")[2].partition("\n## ")[0]
    assert re.findall(r"^\| (\d+) \|", section, re.MULTILINE) == [str(code.value) for code in ExitCode]


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("capaian ")


def test_every_check_is_listed_and_explained(capsys: pytest.CaptureFixture[str]) -> None:
    from pipeline.checks import CHECKS

    assert main(["checks"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split() for line in lines] == [[check.code, check.severity.value, check.name] for check in CHECKS]
    for check in CHECKS:
        assert main(["explain", check.code.lower()]) == 0
        text = capsys.readouterr().out
        assert text.startswith(f"{check.code} {check.name}") and check.doc.strip() in text


def test_audit_writes_one_run_folder_and_prints_where(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    write_docx(tmp_path / "laporan.docx", (*GOOD_ROWS, WRONG_ROW))
    (tmp_path / "catatan.txt").write_text("x")
    assert main(["audit", "."]) == ExitCode.FINDINGS
    out, err = capsys.readouterr()
    assert "1 berkas lain di dalam folder tidak dibaca" in err
    (folder,) = (tmp_path / "output").iterdir()
    assert f"Hasil lengkap: output/{folder.name}" in out
    record = json.loads((folder / "findings.json").read_text(encoding="utf-8"))
    assert record["run"]["run_id"] == folder.name
    (item,) = record["documents"]
    assert item["path"] == "laporan.docx"
    wrong = [finding for finding in item["findings"] if finding["code"] == "HIT001"]
    assert [(finding["subject"], finding["stated"]["text"]) for finding in wrong] == [(WRONG_ROW[1], WRONG_ROW[-1])]
    assert (item["rows_checked"], item["rows_unchecked"]) == (4, 0)


def test_never_fails_on_findings_and_formats_choose_files(tmp_path: Path) -> None:
    path = write_docx(tmp_path / "laporan.docx", (*GOOD_ROWS, WRONG_ROW))
    out = tmp_path / "hasil"
    assert main(["audit", str(path), "--out", str(out), "--fail-on", "never", "--format", "html"]) == ExitCode.OK
    assert {item.name for item in out.iterdir()} == {"findings.json", "documents", "report.html", "run.log"}


def test_right_report_has_no_finding(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write_docx(tmp_path / "laporan.docx")
    assert main(["audit", str(path), "--out", str(tmp_path / "hasil"), "--fail-on", "advisory"]) == ExitCode.OK
    assert "Tidak ada temuan pada yang dapat diperiksa." in capsys.readouterr().out
