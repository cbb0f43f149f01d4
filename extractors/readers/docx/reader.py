"""Puts the parts of a Word file together into a printed document."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml.etree import _Element as Element

from extractors.readers.docx.names import RELATION_ID, flag, value, w, whole
from extractors.readers.docx.numbering import Numbering
from extractors.readers.docx.package import Package, read_package
from extractors.readers.docx.paragraph import ParagraphReader
from extractors.readers.docx.pictures import Unread
from extractors.readers.docx.story import Asides, Body
from extractors.readers.docx.styles import Styles
from schemas.errors import ReadError
from schemas.printed import LineRole, PrintedDocument, ReadingNote, SourceFile

MAX_UNPACKED_BYTES = 1 << 30
_NO_TEXT = (
    "Dokumen Word ini tidak memuat teks yang dapat dibaca (kosong, atau isinya hanya gambar). Bila isinya "
    "hasil pindaian, sediakan berkas Word asli atau PDF yang ber-teks."
)

_UNREAD = {
    Unread.EQUATION: "{} rumus tersimpan sebagai objek sehingga tidak terbaca; periksa dengan mata.",
    Unread.TEXT: "{} SmartArt, WordArt, atau gambar bertulisan tidak terbaca. Periksa dengan mata, atau ketik "
    "isinya sebagai teks atau tabel Word.",
    Unread.SHEET: "{} lembar Excel yang disisipkan sebagai objek tidak terbaca dan tidak diperiksa. Salin isinya "
    "sebagai tabel Word.",
    Unread.PAGE: "{} gambar sebesar halaman (mungkin hasil pindai) tidak terbaca dan tidak diperiksa. Sediakan "
    "naskah aslinya, atau jalankan OCR.",
    Unread.PICTURE: "{} gambar tidak terbaca. Bila di antaranya ada gambar tabel, buat ulang sebagai tabel Word "
    "agar diperiksa.",
}
_PICTURED = (
    "di bawah judul ini ada gambar, bukan tabel, sehingga tidak diperiksa. Buat ulang sebagai tabel Word."
)


def read_docx(source: SourceFile, *, max_unpacked_bytes: int = MAX_UNPACKED_BYTES) -> PrintedDocument:
    """Reads what a Word file prints: body lines and tables in order; text boxes, notes and margins apart.

    Tracked insertions are printed, deletions are not, nor is hidden text or the code of a field. Automatic
    list numbers stand in front of their text. No XML entity is resolved and nothing outside the file is read.

    Args:
        source: the file.
        max_unpacked_bytes: limit for all its parts unpacked.

    Raises:
        ReadError: `wrong-type`, `damaged`, `zip-bomb`, `unreadable` or `no-text`.
    """
    package = read_package(Path(source.path), max_unpacked_bytes=max_unpacked_bytes)
    body = package.document.find(w("body"))
    styles = Styles(package.styles)
    reader = ParagraphReader(styles, Numbering(package.numbering, styles))
    asides = Asides(reader)
    story = Body(reader, asides, styled=body is not None and _has_styled_heading(body, styles))
    blocks = tuple(story.blocks(body)) if body is not None else ()
    _read_notes(package, asides)
    _read_margins(package, asides)
    if not blocks and not asides.lines:
        raise ReadError("no-text", _NO_TEXT)
    return PrintedDocument(
        source=source,
        pages=None,
        blocks=blocks,
        asides=tuple(asides.lines),
        notes=(*package.notes, *_notes(reader, asides, story)),
    )


def _has_styled_heading(body: Element, styles: Styles) -> bool:
    """Whether any paragraph is a heading by style or outline level; else headings are known by their text."""
    for properties in body.iter(w("pPr")):
        level = value(properties, "outlineLvl")
        if level is not None and whole(level, 9) < 9:
            return True
        if level is None and styles.is_heading(value(properties, "pStyle")):
            return True
    return False


def _read_notes(package: Package, asides: Asides) -> None:
    """Footnotes and endnotes; their separators are not text."""
    for root, name in ((package.footnotes, "footnote"), (package.endnotes, "endnote")):
        for note in root.iterfind(w(name)) if root is not None else ():
            if note.get(w("type"), "normal") == "normal":
                asides.add(note, "footnote", LineRole.FOOTNOTE)


def _read_margins(package: Package, asides: Asides) -> None:
    """Headers and footers that some page shows, each part once."""
    seen: set[str] = set()
    for kind, relation_id in _shown_margins(package):
        root = package.related.get(relation_id)
        if root is not None and relation_id not in seen:
            seen.add(relation_id)
            asides.add(root, kind, LineRole.HEADER if kind == "header" else LineRole.FOOTER)


def _shown_margins(package: Package) -> Iterator[tuple[str, str]]:
    """Kind and relationship id of the headers and footers that the sections switch on."""
    even = package.settings is not None and bool(flag(package.settings, "evenAndOddHeaders"))
    for section in package.document.iter(w("sectPr")):
        shown = {"default": True, "even": even, "first": bool(flag(section, "titlePg"))}
        for kind in ("header", "footer"):
            for reference in section.iterfind(w(f"{kind}Reference")):
                if shown.get(reference.get(w("type"), "default"), True):
                    yield kind, reference.get(RELATION_ID, "")


def _notes(reader: ParagraphReader, asides: Asides, story: Body) -> Iterator[ReadingNote]:
    """What could not be read, or only in part."""
    for kind, message in _UNREAD.items():
        if reader.unread[kind]:
            yield ReadingNote(kind=kind.value, message=message.format(reader.unread[kind]))
    for caption in story.pictured:
        message = f"{caption}: {_PICTURED}"
        yield ReadingNote(kind="table-picture", message=message)
    if asides.boxed_tables:
        message = (
            f"{asides.boxed_tables} tabel di dalam kotak teks hanya dibaca sebagai baris teks, tidak "
            "diperiksa sebagai tabel. Pindahkan keluar dari kotak teks bila perlu diperiksa."
        )
        yield ReadingNote(kind="table-in-textbox", message=message)
    if story.chunks:
        message = f"{story.chunks} dokumen sisipan (altChunk) tidak dibaca. Simpan ulang lewat Word."
        yield ReadingNote(kind="imported-chunk", message=message)
