"""The JSON log: one object a line whatever is logged, no password in it, and nothing else on stderr."""

from __future__ import annotations

import io
import json
import logging
import re
import subprocess
import sys
import threading
import warnings
from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.cli import main
from pipeline.json_log import JsonFormatter, is_on, json_lines, without_passwords
from pipeline.writers.run_folder import RunFolder
from schemas.errors import ExitCode

LOG = logging.getLogger("pipeline.contoh")


def lines_of(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


@pytest.fixture
def stream() -> Iterator[io.StringIO]:
    held = io.StringIO()
    with json_lines(held):
        yield held


def test_a_line_has_time_level_logger_event_and_what_was_given(stream: io.StringIO) -> None:
    before = datetime.now().astimezone()
    LOG.info("document %s", "a.pdf", extra={"path": "lapor/a.pdf", "outcome": "done", "seconds": 1.25, "findings": 3})
    (line,) = lines_of(stream.getvalue())
    time = datetime.fromisoformat(line.pop("time"))
    assert time.utcoffset() == before.utcoffset() is not None
    assert before - timedelta(milliseconds=1) <= time <= datetime.now().astimezone()
    assert line == {
        "level": "info", "logger": "pipeline.contoh", "event": "document a.pdf", "path": "lapor/a.pdf",
        "outcome": "done", "seconds": 1.25, "findings": 3,
    }  # fmt: skip


def test_every_level_and_logger_is_taken_from_info_on(stream: io.StringIO) -> None:
    LOG.debug("terlalu rinci")
    LOG.warning("satu")
    logging.getLogger("pustaka.lain").error("dua")
    logging.getLogger("pustaka.lain").info("terlalu rinci")
    assert [(line["level"], line["logger"], line["event"]) for line in lines_of(stream.getvalue())] == [
        ("warning", "pipeline.contoh", "satu"),
        ("error", "pustaka.lain", "dua"),
    ]


def test_an_error_has_its_trace_on_the_same_line(stream: io.StringIO) -> None:
    try:
        int("postgresql://a:rahasia@b/c")
    except ValueError:
        LOG.exception("rusak")
    (line,) = lines_of(stream.getvalue())
    assert line["error"].startswith("Traceback") and "test_json_log.py" in line["error"]
    assert "rahasia" not in line["error"] and "postgresql://a:***@" in line["error"]


def test_what_json_does_not_know_is_text(stream: io.StringIO) -> None:
    extra = {
        "folder": Path("lapor"), "angka": Decimal("1.50"), "nan": float("nan"), "kosong": None, "ya": True,
        "daftar": ("a", 1, [Path("b")]), "peta": {Path("c"): float("inf")}, "ganjil": "\udcff\x00\n\u2028",
    }  # fmt: skip
    LOG.info("nilai", extra=extra)
    assert stream.getvalue().count("\n") == 1 and stream.getvalue().isascii()
    (line,) = lines_of(stream.getvalue())
    assert {key: line[key] for key in extra} == {
        "folder": "lapor", "angka": "1.50", "nan": "nan", "kosong": None, "ya": True, "daftar": ["a", 1, ["b"]],
        "peta": {"c": "inf"}, "ganjil": "\udcff\x00\n\u2028",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("message", "arguments", "event"),
    [
        ("%d dokumen", ("dua",), "%d dokumen ('dua',)"),
        ("selesai", ("lebih",), "selesai ('lebih',)"),
        ("100% selesai %s", ("a",), "100% selesai %s ('a',)"),
        ("100% selesai", None, "100% selesai"),
    ],
)
def test_arguments_that_do_not_fit_their_text_are_told_all_the_same(
    message: str, arguments: tuple[object, ...] | None, event: str
) -> None:
    record = logging.makeLogRecord({"msg": message, "args": arguments})
    assert json.loads(JsonFormatter().format(record))["event"] == event


def test_an_extra_field_does_not_replace_one_of_ours(stream: io.StringIO) -> None:
    LOG.info("jujur", extra={"event": "palsu", "level": "palsu"})
    (line,) = lines_of(stream.getvalue())
    assert (line["event"], line["level"]) == ("jujur", "info")


@given(
    event=st.text(),
    fields=st.dictionaries(
        st.text(min_size=1).map("x_{}".format),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary(),
            lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
            max_leaves=6,
        ),
        max_size=4,
    ),
)
def test_anything_becomes_one_line_of_json(event: str, fields: dict[str, object]) -> None:
    record = logging.makeLogRecord({"name": "x", "msg": event, "levelname": "INFO"} | fields)
    text = JsonFormatter().format(record)
    assert text.isascii() and "\n" not in text
    assert set(fields) <= set(json.loads(text, parse_constant=lambda word: pytest.fail(f"{word} is no JSON")))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("postgresql://capaian:rahasia@db:5432/x", "postgresql://capaian:***@db:5432/x"),
        ("di 'postgresql+pg8000://a:r@h@s:i/a@db/x'.", "di 'postgresql+pg8000://a:***@db/x'."),
        ("tcp://:rahasia@host:1", "tcp://:***@host:1"),
        ("postgresql://a:r'ahasia@db/x", "postgresql://a:***@db/x"),
        ("a://b:rahasia@c dan d://e:rahasia@f", "a://b:***@c dan d://e:***@f"),
        ("postgresql://db/x?user=a&password=rahasia&ssl=yes", "postgresql://db/x?user=a&password=***&ssl=yes"),
        ("postgresql://capaian@db/x", "postgresql://capaian@db/x"),
        ("tcp://host:8786 oleh a@b", "tcp://host:8786 oleh a@b"),
        ("sqlite:////srv/catatan.sqlite", "sqlite:////srv/catatan.sqlite"),
        ("jam 12:30, surel a@b", "jam 12:30, surel a@b"),
    ],
)
def test_passwords_of_addresses_are_left_out(text: str, told: str, stream: io.StringIO) -> None:
    assert without_passwords(text) == told
    LOG.info("%s", text, extra={"db": text, "daftar": [text], "peta": {"a": text}})
    (line,) = lines_of(stream.getvalue())
    assert (line["event"], line["db"], line["daftar"], line["peta"]) == (told, told, [told], {"a": told})


