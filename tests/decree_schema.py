"""Writes schemas/json/decree.schema.json from the record types: `python -m tests.decree_schema`."""

from __future__ import annotations

import json
import types
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any, Union, get_args, get_origin, get_type_hints

from pipeline.writers.decree_json import SCHEMA_VERSION
from schemas.keputusan import Keputusan
from schemas.rumus import Simpul

PATH = Path(__file__).parents[1] / "schemas" / "json" / "decree.schema.json"
PLAIN: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
    Decimal: {"type": "string", "pattern": r"^-?\d+(\.\d+)?(E[+-]?\d+)?$"},
    types.NoneType: {"type": "null"},
}


def schema() -> dict[str, Any]:
    """The schema of the file: documents with their records, every record type below `$defs`."""
    defs: dict[str, Any] = {}
    records = _type(tuple[Keputusan, ...], defs)
    text_or_null = {"anyOf": [PLAIN[str], PLAIN[types.NoneType]]}
    document = {
        "path": PLAIN[str],
        "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
        "family": text_or_null,
        "instansi": text_or_null,
        "tahun": {"anyOf": [PLAIN[int], PLAIN[types.NoneType]]},
        "keputusan": records,
    }
    whole = {
        "schema_version": {"const": SCHEMA_VERSION},
        "documents": {"type": "array", "items": _object(document)},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "decree.schema.json",
        "title": f"decree.json: decrees, annex sheets and agreements as records, schema_version {SCHEMA_VERSION}",
        **_object(whole),
        "$defs": dict(sorted(defs.items())),
    }


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object", "additionalProperties": False, "required": list(properties), "properties": properties,
    }  # fmt: skip


def _type(hint: Any, defs: dict[str, Any]) -> dict[str, Any]:
    if hint in PLAIN:
        return PLAIN[hint]
    if is_dataclass(hint):
        return _record(hint, defs)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return {"enum": [member.value for member in hint]}
    items = get_args(hint)
    if get_origin(hint) in (Union, types.UnionType):
        return {"anyOf": [_type(item, defs) for item in items]}
    assert get_origin(hint) is tuple, hint
    if items[-1] is Ellipsis:
        return {"type": "array", "items": _type(items[0], defs)}
    parts = [_type(item, defs) for item in items]
    return {"type": "array", "prefixItems": parts, "minItems": len(parts), "maxItems": len(parts)}


def _record(kind: Any, defs: dict[str, Any]) -> dict[str, Any]:
    name = kind.__name__
    if name not in defs:
        defs[name] = {}  # stands before its fields are looked at, for a formula holds formulas
        hints = get_type_hints(kind)
        properties = {field.name: _type(hints[field.name], defs) for field in fields(kind)}
        if kind in get_args(Simpul):
            properties = {"simpul": {"const": name.lower()}, **properties}
        first = (kind.__doc__ or "").strip().partition("\n")[0]
        defs[name] = {"description": first, **_object(properties)}
    return {"$ref": f"#/$defs/{name}"}


def text() -> str:
    """The file as it has to be."""
    return json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    PATH.write_text(text(), encoding="utf-8")
