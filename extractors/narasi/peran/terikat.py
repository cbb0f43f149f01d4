"""The role that a bound cue gives to a number, by what the number looks like."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from extractors.narasi.bilangan import Bilangan
from extractors.narasi.isyarat import ARAH, BANDING, BENDA_UBAH, RINGAN, SEBESAR, Isyarat, Jenis
from extractors.narasi.kata import word_set
from extractors.narasi.peran.ikatan import Ikatan, is_nominal
from extractors.narasi.peran.putus import UANG, Jendela, Putus
from extractors.narasi.peran.tingkat import is_bracketed
from schemas.narasi import Acuan, Peran

_TINGKAT = frozenset({Peran.NILAI, Peran.REALISASI, Peran.CAPAIAN, Peran.TARGET, Peran.SELISIH})
_TARGET_DEKAT = word_set("target rencana")
_LAMA = word_set("tahun bulan hari minggu")
_TERCAPAI = frozenset({Jenis.REALISASI, Jenis.SAMPAI})
_TERCAPAI_KATA = [[word] for word in ("tercapai", "terpenuhi", "terealisasi", "dicapai", "dipenuhi", "terlaksana")]
_PENGISI = word_set("dengan telah sudah dapat bisa")
_TERJADI = word_set(
    """
    mengalami terjadi ada adanya terdapat menunjukkan menunjukan memperlihatkan mencatat mencatatkan sebuah suatu
    dengan atau maka sehingga
    """
)
_PEMBANDING = BANDING | {"dari", "atas", "bawah", "diatas", "dibawah"}


def by_cue(jendela: Jendela, ikatan: Ikatan) -> Putus | None:
    """The role by the cue; None where the cue has nothing to do with such a number."""
    found = _RULES[ikatan.isyarat.jenis](jendela, ikatan)
    if isinstance(found, Peran):
        return _putus(ikatan, found, ikatan.erat)
    return found


def is_amount(jendela: Jendela) -> bool:
    """Whether the number is rupiah, or long enough to be so without the sign."""
    bilangan = jendela.bilangan
    text = jendela.kata.teks[bilangan.inti]
    return bilangan.rupiah or (not bilangan.persen and bilangan.satuan is None and len(text) >= len("1.000.000"))


def _putus(ikatan: Ikatan, peran: Peran, tegas: bool) -> Putus:
    cue = ikatan.isyarat
    return Putus(peran=peran, tegas=tegas, isyarat=(cue.awal, cue.akhir), jenis=cue.jenis)


def _target(jendela: Jendela, ikatan: Ikatan) -> Peran | Putus:
    """The target; `terealisasi sesuai target yaitu x` says the realisasi, `melebihi target sebesar x` either."""
    if jendela.bilangan.rupiah:
        return Peran.ANGGARAN
    kata, start = jendela.kata, ikatan.isyarat.awal
    before = [word for word in kata.kecil[max(jendela.awal, start - 4) : start] if word not in _PENGISI]
    if _is_missed(jendela, ikatan.isyarat.akhir):
        return _putus(ikatan, Peran.LAIN, False)
    if before and before[-1] == "sesuai":
        done = any(cue.jenis in _TERCAPAI and jendela.awal <= cue.awal < start for cue in jendela.isyarat)
        return _putus(ikatan, Peran.REALISASI if done else Peran.TARGET, False)
    if before and before[-1] in ("melebihi", "melebih", "melampaui", "memenuhi"):
        return _putus(ikatan, Peran.LAIN if "atau" in before else Peran.TARGET, False)
    return Peran.TARGET


def _is_missed(jendela: Jendela, start: int) -> bool:
    """Whether the number may be what is missing of the target: `target … yang tidak tercapai sebanyak x`."""
    words = jendela.words(start)
    return any(
        word == "yang" and words[i + 1 : i + 2] in (["tidak"], ["belum"]) and words[i + 2 : i + 3] in _TERCAPAI_KATA
        for i, word in enumerate(words)
    )


def _realisasi(jendela: Jendela, ikatan: Ikatan) -> Peran | Putus:
    if jendela.bilangan.rupiah:
        return Peran.REALISASI_ANGGARAN
    lalu = jendela.lalu
    if jendela.bilangan.persen and lalu is not None and lalu[1].peran is Peran.ANGGARAN:
        return _putus(ikatan, Peran.PERSEN, False)
    return Peran.REALISASI


def _capaian(jendela: Jendela, ikatan: Ikatan) -> Putus:
    bilangan = jendela.bilangan
    if bilangan.rupiah:
        return _putus(ikatan, Peran.REALISASI_ANGGARAN, False)
    if bilangan.satuan is not None:
        return _putus(ikatan, Peran.REALISASI, False)
    return _putus(ikatan, Peran.CAPAIAN, ikatan.erat)


def _capaian_lemah(jendela: Jendela, ikatan: Ikatan) -> Putus:
    bilangan = jendela.bilangan
    if bilangan.rupiah:
        return _putus(ikatan, Peran.REALISASI_ANGGARAN, False)
    if jendela.kata.at(ikatan.isyarat.awal - 1) in BANDING:
        return _level(ikatan, False)
    pair = {Peran.TARGET, Peran.REALISASI} <= {putus.peran for putus in jendela.putus}
    percent = bilangan.persen or (pair and bilangan.satuan is None)
    return _putus(ikatan, Peran.CAPAIAN if percent else Peran.REALISASI, False)


def _sampai(jendela: Jendela, ikatan: Ikatan) -> Putus | None:
    kata, bilangan = jendela.kata, jendela.bilangan
    lasting = bilangan.bulat and (kata.at(bilangan.lanjut) in _LAMA or kata.at(bilangan.awal - 1) == "waktu")
    if lasting or jendela.kata.kurung[ikatan.isyarat.awal] < jendela.kata.kurung[jendela.ujung]:
        return None
    return _putus(ikatan, Peran.REALISASI_ANGGARAN if jendela.bilangan.rupiah else Peran.REALISASI, False)


def _budget(peran: Peran) -> Callable[[Jendela, Ikatan], Putus | None]:
    """A cue of budgets gives its role to amounts, and the share to percentages where it has one."""

    def decide(jendela: Jendela, ikatan: Ikatan) -> Putus | None:
        if is_amount(jendela):
            return _putus(ikatan, peran, ikatan.erat and jendela.bilangan.rupiah)
        if jendela.bilangan.persen and peran is not Peran.ANGGARAN:
            return _putus(ikatan, Peran.PERSEN, ikatan.erat)
        return None

    return decide


def _belanja(jendela: Jendela, ikatan: Ikatan) -> Putus | None:
    """An amount of money; `fisik 98% dan keuangan 95%` says what was spent, other `keuangan` nothing sure."""
    word = jendela.kata.kecil[ikatan.isyarat.awal]
    if word == "keuangan":
        spent = any(putus.peran is Peran.FISIK for putus in jendela.putus)
        return _budget(Peran.REALISASI_ANGGARAN)(jendela, ikatan) if spent else None
    found = _budget(Peran.ANGGARAN)(jendela, ikatan)
    return replace(found, tegas=False) if found is not None and word in ("pendapatan", "penerimaan") else found


def _fisik(jendela: Jendela, ikatan: Ikatan) -> Putus | None:
    bilangan = jendela.bilangan
    if bilangan.rupiah or bilangan.satuan is not None:
        return None
    return _putus(ikatan, Peran.FISIK, ikatan.erat and bilangan.persen)


def _volume(jendela: Jendela, ikatan: Ikatan) -> Peran | None:
    return None if jendela.bilangan.rupiah or jendela.bilangan.persen else Peran.VOLUME


def _menjadi(jendela: Jendela, ikatan: Ikatan) -> Putus | None:
    """`menjadi b` is a level; with rupiah it goes on with the role of the amount before."""
    if not ikatan.erat:
        return None
    lalu = jendela.lalu
    before = {cue.jenis for cue in jendela.isyarat if jendela.awal <= cue.awal < ikatan.isyarat.awal}
    if jendela.bilangan.rupiah:
        budget = before & {Jenis.ANGGARAN, Jenis.BELANJA} or (lalu is not None and lalu[1].peran is Peran.ANGGARAN)
        return _putus(ikatan, Peran.ANGGARAN if budget else Peran.NILAI, False)
    if Jenis.TARGET in before and before & ARAH.keys():
        return _putus(ikatan, Peran.TARGET, False)
    changed = before & ARAH.keys() or (lalu is not None and lalu[1].peran in _TINGKAT)
    return _putus(ikatan, Peran.NILAI, bool(changed))


def _change(jendela: Jendela, ikatan: Ikatan) -> Putus | None:
    """A difference, unless the words between show a level that something is held against."""
    cue = ikatan.isyarat
    if is_nominal(jendela.kata, cue):
        return None
    if is_bracketed(jendela):
        return _level(ikatan, False)
    raw = jendela.kata.kecil[cue.awal : jendela.ujung]
    if raw[-1] in ("sepanjang", "seluas", "yaitu", "yakni") and cue.jenis not in (Jenis.NAIK, Jenis.TURUN):
        return None
    if raw[-1] in ("sepanjang", "seluas") or not ikatan.erat:
        return None
    if not any(word in _PEMBANDING for word in raw):
        said = _is_said(jendela, cue)
        return _difference(jendela, ikatan, said) if said or jendela.bilangan.persen or jendela.bilangan.poin else None
    if raw[-1] == "dari" or not _is_timed(jendela, cue.akhir):
        if jendela.bilangan.poin and raw[-1] in SEBESAR:
            return _difference(jendela, ikatan, False)
        return _level(ikatan, raw[-1] == "dari")
    if "yang" in raw or raw[-1] in ("yaitu", "yakni") or _has_level(jendela):
        return _level(ikatan, False)
    return _difference(jendela, ikatan, False)


def _is_said(jendela: Jendela, cue: Isyarat) -> bool:
    """Whether the change is stated of the subject: by a verb, or a noun that stands directly before the number.

    `peningkatan jalan … sebesar x` may as well be the name of an activity with its size.
    """
    kata = jendela.kata
    if kata.kecil[cue.akhir - 1] not in BENDA_UBAH or cue.akhir - cue.awal > 1:
        return True
    named = any(word not in RINGAN for word in jendela.words(cue.akhir))
    return not named or kata.at(cue.awal - 1) in _TERJADI


def _level(ikatan: Ikatan, tegas: bool) -> Putus:
    cue = ikatan.isyarat
    return Putus(peran=Peran.NILAI, tegas=tegas, isyarat=(cue.awal, cue.akhir), jenis=cue.jenis, asal=True)


def _difference(jendela: Jendela, ikatan: Ikatan, tegas: bool) -> Putus:
    cue = ikatan.isyarat
    return Putus(
        peran=Peran.SELISIH,
        tegas=tegas,
        isyarat=(cue.awal, cue.akhir),
        jenis=cue.jenis,
        arah=ARAH[cue.jenis],
        acuan=_reference(jendela, cue.awal),
    )


def _reference(jendela: Jendela, start: int) -> Acuan | None:
    """What a difference is measured against: the target when it is named close by, else a year."""
    kata = jendela.kata
    end = jendela.berikut.awal if jendela.berikut is not None else len(kata)
    clause = kata.klausa[jendela.bilangan.inti]
    behind = [
        i for i in range(jendela.bilangan.lanjut, min(end, jendela.bilangan.lanjut + 9)) if kata.klausa[i] == clause
    ]
    if any(kata.kecil[i] in _TARGET_DEKAT for i in (*range(start, jendela.ujung), *_phrase(kata.kecil, behind))):
        return Acuan.TARGET
    if len({waktu.tahun for waktu in jendela.waktu}) > 1 or any(waktu.banding for waktu in jendela.waktu):
        return Acuan.TAHUN
    money = jendela.bilangan.rupiah
    pair = {Peran.ANGGARAN, Peran.REALISASI_ANGGARAN} if money else {Peran.TARGET, Peran.REALISASI}
    if pair <= jendela.clause_roles():
        return Acuan.TARGET
    return Acuan.TAHUN if jendela.waktu else None


def _phrase(words: list[str], tokens: list[int]) -> list[int]:
    """Tokens directly behind the number that still speak of what it is measured against."""
    kept = []
    for i in tokens:
        if words[i] in (",", "dan", "dengan", "sehingga", "maka", "atau") and words[i - 1] not in BANDING:
            break
        kept.append(i)
    return kept


def _is_timed(jendela: Jendela, start: int) -> bool:
    return any(start <= waktu.akhir <= jendela.ujung for waktu in jendela.waktu)


def _has_level(jendela: Jendela) -> bool:
    """Whether a level of the same kind, or the difference itself, was said before in the sentence."""
    return any(
        putus.peran is Peran.SELISIH
        or (bilangan.persen and jendela.bilangan.persen)
        or (putus.peran in _TINGKAT and bilangan.persen == jendela.bilangan.persen)
        or _is_same_unit(jendela, bilangan, putus)
        for bilangan, putus in zip(jendela.semua, jendela.putus, strict=False)
    )


def _is_same_unit(jendela: Jendela, before: Bilangan, putus: Putus) -> bool:
    """Whether a number before is a level printed with the same unit, and not so much longer that this is its change."""
    if putus.peran not in (Peran.LAIN, Peran.NILAI, Peran.REALISASI) and not (before.rupiah and putus.peran in UANG):
        return False
    bilangan, kata = jendela.bilangan, jendela.kata
    alike = before.rupiah == bilangan.rupiah and before.satuan == bilangan.satuan and before.persen == bilangan.persen
    if not alike or not (before.rupiah or before.satuan):
        return False
    long, short = (len(re.split(r",", kata.teks[number.inti])[0]) for number in (before, bilangan))
    return short >= long - 1


def _unclear(jendela: Jendela, ikatan: Ikatan) -> Putus:
    return _putus(ikatan, Peran.LAIN, False)


def _nothing(jendela: Jendela, ikatan: Ikatan) -> None:
    return None


_RULES: dict[Jenis, Callable[[Jendela, Ikatan], Peran | Putus | None]] = {
    Jenis.TARGET: _target,
    Jenis.REALISASI: _realisasi,
    Jenis.CAPAIAN: _capaian,
    Jenis.CAPAIAN_LEMAH: _capaian_lemah,
    Jenis.SAMPAI: _sampai,
    Jenis.ANGGARAN: _budget(Peran.ANGGARAN),
    Jenis.BELANJA: _belanja,
    Jenis.SERAPAN: _budget(Peran.REALISASI_ANGGARAN),
    Jenis.SISA: _budget(Peran.SISA),
    Jenis.FISIK: _fisik,
    Jenis.VOLUME: _volume,
    Jenis.NAIK: _change,
    Jenis.TURUN: _change,
    Jenis.LEBIH: _change,
    Jenis.KURANG: _change,
    Jenis.SELISIH: _change,
    Jenis.MENJADI: _menjadi,
    Jenis.RINCI: _nothing,
    Jenis.SISANYA: _nothing,
    Jenis.KABUR: _unclear,
}
