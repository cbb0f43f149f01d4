"""Rows whose names the kamus knows only under other words: their entries, and the questions that are left."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from pipeline.normalise.butir import Butir, Kekuatan
from pipeline.normalise.kamus.dipakai import muat_kamus
from pipeline.normalise.nama.cari import cari_keputusan, per_kode
from pipeline.normalise.nama.urai import Konteks
from pipeline.normalise.nama.usulan import Keadaan, Usulan, cocokkan
from pipeline.normalise.satuan import satuan_berlawanan, ukuran_satuan
from schemas.kinerja import Tabel
from schemas.tanya import TanyaNama


def bakukan_butir(
    butir: Sequence[Butir], konteks: Konteks, tabel: Sequence[Tabel]
) -> tuple[tuple[Butir, ...], tuple[TanyaNama, ...]]:
    """Rows with the entry of the kamus that their names are surely one with, and questions about the others.

    Asked about are only names that stand for themselves and that neither the kamus nor a person knows as they are.

    Args:
        butir: rows of one report.
        konteks: what the report leaves unsaid.
        tabel: tables of the report.
    """
    asing = [item for item in butir if _asing(item)]
    usulan = {item.nama: item for item in cocokkan((item.baris.label for item in asing), None, konteks)}
    entri = per_kode(muat_kamus())
    dikenal = {label: entri[found.kode] for label, found in usulan.items() if found.keadaan is Keadaan.SAMA}
    baru = tuple(
        replace(item, kamus=dikenal[item.baris.label])
        if _asing(item) and item.baris.label in dikenal and _sesatuan(item, dikenal[item.baris.label].satuan)
        else item
        for item in butir
    )
    return baru, tuple(_tanya(usulan, asing, tabel))


def _asing(item: Butir) -> bool:
    return item.kamus is None and item.kekuatan is Kekuatan.UTUH and cari_keputusan(item.nama) is None


def _sesatuan(item: Butir, satuan: str) -> bool:
    """Whether the unit of a row does not contradict that of an entry."""
    return not satuan_berlawanan(item.kelas, ukuran_satuan(satuan))


def _tanya(usulan: Mapping[str, Usulan], asing: Iterable[Butir], tabel: Sequence[Tabel]) -> list[TanyaNama]:
    per_label: dict[str, list[Butir]] = {}
    for item in asing:
        per_label.setdefault(item.baris.label, []).append(item)
    return [
        TanyaNama(
            nama=found.nama,
            calon=found.calon,
            kode=found.kode,
            skor=found.skor,
            fitur=found.fitur,
            alasan=found.alasan,
            lain=found.lain,
            skor_lain=found.skor_lain,
            tempat=tuple((tabel[item.tabel].judul, item.baris.place) for item in per_label[found.nama]),
        )
        for found in usulan.values()
        if found.keadaan is Keadaan.TANYA
    ]
