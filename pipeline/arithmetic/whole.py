"""Totals of the whole office: which rows print one, and which two of them are the same quantity; pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from pipeline.arithmetic import same_quantity
from pipeline.arithmetic.columns import significant
from pipeline.arithmetic.groups import Jenis, groups_of
from pipeline.arithmetic.parts import Budget, proved_apart
from pipeline.lingkup import Dimensi, Lingkup, lingkup_tabel
from pipeline.lingkup.bagian import RAGU, bagian
from schemas.angka import AngkaKind
from schemas.kinerja import Baris, Fakta, JenisBaris, Kind, Laporan, Part, Scope, Tabel

_WHOLE = re.compile(
    r"^(jumlah|total|grand total)?\s*(belanja|anggaran belanja|anggaran|pagu)"
    r"( daerah| keseluruhan| dinas| opd| skpd)?$"
    r"|^(jumlah|total) (keseluruhan|seluruhnya|umum)$|^grand total$",
    re.IGNORECASE,
)
_PLAIN = re.compile(r"^(jumlah|total)( total)?$", re.IGNORECASE)
_STAGES = {
    "murni": re.compile(r"\bmurni\b|\bawal\b|sebelum perubahan|\binduk\b", re.IGNORECASE),
    "perubahan": re.compile(r"perubahan|revisi|p-?apbd|dppa|\bpak\b", re.IGNORECASE),
    "belum diaudit": re.compile(r"\bun-?audited\b|sebelum (?:di)?audit|belum (?:di)?audit", re.IGNORECASE),
}
_SOURCES = {
    "APBN": re.compile(r"apbn|dipa", re.IGNORECASE),
    "APBD": re.compile(r"apbd|\bdpp?a\b", re.IGNORECASE),
}
_PROOF_DIGITS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Keseluruhan:
    """A row that prints a total of a budget table, with one budget and the realisation of the same year.

    Attributes:
        tahun: year of the figures, None when nothing says one.
        tahap: `murni` or `perubahan` where heading or caption says so, "" otherwise.
        sumber: `APBN` or `APBD` where row, heading or caption says so, "" otherwise.
        lingkup: scope of its table.
        seluruh: row label, caption and headings denote the whole office, nothing narrower.
    """

    tabel: Tabel
    baris: Baris
    anggaran: Fakta
    realisasi: Fakta
    tahun: int | None
    tahap: str
    sumber: str
    lingkup: Lingkup
    seluruh: bool

    def fakta(self, part: Part) -> Fakta:
        """The budget or the realisation."""
        return self.anggaran if part is Part.ANGGARAN else self.realisasi


def totals(laporan: Laporan) -> tuple[Keseluruhan, ...]:
    """Every total row of the office's own budget tables of the year that prints a budget and a realisation."""
    return tuple(item for item in _all_totals(laporan) if not item.lingkup.waktu)


def totals_of_periods(laporan: Laporan) -> tuple[Keseluruhan, ...]:
    """Those of tables that say to hold part of the year, or another year."""
    return tuple(item for item in _all_totals(laporan) if item.lingkup.waktu)


def _all_totals(laporan: Laporan) -> list[Keseluruhan]:
    found: list[Keseluruhan] = []
    for tabel in laporan.of_kind(Kind.ANGGARAN):
        if not tabel.lampiran:
            lingkup = lingkup_tabel(tabel, laporan.metadata)
            found += (item for baris in _total_rows(tabel) for item in _figures(laporan, tabel, baris, lingkup))
    return found


def comparable(a: Keseluruhan, b: Keseluruhan, semua: Iterable[Keseluruhan] = ()) -> bool:
    """Whether both are the same total: year, source and stage agree, and the scope is beyond doubt.

    Args:
        a: a total.
        b: another one.
        semua: all totals of the report; what adds up to one of them is part of it.
    """
    if a.tabel.index == b.tabel.index or a.tahun != b.tahun or a.tahun is None:
        return False
    if a.sumber != b.sumber or a.tahap != b.tahap or not _may_be_one(a.lingkup, b.lingkup):
        return False
    return same_scope(a, b) or (a.seluruh and b.seluruh and not _apart(a, b, semua))


