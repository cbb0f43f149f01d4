"""Names of the parts of decrees and sheets."""

from __future__ import annotations

from enum import StrEnum


class Zona(StrEnum):
    """What a line belongs to."""

    AWAL = "awal"
    KOP = "kop"
    JUDUL = "judul"
    NOMOR = "nomor"
    TANGGAL = "tanggal"
    TENTANG = "tentang"
    MENIMBANG = "menimbang"
    MENGINGAT = "mengingat"
    MEMPERHATIKAN = "memperhatikan"
    MENETAPKAN = "menetapkan"
    DIKTUM = "diktum"
    PENUTUP = "penutup"
    TEMBUSAN = "tembusan"
    LAMPIRAN = "lampiran"
    LAMPIRAN_NOMOR = "lampiran-nomor"
    LAMPIRAN_TANGGAL = "lampiran-tanggal"
    LAMPIRAN_TENTANG = "lampiran-tentang"
    JUDUL_LEMBAR = "judul-lembar"
    UNIT = "unit"
    VISI = "visi"
    MISI = "misi"
    TUJUAN = "tujuan"
    SASARAN = "sasaran"
    JABATAN = "jabatan"
    PEMANGKU = "pemangku"
    TUGAS = "tugas"
    FUNGSI = "fungsi"
    JUDUL_TABEL = "judul-tabel"
    TABEL = "tabel"
    SISA = "sisa"


TITLE = frozenset({Zona.JUDUL, Zona.NOMOR, Zona.TANGGAL, Zona.TENTANG})
BODY = frozenset({Zona.MENIMBANG, Zona.MENGINGAT, Zona.MEMPERHATIKAN, Zona.MENETAPKAN, Zona.DIKTUM})
ANNEX = frozenset({Zona.LAMPIRAN, Zona.LAMPIRAN_NOMOR, Zona.LAMPIRAN_TANGGAL, Zona.LAMPIRAN_TENTANG})
FORM = frozenset(
    {
        Zona.UNIT,
        Zona.VISI,
        Zona.MISI,
        Zona.TUJUAN,
        Zona.SASARAN,
        Zona.JABATAN,
        Zona.PEMANGKU,
        Zona.TUGAS,
        Zona.FUNGSI,
    }
)
LISTS = frozenset(
    {
        Zona.MENIMBANG,
        Zona.MENGINGAT,
        Zona.MEMPERHATIKAN,
        Zona.MISI,
        Zona.TUJUAN,
        Zona.SASARAN,
        Zona.TUGAS,
        Zona.FUNGSI,
    }
)
