from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

from pipeline.writers.summary_json import summary_record, write_summary_json
from schemas.batch import BatchResult, EntryOutcome, FindingState
from schemas.errors import ExitCode
from tests.batch_results import PREVIOUS, RUN_ID, batch, change, failed_line, line, night, partial_line

SCHEMA = json.loads(Path("schemas/json/summary.schema.json").read_text(encoding="utf-8"))


def written(result: BatchResult, folder: Path, exit_code: ExitCode = ExitCode.PARTIAL) -> Any:
    write_summary_json(result, folder / "summary.json", exit_code)
    record = json.loads((folder / "summary.json").read_text(encoding="utf-8"))
    Draft202012Validator(SCHEMA).validate(record)
    return record


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_a_night_with_every_outcome_keeps_the_contract(tmp_path: Path) -> None:
    result = replace(
        night(), findings={"error": 3, "advisory": 2}, open=4, interrupted_runs=("20240130-010000-dead",)
    )
    assert written(result, tmp_path) == {
        "schema_version": "1",
        "run": {
            "run_id": RUN_ID, "started": "2024-02-01T01:00:00+07:00", "finished": "2024-02-01T01:02:03.450000+07:00",
            "tool": "capaian 0.1.0", "config": "c0ffee", "kamus": "ca3b", "reading": "0ead", "checking": "c4ec",
        },
        "folder": "laporan",
        "previous": PREVIOUS,
        "exit_code": 3,
        "complete": False,
        "unchanged": False,
        "seconds": 123.45,
        "counts": {
            "total": 6, "done": 1, "rechecked": 1, "unchanged": 1, "duplicate": 1, "failed": 1, "ignored": 1,
        },
        "partial": 1,
        "failed": [
            {
                "path": "laporan/2023/rusak.pdf", "stage": "read", "kind": "encrypted",
                "message": "berkas terkunci; simpan ulang tanpa sandi.",
            }
        ],
        "unseen_folders": 0,
        "findings": {
            "by_severity": {"decision": 0, "error": 3, "presentation": 0, "advisory": 2},
            "new": 1, "open": 4, "unread": 0, "fixed": 1, "gone": 1,
        },
        "interrupted_runs": ["20240130-010000-dead"],
    }  # fmt: skip


def test_every_outcome_is_counted_also_when_there_is_none(tmp_path: Path) -> None:
    counts = written(batch(), tmp_path, ExitCode.NOTHING_READ)["counts"]
    assert counts == {"total": 0} | {outcome.value: 0 for outcome in EntryOutcome}


@pytest.mark.parametrize(
    ("lines", "complete"),
    [
        ((line("a.pdf"), line("b.pdf", EntryOutcome.UNCHANGED)), True),
        ((line("a.pdf"), failed_line()), False),
        ((line("a.pdf"), partial_line()), False),
        ((replace(partial_line(), outcome=EntryOutcome.UNCHANGED),), False),
    ],
)
def test_complete_is_all_read_and_checked_whole(tmp_path: Path, lines: tuple[Any, ...], complete: bool) -> None:
    assert written(batch(*lines), tmp_path, ExitCode.OK)["complete"] is complete


def test_what_nobody_could_look_for_and_folders_nobody_could_look_into_are_counted(tmp_path: Path) -> None:
    shut = replace(failed_line("tertutup"), folder=True, sha256=None)
    result = replace(batch(shut, failed_line()), open=3, unread=(change(FindingState.OPEN),) * 2)
    record = written(result, tmp_path)
    assert (record["unseen_folders"], record["counts"]["failed"], len(record["failed"])) == (1, 2, 2)
    assert (record["findings"]["open"], record["findings"]["unread"]) == (3, 2)


def test_a_copy_of_a_document_read_in_part_is_no_second_one(tmp_path: Path) -> None:
    copy = replace(partial_line("salinan.pdf"), outcome=EntryOutcome.DUPLICATE)
    assert written(batch(partial_line(), copy), tmp_path)["partial"] == 1


def test_the_first_run_has_none_before_it(tmp_path: Path) -> None:
    result = batch(line("a.pdf"), changes=(change(FindingState.NEW),), previous=None)
    record = written(result, tmp_path, ExitCode.FINDINGS)
    assert (record["previous"], record["findings"]["new"]) == (None, 1)


def test_a_clock_put_back_in_the_night_makes_no_negative_time(tmp_path: Path) -> None:
    assert written(replace(batch(), finished="2024-02-01T00:59:00+07:00"), tmp_path)["seconds"] == 0


def test_a_time_of_another_zone_is_no_longer_a_night(tmp_path: Path) -> None:
    assert written(replace(batch(), finished="2024-01-31T18:00:02+00:00"), tmp_path)["seconds"] == 2


def test_names_and_messages_that_are_no_unicode_do_not_stop_the_file(tmp_path: Path) -> None:
    item = replace(failed_line(), path="laporan/a\udce9.pdf", message="a\udcffb")
    (failed,) = written(batch(item), tmp_path)["failed"]
    assert (failed["path"], failed["message"]) == (r"laporan/a\xe9.pdf", "a?b")


def spoiled(spoil: Callable[[dict[str, Any]], object], result: BatchResult) -> dict[str, Any]:
    record: dict[str, Any] = json.loads(json.dumps(summary_record(result, ExitCode.PARTIAL)))
    Draft202012Validator(SCHEMA).validate(record)
    spoil(record)
    return record


@pytest.mark.parametrize(
    "spoil",
    [
        lambda record: record.pop("counts"),
        lambda record: record["counts"].pop("ignored"),
        lambda record: record["counts"].update(lost=1),
        lambda record: record["findings"]["by_severity"].pop("decision"),
        lambda record: record["findings"].update(new=-1),
        lambda record: record["findings"].pop("unread"),
        lambda record: record.pop("unseen_folders"),
        lambda record: record["failed"][0].update(message=""),
        lambda record: record["failed"][0].update(page=1),
        lambda record: record["run"].update(run_id="kemarin"),
        lambda record: record["run"].pop("checking"),
        lambda record: record.update(exit_code=130),
        lambda record: record.update(schema_version="2"),
        lambda record: record.update(complete=True),
        lambda record: record.update(partial=0, failed=[]),
        lambda record: record.update(unchanged=True),
        lambda record: record.update(previous=None),
        lambda record: record.update(host="server"),
    ],
)
def test_the_schema_refuses_what_breaks_the_contract(spoil: Callable[[dict[str, Any]], object]) -> None:
    with pytest.raises(ValidationError):
        Draft202012Validator(SCHEMA).validate(spoiled(spoil, night()))


def test_the_results_of_the_run_before_can_stand_whole(tmp_path: Path) -> None:
    result = replace(batch(line("a.pdf", EntryOutcome.UNCHANGED)), unchanged=True, open=2, findings={"error": 2})
    record = written(result, tmp_path, ExitCode.FINDINGS)
    assert (record["unchanged"], record["complete"], record["findings"]["open"]) == (True, True, 2)
    with pytest.raises(ValidationError):
        Draft202012Validator(SCHEMA).validate(record | {"previous": None})
