"""Efisiensi salah.

Yang ditemukan
    Nilai pada kolom tingkat efisiensi tidak mengikuti rumus yang diikuti sebagian besar baris tabel itu, atau
    dicetak untuk indikator tanpa anggaran.

Mengapa penting
    Efisiensi menyatakan apakah kinerja dicapai dengan biaya yang wajar; satu baris yang dijumlahkan alih-alih
    dikurangkan membuat indikator tampak jauh lebih efisien.

Contoh
    Tabel memakai % capaian kinerja - % serapan. Capaian 104,20 dan serapan 91,70 memberi 12,50, tetapi
    tercetak 195,90 (dijumlahkan).

Diam bila
    Kurang dari tiga baris dapat diuji atau tidak ada rumus yang cocok pada sebagian besar baris; capaian atau
    serapan tidak terbaca; efisiensi berupa kata atau tanda hubung. Sel serapan tergabung berlaku untuk
    semua baris yang dicakupnya, sel kosong boleh meneruskan serapan di atasnya. Pembulatan capaian dan
    serapan diperhitungkan.

Rujukan:
    Tidak ada rumus wajib bagi perangkat daerah; PMK 249/2011 hanya mengikat kementerian/lembaga. Rumus
    dokumen sendiri yang diikuti.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from pipeline.arithmetic import explain_cause, realisasi_interval
from pipeline.arithmetic.budget import pasangan
from pipeline.arithmetic.efficiency import EFFICIENCY, by_rule, follows
from pipeline.arithmetic.outline import is_aggregate
from pipeline.checks.base import Check, evidence, expected, finding, ok, stated, unchecked
from schemas.angka import AngkaKind, Interval
from schemas.finding import Evidence, Outcome, Severity
from schemas.kinerja import Baris, Fakta, Laporan, Part, Tabel

_FROM = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sel:
    """A printed efficiency with the capaian and serapan it may come from (`serapan` None: no budget)."""

    baris: Baris
    fakta: Fakta
    capaian: Fakta | None
    serapan: Fakta | None
    nilai: Interval | None
    meneruskan: bool = False
    nihil: bool = False

    def fits(self, rule: str) -> bool:
        return self.nilai is not None and follows(self.fakta.angka, rule, _bounds(self.capaian), self.nilai)


def run(laporan: Laporan) -> Iterator[Outcome]:
    """Answers for every number of every efficiency column."""
    for tabel in laporan.tabel:
        if tabel.has(Part.EFISIENSI) or any(baris.all(Part.EFISIENSI) for baris in tabel.baris):
            yield from _table(tabel)


def _table(tabel: Tabel) -> Iterator[Outcome]:
    cells = _cells(tabel)
    testable = [sel for sel in cells if sel.nilai is not None]
    counts = {rule: sum(sel.fits(rule) for sel in testable) for rule in EFFICIENCY}
    most = max(counts.values(), default=0)
    rules = [rule for rule, count in counts.items() if count == most]
    sure = len(testable) >= _FROM and 2 * most > len(testable)
    for sel in cells:
        if sel.nilai is None and not sel.nihil:
            yield unchecked("capaian atau serapan kosong atau tidak terbaca")
        elif not sure:
            yield unchecked("rumus efisiensi tidak dapat dipastikan")
        elif any(sel.fits(rule) for rule in rules):
            yield ok()
        elif sel.nihil:
            yield _nihil(tabel, sel, rules[0])
        elif sel.meneruskan:
            yield unchecked("serapan kosong")
        elif len(rules) > 1 or by_rule(rules[0], _bounds(sel.capaian), sel.nilai or _zero()) is None:
            yield unchecked("rumus efisiensi tidak dapat dipastikan")
        else:
            yield _finding(tabel, sel, rules[0], f"{most} dari {len(testable)} baris")


def _cells(tabel: Tabel) -> list[_Sel]:
    cells: list[_Sel] = []
    above: Fakta | None = None
    for baris in tabel.baris:
        if is_aggregate(baris):
            continue
        serapan = next((fakta for fakta in baris.all(Part.PERSEN) if fakta.scope is fakta.scope.OWN), None)
        blank = serapan is None or serapan.angka.kind in (AngkaKind.BLANK, AngkaKind.TEXT)
        for fakta in baris.all(Part.EFISIENSI):
            if fakta.angka.kind is AngkaKind.NUMBER:
                cells.append(_cell(baris, fakta, above if blank else serapan, passed_on=blank))
        above = above if blank else serapan
    return cells


def _cell(baris: Baris, fakta: Fakta, serapan: Fakta | None, *, passed_on: bool) -> _Sel:
    capaian = next((f for f in baris.all(Part.CAPAIAN) if f.angka.kind is AngkaKind.NUMBER), None)
    nilai = _bounds(serapan)
    pairs = pasangan(baris, fakta)
    computed = [pair.persen() for pair in pairs if pair.readable and not pair.empty]
    if computed and (nilai is None or passed_on):
        nilai, passed_on = computed[0], False
    nihil = not passed_on and serapan is not None and serapan.angka.kind is AngkaKind.NIL
    if pairs and all(pair.readable and pair.empty for pair in pairs):
        nihil, nilai = True, None
    return _Sel(
        baris=baris,
        fakta=fakta,
        capaian=capaian,
        serapan=serapan,
        nilai=nilai,
        meneruskan=passed_on,
        nihil=nihil and nilai is None,
    )


def _bounds(fakta: Fakta | None) -> Interval | None:
    if fakta is None or fakta.angka.kind is not AngkaKind.NUMBER:
        return None
    return realisasi_interval(fakta.angka, exact=False)


def _zero() -> Interval:
    return Interval(low=Decimal(0), high=Decimal(0))


def _evidence(tabel: Tabel, sel: _Sel) -> list[Evidence]:
    parts = [("efisiensi", sel.fakta), ("capaian", sel.capaian), ("serapan", sel.serapan)]
    return [evidence(fakta, tabel, sel.baris, role) for role, fakta in parts if fakta is not None]


def _nihil(tabel: Tabel, sel: _Sel, rule: str) -> Outcome:
    capaian = f" (angka itu sama dengan capaiannya, {sel.capaian.text})" if _same(sel) and sel.capaian else ""
    return finding(
        CHECK,
        subject=sel.baris.label,
        message=(
            f"Tingkat efisiensi {sel.baris.label} tercetak {sel.fakta.text}, padahal indikator ini tidak "
            f"beranggaran, sehingga {rule} tidak dapat dihitung{capaian}."
        ),
        stated=stated(sel.fakta),
        hint="anggaran kosong diperlakukan sebagai nol",
        evidence=_evidence(tabel, sel),
    )


def _same(sel: _Sel) -> bool:
    return sel.capaian is not None and sel.capaian.angka.value == sel.fakta.angka.value


def _finding(tabel: Tabel, sel: _Sel, rule: str, support: str) -> Outcome:
    capaian, serapan = _bounds(sel.capaian), sel.nilai or _zero()
    right = by_rule(rule, capaian, serapan)
    assert right is not None, "an undefined rule is unchecked"
    exact = by_rule(rule, _middle(capaian), _middle(serapan) or serapan)
    want = expected(exact or right, rule, max(2, sel.fakta.angka.decimals))
    basis = [f"capaian {sel.capaian.text}"] if sel.capaian is not None else []
    basis += [f"serapan {sel.serapan.text}"] if sel.serapan is not None else []
    return finding(
        CHECK,
        subject=sel.baris.label,
        message=(
            f"Tingkat efisiensi {sel.baris.label} tercetak {sel.fakta.text}, padahal dari "
            f"{' dan '.join(basis)} hasilnya {want.text} menurut rumus yang diikuti {support} ({rule})."
        ),
        stated=stated(sel.fakta),
        expected=want,
        hint=explain_cause(sel.fakta.angka, exact or right, _others(capaian, serapan, rule)),
        evidence=_evidence(tabel, sel),
    )


def _middle(interval: Interval | None) -> Interval | None:
    if interval is None:
        return None
    middle = (interval.low + interval.high) / 2
    return Interval(low=middle, high=middle)


def _others(capaian: Interval | None, serapan: Interval, rule: str) -> dict[str, Decimal]:
    """Values that the printed one may have been mistaken for."""
    middle = _middle(serapan) or serapan
    base = _middle(capaian)
    others: dict[str, Decimal] = {}
    if base is not None:
        others["capaian dan serapan yang dijumlahkan"] = base.low + middle.low
    for other in EFFICIENCY:
        value = by_rule(other, base, middle) if other != rule else None
        if value is not None:
            others[f"hasil rumus {other}"] = value.low
    return others


CHECK = Check(
    code="ANG005",
    name="efisiensi-salah",
    severity=Severity.ERROR,
    run=run,
    doc=__doc__,
)
