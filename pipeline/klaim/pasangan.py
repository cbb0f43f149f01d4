"""Pairs of levels that a change or a gap is measured from, and how surely the words tie them to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from pipeline.klaim.operan import Operan, antara, sebelum, sekelas
from schemas.narasi import Acuan, Kalimat, Peran

TINGKAT = frozenset(
    {Peran.NILAI, Peran.REALISASI, Peran.CAPAIAN, Peran.ANGGARAN, Peran.REALISASI_ANGGARAN, Peran.BAGIAN}
)
"""Roles of numbers that change from year to year."""

NAIK = r"naik|meningkat|bertambah|tumbuh"
TURUN = r"turun|menurun|berkurang|menyusut"
_KATA_UBAH = (
    r"kenaikan|peningkatan|penurunan|pertambahan|penambahan|pengurangan|pertumbuhan|perubahan|selisih|"
    rf"{NAIK}|{TURUN}"
)
_DARI = re.compile(
    r"(?<!terdiri )(?<!besar )(?<!tinggi )(?<!rendah )(?<!kecil )(?<!lebih )(?<!kurang )(?<!selain )(?<!berasal )"
    r"\bdari(?:pada)?\b(?!\s+(?:total|target|jumlah|seluruh))(?:\s+[\w./%()-]+){0,8}\s*$"
)
_MENJADI = re.compile(
    r"\b(?:menjadi|ke)\b(?:\s+(?:sebesar|sebanyak|sekitar|hanya|nilai|angka|minus|negatif))*\s*(?:rp\.?\s*)?$"
)
_BANDING = re.compile(r"\b(?:di)?banding(?:kan)?\b|\bterhadap\b|\bdari(?:pada)?\b")
_TINGKAT_LALU = re.compile(r"\b(?:di)?banding(?:kan|an)?\b.*\b(?:19|20)\d\d\b")
_KATA = re.compile(r"[^\W\d_]{3,}")
_UMUM = frozenset(
    re.findall(
        r"\w+",
        "mengalami sebesar sebanyak terjadi adanya terdapat realisasi capaian kinerja nilai angka indikator tahun "
        "sehingga atau dengan maka artinya berarti dan ini itu tersebut yang jika bila apabila dibandingkan "
        "dibanding perbandingan hal menunjukkan menunjukan telah sudah dari pada pula juga ada yaitu yakni sedikit "
        "cukup signifikan kondisi sebelumnya lalu kemudian hasil data tercatat masih lebih poin point persen "
        "persentase rata mencapai menjadi adalah terhadap daripada januari februari maret april mei juni juli "
        "agustus september oktober november desember triwulan semester periode",
    )
)
_BERANTAI = re.compile(r"^[^.;]{0,40}\b(?:menjadi|dan|kemudian|lalu|serta|lagi)\b")


class Pola(StrEnum):
    """How the levels stand to the words of change."""

    DARI_MENJADI = "dari a menjadi b"
    DUA_TAHUN = "dua tahun berurutan"
    DIBANDING = "b dibanding a"
    TARGET = "terhadap target"
    SEKITAR = "angka lain di sekitarnya"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pasangan:
    """Two levels.

    Attributes:
        awal: the earlier level (or the target); akhir: the later one (or the realisasi).
        terikat: exactly this pair is meant by the words.
        terurut: it is known which of the two is the earlier.
    """

    awal: Operan
    akhir: Operan
    pola: Pola
    terikat: bool = True
    terurut: bool = True


def pasangan_selisih(kalimat: Kalimat, operan: Sequence[Operan | None], posisi: int) -> Iterator[Pasangan]:
    """Pairs inside the sentence that the change at that position may be measured from, tied ones first."""
    pilihan = list(_terikat(kalimat, operan, posisi))
    yield from pilihan
    tingkat = _tingkat(operan, operan[posisi], target=_terhadap_target(operan[posisi]))
    for nomor, a in enumerate(tingkat):
        for b in tingkat[nomor + 1 :]:
            sudah = any({a.posisi, b.posisi} == {p.awal.posisi, p.akhir.posisi} for p in pilihan)
            if sekelas(a.angka, b.angka) and not sudah:
                yield Pasangan(awal=a, akhir=b, pola=Pola.SEKITAR, terikat=False, terurut=False)


def pasangan_menjadi(kalimat: Kalimat, operan: Sequence[Operan | None]) -> Iterator[Pasangan]:
    """Every "dari a … menjadi b" of a sentence."""
    for a, b in pairwise(operan):
        if a is not None and b is not None and _dari_menjadi(kalimat, a, b):
            yield _berurutan(a, b, Pola.DARI_MENJADI)


def setara_waktu(kalimat: Kalimat, a: Operan, b: Operan) -> Pasangan | None:
    """The pair "tahun Y1 sebesar a … menjadi b"; None where other words than those of change stand between."""
    if len(antara(kalimat, a, b)) > 120 or not _hanya_umum(kalimat, a, b):
        return None
    if _urutan(a) is None or _urutan(b) is None or _waktu(a) == _waktu(b):
        return None
    return _berurutan(a, b, Pola.DUA_TAHUN)


def urut_banding(kalimat: Kalimat, b: Operan, a: Operan) -> Pasangan | None:
    """The pair "b … dibanding tahun Y1 sebesar a"; None where a is of no other, or of a later year."""
    if not _hanya_umum(kalimat, b, a) or a.teks.tahun is None or _waktu(a) == _waktu(b):
        return None
    pertama, kedua = _urutan(a), _urutan(b)
    if pertama is not None and kedua is not None and pertama > kedua:
        return None
    return Pasangan(awal=a, akhir=b, pola=Pola.DIBANDING)


def _terhadap_target(selisih: Operan | None) -> bool:
    return selisih is not None and selisih.teks.acuan is Acuan.TARGET


def _terikat(kalimat: Kalimat, operan: Sequence[Operan | None], posisi: int) -> Iterator[Pasangan]:
    awal, akhir = _rumpun(kalimat, operan, posisi)
    selisih = operan[awal]
    if selisih is not None and _TINGKAT_LALU.search(sebelum(kalimat, selisih)):
        return
    if _terhadap_target(operan[posisi]):
        yield from _target(operan, awal, akhir)
        return
    for cara in (_dari_sesudah, _dari_sebelum, _dua_tahun, _dibanding):
        pasangan = cara(kalimat, operan, awal, akhir)
        if pasangan is not None:
            yield pasangan
            return


def _rumpun(kalimat: Kalimat, operan: Sequence[Operan | None], posisi: int) -> tuple[int, int]:
    """First and last position of changes that are one, said twice: "naik 120 orang atau 4,5 persen"."""
    awal = akhir = posisi
    while awal and _kembar(kalimat, operan[awal - 1], operan[awal]):
        awal -= 1
    while akhir + 1 < len(operan) and _kembar(kalimat, operan[akhir], operan[akhir + 1]):
        akhir += 1
    return awal, akhir


def _kembar(kalimat: Kalimat, a: Operan | None, b: Operan | None) -> bool:
    if a is None or b is None or a.teks.peran is not Peran.SELISIH or b.teks.peran not in (Peran.SELISIH, Peran.PERSEN):
        return False
    kata = rf"\W*(?:(?:atau|yaitu|yakni|setara|{_KATA_UBAH}|dengan|sebesar|sebanyak)\W*)*"
    return bool(re.fullmatch(kata, antara(kalimat, a, b)))


def _tingkat(operan: Sequence[Operan | None], acuan: Operan | None, *, target: bool) -> list[Operan]:
    """Levels of the sentence for the same area."""
    wilayah = acuan.teks.wilayah if acuan is not None else None
    peran = TINGKAT | ({Peran.TARGET} if target else frozenset())
    ada = [item for item in operan if item is not None and item.teks.peran in peran]
    return [item for item in ada if item.teks.wilayah in (wilayah, None)]


def _pada(operan: Sequence[Operan | None], posisi: int) -> Operan | None:
    """The level at a position, None where there is none."""
    if not 0 <= posisi < len(operan):
        return None
    item = operan[posisi]
    return item if item is not None and item.teks.peran in TINGKAT and item.teks.wilayah is None else None


def _dari_menjadi(kalimat: Kalimat, a: Operan, b: Operan) -> bool:
    peran = TINGKAT | {Peran.LAIN}
    if a.teks.peran not in peran or b.teks.peran not in peran or not sekelas(a.angka, b.angka):
        return False
    sela = antara(kalimat, a, b)
    return len(sela) < 90 and bool(_DARI.search(sebelum(kalimat, a)) and _MENJADI.search(sela))


def _dari_sesudah(kalimat: Kalimat, operan: Sequence[Operan | None], awal: int, akhir: int) -> Pasangan | None:
    """"kenaikan sebesar d dari a menjadi b"."""
    return _pasangan_dari(kalimat, operan, akhir + 1)


def _dari_sebelum(kalimat: Kalimat, operan: Sequence[Operan | None], awal: int, akhir: int) -> Pasangan | None:
    """"dari a menjadi b atau naik d"."""
    selisih = operan[awal]
    b = operan[awal - 1] if awal >= 2 else None
    if selisih is None or b is None or not _hanya_umum(kalimat, b, selisih):
        return None
    return _pasangan_dari(kalimat, operan, awal - 2)


def _pasangan_dari(kalimat: Kalimat, operan: Sequence[Operan | None], posisi: int) -> Pasangan | None:
    a, b, c = ((*operan, None, None, None)[posisi + k] for k in range(3))
    if a is None or b is None or not _dari_menjadi(kalimat, a, b):
        return None
    rantai = c is not None and c.teks.peran in TINGKAT and sekelas(b.angka, c.angka)
    if rantai and c is not None and _BERANTAI.search(antara(kalimat, b, c)):
        return None
    return _berurutan(a, b, Pola.DARI_MENJADI)


def _dua_tahun(kalimat: Kalimat, operan: Sequence[Operan | None], awal: int, akhir: int) -> Pasangan | None:
    """"tahun Y1 sebesar a dan tahun Y2 sebesar b, naik sebesar d"."""
    a, b, selisih = _pada(operan, awal - 2), _pada(operan, awal - 1), operan[awal]
    if a is None or b is None or selisih is None or not sekelas(a.angka, b.angka) or not _beda_waktu(a, b):
        return None
    lain = [x for x in _tingkat(operan, selisih, target=False) if x.posisi < a.posisi and sekelas(x.angka, a.angka)]
    if any(_waktu(item) not in (_waktu(a), _waktu(b)) for item in lain) or not _hanya_umum(kalimat, b, selisih):
        return None
    return _berurutan(a, b, Pola.DUA_TAHUN)


def _dibanding(kalimat: Kalimat, operan: Sequence[Operan | None], awal: int, akhir: int) -> Pasangan | None:
    """"tahun Y2 sebesar b, berkurang d dibanding tahun Y1 sebesar a"."""
    b, a, selisih, ujung = _pada(operan, awal - 1), _pada(operan, akhir + 1), operan[awal], operan[akhir]
    if a is None or b is None or selisih is None or ujung is None or not sekelas(a.angka, b.angka):
        return None
    if a.teks.tahun is None or _waktu(a) == _waktu(b) or (b.teks.tahun or a.teks.tahun + 1) < a.teks.tahun:
        return None
    if not _BANDING.search(antara(kalimat, ujung, a)) or not _hanya_umum(kalimat, b, selisih):
        return None
    return Pasangan(awal=a, akhir=b, pola=Pola.DIBANDING)


def _target(operan: Sequence[Operan | None], awal: int, akhir: int) -> Iterator[Pasangan]:
    """The only realisasi and the only target of the sentence, both next to the gap or to each other."""
    ada = [item for item in operan if item is not None]
    targets = [item for item in ada if item.teks.peran is Peran.TARGET]
    hasil = [item for item in ada if item.teks.peran in (Peran.REALISASI, Peran.NILAI, Peran.CAPAIAN)]
    if len(targets) != 1 or len(hasil) != 1 or not sekelas(targets[0].angka, hasil[0].angka):
        return
    tempat = {targets[0].posisi, hasil[0].posisi, *range(awal, akhir + 1)}
    rapat = max(tempat) - min(tempat) + 1 == len(tempat)
    yield Pasangan(awal=targets[0], akhir=hasil[0], pola=Pola.TARGET, terikat=rapat)


def _hanya_umum(kalimat: Kalimat, b: Operan, selisih: Operan) -> bool:
    """Whether the words between a level and its change name no other subject than the one before."""
    teks = antara(kalimat, b, selisih)
    if len(teks) > 160 or ";" in teks:
        return False
    dikenal = set(_KATA.findall(kalimat.teks.text[: b.teks.mulai].lower())) | _UMUM
    return all(kata in dikenal or re.fullmatch(_KATA_UBAH, kata) for kata in _KATA.findall(teks))


def _waktu(operan: Operan) -> tuple[int | None, str | None]:
    return operan.teks.tahun, operan.teks.periode


def _beda_waktu(a: Operan, b: Operan) -> bool:
    return None not in (a.teks.tahun, b.teks.tahun) and _waktu(a) != _waktu(b)


_BULAN = re.findall(r"\w+", "januari februari maret april mei juni juli agustus september oktober november desember")
_ANGKA_BAGIAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}


def _urutan(operan: Operan) -> tuple[int, int] | None:
    """Year and place inside the year, None where it is not known."""
    tahun, periode = operan.teks.tahun, (operan.teks.periode or "").lower().split()
    if tahun is None:
        return None
    for kata in periode:
        if kata in _BULAN:
            return tahun, _BULAN.index(kata) + 1
        if kata in _ANGKA_BAGIAN:
            return tahun, _ANGKA_BAGIAN[kata] * (3 if periode[0].startswith("triwulan") else 6)
    return (tahun, 12) if not periode else None


def _berurutan(a: Operan, b: Operan, pola: Pola) -> Pasangan:
    """The pair in order of time; what comes behind "dari" is the earlier one unless the years say otherwise."""
    pertama, kedua = _urutan(a), _urutan(b)
    if pertama is None or kedua is None:
        return Pasangan(awal=a, akhir=b, pola=pola, terurut=pola is Pola.DARI_MENJADI)
    if pertama <= kedua:
        return Pasangan(awal=a, akhir=b, pola=pola, terurut=pertama < kedua or pola is Pola.DARI_MENJADI)
    return Pasangan(awal=b, akhir=a, pola=pola, terurut=pola is not Pola.DARI_MENJADI)
