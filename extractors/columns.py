"""Columns of a table: the heading over each, and the part it plays.

Headings speak first; the contents of the columns settle what headings leave open (a column headed "Kategori" that holds
`63,36 % (Sedang)` is the capaian; a bare `%` behind a budget is its absorption).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extractors.headers import Heading, heading_part, is_bare_percent, is_budget_percent, read_heading, squash
from extractors.leafs import Leaf
from schemas.kinerja import Kolom, Part, Scope
from schemas.printed import Cell

NUMERIC_PARTS = frozenset(
    {
        Part.AWAL,
        Part.TARGET,
        Part.REALISASI,
        Part.CAPAIAN,
        Part.SELISIH,
        Part.ANGGARAN,
        Part.REALISASI_ANGGARAN,
        Part.PERSEN,
        Part.SISA,
        Part.FISIK,
        Part.EFISIENSI,
        Part.JUMLAH,
    }
)
_NUMBERISH = re.compile(
    r"^[\s(<>≥≤=~±-]*(?:rp\.?\s*)?-?\d[\d.,\s]*(?:%|,-|\)|\*)*\s*(?:[a-zA-Z/]+\.?\s*){0,3}(?:\(.*\))?$|^[-–]$",
    re.IGNORECASE,
)
_NEVER_PROSE = frozenset(
    {Part.ANGGARAN, Part.REALISASI_ANGGARAN, Part.PERSEN, Part.SISA, Part.JUMLAH, Part.FISIK}
)
_LABEL_WORDS = re.compile(r"program|kegiatan|uraian|jenis|nama|indikator|rincian", re.IGNORECASE)
_LIST_ITEM = re.compile(r"^\s*\d{1,2}(?:[.)]\s*|\s+)[A-Z][a-z]+\s+[a-z]")
_UNIT_LETTERS = 15
_MONEY = re.compile(r"\d{1,3}(?:[.,]\d{3}){2,}")
_PERFORMANCE = frozenset({Part.TARGET, Part.REALISASI, Part.CAPAIAN})
_MAY_BE_STATUS = frozenset({Part.KETERANGAN, Part.LAIN, Part.REALISASI, Part.CAPAIAN, Part.JUMLAH})
_STATUS = re.compile(
    r"\W*(?:target\s+)?(?:(?:tidak|tdk|belum|sudah|telah|kurang|hampir|sangat)\.?\s+)*"
    r"(?:tercapai|mencapai|terpenuhi|memenuhi|terlampaui|melampaui|melebihi|(?:di\s?atas|di\s?bawah|sesuai)\s+target)\b\D*$",
    re.IGNORECASE,
)
_STATUS_WORDS = 5
_REACHED = re.compile(
    r"(?:kinerja\s+(?:tahun\s+)?|(?:(?:kinerja|hasil|kondisi|posisi)\s+)?"
    r"(?:s\s*[./]?\s*d\.?|sampai(?:\s+dengan)?|hingga)\s*(?:tahun|thn?\.?)?\s*)20\d\d",
    re.IGNORECASE,
)
_SPENT = re.compile(r"keu(?:angan)?(?:rp|rupiah)?")
_TIERS = ("program", "kegiatan", "subkegiatan")
_NAMED_SHARE = 0.75
_MIN_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class ColumnContent:
    """What a column's body cells hold: how many are filled, and the shares of some contents.

    Attributes:
        statuses: cells that only say whether a target was met (`Tercapai`, `Tidak Tercapai`).
    """

    filled: int
    figures: float
    money: float
    digits: float
    prose: float
    statuses: float = 0.0


def column_contents(rows: Mapping[int, Sequence[Sequence[Cell]]], count: int) -> list[ColumnContent]:
    """Contents of each of `count` leaf columns; `rows` as `leafs.assign_cells` gives them."""
    texts: list[list[str]] = [[] for _ in range(count)]
    full: list[list[str]] = [[] for _ in range(count)]
    for row in rows.values():
        for index, cells in enumerate(row):
            printed = [cell for cell in cells if cell.flat.strip()]
            if printed:
                many = len(printed) == 1 and len(printed[0].lines) > 2
                full[index].append(" ".join(c.flat for c in printed))
                texts[index].append(printed[0].lines[0].text if many else " ".join(c.flat for c in printed))
    contents = []
    for index, column in enumerate(texts):
        total = len(column)
        figures = sum(1 for text in column if _is_figure(text.strip()))
        money = sum(1 for text in column if _MONEY.search(text))
        digits = sum(1 for text in column if any(ch.isdigit() for ch in text))
        prose = sum(
            1 for t in full[index] if sum(ch.isalpha() for ch in t) > _UNIT_LETTERS and not _is_figure(t)
        )
        statuses = sum(1 for t in full[index] if _STATUS.match(t) and len(t.split()) <= _STATUS_WORDS)
        shares = (n / total if total else 0.0 for n in (figures, money, digits, prose, statuses))
        contents.append(ColumnContent(total, *shares))
    return contents


def _is_figure(text: str) -> bool:
    """Whether a text is a figure, with a short unit or class at most; a numbered list item is none."""
    letters = sum(1 for ch in text if ch.isalpha())
    return (
        bool(_NUMBERISH.match(text))
        and not _LIST_ITEM.match(text)
        and (letters <= _UNIT_LETTERS or "(" in text)
    )


def map_columns(
    leafs: Sequence[Leaf], rows: Mapping[int, Sequence[Sequence[Cell]]], caption: str
) -> tuple[Kolom, ...]:
    """The part of every leaf column (LAIN where none is known), settled by heading, neighbours and contents."""
    contents = column_contents(rows, len(leafs))
    headings = [read_heading(leaf.levels) for leaf in leafs]
    headings = _settle_by_content(headings, contents)
    headings = _settle_years(headings, contents, caption)
    headings = _settle_reached(headings, contents)
    headings = _settle_spent(headings, contents)
    headings = _settle_percent(headings, contents)
    headings = _settle_scopes(_settle_labels(headings, contents))
    return tuple(
        Kolom(col=leaf.first, part=h.part, header=h.text, year=h.year, period=h.period, scope=h.scope)
        for leaf, h in zip(leafs, headings, strict=True)
    )


def _settle_by_content(headings: Sequence[Heading], contents: Sequence[ColumnContent]) -> list[Heading]:
    out = []
    parts = {heading.part for heading in headings}
    for heading, content in zip(headings, contents, strict=True):
        part = heading.part
        figures = content.filled > 0 and content.figures >= _MIN_SHARE
        words = content.filled > 0 and content.figures < 1 - _MIN_SHARE
        if part in _MAY_BE_STATUS and content.statuses >= _MIN_SHARE and parts & _PERFORMANCE - {part}:
            part = Part.KATEGORI
        elif part is Part.KATEGORI and figures:
            part = Part.CAPAIAN
        elif part is Part.CAPAIAN and words and content.filled > 2:
            part = Part.KATEGORI
        elif (
            part in (Part.LAIN, Part.KETERANGAN)
            and figures
            and content.filled > 2
            and heading.text
            and content.digits >= 0.5
        ):
            part = Part.JUMLAH
        elif part in _NEVER_PROSE and content.prose >= 0.5:
            part = Part.LABEL if _LABEL_WORDS.search(heading.text) else Part.KETERANGAN
        elif part is Part.JUMLAH and heading.scope is not Scope.OWN:
            part = Part.REALISASI
        elif part is Part.JUMLAH and content.filled > 2 and content.digits < 1 - _MIN_SHARE:
            part = Part.KETERANGAN
        out.append(replace(heading, part=part))
    return out


def _settle_years(
    headings: Sequence[Heading], contents: Sequence[ColumnContent], caption: str
) -> list[Heading]:
    """Columns headed by a bare year play the part their caption names (`Perbandingan Realisasi … 2013 - 2018`)."""
    named = re.search(r"realisasi|target|capaian|(?<!pel)anggaran|pagu", caption, re.IGNORECASE)
    known = {h.part for h in headings}
    part = heading_part(named.group()) if named else Part.JUMLAH
    if {Part.TARGET, Part.REALISASI} <= known:
        part = Part.REALISASI
    out = []
    for heading, content in zip(headings, contents, strict=True):
        words = re.sub(r"(?i)\(.*?\)|tahun|\bthn?\b|\bt\.?a\b|\d|/", "", heading.text)
        bare = heading.year is not None and squash(words) in ("", "volume")
        if bare and content.figures >= _MIN_SHARE and heading.part in (Part.LAIN, Part.JUMLAH):
            settled = (
                part
                if known & (_PERFORMANCE | {Part.LABEL, Part.SASARAN}) or content.money > 0.5
                else Part.JUMLAH
            )
            heading = replace(heading, part=settled)
        out.append(heading)
    return out


def _settle_reached(headings: Sequence[Heading], contents: Sequence[ColumnContent]) -> list[Heading]:
    """`Kinerja s.d. Tahun 2024` beside one target of that year or later, and no realisasi, is what was reached."""
    goals = [h for h in headings if h.part is Part.TARGET and not _REACHED.fullmatch(h.text)]
    if len(goals) != 1 or any(h.part is Part.REALISASI for h in headings):
        return list(headings)
    last = goals[0].year
    out = []
    for heading, content in zip(headings, contents, strict=True):
        soon = heading.year is not None and (last is None or heading.year <= last)
        if soon and content.figures >= _MIN_SHARE and _REACHED.fullmatch(heading.text):
            heading = replace(heading, part=Part.REALISASI, period=None)
        out.append(heading)
    return out


def _settle_spent(headings: Sequence[Heading], contents: Sequence[ColumnContent]) -> list[Heading]:
    """`Keuangan (Rp)` behind the one budget, with its percentage or physical progress beside it, is what was spent."""
    parts = [h.part for h in headings]
    spent = [
        index
        for index, heading in enumerate(headings)
        if heading.part in (Part.JUMLAH, Part.LAIN)
        and _SPENT.fullmatch(squash(heading.text))
        and contents[index].money >= _MIN_SHARE
    ]
    beside = Part.FISIK in parts or any(is_budget_percent(h.text) for h in headings)
    if len(spent) != 1 or parts.count(Part.ANGGARAN) != 1 or Part.ANGGARAN not in parts[: spent[0]] or not beside:
        return list(headings)
    if set(parts) & {Part.REALISASI, Part.REALISASI_ANGGARAN, Part.TARGET}:
        return list(headings)
    return [replace(h, part=Part.REALISASI_ANGGARAN) if i == spent[0] else h for i, h in enumerate(headings)]


def _settle_percent(headings: Sequence[Heading], contents: Sequence[ColumnContent]) -> list[Heading]:
    """Percentages and budget columns that only their neighbours explain."""
    parts = [h.part for h in headings]
    budget = Part.ANGGARAN in parts or Part.REALISASI_ANGGARAN in parts
    performance = Part.TARGET in parts
    out: list[Heading] = []
    for index, heading in enumerate(headings):
        part = heading.part
        before = [h.part for h in out if not (_percent_of_year(heading) and _percent_of_year(h))]
        leaf = heading.text.split(" / ")[-1]
        bare = is_bare_percent(leaf) or squash(leaf) == "%realisasi" or _percent_of_year(heading)
        money = contents[index].money >= _MIN_SHARE
        bare = bare or (not money and part is not Part.CAPAIAN and _behind_budget(before) and is_budget_percent(leaf))
        money_or_blank = money or (not contents[index].filled and heading.budget)
        if part is Part.REALISASI and budget and not performance:
            part = _budget_realisasi(parts, before, leaf, money_or_blank)
        elif part is Part.REALISASI_ANGGARAN and Part.ANGGARAN not in parts and Part.EFISIENSI in parts:
            part = part if money_or_blank else Part.PERSEN
        elif part is Part.JUMLAH and _sums_periods(out, heading):
            part = out[-1].part
        elif part in (Part.CAPAIAN, Part.JUMLAH, Part.PERSEN) and bare:
            part = _bare_percent(before, budget)
        elif part is Part.CAPAIAN and budget and not performance and Part.EFISIENSI not in parts:
            part = Part.PERSEN
        elif (
            part is Part.PERSEN
            and not budget
            and performance
            and Part.CAPAIAN not in parts
            and not _money(contents)
        ):
            part = Part.CAPAIAN
        elif part in (Part.TARGET, Part.REALISASI) and money and Part.ANGGARAN in parts and part in before:
            part = Part.ANGGARAN if part is Part.TARGET else Part.REALISASI_ANGGARAN
        out.append(replace(heading, part=part))
    return out


def _behind_budget(before: Sequence[Part]) -> bool:
    """Whether budget and realisation stand before, and no figure of performance."""
    return {Part.ANGGARAN, Part.REALISASI_ANGGARAN} <= set(before) and not _PERFORMANCE & set(before)


def _budget_realisasi(parts: Sequence[Part], before: Sequence[Part], leaf: str, money: bool) -> Part:
    """What a realisasi beside a budget without a target is: money, or its percentage (`Keuangan (%)`)."""
    if money:
        return Part.REALISASI_ANGGARAN
    if "%" in leaf and Part.REALISASI_ANGGARAN in (*parts, *before):
        return Part.PERSEN
    first = Part.ANGGARAN in before and Part.REALISASI_ANGGARAN not in (*parts, *before)
    return Part.REALISASI_ANGGARAN if first and "%" not in leaf else Part.REALISASI


def _settle_scopes(headings: Sequence[Heading]) -> list[Heading]:
    """`Realisasi Provinsi` beside a realisasi of the office itself is the province's figure."""
    own = [h for h in headings if h.part is Part.REALISASI and h.scope is Scope.OWN]
    provincial = [h for h in own if re.search(r"\bprov(?:insi\b|\.)", h.text, re.IGNORECASE)]
    if not provincial or len(provincial) == len(own):
        return list(headings)
    return [replace(h, scope=Scope.PROVINSI) if h in provincial else h for h in headings]


