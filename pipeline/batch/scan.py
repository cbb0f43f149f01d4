r"""Looks through a folder: what is a document, what is none, what cannot be read, and what each file's content is.

Nothing is opened before `hash_files`, and nothing is ever changed. Names are kept as the system gives them
(`surrogateescape`), because a file is opened by them; what is shown and stored is `Entry.name`.
"""

from __future__ import annotations

import hashlib
import os
import stat
import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.batch.ours import made_by_us
from pipeline.intake import SUFFIXES
from schemas.batch import TOP, Entry, Failure, FileMark
from schemas.errors import UsageError

if TYPE_CHECKING:
    from pipeline.ledger import KnownFile

TRUSTED_AFTER_NS = 2_000_000_000
"""A mark speaks for the content when it was this old as the content was hashed: clocks of file systems are coarse, and
a file that is changed twice within one of their ticks keeps its mark."""

_CHUNK_BYTES = 1 << 20
_MOST_THREADS = 4

_TEMPORARY_SUFFIXES = (".tmp", ".temp", ".part", ".partial", ".filepart", ".crdownload", ".download", ".opdownload")
_LOCK_PREFIXES = ("~$", ".~lock.")

_HIDDEN_FOLDER = "folder tersembunyi; isinya tidak dilihat"
_HIDDEN = "berkas tersembunyi"
_LOCK = "berkas kunci Word atau LibreOffice, bukan dokumennya"
_TEMPORARY = "berkas sementara; penyalinan atau unduhannya belum selesai"
_FOLDER_LINK = "tautan ke folder; tidak diikuti"
_OTHER = "bukan .pdf atau .docx"


@dataclass(frozen=True, slots=True)
class _Folder:
    """A folder that is still to be looked into; `below` is its way from the root, "" for the root."""

    below: str


def encoded(path: str) -> str:
    r"""A path in characters that every database and file holds; different paths have different names.

    Bytes that are no UTF-8 become `\xNN`, a backslash is doubled; all else stays, control characters too.
    """
    return os.fsencode(path).replace(b"\\", b"\\\\").decode("utf-8", "backslashreplace")


def scan(folder: Path, without: Collection[Path] = ()) -> tuple[Entry, ...]:
    """Everything in a folder and the folders below it that is no folder, each once, in the order of the bytes of paths.

    Links to folders are not followed, so nothing is met twice and there is no way in a circle. A link to a file is
    that file under another name. A hidden folder is one entry, as is a run folder or a store that this program made; a
    folder that cannot be listed is a failed one.

    Args:
        folder: where to look.
        without: folders that are left out though they lie inside, the results of the batch for one.

    Raises:
        UsageError: when the folder is not there, is none, or is itself left out.
    """
    root = str(folder)
    apart = frozenset(_identities(without))
    folder_to_scan(folder)
    _refuse_results(root, apart)
    waiting, found = [_Folder("")], list[Entry]()
    while waiting:
        for item in _look_into(root, waiting.pop().below, apart):
            if isinstance(item, _Folder):
                waiting.append(item)
            else:
                found.append(item)
    return tuple(sorted(found, key=lambda entry: os.fsencode(entry.path)))


def _identities(paths: Collection[Path]) -> Iterator[tuple[int, int]]:
    """Device and inode of those paths that lead anywhere."""
    for path in paths:
        try:
            status = path.stat()
        except OSError:
            continue
        yield status.st_dev, status.st_ino


def folder_to_scan(folder: Path) -> None:
    """Refuses what cannot be a folder to look through; one that cannot be opened is told by its entry.

    Raises:
        UsageError: with what to do.
    """
    try:
        status = folder.stat()
    except (FileNotFoundError, NotADirectoryError):
        raise UsageError(
            f"folder {encoded(str(folder))} tidak ditemukan; periksa jalurnya, atau apakah medianya sudah dipasang."
        ) from None
    except OSError:
        return
    if not stat.S_ISDIR(status.st_mode):
        raise UsageError(f"{encoded(str(folder))} bukan folder; untuk satu berkas pakai `capaian audit`.")


def _refuse_results(root: str, apart: frozenset[tuple[int, int]]) -> None:
    """Refuses a folder that is itself left out.

    Raises:
        UsageError: with what to do.
    """
    if apart.isdisjoint(_identities((Path(root),))):
        return
    raise UsageError(
        f"{encoded(root)} juga folder hasil; pilih folder hasil di tempat lain dengan --out, supaya hasil tidak "
        "bercampur dengan dokumen."
    )


