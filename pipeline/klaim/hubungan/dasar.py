"""Arithmetic relations between the numbers of sentences: whether they hold, which power of ten mends them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from pipeline.arithmetic import difference, quotient, scaled, total
from pipeline.klaim.hubungan.operan import Hitung, Operan, bermakna_ganda, digit, pertama, sampai
from schemas.angka import Interval

PANGKAT = (3, -3, 6, -6, 9, -9, 1, -1)
"""Powers of ten that a word of multiplication, or one slip of the decimal mark, may be off."""

_DESIMAL = 2
_RAGU = 6
"""Numbers of open separator that are tried in all combinations; of more, nothing can be said."""
_SERATUS = Decimal(100)
_MINUS_SATU = Decimal(-1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hubungan:
    """A printed result and the numbers it follows from.

    Attributes:
        aturan: the rule as a reader knows it ("a − b").
        hasil: the printed result.
        operan: the numbers it is computed from.
        hitung: all accepted results, the usual one first.
        terikat: the words leave no doubt that these numbers belong together.
        lain_satuan: they are printed in different units of one measure, and equal units do not make it hold.
    """

    aturan: str
    hasil: Operan
    operan: tuple[Operan, ...]
    hitung: Hitung
    terikat: bool = True
    lain_satuan: bool = False

    @property
    def anggota(self) -> tuple[Operan, ...]:
        """All its numbers, the result first."""
        return (self.hasil, *self.operan)

    @property
    def taksiran(self) -> bool:
        """Whether one of its numbers is said to be rounded on purpose ("sekitar", "hampir")."""
        return any(item.teks.pendekatan for item in self.anggota)

    def berlaku(self, geser: Sequence[int] = ()) -> bool:
        """Whether it holds within rounding; `geser` as in `sampai`."""
        if self.lain_satuan:
            return False
        return sampai(self.hasil.angka, self.hitung, [item.angka for item in self.operan], geser)

    def berlaku_tanpa_nol(self) -> bool:
        """Whether it holds when zeros behind the second decimal are taken for filling ("98,840%")."""
        angka = self.hasil.angka
        nilai = angka.value
        if nilai is None or angka.decimals <= _DESIMAL or angka.multiplier != 1:
            return False
        pendek = max(_DESIMAL, -int(nilai.normalize().as_tuple().exponent))
        return sampai(replace(angka, decimals=pendek), self.hitung, [item.angka for item in self.operan])

    def harap(self) -> Interval | None:
        """What the result should be."""
        return pertama(self.hitung, [item.angka for item in self.operan])

    def ganda(self, biasa: str | None) -> bool:
        """Whether it may hold when open separators are read the other way; always so with very many of them."""
        semua = (*self.operan, self.hasil)
        ragu = [posisi for posisi, item in enumerate(semua) if bermakna_ganda(item.angka, biasa)]
        if len(ragu) > _RAGU:
            return True
        banyak = len(self.operan) + 1
        for bits in range(1, 2 ** len(ragu)):
            terpilih = {k for n, k in enumerate(ragu) if bits >> n & 1}
            lain = [3 if semua[k].angka.decimals > 0 else -3 for k in range(banyak)]
            if self.berlaku([lain[k] if k in terpilih else 0 for k in range(banyak)]):
                return True
        return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Pergeseran:
    """Numbers whose multiplication by a power of ten makes a relation hold."""

    operan: tuple[Operan, ...]
    pangkat: int


def pergeseran(hubungan: Hubungan) -> tuple[Pergeseran, ...]:
    """Every way to make a broken relation hold by one power of ten; () when it holds, or none does.

    One number is moved, or all operands of one kind alike ("ribu" printed behind both levels). Percentages keep
    their place, since a wrong percentage is a wrong result; a slip of one digit needs three digits to tell it by.
    """
    if hubungan.berlaku():
        return ()
    return tuple(_pergeseran(hubungan))


def _pergeseran(hubungan: Hubungan) -> Iterator[Pergeseran]:
    semua = (*hubungan.operan, hubungan.hasil)
    kelompok: list[tuple[int, ...]] = [(k,) for k in range(len(semua))]
    if len(hubungan.operan) > 1:
        kelompok.append(tuple(range(len(hubungan.operan))))
    for pilihan in kelompok:
        terpilih = tuple(semua[k] for k in pilihan)
        if any(item.angka.percent for item in terpilih):
            continue
        for pangkat in PANGKAT:
            if hubungan.hasil.angka.percent and abs(pangkat) == 1:
                continue
            geser = [pangkat if k in pilihan else 0 for k in range(len(semua))]
            if _terbaca(terpilih, pangkat) and hubungan.berlaku(geser):
                yield Pergeseran(operan=terpilih, pangkat=pangkat)


def _terbaca(terpilih: Sequence[Operan], pangkat: int) -> bool:
    """Whether the numbers have enough digits for the coincidence to mean something."""
    perlu = 3 if abs(pangkat) == 1 else 2
    return all(digit(item.angka) >= perlu for item in terpilih)


def selisih_dua(nilai: Sequence[Interval]) -> Iterator[Interval]:
    """Yields a − b, whichever is the larger."""
    beda = difference(nilai[0], nilai[1])
    yield beda
    yield scaled(beda, _MINUS_SATU)


def pertumbuhan(nilai: Sequence[Interval]) -> Iterator[Interval | None]:
    """Yields (a − b)/b and (a − b)/a in per cent, whichever is the larger."""
    for beda in selisih_dua(nilai):
        for pembagi in (nilai[1], nilai[0]):
            yield persen((beda, pembagi))


def persen(nilai: Sequence[Interval]) -> Interval | None:
    """Gives a/b in per cent; None when b may be zero."""
    rasio = quotient(nilai[0], nilai[1])
    return None if rasio is None else scaled(rasio, _SERATUS)


def persentase(nilai: Sequence[Interval]) -> Iterator[Interval | None]:
    """Yields a/b in per cent."""
    yield persen(nilai)


def kurang(nilai: Sequence[Interval]) -> Iterator[Interval]:
    """Yields a − b in this order."""
    yield difference(nilai[0], nilai[1])


def jumlah(nilai: Sequence[Interval]) -> Iterator[Interval]:
    """The sum of all."""
    yield total(nilai)
