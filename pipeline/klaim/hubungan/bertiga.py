"""Three counted numbers of a sentence: what is missing, and what two make together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from pipeline.klaim.hubungan.dasar import Hubungan, jumlah, kurang
from pipeline.klaim.hubungan.operan import Operan, antara, kelas, pasti, sebelum, sesudah
from schemas.narasi import Kalimat, Peran

_HASIL = r"(?:\s+(?:sebesar|sebanyak|sejumlah|adalah|ialah|yaitu|mencapai|menjadi|masih|ada|tinggal|tercatat))*\s*$"
_MAKA = r"\b(?:sehingga|maka|jadi|jadinya|artinya|berarti|dengan\s+demikian)\b[\s,]*(?:masih\s+|ada\s+|terdapat\s+)?"
_KURANGNYA = re.compile(rf"{_MAKA}(?:kekurangan|selisih|sisa|kekosongan)nya{_HASIL}")
_JUMLAHNYA = re.compile(rf"{_MAKA}(?:jumlah|total|keseluruhan)nya(?:\s+(?:seluruhnya|keseluruhan))?{_HASIL}")
_TERSEDIA = re.compile(
    r"\b(?:tetapi|tapi|namun|padahal|sedangkan|sementara)\b.*\b(?:ada|tersedia|terpenuhi|dimiliki|terisi|baru|hanya|terealisasi)\b"
)
_GABUNG = re.compile(r"\b(?:dan|ditambah|serta)\b")
_LAIN = re.compile(
    r"\b(?:tahun|sebelumnya|kumulatif|di\s?antaranya|termasuk|antara\s+lain|setelah|dikurangi|ditambah\s+lagi|jika|bila|apabila|"
    r"setiap|tiap|masing\s?-\s?masing|per|rata\s?-\s?rata|beberapa|lainnya|pensiun|mutasi|usulan)\b"
)
_BUKAN = frozenset({Peran.PERSEN, Peran.FISIK, Peran.CAPAIAN})
_DEKAT = Decimal(15)
_SERATUS = Decimal(100)


def hubungan_bertiga(kalimat: Kalimat, operan: Sequence[Operan]) -> Iterator[Hubungan]:
    """"a …, tetapi yang ada b, sehingga kekurangannya c"; "a … dan b … sehingga jumlahnya c", with no fourth number."""
    if len(operan) != 3 or not _sejenis(operan) or _LAIN.search(kalimat.teks.text.lower()):
        return
    a, b, c = operan
    if _KURANGNYA.search(sebelum(kalimat, c)) and _TERSEDIA.search(antara(kalimat, a, b)):
        yield Hubungan(aturan="a − b", hasil=c, operan=(a, b), hitung=kurang)
    elif _JUMLAHNYA.search(sebelum(kalimat, c)) and _GABUNG.search(antara(kalimat, a, b)):
        yield Hubungan(aturan="a + b", hasil=c, operan=(a, b), hitung=jumlah)


def perincian_pasti(kalimat: Kalimat, p: Operan, m: Operan, n: Operan) -> bool:
    """Whether "p% (m dari n indikator)" explains a capaian: nothing but the unit in brackets, and near enough."""
    tertutup = sesudah(kalimat, n).lstrip().startswith(")") and antara(kalimat, p, m).strip() == "("
    return tertutup and n.nilai > 0 and abs(m.nilai / n.nilai * _SERATUS - p.nilai) <= _DEKAT


def _sejenis(operan: Sequence[Operan]) -> bool:
    """Whether all are counts in one printed unit."""
    jenis = {kelas(item.angka) for item in operan}
    if len(jenis) != 1 or jenis <= {"polos", "persen"}:
        return False
    return all(pasti(item.angka) and item.teks.peran not in _BUKAN and not item.teks.wilayah for item in operan)
