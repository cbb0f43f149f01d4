"""Numbers before a target that are the distance to it: `kurang 1,38% dari target`, `14,4%, 0,4 poin di atas target`."""

from __future__ import annotations

from extractors.narasi.bilangan import Bilangan
from extractors.narasi.isyarat import Isyarat, Jenis
from extractors.narasi.kata import word_set
from extractors.narasi.peran.putus import Jendela, Putus
from schemas.narasi import Acuan, ArahKata, Peran

_KURANG = word_set("kurang tinggal terpaut kekurangan defisit")
_LEBIH = word_set("lebih kelebihan surplus unggul")
_SEBESAR = word_set("sebesar sebanyak sejumlah seluas")
_SANGKAL = word_set("tidak tak bukan tanpa kurang lebih")
_SAMBUNG = word_set(
    """
    , atau ( yaitu yakni masih sudah telah berada jadi sehingga artinya berarti dengan selisih sebesar sebanyak hanya
    """
)
"""Words between a level and its distance to the target."""

_ATAS = word_set("atas diatas melampaui melebihi tinggi besar banyak")
_BAWAH = word_set("bawah dibawah rendah kecil sedikit")
_TINGKAT = frozenset({Peran.REALISASI, Peran.NILAI, Peran.CAPAIAN, Peran.LAIN, Peran.VOLUME})


def gap(jendela: Jendela, target: Isyarat, following: Bilangan | None) -> Putus | None:
    """The distance to the target; None where the number is a level.

    Args:
        jendela: the number.
        target: the target that stands behind it.
        following: the number of that target, None without.
    """
    arah = _lacking(jendela) if jendela.kata.at(target.awal - 1) == "dari" else None
    if arah is None and (_in_points(jendela, following) or _behind_level(jendela)):
        arah = _side(jendela.words(jendela.bilangan.lanjut, target.awal))
    if arah is None:
        return None
    return Putus(
        peran=Peran.SELISIH,
        isyarat=(target.awal, target.akhir),
        jenis=Jenis.LEBIH if arah is ArahKata.NAIK else Jenis.KURANG,
        arah=arah,
        acuan=Acuan.TARGET,
    )


def _lacking(jendela: Jendela) -> ArahKata | None:
    """`kurang x dari target`, `lebih x dari target`; not `kurang lebih x`, nor `tidak kurang x`."""
    kata, i = jendela.kata, jendela.ujung - 1
    if kata.at(i) in _SEBESAR:
        i -= 1
    if kata.at(i - 1) in _SANGKAL:
        return None
    return ArahKata.TURUN if kata.at(i) in _KURANG else ArahKata.NAIK if kata.at(i) in _LEBIH else None


def _in_points(jendela: Jendela, following: Bilangan | None) -> bool:
    """Whether the number is in points and the target in per cent."""
    return jendela.bilangan.poin and following is not None and following.persen


def _behind_level(jendela: Jendela) -> bool:
    """Whether a level of the same kind stands directly before (`46 kasus atau 6 kasus di atas target`)."""
    if jendela.lalu is None or any(jendela.awal <= waktu.awal < jendela.ujung for waktu in jendela.waktu):
        return False
    before, putus = jendela.lalu
    bilangan = jendela.bilangan
    shorter = _length(jendela, bilangan) < _length(jendela, before)
    alike = (before.persen, before.satuan) == (bilangan.persen, bilangan.satuan) and shorter
    between = jendela.words(before.lanjut)
    joined = bool(between) and all(word in _SAMBUNG for word in between)
    if before.rupiah or bilangan.rupiah or putus.peran not in _TINGKAT:
        return False
    return joined and (alike or (bilangan.poin and not before.poin))


def _length(jendela: Jendela, bilangan: Bilangan) -> int:
    """How many characters a number has before its decimals; a distance has fewer than its level, or may be another."""
    return len(jendela.kata.teks[bilangan.inti].split(",")[0])


def _side(words: list[str]) -> ArahKata | None:
    """Which side of the target the words before it say."""
    if any(word in _ATAS for word in words):
        return ArahKata.NAIK
    return ArahKata.TURUN if any(word in _BAWAH for word in words) else None
