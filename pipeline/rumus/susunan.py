"""Pieces as a nest of groups: a bracket behind a word belongs to the word, any other one encloses an operand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.rumus.keping import Jenis, Keping
from pipeline.rumus.kosakata import Macam, bersih, macam_kata
from schemas.rumus import Operator

MAKS_KEDALAMAN = 24
"""Brackets within brackets; no printed formula has a quarter of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A word (with its brackets), a number, a possible operator or a group [awal, akhir) of the text.

    Attributes:
        isi: what a group holds, None for the others.
        buka, tutup: brackets of a group as printed; empty where one is missing.
    """

    jenis: Jenis
    awal: int
    akhir: int
    text: str
    operator: Operator | None = None
    frasa: bool = False
    isi: tuple[Unit, ...] | None = None
    buka: str = ""
    tutup: str = ""

    @property
    def macam(self) -> Macam:
        """What begins here."""
        if self.isi is not None:
            return Macam.GRUP
        if self.jenis is Jenis.TANDA:
            return Macam.TANDA
        return Macam.ANGKA if self.jenis is Jenis.ANGKA else macam_kata(self.text)

    @property
    def kata(self) -> str:
        """The word in lower case without the marks around it."""
        return bersih(self.text)


def susun(pieces: list[Keping], text: str) -> tuple[Unit, ...] | None:
    """The nest; None when it is deeper than `MAKS_KEDALAMAN`."""
    partner = _berpasangan(pieces)
    if _dalam(pieces, partner) > MAKS_KEDALAMAN:
        return None
    return _tingkat(pieces, text, partner, 0, len(pieces))


def _berpasangan(pieces: list[Keping]) -> dict[int, int]:
    """Index of the closing bracket by that of the opening one; brackets without partner are left out."""
    partner, waiting = {}, []
    for index, piece in enumerate(pieces):
        if piece.jenis is Jenis.BUKA:
            waiting.append(index)
        elif piece.jenis is Jenis.TUTUP and waiting:
            partner[waiting.pop()] = index
    return partner


def _dalam(pieces: list[Keping], partner: dict[int, int]) -> int:
    deepest = depth = 0
    closing = set(partner.values())
    for index, piece in enumerate(pieces):
        depth += (piece.jenis is Jenis.BUKA) - (index in closing)
        deepest = max(deepest, depth)
    return deepest


def _tingkat(pieces: list[Keping], text: str, partner: dict[int, int], start: int, end: int) -> tuple[Unit, ...]:
    """The units of the pieces [start, end); a bracket that opens an operand and never closes holds the rest."""
    units: list[Unit] = []
    index = start
    while index < end:
        piece = pieces[index]
        close = partner.get(index, end)
        attached = piece.jenis is Jenis.BUKA and _melekat(units) and not _berumus(pieces, units, index, close)
        if piece.jenis is Jenis.TUTUP and _tanpa_buka(units):
            units = [_grup(text, None, piece, tuple(units))]
        elif piece.jenis is not Jenis.BUKA or (attached and close == end):
            units.append(_unit(piece))
        elif attached and _kali_berkurung(pieces, index, close):
            units.extend(_faktor_berkurung(text, pieces, index))
        elif attached:
            units.append(_nama(text, piece.awal, pieces[close].akhir))
        else:
            if _melekat(units):
                units.append(_sama(piece))
            inner = _tingkat(pieces, text, partner, index + 1, close)
            units.append(_grup(text, piece, pieces[close] if close < end else None, inner))
        index = close + 1 if piece.jenis is Jenis.BUKA and units[-1].akhir > piece.akhir else index + 1
    return tuple(units)


def _tanpa_buka(units: list[Unit]) -> bool:
    """Whether a closing bracket without partner ends a formula; behind a list mark (`1)`) it does not."""
    return any(u.jenis is Jenis.TANDA and not u.frasa for u in units) and not any(
        u.isi is not None and not u.buka for u in units
    )


def _berumus(pieces: list[Keping], units: list[Unit], index: int, close: int) -> bool:
    """Whether the bracket behind a name holds its formula: `Indeks X (Jumlah A / Jumlah B)`."""
    if close >= len(pieces) or any(u.jenis is Jenis.TANDA or u.macam is Macam.KUAT for u in units):
        return False
    inner = pieces[index + 1 : close]
    return any(
        piece.operator is Operator.BAGI and not piece.frasa and _mulai_operan(after) for piece, after in pairwise(inner)
    ) and _mulai_operan(inner[0])


def _kali_berkurung(pieces: list[Keping], index: int, close: int) -> bool:
    """Whether a bracket behind a name holds its factor: `Jumlah B (x 100%)`."""
    if close != index + 3:
        return False
    times, number = pieces[index + 1 : close]
    return times.operator is Operator.KALI and number.jenis is Jenis.ANGKA


def _faktor_berkurung(text: str, pieces: list[Keping], index: int) -> tuple[Unit, Unit]:
    """Sign and number of such a factor, each with its bracket."""
    opening, times, number, closing = pieces[index : index + 4]
    sign = replace(_unit(times), awal=opening.awal, text=text[opening.awal : times.akhir])
    return sign, replace(_unit(number), akhir=closing.akhir, text=text[number.awal : closing.akhir])


def _mulai_operan(piece: Keping) -> bool:
    return piece.jenis is Jenis.BUKA or (piece.jenis is Jenis.KATA and macam_kata(piece.text) is Macam.KUAT)


def _sama(piece: Keping) -> Unit:
    """The equals sign that is not printed between a name and its formula in brackets."""
    return Unit(jenis=Jenis.TANDA, awal=piece.awal, akhir=piece.awal, text="", operator=Operator.SAMA)


def _unit(piece: Keping) -> Unit:
    kind = Jenis.KATA if piece.jenis in (Jenis.BUKA, Jenis.TUTUP) else piece.jenis
    return Unit(
        jenis=kind, awal=piece.awal, akhir=piece.akhir, text=piece.text, operator=piece.operator, frasa=piece.frasa
    )


def _nama(text: str, start: int, end: int) -> Unit:
    return Unit(jenis=Jenis.KATA, awal=start, akhir=end, text=text[start:end])


def _grup(text: str, opening: Keping | None, closing: Keping | None, inner: tuple[Unit, ...]) -> Unit:
    start = opening.awal if opening is not None else inner[0].awal
    end = closing.akhir if closing is not None else (inner[-1].akhir if inner else start + 1)
    if not inner:
        return _nama(text, start, end)
    return Unit(
        jenis=Jenis.KATA,
        awal=start,
        akhir=end,
        text=text[start:end],
        isi=inner,
        buka=opening.text if opening is not None else "",
        tutup=closing.text if closing is not None else "",
    )


def _melekat(units: list[Unit]) -> bool:
    """Whether a bracket that opens now explains the word in front of it.

    Behind a number it does too, but not behind a factor (`x 100% (Jumlah B)`).
    """
    if not units or units[-1].isi is not None or units[-1].jenis is Jenis.TANDA:
        return False
    return units[-1].jenis is Jenis.KATA or not (len(units) > 1 and units[-2].jenis is Jenis.TANDA)
