from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

from pipeline.writers.extract_json import write_extract_json
from schemas.narasi import HasilKlaim
from schemas.result import ClaimTally, Contents, Problem, RunResult, Status
from tests.result_values import SHA, document, failed, run_of

SCHEMA = json.loads(Path("schemas/json/extract.schema.json").read_text(encoding="utf-8"))
FINDINGS_SCHEMA = json.loads(Path("schemas/json/findings.schema.json").read_text(encoding="utf-8"))
READ = replace(
    document(),
    contents=Contents(tables=13, unmapped=2, rows=161, values=576, indicators=10, sentences=88),
    claims=ClaimTally(by_result={HasilKlaim.COCOK_TABEL: 4, HasilKlaim.TAK_DIUJI: 1}, unchecked={"tanpa peran": 1}),
)


def written(run: RunResult, folder: Path) -> Any:
    write_extract_json(run, folder / "extract.json")
    return json.loads((folder / "extract.json").read_text(encoding="utf-8"))


def test_every_document_is_there_with_its_counts_and_problems(tmp_path: Path) -> None:
    broken = Problem(stage="claim", kind="claims-broken", message="terhenti")
    partial = replace(READ, status=Status.PARTIAL, problems=(broken,), path="berkas\udce9.pdf")
    record = written(run_of(READ, partial, failed()), tmp_path)
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA).validate(record)
    first, second, third = record["documents"]
    assert (first["sha256"], first["family"], first["instansi"], first["tahun"]) == (SHA, "lkjip", "Dinas Contoh", 2023)
    assert first["counts"] == {
        "tables": 13, "tables_unmapped": 2, "rows": 161, "values": 576, "indicators": 10, "sentences": 88, "claims": 5,
    }  # fmt: skip
    assert first["claims"] == {
        "read": 5, "by_result": {"cocok dengan tabel": 4, "tidak diperiksa": 1}, "unchecked": {"tanpa peran": 1},
    }  # fmt: skip
    assert (second["path"], second["problems"][0]["stage"]) == ("berkas?.pdf", "claim")
    assert third["status"] == "failed" and not any(third["counts"].values())


@pytest.mark.parametrize("spoil", ["counts", "negative", "outcome", "extra", "ok beside a problem"])
def test_the_schema_refuses_what_breaks_the_contract(spoil: str, tmp_path: Path) -> None:
    record = written(run_of(READ), tmp_path)
    (item,) = record["documents"]
    if spoil == "counts":
        del item["counts"]["values"]
    elif spoil == "negative":
        item["counts"]["rows"] = -1
    elif spoil == "outcome":
        item["claims"]["by_result"]["entah"] = 1
    elif spoil == "extra":
        item["findings"] = []
    else:
        item["problems"] = [{"stage": "claim", "kind": "x", "page": None, "message": "x"}]
    with pytest.raises(ValidationError):
        Draft202012Validator(SCHEMA).validate(record)


@pytest.mark.parametrize("name", ["claims", "remark"])
def test_what_both_commands_write_has_one_shape(name: str) -> None:
    assert SCHEMA["$defs"][name] == FINDINGS_SCHEMA["$defs"][name]
