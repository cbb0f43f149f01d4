"""Realisasi lalu diubah.

Yang ditemukan
    Realisasi tahun lalu (atau tahun sebelumnya) yang dicetak laporan ini berbeda dari realisasi tahun itu dalam laporan
    instansi yang sama untuk tahun itu.

Mengapa penting
    Kenaikan dan penurunan dihitung dari realisasi tahun lalu. Angka lama yang berubah tanpa penjelasan mengubah arah
    perkembangan, dan tidak tampak dari laporan ini saja.

Contoh
    Laporan 2030: realisasi 8,53. Laporan 2031, kolom realisasi 2030: 8,35.

Diam bila
    Salah satu versi atau salah satu tabel laporan terdahulu memuat angka yang sama, dibulatkan atau tidak; catatan
    menyebut angka sementara atau hasil revisi (hanya indikator yang disebut atau ditandai catatan itu, bila ada);
    indikator berganti nama menurut catatan; angka bertanda (*); angka triwulan atau kumulatif; satuan berbeda; kolom
    realisasi sebenarnya memuat capaian; besarannya berbeda jauh; sebagian besar realisasi tahun itu berbeda; salah satu
    dokumen hasil pindaian.

Rujukan:
    PermenPANRB 53/2014 Lampiran II (perbandingan dengan tahun lalu) dan III (reviu: keandalan data) [rumusannya belum
    dipastikan].
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.arithmetic import same_quantity
from pipeline.checks.base import finding, ok, sebanding, stated, unchecked
from pipeline.checks.base_tautan import (
    Acuan,
    CheckTautan,
    berganti_nama,
    bersama,
    bukti,
    bulat,
    di,
    jauh,
    nama,
    padanan,
    pindaian,
    realisasi_sama,
    sebut,
    tahun_dugaan,
    tak_dapat,
    teks_acuan,
    tercetak,
    wakil,
)
from schemas.finding import Expected, Outcome, Severity
from schemas.kinerja import Kind, Part
from schemas.tautan import Ciri, DokumenTertaut, IndikatorDokumen, JenisDokumen, Sebutan, Tautan

_KINDS = (Kind.CAPAIAN, Kind.PERBANDINGAN, Kind.RENSTRA, Kind.NASIONAL)
_RAGU = "nama indikator di laporan tahun sebelumnya meragukan"
_TAK_ADA = "nama indikator tidak ditemukan di laporan tahun sebelumnya"
_BEDA_TERBANYAK = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Beda:
    """An indicator whose realisasi of an earlier year no report of that year has."""

    indikator: IndikatorDokumen
    dicetak: tuple[Sebutan, ...]
    acuan: tuple[Acuan, ...]
    tahun: int


_Jawab = tuple[int, Outcome]


def run(tautan: Tautan) -> Iterator[Outcome]:
    """Answers for every indicator and earlier year with a realisasi here and in a report of that year."""
    if tautan.ikhtisar.jenis is not JenisDokumen.LAPORAN:
        return
    alasan = tak_dapat(tautan)
    lampau = {} if alasan else _laporan_lampau(tautan)
    if alasan or not lampau:
        yield unchecked(alasan or "laporan tahun sebelumnya tidak disertakan")
        return
    jawaban = [
        jawab
        for urut, indikator in enumerate(tautan.ikhtisar.indikator)
        for tahun, laporan in lampau.items()
        if (jawab := _periksa(tautan, urut, indikator, tahun, laporan)) is not None
    ]
    if not jawaban:
        yield unchecked("tidak ada realisasi tahun sebelumnya yang sama indikator dan tahunnya")
    for jawab in jawaban:
        yield _temuan(tautan, jawab, jawaban) if isinstance(jawab, _Beda) else jawab[1]


def _laporan_lampau(tautan: Tautan) -> dict[int, list[DokumenTertaut]]:
    """Reports of earlier years, by year."""
    found: dict[int, list[DokumenTertaut]] = {}
    for item in bersama(tautan, JenisDokumen.LAPORAN):
        tahun, kini = item.ikhtisar.tahun, tautan.ikhtisar.tahun
        if tahun is not None and kini is not None and tahun < kini:
            found.setdefault(tahun, []).append(item)
    return dict(sorted(found.items()))


def _acuan(laporan: Sequence[DokumenTertaut], urut: int, tahun: int) -> Iterator[Acuan]:
    for dokumen, indikator in padanan(laporan, urut):
        for part in (Part.REALISASI, Part.CAPAIAN):
            for item in tercetak(indikator, part, tahun, _KINDS):
                yield Acuan(dokumen=dokumen, indikator=indikator, sebutan=item)


def _periksa(
    tautan: Tautan, urut: int, indikator: IndikatorDokumen, tahun: int, laporan: Sequence[DokumenTertaut]
) -> _Beda | _Jawab | None:
    semua = tuple(_acuan(laporan, urut, tahun))
    dicetak = tuple(item for item in tercetak(indikator, Part.REALISASI, tahun, _KINDS) if item.fakta.year is not None)
    acuan = tuple(item for item in semua if item.sebutan.fakta.part is Part.REALISASI)
    if dicetak and not any(i == urut for item in laporan for i, _ in item.padanan):
        ragu = any(i == urut for item in laporan for i, _ in item.ragu)
        return tahun, unchecked(_RAGU if ragu else _TAK_ADA)
    if not dicetak or not acuan:
        return None
    if any(realisasi_sama(item, lain.sebutan) for item in dicetak for lain in acuan):
        return tahun, ok()
    capaian = [item for item in semua if item.sebutan.fakta.part is Part.CAPAIAN]
    alasan = _tak_terbanding(tautan, indikator, dicetak, acuan, capaian)
    if alasan:
        return tahun, unchecked(alasan)
    return _Beda(indikator=indikator, dicetak=dicetak, acuan=acuan, tahun=tahun)


def _tak_terbanding(
    tautan: Tautan,
    indikator: IndikatorDokumen,
    dicetak: Sequence[Sebutan],
    acuan: Sequence[Acuan],
    capaian: Sequence[Acuan],
) -> str:
    """Why different values accuse nobody, "" when they do."""
    dokumen = [tautan.ikhtisar, *(item.dokumen for item in acuan)]
    pasangan = [(item, lain.sebutan) for item in dicetak for lain in acuan]
    angka = [(a.fakta.angka, b.fakta.angka) for a, b in pasangan]
    alasan = {
        "salah satu laporan menyebut angka sementara atau hasil revisi": any(
            Ciri.DIREVISI in item.ciri for item in dokumen
        ),
        "indikatornya disebut sementara atau hasil revisi": any(
            item.sementara for item in (indikator, *(lain.indikator for lain in acuan))
        ),
        "indikator berganti nama menurut catatan laporan": berganti_nama(indikator, acuan),
        "angka bertanda catatan (*)": any("*" in item.fakta.text for pair in pasangan for item in pair),
        "satuan realisasi berbeda antarlaporan": not all(sebanding(*pair) for pair in pasangan),
        "realisasi bukan satu angka": not all(bulat(*pair) for pair in angka),
        "kolom realisasi tampaknya memuat capaian": any(
            realisasi_sama(item, lain.sebutan) for item in dicetak for lain in capaian
        ),
        "besaran realisasi berbeda jauh antarlaporan": any(jauh(*pair) for pair in angka),
        "salah satu laporan hasil pindaian; angkanya mungkin salah baca": pindaian(*dokumen),
    }
    return next((teks for teks, berlaku in alasan.items() if berlaku), "")


def _temuan(tautan: Tautan, beda: _Beda, jawaban: Sequence[_Beda | _Jawab]) -> Outcome:
    semua = sum(1 for item in jawaban if isinstance(item, _Beda) and item.tahun == beda.tahun)
    sama = sum(1 for item in jawaban if not isinstance(item, _Beda) and item == (beda.tahun, ok()))
    pasti = not tahun_dugaan(tautan.ikhtisar, *(lain.dokumen for lain in beda.acuan))
    if semua >= (_BEDA_TERBANYAK if pasti else 1) and sama < semua:
        return unchecked("sebagian besar realisasi tahun itu berbeda; kolom atau tahunnya mungkin tidak sepadan")
    item, wakil_acuan = beda.dicetak[0], wakil(beda.acuan)
    return finding(
        CHECK,
        subject=nama(beda.indikator),
        message=(
            f"Realisasi {nama(beda.indikator)} tahun {beda.tahun} di {sebut(tautan.ikhtisar)} sebesar {di(item)}, "
            f"tetapi {teks_acuan(beda.acuan)}."
        ),
        stated=stated(item.fakta),
        expected=Expected(
            text=" atau ".join(lain.sebutan.fakta.text for lain in wakil_acuan), rule=f"realisasi laporan {beda.tahun}"
        ),
        hint=_petunjuk(beda),
        evidence=[
            *(bukti(one) for one in beda.dicetak),
            *(bukti(lain.sebutan, lain.dokumen) for lain in wakil_acuan),
        ],
    )


def _petunjuk(beda: _Beda) -> str | None:
    """Which other printed value of the indicator the changed one is."""
    angka = beda.dicetak[0].fakta.angka
    for item in beda.indikator.sebutan:
        lain = item.fakta.part is Part.TARGET or item.tahun != beda.tahun
        if item.fakta.part in (Part.TARGET, Part.REALISASI) and lain and same_quantity(item.fakta.angka, angka):
            return f"sama dengan {item.fakta.part.value} tahun {item.tahun}"
    return None


CHECK = CheckTautan(code="LIN002", name="realisasi-lalu-diubah", severity=Severity.ERROR, run=run, doc=__doc__)
