"""Addresses of the ledger: which are understood, and how they are shown without their password."""

from __future__ import annotations

import getpass
import ssl
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from pipeline.ledger.errors import LedgerError

_SQLITE = frozenset({"sqlite", "sqlite+pysqlite"})
_POSTGRES = frozenset({"postgres", "postgresql", "postgresql+pg8000"})
_DRIVER = "postgresql+pg8000"
_PORT = 5432
_SETTINGS = ("application_name", "host", "sslmode")
_TLS_MODES = ("disable", "prefer", "require", "verify-ca", "verify-full")
_FORMS = (
    "tulis sqlite:///folder/berkas.sqlite (empat garis miring untuk jalur mutlak) "
    "atau postgresql://pengguna:sandi@host:5432/basisdata"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where a ledger is.

    Attributes:
        url: what SQLAlchemy connects to.
        shown: for people, without password and settings.
        file: the file of an SQLite database, None for PostgreSQL.
        arguments: what the driver gets besides.
    """

    url: URL
    shown: str
    file: Path | None = None
    arguments: dict[str, object] = field(default_factory=dict)


def read_address(address: str | Path) -> Address:
    """Reads an address; a path is the file of an SQLite database.

    Raises:
        LedgerError: when it is none of SQLite or PostgreSQL; the message holds no password.
    """
    if isinstance(address, Path):
        return _sqlite(URL.create("sqlite", database=str(address)))
    try:
        url = make_url(address)
    except (ArgumentError, ValueError) as error:  # the text of either may quote a password
        raise LedgerError(f"alamat basis data tidak dapat dibaca; {_FORMS}.") from error.with_traceback(None)
    if url.drivername in _SQLITE:
        return _sqlite(url)
    if url.drivername in _POSTGRES:
        if address.count("@") > 1:  # what follows the first one would pass for the host and be shown
            raise LedgerError(
                "alamat basis data memuat lebih dari satu @; tulis @ di dalam nama atau kata sandi sebagai %40, "
                "/ sebagai %2F dan : sebagai %3A."
            )
        return _postgres(url)
    raise LedgerError(f"basis data {url.drivername} tidak dikenal; {_FORMS}.")


def _sqlite(url: URL) -> Address:
    """The address of a file; a memory or an address with a host is none.

    Raises:
        LedgerError: when it names no file.
    """
    if url.host is not None:
        raise LedgerError(f"alamat {url.render_as_string()} kurang garis miring; {_FORMS}.")
    if not url.database or url.database == ":memory:":
        raise LedgerError(f"alamat SQLite harus menyebut berkas; {_FORMS}.")
    if url.query:
        raise LedgerError(f"alamat SQLite tidak mengenal pengaturan {', '.join(sorted(url.query))}; hapus dari alamat.")
    file = Path(url.database).absolute()
    return Address(url=URL.create("sqlite", database=str(file)), shown=f"sqlite:///{url.database}", file=file)


def _postgres(url: URL) -> Address:
    """The address of a server; without user it is the one of the operating system, as `psql` does it.

    Raises:
        LedgerError: for a setting that is not known.
    """
    shown = url.set(drivername="postgresql", query={}).render_as_string(hide_password=True)
    unknown = sorted(set(url.query) - set(_SETTINGS))
    if unknown:
        raise LedgerError(
            f"pengaturan {', '.join(unknown)} di alamat {shown} tidak dikenal; yang dikenal: {', '.join(_SETTINGS)}."
        )
    arguments: dict[str, object] = {"ssl_context": _tls(_setting(url, "sslmode"), shown)}
    arguments["application_name"] = _setting(url, "application_name") or "capaian"
    host = _setting(url, "host")
    if host.startswith("/"):  # a folder of Unix sockets, as in libpq
        arguments["unix_sock"] = f"{host}/.s.PGSQL.{url.port or _PORT}"
    elif host:
        url = url.set(host=host)
    if not url.username:
        url = url.set(username=getpass.getuser())
    if not url.password:
        arguments["password"] = ""  # the driver breaks when the server asks for one and none was given
    return Address(url=url.set(drivername=_DRIVER, query={}), shown=shown, arguments=arguments)


def _setting(url: URL, name: str) -> str:
    """The value of a setting, the last one when it stands several times, "" when it does not."""
    value = url.query.get(name, "")
    return value if isinstance(value, str) else value[-1]


def _tls(mode: str, shown: str) -> ssl.SSLContext | bool | None:
    """What the driver understands of `sslmode`: False never, None where the server has it, True always.

    Raises:
        LedgerError: for a mode that does not exist.
    """
    if mode not in {"", *_TLS_MODES}:
        raise LedgerError(f"sslmode={mode} di alamat {shown} tidak dikenal; pilih {', '.join(_TLS_MODES)}.")
    if mode.startswith("verify-"):
        context = ssl.create_default_context()
        context.check_hostname = mode == "verify-full"
        return context
    return {"disable": False, "require": True}.get(mode)
