"""Target beda dari dokumen perjanjian.

Yang ditemukan
    Target tahun laporan berbeda dari target tahun itu dalam berkas perjanjian kinerja kepala instansi, Renstra, atau
    keputusan IKU instansi yang sama.

Mengapa penting
    Laporan mempertanggungjawabkan janji yang ditandatangani. Target yang berubah di laporan mengubah capaiannya,
    dan pembaca laporan saja tidak dapat melihatnya.

Contoh
    Perjanjian kinerja yang ditandatangani: susu 65 %, telur 52 %; laporan tahun itu: susu 52 %, telur 65 %.

Diam bila
    Salah satu versi perjanjian (murni atau perubahan) atau salah satu tabel pengukuran memuat target yang sama;
    laporan mengutip perjanjian dengan benar tetapi mengukur terhadap target lain (KON002 menyebutnya); laporan
    memakai perjanjian perubahan yang tidak disertakan; satuan berbeda atau besarannya berbeda jauh; target berupa
    teks; angka berkas hasil pindaian, kecuali dua target jelas tertukar; target hanya dibulatkan; perjanjian milik
    bawahan; hampir semua target berbeda.

Rujukan:
    PermenPANRB 53/2014 Lampiran I dan II; Perpres 29/2014 [pasalnya belum dipastikan].
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

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
    target_sama,
    teks_acuan,
    tercetak,
    wakil,
)
from schemas.finding import Expected, Outcome, Severity
from schemas.kinerja import Kind, Part
from schemas.tautan import Ciri, DokumenTertaut, IndikatorDokumen, JenisDokumen, Sebutan, Tautan

_SUMBER = (JenisDokumen.PERJANJIAN, JenisDokumen.RENSTRA, JenisDokumen.KEPUTUSAN)
_PENGUKURAN = (Kind.CAPAIAN, Kind.PERBANDINGAN, Kind.NASIONAL, Kind.TRIWULAN)
_MENDUKUNG = (*_PENGUKURAN, Kind.PERJANJIAN)
_DIUBAH = (Ciri.PERUBAHAN,)
_BEDA_TERBANYAK = 3
_BAGIAN_SAMA = 5
"""From `_BEDA_TERBANYAK` differences on, at least one target in so many has to agree."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Beda:
    """An indicator whose target no other document of a kind has."""

    indikator: IndikatorDokumen
    dipakai: tuple[Sebutan, ...]
    janji: tuple[Acuan, ...]
    jenis: JenisDokumen


def run(tautan: Tautan) -> Iterator[Outcome]:
    """Answers for every indicator of a report that an agreement, a plan or a decree sets a target of its year for."""
    if tautan.ikhtisar.jenis is not JenisDokumen.LAPORAN:
        return
    tahun, alasan = tautan.ikhtisar.tahun, tak_dapat(tautan)
    sumber = [item for item in bersama(tautan, *_SUMBER) if tahun is not None and _bertarget(item, tahun)]
    if alasan or tahun is None or not sumber:
        yield unchecked(alasan or "perjanjian kinerja atau Renstra bertarget tahun laporan tidak disertakan")
        return
    jawaban = [
        jawab
        for urut, indikator in enumerate(tautan.ikhtisar.indikator)
        if (jawab := _periksa(tautan, indikator, tuple(_janji(sumber, urut, tahun)), tahun)) is not None
    ]
    for jawab in jawaban:
        yield _temuan(tautan, jawab, jawaban) if isinstance(jawab, _Beda) else jawab[1]
    yield from _tak_ditemukan(sumber, tahun)


def _bertarget(dokumen: DokumenTertaut, tahun: int) -> bool:
    return any(tercetak(item, Part.TARGET, tahun) or tahun in item.tak_sah for item in dokumen.ikhtisar.indikator)


def _janji(sumber: Sequence[DokumenTertaut], urut: int, tahun: int) -> Iterator[Acuan]:
    for dokumen, indikator in padanan(sumber, urut):
        for item in tercetak(indikator, Part.TARGET, tahun):
            yield Acuan(dokumen=dokumen, indikator=indikator, sebutan=item)


