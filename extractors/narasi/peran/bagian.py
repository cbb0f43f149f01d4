"""Counts of parts of the report, and numbers that divide a whole said before."""

from __future__ import annotations

from extractors.narasi.bilangan import Bilangan
from extractors.narasi.cacah import counted_thing, is_part, is_scoped
from extractors.narasi.isyarat import SEBESAR, Isyarat, Jenis
from extractors.narasi.kata import word_set
from extractors.narasi.peran.ikatan import Ikatan
from extractors.narasi.peran.putus import Jendela, Putus
from schemas.narasi import Peran

_SEMUA = word_set("sejumlah jumlah total keseluruhan sebanyak seluruh")
_LANGSUNG = frozenset({Jenis.TARGET, Jenis.REALISASI, Jenis.VOLUME})
_DEKAT = 8


def quotient(jendela: Jendela) -> Putus | None:
    """Both numbers of a printed fraction `(2.532/17.800)`."""
    kata, bilangan = jendela.kata, jendela.bilangan
    for sign in (bilangan.awal - 1, bilangan.akhir):
        whole = kata.is_number(sign - 1) and kata.is_number(sign + 1)
        if kata.at(sign) == "/" and whole and kata.kurung[sign]:
            return Putus(peran=Peran.BAGIAN, isyarat=(sign, sign + 1))
    return None


def counted(jendela: Jendela, ikatan: Ikatan | None) -> Putus | None:
    """A count of programs, kegiatan, sasaran …; where it picks out some of them, a BAGIAN of a count said before."""
    thing = counted_thing(jendela.kata, jendela.bilangan)
    if thing is None and jendela.bilangan.bulat and _is_of_next(jendela):
        return Putus(peran=Peran.BAGIAN, benda=_thing_of_next(jendela))
    if thing is None or (ikatan is not None and ikatan.isyarat.jenis in _LANGSUNG and _is_close(jendela, ikatan)):
        return None
    benda, end = thing
    whole = _whole(jendela, benda)
    if whole is not None or _is_of_next(jendela):
        return Putus(peran=Peran.BAGIAN, isyarat=whole, benda=benda)
    shared = jendela.berikut is not None and jendela.berikut.persen and _joined(jendela, end)
    inner = jendela.kata.at(jendela.ujung - 1) == "dari" and _dari(jendela, jendela.bilangan) is None
    doubtful = inner or shared or is_part(jendela.kata, end) or is_scoped(jendela.kata, jendela.ujung)
    return Putus(peran=Peran.CACAH, tegas=not doubtful, benda=benda)


def _joined(jendela: Jendela, end: int) -> bool:
    """Whether a share of the count follows at once: `3 indikator atau 60%`."""
    words = [jendela.kata.kecil[i] for i in range(end, _start_of_next(jendela))]
    return "atau" in words[:3] or words[-1:] == ["("]


def _start_of_next(jendela: Jendela) -> int:
    return jendela.berikut.awal if jendela.berikut is not None else len(jendela.kata)


def part(jendela: Jendela, ikatan: Ikatan | None) -> Putus | None:
    """A number that divides, or is divided by, others of the sentence."""
    if jendela.bilangan.persen and ikatan is None and _counted_whole(jendela):
        return Putus(peran=Peran.PERSEN)
    if jendela.bilangan.persen or jendela.kata.kurung[jendela.ujung] > jendela.kata.kurung[jendela.awal]:
        return None
    if _is_all(jendela) and (ikatan is None or ikatan.isyarat.jenis in (Jenis.SAMPAI,)):
        return Putus(peran=Peran.BAGIAN, tegas=True, isyarat=_since_dari(jendela))
    rest = _rest(jendela)
    if rest is not None:
        return Putus(peran=Peran.BAGIAN, tegas=True, isyarat=rest)
    if ikatan is not None and ikatan.isyarat.jenis not in (Jenis.RINCI, Jenis.SAMPAI):
        return None
    whole = _whole(jendela, None)
    return None if whole is None else Putus(peran=Peran.BAGIAN, isyarat=whole)


def _is_close(jendela: Jendela, ikatan: Ikatan) -> bool:
    words = jendela.words(ikatan.isyarat.akhir)
    return ikatan.isyarat.jenis is Jenis.VOLUME or not words or (ikatan.erat and words[-1] in SEBESAR)


def _is_of_next(jendela: Jendela) -> bool:
    """`3 dari 5 indikator`."""
    kata, bilangan, following = jendela.kata, jendela.bilangan, jendela.berikut
    if bilangan.rupiah or bilangan.persen or following is None or counted_thing(kata, following) is None:
        return False
    return jendela.words(jendela.bilangan.lanjut, following.awal) in (["dari"], ["dari", "total"], ["dari", "jumlah"])


def _thing_of_next(jendela: Jendela) -> str | None:
    thing = None if jendela.berikut is None else counted_thing(jendela.kata, jendela.berikut)
    return None if thing is None else thing[0]


