"""The command `capaian batch` from outside: help, what it prints where, exit codes, being stopped, the examples."""

from __future__ import annotations

import json
import os
import pty
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from pipeline.cli import main
from pipeline.cli_batch import batch_bar
from pipeline.settings import KEYS
from schemas.batch import BatchConfig, BatchEvent, EntryOutcome
from schemas.errors import ExitCode
from tests.small_files import GOOD_ROWS, WRONG_ROW, write_docx

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PROGRAM = "/opt/capaian/.venv/bin/capaian"
"""Where the examples have the program."""

RUN_FOLDER = re.compile(r"\d{8}-\d{6}-[0-9a-f]{4}")


@pytest.fixture
def lapor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CAPAIAN_DB", raising=False)
    folder = tmp_path / "lapor"
    folder.mkdir()
    return folder


def run_folders(out: Path) -> list[Path]:
    return sorted(item for item in out.iterdir() if RUN_FOLDER.fullmatch(item.name))


def in_process(*words: str, **streams: Any) -> subprocess.Popen[str]:
    """The command on its own, in the working folder; stdout and stderr can be read unless they go elsewhere."""
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | streams
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen([sys.executable, "-m", "pipeline.cli", *words], env=environment, text=True, **streams)


def lines_of(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_help_says_what_out_is_and_names_every_option(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["batch", "--help"])
    assert ended.value.code == 0
    text = " ".join(capsys.readouterr().out.split())
    assert "setiap malam mendapat folder sendiri DIR/<waktu>" in text
    assert all(option in text for option in KEYS.values())
    assert "CAPAIAN_DB" in text and "[FOLDER]" in text


def test_a_night_is_printed_and_written_below_out(lapor: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_docx(lapor / "laporan.docx", (*GOOD_ROWS, WRONG_ROW))
    (lapor / "catatan.txt").write_text("x")
    assert main(["batch", "lapor"]) == ExitCode.FINDINGS
    out, err = capsys.readouterr()
    (folder,) = run_folders(Path("output"))
    assert err == ""
    assert out.startswith("Semua dokumen di lapor selesai (1).\n     1 × dibaca dan diperiksa\n")
    assert f"Hasil lengkap: {Path('output').absolute() / folder.name}" in " ".join(out.split())
    assert json.loads((folder / "summary.json").read_text(encoding="utf-8"))["exit_code"] == ExitCode.FINDINGS
    assert "HIT001" in (folder / "perubahan.csv").read_text(encoding="utf-8")

    assert main(["batch", "lapor", "--fail-on", "never"]) == ExitCode.OK
    assert "tidak berubah; hasil sebelumnya berlaku" in capsys.readouterr().out
    assert main(["batch", "lapor", "--fail-on", "never"]) == ExitCode.OK
    assert capsys.readouterr().out.startswith("Tidak ada yang berubah sejak ")
    assert len(run_folders(Path("output"))) == 3


def test_quiet_prints_nothing_and_writes_all(lapor: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (lapor / "rusak.pdf").write_bytes(b"%PDF-1.4 terpotong")
    assert main(["batch", "lapor", "--quiet"]) == ExitCode.NOTHING_READ
    assert capfd.readouterr() == ("", "")
    (folder,) = run_folders(Path("output"))
    assert "rusak.pdf" in (folder / "manifest.csv").read_text(encoding="utf-8")


def test_an_error_is_told_in_spite_of_quiet(lapor: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["batch", "tidak-ada", "--quiet"]) == ExitCode.USAGE
    out, err = capfd.readouterr()
    assert out == "" and err.startswith("capaian: folder tidak-ada tidak ditemukan")
    assert [*Path().iterdir()] == [Path("lapor")]


@pytest.mark.parametrize("asked", ["option", "file"])
def test_with_json_log_stderr_holds_lines_only(asked: str, lapor: Path) -> None:
    write_docx(lapor / "laporan.docx")
    (lapor / "rusak.pdf").write_bytes(b"%PDF-1.4 terpotong")
    words = ["--json-log"] if asked == "option" else ["--config", "malam.toml"]
    Path("malam.toml").write_text("json_log = true\n")
    with in_process("batch", "lapor", *words) as process:
        out, err = process.communicate()
    assert process.returncode == ExitCode.PARTIAL
    assert out.startswith("1 dari 2 dokumen di lapor selesai; 1 gagal.")
    lines = lines_of(err)
    told = [line for line in lines if "outcome" in line]
    assert {line["path"]: line["outcome"] for line in told} == {
        "lapor/laporan.docx": "done", "lapor/rusak.pdf": "failed",
    }  # fmt: skip
    assert all(line["seconds"] >= 0 for line in told)
    (failed,) = (line for line in lines if line["event"] == "document failed")
    assert (failed["level"], failed["path"], failed["attempts"]) == ("warning", "lapor/rusak.pdf", 1)
    assert failed["kind"] and failed["reason"]
    assert (lines[0]["event"], lines[0]["folder"]) == ("batch started", "lapor")
    last = lines[-1]
    assert (last["event"], last["exit_code"], last["unchanged"]) == ("batch finished", ExitCode.PARTIAL, False)
    assert last["counts"] == {"done": 1, "failed": 1} and RUN_FOLDER.fullmatch(last["run_id"])


def test_errors_after_the_settings_are_lines_too(lapor: Path, capfd: pytest.CaptureFixture[str]) -> None:
    Path("malam.toml").write_text('json_log = true\nfolder = "lapor"\n')
    (Path("output")).write_text("bukan folder")
    code = main(["batch", "--config", "malam.toml"])
    assert code in {ExitCode.USAGE, ExitCode.OUTPUT_FAILED}
    out, err = capfd.readouterr()
    *_, last = lines_of(err)
    assert out == "" and (last["level"], last["logger"], last["exit_code"]) == ("error", "pipeline.cli", code)


def test_the_password_of_the_database_is_nowhere(lapor: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAPAIAN_DB", "postgresql://a:rahasia@127.0.0.1:1/b")
    for words in ([], ["--json-log"]):
        with in_process("batch", "lapor", *words) as process:
            out, err = process.communicate()
        assert process.returncode == ExitCode.USAGE
        assert "rahasia" not in out + err and "127.0.0.1:1" in err


@pytest.mark.parametrize(("number", "as_json"), [(signal.SIGINT, True), (signal.SIGTERM, False)])
def test_a_run_that_is_stopped_says_what_is_kept(number: signal.Signals, as_json: bool, lapor: Path) -> None:
    for item in range(25):
        write_docx(lapor / f"{item:02}.docx", (*GOOD_ROWS, (f"Indikator {item}", *WRONG_ROW[1:])))
    log = Path("stderr")
    words = ["--json-log"] if as_json else []
    with log.open("w") as err, in_process("batch", "lapor", *words, stderr=err) as process:
        try:
            wait_for_result(process, Path("output/simpanan"))
        finally:
            process.send_signal(number)
        out, _ = process.communicate()
    assert (process.returncode, out) == (ExitCode.INTERRUPTED, "")
    text = log.read_text(encoding="utf-8")
    last = lines_of(text)[-1]["event"] if as_json else text.strip().removeprefix("capaian: ")
    found = re.fullmatch(r"dihentikan; (\d+) dokumen yang selesai tersimpan, jalankan lagi untuk melanjutkan\.", last)
    assert found and 0 < int(found[1]) < 25
    if as_json:
        assert sum(line.get("outcome") == "done" for line in lines_of(text)) == int(found[1])
    assert run_folders(Path("output")) == []


def wait_for_result(process: subprocess.Popen[str], store: Path) -> None:
    """Returns when the second document was stored, so that the first is done whatever happens now."""
    while sum(name.startswith("hasil-") for _, _, names in os.walk(store) for name in names) < 2:
        assert process.poll() is None, "the run ended before it could be stopped"


def test_a_reader_of_stdout_that_goes_away_changes_no_exit_code(lapor: Path) -> None:
    write_docx(lapor / "laporan.docx", (*GOOD_ROWS, WRONG_ROW))
    reading, writing = os.pipe()
    os.close(reading)
    with in_process("batch", "lapor", stdout=writing) as process:
        os.close(writing)
        _, err = process.communicate()
    assert (process.returncode, err) == (ExitCode.FINDINGS, "")


def event(done: int, path: str = "lapor/a.pdf") -> BatchEvent:
    return BatchEvent(done=done, total=2, path=path, outcome=EntryOutcome.DONE)


def drawn(config: BatchConfig, events: Sequence[BatchEvent], monkeypatch: pytest.MonkeyPatch) -> str:
    """What a terminal on stderr shows of these events."""
    monkeypatch.setenv("TERM", "xterm")
    shown, side = pty.openpty()
    with os.fdopen(side, "w") as stream, monkeypatch.context() as patch:
        patch.setattr(sys, "stderr", stream)
        with batch_bar(config) as draw:
            for item in events:
                draw(item)
        stream.write("akhir")
    text = ""
    with os.fdopen(shown, "rb", buffering=0) as terminal:
        while not text.endswith("akhir"):
            text += terminal.read(1 << 16).decode()
    return text.removesuffix("akhir")


def test_a_terminal_shows_how_far_the_night_is(monkeypatch: pytest.MonkeyPatch) -> None:
    events = [event(1), event(2, "lapor/\x1b[2Jb[bold].pdf")]
    text = drawn(BatchConfig(folder=Path("lapor")), events, monkeypatch)
    assert "[2/2] lapor/?[2Jb[bold].pdf" in text


@pytest.mark.parametrize(
    "config",
    [BatchConfig(folder=Path("lapor"), quiet=True), BatchConfig(folder=Path("lapor"), json_log=True)],
    ids=["quiet", "json"],
)
def test_no_bar_is_drawn_where_none_is_wanted(config: BatchConfig, monkeypatch: pytest.MonkeyPatch) -> None:
    assert drawn(config, [event(1)], monkeypatch) == ""


def test_a_night_without_work_draws_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert drawn(BatchConfig(folder=Path("lapor")), [], monkeypatch) == ""


def test_no_terminal_no_bar(capfd: pytest.CaptureFixture[str]) -> None:
    with batch_bar(BatchConfig(folder=Path("lapor"))) as draw:
        draw(event(1))
    assert capfd.readouterr() == ("", "")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is not installed")
def test_systemd_takes_the_units_of_the_readme(tmp_path: Path) -> None:
    units = []
    for text in blocks("ini"):
        (name,) = re.findall(r"^# /etc/systemd/system/(\S+)\n", text)
        unit = tmp_path / name
        unit.write_text(text.replace(PROGRAM, sys.executable), encoding="utf-8")
        units.append(str(unit))
    assert len(units) == 2
    done = subprocess.run(["systemd-analyze", "verify", *units], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    (unit,) = (text for text in blocks("ini") if "[Service]" in text)
    assert f"ExecStart={PROGRAM} batch --config /etc/capaian/malam.toml\n" in unit
    successes = {int(word) for word in re.findall(r"^SuccessExitStatus=(.*)$", unit, re.MULTILINE)[0].split()}
    assert successes == {ExitCode.FINDINGS, ExitCode.PARTIAL}


def test_the_crontab_line_of_the_readme_works(lapor: Path) -> None:
    """With the files of the examples, in the shell that cron uses, on a folder of one report."""
    write_docx(lapor / "laporan.docx", (*GOOD_ROWS, WRONG_ROW))
    tata = lapor.parent / "tata"
    tata.mkdir()
    places = {"/etc/capaian": str(tata), "/srv/laporan": str(lapor), "/var/lib/capaian": str(lapor.parent / "hasil")}

    def placed(text: str) -> str:
        for place, here in places.items():
            text = text.replace(place, here)
        return text

    (settings,) = blocks("toml")
    (tata / "malam.toml").write_text(placed(settings), encoding="utf-8")
    (variables,) = (text for text in blocks("sh") if "CAPAIAN_DB=" in text)
    database = lapor.parent / "pangkalan data.sqlite"
    variables = re.sub("'postgresql:[^']*'", f"'sqlite:///{database}'", variables)
    (tata / "batch.env").write_text(variables, encoding="utf-8")
    (line,) = re.findall(r"^30 1 \* \* \* (.*)$", README, re.MULTILINE)
    assert "%" not in line  # cron would end the command there
    command = placed(line).replace(PROGRAM, f"{sys.executable} -m pipeline.cli")
    environment = {"HOME": str(tata), "PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        ["/bin/sh", "-c", command], env=environment, cwd=tata, capture_output=True, text=True, check=False
    )
    (folder,) = run_folders(lapor.parent / "hasil")
    assert database.is_file()
    names = {item.name for item in folder.iterdir()}
    assert {"findings.json", "findings.xlsx", "report.html"} <= names and "findings.csv" not in names
    assert (done.returncode, done.stderr) == (ExitCode.OK, "") and str(folder) in " ".join(done.stdout.split())


def test_the_readme_says_what_every_exit_code_means_for_a_scheduler() -> None:
    section = README.partition("\n### cron\n")[2].partition("\n### ")[0]
    assert re.findall(r"^\| (\d+) \|", section, re.MULTILINE) == [str(code.value) for code in ExitCode]


def test_old_run_folders_are_found_as_the_readme_says(tmp_path: Path) -> None:
    (command,) = re.findall(r"^\$ (find .*)$", README, re.MULTILINE)
    names = ["20260101-013000-0a1b", "20260201-013000-0a1b", "simpanan", ".capaian-0011aabb"]
    for name in names:
        (tmp_path / name).mkdir()
    (tmp_path / "capaian.sqlite").touch()
    for name in names[::2]:
        os.utime(tmp_path / name, (0, 0))
    subprocess.run(["/bin/sh", "-c", command.replace("/var/lib/capaian", str(tmp_path))], check=True)
    assert {item.name for item in tmp_path.iterdir()} == {*names[1:], "capaian.sqlite"}
