"""What earlier nights read and found, kept by the content of the document and by what the result depends on.

    root/<2 characters>/<sha256>/<reading key>/bacaan.bin           what was read, for new checks
                                               isi.bin              which files lie beside it, with their sizes
                                               nilai.csv, documents/…  what the document adds to a run folder
                                               hasil-<checking key>.bin  what the checks said
    root/tengah/<token>, <token>.lock          entries in the making, and the lock that says by a living process

An entry is made in a folder of its own, written through to the disk and then renamed, so it is there whole or not at
all, whatever stops the program. Several batches may share a store.

Results are pickled: whoever can write here can have the program do anything. Only the owner of the folder may therefore
write to it, and it has to be trusted like the program itself. Others may read: run folders link into it.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import io
import json
import logging
import os
import pickle
import secrets
import shutil
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from pipeline.batch.durable import sync_all, sync_file, sync_folder, sync_tree
from schemas.batch import Keys
from schemas.errors import CapaianError
from schemas.result import DocumentResult

READING = "bacaan.bin"
INVENTORY = "isi.bin"
RESULT_PREFIX = "hasil-"
MAKING = "tengah"

_MAGIC = b"capaian-store 1"
_HEADER_MOST_BYTES = 512
_KEY_CHARACTERS = 16
_NOT_FOR_OTHERS_TO_WRITE = 0o755
_PICKLE_PROTOCOL = 5
_BROKEN_ZIP = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)
_BROKEN_PICKLE = (
    pickle.UnpicklingError, zlib.error, AttributeError, EOFError, ImportError, IndexError, TypeError, ValueError
)  # fmt: skip

log = logging.getLogger(__name__)


class StoreError(CapaianError):
    """The files of a document that cannot be kept as they are: no ZIP, or names that lead out of their folder."""

    kind = "files-refused"
    stage = "write"


class Store:
    """The kept results below one folder, which is made when something is first put there.

    Whatever is read back is proved by its digest first; what is absent, damaged or of other keys is None. All `put_…`
    return when the disk has what they were given, and raise `OSError` as it comes (full disk, lost rights); then
    nothing is left of it.

    Attributes:
        root: the folder.
    """

    def __init__(self, root: Path) -> None:
        self.root = root

    def put_reading(self, sha256: str, keys: Keys, reading: bytes, files: bytes) -> None:
        """Keeps what was read of a document.

        An entry that is there and whole stays; a damaged one is replaced.

        Args:
            sha256: content of the document.
            keys: what the reading depends on.
            reading: for a later night in which only checks changed.
            files: ZIP of what the document adds to a run folder, b"" for nothing.

        Raises:
            StoreError: when `files` is no ZIP or holds names that lead elsewhere.
            OSError: when it cannot be written.
        """
        if self._is_whole(sha256, keys):
            return
        with self._making() as making:
            entry = making / "entry"
            entry.mkdir()
            inventory = json.dumps(_unpack(files, entry)).encode()
            (entry / INVENTORY).write_bytes(_sealed(INVENTORY, sha256, keys.reading, inventory))
            (entry / READING).write_bytes(_sealed(READING, sha256, keys.reading, reading))
            sync_tree(entry)
            place = self._place(sha256, keys)
            self._make_way(place.parent)
            self._publish(entry, place, making / "damaged", lambda: self._is_whole(sha256, keys))

    def put_result(self, sha256: str, keys: Keys, document: DocumentResult) -> None:
        """Keeps what came of a document, in place of what was kept under the same keys before.

        Raises:
            OSError: when it cannot be written.
        """
        packed = zlib.compress(pickle.dumps(document, _PICKLE_PROTOCOL))
        with self._making() as making:
            fresh = making / "result"
            fresh.write_bytes(_sealed(RESULT_PREFIX, sha256, keys.checking, packed))
            sync_file(fresh)
            place = self._place(sha256, keys)
            self._make_way(place)
            fresh.replace(place / _result_name(keys))
            sync_folder(place)

    def result(self, sha256: str, keys: Keys) -> DocumentResult | None:
        """What came of a document under these keys."""
        path = self._place(sha256, keys) / _result_name(keys)
        packed = _unsealed(path, RESULT_PREFIX, sha256, keys.checking)
        if packed is None:
            return None
        try:
            document = pickle.loads(zlib.decompress(packed))
        except _BROKEN_PICKLE as error:
            log.warning("%s: cannot be unpacked: %s", path, error)
            return None
        return document if isinstance(document, DocumentResult) else None

    def has_result(self, sha256: str, keys: Keys) -> bool:
        """Whether there is a result of the right size for these keys; its content is not looked at."""
        path = self._place(sha256, keys) / _result_name(keys)
        try:
            with path.open("rb") as handle:
                header = handle.readline(_HEADER_MOST_BYTES)
                size = os.fstat(handle.fileno()).st_size - len(header)
        except OSError:
            return False
        return _is_header(header, RESULT_PREFIX, sha256, keys.checking, size)

    def reading(self, sha256: str, keys: Keys) -> bytes | None:
        """What was read of a document under these keys."""
        return _unsealed(self._place(sha256, keys) / READING, READING, sha256, keys.reading)

    def files(self, sha256: str, keys: Keys) -> Path | None:
        """The folder with what a document adds to a run folder; None also when a file is gone or cut off."""
        place = self._place(sha256, keys)
        inventory = _unsealed(place / INVENTORY, INVENTORY, sha256, keys.reading)
        if inventory is None:
            return None
        for name, size in json.loads(inventory):
            try:
                status = (place / name).lstat()
            except OSError:
                return None
            if not stat.S_ISREG(status.st_mode) or status.st_size != size:
                return None
        return place

    def discard(self, sha256: str, keys: Keys) -> None:
        """Removes all that is kept of a document under these keys, so that it is read anew.

        Raises:
            OSError: when it cannot be removed.
        """
        with self._making() as making, contextlib.suppress(FileNotFoundError):
            self._place(sha256, keys).rename(making / "discarded")

    def sweep(self) -> None:
        """Removes what killed runs left half made; what other living processes are at stays.

        What cannot be removed does no harm; that the store cannot be written is told by the next `put_…`.
        """
        try:
            tokens = {item.name.partition(".")[0] for item in self._making_root.iterdir()}
        except OSError:
            return
        for token in sorted(tokens):
            self._sweep_one(token)

    def _sweep_one(self, token: str) -> None:
        from filelock import FileLock

        path = self._making_root / f"{token}.lock"
        lock = FileLock(path, thread_local=False, fallback_to_soft=False)
        try:
            lock.acquire(timeout=0)
        except OSError:  # filelock's `Timeout`, for one: its process lives
            return
        try:
            shutil.rmtree(self._making_root / token, ignore_errors=True)
            with contextlib.suppress(OSError):
                path.unlink()
        finally:
            lock.release()

    @property
    def _making_root(self) -> Path:
        return self.root / MAKING

    def _place(self, sha256: str, keys: Keys) -> Path:
        return self.root / sha256[:2] / sha256 / keys.reading[:_KEY_CHARACTERS]

    def _is_whole(self, sha256: str, keys: Keys) -> bool:
        return self.files(sha256, keys) is not None and self.reading(sha256, keys) is not None

    @contextlib.contextmanager
    def _making(self) -> Iterator[Path]:
        """A folder for an entry in the making; it is gone after the block, and after a kill at the next `sweep`."""
        from filelock import FileLock

        self._make_root()
        token = secrets.token_hex(8)
        folder, path = self._making_root / token, self._making_root / f"{token}.lock"
        with FileLock(path, thread_local=False, fallback_to_soft=False):
            try:
                folder.mkdir()
                yield folder
            finally:
                shutil.rmtree(folder, ignore_errors=True)
                path.unlink(missing_ok=True)

    def _make_root(self) -> None:
        self.root.parent.mkdir(parents=True, exist_ok=True)
        self.root.mkdir(_NOT_FOR_OTHERS_TO_WRITE, exist_ok=True)
        self._making_root.mkdir(exist_ok=True)

    def _make_way(self, folder: Path) -> None:
        """Makes the folders down to `folder` and has the disk know all of them, also those of a killed run."""
        folder.mkdir(parents=True, exist_ok=True)
        above = folder.relative_to(self.root.parent).parents
        sync_all(self.root.parent / way for way in above)

    @staticmethod
    def _publish(entry: Path, place: Path, aside: Path, is_whole: Callable[[], bool]) -> None:
        """Renames a made entry to its place; what is damaged there is moved away first."""
        try:
            entry.rename(place)
        except OSError as error:
            if error.errno not in {errno.ENOTEMPTY, errno.EEXIST}:
                raise
            if is_whole():  # another batch was faster
                return
            place.rename(aside)
            entry.rename(place)
        sync_folder(place.parent)


def _result_name(keys: Keys) -> str:
    return f"{RESULT_PREFIX}{keys.checking[:_KEY_CHARACTERS]}.bin"


def _sealed(what: str, sha256: str, key: str, payload: bytes) -> bytes:
    """The payload behind a line with what it is, its document, its key, its length and its digest."""
    return _header(what, sha256, key, len(payload), hashlib.sha256(payload).hexdigest()) + payload


def _header(what: str, sha256: str, key: str, size: int, digest: str) -> bytes:
    return b"%s %s\n" % (_MAGIC, f"{what} {sha256} {key} {size} {digest}".encode())


def _is_header(header: bytes, what: str, sha256: str, key: str, size: int) -> bool:
    """Whether a line is the header of this payload; the digest is not compared."""
    digest = header.rstrip(b"\n").rpartition(b" ")[2].decode("ascii", "replace")
    return header == _header(what, sha256, key, size, digest)


def _unsealed(path: Path, what: str, sha256: str, key: str) -> bytes | None:
    """The payload of a file; None when there is none, or it is not what was written."""
    try:
        header, _, payload = path.read_bytes().partition(b"\n")
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        log.warning("%s: cannot be read: %s", path, error)
        return None
    if header + b"\n" != _header(what, sha256, key, len(payload), hashlib.sha256(payload).hexdigest()):
        log.warning("%s: damaged", path)
        return None
    return payload


def _unpack(files: bytes, folder: Path) -> list[tuple[str, int]]:
    """Writes the members of a ZIP below a folder.

    Returns:
        Their names and sizes in bytes.

    Raises:
        StoreError: when it is no ZIP, or has other members than files below the folder; nothing is written outside.
    """
    if not files:
        return []
    try:
        with zipfile.ZipFile(io.BytesIO(files)) as package:
            members = [member for member in package.infolist() if not member.is_dir()]
            _refuse_unsafe(members)
            for member in members:
                target = folder / member.filename
                target.parent.mkdir(parents=True, exist_ok=True)
                with package.open(member) as source, target.open("xb") as handle:
                    shutil.copyfileobj(source, handle)
            return [(member.filename, member.file_size) for member in members]
    except _BROKEN_ZIP as error:
        raise StoreError(f"berkas hasil bacaan rusak ({error}); ulangi, dan laporkan bila terjadi lagi.") from error


def _refuse_unsafe(members: Sequence[zipfile.ZipInfo]) -> None:
    """Refuses members that would be written elsewhere or over another, and all that are no plain files.

    Raises:
        StoreError: naming the first of them.
    """
    names: set[str] = set()
    for member in members:
        name = member.filename
        parts = name.split("/")
        kind = stat.S_IFMT(member.external_attr >> 16)
        own = name in {READING, INVENTORY} or name.startswith(RESULT_PREFIX)
        if {"", ".", ".."}.intersection(parts) or "\\" in name or kind not in {0, stat.S_IFREG} or own or name in names:
            raise StoreError(f"berkas hasil bacaan ditolak: nama “{name}” tidak aman; laporkan.")
        names.add(name)
    folders = {name.rsplit("/", depth)[0] for name in names for depth in range(1, name.count("/") + 1)}
    if clash := sorted(names & folders):
        raise StoreError(f"berkas hasil bacaan ditolak: “{clash[0]}” berkas sekaligus folder; laporkan.")
