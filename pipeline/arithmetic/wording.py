"""How a wrong sum is told to the auditor, in Indonesian; pure."""

from __future__ import annotations

from pipeline.arithmetic import format_id, format_interval
from pipeline.arithmetic.sums import Verdict
from schemas.kinerja import Baris, Fakta, Part

_NOUNS = {
    Part.ANGGARAN: "Anggaran",
    Part.REALISASI_ANGGARAN: "Realisasi",
    Part.SISA: "Sisa anggaran",
}
_SHOWN = 40


def sum_message(verdict: Verdict) -> str:
    """One sentence with the printed value, the sum of its rows and the difference."""
    baris = verdict.tabel.baris[verdict.group.row]
    noun = _NOUNS.get(verdict.part) or f"Kolom {' '.join(verdict.fakta.header.split()) or 'jumlah'} pada"
    decimals = verdict.fakta.angka.decimals
    rows = len(verdict.rincian)
    what = "satu baris rinciannya" if rows == 1 else f"{rows} baris rinciannya"
    return (
        f"{noun} {baris.label} tercetak {verdict.fakta.text}, padahal jumlah {what} "
        f"{sum_text(verdict)} (selisih {format_id(verdict.selisih, decimals)})."
    )


def sum_text(verdict: Verdict) -> str:
    """The sum as text: one number where the interval is no wider than its rounding, else both ends."""
    decimals = verdict.fakta.angka.decimals
    if verdict.jumlah is None:
        return ""
    middle = (verdict.jumlah.low + verdict.jumlah.high) / 2
    if verdict.fakta.angka.multiplier == 1:
        return format_id(middle, decimals)
    return format_interval(verdict.jumlah, 0)


def sum_cells(verdict: Verdict) -> tuple[tuple[Fakta, Baris], ...]:
    """The summed cells with their rows, those that print something; at most forty."""
    rows = [verdict.tabel.baris[row] for row in verdict.rincian]
    cells = [(fakta, baris) for baris in rows for fakta in baris.fakta if fakta.col == verdict.col and fakta.text]
    return tuple(cells[:_SHOWN])