def _look_into(root: str, below: str, apart: frozenset[tuple[int, int]]) -> Iterator[Entry | _Folder]:
    """What one folder holds; what was listed before the listing broke off counts too."""
    path, name = str(Path(root, below)), encoded(below or TOP)
    items, failure = _listed(path)
    if below and failure is None and (reason := made_by_us(path, [item.name for item in items])):
        yield Entry(path=path, name=name, ignored=reason)
        return
    for item in items:
        way = f"{below}/{item.name}" if below else item.name
        found = _classify(item, str(Path(root, way)), way, apart)
        if found is not None:
            yield found
    if failure is not None:
        yield Entry(path=path, name=name, folder=True, failure=failure)


def _listed(path: str) -> tuple[list[os.DirEntry[str]], Failure | None]:
    """What a folder holds, as far as it can be listed, and why no further."""
    items: list[os.DirEntry[str]] = []
    try:
        with os.scandir(path) as listing:
            for item in listing:
                items.append(item)
    except OSError as error:
        return items, _folder_failure(error)
    return items, None


def _classify(
    item: os.DirEntry[str], path: str, way: str, apart: frozenset[tuple[int, int]]
) -> Entry | _Folder | None:
    """What one thing in a folder is; None for a folder that is left out."""
    entry = partial(Entry, path=path, name=encoded(way))
    try:
        if item.is_dir(follow_symlinks=False):
            if apart and _identity(item) in apart:
                return None
            return entry(ignored=_HIDDEN_FOLDER) if item.name.startswith(".") else _Folder(way)
        if reason := _passed_over(item.name):
            return entry(ignored=reason)
        if item.is_symlink() and _leads_to_folder(path):
            return entry(ignored=_FOLDER_LINK)
        if not item.name.lower().endswith(SUFFIXES):
            return entry(ignored=_OTHER)
        status = os.stat(path)  # noqa: PTH116 - thousands of them, and not those of a `Path`
    except OSError as error:
        return entry(failure=_dangling() if _leads_nowhere(item, error) else _file_failure(error))
    if not stat.S_ISREG(status.st_mode):
        return entry(
            failure=Failure(
                stage="intake", kind="not-a-file", message="bukan berkas biasa; berikan berkas PDF atau DOCX."
            )
        )
    return entry(mark=mark_of(status))


def _identity(item: os.DirEntry[str]) -> tuple[int, int]:
    status = item.stat(follow_symlinks=False)
    return status.st_dev, status.st_ino


def _passed_over(name: str) -> str:
    """Why a file is passed over by the look of its name, "" when it is not."""
    if name.startswith(_LOCK_PREFIXES):
        return _LOCK
    if name.startswith("."):
        return _HIDDEN
    return _TEMPORARY if name.lower().endswith(_TEMPORARY_SUFFIXES) else ""


def _leads_to_folder(path: str) -> bool:
    """Whether a link ends at a folder; one that leads nowhere, or where nobody may look, does not."""
    return os.path.isdir(path)  # noqa: PTH112 - as for all paths here


def _leads_nowhere(item: os.DirEntry[str], error: OSError) -> bool:
    """Whether an error says that a link has no end: nothing is there, or it leads back to itself."""
    return item.is_symlink() and not isinstance(error, PermissionError)


def mark_of(status: os.stat_result) -> FileMark:
    """What the file system says of a file, for a comparison on another night."""
    return FileMark(
        size=status.st_size,
        mtime_ns=status.st_mtime_ns,
        ctime_ns=status.st_ctime_ns,
        inode=status.st_ino,
        device=status.st_dev,
    )


def settle(
    entries: Sequence[Entry], seconds: float, sleep: Callable[[float], None] = time.sleep
) -> tuple[Entry, ...]:
    """The entries, those of files that were changed just now looked at again after one wait for all of them.

    Whatever changes a file moves its ctime, also a copy that sets an old mtime at its end; the mtime is looked at
    besides because not every file system has a ctime of its own.

    Args:
        entries: as `scan` gives them.
        seconds: a file changed less than so many seconds ago is waited for; so long is the wait, too.
        sleep: waits.

    Returns:
        In the same order; a file that changed meanwhile failed as `still-written`, one that is gone as `missing`.
    """
    now = time.time()
    fresh = {
        entry.name
        for entry in entries
        if is_document(entry) and entry.mark is not None and _changed_just_now(entry.mark, now, seconds)
    }
    if not fresh:
        return tuple(entries)
    sleep(seconds)
    return tuple(_look_again(entry) if entry.name in fresh else entry for entry in entries)


def is_document(entry: Entry) -> bool:
    """Whether an entry is a file that can be read, as far as is known without reading it."""
    return not entry.ignored and entry.failure is None and entry.mark is not None


def _changed_just_now(mark: FileMark, now: float, seconds: float) -> bool:
    """An mtime far ahead was set by someone; a ctime ahead is that of a clock that differs, and never trusted."""
    return abs(now - mark.mtime_ns / 1e9) < seconds or now - mark.ctime_ns / 1e9 < seconds


