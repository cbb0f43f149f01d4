"""List marks in the text of a cell: `a.`, `1)`, `1.1`, `IV.`, bullets, at the beginning of a line or inside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.keputusan.sel.teks import Untai
from extractors.penanda import roman

_BERTINGKAT = re.compile(r"(?P<isi>\d{1,2}(?:\.\d{1,2}){1,4})[.)]?\s*(?=[^\W\d_])")
_BIASA = re.compile(
    r"(?P<buka>\(?)(?P<isi>\d{1,2}|[A-Za-z]|[ivx]{2,5}|[IVX]{2,5})(?P<tutup>[.)]{1,2})(?:\s+|(?=[A-Z]))(?=[^\W_]|[(\"“])"
)
_TELANJANG = re.compile(r"(?P<buka>)(?P<isi>\d{1,2}|[a-z])(?P<tutup>)\s+(?=[A-Z])")
_BUTIR = re.compile(r"[-–•▪➢✓*\uf0a0-\uf0ff]\s*(?=[^\W_]|\()")
_BUTIR_KUAT = re.compile(r"[•▪➢✓\uf0a0-\uf0ff]")
_RUJUKAN = re.compile(
    r"\b(?:pasal|ayat|huruf|angka|butir|nomor|no|tipe|type|kelas|kelompok|golongan|gol|eselon|roda|pp|tahun|tw|triwulan"
    r"|seri|kategori|grade|level|tingkat|jenis)\.?(?:\s+\(?\d{1,4}\)?)?\s*$",
    re.IGNORECASE,
)
_PANJANG_RUJUKAN = 30
_LONCAT = 3
BUTIR = "-"
BERTINGKAT = "1.1"
UKURAN = re.compile(
    r"(?:persen|persentas[ei]|pro?sentas[ei]|presentas[ei]|jumlah|jml|nilai|indeks|index|tingkat|rasio|ratio|angka"
    r"|cakupan|rata[\s-]*rata|skor|opini|predikat|laju|banyak(?:nya)?|proporsi|prevalensi|frekuensi|total|capaian"
    r"|volume|luas(?:an)?|kontribusi|pertumbuhan|besar(?:an|nya)?)(?!\w)",
    re.IGNORECASE,
)
"""Words that the name of an indicator or its formula begins with."""

AWAL_NAMA = re.compile(rf"{UKURAN.pattern}|(?:ter|me)\w{{3,}}nya\b", re.IGNORECASE)
"""Words of measures, and of results (`Tersusunnya …`), that a name begins with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tanda:
    """A mark of a list.

    Attributes:
        mulai: where it begins; isi: where its item's text begins.
        gaya: style (`a.`, `(1)`, `-`, `1.1`); kunci: its rank, one number for each level.
        teks: as printed, without point and brackets.
        awal_baris: a printed line begins with it.
    """

    mulai: int
    isi: int
    gaya: str
    kunci: tuple[int, ...]
    teks: str
    awal_baris: bool


def cari_tanda(untai: Untai) -> tuple[Tanda, ...]:
    """Every mark of a text, in order."""
    starts = frozenset(untai.awal) | {0}
    found: list[Tanda] = []
    for position in _calon(untai.text, starts):
        if found and position < found[-1].isi:
            continue
        tanda = _baca(untai.text, position, line_start=position in starts)
        if tanda is not None:
            found.append(tanda)
    return _angka_romawi(found)


def sedaftar(tanda: Sequence[Tanda], text: str) -> tuple[Tanda, ...]:
    """The marks that make one list with the first: its style, ranks that rise or (an error) repeat."""
    out = list(tanda[:1])
    for own in tanda[1:]:
        if _sama_daftar(out[-1], own, text):
            out.append(own)
    return tuple(out)


def _sama_daftar(last: Tanda, own: Tanda, text: str) -> bool:
    if own.gaya != last.gaya:
        return False
    if own.gaya == BUTIR:
        return own.teks == last.teks
    if own.gaya == BERTINGKAT:
        same_depth = len(own.kunci) == len(last.kunci)
        return own.kunci > last.kunci and (same_depth or bool(UKURAN.match(text, own.isi)))
    return 0 <= own.kunci[0] - last.kunci[0] <= _LONCAT


def _calon(text: str, starts: frozenset[int]) -> Iterator[int]:
    """Positions where a word begins."""
    return (k for k, ch in enumerate(text) if not ch.isspace() and (k in starts or text[k - 1].isspace()))


def _baca(text: str, position: int, *, line_start: bool) -> Tanda | None:
    """The mark at a position."""
    butir = _BUTIR.match(text, position)
    if butir is not None:
        allowed = line_start or _BUTIR_KUAT.match(text, position)
        return _tanda(butir, BUTIR, (0,), text[position], line_start) if allowed else None
    level = _BERTINGKAT.match(text, position)
    if level is not None:
        if not line_start and not text[level.end()].isupper():
            return None
        return _tanda(level, BERTINGKAT, tuple(map(int, level["isi"].split("."))), level["isi"], line_start)
    plain = _BIASA.match(text, position) or (_telanjang(text, position) if line_start else None)
    if plain is None or (not line_start and not _boleh_di_dalam(text, plain)):
        return None
    isi = plain["isi"]
    kind = "1" if isi.isdigit() else ("a" if isi.islower() else "A") if len(isi) == 1 else "i" if isi.islower() else "I"
    return _tanda(plain, f"{plain['buka']}{kind}{plain['tutup']}", (_urut(isi),), isi, line_start)


def _telanjang(text: str, position: int) -> re.Match[str] | None:
    """A mark without point or bracket, before a word of measures only."""
    bare = _TELANJANG.match(text, position)
    return bare if bare is not None and UKURAN.match(text, bare.end()) else None


def _tanda(match: re.Match[str], gaya: str, kunci: tuple[int, ...], teks: str, line_start: bool) -> Tanda:
    return Tanda(mulai=match.start(), isi=match.end(), gaya=gaya, kunci=kunci, teks=teks, awal_baris=line_start)


def _boleh_di_dalam(text: str, match: re.Match[str]) -> bool:
    """Whether a mark inside a line may be one: before a measure, or a small one before a capital; no reference."""
    isi = match["isi"]
    measure = bool(UKURAN.match(text, match.end()))
    begins = text[match.end() : match.end() + 1].isupper() and (isi.islower() or isi.isdigit())
    refers = _RUJUKAN.search(text[max(0, match.start() - _PANJANG_RUJUKAN) : match.start()])
    return (measure or begins) and not refers


def _urut(isi: str) -> int:
    if isi.isdigit():
        return int(isi)
    return ord(isi.lower()) - 96 if len(isi) == 1 else roman(isi.lower()) or 0


def _angka_romawi(found: Sequence[Tanda]) -> tuple[Tanda, ...]:
    """The marks with single letters read as roman numbers where others beside them are (`i. ii. iii.`)."""
    styles = {own.gaya for own in found if "i" in own.gaya.lower()}
    out = []
    for own in found:
        as_roman = own.gaya.replace("a", "i").replace("A", "I")
        rank = roman(own.teks.lower()) if as_roman in styles and own.gaya not in styles else None
        out.append(own if rank is None else replace(own, gaya=as_roman, kunci=(rank,)))
    return tuple(out)
