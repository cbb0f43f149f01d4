"""The agreement of the fisheries office with its Bupati; people and figures are invented."""

from __future__ import annotations

from samples.isi import PerjanjianIsi, PihakIsi, SasaranIsi
from samples.isi_indikator import DINAS, KABUPATEN

PERJANJIAN = PerjanjianIsi(
    tahun=2025,
    kantor=DINAS,
    tempat="Randualas",
    tanggal="8 Januari 2025",
    pihak=(
        PihakIsi(
            sebutan="PIHAK PERTAMA",
            nama="Ir. Suryo Wibisana, M.P.",
            jabatan=f"Kepala {DINAS}",
            pangkat="Pembina Utama Muda",
            nip="19710412 199703 1 004",
        ),
        PihakIsi(sebutan="PIHAK KEDUA", nama="Hj. Ratna Damayanti, S.E.", jabatan=f"Bupati {KABUPATEN.split()[1]}"),
    ),
    sasaran=(
        SasaranIsi(
            teks="Meningkatnya hasil budi daya ikan",
            indikator=(
                ("Persentase Peningkatan Produksi Ikan Budi Daya", "4,50 persen"),
                ("Persentase Kelompok Pembudi Daya yang Naik Kelas", "12,00 persen"),
            ),
        ),
        SasaranIsi(
            teks="Meningkatnya mutu hasil perikanan",
            indikator=(("Persentase Sampel Hasil Perikanan yang Memenuhi Syarat Mutu", "96,00 persen"),),
        ),
        SasaranIsi(
            teks="Meningkatnya kesejahteraan nelayan",
            indikator=(("Nilai Tukar Nelayan", "104,25"),),
        ),
        SasaranIsi(
            teks="Meningkatnya akuntabilitas dan mutu layanan Dinas",
            indikator=(("Nilai SAKIP Dinas Perikanan", "81,00"), ("Indeks Kepuasan Masyarakat", "85,50")),
        ),
    ),
    program=(
        ("Program Penunjang Urusan Pemerintahan Daerah", 6_214_500_000, "APBD"),
        ("Program Pengelolaan Perikanan Tangkap", 1_180_250_000, "APBD"),
        ("Program Pengelolaan Perikanan Budidaya", 2_046_000_000, "APBD dan DAK"),
        ("Program Pengolahan dan Pemasaran Hasil Perikanan", 873_400_000, "APBD"),
    ),
)
