"""Pairs of levels that a change or a gap is measured from, and how surely the words tie them to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from pipeline.klaim.hubungan.operan import Operan, antara, kelas, sebelum, sekelas
from pipeline.klaim.hubungan.tiga_angka import acuan_lain, dua_tingkat, target_dan_hasil
from pipeline.klaim.hubungan.ujung import ujung_lain
from pipeline.klaim.hubungan.urutan_waktu import beda_waktu, mendahului_waktu, tahun_sebelumnya, urutan, waktu
from schemas.narasi import Acuan, Kalimat, Peran

TINGKAT = frozenset(
    {Peran.NILAI, Peran.REALISASI, Peran.CAPAIAN, Peran.ANGGARAN, Peran.REALISASI_ANGGARAN, Peran.BAGIAN}
)
"""Roles of numbers that change from year to year."""

TINGKAT_POLOS = TINGKAT - {Peran.BAGIAN} | {Peran.LAIN}

NAIK = r"naik|meningkat|bertambah|tumbuh|melonjak|membesar|terangkat"
TURUN = r"turun|menurun|berkurang|menyusut|merosot|anjlok|mengecil|terkikis|terkoreksi"
_KATA_UBAH = (
    r"kenaikan|peningkatan|penurunan|pertambahan|penambahan|pengurangan|pertumbuhan|perubahan|selisih|"
    rf"{NAIK}|{TURUN}"
)
_DARI = re.compile(
    r"(?<!terdiri )(?<!\bbesar )(?<!tinggi )(?<!rendah )(?<!\bkecil )(?<!lebih )(?<!kurang )(?<!selain )(?<!berasal )"
    r"\bdari(?:pada)?\b(?!\s+(?:total|target|jumlah|seluruh))(?:\s+[\w./%()-]+){0,8}\s*$"
)
_MENJADI = re.compile(
    r"\b(?:menjadi|ke|hingga|sampai)\b(?:\s+(?:sebesar|sebanyak|sekitar|hanya|nilai|angka|minus|negatif|mencapai|pada|"
    r"tahun|(?:19|20)\d\d|\())*\s*(?:rp\.?\s*)?$"
)
_BANDING = re.compile(r"\b(?:di)?banding(?:kan)?\b|\bterhadap\b|\bdari(?:pada)?\b")
_TINGKAT_LALU = re.compile(rf"\b(?:di)?banding(?:kan|an)?\b.*\b(?:19|20)\d\d\b(?!.*\b(?:{_KATA_UBAH})\b)")
_KATA = re.compile(r"[^\W\d_]{3,}")
_UMUM = frozenset(
    re.findall(
        r"\w+",
        "mengalami sebesar sebanyak terjadi adanya terdapat realisasi capaian kinerja nilai angka indikator tahun "
        "sehingga atau dengan maka artinya berarti dan ini itu tersebut yang jika bila apabila dibandingkan "
        "dibanding perbandingan hal dalam ialah menunjukkan menunjukan telah sudah dari pada pula juga ada yaitu yakni "
        "cukup signifikan kondisi sebelumnya lalu kemudian hasil data tercatat masih lebih poin point persen "
        "persentase rata mencapai menjadi adalah terhadap daripada januari februari maret april mei juni juli "
        "agustus september oktober november desember triwulan semester periode tinggi "
        "rendah besar kecil banyak sedikit demikian hanya hingga sampai tadinya semula terakhir setahun selama satu",
    )
)
_BILA = re.compile(r"\b(?:bila|jika|apabila|kalau)\b")
_LALU = re.compile(r"\btahun\s+(?:sebelumnya|lalu)\b|\bsemula\b")
_PUTUS = re.compile(r"\b(?:sedangkan|sementara|adapun|sebaliknya)\b|;")
_SEMULA = re.compile(
    r"[\s,()]*(?:(?:pada\s+)?(?:tahun\s+)?(?:19|20)\d\d[\s,()]*)?dari(?:pada)?\s+(?:yang\s+|kondisi\s+|nilai\s+|angka\s+)?"
    r"(?:semula(?:nya)?|sebelumnya|awalnya|tahun\s+(?:lalu|sebelumnya)|(?:pada\s+)?tahun\s+(?:19|20)\d\d)"
    r"(?:\s+(?:yang|sebesar|sebanyak|mencapai|tercatat|hanya|sebesar|yaitu|\())*\s*"
)
_PEMBUKA = frozenset(("pada", "kalau", "setelah", "sebelum", "semula"))
_YAITU = re.compile(
    r"[\s,(]*(?:(?:yaitu|yakni|semula(?:nya)?|sebelumnya|awalnya|sebesar|sebanyak|tahun|pada|(?:19|20)\d\d)[\s,]*)+"
)
_ANTARA = re.compile(r"\W*antara\b")
_DAN = re.compile(r"\b(?:dan|dengan)\b")
_TIGA = 3
_BERANTAI = re.compile(r"^[^.;]{0,40}\b(?:menjadi|dan|kemudian|lalu|serta|lagi)\b")


class Pola(StrEnum):
    """How the levels stand to the words of change."""

    DARI_MENJADI = "dari a menjadi b"
    DUA_TAHUN = "dua tahun berurutan"
    DIBANDING = "b dibanding a"
    TARGET = "terhadap target"
    BANDING = "b di atas atau di bawah a"
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
    if len(antara(kalimat, a, b)) > 120 or not hanya_umum(kalimat, a, b):
        return None
    if urutan(a) is None or urutan(b) is None or waktu(a) == waktu(b):
        return None
    return _berurutan(a, b, Pola.DUA_TAHUN)


def dari_semula(kalimat: Kalimat, b: Operan, a: Operan) -> Pasangan | None:
    """The pair "menjadi b dari semula a"; None where a may be the whole that b is a part of."""
    if not _SEMULA.fullmatch(antara(kalimat, b, a)):
        return None
    pertama, kedua = urutan(a), urutan(b)
    if pertama is not None and kedua is not None and pertama >= kedua:
        return None
    return Pasangan(awal=a, akhir=b, pola=Pola.DARI_MENJADI)


def tahun_lalu(kalimat: Kalimat, a: Operan, b: Operan) -> Pasangan | None:
    """The pair "jika tahun sebelumnya a, maka … menjadi b", where nothing is named before a."""
    depan = sebelum(kalimat, a)
    if a.posisi or not set(_KATA.findall(depan)) <= _UMUM | _PEMBUKA or ";" in antara(kalimat, a, b):
        return None
    pertama, kedua = urutan(a), urutan(b)
    urut = pertama is not None and kedua is not None and pertama < kedua
    if not (urut or (_LALU.search(depan) and (a.teks.tahun is None or a.teks.tahun != b.teks.tahun))):
        return None
    return Pasangan(awal=a, akhir=b, pola=Pola.DUA_TAHUN)


def urut_banding(kalimat: Kalimat, b: Operan, a: Operan) -> Pasangan | None:
    """The pair "b … dibanding tahun Y1 sebesar a"; None where a is of no other, or of a later year."""
    lalu = bool(_LALU.search(antara(kalimat, b, a)))
    if not hanya_umum(kalimat, b, a) or (a.teks.tahun is None and not lalu) or (waktu(a) == waktu(b) and not lalu):
        return None
    pertama, kedua = urutan(a), urutan(b)
    if pertama is not None and kedua is not None and pertama > kedua:
        return None
    return Pasangan(awal=a, akhir=b, pola=Pola.DIBANDING)


def _terhadap_target(selisih: Operan | None) -> bool:
    return selisih is not None and selisih.teks.acuan is Acuan.TARGET


def _terikat(kalimat: Kalimat, operan: Sequence[Operan | None], posisi: int) -> Iterator[Pasangan]:
    awal, akhir = _rumpun(kalimat, operan, posisi)
    selisih, ujung = operan[awal], operan[akhir]
    if selisih is not None and _TINGKAT_LALU.search(sebelum(kalimat, selisih)):
        return
    if ujung is not None and acuan_lain(kalimat, ujung, [item for item in operan if item is not None]):
        return
    if _terhadap_target(operan[posisi]):
        yield from _target(kalimat, operan, awal, akhir)
        return
    for cara in (_dari_sesudah, _dari_sebelum, _mengapit, _dua_tahun, _dibanding, _bila_dibanding, _antara_tahun):
        pasangan = cara(kalimat, operan, awal, akhir)
        if pasangan is not None:
            menjadi = pasangan.pola is Pola.DARI_MENJADI
            if menjadi or not ujung_lain(kalimat, pasangan.awal, pasangan.akhir, awal, akhir):
                yield pasangan
            return
    dua = dua_tingkat(kalimat, operan, awal, akhir)
    if dua is not None:
        if not ujung_lain(kalimat, dua.awal, dua.akhir, awal, akhir):
            yield Pasangan(awal=dua.awal, akhir=dua.akhir, pola=Pola.DUA_TAHUN, terurut=dua.terurut)
        return
    yield from _rantai(kalimat, operan, awal)


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
    """"kenaikan sebesar d dari a menjadi b", with no other subject between."""
    selisih, a = (*operan, None)[akhir : akhir + 2]
    if selisih is None or a is None:
        return None
    sela = antara(kalimat, selisih, a).rpartition("dari")[0]
    if _PUTUS.search(sela) or not _dikenal(kalimat, selisih, sela):
        return None
    return _pasangan_dari(kalimat, operan, akhir + 1)


def _mengapit(kalimat: Kalimat, operan: Sequence[Operan | None], awal: int, akhir: int) -> Pasangan | None:
    """"dari a … naik sebesar d menjadi b"."""
    a, selisih, ujung, b = operan[awal - 1] if awal else None, operan[awal], operan[akhir], (*operan, None)[akhir + 1]
    if a is None or b is None or selisih is None or ujung is None or not sekelas(a.angka, b.angka):
        return None
    if not {a.teks.peran, b.teks.peran} <= TINGKAT_POLOS or a.teks.wilayah or b.teks.wilayah:
        return None
    bertanggal = a.teks.tahun is not None and a.teks.tahun != b.teks.tahun
    if kelas(a.angka) != kelas(b.angka) or not (bertanggal or _LALU.search(sebelum(kalimat, a))):
        return None
    if not _DARI.search(sebelum(kalimat, a)) or len(antara(kalimat, a, selisih)) > 90:
        return None
    if _PUTUS.search(antara(kalimat, a, selisih)) or not _MENJADI.fullmatch(antara(kalimat, ujung, b).strip() + " "):
        return None
    return _berurutan(a, b, Pola.DARI_MENJADI)


def _dari_sebelum(kalimat: Kalimat, operan: Sequence[Operan | None], awal: int, akhir: int) -> Pasangan | None:
    """"dari a menjadi b atau naik d"."""
    selisih = operan[awal]
    b = operan[awal - 1] if awal >= 2 else None
    if selisih is None or b is None or not hanya_umum(kalimat, b, selisih):
        return None
    return _pasangan_dari(kalimat, operan, awal - 2)


def _pasangan_dari(kalimat: Kalimat, operan: Sequence[Operan | None], posisi: int) -> Pasangan | None:
    a, b, c = ((*operan, None, None, None)[posisi + k] for k in range(3))
    if a is None or b is None or not (_dari_menjadi(kalimat, a, b) or _yaitu_menjadi(kalimat, a, b)):
        return None
    rantai = c is not None and c.teks.peran in TINGKAT and sekelas(b.angka, c.angka)
    if rantai and c is not None and _BERANTAI.search(antara(kalimat, b, c)):
        return None
    return _berurutan(a, b, Pola.DARI_MENJADI)


def _dua_tahun(kalimat: Kalimat, operan: Sequence[Operan | None], awal: int, akhir: int) -> Pasangan | None:
    """"tahun Y1 sebesar a dan tahun Y2 sebesar b, naik sebesar d"."""
    a, b, selisih = _pada(operan, awal - 2), _pada(operan, awal - 1), operan[awal]
    if a is None or b is None or selisih is None or not sekelas(a.angka, b.angka) or not beda_waktu(a, b):
        return None
    lain = [x for x in _tingkat(operan, selisih, target=False) if x.posisi < a.posisi and sekelas(x.angka, a.angka)]
    if any(waktu(item) not in (waktu(a), waktu(b)) for item in lain) or not hanya_umum(kalimat, b, selisih):
        return None
    return _berurutan(a, b, Pola.DUA_TAHUN)


def _dibanding(kalimat: Kalimat, operan: Sequence[Operan | None], awal: int, akhir: int) -> Pasangan | None:
    """"tahun Y2 sebesar b, berkurang d dibanding tahun Y1 sebesar a"."""
    b, a, selisih, ujung = _pada(operan, awal - 1), _pada(operan, akhir + 1), operan[awal], operan[akhir]
    if a is None or b is None or selisih is None or ujung is None or not sekelas(a.angka, b.angka):
        return None
    sela = antara(kalimat, ujung, a)
    if not _BANDING.search(sela) or not mendahului_waktu(a, b, lalu=bool(_LALU.search(sela))):
        return None
    if not hanya_umum(kalimat, b, selisih):
        return None
    return Pasangan(awal=a, akhir=b, pola=Pola.DIBANDING)


def _yaitu_menjadi(kalimat: Kalimat, a: Operan, b: Operan) -> bool:
    """"…, yaitu a pada tahun Y1 menjadi b", "…, semula a menjadi b"."""
    if not {a.teks.peran, b.teks.peran} <= TINGKAT | {Peran.LAIN} or not sekelas(a.angka, b.angka):
        return False
    sela = antara(kalimat, a, b)
    return len(sela) < 60 and bool(_YAITU.fullmatch(sebelum(kalimat, a)) and _MENJADI.search(sela))


def _antara_tahun(kalimat: Kalimat, operan: Sequence[Operan | None], awal: int, akhir: int) -> Pasangan | None:
    """"selisih d antara tahun Y1 sebesar a dan tahun Y2 sebesar b"."""
    a, b, ujung = _pada(operan, akhir + 1), _pada(operan, akhir + 2), operan[akhir]
    if a is None or b is None or ujung is None or not sekelas(a.angka, b.angka) or not beda_waktu(a, b):
        return None
    if not _ANTARA.match(antara(kalimat, ujung, a)) or not _DAN.search(antara(kalimat, a, b)):
        return None
    return _berurutan(a, b, Pola.DUA_TAHUN) if hanya_umum(kalimat, a, b) else None


def _bila_dibanding(kalimat: Kalimat, operan: Sequence[Operan | None], awal: int, akhir: int) -> Pasangan | None:
    """"kenaikan sebesar d pada …, bila b dibandingkan dengan tahun sebelumnya a"."""
    b, a, ujung = _pada(operan, akhir + 1), _pada(operan, akhir + 2), operan[akhir]
    if a is None or b is None or ujung is None or not sekelas(a.angka, b.angka):
        return None
    depan, sela = antara(kalimat, ujung, b), antara(kalimat, b, a)
    if not _BILA.search(depan) or _PUTUS.search(depan) or not _BANDING.search(sela) or len(sela) > 90:
        return None
    lalu = a.teks.tahun is not None and b.teks.tahun is not None and a.teks.tahun < b.teks.tahun
    if a.teks.tahun is not None and a.teks.tahun == b.teks.tahun and not _LALU.search(sela):
        return None
    return Pasangan(awal=a, akhir=b, pola=Pola.DIBANDING, terurut=lalu or bool(_LALU.search(sela)))


def _rantai(kalimat: Kalimat, operan: Sequence[Operan | None], awal: int) -> Iterator[Pasangan]:
    """Three or more years in a row before the change: neighbours, the last two first, and both ends."""
    selisih, deret = operan[awal], _deret(kalimat, operan, awal)
    if selisih is None or len(deret) < _TIGA or not hanya_umum(kalimat, deret[-1], selisih):
        return
    pasangan = [*reversed(list(pairwise(deret))), (deret[0], deret[-1])]
    yield from (_berurutan(a, b, Pola.DUA_TAHUN) for a, b in pasangan)


def _deret(kalimat: Kalimat, operan: Sequence[Operan | None], awal: int) -> list[Operan]:
    """Levels of rising years that end before a position."""
    deret: list[Operan] = []
    for posisi in range(awal - 1, -1, -1):
        item = _pada(operan, posisi)
        if item is None or item.teks.tahun is None or item.teks.periode is not None:
            break
        if deret and not _mendahului(kalimat, item, deret[0]):
            break
        deret.insert(0, item)
    return deret


def _mendahului(kalimat: Kalimat, a: Operan, b: Operan) -> bool:
    if a.teks.tahun is None or b.teks.tahun is None or not sekelas(a.angka, b.angka):
        return False
    return a.teks.tahun < b.teks.tahun and hanya_umum(kalimat, a, b)


def _target(kalimat: Kalimat, operan: Sequence[Operan | None], awal: int, akhir: int) -> Iterator[Pasangan]:
    """The only realisasi and the only target of the sentence, both next to the gap or to each other."""
    ujung = target_dan_hasil(kalimat, operan, awal, akhir)
    if ujung is not None:
        yield Pasangan(awal=ujung.awal, akhir=ujung.akhir, pola=Pola.TARGET)
        return
    ada = [item for item in operan if item is not None]
    targets = [item for item in ada if item.teks.peran is Peran.TARGET]
    hasil = [item for item in ada if item.teks.peran in (Peran.REALISASI, Peran.NILAI, Peran.CAPAIAN)]
    if len(targets) != 1 or len(hasil) != 1 or not sekelas(targets[0].angka, hasil[0].angka):
        return
    tempat = {targets[0].posisi, hasil[0].posisi, *range(awal, akhir + 1)}
    rapat = max(tempat) - min(tempat) + 1 == len(tempat) and not beda_waktu(targets[0], hasil[0])
    yield Pasangan(awal=targets[0], akhir=hasil[0], pola=Pola.TARGET, terikat=rapat)


def hanya_umum(kalimat: Kalimat, b: Operan, selisih: Operan) -> bool:
    """Whether the words between a level and its change name no other subject than the one before."""
    teks = antara(kalimat, b, selisih)
    return len(teks) <= 160 and _dikenal(kalimat, b, teks)


def _dikenal(kalimat: Kalimat, b: Operan, teks: str) -> bool:
    """Whether a text behind a number says nothing but words of change and words said before it."""
    dikenal = set(_KATA.findall(kalimat.teks.text[: b.teks.mulai].lower())) | _UMUM
    return all(kata in dikenal or re.fullmatch(_KATA_UBAH, kata) for kata in _KATA.findall(teks))


def _berurutan(a: Operan, b: Operan, pola: Pola) -> Pasangan:
    """The pair in order of time; what comes behind "dari" is the earlier one unless the years say otherwise."""
    pertama, kedua = urutan(a), urutan(b)
    if tahun_sebelumnya(a) is not tahun_sebelumnya(b):
        awal, akhir = (a, b) if tahun_sebelumnya(a) else (b, a)
        return Pasangan(awal=awal, akhir=akhir, pola=pola, terurut=awal is a or pola is not Pola.DARI_MENJADI)
    if pertama is None or kedua is None:
        return Pasangan(awal=a, akhir=b, pola=pola, terurut=pola is Pola.DARI_MENJADI)
    if pertama <= kedua:
        return Pasangan(awal=a, akhir=b, pola=pola, terurut=pertama < kedua or pola is Pola.DARI_MENJADI)
    return Pasangan(awal=b, akhir=a, pola=pola, terurut=pola is not Pola.DARI_MENJADI)
