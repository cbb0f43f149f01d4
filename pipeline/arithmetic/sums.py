"""Whether the sums that a table prints follow from its rows; pure.

Every plausible grouping is tried over the whole column. A mismatch is stated only where the numbering
leaves one structure, or where another column of the same row proves it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from pipeline.arithmetic.columns import Column, Sel, columns_of, significant
from pipeline.arithmetic.groups import Group, Jenis, groups_of
from pipeline.arithmetic.hidden import with_hidden
from pipeline.arithmetic.outline import Mark, Outline, consecutive
from pipeline.arithmetic.rates import is_rate
from schemas.angka import Interval
from schemas.finding import OutcomeStatus
from schemas.kinerja import Fakta, JenisBaris, Kind, Laporan, Part, Tabel

MALFORMED = "ada angka yang tidak terbaca sebagai bilangan"
BLANK = "ada sel rincian yang kosong"
NIL = "jumlahnya tidak dicetak"
UNCLEAR = "susunan rincian tidak pasti"
SHARED = "sel tergabung dengan baris lain"
CONTINUED = "rincian berlanjut di tabel lain"
NOT_ADDITIVE = "kolom tampaknya bukan penjumlahan"
RATE = "kolom tampaknya rata-rata atau rasio"
UNITS = "satuan induk dan rincian berbeda"
UNSURE = "tabel kurang pasti terbaca"
FOLLOWS = "sisa mengikuti anggaran atau realisasi yang salah jumlah"

_SURE = 0.5
_PROOF_DIGITS = 4
_GUARD_FROM = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the sums say of one printed sum.

    Attributes:
        rincian: rows of the grouping that fits, or that should fit.
        jumlah: the interval of their sum, None for UNCHECKED.
        alasan: why it could not be checked, for UNCHECKED only.
    """

    tabel: Tabel
    group: Group
    col: int
    part: Part
    fakta: Fakta
    status: OutcomeStatus
    rincian: tuple[int, ...] = ()
    jumlah: Interval | None = None
    alasan: str = ""

    @property
    def selisih(self) -> Decimal:
        """Printed value less the sum, between the middles of their intervals."""
        if self.jumlah is None:
            return Decimal(0)
        return (self.fakta.angka.value or Decimal(0)) - (self.jumlah.low + self.jumlah.high) / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Trial:
    """One group in one column: whether a grouping fits, or why none could be tried."""

    group: Group
    column: Column
    rows: tuple[int, ...] = ()
    fits: bool = False
    reason: str = ""

    @property
    def open(self) -> bool:
        return not self.fits and not self.reason


def verdicts(laporan: Laporan, tabel: Tabel) -> tuple[Verdict, ...]:
    """A verdict for every printed sum of every additive column of one table, top to bottom."""
    outline, groups = groups_of(tabel)
    columns = columns_of(tabel)
    groups = with_hidden(groups, columns, outline)
    live = frozenset(
        row for row in range(len(tabel.baris)) if any(column.sort(row) is not Sel.BLANK for column in columns)
    )
    trials = [trial for column in columns for trial in _trials(column, groups, live)]
    found = [_unless_rate(_verdict(trial, trials, tabel, outline, live), trial.column, columns) for trial in trials]
    guarded = [_guard(verdict, found, laporan, outline) for verdict in found if not _guessed(verdict)]
    return tuple(sorted(guarded, key=lambda verdict: (verdict.group.row, verdict.col)))


def _trials(column: Column, groups: tuple[Group, ...], live: frozenset[int]) -> list[_Trial]:
    """All groups in one column, children first: a wrong parent may stand for its children further up."""
    trials: list[_Trial] = []
    wrong: dict[int, tuple[int, ...]] = {}
    for group in groups:
        trial = _trial(group, column, wrong, live)
        if trial is None:
            continue
        trials.append(trial)
        if trial.open and group.jenis is not Jenis.JUMLAH:
            wrong[group.row] = group.calon[0]
    return trials


def _trial(group: Group, column: Column, wrong: dict[int, tuple[int, ...]], live: frozenset[int]) -> _Trial | None:
    printed = column.sort(group.row)
    alive = [tuple(row for row in rows if row in live) for rows in group.calon]
    calon = [rows for rows in alive if column.total(rows).numbers or column.total(rows).unreadable]
    if printed is Sel.BLANK or not calon:
        return None
    if printed is Sel.UNREADABLE:
        return _Trial(group=group, column=column, reason=MALFORMED)
    for rows in (*calon, *_repaired(calon, wrong)):
        total = column.total(rows)
        if not total.unreadable and column.interval(group.row).meets(total.interval):
            return _Trial(group=group, column=column, rows=rows, fits=True)
    fakta = column.facts[group.row]
    reason = SHARED if fakta is not None and fakta.shared else NIL if printed is Sel.NIL else ""
    return _Trial(group=group, column=column, rows=calon[0], reason=reason or _obstacle(column, calon[0]))


