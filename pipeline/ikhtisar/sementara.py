"""Notes that figures are provisional or were revised, and which indicators of a report they speak of. Pure.

A note that names indicators, or hangs on a mark that some figures bear, speaks of these; every other one of the whole
report.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.normalise.nama.urai import Konteks, Nama, baca_nama
from schemas.tautan import IndikatorDokumen, Sebutan

_SEMENTARA = re.compile(
    r"\bangka\s+(?:sangat\s+)?(?:sementara|tetap|ramalan|perbaikan|perkiraan)\b"
    r"|\b(?:data|realisasi|capaian|hasil|nilai)\s+(?:\w+\s+)?sementara\b(?!\s+itu)"
    r"|\b(?:bersifat|masih)\s+sementara\b(?!\s+itu)"
    r"|\b(?:angka|data|realisasi|capaian)\b(?:\s+\w+){0,6}?\s+(?:direvisi|dikoreksi|diralat)\b"
    r"|\b(?:angka|data|realisasi|capaian)\s+tahun\s+\d{4}\b(?:\s+\w+){0,8}?\s+"
    r"(?:diperbaiki|diperbarui|disesuaikan|dimutakhirkan|berubah)\b"
    r"|\b(?:revisi|koreksi|ralat)\s+(?:atas\s+|terhadap\s+)?(?:angka|data|realisasi|capaian)\b"
    r"|\b(?:angka|data|realisasi|capaian)\s+(?:hasil\s+|setelah\s+)?(?:revisi|koreksi|ralat)\b"
    r"|\bhasil\s+(?:revisi|koreksi|pemutakhiran|backcasting)\b"
    r"|\b(?:angka|data|realisasi|capaian|berupa|digunakan)\s+(?:\w+\s+){0,2}?"
    r"(?:prognosis|prognosa|proyeksi|estimasi)\b(?!\s+penduduk)"
    r"|\bun-?audited\b|\bbelum\s+(?:di)?(?:final|audit|rilis|terbit|terbitkan|umumkan|publikasikan)\b"
    r"|\b(?:menunggu|setelah)\s+(?:\w+\s+)?(?:rilis|dirilis)\b|\b(?:data|angka|realisasi|nilai)\s+final\b",
    re.IGNORECASE,
)
_UMUM = re.compile(
    r"\b(?:se(?:mua|luruh(?:nya)?)|keseluruhan|beberapa|sebagian|sejumlah|setiap|masing-masing|lain(?:nya)?|dll|dsb"
    r"|(?:laporan|lkjip|lakip|lkip|tabel|dokumen)\s+(?:kinerja\s+)?(?:ini|di\s*atas|tersebut|berikut))\b",
    re.IGNORECASE,
)
_BERTANDA = re.compile(r"^\W{0,3}(?:(?:keterangan|catatan|ket)\b\W*)?\*")
_AWAL = re.compile(r"^\s*(?:[*•▪–-]|(?:keterangan|catatan|sumber|ket)\b)", re.IGNORECASE)
_AKHIR = re.compile(r"[.;!?][\"”)\]]*(?:\s|$)")
_TANDA = "*"
_BARIS_PROSA = 6
_BARIS_TERBANYAK = 3


def tandai_sementara(
    indikator: Sequence[IndikatorDokumen], teks: Sequence[str], konteks: Konteks
) -> tuple[tuple[IndikatorDokumen, ...], bool]:
    """The indicators with `sementara` set where a note speaks of them, and whether a note speaks of all.

    Args:
        indikator: those of the report.
        teks: its lines and cells, in order.
        konteks: what names of the report may leave unsaid.
    """
    catatan = catatan_sementara(teks)
    if not catatan:
        return tuple(indikator), False
    nama = [[baca_nama(text, konteks) for text in item.nama] for item in indikator]
    kena: set[int] = set()
    for text in catatan:
        disebut = _disebut(text, indikator, nama, konteks)
        if not disebut:
            return tuple(indikator), True
        kena |= disebut
    return tuple(replace(item, sementara=at in kena) for at, item in enumerate(indikator)), False


def catatan_sementara(teks: Sequence[str]) -> tuple[str, ...]:
    """The sentences that call figures provisional or revised, each once."""
    rapi = [" ".join(line.split()) for line in teks]
    rapi = [line for line in rapi if line]
    mulai, panjang = [], 0
    for line in rapi:
        mulai.append(panjang)
        panjang += len(line) + 1
    semua = " ".join(rapi)
    found: dict[str, None] = {}
    baris = 0
    for match in _SEMENTARA.finditer(semua):
        while baris + 1 < len(mulai) and mulai[baris + 1] <= match.start():
            baris += 1
        found[_kalimat(rapi, mulai, baris, match.start(), match.end())] = None
    return tuple(found)


def _kalimat(lines: Sequence[str], mulai: Sequence[int], baris: int, awal: int, akhir: int) -> str:
    """The sentence around a place, which wraps over lines of prose only."""
    return f"{_sebelum(lines, baris, awal - mulai[baris])}{_sesudah(lines, mulai, baris, awal, akhir)}"


def _sebelum(lines: Sequence[str], baris: int, sampai: int) -> str:
    """What stands in the sentence before its place, the last column of which is `sampai` in its line."""
    text = lines[baris][:sampai]
    for at in range(baris, max(baris - _BARIS_TERBANYAK, -1), -1):
        batas = [match.end() for match in _AKHIR.finditer(text)]
        if batas:
            return text[batas[-1] :]
        prosa = at > 0 and len(lines[at - 1].split()) >= _BARIS_PROSA
        if not prosa or _AWAL.match(lines[at]) or _AKHIR.search(lines[at - 1][-3:]):
            break
        text = f"{lines[at - 1]} {text}"
    return text


def _sesudah(lines: Sequence[str], mulai: Sequence[int], baris: int, awal: int, akhir: int) -> str:
    """The sentence from its place on; the place itself may wrap."""
    text = lines[baris][awal - mulai[baris] :]
    for line in lines[baris + 1 : baris + 1 + _BARIS_TERBANYAK]:
        lengkap = len(text) >= akhir - awal
        if lengkap and (_AKHIR.search(text, akhir - awal) or _AWAL.match(line) or len(text.split()) < _BARIS_PROSA):
            break
        text = f"{text} {line}"
    batas = _AKHIR.search(text, min(akhir - awal, len(text)))
    return text[: batas.end()] if batas is not None else text


def _disebut(
    catatan: str, indikator: Sequence[IndikatorDokumen], nama: Sequence[Sequence[Nama]], konteks: Konteks
) -> set[int]:
    """Positions of the indicators that a note speaks of, the empty set where it may speak of all."""
    if _UMUM.search(catatan):
        return set()
    kata = baca_nama(catatan, konteks).himpunan
    bertanda = {at for at, item in enumerate(indikator) if _BERTANDA.match(catatan) and _bertanda(item)}
    bernama = {at for at, names in enumerate(nama) if any(item.himpunan <= kata for item in names)}
    if not bernama:
        return bertanda
    dekat = {at for at, names in enumerate(nama) if any(2 * len(x.himpunan & kata) >= len(x.himpunan) for x in names)}
    return bertanda | dekat


def _bertanda(item: IndikatorDokumen) -> bool:
    """Whether a name or a figure of an indicator, or the heading of a figure, bears the mark of a note."""
    return any(_TANDA in text for text in item.nama) or any(bertanda(one) for one in item.sebutan)


def bertanda(item: Sebutan) -> bool:
    """Whether a figure, its heading or the name in its row bears the mark of a note."""
    return any(_TANDA in text for text in (item.fakta.text, item.fakta.header, item.baris.label))
