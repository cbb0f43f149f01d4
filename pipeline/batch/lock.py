"""One batch at a time over a folder and a database: the second one is told who is at it, and nothing outlives a kill.

The lock is one of the kernel (`flock`) on an empty file beside the database; it ends with the process that holds it,
however that ends, and is not handed to worker processes. Who holds it stands in a second file, which is told to the
user and decides nothing. Where the database is a server, several machines may reach it: there the server keeps a lock,
too, which ends with the connection.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
import platform
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.batch.scan import encoded
from schemas.errors import OutputError, UsageError

if TYPE_CHECKING:
    from filelock import BaseFileLock

    from pipeline.ledger import Ledger

_DIGEST_CHARACTERS = 12
_LOCAL_NAME = "capaian"
_SQLITE = "sqlite:///"


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Who holds a folder.

    Attributes:
        host: name of the machine.
        pid: number of the process there.
        since: ISO time with zone.
        run_id: the run it is at.
    """

    host: str
    pid: int
    since: str
    run_id: str


class BusyError(UsageError):
    """Another batch is at this folder with this database; says which one and what to do."""

    kind = "busy"


@contextlib.contextmanager
def one_run(folder: Path, ledger: Ledger, out: Path, who: Holder) -> Iterator[None]:
    """Keeps other batches away from a folder and a database for the length of the block.

    A lock that the database server keeps is held until the ledger is closed.

    Args:
        folder: what is looked through; every way to it is the same folder.
        ledger: the database.
        out: folder of the results, where the lock lies when the database is a server.
        who: us, for those who come second.

    Raises:
        BusyError: when another batch has it.
        OutputError: when no lock can be had in that place.
    """
    path = _place(folder, ledger, out)
    told = path.with_name(f"{path.name}.json")
    with _held(path, folder, told):
        if not ledger.try_advisory(folder_key(folder)):
            raise _busy(folder, _holder_by_ledger(folder, ledger))
        with contextlib.suppress(OSError):  # on a full disk others only do not learn our name
            _tell(told, who)
        try:
            yield
        finally:
            with contextlib.suppress(OSError):
                told.unlink()


def folder_key(folder: Path) -> str:
    """Hex digest of where a folder really is; the same for every way to it."""
    return hashlib.sha256(os.fsencode(os.path.realpath(folder))).hexdigest()[:_DIGEST_CHARACTERS]


def _place(folder: Path, ledger: Ledger, out: Path) -> Path:
    """The lock file: beside the database file whatever the way to it, or in `out` where the database is none."""
    base = out / _LOCAL_NAME if ledger.is_shared() else Path(ledger.url_shown.removeprefix(_SQLITE))
    real = Path(os.path.realpath(base))
    return real.with_name(f"{real.name}.{folder_key(folder)}.lock")


@contextlib.contextmanager
def _held(path: Path, folder: Path, told: Path) -> Iterator[None]:
    """The kernel's lock.

    Raises:
        BusyError: when another process has it.
        OutputError: when the place knows no such locks or the file cannot be opened.
    """
    from filelock import FileLock, Timeout

    lock: BaseFileLock = FileLock(path, thread_local=False, fallback_to_soft=False)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=0)
    except Timeout:
        raise _busy(folder, _holder_told(told)) from None
    except OSError as error:
        raise _no_lock(path, error) from error
    try:
        yield
    finally:
        lock.release()


def _no_lock(path: Path, error: OSError) -> OutputError:
    reason = error.strerror or error
    if error.errno in {errno.ENOSYS, errno.ENOLCK, errno.EOPNOTSUPP}:
        return OutputError(
            f"sistem berkas di {encoded(str(path.parent))} tidak mengenal kunci ({reason}), sehingga dua batch dapat "
            "bertabrakan; taruh basis data di disk lain dengan --db."
        )
    return OutputError(
        f"kunci {encoded(str(path))} tidak dapat dibuka ({reason}); periksa hak akses dan ruang disk, atau jalankan "
        "sebagai pengguna yang membuatnya."
    )


def _tell(path: Path, who: Holder) -> None:
    """Writes who holds the lock, so that a reader sees the whole of it or what was there before."""
    fresh = path.with_name(f"{path.name}.tmp")
    fresh.write_text(json.dumps(asdict(who)), encoding="utf-8")
    fresh.replace(path)


def _holder_told(path: Path) -> Holder | None:
    """Who holds the lock; None when that is not written, or is still of one that was killed before."""
    try:
        holder = Holder(**json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None
    return holder if holder.host != platform.node() or _lives(holder.pid) else None


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:  # someone else's
        return True
    return True


def _holder_by_ledger(folder: Path, ledger: Ledger) -> Holder | None:
    """The youngest run over the folder that did not end; runs that were killed stand there too, but began before."""
    runs = ledger.unfinished_runs(encoded(os.path.realpath(folder)))
    if not runs:
        return None
    run = max(runs, key=lambda item: item.started)
    return Holder(host=run.host, pid=run.pid, since=run.started, run_id=run.run_id)


def _busy(folder: Path, holder: Holder | None) -> BusyError:
    where = encoded(str(folder))
    if holder is None:
        return BusyError(
            f"{where} sedang diperiksa oleh batch lain dengan basis data yang sama. Tunggu sampai selesai, lalu "
            "jalankan lagi."
        )
    return BusyError(
        f"{where} sedang diperiksa oleh batch lain: run {holder.run_id} di {holder.host}, proses {holder.pid}, sejak "
        f"{holder.since}. Tunggu sampai selesai, lalu jalankan lagi; bila macet, hentikan dahulu di {holder.host} "
        f"dengan `kill {holder.pid}`."
    )
