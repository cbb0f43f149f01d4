"""The short reports as blocks: cover, agreement of the year, results, comparison with the year before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from samples.blocks import Baris, Blok, Judul, Naskah, Paragraf, Pecahan, Sel, TabelCetak
from samples.seri import BarisSeri, LaporanSeri
from samples.tables import gabung, kepala, nomor_kolom, tengah
from samples.tulisan import angka, desimal


def capaian(baris: BarisSeri) -> str:
    """Printed capaian: R/T, for an indicator that should fall (2T - R)/T, in per cent."""
    target, realisasi = angka(baris.target), angka(baris.realisasi)
    atas = 2 * target - realisasi if baris.turun else realisasi
    return desimal(atas * Decimal(100) / target)


def naskah_seri(laporan: LaporanSeri) -> Naskah:
    """The report with its two chapters of tables."""
    blok = (*_sampul(laporan), *_bab_satu(laporan), *_bab_dua(laporan), *_bab_tiga(laporan), *_bab_empat(laporan))
    return Naskah(judul=f"LKjIP {laporan.kantor} Tahun {laporan.tahun}", blok=blok)


def _sampul(laporan: LaporanSeri) -> Iterator[Blok]:
    yield Judul(text="LAPORAN KINERJA INSTANSI PEMERINTAH (LKjIP)", level=0)
    yield Judul(text=laporan.kantor.upper(), level=0)
    yield Judul(text=f"TAHUN {laporan.tahun}", level=0)
    yield Paragraf(text="Dokumen contoh; isinya bukan laporan resmi.", center=True)


def _bab_satu(laporan: LaporanSeri) -> Iterator[Blok]:
    yield Judul(text="BAB I PENDAHULUAN")
    yield Paragraf(text=f"{laporan.kantor} bertugas {laporan.urusan}.")
    yield Paragraf(text="Permasalahan utama (isu strategis) yang dihadapi ialah keterbatasan tenaga dan sarana.")


def _bab_dua(laporan: LaporanSeri) -> Iterator[Blok]:
    yield Judul(text="BAB II PERENCANAAN KINERJA")
    yield Paragraf(text=f"Target tahun {laporan.tahun} yang diperjanjikan disajikan pada tabel berikut.")
    yield TabelCetak(
        kunci="perjanjian",
        caption=f"Tabel 2.1 Perjanjian Kinerja Tahun {laporan.tahun}",
        kolom=("sasaran", "indikator", "satuan", "target"),
        lebar=(150, 190, 70, 71),
        kepala=(kepala("SASARAN", "INDIKATOR KINERJA", "SATUAN", f"TARGET TAHUN {laporan.tahun}"),),
        baris=tuple(
            Baris(kunci=b.kunci, sel=(sasaran, Sel(isi=b.nama), *tengah(b.satuan, b.target)))
            for sasaran, b in _per_sasaran(laporan.baris)
        ),
    )


def _bab_tiga(laporan: LaporanSeri) -> Iterator[Blok]:
    yield Judul(text="BAB III AKUNTABILITAS KINERJA")
    yield Paragraf(
        text="Capaian indikator yang makin tinggi makin baik dihitung dengan rumus:",
        rumus=Pecahan(pembilang="Realisasi", penyebut="Target", ekor=" × 100%"),
    )
    if any(b.turun for b in laporan.baris):
        yield Paragraf(
            text="Capaian indikator yang makin rendah makin baik dihitung dengan rumus:",
            rumus=Pecahan(pembilang="(2 × Target) - Realisasi", penyebut="Target", ekor=" × 100%"),
        )
    yield _hasil(laporan)
    yield Paragraf(text="Perkembangan terhadap tahun sebelumnya disajikan di bawah ini.")
    yield _banding(laporan)


def _bab_empat(laporan: LaporanSeri) -> Iterator[Blok]:
    yield Judul(text="BAB IV PENUTUP", baru=False)
    yield Paragraf(
        text=f"Demikian laporan kinerja {laporan.kantor} tahun {laporan.tahun} disusun. Langkah mendatang ialah "
        "memusatkan tenaga dan sarana pada sasaran yang targetnya belum terpenuhi."
    )


def _per_sasaran(baris: Sequence[BarisSeri]) -> Iterator[tuple[Sel | None, BarisSeri]]:
    for sasaran, kelompok in groupby(baris, key=lambda b: b.sasaran):
        anggota = list(kelompok)
        for urut, satu in enumerate(anggota):
            yield (None if urut else Sel(isi=sasaran, rowspan=len(anggota))), satu


def _hasil(laporan: LaporanSeri) -> TabelCetak:
    return TabelCetak(
        kunci="capaian",
        caption=f"Tabel 3.1 Capaian Indikator Kinerja Utama Tahun {laporan.tahun}",
        kolom=("no", "indikator", "satuan", "target", "realisasi", "capaian"),
        lebar=(28, 209, 64, 60, 60, 60),
        kepala=(kepala("No", "Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian (%)"), nomor_kolom(6)),
        baris=tuple(
            Baris(
                kunci=b.kunci,
                sel=(
                    *tengah(str(n)),
                    Sel(isi=b.nama),
                    *tengah(b.satuan, b.target, b.realisasi, capaian(b)),
                ),
            )
            for n, b in enumerate(laporan.baris, start=1)
        ),
    )


def _banding(laporan: LaporanSeri) -> TabelCetak:
    lalu, kini = str(laporan.tahun - 1), str(laporan.tahun)
    atas = kepala(
        gabung("NO", rowspan=2),
        gabung("INDIKATOR KINERJA", rowspan=2),
        gabung("SATUAN", rowspan=2),
        gabung("REALISASI", colspan=2),
        None,
    )
    return TabelCetak(
        kunci="perbandingan",
        caption=f"Tabel 3.2 Perbandingan Realisasi Kinerja Tahun {lalu} dan {kini}",
        kolom=("no", "indikator", "satuan", f"realisasi {lalu}", f"realisasi {kini}"),
        lebar=(28, 243, 70, 70, 70),
        kepala=(atas, kepala(None, None, None, lalu, kini)),
        baris=tuple(
            Baris(
                kunci=b.kunci,
                sel=(*tengah(str(n)), Sel(isi=b.nama), *tengah(b.satuan, b.lalu, b.realisasi)),
            )
            for n, b in enumerate(laporan.baris, start=1)
        ),
    )
