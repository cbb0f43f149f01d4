"""The text of the sample report, chapter by chapter, around its tables."""

from __future__ import annotations

from collections.abc import Iterator

from samples import tables, tables_rupiah
from samples.blocks import Blok, Halaman, Judul, Naskah, Paragraf, Pecahan
from samples.figures import DINAS, KABUPATEN, SASARAN, TAHUN, TUJUAN
from samples.figures_rupiah import jumlah_anggaran
from samples.kalimat import (
    kalimat_biaya,
    kalimat_capaian,
    kalimat_data,
    kalimat_kegiatan,
    kalimat_penutup,
    kalimat_tahun_lalu,
    tercapai,
)
from samples.tables import Daftar
from samples.tulisan import persen, rupiah

KANTOR = f"{DINAS} {KABUPATEN}"


def _p(text: str) -> Paragraf:
    return Paragraf(text=text)


def _sampul() -> Iterator[Blok]:
    yield Judul(text="LAPORAN KINERJA INSTANSI PEMERINTAH (LKjIP)", level=0)
    yield Judul(text=KANTOR.upper(), level=0)
    yield Judul(text=f"TAHUN {TAHUN}", level=0)
    yield Paragraf(
        text="Dokumen contoh. Nama kantor, orang, dan seluruh angka di dalamnya rekaan.", center=True
    )


def _pengantar() -> Iterator[Blok]:
    yield Judul(text="KATA PENGANTAR")
    yield _p(
        f"Laporan ini menyajikan apa yang dijanjikan dan apa yang diperoleh {KANTOR} sepanjang tahun "
        f"{TAHUN}. Angka-angkanya berasal dari catatan pengamat irigasi, buku layanan, dan pembukuan "
        "bendahara. Kami berharap pembaca dapat menelusuri setiap angka sampai ke asalnya."
    )
    yield _p(f"Sukamulya, 20 Februari {TAHUN + 1}")
    yield _p(f"Kepala {DINAS}")


def _ikhtisar(daftar: Daftar) -> Iterator[Blok]:
    anggaran, realisasi = jumlah_anggaran("")
    yield Judul(text="IKHTISAR EKSEKUTIF", baru=False)
    yield _p(
        f"Tujuan yang hendak dicapai ialah {TUJUAN.lower()}. Tujuan itu dijabarkan ke dalam "
        f"{len(SASARAN)} (tiga) sasaran strategis dan {len(daftar)} (sepuluh) indikator kinerja utama."
    )
    berhasil = sum(tercapai(i) for i in daftar)
    yield _p(
        f"Dari {len(daftar)} indikator itu, {berhasil} indikator mencapai target dan "
        f"{len(daftar) - berhasil} indikator belum mencapai target. Kendala utamanya ialah endapan pada "
        "saluran sekunder dan berkurangnya pengurus perkumpulan petani; langkah ke depan ialah "
        "pengerukan terjadwal serta pendampingan pengurus baru."
    )
    yield _p(
        f"Anggaran tahun {TAHUN} sebesar Rp {rupiah(anggaran)},- terealisasi sebesar Rp "
        f"{rupiah(realisasi)},- atau {persen(realisasi, anggaran)}% sehingga tersisa Rp "
        f"{rupiah(anggaran - realisasi)},-."
    )


def _bab_satu() -> Iterator[Blok]:
    yield Judul(text="BAB I PENDAHULUAN")
    yield Judul(text="A. Gambaran Umum", level=2)
    yield _p(
        f"{KANTOR} mengurus pembagian air dari bendung sampai petak sawah, memelihara saluran dan "
        "bangunannya, serta membina perkumpulan petani pemakai air. Dinas dipimpin oleh seorang kepala "
        "yang bertanggung jawab kepada Bupati melalui Sekretaris Daerah."
    )
    yield Judul(text="B. Aspek Strategis dan Permasalahan Utama", level=2)
    yield _p(
        "Permasalahan utama (isu strategis) yang dihadapi ialah saluran yang menua, pembagian air pada "
        "musim kemarau, dan perkumpulan petani yang berhenti bekerja setelah masa kepengurusan berakhir."
    )
    yield Judul(text="C. Sumber Daya", level=2)
    yield _p("Pegawai menurut jabatan dapat dilihat pada tabel berikut.")
    yield tables_rupiah.staf()
    yield _p("Sarana dan prasarana yang dikelola disusun menurut golongan barang.")
    yield tables_rupiah.aset()


