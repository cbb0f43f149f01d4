"""Which words of a sentence are numbers with a value, and how far each of them reaches."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.narasi.bukan_nilai import BILANGAN_KATA, is_no_value, is_noise
from extractors.narasi.kata import Kata, word_set

_MATA_UANG = word_set("rp rp. idr")
_KALI = word_set("ribu rb juta jt milyar miliar milyard miliard milliar triliun trilyun triliyun")
_PERSEN = word_set("% persen prosen percent")
_POIN = word_set("poin point points")
_EKOR = re.compile(r"[.,]{1,2}[-–=]+")
_SATUAN = re.compile(r"[a-z][a-z&-]{0,24}[23²³]?")
_BANDING_WAKTU = word_set("yoy y-on-y qtq q-to-q q-on-q ctc c-to-c mtm")
_PER = word_set("tahun bulan hari kapita orang ha hektar hektare kg km jiwa unit desa")
_PANGKAT = re.compile(r"10{0,2}(?:[.,]?0{3})*")
_DASAR = 3
"""Words behind `per 1.000` at most that name what is counted."""
_KE = word_set("- – — ‐ ‑ − s.d s.d. s/d sd")

BUKAN_SATUAN = word_set(
    """
    dari daripada pada dan atau yang di ke dengan tahun bulan triwulan semester menjadi maka untuk dalam oleh
    sebesar sedangkan sehingga serta telah adalah dibanding dibandingkan terhadap bila jika dimana tetapi namun
    karena sebagai sampai hingga lebih masih sudah belum tidak mencapai melebihi melampaui turun naik meningkat
    menurun mengalami target realisasi terealisasi capaian pencapaian tercapai atas bawah antara juga hanya
    merupakan yaitu yakni ini itu tersebut sisa fisik volume anggaran dana biaya belanja alokasi pagu penyerapan
    serapan sangat amat agak cukup kurang baik sedang tinggi rendah memuaskan berhasil buruk kategori katagori
    predikat kriteria kenaikan penurunan peningkatan sebanyak sejumlah kemudian lalu selanjutnya bahwa saat ketika
    apabila agar supaya sisanya selebihnya per secara bertambah berkurang tumbuh dimaksud setiap tiap para adanya
    ada output outcome input akan dapat bisa jumlah persentase presentase prosentase tingkat indeks angka cakupan
    rasio laju nilai sesuai rata-rata total seluruh setelah sebelum selama sejak melalui meliputi terdiri
    sementara januari februari maret april mei juni juli agustus september oktober november desember kinerja
    no nomor keatas kebawah sekitar hampir lagi pun bagi guna demi tentang hal mutu baru ekuivalen setara senilai minus
    plus artinya sepanjang seluas adalah berupa namun seperti misalnya hasil bertahan
    """
)
"""Words that follow a number without being its unit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bilangan:
    """A number of the sentence.

    Attributes:
        awal, akhir: first token and the one behind the last, with currency, per cent sign, multiplier and unit.
        inti: token of the digits.
        lanjut: first token behind everything that belongs to it (number words in brackets too).
        rupiah, persen, poin: what is printed with it.
        satuan: unit in lower case, also one that stands behind number words; None without.
        terbilang: number words in brackets.
        bulat: no decimals printed.
        imbuh: characters of the next token that belong to it (`%` of `%.Hasil`, which touches the next sentence).
    """

    awal: int
    akhir: int
    inti: int
    lanjut: int
    rupiah: bool = False
    persen: bool = False
    poin: bool = False
    satuan: str | None = None
    terbilang: str | None = None
    bulat: bool = True
    imbuh: int = 0


def find_numbers(kata: Kata) -> tuple[Bilangan, ...]:
    """All numbers that are values, in printed order; years, dates, codes, list marks and references are none."""
    if is_noise(kata):
        return ()
    return tuple(_join_ranges(kata, list(_numbers(kata))))


def _numbers(kata: Kata) -> Iterator[Bilangan]:
    for i, number in enumerate(kata.angka):
        if number and not is_no_value(kata, i):
            yield _extend(kata, i)


