"""Realisasi berbeda antar tabel.

Yang ditemukan
    Satu indikator dan satu tahun memiliki dua realisasi, atau kondisi awalnya berbeda antar tabel.

Mengapa penting
    Realisasi hanya satu; bila dua angka beredar, salah satunya salah dan capaian ikut diragukan.

Contoh
    Kunjungan wisatawan tercetak 44.285 pada satu tabel dan 44.258 pada tabel lain.

Diam bila
    Tahun, periode, satuan, atau lingkup berbeda (judul tabel atau judul bagian di atasnya menyebut triwulan, bulan,
    wilayah, atau unit lain, atau semua realisasi kedua tabel berbeda); kolomnya berisi persentase turunan
    (Realisasi (%) untuk indikator bersatuan ekor, ton, unit); salah satunya hanya dibulatkan; indikator
    tercetak lebih dari sekali dengan nilai berbeda dalam satu tabel.

Rujukan:
    PermenPANRB 53/2014 Lampiran III (reviu: keandalan dan konsistensi data kinerja) [rumusannya belum
    dipastikan].
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.arithmetic import same_quantity
from pipeline.checks.base import (
    Check,
    Sebutan,
    berlawanan,
    bukti_sebutan,
    finding,
    kelompok_nilai,
    kolom_turunan,
    ok,
    sebutan,
    stated,
    teks_sebutan,
    unchecked,
)
from pipeline.lingkup import ALASAN
from pipeline.sandingan import Sandingan, sandingan
from schemas.angka import AngkaKind
from schemas.finding import Outcome, Severity
from schemas.kinerja import Fakta, JenisBaris, Kind, Laporan, Part, Scope

_KINDS = (Kind.CAPAIAN, Kind.PERBANDINGAN, Kind.RENSTRA, Kind.NASIONAL)


def run(laporan: Laporan) -> Iterator[Outcome]:
    """Answers for every indicator and year with realisasi in two or more tables, and for every base value."""
    capaian = sebutan(laporan, Part.CAPAIAN, _KINDS)
    realisasi = sandingan(laporan, Part.REALISASI, _KINDS)
    for key, semua in realisasi.kelompok():
        group = [item for item in semua if not _sebenarnya_capaian(item, capaian.get(key, ()))]
        if len({item.tabel.index for item in group}) > 1:
            yield _periksa("Realisasi", f" tahun {key[1]}" if key[1] else "", group, realisasi)
    yield from (unchecked(ALASAN) for _ in realisasi.lain_lingkup())
    for awal in _kondisi_awal(laporan):
        yield _periksa("Kondisi awal", "", awal, None)


def _sebenarnya_capaian(item: Sebutan, capaian: tuple[Sebutan, ...]) -> bool:
    """Whether the column prints capaian under the heading realisasi: the value is the capaian of another table."""
    sendiri = item.baris.get(Part.CAPAIAN)
    return sendiri is None and any(
        lain.tabel.index != item.tabel.index and same_quantity(lain.fakta.angka, item.fakta.angka) for lain in capaian
    )


def _kondisi_awal(laporan: Laporan) -> Iterator[list[Sebutan]]:
    """Base values of one indicator in two or more tables; years, where printed, agree."""
    found: dict[str, list[Sebutan]] = {}
    for tabel in laporan.of_kind(*_KINDS, Kind.PERJANJIAN):
        turunan = kolom_turunan(tabel)
        for baris in tabel.baris:
            awal = [fakta for fakta in baris.all(Part.AWAL) if _dasar(fakta) and fakta.col not in turunan]
            if baris.indikator and baris.jenis is JenisBaris.BUTIR and len(awal) == 1:
                item = Sebutan(tabel=tabel, baris=baris, fakta=awal[0], tahun=awal[0].year)
                found.setdefault(baris.indikator, []).append(item)
    for group in found.values():
        years = {item.tahun for item in group if item.tahun is not None}
        if len({item.tabel.index for item in group}) > 1 and len(years) <= 1:
            yield group


def _dasar(fakta: Fakta) -> bool:
    return fakta.scope is Scope.OWN and not fakta.shared and fakta.angka.kind is AngkaKind.NUMBER


def _periksa(nama: str, pada: str, group: list[Sebutan], semua: Sandingan | None) -> Outcome:
    kelompok = kelompok_nilai(group)
    if len(kelompok) == 1:
        return ok()
    acuan = kelompok[0][0]
    lain = berlawanan(group, acuan)
    if not lain:
        return unchecked("satuan realisasi berbeda")
    lain = lain if semua is None else semua.selingkup(lain, kelompok[0])
    if not lain:
        return unchecked(ALASAN)
    wakil = [anggota for anggota in kelompok if anggota[0] is acuan or anggota[0] in lain]
    return finding(
        CHECK,
        subject=acuan.baris.label,
        message=f"{nama} {acuan.baris.label}{pada} berbeda antar tabel: {teks_sebutan(wakil)}.",
        stated=stated(lain[0].fakta),
        evidence=bukti_sebutan(item for anggota in wakil for item in anggota),
    )


CHECK = Check(code="KON004", name="realisasi-berbeda-antar-tabel", severity=Severity.ERROR, run=run, doc=__doc__)