def _bab_dua(daftar: Daftar) -> Iterator[Blok]:
    yield Judul(text="BAB II PERENCANAAN KINERJA")
    yield Judul(text="A. Rencana Strategis", level=2)
    yield _p("Rencana strategis menetapkan target setiap tahun sampai akhir masa rencana sebagai berikut.")
    yield tables.renstra(daftar)
    yield Judul(text=f"B. Perjanjian Kinerja Tahun {TAHUN}", level=2)
    yield _p("Target yang dijanjikan kepada Bupati pada awal tahun disajikan di bawah ini.")
    yield tables.perjanjian(daftar)


def _cara_mengukur() -> Iterator[Blok]:
    yield _p(
        "Untuk indikator positif, yaitu indikator yang makin tinggi realisasinya makin baik kinerjanya, "
        "capaian dihitung dengan rumus:"
    )
    positif = Pecahan(pembilang="Realisasi", penyebut="Target", ekor=" × 100%")
    yield Paragraf(text="Capaian =", center=True, rumus=positif)
    yield _p(
        "Untuk indikator negatif, yaitu indikator yang makin rendah realisasinya makin baik kinerjanya "
        "(waktu tanggap, kecelakaan kerja, dan konflik), capaian dihitung dengan rumus:"
    )
    negatif = Pecahan(pembilang="(2 × Target) - Realisasi", penyebut="Target", ekor=" × 100%")
    yield Paragraf(text="Capaian =", center=True, rumus=negatif)
    yield _p(
        "Untuk target berupa rentang, realisasi di dalam rentang bernilai 100%. Target nol yang "
        "terealisasi nol pada indikator negatif juga bernilai 100%."
    )
    yield _p("Capaian seluruh indikator dinyatakan dengan predikat menurut skala yang sama sebagai berikut.")
    yield tables.skala()


def _capaian(daftar: Daftar) -> Iterator[Blok]:
    yield Judul(text="A. Capaian Kinerja", level=2)
    yield Judul(text="A.1 Cara Mengukur Capaian", level=3)
    yield from _cara_mengukur()
    yield Judul(text=f"A.2 Capaian Kinerja Tahun {TAHUN}", level=3)
    yield _p("Hasil pengukuran seluruh indikator kinerja utama disajikan pada tabel berikut.")
    yield tables.capaian(daftar)
    yield from (_p(f"{n}. {kalimat_capaian(i)}") for n, i in enumerate(daftar, start=1))
    yield Judul(text="A.3 Perbandingan dengan Tahun-Tahun Sebelumnya", level=3)
    yield tables.perbandingan(daftar)
    yield from (_p(kalimat_tahun_lalu(i)) for i in (*daftar[:3], daftar[5], daftar[8]))
    yield Judul(text="A.4 Perbandingan dengan Target Jangka Menengah", level=3)
    yield _p("Kemajuan terhadap target tahun 2026 dihitung dengan rumus yang sama.")
    yield tables.akhir_renstra(daftar)
    yield Judul(text="A.5 Perbandingan dengan Tingkat Nasional", level=3)
    yield _p("Angka nasional hanya tersedia untuk sebagian indikator.")
    yield tables.nasional(daftar)