_Jawab = tuple[JenisDokumen, Outcome]


def _periksa(
    tautan: Tautan, indikator: IndikatorDokumen, semua: tuple[Acuan, ...], tahun: int
) -> _Beda | _Jawab | None:
    """The answer for an indicator by the weightiest kind of document that has a target for it."""
    jenis = next((jenis for jenis in _SUMBER if any(item.dokumen.jenis is jenis for item in semua)), None)
    if jenis is None:
        return None
    janji = tuple(item for item in semua if item.dokumen.jenis is jenis)
    mendukung = _MENDUKUNG if jenis is JenisDokumen.PERJANJIAN else (*_MENDUKUNG, Kind.RENSTRA)
    tercantum = tercetak(indikator, Part.TARGET, tahun, mendukung)
    if any(target_sama(item, acuan.sebutan) for item in tercantum for acuan in janji):
        return jenis, ok()
    bertahun = tercetak(indikator, Part.TARGET, tahun, (Kind.PERBANDINGAN, Kind.NASIONAL))
    dipakai = tercetak(indikator, Part.TARGET, tahun, (Kind.CAPAIAN,)) or tuple(
        item for item in bertahun if item.fakta.year is not None
    )
    alasan = _tak_terbanding(tautan, indikator, dipakai, janji)
    if alasan:
        return jenis, unchecked(alasan)
    return _Beda(indikator=indikator, dipakai=dipakai, janji=janji, jenis=jenis)


def _tak_terbanding(
    tautan: Tautan, indikator: IndikatorDokumen, dipakai: Sequence[Sebutan], janji: Sequence[Acuan]
) -> str:
    """Why different targets accuse nobody, "" when they do."""
    if not dipakai:
        return "target indikator tidak terbaca dalam tabel pengukuran"
    if janji[0].dokumen.jenis is not JenisDokumen.PERJANJIAN and berganti_nama(indikator, janji):
        return "indikator berganti nama menurut catatan dokumen"
    pasangan = [(item, acuan.sebutan) for item in dipakai for acuan in janji]
    if not all(sebanding(*pair) for pair in pasangan):
        return "satuan target berbeda antardokumen"
    if not all(bulat(a.fakta.angka, b.fakta.angka) for a, b in pasangan):
        return "target berupa rentang atau batas"
    if any(realisasi_sama(*pair) for pair in pasangan):
        return "target dibulatkan di salah satu dokumen"
    if any(jauh(a.fakta.angka, b.fakta.angka) for a, b in pasangan):
        return "besaran target berbeda jauh antardokumen"
    menyebut = _DIUBAH if janji[0].dokumen.jenis is JenisDokumen.PERJANJIAN else (*_DIUBAH, Ciri.RENCANA_DIUBAH)
    diubah = any(Ciri.PERUBAHAN in item.dokumen.ciri for item in janji)
    if tautan.ikhtisar.ciri & set(menyebut) and not diubah:
        return "laporan menyebut target, perjanjian, atau rencana yang diubah; berkas perubahannya tidak disertakan"
    return ""