def _repaired(calon: list[tuple[int, ...]], wrong: dict[int, tuple[int, ...]]) -> list[tuple[int, ...]]:
    """The first groupings with wrong sums replaced by their rows: one at a time, then all of them."""
    variants: list[tuple[int, ...]] = []
    for rows in calon[:3]:
        bad = [row for row in rows if row in wrong]
        for chosen in (*({row} for row in bad), set(bad)):
            replaced = tuple(part for row in rows for part in (wrong[row] if row in chosen else (row,)))
            variants.append(tuple(dict.fromkeys(replaced)))
    return variants


def _obstacle(column: Column, rows: tuple[int, ...]) -> str:
    total = column.total(rows)
    if total.unreadable:
        return MALFORMED
    return BLANK if total.blanks else ""


def _verdict(trial: _Trial, trials: list[_Trial], tabel: Tabel, outline: Outline, live: frozenset[int]) -> Verdict:
    column, group = trial.column, trial.group
    fakta = column.facts[group.row]
    assert fakta is not None, "a trial has a printed sum"
    base = Verdict(
        tabel=tabel,
        group=group,
        col=column.col,
        part=column.part,
        fakta=fakta,
        status=OutcomeStatus.UNCHECKED,
        alasan=trial.reason or UNCLEAR,
    )
    if trial.reason:
        return base
    rows = trial.rows if trial.fits else _proved(trial, trials)
    if not rows and _clear(trial, trials, outline, live):
        rows = trial.rows
    if not rows:
        return base
    obstacle = _obstacle(column, rows)
    if obstacle and not trial.fits:
        return replace(base, alasan=obstacle)
    status = OutcomeStatus.OK if trial.fits else OutcomeStatus.FINDING
    return replace(base, status=status, rincian=rows, jumlah=column.total(rows).interval, alasan="")


def _unless_rate(verdict: Verdict, column: Column, columns: tuple[Column, ...]) -> Verdict:
    """Turns a mismatch into UNCHECKED where the figures show an average or a ratio."""
    if verdict.status is not OutcomeStatus.FINDING:
        return verdict
    label = verdict.tabel.baris[verdict.group.row].label
    if not is_rate(column, verdict.group.row, verdict.rincian, columns, label):
        return verdict
    return replace(verdict, status=OutcomeStatus.UNCHECKED, jumlah=None, alasan=RATE)


def _proved(trial: _Trial, trials: list[_Trial]) -> tuple[int, ...]:
    """The grouping that fits the row in another column, where chance cannot explain the fit; else none."""
    peers = [peer for peer in trials if peer.group.row == trial.group.row and peer.fits and len(peer.rows) > 1]
    for peer in peers:
        facts = [peer.column.facts[row] for row in (peer.group.row, *peer.rows)]
        values = [fakta.angka.value for fakta in facts if fakta is not None and fakta.angka.value is not None]
        digits = max((significant(value) for value in values), default=0)
        strong = digits >= _PROOF_DIGITS and peer.column.total(peer.rows).signs > 1
        if strong or sum(other.rows == peer.rows for other in peers) > 1:
            return peer.rows
    return ()


def _clear(trial: _Trial, trials: list[_Trial], outline: Outline, live: frozenset[int]) -> bool:
    group = trial.group
    if group.jenis is Jenis.KEPALA:
        return _pattern(trial, trials, outline)
    if group.jenis is Jenis.JUMLAH:
        return group.jelas or _counted(group.row, outline, live)
    last = max(outline.subtree(group.row))
    inside = set(range(group.row + 1, last + 1)) - outline.aggregates
    return group.jelas and not any(row in live and outline.marks[row] is None for row in inside)


def _pattern(trial: _Trial, trials: list[_Trial], outline: Outline) -> bool:
    """Whether nearly all other unnumbered heads of the column are the sum of the run below them."""
    if outline.marks[trial.group.row] is not None:
        return False
    heads = [t for t in trials if t.group.jenis is Jenis.KEPALA and outline.marks[t.group.row] is None]
    others = [t for t in heads if t.column is trial.column and t is not trial]
    fitting = sum(t.fits and t.rows == t.group.calon[0] for t in others)
    return fitting >= max(2, 3 * sum(t.open for t in others))


