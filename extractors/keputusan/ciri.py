"""Signs by which decrees, annex sheets and agreements are told from each other and from reports."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.keputusan.alir.dokumen import Alir, Baris, TabelAlir, read_alir
from extractors.keputusan.alir.pembuka import Pembuka, read_bukaan
from extractors.keputusan.perjanjian.judul import title_rows
from schemas.printed import PrintedDocument, Table

_CHAPTER = re.compile(
    r"^\W*BAB\s*\.?\s*(?:I{1,3}|IV|V|[1-5])\b(?!.*\bKETENTUAN\b)[\s:.–-]*(?:$|.*(?:PENDAHULUAN|AKUNTABILITAS|PERENCANAAN|PENUTUP))",
    re.IGNORECASE,
)
_REPORT = (
    re.compile(r"^\W*KATA\s+PENGANTAR\W*$", re.IGNORECASE),
    re.compile(r"^\W*DAFTAR\s+(?:ISI|TABEL|GAMBAR)\W*$", re.IGNORECASE),
    re.compile(r"^\W*(?:IKHTISAR|RINGKASAN)\s+EKSEKUTIF\W*$", re.IGNORECASE),
    re.compile(r"^\W*LAPORAN\s+(?:AKUNTABILITAS\s+)?KINERJA\b[^.;]{0,80}$", re.IGNORECASE),
    re.compile(
        r"^\W*(?:[A-Z\d.]{1,4}\s+)?(?:PENGUKURAN|CAPAIAN|EVALUASI|ANALISIS)\s+(?:CAPAIAN\s+)?KINERJA\b[^.;]{0,60}$",
        re.IGNORECASE,
    ),
)
_ARTICLES = re.compile(r"^\s*Pasal\s+\d+\s*$", re.IGNORECASE)
_STATEMENT = re.compile(r"bertanda\s*tangan|selanjutnya\s+disebut|PIHAK\s+(?:PERTAMA|KESATU|KEDUA)", re.IGNORECASE)
_DESCRIBED = r"formula|rumus|penjelasan|definisi|sumber\s+data|alasan|penghitungan|perhitungan|penanggung"
_MEASURED = r"realisasi|capaian"
_HEAD = 40
_BODY_BY = 160
_FORM = frozenset({Pembuka.JABATAN, Pembuka.UNIT, Pembuka.TUGAS, Pembuka.FUNGSI})
_REPORT_SIGNS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Ciri:
    """What a document shows of itself.

    Attributes:
        batang: the body of a decree.
        lembar: the heading of a sheet near its beginning; lampiran: the heading of an annex there.
        isian: labels of positions, tasks and functions.
        indikator: a table of indicators with their formula, definition or source.
        terukur: a table that measures: realisasi, capaian.
        perjanjian: the title of an agreement near its beginning; pernyataan: what two parties say to each other.
    """

    batang: bool = False
    lembar: bool = False
    lampiran: bool = False
    isian: bool = False
    indikator: bool = False
    terukur: bool = False
    perjanjian: bool = False
    pernyataan: bool = False


def read_ciri(printed: PrintedDocument) -> Ciri:
    """The signs of a document; a report shows none, whatever it cites or carries in its annexes."""
    if _is_report(printed):
        return Ciri()
    alir = read_alir(printed)
    kinds = [_kind(item) for item in alir]
    early = set(kinds[:_BODY_BY])
    tables = [item.table for item in alir if isinstance(item, TabelAlir)]
    batang = Pembuka.MENIMBANG in early and bool({Pembuka.MENGINGAT, Pembuka.MEMUTUSKAN} & early)
    return Ciri(
        batang=batang or {Pembuka.MENGINGAT, Pembuka.MEMUTUSKAN} <= early,
        lembar=Pembuka.JUDUL in kinds[:_HEAD],
        lampiran=Pembuka.LAMPIRAN in kinds[:_HEAD],
        isian=len(_FORM & set(kinds[:_BODY_BY])) >= 2,
        indikator=any(_heads(item, "indikator") and _heads(item, _DESCRIBED) for item in tables),
        terukur=any(_heads(item, _MEASURED) for item in tables),
        perjanjian=any(title_rows(item) for item in alir[:_HEAD]),
        pernyataan=_stated(alir),
    )


def _kind(item: Alir) -> Pembuka | None:
    bukaan = read_bukaan(item.text) if isinstance(item, Baris) else None
    if bukaan is None or (bukaan.jenis in _FORM and not (bukaan.titik_dua or not bukaan.sisa)):
        return None
    return bukaan.jenis


def _heads(table: Table, pattern: str) -> bool:
    """Whether a heading of the table matches."""
    heads = (cell.flat for cell in table.cells if cell.row < max(1, table.header_rows))
    return any(re.search(pattern, text, re.IGNORECASE) for text in heads)


def _stated(alir: Sequence[Alir]) -> bool:
    return any(isinstance(item, Baris) and _STATEMENT.search(item.text) for item in alir)


def _is_report(printed: PrintedDocument) -> bool:
    """Whether chapters, a preface or a list of contents say that it is a report; articles have chapters too."""
    texts = [line.text for line in printed.lines]
    signs = sum(any(pattern.match(text) for text in texts) for pattern in _REPORT)
    articles = any(_ARTICLES.match(text) for text in texts)
    chapters = 0 if articles else sum(bool(_CHAPTER.match(text)) for text in texts)
    return signs + chapters >= _REPORT_SIGNS
