"""Opens the ZIP package of a Word file safely and parses the parts that print something."""

from __future__ import annotations

import posixpath
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from lxml import etree
from lxml.etree import _Element as Element

from extractors.readers.docx.names import R_NS, W_NS, w
from schemas.errors import ReadError
from schemas.printed import ReadingNote

_CHUNK_BYTES = 1 << 20
_BROKEN = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, struct.error, NotImplementedError, ValueError, RuntimeError,
)  # fmt: skip
_STRICT_NAMESPACES = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W_NS.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R_NS.encode()),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/math",
        b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    ),
)

DAMAGED = (
    "Berkas DOCX rusak atau terpotong sehingga tidak dapat dibaca. Salin ulang dari sumbernya, atau buka di "
    "Word, perbaiki, lalu simpan kembali sebagai .docx."
)
WRONG_TYPE = (
    "Berkas ini bukan dokumen Word (.docx) walaupun namanya demikian. Periksa berkasnya, atau simpan kembali "
    "dari Word sebagai .docx."
)
NOT_READABLE = "Berkas tidak dapat dibuka. Periksa apakah berkas masih ada dan boleh dibaca."


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """The parsed parts of a Word file; a part it does not have is None.

    Attributes:
        related: header and footer parts by relationship id of the main document.
        notes: parts that exist but could not be read, and what that costs.
    """

    document: Element
    styles: Element | None = None
    numbering: Element | None = None
    settings: Element | None = None
    footnotes: Element | None = None
    endnotes: Element | None = None
    related: Mapping[str, Element] = field(default_factory=lambda: MappingProxyType({}))
    notes: tuple[ReadingNote, ...] = ()


def read_package(path: Path, *, max_unpacked_bytes: int) -> Package:
    """Opens the file and parses its parts; no entity is resolved and nothing is fetched.

    Files of another kind and files with a password are told apart and refused by the intake, before a reader
    sees them; here they are damaged.

    Args:
        path: the file.
        max_unpacked_bytes: limit for the declared sizes of all parts, and for what is really unpacked.

    Raises:
        ReadError: `wrong-type`, `damaged`, `zip-bomb` or `unreadable`.
    """
    try:
        stream = path.open("rb")
    except OSError as error:
        raise ReadError("unreadable", NOT_READABLE) from error
    try:
        with stream, zipfile.ZipFile(stream) as archive:
            return _Parts(archive, max_unpacked_bytes).package()
    except _BROKEN as error:
        raise ReadError("damaged", DAMAGED) from error


