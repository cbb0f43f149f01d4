"""Paragraphs of Word that hold several lines by soft breaks: cut before the labels of fields."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.keputusan.alir.dokumen import Alir, Baris

_FIELD = re.compile(
    r"\s+(?=(?:\d{1,2}[.)]\s*)?(?:NOMOR|TANGGAL|TENTANG|NAMA\s+JABATAN|JABATAN|TUGAS(?:\s+POKOK)?|TUGASI|FUNGSI)\s*:)"
)
_HEADED = re.compile(r"\s*(?:(?:SURAT\s+)?KEPUTUSAN|PERATURAN|LAMPIRAN)(?![A-Za-z])")
_TITLE_FIELD = re.compile(r"\s+(?=(?:NOMOR|TANGGAL|TENTANG)(?![A-Za-z]))")
_BEGUN = re.compile(r"(?:^|\s)(?:NAMA|DAN|SERTA|&|\(?(?:\d{1,2}|[A-Za-z])[.)])$")


def split_lines(alir: Sequence[Alir]) -> list[Alir]:
    """The flow with such paragraphs cut into the lines they hold."""
    return [piece for item in alir for piece in (_pieces(item) if isinstance(item, Baris) else (item,))]


def _pieces(baris: Baris) -> Iterator[Baris]:
    pattern = _TITLE_FIELD if _HEADED.match(baris.text) else _FIELD
    start = 0
    for match in pattern.finditer(baris.text):
        if match.start() == 0 or _BEGUN.search(baris.text[start : match.start()]):
            continue
        yield replace(baris, text=baris.text[start : match.start()].strip())
        start = match.end()
    yield replace(baris, text=baris.text[start:]) if start else baris
