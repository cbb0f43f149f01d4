"""Whether a line that opens nothing carries on the part before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.keputusan.alir.dokumen import Baris
from extractors.keputusan.alir.pembuka import is_unknown_label
from extractors.keputusan.zona.butir import read_tanda
from extractors.keputusan.zona.jenis import FORM, LISTS, Zona
from extractors.keputusan.zona.nama import is_position
from schemas.provenance import PdfPlace

_NUMBER = re.compile(r"\s*[\d.…/:_-]*\d[\w./…:_ -]*$|\s*/[\w./…: -]*\d$|\s*TAHUN\b", re.IGNORECASE)
_DATE = re.compile(
    r"\s*(?:\d{1,2}|[.…_]+)\s+(?:Jan|Feb|Peb|Mar|Apr|Mei|Jun|Jul|Ag|Sep|Okt|Nop|Nov|Des|[.…_])", re.IGNORECASE
)
_WORDS = re.compile(r"[A-Za-z]{2,}")
_MAX_HEADING = 130
_MAX_POSITION = 300
_FAR_LINES = 2.6
_PARAGRAPH = 0.7


def carries_on(zona: Zona, lines: Sequence[Baris], baris: Baris, before: str) -> bool:
    """Whether the line belongs to the open part.

    Args:
        zona: what the part is.
        lines: what it has so far.
        baris: the line.
        before: text of the line before it.
    """
    if zona in (Zona.NOMOR, Zona.LAMPIRAN_NOMOR):
        goes_on = baris.text.lstrip().lower().startswith(("tahun", "/"))
        return bool(_NUMBER.match(baris.text)) and (not lines or goes_on)
    if zona in (Zona.TANGGAL, Zona.LAMPIRAN_TANGGAL):
        return not lines and bool(_DATE.match(baris.text))
    if zona is Zona.JUDUL_LEMBAR and read_tanda(baris.text) is not None:
        return False
    if zona in (Zona.JUDUL_LEMBAR, Zona.LAMPIRAN, Zona.LAMPIRAN_TENTANG):
        return len(baris.text) <= _MAX_HEADING and not _far(lines, baris)
    if zona in (Zona.JABATAN, Zona.UNIT, Zona.PEMANGKU):
        return _is_wrapped_name(lines, baris)
    if zona is Zona.DIKTUM:
        return not (_stands_apart(lines, baris, before) and is_position(baris.text))
    if zona in LISTS or zona is Zona.VISI:
        apart = _stands_apart(lines, baris, before) or _ends_list(lines, baris, before)
        return not apart and not (zona in FORM and _labels_another(lines, baris, before))
    return zona not in (Zona.TABEL, Zona.AWAL, Zona.JUDUL_TABEL)


def _is_wrapped_name(lines: Sequence[Baris], baris: Baris) -> bool:
    """Whether a position or unit goes on in the line."""
    length = sum(len(line.text) for line in lines)
    if is_unknown_label(baris.text) and lines:
        return False
    return read_tanda(baris.text) is None and length < _MAX_POSITION and not _far(lines, baris)


def _labels_another(lines: Sequence[Baris], baris: Baris, before: str) -> bool:
    """Whether a label that no form is known to have follows a list that is at its end: `4. Wewenang : …`."""
    if not lines or not is_unknown_label(baris.text) or not before.rstrip().endswith((".", ";")):
        return False
    own, tanda = read_tanda(lines[0].text), read_tanda(baris.text)
    if own is None:
        return baris.text.split(":")[0].isupper()
    return tanda is None or tanda.gaya != own.gaya


def _stands_apart(lines: Sequence[Baris], baris: Baris, before: str) -> bool:
    """Whether a line of capitals follows a list of sentences: a heading or a signature, no part of its last item."""
    text = baris.text
    if not text.isupper() or len(_WORDS.findall(text)) < 2 or read_tanda(text) is not None:
        return False
    if not lines:
        return False
    return not any(line.text.isupper() for line in lines) and not before.rstrip().endswith((",", "-"))


def _ends_list(lines: Sequence[Baris], baris: Baris, before: str) -> bool:
    """Whether a paragraph of its own follows the last item of a marked list, which ends in a point."""
    text = baris.text
    if not before.rstrip().endswith(".") or not text[:1].isupper() or read_tanda(text) is not None:
        return False
    if not lines or read_tanda(lines[0].text) is None:
        return False
    one, two = lines[-1].place, baris.place
    if isinstance(one, PdfPlace) and isinstance(two, PdfPlace):
        return one.page == two.page and two.bbox.top - one.bbox.bottom > _PARAGRAPH * one.bbox.height
    return True


def _far(lines: Sequence[Baris], baris: Baris) -> bool:
    """Whether the line stands on another page or lines below."""
    if not lines:
        return False
    one, two = lines[-1].place, baris.place
    if not isinstance(one, PdfPlace) or not isinstance(two, PdfPlace) or one.page != two.page:
        return False
    return two.bbox.top - one.bbox.bottom > _FAR_LINES * max(one.bbox.height, two.bbox.height)
