"""Rows that measure: which target and realisasi a printed capaian belongs to, and which rules reach it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from pipeline.arithmetic import (
    RULES,
    apply_rule,
    range_capaian,
    reaches,
    realisasi_interval,
    same_quantity,
    scaled,
    window,
)
from pipeline.mentah import nilai_mentah
from pipeline.satuan_nilai import SATUAN_HITUNG, kelas_satuan, kolom_turunan
from schemas.angka import Angka, AngkaKind, Interval
from schemas.kinerja import Arah, Baris, Fakta, JenisBaris, Kind, Laporan, Part, Scope, Tabel

KINDS = (Kind.CAPAIAN, Kind.PERBANDINGAN, Kind.RENSTRA, Kind.NASIONAL, Kind.TRIWULAN)
"""Kinds of tables whose capaian is a measurement of target and realisasi."""

ATURAN_ARAH: dict[Arah, tuple[str, ...]] = {
    Arah.NAIK: ("R/T",),
    Arah.TURUN: ("(2T-R)/T", "T/R"),
}
"""Right rules by direction; other directions accept all of them."""

SEMUA_ATURAN = tuple(RULES)
"""All accepted rules; `1+(1-R/T)` is `(2T-R)/T` written otherwise."""

BATAS = (Decimal(100), Decimal(110), Decimal(120), Decimal(150))
"""Caps of capaian in use; 120 is that of the SKP (PermenPANRB 6/2022), the others are habits of applications."""

_BANYAKNYA = re.compile(r"\W*(?:jumlah|total|banyaknya)\b", re.IGNORECASE)
_RATA = re.compile(r"\brata\b|rata-rata|\brerata\b", re.IGNORECASE)
_BERBALIK = re.compile(
    r"\b(?:pelangga\w+|kasus|keluhan|komplain|pengaduan|kejadian|korban|kematian|kecelakaan|temuan|konflik|sengketa|kumuh"
    r"|tunggakan|kebakaran|bencana|risiko|resiko|kerawanan|rawan|miskin|kemiskinan|pengangguran|putus|stunting|gizi"
    r"|prevalensi|penyakit|kesakitan|waktu|lama|durasi|kehilangan|kebocoran|kerusakan|rusak|inflasi|ketimpangan|gini"
    r"|emisi|pencemaran|limbah|sampah|backlog|defisit|utang|gagal|kesenjangan|kriminal\w*|pidana|narkoba|perceraian"
    r"|jalanan|terlantar|kesalahan|gangguan|keterlambatan|tidak|tanpa|belum|biaya|angka)\b",
    re.IGNORECASE,
)
"""Names of things of which less may be better, though a report divides them by their target as the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terukur:
    """A printed capaian with the target and realisasi it is measured from.

    Attributes:
        target, realisasi: the pair that fits year and period best.
        pasangan: all pairs of the row that fit year and period.
        longgar: all further pairs of the row, e.g. against the target at the end of the plan.
        mentah: realisasi in full, from printed numerator and denominator of this or another table.
        batas: cap of capaian in this document, None without.
        beda_satuan: target and realisasi are printed in different units.
    """

    tabel: Tabel
    baris: Baris
    capaian: Fakta
    target: Fakta
    realisasi: Fakta
    pasangan: tuple[tuple[Fakta, Fakta], ...]
    longgar: tuple[tuple[Fakta, Fakta], ...] = ()
    mentah: tuple[Interval, ...] = ()
    batas: Decimal | None = None
    beda_satuan: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TakTerukur:
    """A row, or one capaian of it, that cannot be recomputed, with the reason (Indonesian)."""

    tabel: Tabel
    baris: Baris
    alasan: str


Ukur = Terukur | TakTerukur


def pengukuran(laporan: Laporan) -> Iterator[Ukur]:
    """Every capaian of every indicator row of the tables that measure, in order."""
    mentah = _mentah_per_indikator(laporan)
    for tabel in laporan.of_kind(*KINDS):
        turunan = kolom_turunan(tabel)
        for baris in tabel.baris:
            if baris.jenis is JenisBaris.BUTIR and (tabel.has(Part.CAPAIAN) or baris.all(Part.CAPAIAN)):
                yield from _ukur_baris(laporan, tabel, baris, mentah, turunan)


