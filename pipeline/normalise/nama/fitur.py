"""Two names laid side by side: which of their words stand for each other, and what is left on either side. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, product
from math import log

from pipeline.normalise.kamus.dipakai import Kamus, muat_kamus
from pipeline.normalise.kata.kosakata import Ragam, dikenal
from pipeline.normalise.kata.penjaga import Sifat, Unsur, muat_penjaga
from pipeline.normalise.kata.salah_tulis import salah_ketik
from pipeline.normalise.nama.akronim import menyingkat, uraikan_angka
from pipeline.normalise.nama.cari import nama_baku

__all__ = ("Jajaran", "Padanan", "berderet", "bobot", "jajarkan", "salah_ketik", "terurut")

_TEPAT = 1.0
_SEAKAR = 0.98
_SINGKAT = 0.96
_SALAH_KETIK = 0.92
_HURUF_SAMBUNG = 6
_SINGKAT_SEKALI = 0.8
_HURUF_INISIAL = 2
_HURUF_AKRONIM = 14
_BOBOT_TERKECIL = 0.4
_TANDA_KERJA = "#"
_KATA_TIPIS = frozenset((Sifat.TAKAR, Sifat.RINGAN, Sifat.GOLONGAN))


@dataclass(frozen=True, slots=True, kw_only=True)
class Padanan:
    """A word of one name and the words of the other that it stands for; `nilai` 0..1, `cara` how they are one."""

    a: tuple[Unsur, ...]
    b: tuple[Unsur, ...]
    nilai: float
    cara: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Jajaran:
    """Two names side by side.

    Attributes:
        padanan: words that stand for each other.
        sisa_a, sisa_b: words of one name alone, in order.
        ragam: words of one root that may say who does it in one name and to whom it is done in the other.
        berulang: words that one name says more often than the other, as a row does that holds two names.
    """

    padanan: tuple[Padanan, ...]
    sisa_a: tuple[Unsur, ...]
    sisa_b: tuple[Unsur, ...]
    ragam: tuple[str, ...]
    berulang: tuple[str, ...]

    @property
    def berulang_sifat(self) -> bool:
        """Whether a word that tells things or stages apart (`antar`, `dilayani`) is said more often by one name."""
        return any(
            pair.a[0].kunci in self.berulang
            and (pair.a[0].sifat is Sifat.SEMPIT or pair.a[0].kunci.endswith(_TANDA_KERJA))
            for pair in self.padanan
        )

    @property
    def tersingkat(self) -> frozenset[Unsur]:
        """Words that an acronym of the other name stands for, and these acronyms."""
        singkat = (pair for pair in self.padanan if pair.nilai == _SINGKAT)
        return frozenset(item for pair in singkat for item in (*pair.a, *pair.b))

    @property
    def meragukan(self) -> bool:
        """Whether some words are taken for each other on little evidence."""
        return any(pair.nilai < _SALAH_KETIK for pair in self.padanan)


def jajarkan(a: Sequence[Unsur], b: Sequence[Unsur]) -> Jajaran:
    """Lays two names side by side: equal words first, then words written apart, misspelt and abbreviated ones."""
    x, y = {item.kunci: item for item in reversed(a)}, {item.kunci: item for item in reversed(b)}
    sama = [
        Padanan(a=(item,), b=(y[kunci],), nilai=_nilai(item, y[kunci]), cara="")
        for kunci, item in x.items()
        if kunci in y
    ]
    sisa_a = [item for item in _unik(a) if item.kunci not in y]
    sisa_b = [item for item in _unik(b) if item.kunci not in x]
    ragam = tuple(sorted(pair.a[0].tulis for pair in sama if _berlawanan(pair.a[0], pair.b[0])))
    if sisa_a and sisa_b:
        for cari in (_sambung, _ketik):
            sama += cari(sisa_a, sisa_b)
        sama += _singkat(sisa_a, sisa_b, a, b)
    return Jajaran(
        padanan=tuple(sama), sisa_a=tuple(sisa_a), sisa_b=tuple(sisa_b), ragam=ragam, berulang=_berulang(a, b)
    )


def _berulang(a: Sequence[Unsur], b: Sequence[Unsur]) -> tuple[str, ...]:
    x, y = (Counter(item.kunci for item in unsur if item.sifat not in _KATA_TIPIS) for unsur in (a, b))
    hasil = muat_penjaga().hasil
    bersama = (kunci for kunci in x.keys() & y.keys() if kunci.removesuffix(_TANDA_KERJA) not in hasil)
    return tuple(sorted(kunci for kunci in bersama if x[kunci] != y[kunci]))


def _unik(unsur: Sequence[Unsur]) -> list[Unsur]:
    return list({item.kunci: item for item in reversed(unsur)}.values())[::-1]


def _nilai(a: Unsur, b: Unsur) -> float:
    return _TEPAT if a.tulis == b.tulis else _SEAKAR


def _berlawanan(a: Unsur, b: Unsur) -> bool:
    """Whether two verbs of one root may mean two things: `melatih` and `dilatih`, `ditempatkan` and `ditempati`."""
    if {a.ragam, b.ragam} == {Ragam.AKTIF, Ragam.PASIF}:
        return True
    return bool(a.akhiran and b.akhiran and a.akhiran != b.akhiran)


def _cabut(pairs: Iterable[Padanan], sisa_a: list[Unsur], sisa_b: list[Unsur]) -> Iterator[Padanan]:
    """The pairs whose words are still free, which are then taken from what is left."""
    for pair in pairs:
        if all(item in sisa_a for item in pair.a) and all(item in sisa_b for item in pair.b):
            for item in pair.a:
                sisa_a.remove(item)
            for item in pair.b:
                sisa_b.remove(item)
            yield pair


def _sambung(sisa_a: list[Unsur], sisa_b: list[Unsur]) -> list[Padanan]:
    """Words that only one of the names writes as one."""
    found = [
        *(Padanan(a=(item,), b=run, nilai=_SEAKAR, cara="ditulis serangkai") for item, run in _rangkai(sisa_a, sisa_b)),
        *(Padanan(a=run, b=(item,), nilai=_SEAKAR, cara="ditulis serangkai") for item, run in _rangkai(sisa_b, sisa_a)),
    ]
    return list(_cabut(found, sisa_a, sisa_b))


def _rangkai(satu: Sequence[Unsur], banyak: Sequence[Unsur]) -> Iterator[tuple[Unsur, tuple[Unsur, ...]]]:
    for item in satu:
        if len(item.tulis) < _HURUF_SAMBUNG:
            continue
        for size in (2, 3):
            for at in range(len(banyak) - size + 1):
                run = tuple(banyak[at : at + size])
                if "".join(part.tulis for part in run) == item.tulis:
                    yield item, run


def _ketik(sisa_a: list[Unsur], sisa_b: list[Unsur]) -> list[Padanan]:
    """Words of which one is a slip of the pen or a misread print of the other."""
    near = sorted(
        (jarak, min(x.tulis, y.tulis), max(x.tulis, y.tulis), i, j)
        for (i, x), (j, y) in product(enumerate(sisa_a), enumerate(sisa_b))
        if (jarak := salah_ketik(x.tulis, y.tulis)) is not None and not _terjaga(x, y)
    )
    awal_a, awal_b = list(sisa_a), list(sisa_b)
    pairs = [
        Padanan(a=(awal_a[i],), b=(awal_b[j],), nilai=_SALAH_KETIK, cara=f"salah tulis: {x} dan {y}")
        for _, x, y, i, j in near
    ]
    return list(_cabut(pairs, sisa_a, sisa_b))


def _terjaga(x: Unsur, y: Unsur) -> bool:
    jaga = (Sifat.WAJIB, Sifat.LAWAN, Sifat.KODE)
    return x.sifat in jaga or y.sifat in jaga


def _singkat(sisa_a: list[Unsur], sisa_b: list[Unsur], a: Sequence[Unsur], b: Sequence[Unsur]) -> list[Padanan]:
    """Words that abbreviate words of the other name which follow each other."""
    kiri, kanan = _panjangan(sisa_a, sisa_b, b), _panjangan(sisa_b, sisa_a, a)
    found = [
        *(Padanan(a=(x,), b=run, nilai=_nilai_singkatan(x, run), cara=f"singkatan {x.tulis}") for x, run in kiri),
        *(Padanan(a=run, b=(x,), nilai=_nilai_singkatan(x, run), cara=f"singkatan {x.tulis}") for x, run in kanan),
    ]
    return list(_cabut(found, sisa_a, sisa_b))


def _nilai_singkatan(item: Unsur, run: Sequence[Unsur]) -> float:
    """Two letters may stand for much; they are only taken for what they usually stand for without a doubt."""
    lazim = muat_penjaga().singkatan.get(item.tulis, frozenset())
    if len(item.tulis) > _HURUF_INISIAL or " ".join(part.tulis for part in run) in lazim:
        return _SINGKAT
    return _SINGKAT_SEKALI


def _panjangan(
    satu: Sequence[Unsur], banyak: Sequence[Unsur], utuh: Sequence[Unsur]
) -> Iterator[tuple[Unsur, tuple[Unsur, ...]]]:
    """Each acronym with the words that it may stand for and that only the other name holds.

    Words in between that both names hold may be among them (`AKD DPRD`, `alat kelengkapan DPRD`).
    """
    for item in satu:
        if not berakronim(item):
            continue
        panjang = len(uraikan_angka(item.tulis))
        for size in range(1, min(panjang, len(utuh)) + 1):
            for at in range(len(utuh) - size + 1):
                run = tuple(utuh[at : at + size])
                words = " ".join(part.tulis for part in run).split()
                baru = tuple(dict.fromkeys(part for part in run if part in banyak))
                if baru and 2 * len(baru) >= len(run) and len(words) > 1 and menyingkat(item.tulis, words):
                    yield item, baru


def berakronim(item: Unsur) -> bool:
    """Whether a word may be an acronym: short, and no word of the language."""
    return (
        item.sifat in (Sifat.ISI, Sifat.KODE)
        and _HURUF_INISIAL <= len(item.tulis) <= _HURUF_AKRONIM
        and item.tulis[0].isalpha()
        and " " not in item.tulis
        and not dikenal(item.tulis)
    )


def bobot(unsur: Unsur) -> float:
    """How much a word tells names apart, 0..1: the rarer in the kamus, the more; measuring words next to nothing."""
    if unsur.sifat in _KATA_TIPIS:
        return _BOBOT_TERKECIL / 2
    if unsur.sifat is Sifat.LAWAN:
        return _BOBOT_TERKECIL
    return _langka(muat_kamus()).get(unsur.kunci, 1.0)


@lru_cache(maxsize=4)
def _langka(kamus: Kamus) -> Mapping[str, float]:
    """Weights of the words of the kamus: logarithm of the inverse share of entries that hold them."""
    banyak = len(kamus.indikator) + 1
    hitung: Counter[str] = Counter()
    for entri in kamus.indikator:
        hitung.update(nama_baku(entri.nama, kamus).akar)
    return {kunci: max(_BOBOT_TERKECIL, log(banyak / n) / log(banyak)) for kunci, n in hitung.items()}


def terurut(jajaran: Jajaran, a: Sequence[Unsur], b: Sequence[Unsur]) -> tuple[list[Unsur], list[Unsur]]:
    """The words that both names hold, in the order of each, without verbs that may stand in front or behind."""
    bergerak = {
        pair.a[0].kunci
        for pair in jajaran.padanan
        if len(pair.a) == len(pair.b) == 1 and (pair.a[0].tulis != pair.b[0].tulis)
    }
    bersama = {pair.a[0].kunci for pair in jajaran.padanan if not pair.cara} - bergerak
    tetap = [item for item in _unik(a) if item.kunci in bersama and item.sifat not in _KATA_TIPIS]
    lain = [item for item in _unik(b) if item.kunci in bersama and item.sifat not in _KATA_TIPIS]
    return tetap, lain


def berderet(x: Sequence[Unsur], y: Sequence[Unsur]) -> float:
    """Share of neighbours that stay neighbours in another order, 0..1; 1 for equal orders."""
    kiri, kanan = [item.kunci for item in x], [item.kunci for item in y]
    if kiri == kanan or len(kiri) < 2:
        return 1.0
    return len(set(pairwise(kiri)) & set(pairwise(kanan))) / (len(kiri) - 1)
