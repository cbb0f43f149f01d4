"""What a migration did not understand of a document, piece by piece."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from schemas.keputusan import Indikator, Keputusan
from schemas.migrasi import KelasSisa, Migrasi, Penerimaan, Sisa
from schemas.provenance import DocxPlace, page_of, place_key
from schemas.result import Problem
from schemas.rumus import JenisRumus

PROSA = "rumus tidak menyatakan cara menghitung; bunyinya tetap disimpan"


def migrasi_of(
    sha256: str,
    keputusan: Sequence[Keputusan],
    problems: Iterable[Problem],
    diterima: Mapping[str, Penerimaan],
) -> Migrasi:
    """The records of a document with what is left over of it, in printed order.

    Args:
        sha256: hash of the document's bytes.
        keputusan: its records.
        problems: what could not be read of it.
        diterima: what persons accepted, by id.
    """
    found = [*map(_unread, problems)]
    for item in keputusan:
        found += [*_unplaced(item), *_unstructured(item)]
    sisa = (
        replace(item, penerimaan=diterima.get(item.sisa_id)) for item in _identified(sorted(found, key=_order), sha256)
    )
    return Migrasi(keputusan=tuple(keputusan), sisa=tuple(sisa))


def in_prose(indikator: Indikator) -> bool:
    """Whether a formula is printed whose way of computing was not understood."""
    return indikator.rumus is not None and indikator.rumus.jenis is JenisRumus.URAIAN


def _unread(problem: Problem) -> Sisa:
    return Sisa(sisa_id="", kelas=KelasSisa.BACAAN, text="", reason=problem.message, page=problem.page, place=None)


def _unplaced(keputusan: Keputusan) -> Iterator[Sisa]:
    for item in keputusan.belum_dipahami:
        yield Sisa(
            sisa_id="",
            kelas=KelasSisa.TEKS,
            text=item.text,
            reason=item.reason,
            page=page_of(item.place),
            place=item.place,
        )


def _unstructured(keputusan: Keputusan) -> Iterator[Sisa]:
    """Formulas in prose; one that stands in a merged cell is told once for all of its indicators."""
    seen: set[tuple[str, str]] = set()
    for indikator in keputusan.indikator():
        formula = indikator.formula
        if formula is None or not in_prose(indikator):
            continue
        key = (place_key(formula.place), formula.text)
        if key not in seen:
            seen.add(key)
            yield Sisa(
                sisa_id="",
                kelas=KelasSisa.RUMUS,
                text=formula.text,
                reason=PROSA,
                page=page_of(formula.place),
                place=formula.place,
            )


def _order(sisa: Sisa) -> tuple[int, int, int]:
    """The whole file first, then page by page (block by block) downwards, rows in their order."""
    place = sisa.place
    if isinstance(place, DocxPlace):
        return place.block + 1, place.row or 0, place.col or 0
    if place is None:
        return sisa.page or 0, -1, 0
    return place.page, round(place.bbox.top), round(place.bbox.x0)


def _identified(found: Iterable[Sisa], sha256: str) -> Iterator[Sisa]:
    """Ids from the content; equal pieces at one place are numbered.

    The letters in front keep a spreadsheet from taking an id such as 12e45 for a number.
    """
    seen = Counter[str]()
    for sisa in found:
        place = place_key(sisa.place) if sisa.place is not None else f"p{sisa.page}"
        content = "\x1f".join((sha256, sisa.kelas.value, place, sisa.text or sisa.reason))
        seen[content] += 1
        content += f"#{seen[content]}" if seen[content] > 1 else ""
        yield replace(sisa, sisa_id="bd-" + hashlib.sha256(content.encode("utf-8", "replace")).hexdigest()[:16])
