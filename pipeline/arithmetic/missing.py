"""Why a printed sum may be off: a row missing, counted twice or left out, or a slip in a figure; pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from pipeline.arithmetic import explain_cause, point
from pipeline.arithmetic.columns import significant
from pipeline.arithmetic.groups import Jenis, groups_of
from pipeline.arithmetic.outline import gaps, is_aggregate
from pipeline.arithmetic.sums import Verdict
from schemas.finding import OutcomeStatus
from schemas.kinerja import Baris, Kind, Laporan, Part, Tabel

_PROOF_DIGITS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """A row that the group should have: a number left out, or a row of another table that fits it."""

    nomor: tuple[str, ...] = ()
    tabel: Tabel | None = None
    baris: Baris | None = None


def missing_row(laporan: Laporan, columns: Sequence[Verdict]) -> Missing | None:
    """The missing row that explains the mismatches of one printed sum in all its columns; None without one.

    Args:
        laporan: the report, searched for an item with the same figures.
        columns: the verdicts of one row, a column each.
    """
    wrong = [verdict for verdict in columns if verdict.status is OutcomeStatus.FINDING]
    right = [v for v in columns if v.status is OutcomeStatus.OK and v.fakta.angka.value]
    if not wrong or right or any(verdict.selisih <= 0 for verdict in wrong):
        return None
    spent = {verdict.part: verdict.selisih for verdict in wrong}
    if spent.get(Part.REALISASI_ANGGARAN, Decimal(0)) > spent.get(Part.ANGGARAN, Decimal("Infinity")):
        return None
    tabel, group = wrong[0].tabel, wrong[0].group
    found = _elsewhere(laporan, wrong)
    if found is not None:
        return found
    if group.jenis is not Jenis.INDUK:
        return None
    marks = groups_of(tabel)[0].marks
    nomor = gaps(tuple(marks[row] for row in wrong[0].rincian))
    return Missing(nomor=nomor) if nomor else None


def cause(verdict: Verdict, columns: Sequence[Verdict] = ()) -> str | None:
    """What may have led to a wrong sum, in Indonesian; None where nothing explains it.

    Args:
        verdict: the mismatch.
        columns: the verdicts of its row in all columns.
    """
    if verdict.jumlah is None:
        return None
    middle = (verdict.jumlah.low + verdict.jumlah.high) / 2
    rows = [verdict.tabel.baris[row] for row in verdict.rincian]
    others: dict[str, Decimal] = {}
    for baris in rows:
        value = _value(verdict, baris)
        if value and len(rows) > 1:
            others[f"jumlah tanpa {baris.label}"] = middle - value
            others[f"jumlah dengan {baris.label} dihitung dua kali"] = middle + value
    hints = [explain_cause(verdict.fakta.angka, point(middle), others)]
    hints += [_slip(verdict, baris) for baris in rows]
    said = [hint for hint in hints if hint]
    if _lost(columns):
        return "selisih ada di anggaran dan realisasi: mungkin satu baris rincian tidak tercetak"
    return "; atau ".join(said) if 0 < len(said) < 3 else None


def _lost(columns: Sequence[Verdict]) -> bool:
    """Whether budget and realisation are short by amounts that one row could hold."""
    short = {v.part: v.selisih for v in columns if v.status is OutcomeStatus.FINDING}
    spent, budget = short.get(Part.REALISASI_ANGGARAN), short.get(Part.ANGGARAN)
    return spent is not None and budget is not None and 0 < spent <= budget


def _slip(verdict: Verdict, baris: Baris) -> str | None:
    """Two swapped digits in one of the summed figures that would account for the whole difference."""
    value = _value(verdict, baris)
    fakta = next((f for f in baris.fakta if f.col == verdict.col), None)
    if fakta is None or value is None or value + verdict.selisih <= 0:
        return None
    hint = explain_cause(fakta.angka, point(value + verdict.selisih), {})
    return f"{baris.label}: {hint}" if hint and "tertukar" in hint else None


def _value(verdict: Verdict, baris: Baris) -> Decimal | None:
    return next((f.angka.value for f in baris.fakta if f.col == verdict.col), None)


def _elsewhere(laporan: Laporan, wrong: Sequence[Verdict]) -> Missing | None:
    """A row of another budget table with the very figures that are missing, and a name new to the group."""
    telling = len(wrong) > 1 or significant(wrong[0].selisih) >= _PROOF_DIGITS
    own = wrong[0].tabel
    names = {_name(own.baris[row]) for row in (wrong[0].group.row, *wrong[0].rincian)}
    if not telling or own.kind is not Kind.ANGGARAN:
        return None
    for tabel in laporan.of_kind(Kind.ANGGARAN):
        for baris in tabel.baris if tabel.index != own.index else ():
            if is_aggregate(baris) or _name(baris) in names:
                continue
            if all(_holds(baris, verdict) for verdict in wrong):
                return Missing(tabel=tabel, baris=baris)
    return None


def _holds(baris: Baris, verdict: Verdict) -> bool:
    return any(
        fakta.angka.value is not None and fakta.angka.interval.holds(verdict.selisih)
        for fakta in baris.all(verdict.part)
    )


def _name(baris: Baris) -> str:
    return " ".join(baris.label.casefold().split())
