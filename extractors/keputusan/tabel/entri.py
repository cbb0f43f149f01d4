"""Rows of the body gathered to entries: what one row of indicators says, whatever page edges and merges did to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.keputusan.sel.pecah import belum_selesai
from extractors.keputusan.sel.tanda import UKURAN
from extractors.keputusan.sel.teks import Untai
from extractors.keputusan.tabel.baris import Baris, Sel
from extractors.keputusan.tabel.kepala import Kolom, letak
from extractors.keputusan.tabel.peran import Peran
from schemas.printed import Line
from schemas.provenance import Place

_SATU_KALI = frozenset({Peran.NOMOR, Peran.TUJUAN, Peran.SASARAN, Peran.INDIKATOR, Peran.LAIN})
_TANDA_KOSONG = re.compile(r"[-–—_.…*\s]+")
_SASARAN = re.compile(
    r"(?:\w{1,4}[.)]\s*)?(?:sasaran|tujuan|kinerja utama|meningkat|menurun|terwujud|terlaksana|terselenggara|tercapai"
    r"|tersedia|tersusun|terciptanya|terkelola|optimal|menguat|membaik|berkembang|terpenuhi|tertib)",
    re.IGNORECASE,
)
JABATAN = re.compile(
    r"(?:\w{1,4}[.)]\s*)?(?:jabatan\s*:\s*)?(?:kepala|ka\.|sekretari|ketua|direktur|asisten|inspektur|camat|lurah|kabid"
    r"|kabag|kasi\b|kasubag|kasubbag|bidang|bagian|sub\s*bagian|seksi|uptd?\b)",
    re.IGNORECASE,
)
TANPA_INDIKATOR = "baris tanpa nama indikator"
JUDUL_BARIS = "teks yang melintang di tabel"


@dataclass(slots=True)
class Entri:
    """One row of indicators as it is gathered.

    Attributes:
        isi: lines by column; kosong: columns whose cell is blank and not merged.
        potongan: its own pieces of cells that are merged over several rows, by column.
        sasaran: lines in force for it.
        konteks: the position it belongs to, from a text across the table or a column of its own.
    """

    table: int
    row: int
    isi: list[tuple[Line, ...]]
    kosong: set[int] = field(default_factory=set)
    potongan: dict[int, Untai] = field(default_factory=dict)
    sasaran: tuple[Line, ...] = ()
    konteks: tuple[Line, ...] = ()


@dataclass(slots=True)
class Terkumpul:
    """The entries of a table, and the rows that are none with the reason."""

    entri: list[Entri] = field(default_factory=list)
    sisa: list[tuple[tuple[Line, ...], str, Place]] = field(default_factory=list)


@dataclass(slots=True)
class _Keadaan:
    """What the rows so far leave in force."""

    sasaran: tuple[Line, ...] = ()
    konteks: tuple[Line, ...] = ()


def kumpulkan(baris: Sequence[Baris], kolom: Sequence[Kolom]) -> Terkumpul:
    """The entries that rows make."""
    out, keadaan = Terkumpul(), _Keadaan()
    indikator = letak(kolom, Peran.INDIKATOR) or 0
    for own in baris:
        if own.penuh:
            _judul(own, keadaan, out)
        elif _melanjutkan(own, out, kolom, indikator):
            _lanjut(own, out.entri[-1], keadaan, kolom)
        elif not _berisi(own.sel[indikator]):
            _tanpa_indikator(own, keadaan, out, kolom)
        else:
            _baru(own, keadaan, out, kolom)
    return out


def _berisi(sel: Sel) -> bool:
    return sel.isi and not _TANDA_KOSONG.fullmatch(sel.datar)


def _judul(baris: Baris, keadaan: _Keadaan, out: Terkumpul) -> None:
    """A text across the table: a position keeps the indicators below it, a sasaran is theirs, others are not placed."""
    lines = tuple(line for sel in baris.sel for line in sel.lines)
    text = " ".join(line.text for line in lines).strip()
    place = next((sel.place for sel in baris.sel if sel.isi), None)
    keadaan.konteks = lines if JABATAN.match(text) else ()
    if _SASARAN.match(text):
        keadaan.sasaran = lines
    elif not keadaan.konteks and place is not None:
        out.sisa.append((lines, JUDUL_BARIS, place))


def _melanjutkan(baris: Baris, out: Terkumpul, kolom: Sequence[Kolom], indikator: int) -> bool:
    """Whether a row goes on with the entry above it.

    Its leading cells are blank and so is its indicator, or a page edge cut the indicator's name.
    """
    if not out.entri:
        return False
    sel = baris.sel[indikator]
    nomor = letak(kolom, Peran.NOMOR)
    if nomor is not None and _berisi(baris.sel[nomor]):
        return False
    leading = [own for own, k in zip(baris.sel, kolom, strict=True) if k.peran in (Peran.SASARAN, Peran.TUJUAN)]
    if not sel.isi:
        other = any(_berisi(own) for k, own in enumerate(baris.sel) if kolom[k].peran not in _SATU_KALI)
        if not any(own.isi for own in leading):
            return other
        return other and baris.atas and _terusan_sasaran(leading, out.entri[-1])
    return baris.atas and _terusan(sel.lines, out.entri[-1].isi[indikator])


def _terusan_sasaran(leading: Sequence[Sel], entri: Entri) -> bool:
    text = " ".join(own.datar for own in leading).strip()
    return not text or text[0].islower() or belum_selesai(" ".join(line.text for line in entri.sasaran))


def _terusan(lines: Sequence[Line], above: Sequence[Line]) -> bool:
    """Whether a text at the top of a page is the rest of the one above the edge."""
    text = " ".join(line.text for line in lines).strip()
    before = " ".join(line.text for line in above).strip()
    if not before or not text or UKURAN.match(text):
        return False
    return (text[0].islower() and not re.match(r"\w{1,2}[.)]", text)) or text[0] in "(&/,)" or belum_selesai(before)


def _lanjut(baris: Baris, entri: Entri, keadaan: _Keadaan, kolom: Sequence[Kolom]) -> None:
    """Append the row to the entry above it."""
    for k, sel in enumerate(baris.sel):
        if not sel.isi:
            continue
        entri.isi[k] = (*entri.isi[k], *sel.lines)
        entri.kosong.discard(k)
        if kolom[k].peran is Peran.SASARAN:
            keadaan.sasaran = entri.sasaran = (*entri.sasaran, *sel.lines)


def _tanpa_indikator(baris: Baris, keadaan: _Keadaan, out: Terkumpul, kolom: Sequence[Kolom]) -> None:
    """A row that names no indicator: a sasaran above its indicators, the rest of one, or what is not understood."""
    at = letak(kolom, Peran.SASARAN)
    sel = baris.sel[at] if at is not None else None
    others = [own for k, own in enumerate(baris.sel) if k != at and kolom[k].peran is not Peran.NOMOR and _berisi(own)]
    nomor = letak(kolom, Peran.NOMOR)
    numbered = nomor is not None and _berisi(baris.sel[nomor])
    if sel is not None and _berisi(sel):
        fresh = bool(_SASARAN.match(sel.datar.strip()))
        if not numbered and _sisa_sasaran(sel, keadaan, atas=baris.atas and not fresh):
            _sambung_sasaran(sel.lines, keadaan, out)
        else:
            keadaan.sasaran = sel.lines
    if others:
        lines = tuple(line for own in baris.sel for line in own.lines)
        place = next((own.place for own in baris.sel if own.isi and own.place), None)
        if place is not None:
            out.sisa.append((lines, TANPA_INDIKATOR, place))


def _sisa_sasaran(sel: Sel, keadaan: _Keadaan, *, atas: bool) -> bool:
    """Whether a sasaran in a row of its own is the rest of the one above."""
    before = " ".join(line.text for line in keadaan.sasaran)
    return bool(before) and (sel.datar.strip()[0].islower() or belum_selesai(before) or atas)


def _sambung_sasaran(lines: tuple[Line, ...], keadaan: _Keadaan, out: Terkumpul) -> None:
    """More of the sasaran in force, for the entries that have it already too."""
    before = keadaan.sasaran
    keadaan.sasaran = (*before, *lines)
    for entri in out.entri:
        if entri.sasaran == before:
            entri.sasaran = keadaan.sasaran


def _baru(baris: Baris, keadaan: _Keadaan, out: Terkumpul, kolom: Sequence[Kolom]) -> None:
    """A new entry, with what merged cells and the sasaran above give it."""
    above = out.entri[-1] if out.entri else None
    jabatan = letak(kolom, Peran.JABATAN)
    if jabatan is not None and _berisi(baris.sel[jabatan]):
        keadaan.konteks = baris.sel[jabatan].lines
    new_group = _sasaran_baris(baris, keadaan, out, kolom) or _bernomor(baris, kolom)
    entri = Entri(
        table=baris.table,
        row=baris.row,
        isi=[sel.lines for sel in baris.sel],
        sasaran=keadaan.sasaran,
        konteks=keadaan.konteks,
    )
    for k, sel in enumerate(baris.sel):
        if kolom[k].peran in (Peran.NOMOR, Peran.INDIKATOR) or sel.isi:
            continue
        if sel.asal and above is not None:
            entri.isi[k] = above.isi[k]
        elif not sel.asal and (new_group or not baris.atas):
            entri.kosong.add(k)
    out.entri.append(entri)


def _sasaran_baris(baris: Baris, keadaan: _Keadaan, out: Terkumpul, kolom: Sequence[Kolom]) -> bool:
    """Put the sasaran of a row in force (or, without one, the goal above it); whether the row names a new one."""
    at = letak(kolom, Peran.SASARAN)
    goals = [(sel, k) for sel, k in zip(baris.sel, kolom, strict=True) if k.peran is Peran.TUJUAN and _berisi(sel)]
    if at is None or not _berisi(baris.sel[at]):
        measured = bool(goals) and goals[-1][0].datar.strip()[0].isupper()
        keadaan.sasaran = goals[-1][0].lines if measured else keadaan.sasaran
        return measured
    for sel, own in goals:
        kepala = own.kepala.text if own.kepala else "tujuan"
        if sel.place is not None:
            out.sisa.append((sel.lines, f"kolom {kepala}", sel.place))
    sel = baris.sel[at]
    if baris.atas and not _bernomor(baris, kolom) and _sisa_sasaran(sel, keadaan, atas=False):
        _sambung_sasaran(sel.lines, keadaan, out)
        return False
    keadaan.sasaran = sel.lines
    return True


def _bernomor(baris: Baris, kolom: Sequence[Kolom]) -> bool:
    nomor = letak(kolom, Peran.NOMOR)
    return nomor is not None and _berisi(baris.sel[nomor])
