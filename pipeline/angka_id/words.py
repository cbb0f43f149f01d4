"""The words and signs around Indonesian numbers: currency, multipliers, operators, classes, units."""

from __future__ import annotations

import re

DASH = "-\u2010\u2011\u2012\u2013\u2014\u2212"
"""Characters printed as minus, as range sign and as nil."""

SUPERSCRIPT = "\u00b9\u00b2\u00b3\u2070\u2074-\u2079"

CURRENCY = r"(?:rp|idr)(?![a-z])\s*[.:]?\s*"

BODY = r"\d+(?:[.,]{1,2}\d+)*"

_NIL_DASH = rf"[{DASH}]{{1,3}}(?:\s*[.,][{DASH}]?)?\s*%?"
NIL = re.compile(
    rf"(?:{CURRENCY})?(?:{_NIL_DASH}|n\s?[/.]?\s?a\.?|nihil)|\(\s*[{DASH}]\s*\)",
    re.IGNORECASE,
)
"""What is printed where there is no value."""

PERCENT = re.compile(r"\s*(?:%|(?:persen|prosen|percent)(?![a-z]))", re.IGNORECASE)

MULTIPLIERS: tuple[tuple[re.Pattern[str], int], ...] = tuple(
    (re.compile(rf"\s*(?:{words})(?![a-z])", re.IGNORECASE), power)
    for words, power in (
        (r"ribu|rb\.?", 3),
        (r"juta|jt\.?", 6),
        (r"mil+[iy]+ard?|mill?yar", 9),
        (r"tril+[iy]+u?n", 12),
    )
)
"""Word after a number and the power of ten it stands for."""

CURRENCY_LETTERS: tuple[tuple[re.Pattern[str], int], ...] = (
    (re.compile(r"\s*M(?![A-Za-z0-9])"), 9),
    (re.compile(r"\s*T(?![A-Za-z0-9])"), 12),
)
"""Abbreviations that are multipliers behind an amount of rupiah only."""

RUPIAH = re.compile(r"\s*rupiah(?![a-z])", re.IGNORECASE)

_THAN = r"(?:\s+(?:dari(?:pada)?|besar|kecil|tinggi|rendah))*"
_OR_EQUAL = r"(?:\s*(?:atau|/)?\s*(?:sama\s+dengan))"

OPERATORS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(rf"(?:{form})\s*", re.IGNORECASE), sign)
    for form, sign in (
        (r"<\s?=|=\s?<|[\u2264\u2266\u2a7d]", "<="),
        (r">\s?=|=\s?>|[\u2265\u2267\u2a7e]", ">="),
        (rf"(?:lebih\s+(?:kecil|rendah)|kurang){_THAN}{_OR_EQUAL}", "<="),
        (rf"lebih{_THAN}{_OR_EQUAL}", ">="),
        (r"tidak\s+(?:boleh\s+)?(?:lebih|melebihi|di\s?atas)(?:\s+dari)?", "<="),
        (r"tidak\s+(?:boleh\s+)?(?:kurang|di\s?bawah)(?:\s+dari)?", ">="),
        (r"lebih\s+(?:kecil|rendah)\s+dari(?:pada)?|kurang\s+dari|di\s?bawah", "<"),
        (r"lebih\s+(?:(?:besar|tinggi)\s+)?dari(?:pada)?|di\s?atas", ">"),
        (r"(?:maksimal|maksimum|maks?\.?|max\.?|paling\s+(?:banyak|tinggi|lama|lambat))(?![a-z])", "<="),
        (r"(?:setinggi|sebanyak|selambat)\s?-\s?(?:tinggi|banyak|lambat)nya", "<="),
        (r"(?:minimal|minimum|min\.?|paling\s+(?:sedikit|rendah|kurang))(?![a-z])", ">="),
        (r"se(?:kurang|rendah)\s?-\s?(?:kurang|rendah)nya", ">="),
        (r"(?:sampai\s+dengan|s\s?[./]\s?d\.?|hingga)(?![a-z])", "<="),
        (r"<", "<"),
        (r">", ">"),
    )
)
"""Forms in front of a bound; the longer ones stand before the shorter ones they contain."""

