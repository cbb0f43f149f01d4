"""Arithmetic that a sentence prints with its signs: "a + b = c", "a − b = c", "a / b x 100% = p", "p (a/b)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from pipeline.arithmetic import difference, quotient, scaled, total
from pipeline.klaim.hubungan.dasar import Hubungan, persen, persentase
from pipeline.klaim.hubungan.operan import Hitung, Operan, antara, sebelum, sesudah
from schemas.angka import Interval
from schemas.narasi import Kalimat

_TIGA = 3
_DUA = Decimal(2)
_RP = r"(?:rp\.?\s*)?"
_TAMBAH = re.compile(rf"\s*\+\s*{_RP}")
_KURANG = re.compile(rf"\s*[-–−]\s*{_RP}")
_BAGI = re.compile(rf"\s*(?:[/:÷]|dibagi)\s*{_RP}")
_TUTUP_BAGI = re.compile(rf"\s*\)\s*(?:[/:÷]|dibagi)\s*{_RP}")
_SAMA = re.compile(rf"\s*\)?\s*=\s*{_RP}")
_KALI_SERATUS = re.compile(rf"\s*\)?\s*[x×*]\s*\(?100\s*(?:%|persen)?\)?\s*=\s*{_RP}")
_BUKA = re.compile(r"\s*\(\s*")
_TUTUP = re.compile(r"\s*\)(?!\s*[x×*/+=-])")
_SAMBUNG = re.compile(r"[+/:÷=x×*]\s*\(?\s*$|(?<=\d)\s*[-–−]\s*$")
_LANJUT = re.compile(r"\s*\)?\s*[+/:÷=x×*-]\s*\(?\s*\d")


def hubungan_rumus(kalimat: Kalimat, operan: Sequence[Operan]) -> Iterator[Hubungan]:
    """Every sum, difference and quotient that stands between signs from its first number to its result."""
    for posisi, item in enumerate(operan):
        if posisi and _SAMBUNG.search(sebelum(kalimat, item)):
            continue
        yield from _jumlah(kalimat, operan[posisi:])
        yield from _bagi(kalimat, operan[posisi : posisi + 3])
        yield from _dalam_kurung(kalimat, operan[posisi : posisi + 3])
        yield from _tumbuh(kalimat, operan[posisi : posisi + 4])


def _jumlah(kalimat: Kalimat, operan: Sequence[Operan]) -> Iterator[Hubungan]:
    """"a + b − c = d"."""
    tanda = [1]
    for kiri, kanan in pairwise(operan):
        sela = antara(kalimat, kiri, kanan)
        if _TAMBAH.fullmatch(sela) or _KURANG.fullmatch(sela):
            tanda.append(1 if "+" in sela else -1)
        elif _SAMA.fullmatch(sela) and len(tanda) > 1 and not _LANJUT.match(sesudah(kalimat, kanan)):
            yield _hubungan("perhitungan tercetak", kanan, operan[: len(tanda)], _bertanda(tanda))
            return
        else:
            return


def _bertanda(tanda: Sequence[int]) -> Hitung:
    def hitung(nilai: Sequence[Interval]) -> Iterator[Interval]:
        tambah = total(item for item, satu in zip(nilai, tanda, strict=True) if satu > 0)
        kurang = [item for item, satu in zip(nilai, tanda, strict=True) if satu < 0]
        yield difference(tambah, total(kurang)) if kurang else tambah

    return hitung


def _bagi(kalimat: Kalimat, operan: Sequence[Operan]) -> Iterator[Hubungan]:
    """"a / b x 100% = p", "a / b = q"."""
    if len(operan) != _TIGA or operan[1].nilai == 0:
        return
    a, b, hasil = operan
    sela = antara(kalimat, b, hasil)
    if not _BAGI.fullmatch(antara(kalimat, a, b)) or _LANJUT.match(sesudah(kalimat, hasil)):
        return
    if _KALI_SERATUS.fullmatch(sela) or (hasil.angka.percent and _SAMA.fullmatch(sela)):
        yield _hubungan("a/b × 100%", hasil, (a, b), persentase)
    elif _SAMA.fullmatch(sela) and ":" not in antara(kalimat, a, b):
        yield _hubungan("a/b", hasil, (a, b), _hasil_bagi)


def _tumbuh(kalimat: Kalimat, operan: Sequence[Operan]) -> Iterator[Hubungan]:
    """"(a − b) / c x 100% = p"."""
    if len(operan) != _TIGA + 1 or operan[2].nilai == 0:
        return
    a, b, c, hasil = operan
    tanda = _KURANG.fullmatch(antara(kalimat, a, b)) and _TUTUP_BAGI.fullmatch(antara(kalimat, b, c))
    if tanda and _KALI_SERATUS.fullmatch(antara(kalimat, c, hasil)) and not _LANJUT.match(sesudah(kalimat, hasil)):
        yield _hubungan("(a − b)/c × 100%", hasil, (a, b, c), _bagian_beda)


def _bagian_beda(nilai: Sequence[Interval]) -> Iterator[Interval | None]:
    yield persen((difference(nilai[0], nilai[1]), nilai[2]))


def _dalam_kurung(kalimat: Kalimat, operan: Sequence[Operan]) -> Iterator[Hubungan]:
    """"p (a/b)": the share with its numerator and denominator."""
    if len(operan) != _TIGA or not operan[0].angka.percent:
        return
    hasil, a, b = operan
    pecahan = _BUKA.fullmatch(antara(kalimat, hasil, a)) and "/" in antara(kalimat, a, b)
    if not pecahan or not _BAGI.fullmatch(antara(kalimat, a, b)) or not _TUTUP.match(sesudah(kalimat, b)):
        return
    if a.nilai > 0 and b.nilai > 0 and not (a.angka.percent or b.angka.percent):
        yield _hubungan("a/b", hasil, (a, b), _capaian)


def _hubungan(aturan: str, hasil: Operan, operan: Sequence[Operan], hitung: Hitung) -> Hubungan:
    return Hubungan(aturan=aturan, hasil=hasil, operan=tuple(operan), hitung=hitung)


def _hasil_bagi(nilai: Sequence[Interval]) -> Iterator[Interval | None]:
    yield quotient(nilai[0], nilai[1])
    yield persen(nilai)


def _capaian(nilai: Sequence[Interval]) -> Iterator[Interval | None]:
    """a/b, or what a target and a realisasi give where less is better."""
    a, b = nilai
    yield persen((a, b))
    yield persen((b, a))
    for realisasi, target in ((a, b), (b, a)):
        yield persen((difference(scaled(target, _DUA), realisasi), target))