def _analisis(daftar: Daftar) -> Iterator[Blok]:
    yield Judul(text="A.6 Analisis Penyebab Keberhasilan dan Kegagalan", level=3)
    yield _p(
        "Keberhasilan didukung oleh pengerukan saluran sebelum musim tanam dan regu jaga yang siaga pada "
        "setiap pos. Kegagalan pada perkumpulan petani disebabkan oleh enam perkumpulan yang tidak lagi "
        "memiliki pengurus. Solusi yang ditempuh ialah pemilihan pengurus bersama perangkat desa."
    )
    yield from (_p(kalimat) for kalimat in kalimat_data(daftar))
    yield Judul(text="A.7 Analisis Efisiensi Penggunaan Sumber Daya", level=3)
    yield _p(f"{kalimat_biaya()} Dua indikator yang dibiayai oleh satu kegiatan memakai anggaran bersama.")
    yield tables_rupiah.alokasi(daftar)
    yield _p("Tingkat efisiensi ialah selisih antara capaian kinerja dan capaian anggaran.")
    yield tables_rupiah.efisiensi(daftar)
    yield Judul(text="A.8 Program dan Kegiatan Penunjang", level=3)
    bendung, pakai = jumlah_anggaran("2.2.3")
    yield _p(
        "Sub kegiatan Operasi dan Pemeliharaan Bendung Gerak dengan anggaran sebesar Rp "
        f"{rupiah(bendung)},- terealisasi sebesar Rp {rupiah(pakai)},- atau {persen(pakai, bendung)}% dan "
        "menjaga muka air pada musim kemarau."
    )
    yield from (
        _p(f"{huruf}. {kalimat_kegiatan(nomor)}")
        for huruf, nomor in zip("abcd", ("2.1.1", "2.1.2", "2.2.2", "3.2.2"), strict=True)
    )


def _keuangan() -> Iterator[Blok]:
    anggaran, realisasi = jumlah_anggaran("")
    yield Judul(text="B. Realisasi Anggaran", level=2)
    yield _p(
        f"Anggaran sebesar Rp {rupiah(anggaran)},- dibagi ke dalam 3 (tiga) program, 12 (dua belas) "
        f"kegiatan, dan 26 (dua puluh enam) sub kegiatan, dan terealisasi sebesar Rp "
        f"{rupiah(realisasi)},- atau {persen(realisasi, anggaran)}%. "
        "Rinciannya sebagai berikut."
    )
    yield tables_rupiah.anggaran()


def _bab_empat(daftar: Daftar) -> Iterator[Blok]:
    yield Judul(text="BAB IV PENUTUP", baru=False)
    yield _p(
        "Laporan ini menyimpulkan bahwa layanan air irigasi makin andal, sedangkan kelembagaan petani "
        "masih memerlukan perhatian. Langkah mendatang ialah pendampingan perkumpulan dan musyawarah air "
        "di tingkat petak."
    )
    yield _p("Hasil pengukuran yang perlu dicatat ialah sebagai berikut.")
    dicatat = [i for i in daftar if i.kunci in ("jaringan", "tanggap", "konflik", "sakip")]
    yield from (_p(f"{n}. {kalimat_penutup(i)}") for n, i in enumerate(dicatat, start=1))
    yield tables.ringkasan(daftar)


def _lampiran(daftar: Daftar) -> Iterator[Blok]:
    yield Halaman(mendatar=True)
    yield Judul(text="LAMPIRAN", level=2)
    yield tables.pengukuran(daftar)


def naskah(daftar: Daftar) -> Naskah:
    """The report that prints the given indicators."""
    blok: tuple[Blok, ...] = (
        *_sampul(),
        *_pengantar(),
        *_ikhtisar(daftar),
        *_bab_satu(),
        *_bab_dua(daftar),
        Judul(text="BAB III AKUNTABILITAS KINERJA"),
        *_capaian(daftar),
        *_analisis(daftar),
        *_keuangan(),
        *_bab_empat(daftar),
        *_lampiran(daftar),
    )
    return Naskah(judul=f"LKjIP {KANTOR} Tahun {TAHUN}", blok=blok)