def hitung(rule: str, target: Angka, realisasi: Interval) -> Interval | None:
    """Capaian in per cent by a rule; None where the rule has none. A range target has its own rule."""
    if target.value is None:
        return None
    if target.kind is AngkaKind.RANGE and target.upper is not None:
        return range_capaian(min(target.value, target.upper), max(target.value, target.upper), realisasi)
    return apply_rule(rule, target.value, realisasi)


def cocok(ukur: Terukur, rule: str, *, longgar: bool = False) -> bool:
    """Whether a rule reaches the printed capaian from a pair of the row or from the raw figures.

    Args:
        ukur: the measured capaian.
        rule: key of `SEMUA_ATURAN`.
        longgar: try all pairs of the row, not only those of the same year and period.
    """
    return any(sampai(ukur, interval) for interval in _hasil(ukur, rule, _interval_jujur, longgar=longgar))


def hasil(ukur: Terukur, rule: str, *, longgar: bool = False) -> Iterator[Interval]:
    """Capaian by a rule from each pair, best first, then from the raw figures."""
    yield from _hasil(ukur, rule, interval_realisasi, longgar=longgar)


def _hasil(
    ukur: Terukur, rule: str, interval_dari: Callable[[Fakta, Baris], Interval], *, longgar: bool
) -> Iterator[Interval]:
    for target, realisasi in (*ukur.pasangan, *(ukur.longgar if longgar else ())):
        interval = hitung(rule, target.angka, interval_dari(realisasi, ukur.baris))
        if interval is not None:
            yield interval
    for mentah in ukur.mentah:
        interval = hitung(rule, ukur.target.angka, mentah)
        if interval is not None:
            yield interval


def interval_realisasi(fakta: Fakta, baris: Baris) -> Interval:
    """What a printed realisasi may stand for: exact for counted things, else rounded."""
    unit = (fakta.angka.unit or baris.satuan or "").lower()
    words = re.findall(r"[a-z]+", unit)
    exact = fakta.angka.decimals == 0 and bool(words) and words[0] in SATUAN_HITUNG and not fakta.angka.percent
    return realisasi_interval(fakta.angka, exact=exact)


def _interval_jujur(fakta: Fakta, baris: Baris) -> Interval:
    """As `interval_realisasi`, with the values that would be printed so when digits are cut off instead of rounded."""
    interval = interval_realisasi(fakta, baris)
    return interval if interval.low == interval.high else window(fakta.angka)


def tahun_fakta(fakta: Fakta, tabel: Tabel, laporan: Laporan) -> int | None:
    """Year of a fact: its column's, else the table's, else the report's."""
    return fakta.year or tabel.tahun or laporan.metadata.tahun


def bernilai(angka: Angka) -> bool:
    """Whether the text is a number, a range or a bound."""
    return angka.kind in (AngkaKind.NUMBER, AngkaKind.RANGE, AngkaKind.OPERATOR) and angka.value is not None


def rata_rata(fakta: Fakta) -> bool:
    """Whether the column of a fact holds means."""
    return bool(_RATA.search(fakta.header))


def nol(angka: Angka) -> bool:
    """Whether a plain zero is printed."""
    return angka.kind is AngkaKind.NUMBER and angka.value == 0


def mungkin_terbalik(label: str) -> bool:
    """Whether the name is of a thing of which less may be better."""
    return _BERBALIK.search(label) is not None


def bernama(baris: Baris) -> bool:
    """Whether the label is a name; a label without letters is a row of column numbers or a remnant."""
    return any(char.isalpha() for char in baris.label)


def _ukur_baris(
    laporan: Laporan, tabel: Tabel, baris: Baris, mentah: _Mentah, turunan: frozenset[int]
) -> Iterator[Ukur]:
    capaian = [fakta for fakta in baris.all(Part.CAPAIAN) if fakta.scope is Scope.OWN and not rata_rata(fakta)]
    if not bernama(baris):
        yield TakTerukur(tabel=tabel, baris=baris, alasan="baris tanpa nama")
        return
    if not capaian:
        yield TakTerukur(tabel=tabel, baris=baris, alasan="capaian tidak tercetak")
    for fakta in capaian:
        yield _ukur_satu(laporan, tabel, baris, fakta, mentah, turunan)


