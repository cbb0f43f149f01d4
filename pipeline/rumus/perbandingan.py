"""Ratios introduced by a word in front: `perbandingan antara a dengan b`."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from pipeline.rumus.keping import Jenis
from pipeline.rumus.kosakata import BESARAN, WAKTU, Macam
from pipeline.rumus.susunan import Unit
from schemas.rumus import Operator

_AWAL = re.compile(
    r"(?P<kuat>(?:hasil )?(?:perbandingan|rasio|ratio|pembagian|hasil bagi|proporsi perbandingan)"
    r"(?: (?:jumlah )?(?:perbandingan|rasio))?(?: (?:antara|dari))?)(?!\w|-\w)"
    r"|(?:proporsi|persentase|prosentase|presentase|%)(?: (?:antara|dari))?(?!\w|-\w)",
    re.IGNORECASE,
)
_MAKS_AWAL = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Awalan:
    """Where such a ratio stands: units [mulai, isi) are its words in front, `antara` the one between the operands."""

    mulai: int
    isi: int
    antara: int


def cari_perbandingan(
    units: Sequence[Unit], text: str, start: int, pasti: Collection[int], batas: Collection[int]
) -> Awalan | None:
    """The ratio in words that begins with unit `start`, None without one.

    Args:
        units: of the group.
        text: of the formula.
        start: where an operand begins.
        pasti: signs that divide beyond doubt.
        batas: signs that multiply or equate, and labels.
    """
    if start >= len(units):
        return None
    at = units[start].awal
    match = _AWAL.match(text[at : at + _MAKS_AWAL])
    inner = next((i for i in range(start, len(units)) if match and units[i].awal >= at + match.end()), None)
    if match is None or inner is None or units[inner].jenis is Jenis.TANDA:
        return None
    end = min((i for i in batas if i > inner), default=len(units))
    if match["kuat"] is None and units[inner].macam is not Macam.KUAT:
        return None
    explicit = [i for i in pasti if inner < i < end]
    if explicit:
        return Awalan(mulai=start, isi=inner, antara=min(explicit))
    if match["kuat"] is None:
        return None
    ranked = [(rank, -i) for i in range(inner + 1, end - 1) if (rank := _pemisah(units, inner, i))]
    best = max(ranked, default=(0, 0))
    doubtful = best[0] == 1 and len(ranked) > 1
    return None if not ranked or doubtful else Awalan(mulai=start, isi=inner, antara=-best[1])


def _pemisah(units: Sequence[Unit], inner: int, index: int) -> int:
    """How sure a word separates the two operands, 0 when it does not."""
    unit, after = units[index], units[index + 1]
    word = unit.kata
    if after.jenis is Jenis.TANDA or (word not in ("dengan", "dan") and unit.operator is not Operator.BAGI):
        return 0
    if after.macam is Macam.KUAT or after.isi is not None:
        return 4
    if word == "dan" or (unit.operator is Operator.BAGI and not unit.frasa):
        return 2 if after.macam in BESARAN and word == "dan" else 0
    if word in ("dari", "per"):
        return 0
    if after.kata in WAKTU:
        return 0
    content = [u.kata for u in units[inner:index] if u.macam not in BESARAN]
    if content and content[0] == after.kata:
        return 3
    return 2 if after.macam is Macam.LEMAH or unit.operator is not None else 1
