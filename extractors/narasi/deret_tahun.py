"""Several years said together for several numbers: `tahun 2022, 2023 dan 2024 berturut-turut a, b dan c`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.narasi.bilangan import Bilangan
from extractors.narasi.kata import Kata, word_set
from extractors.narasi.waktu import Waktu

BEBERAPA_TAHUN = "beberapa tahun"
"""Part of the year that numbers are given whose years are said together, but not which number is of which year."""

_SAMBUNG = word_set(", ; dan & serta lalu kemudian /")
_RENTANG = word_set("- – — − s.d s.d. s/d hingga sampai dengan")
_TAHUN = word_set("tahun thn thn. th th.")
_DEKAT = 12
_TERPENDEK = 2
_ANTARA_BELAKANG = word_set("pada di untuk masing-masing berturut-turut selama dalam kurun ( secara")
_TERPANJANG = 10
"""Years of a span at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Daftar:
    """Years said together: tokens [awal, akhir), and which of the times they are."""

    awal: int
    akhir: int
    tahun: tuple[int, ...]
    nomor: tuple[int, ...] = ()


def with_series(kata: Kata, times: Sequence[Waktu], numbers: Sequence[Bilangan]) -> tuple[Waktu, ...]:
    """The times, those of a list of years handed in order to the numbers of the list that goes with them.

    Where there are not as many years as numbers, the numbers are of no known year. What is handed over stands in front,
    since the first time that belongs to a number counts.
    """
    found, series = list(times), []
    for daftar in (*_lists(kata, times), *_spans(kata)):
        run = _run_behind(kata, daftar, numbers, times) or _run_before(kata, daftar, numbers)
        if len(run) < _TERPENDEK and not _is_sliced(kata, numbers, run):
            continue
        for nomor in daftar.nomor:
            found[nomor] = replace(found[nomor], mundur=run[0])
        paired = len(run) == len(daftar.tahun)
        series += [
            Waktu(
                awal=daftar.akhir,
                akhir=daftar.akhir,
                tahun=daftar.tahun[place] if paired else None,
                periode=None if paired else BEBERAPA_TAHUN,
                mundur=position,
            )
            for place, position in enumerate(run)
        ]
    return (*series, *found)


def _lists(kata: Kata, times: Sequence[Waktu]) -> Iterator[_Daftar]:
    """Runs of two or more whole years with nothing but commas and `dan` between."""
    start = 0
    while start < len(times):
        stop = start + 1
        while stop < len(times) and _joined(kata, times[stop - 1], times[stop]):
            stop += 1
        years = tuple(waktu.tahun for waktu in times[start:stop] if waktu.tahun is not None)
        if len(years) == stop - start > 1:
            yield _Daftar(
                awal=times[start].awal,
                akhir=times[stop - 1].akhir,
                tahun=years,
                nomor=tuple(range(start, stop)),
            )
        start = stop


def _joined(kata: Kata, first: Waktu, second: Waktu) -> bool:
    between = kata.kecil[first.akhir : second.awal]
    whole = first.periode is None and second.periode is None
    return whole and 0 < len(between) <= 2 and all(word in _SAMBUNG for word in between)


def _spans(kata: Kata) -> Iterator[_Daftar]:
    """Spans of years (`tahun 2022-2024`, `2022 s.d. 2024`)."""
    for i in range(len(kata)):
        j = i + 1
        while j < len(kata) and j - i <= 4 and (kata.at(j) in _RENTANG or kata.at(j) in _TAHUN):
            j += 1
        if not kata.is_year(i) or not kata.is_year(j) or not set(kata.kecil[i + 1 : j]) & _RENTANG:
            continue
        first, last = int(kata.teks[i]), int(kata.teks[j])
        if first < last <= first + _TERPANJANG:
            yield _Daftar(awal=i, akhir=j + 1, tahun=tuple(range(first, last + 1)))


def _run_behind(
    kata: Kata, daftar: _Daftar, numbers: Sequence[Bilangan], times: Sequence[Waktu]
) -> tuple[int, ...]:
    """Positions of the first run of numbers behind the years, with no other time between."""
    first = next((n for n, number in enumerate(numbers) if number.awal >= daftar.akhir), None)
    if first is None or kata.klausa[numbers[first].inti] != kata.klausa[daftar.akhir - 1]:
        return ()
    timed = any(daftar.akhir <= waktu.awal < numbers[first].awal for waktu in times)
    return () if timed or numbers[first].awal - daftar.akhir > _DEKAT else _run(kata, numbers, first)


def _run(kata: Kata, numbers: Sequence[Bilangan], first: int) -> tuple[int, ...]:
    """Positions of numbers of one kind, from `first` on, with nothing but commas and `dan` between."""
    last = first
    while last + 1 < len(numbers) and _same_run(kata, numbers[last], numbers[last + 1]):
        last += 1
    return tuple(range(first, last + 1))


def _same_run(kata: Kata, a: Bilangan, b: Bilangan) -> bool:
    between = kata.kecil[a.lanjut : b.awal]
    return a.rupiah == b.rupiah and 0 < len(between) <= 2 and all(word in _SAMBUNG for word in between)


def _is_sliced(kata: Kata, numbers: Sequence[Bilangan], run: tuple[int, ...]) -> bool:
    """Whether more numbers follow behind a slash (`20%/26,67%/33,33%`)."""
    return any(kata.at(numbers[n].lanjut) == "/" and kata.is_number(numbers[n].lanjut + 1) for n in run)


def _run_before(kata: Kata, daftar: _Daftar, numbers: Sequence[Bilangan]) -> tuple[int, ...]:
    """Positions of the run of numbers that the years follow (`a dan b pada tahun 2022 dan 2023`)."""
    last = max((n for n, number in enumerate(numbers) if number.lanjut <= daftar.awal), default=None)
    if last is None:
        return ()
    between = kata.kecil[numbers[last].lanjut : daftar.awal]
    if any(word not in _ANTARA_BELAKANG | _TAHUN for word in between):
        return ()
    first = last
    while first and _same_run(kata, numbers[first - 1], numbers[first]):
        first -= 1
    return tuple(range(first, last + 1))
