"""Wholes and parts of a sentence as arithmetic relations: a = b + c, the rest, a share of a count."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from pipeline.klaim.hubungan.bertiga import hubungan_bertiga, perincian_pasti
from pipeline.klaim.hubungan.dasar import Hubungan, jumlah, kurang, persentase
from pipeline.klaim.hubungan.operan import Operan, antara, kelas, sebelum, sekelas, sesudah
from schemas.angka import Interval
from schemas.narasi import Kalimat, Peran

_TERDIRI = re.compile(r"\bterdiri\s+(?:dari|atas|dr)\b|\bmeliputi\b|\bdengan\s+(?:pe)?rincian\b|\bdengan\s+komposisi\b")
_TERBUKA = re.compile(
    r"antara lain|di\s?antaranya|termasuk|seperti|misalnya|sebagian|salah satu|\bdll\b|\bdsb\b|terutama|khususnya|"
    r"masing\s?-\s?masing|setiap|minimal|maksimal|paling"
)
_TUTUP = re.compile(r"[^,;()]*[,;)]")
_LANJUTAN = re.compile(r"\b(?:dan|serta|lain|lainnya|sisanya|selebihnya|ditambah|juga)\b")
_SISANYA = re.compile(r"\bsisanya\b|\bselebihnya\b|\blainnya\b")
_DARI = re.compile(r"\bdari\s+(?:\w+\s+){0,3}$")
_TOTAL = re.compile(r"\b(?:sehingga|jadi|maka|dengan)\s+(?:\w+\s+)?(?:jumlah|total)")
_LANJUT = re.compile(r"\)?\s*dari\s+(?:\w+\s+){0,3}$")
_KURUNG = re.compile(r"\s*(?:\w+\s+){0,2}\(\s*(?:atau|sebanyak|sebesar|yaitu)?\s*")
_ATAU = re.compile(r"\s*(?:\w+\s+){0,3}atau\s+(?:sebanyak|sebesar|sekitar|setara|mencapai)?\s*")
_DARI_SAJA = re.compile(r"\s*dari(?:\s+(?:total|sejumlah|jumlah|seluruh))?\s+")
_YAITU = re.compile(r"\s*(?:\(|,?\s*(?:yaitu|yakni)(?:\s+(?:sebanyak|sejumlah))?)\s*")
_BUKAN_BAGIAN = frozenset({Peran.TARGET, Peran.CAPAIAN, Peran.SELISIH, Peran.FISIK})
_JAUH = 120
_DALAM = re.compile(r"[^\s(]\s*\(")
_KURUNG_PERSEN = re.compile(r"\([^()]*(?:%|persen)\s*\)")
_PEMBATAS = re.compile(r"[,;](?:\s*(?:dan|serta)\b)?|\b(?:dan|serta)\b")
_SEBAGIAN = Decimal("0.2")


def hubungan_bagian(kalimat: Kalimat, operan: Sequence[Operan | None]) -> Iterator[Hubungan]:
    """The rest of a whole, enumerations of parts, and shares of counts."""
    if any(item is None for item in operan):
        return
    semua = [item for item in operan if item is not None]
    yield from _sisanya(kalimat, semua)
    yield from _terdiri(kalimat, semua)
    yield from _sehingga(kalimat, semua)
    yield from _bagian_persen(kalimat, semua)
    yield from _sekian_dari(kalimat, semua)
    yield from hubungan_bertiga(kalimat, semua)


def _tanpa_persen(operan: Sequence[Operan]) -> list[Operan]:
    """The numbers without the percentages that are printed behind them."""
    return [item for item in operan if item.teks.peran is not Peran.PERSEN]


def _sisanya(kalimat: Kalimat, operan: Sequence[Operan]) -> Iterator[Hubungan]:
    """"Dari a, sebanyak b … dan sisanya c"."""
    polos = _tanpa_persen(operan)
    for a, b, c in zip(polos, polos[1:], polos[2:], strict=False):
        if not _DARI.search(sebelum(kalimat, a)) or any(item.teks.peran in _BUKAN_BAGIAN for item in (a, b, c)):
            continue
        if _SISANYA.search(sesudah(kalimat, c)[:30]) or _SISANYA.search(sebelum(kalimat, c)[-40:]):
            sama = len({kelas(item.angka) for item in (a, b, c)}) == 1
            terikat = sama and polos[0] is a and polos[-1] is c
            yield Hubungan(aturan="a − b", hasil=c, operan=(a, b), hitung=kurang, terikat=terikat)


def _terdiri(kalimat: Kalimat, operan: Sequence[Operan]) -> Iterator[Hubungan]:
    """"n (meliputi a … dan b …)", "n terdiri dari a, b dan c"."""
    polos = _tanpa_persen(operan)
    for posisi, total in enumerate(polos[:-2]):
        kata = _TERDIRI.search(antara(kalimat, total, polos[posisi + 1]))
        if kata is None or total.teks.peran in _BUKAN_BAGIAN:
            continue
        bagian, lengkap = _daftar(kalimat, polos[posisi + 1 :], kelas(total.angka))
        if len(bagian) > 1 and sekelas(total.angka, *(item.angka for item in bagian)):
            sama = len({kelas(item.angka) for item in (total, *bagian)}) == 1
            terbuka = _TERBUKA.search(antara(kalimat, total, bagian[-1]))
            tunggal = not any(_dan(kalimat, bagian[:akhir]) for akhir in range(2, len(bagian)))
            yield Hubungan(
                aturan="jumlah bagian",
                hasil=total,
                operan=tuple(bagian),
                hitung=jumlah if tunggal else _jumlah_awal,
                terikat=sama and lengkap and tunggal and not terbuka and _terbaca(kalimat, polos, total, bagian),
            )


def _terbaca(kalimat: Kalimat, polos: Sequence[Operan], total: Operan, bagian: Sequence[Operan]) -> bool:
    """Whether every member of an enumeration was surely read: one number each, none behind, a sum near the whole."""
    teks = kalimat.teks.text[total.teks.akhir : bagian[-1].teks.mulai].lower()
    awal = _TERDIRI.search(teks)
    if awal is None or _PEMBATAS.search(teks[awal.end() : bagian[0].teks.mulai - total.teks.akhir]):
        return False
    if _DALAM.search(re.sub(_KURUNG_PERSEN, "", teks[awal.end() :])):
        return False
    lain = [item for item in polos if item.posisi > bagian[-1].posisi and kelas(item.angka) == kelas(total.angka)]
    if lain and not _TUTUP.match(sesudah(kalimat, bagian[-1])):
        return False
    if not all(_satu_anggota(kalimat, a, b) for a, b in pairwise(bagian)):
        return False
    beda = abs(sum(item.nilai for item in bagian) - total.nilai)
    return beda <= total.nilai * _SEBAGIAN


def _satu_anggota(kalimat: Kalimat, a: Operan, b: Operan) -> bool:
    """Whether one sign or word of listing stands between two members, so that none without a number is among them."""
    sela = re.sub(_KURUNG_PERSEN, "", antara(kalimat, a, b))
    return len(_PEMBATAS.findall(sela)) == 1


def _jumlah_awal(nilai: Sequence[Interval]) -> Iterator[Interval]:
    """Sums of the first two, three … members: another enumeration of the same whole may follow."""
    for banyak in range(len(nilai), 1, -1):
        yield from jumlah(nilai[:banyak])


def _daftar(kalimat: Kalimat, operan: Sequence[Operan], jenis: str) -> tuple[list[Operan], bool]:
    """The members of an enumeration, and whether it is seen to end with them."""
    bagian: list[Operan] = []
    for item in operan:
        sela = antara(kalimat, bagian[-1], item) if bagian else ""
        if bagian and _TUTUP.match(sela) and ")" in sela:
            return bagian, _lengkap(kalimat, bagian)
        if kelas(item.angka) not in (jenis, "polos") or item.teks.peran in _BUKAN_BAGIAN:
            return bagian, bool(_TUTUP.match(sela)) and _lengkap(kalimat, bagian)
        if bagian and (len(sela) > _JAUH or not re.search(r",|;|\bdan\b|\bserta\b", sela)):
            return bagian, False
        bagian.append(item)
    return bagian, _lengkap(kalimat, bagian)


def _lengkap(kalimat: Kalimat, bagian: Sequence[Operan]) -> bool:
    """Whether "dan" joins the last two members and the words behind them name no other."""
    if len(bagian) < 2 or not _dan(kalimat, bagian):
        return False
    ekor = re.split(r"[,;)]", sesudah(kalimat, bagian[-1]))[0]
    return not _LANJUTAN.search(ekor)


def _dan(kalimat: Kalimat, bagian: Sequence[Operan]) -> bool:
    """Whether the last two members are joined by "dan"."""
    return len(bagian) > 1 and bool(re.search(r"\bdan\b|\bserta\b", antara(kalimat, bagian[-2], bagian[-1])))


def _sehingga(kalimat: Kalimat, operan: Sequence[Operan]) -> Iterator[Hubungan]:
    """"a sebesar …, b sebesar … sehingga total …": held to be right only, since other parts may stand before."""
    polos = _tanpa_persen(operan)
    for posisi, total in enumerate(polos):
        bagian = polos[:posisi]
        if len(bagian) > 1 and _TOTAL.search(sebelum(kalimat, total)):
            sama = {kelas(item.angka) for item in (total, *bagian)}
            if len(sama) == 1 and not any(item.teks.peran in _BUKAN_BAGIAN for item in (total, *bagian)):
                yield Hubungan(aturan="jumlah bagian", hasil=total, operan=tuple(bagian), hitung=jumlah, terikat=False)


def _bagian_persen(kalimat: Kalimat, operan: Sequence[Operan]) -> Iterator[Hubungan]:
    """"Dari n sasaran, p% (m sasaran) …", "m orang atau p% dari n orang"."""
    for kiri, kanan in pairwise(operan):
        p, m = (kiri, kanan) if kiri.angka.percent else (kanan, kiri)
        if not p.angka.percent or m.angka.percent or m.angka.currency or p.teks.peran in _BUKAN_BAGIAN:
            continue
        sela = antara(kalimat, kiri, kanan)
        if m.teks.peran in _BUKAN_BAGIAN or not (_KURUNG.fullmatch(sela) or _ATAU.fullmatch(sela)):
            continue
        n = _seluruhnya(kalimat, operan, kiri, kanan, m)
        if n is not None and n.nilai != 0 and n.teks.peran not in _BUKAN_BAGIAN:
            yield Hubungan(aturan="bagian/seluruhnya", hasil=p, operan=(m, n), hitung=persentase, terikat=_pasti(n, m))


def _seluruhnya(kalimat: Kalimat, operan: Sequence[Operan], kiri: Operan, kanan: Operan, m: Operan) -> Operan | None:
    """The whole: the only number behind "dari" directly after the share, or at the head of the sentence."""
    lanjut = [item for item in operan if item.posisi == kanan.posisi + 1]
    if lanjut and not lanjut[0].angka.percent and _LANJUT.match(antara(kalimat, kanan, lanjut[0])):
        return lanjut[0]
    awal = operan[0]
    if awal.posisi < kiri.posisi and not awal.angka.percent and re.match(r"dari\b", kalimat.teks.text.lower()):
        return awal if sekelas(awal.angka, m.angka) else None
    return None


def _sekian_dari(kalimat: Kalimat, operan: Sequence[Operan]) -> Iterator[Hubungan]:
    """"m dari n desa (p%)", "m desa dari n desa atau p%", "p% (m dari n desa)", "p% yaitu m dari n desa"."""
    for m, n in pairwise(operan):
        if not _DARI_SAJA.fullmatch(antara(kalimat, m, n)) or not 0 < m.nilai <= n.nilai:
            continue
        tanpa_satuan = kelas(m.angka) == "polos" and not m.angka.decimals
        if kelas(n.angka) == "polos" or not (tanpa_satuan or kelas(m.angka) == kelas(n.angka)):
            continue
        p = _persen_di_sekitar(kalimat, operan, m, n)
        capaian = p is not None and p.teks.peran is Peran.CAPAIAN and perincian_pasti(kalimat, p, m, n)
        peran = {item.teks.peran for item in (m, n, *(() if capaian or p is None else (p,)))}
        if p is not None and not peran & _BUKAN_BAGIAN:
            bagian = replace(m, angka=replace(m.angka, unit=n.angka.unit)) if tanpa_satuan else m
            yield Hubungan(aturan="bagian/seluruhnya", hasil=p, operan=(bagian, n), hitung=persentase)


def _persen_di_sekitar(kalimat: Kalimat, operan: Sequence[Operan], m: Operan, n: Operan) -> Operan | None:
    """The percentage that says the same as "m dari n": right behind, or right before."""
    for item in operan:
        if item.angka.percent and item.posisi == n.posisi + 1:
            sela = antara(kalimat, n, item)
            if _KURUNG.fullmatch(sela) or _ATAU.fullmatch(sela):
                return item
        if item.angka.percent and item.posisi == m.posisi - 1 and _YAITU.fullmatch(antara(kalimat, item, m)):
            return item
    return None


def _pasti(n: Operan, m: Operan) -> bool:
    """Whether whole and part are counted in the same unit, which is printed."""
    return kelas(n.angka) == kelas(m.angka) != "polos" and n.nilai >= m.nilai
