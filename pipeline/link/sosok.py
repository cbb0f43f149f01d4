"""Indicators of a document in the form in which they are compared with those of another."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

from pipeline.normalise.nama.urai import Jenis, Konteks, Nama, baca_nama, konteks_laporan
from pipeline.normalise.satuan import ukuran_satuan
from schemas.kinerja import Metadata
from schemas.tautan import Ikhtisar, IndikatorDokumen

_NAMA_TERBANYAK = 4
_KATA_PANJANG = 4
_SEPERTIGA = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Sosok:
    """One indicator.

    Attributes:
        nama: its different names, at least one.
        dahulu: former names that the document gives.
        induk: name of the heading it stands under, None without.
        kelas: what its unit measures, "" when unknown.
        lemah: its name alone does not say what is measured (`Daging`).
        kunci: equal for indicators that compare alike.
    """

    nama: tuple[Nama, ...]
    induk: Nama | None
    kelas: str
    baku: str | None
    lemah: bool
    kunci: tuple[str, ...]
    dahulu: tuple[Nama, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dokumen:
    """A document with its indicators in the order of `Ikhtisar.indikator`."""

    ikhtisar: Ikhtisar
    sosok: tuple[Sosok, ...]
    konteks: Konteks


def baca_dokumen(ikhtisar: Ikhtisar) -> Dokumen:
    """The document with the names of its indicators taken apart."""
    konteks = konteks_laporan(Metadata(instansi=ikhtisar.instansi, tingkat=ikhtisar.tingkat, tahun=ikhtisar.tahun))
    return Dokumen(
        ikhtisar=ikhtisar,
        sosok=tuple(_sosok(item, konteks) for item in ikhtisar.indikator),
        konteks=konteks,
    )


def disebut(dokumen: Dokumen, kata: Sequence[Set[str]], terpakai: Set[int]) -> frozenset[int]:
    """Positions of indicators of a document that texts mention.

    Args:
        dokumen: the document of the indicators.
        kata: content words of the texts, as `kata_disebut` gives them.
        terpakai: positions that need not be searched for.
    """
    dicari = [(at, sosok) for at, sosok in enumerate(dokumen.sosok) if at not in terpakai]
    return frozenset(at for at, sosok in dicari if any(_memuat(words, sosok.nama) for words in kata))


def kata_disebut(dokumen: Dokumen) -> list[frozenset[str]]:
    """Content words of each of a document's texts that may name an indicator, and of its indicators."""
    disebut = [baca_nama(text, dokumen.konteks).himpunan for text in dokumen.ikhtisar.disebut]
    return disebut + [nama.himpunan for sosok in dokumen.sosok for nama in sosok.nama]


def _memuat(kata: Set[str], nama: Sequence[Nama]) -> bool:
    """Whether a text holds the words of a name; of four or more words a third may be missing."""
    return any(len(item.himpunan - kata) <= _boleh_hilang(len(item.himpunan)) for item in nama)


def _boleh_hilang(banyak: int) -> int:
    return banyak // _SEPERTIGA if banyak >= _KATA_PANJANG else 0


def _sosok(item: IndikatorDokumen, konteks: Konteks) -> Sosok:
    dibaca = [baca_nama(text, konteks) for text in item.nama]
    nama = tuple({one.rapat: one for one in dibaca}.values())[:_NAMA_TERBANYAK]
    dahulu = tuple(baca_nama(text, konteks) for text in item.dahulu)
    induk = baca_nama(item.induk, konteks) if item.induk else None
    kelas = ukuran_satuan(item.satuan)
    lemah = item.baku is None and all(one.jenis is Jenis.TANPA and len(one.himpunan) < 2 for one in nama)
    return Sosok(
        nama=nama,
        induk=induk,
        kelas=kelas,
        baku=item.baku,
        lemah=lemah,
        kunci=(
            *(f"{one.rapat} {one.per} {' '.join(sorted(one.tahun))} {one.satuan}" for one in nama),
            *(f"({one.rapat} {one.per} {' '.join(sorted(one.tahun))} {one.satuan})" for one in dahulu),
            induk.rapat if induk is not None else "",
            kelas,
            item.baku or "",
        ),
        dahulu=dahulu,
    )