def _extend(kata: Kata, i: int) -> Bilangan:
    """The number with everything printed around its digits."""
    start, rupiah = _start(kata, i)
    end = i + 1
    if end < len(kata) and _EKOR.fullmatch(kata.teks[end]) and kata.glued(end):
        end += 1
    percent = kata.at(end) in _PERSEN
    end += percent
    if not percent and kata.at(end) in _KALI:
        end += 1
    if kata.at(end) == "rupiah":
        rupiah, end = True, end + 1
    poin = kata.at(end) in _POIN
    terbilang, behind = _spelled(kata, end)
    satuan = None if rupiah else _unit(kata, behind, percent)
    if satuan is not None:
        behind += 1
        end = behind if terbilang is None else end
    behind = _rate_end(kata, behind)
    return Bilangan(
        awal=start,
        akhir=end,
        inti=i,
        lanjut=behind,
        rupiah=rupiah,
        imbuh=int(not percent and satuan is None and kata.at(end)[:1] == "%" and kata.glued(end)),
        persen=percent or kata.at(end)[:1] == "%" or (kata.at(end) == "." and kata.at(end + 1) == "%"),
        poin=poin,
        satuan=satuan,
        terbilang=terbilang,
        bulat="," not in kata.teks[i] and not re.search(r"\.(?!\d{3}(?!\d))", kata.teks[i]),
    )


def _start(kata: Kata, i: int) -> tuple[int, bool]:
    """Token where the printed number begins, and whether that is a currency."""
    before = kata.at(i - 1)
    if before in _MATA_UANG:
        return i - 1, True
    if before in (".", ":") and kata.at(i - 2) in _MATA_UANG:
        return i - 2, True
    minus = before in ("-", "–", "−") and kata.glued(i) and not kata.glued(i - 1) and not kata.is_number(i - 2)
    return (i - 1 if minus and i > 1 and (kata.at(i - 2)[0].isalpha() or kata.at(i - 2) == "(") else i), False


def _spelled(kata: Kata, i: int) -> tuple[str | None, int]:
    """Number words in the bracket at token i, and the token behind it."""
    if kata.at(i) != "(":
        return None, i
    close = i + 1
    while close < len(kata) and kata.kecil[close] != ")" and close - i < 40:
        close += 1
    words = kata.kecil[i + 1 : close]
    if close >= len(kata) or not words or not all(word in BILANGAN_KATA for word in words):
        return None, i
    return " ".join(kata.teks[i + 1 : close]), close + 1


def _unit(kata: Kata, i: int, percent: bool) -> str | None:
    """The unit at token i; behind a per cent sign only `poin` is one."""
    word = kata.at(i)
    if word in _POIN:
        return word
    if percent or not _SATUAN.fullmatch(word) or word in BUKAN_SATUAN or (len(word) == 1 and word != "m"):
        return None
    if re.match(r"(?:me[mnr]|men[gy]|di(?!stri|men)|ter(?!n|mi)|ber(?!k))[a-z]{4,}", word):
        return None
    return word


def _rate_end(kata: Kata, i: int) -> int:
    """Token behind the base of a rate (`per 100.000 KH`, `per tahun`), i without one."""
    if kata.at(i) == "/" and kata.glued(i) and kata.at(i + 1).isalpha():
        return i + 2
    if kata.at(i) == "(" and kata.at(i + 1) in _BANDING_WAKTU and kata.at(i + 2) == ")":
        return i + 3
    if kata.at(i) != "per":
        return i
    if kata.at(i + 1) in _PER:
        return i if kata.is_year(i + 2) else i + 2
    if not kata.is_number(i + 1) or not _PANGKAT.fullmatch(kata.teks[i + 1]):
        return i
    end = i + 2
    while end < i + 2 + _DASAR and _unit(kata, end, False) is not None:
        end += 1
    return end


def _join_ranges(kata: Kata, numbers: list[Bilangan]) -> Iterator[Bilangan]:
    """Two ends of a range (`95,92% - 96,89%`, `173 – 230 hari`) are one number."""
    i = 0
    while i < len(numbers):
        low = numbers[i]
        if i + 1 < len(numbers) and _is_range(kata, low, numbers[i + 1]):
            high = numbers[i + 1]
            yield Bilangan(
                awal=low.awal,
                akhir=high.akhir,
                inti=low.inti,
                lanjut=high.lanjut,
                rupiah=low.rupiah or high.rupiah,
                persen=low.persen or high.persen,
                poin=high.poin,
                satuan=high.satuan,
                bulat=low.bulat and high.bulat,
                imbuh=high.imbuh,
            )
            i += 2
        else:
            yield low
            i += 1


def _is_range(kata: Kata, low: Bilangan, high: Bilangan) -> bool:
    if not kata.glued(low.akhir) and kata.glued(low.akhir + 1):
        return False
    if high.awal != low.akhir + 1 or kata.at(low.akhir) not in _KE or low.satuan or low.terbilang or high.terbilang:
        return False
    measured = high.persen or high.satuan or not low.bulat
    return bool(measured) and low.persen <= high.persen and low.rupiah >= high.rupiah
