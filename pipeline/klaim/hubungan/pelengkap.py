"""Two shares of one whole that make 100: the unemployed and the employed, the poor and all others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from pipeline.arithmetic import difference, point
from pipeline.klaim.hubungan.dasar import Hubungan
from pipeline.klaim.hubungan.operan import Operan, antara, sebelum, sesudah
from schemas.angka import Interval
from schemas.narasi import Kalimat, Peran

_SERATUS = Decimal(100)
_JAUH = Decimal(10)
"""Further from 100 the two are shares of different wholes."""
_BERARTI = re.compile(r"\b(?:berarti|artinya|sehingga|dengan\s+demikian|maka|atau\s+dengan\s+kata\s+lain)\b")
_SEBESAR = r"(?:\s+(?:adalah|ialah|yaitu|sebesar|mencapai|sebanyak|tercatat|pada\s+tahun\s+\d{4}|tahun\s+\d{4}))*\s*$"
_PASANGAN = tuple(
    (re.compile(rf"(?:{kiri}){_SEBESAR}"), re.compile(rf"(?:{kanan}){_SEBESAR}"))
    for kiri, kanan in (
        (
            r"pengangguran\s+terbuka(?:\s*\(tpt\))?|\btpt",
            r"\b(?:penduduk|angkatan\s+kerja)\s+(?:yang\s+)?bekerja|kesempatan\s+kerja(?:\s*\(tkk\))?|\btkk",
        ),
        (r"\bpenduduk\s+miskin|\btingkat\s+kemiskinan", r"\bpenduduk\s+(?:yang\s+)?tidak\s+miskin"),
    )
)
_LAIN = re.compile(
    r"\b(?:penurunan|menurun|turun|peningkatan|meningkat|naik|pertumbuhan|laju|selisih|target|tidak\s+bekerja|nasional|rata-rata"
    r"|usia\s+kerja|laki-laki|perempuan|perkotaan|perdesaan|formal|informal|triwulan|semester)\b"
)
"""Words that make one of the two a share of something else, or a change of it."""
_LEVEL = frozenset({Peran.NILAI, Peran.REALISASI, Peran.LAIN})


def hubungan_pelengkap(kalimat: Kalimat, operan: Sequence[Operan]) -> Iterator[Hubungan]:
    """"TPT sebesar p% berarti penduduk bekerja sebesar q%", with no third number, in either order."""
    if len(operan) != 2 or len(kalimat.klaim) != 2 or _LAIN.search(kalimat.teks.text.lower()):
        return
    a, b = operan
    if not all(item.angka.percent and item.teks.peran in _LEVEL and not item.teks.wilayah for item in operan):
        return
    if not _BERARTI.search(antara(kalimat, a, b)) or b.teks.tahun not in (None, a.teks.tahun):
        return
    depan, sela = sebelum(kalimat, a), antara(kalimat, a, b)
    berpasangan = any(
        (kiri.search(depan) and kanan.search(sela)) or (kanan.search(depan) and kiri.search(sela))
        for kiri, kanan in _PASANGAN
    )
    if berpasangan and abs(a.nilai + b.nilai - _SERATUS) <= _JAUH and not _dari_lain(sesudah(kalimat, b)):
        yield Hubungan(aturan="100% − a", hasil=b, operan=(a,), hitung=_sisanya)


def _dari_lain(ekor: str) -> bool:
    """Whether a share is said to be one of another whole ("dari penduduk usia kerja")."""
    dari = re.match(r"\s*dari\s+(?:(?:total|jumlah|seluruh)\s+)*(?P<apa>[a-z]+(?:\s+[a-z]+)?)", ekor)
    return dari is not None and not re.match(r"(?:angkatan\s+kerja|penduduk$|penduduk\s+(?!usia))", dari["apa"])


def _sisanya(nilai: Sequence[Interval]) -> Iterator[Interval]:
    yield difference(point(_SERATUS), nilai[0])
