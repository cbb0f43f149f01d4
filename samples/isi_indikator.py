"""The sheets of the clean decree: the office and five positions, with their indicators and formulas."""

from __future__ import annotations

from samples.isi import ButirIsi, IndikatorIsi, KelompokIsi, LembarIsi, butir, kata, rasio, tumpuk

KABUPATEN = "Kabupaten Randualas"
DINAS = f"Dinas Perikanan {KABUPATEN}"

UTAMA = LembarIsi(
    kunci="utama",
    jabatan="",
    judul="INDIKATOR KINERJA UTAMA",
    tugas=(),
    kelompok=(
        KelompokIsi(
            sasaran="Meningkatnya hasil budi daya ikan",
            indikator=(
                IndikatorIsi(
                    kunci="produksi",
                    nama="Persentase Peningkatan Produksi Ikan Budi Daya",
                    rumus=tumpuk(
                        "Produksi ikan budi daya tahun n - Produksi ikan budi daya tahun n-1",
                        "Produksi ikan budi daya tahun n-1",
                    ),
                    sumber="Laporan produksi triwulanan",
                    penanggung_jawab=("1. Bidang Perikanan Budi Daya", "2. UPTD Balai Benih Ikan"),
                ),
                IndikatorIsi(
                    kunci="naik-kelas",
                    nama="Persentase Kelompok Pembudi Daya yang Naik Kelas",
                    rumus=tumpuk(
                        "Jumlah kelompok pembudi daya yang naik kelas", "Jumlah kelompok pembudi daya yang dibina"
                    ),
                    sumber="Berita acara penilaian kelas kelompok",
                    penanggung_jawab=("Bidang Perikanan Budi Daya",),
                ),
            ),
        ),
        KelompokIsi(
            sasaran="Meningkatnya mutu hasil perikanan",
            indikator=(
                IndikatorIsi(
                    kunci="mutu",
                    nama="Persentase Sampel Hasil Perikanan yang Memenuhi Syarat Mutu",
                    rumus=rasio(
                        "({a} / {b}) x 100%",
                        "Jumlah sampel hasil perikanan yang memenuhi syarat mutu",
                        "Jumlah sampel hasil perikanan yang diuji",
                    ),
                    sumber="Sertifikat hasil uji laboratorium",
                    penanggung_jawab=("Bidang Penguatan Daya Saing",),
                ),
            ),
        ),
        KelompokIsi(
            sasaran="Meningkatnya kesejahteraan nelayan",
            indikator=(
                IndikatorIsi(
                    kunci="tukar",
                    nama="Nilai Tukar Nelayan",
                    rumus=rasio(
                        "{a} dibagi {b} dikalikan 100",
                        "Indeks harga yang diterima nelayan",
                        "indeks harga yang dibayar nelayan",
                        "100",
                    ),
                    sumber="Badan Pusat Statistik",
                    penanggung_jawab=("Bidang Perikanan Tangkap",),
                ),
                IndikatorIsi(
                    kunci="pendapatan",
                    nama="Rata-Rata Pendapatan Nelayan",
                    rumus=tumpuk("Pendapatan seluruh nelayan", "Jumlah nelayan", None),
                    sumber="Survei pendapatan nelayan",
                    penanggung_jawab=("Bidang Perikanan Tangkap",),
                ),
            ),
        ),
        KelompokIsi(
            sasaran="Meningkatnya akuntabilitas dan mutu layanan Dinas",
            indikator=(
                IndikatorIsi(
                    kunci="sakip",
                    nama="Nilai SAKIP Dinas Perikanan",
                    rumus=kata("penilaian", "Penilaian Inspektorat atas akuntabilitas kinerja Dinas"),
                    sumber="Laporan hasil evaluasi Inspektorat",
                    penanggung_jawab=("Sekretariat",),
                ),
                IndikatorIsi(
                    kunci="ikm",
                    nama="Indeks Kepuasan Masyarakat",
                    rumus=kata(
                        "penilaian", "Hasil survei kepuasan pengguna layanan menurut PermenPANRB Nomor 14 Tahun 2017"
                    ),
                    sumber="Laporan survei kepuasan masyarakat",
                    penanggung_jawab=("Sekretariat",),
                ),
                IndikatorIsi(
                    kunci="patuh",
                    nama="Indeks Kepatuhan Internal",
                    rumus=kata(
                        "perhitungan",
                        "(Nilai unsur kinerja x 60%) + (Nilai unsur ketertiban x 40%)",
                        "Kategori Nilai Interpretasi",
                        "A >90 – 100 Sangat Patuh",
                        "B >75 – 90 Patuh",
                        "C >60 – 75 Cukup Patuh",
                        "D 0 – 60 Kurang Patuh",
                        catatan=5,
                    ),
                    sumber="Kertas kerja penilaian mandiri",
                    penanggung_jawab=("Sekretariat",),
                ),
            ),
        ),
    ),
)

