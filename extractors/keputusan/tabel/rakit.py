"""From an entry of a table to its indicators: names, the pieces of the other cells, what is blank."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.keputusan.sel.pecah import Nama, pecah_nama
from extractors.keputusan.sel.selaras import bagi
from extractors.keputusan.sel.tanda import cari_tanda
from extractors.keputusan.sel.teks import Kosakata, Untai, gabung_untai, untai
from extractors.keputusan.tabel.entri import Entri
from extractors.keputusan.tabel.kepala import Kolom
from extractors.keputusan.tabel.label import pisah_label
from extractors.keputusan.tabel.peran import BIDANG, Peran
from schemas.keputusan import BelumDipahami, Indikator, Teks

_SATU_BARIS = frozenset({Peran.SATUAN, Peran.TIPE, Peran.TARGET})
_PERLU_SELARAS = frozenset({Peran.FORMULA, Peran.DEFINISI})
_TANPA_TEMPAT = frozenset({Peran.LAIN, Peran.INDIKATOR, Peran.HASIL, Peran.PENJELASAN})
_HURUF = re.compile(r"[^\W_]")
_NOMOR_AWAL = re.compile(r"(?:\d{1,2}|[A-Z])[.)]\s+(?=\S)|\d{1,2}\s+(?=[A-Z])")


@dataclass(slots=True)
class _Rakitan:
    """One indicator as it is put together."""

    nama: Nama
    bidang: dict[Peran, Untai] = field(default_factory=dict)
    target: list[tuple[int | None, Teks]] = field(default_factory=list)


def rakit(entri: Entri, kolom: Sequence[Kolom], kosa: Kosakata) -> tuple[list[Indikator], list[BelumDipahami]]:
    """The indicators of an entry, and what of it found no place."""
    at = next(k for k, own in enumerate(kolom) if own.peran is Peran.INDIKATOR)
    pecahan = pecah_nama(untai(entri.isi[at], kosa))
    rakitan = [_Rakitan(nama=own) for own in pecahan.nama]
    belum = _belum(pecahan.judul, "judul di atas beberapa indikator")
    for k, own in enumerate(kolom):
        text = entri.potongan.get(k) or untai(entri.isi[k], kosa, rumus=own.peran is Peran.FORMULA)
        if k == at or not text:
            continue
        if own.peran in _TANPA_TEMPAT and _HURUF.search(text.text):
            belum.extend(_belum(text, f"kolom {own.kepala.text if own.kepala else 'tanpa judul'}"))
        elif own.peran in BIDANG:
            belum.extend(_bagikan(own, text, rakitan))
    _konteks(entri, kosa, rakitan)
    sasaran = untai(entri.sasaran, kosa)
    number = _NOMOR_AWAL.match(sasaran.text)
    if number is not None and len(cari_tanda(sasaran)) < 2:
        sasaran = sasaran.bagian(number.end(), len(sasaran.text))
    blank = _kosong(entri, kolom)
    items = [_indikator(own, sub, entri, sasaran.teks(), blank) for sub, own in enumerate(rakitan)]
    return [item for item in items if item is not None], belum


def _bagikan(kolom: Kolom, text: Untai, rakitan: Sequence[_Rakitan]) -> list[BelumDipahami]:
    """Hand the pieces of a cell to the indicators."""
    bagian = bagi(text, [own.nama for own in rakitan], baris=kolom.peran in _SATU_BARIS)
    if not bagian.yakin and kolom.peran is Peran.TARGET and len(text.lines) > 1:
        return _belum(text, f"{len(text.lines)} baris target untuk {len(rakitan)} indikator selnya")
    for own, piece in zip(rakitan, bagian.isi, strict=True):
        if kolom.peran is Peran.TARGET:
            teks = piece.teks()
            if teks is not None:
                own.target.append((kolom.tahun, teks))
            continue
        _isi(own.bidang, kolom.peran, piece)
    if not bagian.yakin and kolom.peran in _PERLU_SELARAS:
        return _belum(text, f"{kolom.peran.value} tidak terbagi menurut {len(rakitan)} indikator selnya")
    return []


def _isi(bidang: dict[Peran, Untai], peran: Peran, piece: Untai) -> None:
    """Put a piece into its field; labels inside it lead to other fields where those are free."""
    labelled = pisah_label(piece, peran)
    if any(other in bidang for other in labelled if other is not peran):
        labelled = {peran: piece}
    for other, part in labelled.items():
        bidang[other] = gabung_untai([bidang[other], part]) if other in bidang else part


def _konteks(entri: Entri, kosa: Kosakata, rakitan: Sequence[_Rakitan]) -> None:
    """The position that a row belongs to keeps its indicators where no column says who does."""
    konteks = untai(entri.konteks, kosa)
    for own in rakitan:
        if konteks:
            own.bidang.setdefault(Peran.PENANGGUNG, konteks)


def _belum(text: Untai | None, reason: str) -> list[BelumDipahami]:
    teks = text.teks() if text is not None else None
    return [BelumDipahami(text=teks.text, reason=reason, place=teks.place)] if teks is not None else []


def _kosong(entri: Entri, kolom: Sequence[Kolom]) -> tuple[str, ...]:
    """Names of the attributes whose cells are all blank, in order of the columns."""
    names: list[str] = []
    for k, own in enumerate(kolom):
        if own.peran not in BIDANG and own.peran is not Peran.SASARAN:
            continue
        same = [j for j, other in enumerate(kolom) if other.peran is own.peran]
        if k == same[0] and all(j in entri.kosong for j in same):
            names.append(own.peran.value)
    return tuple(name for name in names if name != Peran.SASARAN.value or not entri.sasaran)


def _indikator(own: _Rakitan, sub: int, entri: Entri, sasaran: Teks | None, blank: Sequence[str]) -> Indikator | None:
    """The record of one indicator; None without a name."""
    name = own.nama.untai.teks()
    if name is None:
        return None
    teks = {peran: piece.teks() for peran, piece in own.bidang.items()}
    return Indikator(
        sasaran=sasaran,
        indikator=name,
        tanda=own.nama.tanda,
        definisi=teks.get(Peran.DEFINISI),
        formula=teks.get(Peran.FORMULA),
        alasan=teks.get(Peran.ALASAN),
        satuan=teks.get(Peran.SATUAN),
        sumber_data=teks.get(Peran.SUMBER),
        penanggung_jawab=teks.get(Peran.PENANGGUNG),
        tipe=teks.get(Peran.TIPE),
        keterangan=teks.get(Peran.KETERANGAN),
        target=tuple(own.target),
        kosong=tuple(kosong for kosong in blank if Peran(kosong) not in own.bidang),
        table=entri.table,
        row=entri.row,
        sub=sub,
    )
