"""Which piece of a cell belongs to which of the indicators that share its row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from extractors.keputusan.sel.pecah import Nama, belum_selesai
from extractors.keputusan.sel.tanda import BERTINGKAT, BUTIR, UKURAN, Tanda, cari_tanda, sedaftar
from extractors.keputusan.sel.teks import Untai, himpunan
from schemas.provenance import PdfPlace

_KATA = re.compile(r"[^\W_]+")
_PENGHUBUNG = himpunan(
    """angka atau bagi banyak banyaknya cakupan dalam dan dari dengan di indeks jumlah ke nilai oleh pada per
    persentase presentase prosentase rasio rata serta sesuai terhadap tingkat total untuk x yang"""
)
_OPERATOR = re.compile(
    r"(?:[/:+×*=({[,–-]|\b(?:dibagi|dibagi dengan|dibanding(?:kan)?(?: dengan)?|per|dengan|dikali(?:kan)?(?: dengan)?"
    r"|ditambah(?: dengan)?|dikurangi(?: dengan)?|terhadap|antara|dan|dari|[xX]))\s*$",
    re.IGNORECASE,
)
_PANJANG_OPERATOR = 40
_SERUPA = 0.8
_YAKIN = 0.5
_BATAS_CALON = 60
_SELISIH = 1e-9
_AWAL_RUMUS = re.compile(r"[({\[∑Σ]\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bagian:
    """The pieces of a cell, one for each indicator; `yakin` is False where all got the whole text for want of cues."""

    isi: tuple[Untai, ...]
    yakin: bool = True


def bagi(untai: Untai, nama: Sequence[Nama], *, baris: bool = False) -> Bagian:
    """The cell cut to match the names: by marks, by lines (`baris`, where each holds one value), by their words."""
    if len(nama) == 1 or not untai:
        return Bagian(isi=(untai,) * len(nama))
    if baris:
        pieces = _menurut_baris(untai, nama) or (_menurut_tanda(untai, nama) if len(untai.lines) > 1 else None)
    else:
        pieces = _menurut_tanda(untai, nama) or _menurut_kata(untai, nama) or _menurut_paragraf(untai, nama)
    return Bagian(isi=tuple(pieces)) if pieces else Bagian(isi=(untai,) * len(nama), yakin=False)


def _menurut_tanda(untai: Untai, nama: Sequence[Nama]) -> list[Untai] | None:
    """As many marked pieces as names, or pieces whose marks are those of the names."""
    tanda = cari_tanda(untai)
    if not tanda or tanda[0].mulai != 0:
        return None
    daftar = sedaftar(tanda, untai.text)
    pieces = _potong(untai, [own.isi for own in daftar], [*(own.mulai for own in daftar[1:]), len(untai.text)])
    if len(daftar) == len(nama):
        return pieces
    return _menurut_nama_tanda(daftar, pieces, nama)


def _menurut_nama_tanda(daftar: Sequence[Tanda], pieces: Sequence[Untai], nama: Sequence[Nama]) -> list[Untai] | None:
    """Pieces by equal marks, where every name has one and no mark stands twice."""
    if daftar[0].gaya == BUTIR or len({own.teks for own in daftar}) < len(daftar):
        return None
    by_mark = {own.teks.lower(): piece for own, piece in zip(daftar, pieces, strict=True)}
    found = [by_mark.get((own.tanda or "").lower()) for own in nama]
    return [piece for piece in found if piece is not None] if all(found) else None


def _menurut_baris(untai: Untai, nama: Sequence[Nama]) -> list[Untai] | None:
    """One line for each name."""
    if len(untai.lines) != len(nama):
        return None
    pieces = _potong(untai, untai.awal, [*untai.awal[1:], len(untai.text)])
    return [_tanpa_butir(piece) for piece in pieces]


def _menurut_paragraf(untai: Untai, nama: Sequence[Nama]) -> list[Untai] | None:
    """One paragraph of a Word file for each name, where each begins like a formula; printed lines are no paragraphs."""
    if any(isinstance(line.place, PdfPlace) for line in untai.lines):
        return None
    begins = [_AWAL_RUMUS.match(untai.text, at) or UKURAN.match(untai.text, at) for at in untai.awal]
    return _menurut_baris(untai, nama) if all(begins) else None


def _tanpa_butir(untai: Untai) -> Untai:
    """A line without its bullet or letter."""
    tanda = cari_tanda(untai)
    marked = bool(tanda) and tanda[0].mulai == 0 and tanda[0].gaya != BERTINGKAT
    return untai.bagian(tanda[0].isi, len(untai.text)) if marked else untai


def _menurut_kata(untai: Untai, nama: Sequence[Nama]) -> list[Untai] | None:
    """Cut where the words of the next name begin; None unless every piece speaks of its own name most."""
    calon = _calon(untai)
    if len(calon) < len(nama) or len(calon) > _BATAS_CALON:
        return None
    cuts = _terbaik(untai.text, calon, [own.untai.text for own in nama])
    if cuts is None:
        return None
    pieces = _potong(untai, cuts, [*cuts[1:], len(untai.text)])
    return pieces if _cocok([p.text for p in pieces], [own.untai.text for own in nama]) else None


def _calon(untai: Untai) -> list[int]:
    """Where a formula may begin: at a word of measures (or a bracket before it) that no operator stands before."""
    text = untai.text
    found = [0]
    starts = set(untai.awal)
    for match in re.finditer(r"(?<!\S)\S", text):
        at = match.start()
        opening = _AWAL_RUMUS.match(text, at)
        measure = UKURAN.match(text, opening.end() if opening else at)
        fresh = at in starts and text[at].isupper()
        if (
            at
            and (measure or fresh)
            and not _OPERATOR.search(text[:at][-40:])
            and not belum_selesai(text[found[-1] : at])
        ):
            found.append(at)
    return found


def _terbaik(text: str, calon: Sequence[int], nama: Sequence[str]) -> list[int] | None:
    """The cuts that give the greatest likeness of pieces and names, in order, the first at the beginning."""
    n, m = len(nama), len(calon)
    words = [kata_isi(text[a:b]) for a, b in pairwise((*calon, len(text)))]
    back: list[dict[int, int]] = []
    value = {0: 0.0}
    for i, name in enumerate(nama):
        likeness = _Kemiripan(kata_isi(_pokok(name)), words)
        best: dict[int, tuple[float, int]] = {}
        for start in [0] if i == 0 else range(i, m - (n - i) + 1):
            if start not in value:
                continue
            for end, own in likeness.dari(start, m - (n - i - 1)):
                total = value[start] + own
                if end not in best or total > best[end][0] + _SELISIH:
                    best[end] = (total, start)
        value = {end: total for end, (total, _) in best.items()}
        back.append({end: start for end, (_, start) in best.items()})
    if m not in value:
        return None
    cuts, at = [], m
    for step in reversed(back):
        at = step[at]
        cuts.append(calon[at])
    return cuts[::-1]


class _Kemiripan:
    """Likeness of one name to runs of pieces, each piece compared with it once."""

    def __init__(self, nama: Sequence[str], words: Sequence[Sequence[str]]) -> None:
        self._nama = len(nama)
        self._panjang = [len(own) for own in words]
        self._termuat = [
            frozenset(k for k, word in enumerate(nama) if any(_sama(word, other) for other in own)) for own in words
        ]

    def dari(self, start: int, last: int) -> Iterator[tuple[int, float]]:
        """For each run of pieces [start, end), end not behind `last`: its end and its likeness."""
        held: frozenset[int] = frozenset()
        length = 0
        for end in range(start + 1, last + 1):
            held |= self._termuat[end - 1]
            length += self._panjang[end - 1]
            yield end, 2 * len(held) / (self._nama + length) if held else 0.0


def _cocok(pieces: Sequence[str], nama: Sequence[str]) -> bool:
    """Whether each piece is like its own name, and more like it than like any other."""
    for k, piece in enumerate(pieces):
        own = kemiripan(piece, nama[k])
        others = [kemiripan(piece, name) for j, name in enumerate(nama) if j != k]
        wanted = kata_isi(_pokok(nama[k]))
        if _termuat(wanted, kata_isi(piece)) < _YAKIN * len(wanted) or any(other > own + _SELISIH for other in others):
            return False
    return True


def kemiripan(piece: str, nama: str) -> float:
    """How many words a piece and a name share, against all words of both (from 0 to 1)."""
    wanted, given = kata_isi(_pokok(nama)), kata_isi(piece)
    held = _termuat(wanted, given)
    return 2 * held / (len(wanted) + len(given)) if held else 0.0


def _termuat(wanted: Sequence[str], given: Sequence[str]) -> int:
    return sum(1 for word in wanted if any(_sama(word, other) for other in given))


def _pokok(nama: str) -> str:
    """A name without the components listed behind its colon."""
    head = nama.split(":", 1)[0]
    return head if kata_isi(head) else nama


def kata_isi(text: str) -> tuple[str, ...]:
    """The words that tell one name from another, each once."""
    words = (word.lower() for word in _KATA.findall(text))
    return tuple(dict.fromkeys(word for word in words if word not in _PENGHUBUNG and not word.isdigit()))


def _sama(a: str, b: str) -> bool:
    """Whether two words are one, mistyped or inflected."""
    if a == b:
        return True
    if a[:2] != b[:2] or abs(len(a) - len(b)) > 4 or min(len(a), len(b)) < 4:
        return False
    return SequenceMatcher(None, a, b, autojunk=False).ratio() >= _SERUPA


def _potong(untai: Untai, mulai: Sequence[int], akhir: Sequence[int]) -> list[Untai]:
    return [untai.bagian(a, b) for a, b in zip(mulai, akhir, strict=True)]