BOUNDED = re.compile(
    r"(?:nilai|capaian|kinerja|skor|x)\s*(?=[<>=\u2264-\u2267\u2a7d\u2a7e]|[a-z])", re.IGNORECASE
)
"""What a bound may be said of before its operator: `Nilai di atas 100 %`."""

OPERATORS_BEHIND: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\s*(?:(?:dan|atau)\s+lebih|(?:(?:dan|atau)\s+)?ke\s?atas)$", re.IGNORECASE), ">="),
    (re.compile(r"\s*(?:(?:dan|atau)\s+kurang|(?:(?:dan|atau)\s+)?ke\s?bawah)$", re.IGNORECASE), "<="),
)

TO = rf"(?:[{DASH}~]|s\s?[./]?\s?d\.?|sampai(?:\s+dengan)?|hingga)"
"""Words and signs between the ends of a range."""

_DEGREE = r"sangat|amat|agak|cukup|kurang|tidak|belum"
_GRADE = r"baik|sedang|tinggi|rendah|memuaskan|berhasil|buruk"
CLASSES = re.compile(
    r"(?:[/:]\s*)?(?:(?:kategori|predikat|kriteria|mutu)\s*[:=]?\s*)?"
    rf"(?:{_DEGREE}|{_GRADE}|tercapai|gagal|melampaui|melebihi|mencapai|sesuai|hijau|kuning|merah|"
    r"(?-i:AA|BB|CC|SB|ST|SR|SK|[ABCDSTRK]))(?![a-z])",
    re.IGNORECASE,
)
"""First word of a class or verdict printed behind a number without brackets."""

LEAD = re.compile(
    r"(?P<name>(?:nilai|skor|indeks|level|kategori|predikat|peringkat|rata\s?-\s?rata|sebesar|sebanyak)\s*[:=]?\s*(?=\d|rp))"
    rf"|(?P<label>(?:(?:{_DEGREE}|{_GRADE}|predikat|kategori|nilai|(?-i:AA?|BB?|CC?|D))(?![a-z])\s*){{1,4}})"
    r"(?P<mark>[(/:=])\s*",
    re.IGNORECASE,
)
"""What may stand before a number without making it a sentence: `Nilai 75`, `B (65,32)`, `Baik / 82`."""

LIST_MARK = re.compile(r"[.)]\s*[^\W\d]|\)")
"""Behind the digits: the number only counts the lines of a list (`1. Jumlah`, `2)`)."""

TITLE = re.compile(
    r"\s*%?\s*(?:(?:me|ter)[a-z]+nya|p(?:er|ro|re)sentase|jumlah|tingkat|indeks|angka|cakupan|rasio|laju|nilai|"
    r"peningkatan|penurunan)(?=\s+[a-z])",
    re.IGNORECASE,
)
"""Behind the digits: they number a sasaran or an indicator (`1 Meningkatnya …`, `2.1 Persentase …`)."""

COUNTED = re.compile(
    r"(?:orang|jiwa|kk|siswa|peserta|pegawai|asn|dokumen|laporan|lembaga|perusahaan|unit|buah|kali|paket|"
    r"kegiatan|program|indikator|kasus|kejadian|desa|kelurahan|kecamatan|kabupaten|kota|kelompok|sekolah|ruas|"
    r"titik|lokasi|sertifikat|berkas|surat|perkara|aplikasi|ekor|butir|lembar|eksemplar|buku|stel|set|rumah|"
    r"kepala\s+keluarga)(?![a-z])",
    re.IGNORECASE,
)
"""Units of things that are counted one by one, so that three digits behind a separator are thousands."""

FUNCTION_WORD = re.compile(
    r"(?:dari|pada|dan|atau|yang|di|ke|dengan|tahun|menjadi|maka|untuk|dalam|oleh|sebesar|"
    r"sedangkan|sehingga|serta|telah|adalah|dibanding|dibandingkan|terhadap|bila|jika|dimana|"
    r"tetapi|namun|karena|sebagai|sampai|hingga|lebih|masih|sudah|belum|tidak|mencapai|"
    r"melebihi|melampaui|turun|naik|meningkat|menurun|mengalami|target|realisasi|capaian|atas|"
    r"bawah|antara|juga|hanya|januari|februari|maret|april|mei|juni|juli|agustus|september|"
    r"oktober|november|desember)",
    re.IGNORECASE,
)
"""Words that follow a number in a sentence without being its unit."""
