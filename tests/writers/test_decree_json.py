from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, ValidationError
from pydantic import TypeAdapter

from pipeline.writers.decree_json import write_decree, write_decree_json
from pipeline.writers.documents_json import write_document
from pipeline.writers.plain import plain
from schemas.keputusan import Keputusan
from schemas.provenance import BBox
from schemas.rumus import Bilangan, Istilah, Kurung, Operasi, Perbandingan, Rumus, Simpul
from tests import decree_schema
from tests.keputusan_values import SHA, keputusan, lembaran, migrated, perjanjian
from tests.result_values import document, failed, laporan, run_of

SCHEMA = json.loads(decree_schema.PATH.read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
RECORDS: TypeAdapter[tuple[Keputusan, ...]] = TypeAdapter(tuple[Keputusan, ...])
ALL = (keputusan(), lembaran(), perjanjian())

text = st.text(st.characters(codec="utf-8"), max_size=8)
hundredth = st.integers(-100_000, 100_000).map(lambda number: number / 100)


def nodes(inner: st.SearchStrategy[Simpul]) -> st.SearchStrategy[Simpul]:
    return (
        st.builds(Operasi, tanda=text, kiri=inner, kanan=inner)
        | st.builds(Kurung, buka=st.sampled_from("([{"), isi=inner)
        | st.builds(Perbandingan, awal=text, antara=text, kiri=inner, kanan=inner)
    )


number = st.builds(Bilangan, text=text, value=st.decimals(allow_nan=False, allow_infinity=False), persen=st.booleans())
leaf: st.SearchStrategy[Simpul] = st.builds(Istilah, text=text) | number
st.register_type_strategy(str, text)
st.register_type_strategy(BBox, st.builds(BBox, x0=hundredth, top=hundredth, x1=hundredth, bottom=hundredth))
st.register_type_strategy(
    Rumus,
    st.builds(
        Rumus,
        pohon=st.none() | st.recursive(leaf, nodes, max_leaves=5),
        pembilang=st.none() | leaf,
        penyebut=st.none() | leaf,
        faktor=st.none() | number,
    ),
)


def written(folder: Path, *records: Keputusan) -> Any:
    write_decree_json(run_of(migrated(*records)), folder / "decree.json")
    return json.loads((folder / "decree.json").read_text(encoding="utf-8"))


def read(values: object) -> tuple[Keputusan, ...]:
    return RECORDS.validate_json(json.dumps(values))


def test_the_schema_is_that_of_the_record_types() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert decree_schema.PATH.read_text(encoding="utf-8") == decree_schema.text(), "run python -m tests.decree_schema"


def test_every_record_is_there_and_reads_back_as_it_was(tmp_path: Path) -> None:
    record = written(tmp_path, *ALL)
    VALIDATOR.validate(record)
    (item,) = record["documents"]
    assert (item["path"], item["sha256"], item["instansi"]) == ("masuk/pasar.pdf", SHA, "Dinas Pasar Kabupaten Contoh")
    assert read(item["keputusan"]) == ALL


def test_values_are_written_as_the_contract_says(tmp_path: Path) -> None:
    first, second, _ = written(tmp_path, *ALL)["documents"][0]["keputusan"]
    assert first["tanggal_resmi"] == "2031-03-05"
    tree = first["jabatan"][0]["indikator"][0]["rumus"]["pohon"]
    assert (tree["simpul"], tree["kiri"]["simpul"], tree["kiri"]["isi"]["simpul"]) == ("operasi", "kurung", "operasi")
    assert tree["kanan"] == {"simpul": "bilangan", "text": "100%", "value": "100", "persen": True}
    assert first["nomor"]["isi"]["place"] == {
        "page": 1,
        "bbox": {"x0": 72.0, "top": 100.0, "x1": 300.0, "bottom": 112.0},
    }
    place = second["jabatan"][0]["indikator"][0]["formula"]["place"]
    assert (place["block"], place["row"], place["col"]) == (5, 1, 2)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.from_type(Keputusan), min_size=1, max_size=1).map(tuple))
def test_any_record_fits_the_schema_and_reads_back_as_it_was(records: tuple[Keputusan, ...]) -> None:
    values = plain(records)
    VALIDATOR.evolve(schema={"$ref": "#/$defs/Keputusan", "$defs": SCHEMA["$defs"]}).validate(values[0])
    assert read(values) == records


def test_a_number_keeps_its_digits() -> None:
    value = Decimal("0.1000000000000000000001")
    assert plain(Bilangan(text="x", value=value))["value"] == str(value)


@pytest.mark.parametrize("spoil", ["date", "node", "place", "extra", "missing"])
def test_the_schema_refuses_what_breaks_the_contract(spoil: str, tmp_path: Path) -> None:
    record = written(tmp_path, keputusan())
    item = record["documents"][0]["keputusan"][0]
    if spoil == "date":
        item["tanggal_resmi"] = "5 Maret 2031"
    elif spoil == "node":
        item["jabatan"][0]["indikator"][0]["rumus"]["pohon"]["simpul"] = "istilah"
    elif spoil == "place":
        del item["place"]["page"]
    elif spoil == "extra":
        item["diktum"][0]["catatan"] = "x"
    else:
        del record["documents"][0]["sha256"]
    with pytest.raises(ValidationError):
        VALIDATOR.validate(record)


def test_a_document_has_its_own_file_below_its_hash(tmp_path: Path) -> None:
    for item in (migrated(keputusan(), path="a.pdf"), migrated(keputusan(), path="b.pdf"), failed()):
        write_decree(item, tmp_path)
    write_decree(replace(migrated(), sha256="00" * 32), tmp_path)
    (folder,) = (tmp_path / "documents").iterdir()
    record = json.loads((folder / "decree.json").read_text(encoding="utf-8"))
    VALIDATOR.validate(record)
    assert folder.name == SHA and read(record["documents"][0]["keputusan"]) == (keputusan(),)


def test_audit_and_extract_write_it_where_a_document_holds_records(tmp_path: Path) -> None:
    decree = replace(document(), laporan=replace(laporan(), keputusan=(keputusan(),)))
    write_document(decree, tmp_path / "ada")
    write_document(document(), tmp_path / "tidak")
    (ours,) = (tmp_path / "ada").rglob("decree.json")
    assert read(json.loads(ours.read_text(encoding="utf-8"))["documents"][0]["keputusan"]) == (keputusan(),)
    report = json.loads((ours.parent / "laporan.json").read_text(encoding="utf-8"))
    assert report["keputusan"][0]["tanggal_resmi"] == "2031-03-05"
    assert not list((tmp_path / "tidak").rglob("decree.json"))


def test_names_that_are_no_unicode_do_not_break_it(tmp_path: Path) -> None:
    write_decree_json(run_of(migrated(keputusan(), path="berkas\udce9.pdf"), failed()), tmp_path / "decree.json")
    record = json.loads((tmp_path / "decree.json").read_text(encoding="utf-8"))
    assert [item["path"] for item in record["documents"]] == ["berkas?.pdf"]
