from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

from pipeline.writers.findings_json import write_findings_json
from schemas.finding import Severity
from schemas.narasi import HasilKlaim
from schemas.result import ClaimTally, Note, Problem, RunResult, Status
from tests.result_values import SHA, document, docx_place, elsewhere, failed, finding, run_of

SCHEMA = json.loads(Path("schemas/json/findings.schema.json").read_text(encoding="utf-8"))
CLAIMS = ClaimTally(
    by_result={HasilKlaim.COCOK_TABEL: 4, HasilKlaim.SALAH_HITUNG: 1, HasilKlaim.TAK_DIUJI: 2},
    unchecked={"indikator tidak ada pada tabel": 2},
)


def written(run: RunResult, folder: Path) -> Any:
    write_findings_json(run, folder / "findings.json")
    return json.loads((folder / "findings.json").read_text(encoding="utf-8"))


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_a_run_of_all_kinds_of_documents_keeps_the_contract(tmp_path: Path) -> None:
    partial = replace(
        document(finding(place=docx_place()), path="b.docx", status=Status.PARTIAL),
        pages=None,
        problems=(Problem(stage="read", kind="no-text-layer", message="gambar", page=2),),
        notes=(Note(stage="extract", kind="table-unmapped", message="Tabel 2.1: kepala tabel tidak dikenali", page=5),),
    )
    bare = replace(finding(severity=Severity.ADVISORY), stated=None, expected=None, hint=None)
    record = written(run_of(replace(document(finding(), bare), claims=CLAIMS), partial, failed()), tmp_path)
    Draft202012Validator(SCHEMA).validate(record)
    first, second, third = record["documents"]
    assert (first["problems"], first["notes"]) == ([], [])
    assert second["problems"] == [{"stage": "read", "kind": "no-text-layer", "page": 2, "message": "gambar"}]
    assert [(note["kind"], note["page"]) for note in second["notes"]] == [("table-unmapped", 5)]
    assert first["sha256"] == SHA
    assert first["tally"]["HIT001"] == {"ok": 9, "finding": 2, "unchecked": {"target kosong": 2}}
    assert first["findings"][0]["expected"] == {
        "text": "115,09 – 115,10",
        "low": "115.09",
        "high": "115.10",
        "rule": "R/T",
    }
    assert first["findings"][0]["evidence"][0]["bbox"] == [72.0, 100.0, 120.3, 112.0]
    assert first["findings"][0]["evidence"][0]["page"] == 3
    assert first["findings"][1]["stated"] is None
    evidence = second["findings"][0]["evidence"][0]
    assert "page" not in evidence and "bbox" not in evidence
    assert (evidence["block"], evidence["row"], evidence["col"], evidence["heading"]) == (7, 1, 4, "BAB III")
    assert first["claims"] == {
        "read": 7,
        "by_result": {"cocok dengan tabel": 4, "salah dihitung": 1, "tidak diperiksa": 2},
        "unchecked": {"indikator tidak ada pada tabel": 2},
    }
    assert third["claims"] == {"read": 0, "by_result": {}, "unchecked": {}}
    assert third["status"] == "failed" and third["findings"] == [] and third["problems"][0]["kind"] == "encrypted"


def test_the_schema_knows_every_way_a_claim_can_end() -> None:
    allowed = SCHEMA["$defs"]["claims"]["properties"]["by_result"]["propertyNames"]["enum"]
    assert allowed == [hasil.value for hasil in HasilKlaim]


def test_evidence_row_of_a_word_file_falls_back_to_the_row_of_its_place(tmp_path: Path) -> None:
    item = finding(place=docx_place(row=5))
    item = replace(item, evidence=(replace(item.evidence[0], row=None, col=None),))
    evidence = written(run_of(document(item)), tmp_path)["documents"][0]["findings"][0]["evidence"][0]
    assert (evidence["row"], evidence["col"]) == (5, 1)


@pytest.mark.parametrize(
    "spoil", ["finding_id", "evidence", "extra", "number", "status", "ok beside a problem", "claims"]
)
def test_the_schema_refuses_what_breaks_the_contract(spoil: str, tmp_path: Path) -> None:
    record = written(run_of(document(finding())), tmp_path)
    item = record["documents"][0]["findings"][0]
    if spoil == "finding_id":
        del item["finding_id"]
    elif spoil == "evidence":
        item["evidence"] = []
    elif spoil == "extra":
        record["documents"][0]["printed"] = {}
    elif spoil == "number":
        item["stated"]["value"] = 106.54
    elif spoil == "claims":
        record["documents"][0]["claims"]["by_result"] = {"entah": 1}
    elif spoil == "ok beside a problem":
        record["documents"][0]["problems"] = [{"stage": "read", "kind": "x", "page": None, "message": "x"}]
    else:
        record["documents"][0]["status"] = "fine"
    with pytest.raises(ValidationError):
        Draft202012Validator(SCHEMA).validate(record)


def test_text_that_is_no_unicode_does_not_stop_the_file(tmp_path: Path) -> None:
    record = written(run_of(document(finding(subject="a\udcffb\x00"), path="berkas\udce9.pdf")), tmp_path)
    assert record["documents"][0]["path"] == "berkas?.pdf"


def test_evidence_in_another_document_names_it(tmp_path: Path) -> None:
    record = written(run_of(document(elsewhere("arsip/pk.pdf"))), tmp_path)
    Draft202012Validator(SCHEMA).validate(record)
    evidence = record["documents"][0]["findings"][0]["evidence"]
    assert [item["document"] for item in evidence] == [None] * (len(evidence) - 1) + ["arsip/pk.pdf"]
    del evidence[0]["document"]
    with pytest.raises(ValidationError):
        Draft202012Validator(SCHEMA).validate(record)