def _ukur_satu(
    laporan: Laporan, tabel: Tabel, baris: Baris, capaian: Fakta, mentah: _Mentah, turunan: frozenset[int]
) -> Ukur:
    alasan = _alasan_capaian(capaian)
    if alasan:
        return TakTerukur(tabel=tabel, baris=baris, alasan=alasan)
    semua = _semua_pasangan(baris)
    setara = [(t, r) for t, r in semua if (t.col in turunan) is (r.col in turunan)]
    if semua and not setara:
        return TakTerukur(tabel=tabel, baris=baris, alasan="kolom persen berdampingan dengan kolom bersatuan lain")
    semua = setara
    tahun_tabel = tabel.tahun or laporan.metadata.tahun
    ketat = [pasangan for pasangan in semua if _sepadan(pasangan, capaian, tahun_tabel)]
    ketat = ketat or _menurut_rencana(semua, capaian, tahun_tabel)
    ketat = ketat or _terhadap_akhir(semua, capaian, baris, tahun_tabel)
    if not ketat:
        return TakTerukur(tabel=tabel, baris=baris, alasan="target atau realisasi tidak tercetak pada baris itu")
    tahun = capaian.year or tahun_tabel
    ketat.sort(key=lambda pasangan: _jarak(pasangan, tahun))
    ada = [pasangan for pasangan in ketat if all(_operan(fakta) for fakta in pasangan)]
    if not ada:
        return TakTerukur(tabel=tabel, baris=baris, alasan=_alasan_pasangan(*ketat[0]))
    utama = [pasangan for pasangan in ada if _jarak(pasangan, tahun) == _jarak(ada[0], tahun)]
    longgar = [p for p in semua if p not in utama and all(_operan(fakta) for fakta in p)]
    target, realisasi = utama[0]
    return Terukur(
        tabel=tabel,
        baris=baris,
        capaian=capaian,
        target=target,
        realisasi=realisasi,
        pasangan=tuple(utama),
        longgar=tuple(longgar),
        mentah=_mentah_milik(realisasi, baris, tahun, mentah),
        batas=laporan.batas_capaian,
        beda_satuan=_beda_satuan(target.angka, realisasi.angka),
    )


def _alasan_capaian(capaian: Fakta) -> str | None:
    if capaian.shared:
        return "capaian tergabung untuk beberapa indikator"
    if capaian.angka.kind in (AngkaKind.NIL, AngkaKind.BLANK):
        return "capaian kosong"
    return None if capaian.angka.kind is AngkaKind.NUMBER and _operan(capaian) else "capaian bukan angka"


def _alasan_pasangan(target: Fakta, realisasi: Fakta) -> str:
    for fakta in (target, realisasi):
        if fakta.angka.kind in (AngkaKind.NIL, AngkaKind.BLANK):
            return f"{fakta.part.value} kosong"
        if fakta.angka.kind is AngkaKind.MALFORMED:
            return f"{fakta.part.value} bukan angka yang sah"
    return "target atau realisasi bukan angka"


def _semua_pasangan(baris: Baris) -> list[tuple[Fakta, Fakta]]:
    targets = [fakta for fakta in baris.all(Part.TARGET) if fakta.scope is Scope.OWN and not fakta.shared]
    hasil_ = [fakta for fakta in baris.all(Part.REALISASI) if fakta.scope is Scope.OWN and not fakta.shared]
    return [(target, realisasi) for target in targets for realisasi in hasil_]


def _sepadan(pasangan: tuple[Fakta, Fakta], capaian: Fakta, tahun: int | None) -> bool:
    """Whether years do not contradict each other and periods agree.

    Beside a capaian of another year, a target or realisasi without year is that of the table's year.
    """
    years = {fakta.year for fakta in (*pasangan, capaian) if fakta.year is not None}
    periods = {fakta.period for fakta in (*pasangan, capaian)}
    lampau = capaian.year is not None and tahun is not None and capaian.year != tahun
    if lampau and any(fakta.year is None for fakta in pasangan):
        return False
    return len(years) <= 1 and len(periods) == 1


def _menurut_rencana(
    semua: list[tuple[Fakta, Fakta]], capaian: Fakta, tahun: int | None
) -> list[tuple[Fakta, Fakta]]:
    """The pairs of the capaian's year where the row prints the plan's targets of several years (`Target Renstra`)."""
    rencana = {target.year for target, _ in semua if target.period == "akhir"}
    if capaian.period is not None or len(rencana - {None}) < 2:
        return []
    dicari = capaian.year or tahun
    return [
        pasangan
        for pasangan in semua
        if pasangan[0].year == pasangan[1].year == dicari is not None and pasangan[1].period is None
    ]


