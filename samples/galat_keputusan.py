"""The errors planted in the wrong decree: what was changed, and which check should say so."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from samples.isi import (
    ButirIsi,
    IndikatorIsi,
    KeputusanIsi,
    RujukanIsi,
    RumusIsi,
    kata,
    rasio,
    tumpuk,
)
from samples.isi_keputusan import isi_benar

Ubah = Callable[[KeputusanIsi], KeputusanIsi]
KOLOM_KELIRU = "INDIKATOR KINERJA UTAMA"
"""Heading of the indicator column of the wrong decree's sheets of positions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GalatKeputusan:
    """One planted error.

    Attributes:
        letak: where it stands, for the README.
        cetak: the printed words by which its page is found, without a line break in them.
        salah, benar: what is printed and what would be right.
        kata: words of which a finding has to name every one.
    """

    kode: str
    letak: str
    cetak: str
    salah: str
    benar: str
    sebab: str
    kata: tuple[str, ...]
    ubah: Ubah


def _indikator(lembar: str, kunci: str, **isi: object) -> Ubah:
    """Replace fields of one indicator."""

    def satu(indikator: IndikatorIsi) -> Iterable[IndikatorIsi]:
        yield replace(indikator, **isi) if indikator.kunci == kunci else indikator  # type: ignore[arg-type]

    return _semua(lembar, kunci, satu)


def _ganda(lembar: str, kunci: str) -> Ubah:
    """Print one indicator twice."""

    def satu(indikator: IndikatorIsi) -> Iterable[IndikatorIsi]:
        yield from (indikator, indikator) if indikator.kunci == kunci else (indikator,)

    return _semua(lembar, kunci, satu)


def _semua(lembar: str, kunci: str, satu: Callable[[IndikatorIsi], Iterable[IndikatorIsi]]) -> Ubah:
    def ubah(isi: KeputusanIsi) -> KeputusanIsi:
        asal = isi.satu_lembar(lembar)
        if kunci not in [i.kunci for i in asal.indikator]:
            raise KeyError(kunci)
        kelompok = tuple(
            replace(k, indikator=tuple(baru for i in k.indikator for baru in satu(i))) for k in asal.kelompok
        )
        return isi.ganti_lembar(lembar, kelompok=kelompok)

    return ubah


def _rumus(lembar: str, kunci: str, rumus: RumusIsi) -> Ubah:
    return _indikator(lembar, kunci, rumus=rumus)


def _tanda_fungsi(lembar: str, tanda: str) -> Ubah:
    """Mark the functions of a sheet otherwise."""

    def ubah(isi: KeputusanIsi) -> KeputusanIsi:
        lama = isi.satu_lembar(lembar).fungsi
        baru = tuple(ButirIsi(tanda=t, teks=b.teks) for t, b in zip(tanda, lama, strict=True))
        return isi.ganti_lembar(lembar, fungsi=baru)

    return ubah


def _rujukan(urutan: int, **ganti: object) -> Ubah:
    """Replace fields of the n-th citation, from 1."""

    def ubah(isi: KeputusanIsi) -> KeputusanIsi:
        def satu(urut: int, rujukan: RujukanIsi) -> RujukanIsi:
            return replace(rujukan, **ganti) if urut == urutan else rujukan  # type: ignore[arg-type]

        return replace(isi, mengingat=tuple(satu(n, r) for n, r in enumerate(isi.mengingat, start=1)))

    return ubah


def _diktum(nama: str, benar: str, salah: str) -> Ubah:
    def ubah(isi: KeputusanIsi) -> KeputusanIsi:
        if benar not in dict(isi.diktum)[nama]:
            raise ValueError(f"{benar!r} does not stand in {nama}")
        return replace(isi, diktum=tuple((n, t.replace(benar, salah, 1) if n == nama else t) for n, t in isi.diktum))

    return ubah


def _hitungan(lembar: str, *kunci: str) -> Ubah:
    """Let counts repeat their names as formulas."""

    def satu(indikator: IndikatorIsi) -> Iterable[IndikatorIsi]:
        yield replace(indikator, rumus=kata("hitungan", indikator.nama)) if indikator.kunci in kunci else indikator

    return _semua(lembar, kunci[0], satu)


_SKALA = (
    "(Nilai unsur kinerja x 60%) + (Nilai unsur ketertiban x 40%)",
    "Kategori Nilai Interpretasi",
    "A >90 – 100 Sangat Patuh",
    "B >75 – 90 Patuh",
    "C >65 – 75 Cukup Patuh",
    "D 0 – 60 Kurang Patuh",
)

