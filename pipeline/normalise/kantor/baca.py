"""Which office a printed name or title means: its unit, its level and its region. Pure.

A name counts only when its region is certain. Abbreviations, positions (`Kepala Dinas`, `Bupati`), letterheads and the
order of joined tasks make no difference; a region is corrected only towards a single near one (`pipeline.normalise.
wilayah`). A unit without a region is no office, not even a named hospital: two regions may name theirs after one man.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from pipeline.normalise.kantor.kata import KOMA, Kata, frasa_di, kata_kantor, muat_kantor
from pipeline.normalise.kantor.wilayah import TINGKAT, baca_wilayah, seperti_wilayah, wilayah_bernama
from schemas.tautan import Kantor

_PEMERINTAH = "pemerintah"
_PROVINSI = "provinsi"
_KEMENTERIAN = "kementerian"
# offices with a name of their own; the office above them adds nothing
_BERNAMA = frozenset({"rsud", "rsj", "puskesmas", "kecamatan"})
# offices within another one that are told apart only with it
_DI_BAWAH = frozenset({"upt", "balai", "cabang dinas", "direktorat", "kelurahan"})
# parts of another office where they stand beside it
_BAGIAN = frozenset({"bagian", "biro"})
_SETDA = "sekretariat daerah"
# offices named after tasks, of which one may be that of `desa dan kelurahan`
_BERTUGAS = frozenset({"dinas", "badan", "biro", "bagian"})
_TANPA_DAERAH = _BERTUGAS | {"inspektorat", "kantor"}
_TANPA_NAMA = frozenset({"rsud", "rsj", "inspektorat", "sekretariat daerah", "sekretariat dprd"})
# offices whose own name may be or end in that of a town
_SEPERTI_WILAYAH = frozenset({"kecamatan", "kelurahan", "puskesmas", "upt", "balai", "cabang dinas", "rsud", "rsj"})
# offices that a letterhead prints below the one they belong to, behind its region
_ANAK = frozenset({"upt", "balai", "cabang dinas", "puskesmas", "rsud", "rsj"}) | _BAGIAN
# abbreviations of offices: letters that make no syllables, or `dis`, `din` and pieces of words
_SINGKATAN = re.compile(
    r"(?:d|b)(?:[0-9b-df-hj-np-tv-z]{2,}|(?=.{3})[0-9b-df-hj-np-tv-z]*[aiueo][0-9b-df-hj-np-tv-z]*)|di[sn][a-z]{3,}"
)
_TAK_DITULIS = 3
_TERPANJANG = 6
_HURUF_PER_GALAT = ((14, 2), (8, 1))
_JARAK_AMAN = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Letak:
    """Where a region stands, its level word included; `nama` is "" where it cannot be told which one."""

    awal: int
    akhir: int
    tingkat: str
    nama: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bagian:
    """A piece of a name that begins like an office."""

    pangkal: str
    isi: Kata


def baca_kantor(instansi: str | None, tingkat: str | None = None) -> Kantor | None:
    """The office that a printed name, letterhead or title means, None when it is not certain.

    Args:
        instansi: `Dinas Tenaga Kerja Kab. Lamongan`, `KEPALA DISNAKER KABUPATEN LAMONGAN`, `Pemprov Jabar`.
        tingkat: level the document says of itself, as `Metadata.tingkat`; used where the name has no level word.
    """
    kata = kata_kantor(instansi or "")
    if not kata:
        return None
    letak = _letak(kata[: _ekor(kata)]) or _letak(kata)
    if letak:
        return _bertingkat(kata, letak)
    kata = kata[: _ekor(kata)]
    return _di_pusat(kata) or _tanpa_tingkat(kata, (tingkat or "").lower())


def _ekor(kata: Kata) -> int:
    """Where the words behind a name begin (`selaku`, `tahun`); a text may begin with such words."""
    mulai = next((i for i in range(len(kata)) if _pangkal(kata, i)), len(kata))
    ekor = muat_kantor().ekor
    return next((i for i in range(mulai + 1, len(kata)) if frasa_di(kata, i, ekor)), len(kata))


def _letak(kata: Kata) -> tuple[_Letak, ...]:
    """Regions with their level word: those of the list, else misprinted ones, else one that the list does not have."""
    sure: list[_Letak] = []
    near: list[_Letak] = []
    for awal, tingkat in enumerate(kata):
        cocok = baca_wilayah(_sampai_koma(kata[awal + 1 :]), tingkat) if tingkat in TINGKAT else None
        if cocok is None or (sure and awal < sure[-1].akhir) or _pilihan_tingkat(kata, awal):
            continue
        akhir = awal + 1 + cocok.panjang
        if not cocok.tepat and not _batas(kata, akhir):
            continue
        nama = cocok.wilayah.nama if cocok.wilayah else ""
        letak = _Letak(awal=awal, akhir=akhir, tingkat=tingkat, nama=nama)
        (sure if cocok.tepat else near).append(letak)
    return tuple(_berurut(sure, near)) or _tak_terdaftar(kata)


def _batas(kata: Kata, akhir: int) -> bool:
    """Whether a misprinted name may end here: before an unknown word it is rather one that the list does not have."""
    return akhir >= len(kata) or kata[akhir] in muat_kantor().kosakata or not kata[akhir].isalpha()


def _sampai_koma(kata: Kata) -> Kata:
    return kata[: kata.index(KOMA)] if KOMA in kata else kata


def _pilihan_tingkat(kata: Kata, awal: int) -> bool:
    """Whether a level word is one of two (`Kabupaten/Kota`), which names neither."""
    return awal > 1 and kata[awal - 1] == KOMA and kata[awal - 2] in TINGKAT


def _berurut(sure: Sequence[_Letak], near: Sequence[_Letak]) -> list[_Letak]:
    """Certain places, and uncertain ones that stand apart from them."""
    apart = [item for item in near if all(item.akhir <= one.awal or one.akhir <= item.awal for one in sure)]
    return sorted([*sure, *apart], key=lambda item: item.awal)


def _tak_terdaftar(kata: Kata) -> tuple[_Letak, ...]:
    for awal in reversed(range(len(kata))):
        if kata[awal] not in TINGKAT:
            continue
        nama: list[str] = []
        for i in range(awal + 1, len(kata)):
            if kata[i] in TINGKAT or kata[i] == KOMA or not kata[i].isalpha() or _pangkal(kata, i):
                break
            nama.append(kata[i])
        if nama:
            text = " ".join(nama) if len(nama) <= _TAK_DITULIS and not seperti_wilayah(nama, kata[awal]) else ""
            return (_Letak(awal=awal, akhir=awal + 1 + len(nama), tingkat=kata[awal], nama=text),)
    return ()


def _bertingkat(kata: Kata, letak: Sequence[_Letak]) -> Kantor | None:
    pilihan = _pilih(kata, letak)
    if not pilihan.nama or _bertentangan(pilihan, letak):
        return None
    before, after = kata[: _awal_wilayah(kata, pilihan, letak)], kata[pilihan.akhir :]
    before, after = _tanpa_ulang(before[: _ekor(before)], pilihan), _tanpa_letak(_sebelum_ekor(after), pilihan)
    if _bagian(before):
        lebih = _bagian(after)
        unit = _unit((*before, *after) if lebih and lebih[0].pangkal in _ANAK else before)
    elif _bagian(after):
        unit = _unit(after)
    else:
        unit = "" if not before or before[-1] == _PEMERINTAH else _singkatan(before)
        unit = _singkatan(after) or unit if unit == "" else unit
    return None if unit is None else Kantor(unit=unit, tingkat=pilihan.tingkat, wilayah=pilihan.nama)


def _singkatan(kata: Kata) -> str | None:
    """The only word of a name where it abbreviates an office that the dictionary does not have: the unit as it is."""
    tersisa = _rapi(kata)
    bukan = muat_kantor().bukan
    return tersisa[0] if len(tersisa) == 1 and _SINGKATAN.fullmatch(tersisa[0]) and tersisa[0] not in bukan else None


def _pilih(kata: Kata, letak: Sequence[_Letak]) -> _Letak:
    """The region of the office: that of a letterhead, else the last one, a regency before the province it stands in."""
    if letak[0].awal and kata[letak[0].awal - 1] == _PEMERINTAH and not _bagian(kata[: letak[0].awal]):
        return letak[0]
    akhir = letak[-1]
    if akhir.tingkat == _PROVINSI and len(letak) > 1:
        sebelum = letak[-2]
        if sebelum.tingkat != _PROVINSI and set(kata[sebelum.akhir : akhir.awal]) <= {KOMA, "di"}:
            return sebelum
    return akhir


def _tanpa_ulang(kata: Kata, pilihan: _Letak) -> Kata:
    """A unit without the name of its region, where that stands behind it without its level (`Dinas X Aceh`)."""
    bagian = _bagian(kata)
    if not bagian or bagian[-1].pangkal in _BERNAMA | _DI_BAWAH:
        return kata
    for panjang in range(min(len(kata) - 1, _TERPANJANG), 0, -1):
        if any((x.nama, x.tingkat) == (pilihan.nama, pilihan.tingkat) for x in wilayah_bernama(kata[-panjang:])):
            return kata[:-panjang]
    return kata


def _awal_wilayah(kata: Kata, pilihan: _Letak, letak: Sequence[_Letak]) -> int:
    """Where the region of an office begins; it may be printed twice behind the unit."""
    sama = (item.awal for item in letak if (item.nama, item.tingkat) == (pilihan.nama, pilihan.tingkat))
    return next((awal for awal in sama if _bagian(kata[:awal])), pilihan.awal)


def _bertentangan(pilihan: _Letak, letak: Sequence[_Letak]) -> bool:
    """Whether another region could as well be that of the office."""
    return any(
        (item.nama, item.tingkat) != (pilihan.nama, pilihan.tingkat)
        for item in letak
        if (item.tingkat == _PROVINSI) == (pilihan.tingkat == _PROVINSI)
    )


def _tanpa_letak(kata: Kata, pilihan: _Letak) -> Kata:
    """The words before a region that is printed again behind the unit."""
    ulang = [i for i in range(len(kata)) if kata[i] in (pilihan.tingkat, _PROVINSI)]
    return kata[: ulang[0]] if ulang else kata


def _sebelum_ekor(kata: Kata) -> Kata:
    ekor = muat_kantor().ekor
    return kata[: next((i for i in range(len(kata)) if frasa_di(kata, i, ekor)), len(kata))]


def _di_pusat(kata: Kata) -> Kantor | None:
    bagian = _bagian(kata)
    if not any(item.pangkal == _KEMENTERIAN or tuple(item.pangkal.split()) in muat_kantor().pusat for item in bagian):
        return None
    unit = _unit(kata)
    return Kantor(unit=unit, tingkat=_KEMENTERIAN, wilayah="") if unit else None


def _tanpa_tingkat(kata: Kata, tingkat: str) -> Kantor | None:
    """An office whose region stands at its end without its level: `Disnaker Tangsel`."""
    bagian = _bagian(kata)
    if not bagian and kata[:1] != (_PEMERINTAH,):
        return None
    if bagian and bagian[0].pangkal in _SEPERTI_WILAYAH:
        return None
    for panjang in range(min(len(kata) - 1, _TERPANJANG), 0, -1):
        nama = kata[-panjang:]
        found = () if nama in muat_kantor().urusan else wilayah_bernama(nama)
        if not found:
            continue
        cocok = [item for item in found if len(found) == 1 or item.tingkat == tingkat]
        unit = "" if kata[:-panjang] == (_PEMERINTAH,) else _unit(kata[:-panjang])
        if not cocok or unit is None:
            return None
        return Kantor(unit=unit, tingkat=cocok[0].tingkat, wilayah=cocok[0].nama)
    return None


def _pangkal(kata: Kata, awal: int) -> tuple[str, int] | None:
    """The beginning of an office name at a place, and how many words it has."""
    found = frasa_di(kata, awal, muat_kantor().pangkal)
    return (" ".join(found[1]), len(found[0])) if found else None


def _bagian(kata: Kata) -> tuple[_Bagian, ...]:
    """The pieces of a name; what stands before the first is a position or a heading."""
    mulai: list[tuple[int, str, int]] = []
    for i in range(len(kata)):
        found = _pangkal(kata, i)
        if found is None or found[0] == _PEMERINTAH or (i and kata[i - 1] == "dan" and mulai):
            continue
        if mulai and found[0] in ("kecamatan", "kelurahan") and mulai[-1][1] in _BERTUGAS:
            continue
        if not mulai or i >= mulai[-1][0] + mulai[-1][2]:
            mulai.append((i, *found))
    batas = [*(i for i, _, _ in mulai), len(kata)][1:]
    pieces = [
        _Bagian(pangkal=pangkal, isi=_rapi(kata[i + panjang : akhir]))
        for (i, pangkal, panjang), akhir in zip(mulai, batas, strict=True)
    ]
    return tuple(_gabung(pieces))


def _gabung(pieces: Sequence[_Bagian]) -> list[_Bagian]:
    """Pieces without those that only stand before another one (`UPT Puskesmas`, `Kantor Kecamatan`)."""
    out: list[_Bagian] = []
    for k, piece in enumerate(pieces):
        last = k == len(pieces) - 1
        if piece.isi or last or piece.pangkal in _TANPA_NAMA or piece.pangkal in muat_kantor().tetap:
            out.append(piece)
        elif piece.pangkal == "puskesmas":
            out.append(_Bagian(pangkal=piece.pangkal, isi=(pieces[k + 1].pangkal, *pieces[k + 1].isi)))
    return out


def _rapi(kata: Kata) -> Kata:
    """Words without commas, joints and prepositions at their ends."""
    hampa = {KOMA, "dan", "di", _PEMERINTAH}
    awal = next((i for i, word in enumerate(kata) if word not in hampa), len(kata))
    akhir = next((i for i in range(len(kata), awal, -1) if kata[i - 1] not in hampa), awal)
    return kata[awal:akhir]


def _unit(kata: Kata) -> str | None:
    """The dictionary spelling of a unit, None when it cannot be told which one is meant."""
    pieces = sorted(_utama(_bagian(kata)), key=lambda item: item.pangkal not in _DI_BAWAH)
    if not pieces or sum(item.pangkal not in _DI_BAWAH for item in pieces) > 1:
        return None
    tulisan = [_tulis(item) for item in pieces]
    return " ".join(text for text in tulisan if text) if all(tulisan) else None


def _utama(pieces: Sequence[_Bagian]) -> Sequence[_Bagian]:
    """The pieces that say which office it is: not a division beside it, not the office above a named one."""
    pieces = tuple(dict.fromkeys(pieces))
    lain = tuple(item for item in pieces if item.pangkal not in _BAGIAN)
    if len(lain) < len(pieces) and all(item.pangkal == _SETDA for item in lain):
        return tuple(item for item in pieces if item.pangkal in _BAGIAN)
    if lain and lain[0].pangkal == "kelurahan":
        return lain
    return tuple(item for item in lain if item.pangkal in _BERNAMA)[:1] or lain


def _tulis(item: _Bagian) -> str | None:
    kamus = muat_kantor()
    if item.pangkal in kamus.tetap or tuple(item.pangkal.split()) in kamus.pusat:
        return item.pangkal
    if item.pangkal in _BERNAMA | _DI_BAWAH:
        tugas = " ".join(word for word in item.isi if word not in kamus.gelar and word != KOMA)
    else:
        isi = tuple(word for word in item.isi if word != "daerah" or item.pangkal not in _TANPA_DAERAH)
        tugas = _gabung_tugas({part for piece in _pecah(isi) for part in _tugas(piece)})
    if not tugas and item.pangkal not in _TANPA_NAMA:
        return None
    return f"{item.pangkal} {tugas}".strip()


def _pecah(kata: Kata) -> list[Kata]:
    """The tasks of a name, which are joined by commas and `dan`."""
    pieces: list[list[str]] = [[]]
    for word in kata:
        if word in (KOMA, "dan"):
            pieces.append([])
        else:
            pieces[-1].append(word)
    return [tuple(piece) for piece in pieces if piece]


def _tugas(kata: Kata) -> tuple[str, ...]:
    """One task in dictionary spelling, or the known tasks that it runs together."""
    urusan = muat_kantor().urusan
    if kata in urusan:
        return (urusan[kata],)
    parts: list[str] = []
    i = 0
    while i < len(kata):
        panjang = next((n for n in range(len(kata) - i, 0, -1) if kata[i : i + n] in urusan), 0)
        if not panjang:
            return (_tugas_terdekat(" ".join(kata)),)
        parts.append(urusan[kata[i : i + panjang]])
        i += panjang
    return tuple(parts)


def _tugas_terdekat(text: str) -> str:
    """The known task of which a text is a misprint, when only one is near; the text itself when none is."""
    galat = next((galat for batas, galat in _HURUF_PER_GALAT if len(text) >= batas), 0)
    near = sorted(
        (jarak, baku)
        for kata, baku in muat_kantor().urusan.items()
        if (jarak := OSA.distance(text, " ".join(kata), score_cutoff=galat + _JARAK_AMAN)) <= galat + _JARAK_AMAN
    )
    certain = near and near[0][0] <= galat and (len(near) == 1 or near[1][0] >= near[0][0] + _JARAK_AMAN)
    return near[0][1] if certain else text


def _gabung_tugas(tugas: AbstractSet[str]) -> str:
    """Tasks in the order of the dictionary, those it lacks behind them by letters."""
    urutan = {text: at for at, text in reversed(list(enumerate(muat_kantor().urusan.values())))}
    parts = sorted(tugas, key=lambda text: (urutan.get(text, sys.maxsize), text))
    return " dan ".join(part for part in (", ".join(parts[:-1]), *parts[-1:]) if part)
