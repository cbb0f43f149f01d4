"""Marks of list items as decrees print them, and lines of a list put together to items."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.keputusan.alir.dokumen import Baris
from extractors.keputusan.zona.teks import as_teks
from extractors.penanda import Baca, marker
from schemas.keputusan import ButirTeks
from schemas.provenance import PdfPlace

_BULLET = re.compile(r"\s*(?P<isi>[-–—•▪●○◦■□✓❖➢➤\uf0b7\uf0a7\uf0d8\uf0fc])\s*(?=\S)")
_LOOSE = re.compile(r"\s*(?P<buka>\(?)(?P<isi>\d{1,3}|[a-z])(?P<tutup>[.)])\s*(?=\S)")
_PITCH = 1.22
_BULLET_STYLE = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tanda:
    """A mark at the beginning of a line.

    Attributes:
        teks: the mark without point and bracket; gaya: its style (`a.`, `1)`, `-`); urut: rank, 0 of a bullet.
        lain: further readings of style and rank (`i.` is a letter or a number).
        awal: where the text behind it begins in the line.
    """

    teks: str
    gaya: str
    urut: int
    lain: tuple[tuple[str, int], ...] = ()
    awal: int = 0


def read_tanda(text: str) -> Tanda | None:
    """The mark a line begins with, None without."""
    bullet = _BULLET.match(text)
    if bullet is not None:
        return Tanda(teks=bullet["isi"], gaya=_BULLET_STYLE, urut=0, awal=bullet.end())
    found = marker(text)
    if found is not None:
        readings = sorted(found.baca, key=_letters_first)
        first, *others = readings
        start = len(text) - len(text.lstrip()) + len(found.teks)
        start += len(text[start:]) - len(text[start:].lstrip())
        return Tanda(
            teks=found.teks.strip("(). "),
            gaya=first.gaya,
            urut=first.urut,
            lain=tuple((other.gaya, other.urut) for other in others),
            awal=start,
        )
    return _loose(text)


def _letters_first(baca: Baca) -> bool:
    return baca.gaya.strip("().")[:1] in "iI"


def _loose(text: str) -> Tanda | None:
    """A mark with a point before anything: `a. 5 (lima) …`, `1.Undang-Undang`."""
    match = _LOOSE.match(text)
    if match is None or (text[match.end() : match.end() + 1].isdigit() and not text[: match.end()].endswith(" ")):
        return None
    isi = match["isi"]
    style = "1" if isi.isdigit() else "a"
    rank = int(isi) if isi.isdigit() else ord(isi) - 96
    return Tanda(teks=isi, gaya=f"{match['buka']}{style}{match['tutup']}", urut=rank, awal=match.end())


def next_mark(last: Tanda, tanda: Tanda) -> bool:
    """Whether a mark is the next one of a list."""
    return (last.gaya, last.urut + 1) in ((tanda.gaya, tanda.urut), *tanda.lain) and tanda.urut > 0


def read_items(lines: Sequence[Baris]) -> tuple[ButirTeks, ...]:
    """The items of a list: by marks of one style, else by paragraphs."""
    lines = [line for line in lines if line.text.strip()]
    if not lines:
        return ()
    tanda = [read_tanda(line.text) for line in lines]
    style = _style(lines, tanda)
    if style is None:
        return tuple(_item(None, group) for group in _paragraphs(lines))
    return _marked_items(lines, tanda, style)


def _style(lines: Sequence[Baris], tanda: Sequence[Tanda | None]) -> str | None:
    """Style of the list: that of the first marked line, when it begins the list or at least two lines bear it."""
    first = next((t for t in tanda if t is not None), None)
    if first is None:
        return None
    same = sum(t is not None and t.gaya == first.gaya for t in tanda)
    return first.gaya if tanda[0] is not None or same > 1 or first.urut == 1 else None


def _marked_items(lines: Sequence[Baris], tanda: Sequence[Tanda | None], style: str) -> tuple[ButirTeks, ...]:
    groups: list[tuple[Tanda | None, list[Baris]]] = []
    for line, mark in zip(lines, tanda, strict=True):
        if mark is not None and _belongs(mark, style, groups[-1][0] if groups else None):
            groups.append((mark, [_behind(line, mark)]))
        elif groups:
            groups[-1][1].append(line)
        else:
            groups.append((None, [line]))
    return tuple(_item(mark, group) for mark, group in groups)


def _belongs(mark: Tanda, style: str, last: Tanda | None) -> bool:
    """Whether a mark is one of the list's own."""
    if mark.gaya != style:
        return False
    return mark.gaya != "a" or last is None or 0 <= mark.urut - last.urut <= 3


def _behind(line: Baris, mark: Tanda) -> Baris:
    return Baris(text=line.text[mark.awal :].strip(), place=line.place, tebal=line.tebal)


def _item(mark: Tanda | None, lines: Sequence[Baris]) -> ButirTeks:
    return ButirTeks(tanda=mark.teks if mark is not None else None, teks=as_teks(lines))


def _paragraphs(lines: Sequence[Baris]) -> list[list[Baris]]:
    """Lines without marks as paragraphs: each its own in a Word file, by gaps and ends on a page."""
    groups: list[list[Baris]] = [[lines[0]]]
    pitch = _pitch(lines)
    for above, below in pairwise(lines):
        if _new_paragraph(above, below, pitch):
            groups.append([below])
        else:
            groups[-1].append(below)
    return groups


def _pitch(lines: Sequence[Baris]) -> float | None:
    """The smallest step from one line to the next."""
    steps = [step for a, b in pairwise(lines) if (step := _step(a, b)) is not None and step > 1]
    return min(steps, default=None)


def _step(above: Baris, below: Baris) -> float | None:
    one, two = above.place, below.place
    if not isinstance(one, PdfPlace) or not isinstance(two, PdfPlace) or one.page != two.page:
        return None
    return two.bbox.bottom - one.bbox.bottom


def _new_paragraph(above: Baris, below: Baris, pitch: float | None) -> bool:
    if below.text[:1].islower() and not above.text.rstrip().endswith((";", ".", ":")):
        return False
    if not isinstance(below.place, PdfPlace):
        return above.place != below.place or above.text.rstrip().endswith((";", "."))
    if above.text.rstrip().endswith(";"):
        return True
    step = _step(above, below)
    if step is None or pitch is None:
        return above.text.rstrip().endswith(".") and below.text[:1].isupper()
    return step > _PITCH * pitch and not above.text.rstrip().endswith((",", "-", " dan"))
