"""The role that a number has from the numbers around it: directly behind one, in a row with one, before a target."""

from __future__ import annotations

from extractors.narasi.bilangan import Bilangan
from extractors.narasi.isyarat import RINGAN, SEBESAR, Isyarat, Jenis
from extractors.narasi.kata import word_set
from extractors.narasi.peran.jarak import gap
from extractors.narasi.peran.putus import UANG, Jendela, Putus
from schemas.narasi import Peran

_SAMBUNG = word_set(
    """
    sebesar sebanyak sejumlah mencapai setara dengan sekitar hanya ( secara persentase presentase prosentase dalam
    kurang lebih hampir baru sama yaitu tercapai rp rp. telah sudah porsi
    """
)
"""Words between `atau` and a number that is the same thing said otherwise."""

_DERET = SEBESAR | word_set(", dan serta maupun sedangkan sementara pada di untuk kemudian tahun selanjutnya & lalu")
"""Words between the members of a row of numbers with one role."""

_BERDERET = frozenset(
    {
        *(Peran.TARGET, Peran.REALISASI, Peran.CAPAIAN, Peran.NILAI, Peran.ANGGARAN, Peran.REALISASI_ANGGARAN),
        *(Peran.FISIK, Peran.BAGIAN, Peran.PERSEN),
    }
)
_MENUJU_TARGET = word_set(
    """
    , lebih tinggi rendah besar kecil baik dari daripada melebihi melampaui di atas bawah diatas dibawah masih
    belum mencapai atau sudah telah yang ini hasil sesuai dengan memenuhi berada bila jika apabila dibandingkan
    dibanding bandingkan sehingga maka jauh sedikit ) (
    """
)
_SISA_KALIMAT = 14
_SATUAN_PANJANG = 4


def attached(jendela: Jendela) -> Putus | None:
    """The role of a number directly behind another: `Rp … atau 95%`, `8 (72%)`, `naik 148.806 atau 23,55%`."""
    if jendela.lalu is None or jendela.kata.klausa[jendela.lalu[0].inti] != jendela.kata.klausa[jendela.bilangan.inti]:
        return None
    before, putus = jendela.lalu
    opening = _opening(jendela, before)
    if opening is None:
        return None
    if putus.peran is Peran.SELISIH:
        return Putus(
            peran=Peran.SELISIH,
            tegas=putus.tegas,
            isyarat=putus.isyarat,
            jenis=putus.jenis,
            arah=putus.arah,
            acuan=putus.acuan,
        )
    if jendela.bilangan.persen:
        return _share(jendela, before, putus, opening)
    if before.persen and not jendela.bilangan.rupiah and opening[0] == "(":
        return Putus(peran=Peran.BAGIAN, isyarat=(before.lanjut, before.lanjut + 1))
    return None


def _opening(jendela: Jendela, before: Bilangan) -> list[str] | None:
    """Words between two numbers that join the second to the first; None when they do not."""
    words = jendela.words(before.lanjut)
    while words and words[0] != "(" and not any(char.isalnum() for char in words[0]):
        words = words[1:]
    if not words:
        touching = before.rupiah and jendela.bilangan.persen and jendela.ujung == before.lanjut
        return ["("] if touching else None
    if words[0] not in ("atau", "(", "setara") and words[:2] != ["dengan", "persentase"]:
        return None
    return words if all(word in _SAMBUNG for word in words[1:]) else None


def _share(jendela: Jendela, before: Bilangan, putus: Putus, opening: list[str]) -> Putus | None:
    """A percentage behind an amount, a count or a realisasi."""
    where = (before.lanjut, jendela.ujung)
    if before.rupiah or putus.peran in UANG:
        return Putus(peran=Peran.PERSEN, tegas=putus.peran in UANG - {Peran.ANGGARAN}, isyarat=where)
    with_target = Peran.TARGET in jendela.clause_roles() or _target_behind(jendela) is not None
    if putus.peran is Peran.REALISASI and (with_target or before.persen or before.satuan is None):
        return Putus(peran=Peran.CAPAIAN, isyarat=where)
    if putus.peran is Peran.TARGET and Peran.REALISASI in jendela.clause_roles():
        return Putus(peran=Peran.CAPAIAN, isyarat=where)
    if before.persen:
        return Putus(peran=Peran.LAIN, isyarat=where)
    if putus.peran is Peran.NILAI and before.satuan is None:
        return Putus(peran=Peran.CAPAIAN, isyarat=where)
    return Putus(peran=Peran.PERSEN, tegas=before.satuan is not None, isyarat=where)


