"""Realisasi melebihi anggaran.

Yang ditemukan
    Realisasi belanja sebuah baris lebih besar daripada anggarannya.

Mengapa penting
    Belanja tidak boleh melampaui pagu yang tersedia. Angkanya dapat saja benar (misalnya pagu sudah
    bergeser setelah dokumen dicetak), tetapi pemeriksa perlu mengetahuinya.

Contoh
    Anggaran 150.000.000 dan realisasi 157.250.000.

Diam bila
    Anggaran atau realisasi kosong atau cacat; baris itu mencetak beberapa anggaran (murni dan perubahan)
    dan salah satunya mencukupi; pendapatan, penerimaan, surplus, pembiayaan; realisasi melebihi anggaran pada
    sebagian besar baris, sehingga kolom tampaknya tertukar atau berbeda satuan.

Rujukan:
    PP 12/2019 dan UU 1/2004: pengeluaran tidak boleh melampaui anggaran yang tersedia.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from pipeline.arithmetic import format_id
from pipeline.arithmetic.budget import Pasangan, amount, pasangan
from pipeline.checks.base import Check, evidence, finding, ok, stated, unchecked
from schemas.finding import Outcome, Severity
from schemas.kinerja import Baris, Fakta, Laporan, Part, Tabel

_INCOME = re.compile(
    r"pendapatan|penerimaan|retribusi|pajak daerah|\bpad\b|pnbp|surplus|defisit|si?lpa\b|pembiayaan", re.IGNORECASE
)
_MANY = 3
_ZERO = Decimal(0)


def run(laporan: Laporan) -> Iterator[Outcome]:
    """Answers for every realisation that stands beside a budget."""
    for tabel in laporan.tabel:
        if not _INCOME.search(tabel.caption or ""):
            yield from _table(tabel)


def _table(tabel: Tabel) -> Iterator[Outcome]:
    met = [
        (baris, fakta, pairs)
        for baris in tabel.baris
        if not _INCOME.search(baris.label)
        for fakta in baris.all(Part.REALISASI_ANGGARAN)
        if fakta.angka.value is not None and (pairs := pasangan(baris, fakta))
    ]
    above = [_above(fakta, pairs) for _, fakta, pairs in met]
    swapped = len(above) >= _MANY and 2 * sum(answer is True for answer in above) > len(above)
    for (baris, fakta, pairs), answer in zip(met, above, strict=True):
        if answer is None:
            yield unchecked("anggaran kosong atau tidak terbaca")
        elif not answer:
            yield ok()
        elif swapped:
            yield unchecked("kolom anggaran dan realisasi tampaknya tertukar atau berbeda satuan")
        else:
            yield _finding(tabel, baris, fakta, pairs)


def _above(fakta: Fakta, pairs: tuple[Pasangan, ...]) -> bool | None:
    """Whether the realisation is above every budget of its own; None without a readable one."""
    usable = [pair for pair in pairs if pair.readable and pair.anggaran.angka.value is not None]
    if not usable or any(pair.anggaran.shared != fakta.shared for pair in usable):
        return None
    return all(amount(fakta.angka).low > amount(pair.anggaran.angka).high for pair in usable)


def _finding(tabel: Tabel, baris: Baris, fakta: Fakta, pairs: tuple[Pasangan, ...]) -> Outcome:
    budget = max((p.anggaran for p in pairs), key=lambda f: f.angka.value or _ZERO)
    over = (fakta.angka.value or _ZERO) - (budget.angka.value or _ZERO)
    return finding(
        CHECK,
        subject=baris.label,
        message=(
            f"Realisasi {baris.label} tercetak {fakta.text}, melebihi anggaran {budget.text} "
            f"sebesar {format_id(over, max(fakta.angka.decimals, budget.angka.decimals))}."
        ),
        stated=stated(fakta),
        evidence=[evidence(fakta, tabel, baris), evidence(budget, tabel, baris)],
    )


CHECK = Check(
    code="ANG009",
    name="realisasi-melebihi-anggaran",
    severity=Severity.ADVISORY,
    run=run,
    doc=__doc__,
)
