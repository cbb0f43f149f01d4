"""Periode tidak sepadan.

Yang ditemukan
    Capaian satu triwulan dihitung dari realisasi triwulan itu dibagi target setahun, padahal dokumen sendiri
    menetapkan target triwulannya.

Mengapa penting
    Triwulan yang targetnya tercapai tampak gagal: realisasi tiga bulan tidak mungkin memenuhi target dua
    belas bulan.

Contoh
    Target setahun 4,80 %, target triwulan I 1,20 %, realisasi triwulan I 1,20 %: capaian tercetak 25,00 %,
    padahal terhadap target triwulannya 100,00 %.

Diam bila
    Dokumen tidak mencetak target triwulan untuk indikator itu, tabelnya tidak menyebut triwulan, judul kolom
    menyatakan bahwa pembandingnya target setahun, target triwulan sama dengan target setahun, atau
    realisasinya juga realisasi triwulan terakhir.

Rujukan:
    PermenPANRB 53/2014 Lampiran I: rencana aksi atas kinerja memuat target berkala; pembandingnya target
    periode yang sama [rumusannya belum dipastikan].
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.arithmetic import reaches, same_quantity
from pipeline.checks.base import (
    SEMUA_ATURAN,
    Check,
    Terukur,
    bernilai,
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
    tahun_fakta,
    where,
)
from schemas.angka import Angka, AngkaKind
from schemas.finding import Outcome, Severity
from schemas.kinerja import Baris, Fakta, Kind, Laporan, Part, Scope, Tabel

_TRIWULAN = ("TW1", "TW2", "TW3", "TW4")
_ROMAWI = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_SEBUT = re.compile(
    r"\b(?:tri\s?wulan|tri\s?bulan|tribln|trib|tw)\b\.?[\s\-]*(iv|i{1,3}|l{1,3}|[1-4])?\b", re.IGNORECASE
)
_SETAHUN = re.compile(
    r"tahunan|setahun|akhir tahun|target (?:kinerja )?(?:tahun|th)\b|(?:terhadap|thd|atas|dari) (?:tahun|total)|"
    r"renstra|rpjm",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rencana:
    """A row that prints targets of single quarters; `setahun` is its target for the year, None without."""

    tabel: Tabel
    baris: Baris
    tahun: int | None
    target: dict[int, Fakta]
    realisasi: dict[int, Fakta]
    setahun: Fakta | None


def run(laporan: Laporan) -> Iterator[Outcome]:
    """Answers for every capaian of a quarter whose indicator has a quarterly target in another row."""
    rencana: dict[str, list[_Rencana]] = {}
    for tabel in laporan.of_kind(Kind.TRIWULAN):
        for baris in tabel.baris:
            item = _rencana(tabel, baris, laporan)
            if baris.indikator and item.target:
                rencana.setdefault(baris.indikator, []).append(item)
    for ukur in pengukuran(laporan):
        if isinstance(ukur, Terukur) and _triwulanan(ukur):
            cocok = [item for item in rencana.get(ukur.baris.indikator, []) if _lain(item, ukur, laporan)]
            if cocok:
                yield _periksa(ukur, cocok)


def _rencana(tabel: Tabel, baris: Baris, laporan: Laporan) -> _Rencana:
    per: dict[Part, dict[int, Fakta]] = {Part.TARGET: {}, Part.REALISASI: {}}
    for fakta in baris.fakta:
        sendiri = fakta.scope is Scope.OWN and not fakta.shared and bernilai(fakta.angka)
        if fakta.part in per and sendiri and fakta.period in _TRIWULAN:
            per[fakta.part].setdefault(_TRIWULAN.index(fakta.period) + 1, fakta)
    setahun = baris.get(Part.TARGET)
    tahun = setahun.year if setahun is not None and setahun.year else None
    return _Rencana(
        tabel=tabel,
        baris=baris,
        tahun=tahun or tabel.tahun or laporan.metadata.tahun,
        target=per[Part.TARGET],
        realisasi=per[Part.REALISASI],
        setahun=setahun if setahun is not None and bernilai(setahun.angka) else None,
    )


def _triwulanan(ukur: Terukur) -> bool:
    """Whether the row is that of a quarter, and no heading says that the year's target is meant."""
    judul = f"{ukur.capaian.header} {ukur.target.header}"
    if _SETAHUN.search(judul) or ukur.target.angka.kind is not AngkaKind.NUMBER or nol(ukur.target.angka):
        return False
    disebut = _SEBUT.search(f"{ukur.realisasi.header} {judul} {ukur.tabel.caption or ''}")
    return ukur.tabel.kind is Kind.TRIWULAN or disebut is not None or ukur.realisasi.period in _TRIWULAN


