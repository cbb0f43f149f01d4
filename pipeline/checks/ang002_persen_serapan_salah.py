"""Persen serapan salah.

Yang ditemukan
    Persentase serapan yang tercetak bukan realisasi dibagi anggaran pada baris yang sama.

Mengapa penting
    Persentase serapan dikutip dalam ikhtisar dan dipakai untuk menilai efisiensi; pembaca jarang
    menghitungnya ulang.

Contoh
    Anggaran 160.000.000, realisasi 152.400.000: serapannya 95,25 %, tetapi tercetak 95,52.

Diam bila
    Anggaran nol atau tanda hubung; salah satu sel kosong atau cacat; sel tergabung yang tidak sama
    cakupannya; pembulatan atau pemotongan menjelaskan selisih (99,9995 boleh tercetak 100); kolom ternyata
    berisi bagian terhadap total, atau sebagian besar barisnya tidak mengikuti satu rumus pun.

Rujukan:
    PermenPANRB 53/2014 meminta realisasi anggaran; persentasenya menurut kelaziman adalah realisasi dibagi
    pagu (murni atau perubahan, sebagaimana tercetak pada baris itu).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from pipeline.arithmetic import explain_cause, quotient, reaches, scaled, window
from pipeline.arithmetic.budget import Pasangan, amount, pasangan, same_cells
from pipeline.arithmetic.outline import is_aggregate
from pipeline.checks.base import Check, evidence, expected, finding, ok, stated, unchecked
from schemas.angka import AngkaKind, Interval
from schemas.finding import Outcome, Severity
from schemas.kinerja import Baris, Fakta, JenisBaris, Kind, Laporan, Part, Tabel

_BAGIAN = re.compile(r"terhadap|porsi|kontribusi|bobot|\bbagian\b|share|total", re.IGNORECASE)
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sel:
    """A printed percentage with all pairs it may come from, and why it cannot be checked."""

    tabel: Tabel
    baris: Baris
    fakta: Fakta
    pairs: tuple[Pasangan, ...]
    alasan: str = ""

    @property
    def serapan(self) -> bool:
        return any(_printed_so(self.fakta, pair.persen()) for pair in self.pairs)


def run(laporan: Laporan) -> Iterator[Outcome]:
    """Answers for every percentage that stands beside a budget and its realisation."""
    for tabel in laporan.tabel:
        other = tabel.kind is Kind.EFISIENSI or tabel.has(Part.TARGET) or tabel.has(Part.PERSEN)
        parts = (Part.PERSEN,) if other else (Part.CAPAIAN,)
        cells = [sel for baris in tabel.baris for sel in _cells(tabel, baris, parts)]
        for col in sorted({sel.fakta.col for sel in cells}):
            yield from _column(tabel, [sel for sel in cells if sel.fakta.col == col])


def _cells(tabel: Tabel, baris: Baris, parts: tuple[Part, ...]) -> Iterator[_Sel]:
    if baris.jenis is JenisBaris.RATA_RATA:
        return
    for fakta in baris.fakta:
        pairs = pasangan(baris, fakta) if fakta.part in parts else ()
        if not pairs or fakta.angka.kind in (AngkaKind.NIL, AngkaKind.BLANK, AngkaKind.TEXT):
            continue
        readable = tuple(pair for pair in pairs if pair.readable)
        if readable and all(pair.empty for pair in readable):
            continue
        usable = tuple(pair for pair in readable if not pair.empty and same_cells(pair, fakta))
        alasan = "" if usable else "sel tergabung dengan baris lain"
        if not readable:
            alasan = "anggaran atau realisasi kosong atau tidak terbaca"
        elif fakta.angka.kind is not AngkaKind.NUMBER:
            alasan = "persentase tidak terbaca sebagai bilangan"
        elif all(pair.realisasi.angka.kind is AngkaKind.NIL for pair in readable) and fakta.angka.value:
            alasan = "realisasi tidak dicetak"
        yield _Sel(tabel=tabel, baris=baris, fakta=fakta, pairs=usable, alasan=alasan)


def _column(tabel: Tabel, cells: list[_Sel]) -> Iterator[Outcome]:
    """Judges a column by the rule that most of its rows follow."""
    seen: set[tuple[int, int]] = set()
    testable = [sel for sel in cells if not sel.alasan]
    fits = sum(sel.serapan for sel in testable)
    few = bool(testable) and (2 * fits == len(testable) or len(testable) == 1)
    established = 2 * fits > len(testable) or (few and not _BAGIAN.search(testable[0].fakta.header))
    for sel in cells:
        place = (sel.fakta.row, sel.fakta.col)
        if sel.fakta.shared and place in seen:
            continue
        seen.add(place)
        if sel.alasan:
            yield unchecked(sel.alasan)
        elif established:
            yield ok() if sel.serapan or _share(sel, tabel) else _finding(sel, testable)
        elif sel.serapan or _share(sel, tabel):
            yield ok()
        else:
            yield unchecked("rumus kolom persentase tidak dapat dipastikan")


def _share(sel: _Sel, tabel: Tabel) -> bool:
    """Whether the percentage is the row's share of a total of the table, or the part that is left over."""
    whole = [fakta for baris in tabel.baris if is_aggregate(baris) for fakta in baris.fakta]
    for pair in sel.pairs:
        for part in (pair.anggaran, pair.realisasi):
            for total in whole:
                if total.col != part.col or total.angka.kind is not AngkaKind.NUMBER:
                    continue
                share = quotient(amount(part.angka), amount(total.angka))
                if share is not None and _printed_so(sel.fakta, scaled(share, _HUNDRED)):
                    return True
    return False


