"""Capaian salah hitung.

Yang ditemukan
    Capaian yang tercetak tidak dapat diperoleh dari target dan realisasi pada baris yang sama, dengan rumus
    mana pun yang lazim: R/T, (2T-R)/T, T/R, target rentang, atau batas capaian yang dipakai dokumen.

Mengapa penting
    Capaian menentukan predikat dan kesimpulan kinerja. Pembaca tidak dapat mengulang angka yang tidak
    mengikuti rumus apa pun.

Contoh
    Target 40,00 dan realisasi 46,00 memberi 115,00 %, tetapi tercetak 106,54 %.

Diam bila
    Target, realisasi, atau capaian kosong, berupa tanda hubung, atau bukan angka; targetnya batas (minimal
    80); satuan target dan realisasi berbeda; salah satu pasangan target dan realisasi pada baris itu, angka
    mentahnya, jumlah beberapa periode, tahun lain, atau wilayah lain memberi nilai yang tercetak; nilainya 100,
    110, 120, atau 150 dan tidak ada capaian yang lebih tinggi (mungkin dibatasi); hampir semua baris kolom itu
    tidak cocok (kolomnya bukan capaian). Realisasi dianggap dibulatkan; target berlaku persis seperti tercetak.

Rujukan:
    Rumus capaian: Keputusan Kepala LAN 239/IX/6/8/2003. PermenPANRB 53/2014 meminta perbandingan target dan
    realisasi tanpa menetapkan rumus, sehingga rumus dokumen sendiri yang diikuti.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from pipeline.arithmetic import explain_cause, reaches
from pipeline.checks.base import (
    ATURAN_ARAH,
    BATAS,
    SEMUA_ATURAN,
    Check,
    Terukur,
    bernilai,
    cocok,
    cocok_lain,
    evidence,
    expected,
    finding,
    hitung,
    interval_realisasi,
    nol,
    ok,
    pengukuran,
    sekitar,
    stated,
    unchecked,
    where,
)
from schemas.angka import Angka, AngkaKind, Interval
from schemas.finding import Outcome, OutcomeStatus, Severity
from schemas.kinerja import Kind, Laporan, Part, Scope

_BANYAK = 3
"""Wrong rows that, with hardly a right one beside them, show a column to be no capaian."""


def run(laporan: Laporan) -> Iterator[Outcome]:
    """Answers for every capaian of every indicator row."""
    kolom: dict[tuple[int, int], list[tuple[Terukur, Outcome]]] = defaultdict(list)
    terukur = []
    for ukur in pengukuran(laporan):
        if isinstance(ukur, Terukur):
            terukur.append(ukur)
        else:
            yield unchecked(ukur.alasan)
    tertinggi = max((u.capaian.angka.value for u in terukur if u.capaian.angka.value is not None), default=None)
    for ukur in terukur:
        kolom[ukur.tabel.index, ukur.capaian.col].append((ukur, _periksa(ukur, laporan, tertinggi)))
    for jawaban in kolom.values():
        yield from _kolom([outcome for _, outcome in jawaban])


def _kolom(jawaban: list[Outcome]) -> Iterator[Outcome]:
    """The answers of one column, unless next to none of its rows follows any rule."""
    salah = sum(outcome.finding is not None for outcome in jawaban)
    benar = sum(outcome.status is OutcomeStatus.OK for outcome in jawaban)
    if salah < _BANYAK or 4 * benar >= salah:
        yield from jawaban
        return
    for outcome in jawaban:
        yield unchecked("kolom itu tampaknya tidak berisi capaian") if outcome.finding is not None else outcome


def _periksa(ukur: Terukur, laporan: Laporan, tertinggi: Decimal | None) -> Outcome:
    if nol(ukur.target.angka):
        return unchecked("target nol: rumus tidak terdefinisi")
    if any(cocok(ukur, rule, longgar=True) for rule in SEMUA_ATURAN) or cocok_lain(ukur):
        return ok()
    alasan = _alasan(ukur, tertinggi)
    return unchecked(alasan) if alasan else _temuan(ukur, laporan)


def _alasan(ukur: Terukur, tertinggi: Decimal | None) -> str | None:
    """Why a value that no rule reaches may be right all the same."""
    if ukur.beda_satuan:
        return "satuan target dan realisasi berbeda"
    if ukur.target.angka.kind is AngkaKind.OPERATOR:
        return "target berupa batas"
    if ukur.target.angka.value is not None and ukur.target.angka.value < 0:
        return "target negatif"
    if _pemisah_ragu(ukur):
        return "pemisah ribuan target atau realisasi meragukan"
    return "capaian mungkin dibatasi" if _mungkin_dibatasi(ukur, tertinggi) else None


def _mungkin_dibatasi(ukur: Terukur, tertinggi: Decimal | None) -> bool:
    """Whether the value is a cap in use that no capaian of the document exceeds, and the rules give more."""
    tercetak = ukur.capaian.angka.value
    if tercetak is None or tercetak not in BATAS or tercetak != tertinggi:
        return False
    rules = ATURAN_ARAH.get(ukur.baris.arah, SEMUA_ATURAN)
    realisasi = interval_realisasi(ukur.realisasi, ukur.baris)
    hasil = [hitung(rule, ukur.target.angka, realisasi) for rule in rules]
    return any(interval is not None and interval.high > tercetak for interval in hasil)


def _pemisah_ragu(ukur: Terukur) -> bool:
    """Whether the capaian fits once three decimals of target or realisasi are read as a group of thousands."""
    target, realisasi = ukur.target.angka, ukur.realisasi.angka
    bacaan = [(target, angka) for angka in _ribuan(realisasi)] + [(angka, realisasi) for angka in _ribuan(target)]
    for t, r in bacaan:
        hasil = [hitung(rule, t, r.interval) for rule in SEMUA_ATURAN]
        if any(interval is not None and reaches(ukur.capaian.angka, interval) for interval in hasil):
            return True
    return False


def _ribuan(angka: Angka) -> list[Angka]:
    if angka.decimals != 3 or angka.value is None or angka.kind is not AngkaKind.NUMBER:
        return []
    return [replace(angka, value=angka.value * 1000, decimals=0)]


def _temuan(ukur: Terukur, laporan: Laporan) -> Outcome:
    rule, interval = _terdekat(ukur, laporan)
    baris, capaian = ukur.baris, ukur.capaian
    target, realisasi = ukur.target, ukur.realisasi
    message = (
        f"Capaian {baris.label} tercetak {capaian.text}, padahal dari target {target.text} dan realisasi "
        f"{realisasi.text} hasilnya {sekitar(interval)} ({rule})."
    )
    return finding(
        CHECK,
        subject=baris.label,
        message=message,
        stated=stated(capaian),
        expected=expected(interval, rule),
        hint=_petunjuk(ukur, rule, interval, laporan),
        evidence=[evidence(fakta, ukur.tabel, baris) for fakta in (capaian, target, realisasi)],
    )


def _terdekat(ukur: Terukur, laporan: Laporan) -> tuple[str, Interval]:
    """The document's rule for this direction, otherwise the accepted rule that comes nearest."""
    rules = ATURAN_ARAH.get(ukur.baris.arah, SEMUA_ATURAN)
    dipakai = [aturan.rule for aturan in laporan.aturan if aturan.arah is ukur.baris.arah and aturan.rule in rules]
    tercetak = ukur.capaian.angka.value
    realisasi = interval_realisasi(ukur.realisasi, ukur.baris)
    pilihan = [
        (rule, interval)
        for rule in dipakai[:1] or rules
        if (interval := hitung(rule, ukur.target.angka, realisasi)) is not None
    ]
    if not pilihan or tercetak is None:
        return "R/T", hitung("R/T", ukur.target.angka, realisasi) or realisasi
    return min(pilihan, key=lambda item: abs((item[1].low + item[1].high) / 2 - tercetak))


