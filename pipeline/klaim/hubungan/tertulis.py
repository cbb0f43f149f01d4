"""Calculations of several steps that a sentence prints with their signs, worked out as they are written.

`(2 x 14 − 14,4)/14 x 100% = 97,14%`: a claim of the sentence stands for all that rounds to it, a factor and any other
number for itself. Without brackets both readings count, by precedence and from left to right.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal

from pipeline.arithmetic import difference, point, quotient, scaled, total
from pipeline.klaim.hubungan.dasar import Hubungan
from pipeline.klaim.hubungan.operan import Hitung, Operan
from schemas.angka import Interval
from schemas.narasi import Kalimat

_ANGKA = r"\d+(?:[.,]\d+)*"
_UNSUR = re.compile(
    rf"\s*(?:(?P<klaim>\x01+)|(?P<angka>{_ANGKA})\s*(?P<persen>%)?|(?P<tambah>\+)|(?P<kurang>[-–−])"
    r"|(?P<kali>[x×*]|dikalikan|dikali|kali)|(?P<bagi>[/:÷]|dibagi)|(?P<buka>[(\[{])|(?P<tutup>[)\]}]))\s*"
)
_SISI = re.compile(rf"(?:[\x01\s()\[\]{{}}x×*/:÷+–−-]|{_ANGKA}\s*%?|\b(?:dibagi|dikalikan|dikali|kali)\b)+$")
_SAMA = re.compile(r"\s*=\s*\(?\s*$")
_LANJUT = re.compile(r"\s*[)\]}]?\s*(?:[x×*/:÷+=–−]|-\s*\d)")
_SERATUS = Decimal(100)
_SERATUSAN = Decimal("0.01")
_LANGKAH = 2
_PALING_PANJANG = 40

_Unsur = tuple[str, int | Decimal | None]


def hubungan_tertulis(kalimat: Kalimat, operan: Sequence[Operan]) -> Iterator[Hubungan]:
    """Every printed calculation of two or more steps with the number behind its last equals sign."""
    samar = _samar(kalimat, operan)
    for hasil in operan:
        sama = _SAMA.search(samar[: hasil.teks.mulai])
        if sama is None or _LANJUT.match(samar[hasil.teks.akhir :]):
            continue
        sisi = _SISI.search(samar[: sama.start()])
        unsur = None if sisi is None else _unsur(operan, samar, sisi.start(), sama.start())
        if unsur is None:
            continue
        anggota = tuple(operan[isi] for kunci, isi in unsur if kunci == "klaim" and isinstance(isi, int))
        if anggota and hasil not in anggota:
            yield Hubungan(
                aturan="perhitungan tercetak", hasil=hasil, operan=anggota, hitung=_hitung(unsur, operan, hasil)
            )


def _samar(kalimat: Kalimat, operan: Sequence[Operan]) -> str:
    """The sentence in lower case, its claims made unreadable."""
    huruf = list(kalimat.teks.text.lower())
    for item in operan:
        huruf[item.teks.mulai : item.teks.akhir] = "\x01" * (item.teks.akhir - item.teks.mulai)
    return "".join(huruf)


def _unsur(operan: Sequence[Operan], samar: str, awal: int, akhir: int) -> tuple[_Unsur, ...] | None:
    """The parts of a calculation; None where it is none of two or more steps, or its brackets do not match."""
    unsur: list[_Unsur] = []
    pada = {item.teks.mulai: posisi for posisi, item in enumerate(operan)}
    tempat, dalam = awal, 0
    while tempat < akhir:
        match = _UNSUR.match(samar, tempat, akhir)
        if match is None or len(unsur) > _PALING_PANJANG:
            return None
        kunci = next(nama for nama, satu in match.groupdict().items() if satu is not None)
        isi: int | Decimal | None = None
        if kunci == "klaim":
            if match.start("klaim") not in pada:
                return None
            isi = pada[match.start("klaim")]
        elif kunci == "angka":
            isi = _baca(match["angka"])
            kunci = "persen" if match["persen"] else kunci
        dalam += (kunci == "buka") - (kunci == "tutup")
        if dalam < 0:
            return None
        unsur.append((kunci, isi))
        tempat = match.end()
    langkah = sum(kunci in ("tambah", "kurang", "kali", "bagi") for kunci, _ in unsur)
    bulat = not dalam and langkah >= _LANGKAH and (awal == 0 or not samar[awal - 1].isalnum())
    return tuple(unsur) if bulat else None


def _baca(teks: str) -> Decimal:
    """A number that is no claim, such as the factor 100."""
    utuh, _, pecahan = teks.replace(".", "").partition(",")
    return Decimal(f"{utuh}.{pecahan.replace(',', '') or 0}")


def _hitung(unsur: Sequence[_Unsur], operan: Sequence[Operan], hasil: Operan) -> Hitung:
    """What the calculation may come to: by precedence, from left to right, with percentages as numbers or fractions."""
    nomor = [isi for kunci, isi in unsur if kunci == "klaim" and isinstance(isi, int)]
    tepat = _tepat(unsur, operan)

    def hitung(nilai: Sequence[Interval]) -> Iterator[Interval | None]:
        isi = {
            posisi: point(operan[posisi].nilai) if posisi in tepat else nilai[urut] for urut, posisi in enumerate(nomor)
        }
        for bacaan in (isi, {posisi: _pecahan(operan[posisi], satu) for posisi, satu in isi.items()}):
            for susun in (_bertingkat, _berurut):
                interval = _Baca(unsur, bacaan, susun, pecahan=bacaan is not isi).semua()
                yield interval
                if hasil.angka.percent and interval is not None:
                    yield scaled(interval, _SERATUS)

    return hitung


def _pecahan(item: Operan, nilai: Interval) -> Interval:
    """A number, a percentage as a fraction of one."""
    return scaled(nilai, _SERATUSAN) if item.angka.percent else nilai


def _tepat(unsur: Sequence[_Unsur], operan: Sequence[Operan]) -> frozenset[int]:
    """Whole numbers that are exact: factors, and what is divided by (a target, a whole) wherever it stands."""
    klaim = [isi for kunci, isi in unsur if kunci == "klaim" and isinstance(isi, int)]
    bulat = [isi for isi in klaim if not operan[isi].angka.decimals]
    tanda = [("", None), *unsur, ("", None)]
    kali = {tanda[k][1] for k in range(1, len(tanda) - 1) if "kali" in (tanda[k - 1][0], tanda[k + 1][0])}
    bagi = [tanda[k][1] for k in range(1, len(tanda) - 1) if tanda[k - 1][0] == "bagi"]
    pembagi = {operan[isi].nilai if isinstance(isi, int) else isi for isi in bagi}
    return frozenset(isi for isi in bulat if isi in kali or operan[isi].nilai in pembagi)


_Suku = list[tuple[str, Interval]]
_Susun = Callable[[_Suku], Interval | None]


class _Baca:
    """Reads a calculation from left to right.

    `susun` works out what stands between two brackets; `pecahan`: percentages are fractions of one.
    """

    def __init__(
        self, unsur: Sequence[_Unsur], nilai: Mapping[int, Interval], susun: _Susun, *, pecahan: bool
    ) -> None:
        self._unsur, self._nilai, self._susun, self._pecahan = unsur, nilai, susun, pecahan
        self._pada = 0

    def semua(self) -> Interval | None:
        """The value of the whole; None where the signs make no calculation, or something is divided by nought."""
        hasil = self._kelompok()
        return hasil if self._pada == len(self._unsur) else None

    def _kelompok(self) -> Interval | None:
        suku: _Suku = []
        tanda = "tambah"
        while True:
            satu = self._satu()
            if satu is None:
                return None
            suku.append((tanda, satu))
            if self._pada >= len(self._unsur) or self._unsur[self._pada][0] == "tutup":
                return self._susun(suku)
            tanda = self._unsur[self._pada][0]
            if tanda not in ("tambah", "kurang", "kali", "bagi"):
                return None
            self._pada += 1

    def _satu(self) -> Interval | None:
        """One number or what stands in brackets."""
        if self._pada >= len(self._unsur):
            return None
        kunci, isi = self._unsur[self._pada]
        self._pada += 1
        if kunci == "buka":
            dalam = self._kelompok()
            tertutup = self._pada < len(self._unsur) and self._unsur[self._pada][0] == "tutup"
            self._pada += 1
            return dalam if tertutup else None
        if isinstance(isi, Decimal):
            return point(isi * _SERATUSAN if kunci == "persen" and self._pecahan else isi)
        return self._nilai.get(isi) if isinstance(isi, int) else None


def _bertingkat(suku: _Suku) -> Interval | None:
    """Multiplication and division first."""
    jumlah: _Suku = []
    for tanda, nilai in suku:
        if tanda in ("tambah", "kurang"):
            jumlah.append((tanda, nilai))
            continue
        lalu, kiri = jumlah.pop()
        hasil = _terapkan(tanda, kiri, nilai)
        if hasil is None:
            return None
        jumlah.append((lalu, hasil))
    return _berurut(jumlah)


def _berurut(suku: _Suku) -> Interval | None:
    """In the order in which it is written."""
    hasil: Interval | None = suku[0][1]
    for tanda, nilai in suku[1:]:
        hasil = None if hasil is None else _terapkan(tanda, hasil, nilai)
    return hasil


def _terapkan(tanda: str, a: Interval, b: Interval) -> Interval | None:
    if tanda == "tambah":
        return total((a, b))
    if tanda == "kurang":
        return difference(a, b)
    if tanda == "bagi":
        return quotient(a, b)
    hasil = [x * y for x in (a.low, a.high) for y in (b.low, b.high)]
    return Interval(low=min(hasil), high=max(hasil))