def _may_be_one(a: Lingkup, b: Lingkup) -> bool:
    """Whether no word tells two scopes apart in time, place or part of the budget."""
    if Dimensi.WAKTU in a.ragu | b.ragu or (a.waktu, a.wilayah, a.unit) != (b.waktu, b.wilayah, b.unit):
        return False
    return a.bagian == b.bagian or not {a.bagian, b.bagian}.isdisjoint({"", RAGU})


def _apart(a: Keseluruhan, b: Keseluruhan, semua: Iterable[Keseluruhan]) -> bool:
    """Whether rows and sums prove that the totals are of different things."""
    return proved_apart(_budget(a), _budget(b), [_budget(item) for item in semua])


def _budget(item: Keseluruhan) -> Budget:
    return Budget(tabel=item.tabel, total=item.anggaran.angka.value or Decimal(0))


def same_scope(a: Keseluruhan, b: Keseluruhan) -> bool:
    """Whether budget or realisation agree to so many digits that the other one must agree, too."""
    for part in (Part.ANGGARAN, Part.REALISASI_ANGGARAN):
        one, other = a.fakta(part).angka, b.fakta(part).angka
        if one.value is not None and same_quantity(one, other) and significant(one.value) >= _PROOF_DIGITS:
            return True
    return False


def _total_rows(tabel: Tabel) -> tuple[Baris, ...]:
    """The last total row and an unnumbered head row at the top."""
    last = [baris for baris in tabel.baris if baris.jenis is JenisBaris.JUMLAH][-1:]
    heads = [g.row for g in groups_of(tabel)[1] if g.jenis is Jenis.KEPALA and g.row == 0]
    return tuple([*(tabel.baris[row] for row in heads), *last])


def _figures(laporan: Laporan, tabel: Tabel, baris: Baris, lingkup: Lingkup) -> list[Keseluruhan]:
    found: list[Keseluruhan] = []
    for realisasi in _own(baris, Part.REALISASI_ANGGARAN):
        for anggaran in _own(baris, Part.ANGGARAN):
            if anggaran.year == realisasi.year:
                words = f"{tabel.caption or ''} {anggaran.header} {baris.label}"
                found.append(
                    Keseluruhan(
                        tabel=tabel,
                        baris=baris,
                        anggaran=anggaran,
                        realisasi=realisasi,
                        tahun=realisasi.year or tabel.tahun or laporan.metadata.tahun,
                        tahap=_first(_STAGES, words),
                        sumber=_first(_SOURCES, words),
                        lingkup=lingkup,
                        seluruh=_seluruh(tabel, baris, lingkup),
                    )
                )
    return found


def _own(baris: Baris, part: Part) -> list[Fakta]:
    """Readable, own figures for the whole year, printed to the unit."""
    return [
        fakta
        for fakta in baris.all(part)
        if fakta.angka.kind is AngkaKind.NUMBER
        and fakta.angka.multiplier == 1
        and fakta.period is None
        and fakta.scope is Scope.OWN
        and not fakta.shared
    ]


def _seluruh(tabel: Tabel, baris: Baris, lingkup: Lingkup) -> bool:
    label = " ".join(baris.label.split()).strip(" :.")
    caption = tabel.caption or ""
    if not lingkup.utuh or lingkup.bagian or bagian(label):
        return False
    if _WHOLE.match(label):
        return True
    return bool(_PLAIN.match(label)) and re.search(r"anggaran|belanja", caption, re.IGNORECASE) is not None


def _first(words: dict[str, re.Pattern[str]], text: str) -> str:
    return next((name for name, pattern in words.items() if pattern.search(text)), "")
