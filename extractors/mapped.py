"""A printed table to a mapped one: its columns understood, its logical rows as labelled texts."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from extractors.columns import NUMERIC_PARTS, map_columns
from extractors.headers import heading_part, is_column_numbers, squash, years_in
from extractors.label_lines import around
from extractors.leafs import Leaf, assign_cells, leafs_of, leafs_under
from extractors.rows import Share, split_rows
from extractors.table_kinds import table_kind
from schemas.extraction import BarisTeks, Isi, TabelTerpetakan
from schemas.kinerja import Kolom, Part, TabelBelumDipetakan
from schemas.printed import Cell, Line, Table
from schemas.provenance import Place

_FACT_PARTS = NUMERIC_PARTS | {Part.SATUAN, Part.KATEGORI, Part.FORMULA}
_PERFORMANCE = frozenset({Part.TARGET, Part.REALISASI, Part.CAPAIAN})
_BUDGET = frozenset({Part.ANGGARAN, Part.REALISASI_ANGGARAN, Part.PERSEN, Part.FISIK, Part.EFISIENSI})
_LABEL_PARTS = (Part.LABEL, Part.SASARAN, Part.NOMOR, Part.KODE)
_NUMBER_MARK = re.compile(
    r"^\s*(\d{1,2}(?:\.\d{1,4})+[.)]?|\(?(?:\d{1,2}|[a-zA-Z]|[ivxIVX]{1,5})[.)]|[-•▪➢✓\uf0a0-\uf0ff]|\d{1,2}(?=\s+[A-Z]))"
    r"\s*(?=\S)"
)
_TRAILING_FIGURE = re.compile(
    r"^(?P<label>.*[a-zA-Z)].*?)[\s:=]+(?P<figure>\(?-?(?:rp\.?\s*)?\d[\d.,]*\s*%?\)?)$", re.IGNORECASE
)
_TOTAL = re.compile(r"j\s*u\s*m\s*l\s*a\s*h|total|rata\s*-?\s*rata", re.IGNORECASE)


@dataclass
class _Carry:
    """What later rows of a table inherit: the sasaran, the label of a merged cell, and merged figures."""

    sasaran: str | None = None
    merged: dict[int, Cell] = field(default_factory=dict)
    labelled: frozenset[int] = frozenset()

    def shared(self, cell: Cell) -> bool:
        """Whether a merged cell reaches over rows with labels of their own."""
        return any(row in self.labelled for row in range(cell.row + 1, cell.row + cell.rowspan))


def map_table(
    table: Table, number: int, context: str, *, lampiran: bool, nama: str | None = None
) -> TabelTerpetakan | TabelBelumDipetakan:
    """Understand one printed table; `context` is the text before it (heading, sentence).

    Args:
        table: the table.
        number: its position among the tables.
        context: the text before it.
        lampiran: it belongs to somebody below the head of the office.
        nama: the indicator of its only row, where no column names one.
    """
    caption = table.caption or ""
    if table.header_rows == 0:
        return _unmapped(table, number, "kepala tabel tidak dikenali")
    leafs = leafs_of(table)
    rows = assign_cells(table, leafs)
    kolom = map_columns(leafs, rows, caption)
    if not any(k.part in NUMERIC_PARTS for k in kolom):
        return _unmapped(table, number, "tidak ada kolom angka yang dikenali")
    if _without_roles(leafs, kolom):
        return _unmapped(table, number, "kolom target dan realisasi tidak dikenali", kinerja=True)
    unnamed = not any(k.part in _LABEL_PARTS for k in kolom)
    baris = tuple(_rows(table, leafs, rows, kolom))
    if unnamed and nama is not None and len(baris) == 1:
        baris = (replace(baris[0], label=nama),)
    elif unnamed:
        measures = len({k.part for k in kolom} & _PERFORMANCE) > 1
        return _unmapped(table, number, "kolom nama indikator atau uraian tidak dikenali", kinerja=measures)
    if not any(b.isi for b in baris):
        return _unmapped(table, number, "tidak ada baris berisi angka")
    years = years_in(caption)
    return TabelTerpetakan(
        number=number,
        caption=table.caption,
        kind=table_kind(kolom, caption, context),
        kolom=kolom,
        baris=baris,
        tahun=years[0] if len(set(years)) == 1 else None,
        place=table.place,
        confidence=table.confidence,
        lampiran=lampiran,
    )


def _without_roles(leafs: Sequence[Leaf], kolom: Sequence[Kolom]) -> bool:
    """Whether headings name two of target, realisasi and capaian, but no column became one of them."""
    named = {heading_part(level) for leaf in leafs for level in leaf.levels} & _PERFORMANCE
    return len(named) > 1 and not any(k.part in _PERFORMANCE | _BUDGET for k in kolom)


def _unmapped(table: Table, number: int, reason: str, *, kinerja: bool = False) -> TabelBelumDipetakan:
    return TabelBelumDipetakan(
        number=number,
        caption=table.caption,
        place=table.place,
        rows=table.rows,
        cols=table.cols,
        reason=reason,
        kinerja=kinerja,
    )


def _rows(
    table: Table, leafs: Sequence[Leaf], rows: Mapping[int, list[list[Cell]]], kolom: Sequence[Kolom]
) -> list[BarisTeks]:
    out: list[BarisTeks] = []
    carry = _Carry()
    headings = {squash(" ".join(leaf.levels[-1:])) for leaf in leafs if leaf.levels}
    figure, label, number = (
        [i for i, k in enumerate(kolom) if k.part in parts]
        for parts in (NUMERIC_PARTS, (Part.LABEL,), (Part.NOMOR, Part.KODE, Part.SATUAN, Part.KATEGORI))
    )
    carry.labelled = frozenset(
        cell.row for cells in rows.values() for i in label for cell in cells[i] if cell.flat.strip()
    )
    for row in sorted(rows):
        carry.merged = {i: c for i, c in carry.merged.items() if c.row + c.rowspan > row}
        cells = {i: _one(cells) for i, cells in enumerate(rows[row]) if cells}
        if not any(c.flat.strip() for c in cells.values()) and not carry.merged:
            continue
        texts = [c.flat for c in cells.values() if c.flat.strip()]
        if (
            is_column_numbers([c.flat for c in cells.values()])
            and len(texts) > len(leafs) // 2
            and len(texts) > 2
        ):
            continue
        if texts and len(texts) > 1 and all(squash(t) in headings for t in texts):
            continue
        for sub, shares in enumerate(split_rows(cells, figure, label, number)):
            out.append(_row(row, sub, shares, kolom, leafs, carry))
        carry.merged.update({i: c for i, c in cells.items() if c.rowspan > 1})
    return [b for b in out if b.isi or b.label]


def _one(cells: Sequence[Cell]) -> Cell:
    """Several cells under one heading (a number and its text, `Rp` and its amount) as one."""
    filled = [c for c in cells if c.flat.strip()]
    if len(filled) < 2:
        return filled[0] if filled else cells[0]
    first = filled[0]
    if all(len(c.lines) == 1 for c in filled):
        line = first.lines[0]
        joined = Line(text=" ".join(c.flat for c in filled), place=line.place, size=line.size)
        lines: tuple[Line, ...] = (joined,)
    elif len({len(c.lines) for c in filled}) == 1:
        lines = tuple(
            Line(text=" ".join(parts[k].text for k in range(len(parts))), place=parts[-1].place)
            for parts in zip(*(c.lines for c in filled), strict=True)
        )
    else:
        head, *rest = (line for c in filled for line in c.lines)
        lines = (Line(text=f"{head.text} {rest[0].text}", place=rest[0].place), *rest[1:])
    return Cell(
        row=first.row,
        col=first.col,
        rowspan=first.rowspan,
        colspan=first.colspan,
        lines=lines,
        place=first.place,
    )


def _row(
    row: int,
    sub: int,
    shares: Mapping[int, Share],
    kolom: Sequence[Kolom],
    leafs: Sequence[Leaf],
    carry: _Carry,
) -> BarisTeks:
    sasaran = _part_text(shares, kolom, Part.SASARAN)
    if sasaran:
        carry.sasaran = sasaran
    label, place = _label(shares, kolom, carry, leafs)
    nomor = _part_text(shares, kolom, Part.NOMOR) or _part_text(shares, kolom, Part.KODE)
    label, extra = _total_figure(label, shares, kolom, leafs, row)
    isi = [*_facts(shares, kolom, row, carry), *_shared_facts(carry, kolom, row, shares), *extra]
    marked = _NUMBER_MARK.match(label)
    if marked:
        nomor = nomor if nomor and re.search(r"\w", nomor) else marked.group(1).strip()
        label = label[marked.end() :]
    inherited = None if sasaran and sasaran == label else carry.sasaran
    return BarisTeks(
        row=row,
        sub=sub,
        label=label.strip(),
        nomor=nomor or None,
        sasaran=inherited,
        isi=tuple(isi),
        place=place,
    )


def _part_text(shares: Mapping[int, Share], kolom: Sequence[Kolom], part: Part) -> str | None:
    texts = [
        _joined(share.text)
        for i, share in sorted(shares.items())
        if kolom[i].part is part and share.text.strip()
    ]
    return texts[-1] if texts else None


def _joined(text: str) -> str:
    """Wrapped lines as one text; a word cut at a hyphen stays as printed."""
    return " ".join(re.sub(r"/\n\s*", "/", text).split())


def _label(
    shares: Mapping[int, Share], kolom: Sequence[Kolom], carry: _Carry, leafs: Sequence[Leaf]
) -> tuple[str, Place]:
    """Label of a row: its own, the one merged over it, else sasaran, number or any text before the figures."""
    place = next(iter(shares.values())).place
    own = [(i, s) for i, s in sorted(shares.items()) if kolom[i].part is Part.LABEL and s.text.strip()]
    if own:
        lines = [line for _, share in own for line in share.lines]
        return _joined(" ".join(s.text for _, s in own)), around(lines) if lines else own[0][1].place
    for index, cell in sorted(carry.merged.items()):
        if kolom[index].part is Part.LABEL and cell.flat.strip():
            return cell.flat, cell.place
    for parts in ((Part.SASARAN,), (Part.KETERANGAN, Part.LAIN), (Part.NOMOR, Part.KODE)):
        for index, share in sorted(shares.items(), reverse=parts == (Part.SASARAN,)):
            words = re.search(r"[A-Za-z]\s*[A-Za-z]", share.text)
            if words and (kolom[index].part in parts or len(leafs_under(share.cell, leafs)) > 1):
                return _joined(share.text), share.place
    return "", place


def _total_figure(
    label: str, shares: Mapping[int, Share], kolom: Sequence[Kolom], leafs: Sequence[Leaf], row: int
) -> tuple[str, list[Isi]]:
    """A merged cell `Rata-rata 86,59`: its label, and its figure as a value of the last figure column it covers."""
    found = _TRAILING_FIGURE.match(label)
    if found is None or not _TOTAL.search(label):
        return label, []
    for share in shares.values():
        under = [i for i in leafs_under(share.cell, leafs) if kolom[i].part in NUMERIC_PARTS]
        if len(leafs_under(share.cell, leafs)) > 1 and under and _joined(share.text) == label:
            return found["label"], [_isi(kolom[under[-1]], found["figure"], share, row)]
    return label, []


def _facts(shares: Mapping[int, Share], kolom: Sequence[Kolom], row: int, carry: _Carry) -> list[Isi]:
    return [
        _isi(kolom[index], share.text, share, row, shared=carry.shared(share.cell))
        for index, share in sorted(shares.items())
        if kolom[index].part in _FACT_PARTS and share.text.strip()
    ]


def _shared_facts(carry: _Carry, kolom: Sequence[Kolom], row: int, shares: Mapping[int, Share]) -> list[Isi]:
    """Figures of merged cells that reach into this row from above."""
    return [
        _isi(kolom[index], cell.text, Share(cell.lines, cell), row, shared=True)
        for index, cell in sorted(carry.merged.items())
        if kolom[index].part in _FACT_PARTS
        and cell.flat.strip()
        and index not in shares
        and row in carry.labelled
    ]


def _isi(kolom: Kolom, text: str, share: Share, row: int, *, shared: bool = False) -> Isi:
    return Isi(
        part=kolom.part,
        text=text,
        place=share.place,
        row=row,
        col=kolom.col,
        header=kolom.header,
        year=kolom.year,
        period=kolom.period,
        scope=kolom.scope,
        shared=shared,
    )