def behind(jendela: Jendela) -> Putus | None:
    """The role by what stands behind: `x dari target y`, `x, di bawah target y`, `Rp x dengan realisasi Rp y`."""
    bilangan = jendela.bilangan
    target = _target_behind(jendela)
    if target is not None:
        return _before_target(jendela, target)
    start, end = jendela.bilangan.lanjut, _next_start(jendela, 1)
    following = _cue_behind(jendela, start, end)
    if bilangan.rupiah and following is not None and following.jenis in (Jenis.SERAPAN, Jenis.REALISASI):
        words = jendela.words(bilangan.lanjut, following.awal)
        if all(word in (",", "dengan", "dan", "telah", "yang") for word in words) and _spent_behind(jendela):
            return Putus(peran=Peran.ANGGARAN, isyarat=(following.awal, following.akhir))
    return None


def _before_target(jendela: Jendela, target: Isyarat) -> Putus | None:
    bilangan = jendela.bilangan
    following = next((number for number in jendela.semua if number.awal >= target.akhir), None)
    where = (target.awal, target.akhir)
    direct = jendela.kata.at(target.awal - 1) == "dari"
    numbered = following is not None and following.awal - target.akhir <= _SISA_KALIMAT
    if target.jenis is Jenis.TARGET and (arah := gap(jendela, target, following if numbered else None)):
        return arah
    if not numbered or following is None:
        return Putus(peran=Peran.CAPAIAN, isyarat=where) if direct and bilangan.persen else None
    if bilangan.rupiah:
        return Putus(peran=Peran.REALISASI_ANGGARAN, tegas=direct and following.rupiah, isyarat=where)
    if target.jenis is not Jenis.TARGET:
        return None
    alike = bilangan.persen == following.persen or (following.satuan is None and not following.rupiah)
    if bilangan.persen and not alike:
        return Putus(peran=Peran.CAPAIAN, isyarat=where)
    return Putus(peran=Peran.REALISASI, tegas=direct and alike, isyarat=where)


def _target_behind(jendela: Jendela) -> Isyarat | None:
    """The target (or budget) that the words behind the number hold it against."""
    start, end = _behind_share(jendela)
    following = _cue_behind(jendela, start, end, past=frozenset({Jenis.LEBIH, Jenis.KURANG, Jenis.SAMPAI}))
    if following is None or following.jenis not in (Jenis.TARGET, Jenis.ANGGARAN, Jenis.BELANJA):
        return None
    words = jendela.words(start, following.awal)
    if following.jenis is not Jenis.TARGET:
        return following if words in (["dari"], ["dari", "total"]) and jendela.bilangan.rupiah else None
    direct = words[-1:] == ["dari"] and len(words) <= _SATUAN_PANJANG
    if not words or not (direct or all(word in _MENUJU_TARGET for word in words)) or len(words) > 8:
        return None
    return following if words[-1] != "," and words != ["dengan"] else None


def _cue_behind(jendela: Jendela, start: int, end: int, past: frozenset[Jenis] = frozenset()) -> Isyarat | None:
    """The first cue between two tokens; cues of the kinds in `past` are passed."""
    for cue in jendela.isyarat:
        if cue.awal >= end:
            return None
        if cue.awal >= start and cue.jenis not in past:
            return cue
    return None


def _next_start(jendela: Jendela, ahead: int) -> int:
    """Token where the number so many places ahead begins, the end of the sentence without one."""
    position = jendela.posisi + ahead
    return jendela.semua[position].awal if position < len(jendela.semua) else len(jendela.kata)


def _behind_share(jendela: Jendela) -> tuple[int, int]:
    """Token behind the number and the share that hangs on it (`Rp x (96%) dari target`), and where the next begins."""
    bilangan, share = jendela.bilangan, jendela.berikut
    if share is None or not share.persen or bilangan.persen:
        return bilangan.lanjut, _next_start(jendela, 1)
    words = jendela.words(bilangan.lanjut, share.awal)
    words = [word for word in words if word == "(" or word[0].isalnum()]
    if not words or words[0] not in ("(", "atau") or not all(word in _SAMBUNG for word in words[1:]):
        return bilangan.lanjut, _next_start(jendela, 1)
    closed = jendela.kata.at(share.lanjut) == ")"
    return share.lanjut + closed, _next_start(jendela, 2)


