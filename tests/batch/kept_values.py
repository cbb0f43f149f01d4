"""What a store keeps in tests: results, readings and files of a document that differ with a number."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from pipeline.batch.store import MAKING, Store
from schemas.batch import Keys
from schemas.result import DocumentResult
from tests.result_values import document, finding

KEYS = Keys(tool="capaian 0.1.0", config="c" * 16, kamus="k" * 16, reading="1a" * 32, checking="2b" * 32)
OTHER_CHECKS = replace(KEYS, checking="3c" * 32)
OTHER_PROGRAM = replace(KEYS, reading="4d" * 32, checking="5e" * 32)


def sha_of(number: int) -> str:
    return f"{number:02x}" * 32


def result_of(number: int) -> DocumentResult:
    base = document(finding(subject=f"Indikator {number}"), finding("HIT002"), path=f"lapor/{number}.pdf")
    return replace(base, sha256=sha_of(number), printed=None, laporan=None)


def reading_of(number: int, size: int = 3000) -> bytes:
    return random.Random(number).randbytes(size)


def contents_of(number: int) -> dict[str, bytes]:
    """What the document adds to a run folder, by name."""
    sha256 = sha_of(number)
    return {
        "nilai.csv": f"path,page\r\n{number}.pdf,1\r\n".encode(),
        "klaim.csv": b"",
        f"documents/{sha256}/printed.json": random.Random(number).randbytes(5000),
        f"documents/{sha256}/tables/1.csv": b"a,b\r\n",
        f"documents/{sha256}/tables/2.csv": f"{number}\r\n".encode(),
    }


def zip_of(contents: Iterable[tuple[str | zipfile.ZipInfo, bytes]]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in contents:
            package.writestr(name, content)
    return packed.getvalue()


def files_of(number: int) -> bytes:
    return zip_of(contents_of(number).items())


def tree(folder: Path) -> dict[str, bytes]:
    """Contents of all files below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def put(store: Store, number: int, keys: Keys = KEYS) -> None:
    store.put_reading(sha_of(number), keys, reading_of(number), files_of(number))
    store.put_result(sha_of(number), keys, result_of(number))


def place(store: Store, number: int, keys: Keys = KEYS) -> Path:
    return store.root / sha_of(number)[:2] / sha_of(number) / keys.reading[:16]


def is_whole(store: Store, number: int, keys: Keys = KEYS) -> bool:
    """Whether all of a document is there, and nothing else; the alternative is that nothing is."""
    sha256 = sha_of(number)
    reading, files = store.reading(sha256, keys), store.files(sha256, keys)
    assert (reading is None) == (files is None)
    if files is None:
        return False
    assert reading == reading_of(number)
    beside = {name: content for name, content in tree(files).items() if not name.endswith(".bin")}
    assert beside == contents_of(number)
    return True


def leftovers(store: Store) -> list[str]:
    making = store.root / MAKING
    return sorted(path.name for path in making.iterdir()) if making.exists() else []