def _money(contents: Sequence[ColumnContent]) -> bool:
    return any(content.money >= _MIN_SHARE for content in contents)


def _percent_of_year(heading: Heading) -> bool:
    """Whether a heading says per cent and a year only (`Persentase / 2023`)."""
    return heading.year is not None and is_bare_percent(re.sub(r"(?i)tahun|[\d/]", "", heading.text))


def _sums_periods(before: Sequence[Heading], heading: Heading) -> bool:
    """Whether a bare total stands behind two parts of a year of one kind: then it is the year's figure."""
    if squash(heading.text.split(" / ")[-1]) not in ("total", "jumlah", "setahun") or len(before) < 2:
        return False
    last, other = before[-1], before[-2]
    same = last.part is other.part and last.part in (Part.TARGET, Part.REALISASI, Part.REALISASI_ANGGARAN)
    return same and last.period is not None and other.period is not None


def _bare_percent(before: Sequence[Part], budget: bool) -> Part:
    """What a column headed `%` is, from the columns before it."""
    numeric = [part for part in before if part in NUMERIC_PARTS]
    if not numeric:
        return Part.JUMLAH
    if numeric[-1] in (Part.ANGGARAN, Part.REALISASI_ANGGARAN):
        return Part.PERSEN
    if {Part.TARGET, Part.REALISASI} <= set(numeric) and numeric[-1] in (Part.TARGET, Part.REALISASI):
        return Part.CAPAIAN
    return Part.PERSEN if budget or numeric[-1] is Part.REALISASI else Part.JUMLAH