def _look_again(entry: Entry) -> Entry:
    try:
        mark = mark_of(os.stat(entry.path))  # noqa: PTH116 - as for all paths here
    except OSError as error:
        return replace(entry, mark=None, failure=_file_failure(error))
    return entry if mark == entry.mark else replace(entry, mark=mark, failure=_still_written())


def hash_files(entries: Sequence[Entry], known: Mapping[str, KnownFile]) -> Mapping[str, str | Failure]:
    """The content of every document among the entries.

    A file whose mark is that of an earlier night, and was at rest then, is not read again; all others are, several
    at a time.

    Args:
        entries: what `settle` gives.
        known: files of earlier nights, by `Entry.name`.

    Returns:
        By `Entry.name`: the SHA-256 in hex, or why it could not be had. Entries that are no document, or failed
        before, are not among them.
    """
    documents = [entry for entry in entries if is_document(entry)]
    found: dict[str, str | Failure] = {
        entry.name: known[entry.name].sha256
        for entry in documents
        if entry.name in known and _at_rest(entry, known[entry.name])
    }
    unread = [entry for entry in documents if entry.name not in found]
    if unread:
        from concurrent.futures import ThreadPoolExecutor

        from pipeline.batch.stopping import put_off

        threads = min(_MOST_THREADS, len(unread), max(2, os.cpu_count() or 1))
        with put_off() as look, ThreadPoolExecutor(threads, "hash") as pool:
            for entry, content in zip(unread, pool.map(_hash, unread), strict=True):
                found[entry.name] = content
                look()
    return found


def read_again(entry: Entry) -> tuple[Entry, str | Failure]:
    """A file that changed since it was listed: as it is now, and its content as `hash_files` gives it."""
    try:
        status = os.stat(entry.path)  # noqa: PTH116 - as for all paths here
    except OSError as error:
        return entry, _file_failure(error)
    if not stat.S_ISREG(status.st_mode):
        return entry, _still_written()
    fresh = replace(entry, mark=mark_of(status))
    return fresh, _hash(fresh)


def _at_rest(entry: Entry, known: KnownFile) -> bool:
    """Whether the mark proves that the content is that of an earlier night.

    The device is not compared: a share may get another number whenever it is mounted.
    """
    if entry.mark is None or replace(entry.mark, device=known.mark.device) != known.mark:
        return False
    last_change_ns = max(known.mark.mtime_ns, known.mark.ctime_ns)
    return known.hashed_at_ns - last_change_ns >= TRUSTED_AFTER_NS


def _hash(entry: Entry) -> str | Failure:
    """SHA-256 of one file, or why it could not be read whole as it was found."""
    digest = hashlib.sha256()
    buffer = bytearray(_CHUNK_BYTES)
    view = memoryview(buffer)
    try:
        with open(entry.path, "rb", buffering=0, opener=_open_at_once) as handle:
            before = os.fstat(handle.fileno())
            while count := handle.readinto(buffer):
                digest.update(view[:count])
            after = os.fstat(handle.fileno())
    except OSError as error:
        return _file_failure(error)
    unchanged = entry.mark is not None and all(_same_content(entry.mark, mark_of(item)) for item in (before, after))
    return digest.hexdigest() if unchanged else _still_written()


def _open_at_once(path: str, flags: int) -> int:
    """Opens a file and never waits, should a pipe have taken its place."""
    return os.open(path, flags | os.O_NONBLOCK)


def _same_content(first: FileMark, second: FileMark) -> bool:
    """Whether two marks are of one file that was not written to; rights and links may have changed (ctime)."""
    return replace(first, ctime_ns=0) == replace(second, ctime_ns=0)


def _folder_failure(error: OSError) -> Failure:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        message = "folder tidak ada lagi saat dibuka; isinya tidak diperiksa. Periksa apakah folder itu dipindahkan."
        return Failure(stage="intake", kind="missing", message=message)
    message = f"folder tidak dapat dibuka ({error.strerror or error}); periksa hak aksesnya."
    return Failure(stage="intake", kind="unreadable", message=message)


def _file_failure(error: OSError) -> Failure:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return Failure(stage="intake", kind="missing", message="berkas tidak ditemukan; periksa jalurnya.")
    message = f"berkas tidak dapat dibuka ({error.strerror or error}); periksa hak akses atau medianya."
    return Failure(stage="intake", kind="unreadable", message=message)


def _dangling() -> Failure:
    message = "tautan ini tidak menuju berkas mana pun; perbaiki atau hapus tautannya."
    return Failure(stage="intake", kind="missing", message=message)


def _still_written() -> Failure:
    message = "berkas masih ditulis oleh program lain; dicoba lagi setelah penyalinannya selesai."
    return Failure(stage="intake", kind="still-written", message=message)
