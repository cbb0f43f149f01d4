"""What kind of measure a text without operators describes, by the words it begins with."""

from __future__ import annotations

import re

from schemas.rumus import JenisRumus

_PENGANTAR = (
    r"(?:(?:data|realisasi|hasil|rekap(?:itulasi)?|perhitungan|menghitung|dihitung"
    r"|kumulatif|akumulasi|cakupan|dari|berdasarkan|capaian) ){0,4}"
)
_HITUNGAN = re.compile(
    rf"{_PENGANTAR}(?:jumlah|jumlsh|jmlah|jml|jmlh|jlh|total|banyaknya|akumulasi|penjumlahan|rekap(?:itulasi)?|cakupan"
    r"|frekuensi|luas|panjang|volume|produksi|populasi|[∑Σ])(?![\w-])",
    re.IGNORECASE,
)
_PENILAIAN = re.compile(
    r"(?:(?:berdasarkan|sesuai|dari|mengacu pada|laporan|data|sumber|menggunakan|melalui|diperoleh dari) ){0,3}(?:"
    r"(?:nilai|penilaian|indeks|index|skor|predikat|opini|peringkat|level|kategori|maturitas|ikm|skm|lhe|lkhe"
    r"|survei|survey|evaluasi|reviu|review|audit)(?![\w-])"
    r"|hasil (?:akhir )?(?:(?:dari|atas|pelaksanaan|laporan|perhitungan) )?"
    r"(?:survei|survey|evaluasi|penilaian|pengukuran|audit"
    r"|pemeriksaan|reviu|review|monitoring|self assessment|verifikasi|indeks|skm|ikm|sakip|akip|rilis|lhe)(?![\w-])"
    r"|(?:rilis|publikasi|angka|data|perhitungan|sumber) (?:(?:resmi|dari) ){0,2}"
    r"(?:bps|badan pusat statistik|kementerian"
    r"|kemenpan|kemen[a-z]+|inspektorat|bpk|bpkp)(?![\w-])"
    r"|(?:inspektorat|bps|bpk|bpkp|kemen[a-z]+)(?![\w-]))",
    re.IGNORECASE,
)
_PERHITUNGAN = re.compile(r"(?:rata ?[-–] ?rata|rerata|selisih|mean)(?![\w-])", re.IGNORECASE)
_BUTIR = re.compile(r"(?:\(?(?:[a-z]|\d{1,2})[.)]|[-•●▪➢✓*∙·])\s*", re.IGNORECASE)


def jenis_kata(text: str) -> JenisRumus:
    """Count, assessment, other arithmetic or prose; a list mark in front does not matter."""
    mark = _BUTIR.match(text)
    plain = text[mark.end() :] if mark is not None else text
    if _PERHITUNGAN.match(plain):
        return JenisRumus.PERHITUNGAN
    if _HITUNGAN.match(plain):
        return JenisRumus.HITUNGAN
    return JenisRumus.PENILAIAN if _PENILAIAN.match(plain) else JenisRumus.URAIAN