def _temuan(tautan: Tautan, beda: _Beda, jawaban: Sequence[_Beda | _Jawab]) -> Outcome:
    semua = [item for item in jawaban if isinstance(item, _Beda) and item.jenis is beda.jenis]
    sama = sum(1 for item in jawaban if not isinstance(item, _Beda) and item[0] is beda.jenis and item[1] == ok())
    pasti = not tahun_dugaan(tautan.ikhtisar, *(acuan.dokumen for acuan in beda.janji))
    if _kebanyakan(len(semua), sama, pasti=pasti):
        return unchecked("hampir semua target berbeda; mungkin bukan dokumen untuk tahun atau versi itu")
    tertukar = next((item for item in semua if item is not beda and _tertukar(beda, item)), None)
    if tertukar is None and pindaian(tautan.ikhtisar, *(acuan.dokumen for acuan in beda.janji)):
        return unchecked("salah satu dokumen hasil pindaian; angkanya mungkin salah baca")
    item = beda.dipakai[0]
    wakil_janji = wakil(beda.janji)
    return finding(
        CHECK,
        subject=nama(beda.indikator),
        message=(
            f"Target {nama(beda.indikator)} tahun {item.tahun} di {sebut(tautan.ikhtisar)} sebesar {di(item)}, "
            f"tetapi {teks_acuan(beda.janji)}."
        ),
        stated=stated(item.fakta),
        expected=Expected(
            text=" atau ".join(acuan.sebutan.fakta.text for acuan in wakil_janji), rule=f"target {_RULE[beda.jenis]}"
        ),
        hint=f"tertukar dengan target {nama(tertukar.indikator)}" if tertukar is not None else None,
        evidence=[
            *(bukti(one) for one in beda.dipakai),
            *(bukti(acuan.sebutan, acuan.dokumen) for acuan in wakil_janji),
        ],
    )


def _kebanyakan(berbeda: int, sama: int, *, pasti: bool) -> bool:
    """Whether so many targets differ that the documents are hardly of one year; a year that is a guess needs more."""
    if pasti:
        return berbeda >= _BEDA_TERBANYAK and sama * _BAGIAN_SAMA < berbeda + sama
    return sama <= berbeda


_RULE = {
    JenisDokumen.PERJANJIAN: "perjanjian kinerja",
    JenisDokumen.RENSTRA: "Renstra",
    JenisDokumen.KEPUTUSAN: "keputusan",
}


def _tertukar(satu: _Beda, dua: _Beda) -> bool:
    """Whether each of two indicators bears the target that the other one was promised."""
    return satu.indikator.induk == dua.indikator.induk and all(
        any(target_sama(item, acuan.sebutan) for item in a.dipakai for acuan in b.janji)
        for a, b in ((satu, dua), (dua, satu))
    )


def _tak_ditemukan(sumber: Sequence[DokumenTertaut], tahun: int) -> Iterator[Outcome]:
    """Targets of other documents that were held against nothing, once for each name, by the weightiest document."""
    hilang: dict[str, str] = {}
    for item in sorted(sumber, key=lambda item: _SUMBER.index(item.ikhtisar.jenis)):
        sebutan = _RULE[item.ikhtisar.jenis]
        cocok, ragu = {j for _, j in item.padanan}, {j for _, j in item.ragu}
        per_nama: dict[str, str] = {}
        tanpa = _tanpa_target(item, sumber, tahun)
        for urut, indikator in enumerate(item.ikhtisar.indikator):
            if urut in tanpa or tahun in indikator.tak_sah:
                per_nama[nama(indikator)] = (
                    f"target dalam {sebutan} tidak dapat dipastikan"
                    if urut in tanpa
                    else f"target dalam {sebutan} tidak terbaca sebagai angka"
                )
            elif urut not in cocok and tercetak(indikator, Part.TARGET, tahun):
                meragukan = f"nama indikator {sebutan} meragukan"
                per_nama[nama(indikator)] = (
                    meragukan if urut in ragu else f"indikator {sebutan} tidak ditemukan di laporan"
                )
        hilang = per_nama | hilang
    for alasan in hilang.values():
        yield unchecked(alasan)


def _tanpa_target(dokumen: DokumenTertaut, sumber: Sequence[DokumenTertaut], tahun: int) -> frozenset[int]:
    """Its indicators that the report has, for which no document has a target of the year that can be told."""
    return frozenset(
        j
        for i, j in dokumen.padanan
        if tahun not in dokumen.ikhtisar.indikator[j].tak_sah and not any(_janji(sumber, i, tahun))
    )


CHECK = CheckTautan(
    code="LIN001",
    name="target-beda-dari-dokumen-perjanjian",
    severity=Severity.ERROR,
    run=run,
    doc=__doc__,
)
