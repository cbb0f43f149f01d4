"""Reads a report's habits off its rows: the capaian rule of each direction, and the cap it cuts off at."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from pipeline.pengukuran import ATURAN_ARAH, BATAS, SEMUA_ATURAN, Terukur, cocok, hasil, nol, pengukuran
from schemas.angka import AngkaKind
from schemas.kinerja import Arah, AturanDipakai, Laporan, RumusDinyatakan

_MAKSIMAL = re.compile(
    r"(?:maksimal|maksimum|paling (?:tinggi|banyak)|tidak (?:lebih|melebihi)|dibatasi)"
    r"\D{0,40}(100|110|120|150)\b",
    re.IGNORECASE,
)
_CUKUP = 2
"""Rows of different indicators that must stop at one value before it counts as a cap."""


def tetapkan_aturan(laporan: Laporan) -> Laporan:
    """The report with `batas_capaian` and `aturan` filled.

    Rules are counted over the rows that tell them apart. A rule that the text states wins a tie; without a
    stated one the first of `ATURAN_ARAH` does.
    """
    terukur = [ukur for ukur in pengukuran(laporan) if isinstance(ukur, Terukur) and _teruji(ukur)]
    batas = _batas_dinyatakan(laporan.rumus) or _batas_dipakai(terukur)
    terukur = [replace(ukur, batas=batas) for ukur in terukur]
    aturan = (_aturan(arah, [u for u in terukur if u.baris.arah is arah], laporan.rumus) for arah in Arah)
    return replace(laporan, batas_capaian=batas, aturan=tuple(item for item in aturan if item is not None))


def _teruji(ukur: Terukur) -> bool:
    """Whether the row can say anything of rules: one target above zero, a capaian that is no zero."""
    target = ukur.target.angka
    return target.kind is AngkaKind.NUMBER and not nol(target) and not nol(ukur.capaian.angka)


def _batas_dinyatakan(rumus: Iterable[RumusDinyatakan]) -> Decimal | None:
    for item in rumus:
        match = _MAKSIMAL.search(item.text)
        if match:
            return Decimal(match.group(1))
    return None


def _batas_dipakai(terukur: list[Terukur]) -> Decimal | None:
    """The value at which several indicators stop though their rules give more, and which none exceeds."""
    tertinggi = max((u.capaian.angka.value for u in terukur if u.capaian.angka.value is not None), default=None)
    if tertinggi not in BATAS:
        return None
    berhenti = Counter(_nama(ukur) for ukur in terukur if ukur.capaian.angka.value == tertinggi and _terpotong(ukur))
    return tertinggi if len(berhenti) >= _CUKUP else None


def _terpotong(ukur: Terukur) -> bool:
    """Whether no rule reaches the printed value and the rules of the direction give more."""
    rules = ATURAN_ARAH.get(ukur.baris.arah, SEMUA_ATURAN)
    tercetak = ukur.capaian.angka.value
    if tercetak is None or any(cocok(ukur, rule) for rule in SEMUA_ATURAN):
        return False
    intervals = [interval for rule in rules for interval in list(hasil(ukur, rule))[:1]]
    tinggi = [interval.low > tercetak for interval in intervals]
    return bool(tinggi) and (all(tinggi) if ukur.baris.arah in ATURAN_ARAH else any(tinggi))


def _nama(ukur: Terukur) -> str:
    return ukur.baris.indikator or ukur.baris.label.lower()


def _aturan(arah: Arah, terukur: list[Terukur], rumus: Iterable[RumusDinyatakan]) -> AturanDipakai | None:
    """The rule that most telling rows of a direction follow; None where no row follows any."""
    pilihan = ATURAN_ARAH.get(arah, SEMUA_ATURAN)
    dinyatakan = [item.rule for item in rumus if item.arah is arah and item.rule in pilihan]
    urutan = list(dict.fromkeys((*dinyatakan, *pilihan, *SEMUA_ATURAN)))
    cocok_per_baris = [{rule for rule in SEMUA_ATURAN if cocok(ukur, rule)} for ukur in terukur]
    pembeda = [found for found in cocok_per_baris if len(found) < len(SEMUA_ATURAN)]
    hitung = Counter(rule for found in pembeda or cocok_per_baris for rule in found)
    if not hitung:
        return None
    terpilih = max(urutan, key=lambda rule: (hitung[rule], -urutan.index(rule)))
    jumlah = sum(terpilih in found for found in cocok_per_baris)
    return AturanDipakai(arah=arah, rule=terpilih, cocok=jumlah, dari=len(terukur))
