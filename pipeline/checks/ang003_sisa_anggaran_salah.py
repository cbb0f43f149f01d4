"""Sisa anggaran salah.

Yang ditemukan
    Sisa yang tercetak bukan anggaran dikurangi realisasi; bila sisanya dinyatakan dalam persen, bukan bagian
    anggaran yang tidak terserap.

Mengapa penting
    Sisa anggaran menjadi dasar penjelasan efisiensi dan perencanaan tahun berikutnya.

Contoh
    Anggaran 85.000.000, realisasi 81.340.000: sisanya 3.660.000, tetapi tercetak 3.600.000.

Diam bila
    Anggaran, realisasi, atau sisa kosong, cacat, atau berupa tanda hubung; sel tergabung yang tidak sama
    cakupannya; sisa hanya berbeda tanda; pembulatan menjelaskan selisih; salah satu pagu pada baris itu
    (murni atau perubahan) memberi sisa yang tercetak; sebagian besar baris tidak mengikuti rumus ini.

Rujukan:
    Permendagri 77/2020: sisa anggaran adalah selisih antara anggaran dan realisasi.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pipeline.arithmetic import difference, explain_cause, point, reaches
from pipeline.arithmetic.budget import Pasangan, pasangan, same_cells
from pipeline.checks.base import Check, evidence, expected, finding, ok, stated, unchecked
from schemas.angka import AngkaKind, Interval
from schemas.finding import Outcome, Severity
from schemas.kinerja import Baris, Fakta, JenisBaris, Laporan, Part, Tabel

_Sel = tuple[Baris, Fakta, tuple[Pasangan, ...]]
_MANY = 3


def run(laporan: Laporan) -> Iterator[Outcome]:
    """Answers for every remainder that stands beside a budget and its realisation."""
    for tabel in laporan.tabel:
        cells = [sel for baris in tabel.baris for sel in _cells(baris)]
        for col in sorted({fakta.col for _, fakta, _ in cells}):
            yield from _column(tabel, [sel for sel in cells if sel[1].col == col])


def _cells(baris: Baris) -> Iterator[_Sel]:
    if baris.jenis is JenisBaris.RATA_RATA:
        return
    for fakta in baris.all(Part.SISA):
        pairs = pasangan(baris, fakta)
        if pairs and fakta.angka.kind not in (AngkaKind.NIL, AngkaKind.BLANK, AngkaKind.TEXT):
            yield baris, fakta, pairs


def _column(tabel: Tabel, cells: list[_Sel]) -> Iterator[Outcome]:
    usable = [(baris, fakta, _usable(fakta, pairs)) for baris, fakta, pairs in cells]
    percent = _in_percent([fakta for _, fakta, _ in cells])
    tested = [_fits(fakta, pairs, percent) for _, fakta, pairs in usable if pairs]
    settled = len(tested) < _MANY or 2 * sum(tested) > len(tested)
    for baris, fakta, pairs in usable:
        if not pairs:
            yield unchecked("anggaran, realisasi, atau sisa tidak terbaca atau tergabung")
        elif _fits(fakta, pairs, percent):
            yield ok()
        elif not settled:
            yield unchecked("rumus kolom sisa tidak dapat dipastikan")
        else:
            yield _finding(tabel, baris, fakta, pairs[0], percent)


def _usable(fakta: Fakta, pairs: tuple[Pasangan, ...]) -> tuple[Pasangan, ...]:
    if fakta.angka.kind is not AngkaKind.NUMBER:
        return ()
    return tuple(pair for pair in pairs if pair.readable and same_cells(pair, fakta))


def _in_percent(column: list[Fakta]) -> bool:
    """Whether the column is in per cent: it says so, or prints fractions and nothing above 100."""
    if any(fakta.angka.percent for fakta in column) or "%" in column[0].header:
        return True
    values = [fakta.angka.value for fakta in column if fakta.angka.value is not None]
    fractions = any(fakta.angka.decimals for fakta in column) and not any(f.angka.currency for f in column)
    return fractions and all(abs(value) <= 100 for value in values)


def _right(pair: Pasangan, percent: bool) -> Interval | None:
    if not percent:
        return pair.sisa()
    used = pair.persen()
    return None if used is None else difference(point(Decimal(100)), used)


def _fits(fakta: Fakta, pairs: tuple[Pasangan, ...], percent: bool) -> bool:
    for pair in pairs:
        right = _right(pair, percent)
        if right is None:
            return True
        opposite = Interval(low=-right.high, high=-right.low)
        if reaches(fakta.angka, right) or reaches(fakta.angka, opposite):
            return True
    return False


def _finding(tabel: Tabel, baris: Baris, fakta: Fakta, pair: Pasangan, percent: bool) -> Outcome:
    right = _right(pair, percent)
    assert right is not None, "a pair without budget fits"
    want = expected(right, "100 - persen serapan" if percent else "anggaran - realisasi", fakta.angka.decimals)
    return finding(
        CHECK,
        subject=baris.label,
        message=(
            f"Sisa anggaran {baris.label} tercetak {fakta.text}, padahal anggaran {pair.anggaran.text} "
            f"dikurangi realisasi {pair.realisasi.text} menyisakan {want.text}{' %' if percent else ''}."
        ),
        stated=stated(fakta),
        expected=want,
        hint=explain_cause(fakta.angka, right, {}),
        evidence=[evidence(item, tabel, baris) for item in (fakta, pair.anggaran, pair.realisasi)],
    )


CHECK = Check(
    code="ANG003",
    name="sisa-anggaran-salah",
    severity=Severity.ERROR,
    run=run,
    doc=__doc__,
)
