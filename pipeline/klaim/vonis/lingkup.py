"""What a verdict is confined to by the words around it: a part of the year, another area, a risk or a condition.

An adverbial phrase counts as confining unless it is known to leave the verdict that of the whole office and year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.normalise.nama.urai import Konteks

MASA_LAIN = "pernyataan tentang sebagian tahun atau tahun lain"
WILAYAH_LAIN = "pernyataan tentang wilayah lain"
ANDAI = "pernyataan tentang risiko, kemungkinan, atau syarat"
KETERANGAN_LAIN = "keterangan di sekitar pernyataan itu mungkin membatasinya"

_NAMA = "\0"
"""Stands for each character of a name."""
_MASA = re.compile(
    r"\b(?:triwulan|tri\s?wulan|tribulan|caturwulan|kuartal|semester|bulan(?:an|nya)?(?!\s+desember)|pekan|minggu|tw|smt)\b"
    r"|\b(?:per)?tengah(?:an)?\s+(?:pertama\s+|kedua\s+)?tahun\b|\bparuh\b|\bseparuh\b|\bdini\b"
    r"|\b(?:januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november)\b",
    re.IGNORECASE,
)
"""Parts of a year, wherever they stand."""
_DULU = re.compile(
    r"\b(?:semula(?:nya)?|sebelumnya|awal(?:nya)?|mula(?:nya|-mula)?|tadinya|dahulu|dulu(?:nya)?|sempat|pernah"
    r"|(?:anggaran|apbd|apbn|pagu)\s+(?:murni|induk))\b",
    re.IGNORECASE,
)
_DIBANDING = re.compile(r"\b(?:di|mem)?banding\w*|\bterhadap\b|\bdari(?:pada)?\b", re.IGNORECASE)
_SETAHUN = re.compile(r"\bakhir\s+(?:tahun|bulan\s+desember)\b", re.IGNORECASE)
_ANDAI = re.compile(
    r"\b(?:(?:ber)?(?:risiko|resiko)|(?:ber)?potensi(?:al)?|(?:ke)?mungkin(?:an)?|boleh\s+jadi|bisa\s+jadi|skenario"
    r"|(?:di)?asumsi(?:kan)?|simulasi|contoh(?:nya)?|(?:di)?misal(?:nya|kan)?|umpama(?:nya)?|(?:ter)?ancam(?:an)?"
    r"|mitigasi|(?:ke|di)?khawatir(?:kan|an)?|bahaya|anggapan|dugaan|kesan|dampak\s+terburuk)\b",
    re.IGNORECASE,
)
_SYARAT = re.compile(
    r"\b(?:jika|jikalau|bila|bilamana|apabila|kalau|seandainya|andai(?:kan|kata)?|manakala|asalkan)\b(?!\s+(?:\w+\s+)?"
    r"(?:di)?(?:banding|lihat|tinjau|hitung|ukur|sanding|kait|cermat|hubung|tilik|acu|nilai|rinci)\w*|\s+mengacu)",
    re.IGNORECASE,
)
"""A condition, not a comparison."""

_SEMPIT = (
    r"sejak|semenjak|menjelang|saat(?!\s+ini)|ketika|sewaktu|kala|sebelum|tanpa|kecuali|khusus(?:nya)?|terutama|utamanya"
    r"|hanya\s+(?:di|pada|untuk)"
)
"""Words before a phrase that confine by themselves."""
_DEPAN = rf"pada|di|dalam|sampai|hingga|s\.?[d/]\.?|selama|sepanjang|untuk|bagi|per|{_SEMPIT}"
_MENYEMPIT = re.compile(rf"(?<![\w-])(?:{_SEMPIT})(?![\w-])", re.IGNORECASE)
_PREPOSISI = re.compile(rf"(?<![\w-])(?:{_DEPAN})(?![\w-])[\s“\"'(]*", re.IGNORECASE)
_HUBUNG = (
    r"walau(?:pun)?|meski(?:pun)?|kendati(?:pun)?|namun|tetapi|tapi|akan\s+tetapi|sedangkan|sementara|sehingga|maka|karena"
    r"|dikarenakan|disebabkan|bahwa|adapun|dan|serta|sebab|akibat|berkat|oleh\s+karena(?:\s+itu)?|dengan\s+demikian"
)
_PEMBUKA = re.compile(rf"\s*(?:[\d\w]{{1,2}}[.)]\s+|(?:{_HUBUNG})\s+)*(?P<depan>{_DEPAN})(?![\w-])", re.IGNORECASE)
"""A phrase of a sentence that opens with a preposition."""
_AWAL_KLAUSA = re.compile(
    r"[,;:](?!\d)|\.(?=\s)|\b(?:namun|tetapi|tapi|sedangkan|sehingga|maka|bahwa|adapun)\b", re.IGNORECASE
)
_AKHIR_KLAUSA = re.compile(
    r"[,;:](?!\d)|\.(?!\d)|\b(?:namun|tetapi|tapi|sedangkan|sementara|sehingga|karena|dikarenakan|disebabkan|meski(?:pun)?"
    r"|walau(?:pun)?|maka|adapun|akibat|sebab|berkat)\b",
    re.IGNORECASE,
)
_ANAK = re.compile(r"\b(?:yang|sebagaimana|sesuai|seperti)\b", re.IGNORECASE)
"""Words that open a clause about the target itself."""
_TAMBAHAN = re.compile(
    r"\s*,\s*(?:khususnya|terutama|utamanya|kecuali|yaitu|yakni|tepatnya|(?:yang|hal\s+(?:ini|itu|tersebut))\s+terjadi)\b",
    re.IGNORECASE,
)
_TARGET_LAMA = re.compile(r"\s*(?:awal|semula|mula-mula)\b", re.IGNORECASE)
"""Behind "target": one that was changed later."""
_TAHUN = (
    r"(?:(?:dengan|akhir|tutup|penutupan|seluruh|satu)\s+)*(?:tahun|thn|ta|t\.a\.?)(?:nya)?\b"
    r"(?!\s+(?:pertama|kedua|ketiga|keempat|kelima|ke-|lalu|sebelum|depan|mendatang|berikut|lain|dasar|awal))"
)
_POLOS = re.compile(
    rf"(?:{_TAHUN}|(?:19|20)\d\d\b|\d|{_NAMA}|(?:dengan\s+)?(?:akhir\s+)?(?:bulan\s+)?(?:31\s+)?desember\b"
    r"|(?:dengan\s+)?(?:saat\s+)?(?:ini|kini|sekarang|itu)\b|(?:periode|masa|wilayah|daerah)\s+(?:ini|pelaporan|laporan)\b"
    r"|(?:indikator|iku|sasaran|tujuan|misi|urusan|aspek|sisi|hal|tabel|gambar|grafik|perjanjian|pk|pengukuran|laporan|lkjip"
    r"|lakip|lkip|dokumen|capaian|pencapaian|kinerja|realisasi|target(?:nya)?|hasil|dasarnya|prinsipnya|akhirnya"
    r"|kenyataannya|umumnya|umum|keseluruhan|pelaksanaan(?:nya)?|upaya|rangka|renstra|rpjmd|mana|samping|atas|bawah|antara"
    r"|antaranya|lingkungan|lingkup|dinas|badan|kantor|instansi|angka|nilai|posisi|level|kategori|predikat|kriteria|besaran"
    r"|bab|uraian|penjelasan|indikatornya|sasarannya|akhir\s+(?:renstra|periode|masa)|sejumlah|sebesar|sana|tahap\s+akhir"
    r"|tingkat\s+(?:capaian|kinerja|keberhasilan))\b"
    r"|(?:me|ber|ter)[a-z]{4,}|di\w+kan\b)",
    re.IGNORECASE,
)
"""Objects of a preposition that leave a verdict as wide as it was."""
_TINGKAT = re.compile(r"\b(?P<kata>provinsi|propinsi|kabupaten|kab|kota)\b(?!\s*/)", re.IGNORECASE)
_BAGIAN_JUDUL = re.compile(
    r"^\W*(?:\w{1,3}[.)]\s*)?(?:kecamatan|kelurahan|puskesmas|uptd?|wilayah|zona)\s+(?=[A-Z\d])", re.IGNORECASE
)
_JUDUL_ANDAI = re.compile(r"\b(?:risiko|resiko|mitigasi|skenario|asumsi|simulasi)\b", re.IGNORECASE)
_JUDUL_MASA = re.compile(
    r"\b(?:tri\s?wulan|tribulan|caturwulan|kuartal|semester|bulan|tw|tengah\s+tahun|paruh)\b", re.IGNORECASE
)
_TINJAU = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Letak:
    """Where a verdict stands: its part of the sentence [awal, ujung), its words [mulai, akhir), the names in it."""

    awal: int
    ujung: int
    mulai: int
    akhir: int
    nama: tuple[tuple[int, int], ...]


def judul_terbatas(judul: Sequence[str], terdekat: Sequence[str]) -> str | None:
    """Why headings confine the sentences beneath; `terdekat`: the last heading, and the list item."""
    if any(_JUDUL_MASA.search(satu) for satu in judul):
        return MASA_LAIN
    if any(_JUDUL_ANDAI.search(satu) for satu in terdekat):
        return ANDAI
    return WILAYAH_LAIN if any(_BAGIAN_JUDUL.match(satu) for satu in terdekat) else None


def terbatas(text: str, letak: Letak, konteks: Konteks) -> str | None:
    """Why the words around a verdict confine it; None where it holds for the office and the year."""
    samar = _samar(text, letak.nama)
    depan = samar[letak.awal : letak.mulai]
    belakang = _belakang(samar, letak)
    if _ANDAI.search(depan) or _ANDAI.search(belakang) or _SYARAT.search(depan):
        return ANDAI
    if _sebagian_tahun(depan, belakang):
        return MASA_LAIN
    anak = _ANAK.search(belakang)
    inti = belakang if anak is None else belakang[: anak.start()]
    frasa = [*_frasa(depan), inti]
    if any(_tingkat_lain(satu, konteks) for satu in frasa):
        return WILAYAH_LAIN
    return KETERANGAN_LAIN if any(_membatasi(satu, konteks) for satu in frasa) else None


def _samar(text: str, nama: Sequence[tuple[int, int]]) -> str:
    """The text with its names made unreadable."""
    huruf = list(text)
    for mulai, akhir in nama:
        huruf[mulai:akhir] = _NAMA * (akhir - mulai)
    return "".join(huruf)


def _belakang(samar: str, letak: Letak) -> str:
    """The rest of the clause behind a verdict, and an addition that narrows it."""
    henti = _AKHIR_KLAUSA.search(samar, letak.akhir, letak.ujung)
    batas = letak.ujung if henti is None else henti.start()
    tambahan = _TAMBAHAN.match(samar, batas, letak.ujung)
    return samar[letak.akhir : letak.ujung if tambahan is not None else batas]


def _sebagian_tahun(depan: str, belakang: str) -> bool:
    """Whether a part of the year is spoken of, and not the end of it behind that part."""
    masa = [match.end() for match in _MASA.finditer(depan)]
    if (masa and not _SETAHUN.search(depan, masa[-1])) or _MASA.search(belakang):
        return True
    if _TARGET_LAMA.match(belakang):
        return True
    dulu = [match.start() for match in _DULU.finditer(depan)]
    return any(not _DIBANDING.search(depan, max(at - _TINJAU, 0), at) for at in dulu)


def _frasa(depan: str) -> Iterator[str]:
    """Phrases before a verdict that may confine it: those that open with a preposition, and its own clause."""
    awal = 0
    for tanda in _AWAL_KLAUSA.finditer(depan):
        satu = depan[awal : tanda.start()]
        pembuka = _PEMBUKA.match(satu)
        if pembuka is not None:
            yield satu[pembuka.start("depan") :]
        awal = tanda.end()
    yield depan[awal:]


def _tingkat_lain(frasa: str, konteks: Konteks) -> bool:
    """Whether a level of government is named that is not that of the office."""
    kata = {match["kata"].lower() for match in _TINGKAT.finditer(frasa)}
    baku = {"propinsi": "provinsi", "kab": "kabupaten"}
    return not {baku.get(satu, satu) for satu in kata} <= konteks.tingkat


def _membatasi(frasa: str, konteks: Konteks) -> bool:
    """Whether a phrase confines by its preposition, or by an object that is not known to leave it wide."""
    milik = {*konteks.tingkat, *konteks.wilayah, *konteks.kantor}
    if _MENYEMPIT.search(frasa):
        return True
    for depan in _PREPOSISI.finditer(frasa):
        kata = re.match(r"\w+", frasa[depan.end() :])
        if _POLOS.match(frasa, depan.end()) or _PREPOSISI.match(frasa, depan.end()) or not frasa[depan.end() :].strip():
            continue
        if kata is None or kata.group().lower() not in milik:
            return True
    return False
