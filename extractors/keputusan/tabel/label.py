"""Labels inside a cell (`Formulasi Perhitungan: … Tipe Perhitungan: …`): each piece goes to its own field."""

from __future__ import annotations

import re

from extractors.keputusan.sel.teks import Untai
from extractors.keputusan.tabel.peran import Peran

_LABEL: tuple[tuple[Peran, str], ...] = (
    (
        Peran.TIPE,
        r"(?:tipe|jenis|sifat)\s+(?:perhitungan|penghitungan|data|indikator)|metode\s+akumulasi|polaritas|polarisasi|tipe",
    ),
    (Peran.SUMBER, r"sumber\s+(?:pengambilan\s+)?data(?:nya)?|sumber"),
    (Peran.PENANGGUNG, r"(?:unit\s+(?:kerja\s+)?)?penanggung\s*jawab|unit\s+pelaksana"),
    (Peran.SATUAN, r"satuan(?:\s+(?:pengukuran|ukuran))?"),
    (
        Peran.DEFINISI,
        r"definisi(?:\s+operasional)?(?:\s+indikator)?|pengertian|deskripsi(?:\s+indikator)?|penjelasan(?:\s+indikator)?",
    ),
    (Peran.ALASAN, r"alasan(?:\s+(?:pemilihan|penetapan|dipilih))?(?:\s+indikator)?|dasar\s+pemilihan"),
    (
        Peran.FORMULA,
        r"(?:formulasi|formula|rumus(?:an)?|cara|metode|teknik)(?:\s+(?:perhitungan|penghitungan|menghitung|mengukur"
        r"|pengukuran|hitung|indikator))+(?:nya)?|formulasi|formula|rumus(?:nya)?|perhitungan|penghitungan",
    ),
)
_AWAL = re.compile("|".join(f"(?P<{peran.value}>{pola})" for peran, pola in _LABEL), re.IGNORECASE)
_TITIK_DUA = re.compile(r"\s*:\s*")


def pisah_label(untai: Untai, own: Peran) -> dict[Peran, Untai]:
    """The pieces of a cell by field; text without a label belongs to the column's own field."""
    marks = _tanda(untai)
    if not marks:
        return {own: untai}
    bounds = [*(mark[0] for mark in marks), len(untai.text)]
    pieces = [(peran, untai.bagian(isi, end)) for (_, isi, peran), end in zip(marks, bounds[1:], strict=True)]
    labelled = [peran for peran, _ in pieces]
    out = {peran: piece for peran, piece in pieces if piece}
    first = untai.bagian(0, marks[0][0])
    if first:
        labelled.insert(0, Peran.DEFINISI if own is Peran.FORMULA and own in out else own)
        out[labelled[0]] = first
    return out if len(set(labelled)) == len(labelled) else {own: untai}


def _tanda(untai: Untai) -> list[tuple[int, int, Peran]]:
    """Labels with their colons: at the beginning of a line, or capitalised inside one; (begin, end, field)."""
    starts = frozenset(untai.awal) | {0}
    found: list[tuple[int, int, Peran]] = []
    for match in _AWAL.finditer(untai.text):
        at = match.start()
        if at and not untai.text[at - 1].isspace():
            continue
        colon = _TITIK_DUA.match(untai.text, match.end())
        if colon is None or not (at in starts or untai.text[at].isupper()):
            continue
        found.append((at, colon.end(), Peran(str(match.lastgroup))))
    return found
