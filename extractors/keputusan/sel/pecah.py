"""Several indicators in one cell: which names it holds, with their marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.keputusan.sel.tanda import AWAL_NAMA, BUTIR, UKURAN, Tanda, cari_tanda, sedaftar
from extractors.keputusan.sel.teks import Untai
from extractors.label_lines import had_room
from schemas.printed import Line
from schemas.provenance import PdfPlace

_BELUM_SELESAI = re.compile(
    r"(?:[,(/&:+-]|\b(?:dan|atau|yang|di|ke|dari|dengan|untuk|pada|dalam|oleh|terhadap|bagi|serta|sesuai|berdasarkan"
    r"|melalui|antar|antara|tentang|sebagai|per|menurut|nilai|jumlah|tingkat|persentase|indeks|angka|rasio|capaian"
    r"|peningkatan|penurunan|rata-rata|kenaikan|pertumbuhan|dibagi|dibanding|dikali))\s*$",
    re.IGNORECASE,
)
_KATA_NAMA = 2
_EKOR = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Nama:
    """One indicator of a cell: its mark without point or bracket, and its name."""

    tanda: str | None
    untai: Untai


@dataclass(frozen=True, slots=True, kw_only=True)
class Pecahan:
    """The indicators of a cell; `judul` is a text above them that names none of them."""

    nama: tuple[Nama, ...]
    judul: Untai | None = None


def pecah_nama(untai: Untai, *, dalam: bool = False) -> Pecahan:
    """The indicators that a cell names: by marks, else by lines that each begin like one.

    Args:
        untai: the text of the cell.
        dalam: it is what stands behind a mark.
    """
    tanda = cari_tanda(untai)
    if tanda and tanda[0].mulai == 0:
        daftar = sedaftar(tanda, untai.text)
        if len(daftar) > 1:
            return Pecahan(nama=tuple(_butir(untai, daftar)))
        return Pecahan(nama=(Nama(tanda=None, untai=untai),)) if dalam else _satu_tanda(untai, tanda[0])
    found = _di_bawah_judul(untai, tanda) or _tanpa_tanda_pertama(untai, tanda)
    if found is not None:
        return found
    pieces = [untai] if tanda else baris_mandiri(untai)
    return Pecahan(nama=tuple(Nama(tanda=None, untai=piece) for piece in pieces))


def _satu_tanda(untai: Untai, tanda: Tanda) -> Pecahan:
    """A cell that begins with a mark of its own: one name, or several that stand behind the mark."""
    rest = untai.bagian(tanda.isi, len(untai.text))
    if not rest:
        return Pecahan(nama=(Nama(tanda=None, untai=untai),))
    inner = pecah_nama(rest, dalam=True)
    mark = None if tanda.gaya == BUTIR else tanda.teks
    return inner if len(inner.nama) > 1 else Pecahan(nama=(Nama(tanda=mark, untai=rest),))


def _butir(untai: Untai, daftar: Sequence[Tanda]) -> list[Nama]:
    """One name for each mark of a list."""
    ends = [*(own.mulai for own in daftar[1:]), len(untai.text)]
    return [
        Nama(tanda=None if own.gaya == BUTIR else own.teks, untai=untai.bagian(own.isi, end))
        for own, end in zip(daftar, ends, strict=True)
    ]


def _di_bawah_judul(untai: Untai, tanda: Sequence[Tanda]) -> Pecahan | None:
    """Measures listed under a text that is none itself (`Produktivitas ternak • Persentase … • Jumlah …`).

    Items under a measure (`Jumlah produksi: - Daging - Telur`) are its components.
    """
    ukur = [own for own in tanda if UKURAN.match(untai.text, own.isi)]
    if not ukur:
        return None
    same = [own for own in sedaftar(ukur, untai.text) if own.gaya == ukur[0].gaya]
    others = [own for own in tanda if own.gaya == same[0].gaya and own.teks == same[0].teks and own not in same]
    judul = untai.bagian(0, same[0].mulai)
    if len(same) < 2 or (others and same[0].gaya == BUTIR) or not judul or UKURAN.match(judul.text):
        return None
    return Pecahan(nama=tuple(_butir(untai, same)), judul=judul)


def _tanpa_tanda_pertama(untai: Untai, tanda: Sequence[Tanda]) -> Pecahan | None:
    """A list whose first item lost its mark: measures marked from 2 on behind a measure without one."""
    if not tanda or tanda[0].kunci != (2,) or not UKURAN.match(untai.text):
        return None
    daftar = sedaftar(tanda, untai.text)
    if not all(UKURAN.match(untai.text, own.isi) for own in daftar):
        return None
    first = untai.bagian(0, daftar[0].mulai)
    if belum_selesai(first.text):
        return None
    return Pecahan(nama=(Nama(tanda=None, untai=first), *_butir(untai, daftar)))


def baris_mandiri(untai: Untai) -> list[Untai]:
    """The pieces of a text without marks: a line that begins like a measure opens one, where the text before is whole.

    On paper a wrapped line may begin so by chance; there the line above must have had room for the word.
    """
    cuts = [0]
    right = _tepi_kanan(untai.lines)
    for k, start in enumerate(untai.awal[1:], start=1):
        before = untai.text[cuts[-1] : start]
        if not AWAL_NAMA.match(untai.text, start) or not AWAL_NAMA.match(untai.text, cuts[-1]):
            continue
        whole = len(before.split()) >= _KATA_NAMA and not belum_selesai(before)
        if whole and (right is None or had_room(untai.lines[k - 1], untai.lines[k], right)):
            cuts.append(start)
    cuts.append(len(untai.text))
    return [untai.bagian(a, b) for a, b in pairwise(cuts)]


def belum_selesai(text: str) -> bool:
    """Whether a text cannot end where it does."""
    return bool(_BELUM_SELESAI.search(text[-_EKOR:])) or text.count("(") > text.count(")")


def _tepi_kanan(lines: Sequence[Line]) -> float | None:
    edges = [line.place.bbox.x1 for line in lines if isinstance(line.place, PdfPlace)]
    return max(edges) if edges and len(edges) == len(lines) else None
