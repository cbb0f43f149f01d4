"""What the words of a document say that bears on comparing its figures with those of others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from schemas.susunan import Susunan
from schemas.tautan import Ciri, JenisDokumen

_PERUBAHAN = re.compile(r"\b(?:perubahan|revisi|penyesuaian)\b", re.IGNORECASE)
_BERUBAH = (
    r"(?:di(?:ubah|revisi|sesuaikan|perbarui|perbaharui)|(?:mengalami|dilakukan)\s+(?:perubahan|revisi|penyesuaian))\b"
)
_KE = r"(?:(?:pertama|kedua|ketiga|ke-?\s?\d|[IVX]{1,3}|\d)\s+)?"
_JANJI_DIUBAH = re.compile(
    r"\b(?:perjanjian|penetapan)\s+kinerja(?:\s+\(?\w+\)?){0,6}?\s*\(?\s*(?:perubahan|revisi|penyesuaian|reviu)\b"
    rf"|\b(?:perjanjian|penetapan)\s+kinerja(?:\s+\(?\w+\)?){{0,6}}?\s+{_BERUBAH}|\bPK(?:\s+\w+){{0,4}}?\s+{_BERUBAH}"
    rf"|\b(?:perubahan|revisi|penyesuaian|reviu|adendum|addendum)\s+{_KE}(?:atas\s+|terhadap\s+|dokumen\s+)*"
    r"(?:perjanjian\s+kinerja|penetapan\s+kinerja|PK)\b|\bP-?APBD\b|\bAPBD[\s-]?P(?:erubahan)?\b|\bperubahan\s+APBD\b"
    rf"|\btarget\s+(?:\w+\s+){{0,4}}?{_BERUBAH}"
    r"|\b(?:perubahan|revisi|penyesuaian)\s+(?:atas\s+|terhadap\s+|dokumen\s+|target\s+)*(?:pada\s+)?"
    r"(?:perjanjian|penetapan)\s+kinerja|\bPK\s*[-–]?\s*(?:perubahan|revisi)\b|\bP-PK\b|\b(?:perubahan|revisi)\s+PK\b"
    r"|\btarget\s+(?:\w+\s+){0,3}?(?:direvisi|diubah|disesuaikan)\b"
    r"|\btarget\s+(?:kinerja\s+|tahunan\s+)?(?:(?:setelah|pasca|hasil)\s+)?\(?(?:perubahan|revisi)\b(?!\s+iklim)",
    re.IGNORECASE,
)
_RENCANA = r"(?:renstra|rpjm[dn]|rencana\s+(?:strategis|pembangunan\s+jangka\s+menengah)(?:\s+daerah)?)"
_RENCANA_DIUBAH = re.compile(
    rf"\b{_RENCANA}(?:\s+(?!dan\b|atau\b|serta\b)\w+){{0,4}}?\s*\(?\s*(?:perubahan|revisi)\b(?!\s+\w+)"
    rf"|\b{_RENCANA}\s*\(?\s*(?:perubahan|revisi)\b"
    rf"|\b{_RENCANA}(?:\s+(?!dan\b|atau\b|serta\b)\w+){{0,6}}?\s+(?:(?:hasil|setelah|pasca)\s+(?:reviu|revisi|perubahan)\b|{_BERUBAH})"
    rf"|\breviu\s+(?:atas\s+|terhadap\s+)?{_RENCANA}\b"
    rf"|\b(?:perubahan|revisi)\s+(?:(?!dan\b|atau\b|serta\b)\w+\s+){{0,3}}?{_RENCANA}\b",
    re.IGNORECASE,
)
_SALAH_BACA = re.compile(
    r"[A-Za-z]~[A-Za-z]|[a-z]{2}\d[a-z]{2}|\b[A-Z]{0,4}[01][A-Z]{3,}\b|\b[12](?=\d*[OlI])[0-9OlI]{3}\b"
    r"|\d[.,]?[lO]\d|\b[A-Za-z]*[a-z]\d[a-z]+\b|\b[A-Z]\([A-Z]{3,}"
)
_SALAH_BACA_MIN = 3
_KATA_PER_SALAH_BACA = 600
_MASA = re.compile(
    r"\b(20\d\d)\s*(?:[-–—/]|s\.?\s?/?\s?d\.?|sampai(?:\s+dengan)?)\s*(?:tahun\s+)?(20\d\d)\b", re.IGNORECASE
)
_MASA_TERLAMA = 10
_HALAMAN_SAMPUL = 2


def baca_ciri(jenis: JenisDokumen, judul: Iterable[str], teks: Sequence[str], susunan: Susunan) -> frozenset[Ciri]:
    """What of a document bears on comparing it with others.

    Args:
        jenis: what it is.
        judul: lines of its title.
        teks: all its lines and cells.
        susunan: which of its pages could not be read.
    """
    semua = " ".join(" ".join(teks).split())
    rencana = jenis in (JenisDokumen.PERJANJIAN, JenisDokumen.RENSTRA)
    berubah = any(_PERUBAHAN.search(line) for line in judul) if rencana else bool(_JANJI_DIUBAH.search(semua))
    ada = {
        Ciri.PERUBAHAN: berubah,
        Ciri.RENCANA_DIUBAH: not rencana and bool(_RENCANA_DIUBAH.search(semua)),
        Ciri.PINDAIAN: _pindaian(semua),
        Ciri.TAK_TERBACA: any(page > _HALAMAN_SAMPUL for page in susunan.gambar),
    }
    return frozenset(ciri for ciri, benar in ada.items() if benar)


def baca_masa(judul: Iterable[str]) -> tuple[int, int] | None:
    """First and last year that a title names (`TAHUN 2021-2026`), None without such years."""
    for line in judul:
        for first, last in _MASA.findall(line):
            if 0 < int(last) - int(first) <= _MASA_TERLAMA:
                return int(first), int(last)
    return None


def _pindaian(text: str) -> bool:
    """Whether words hold signs that nobody types: tildes and single digits inside, years with letters."""
    banyak = len(_SALAH_BACA.findall(text))
    return banyak >= max(_SALAH_BACA_MIN, len(text.split()) // _KATA_PER_SALAH_BACA)