def _settle_labels(headings: Sequence[Heading], contents: Sequence[ColumnContent]) -> list[Heading]:
    """One kind of label column: indicator before program and uraian, else sasaran or the first text column."""
    out = list(headings)
    labels = [i for i, h in enumerate(out) if h.part is Part.LABEL]
    figures = [i for i in labels if contents[i].filled > 2 and contents[i].figures > 0.9]
    for index in figures:
        out[index] = replace(out[index], part=Part.JUMLAH)
    labels = [i for i in labels if i not in figures]
    if not labels:
        fallback = [i for i, h in enumerate(out) if h.part is Part.SASARAN][-1:] or [
            i
            for i, h in enumerate(out)
            if h.part is Part.LAIN and contents[i].figures < 0.5 and contents[i].filled
        ][:1]
        figures_from = min((i for i, h in enumerate(out) if h.part in NUMERIC_PARTS), default=len(out))
        fallback = (
            fallback
            or [
                i
                for i, h in enumerate(out[:figures_from])
                if h.part is Part.KETERANGAN and contents[i].figures < 0.5
            ][:1]
        )
        for index in fallback:
            out[index] = replace(out[index], part=Part.LABEL)
        return out
    indicator = [i for i in labels if re.search(r"indikator|iku", out[i].text, re.IGNORECASE)]
    figures_from = min((i for i, h in enumerate(out) if h.part in NUMERIC_PARTS), default=len(out))
    main = [i for i in indicator if i < figures_from][-1:] or indicator[:1] or _lowest_tier(labels, out, contents)
    chosen = {i for i in labels if out[i].text == out[main[0]].text}
    for index in labels:
        if index not in chosen:
            before = index < min(chosen)
            out[index] = replace(out[index], part=Part.SASARAN if before else Part.KETERANGAN)
    return out


def _lowest_tier(labels: Sequence[int], headings: Sequence[Heading], contents: Sequence[ColumnContent]) -> list[int]:
    """The first label column; behind `Program` that of the kegiatan where nearly every row names one."""
    tiers = [_TIERS.index(name) if (name := squash(headings[i].text)) in _TIERS else None for i in labels]
    rows = max((c.filled for h, c in zip(headings, contents, strict=True) if h.part in NUMERIC_PARTS), default=0)
    lowest = list(labels[:1])
    for before, after in pairwise(range(len(labels))):
        first, second = tiers[before], tiers[after]
        if first is None or second is None or first >= second or contents[labels[after]].filled < _NAMED_SHARE * rows:
            break
        lowest = [labels[after]]
    return lowest