def _petunjuk(ukur: Terukur, rule: str, interval: Interval, laporan: Laporan) -> str | None:
    """A target of the same indicator elsewhere that gives the printed value, else what the digits suggest."""
    for tabel in laporan.tabel:
        for baris in tabel.baris:
            if not ukur.baris.indikator or baris.indikator != ukur.baris.indikator:
                continue
            for fakta in baris.all(Part.TARGET):
                if bernilai(fakta.angka) and _cocok_target(ukur, rule, fakta.angka):
                    return f"cocok dengan target {fakta.text} di {where(tabel)}"
    return explain_cause(ukur.capaian.angka, interval, _lain(ukur, laporan))


def _cocok_target(ukur: Terukur, rule: str, target: Angka) -> bool:
    """Whether the printed capaian follows from another target and this row's realisasi or raw figures."""
    if nol(target):
        return False
    dasar = (interval_realisasi(ukur.realisasi, ukur.baris), *ukur.mentah)
    hasil = [hitung(rule, target, realisasi) for realisasi in dasar]
    return any(interval is not None and reaches(ukur.capaian.angka, interval) for interval in hasil)


def _lain(ukur: Terukur, laporan: Laporan) -> dict[str, Decimal]:
    """Values that the printed one may have been mistaken for, by their description."""
    found: dict[str, Decimal] = {}
    rows = ukur.tabel.baris
    urut = next((i for i, baris in enumerate(rows) if baris is ukur.baris), 0)
    for nama, i in (("capaian baris di atasnya", urut - 1), ("capaian baris di bawahnya", urut + 1)):
        if 0 <= i < len(rows):
            fakta = next((f for f in rows[i].all(Part.CAPAIAN) if f.col == ukur.capaian.col), None)
            if fakta is not None and fakta.angka.kind is AngkaKind.NUMBER and fakta.angka.value is not None:
                found[nama] = fakta.angka.value
    found |= _tahun_lalu(ukur, laporan)
    target, realisasi = ukur.target.angka.value, ukur.realisasi.angka.value
    if target is not None and realisasi is not None:
        found |= {"target": target, "realisasi": realisasi}
    return found


def _tahun_lalu(ukur: Terukur, laporan: Laporan) -> dict[str, Decimal]:
    """Capaian of the year before of the same indicator."""
    tahun = ukur.capaian.year or ukur.tabel.tahun or laporan.metadata.tahun
    if tahun is None or not ukur.baris.indikator:
        return {}
    for tabel in laporan.of_kind(Kind.CAPAIAN, Kind.PERBANDINGAN):
        for baris in tabel.baris:
            fakta = baris.get(Part.CAPAIAN, year=tahun - 1, scope=Scope.OWN)
            if baris.indikator == ukur.baris.indikator and fakta is not None and fakta.angka.value is not None:
                return {"capaian tahun lalu": fakta.angka.value}
    return {}


CHECK = Check(code="HIT001", name="capaian-salah-hitung", severity=Severity.ERROR, run=run, doc=__doc__)
