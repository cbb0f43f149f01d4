"""Decides, group by group, which of the possible operators are operators, and where one was lost in print."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pipeline.rumus.bagi import Yakin, nilai_bagi
from pipeline.rumus.keping import Jenis
from pipeline.rumus.kosakata import BUKAN_UJUNG, SATUAN, TUMPUK, UKURAN, Macam
from pipeline.rumus.operator_lain import menambah, mengalikan, mengurangi, menyamakan
from pipeline.rumus.pandangan import Pandangan, faktor
from pipeline.rumus.perbandingan import Awalan, cari_perbandingan
from pipeline.rumus.susunan import Unit
from schemas.rumus import Operator

_MAKS_SATUAN = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Sifat:
    """What holds for a whole formula.

    Attributes:
        text: of the formula.
        berfaktor: a factor (`x 100%`) is multiplied somewhere.
        terbagi: something divides beyond doubt somewhere, so that doubtful signs are none.
    """

    text: str
    berfaktor: bool
    terbagi: bool


@dataclass(slots=True, kw_only=True)
class Putusan:
    """The operators of one group.

    Attributes:
        operator: by index of the unit that prints it.
        sisip: by index of the unit before which it stood, an operator that is not printed.
        awalan: a ratio in words.
        potong: first character behind a factor that no longer belongs to the formula.
    """

    operator: dict[int, Operator] = field(default_factory=dict)
    sisip: dict[int, Operator] = field(default_factory=dict)
    awalan: Awalan | None = None
    potong: int | None = None

    @property
    def terbagi(self) -> bool:
        """Whether the group divides."""
        return self.awalan is not None or Operator.BAGI in (*self.operator.values(), *self.sisip.values())


def sifat(units: Sequence[Unit], text: str) -> Sifat:
    """What holds for a whole formula."""
    factored = any(_berfaktor(group) for group in _grup(units))
    divided = any(_terbagi(group, text, berfaktor=factored) for group in _grup(units))
    return Sifat(text=text, berfaktor=factored, terbagi=divided)


def putuskan(units: Sequence[Unit], about: Sifat, *, akar: bool) -> Putusan:
    """The operators of one group.

    Args:
        units: of the group.
        about: the formula it is part of.
        akar: it is the formula itself, in no brackets.
    """
    sure, found = _nilai(units, about.berfaktor)
    _bagi(units, about, sure, found)
    if not about.terbagi:
        found.sisip.update(dict.fromkeys(_hilang(units, found), Operator.BAGI))
    if not (found.terbagi or about.terbagi) and about.berfaktor:
        best = max(sure, key=lambda i: (sure[i], -i), default=None)
        if best is not None and sure[best] >= Yakin.LEMAH:
            found.operator[best] = Operator.BAGI
    _tanpa_kali(units, found)
    if akar:
        _nama(units, sure, found)
    _lepas_awalan(units, found)
    if akar:
        found.potong = _potong(units, found)
    _tambah_kurang(units, found, bukti=found.terbagi or not akar)
    return found


def _grup(units: Sequence[Unit]) -> Iterator[Sequence[Unit]]:
    yield units
    for unit in units:
        if unit.isi is not None:
            yield from _grup(unit.isi)


def _berfaktor(units: Sequence[Unit]) -> bool:
    return any(
        ((before.operator is Operator.KALI or before.isi is not None) and faktor(unit))
        or (unit.operator is Operator.KALI and faktor(before))
        for before, unit in pairwise(units)
    )


def _terbagi(units: Sequence[Unit], text: str, *, berfaktor: bool) -> bool:
    sure, found = _nilai(units, berfaktor)
    _bagi(units, Sifat(text=text, berfaktor=berfaktor, terbagi=False), sure, found)
    return found.terbagi


def _nilai(units: Sequence[Unit], berfaktor: bool) -> tuple[dict[int, Yakin], Putusan]:
    """How sure each sign divides; signs that multiply or equate are decided on the way."""
    sure: dict[int, Yakin] = {}
    found = Putusan()
    start = 0
    for index, unit in enumerate(units):
        if unit.jenis is not Jenis.TANDA:
            continue
        view = Pandangan(units=units, index=index, awal=start, berfaktor=berfaktor)
        if unit.operator is Operator.BAGI:
            sure[index] = nilai_bagi(view)
            ends = sure[index] in (Yakin.PASTI, Yakin.LABEL)
        elif unit.operator is Operator.KALI and mengalikan(view):
            found.operator[index] = Operator.KALI
            ends = True
        else:
            ends = unit.operator is Operator.SAMA and menyamakan(view)
            if ends and not unit.frasa:
                found.operator[index] = Operator.SAMA
        start = index + 1 if ends else start
    return sure, found


def _bagi(units: Sequence[Unit], about: Sifat, sure: dict[int, Yakin], found: Putusan) -> None:
    """Divisions beyond doubt, and a ratio in words; a colon in front of another division is a label."""
    certain = [i for i, value in sure.items() if value is Yakin.PASTI]
    others = [i for i in certain if units[i].text not in ":∶"]
    for index in certain:
        if units[index].text in ":∶" and others and index < max(others):
            sure[index] = Yakin.LABEL
        else:
            found.operator[index] = Operator.BAGI
    divides = [i for i, operator in found.operator.items() if operator is Operator.BAGI]
    ends = [i for i, operator in found.operator.items() if operator is not Operator.BAGI]
    ends += [i for i, value in sure.items() if value is Yakin.LABEL]
    for start in (0, *(i + 1 for i in _mulai(units, sure, found))):
        found.awalan = cari_perbandingan(units, about.text, start, divides, ends)
        if found.awalan is not None:
            found.operator.pop(found.awalan.antara, None)
            return


def _mulai(units: Sequence[Unit], sure: dict[int, Yakin], found: Putusan) -> list[int]:
    """Signs between a name and what it is."""
    labels = [i for i, value in sure.items() if value is Yakin.LABEL]
    return sorted(labels + [i for i, unit in enumerate(units) if unit.operator is Operator.SAMA])


def _hilang(units: Sequence[Unit], found: Putusan) -> set[int]:
    """The unit that a lost fraction bar stood above: behind the factor, or a second quantity in front of it."""
    if found.terbagi:
        return set()
    for index in sorted(found.operator):
        behind = index + 2
        if found.operator[index] is not Operator.KALI or behind >= len(units) or not faktor(units[index + 1]):
            continue
        after = units[behind]
        first = after.isi[0] if after.isi is not None else after
        named = first.macam is Macam.LEMAH and first.text[0].isupper()
        again = first.macam is Macam.KATA and first.kata == units[_mulai_rumus(found)].kata
        if first.macam is Macam.KUAT or named or again:
            return {behind}
    return _bersusun(units, found)


def _bersusun(units: Sequence[Unit], found: Putusan) -> set[int]:
    """`Jumlah A Jumlah B x 100`: numerator, denominator and factor, one after the other."""
    start = _mulai_rumus(found)
    end = len(units) - 2
    if end <= start or found.operator.get(end) is not Operator.KALI or not faktor(units[end + 1]):
        return set()
    inner = units[start:end]
    if inner[0].kata not in TUMPUK or any(u.jenis is Jenis.TANDA and not u.frasa for u in inner):
        return set()
    second = [
        start + i
        for i in range(2, len(inner))
        if inner[i].kata in TUMPUK
        and inner[i].text[0].isupper() == inner[0].text[0].isupper()
        and inner[i - 1].jenis is not Jenis.TANDA
        and inner[i - 1].kata not in BUKAN_UJUNG
        and not inner[i - 1].text.endswith((",", ";"))
    ]
    return set(second) if len(second) == 1 else set()


def _mulai_rumus(found: Putusan) -> int:
    """First unit behind the last `=`."""
    return max((i + 1 for i, operator in found.operator.items() if operator is Operator.SAMA), default=0)


def _tanpa_kali(units: Sequence[Unit], found: Putusan) -> None:
    """`(a / b) 100%`: the factor behind brackets or at the end of a division, its sign forgotten."""
    for index in range(1, len(units)):
        before = units[index - 1]
        if before.jenis is Jenis.TANDA or not faktor(units[index]):
            continue
        at_end = index + 1 == len(units) and units[index].text.endswith(("%", "persen")) and found.terbagi
        if at_end or before.isi is not None:
            found.sisip[index] = Operator.KALI


def _nama(units: Sequence[Unit], sure: dict[int, Yakin], found: Putusan) -> None:
    """A label or a word of equality in front of the formula it names."""
    formula = [i for i, operator in found.operator.items() if operator is Operator.BAGI]
    formula += [*found.sisip, *([found.awalan.antara] if found.awalan else [])]
    groups = [i for i, unit in enumerate(units) if unit.isi is not None]
    names = [i for i in _mulai(units, sure, found) if found.awalan is None or i < found.awalan.mulai]
    for index in names:
        view = Pandangan(units=units, index=index, awal=0, berfaktor=False)
        counted = UKURAN.match(units[0].text) is not None and view.macam is Macam.KUAT
        named = bool(formula) and min(formula) > index and (view.macam is not Macam.KATA or found.awalan is not None)
        boxed = not formula and any(i > index for i in groups) and view.macam is Macam.GRUP
        if menyamakan(view) and not view.buntu and (named or boxed or (counted and not formula)):
            found.operator.setdefault(index, Operator.SAMA)
            return


def _lepas_awalan(units: Sequence[Unit], found: Putusan) -> None:
    """Gives up a ratio in words that follows no `=` after all; a sign between its operands divides them."""
    at = found.awalan
    if at is None or at.mulai == 0 or found.operator.get(at.mulai - 1) is Operator.SAMA:
        return
    found.awalan = None
    if units[at.antara].operator is Operator.BAGI:
        found.operator[at.antara] = Operator.BAGI


def _potong(units: Sequence[Unit], found: Putusan) -> int | None:
    """First character behind the first factor, and its unit, that no operator joins to the formula."""
    for index in sorted(found.operator):
        at = index + 1
        if found.operator[index] is not Operator.KALI or not faktor(units[at]):
            continue
        behind = batas_faktor(units, at)
        if behind < len(units) and behind not in found.operator and behind not in found.sisip:
            return units[behind].awal
    return None


def batas_faktor(units: Sequence[Unit], at: int) -> int:
    """First unit behind the number `at` that is no word of its unit (`100.000 penduduk`)."""
    behind = at + 1
    if units[at].text.rstrip(")]}").endswith(("%", "persen")):
        return behind
    while behind < min(len(units), at + 1 + _MAKS_SATUAN) and units[behind].kata in SATUAN:
        behind += 1
    whole = behind == len(units) or units[behind].jenis is not Jenis.KATA
    return behind if whole or units[at + 1].text.islower() else at + 1


def _tambah_kurang(units: Sequence[Unit], found: Putusan, *, bukti: bool) -> None:
    dashes = sum(unit.operator is Operator.KURANG and not unit.frasa for unit in units)
    listed = dashes > 1 and not bukti
    start = 0
    for index, unit in enumerate(units):
        if index in found.operator or index in found.sisip:
            start = index + (index in found.operator)
        view = Pandangan(units=units, index=index, awal=start, berfaktor=False)
        adds = unit.operator is Operator.TAMBAH and menambah(view, bukti=bukti)
        if adds or (unit.operator is Operator.KURANG and mengurangi(view, bukti=bukti, butir=listed)):
            assert unit.operator is not None  # it adds or subtracts
            found.operator[index] = unit.operator
            start = index + 1
