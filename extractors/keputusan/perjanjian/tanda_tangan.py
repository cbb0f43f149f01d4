"""The signatures of an agreement: who is which party, ranks and NIP, also where both stand side by side in one line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from extractors.keputusan.alir.dokumen import Baris
from extractors.keputusan.perjanjian.baris import centre, pieces
from extractors.keputusan.perjanjian.judul import squashed
from extractors.keputusan.perjanjian.pihak import PIHAK, Calon, rank_of
from schemas.keputusan import Teks

_NIP = re.compile(
    r"(?:\bN\s?[I1l]\s?P\b\W{0,4}(?P<nip>\d[\d ]{7,26}\d)|(?<!\d)(?P<polos>\d{8} ?\d{6} ?[12] ?\d{3})(?!\d))"
)
_LEVEL = r"(?:\s*[,(/-]?\s*\(?\b(?:IV|III|II|I)\s?/\s?[a-eA-E]\b\)?)?"
_RANK = re.compile(
    r"\b(?:pembina(?:\s+utama(?:\s+(?:muda|madya))?|\s+(?:tk|tingkat)\b\.?\s*[I1l]\b)?"
    r"|(?:penata|pengatur|juru)(?:\s+muda)?(?:\s+(?:tk|tingkat)\b\.?\s*[I1l]\b)?)" + _LEVEL,
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"\W*(?:plt|plh|pj|a\.?n|kepala|gubernur|bupati|wali\s?kota|camat|lurah|sekretaris|direktur|inspektur|ketua|menteri"
    r"|asisten|kasu[b]+ag|kabid|kasi|mengetahui|menyetujui|ttd|nip\b|atasan|yang\s+(?:membuat|menerima))",
    re.IGNORECASE,
)
_HEAD_OF_REGION = re.compile(r"\W*(?:p[jl]t?\.?\s+)?(?:gubernur|bupati|wali\s?kota|menteri)\b", re.IGNORECASE)
_DEGREE = re.compile(r"^(?:(?:prof|drs?|drg|dra|ir|hj?|kh|apt|ns|r|rr)\b\.?\s*)+", re.IGNORECASE)
_SAME_NAME = 0.88
_LONGEST_ROW = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class _Temu:
    """Something found in a row: what it is worth, the text, about where its middle stands."""

    teks: Teks
    tengah: float | None
    calon: Calon | None = None


def heads_signatures(text: str) -> bool:
    """Whether a row heads the signatures: nothing but `PIHAK KEDUA, PIHAK KESATU,`."""
    return bool(PIHAK.match(text.strip())) and not re.sub(r"\W", "", PIHAK.sub("", text))


class PembacaTandaTangan:
    """Reads the rows below place and date, one block of signatures after the other.

    Attributes:
        nama: rows that were not known when they were read and turned out to hold names.
    """

    def __init__(self, calon: list[Calon]) -> None:
        """Adds to the parties already read from the statement."""
        self.nama: list[Baris] = []
        self._calon = calon
        self._atas: list[_Temu] = []
        self._kepala: list[_Temu] = []
        self._sisa: Baris | None = None

    def begin(self) -> None:
        """A new block of signatures."""
        self._atas, self._kepala, self._sisa = [], [], None

    def read(self, baris: Baris) -> bool:
        """Take a row in; False when nothing of it is known."""
        if heads_signatures(baris.text):
            self._heads(baris)
            return True
        names = list(self._names(baris))
        if names:
            self._atas = names
            self._call(names)
        marks = [(name, found) for name in ("pangkat", "nip") if (found := list(_marks(baris, name)))]
        if marks and not names:
            self._name_above()
        assigned = [self._assign(name, found) for name, found in marks]
        if names or marks:
            self._sisa = None
            return all(assigned)
        if self._is_office(baris.text):
            return True
        self._sisa = baris
        return False

    def _heads(self, baris: Baris) -> None:
        self._kepala, self._atas, self._sisa = [], [], None
        for teks in pieces(baris):
            for found in PIHAK.finditer(teks.text):
                own = self._of_rank(found.group())
                self._kepala.append(_temu(teks, found, own))

    def _of_rank(self, sebutan: str) -> Calon | None:
        """The party that the statement calls so."""
        rank = rank_of(sebutan)
        return next((one for one in self._calon if rank_of(one.sebutan) == rank), None)

    def _call(self, names: Sequence[_Temu]) -> None:
        """Parties that the statement only names are called as the head above their signature says."""
        if len(names) != len(self._kepala):
            return
        for name, head in zip(names, self._kepala, strict=True):
            if name.calon is not None and not name.calon.sebutan and head.calon is None:
                name.calon.sebutan = head.teks.text

    def _names(self, baris: Baris) -> Iterator[_Temu]:
        """Known names in a row, left to right."""
        found: list[tuple[int, int, _Temu]] = []
        for order, teks in enumerate(pieces(baris)):
            for calon in self._calon:
                name = calon.isi.get("nama")
                span = _find_name(name.text, teks.text) if name is not None else None
                if span is not None:
                    middle = centre(teks, *span)
                    found.append((order, span[0], _Temu(teks=teks, tengah=middle, calon=calon)))
        yield from (temu for _, _, temu in sorted(found, key=lambda one: one[:2]))

    def _name_above(self) -> None:
        """The row above a rank or NIP holds the names of parties that the statement does not name."""
        if self._sisa is None:
            return
        texts = pieces(self._sisa)
        heads = self._kepala if len(texts) == len(self._kepala) else self._kepala[-1:]
        if len(texts) != len(heads):
            return
        atas = []
        for teks, head in zip(texts, heads, strict=True):
            calon = head.calon or Calon(sebutan=head.teks.text)
            if head.calon is None:
                self._calon.append(calon)
            if "nama" not in calon.isi:
                calon.isi["nama"] = teks
                atas.append(_Temu(teks=teks, tengah=centre(teks, 0, len(teks.text)), calon=calon))
        if atas:
            self._atas = atas
            self.nama.append(self._sisa)

    def _assign(self, name: str, found: Sequence[_Temu]) -> bool:
        """Give ranks or NIP of a row to the names above them; False when it is open whose they are."""
        if len(found) == len(self._atas):
            owners = [one.calon for one in self._atas]
        else:
            owners = [self._owner(one) for one in found]
        for temu, calon in zip(found, owners, strict=True):
            if calon is not None:
                calon.isi.setdefault(name, temu.teks)
        return all(calon is not None for calon in owners)

    def _owner(self, temu: _Temu) -> Calon | None:
        """The party whose name stands above; in a Word file the one that is an official with a NIP."""
        placed = [one for one in self._atas if one.tengah is not None]
        if temu.tengah is not None and placed:
            middle = temu.tengah
            return min(placed, key=lambda one: abs((one.tengah or 0.0) - middle)).calon
        officials = [one.calon for one in self._atas if one.calon is not None and not _elected(one.calon)]
        return officials[0] if len(officials) == 1 else None

    def _is_office(self, text: str) -> bool:
        """Whether a row names the offices that sign."""
        small = squashed(text)
        known = squashed(" ".join(one.isi["jabatan"].text for one in self._calon if "jabatan" in one.isi))
        return not small or bool(_OFFICE.match(text)) or small in known


def _elected(calon: Calon) -> bool:
    office = calon.isi.get("jabatan")
    return office is not None and bool(_HEAD_OF_REGION.match(office.text))


def _temu(teks: Teks, found: re.Match[str], calon: Calon | None = None, group: str | int = 0) -> _Temu:
    own = Teks(text=found[group].strip(" ,;"), place=teks.place)
    return _Temu(teks=own, tengah=centre(teks, *found.span()), calon=calon)


def _marks(baris: Baris, name: str) -> Iterator[_Temu]:
    """Ranks or NIP of a row."""
    for teks in pieces(baris):
        for found in (_NIP if name == "nip" else _RANK).finditer(teks.text):
            group = next((key for key, value in found.groupdict().items() if value), 0)
            yield _temu(teks, found, group=group)


def _core(name: str) -> str:
    """A name without the titles before and behind it."""
    return _DEGREE.sub("", name.split(",")[0].strip(" ()"))


def _find_name(name: str, text: str) -> tuple[int, int] | None:
    """Where a name stands in a text; a scan may have lost a letter of it."""
    core = _core(name)
    wanted = squashed(core)
    if len(wanted) < 3:
        return None
    places = [k for k, sign in enumerate(text) if sign.isascii() and sign.isalnum()]
    at = squashed(text).find(wanted)
    if at >= 0 and len(places) == len(squashed(text)):
        return _whole_name(text, places[at], places[at + len(wanted) - 1] + 1)
    words = [(m.start(), m.end()) for m in re.finditer(r"\S+", text)]
    count = len(core.split())
    if count < 2 or len(words) > _LONGEST_ROW:
        return None
    for k in range(len(words) - count + 1):
        start, end = words[k][0], words[k + count - 1][1]
        if SequenceMatcher(None, wanted, squashed(text[start:end])).ratio() >= _SAME_NAME:
            return _whole_name(text, start, end)
    return None


def _whole_name(text: str, start: int, end: int) -> tuple[int, int]:
    """The span with the edge of the text where only titles stand between."""
    before, behind = text[:start], text[end:]
    first = 0 if not _DEGREE.sub("", before).strip(" ()") else start
    return first, len(text) if _only_titles(behind) else end


def _only_titles(behind: str) -> bool:
    """Whether what stands behind a name is nothing or degrees: `, S.Sos., M.Si`."""
    words = behind.strip(" ,()").split()
    return not words or (behind.lstrip().startswith(",") and all("." in word or len(word) <= 4 for word in words))
