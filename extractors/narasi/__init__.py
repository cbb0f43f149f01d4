"""Reading of running text: paragraphs, sentences, and in each the numbers with their roles and the verdicts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.narasi.kalimat import sentence_spans
from extractors.narasi.paragraf import Paragraf, read_paragraphs
from schemas.narasi import KalimatTeks
from schemas.printed import Block

_TELLING = re.compile(
    r"\d|capai|target|memenuhi|terpenuhi|berhasil|gagal|kategori|katagori|predikat|kriteria|klasifikasi|optimal",
    re.IGNORECASE,
)
"""What a sentence with a number, a verdict or a class holds; others are not looked at."""


_AREA = re.compile(r"\b(?:provinsi|propinsi|kabupaten|kota|kab\.|kec(?:amatan|\.))\s+[A-Z]", re.IGNORECASE)


def read_narasi(blocks: Sequence[Block], kantor: str | None = None) -> tuple[KalimatTeks, ...]:
    """Sentences of the body that hold a number with a role or a verdict, in printed order.

    Args:
        blocks: lines and tables of the body.
        kantor: name of the reporting office; when it names its own area, every other area in a sentence is another's.
    """
    own = kantor if kantor and _AREA.search(kantor) else ""
    return tuple(kalimat for paragraf in read_paragraphs(blocks) for kalimat in _sentences(paragraf, own))


def _sentences(paragraf: Paragraf, kantor: str) -> Iterator[KalimatTeks]:
    sebelum = ""
    for urutan, (mulai, akhir) in enumerate(sentence_spans(paragraf.text)):
        text = paragraf.text[mulai:akhir]
        if _TELLING.search(text):
            kalimat = _read(paragraf, mulai, text, urutan, sebelum, kantor)
            if kalimat.klaim or kalimat.vonis:
                yield kalimat
        sebelum = text


def _read(paragraf: Paragraf, offset: int, text: str, urutan: int, sebelum: str, kantor: str) -> KalimatTeks:
    from extractors.narasi.peran.putusan import read_claims
    from extractors.narasi.tokenisasi import tokenize
    from extractors.narasi.vonis.baca import read_verdicts

    doc = tokenize(text)
    return KalimatTeks(
        text=text,
        paragraf=paragraf.nomor,
        urutan=urutan,
        judul=paragraf.judul,
        butir=paragraf.butir,
        sebelum=sebelum,
        klaim=read_claims(doc, lambda start, end: paragraf.place(offset + start, offset + end), kantor=kantor),
        vonis=read_verdicts(doc, lambda start, end: paragraf.place(offset + start, offset + end)),
        place=paragraf.place(offset, offset + len(text)),
    )
