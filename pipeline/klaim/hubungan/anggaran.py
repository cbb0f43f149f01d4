"""Budget, realisation, percentage and remainder of a sentence as arithmetic relations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from pipeline.arithmetic import difference, point
from pipeline.klaim.hubungan.dasar import Hubungan, jumlah, persentase
from pipeline.klaim.hubungan.operan import Operan, antara, operan_kalimat, sampai, sebelum, sesudah
from schemas.angka import Interval
from schemas.kinerja import Laporan
from schemas.narasi import Kalimat, Peran

_SERATUS = Decimal(100)
_DEKAT = 45
_RUNTUN = 8
"""Amounts that are tried as parts of a sum, two at least."""
_DARI = re.compile(r"\b(?<!terdiri )(?<!berasal )(?<!bersumber )(?<!tersusun )(?:dari|terhadap)\b")
_ANDIL = re.compile(r"\W*(?:dari|terhadap)\s+(?:total|jumlah|seluruh|keseluruhan|belanja|apbd|apbn|pendapatan)\b")
"""Behind a percentage: it is a share of something larger."""
_LAIN = re.compile(r"\W*(?:dari|terhadap)\s+(?!(?:total |jumlah |alokasi |pagu |dana )*(?:anggaran|pagu|target|rp))")
_KATA = re.compile(r"[^\W\d_]{3,}")
_UMUM = frozenset(
    re.findall(
        r"\w+",
        "dana anggaran alokasi pagu sebesar realisasi terealisasi terealisasikan direalisasikan penyerapan serapan "
        "terserap tahun sampai dengan bulan desember dan atau yang dari terdiri atas sedangkan untuk sementara "
        "adapun pada telah fisik keuangan rupiah capaian mencapai jumlah total akhir triwulan semester sisa persen "
        "persentase per tanggal dianggarkan tersedia ditetapkan mendapat memperoleh juga serta belanja",
    )
)
_KERJA = frozenset(
    re.findall(
        r"\w+",
        "merealisasikan merealisasikannya berhasil dapat hanya kemudian tersebut ini itu rupiah baru sudah "
        "dialokasikan diserap menyerap",
    )
)


@dataclass(slots=True, kw_only=True)
class _Rangkaian:
    """Numbers of one budget line of a sentence, as they come.

    Attributes:
        ganda: more than one budget stands before the realisation, or more than one realisation behind the budget, or
            the budget has a percentage of its own, as what is spent of another one has.
    """

    anggaran: Operan | None = None
    realisasi: Operan | None = None
    persen: Operan | None = None
    sisa: Operan | None = None
    ganda: bool = False
    ekor: list[Operan] = field(default_factory=list)


def hubungan_anggaran(laporan: Laporan, nomor: int, operan: Sequence[Operan | None]) -> Iterator[Hubungan]:
    """P = B/A, S = A − B, Q = S/A and P + Q = 100 of every budget line of the sentence."""
    kalimat = laporan.kalimat[nomor]
    for baris in _rangkaian(kalimat, operan):
        if baris.anggaran is None and baris.realisasi is not None and not baris.ganda:
            baris.anggaran = _anggaran_lalu(laporan, nomor, baris.realisasi)
        yield from _hubungan(baris, operan)


def garis_anggaran(laporan: Laporan, nomor: int, operan: Sequence[Operan | None]) -> Iterator[tuple[Operan, Operan]]:
    """Budget and realisation of every budget line of a sentence that prints neither percentage nor remainder."""
    kalimat = laporan.kalimat[nomor]
    for baris in _rangkaian(kalimat, operan):
        a, b = baris.anggaran, baris.realisasi
        sendiri = baris.persen is None and baris.sisa is None and not baris.ekor and not baris.ganda
        if a is not None and b is not None and sendiri and not _beda_tahun(a, b) and _senama(kalimat, a, b):
            yield a, b


def _senama(kalimat: Kalimat, a: Operan, b: Operan) -> bool:
    """Whether the words between two amounts name nothing that was not named before."""
    kiri, kanan = sorted((a, b), key=lambda item: item.posisi)
    dikenal = _UMUM | _KERJA | set(_KATA.findall(kalimat.teks.text[: kiri.teks.mulai].lower()))
    return set(_KATA.findall(antara(kalimat, kiri, kanan))) <= dikenal


def _hubungan(baris: _Rangkaian, operan: Sequence[Operan | None]) -> Iterator[Hubungan]:
    a, b, p, s = baris.anggaran, baris.realisasi, baris.persen, baris.sisa
    terikat = not baris.ganda and not _beda_tahun(a, b) and not _menjumlah(a, b, operan)
    rupiah = s if s is not None and not s.angka.percent else None
    if a is not None and b is not None and a.nilai != 0 and p is not None:
        yield Hubungan(aturan="realisasi/anggaran", hasil=p, operan=(b, a), hitung=persentase, terikat=terikat)
    if a is not None and b is not None and rupiah is not None:
        yield Hubungan(aturan="anggaran − realisasi", hasil=rupiah, operan=(a, b), hitung=_kurang, terikat=terikat)
    if a is not None and a.nilai != 0 and rupiah is not None and baris.ekor:
        q = baris.ekor[0]
        yield Hubungan(aturan="sisa/anggaran", hasil=q, operan=(rupiah, a), hitung=persentase, terikat=terikat)
    ekor = s if s is not None and s.angka.percent else next(iter(baris.ekor), None)
    if p is not None and ekor is not None and (b is None or b.nilai != 0):
        yield Hubungan(aturan="100% − serapan", hasil=ekor, operan=(p,), hitung=_sisa_persen, terikat=terikat)


def _beda_tahun(a: Operan | None, b: Operan | None) -> bool:
    tahun = {item.teks.tahun for item in (a, b) if item is not None and item.teks.tahun is not None}
    return len(tahun) > 1


def _menjumlah(a: Operan | None, b: Operan | None, operan: Sequence[Operan | None]) -> bool:
    """Whether the realisation and the budget are not of one line: one of them is added up to another amount.

    Either the realisation is the sum of the budget and other amounts before it, or it is one of those that make a sum
    behind them.
    """
    if a is None or b is None or not a.posisi < b.posisi:
        return False
    uang = [item for item in operan if item is not None and item.angka.currency]
    runtun = [uang[awal:akhir] for awal in range(len(uang)) for akhir in range(awal + 2, len(uang))[:_RUNTUN]]
    for bagian in runtun:
        seluruh = uang[uang.index(bagian[-1]) + 1]
        terkait = (a in bagian and seluruh is b) or (b in bagian and a not in bagian)
        if terkait and sampai(seluruh.angka, jumlah, [item.angka for item in bagian]):
            return True
    return False


def _kurang(nilai: Sequence[Interval]) -> Iterator[Interval]:
    yield difference(nilai[0], nilai[1])
    yield difference(nilai[1], nilai[0])


def _sisa_persen(nilai: Sequence[Interval]) -> Iterator[Interval]:
    yield difference(point(_SERATUS), nilai[0])


def _rangkaian(kalimat: Kalimat, operan: Sequence[Operan | None]) -> Iterator[_Rangkaian]:
    """The budget lines of a sentence: a new one begins with a budget behind a realisation, or a second realisation.

    A budget behind several realisations without one may be that of all of them.
    """
    baris = _Rangkaian()
    menunggu = False
    for item in operan:
        if item is None:
            baris.ganda = True
        elif _anggaran(item):
            if baris.realisasi is not None and not _dari_anggaran(kalimat, operan, baris, item):
                yield baris
                baris = _Rangkaian()
            baris.ganda = baris.ganda or baris.anggaran is not None or (menunggu and baris.realisasi is not None)
            baris.anggaran = item
        elif _realisasi(item):
            if baris.realisasi is not None:
                menunggu = menunggu or baris.anggaran is None
                yield baris
                baris = _Rangkaian()
            baris.realisasi = item
        else:
            _tambah(kalimat, operan, baris, item)
    yield baris


def _tambah(kalimat: Kalimat, operan: Sequence[Operan | None], baris: _Rangkaian, item: Operan) -> None:
    """Percentages and remainders behind the amounts they belong to."""
    lalu = operan[item.posisi - 1] if item.posisi else None
    if item.teks.peran is Peran.SISA:
        if baris.sisa is not None or not (item.angka.currency or item.angka.percent):
            baris.ganda = True
        else:
            baris.sisa = item
        return
    if item.teks.peran not in (Peran.PERSEN, Peran.CAPAIAN) or not item.angka.percent or lalu is None:
        return
    if len(antara(kalimat, lalu, item)) > _DEKAT:
        return
    if lalu is baris.sisa:
        baris.ekor.append(item)
    elif baris.persen is None and baris.realisasi is not None and lalu in (baris.realisasi, baris.anggaran):
        baris.persen = item if _selesai(kalimat, item) else None
    elif baris.realisasi is None and lalu is baris.anggaran and not _ANDIL.match(sesudah(kalimat, item)):
        baris.ganda = True


def _selesai(kalimat: Kalimat, item: Operan) -> bool:
    """Whether no other whole is named behind the percentage ("12% dari belanja daerah")."""
    return not _LAIN.match(sesudah(kalimat, item))


def _anggaran(item: Operan) -> bool:
    return item.teks.peran is Peran.ANGGARAN or (item.teks.peran is Peran.TARGET and item.angka.currency)


def _realisasi(item: Operan) -> bool:
    return item.teks.peran is Peran.REALISASI_ANGGARAN or (item.teks.peran is Peran.REALISASI and item.angka.currency)


def _dari_anggaran(kalimat: Kalimat, operan: Sequence[Operan | None], baris: _Rangkaian, item: Operan) -> bool:
    """"realisasi sebesar Rp B (atau P%) dari anggaran sebesar Rp A"."""
    lalu = operan[item.posisi - 1]
    if baris.anggaran is not None or lalu is None or lalu not in (baris.realisasi, baris.persen):
        return False
    return bool(_DARI.search(antara(kalimat, lalu, item)))


def _anggaran_lalu(laporan: Laporan, nomor: int, realisasi: Operan) -> Operan | None:
    """The budget of the sentence before, where the same words name it as name the realisation."""
    teks = laporan.kalimat[nomor].teks
    if nomor == 0:
        return None
    lalu = laporan.kalimat[nomor - 1]
    if (lalu.teks.paragraf, lalu.teks.urutan) != (teks.paragraf, teks.urutan - 1):
        return None
    nama = _nama(laporan.kalimat[nomor], realisasi)
    calon = [
        item
        for item in operan_kalimat(laporan, nomor - 1)
        if item is not None
        and item.angka.currency
        and item.teks.peran in (Peran.ANGGARAN, Peran.BAGIAN, Peran.NILAI)
        and nama
        and _nama(lalu, item) == nama
    ]
    return calon[0] if len(calon) == 1 else None


def _nama(kalimat: Kalimat, operan: Operan) -> frozenset[str]:
    """The words before an amount that say what it is for."""
    return frozenset(_KATA.findall(sebelum(kalimat, operan))) - _UMUM
