"""Target berbeda antar tabel.

Yang ditemukan
    Satu indikator dan satu tahun memiliki dua target di tabel-tabel laporan selain perjanjian kinerja dan
    Renstra.

Mengapa penting
    Capaian bergantung pada target; dengan dua target tidak jelas mana yang dijanjikan dan diukur.

Contoh
    Target tahun 2023 tercetak 94,87 % pada tabel pengukuran dan 94,57 % pada tabel perbandingan.

Diam bila
    Tahun, satuan, atau lingkup berbeda (judul tabel atau judul bagian di atasnya menyebut triwulan, bulan,
    wilayah, atau unit lain, atau semua target kedua tabel berbeda); kolomnya target akhir Renstra/RPJMD atau
    target nasional; indikator tercetak lebih dari sekali dengan nilai berbeda dalam satu tabel; salah satunya
    hanya dibulatkan; satu tabel mencetak keduanya (murni dan perubahan); kolomnya kumulatif atau persentase
    turunan.

Rujukan:
    PermenPANRB 53/2014 Lampiran II: target tahun berjalan adalah target perjanjian kinerja.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.checks.base import (
    Check,
    Sebutan,
    berlawanan,
    bukti_sebutan,
    finding,
    kelompok_nilai,
    ok,
    stated,
    teks_sebutan,
    unchecked,
)
from pipeline.lingkup import ALASAN
from pipeline.sandingan import Sandingan, sandingan
from schemas.finding import Outcome, Severity
from schemas.kinerja import Kind, Laporan, Part

_KINDS = (Kind.CAPAIAN, Kind.PERBANDINGAN, Kind.NASIONAL, Kind.EFISIENSI)
_LAIN = re.compile(r"renstra|rpjm|akhir|menengah|rkpd|nasional|standar|\bspm\b|provinsi|kondisi", re.IGNORECASE)
_MENENGAH = re.compile(r"menengah|akhir (periode|masa|tahun) |akhir renstra|akhir rpjm", re.IGNORECASE)


def run(laporan: Laporan) -> Iterator[Outcome]:
    """Answers for every indicator and year with targets in two or more places."""
    target = sandingan(laporan, Part.TARGET, _KINDS, bukti=(Part.REALISASI,))
    for (_, tahun), semua in target.kelompok():
        group = [item for item in semua if _tahunan(item)]
        if len({item.tabel.index for item in group}) > 1:
            yield _periksa(tahun, group, target)
    yield from (unchecked(ALASAN) for _ in target.lain_lingkup())


def _tahunan(item: Sebutan) -> bool:
    """Whether the column holds the target of the year, not that of a plan or of another office."""
    if _LAIN.search(item.fakta.header):
        return False
    return item.fakta.year is not None or not _MENENGAH.search(item.tabel.caption or "")


def _periksa(tahun: int | None, group: list[Sebutan], semua: Sandingan) -> Outcome:
    kelompok = kelompok_nilai(group)
    if len(kelompok) == 1:
        return ok()
    acuan = kelompok[0][0]
    lain = berlawanan(group, acuan)
    if not lain:
        return unchecked("satuan target berbeda")
    lain = semua.selingkup(lain, kelompok[0])
    if not lain:
        return unchecked(ALASAN)
    wakil = [anggota for anggota in kelompok if anggota[0] is acuan or anggota[0] in lain]
    return finding(
        CHECK,
        subject=acuan.baris.label,
        message=f"Target {acuan.baris.label}{_pada(tahun)} berbeda antar tabel: {teks_sebutan(wakil)}.",
        stated=stated(lain[0].fakta),
        evidence=bukti_sebutan(item for anggota in wakil for item in anggota),
    )


def _pada(tahun: int | None) -> str:
    return f" tahun {tahun}" if tahun else ""


CHECK = Check(code="KON001", name="target-berbeda-antar-tabel", severity=Severity.ERROR, run=run, doc=__doc__)
