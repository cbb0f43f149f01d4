"""The unit of a row: from its cell, the numbers, the label or the column heads, in dictionary spelling."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.normalise.kamus.dipakai import Satuan, muat_kamus
from pipeline.normalise.kata.ejaan import lipat
from schemas.kinerja import Baris, Fakta, Part, Tabel

_KURUNG = re.compile(r"[(\[]([^()\[\]]+)[)\]]")
_BERSATUAN = (Part.TARGET, Part.REALISASI, Part.AWAL)
_HURUF_TERPENDEK = 2
# in a column head these say whose figures stand below, not in what they count
_PEMILIK = frozenset(("perangkat daerah", "instansi", "organisasi", "badan", "lembaga", "kabupaten/kota", "desa"))
_BENDA = "jumlah"
# units between which a slip of the pen is likelier than another quantity
_SERUPA = frozenset(("persen", "indeks", "mutu"))


def kenali_satuan(text: str) -> Satuan | None:
    """The unit that a text names, None when the dictionary has none of that spelling."""
    plain = lipat(text).strip(" ().:;,")
    satuan = muat_kamus().satuan
    found = satuan.get(plain) or satuan.get(plain.replace(" /", "/").replace("/ ", "/"))
    if found is None and "/" in plain:
        parts = [satuan.get(part.strip()) for part in plain.split("/")]
        found = parts[0] if all(parts) else None
    return found


def satuan_dalam_kurung(text: str) -> Satuan | None:
    """The unit printed in brackets, such as `(%)` or `(Ekor)`; single letters are no units here."""
    for isi in _KURUNG.findall(text):
        found = kenali_satuan(isi)
        if found is not None and (len(isi.strip()) >= _HURUF_TERPENDEK or isi.strip() == "%"):
            return found
    return None


def ukuran_satuan(satuan: str | None) -> str:
    """What a unit measures: its class, and for counted and weighed things the unit itself; "" when unknown."""
    found = kenali_satuan(satuan) if satuan else None
    if found is None:
        return ""
    return f"{found.kelas} {found.nama}" if found.kelas == _BENDA else found.kelas


def satuan_berlawanan(a: str, b: str) -> bool:
    """Whether what two units measure cannot be one quantity; an unknown unit contradicts nothing."""
    return bool(a and b and a != b and not {a, b} <= _SERUPA)


def satuan_baris(tabel: Tabel, baris: Baris) -> str | None:
    """The unit of a row in dictionary spelling, as printed when the dictionary lacks it, None without one."""
    for text in _calon(tabel, baris):
        found = kenali_satuan(text)
        if found is not None:
            return found.nama
        if any(char.isalpha() for char in text) and len(text) > 1:
            return " ".join(text.split())
    return None


def _calon(tabel: Tabel, baris: Baris) -> Iterator[str]:
    cells = [fakta.text for fakta in baris.fakta if fakta.part is Part.SATUAN]
    yield from (text for text in cells if text.strip(" -–.\n"))
    if baris.satuan:
        yield baris.satuan
    own = [fakta for fakta in baris.fakta if fakta.part in _BERSATUAN]
    printed = [unit for unit in map(_satuan_fakta, own) if unit]
    if printed:
        yield max(sorted(set(printed)), key=printed.count)
    labelled = satuan_dalam_kurung(baris.label)
    if labelled:
        yield labelled.nama
    cols = {fakta.col for fakta in own}
    for kolom in tabel.kolom:
        headed = satuan_dalam_kurung(kolom.header) if kolom.part in _BERSATUAN and kolom.col in cols else None
        if headed and headed.nama not in _PEMILIK:
            yield headed.nama


def _satuan_fakta(fakta: Fakta) -> str | None:
    angka = fakta.angka
    if angka.value is None:
        return None
    if angka.percent:
        return "%"
    if angka.currency:
        return "rupiah"
    return angka.unit if angka.unit and kenali_satuan(angka.unit) else None
