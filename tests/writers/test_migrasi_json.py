from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

from pipeline.writers.migrasi_json import write_migrasi_json
from schemas.migrasi import Penerimaan
from schemas.result import DocumentResult, Problem, Status
from tests.keputusan_values import belum, jabatan, keputusan, lembaran, migrated, prosa
from tests.result_values import document, failed, run_of

SCHEMA = json.loads(Path("schemas/json/migrasi.schema.json").read_text(encoding="utf-8"))
EXTRACT_SCHEMA = json.loads(Path("schemas/json/extract.schema.json").read_text(encoding="utf-8"))
PICTURE = Problem(stage="read", kind="no-text-layer", message="halaman gambar", page=2)
SKIPPED = replace(document(path="lkjip.pdf"), status=Status.SKIPPED, migrasi=None)
DONE = migrated(keputusan(jabatan()))


def written(folder: Path, *documents: DocumentResult) -> Any:
    write_migrasi_json(run_of(*documents), folder / "migrasi.json")
    record = json.loads((folder / "migrasi.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA).validate(record)
    return record


def test_counts_and_what_is_left_of_every_document(tmp_path: Path) -> None:
    item = migrated(keputusan(sisa=(belum(),)), lembaran(), problems=(PICTURE,))
    first, second, third = written(tmp_path, item, SKIPPED, failed())["documents"]
    assert first["counts"] == {"keputusan": 2, "jabatan": 3, "indikator": 4, "rujukan": 1}
    assert first["belum_dipahami"] == {
        "terbuka": 5, "diterima": 0,
        "terbuka_menurut_jenis": {"teks tanpa tempat": 2, "tidak terbaca": 1, "rumus berupa uraian": 2},
    }  # fmt: skip
    assert [item["selesai"] for item in (first, second, third)] == [False, None, False]
    assert first["problems"][0]["page"] == 2 and not any(second["counts"].values())


@pytest.mark.parametrize(
    ("documents", "done"),
    [((DONE,), True), ((DONE, SKIPPED), True), ((SKIPPED,), False), ((DONE, failed()), False), ((), False)],
)
def test_a_run_is_done_when_every_decree_is(documents: tuple[DocumentResult, ...], done: bool, tmp_path: Path) -> None:
    assert written(tmp_path, *documents)["selesai"] is done


def test_what_a_person_accepted_is_no_longer_open(tmp_path: Path) -> None:
    left = migrated(keputusan(jabatan("A", prosa())))
    assert left.migrasi is not None
    (sisa,) = left.migrasi.sisa
    accepted = {sisa.sisa_id: Penerimaan(oleh="Sri")}
    record = written(tmp_path, left, migrated(keputusan(jabatan("A", prosa())), diterima=accepted))
    first, second = record["documents"]
    assert (first["selesai"], second["selesai"], record["selesai"]) == (False, True, False)
    assert second["belum_dipahami"] == {"terbuka": 0, "diterima": 1, "terbuka_menurut_jenis": {}}


@pytest.mark.parametrize("spoil", ["kind", "counts", "done", "extra"])
def test_the_schema_refuses_what_breaks_the_contract(spoil: str, tmp_path: Path) -> None:
    record = written(tmp_path, DONE)
    (item,) = record["documents"]
    if spoil == "kind":
        item["belum_dipahami"]["terbuka_menurut_jenis"] = {"entah": 1}
    elif spoil == "counts":
        del item["counts"]["rujukan"]
    elif spoil == "done":
        record["selesai"] = None
    else:
        item["findings"] = []
    with pytest.raises(ValidationError):
        Draft202012Validator(SCHEMA).validate(record)


def test_what_all_commands_write_has_one_shape() -> None:
    assert SCHEMA["$defs"]["remark"] == EXTRACT_SCHEMA["$defs"]["remark"]
    assert SCHEMA["properties"]["run"] == EXTRACT_SCHEMA["properties"]["run"]
