from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from pipeline.cli import main
from pipeline.cli_parser import COMMANDS
from pipeline.exit_status import exit_code
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
        ((partial("claim", "claims-broken"),), None, ExitCode.PARTIAL),
        ((partial("read", "page-unreadable"),), Severity.ERROR, ExitCode.PARTIAL),
        ((partial("read", "part-damaged"),), Severity.ERROR, ExitCode.PARTIAL),
        ((document(), PICTURES), Severity.ERROR, ExitCode.FINDINGS),
        ((document(), PICTURES), Severity.DECISION, ExitCode.OK),
        ((partial("extract", "no-known-table"),), Severity.ADVISORY, ExitCode.OK),
        ((partial("extract", "performance-unmapped"),), Severity.ADVISORY, ExitCode.OK),
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
        (["extract"], "belum diberikan: PATH"),
        (["extrak", "x.pdf"], "maksud Anda extract?"),
        (["extract", "x.pdf", "--fail-on", "error"], "tidak dikenal: --fail-on"),
        (["migrate"], "belum diberikan: PATH"),
        (["migrasi", "x.pdf"], "maksud Anda migrate?"),
        (["bath", "x"], "maksud Anda batch?"),
        (["batch"], "belum diberikan: FOLDER"),
        (["migrate", "x.pdf", "--db"], "--db memerlukan nilai"),
        (["migrate", "x.pdf", "--terima", "a.csv"], "maksud Anda --diterima?"),
        (["migrate", "x.pdf", "--diterima", "tidak-ada.csv"], "tidak-ada.csv tidak dapat dibaca"),
        (["migrate", "x.pdf", "--out", "muat", "--db", "muat/a.sqlite"], "di luar folder hasil"),
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
    assert all(word in text for word in (*COMMANDS, "130"))
    assert not any(word in text for word in ("review", "usage"))


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_a_command_names_it_once(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main([command, "--help"])
    assert capsys.readouterr().out.startswith(f"pemakaian: capaian {command} [-h]")


def test_help_is_fast_because_nothing_heavy_is_loaded() -> None:
    code = (
        "import sys, pipeline.cli; from pipeline.cli_parser import make_parser; make_parser().format_help(); "
        "heavy = 'rich jinja2 openpyxl pypdfium2 pdfplumber rapidfuzz lxml spacy thinc numpy sqlalchemy alembic pebble "
        "distributed filelock'.split(); "
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
    from pipeline.checks import ALL_CHECKS

    assert main(["checks"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split() for line in lines] == [[check.code, check.severity.value, check.name] for check in ALL_CHECKS]
    for check in ALL_CHECKS:
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


SAMPLES = Path(__file__).parents[1] / "samples" / "lkjip"


def test_extract_writes_what_it_read_of_the_samples_and_no_finding(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "petik"
    assert main(["extract", str(SAMPLES), "--out", str(out)]) == ExitCode.OK
    printed = capsys.readouterr().out
    assert "temuan" not in printed.lower() and f"Hasil lengkap: {out}" in " ".join(printed.split())
    assert {item.name for item in out.iterdir()} == {
        "documents", "extract.json", "indikator-tahunan.csv", "indikator.csv", "klaim.csv", "nama-ditanya.csv",
        "nilai.csv", "run.log",
    }  # fmt: skip
    record = json.loads((out / "extract.json").read_text(encoding="utf-8"))
    schema = json.loads((SAMPLES.parents[1] / "schemas/json/extract.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(record)
    documents = {item["path"]: item for item in record["documents"]}
    assert {Path(path).name for path in documents} == {item.name for item in SAMPLES.iterdir()}
    listed = {name: lines_by_path(out / f"{name}.csv") for name in ("nilai", "indikator", "klaim")}
    for path, item in documents.items():
        counts = item["counts"]
        assert counts["indicators"] == listed["indikator"][path] > 0
        assert counts["values"] == listed["nilai"][path] > 0
        assert counts["claims"] == listed["klaim"][path] == item["claims"]["read"]
        assert sum(item["claims"]["by_result"].values()) == item["claims"]["read"]
        assert sum(item["claims"]["unchecked"].values()) == item["claims"]["by_result"].get("tidak diperiksa", 0)
        folder = out / "documents" / item["sha256"]
        assert {inner.name for inner in folder.iterdir()} == {"printed.json", "laporan.json", "tables"}
        assert len(list((folder / "tables").iterdir())) >= counts["tables"] > 0


def lines_by_path(path: Path) -> Counter[str]:
    with path.open(newline="", encoding="utf-8-sig") as handle:
        first, *rows = csv.reader(handle)
    assert first[0] in {"path", "berkas"}
    return Counter(row[0] for row in rows)


def test_extract_reads_as_audit_does(tmp_path: Path) -> None:
    path = SAMPLES / "dinas-keliru.docx"
    main(["extract", str(path), "--out", str(tmp_path / "petik")])
    main(["audit", str(path), "--out", str(tmp_path / "hasil")])
    for name in ("nilai.csv", "klaim.csv"):
        assert (tmp_path / "petik" / name).read_bytes() == (tmp_path / "hasil" / name).read_bytes()
    (ours,) = (tmp_path / "petik" / "documents").iterdir()
    for item in sorted(ours.rglob("*.*")):
        other = tmp_path / "hasil" / "documents" / item.relative_to(ours.parent)
        assert item.read_bytes() == other.read_bytes()
    record = json.loads((tmp_path / "hasil" / "findings.json").read_text(encoding="utf-8"))["documents"][0]
    assert record["claims"]["read"] == sum(lines_by_path(tmp_path / "hasil" / "klaim.csv").values())


def test_extract_has_no_exit_code_1_and_writes_below_output(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    write_docx(tmp_path / "laporan.docx", (*GOOD_ROWS, WRONG_ROW))
    assert main(["extract", "laporan.docx"]) == ExitCode.OK
    (folder,) = (tmp_path / "output").iterdir()
    assert f"Hasil lengkap: output/{folder.name}" in capsys.readouterr().out
    assert json.loads((folder / "extract.json").read_text(encoding="utf-8"))["run"]["run_id"] == folder.name
