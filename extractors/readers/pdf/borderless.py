"""Tables without vertical rules: columns from the gaps between words, rows from text lines and horizontal rules.

Best effort, marked as such by method and confidence: the ruled ones are found by their lines alone (`grid`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.readers.pdf.glyphs import Word
from extractors.readers.pdf.rules import Rule
from extractors.readers.pdf.textlines import cell_lines, group_lines, words_box
from schemas.printed import Cell, Table, TableMethod, TablePart
from schemas.provenance import BBox, PdfPlace

_SAME_EDGE_PT = 6.0
_MIN_RULE_PT = 120.0
_GAP_HEIGHTS = 0.55
_WIDE_GAP_HEIGHTS = 1.2
_SPACES = 1.3
"""A gap between columns is wider than the usual space of the font by this factor."""

_NUMBER = re.compile(r"^[(<>≥≤=-]*(?:Rp\.?)?\d[\d.,]*[%)*]*,?-?$|^[-–]$")
_SIGN = re.compile(r"^[<>≥≤=%–-]{1,2}$")
_LEADER = re.compile(r"\.{4,}|…{2,}|(?:\.\s){4,}")
_MIN_ALIGNED_ROWS = 4
_CONFIDENCE = {TableMethod.HORIZONTAL: 0.7, TableMethod.ALIGNED: 0.4}


@dataclass(frozen=True, slots=True)
class _Band:
    """A region of a page that may hold a table: its words and the heights of the rules that cross it."""

    words: list[Word]
    rules: list[float]
    x0: float
    x1: float


def find_borderless(
    words: Sequence[Word], loose: Sequence[Rule], page: int
) -> tuple[list[Table], list[Word]]:
    """Tables among the words outside ruled grids, and the words that are in none of them."""
    tables: list[Table] = []
    left = list(words)
    for group in _rule_groups(loose):
        band = _ruled_band(left, group)
        table = _band_table(band, page, TableMethod.HORIZONTAL) if band is not None else None
        if band is not None and table is not None:
            tables.append(table)
            left = _without(left, band.words)
    for run in _aligned_runs(left):
        band = _Band(run, [], min(w.x0 for w in run), max(w.x1 for w in run))
        table = _band_table(band, page, TableMethod.ALIGNED)
        if table is not None:
            tables.append(table)
            left = _without(left, run)
    return tables, left


def _without(words: Sequence[Word], taken: Sequence[Word]) -> list[Word]:
    gone = {id(word) for word in taken}
    return [word for word in words if id(word) not in gone]


def _rule_groups(loose: Sequence[Rule]) -> list[list[Rule]]:
    """Three or more long horizontal rules of the same extent, the widest group first."""
    groups: list[list[Rule]] = []
    for rule in sorted(loose, key=lambda r: r.top):
        for group in groups:
            if abs(group[0].x0 - rule.x0) < _SAME_EDGE_PT and abs(group[0].x1 - rule.x1) < _SAME_EDGE_PT:
                group.append(rule)
                break
        else:
            groups.append([rule])
    long = [group for group in groups if len(group) >= 3 and group[0].length >= _MIN_RULE_PT]
    return sorted(long, key=lambda g: -g[0].length)


def _ruled_band(words: Sequence[Word], group: Sequence[Rule]) -> _Band | None:
    """The words between the first and the last rule of a group; None where there are none."""
    heights = [rule.top for rule in group]
    x0, x1 = group[0].x0, group[0].x1
    inside = [w for w in words if heights[0] < w.mid_y < heights[-1] and x0 - 3 <= w.mid_x <= x1 + 3]
    return _Band(inside, heights, x0, x1) if inside else None


def _aligned_runs(words: Sequence[Word]) -> list[list[Word]]:
    """Runs of lines that fall into three or more separate pieces of which at least one is a number."""
    runs: list[list[list[Word]]] = [[]]
    for line in group_lines([w for w in words if not w.vertical]):
        pieces = _pieces(line, _WIDE_GAP_HEIGHTS)
        tabular = len(pieces) >= 3 and not _LEADER.search(" ".join(w.text for w in line))
        if (tabular and (not runs[-1] or _near(runs[-1][-1], line))) or (
            runs[-1] and _near(runs[-1][-1], line) and len(pieces) < 3 and _narrow(line, runs[-1])
        ):
            runs[-1].append(line)
        else:
            runs.append([line] if tabular else [])
    kept = []
    for run in runs:
        numeric = sum(
            1 for line in run if sum(bool(_NUMBER.match(p[-1].text)) for p in _pieces(line, 1.0)) >= 2
        )
        if numeric >= _MIN_ALIGNED_ROWS:
            kept.append([word for line in run for word in line])
    return kept


def _narrow(line: Sequence[Word], run: Sequence[Sequence[Word]]) -> bool:
    """Whether a line of fewer pieces can be the wrapped rest of a cell: well short of the table's width."""
    x0 = min(w.x0 for row in run for w in row)
    x1 = max(w.x1 for row in run for w in row)
    box = words_box(line)
    return box.x0 >= x0 - 2 and box.width < 0.5 * (x1 - x0)


