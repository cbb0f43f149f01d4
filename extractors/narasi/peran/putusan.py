"""The role of every number of a sentence.

A role is bound by the cue before the number inside its clause. What stands behind decides where nothing before does
("x dari target y"), and a number directly behind another ("Rp … atau 95%", "8 (72%)") takes its role from that. A whole
that counts parts of the report ("6 program (meliputi …)") stays CACAH; the numbers that divide it are BAGIAN.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from extractors.narasi.bilangan import Bilangan, find_numbers
from extractors.narasi.deret_tahun import with_series
from extractors.narasi.isyarat import Isyarat, Jenis, find_cues
from extractors.narasi.kata import Kata, read_words
from extractors.narasi.keterangan import bound_start, find_area, find_plan, is_rounded
from extractors.narasi.peran.bagian import counted, part, quotient
from extractors.narasi.peran.daftar import classed, concluded, listed
from extractors.narasi.peran.dekat import attached, behind, inherited, plain
from extractors.narasi.peran.ikatan import bind, skipped
from extractors.narasi.peran.putus import LAIN, Jendela, Putus
from extractors.narasi.peran.rumus import chained, formula, named, operand
from extractors.narasi.peran.terikat import by_cue
from extractors.narasi.peran.tingkat import stated
from extractors.narasi.waktu import Waktu, find_times, time_of
from schemas.narasi import KlaimTeks, Peran
from schemas.provenance import Place

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LEMAH = frozenset({Jenis.SAMPAI, Jenis.CAPAIAN_LEMAH, Jenis.CAPAIAN, Jenis.BELANJA})
_RENCANA_DEKAT = 6
_BERENCANA = frozenset({Peran.TARGET, Peran.CAPAIAN, Peran.NILAI})


def read_claims(doc: Doc, place: Callable[[int, int], Place], *, kantor: str = "") -> tuple[KlaimTeks, ...]:
    """Roles of all numbers of a sentence that are values, in printed order.

    Args:
        doc: the sentence, from `tokenize`.
        place: the place of the characters between two offsets of the sentence.
        kantor: name of the reporting office; with it, the names of other areas are told from its own.
    """
    kata = read_words(doc)
    numbers = find_numbers(kata) if any(kata.angka) else ()
    if not numbers:
        return ()
    cues = find_cues(kata, doc.vocab)
    times = with_series(kata, find_times(kata, numbers), numbers)
    putus: list[Putus] = []
    windows = _windows(kata, numbers, cues, times, putus)
    for jendela in windows:
        putus.append(_decide(jendela))
    text, office = doc.text, kantor.lower()
    return tuple(_claim(text, jendela, place, office) for jendela in windows)


def _windows(
    kata: Kata, numbers: Sequence[Bilangan], cues: Sequence[Isyarat], times: Sequence[Waktu], putus: Sequence[Putus]
) -> Sequence[Jendela]:
    """One window for each number; `putus` fills while they are decided in order."""
    skip = skipped(kata, times, numbers)
    return [
        Jendela(
            kata=kata,
            semua=numbers,
            posisi=position,
            isyarat=cues,
            waktu=times,
            lewat=skip,
            awal=_window_start(kata, numbers, position),
            putus=putus,
        )
        for position in range(len(numbers))
    ]


def _window_start(kata: Kata, numbers: Sequence[Bilangan], position: int) -> int:
    start = numbers[position - 1].lanjut if position else 0
    clause = kata.klausa[numbers[position].inti]
    while start < numbers[position].awal and kata.klausa[start] != clause:
        start += 1
    return start


def _decide(jendela: Jendela) -> Putus:
    """The first rule that has something to say."""
    early = quotient(jendela) or _in_formula(jendela) or attached(jendela) or _in_volume(jendela)
    if early is not None:
        return early
    ikatan = bind(jendela)
    grouped = counted(jendela, ikatan) or part(jendela, ikatan)
    if grouped is not None:
        return grouped
    found = by_cue(jendela, ikatan) if ikatan is not None else None
    loose = ikatan is None or ikatan.isyarat.jenis in _LEMAH
    if found is not None and not loose and (found.tegas or found.peran is not Peran.SELISIH):
        return found
    later = behind(jendela)
    if later is None or (found is not None and found.peran is later.peran):
        return found or _unnamed(jendela)
    return replace(later, tegas=False) if found is not None and found.peran is Peran.CAPAIAN else later


def _in_formula(jendela: Jendela) -> Putus | None:
    """A number of a printed calculation has no role; its result has that of the cue before the calculation."""
    rumus = formula(jendela)
    if rumus is None or rumus.hasil != jendela.posisi:
        return operand(jendela, rumus)
    if chained(jendela, rumus):
        return LAIN
    pertama = named(jendela, rumus)
    ikatan = bind(pertama)
    return None if ikatan is None else by_cue(pertama, ikatan)


def _unnamed(jendela: Jendela) -> Putus:
    """What a number is that no cue before or behind it names."""
    for rule in (concluded, inherited, listed, classed, stated):
        found = rule(jendela)
        if found is not None:
            return found
    return plain(jendela)


def _in_volume(jendela: Jendela) -> Putus | None:
    """Further numbers inside a volume (`2 unit kendaraan roda 4 dan 1 kali …`): until another cue or amount."""
    lalu = jendela.lalu
    if lalu is None or lalu[1].peran is not Peran.VOLUME or jendela.bilangan.rupiah or jendela.bilangan.persen:
        return None
    if any(jendela.awal <= cue.awal and cue.akhir <= jendela.ujung for cue in jendela.isyarat):
        return None
    return lalu[1]


def _claim(text: str, jendela: Jendela, place: Callable[[int, int], Place], kantor: str) -> KlaimTeks:
    """The number with its role and everything said of it."""
    kata, bilangan, putus = jendela.kata, jendela.bilangan, jendela.putus[jendela.posisi]
    first = bound_start(kata, bilangan) if putus.peran is Peran.TARGET else bilangan.awal
    start, end = kata.idx[first], kata.end(bilangan.akhir - 1) + bilangan.imbuh
    year, period = _time(jendela, jendela.posisi)
    cue = putus.isyarat
    return KlaimTeks(
        peran=putus.peran,
        tegas=putus.tegas,
        angka=text[start:end],
        mulai=start,
        akhir=end,
        isyarat="" if cue is None else text[kata.idx[cue[0]] : kata.end(cue[1] - 1)],
        klausa=kata.klausa[bilangan.inti],
        tahun=year,
        periode=period,
        wilayah=find_area(kata, jendela.awal, bilangan, kantor),
        jangka=_plan(jendela, putus),
        benda=putus.benda,
        terbilang=bilangan.terbilang,
        arah=putus.arah,
        acuan=putus.acuan,
        pendekatan=first == bilangan.awal and is_rounded(kata, bilangan),
        place=place(start, end),
    )


def _plan(jendela: Jendela, putus: Putus) -> str | None:
    """The plan named with a target, or with the target that a capaian is of."""
    if putus.peran not in _BERENCANA:
        return None
    kata, behind_number = jendela.kata, jendela.bilangan.lanjut
    cue = jendela.awal if putus.isyarat is None else max(jendela.awal, putus.isyarat[0])
    found = find_plan(kata, jendela.awal, cue, jendela.ujung)
    joining = {Peran.CAPAIAN: ("dari", "terhadap"), Peran.TARGET: ("pada", "dalam", "di")}.get(putus.peran, ())
    if found is not None or kata.at(behind_number) not in joining:
        return found
    end = jendela.berikut.awal if jendela.berikut is not None else len(kata)
    return find_plan(kata, behind_number, behind_number, min(end, behind_number + _RENCANA_DEKAT))


def _time(jendela: Jendela, position: int) -> tuple[int | None, str | None]:
    """Time of a number; a capaian has that of its realisasi, a share that of its amount."""
    putus, clauses = jendela.putus, jendela.kata.klausa
    decided = putus[position]
    if decided.peran is Peran.PERSEN and position and decided.jenis is None:
        return _time(jendela, position - 1)
    if decided.peran is Peran.CAPAIAN:
        clause = clauses[jendela.semua[position].inti]
        for before in range(position - 1, -1, -1):
            if putus[before].peran is Peran.REALISASI and clauses[jendela.semua[before].inti] == clause:
                return _time(jendela, before)
    changed = decided.peran is Peran.SELISIH
    source = decided.isyarat[0] if decided.asal and decided.isyarat is not None else None
    return time_of(position, jendela.semua, jendela.waktu, jendela.kata, berubah=changed, asal=source)
