"""Names of positions, units and their holders on a sheet."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from extractors.keputusan.alir.dokumen import Baris
from extractors.keputusan.alir.pembuka import sheet_tail
from extractors.keputusan.zona.bagian import Ruas
from extractors.keputusan.zona.butir import read_tanda
from extractors.keputusan.zona.nama import is_position, is_unit
from extractors.keputusan.zona.teks import as_teks
from schemas.keputusan import Pejabat, Teks

_YEAR = re.compile(r"\s*(?:tahun|t\.?a\.?)\b", re.IGNORECASE)
_NIP = re.compile(r"n\.?i\.?p", re.IGNORECASE)
_RANK = re.compile(r"pangkat|eselon", re.IGNORECASE)


def position_in(heading: Sequence[Baris]) -> Teks | None:
    """The position that a heading names behind or below its first words; None without."""
    return _named(heading, is_position)


def unit_in(heading: Sequence[Baris]) -> Teks | None:
    """The unit that a heading names behind or below its first words; None without."""
    return _named(heading, is_unit)


def plain_name(lines: Sequence[Baris]) -> Teks:
    """A name without the list mark in front of it and the colon behind it."""
    first = read_tanda(lines[0].text)
    if first is not None:
        lines = [replace(lines[0], text=lines[0].text[first.awal :]), *lines[1:]]
    name = as_teks(lines)
    return replace(name, text=name.text.rstrip(" :"))


def _named(heading: Sequence[Baris], begins: Callable[[str], bool]) -> Teks | None:
    """The first name of that kind, up to the next name or the year."""
    lines = [replace(line, text=sheet_tail(line.text)) for line in heading]
    start = next((k for k, line in enumerate(lines) if begins(line.text)), None)
    if start is None:
        return None
    end = start + 1
    while end < len(lines) and not _ends_name(lines[end].text):
        end += 1
    return as_teks(lines[start:end])


def _ends_name(text: str) -> bool:
    return not text or is_position(text) or is_unit(text) or bool(_YEAR.match(text))


def holder(fields: Sequence[Ruas]) -> Pejabat | None:
    """Who holds the position, from fields `Nama`, `NIP`, `Pangkat`."""
    name: Teks | None = None
    nip: Teks | None = None
    rank: Teks | None = None
    for part in fields:
        value = as_teks(part.isi) if part.isi else None
        if _NIP.match(part.label):
            nip = nip or value
        elif _RANK.match(part.label):
            rank = rank or value
        else:
            name = name or value
    return None if name is None and nip is None and rank is None else Pejabat(nama=name, nip=nip, pangkat=rank)