def _lain(item: _Rencana, ukur: Terukur, laporan: Laporan) -> bool:
    """Whether the quarterly targets stand elsewhere, for the same year."""
    sebaris = (item.tabel.index, item.baris.row, item.baris.sub) == (ukur.baris.table, ukur.baris.row, ukur.baris.sub)
    return not sebaris and item.tahun == tahun_fakta(ukur.capaian, ukur.tabel, laporan)


def _periksa(ukur: Terukur, rencana: list[_Rencana]) -> Outcome:
    for item in rencana:
        triwulan = _triwulan(ukur, item)
        if triwulan is not None and _setahun(ukur, item) and _salah_bagi(ukur, item.target[triwulan].angka):
            return _temuan(ukur, item, triwulan)
    return ok()


def _triwulan(ukur: Terukur, item: _Rencana) -> int | None:
    """The quarter with a target of its own whose realisasi the row prints; None where it is the last one's."""
    nomor = _nomor(ukur)
    sama = [q for q, fakta in item.realisasi.items() if same_quantity(fakta.angka, ukur.realisasi.angka)]
    terakhir = max(item.target)
    if not sama or max(sama) >= terakhir:
        return None
    triwulan = nomor or max(sama)
    return triwulan if triwulan in sama and triwulan in item.target else None


def _nomor(ukur: Terukur) -> int | None:
    """The quarter that period, headings or caption of the row name."""
    if ukur.realisasi.period in _TRIWULAN:
        return _TRIWULAN.index(ukur.realisasi.period) + 1
    for text in (ukur.realisasi.header, ukur.capaian.header, ukur.target.header, ukur.tabel.caption or ""):
        for match in _SEBUT.finditer(text):
            if match.group(1):
                return _ROMAWI.get(match.group(1).lower().replace("l", "i"))
    return None


def _setahun(ukur: Terukur, item: _Rencana) -> bool:
    """Whether the row is measured against the target of the year: the printed one, or that of the last quarter."""
    acuan = item.setahun or item.target[max(item.target)]
    return same_quantity(acuan.angka, ukur.target.angka)


def _salah_bagi(ukur: Terukur, triwulan: Angka) -> bool:
    """Whether the printed capaian follows from the year's target and not, by any rule, from the quarter's."""
    if nol(triwulan) or same_quantity(triwulan, ukur.target.angka):
        return False
    realisasi = interval_realisasi(ukur.realisasi, ukur.baris)
    setahun = hitung("R/T", ukur.target.angka, realisasi)
    seharusnya = [hitung(rule, triwulan, realisasi) for rule in SEMUA_ATURAN]
    if setahun is None or not reaches(ukur.capaian.angka, setahun):
        return False
    return not any(interval is not None and reaches(ukur.capaian.angka, interval) for interval in seharusnya)


def _temuan(ukur: Terukur, item: _Rencana, triwulan: int) -> Outcome:
    baris, target = ukur.baris, item.target[triwulan]
    semestinya = hitung("R/T", target.angka, interval_realisasi(ukur.realisasi, baris))
    hasil = f"; terhadap target itu capaiannya {sekitar(semestinya)} %" if semestinya is not None else ""
    nama = ("I", "II", "III", "IV")[triwulan - 1]
    return finding(
        CHECK,
        subject=baris.label,
        message=(
            f"Capaian {baris.label} tercetak {ukur.capaian.text}: realisasi triwulan {nama} "
            f"({ukur.realisasi.text}) dibagi target setahun ({ukur.target.text}), padahal target triwulan {nama} "
            f"adalah {target.text} ({where(item.tabel)}){hasil}."
        ),
        stated=stated(ukur.capaian),
        expected=expected(semestinya, "R/T triwulan") if semestinya is not None else None,
        evidence=[
            *(evidence(fakta, ukur.tabel, baris) for fakta in (ukur.capaian, ukur.target, ukur.realisasi)),
            evidence(target, item.tabel, item.baris, "target triwulan"),
            evidence(item.realisasi[triwulan], item.tabel, item.baris, "realisasi triwulan"),
        ],
    )


CHECK = Check(code="HIT008", name="periode-tidak-sepadan", severity=Severity.DECISION, run=run, doc=__doc__)
