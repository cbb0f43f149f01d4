"""Headings of annexes, as often as they are printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors.keputusan.alir.dokumen import TabelAlir
from extractors.keputusan.badan.batang import isian
from extractors.keputusan.zona.bagian import Bagian, Ruas
from extractors.keputusan.zona.jenis import Zona
from extractors.keputusan.zona.teks import around, as_teks
from schemas.keputusan import Isian, Lampiran, Teks


def read_lampiran(parts: Sequence[Bagian]) -> tuple[Lampiran, ...]:
    """Every annex heading with its fields; they stand behind it, up to the next heading."""
    found: list[tuple[Ruas, list[Ruas]]] = []
    for part in parts:
        if isinstance(part, TabelAlir):
            continue
        if part.zona is Zona.LAMPIRAN:
            found.append((part, []))
        elif found and part.zona in (Zona.LAMPIRAN_NOMOR, Zona.LAMPIRAN_TANGGAL, Zona.LAMPIRAN_TENTANG):
            found[-1][1].append(part)
    return tuple(_heading(head, fields) for head, fields in found)


def _heading(head: Ruas, fields: Sequence[Ruas]) -> Lampiran:
    return Lampiran(
        nomor=head.nomor or None,
        judul=_title(head, fields),
        nomor_keputusan=_field(fields, Zona.LAMPIRAN_NOMOR),
        tanggal_keputusan=_field(fields, Zona.LAMPIRAN_TANGGAL),
        place=around([head.kepala, *head.isi]),
    )


def _field(fields: Sequence[Ruas], zona: Zona) -> Isian | None:
    return next((isian(part) for part in fields if part.zona is zona), None)


def _title(head: Ruas, fields: Sequence[Ruas]) -> Teks | None:
    """What it is an annex of, with the subject printed below as a field of its own."""
    lines = list(head.isi)
    for part in fields:
        if part.zona is Zona.LAMPIRAN_TENTANG and part.isi:
            first = replace(part.isi[0], text=f"{part.label} {part.isi[0].text}")
            lines.extend((first, *part.isi[1:]))
    return as_teks(lines) if lines else None
