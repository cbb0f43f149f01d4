"""A counted whole and its kinds: "Dari n layanan, sebanyak a layanan X, b layanan Y dan c layanan Z"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.klaim.hubungan.dasar import Hubungan, jumlah
from pipeline.klaim.hubungan.operan import Operan, antara, kelas, pasti, sebelum, sesudah
from schemas.narasi import Kalimat, Peran

_PEMBUKA = re.compile(r"\W*dari\s+(?:(?:total|jumlah|sejumlah|sebanyak|seluruh|keseluruhan)\s+)*$")
_BERI = r"(?:sebanyak|sejumlah|terdapat|adalah|yaitu|yakni|terdiri\s+(?:dari|atas))"
_UTUH = re.compile(rf"(?:\s+[a-z/-]+){{0,6}}\s*,\s*(?:{_BERI}\s+)?")
_ANGGOTA = re.compile(rf"(?:\s+[a-z/-]+){{1,6}}\s*(?:,|,?\s*\b(?:dan|serta))\s*(?:{_BERI}\s+)?")
_EKOR = re.compile(r"(?:\s+[a-z/-]+){1,6}\s*[.;]?\s*$")
_TAK_TERPISAH = re.compile(
    r"\b(?:di\s?antara|antara\s+lain|termasuk|seperti|lain\w*|juga|sisa\w*|yang|telah|sudah|belum|tidak|dengan|untuk|ada|punya"
    r"|lulus|hadir|aktif|tahun|pada|di|dari|(?:me|ber|ter|di)[a-z]{3,})\b"
)
"""Words of kinds that may overlap or leave something out: "80 desa memiliki X, 70 desa memiliki Y"."""
_TERKECIL = 100
_BANYAK = 2
_LAIN = frozenset({Peran.TARGET, Peran.CAPAIAN, Peran.SELISIH, Peran.FISIK, Peran.PERSEN})


def hubungan_terbagi(kalimat: Kalimat, operan: Sequence[Operan]) -> Iterator[Hubungan]:
    """The sum of the kinds; tied only where two exchanged digits of one number make it hold.

    Kinds may overlap, and some may go unsaid, so that a sum that differs in another way says nothing.
    """
    if len(operan) <= _BANYAK or not _sejenis(operan) or not _PEMBUKA.fullmatch(sebelum(kalimat, operan[0])):
        return
    total, *bagian = operan
    sela = [antara(kalimat, a, b) for a, b in pairwise(operan)]
    ekor = sesudah(kalimat, operan[-1])
    if not _UTUH.fullmatch(sela[0]) or not _EKOR.fullmatch(ekor):
        return
    if not all(_ANGGOTA.fullmatch(satu) for satu in sela[1:]) or not re.search(r"\b(?:dan|serta)\b", sela[-1]):
        return
    if any(_TAK_TERPISAH.search(re.sub(rf"\b{_BERI}\s*$", "", satu.strip())) for satu in (*sela[1:], ekor)):
        return
    hubungan = Hubungan(aturan="jumlah bagian", hasil=total, operan=tuple(bagian), hitung=jumlah, terikat=False)
    yield hubungan if hubungan.berlaku() or not _tertukar(operan) else _terikat(total, bagian)


def _terikat(total: Operan, bagian: Sequence[Operan]) -> Hubungan:
    return Hubungan(aturan="jumlah bagian", hasil=total, operan=tuple(bagian), hitung=jumlah)


def _sejenis(operan: Sequence[Operan]) -> bool:
    """Whether all are whole counts of one printed unit."""
    satuan = {kelas(item.angka) for item in operan}
    if len(satuan) != 1 or satuan & {"polos", "persen", "rupiah"}:
        return False
    return all(pasti(item.angka) and item.teks.peran not in _LAIN for item in operan)


def _tertukar(operan: Sequence[Operan]) -> bool:
    """Whether two neighbouring digits of one number, exchanged, make the kinds add up."""
    total, *bagian = (int(item.nilai) for item in operan)
    lebih = sum(bagian) - total
    return any(
        lain - nilai == (lebih if posisi == 0 else -lebih)
        for posisi, nilai in enumerate((total, *bagian))
        if nilai >= _TERKECIL
        for lain in _tukaran(nilai)
    )


def _tukaran(nilai: int) -> Iterator[int]:
    digit = str(nilai)
    for at, (a, b) in enumerate(pairwise(digit)):
        if a != b and not (at == 0 and b == "0"):
            yield int(f"{digit[:at]}{b}{a}{digit[at + 2 :]}")