class _Parts:
    """Reads parts out of one open archive within a budget of bytes."""

    def __init__(self, archive: zipfile.ZipFile, max_unpacked_bytes: int) -> None:
        self._archive = archive
        self._limit = max_unpacked_bytes
        self._unpacked = 0
        self._notes: list[ReadingNote] = []
        infos = archive.infolist()
        if sum(info.file_size for info in infos) > max_unpacked_bytes:
            raise self._bomb()
        self._infos = {info.filename.replace("\\", "/").lstrip("/").lower(): info for info in infos}

    def package(self) -> Package:
        """All parts that print something."""
        main = self._main_name()
        document = self._parse(main)
        if document.tag != w("document"):
            raise ReadError("wrong-type", WRONG_TYPE)
        relations = self._relations(main)
        related = {}
        for relation_id, (kind, target) in relations.items():
            if kind in ("header", "footer"):
                root = self._optional(target, "kepala atau kaki halaman tidak dibaca")
                if root is not None:
                    related[relation_id] = root
        names = {kind: target for kind, target in relations.values()}
        return Package(
            document=document,
            styles=self._optional(names.get("styles"), "gaya (judul, teks tersembunyi) tidak dibaca"),
            numbering=self._optional(names.get("numbering"), "nomor daftar otomatis tidak dibaca"),
            settings=self._optional(names.get("settings"), "setelan dokumen tidak dibaca"),
            footnotes=self._optional(names.get("footnotes"), "catatan kaki tidak dibaca"),
            endnotes=self._optional(names.get("endnotes"), "catatan akhir tidak dibaca"),
            related=MappingProxyType(related),
            notes=tuple(self._notes),
        )

    def _main_name(self) -> str:
        """Name of the main document part."""
        if "_rels/.rels" in self._infos:
            for kind, target in self._relations("").values():
                if kind == "officeDocument":
                    return target
        if "word/document.xml" in self._infos:
            return "word/document.xml"
        raise ReadError("wrong-type", WRONG_TYPE)

    def _relations(self, name: str) -> dict[str, tuple[str, str]]:
        """Relationships of a part ("" for the package): id to (last word of the type, name of the target)."""
        folder, base = posixpath.split(name)
        relations_name = posixpath.join(folder, "_rels", f"{base}.rels")
        root = self._optional(relations_name, "bagian yang dirujuk dokumen tidak dibaca")
        found: dict[str, tuple[str, str]] = {}
        for relation in root.iterfind("{*}Relationship") if root is not None else ():
            target = (relation.get("Target") or "").replace("\\", "/")
            if relation.get("TargetMode") == "External" or not target:
                continue
            full = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[relation.get("Id", "")] = ((relation.get("Type") or "").rsplit("/", 1)[-1], full)
        return found

    def _optional(self, name: str | None, cost: str) -> Element | None:
        """A part the reading can do without; a broken one leaves a note that says what it costs."""
        if name is None or name.lower() not in self._infos:
            return None
        try:
            return self._parse(name)
        except (ReadError, *_BROKEN) as error:
            if isinstance(error, ReadError) and error.kind == "zip-bomb":
                raise
            message = f"Bagian {name} di dalam berkas rusak: {cost}. Simpan ulang dari Word agar lengkap."
            self._notes.append(ReadingNote(kind="part-damaged", message=message))
            return None

    def _parse(self, name: str) -> Element:
        """Parses one part.

        Raises:
            ReadError: it is not there or not well formed.
            MemoryError: the parser, which calls that a fault of the file, had not enough memory.
        """
        data = self._unpack(name)
        if b"purl.oclc.org/ooxml" in data:
            for strict, transitional in _STRICT_NAMESPACES:
                data = data.replace(strict, transitional)
        parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            if getattr(error, "code", None) == etree.ErrorTypes.ERR_NO_MEMORY:
                raise MemoryError from error
            raise ReadError("damaged", DAMAGED) from error
        if b"<!DOCTYPE" in data:
            message = f"Bagian {name} memuat DTD; entitasnya sengaja tidak dibaca. Periksa asal berkas ini."
            self._notes.append(ReadingNote(kind="xml-entity", message=message))
        return root

    def _unpack(self, name: str) -> bytes:
        """Unpacks one part, counting the bytes that really come out."""
        info = self._infos.get(name.lower())
        if info is None:
            raise ReadError("damaged", DAMAGED)
        chunks: list[bytes] = []
        with self._archive.open(info) as stream:
            while chunk := stream.read(_CHUNK_BYTES):
                self._unpacked += len(chunk)
                if self._unpacked > self._limit:
                    raise self._bomb()
                chunks.append(chunk)
        return b"".join(chunks)

    def _bomb(self) -> ReadError:
        """The refusal of a file that unpacks to more than allowed."""
        limit = f"{self._limit / (1 << 20):.0f} MB" if self._limit >= 1 << 20 else f"{self._limit} byte"
        return ReadError(
            "zip-bomb",
            f"Isi berkas DOCX ini mengembang melebihi batas {limit} sehingga ditolak demi keamanan. Bila "
            "berkas ini memang sah, buka di Word, kecilkan gambarnya (Compress Pictures), pindahkan lampirannya "
            "ke berkas lain, lalu simpan ulang; atau berikan sebagai PDF.",
        )
