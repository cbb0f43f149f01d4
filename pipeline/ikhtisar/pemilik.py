"""Whose figures a document or a sheet prints: those of the office itself or of a part of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.keputusan.kepala import kepala_kantor
from pipeline.normalise.kantor.baca import baca_kantor
from schemas.keputusan import Jabatan, Keputusan
from schemas.kinerja import Laporan
from schemas.tautan import JenisDokumen, Kantor

_UNIT = (
    ("", re.compile(r"\b(?:bupati|wali\s*kota|gubernur)\b", re.IGNORECASE)),
    ("inspektorat", re.compile(r"\binspektur\b", re.IGNORECASE)),
    ("kecamatan", re.compile(r"\bcamat\b", re.IGNORECASE)),
    ("kelurahan", re.compile(r"\blurah\b", re.IGNORECASE)),
    ("sekretariat", re.compile(r"\bsekretaris\s+(?:daerah|dprd|dewan)\b", re.IGNORECASE)),
    ("rsud", re.compile(r"\bdirektur\b", re.IGNORECASE)),
    ("dinas", re.compile(r"\b(?:kadis|kadin|kepala\s+dinas)\b", re.IGNORECASE)),
    ("badan", re.compile(r"\b(?:kaban|kepala\s+badan|kepala\s+pelaksana)\b", re.IGNORECASE)),
    ("satuan", re.compile(r"\b(?:kasat|kepala\s+satuan)\b", re.IGNORECASE)),
)
"""First word of the unit that a position heads, where the position names no region."""

_BAGIAN = re.compile(
    r"\b(upt[dbp]?|unit\s+pelaksana(?:\s+teknis)?|puskesmas|balai|cabang\s+dinas|kelurahan|bidang|seksi)\b",
    re.IGNORECASE,
)
_JUDUL = re.compile(r"laporan\s+(?:\w+\s+)?kinerja|\bl(?:kj|ak|k)ip\b", re.IGNORECASE)
_DEKAT_JUDUL = 4
_KEPALA = re.compile(r"^(?:p[jl]t?\.?\s+|plh\.?\s+)?(?:kepala|ka\.?)\s+(?P<kantor>\S.*)$", re.IGNORECASE)

_KEPALA_DAERAH = re.compile(r"(?:p[jl]t?\.?\s+|pjs\.?\s+)?\b(?:bupati|wali\s*kota|gubernur)\b", re.IGNORECASE)
_JUDUL_DAERAH = re.compile(
    rf"{_JUDUL.pattern}|\brenstra\b|\brpjmd\b|rencana\s+(?:strategis|pembangunan)", re.IGNORECASE
)
_BATAS_SAMPUL = re.compile(r"(?:kata\s+pengantar|daftar\s+isi|bab\s+i\b|ikhtisar|ringkasan|pernyataan)", re.IGNORECASE)
_PROVINSI = re.compile(r"^prov(?:insi|\.)\s*(?:\w+\s*){1,3}$")
_KALIMAT = re.compile(r"\w+[,;]?(?:\s+\S+){3,}\.$")
_KATA = re.compile(r"[^\W\d_]{2,}")
# fmt: off
_KATA_DAERAH = frozenset((
    "pemerintah", "pemerintahan", "daerah", "kabupaten", "kab", "kota", "provinsi", "prov", "propinsi", "bupati",
    "wali", "walikota", "gubernur", "laporan", "akuntabilitas", "kinerja", "instansi", "lkjip", "lkip", "lakip",
    "lkj", "sakip", "tahun", "tahunan", "anggaran", "ta", "dan", "dokumen", "tentang", "nomor", "rencana",
    "pembangunan", "jangka", "menengah", "strategis", "rpjmd", "renstra", "perubahan", "akhir", "peraturan",
    "keputusan", "penetapan", "indikator", "utama", "iku", "perjanjian", "di", "lingkungan", "januari", "februari",
    "maret", "april", "mei", "juni", "juli", "agustus", "september", "oktober", "november", "nopember", "desember",
))
# fmt: on


def kantor_dokumen(laporan: Laporan, jenis: JenisDokumen, sampul: Sequence[str]) -> Kantor | None:
    """The office of a document: by its letterhead, else by the positions and units of its decrees and agreements.

    A letterhead names the region also over documents of units whose names are not understood; the region itself is
    the office only where nothing else can be.
    """
    meta = laporan.metadata
    kantor = baca_kantor(meta.instansi, meta.tingkat)
    if kantor is not None and kantor.unit:
        return kantor
    lain = (baca_kantor(text, meta.tingkat) for item in laporan.keputusan for text in _nama_kantor(item))
    unit = next((item for item in lain if item is not None and item.unit), None)
    if unit is not None or kantor is None or not kantor.wilayah:
        return unit or kantor
    if laporan.keputusan and jenis in (JenisDokumen.PERJANJIAN, JenisDokumen.KEPUTUSAN):
        return kantor if all(_milik_daerah(item, kantor) for item in laporan.keputusan) else None
    return kantor if _sampul_daerah(sampul, kantor) else None


def _milik_daerah(keputusan: Keputusan, kantor: Kantor) -> bool:
    """Whether an agreement is that of the head of a region, a decree one for the region as a whole."""
    pihak = [item.jabatan for item in keputusan.pihak[:1]]
    teks_jabatan = [*pihak, *(item.jabatan for item in keputusan.jabatan)]
    jabatan = [teks.text for teks in teks_jabatan if teks is not None]
    if jabatan:
        return all(_KEPALA_DAERAH.match(text.strip()) for text in jabatan)
    teks = [item.text for item in (keputusan.penetap, keputusan.tentang, keputusan.unit) if item is not None]
    return any(_KEPALA_DAERAH.search(text) for text in teks) and all(_hanya_daerah(text, kantor) for text in teks)


def _sampul_daerah(sampul: Sequence[str], kantor: Kantor) -> bool:
    """Whether the title of a document and the lines near it name a region and nothing else."""
    akhir = next((at for at, line in enumerate(sampul) if _BATAS_SAMPUL.match(line.strip())), len(sampul))
    judul = next((at for at, line in enumerate(sampul[:akhir]) if _JUDUL_DAERAH.search(line)), None)
    if judul is None:
        return _prosa_daerah(" ".join(sampul[akhir:]), kantor)
    dekat = sampul[max(judul - _DEKAT_JUDUL, 0) : min(judul + _DEKAT_JUDUL + 1, akhir)]
    return all(_hanya_daerah(line, kantor) for line in dekat if not _KALIMAT.match(line.strip()))


def _prosa_daerah(text: str, kantor: Kantor) -> bool:
    """Whether the preface of a report whose cover has no text calls it that of the region."""
    sebutan = (
        r"\blaporan\s+(?:akuntabilitas\s+)?kinerja\s+(?:instansi\s+)?(?:pemerintah\s+)?(?:daerah\s+)?"
        rf"{kantor.tingkat}\s+"
    )
    lanjut = r"\s+(?:\(\w+\)\s+)?(?:tahun|20\d\d|disusun|dapat|ini|merupakan|adalah)\b"
    return re.search(f"{sebutan}{re.escape(kantor.wilayah)}{lanjut}", " ".join(text.split()), re.IGNORECASE) is not None


def _hanya_daerah(text: str, kantor: Kantor) -> bool:
    """Whether a text has only words of titles and of a region."""
    rendah = text.lower().strip()
    sisa = rendah if kantor.tingkat == "provinsi" else _PROVINSI.sub("", rendah)
    return set(_KATA.findall(sisa)) <= _KATA_DAERAH.union(kantor.wilayah.split())


def _nama_kantor(keputusan: Keputusan) -> Iterator[str]:
    """Texts of a record that may name its office."""
    for jabatan in keputusan.jabatan:
        if jabatan.jabatan is not None and kepala_kantor(jabatan.jabatan.text):
            yield jabatan.jabatan.text
    for teks in (keputusan.unit, keputusan.penetap, *(jabatan.unit for jabatan in keputusan.jabatan)):
        if teks is not None:
            yield teks.text


def lembar_kantor(keputusan: Keputusan, jabatan: Jabatan, kantor: Kantor | None) -> bool:
    """Whether a sheet is that of the office itself or of its head.

    A sheet without a position is the office's own unless it names another unit; that of an agreement whose parties
    are not read only when it names the unit.
    """
    if jabatan.jabatan is not None:
        return kepala(jabatan.jabatan.text, kantor)
    unit = jabatan.unit or keputusan.unit
    pihak = [item.jabatan.text for item in keputusan.pihak if item.jabatan is not None]
    if pihak:
        return kepala(pihak[0], kantor)
    return _seunit(unit.text if unit is not None else "", kantor)


def _seunit(unit: str, kantor: Kantor | None) -> bool:
    """Whether a unit is the office; what cannot be read as one contradicts nothing."""
    lain = baca_kantor(unit, kantor.tingkat if kantor is not None else None) if unit else None
    return lain is None or kantor is None or lain == kantor


def kepala(jabatan: str, kantor: Kantor | None) -> bool:
    """Whether a position heads this office, not one of another kind (`Kepala Balai` of a Dinas)."""
    if not kepala_kantor(jabatan):
        return kantor is not None and _mengepalai(jabatan, kantor)
    if kantor is None:
        return True
    dibaca = baca_kantor(jabatan, kantor.tingkat)
    if dibaca is not None:
        return dibaca.unit == kantor.unit
    unit = kantor.unit.split()[0] if kantor.unit else ""
    return next((unit == first for first, pola in _UNIT if pola.search(jabatan)), False)


def _mengepalai(jabatan: str, kantor: Kantor) -> bool:
    """Whether a position heads an office by its name or abbreviation (`Kepala DPUPR`).

    The first word behind `Kepala` has to be what names the office: without it the rest names another one, or none. Of
    a part (`Kepala Bidang Jalan DPUPR`) the rest names the office still.
    """
    match = _KEPALA.match(" ".join(jabatan.split()))
    if match is None or not kantor.unit:
        return False
    daerah = f"{kantor.tingkat} {kantor.wilayah}"
    sebutan = [match["kantor"], f"{match['kantor']} {daerah}"]
    dibaca = next((item for text in sebutan if (item := baca_kantor(text, kantor.tingkat)) is not None), None)
    sisa = [" ".join(text.split()[1:]) for text in sebutan]
    return dibaca == kantor and all(baca_kantor(text, kantor.tingkat) != kantor for text in sisa)


def bagian_kantor(kantor: Kantor, sampul: Sequence[str], jenis: JenisDokumen) -> bool:
    """Whether the title of a report names a part of the office (a UPT, a balai), whose figures are its own."""
    if jenis is not JenisDokumen.LAPORAN:
        return False
    judul = [at for at, line in enumerate(sampul) if _JUDUL.search(line)][:1]
    dekat = sampul[judul[0] : judul[0] + _DEKAT_JUDUL] if judul else ()
    found = (_BAGIAN.search(line) for line in dekat)
    return any(match is not None and not kantor.unit.startswith(match[1].lower()[:3]) for match in found)