SEKRETARIS = LembarIsi(
    kunci="sekretaris",
    jabatan=f"Sekretaris {DINAS}",
    tugas=(
        ButirIsi(
            tanda=None,
            teks="Memimpin pelayanan administrasi Dinas, merangkai rencana kerja seluruh bidang, dan menjaga tertibnya "
            "keuangan, kepegawaian, serta barang milik daerah",
        ),
    ),
    fungsi=butir(
        "penyusunan rencana dan anggaran Dinas bersama para kepala bidang;",
        "pelayanan keuangan, kepegawaian, dan rumah tangga kantor;",
        "pengelolaan arsip dan barang milik daerah;",
        "penyiapan laporan kinerja Dinas; dan",
        "pelaksanaan tugas lain dari Kepala Dinas.",
    ),
    kelompok=(
        KelompokIsi(
            sasaran="Meningkatnya mutu layanan internal",
            indikator=(
                IndikatorIsi(
                    kunci="layanan",
                    nama="Persentase Layanan Internal yang Selesai Tepat Waktu",
                    rumus=tumpuk(
                        "Jumlah layanan internal yang selesai tepat waktu", "Jumlah layanan internal yang diminta"
                    ),
                    sumber="Buku layanan sekretariat",
                ),
                IndikatorIsi(
                    kunci="selaras",
                    nama="Persentase Dokumen Perencanaan yang Selaras",
                    rumus=tumpuk("Jumlah dokumen perencanaan yang selaras", "Jumlah dokumen perencanaan yang disusun"),
                    sumber="Kertas kerja penyelarasan dokumen",
                ),
            ),
        ),
    ),
)

KABID_BUDIDAYA = LembarIsi(
    kunci="budidaya",
    jabatan=f"Kepala Bidang Perikanan Budi Daya {DINAS}",
    tugas=(
        ButirIsi(
            tanda=None,
            teks="Membina kelompok pembudi daya, menyalurkan bantuan benih, dan memantau kesehatan ikan serta "
            "lingkungan budi daya",
        ),
    ),
    fungsi=butir(
        "pendataan kelompok pembudi daya dan luas kolamnya;",
        "pembinaan cara budi daya ikan yang baik;",
        "penyaluran bantuan benih dan pakan;",
        "pemantauan penyakit ikan; dan",
        "pelaksanaan tugas lain dari Kepala Dinas.",
    ),
    kelompok=(
        KelompokIsi(
            sasaran="Meningkatnya kemampuan kelompok pembudi daya",
            indikator=(
                IndikatorIsi(
                    kunci="dibina",
                    nama="Persentase Kelompok Pembudi Daya yang Dibina",
                    rumus=tumpuk(
                        "Jumlah kelompok pembudi daya yang dibina", "Jumlah kelompok pembudi daya yang terdaftar"
                    ),
                    sumber="Laporan pembinaan kelompok",
                ),
            ),
        ),
        KelompokIsi(
            sasaran="Tersalurnya bantuan benih kepada kelompok",
            indikator=(
                IndikatorIsi(
                    kunci="benih",
                    nama="Persentase Bantuan Benih yang Tersalurkan",
                    rumus=rasio(
                        "Perbandingan antara {a} dengan {b} x 100%",
                        "bantuan benih yang tersalurkan",
                        "bantuan benih yang dianggarkan",
                    ),
                    sumber="Berita acara serah terima benih",
                ),
            ),
        ),
    ),
)

KABID_DAYA_SAING = LembarIsi(
    kunci="daya-saing",
    jabatan=f"Kepala Bidang Penguatan Daya Saing {DINAS}",
    tugas=(
        ButirIsi(
            tanda=None,
            teks="Mendampingi unit pengolahan ikan, mengawasi mutu hasil perikanan, dan menggerakkan kegemaran makan "
            "ikan",
        ),
    ),
    fungsi=butir(
        "pendampingan sertifikasi unit pengolahan ikan;",
        "pengambilan dan pengujian sampel hasil perikanan;",
        "promosi hasil perikanan; dan",
        "pelaksanaan tugas lain dari Kepala Dinas.",
    ),
    kelompok=(
        KelompokIsi(
            sasaran="Meningkatnya daya saing hasil perikanan",
            indikator=(
                IndikatorIsi(
                    kunci="sertifikat",
                    nama="Persentase Unit Pengolahan Ikan yang Bersertifikat",
                    rumus=rasio(
                        "{a} : {b} x 100%",
                        "Jumlah unit pengolahan ikan yang bersertifikat",
                        "Jumlah unit pengolahan ikan yang terdata",
                    ),
                    sumber="Daftar sertifikat kelayakan pengolahan",
                ),
                IndikatorIsi(
                    kunci="konsumsi",
                    nama="Tingkat Konsumsi Ikan per Kapita",
                    rumus=tumpuk("Jumlah konsumsi ikan penduduk", "Jumlah penduduk", None),
                    sumber="Survei konsumsi rumah tangga",
                ),
            ),
        ),
    ),
)