def _terhadap_akhir(
    semua: list[tuple[Fakta, Fakta]], capaian: Fakta, baris: Baris, tahun: int | None
) -> list[tuple[Fakta, Fakta]]:
    """The latest realisasi beside the row's only target (of the end), where that is the target at the end of the plan.

    Counted things may have been added up over the years of the plan, so nothing is said of them.
    """
    if capaian.period == "akhir":
        semua = _target_rencana(semua, capaian)
    targets = {target.col for target, _ in semua}
    dihitung = any(kelas_satuan(fakta, baris) == "hitung" for pasangan in semua for fakta in pasangan)
    if dihitung or _BANYAKNYA.match(baris.label):
        return []
    if len(targets) != 1 or semua[0][0].period != "akhir" or capaian.period not in (None, "akhir"):
        return []
    batas = capaian.year if capaian.year is not None and capaian.year != semua[0][0].year else tahun
    sampai_kini = [
        pasangan
        for pasangan in semua
        if pasangan[1].period is None and (batas is None or (pasangan[1].year or batas) <= batas)
    ]
    return [max(sampai_kini, key=lambda pasangan: pasangan[1].year or batas or 0)] if sampai_kini else []


def _target_rencana(semua: list[tuple[Fakta, Fakta]], capaian: Fakta) -> list[tuple[Fakta, Fakta]]:
    """The pairs with the plan's target that a capaian against the plan is measured from: of its year, else the last."""
    rencana = [pasangan for pasangan in semua if pasangan[0].period == "akhir"]
    years = {target.year for target, _ in rencana if target.year is not None}
    if any(target.year is None for target, _ in rencana) or not years:
        return rencana
    dituju = capaian.year if capaian.year in years else max(years)
    return [pasangan for pasangan in rencana if pasangan[0].year == dituju]


def _jarak(pasangan: tuple[Fakta, Fakta], tahun: int | None) -> int:
    """How far a pair is from the year asked for: 0 said so, 1 silent, 2 another year."""
    return max(1 if fakta.year is None else 0 if fakta.year == tahun else 2 for fakta in pasangan)


def _operan(fakta: Fakta) -> bool:
    """Whether a rule can compute with a fact: a target may be a range or a bound, what was measured is one number."""
    if fakta.part is Part.TARGET:
        return bernilai(fakta.angka)
    return fakta.angka.kind is AngkaKind.NUMBER and fakta.angka.value is not None


def _beda_satuan(target: Angka, realisasi: Angka) -> bool:
    units = [(angka.unit or "").lower().split()[:1] for angka in (target, realisasi)]
    if units[0] and units[1] and units[0] != units[1]:
        return True
    mixed = (target.percent and bool(units[1])) or (realisasi.percent and bool(units[0]))
    return mixed or target.multiplier != realisasi.multiplier


def sampai(ukur: Terukur, interval: Interval) -> bool:
    """Whether the printed capaian is the computed one: plain, as a ratio, cut at the cap or at zero."""
    angka = ukur.capaian.angka
    if reaches(angka, interval):
        return True
    if ukur.batas is not None and angka.value == ukur.batas and interval.high >= ukur.batas:
        return True
    if angka.value == 0 and interval.low <= 0:
        return True
    return not angka.percent and angka.decimals > 0 and reaches(angka, scaled(interval, Decimal("0.01")))


_Mentah = dict[str, list[tuple[int | None, Fakta]]]


def _mentah_per_indikator(laporan: Laporan) -> _Mentah:
    found: _Mentah = {}
    for tabel in laporan.tabel:
        for baris in tabel.baris:
            for fakta in baris.all(Part.REALISASI):
                if baris.indikator and fakta.raw is not None:
                    found.setdefault(baris.indikator, []).append((tahun_fakta(fakta, tabel, laporan), fakta))
    return found


def _mentah_milik(realisasi: Fakta, baris: Baris, tahun: int | None, mentah: _Mentah) -> tuple[Interval, ...]:
    """Realisasi in full: from raw figures of this cell, or of the same printed value elsewhere."""
    sumber = [realisasi] if realisasi.raw else []
    for year, fakta in mentah.get(baris.indikator, []) if baris.indikator else []:
        if year in (None, tahun) and fakta is not realisasi and same_quantity(fakta.angka, realisasi.angka):
            sumber.append(fakta)
    return tuple(interval for fakta in sumber for interval in nilai_mentah(fakta))
