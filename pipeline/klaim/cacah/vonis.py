"""Judges counts that sentences state: against the outline of the tables, and a whole against its parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from pipeline.arithmetic import point
from pipeline.klaim.cacah.bagian import bagian
from pipeline.klaim.cacah.kalimat import Hitungan, dibatasi_jauh, hitungan, kelompok, tentang_kantor, terbatas
from pipeline.klaim.cacah.susunan import Susunan, kantor, susunan
from pipeline.sebutan import where
from schemas.kinerja import Kind, Laporan
from schemas.narasi import Kalimat, Perihal, Putusan, RujukanFakta, RujukanKlaim, Uji

_TANPA_TABEL = "tidak ada tabel dengan susunan yang jelas untuk menghitungnya"
_TANPA_SAKSI = "tidak ada jumlah lain dalam kalimat yang cocok dengan tabel itu"
_TAK_SEPAKAT = "tabel-tabel yang memuatnya tidak sepakat"
_INDIKATOR = frozenset({"indikator", "sasaran"})
_IKU = "indikator kinerja utama dapat lebih sedikit dari indikator pada tabel"


def judge(laporan: Laporan) -> Iterator[Uji]:
    """One judgement for every count of indicators, sasaran, programs and kegiatan."""
    dikenal: tuple[Susunan, ...] | None = None
    for nomor, kalimat in enumerate(laporan.kalimat):
        semua = list(hitungan(nomor, kalimat))
        if not semua:
            continue
        dikenal = susunan(laporan) if dikenal is None else dikenal
        terbagi = list(bagian(laporan, kalimat, semua, dikenal))
        yield from terbagi
        dipakai = {rujukan.klaim for uji in terbagi for rujukan in _dibagi(uji)}
        sisa = [item for item in semua if item.pokok and item.rujukan.klaim not in dipakai]
        for satu in kelompok(kalimat, sisa):
            for item in satu:
                yield _uji(laporan, kalimat, item, satu, dikenal)


def _dibagi(uji: Uji) -> Sequence[RujukanKlaim]:
    """Counts that a judgement of parts has answered; a whole that its parts fit may still be wrong."""
    return uji.klaim if uji.putusan is Putusan.SALAH else uji.klaim[1:]


def _uji(
    laporan: Laporan, kalimat: Kalimat, item: Hitungan, satu: Sequence[Hitungan], dikenal: Sequence[Susunan]
) -> Uji:
    ada = [tabel for tabel in dikenal if item.benda in tabel.banyak]
    if batas := terbatas(laporan, kalimat, satu):
        return _hasil(item, Putusan.TAK_DIUJI, alasan=batas)
    if not ada:
        return _hasil(item, Putusan.TAK_DIUJI, alasan=_TANPA_TABEL)
    sama = [tabel for tabel in ada if tabel.sama(item.benda, item.banyak)]
    if sama and item.banyak > 1:
        return _hasil(item, Putusan.COCOK, fakta=(_tempat(sama[0]),))
    acuan = _acuan(laporan, kalimat, item, satu, ada, dikenal)
    if isinstance(acuan, str):
        return _hasil(item, Putusan.TAK_DIUJI, alasan=acuan)
    saksi = any(_sepakat(lain, acuan) for lain in satu if lain is not item)
    ekor = "; jumlah lain dalam kalimat itu cocok dengan tabel tersebut" if saksi else ""
    tabel = where(laporan.tabel[acuan.tabel])
    pesan = f"Kalimat menyebut {item.banyak} {item.benda}, sedangkan {tabel} memuat {acuan.banyak[item.benda]}{ekor}."
    return _hasil(item, Putusan.SALAH, fakta=(_tempat(acuan),), pesan=pesan, harap=acuan.banyak[item.benda])


def _acuan(
    laporan: Laporan,
    kalimat: Kalimat,
    item: Hitungan,
    satu: Sequence[Hitungan],
    ada: Sequence[Susunan],
    dikenal: Sequence[Susunan],
) -> Susunan | str:
    """The table that says another number, or why none can."""
    resmi = kantor(dikenal, item.benda)
    saksi = [tabel for tabel in ada if any(_sepakat(lain, tabel) for lain in satu if lain is not item)]
    paling_sedikit = min(tabel.banyak[item.benda] for tabel in ada)
    if item.iku and not any(tabel.iku for tabel in ada) and item.banyak < paling_sedikit:
        return _IKU
    bebas = tentang_kantor(kalimat, item) and not dibatasi_jauh(laporan, kalimat, item)
    if resmi and (saksi or bebas):
        return next((tabel for tabel in resmi if tabel.kind is Kind.PERJANJIAN), resmi[0])
    if saksi and item.benda in _INDIKATOR:
        return _TAK_SEPAKAT
    if not saksi:
        return _TANPA_SAKSI
    return saksi[0] if len({tabel.banyak[item.benda] for tabel in ada}) == 1 else _TAK_SEPAKAT


def _sepakat(lain: Hitungan, tabel: Susunan) -> bool:
    return lain.banyak > 1 and tabel.banyak.get(lain.benda) == lain.banyak


def _tempat(tabel: Susunan) -> RujukanFakta:
    return RujukanFakta(tabel=tabel.tabel, baris=0)


def _hasil(
    item: Hitungan,
    putusan: Putusan,
    *,
    fakta: tuple[RujukanFakta, ...] = (),
    alasan: str | None = None,
    pesan: str = "",
    harap: int | None = None,
) -> Uji:
    return Uji(
        perihal=Perihal.CACAH,
        putusan=putusan,
        klaim=(item.rujukan,),
        fakta=fakta,
        subjek=f"{item.banyak} {item.benda}",
        pesan=pesan,
        aturan="cacah baris tabel",
        harap=None if harap is None else point(Decimal(harap)),
        desimal=0,
        alasan=alasan,
    )
