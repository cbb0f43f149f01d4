"""What to do about an error of the database; the one place where those of the libraries become ours."""

from __future__ import annotations

import errno
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from schemas.errors import CapaianError, ExitCode

_FAULT = "kesalahan program ({said}); laporkan bersama run.log"
_FULL = "disk penuh; kosongkan ruang disk, lalu jalankan lagi"
_NO_RIGHTS = "tidak boleh ditulis; periksa hak akses berkas dan foldernya, atau beri alamat lain pada --db"
_SQLITE = {
    "SQLITE_FULL": _FULL,
    "SQLITE_IOERR": "gagal dibaca atau ditulis; periksa ruang disk, kuota dan sambungan disk, lalu jalankan lagi",
    "SQLITE_READONLY": _NO_RIGHTS,
    "SQLITE_PERM": _NO_RIGHTS,
    "SQLITE_CANTOPEN": "tidak dapat dibuka; periksa hak akses berkas dan foldernya, atau beri alamat lain pada --db",
    "SQLITE_NOTADB": "bukan basis data SQLite; beri alamat lain pada --db",
    "SQLITE_CORRUPT": "rusak; pulihkan berkas itu dari cadangan, atau beri alamat lain pada --db",
    "SQLITE_BUSY": "sedang dipakai program lain; tutup program itu, lalu jalankan lagi",
    "SQLITE_LOCKED": "sedang dipakai program lain; tutup program itu, lalu jalankan lagi",
    "SQLITE_CONSTRAINT": _FAULT,
}
"""Remedies by name of the error; an extended name begins with the plain one."""

_NOT_ANSWERING = "server tidak dapat dihubungi; periksa nama host dan port, dan apakah PostgreSQL berjalan"
_ENDED = "sambungan ke server terputus; periksa server dan jaringan, lalu jalankan lagi"
_POSTGRES = {
    "28P01": "nama pengguna atau kata sandi ditolak; perbaiki alamat pada --db atau CAPAIAN_DB",
    "28": "server menolak pengguna ini; perbaiki nama pengguna di alamat, atau izinkan ia di pg_hba.conf",
    "3D000": "basis data itu tidak ada di server; buat dahulu dengan createdb, atau perbaiki namanya di alamat",
    "3F000": "tidak ada skema tempat membuat tabel; buat skema public, atau perbaiki search_path pengguna ini",
    "42501": "pengguna ini tidak berhak; beri ia hak CREATE pada skema public (GRANT CREATE ON SCHEMA public TO …) "
    "dan hak atas tabel capaian",
    "25006": "hanya dapat dibaca; pakai server utama, bukan salinannya",
    "53100": "disk server penuh; kosongkan ruang disk server, lalu jalankan lagi",
    "53300": "sambungan ke server sudah sebanyak yang boleh; tutup program lain, atau naikkan max_connections",
    "53": "server kehabisan sumber daya; periksa server, lalu jalankan lagi",
    "42P01": "tabel capaian hilang dari basis data; pulihkan dari cadangan, atau beri alamat lain pada --db",
    "40": "bertabrakan dengan program lain; jalankan lagi",
    "55P03": "sedang dipakai program lain; tutup program itu, lalu jalankan lagi",
    "57": "server menghentikan sambungan; periksa server, lalu jalankan lagi",
    "08": _ENDED,
    "22": _FAULT,
    "23": _FAULT,
}
"""Remedies by SQLSTATE or its first two characters; the longer one is looked up first."""

_FAULTS = ("SQLITE_CONSTRAINT", "22", "23")
"""What only a fault of the program brings about: values that do not fit the tables."""

_DISKS = frozenset({"SQLITE_FULL", "SQLITE_IOERR", "53100"})
"""What no other address mends as long as the disk is full or fails."""

_OS_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