def _printed_so(fakta: Fakta, computed: Interval | None) -> bool:
    """Whether the value may be printed so, as a percentage or as a fraction of one."""
    if computed is None:
        return False
    if reaches(fakta.angka, computed):
        return True
    hundredfold = scaled(window(fakta.angka), _HUNDRED)
    return not fakta.angka.percent and fakta.angka.decimals > 1 and hundredfold.meets(computed)


def _finding(sel: _Sel, column: list[_Sel]) -> Outcome:
    printed = sel.fakta.angka.value or Decimal(0)
    choices = [(pair, right) for pair in sel.pairs if (right := pair.persen()) is not None]
    pair, right = min(choices, key=lambda choice: abs(choice[1].low - printed))
    decimals = max(2, sel.fakta.angka.decimals)
    want = expected(right, "realisasi / anggaran", decimals)
    return finding(
        CHECK,
        subject=sel.baris.label,
        message=(
            f"Persentase {sel.baris.label} tercetak {sel.fakta.text}, padahal realisasi "
            f"{pair.realisasi.text} dari anggaran {pair.anggaran.text} adalah {want.text} %."
        ),
        stated=stated(sel.fakta),
        expected=want,
        hint=explain_cause(sel.fakta.angka, right, _others(sel, pair, column)),
        evidence=[evidence(fakta, sel.tabel, sel.baris) for fakta in (sel.fakta, pair.realisasi, pair.anggaran)],
    )


def _others(sel: _Sel, pair: Pasangan, column: list[_Sel]) -> dict[str, Decimal]:
    """Values that the percentage may have been mistaken for."""
    others: dict[str, Decimal] = {}
    at = column.index(sel)
    for step, name in ((-1, "persentase baris di atasnya"), (1, "persentase baris di bawahnya")):
        if 0 <= at + step < len(column) and (value := column[at + step].fakta.angka.value) is not None:
            others[name] = value
    values = [other.fakta.angka.value for other in column if not is_aggregate(other.baris)]
    numbers = [value for value in values if value is not None]
    if is_aggregate(sel.baris) and len(numbers) > 1:
        others["rata-rata persentase baris, bukan rasio jumlahnya"] = sum(numbers, Decimal(0)) / len(numbers)
    right = pair.persen()
    if right is not None:
        others["persentase sisa anggaran"] = 100 - (right.low + right.high) / 2
    inverse = quotient(amount(pair.anggaran.angka), amount(pair.realisasi.angka))
    if inverse is not None:
        others["anggaran dibagi realisasi"] = scaled(inverse, _HUNDRED).low
    return others


CHECK = Check(
    code="ANG002",
    name="persen-serapan-salah",
    severity=Severity.ERROR,
    run=run,
    doc=__doc__,
)
