"""The parties of an agreement, from the form of its statement (`Nama : …`, `Jabatan : …`, `disebut PIHAK PERTAMA`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.keputusan.alir.dokumen import Baris
from extractors.keputusan.perjanjian.baris import as_teks, pieces
from schemas.keputusan import Pihak, Teks
from schemas.provenance import PdfPlace

_LABEL = re.compile(
    r"(?:\(?(?:\d{1,2}|[a-zA-Z])[.)]\s*)?"
    r"(?P<label>nama(?:\s+lengkap)?|jabatan|n\s?\.?\s?i\s?\.?\s?p\b\.?|pangkat(?:\s*[/,]?\s*(?:dan\s+)?gol(?:ongan|\.)?)?"
    r"(?:\s*[/,]?\s*ruang)?|unit\s+kerja|instansi|alamat)"
    r"(?P<titik>\s*[:;]+)?\s*",
    re.IGNORECASE,
)
_ROLE = re.compile(r"\bdisebut\W+(?:(?:sebagai|juga|dengan|sbg)\W+)*(?P<sebutan>pihak\s+[\w-]+)", re.IGNORECASE)
_OPEN_ROLE = re.compile(r"\bdisebut(?:\s+(?:sebagai|juga|dengan))*\s*$", re.IGNORECASE)
PIHAK = re.compile(
    r"\bpihak\s+(?P<ke>pertama|kesatu|satu|kedua|dua|ketiga|ke\s?-?\s?[123]|[123]|i{1,3})\b", re.IGNORECASE
)
_PROSE = re.compile(
    r"\W*(?:(?:yang\s+)?selanjut\w*|selaku|dalam\s+hal|bertindak|berkedudukan|pihak\b|pada\b|dengan\b|kami\b)",
    re.IGNORECASE,
)
_INDENT = 20.0
_RANKS = {"pertama": 1, "kesatu": 1, "satu": 1, "i": 1, "1": 1, "kedua": 2, "dua": 2, "ii": 2, "2": 2}
_FIELDS = {"n": "nama", "j": "jabatan", "p": "pangkat"}


@dataclass(slots=True, kw_only=True)
class Calon:
    """A party while it is read; each field holds the lines it is printed in.

    Attributes:
        isi: lines by field (`nama`, `jabatan`, `pangkat`, `nip`, or another label).
    """

    sebutan: str = ""
    isi: dict[str, Teks] = field(default_factory=dict)

    def pihak(self) -> Pihak:
        """The party as a record."""
        own = self.isi
        return Pihak(
            sebutan=self.sebutan,
            nama=own.get("nama"),
            jabatan=own.get("jabatan"),
            pangkat=own.get("pangkat"),
            nip=own.get("nip"),
        )


def rank_of(sebutan: str) -> int | None:
    """1 for `PIHAK PERTAMA` and `PIHAK KESATU`, 2 for `PIHAK KEDUA`; None for any other."""
    found = PIHAK.search(sebutan)
    if found is None:
        return None
    word = re.sub(r"[\s-]", "", found["ke"].lower())
    return _RANKS.get(word.removeprefix("ke") if word[-1].isdigit() else word)


class PembacaPihak:
    """Reads the rows of a statement one after the other."""

    def __init__(self) -> None:
        """No party yet."""
        self.calon: list[Calon] = []
        self._last: tuple[str, Baris] | None = None
        self._open_role = False

    def read(self, baris: Baris) -> bool:
        """Take a row in; False when it is neither a field of a party nor what it is called."""
        if self._open_role and PIHAK.match(baris.text):
            self._named(" ".join(baris.text.split()[:2]))
            return True
        self._open_role = bool(_OPEN_ROLE.search(baris.text))
        role = _ROLE.search(baris.text)
        if role is not None and rank_of(role["sebutan"]) is not None:
            self._last = None
            self._named(role["sebutan"])
            return True
        return self._label(baris) or self._goes_on(baris) or self._open_role

    def _named(self, sebutan: str) -> None:
        """Name the party read last, unless it has a name; one called so before its fields are read begins."""
        open_ones = [calon for calon in self.calon if not calon.sebutan]
        if open_ones:
            open_ones[-1].sebutan = sebutan

    def _label(self, baris: Baris) -> bool:
        text = baris.text
        found = _LABEL.match(text)
        if found is None or not _is_form(found, text):
            return False
        name = _field(found["label"])
        value = _value(baris, found.end())
        if name == "nama" or not self.calon or (name == "jabatan" and "jabatan" in self.calon[-1].isi):
            self.calon.append(Calon())
        self._last = (name, baris)
        if value is not None and name not in self.calon[-1].isi:
            self.calon[-1].isi[name] = value
        return True

    def _goes_on(self, baris: Baris) -> bool:
        """A wrapped value: further to the right than its label and no prose."""
        if self._last is None or not self.calon:
            return False
        name, first = self._last
        if _PROSE.match(baris.text) or not _below(first, baris):
            self._last = None
            return False
        before = self.calon[-1].isi.get(name)
        value = _value(baris, 0)
        if value is not None:
            text = value.text if before is None else f"{before.text} {value.text}"
            place = value.place if before is None else before.place
            self.calon[-1].isi[name] = Teks(text=text, place=place)
        return True


def _is_form(found: re.Match[str], text: str) -> bool:
    """Whether a label is one: a colon behind it, or (a scan loses it) a value in capitals or figures."""
    rest = text[found.end() :]
    if found["titik"] or not rest:
        return True
    return text[found.end() - 1].isspace() and (rest[0].isupper() or rest[0].isdigit()) and not _PROSE.match(rest)


def _field(label: str) -> str:
    small = label.lower()
    if small.startswith("n") and not small.startswith("nama"):
        return "nip"
    return _FIELDS.get(small[0], small) if not small.startswith(("unit", "instansi", "alamat")) else small


def _value(baris: Baris, start: int) -> Teks | None:
    """What stands behind the label; the place is that of the pieces without it, where they are apart."""
    value = baris.text[start:].strip(" :;")
    if not value:
        return None
    own = [piece for piece in pieces(baris) if len(piece.text.strip()) > 1 and piece.text.strip(" :") in value]
    return Teks(text=value, place=as_teks(own).place if own else baris.place)


def _below(first: Baris, baris: Baris) -> bool:
    """Whether a row goes on with the value of the row `first`: in its table without label, or indented under it."""
    if first.tabel is not None:
        return baris.tabel == first.tabel and not _LABEL.match(baris.text)
    a, b = first.place, baris.place
    if isinstance(a, PdfPlace) and isinstance(b, PdfPlace):
        near = a.page == b.page and b.bbox.top - a.bbox.bottom < 4 * a.bbox.height
        return near and b.bbox.x0 > a.bbox.x0 + _INDENT
    return baris.text.lstrip().startswith(":")


def party_of_rank(calon: Sequence[Calon], rank: int) -> Calon | None:
    """The first party called so."""
    return next((one for one in calon if rank_of(one.sebutan) == rank), None)
