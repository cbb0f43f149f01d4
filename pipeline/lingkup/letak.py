"""Areas, levels and units below the office that a title names."""

from __future__ import annotations

import re

RAGU = "?"
"""A place is named, but it may be the office's own, or only what its figures are compared with."""

_KATA_WILAYAH = r"(?:provinsi|propinsi|prov\.|kabupaten|kab\.|kota|kecamatan|kec\.|kelurahan|desa|nagari|distrik)"
_WILAYAH = re.compile(
    rf"\b(?P<kata>(?i:{_KATA_WILAYAH}))\s+(?P<nama>[A-Z][\w'’\-]*(?:\s+[A-Z][\w'’\-]*){{0,2}})"
)
_BAWAHAN = frozenset({"kecamatan", "kec", "kelurahan", "desa", "nagari", "distrik"})
_NASIONAL = re.compile(
    r"\b(?:capaian|kinerja|target|realisasi|angka|data|nilai|kondisi|tingkat|rata\s?-\s?rata)\s+(?:secara\s+)?nasional\b",
    re.IGNORECASE,
)
_PROVINSI = re.compile(
    r"\b(?:capaian|kinerja|target|realisasi|angka|data|nilai|kondisi|tingkat|rata\s?-\s?rata)\s+pro[vp]insi\b",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"\b(?P<kata>uptd?|unit\s+pelaksana\s+teknis|cabang\s+dinas|satuan\s+pelayanan|korwil|puskesmas|balai|unit\s+kerja"
    r"|sub\s?bagian|sub\s?bidang|seksi|bidang|bagian|jenjang)\s+(?P<nama>[A-Z0-9][\w'’\-]*(?:\s+[A-Z0-9][\w'’\-]*)?)",
    re.IGNORECASE,
)
_TEMATIK = frozenset({"bidang", "bagian", "seksi", "subbagian", "subbidang", "jenjang", "balai", "unitkerja"})
_BUKAN_NAMA = frozenset(
    (
        *("yang", "dengan", "dan", "di", "dalam", "pada", "menurut", "berdasarkan", "terhadap", "tahun", "per", "se"),
        *("layak", "sehat", "cerdas", "hijau", "mandiri", "maju", "berkembang", "tertinggal", "swasembada", "siaga"),
        *("tangguh", "wisata", "adat", "digital", "inklusif", "bersih", "ramah", "kreatif", "kecil", "besar", "lain"),
        *("pertama", "kedua", "ketiga", "keempat", "i", "ii", "iii", "iv", "v", "a", "b", "c", "urusan"),
        *("kota", "kabupaten", "kelurahan", "triwulan", "semester", "ini", "target", "realisasi", "capaian", "ke"),
    )
)
_MENURUT = re.compile(r"\b(?:per|menurut|antar|setiap|tiap|se|seluruh|semua|jumlah)\s?-?\s*$", re.IGNORECASE)
_BANDING = re.compile(
    r"\b(?:per)?banding\w*|\bdisanding\w*|\bsanding\w*|\bvs\b|\bterhadap\b|\bdengan\b|\bserta\b", re.IGNORECASE
)
_PERANGKAT = re.compile(
    r"\b(?:dinas|badan|kantor|inspektorat|sekretariat|biro|bagian|rumah\s+sakit|rsu[dp]?|satuan|pemerintah|perangkat\s+daerah"
    r"|opd|skpd|balai|bupati|wali\s?kota|gubernur|camat|kantor\s+wilayah|pengadilan|kejaksaan|universitas)\b",
    re.IGNORECASE,
)
_DAERAH = re.compile(r"\b(?:provinsi|propinsi|kabupaten|kab\.|kota|kecamatan)\s+\w", re.IGNORECASE)
_PUSAT = re.compile(r"\b(?:kementerian|lembaga|republik|direktorat|badan\s+\w+\s+nasional|mahkamah)\b", re.IGNORECASE)


def wilayah(text: str, kantor: str) -> str | None:
    """The other area or level that a title names; None where it names none but the office's own.

    Args:
        text: the title.
        kantor: name and title of the office, "" where unknown.
    """
    banding = _BANDING.search(text)
    for tingkat, pattern in (("nasional", _NASIONAL), ("provinsi", _PROVINSI)):
        found = pattern.search(text)
        if found is not None and not _sendiri(tingkat, kantor):
            disandingkan = banding is not None and banding.start() < found.end()
            return RAGU if disandingkan or not _DAERAH.search(kantor) else tingkat
    for match in _WILAYAH.finditer(text):
        hasil = _satu_wilayah(match, text, kantor, banding)
        if hasil is not None:
            return hasil
    return None


def unit(text: str, kantor: str) -> str | None:
    """The unit of the office that a title names; None where it names none, or the office is one itself."""
    for match in _UNIT.finditer(text):
        kata = re.sub(r"\s", "", match["kata"].lower())
        nama = match["nama"].lower()
        if _MENURUT.search(text[: match.start()]) or nama.split()[0] in _BUKAN_NAMA:
            continue
        if re.search(rf"\b{re.escape(match['kata'])}\b", kantor, re.IGNORECASE):
            continue
        return RAGU if kata in _TEMATIK else f"{kata} {nama}"
    return None


def _satu_wilayah(match: re.Match[str], text: str, kantor: str, banding: re.Match[str] | None) -> str | None:
    kata, nama = match["kata"].lower().rstrip("."), _nama(match["nama"])
    if not nama or _MENURUT.search(text[: match.start("kata")]):
        return None
    if re.search(rf"\b{re.escape(nama)}\b", kantor, re.IGNORECASE) or _nama_kantor(nama, kantor):
        return None
    if _PERANGKAT.search(text[: match.start("kata")]):
        return RAGU if _DAERAH.search(kantor) else None
    if banding is not None and banding.start() < match.start("kata"):
        return RAGU
    return f"{kata} {nama}" if kata in _BAWAHAN or _DAERAH.search(kantor) else RAGU


def _nama_kantor(nama: str, kantor: str) -> bool:
    """Whether a name begins with that of the office's area (`Jawa Barat Atas Dasar` is Jawa Barat)."""
    sendiri = {_nama(match["nama"]) for match in _WILAYAH.finditer(kantor)} - {""}
    return any(nama.startswith(f"{satu} ") for satu in sendiri)


def _nama(text: str) -> str:
    """The proper name without words that only begin what follows it."""
    kata: list[str] = []
    for satu in text.lower().split():
        if satu in _BUKAN_NAMA or satu[0].isdigit():
            break
        kata.append(satu)
    return " ".join(kata)


def _sendiri(tingkat: str, kantor: str) -> bool:
    """Whether the office is of that level itself."""
    if tingkat == "nasional":
        return _PUSAT.search(kantor) is not None
    return re.search(r"\bpro[vp]insi\b", kantor, re.IGNORECASE) is not None