def _counted(row: int, outline: Outline, live: frozenset[int]) -> bool:
    """Whether the rows since the last total are all numbered, without a gap from 1 or from those before."""
    start = max((total for total in outline.aggregates if total < row), default=-1)
    rows = tuple(r for r in range(start + 1, row))
    before = [mark for r in range(start + 1) if (mark := outline.marks[r]) is not None and outline.parents[r] is None]
    if any(r in live and outline.marks[r] is None for r in rows) or outline.scattered & set(rows):
        return False
    marked = tuple(r for r in rows if outline.marks[r] is not None)
    return any(_unbroken(chosen, before, outline, live) for chosen in (marked, tuple(r for r in marked if r in live)))


def _unbroken(rows: tuple[int, ...], before: list[Mark], outline: Outline, live: frozenset[int]) -> bool:
    roots = outline.roots(rows)
    marks = tuple(outline.marks[root] for root in roots)
    going_on = before[-1].key[-1] + 1 if before else 1
    if not (consecutive(marks) or consecutive(marks, start=going_on)):
        return False
    headings = [root for root in roots if root not in live]
    return all(consecutive(tuple(outline.marks[child] for child in outline.children(head))) for head in headings)


def _guessed(verdict: Verdict) -> bool:
    """Whether the row only might have been a head: nothing fits, so it is a row like any other."""
    head = verdict.group.jenis is Jenis.KEPALA and verdict.tabel.baris[verdict.group.row].jenis is JenisBaris.BUTIR
    return head and verdict.status is OutcomeStatus.UNCHECKED


def _guard(verdict: Verdict, found: list[Verdict], laporan: Laporan, outline: Outline) -> Verdict:
    """Turns a mismatch into UNCHECKED where our reading or the nature of the column explains it as well."""
    if verdict.status is not OutcomeStatus.FINDING:
        return verdict
    reason = ""
    if verdict.tabel.confidence < _SURE:
        reason = UNSURE
    elif _continued(verdict, laporan, outline):
        reason = CONTINUED
    elif _mixed_units(verdict):
        reason = UNITS
    elif _mostly_wrong(verdict, found):
        reason = NOT_ADDITIVE
    elif _follows(verdict, found):
        reason = FOLLOWS
    return replace(verdict, status=OutcomeStatus.UNCHECKED, jumlah=None, alasan=reason) if reason else verdict


def _continued(verdict: Verdict, laporan: Laporan, outline: Outline) -> bool:
    """Whether the table ends inside the group and a later table goes on with numbers below its row."""
    mark = outline.marks[verdict.group.row]
    if mark is None or max((*verdict.rincian, 0)) < len(outline.marks) - 1:
        return False
    for tabel in laporan.tabel:
        if tabel.index > verdict.tabel.index and tabel.kind is verdict.tabel.kind and tabel.baris:
            first = groups_of(replace(tabel, baris=tabel.baris[:3]))[0].marks
            if any(other is not None and mark.above(other) for other in first) and first[0] != mark:
                return True
    return False


def _mixed_units(verdict: Verdict) -> bool:
    rows = verdict.tabel.baris
    units = {(rows[row].satuan or "").casefold() for row in (verdict.group.row, *verdict.rincian)} - {""}
    return verdict.part is Part.JUMLAH and len(units) > 1


def _mostly_wrong(verdict: Verdict, found: list[Verdict]) -> bool:
    """Whether most sums of this kind in the column (for total rows: in the row) do not add up."""
    total = verdict.group.jenis is Jenis.JUMLAH
    peers = [
        other
        for other in found
        if other.status is not OutcomeStatus.UNCHECKED
        and (other.group.jenis is Jenis.JUMLAH) == total
        and (other.group.row == verdict.group.row if total else other.col == verdict.col)
        and not (total and _follows(other, found))
    ]
    wrong = sum(other.status is OutcomeStatus.FINDING for other in peers)
    right = sum(other.status is OutcomeStatus.OK and bool(other.fakta.angka.value) for other in peers)
    if not total and verdict.tabel.kind is not Kind.ANGGARAN:
        return right < wrong
    return len(peers) >= _GUARD_FROM and wrong > right


def _follows(verdict: Verdict, found: list[Verdict]) -> bool:
    """Whether the rest was computed from a wrong sum beside it in the row, so that it tells nothing more."""
    rest = verdict.fakta
    if verdict.part is not Part.SISA or verdict.status is not OutcomeStatus.FINDING:
        return False
    beside = {
        other.part: other
        for other in found
        if other.group.row == verdict.group.row and other.fakta.year == rest.year and other.group is verdict.group
    }
    budget, spent = beside.get(Part.ANGGARAN), beside.get(Part.REALISASI_ANGGARAN)
    if budget is None or spent is None:
        return False
    one_wrong = {budget.status, spent.status} == {OutcomeStatus.OK, OutcomeStatus.FINDING}
    values = (budget.fakta.angka.value, spent.fakta.angka.value, rest.angka.value)
    return one_wrong and values[0] is not None and values[0] - (values[1] or 0) == (values[2] or 0)
