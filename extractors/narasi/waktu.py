"""Years and parts of years in a sentence, and which number each of them is said of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.narasi.bilangan import Bilangan
from extractors.narasi.bukan_nilai import BILANGAN_KATA, is_no_value
from extractors.narasi.isyarat import BANDING
from extractors.narasi.kata import BULAN, Kata, word_set

_TAHUN = word_set("tahun thn thn. th th. ta ta. t.a. ditahun anggaran tahun2")
_KATA_DEPAN = word_set("pada di dalam untuk sampai dengan s.d s.d. s/d hingga akhir awal bulan periode per selama (")
_BAGIAN = word_set("triwulan tw tribulan semester")
_ROMAWI = word_set("i ii iii iv 1 2 3 4 pertama kedua ketiga keempat")
_KE = word_set("- – — − s.d s.d. s/d hingga sampai")
_LALU = word_set("sebelumnya lalu kemarin silam")
_RENCANA = word_set("renstra rpjmd rpjmn rpjpd rpjm akhir periode target sasaran menuju jangka")
_PEMBUKA = 5
"""Token up to which a comparison opens the sentence (`Bila dibandingkan dengan tahun 2021, …`)."""
_KINI = word_set("ini kini sekarang berjalan menjadi")
_PENYAMBUNG = word_set("yang yaitu yakni sebesar")
TAHUN_LALU = "tahun lalu"
"""Part of the year that a number of another year is given where the sentence does not say which year."""
_PENYERAH = word_set("sebesar sebanyak sejumlah yaitu yakni adalah tercatat mencapai : = terealisasi yang")
_GABUNG = re.compile(r"(?:ta|th|thn|tahun)\.?((?:19|20)\d\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Waktu:
    """A time said in the sentence: tokens [awal, akhir), words like `pada tahun` included.

    Attributes:
        tahun: None for a part of a year alone, and for `tahun sebelumnya` in a sentence without one other year.
        banding: it is what something is compared with, or where a change starts.
        lalu: it is said as `tahun sebelumnya`.
        mundur: position of the number before, which it belongs to; None when it holds for what follows.
    """

    awal: int
    akhir: int
    tahun: int | None
    periode: str | None = None
    banding: bool = False
    mundur: int | None = None
    lalu: bool = False


def find_times(kata: Kata, numbers: Sequence[Bilangan]) -> tuple[Waktu, ...]:
    """All times of a sentence in printed order; spans of several years are none."""
    times = tuple(_times(kata))
    return tuple(
        replace(
            _dated(kata, waktu, times),
            banding=_is_compared(kata, waktu.awal),
            mundur=_number_before(kata, waktu, numbers),
        )
        for waktu in times
    )


def _dated(kata: Kata, waktu: Waktu, times: Sequence[Waktu]) -> Waktu:
    """`tahun sebelumnya` with its year, where the sentence says one other year that is not that of a plan."""
    if waktu.periode != TAHUN_LALU or kata.at(waktu.akhir - 2) not in _TAHUN | {"yang"} or _is_counted(kata, waktu):
        return waktu
    dated = [other for other in times if other.tahun is not None]
    near = [other for other in dated if kata.klausa[other.akhir - 1] == kata.klausa[waktu.akhir - 1]] or dated
    years = {other.tahun for other in near if other.tahun is not None}
    planned = any(word in _RENCANA for other in near for word in kata.kecil[max(0, other.awal - 4) : other.akhir])
    return replace(waktu, tahun=years.pop() - 1, periode=None) if len(years) == 1 and not planned else waktu


def _is_counted(kata: Kata, waktu: Waktu) -> bool:
    """`dua tahun lalu`, `5 tahun yang lalu`, `beberapa tahun sebelumnya`."""
    start = waktu.awal
    while start < waktu.akhir and kata.at(start) not in _TAHUN:
        start += 1
    before = kata.at(start - 1)
    return kata.is_number(start - 1) or before == ")" or before in BILANGAN_KATA | {"beberapa", "tahun"}


def time_of(
    position: int, numbers: Sequence[Bilangan], times: Sequence[Waktu], kata: Kata, *, berubah: bool, asal: int | None
) -> tuple[int | None, str | None]:
    """Year and part of the year that are said of a number.

    Args:
        position: of the number among `numbers`.
        numbers: numbers of the sentence.
        times: times of the sentence.
        kata: the sentence.
        berubah: it is a change, which no year of comparison belongs to.
        asal: for a number where a change starts, or that another is held against, the token where its own phrase
            begins; only a time from there on belongs to it.
    """
    bilangan = numbers[position]
    window = max(numbers[position - 1].lanjut if position else 0, asal or 0)
    for waktu in times:
        if waktu.mundur == position:
            return waktu.tahun, waktu.periode
    for waktu in reversed(times):
        if waktu.akhir > bilangan.awal or waktu.mundur is not None or _is_left(kata, waktu, bilangan):
            continue
        own = waktu.awal >= window
        same_clause = kata.klausa[waktu.akhir - 1] == kata.klausa[bilangan.inti] or waktu.awal == 0
        if (waktu.banding and (berubah or not own)) or (asal is not None and not own) or not same_clause:
            continue
        return waktu.tahun, waktu.periode
    return None, None


def _is_left(kata: Kata, waktu: Waktu, bilangan: Bilangan) -> bool:
    """Whether the words behind a year of comparison, or behind `tahun lalu`, go on to another year."""
    between = kata.kecil[waktu.akhir : bilangan.awal]
    opening = waktu.awal <= _PEMBUKA and between[:1] == [","] and between[1:2] != [] and between[1] not in _PENYAMBUNG
    if waktu.banding and ("menjadi" in between or opening):
        return True
    passed = "," in between and any(kata.angka[waktu.akhir : bilangan.awal])
    return waktu.lalu and (passed or any(word in _KINI for word in between))


def _times(kata: Kata) -> Iterator[Waktu]:
    i = 0
    while i < len(kata):
        waktu = _time_at(kata, i)
        if waktu is None:
            i += 1
            continue
        i = waktu.akhir
        if not _is_span(kata, waktu):
            yield waktu


def _time_at(kata: Kata, i: int) -> Waktu | None:
    """The time whose last part (year, month, quarter) stands at token i."""
    word = kata.kecil[i]
    glued = _GABUNG.fullmatch(word)
    if kata.is_year(i) and is_no_value(kata, i):
        if _is_regulation(kata, i):
            return None
        start, period = _period_before(kata, _before_year(kata, i))
        return Waktu(awal=start, akhir=i + 1, tahun=int(kata.teks[i]), periode=period)
    if glued is not None:
        return Waktu(awal=_left(kata, i), akhir=i + 1, tahun=int(glued[1]))
    if word in _LALU:
        year = _before_year(kata, i - (kata.at(i - 1) == "yang"))
        if kata.at(year) in _TAHUN and year < i:
            return Waktu(awal=_left(kata, year), akhir=i + 1, tahun=None, periode=TAHUN_LALU, lalu=True)
    return _period_alone(kata, i, word)


def _period_alone(kata: Kata, i: int, word: str) -> Waktu | None:
    """A month or quarter that no year follows."""
    end = i + 1 if word in BULAN else i + 2 if word in _BAGIAN and kata.at(i + 1) in _ROMAWI else None
    if end is None or kata.is_year(_skip_year_words(kata, end)):
        return None
    start, period = _period_before(kata, end)
    return Waktu(awal=start, akhir=end, tahun=None, periode=period)


def _skip_year_words(kata: Kata, i: int) -> int:
    while kata.at(i) in _TAHUN:
        i += 1
    return i


def _before_year(kata: Kata, i: int) -> int:
    """Token of the first word `tahun` before a year, the year itself without."""
    while i and kata.at(i - 1) in _TAHUN and not (kata.at(i - 1) == "anggaran" and kata.at(i - 2) not in _TAHUN):
        i -= 1
    return i


def _period_before(kata: Kata, i: int) -> tuple[int, str | None]:
    """Start of the time with the part of the year that ends before token i, and that part."""
    start, period = i, None
    if kata.at(i - 1) in BULAN:
        start, period = i - 1, kata.teks[i - 1]
        if kata.is_number(start - 1) and len(kata.teks[start - 1]) <= 2:
            start -= 1
    elif kata.at(i - 2) in _BAGIAN and kata.at(i - 1) in _ROMAWI:
        start, period = i - 2, f"{kata.kecil[i - 2]} {kata.teks[i - 1]}"
    first = _left(kata, start)
    until = any(word in _KE for word in kata.kecil[first:start])
    if period is not None and period.lower() == "desember" and (until or kata.at(start) == "31"):
        period = None
    return first, f"s.d. {period}" if period and until else period


def _left(kata: Kata, i: int) -> int:
    """Token where the words before a time that belong to it begin."""
    while i and kata.at(i - 1) in _KATA_DEPAN | {"tahun"} and kata.klausa[i - 1] == kata.klausa[i]:
        i -= 1
    return i


def _is_span(kata: Kata, waktu: Waktu) -> bool:
    """Whether the year is one end of a span (`2021-2026`, `tahun 2013 hingga 2018`)."""
    if waktu.tahun is None:
        return False
    behind = waktu.akhir
    if kata.at(behind) in _KE:
        behind += 1 + (kata.at(behind + 1) == "dengan")
        return kata.is_year(_skip_year_words(kata, behind)) or kata.at(behind) in BULAN
    before = waktu.akhir - 2
    while before > 0 and kata.at(before) in _TAHUN | _KE | BULAN | {"dengan", "bulan"}:
        if kata.at(before) in _KE and (kata.is_year(before - 1)):
            return True
        before -= 1
    return False


def _is_regulation(kata: Kata, i: int) -> bool:
    """`Nomor 86 Tahun 2017`."""
    return kata.at(i - 1) == "tahun" and kata.is_number(i - 2) and is_no_value(kata, i - 2)


def _is_compared(kata: Kata, i: int) -> bool:
    """Whether a word of comparison, or `dari`, stands close before the time."""
    for j in range(i - 1, max(-1, i - 7), -1):
        if kata.kecil[j] in BANDING:
            return True
        if kata.angka[j] or kata.kecil[j] in (",", ";", "maka", "menjadi", "sebesar"):
            break
    return kata.at(i - 1) == "dari" or kata.at(i) == "dari"


def _number_before(kata: Kata, waktu: Waktu, numbers: Sequence[Bilangan]) -> int | None:
    """Position of the number that ends where the time begins, unless the time hands over to the next number."""
    for position, bilangan in enumerate(numbers):
        if bilangan.lanjut == waktu.awal and kata.klausa[bilangan.inti] == kata.klausa[waktu.akhir - 1]:
            behind = waktu.akhir + (kata.at(waktu.akhir) == ")")
            following = kata.at(behind)
            handed = following in _PENYERAH or following in ("rp", "rp.") or kata.is_number(behind)
            return None if handed else position
    return None
