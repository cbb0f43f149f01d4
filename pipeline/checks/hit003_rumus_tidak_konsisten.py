"""Rumus tidak konsisten.

Yang ditemukan
    Capaian dihitung dengan rumus yang lain dari yang dinyatakan dokumen, atau satu indikator dihitung
    dengan dua rumus yang berbeda di dua tempat. Indikator yang arahnya tidak diketahui ikut diperiksa bila dokumen
    menyatakan R/T untuk semua indikator dan semua baris lain mengikutinya.

Mengapa penting
    Dengan rumus yang berganti-ganti, capaian antar indikator dan antar tabel tidak dapat dibandingkan.

Contoh
    Dokumen menyatakan (2T-R)/T untuk indikator negatif, tetapi target 30 dan realisasi 20 tercetak 150,00 %
    (T/R), bukan 133,33 %.

Diam bila
    Nilai tercetak tidak membedakan rumus; arah indikator tidak diketahui dan rumus lain dinyatakan atau dipakai juga,
    atau namanya mungkin tentang hal yang makin sedikit makin baik; rumusnya salah arah (itu urusan HIT002); tidak ada
    rumus yang cocok (HIT001).

Rujukan:
    Keputusan Kepala LAN 239/IX/6/8/2003 (dua rumus menurut sifat indikator); asas konsistensi penyajian.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.checks.base import (
    ATURAN_ARAH,
    SEMUA_ATURAN,
    Check,
    Terukur,
    cocok,
    cocok_lain,
    evidence,
    expected,
    finding,
    hasil,
    mungkin_terbalik,
    nol,
    ok,
    pengukuran,
    sekitar,
    stated,
    target_berlawanan,
    unchecked,
    where,
)
from schemas.angka import AngkaKind
from schemas.finding import Evidence, Outcome, Severity
from schemas.kinerja import Arah, Laporan, RumusDinyatakan

_LURUS = "R/T"
_BATAS = "batas"
_CUKUP = 3
"""Indicators that have to follow the one stated rule before another indicator is asked for it."""
_SAMA = {"1+(1-R/T)": "(2T-R)/T"}


def run(laporan: Laporan) -> Iterator[Outcome]:
    """Answers for every measurable capaian, then for every indicator measured more than once."""
    dipakai: dict[str, list[tuple[str, Terukur]]] = {}
    semua: list[tuple[str, Terukur]] = []
    for ukur in pengukuran(laporan):
        if not isinstance(ukur, Terukur):
            yield unchecked(ukur.alasan)
            continue
        rule = _satu_rumus(ukur)
        if rule is None:
            yield unchecked("nilai tercetak tidak membedakan rumus")
            continue
        if ukur.baris.indikator:
            dipakai.setdefault(ukur.baris.indikator, []).append((rule, ukur))
        semua.append((rule, ukur))
    tunggal = _rumus_tunggal(laporan, semua)
    for rule, ukur in semua:
        yield _terhadap_pernyataan(ukur, rule, laporan, tunggal)
    for kelompok in dipakai.values():
        if len(kelompok) > 1:
            yield _terhadap_diri(kelompok)


def _satu_rumus(ukur: Terukur) -> str | None:
    """The only rule that reaches the printed value; None when none or several do."""
    if ukur.target.angka.kind is not AngkaKind.NUMBER or nol(ukur.target.angka) or nol(ukur.capaian.angka):
        return None
    if ukur.batas is not None and ukur.capaian.angka.value == ukur.batas:
        return None
    cocok_semua = [rule for rule in SEMUA_ATURAN if cocok(ukur, rule)]
    return cocok_semua[0] if len(cocok_semua) == 1 else None


def _rumus_tunggal(laporan: Laporan, semua: list[tuple[str, Terukur]]) -> RumusDinyatakan | None:
    """The one rule that the document states for all indicators, where all but one of them surely follow it."""
    dinyatakan = [item for item in laporan.rumus if item.rule != _BATAS]
    if not dinyatakan or any((item.rule, item.arah) != (_LURUS, Arah.TIDAK_DIKETAHUI) for item in dinyatakan):
        return None
    lurus = {_nama(ukur) for rule, ukur in semua if rule == _LURUS}
    lain = {_nama(ukur) for rule, ukur in semua if rule != _LURUS}
    return dinyatakan[0] if len(lurus - lain) >= _CUKUP and len(lain) == 1 else None


def _nama(ukur: Terukur) -> str:
    return ukur.baris.indikator or ukur.baris.label.lower()


def _terhadap_pernyataan(
    ukur: Terukur, rule: str, laporan: Laporan, tunggal: RumusDinyatakan | None
) -> Outcome:
    benar = ATURAN_ARAH.get(ukur.baris.arah)
    if benar is None and tunggal is not None and ukur.baris.arah is Arah.TIDAK_DIKETAHUI:
        if rule == _LURUS:
            return ok()
        menurun = target_berlawanan(replace(ukur.baris, arah=Arah.NAIK), laporan)
        if not (menurun or mungkin_terbalik(ukur.baris.label) or cocok_lain(ukur)):
            return _temuan_pernyataan(ukur, rule, tunggal)
    if benar is None:
        return unchecked("arah indikator tidak diketahui")
    if rule not in benar:
        return unchecked("rumus salah arah, lihat HIT002")
    rumus = [item for item in laporan.rumus if item.arah is ukur.baris.arah and _kunci(item) in benar]
    if not rumus or rule in {_kunci(item) for item in rumus}:
        return ok()
    return _temuan_pernyataan(ukur, rule, rumus[0])


def _kunci(rumus: RumusDinyatakan) -> str:
    return _SAMA.get(rumus.rule, rumus.rule)


def _temuan_pernyataan(ukur: Terukur, rule: str, rumus: RumusDinyatakan) -> Outcome:
    semestinya = next(hasil(ukur, _kunci(rumus)), None)
    teks = f", yang memberi {sekitar(semestinya)}" if semestinya else ""
    bukti = [evidence(fakta, ukur.tabel, ukur.baris) for fakta in (ukur.capaian, ukur.target, ukur.realisasi)]
    return finding(
        CHECK,
        subject=ukur.baris.label,
        message=(
            f"Capaian {ukur.baris.label} tercetak {ukur.capaian.text} dengan rumus {rule}, "
            f"padahal dokumen menyatakan {rumus.rule}{teks}."
        ),
        stated=stated(ukur.capaian),
        expected=expected(semestinya, rumus.rule) if semestinya else None,
        evidence=[*bukti, Evidence(role="rumus", text=rumus.text, place=rumus.place)],
    )


def _terhadap_diri(kelompok: list[tuple[str, Terukur]]) -> Outcome:
    """Two rules for one indicator; where the direction is known, only rules that are right for it count."""
    arah = next((ukur.baris.arah for _, ukur in kelompok if ukur.baris.arah in ATURAN_ARAH), Arah.TIDAK_DIKETAHUI)
    benar = ATURAN_ARAH.get(arah, SEMUA_ATURAN)
    wakil: dict[str, Terukur] = {}
    for rule, ukur in kelompok:
        if rule in benar:
            wakil.setdefault(rule, ukur)
    if len(wakil) < 2:
        return ok()
    teks = " dan ".join(f"{ukur.capaian.text} dengan {rule} ({where(ukur.tabel)})" for rule, ukur in wakil.items())
    pertama = next(iter(wakil.values()))
    return finding(
        CHECK,
        subject=pertama.baris.label,
        message=f"Capaian {pertama.baris.label} dihitung dengan dua rumus: {teks}.",
        stated=stated(pertama.capaian),
        evidence=[
            evidence(fakta, ukur.tabel, ukur.baris)
            for ukur in wakil.values()
            for fakta in (ukur.capaian, ukur.target, ukur.realisasi)
        ],
    )


CHECK = Check(code="HIT003", name="rumus-tidak-konsisten", severity=Severity.ERROR, run=run, doc=__doc__)