class LedgerError(CapaianError):
    """The database of the batch cannot be used.

    Attributes:
        exit_code: `USAGE` for what another address (or other rights, or a running server) mends, `OUTPUT_FAILED` for
            what broke while it was written, `INTERNAL` for a fault of the program.
    """

    kind = "ledger"
    stage = "write"

    def __init__(self, message: str, exit_code: ExitCode = ExitCode.USAGE) -> None:
        super().__init__(message)
        self.exit_code = exit_code
        if exit_code is ExitCode.USAGE:
            self.stage = "cli"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cause:
    """Why the database refused: the code it gave ("" without one), and words for the reader."""

    code: str
    words: str


@contextmanager
def explained(shown: str, *, opening: bool = False) -> Iterator[None]:
    """Turns errors of the database and of its file into `LedgerError`.

    Args:
        shown: the address without a password.
        opening: nothing was written yet, so the user may mend it in the address.

    Raises:
        LedgerError: for every such error inside the block.
    """
    try:
        yield
    except (SQLAlchemyError, OSError) as error:
        cause = _cause(error)
        raise LedgerError(f"Basis data {shown}: {cause.words}.", _exit_code(cause, opening)) from error


def _exit_code(cause: _Cause, opening: bool) -> ExitCode:
    if cause.code.startswith(_FAULTS):
        return ExitCode.INTERNAL
    return ExitCode.USAGE if opening and cause.code not in _DISKS else ExitCode.OUTPUT_FAILED


def _cause(error: SQLAlchemyError | OSError) -> _Cause:
    if isinstance(error, OSError):
        return _system_cause(error)
    orig = error.orig if isinstance(error, DBAPIError) else None
    name = getattr(orig, "sqlite_errorname", "")
    if name:
        known = next((known for known in _SQLITE if name.startswith(known)), "")
        return _Cause(code=known, words=_SQLITE.get(known, "{said}").replace("{said}", _first_line(orig)))
    state = _sqlstate(orig)
    if state:
        words = _POSTGRES.get(state) or _POSTGRES.get(state[:2]) or "{said} (SQLSTATE " + state + ")"
        return _Cause(code=state, words=words.replace("{said}", _first_line(orig)))
    return _Cause(code="", words=_without_code(orig or error))


def _system_cause(error: OSError) -> _Cause:
    """Why the operating system refused: a folder, or a connection whose driver lets such errors through."""
    reason = error.strerror or str(error)
    if error.errno in _OS_FULL:
        return _Cause(code="SQLITE_FULL", words=_FULL)
    if isinstance(error, ssl.SSLError):
        return _Cause(code="08", words=f"sambungan TLS ditolak ({reason}); periksa sertifikat server dan sslmode")
    if isinstance(error, ConnectionError | TimeoutError):
        return _Cause(code="08", words=_ENDED)
    return _Cause(code="", words=_of_folder(reason))


def _of_folder(reason: str) -> str:
    return f"foldernya tidak dapat dipakai ({reason}); periksa hak akses folder itu, atau beri alamat lain pada --db"


def _without_code(error: BaseException) -> str:
    """Words for an error of the connection, which has no code of the server."""
    text = _first_line(error)
    if "create a connection" in text or "communication error" in text:
        return _NOT_ANSWERING
    if "refuses SSL" in text:
        return "server tidak memakai TLS; aktifkan ssl di server, atau tulis sslmode=disable di alamat"
    if "network error" in text or "connection is closed" in text:
        return _ENDED
    return text


def _fields(orig: BaseException | None) -> Mapping[str, str]:
    """What PostgreSQL said, by the letters of its protocol; empty when it said nothing."""
    first = orig.args[0] if orig is not None and orig.args else None
    return first if isinstance(first, dict) else {}


def _sqlstate(orig: BaseException | None) -> str:
    return _fields(orig).get("C", "")


def _first_line(error: BaseException | None) -> str:
    """What the database said, without statement and values: those may quote documents."""
    text = _fields(error).get("M") or str(error)
    return next(iter(text.splitlines()), "").strip() or type(error).__name__
