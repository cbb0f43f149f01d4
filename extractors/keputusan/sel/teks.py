"""The text of a cell: its lines joined the way they read, and which lines any piece of it came from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extractors.label_lines import around
from schemas.keputusan import Teks
from schemas.printed import Line
from schemas.provenance import PdfPlace

_HURUF = re.compile(r"[^\W\d_]+")
_UJUNG = re.compile(r"[^\W\d_]+$")
_PANGKAL = re.compile(r"[^\W\d_]+")
_MAJEMUK = re.compile(r"[^\W\d_]+/[^\W\d_]+")
_POTONG_UJUNG = re.compile(r"(?:m[pb]|n[djc]|ng[gk]|rj)$", re.IGNORECASE)
_POTONG_PANGKAL = re.compile(r"(?:m[pb]|n[tdjc]|ng[gkr]|r[jbdgkmnst]|l[kmt]|ng$|g$)", re.IGNORECASE)
_MAJEMUK_UMUM = frozenset({"kabupaten/kota", "dan/atau", "barang/jasa", "program/kegiatan", "kecamatan/kelurahan"})
_SPASI = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kosakata:
    """Words that surely stand whole on their lines, and compounds with a slash, in small letters."""

    kata: frozenset[str] = frozenset()
    majemuk: frozenset[str] = _MAJEMUK_UMUM

    def tambah(self, other: Kosakata) -> Kosakata:
        """Both together."""
        return Kosakata(kata=self.kata | other.kata, majemuk=self.majemuk | other.majemuk)


@dataclass(frozen=True, slots=True, kw_only=True)
class Untai:
    """Lines as one text; `awal` is where each line begins in it."""

    text: str
    lines: tuple[Line, ...] = ()
    awal: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.text.strip())

    def bagian(self, start: int, end: int) -> Untai:
        """The piece [start, end) with the lines it came from, without blanks at its ends."""
        start, end = max(start, 0), min(end, len(self.text))
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        lines, awal = [], []
        for k, (line, begin) in enumerate(zip(self.lines, self.awal, strict=True)):
            stop = self.awal[k + 1] if k + 1 < len(self.awal) else len(self.text)
            if begin < end and stop > start:
                lines.append(line)
                awal.append(max(begin - start, 0))
        return Untai(text=self.text[start:end], lines=tuple(lines), awal=tuple(awal))

    def teks(self) -> Teks | None:
        """As a record's text; None when blank."""
        text = _SPASI.sub(" ", self.text).strip()
        return Teks(text=text, place=around(self.lines)) if text and self.lines else None


def himpunan(text: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(text.split())


def kosakata(sel: Iterable[Sequence[Line]]) -> Kosakata:
    """The words of cells that no narrow column can have cut."""
    kata: set[str] = set()
    majemuk: set[str] = set()
    for lines in sel:
        before_alone = False
        for line in lines:
            words = line.text.split()
            whole = words[1 if before_alone else 0 :]
            alone = len(words) == 1
            if alone and line is not lines[-1]:
                whole = []
            for word in whole:
                kata.update(piece.lower() for piece in _HURUF.findall(word))
                majemuk.update(piece.lower() for piece in _MAJEMUK.findall(word))
            before_alone = alone
    return Kosakata(kata=frozenset(kata), majemuk=frozenset(majemuk) | _MAJEMUK_UMUM)


def untai(lines: Sequence[Line], kosa: Kosakata, *, rumus: bool = False) -> Untai:
    """The lines joined: words cut at a line's end are whole again; in a formula a slash keeps its blank."""
    kept = tuple(line for line in lines if line.text.strip())
    text = ""
    awal: list[int] = []
    for k, line in enumerate(kept):
        own = line.text.strip()
        if k:
            text = _sambung(text, kept[k - 1], line, kosa, rumus=rumus)
        awal.append(len(text))
        text += own
    return Untai(text=text, lines=kept, awal=tuple(awal))


def gabung_untai(parts: Sequence[Untai]) -> Untai:
    """Texts one behind the other, with a blank between."""
    text = ""
    lines: list[Line] = []
    awal: list[int] = []
    for part in (p for p in parts if p):
        text += " " if text else ""
        awal.extend(len(text) + begin for begin in part.awal)
        lines.extend(part.lines)
        text += part.text
    return Untai(text=text, lines=tuple(lines), awal=tuple(awal))


def _sambung(text: str, above: Line, below: Line, kosa: Kosakata, *, rumus: bool) -> str:
    """The text so far with what belongs between it and the next line."""
    first, second = above.text.strip(), below.text.strip()
    ujung, pangkal = _UJUNG.search(first.rstrip("-/")), _PANGKAL.match(second)
    if first.endswith("-") and first[-2:-1].isalnum() and second[:1].isalnum():
        cut = ujung is not None and pangkal is not None and _suku(ujung.group(), pangkal.group(), kosa)
        return text[:-1] if cut else text
    if first.endswith("/") and first[-2:-1].isalpha() and pangkal is not None and ujung is not None:
        known = f"{ujung.group()}/{pangkal.group()}".lower() in kosa.majemuk
        return text if known or not rumus else text + " "
    return text if _terpotong(above, below, kosa) else text + " "


def _suku(first: str, second: str, kosa: Kosakata) -> bool:
    """Whether a hyphen only parts the syllables of one word: the word is known whole, its halves are not both."""
    a, b = first.lower(), second.lower()
    return a + b in kosa.kata and a != b and not (a in kosa.kata and b in kosa.kata)


def _terpotong(above: Line, below: Line, kosa: Kosakata) -> bool:
    """Whether a narrow column cut a word in two without a hyphen.

    Only a word too long for its line is cut, so it began the line and stands on it alone.
    """
    first, second = above.text.strip(), below.text.strip()
    if not isinstance(above.place, PdfPlace) or " " in first:
        return False
    ujung, pangkal = _UJUNG.search(first), _PANGKAL.match(second)
    if ujung is None or pangkal is None:
        return False
    a, b = ujung.group(), pangkal.group()
    if not (b[0].islower() and not a.isupper()) and not (a.isupper() and b.isupper()):
        return False
    known_a, known_b = a.lower() in kosa.kata, b.lower() in kosa.kata
    if (a + b).lower() in kosa.kata:
        return not (known_a and known_b)
    broken = _POTONG_UJUNG.search(a) or _POTONG_PANGKAL.match(b)
    return bool(broken) and len(a) > 2 and not known_a and not known_b