def _near(above: Sequence[Word], below: Sequence[Word]) -> bool:
    return min(w.top for w in below) - max(w.bottom for w in above) < 1.5 * max(w.height for w in above)


def _pieces(line: Sequence[Word], gap_heights: float) -> list[list[Word]]:
    """A line cut at the wide gaps."""
    pieces: list[list[Word]] = []
    for word in line:
        if pieces and word.x0 - pieces[-1][-1].x1 < gap_heights * max(word.height, 1.0):
            pieces[-1].append(word)
        else:
            pieces.append([word])
    return pieces


def _band_table(band: _Band, page: int, method: TableMethod) -> Table | None:
    """A table from one region; None where it does not fall into columns and rows with numbers."""
    lines = group_lines([w for w in band.words if not w.vertical])
    gap = _column_gap(lines)
    columns = _columns(lines, gap)
    if len(columns) < 2 or len(lines) < 2:
        return None
    rows, columns = _headed(_rows(lines, columns, band.rules, gap), columns)
    numeric = {c for row in rows for c, words in row.items() if words and _all_figures(words)}
    if len(rows) < 2 or not numeric or (method is TableMethod.ALIGNED and len(columns) < 3):
        return None
    return _to_table(rows, columns, band, page, method)


def _all_figures(words: Sequence[Word]) -> bool:
    """Whether words are figures with at most signs between them (`> 100 %`)."""
    signs = sum(1 for w in words if _SIGN.match(w.text))
    return signs < len(words) and all(_NUMBER.match(w.text) or _SIGN.match(w.text) for w in words)


def _only_dashes(cell: dict[int, list[Word]]) -> bool:
    """Whether a line has dashes where figures would be: two or more cells that are nothing else."""
    return sum(len(words) == 1 and words[0].text in ("-", "–") for words in cell.values()) > 1