def _whole(jendela: Jendela, benda: str | None) -> tuple[int, int] | None:
    """Cue tokens of the whole before that this number divides."""
    for cue in reversed(jendela.isyarat):
        if cue.jenis is Jenis.RINCI and cue.akhir <= jendela.ujung and _details(jendela, cue, benda):
            return cue.awal, cue.akhir
    for position in range(jendela.posisi):
        start = _dari(jendela, jendela.semua[position])
        if start is not None and _divides(jendela, position, benda):
            return start, start + 1
    return None


def _details(jendela: Jendela, cue: Isyarat, benda: str | None) -> bool:
    """Whether the number is named behind `meliputi` or `terdiri dari`, and a whole stands close before that."""
    kata = jendela.kata
    if kata.klausa[cue.awal] != kata.klausa[jendela.bilangan.inti]:
        return False
    depth = kata.kurung[cue.awal]
    if depth and any(kata.kurung[i] < depth for i in range(cue.awal, jendela.ujung)):
        return False
    if any(other.awal > cue.awal and other.akhir <= jendela.ujung and _rules(other) for other in jendela.isyarat):
        return False
    for position in range(jendela.posisi - 1, -1, -1):
        whole = jendela.semua[position]
        if whole.lanjut <= cue.awal:
            near = cue.awal - whole.lanjut <= _DEKAT and not whole.persen
            return near and _same(jendela, whole, position, benda)
    return False


def _rules(cue: Isyarat) -> bool:
    return cue.jenis not in (Jenis.RINCI, Jenis.SAMPAI, Jenis.KABUR, Jenis.BELANJA)


def _same(jendela: Jendela, whole: Bilangan, position: int, benda: str | None) -> bool:
    """Whether whole and part are of one kind: both rupiah or both not, the same thing or unit."""
    if whole.rupiah != jendela.bilangan.rupiah:
        return False
    if benda is not None:
        return jendela.putus[position].benda == benda
    return whole.satuan == jendela.bilangan.satuan or jendela.bilangan.satuan is None


def _counted_whole(jendela: Jendela) -> bool:
    """Whether a whole that is counted was said before in the clause (`Dari 11 sasaran …, 72%`)."""
    clause = jendela.kata.klausa[jendela.bilangan.inti]
    if jendela.ujung - jendela.awal > _DEKAT or jendela.kata.kurung[jendela.ujung]:
        return False
    return any(
        jendela.putus[position].benda is not None
        and jendela.kata.klausa[jendela.semua[position].inti] == clause
        and _dari(jendela, jendela.semua[position]) is not None
        for position in range(jendela.posisi)
    )


def _divides(jendela: Jendela, position: int, benda: str | None) -> bool:
    """Whether a number behind `dari sejumlah a` is one of its parts: nothing else says what it is."""
    counted = jendela.putus[position].benda
    whole = jendela.semua[position]
    if whole.persen or whole.rupiah != jendela.bilangan.rupiah:
        return False
    if benda is not None or counted is not None:
        picked = benda == counted or (benda is None and jendela.bilangan.satuan is None)
        return picked and jendela.kata.klausa[whole.inti] == jendela.kata.klausa[jendela.bilangan.inti]
    return whole.satuan == jendela.bilangan.satuan


def _is_all(jendela: Jendela) -> bool:
    return _dari(jendela, jendela.bilangan) is not None and jendela.berikut is not None


def _since_dari(jendela: Jendela) -> tuple[int, int] | None:
    start = _dari(jendela, jendela.bilangan)
    return None if start is None else (start, jendela.ujung)


def _dari(jendela: Jendela, bilangan: Bilangan) -> int | None:
    """Token of the `dari` that opens a clause before a whole: `Dari sejumlah a …, sebanyak b …`."""
    kata = jendela.kata
    i = bilangan.awal - 1
    counted = counted_thing(kata, bilangan) is not None
    while i >= 0 and kata.kecil[i] in _SEMUA:
        i -= 1
    named = bilangan.awal - 1 - i
    if kata.at(i) != "dari" or not (named or counted):
        return None
    opens = i == 0 or kata.at(i - 1) in (",", ".", "bahwa", "dimana", "dan") or kata.klausa[i] != kata.klausa[i - 1]
    return i if opens else None


def _rest(jendela: Jendela) -> tuple[int, int] | None:
    """`sisanya c`, `c … sisanya`."""
    end = jendela.berikut.awal if jendela.berikut is not None else len(jendela.kata)
    for cue in jendela.isyarat:
        if cue.jenis is not Jenis.SISANYA or jendela.posisi == 0:
            continue
        before = jendela.awal <= cue.awal and cue.akhir <= jendela.ujung
        behind = jendela.bilangan.lanjut <= cue.awal <= jendela.bilangan.lanjut + 2 and cue.akhir <= end
        if before or behind:
            return cue.awal, cue.akhir
    return None