KASUBAG_PERENCANAAN = LembarIsi(
    kunci="perencanaan",
    jabatan=f"Kepala Subbagian Perencanaan dan Keuangan {DINAS}",
    tugas=butir(
        "menyiapkan bahan rencana kerja dan anggaran Dinas;",
        "menatausahakan keuangan Dinas;",
        "menyusun laporan kinerja dan laporan keuangan; dan",
        "melaksanakan tugas lain dari Sekretaris.",
    ),
    kelompok=(
        KelompokIsi(
            sasaran="Terkendalinya pelaksanaan anggaran",
            indikator=(
                IndikatorIsi(
                    kunci="anggaran",
                    nama="Persentase Realisasi Anggaran",
                    rumus=rasio("{a} / {b} x 100%", "Realisasi anggaran", "Pagu anggaran"),
                    sumber="Laporan realisasi anggaran",
                ),
            ),
        ),
        KelompokIsi(
            sasaran="Tersedianya laporan kinerja pada waktunya",
            indikator=(
                IndikatorIsi(
                    kunci="laporan",
                    nama="Jumlah Laporan Kinerja yang Disampaikan Tepat Waktu",
                    rumus=kata(
                        "hitungan", "Banyaknya laporan kinerja dengan tanda terima sebelum tenggat dalam satu tahun"
                    ),
                    sumber="Tanda terima laporan",
                ),
            ),
        ),
        KelompokIsi(
            sasaran="Tersusunnya Rencana Kerja (Renja) Dinas",
            indikator=(
                IndikatorIsi(
                    kunci="rencana",
                    nama="Jumlah Dokumen Renja yang Disusun",
                    rumus=kata("hitungan", "Banyaknya dokumen Renja dan perubahannya yang ditetapkan"),
                    sumber="Dokumen Renja",
                ),
            ),
        ),
    ),
)

KASUBAG_UMUM = LembarIsi(
    kunci="umum",
    jabatan=f"Kepala Subbagian Umum dan Kepegawaian {DINAS}",
    tugas=butir(
        "mengelola surat, arsip, dan agenda pimpinan;",
        "mencatat dan memelihara barang milik daerah;",
        "mengurus kepegawaian; dan",
        "melaksanakan tugas lain dari Sekretaris.",
    ),
    kelompok=(
        KelompokIsi(
            sasaran="Tertibnya arsip dan barang milik daerah",
            satu_sel=True,
            indikator=(
                IndikatorIsi(
                    kunci="arsip",
                    tanda="1",
                    nama="Persentase Arsip yang Tertata",
                    rumus=rasio("{a} / {b} x 100%", "Jumlah arsip yang tertata", "Jumlah arsip yang diterima"),
                    sumber="Daftar arsip",
                ),
                IndikatorIsi(
                    kunci="barang",
                    tanda="2",
                    nama="Persentase Barang Milik Daerah yang Tercatat",
                    rumus=rasio(
                        "{a} / {b} x 100%",
                        "Jumlah barang milik daerah yang tercatat",
                        "Jumlah barang milik daerah seluruhnya",
                    ),
                    sumber="Kartu inventaris barang",
                ),
            ),
        ),
        KelompokIsi(
            sasaran="Lancarnya layanan rumah tangga kantor",
            indikator=(
                IndikatorIsi(
                    kunci="surat",
                    nama="Jumlah Surat yang Dikelola",
                    rumus=kata("hitungan", "Rekapitulasi surat masuk dan surat keluar selama setahun"),
                    sumber="Buku agenda surat",
                ),
                IndikatorIsi(
                    kunci="kendaraan",
                    nama="Jumlah Kendaraan Dinas yang Dipelihara",
                    rumus=kata("hitungan", "Banyaknya kendaraan dinas dengan kartu servis terisi pada tahun berjalan"),
                    sumber="Kartu servis kendaraan",
                ),
                IndikatorIsi(
                    kunci="rapat",
                    nama="Jumlah Rapat yang Difasilitasi",
                    rumus=kata("hitungan", "Banyaknya rapat dengan notulen dan daftar hadir selama setahun"),
                    sumber="Notulen rapat",
                ),
            ),
        ),
    ),
)
