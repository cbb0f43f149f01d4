"""PDF reader: pdfium gives words and lines, pdfplumber's TableFinder cells, `extractors.tables` whole tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from extractors.readers.pdf.margins import mark_margins
from extractors.readers.pdf.page import PageContent, read_page
from extractors.readers.pdf.plumber import read_page_slowly
from extractors.readers.pdf.shown import blocks_as_shown, lines_as_shown, turned_pages
from extractors.tables import stitch
from schemas.errors import ReadError
from schemas.printed import Line, LineRole, PrintedDocument, ReadingNote, SourceFile

_USUAL_MAX_PAGES = 3000


def read_pdf(
    source: SourceFile,
    *,
    progress: Callable[[int, int], None] | None = None,
    max_pages: int = _USUAL_MAX_PAGES,
) -> PrintedDocument:
    """Read a PDF.

    Args:
        source: a file that passed intake.
        progress: called with (pages read, pages in all) after each page.
        max_pages: a longer file is refused.

    Raises:
        ReadError: `encrypted`, `damaged` or `too-many-pages`; the message says what to do.
    """
    document = _open(source.path)
    try:
        count = len(document)
        if count > max_pages:
            raise ReadError(
                "too-many-pages",
                f"{count} halaman melebihi batas {max_pages}; pecah berkas per bab lalu periksa kembali.",
            )
        notes = _form_notes(document)
        pages = mark_margins(list(_pages(document, source.path, notes, progress)))
    finally:
        document.close()
    items = [item for page in pages for item in page.items]
    asides = tuple(i for i in items if isinstance(i, Line) and i.role in (LineRole.HEADER, LineRole.FOOTER))
    turned = turned_pages(pages)
    return PrintedDocument(
        source=source,
        pages=count,
        blocks=blocks_as_shown(stitch(items), turned),
        asides=lines_as_shown(asides, turned),
        notes=(*notes, *_no_text(pages)),
    )


def _open(path: str) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == pdfium_c.FPDF_ERR_PASSWORD:
            raise ReadError(
                "encrypted",
                "berkas terkunci kata sandi; buka dengan kata sandinya dan simpan ulang tanpa sandi.",
            ) from error
        raise ReadError(
            "damaged", "berkas rusak atau terpotong sehingga tidak dapat dibuka; unduh atau salin ulang."
        ) from error


def _form_notes(document: pdfium.PdfDocument) -> list[ReadingNote]:
    """A note on form fields: what is typed into them is no text of the pages."""
    if document.get_formtype() == pdfium_c.FORMTYPE_NONE:
        return []
    message = "berkas berisi isian formulir yang tidak ikut terbaca; cetak ulang ke PDF biasa lalu periksa kembali."
    return [ReadingNote(kind="form-fields", message=message)]


def _pages(
    document: pdfium.PdfDocument,
    path: str,
    notes: list[ReadingNote],
    progress: Callable[[int, int], None] | None,
) -> Iterator[PageContent]:
    count = len(document)
    for index in range(count):
        yield _page(document, path, index + 1, notes)
        if progress is not None:
            progress(index + 1, count)


def _page(document: pdfium.PdfDocument, path: str, number: int, notes: list[ReadingNote]) -> PageContent:
    """One page through pdfium, through pdfplumber where pdfium fails, blank where both do; the notes tell which."""
    try:
        page = document[number - 1]
        try:
            return read_page(page, number)
        finally:
            page.close()
    except (pdfium.PdfiumError, ArithmeticError, ValueError, IndexError) as error:
        reason = f"{type(error).__name__}: {error}"
    try:
        content = read_page_slowly(path, number)
        notes.append(
            ReadingNote(
                kind="slow-path", page=number, message=f"dibaca dengan jalur cadangan pdfplumber ({reason})."
            )
        )
        return content
    except MemoryError:
        raise
    except Exception as error:
        notes.append(
            ReadingNote(
                kind="page-unreadable",
                page=number,
                message=f"halaman tidak dapat dibaca ({reason}; {type(error).__name__}); periksa halaman ini sendiri.",
            )
        )
        return PageContent(number, 0.0, 0.0, (), 0)


def _no_text(pages: tuple[PageContent, ...]) -> list[ReadingNote]:
    """Notes on pages that show pictures but hold no text."""
    return [
        ReadingNote(
            kind="no-text-layer",
            page=page.page,
            message="halaman berupa gambar tanpa lapisan teks; jalankan OCR lebih dahulu lalu periksa kembali.",
        )
        for page in pages
        if page.images
    ]


__all__ = ["read_pdf"]
