"""Kinds of regulations with their issuers: one name for what is printed short, long or in capitals."""

from __future__ import annotations

import re

_MENTERI = {
    "pan": "Pendayagunaan Aparatur Negara",
    "panrb": "Pendayagunaan Aparatur Negara dan Reformasi Birokrasi",
    "dagri": "Dalam Negeri",
    "aker": "Ketenagakerjaan",
    "naker": "Ketenagakerjaan",
    "nakertrans": "Tenaga Kerja dan Transmigrasi",
    "akertrans": "Tenaga Kerja dan Transmigrasi",
    "keu": "Keuangan",
    "kes": "Kesehatan",
    "dikbud": "Pendidikan dan Kebudayaan",
    "sos": "Sosial",
    "tan": "Pertanian",
    "hub": "Perhubungan",
    "pupr": "Pekerjaan Umum dan Perumahan Rakyat",
}
_PENDEK = {
    "uu": "Undang-Undang",
    "uud": "Undang-Undang Dasar",
    "pp": "Peraturan Pemerintah",
    "perppu": "Peraturan Pemerintah Pengganti Undang-Undang",
    "perpu": "Peraturan Pemerintah Pengganti Undang-Undang",
    "perpres": "Peraturan Presiden",
    "keppres": "Keputusan Presiden",
    "inpres": "Instruksi Presiden",
    "perda": "Peraturan Daerah",
    "perbup": "Peraturan Bupati",
    "kepbup": "Keputusan Bupati",
    "pergub": "Peraturan Gubernur",
    "kepgub": "Keputusan Gubernur",
    "perwal": "Peraturan Wali Kota",
    "perwali": "Peraturan Wali Kota",
    "perwako": "Peraturan Wali Kota",
    "pmk": "Peraturan Menteri Keuangan",
    "se": "Surat Edaran",
}
_RINGKAS = re.compile(r"(?P<bentuk>per|kep|in)men ?-?(?P<menteri>[a-z-]*(?: ?rb)?)", re.IGNORECASE)
_BENTUK = {"per": "Peraturan Menteri", "kep": "Keputusan Menteri", "in": "Instruksi Menteri"}
_INDONESIA = re.compile(r"(?<!negara) (?:republik indonesia|ri)\b", re.IGNORECASE)
_UNDANG = re.compile(r"undang ?- ?undang|undang undang", re.IGNORECASE)
_KABUPATEN = re.compile(r"\bKab\.? (?=[A-Z])")
_WALIKOTA = re.compile(r"\bwalikota\b", re.IGNORECASE)
_KECIL = frozenset(("dan", "atau", "serta"))

_BESAR = frozenset(("uu", "uud", "pp", "pmk", "se"))

PENDEK = "|".join(sorted((word for word in _PENDEK if word not in _BESAR), key=len, reverse=True))
"""Abbreviations that no other word is spelled like."""

PENDEK_BESAR = "|".join(sorted((word.upper() for word in _BESAR), key=len, reverse=True))
"""Abbreviations that are such only in capitals."""


def nama_jenis(printed: str) -> str:
    """The kind with its issuer, abbreviations written out, `Republik Indonesia` left out."""
    words = _huruf(_INDONESIA.sub("", " ".join(printed.split()).strip(" ,.:")))
    words = _KABUPATEN.sub("Kabupaten ", _WALIKOTA.sub("Wali Kota", _UNDANG.sub("Undang-Undang", words)))
    head, _, rest = words.partition(" ")
    short = _PENDEK.get(head.lower().rstrip("."))
    if short is not None:
        return f"{short} {rest}".strip()
    brief = _RINGKAS.match(words)
    if brief is not None:
        minister = brief["menteri"].lower().replace("-", "").replace(" ", "")
        name = _MENTERI.get(minister, brief["menteri"].strip(" -").capitalize())
        return f"{_BENTUK[brief['bentuk'].lower()]} {name} {words[brief.end() :].strip()}".strip()
    return words


def _huruf(words: str) -> str:
    """Capitals throughout, or a small first letter, in the form of a name."""
    if words.isupper() and " " in words:
        return " ".join(w.lower() if w.lower() in _KECIL else w.title() for w in words.split())
    return words[:1].upper() + words[1:]
