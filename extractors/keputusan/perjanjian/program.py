"""Programs of an agreement with their money: a table (`Program | Anggaran | Keterangan`) or numbered lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extractors.header_rows import row_cells
from extractors.headers import is_column_numbers, squash
from extractors.keputusan.alir.dokumen import Baris
from extractors.keputusan.perjanjian.baris import as_teks, pieces
from schemas.keputusan import BarisProgram, BelumDipahami, Teks
from schemas.printed import Cell, Table
from schemas.provenance import PdfPlace

_NAME = re.compile(r"^(?:nama)?(?:program|kegiatan|subkegiatan|urusan)\w*")
_MONEY_HEAD = re.compile(r"anggaran|pagu|jumlahrp|^rp$|dana|biaya")
_NOTE_HEAD = re.compile(r"^ket|sumber")
_FOREIGN = re.compile(r"indikator|sasaran|target|realisasi|capaian")
_HEAD_LINE = re.compile(
    r"(?:no\.?\s+)?(?:program\S*|kegiatan\S*|sub\s+kegiatan)(?:\s*[/&]\s*\S+)?(?:\s+(?:dan\s+)?(?:kegiatan|sub\s+kegiatan))?"
    r"\s*:?\s+(?:jumlah\s+|pagu\s+)?(?:anggaran|pagu)\b(?:\s*\(\s*rp\.?\s*\))?(?:\s+(?:ket\S*|sumber\s+\S+))?\W*$",
    re.IGNORECASE,
)
_MONEY = re.compile(r"\bRp\.?\s?(?=[A-Z]?\s?[\d.,])", re.IGNORECASE)
_AMOUNT = re.compile(r"Rp\.?\s?[A-Z]?[\d.,\s]*\d(?:[.,]\s?[-–=])?", re.IGNORECASE)
_MARK = re.compile(r"^\s*\(?(?:\d{1,2}|[a-zA-Z]|[ivxIVX]{2,4})[.)]\s*(?=\S)")
_WORD = re.compile(r"[^\W\d_]{2}")
_TOTAL = re.compile(r"\W*(?:jumlah|total)\b", re.IGNORECASE)
_SOURCE = re.compile(r"\(\s*(?:APB[ND](?:\S*\s*\S{0,12})?|DAK\S*|DAU|DBHCHT|PAD|BLUD)\s*\)\s*$")
_INDENT = 8.0


def program_columns(table: Table) -> tuple[int, dict[str, int]] | None:
    """Row below the headings and the columns of a table of programs; None when it is no such table."""
    for row, cells in enumerate(row_cells(table)[:3]):
        heads = {cell.col: squash(cell.flat) for cell in cells if cell.flat.strip()}
        if any(_FOREIGN.search(text) for text in heads.values()):
            return None
        columns: dict[str, int] = {}
        for col, text in sorted(heads.items()):
            part = _part(text)
            if part is not None:
                columns.setdefault(part, col)
        if {"nama", "anggaran"} <= columns.keys():
            return row + 1, columns
    return None


def _part(text: str) -> str | None:
    if _MONEY_HEAD.search(text):
        return "keterangan" if text.startswith("sumber") else "anggaran"
    if _NAME.match(text):
        return "nama"
    return "keterangan" if _NOTE_HEAD.match(text) else None


def read_program_table(table: Table) -> tuple[tuple[BarisProgram, ...], tuple[BelumDipahami, ...]] | None:
    """Programs of a table and its rows that are none (totals); None when it is no table of programs."""
    found = program_columns(table)
    if found is None:
        return None
    first, columns = found
    programs: list[BarisProgram] = []
    unread: list[BelumDipahami] = []
    for cells in row_cells(table)[first:]:
        filled = [cell for cell in cells if cell.flat.strip()]
        if not filled or is_column_numbers([cell.flat for cell in cells]):
            continue
        own = {name: _cell_at(filled, col) for name, col in columns.items()}
        name = own["nama"]
        if _TOTAL.match(filled[0].flat) or (name is not None and _TOTAL.match(name.flat)):
            continue  # a total repeats its rows; the tables of the document keep it
        if name is None:
            text = " ".join(cell.flat for cell in filled)
            unread.append(BelumDipahami(text=text, reason="baris tanpa nama program", place=filled[0].place))
            continue
        programs.extend(_split(name, own["anggaran"], own.get("keterangan")))
    return tuple(programs), tuple(unread)


def _cell_at(cells: Sequence[Cell], col: int) -> Cell | None:
    return next((cell for cell in cells if cell.col <= col < cell.col + cell.colspan), None)


def _split(name: Cell, money: Cell | None, note: Cell | None) -> list[BarisProgram]:
    """A row of programs; a cell with several numbered names beside as many amounts is as many rows."""
    names = _cell_texts(name)
    starts = [k for k, line in enumerate(names) if _MARK.match(line.text)]
    amounts = _cell_texts(money)
    notes = _cell_texts(note)
    if len(starts) > 1 and starts[0] == 0 and len(amounts) == len(starts):
        edges = [*starts, len(names)]
        parts = [names[a:b] for a, b in pairwise(edges)]
        remarks = notes if len(notes) == len(starts) else [None] * len(starts)
        rows = zip(parts, amounts, remarks, strict=True)
        return [BarisProgram(nama=_unmarked(as_teks(p)), anggaran=a, keterangan=r) for p, a, r in rows]
    whole = as_teks(amounts) if amounts else None
    remark = as_teks(notes) if notes else None
    return [BarisProgram(nama=_unmarked(as_teks(names)), anggaran=whole, keterangan=remark)]


def _cell_texts(cell: Cell | None) -> list[Teks]:
    if cell is None:
        return []
    return [Teks(text=line.text, place=line.place) for line in cell.lines if line.text.strip()]


def _unmarked(teks: Teks) -> Teks:
    return Teks(text=_MARK.sub("", teks.text), place=teks.place)


def is_program_heading(text: str) -> bool:
    """Whether a line outside tables names the columns of programs: `Program Anggaran Keterangan`."""
    return bool(_HEAD_LINE.match(text.strip()))


class PembacaProgram:
    """Reads programs printed as lines: `1. Peningkatan Produksi … Rp. 30.903.396.770,-`."""

    def __init__(self) -> None:
        """No program yet."""
        self.program: list[BarisProgram] = []
        self._last: Baris | None = None
        self._waiting: list[Teks] = []

    def read(self, baris: Baris) -> bool:
        """Take a line in; False when it is no program and does not carry one on."""
        texts = pieces(baris)
        text = " ".join(one.text.strip() for one in texts)
        money = _MONEY.search(text)
        marked = _MARK.match(text) is not None
        if money is not None and (marked or self._last is not None or _named(text[: money.start()])):
            return self._money(baris, text, money.start())
        if money is None and not marked and self._carries_on(baris):
            return self._append(baris)
        self._last = None
        return False

    def _money(self, baris: Baris, text: str, start: int) -> bool:
        if _TOTAL.match(text):
            return False
        amount = _AMOUNT.match(text, start)
        end = amount.end() if amount else len(text)
        name, note = _MARK.sub("", text[:start]).strip(), text[end:].strip(" ;")
        if not _WORD.search(name):
            return False
        name, source = _without_source(name)
        remark = note or source
        self.program.append(
            BarisProgram(
                nama=Teks(text=name, place=baris.place),
                anggaran=Teks(text=text[start:end].strip(), place=baris.place),
                keterangan=Teks(text=remark, place=baris.place) if remark else None,
            )
        )
        self._last = baris
        return True

    def _carries_on(self, baris: Baris) -> bool:
        """Whether a line is the rest of the name above: indented under its number."""
        if self._last is None:
            return False
        a, b = self._last.place, baris.place
        if not isinstance(a, PdfPlace) or not isinstance(b, PdfPlace) or a.page != b.page:
            return False
        near = 0 < b.bbox.top - a.bbox.top < 3 * a.bbox.height
        return near and b.bbox.x0 > a.bbox.x0 + _INDENT and b.bbox.x1 < a.bbox.x1

    def _append(self, baris: Baris) -> bool:
        last = self.program[-1]
        name, source = _without_source(f"{last.nama.text} {baris.text.strip()}")
        note = last.keterangan or (Teks(text=source, place=baris.place) if source else None)
        self.program[-1] = BarisProgram(
            nama=as_teks([Teks(text=name, place=last.nama.place)]), anggaran=last.anggaran, keterangan=note
        )
        self._last = baris if isinstance(baris.place, PdfPlace) and not source else None
        return True


def _named(text: str) -> bool:
    return bool(re.match(r"\s*(?:program|kegiatan|sub\s+kegiatan)\b", text, re.IGNORECASE))


def _without_source(name: str) -> tuple[str, str]:
    """A name and the source of money in brackets at its end: `… Pertanian (APBD)`."""
    found = _SOURCE.search(name)
    if found is None:
        return name.strip(), ""
    return name[: found.start()].strip(), found.group().strip(" ()")
