"""Which addresses are understood, what the driver is told, and that no password is shown."""

from __future__ import annotations

import getpass
import ssl
from pathlib import Path

import pytest

from pipeline.ledger import LedgerError, open_ledger
from pipeline.ledger.address import read_address
from schemas.errors import ExitCode


def test_a_file_is_made_with_its_folder(tmp_path: Path) -> None:
    file = tmp_path / "hasil" / "malam" / "capaian.sqlite"
    with open_ledger(f"sqlite:///{file}") as ledger:
        assert not ledger.is_shared()
        assert ledger.url_shown == f"sqlite:///{file}"
    assert file.read_bytes().startswith(b"SQLite format 3\0")


def test_a_relative_address_begins_at_the_present_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with open_ledger("sqlite:///hasil/buku.sqlite") as ledger:
        monkeypatch.chdir("/")
        assert ledger.known_files("/data") == {}
    assert (tmp_path / "hasil" / "buku.sqlite").is_file()


def test_a_path_is_the_file_whatever_characters_it_has(tmp_path: Path) -> None:
    file = tmp_path / "hasil?mode=ro#1 100%" / "buku\udcff.sqlite"
    with open_ledger(file):
        assert file.is_file()
    assert [path.name for path in file.parent.iterdir()] == [file.name]


@pytest.mark.parametrize("address", [
    "postgres://ani:rahasia@db.contoh.id:6543/kinerja",
    "postgresql://ani:rahasia@db.contoh.id:6543/kinerja",
    "postgresql+pg8000://ani:rahasia@db.contoh.id:6543/kinerja",
])  # fmt: skip
def test_all_names_of_postgres_mean_the_one_driver(address: str) -> None:
    place = read_address(address)
    assert place.url.drivername == "postgresql+pg8000"
    assert (place.url.password, place.url.port, place.file) == ("rahasia", 6543, None)
    assert place.shown == "postgresql://ani:***@db.contoh.id:6543/kinerja"


def test_a_password_with_odd_characters_arrives() -> None:
    assert read_address("postgresql://ani:r%40h%2Fsia@db/kinerja").url.password == "r@h/sia"


def test_without_a_password_the_driver_gets_an_empty_one() -> None:
    """Asked for a password it has none of, it would break; the server refuses an empty one in words."""
    assert read_address("postgresql://ani@db/kinerja").arguments["password"] == ""
    assert "password" not in read_address("postgresql://ani:rahasia@db/kinerja").arguments


def test_without_a_user_it_is_the_one_of_the_system() -> None:
    assert read_address("postgresql://db/kinerja").url.username == getpass.getuser()


def test_a_folder_of_sockets_stands_for_the_host() -> None:
    place = read_address("postgresql://ani@/kinerja?host=/var/run/postgresql")
    assert place.arguments["unix_sock"] == "/var/run/postgresql/.s.PGSQL.5432"
    assert dict(place.url.query) == {}
    named = read_address("postgresql://ani@/kinerja?host=db.contoh.id&host=lain.contoh.id")
    assert (named.url.host, "unix_sock" in named.arguments) == ("lain.contoh.id", False)


@pytest.mark.parametrize(("mode", "expected"), [
    ("", None), ("?sslmode=prefer", None), ("?sslmode=disable", False), ("?sslmode=require", True),
])  # fmt: skip
def test_encryption_is_what_the_address_asks_for(mode: str, expected: bool | None) -> None:
    assert read_address(f"postgresql://ani@db/kinerja{mode}").arguments["ssl_context"] is expected


@pytest.mark.parametrize(("mode", "named"), [("verify-full", True), ("verify-ca", False)])
def test_a_certificate_is_proved_when_the_address_asks_for_it(mode: str, named: bool) -> None:
    context = read_address(f"postgresql://ani@db/kinerja?sslmode={mode}").arguments["ssl_context"]
    assert isinstance(context, ssl.SSLContext)
    assert (context.verify_mode, context.check_hostname) == (ssl.CERT_REQUIRED, named)


def test_the_program_names_itself_to_the_server() -> None:
    assert read_address("postgresql://ani@db/kinerja").arguments["application_name"] == "capaian"
    named = read_address("postgresql://ani@db/kinerja?application_name=malam")
    assert named.arguments["application_name"] == "malam"


@pytest.mark.parametrize(("address", "says"), [
    ("capaian.sqlite", "tidak dapat dibaca; tulis sqlite:///"),
    ("", "tidak dapat dibaca"),
    ("postgresql://ani:rahasia@db:port/kinerja", "tidak dapat dibaca"),
    ("mysql://ani:rahasia@db/kinerja", "basis data mysql tidak dikenal"),
    ("postgresql+psycopg://ani:rahasia@db/kinerja", r"postgresql\+psycopg tidak dikenal"),
    ("sqlite+aiosqlite:///a.sqlite", r"sqlite\+aiosqlite tidak dikenal"),
    ("sqlite://", "harus menyebut berkas"),
    ("sqlite:///:memory:", "harus menyebut berkas"),
    ("sqlite://hasil/buku.sqlite", "kurang garis miring"),
    ("sqlite:///buku.sqlite?mode=ro&cache=shared", "tidak mengenal pengaturan cache, mode"),
    ("postgresql://ani:rahasia@db/kinerja?password=rahasia&a=rahasia", "pengaturan a, password di alamat postgresql"),
    ("postgresql://ani:rahasia@db/kinerja?sslmode=mungkin", "sslmode=mungkin .* tidak dikenal; pilih disable"),
    ("postgresql://ani:s@ndi/rahasia@db/kinerja", "lebih dari satu @; tulis @ .* sebagai %40"),
    ("postgresql://ani:s@rahasia@db:6543/kinerja", "lebih dari satu @"),
])  # fmt: skip
def test_what_is_not_understood_is_refused_with_a_remedy(
    address: str, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(LedgerError, match=says) as caught:
        open_ledger(address)
    assert (caught.value.exit_code, caught.value.stage, caught.value.kind) == (ExitCode.USAGE, "cli", "ledger")
    assert "rahasia" not in str(caught.value)
    assert list(tmp_path.iterdir()) == []
