"""Levels that no cue names: where the number stands tells that it is one."""

from __future__ import annotations

from extractors.narasi.isyarat import BANDING, PEMISAH, SEBESAR, Jenis
from extractors.narasi.kata import word_set
from extractors.narasi.keterangan import area_ends, is_nation
from extractors.narasi.peran.putus import Jendela, Putus
from schemas.narasi import Peran

_BESARAN_UANG = word_set(
    """
    nilai pdrb pdb investasi ekspor impor omzet omset transaksi pengeluaran kapita upah ump umk
    """
)
_BERNAMA = word_set("program kegiatan belanja anggaran dana biaya pagu")
_LEVEL = word_set("posisi level angka titik kisaran")
_BERADA = word_set("pada di ke")
_MENCATAT = word_set("mencatat membukukan")
_HANYA = word_set("hanya baru sebesar sebanyak mencapai tercatat berada sekitar")
_TANDA = word_set("minus negatif")
_DEKAT = 9


def stated(jendela: Jendela) -> Putus | None:
    """A level by its place: dated, held against another, signed, of an area, at a position, or an economic amount."""
    kata, i = jendela.kata, jendela.ujung
    if jendela.bilangan.rupiah:
        return _of_economy(jendela)
    if kata.at(i - 1) in _TANDA:
        return Putus(peran=Peran.NILAI, isyarat=(i - 1 - (kata.at(i - 2) in SEBESAR), i))
    held = _held(jendela)
    if held is not None:
        timed = any(held < waktu.awal and waktu.akhir <= i for waktu in jendela.waktu)
        sure = timed and kata.at(i - 1) in SEBESAR
        return Putus(peran=Peran.NILAI, tegas=sure, isyarat=(held, held + 1), asal=True)
    if kata.at(i - 2) == "dari" and kata.at(i - 1) in ("semula", "angka"):
        return Putus(peran=Peran.NILAI, isyarat=(i - 2, i), asal=True)
    if kata.at(i - 1) in ("kini", "sekarang"):
        return Putus(peran=Peran.NILAI, isyarat=(i - 1, i))
    if any(waktu.lalu and waktu.akhir == i and waktu.mundur is None for waktu in jendela.waktu):
        return Putus(peran=Peran.NILAI)
    if _is_dated(jendela) or is_bracketed(jendela) or _is_placed(jendela) or _is_of_area(jendela):
        return Putus(peran=Peran.NILAI)
    return None


def _of_economy(jendela: Jendela) -> Putus | None:
    """`nilai investasi sebesar Rp …`, `PDRB … sebesar Rp …`."""
    kata, i = jendela.kata, jendela.ujung - 1
    spent = _spent(jendela)
    if spent is not None:
        return Putus(peran=spent)
    if kata.at(i) not in SEBESAR - {":", "="}:
        return None
    words = jendela.words(jendela.awal, i)[-2 * _DEKAT :]
    last = max((j for j, word in enumerate(words) if word in PEMISAH), default=-1)
    words = words[last + 1 :]
    economic = any(word in _BESARAN_UANG for word in words) and not any(word in _BERNAMA for word in words)
    return Putus(peran=Peran.NILAI, isyarat=(i, i + 1)) if economic else None


def _spent(jendela: Jendela) -> Peran | None:
    """The amounts behind a rate of absorption: `Penyerapan 84,80%, yaitu Rp x dari Rp y`."""
    if jendela.lalu is None:
        return None
    before, putus = jendela.lalu
    words = [word for word in jendela.words(before.lanjut) if word != ","]
    if putus.peran is Peran.PERSEN and putus.jenis is Jenis.SERAPAN and words and words[0] in ("yaitu", "yakni"):
        return Peran.REALISASI_ANGGARAN if len(words) == 1 else None
    whole = putus.peran is Peran.REALISASI_ANGGARAN and putus.isyarat is None and before.rupiah
    return Peran.ANGGARAN if whole and words in (["dari"], ["dari", "total"]) else None


def _held(jendela: Jendela) -> int | None:
    """Token of the word that puts the number beside another: `dibandingkan angka Bali yang 65,07`, `berbanding 9,9`."""
    kata, i = jendela.kata, jendela.ujung
    if kata.at(i - 1) == "berbanding":
        return i - 1
    if kata.at(i - 1) in _HANYA and kata.at(i - 2) == "yang":
        i -= 1
    if kata.at(i - 1) not in ("yang", "("):
        return None
    for j in range(i - 2, max(jendela.awal, i - _DEKAT) - 1, -1):
        word = kata.kecil[j]
        if word in PEMISAH - {"dengan"}:
            return None
        if word in BANDING or (word == "dari" and kata.at(j - 1) in ("tinggi", "rendah", "besar", "kecil", "baik")):
            return j
    return None


def _is_dated(jendela: Jendela) -> bool:
    """`83,4% (2020)`."""
    behind = jendela.bilangan.lanjut
    return jendela.kata.at(behind) == "(" and any(
        waktu.mundur == jendela.posisi and waktu.tahun is not None and waktu.awal == behind for waktu in jendela.waktu
    )


def is_bracketed(jendela: Jendela) -> bool:
    """The level of a year in brackets: `dari tahun 2019 (84,18 %)`."""
    opening = jendela.ujung - 1
    return jendela.kata.at(opening) == "(" and any(
        waktu.akhir == opening and waktu.tahun is not None for waktu in jendela.waktu
    )


def _is_placed(jendela: Jendela) -> bool:
    """`berada pada posisi 111,83`, `naik ke angka 70`, `berada pada 55,2%`."""
    kata, i, bilangan = jendela.kata, jendela.ujung, jendela.bilangan
    if kata.at(i - 1) in _LEVEL and kata.at(i - 2) in _BERADA:
        return bilangan.satuan is None
    measured = bilangan.persen or not bilangan.bulat
    return measured and kata.at(i - 1) in ("pada", "di") and kata.at(i - 2) == "berada"


def _is_of_area(jendela: Jendela) -> bool:
    """`angka nasional 61,17`, `Kota X 58,08 %`, `Provinsi Y mencatat … 46,56 %`."""
    kata, i, bilangan = jendela.kata, jendela.ujung, jendela.bilangan
    if not (bilangan.persen or not bilangan.bulat):
        return False
    if (bilangan.satuan is None and area_ends(kata, jendela.awal, i)) or is_nation(kata, i - 1):
        return True
    start = max(jendela.awal, i - _DEKAT)
    noted = [j for j in range(start, i) if kata.kecil[j] in _MENCATAT]
    cut = any(word in PEMISAH for word in kata.kecil[start:i])
    return bool(noted) and not cut and area_ends(kata, jendela.awal, noted[0])
