"""A PostgreSQL server of the tests' own, and empty databases on it; a `conftest.py` imports the fixtures to offer them.

The server is started with the first test that asks, serves the whole run from a temporary folder, listens on the
loopback alone, and trusts everybody but the user `sandi`, who has to give a password.
"""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, create_engine, text

USER = "capaian"
NAMES = count(1)
ACCESS = "host all sandi 127.0.0.1/32 scram-sha-256\nhost all all 127.0.0.1/32 trust\nlocal all all trust\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A running server; `folder` holds its data and its Unix socket."""

    programs: Path
    folder: Path
    port: int
    account: str | None

    def url(self, database: str, user: str = USER, password: str = "") -> str:
        secret = f":{password}" if password else ""
        return f"postgresql://{user}{secret}@127.0.0.1:{self.port}/{database}"

    def run(self, *statements: str, database: str = "postgres") -> None:
        """Runs statements one by one, outside a transaction."""
        with self._connected(database) as connection:
            for statement in statements:
                connection.execute(text(statement))

    def rows(self, query: str, database: str = "postgres") -> list[tuple[Any, ...]]:
        """What a query gives."""
        with self._connected(database) as connection:
            return [tuple(row) for row in connection.execute(text(query))]

    @contextmanager
    def _connected(self, database: str) -> Iterator[Connection]:
        address = self.url(database).replace("postgresql:", "postgresql+pg8000:")
        engine = create_engine(address, isolation_level="AUTOCOMMIT")
        try:
            with engine.connect() as connection:
                yield connection
        finally:
            engine.dispose()

    def control(self, *arguments: str) -> None:
        """Runs `pg_ctl`, which refuses to be root.

        What it starts keeps the output open, so it gets none.
        """
        subprocess.run(
            [self.programs / "pg_ctl", "-D", self.folder / "data", "-l", self.folder / "log", *arguments],
            user=self.account, check=True, cwd="/", timeout=60, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def start(self) -> None:
        settings = f"-p {self.port} -k {self.folder} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=40"
        self.control("-w", "-o", settings, "start")

    def stop(self) -> None:
        """Ends the server in the middle of whatever it does."""
        self.control("-m", "immediate", "-w", "stop")

    def start_again(self) -> None:
        """Starts the server unless it runs."""
        if not (self.folder / "data" / "postmaster.pid").exists():
            self.start()


def programs() -> Path | None:
    """Folder of `initdb` and `pg_ctl`: of the newest version installed as Debian does it, else of the search path."""
    packaged = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    found = shutil.which("initdb")
    candidates = [*packaged[::-1], *([Path(found).resolve()] if found else [])]
    return next((path.parent for path in candidates if (path.parent / "pg_ctl").exists()), None)


def account() -> str | None:
    """Who runs the server: the present user, and never root."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    assert isinstance(port, int)
    return port


@lru_cache(maxsize=1)
def started() -> Server | None:
    """The server of this test run; None where PostgreSQL is not installed."""
    found = programs()
    if found is None:
        return None
    folder = Path(tempfile.mkdtemp(prefix="capaian-pg-"))
    server = Server(programs=found, folder=folder, port=free_port(), account=account())
    if server.account is not None:
        shutil.chown(folder, server.account)
    subprocess.run(
        [found / "initdb", "-D", folder / "data", "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"],
        user=server.account, check=True, cwd="/", timeout=120, capture_output=True,
    )  # fmt: skip
    (folder / "data" / "pg_hba.conf").write_text(ACCESS, encoding="ascii")
    server.start()
    return server


def removed() -> None:
    """Stops the server and removes all that it left."""
    server = started()
    if server is not None:
        server.stop()
        shutil.rmtree(server.folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres_server(request: pytest.FixtureRequest) -> Server:
    first = started.cache_info().currsize == 0
    server = started()
    if server is None:
        pytest.skip("PostgreSQL is not installed (initdb and pg_ctl)")
    if first:
        request.config.add_cleanup(removed)
    return server


@pytest.fixture
def postgres_url(postgres_server: Server) -> Iterator[str]:
    """Address of an empty database of the test's own."""
    name = f"uji_{next(NAMES)}"
    postgres_server.run(f"CREATE DATABASE {name}")
    yield postgres_server.url(name)
    postgres_server.run(f"DROP DATABASE {name} WITH (FORCE)")
