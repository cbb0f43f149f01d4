"""The rows of a report that carry an indicator, each with its name, its parent and its unit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from pipeline.normalise.kamus.dipakai import EntriIndikator, kamus_bawaan
from pipeline.normalise.nama.cari import cari_kamus, per_kode
from pipeline.normalise.nama.urai import Jenis, Konteks, Nama, baca_nama, konteks_laporan
from pipeline.normalise.satuan import satuan_baris, ukuran_satuan
from schemas.kinerja import Baris, JenisBaris, Kind, Laporan, Part, Tabel

_BERINDIKATOR = frozenset(
    (
        Kind.CAPAIAN,
        Kind.PERBANDINGAN,
        Kind.PERJANJIAN,
        Kind.RENSTRA,
        Kind.NASIONAL,
        Kind.TRIWULAN,
        Kind.EFISIENSI,
    )
)
_PENGUKUR = frozenset((Part.TARGET, Part.CAPAIAN))
_BUKAN_NILAI = frozenset((Part.NOMOR, Part.KODE, Part.SASARAN, Part.LABEL, Part.SATUAN, Part.FORMULA, Part.KETERANGAN))
_BENDA_UMUM = frozenset(
    (
        *("dokumen", "laporan", "kegiatan", "orang", "paket", "unit", "bulan", "kali", "peserta", "layanan"),
        *("data", "barang", "program", "kelompok", "lembaga", "desa", "lokasi", "sertifikat", "aplikasi"),
        *("sistem", "kinerja", "anggaran", "lain"),
    )
)
_AWAL_SASARAN = frozenset(
    (
        *("visi", "misi", "tujuan", "sasaran", "program", "meningkatnya", "menurunnya", "terwujudnya"),
        *("terlaksananya", "terkendalinya", "terfasilitasinya", "tersedianya", "tercapainya"),
        *("terciptanya", "terpenuhinya", "terselenggaranya", "berkembangnya"),
    )
)


_AGREGAT = frozenset(("rata", "jumlah", "total", "subtotal"))
_PEMBUKA = frozenset(("visi", "misi", "tujuan", "sasaran"))


class Kekuatan(StrEnum):
    """How far a label stands for itself, without its heading."""

    UTUH = "utuh"
    PENDEK = "pendek"
    LEMAH = "lemah"


@dataclass(frozen=True, slots=True, kw_only=True)
class Butir:
    """One row that measures something.

    Attributes:
        tabel, urut: position of the table in the report and of the row in it.
        induk: name of the heading row above a label that does not stand for itself.
        sasaran: its sasaran as one word, "" without.
        kelas: what its unit measures, "" when unknown.
    """

    tabel: int
    urut: int
    baris: Baris
    nama: Nama
    kamus: EntriIndikator | None
    kekuatan: Kekuatan
    induk: Nama | None
    sasaran: str
    satuan: str | None
    kelas: str


def berindikator(tabel: Tabel) -> bool:
    """Whether the rows of a table are indicators."""
    if tabel.kind in _BERINDIKATOR:
        return True
    if tabel.kind is not Kind.ANGGARAN:
        return False
    labels = [kolom.header.lower() for kolom in tabel.kolom if kolom.part is Part.LABEL]
    return any("indikator" in header for header in labels) or any(map(tabel.has, _PENGUKUR))


def kumpulkan(laporan: Laporan) -> tuple[Butir, ...]:
    """All rows of the report that carry an indicator, in order."""
    konteks = konteks_laporan(laporan.metadata)
    dibaca: dict[str, Nama] = {}
    return tuple(
        butir
        for urut_tabel, tabel in enumerate(laporan.tabel)
        if berindikator(tabel)
        for butir in _butir_tabel(urut_tabel, tabel, konteks, dibaca)
    )


def _kekuatan(nama: Nama, kamus: EntriIndikator | None) -> Kekuatan:
    if kamus is not None:
        return Kekuatan.UTUH
    khas = len(nama.himpunan - _BENDA_UMUM)
    if khas == 0 or (khas == 1 and nama.jenis is Jenis.TANPA):
        return Kekuatan.LEMAH
    return Kekuatan.UTUH if khas > (1 if nama.jenis is not Jenis.TANPA else 2) else Kekuatan.PENDEK


def _mandiri(nama: Nama, kamus: EntriIndikator) -> bool:
    """Whether a row ends the heading above it: by its words, or since the program's own kamus knows its name.

    What only a person or a user's kamus names may still be one item among others under a heading.
    """
    return _kekuatan(nama, None) is Kekuatan.UTUH or per_kode(kamus_bawaan()).get(kamus.kode) == kamus


def _berangka(baris: Baris) -> bool:
    return any(fakta.part not in _BUKAN_NILAI and fakta.angka.value is not None for fakta in baris.fakta)


def _butir_tabel(urut_tabel: int, tabel: Tabel, konteks: Konteks, dibaca: dict[str, Nama]) -> Iterator[Butir]:
    induk: tuple[Nama, int | None] | None = None
    sasaran = ""
    for urut, baris in enumerate(tabel.baris):
        nama = _nama(baris.label, konteks, dibaca)
        if baris.jenis in (JenisBaris.JUMLAH, JenisBaris.RATA_RATA) or not _bernama(nama):
            continue
        kamus = cari_kamus(nama)
        kekuatan = _kekuatan(nama, kamus)
        if baris.jenis is JenisBaris.INDUK or _judul(nama, baris):
            if nama.kata[0] in _AWAL_SASARAN:
                induk, sasaran = None, nama.rapat
            else:
                induk = nama, baris.level
            if not _berangka(baris):
                continue
        elif kekuatan is Kekuatan.UTUH and (kamus is None or _mandiri(nama, kamus)):
            induk = None
        satuan = satuan_baris(tabel, baris)
        yield Butir(
            tabel=urut_tabel,
            urut=urut,
            baris=baris,
            nama=nama,
            kamus=kamus,
            kekuatan=kekuatan,
            induk=_induk(baris, induk),
            sasaran=_nama(baris.sasaran, konteks, dibaca).rapat if baris.sasaran else sasaran,
            satuan=satuan,
            kelas=ukuran_satuan(satuan),
        )


def _nama(text: str, konteks: Konteks, dibaca: dict[str, Nama]) -> Nama:
    if text not in dibaca:
        dibaca[text] = baca_nama(text, konteks)
    return dibaca[text]


def _bernama(nama: Nama) -> bool:
    """Whether a label names anything: a word at least, and not only that it is a sum or a mean."""
    return not _AGREGAT.issuperset(nama.kata) and any(len(word) > 1 and word.isalpha() for word in nama.kata)


def _judul(nama: Nama, baris: Baris) -> bool:
    """Whether a row without figures announces a vision, mission, goal or sasaran."""
    return nama.kata[0] in _PEMBUKA and not _berangka(baris)


def _induk(baris: Baris, induk: tuple[Nama, int | None] | None) -> Nama | None:
    """The heading that a row stands under; a heading is under none, nor is a row of its own level."""
    if induk is None or baris.jenis is not JenisBaris.BUTIR:
        return None
    nama, level = induk
    return nama if baris.level is None or level is None or baris.level > level else None
