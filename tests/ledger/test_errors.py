"""Words and exit codes for errors of the system and of the databases that no test can bring about for real."""

from __future__ import annotations

import errno
import sqlite3
import ssl

import pytest
from sqlalchemy.exc import DBAPIError, OperationalError

from pipeline.ledger import LedgerError
from pipeline.ledger.errors import explained
from schemas.errors import ExitCode

SHOWN = "postgresql://ani:***@db/kinerja"


def told(error: Exception, *, opening: bool = False) -> LedgerError:
    with pytest.raises(LedgerError) as caught, explained(SHOWN, opening=opening):
        raise error
    assert str(caught.value).startswith(f"Basis data {SHOWN}: ")
    assert caught.value.__cause__ is error
    return caught.value


def of_server(state: str, message: str = "pesan server\nDETAIL: isi laporan") -> DBAPIError:
    """An error as the driver hands it on: the fields of the protocol by their letters."""
    return OperationalError("INSERT INTO finding", {"message": "isi laporan"}, Exception({"C": state, "M": message}))


@pytest.mark.parametrize("opening", [True, False])
@pytest.mark.parametrize(("error", "says", "codes"), [
    (OSError(errno.ENOSPC, "No space left"), "disk penuh", (5, 5)),
    (OSError(errno.EDQUOT, "Quota exceeded"), "disk penuh", (5, 5)),
    (PermissionError(errno.EACCES, "Permission denied"), "periksa hak akses folder itu", (2, 5)),
    (ConnectionResetError(errno.ECONNRESET, "reset"), "sambungan ke server terputus", (2, 5)),
    (TimeoutError("timed out"), "sambungan ke server terputus", (2, 5)),
    (ssl.SSLError(1, "certificate verify failed"), r"TLS ditolak \(certificate verify failed\)", (2, 5)),
    (of_server("53100"), "disk server penuh; kosongkan", (5, 5)),
    (of_server("53300"), "naikkan max_connections", (2, 5)),
    (of_server("53200"), "server kehabisan sumber daya", (2, 5)),
    (of_server("28P01"), "kata sandi ditolak", (2, 5)),
    (of_server("28000"), "izinkan ia di pg_hba.conf", (2, 5)),
    (of_server("25006"), "pakai server utama", (2, 5)),
    (of_server("40P01"), "bertabrakan dengan program lain", (2, 5)),
    (of_server("57P01"), "server menghentikan sambungan", (2, 5)),
    (of_server("23505"), r"kesalahan program \(pesan server\); laporkan", (6, 6)),
    (of_server("22003"), r"kesalahan program \(pesan server\)", (6, 6)),
    (of_server("XX000"), r"pesan server \(SQLSTATE XX000\)", (2, 5)),
], ids=lambda value: type(value).__name__ if isinstance(value, Exception) else None)  # fmt: skip
def test_every_error_says_what_to_do(
    error: Exception, says: str, codes: tuple[int, int], opening: bool
) -> None:
    ledger_error = told(error, opening=opening)
    assert ledger_error.exit_code == codes[0 if opening else 1]
    assert ledger_error.stage == ("cli" if ledger_error.exit_code is ExitCode.USAGE else "write")
    with pytest.raises(LedgerError, match=says):
        raise ledger_error


def test_no_statement_and_no_value_is_shown() -> None:
    assert "isi laporan" not in str(told(of_server("XX000")))
    assert "INSERT" not in str(told(of_server("XX000")))


def test_an_error_that_nobody_foresaw_is_told_in_the_words_of_the_database() -> None:
    assert "aneh sekali." in str(told(OperationalError("SELECT", {}, sqlite3.OperationalError("aneh sekali"))))


def test_other_errors_pass() -> None:
    with pytest.raises(KeyError), explained(SHOWN):
        raise KeyError("tidak ada urusan dengan basis data")