def _spent_behind(jendela: Jendela) -> bool:
    """Whether the next number is an amount or a share of this one."""
    return jendela.berikut is not None and (jendela.berikut.rupiah or jendela.berikut.persen)


def inherited(jendela: Jendela) -> Putus | None:
    """The role of the number before, where the two stand in a row (`tahun 2022 sebesar a dan tahun 2023 sebesar b`)."""
    if jendela.lalu is None:
        return None
    before, putus = jendela.lalu
    bilangan = jendela.bilangan
    alike = (before.persen, before.rupiah) == (bilangan.persen, bilangan.rupiah)
    words = [word for word in jendela.words(before.lanjut) if word not in "()"]
    timed = any(before.lanjut <= waktu.awal and waktu.akhir <= jendela.ujung for waktu in jendela.waktu)
    if putus.peran not in _BERDERET or not alike or putus.asal or not all(word in _DERET for word in words):
        return None
    if not words or (jendela.awal > before.lanjut and not timed):
        return None
    return Putus(
        peran=putus.peran,
        tegas=putus.tegas and timed,
        isyarat=putus.isyarat,
        jenis=putus.jenis,
        benda=putus.benda,
    )


def plain(jendela: Jendela) -> Putus:
    """A level said with a year or `sebesar`, a level that a change starts from, or any other value."""
    before = jendela.kata.at(jendela.ujung - 1)
    if before == "dari" and _is_origin(jendela):
        return Putus(peran=Peran.NILAI, tegas=True, isyarat=(jendela.ujung - 1, jendela.ujung), asal=True)
    timed = any(jendela.awal <= waktu.awal and waktu.akhir <= jendela.ujung for waktu in jendela.waktu)
    if timed and not jendela.bilangan.rupiah and jendela.bilangan.satuan is None and _touches_time(jendela):
        return Putus(peran=Peran.NILAI, isyarat=None)
    link = next((i for i in range(jendela.ujung - 1, jendela.awal - 1, -1) if _is_loose(jendela, i)), None)
    unclear = any(cue.jenis is Jenis.KABUR and jendela.awal <= cue.awal < jendela.ujung for cue in jendela.isyarat)
    if jendela.bilangan.rupiah or link is None or jendela.kata.kecil[link] not in SEBESAR or unclear:
        return Putus(peran=Peran.LAIN)
    if not timed and jendela.kata.kecil[link] in ("sebanyak", "sejumlah", "sepanjang", "seluas", ":", "=", "senilai"):
        return Putus(peran=Peran.LAIN, isyarat=(link, link + 1))
    return Putus(peran=Peran.NILAI, tegas=timed and _owns_time(jendela, link), isyarat=(link, link + 1))


def _is_loose(jendela: Jendela, i: int) -> bool:
    """Whether the token is a word that decides: not light, or one that hands over."""
    word = jendela.kata.kecil[i]
    return not jendela.lewat[i] and (word in SEBESAR or word not in RINGAN)


def _touches_time(jendela: Jendela) -> bool:
    """`tahun 2023 5,46%`, `tahun 2022 (6,05%)`."""
    start = jendela.ujung - (jendela.kata.at(jendela.ujung - 1) == "(")
    return any(waktu.akhir == start and waktu.mundur is None for waktu in jendela.waktu)


def _owns_time(jendela: Jendela, link: int) -> bool:
    """Whether a time stands directly before the word that hands over (`tahun 2022 sebesar`)."""
    return any(link - 1 <= waktu.akhir <= link for waktu in jendela.waktu)


def _is_origin(jendela: Jendela) -> bool:
    """Whether `dari x` is where a change starts: a difference before it or `menjadi` behind it."""
    if jendela.lalu is not None and jendela.lalu[1].peran is Peran.SELISIH:
        words = jendela.words(jendela.lalu[0].lanjut)
        if words in (["dari"], ["yaitu", "dari"], [",", "yaitu", "dari"], [",", "yakni", "dari"]):
            return True
    following = _cue_behind(jendela, jendela.bilangan.lanjut, _next_start(jendela, 1))
    return following is not None and following.jenis is Jenis.MENJADI
