"""Which way is better, told by a printed capaian that follows from its own target and realisasi by one rule only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.arithmetic import apply_rule, reaches, realisasi_interval
from pipeline.pengukuran import SEMUA_ATURAN, Terukur, cocok, mungkin_terbalik, pengukuran
from schemas.angka import Angka, AngkaKind
from schemas.kinerja import Arah, Laporan
from schemas.narasi import RujukanFakta

_LURUS = "R/T"
"""The rule of higher is better; all others are of lower is better."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArahCetak:
    """A direction with the capaian that tells it."""

    arah: Arah
    capaian: Angka
    fakta: RujukanFakta | None = None


def arah_tercetak(laporan: Laporan) -> Mapping[str, ArahCetak]:
    """By identity the direction that all telling capaian of an indicator agree on."""
    per_indikator: dict[str, list[ArahCetak]] = defaultdict(list)
    for ukur in pengukuran(laporan):
        if isinstance(ukur, Terukur) and ukur.baris.indikator:
            arah = _satu(laporan, ukur.baris.label, {rule for rule in SEMUA_ATURAN if cocok(ukur, rule)})
            if arah is not None and _berbeda(ukur.target.angka, ukur.realisasi.angka):
                per_indikator[ukur.baris.indikator].append(
                    ArahCetak(arah=arah, capaian=ukur.capaian.angka, fakta=_rujukan(ukur))
                )
    return {
        indikator: semua[0] for indikator, semua in per_indikator.items() if len({satu.arah for satu in semua}) == 1
    }


def arah_hitungan(
    laporan: Laporan, label: str, target: Angka, realisasi: Angka, capaian: Angka, *, pas: bool
) -> ArahCetak | None:
    """The direction by which this target and realisasi give this capaian; None where more or no rule does.

    Args:
        laporan: whose habit of rules counts.
        label: name of the indicator.
        target: exact as printed.
        realisasi: rounded as printed.
        capaian: what was computed from them.
        pas: the realisasi was counted and is exact.
    """
    if target.kind is not AngkaKind.NUMBER or target.value is None or not _berbeda(target, realisasi):
        return None
    interval = realisasi_interval(realisasi, exact=pas)
    hasil = {rule: apply_rule(rule, target.value, interval) for rule in SEMUA_ATURAN}
    sampai = {rule for rule, nilai in hasil.items() if nilai is not None and reaches(capaian, nilai)}
    arah = _satu(laporan, label, sampai)
    return None if arah is None else ArahCetak(arah=arah, capaian=capaian)


def _satu(laporan: Laporan, label: str, rules: set[str]) -> Arah | None:
    """The direction of the rules that reach a capaian; the straight rule says nothing where it may be used for all."""
    if rules == {_LURUS}:
        dipukul_rata = any(item.arah is Arah.TURUN and item.rule == _LURUS for item in laporan.aturan)
        return None if dipukul_rata or mungkin_terbalik(label) else Arah.NAIK
    return Arah.TURUN if rules and _LURUS not in rules else None


def _berbeda(target: Angka, realisasi: Angka) -> bool:
    return target.kind is AngkaKind.NUMBER and target.value != realisasi.value


def _rujukan(ukur: Terukur) -> RujukanFakta:
    baris = next(nomor for nomor, baris in enumerate(ukur.tabel.baris) if baris is ukur.baris)
    fakta = next(nomor for nomor, fakta in enumerate(ukur.baris.fakta) if fakta is ukur.capaian)
    return RujukanFakta(tabel=ukur.tabel.index, baris=baris, fakta=fakta)
