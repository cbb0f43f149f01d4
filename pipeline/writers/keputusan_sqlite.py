"""keputusan.sqlite: the records of a migration as tables, loaded whole or not at all."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from pipeline.writers.keputusan_rows import Value, document_rows
from pipeline.writers.keputusan_sql import APPLICATION_ID, TABLES, VERSION
from schemas.errors import OutputError
from schemas.migrasi import Sisa
from schemas.result import DocumentResult, RunResult

FILE = "keputusan.sqlite"
_PATIENCE_S = 5.0  # how long a database that another program writes is waited for
_ADVICE = {
    "SQLITE_NOTADB": "bukan basis data SQLite; beri nama berkas lain pada --db",
    "SQLITE_CORRUPT": "basis data rusak; pulihkan dari cadangan atau beri nama berkas lain pada --db",
    "SQLITE_BUSY": "sedang dipakai program lain; tutup program itu, lalu ulangi",
    "SQLITE_READONLY": "tidak boleh ditulis; periksa hak akses berkas dan foldernya",
    "SQLITE_CANTOPEN": "tidak dapat dibuka; periksa apakah foldernya ada dan boleh ditulis",
    "SQLITE_FULL": "tidak muat; periksa ruang disk",
    "SQLITE_IOERR": "gagal dibaca atau ditulis; periksa ruang disk",
}


@dataclass(slots=True, kw_only=True)
class Muatan:
    """How many documents were new to the database, were there with the same records, or with others."""

    baru: int = 0
    sama: int = 0
    diperbarui: int = 0


def write_keputusan_sqlite(run: RunResult, path: Path) -> None:
    """Writes the records of a migration into a database of their own."""
    with loaded(run, path):
        pass


def prove_database(path: Path) -> None:
    """Finds out before a long run whether records can be loaded.

    Raises:
        OutputError: when path is no database of ours, cannot be written, or is being written by another program.
    """
    with _transaction(path) as connection:
        connection.rollback()


@contextmanager
def loaded(run: RunResult, path: Path) -> Iterator[Muatan]:
    """Loads the documents of a run; what happens inside the `with` still decides whether they stay.

    Documents are known by their bytes: one that is there with the same records is left as it is, one whose records
    were read differently (by another version of the program) gets the new ones. What lay at a path before stays,
    under its own hash; the view `berkas_terkini` tells what lies there now.

    Raises:
        OutputError: when the database cannot be written; it is as it was before.
    """
    muatan = Muatan()
    with _transaction(path) as connection:
        for document in run.documents:
            _load(connection, document, run, muatan)
        yield muatan
        connection.execute("COMMIT")


@contextmanager
def _transaction(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection inside a transaction that is undone unless it is committed; a new file is taken away then."""
    existed = path.exists()
    done = False
    try:
        with closing(sqlite3.connect(path, timeout=_PATIENCE_S, isolation_level=None)) as connection:
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("BEGIN IMMEDIATE")
            _prepare(connection, path)
            yield connection
            done = not connection.in_transaction
            connection.rollback()
    except sqlite3.Error as error:
        raise _failure(path, error) from error
    finally:
        if not existed and not (done and path.stat().st_size):
            path.unlink(missing_ok=True)


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    """Makes the tables in an empty database.

    Raises:
        OutputError: when the database belongs to another program or has tables of another version.
    """
    (owner,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (objects,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if owner == APPLICATION_ID:
        if version != VERSION:
            raise OutputError(f"{path} dibuat oleh versi lain program ini; beri nama berkas lain pada --db.")
        return
    if owner or objects:
        raise OutputError(f"{path} adalah basis data program lain; beri nama berkas lain pada --db.")
    for statement in TABLES.split(";\n"):
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {VERSION}")


def _load(connection: sqlite3.Connection, document: DocumentResult, run: RunResult, muatan: Muatan) -> None:
    if document.migrasi is not None:
        _load_records(connection, document, run.tool, muatan)
        _accept(connection, document.sha256, document.migrasi.sisa)
    path = str(_clean(str(Path(document.path).absolute())))
    newest = connection.execute("SELECT sha256 FROM berkas WHERE path = ? ORDER BY nomor DESC LIMIT 1", (path,))
    known = connection.execute("SELECT 1 FROM dokumen WHERE sha256 = ?", (document.sha256,)).fetchone()
    if known and newest.fetchone() != (document.sha256,):
        _insert(connection, "berkas", {"path": path, "sha256": document.sha256, "dimuat": run.started})


def _load_records(connection: sqlite3.Connection, document: DocumentResult, tool: str, muatan: Muatan) -> None:
    rows = [(table, {name: _clean(value) for name, value in row.items()}) for table, row in document_rows(document)]
    isi = hashlib.sha256(json.dumps(rows).encode()).hexdigest()
    head = {
        "keluarga": document.family,
        "instansi": _clean(document.instansi),
        "tahun": document.tahun,
        "halaman": document.pages,
        "isi": isi,
        "alat": tool,
        "sha256": document.sha256,
    }
    earlier = connection.execute("SELECT isi FROM dokumen WHERE sha256 = ?", (document.sha256,)).fetchone()
    if earlier == (isi,):
        muatan.sama += 1
        return
    accepted: list[tuple[str, str, str]] = []
    if earlier is None:
        muatan.baru += 1
        _insert(connection, "dokumen", head)
    else:
        muatan.diperbarui += 1
        accepted = _take_away(connection, head)
    for table, row in rows:
        _insert(connection, table, row)
    for sisa_id, oleh, catatan in accepted:
        _mark(connection, document.sha256, sisa_id, oleh, catatan)


def _take_away(connection: sqlite3.Connection, head: dict[str, Value]) -> list[tuple[str, str, str]]:
    """Removes the records of a document that was read differently before; returns what was accepted of it."""
    key = (head["sha256"],)
    found = connection.execute(
        "SELECT id, diterima_oleh, catatan FROM belum_dipahami WHERE sha256 = ? AND diterima_oleh IS NOT NULL", key
    ).fetchall()
    connection.execute("DELETE FROM keputusan WHERE sha256 = ?", key)
    connection.execute("DELETE FROM belum_dipahami WHERE sha256 = ?", key)
    connection.execute(
        "UPDATE dokumen SET keluarga = :keluarga, instansi = :instansi, tahun = :tahun, halaman = :halaman, "
        "isi = :isi, alat = :alat WHERE sha256 = :sha256",
        head,
    )
    return found


def _accept(connection: sqlite3.Connection, sha256: str | None, left: tuple[Sisa, ...]) -> None:
    """Marks what persons accepted in this run; what was accepted before stays so."""
    for sisa in left:
        if sisa.penerimaan is not None:
            _mark(connection, sha256, sisa.sisa_id, sisa.penerimaan.oleh, sisa.penerimaan.catatan)


def _mark(connection: sqlite3.Connection, sha256: str | None, sisa_id: str, oleh: str, catatan: str) -> None:
    connection.execute(
        "UPDATE belum_dipahami SET diterima_oleh = ?, catatan = ? WHERE sha256 = ? AND id = ?",
        (_clean(oleh), _clean(catatan), sha256, sisa_id),
    )


def _insert(connection: sqlite3.Connection, table: str, row: dict[str, Value]) -> None:
    names = ", ".join(row)
    marks = ", ".join("?" * len(row))
    connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(row.values()))


def _clean(value: Value) -> Value:
    """Text without lone surrogates, which the format cannot hold."""
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


def _failure(path: Path, error: sqlite3.Error) -> OutputError:
    """What to do about an error of the database; its extended name begins with the plain one."""
    name = getattr(error, "sqlite_errorname", "")
    advice = next((words for known, words in _ADVICE.items() if name.startswith(known)), str(error))
    return OutputError(f"basis data {path}: {advice}.")