GALAT: tuple[GalatKeputusan, ...] = (
    GalatKeputusan(
        kode="RUM001",
        letak="Kepala Bidang Perikanan Budi Daya",
        cetak="Jumlah bantuan benih",
        salah="Jumlah bantuan benih yang tersalurkan",
        benar="a ratio",
        sebab="Persentase Bantuan Benih yang Tersalurkan needs a numerator and a denominator",
        kata=("bantuan benih",),
        ubah=_rumus("budidaya", "benih", kata("hitungan", "Jumlah bantuan benih yang tersalurkan")),
    ),
    GalatKeputusan(
        kode="RUM002",
        letak="Kepala Subbagian Perencanaan dan Keuangan",
        cetak="Cakupan laporan kinerja",
        salah="Cakupan laporan kinerja yang disampaikan",
        benar="a count",
        sebab="Jumlah Laporan Kinerja … counts; a coverage is a share",
        kata=("laporan kinerja",),
        ubah=_rumus("perencanaan", "laporan", kata("hitungan", "Cakupan laporan kinerja yang disampaikan")),
    ),
    GalatKeputusan(
        kode="RUM003",
        letak="Sekretaris",
        cetak="yang Selaras",
        salah="Persentase Dokumen Perencanaan yang Selaras",
        benar="a ratio",
        sebab="the formula is the name again",
        kata=("dokumen perencanaan",),
        ubah=_rumus("sekretaris", "selaras", kata("uraian", "Persentase Dokumen Perencanaan yang Selaras")),
    ),
    GalatKeputusan(
        kode="RUM003",
        letak="Kepala Subbagian Umum dan Kepegawaian",
        cetak="Jumlah Kendaraan Dinas",
        salah="Jumlah Surat …, Jumlah Kendaraan …, Jumlah Rapat …",
        benar="how they are counted",
        sebab="three counts whose formulas repeat their names",
        kata=("jumlah",),
        ubah=_hitungan("umum", "surat", "kendaraan", "rapat"),
    ),
    GalatKeputusan(
        kode="RUM004",
        letak="Kepala Bidang Penguatan Daya Saing",
        cetak="Unit Pengolahan Ikan",
        salah="Jumlah unit pengolahan ikan : … yang bersertifikat",
        benar="… yang bersertifikat : … yang terdata",
        sebab="all of them over some of them: never less than 100%",
        kata=("unit pengolahan ikan",),
        ubah=_rumus(
            "daya-saing",
            "sertifikat",
            rasio(
                "{a} : {b} x 100%",
                "Jumlah unit pengolahan ikan",
                "Jumlah unit pengolahan ikan yang bersertifikat",
            ),
        ),
    ),
    GalatKeputusan(
        kode="RUM004",
        letak="Indikator Kinerja Utama",
        cetak="Naik Kelas",
        salah="Jumlah kelompok pembudi daya over … yang naik kelas",
        benar="… yang naik kelas over … yang dibina",
        sebab="the same on a bar",
        kata=("naik kelas",),
        ubah=_rumus(
            "utama",
            "naik-kelas",
            tumpuk("Jumlah kelompok pembudi daya", "Jumlah kelompok pembudi daya yang naik kelas"),
        ),
    ),
    GalatKeputusan(
        kode="RUM005",
        letak="Kepala Bidang Perikanan Budi Daya",
        cetak="Pembudi Daya yang Dibina",
        salah="no factor",
        benar="× 100%",
        sebab="a percentage without the factor",
        kata=("dibina",),
        ubah=_rumus(
            "budidaya",
            "dibina",
            rasio(
                "{a} / {b}",
                "Jumlah kelompok pembudi daya yang dibina",
                "Jumlah kelompok pembudi daya yang terdaftar",
                None,
            ),
        ),
    ),
    GalatKeputusan(
        kode="RUM005",
        letak="Indikator Kinerja Utama",
        cetak="Rata-Rata Pendapatan",
        salah="× 100%",
        benar="no factor",
        sebab="rupiah per fisherman are no percentage",
        kata=("pendapatan nelayan",),
        ubah=_rumus("utama", "pendapatan", tumpuk("Pendapatan seluruh nelayan", "Jumlah nelayan")),
    ),
    GalatKeputusan(
        kode="RUM006",
        letak="Kepala Subbagian Perencanaan dan Keuangan",
        cetak="Jumlah dokumen RKA",
        salah="Jumlah dokumen RKA yang disusun",
        benar="Banyaknya dokumen Renja …",
        sebab="the formula counts another document than the name says",
        kata=("renja", "rka"),
        ubah=_rumus("perencanaan", "rencana", kata("hitungan", "Jumlah dokumen RKA yang disusun")),
    ),
    GalatKeputusan(
        kode="RUM007",
        letak="Kepala Subbagian Perencanaan dan Keuangan",
        cetak="(Realisasi - ",
        salah="[Realisasi - (Realisasi - Target)] / Target x 100%",
        benar="Realisasi anggaran / Pagu anggaran x 100%",
        sebab="the brackets cancel out: always 100",
        kata=("realisasi anggaran",),
        ubah=_rumus(
            "perencanaan",
            "anggaran",
            rasio("{a} / {b} x 100%", "[Realisasi - (Realisasi - Target)]", "Target"),
        ),
    ),
    GalatKeputusan(
        kode="STR001",
        letak="Mengingat, item 8",
        cetak="Tahun Nomor 4)",
        salah="Lembaran Daerah … Tahun Nomor 4",
        benar="Tahun 2024 Nomor 4",
        sebab="the gazette has no year",
        kata=("nomor 4",),
        ubah=_rujukan(8, pengumuman=("Lembaran Daerah Kabupaten Randualas Tahun Nomor 4",)),
    ),
    GalatKeputusan(
        kode="STR001",
        letak="Mengingat, item 9",
        cetak="Randualas Nomor Tahun",
        salah="Peraturan Bupati Randualas Nomor Tahun 2022",
        benar="Nomor 61 Tahun 2022",
        sebab="the regulation has no number",
        kata=("peraturan bupati randualas",),
        ubah=_rujukan(9, nomor=None),
    ),
    GalatKeputusan(
        kode="STR004",
        letak="diktum KEDUA",
        cetak="Lampiran III",
        salah="Lampiran II dan Lampiran III",
        benar="Lampiran II",
        sebab="the decree ends with its second annex",
        kata=("lampiran iii",),
        ubah=_diktum("KEDUA", "Lampiran II yang", "Lampiran II dan Lampiran III yang"),
    ),
    GalatKeputusan(
        kode="STR005",
        letak="diktum KESATU",
        cetak="Individu (IKU)",
        salah="Indikator Kinerja Individu (IKU)",
        benar="Indikator Kinerja Utama (IKU)",
        sebab="IKU expanded as Individu",
        kata=("individu", "iku"),
        ubah=_diktum("KESATU", "Indikator Kinerja Utama (IKU)", "Indikator Kinerja Individu (IKU)"),
    ),
    GalatKeputusan(
        kode="STR005",
        letak="all sheets of Lampiran II",
        cetak="2. TUGAS",
        salah=KOLOM_KELIRU,
        benar="INDIKATOR KINERJA INDIVIDU",
        sebab="tables of individual indicators headed as those of the office",
        kata=("indikator kinerja utama",),
        ubah=lambda isi: isi,
    ),
    GalatKeputusan(
        kode="STR007",
        letak="Kepala Subbagian Umum dan Kepegawaian",
        cetak="Jumlah Rapat",
        salah="(blank)",
        benar="Notulen rapat",
        sebab="no source of data",
        kata=("rapat",),
        ubah=_indikator("umum", "rapat", sumber=""),
    ),
    GalatKeputusan(
        kode="KON010",
        letak="Kepala Bidang Penguatan Daya Saing",
        cetak="Tingkat Konsumsi Ikan",
        salah="twice",
        benar="once",
        sebab="the row is printed twice",
        kata=("konsumsi ikan",),
        ubah=_ganda("daya-saing", "konsumsi"),
    ),
    GalatKeputusan(
        kode="PRE003",
        letak="Indikator Kinerja Utama",
        cetak="C >65",
        salah="C >65 – 75, D 0 – 60",
        benar="C >60 – 75",
        sebab="60 to 65 stands in no class",
        kata=("65",),
        ubah=_rumus("utama", "patuh", kata("perhitungan", *_SKALA, catatan=5)),
    ),
    GalatKeputusan(
        kode="STR002",
        letak="Kepala Bidang Perikanan Budi Daya, FUNGSI",
        cetak="d. penyaluran bantuan",
        salah="a, b, d, e, f",
        benar="a, b, c, d, e",
        sebab="no item c",
        kata=("c.", "bantuan benih"),
        ubah=_tanda_fungsi("budidaya", "abdef"),
    ),
)


def isi_keliru() -> KeputusanIsi:
    """The decree with every error, its decision inside the list of functions of the office."""
    isi = isi_benar()
    for galat in GALAT:
        isi = galat.ubah(isi)
    return replace(isi, potong=3)
