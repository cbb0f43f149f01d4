"""Which rows sum others up: by their words where these say nothing else, else by their sums; pure.

`Jumlah` and `Total` begin totals (`Jumlah`, `TOTAL BELANJA LANGSUNG`, `Jumlah I + II`) and names of what is counted
(`Jumlah kapal bantuan`, `Total Fertility Rate`). A row whose words name a thing is a total only where the row, its
table or its figures say so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from pipeline.arithmetic.columns import Column, Sel, columns_of, significant
from pipeline.arithmetic.groups import total_of
from pipeline.arithmetic.outline import outline_of, readings_of
from schemas.kinerja import Baris, Fakta, JenisBaris, Part, Tabel

_SPACED = re.compile(r"\bj\s*u\s*m\s*l\s*a\s*h\b|\bt\s*o\s*t\s*a\s*l\b", re.IGNORECASE)
_HEAD = re.compile(r"^\W*(?:sub\W*|grand\s+)?(?:jumlah|total)\b(?P<rest>.*)$", re.IGNORECASE | re.DOTALL)
_JOINED = re.compile(r"^\W*(?:jumlah|total)\s*[+&]", re.IGNORECASE)
_WORD = re.compile(r"%|[^\W_]+")
_ORDINAL = re.compile(r"[ivxlc]+|[a-h]|\d+")
_AGAIN = frozenset({"jumlah", "total", "sub", "grand", "dan"})
_BARE = _AGAIN | {"rp", "rupiah", "%"}
_WHOLE = _BARE | {
    "keseluruhan", "seluruhnya", "semuanya", "umum", "besar", "akhir", "sementara", "kumulatif", "rata",
    "tahun", "persen", "persentase", "s", "sd",
}  # fmt: skip
_MEASURE = frozenset({"nilai", "capaian", "bobot", "skor", "realisasi", "target", "kinerja", "rincian"})
_MONEY = frozenset(
    {"anggaran", "belanja", "pagu", "biaya", "dana", "pendapatan", "penerimaan", "pengeluaran", "pembiayaan"}
)
_ACCOUNT = _MONEY | {
    "langsung", "tidak", "operasi", "operasional", "modal", "pegawai", "barang", "jasa", "hibah", "sosial", "bantuan",
    "transfer", "terduga", "daerah", "asli", "sah", "apbd", "apbn", "murni", "perubahan", "dinas", "badan", "kantor",
    "opd", "skpd", "perangkat",
}  # fmt: skip
_LEVEL = frozenset({"program", "kegiatan", "subkegiatan", "sasaran", "tujuan", "misi", "urusan", "bidang", "strategis"})
_COUNTED = re.compile(
    r"^\W*(?:jumlah|total)\s+(?!(?:total|keseluruhan|se(?:mua|luruh)|besar|belanja|anggaran|pagu|akhir|umum|biaya|dana|nilai|capaian"
    r"|rata|bobot|skor|persen|realisasi|target|indikator|sasaran|tujuan|misi|program|kegiatan|sub|rupiah|rp)\w*\b)[^\W\d_]{4,}",
    re.IGNORECASE,
)
_SUMMED = frozenset({Part.ANGGARAN, Part.REALISASI_ANGGARAN, Part.SISA, Part.JUMLAH})
_NAMED_PARTS = frozenset({Part.TARGET, Part.SATUAN, Part.KATEGORI})
_PROOF_DIGITS = 3


def is_total(label: str, nomor: str | None, fakta: Sequence[Fakta], *, named: bool) -> bool:
    """Whether the words of a row alone make it a total.

    Args:
        label: its label.
        nomor: its list number; a total has none.
        fakta: its values; what has a target or a unit measures something of its own.
        named: the table heads its labels as indicators.
    """
    rest = _rest(label)
    if rest is None:
        return False
    if _only(rest, _BARE):
        return True
    summed = _says_total(rest) or _JOINED.match(label) is not None
    return summed and not _numbered(label, nomor) and not _measures(label, fakta, named=named)


def with_proved_totals(tabel: Tabel, *, named: bool) -> Tabel:
    """The table with those rows made totals whose words name a thing, but which the table shows to be a sum.

    From top to bottom, since a total ends what the next one sums.
    """
    baris = list(tabel.baris)
    doubtful = [
        index
        for index, row in enumerate(baris)
        if row.jenis is JenisBaris.BUTIR
        and _rest(row.label) is not None
        and not _numbered(row.label, row.nomor)
        and not _measures(row.label, row.fakta, named=named)
    ]
    columns = columns_of(tabel) if doubtful else ()
    for index in doubtful:
        tried = [*baris[:index], replace(baris[index], jenis=JenisBaris.JUMLAH), *baris[index + 1 :]]
        ends = len(doubtful) == 1 and _ends_list(index, tabel)
        named_before = _names_rows_above(index, baris) or (ends and _names_table(index, tabel))
        if named_before or _adds_up(index, tried, columns, ends=ends):
            baris = tried
    return replace(tabel, baris=tuple(baris)) if doubtful else tabel


def _rest(label: str) -> tuple[str, ...] | None:
    """The words behind `Jumlah` or `Total`; None for a label that begins otherwise."""
    text = _SPACED.sub(lambda found: re.sub(r"\s", "", found.group()), " ".join(label.split()))
    found = _HEAD.match(text)
    return None if found is None else tuple(_words(found["rest"]))


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _only(words: Iterable[str], known: frozenset[str]) -> bool:
    return all(word in known or _ORDINAL.fullmatch(word) for word in words)


def _says_total(rest: tuple[str, ...]) -> bool:
    """Whether the words say no more than that something is summed: all of it, money, measures, a numbered level."""
    if _only(rest, _WHOLE | _MEASURE):
        return True
    if rest[0] in _MONEY:
        return _only(rest, _WHOLE | _ACCOUNT)
    if rest[0] in _MEASURE | _LEVEL:
        levelled = any(_ORDINAL.fullmatch(word) for word in rest) or rest[0] in _MEASURE
        return levelled and _only(rest, _WHOLE | _MEASURE | _LEVEL | _MONEY | {"indikator"})
    return False


def _numbered(label: str, nomor: str | None) -> bool:
    """Whether the row has a number in a list of its own, so that it is one of the items."""
    return bool(label and nomor and nomor != label and readings_of(nomor))


def _measures(label: str, fakta: Sequence[Fakta], *, named: bool) -> bool:
    """Whether the row measures something of its own: by its target, its unit, or under `Indikator` by its realisasi."""
    parts = {f.part for f in fakta}
    if parts & _NAMED_PARTS:
        return True
    counts = Part.REALISASI in parts and not parts & _SUMMED and not label.endswith(":")
    return named and counts and _COUNTED.match(label) is not None


def _names_rows_above(index: int, baris: Sequence[Baris]) -> bool:
    """Whether the thing summed is a row above: `Program Pelayanan` … `Jumlah Program Pelayanan`."""
    rest = list(_rest(baris[index].label) or ())
    return bool(rest) and any(_words(row.label) == rest for row in baris[:index])


def _ends_list(index: int, tabel: Tabel) -> bool:
    """Whether the row stands unnumbered below a list of which every row is numbered."""
    above = [row for row in tabel.baris[:index] if row.jenis is not JenisBaris.JUMLAH]
    last = all(_rest(row.label) is not None for row in tabel.baris[index + 1 :])
    return last and len(above) > 1 and all(_numbered(row.label, row.nomor) for row in above)


def _names_table(index: int, tabel: Tabel) -> bool:
    """Whether the caption says that the table counts what the row sums."""
    rest = set(_rest(tabel.baris[index].label) or ())
    return bool(rest) and rest <= set(_words(tabel.caption or ""))


def _adds_up(index: int, baris: Sequence[Baris], columns: Sequence[Column], *, ends: bool) -> bool:
    """Whether the row is the sum of others: in all columns, or in one where chance cannot explain it.

    Args:
        index: the row.
        baris: the rows, with it as a total.
        columns: the additive columns.
        ends: it ends a numbered list, where one column is enough.
    """
    rows = tuple(baris)
    group = total_of(index, rows, outline_of(rows))
    printed = [column for column in columns if column.sort(index) is Sel.NUMBER and column.facts[index]]
    if group is None or not printed:
        return False
    groupings = [chosen for chosen in group.calon if len(chosen) > 1]
    fits = [column for column in printed if any(_fits(column, index, chosen) for chosen in groupings)]
    return bool(fits) and (ends or len(fits) == len(printed) or any(_telling(column, index) for column in fits))


def _fits(column: Column, index: int, rows: tuple[int, ...]) -> bool:
    total = column.total(rows)
    return total.signs > 1 and not total.unreadable and column.interval(index).meets(total.interval)


def _telling(column: Column, index: int) -> bool:
    fakta = column.facts[index]
    return fakta is not None and significant(fakta.angka.value or Decimal(0)) >= _PROOF_DIGITS