@given(
    user=st.text("abc"),
    password=st.text("aZ0:/@'\"#?%&=", min_size=1),
    host=st.from_regex(r"\A[a-z]{1,5}(:[0-9]{2})?/[a-z]+\Z"),
)
def test_no_password_survives(user: str, password: str, host: str) -> None:
    marked = f"RAHASIA{password}RAHASIA"
    assert without_passwords(f"tidak tersambung: postgresql://{user}:{marked}@{host}") == (
        f"tidak tersambung: postgresql://{user}:***@{host}"
    )


def test_warnings_and_errors_of_threads_are_lines_too(stream: io.StringIO, capfd: pytest.CaptureFixture[str]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        # pytest records warnings itself inside a test; what the block set is called as Python would
        warnings.showwarning("usang", DeprecationWarning, "modul.py", 7)
    thread = threading.Thread(target=int, args=("bukan angka",))
    thread.start()
    thread.join()
    usang, putus = lines_of(stream.getvalue())
    assert (usang["logger"], usang["event"], usang["category"]) == ("py.warnings", "usang", "DeprecationWarning")
    assert usang["place"] == "modul.py:7"
    assert putus["level"] == "error" and "invalid literal for int()" in putus["error"]
    assert capfd.readouterr().err == ""


def test_after_the_block_everything_is_as_before(stream: io.StringIO) -> None:
    def state() -> tuple[object, ...]:
        root = logging.getLogger()
        return [*root.handlers], logging.getLogger("pipeline").level, warnings.showwarning, threading.excepthook

    before = state()
    inner = io.StringIO()
    with pytest.raises(KeyError), json_lines(inner):
        assert is_on() and state() != before
        raise KeyError
    assert state() == before
    LOG.info("sesudahnya")
    assert inner.getvalue() == "" and "sesudahnya" in stream.getvalue()


def test_it_is_off_outside() -> None:
    assert not is_on()


def test_a_stream_that_is_gone_stops_nothing() -> None:
    stream = io.StringIO()
    with json_lines(stream):
        stream.close()
        LOG.error("tak terdengar")


def test_a_run_folder_logs_to_its_file_and_to_the_lines(stream: io.StringIO, tmp_path: Path) -> None:
    with RunFolder(out=None, parent=tmp_path, formats=("json",)) as folder:
        LOG.info("di dalam")
        assert "di dalam" in (folder.folder / "run.log").read_text(encoding="utf-8")
    LOG.info("sesudah folder")
    shown = warnings.showwarning
    assert shown.__module__ == "pipeline.json_log"
    assert [line["event"] for line in lines_of(stream.getvalue())] == ["di dalam", "sesudah folder"]


def test_usage_errors_are_lines_when_lines_are_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["batch", "x", "--json-log", "--jbos", "3"]) == ExitCode.USAGE
    out, err = capsys.readouterr()
    (line,) = lines_of(err)
    assert out == "" and (line["level"], line["exit_code"]) == ("error", ExitCode.USAGE)
    assert line["event"] == "tidak dikenal: --jbos 3; maksud Anda --jobs? Bantuan: capaian --help"
    assert not is_on()


def test_errors_of_settings_are_lines_too_and_hold_no_password(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CAPAIAN_DB", "mysql://a:rahasia@b/c")
    assert main(["batch", str(tmp_path), "--json-log"]) == ExitCode.USAGE
    (line,) = lines_of(capsys.readouterr().err)
    assert line["event"].startswith("CAPAIAN_DB: seharusnya") and "rahasia" not in str(line)


def test_a_command_in_its_own_process_prints_nothing_but_lines(tmp_path: Path) -> None:
    script = (
        "import sys, logging, warnings, threading\n"
        "from pipeline.json_log import json_lines\n"
        "with json_lines():\n"
        "    logging.getLogger('lain').warning('satu')\n"
        "    warnings.warn('dua')\n"
        "    thread = threading.Thread(target=int, args=('x',))\n"
        "    thread.start(); thread.join()\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == ""
    assert [line["event"] for line in lines_of(done.stderr)] == ["satu", "dua", "thread ended by an error"]
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT[\d:.]+[+-]\d\d:\d\d", line["time"]) for line in lines_of(done.stderr))