def _column_gap(lines: Sequence[Sequence[Word]]) -> float:
    """Least gap between columns, in heights of a word: wider than the spaces of the font, which a typewriter's are."""
    gaps = sorted(
        (b.x0 - a.x1) / max(b.height, 1.0)
        for line in lines
        for a, b in pairwise(line)
        if 0 < b.x0 - a.x1 < _WIDE_GAP_HEIGHTS * max(b.height, 1.0)
    )
    return max(_GAP_HEIGHTS, _SPACES * gaps[len(gaps) // 2]) if len(gaps) >= len(lines) else _GAP_HEIGHTS


def _headed(
    rows: list[dict[int, list[Word]]], columns: list[tuple[float, float]]
) -> tuple[list[dict[int, list[Word]]], list[tuple[float, float]]]:
    """Rows and columns in which a heading and the column below it that it does not reach over are one."""
    first = next((r for r, row in enumerate(rows) if any(_all_figures(words) for words in row.values())), 0)
    col = 0
    while col + 1 < len(columns):
        left, right = ({r for r, row in enumerate(rows) if row.get(c)} for c in (col, col + 1))
        if left and right and not left & right and (max(left) < first <= min(right) or max(right) < first <= min(left)):
            rows = [{c - (c > col): words for c, words in sorted(row.items())} for row in rows]
            (a, b), (c, d) = columns[col], columns[col + 1]
            columns = [*columns[:col], (min(a, c), max(b, d)), *columns[col + 2 :]]
        else:
            col += 1
    return rows, columns


def _columns(lines: Sequence[Sequence[Word]], gap: float) -> list[tuple[float, float]]:
    """Extents of the columns: the stretches of the page that the pieces of most lines share."""
    cut = [_pieces(line, gap) for line in lines]
    pieces = [piece for line in cut for piece in line]
    full = max((len(line) for line in cut), default=0)
    spans = sorted((p[0].x0, p[-1].x1) for line in cut if len(line) >= max(2, full - 1) for p in line)
    merged: list[list[float]] = []
    for x0, x1 in spans:
        if merged and x0 <= merged[-1][1] + 1.0:
            merged[-1][1] = max(merged[-1][1], x1)
        else:
            merged.append([x0, x1])
    for piece in pieces:
        touched = [m for m in merged if piece[0].x0 < m[1] and piece[-1].x1 > m[0]]
        if len(touched) == 1:
            touched[0][0] = min(touched[0][0], piece[0].x0)
            touched[0][1] = max(touched[0][1], piece[-1].x1)
    return [(a, b) for a, b in merged]


def _rows(
    lines: Sequence[Sequence[Word]], columns: Sequence[tuple[float, float]], rules: Sequence[float], gap: float
) -> list[dict[int, list[Word]]]:
    """Rows of words by column: one per interval between rules where these part the rows, else per line of numbers."""
    cells = [_by_column(line, columns, gap) for line in lines]
    if len(rules) > max(4, 0.5 * len(lines)):
        return _rows_by_rule(lines, cells, rules)
    rows: list[dict[int, list[Word]]] = []
    for line, cell in zip(lines, cells, strict=True):
        crossed = rows and any(_last(rows[-1]) < y < min(w.mid_y for w in line) for y in rules)
        if any(_all_figures(words) for words in cell.values()) or _only_dashes(cell) or crossed or not rows:
            rows.append(cell)
        else:
            for col, words in cell.items():
                rows[-1].setdefault(col, []).extend(words)
    return rows


def _last(row: dict[int, list[Word]]) -> float:
    return max(w.mid_y for words in row.values() for w in words)


def _rows_by_rule(
    lines: Sequence[Sequence[Word]], cells: Sequence[dict[int, list[Word]]], rules: Sequence[float]
) -> list[dict[int, list[Word]]]:
    rows: dict[int, dict[int, list[Word]]] = {}
    for line, cell in zip(lines, cells, strict=True):
        interval = sum(1 for y in rules if y < line[0].mid_y)
        row = rows.setdefault(interval, {})
        for col, words in cell.items():
            row.setdefault(col, []).extend(words)
    return [rows[key] for key in sorted(rows)]


def _by_column(
    line: Sequence[Word], columns: Sequence[tuple[float, float]], gap: float
) -> dict[int, list[Word]]:
    cells: dict[int, list[Word]] = {}
    for piece in _pieces(line, gap):
        middle = (piece[0].x0 + piece[-1].x1) / 2
        col = min(range(len(columns)), key=lambda c: _distance(columns[c], middle))
        cells.setdefault(col, []).extend(piece)
    return cells


def _distance(column: tuple[float, float], x: float) -> float:
    return max(column[0] - x, x - column[1], 0.0)


def _to_table(
    rows: Sequence[dict[int, list[Word]]],
    columns: Sequence[tuple[float, float]],
    band: _Band,
    page: int,
    method: TableMethod,
) -> Table:
    cells = [
        Cell(
            row=r,
            col=c,
            lines=cell_lines(words, page),
            place=PdfPlace(page=page, bbox=words_box(words)),
        )
        for r, row in enumerate(rows)
        for c, words in sorted(row.items())
    ]
    box = words_box(band.words)
    place = PdfPlace(page=page, bbox=BBox(x0=band.x0, top=box.top, x1=band.x1, bottom=box.bottom))
    return Table(
        rows=len(rows),
        cols=len(columns),
        cells=tuple(cells),
        parts=(TablePart(place=place, first_row=0, last_row=len(rows) - 1),),
        method=method,
        confidence=_CONFIDENCE[method],
        notes=("tabel tanpa garis tegak: kolom diperkirakan dari jarak antar kata",),
    )
