"""Directions: what the dictionary and the words of a name say, and where they must stay silent."""

from __future__ import annotations

import pytest

from pipeline.normalise.arah import arah_nama
from pipeline.normalise.nama.banding import cari_kamus
from pipeline.normalise.nama.urai import Konteks, baca_nama
from schemas.kinerja import Arah

NAIK = [
    "Persentase penurunan TPT",
    "Persentase penurunan angka kecelakaan kapal",
    "Tingkat penurunan kasus malaria",
    "Penurunan emisi gas rumah kaca",
    "Persentase pengurangan sampah rumah tangga",
    "Persentase perselisihan hubungan industrial yang diselesaikan",
    "Persentase pengaduan masyarakat yang ditindaklanjuti",
    "Persentase korban bencana yang tertangani",
    "Persentase kasus kekerasan yang ditangani",
    "Cakupan penderita hipertensi yang dilayani",
    "Persentase penyelesaian kasus tanah",
    "Persentase penanganan konflik sosial",
    "Persentase kasus tuberkulosis yang ditemukan",
    "Persentase penduduk tidak miskin",
    "Persentase pelayanan perizinan tepat waktu",
    "Indeks kepuasan pengguna perpustakaan",
    "Persentase penerapan standar mutu pangan",
    "Terlaksananya pembinaan kelompok tani",
    "Meningkatnya mutu layanan rujukan",
    "Tersedianya dokumen perencanaan",
    "Terpenuhinya kebutuhan air baku",
    "Persentase pencari kerja yang memiliki sertifikat kompetensi",
    "Persentase pencari kerja terdaftar yang ditempatkan",
    "Persentase ketersediaan obat esensial",
    "Persentase jalan desa dalam kondisi mantap",
    "Indeks kualitas udara",
    "Jumlah produksi ikan tangkap",
    "Produksi jagung manis",
    "Jumlah puskesmas yang terakreditasi",
    "Opini BPK terhadap laporan keuangan",
    "Nilai evaluasi SAKIP",
    "Persentase peningkatan pendapatan nelayan",
    "Persentase desa tangguh bencana yang dibina",
    "Rata-rata lama sekolah",
    "Angka harapan hidup",
    "Cakupan imunisasi dasar lengkap",
    "Tingkat Partisipasi Angkatan Kerja",
    "Level Maturitas SPIP",
    "Indeks Manajemen Risiko",
    "Persentase akurasi proyeksi penduduk",
    "Cakupan penemuan penderita pneumonia balita",
    "Tingkat pengelolaan sampah perkotaan",
]

TURUN = [
    "Tingkat Pengangguran Terbuka",
    "Persentase Penduduk Miskin",
    "Angka kemiskinan perkotaan",
    "Indeks Gini",
    "Indeks Risiko Bencana",
    "Angka kematian ibu per 100.000 KH",
    "Angka Kematian Bayi",
    "Prevalensi stunting",
    "Prevalensi balita gizi buruk",
    "Jumlah kasus penyakit hewan menular",
    "Jumlah kecelakaan lalu lintas",
    "Jumlah kejadian kebakaran",
    "Angka putus sekolah SMP",
    "Rata-rata waktu tanggap kebakaran",
    "Waktu tunggu pasien rawat jalan",
    "Luas kawasan kumuh",
    "Persentase rumah tidak layak huni",
    "Jumlah mogok kerja",
    "Angka perkawinan anak",
    "Persentase kehilangan air",
    "Prevalensi hipertensi",
    "Unmet Need",
    "ICOR",
    "Indeks pencemaran air sungai",
    "Jumlah pelanggaran disiplin pegawai",
    "Angka pernikahan dini",
    "Insiden tuberkulosis per 100.000 penduduk",
]

TAK_DIKETAHUI = [
    "Jumlah kasus perselisihan yang ditangani",
    "Jumlah perselisihan hubungan industrial yang dimediasi",
    "Jumlah pengaduan yang ditindaklanjuti",
    "Jumlah kasus yang diselesaikan",
    "Jumlah tenaga kerja asing",
    "Jumlah transmigran",
    "Jumlah perusahaan",
    "Jumlah dokumen",
    "Persentase penurunan produksi padi",
    "Penurunan angka kemiskinan",
    "Menurunnya jumlah kasus demam berdarah",
    "Laju pertumbuhan penduduk di desa",
    "Persentase pegawai yang mendapat sanksi disiplin",
    "Persentase tenaga kerja yang bekerja di sektor informal",
    "Persentase penduduk miskin yang memiliki jaminan kesehatan",
    "Persentase desa yang belum berlistrik",
    "Persentase keluarga tanpa jamban",
    "Jumlah penduduk miskin penerima bantuan",
    "Persentase belanja pegawai",
    "Rasio ketergantungan penduduk",
    "Persentase rumah tangga yang memiliki utang",
    "Jumlah rapat koordinasi",
    "Terjadinya konflik antarwarga",
    "Terkendalinya inflasi",
    "Meningkatnya",
    "Persentase peningkatan harga beras",
    "Persentase peningkatan jumlah penduduk miskin",
    "Persentase waktu tunggu layanan",
    "Jumlah peserta pelatihan kebencanaan",
    "Sapi Potong",
    "Jumlah sosialisasi pencegahan kekerasan",
    "Nilai tunggakan pajak",
    "Administrasi umum",
    "Jumlah tugas lain yang diberikan sesuai perintah",
    "Jumlah transmigran yang ditempatkan",
    "Persentase titik banjir teratasi",
    "Jumlah rumah tangga miskin berlistrik",
    "Persentase anak putus sekolah kembali bersekolah",
    "Persentase pelayanan yang dikeluhkan",
    "Persentase penemuan barang bukti pelanggaran",
    "Persentase penurunan jumlah wisatawan",
    "Nilai kerugian akibat bencana",
    "Persentase pajak terutang",
    "Rasio belanja pelayanan publik",
    "Persentase pekerja anak ditarik dari tempat kerja",
]


def arah_dari(label: str) -> Arah:
    nama = baca_nama(label, Konteks())
    entri = cari_kamus(nama)
    return entri.arah if entri else arah_nama(nama)


@pytest.mark.parametrize("label", NAIK)
def test_higher_is_better(label: str) -> None:
    assert arah_dari(label) is Arah.NAIK


@pytest.mark.parametrize("label", TURUN)
def test_lower_is_better(label: str) -> None:
    assert arah_dari(label) is Arah.TURUN


@pytest.mark.parametrize("label", TAK_DIKETAHUI)
def test_silent_rather_than_wrong(label: str) -> None:
    assert arah_dari(label) is Arah.TIDAK_DIKETAHUI


@pytest.mark.parametrize("label", ["Inflasi", "Laju Pertumbuhan Penduduk", "Total Fertility Rate", "SiLPA"])
def test_what_is_to_be_kept_steady(label: str) -> None:
    assert arah_dari(label) is Arah.RENTANG
