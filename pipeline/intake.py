"""Takes a file in: finds it, proves that it can be read whole, says what it is and gives it its hash."""

from __future__ import annotations

import hashlib
import mmap
import os
import stat
import time
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from schemas.config import AuditConfig
from schemas.errors import IntakeError
from schemas.printed import FileKind, SourceFile

SUFFIXES = (".pdf", ".docx")

_PDF_MAGIC = b"%PDF-"
_PDF_MAGIC_WITHIN = 1024  # ISO 32000-1, annex H.3.4.1: readers accept the header within the first 1024 bytes
_ZIP_MAGIC = (b"PK\x03\x04", b"PK\x05\x06")
_OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_ENCRYPTED = "EncryptedPackage".encode(
    "utf-16-le"
)  # stream of an Office file with a password (MS-OFFCRYPTO 2.3.4.1)
_OLE_WORD = "WordDocument".encode("utf-16-le")
_OTHER_TYPES = (
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "gambar PNG"),
    (b"\xff\xd8\xff", "gambar JPEG"),
    (b"II*\x00", "gambar TIFF"),
    (b"MM\x00*", "gambar TIFF"),
    (b"Rar!", "arsip RAR"),
    (b"7z\xbc\xaf", "arsip 7-Zip"),
    (b"\x1f\x8b", "arsip GZIP"),
)
_FRESH_S = 2.0  # a file changed more recently than this is looked at twice
_SETTLE_S = 0.3  # the time between the two looks
_CHUNK_BYTES = 1 << 20
_CONTENT_TYPES_MAX_BYTES = 1 << 22
_BOMB_RATIO = 250  # XML of real Word files packs 10 to 60 times, zeros about 1,000 times
_BOMB_MIN_BYTES = 64 << 20  # what unpacks to less does no harm, whatever its ratio


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What the paths of a command line stand for.

    Attributes:
        files: files to read, each once, in the order given (inside a folder: sorted).
        ignored: how many files of other types lay in the folders.
        failures: paths that lead to no document, with the reason.
    """

    files: tuple[str, ...]
    ignored: int = 0
    failures: tuple[tuple[str, IntakeError], ...] = ()


def find_documents(paths: Iterable[str | Path]) -> Found:
    """Walks folders for PDF and DOCX files and keeps files as they are named.

    Hidden files and folders and Word's lock files (`~$…`) are passed over, links to folders are not followed.
    A file given by name is kept whatever its name, so that a wrong type is reported and not lost.
    """
    files: dict[str, str] = {}
    failures: list[tuple[str, IntakeError]] = []
    ignored = 0
    for path in map(str, paths):
        if not Path(path).is_dir():
            files.setdefault(os.path.realpath(path), path)
            continue
        inside, refused = _walk(path)
        documents = [item for item in inside if item.lower().endswith(SUFFIXES)]
        for item in documents:
            files.setdefault(os.path.realpath(item), item)
        ignored += len(inside) - len(documents)
        failures += refused
        if not documents and not refused:
            failures.append((path, IntakeError("no-documents", "tidak ada berkas .pdf atau .docx di folder ini.")))
    return Found(files=tuple(files.values()), ignored=ignored, failures=tuple(failures))


def _walk(folder: str) -> tuple[list[str], list[tuple[str, IntakeError]]]:
    """Visible files below folder, sorted, and the folders in it that cannot be listed."""
    errors: list[OSError] = []
    files: list[str] = []
    for here, folders, names in os.walk(folder, onerror=errors.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        files += [str(Path(here, name)) for name in sorted(names) if not name.startswith((".", "~$"))]
    return files, [
        (
            str(error.filename),
            IntakeError("unreadable", f"folder tidak dapat dibuka ({error.strerror}); periksa hak aksesnya."),
        )
        for error in errors
    ]


def take_in(path: str | Path, config: AuditConfig) -> SourceFile:
    """Proves that a file can be read and names its kind by its content, not by its name.

    Raises:
        IntakeError: missing, not-a-file, unreadable, empty, too-large, still-written, wrong-type, legacy-doc,
            encrypted, damaged or zip-bomb; the message says what to do.
    """
    path = Path(path)
    try:
        before = _stat_settled(path)
        _refuse_size(before.st_size, config)
        head, digest = _read(path)
        after = path.stat()
        if _changed(before, after):
            raise _still_written()
        kind = _kind(path, head, config)
    except IntakeError:
        raise
    except FileNotFoundError:
        raise IntakeError("missing", "berkas tidak ditemukan; periksa jalurnya.") from None
    except OSError as error:
        raise IntakeError(
            "unreadable",
            f"berkas tidak dapat dibuka ({error.strerror or error}); periksa hak akses atau medianya.",
        ) from error
    return SourceFile(path=str(path), sha256=digest, size_bytes=after.st_size, kind=kind)


def _stat_settled(path: Path) -> os.stat_result:
    """Status of a regular file; one that was written to just now is looked at again after a moment."""
    first = path.stat()
    if not stat.S_ISREG(first.st_mode):
        raise IntakeError("not-a-file", "bukan berkas biasa; berikan berkas PDF atau DOCX.")
    if abs(time.time() - first.st_mtime) >= _FRESH_S:
        return first
    time.sleep(_SETTLE_S)
    second = path.stat()
    if _changed(first, second):
        raise _still_written()
    return second


def _changed(first: os.stat_result, second: os.stat_result) -> bool:
    return (first.st_size, first.st_mtime_ns) != (second.st_size, second.st_mtime_ns)


def _still_written() -> IntakeError:
    return IntakeError("still-written", "berkas masih ditulis oleh program lain; ulangi setelah penyalinan selesai.")


def _refuse_size(size_bytes: int, config: AuditConfig) -> None:
    if size_bytes == 0:
        raise IntakeError("empty", "berkas kosong (0 bita); minta salinan yang utuh.")
    if size_bytes > config.max_bytes:
        raise IntakeError(
            "too-large",
            f"berkas {size_bytes} bita, lebih besar dari batas {config.max_bytes} bita; pecah berkasnya.",
        )


def _read(path: Path) -> tuple[bytes, str]:
    """First bytes and SHA-256 of a file."""
    digest = hashlib.sha256()
    head = b""
    with path.open("rb") as handle:
        while chunk := handle.read(_CHUNK_BYTES):
            head = head or chunk[:_PDF_MAGIC_WITHIN]
            digest.update(chunk)
    return head, digest.hexdigest()


def _kind(path: Path, head: bytes, config: AuditConfig) -> FileKind:
    """Kind by magic bytes.

    Raises:
        IntakeError: for all that is neither PDF nor DOCX.
    """
    if head.startswith(_ZIP_MAGIC):
        return _kind_of_zip(path, config)
    if _PDF_MAGIC in head:
        return FileKind.PDF
    if head.startswith(_OLE_MAGIC):
        raise _refuse_ole(path)
    name = next((name for magic, name in _OTHER_TYPES if head.startswith(magic)), None)
    what = f"isinya {name}" if name else "isinya bukan PDF maupun DOCX"
    raise IntakeError("wrong-type", f"{what}; berikan laporan sebagai PDF atau DOCX.")


def _refuse_ole(path: Path) -> IntakeError:
    """Says whether an OLE file is a Word file with a password, an old .doc or something else."""
    with path.open("rb") as handle, mmap.mmap(handle.fileno(), 0, access=mmap.ACCESS_READ) as content:
        encrypted, word = content.find(_OLE_ENCRYPTED) >= 0, content.find(_OLE_WORD) >= 0
    if encrypted:
        return IntakeError("encrypted", "berkas Office berkata sandi; simpan ulang tanpa kata sandi.")
    if word:
        return IntakeError("legacy-doc", "format .doc lama; buka di Word atau LibreOffice dan simpan sebagai .docx.")
    return IntakeError("wrong-type", "berkas Office format lama; berikan laporan sebagai PDF atau DOCX.")


def _kind_of_zip(path: Path, config: AuditConfig) -> FileKind:
    """DOCX when the package says that it holds a Word document.

    The unpacked size is taken from the directory of the archive; unpacking stops at the size stated there, so
    a lie about it ends as a damaged file and not as a full memory.
    """
    try:
        with zipfile.ZipFile(path) as package:
            _refuse_bomb(package, path, config)
            is_word = _holds_word(package)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, ValueError, RuntimeError) as error:
        raise IntakeError("damaged", f"arsip DOCX rusak atau terpotong ({error}); minta salinan yang utuh.") from error
    if not is_word:
        raise IntakeError(
            "wrong-type", "isinya arsip ZIP atau berkas Office lain; berikan laporan sebagai PDF atau DOCX."
        )
    return FileKind.DOCX


def _refuse_bomb(package: zipfile.ZipFile, path: Path, config: AuditConfig) -> None:
    members = package.infolist()
    if any(member.flag_bits & 1 for member in members):
        raise IntakeError("encrypted", "arsip berkata sandi; simpan ulang tanpa kata sandi.")
    unpacked = sum(member.file_size for member in members)
    swollen = unpacked > _BOMB_MIN_BYTES and unpacked > _BOMB_RATIO * path.stat().st_size
    if unpacked > config.max_unpacked_bytes or swollen:
        raise IntakeError(
            "zip-bomb",
            f"isi DOCX mengembang menjadi {unpacked} bita; berkas ditolak karena dapat menghabiskan memori.",
        )


def _holds_word(package: zipfile.ZipFile) -> bool:
    names = set(package.namelist())
    if "[Content_Types].xml" not in names:
        return False
    with package.open("[Content_Types].xml") as handle:
        types = handle.read(_CONTENT_TYPES_MAX_BYTES)
    return "word/document.xml" in names or b"wordprocessingml.document.main+xml" in types
