"""Near twins, mechanism by mechanism: names that are one in other words, and names that only look as if they were."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.normalise import Hasil, bandingkan_label

Pasangan = tuple[str, str]

SAMA: dict[str, list[Pasangan]] = {
    "akronim dijelaskan kurung": [
        ("Jumlah Balai Penyuluhan Terpadu (BPT) yang beroperasi", "Jumlah BPT yang beroperasi"),
        ("Jumlah BPT (Balai Penyuluhan Terpadu) yang beroperasi", "Jumlah balai penyuluhan terpadu yang beroperasi"),
        ("Indeks Pembangunan Keolahragaan (IPK)", "Nilai IPK (Indeks Pembangunan Keolahragaan)"),
        ("Indeks Ketahanan Keluarga (IKK)", "Indeks IKK"),
        ("Persentase Rumah Sehat Sederhana (RSS) yang dihuni", "Persentase RSS yang dihuni"),
        ("Jumlah Kelompok Usaha Perhutanan Sosial (KUPS) mandiri", "Jumlah KUPS mandiri"),
        ("Persentase Tempat Fasilitas Umum (TFU) yang diawasi", "Persentase TFU yang diawasi"),
        ("Jumlah Lembaga Penyiaran Publik Lokal (LPPL)", "Jumlah LPPL (Lembaga Penyiaran Publik Lokal)"),
        ("Jumlah P2L (Pekarangan Pangan Lestari) yang tumbuh", "Jumlah pekarangan pangan lestari yang tumbuh"),
        ("Persentase Kawasan Tanpa Rokok (KTR) yang dipatuhi", "Persentase KTR yang dipatuhi"),
        ("Persentase penduduk dengan Jaminan Hari Tua (JHT)", "Persentase penduduk dengan JHT"),
    ],
    "akronim tanpa kurung": [
        ("Jumlah RKL yang dinilai", "Jumlah rencana kelola lingkungan yang dinilai"),
        ("Jumlah DKM yang dibina", "Jumlah dewan kemakmuran masjid yang dibina"),
        ("Persentase RT dengan akses air minum layak", "Persentase rumah tangga dengan akses air minum layak"),
        ("Persentase realisasi DD", "Persentase realisasi dana desa"),
        ("Jumlah wanita rawan sosial ekonomi yang dilatih", "Jumlah WRSE yang dilatih"),
        ("Jumlah calon transmigran yang diseleksi", "Jumlah catrans yang diseleksi"),
        ("Realisasi PBB-P2", "Realisasi pajak bumi dan bangunan perdesaan dan perkotaan"),
        ("Jumlah BBL yang diskrining", "Jumlah bayi baru lahir yang diskrining"),
        ("Jumlah cabor yang dipertandingkan", "Jumlah cabang olahraga yang dipertandingkan"),
        ("Nilai LKPD menurut BPK", "Nilai laporan keuangan pemerintah daerah menurut BPK"),
    ],
    "kata kerja ringan": [
        ("Persentase siswa yang menerima layanan konseling", "Persentase siswa yang mendapat pelayanan konseling"),
        ("Jumlah nelayan yang memperoleh asuransi", "Jumlah nelayan penerima asuransi"),
        ("Persentase desa pengguna aplikasi keuangan", "Persentase desa yang memakai aplikasi keuangan"),
        ("Jumlah atlet peserta pemusatan latihan", "Jumlah atlet yang mengikuti pemusatan latihan"),
        ("Persentase industri yang memiliki IPAL", "Persentase industri dengan IPAL"),
        ("Persentase kebakaran yang tertangani", "Persentase kebakaran yang ditanggulangi"),
        ("Persentase obat yang memenuhi standar", "Persentase obat sesuai dengan standar"),
        ("Jumlah koperasi binaan", "Jumlah koperasi yang dibina"),
        ("Jumlah raperda yang disahkan", "Jumlah raperda yang ditetapkan"),
        ("Persentase perpustakaan yang memenuhi persyaratan", "Persentase perpustakaan sesuai syarat"),
        ("Persentase guru yang bersertifikasi", "Persentase guru yang telah bersertifikat"),
        ("Persentase pemanfaatan gudang", "Persentase penggunaan gudang"),
    ],
    "kata benda dan kata kerja": [
        ("Jumlah penerbitan surat pindah", "Jumlah surat pindah yang diterbitkan"),
        ("Panjang pembangunan talud", "Panjang talud yang dibangun"),
        ("Jumlah rehabilitasi ruang kelas", "Jumlah ruang kelas yang direhabilitasi"),
        ("Jumlah pemasangan lampu jalan", "Jumlah lampu jalan yang terpasang"),
        ("Persentase implementasi rencana aksi", "Persentase rencana aksi yang diimplementasikan"),
        ("Persentase pengangkutan sampah", "Persentase sampah yang terangkut"),
        ("Persentase pemenuhan kebutuhan dasar lansia", "Persentase kebutuhan dasar lansia yang terpenuhi"),
        ("Jumlah penyaluran paket sembako", "Jumlah paket sembako yang disalurkan"),
        ("Jumlah penyusunan dokumen kebijakan", "Jumlah dokumen kebijakan yang disusun"),
        ("Jumlah kunjungan wisatawan mancanegara", "Jumlah wisatawan mancanegara yang berkunjung"),
    ],
    "kata pengisi": [
        ("Persentase penduduk usia produktif yang diskrining", "Persentase usia produktif yang diskrining"),
        ("Populasi ternak kambing", "Populasi kambing"),
        ("Produktivitas tanaman kedelai", "Produktivitas kedelai"),
        ("Panjang saluran drainase yang dinormalisasi", "Panjang drainase yang dinormalisasi"),
        ("Jumlah kasus konflik agraria", "Jumlah konflik agraria"),
        ("Jumlah unit bangunan posyandu", "Jumlah bangunan posyandu"),
        ("Jumlah koperasi yang masih aktif", "Jumlah koperasi aktif"),
        ("Persentase pegawai ASN yang hadir tepat waktu", "Persentase ASN yang hadir tepat waktu"),
        ("Angka kelulusan siswa SMP", "Angka kelulusan SMP"),
        ("Persentase anak balita yang ditimbang", "Persentase balita yang ditimbang"),
        ("Jumlah warga negara yang memperoleh layanan evakuasi", "Jumlah warga yang mendapat layanan evakuasi"),
        ("Jumlah produksi gula yang dihasilkan (ton)", "Produksi gula"),
    ],
    "takaran": [
        ("Tingkat kelulusan SMP", "Persentase kelulusan SMP"),
        ("Angka partisipasi pemilih", "Persentase partisipasi pemilih"),
        ("Indeks Desa Membangun", "Nilai rata-rata IDM"),
        ("Capaian nilai SAKIP", "Nilai SAKIP"),
        ("Nilai hasil survei kepuasan masyarakat", "Indeks Kepuasan Masyarakat"),
        ("Rasio belanja wajib (%)", "Persentase belanja wajib"),
        ("Produksi teh (ton)", "Jumlah produksi teh"),
        ("Skor Indeks Inovasi Daerah", "Indeks Inovasi Daerah"),
    ],
    "satuan dan angka": [
        ("Konsumsi daging per kapita per tahun", "Konsumsi daging (kg/kapita/tahun)"),
        ("Volume sampah per hari", "Volume sampah (ton/hari)"),
        ("Persentase anak usia 7 s/d 12 tahun yang sekolah", "Persentase anak usia 7-12 tahun yang sekolah"),
        ("Persentase bayi umur 0 sampai dengan 6 bulan", "Persentase bayi usia 0-6 bulan"),
        ("Rata2 lama rawat", "Rata-rata lama rawat"),
        ("Luas kawasan di bawah 5 ha", "Luas kawasan di bawah 5 hektar"),
        ("Nilai ekspor nonmigas", "Nilai ekspor non migas"),
        ("Persentase guru SMP berijazah S1/DIV", "Persentase guru SMP berkualifikasi S1/D-IV"),
        ("Jumlah rambu-rambu laut", "Jumlah rambu laut"),
        ("Jumlah sekolah dengan nilai minimal B", "Jumlah sekolah dengan nilai paling rendah B"),
    ],
    "pemilik di ujung": [
        ("Indeks Inovasi Daerah", "Indeks Inovasi Daerah Pemerintah Kabupaten"),
        ("Nilai IPM", "Nilai IPM Kabupaten"),
        ("Jumlah embung yang dibangun", "Jumlah embung yang dibangun di kabupaten/kota"),
        ("Jumlah aplikasi yang dikelola Dinas Kominfo", "Jumlah aplikasi yang dikelola Diskominfo"),
    ],
    "bahasa lain dan istilah": [
        ("Total Fertility Rate (TFR)", "Angka kelahiran total"),
        ("Gini ratio", "Indeks gini"),
        ("Persentase layanan publik online", "Persentase layanan publik daring"),
        ("Response time penanganan laporan", "Waktu tanggap penanganan laporan"),
        ("Bed Occupancy Rate", "Tingkat hunian tempat tidur"),
        ("Jumlah grup musik", "Jumlah kelompok musik"),
    ],
}

BEDA: dict[str, list[Pasangan]] = {
    "akronim dijelaskan kurung": [
        ("Indeks Pembangunan Kebudayaan (IPK)", "Indeks Persepsi Korupsi (IPK)"),
        ("Indeks Pembangunan Pemuda (IPP)", "Indeks Pelayanan Publik"),
        ("Jumlah Balai Penyuluhan Terpadu (BPT)", "Jumlah Balai Perikanan Tawar (BPT)"),
        ("Indeks Ketahanan Keluarga (IKK)", "Indeks Ketahanan Pangan (IKP)"),
        ("Jumlah usaha kecil (UK)", "Jumlah usaha mikro (UM)"),
        ("Jumlah Kelompok Wanita Tani (KWT)", "Jumlah kelompok tani"),
        ("Jumlah kapal motor (KM)", "Jumlah kapal"),
        ("Jumlah Indeks Kepuasan Masyarakat (IKM)", "Jumlah IKM binaan"),
        ("Jumlah guru penggerak (GP)", "Jumlah guru penggerak yang lulus (GP)"),
        ("Persentase Rumah Sehat (RS) yang dihuni", "Persentase RS yang dibangun"),
        ("Jumlah Sekolah Luar Biasa (SLB) negeri", "Jumlah SLB swasta"),
    ],
    "akronim tanpa kurung": [
        ("Jumlah AKDP", "Jumlah AKAP"),
        ("Realisasi DAK", "Realisasi DAU"),
        ("Jumlah BPD yang dilatih", "Jumlah BUMDes yang dilatih"),
        ("Jumlah ODGJ yang dirawat", "Jumlah ODHIV yang dirawat"),
        ("Persentase RT yang dibina", "Persentase RW yang dibina"),
        ("Realisasi PBB-P2", "Realisasi BPHTB"),
        ("Jumlah PKL yang ditata", "Jumlah PKH yang ditata"),
        ("Jumlah wanita rawan sosial ekonomi", "Jumlah rumah wanita sosial ekonomi"),
        ("Nilai NTP", "Nilai NTPi"),
        ("Jumlah calon transmigran", "Jumlah transmigran"),
    ],
    "kata kerja ringan": [
        ("Jumlah desa pengguna aplikasi", "Jumlah aplikasi yang digunakan desa"),
        ("Jumlah penerima bantuan", "Jumlah bantuan yang diterima"),
        ("Persentase ASN peserta diklat", "Persentase ASN yang lulus diklat"),
        ("Jumlah pengguna narkoba", "Jumlah penggunaan narkoba"),
        ("Persentase kebakaran yang ditangani", "Persentase kebakaran yang dilaporkan"),
        ("Jumlah perda yang ditetapkan", "Jumlah perda yang diusulkan"),
        ("Jumlah koperasi yang dibina", "Jumlah koperasi yang membina"),
        ("Persentase puskesmas memenuhi standar", "Persentase puskesmas tidak memenuhi standar"),
        ("Persentase desa yang memiliki website", "Persentase desa yang menggunakan website"),
        ("Jumlah inovasi yang diterapkan", "Jumlah inovasi yang diusulkan"),
        ("Jumlah penelitian yang dihasilkan", "Jumlah penelitian yang dimanfaatkan"),
        ("Persentase pengaduan yang ditindaklanjuti", "Persentase pengaduan yang masuk"),
    ],
    "kata benda dan kata kerja": [
        ("Jumlah pelatihan petani", "Jumlah petani yang dilatih"),
        ("Jumlah pembinaan koperasi", "Jumlah koperasi yang dibina"),
        ("Jumlah sosialisasi warga", "Jumlah warga yang disosialisasi"),
        ("Jumlah pemeriksaan ibu hamil", "Jumlah ibu hamil yang diperiksa"),
        ("Jumlah pembangunan jalan", "Jumlah jalan yang dipelihara"),
        ("Jumlah penerbitan izin", "Jumlah izin yang diajukan"),
        ("Jumlah pendampingan keluarga", "Jumlah keluarga yang didampingi"),
        ("Jumlah pengawasan usaha", "Jumlah usaha yang diawasi"),
        ("Jumlah pelaku usaha", "Jumlah usaha"),
        (
            "Jumlah pemerlu pelayanan kesejahteraan sosial",
            "Jumlah pemerlu pelayanan kesejahteraan sosial yang dilayani",
        ),
        ("Jumlah kunjungan wisatawan mancanegara", "Jumlah wisatawan nusantara yang berkunjung"),
    ],
    "kata pengisi": [
        ("Jumlah anggota koperasi", "Jumlah koperasi"),
        ("Jumlah siswa SMP", "Jumlah SMP"),
        ("Jumlah kegiatan perpustakaan", "Jumlah perpustakaan"),
        ("Cadangan pangan pemerintah daerah", "Cadangan pangan masyarakat"),
        ("Populasi ternak kambing", "Populasi ternak domba"),
        ("Jumlah penduduk", "Jumlah keluarga"),
        ("Persentase penduduk miskin", "Persentase penduduk"),
        ("Jumlah kasus penyakit masyarakat", "Jumlah kasus penyakit"),
        ("Persentase program yang tercapai", "Persentase kegiatan yang tercapai"),
        ("Jumlah pegawai puskesmas", "Jumlah puskesmas"),
        ("Angka kelulusan siswa SMP", "Angka kelulusan siswa SMA"),
        ("Jumlah anak asuh", "Jumlah orang tua asuh"),
        ("Jumlah tanaman obat", "Jumlah obat"),
        ("Luas lahan kritis", "Luas lahan sawah"),
    ],
    "takaran": [
        ("Angka kematian bayi", "Persentase kematian bayi"),
        ("Jumlah kelulusan SMP", "Persentase kelulusan SMP"),
        ("Rata-rata nilai ujian", "Jumlah nilai ujian"),
        ("Indeks Desa Membangun", "Jumlah desa membangun"),
        ("Predikat SAKIP", "Nilai SAKIP"),
        ("Rasio dokter", "Jumlah dokter"),
        ("Rasio guru terhadap murid", "Persentase guru terhadap murid"),
        ("Produksi teh", "Produktivitas teh"),
        ("Nilai survei kepuasan masyarakat", "Jumlah survei kepuasan masyarakat"),
    ],
    "satuan dan angka": [
        ("Konsumsi daging per kapita", "Konsumsi daging (ton)"),
        ("Volume sampah per hari", "Volume sampah (ton/tahun)"),
        ("Persentase anak usia 7 s/d 12 tahun yang sekolah", "Persentase anak usia 13-15 tahun yang sekolah"),
        ("Realisasi sampai dengan triwulan II", "Realisasi triwulan II"),
        ("Rata2 lama rawat", "Lama rawat"),
        ("Luas kawasan di bawah 5 ha", "Luas kawasan di bawah 15 ha"),
        ("Nilai ekspor nonmigas", "Nilai ekspor migas"),
        ("Persentase guru berkualifikasi S1", "Persentase guru berkualifikasi S2"),
        ("Jumlah trayek antar kota dalam provinsi", "Jumlah trayek antar kota antar provinsi"),
        ("Jumlah sekolah dengan nilai minimal B", "Jumlah sekolah dengan nilai maksimal B"),
        ("Persentase kendaraan tipe B", "Persentase kendaraan tipe C"),
    ],
    "pemilik di ujung": [
        ("Panjang jalan kabupaten", "Panjang jalan"),
        ("Nilai SAKIP Kabupaten", "Nilai SAKIP Kecamatan"),
        ("Jumlah sekolah adiwiyata tingkat kabupaten", "Jumlah sekolah adiwiyata tingkat provinsi"),
        ("Nilai IKM Dinas Kesehatan", "Nilai IKM Dinas Sosial"),
        ("Nilai IPM Kabupaten", "Nilai IPM Provinsi"),
        ("Nilai SAKIP Kabupaten", "Nilai SAKIP Dinas Sosial"),
        ("Nilai SAKIP Pemerintah Kabupaten", "Nilai SAKIP Perangkat Daerah"),
    ],
    "bahasa lain dan istilah": [
        ("Total Fertility Rate", "Age Specific Fertility Rate"),
        ("Gini ratio", "Indeks Williamson"),
        ("Response time", "Turn over interval"),
        ("Gross Death Rate", "Net Death Rate"),
        ("Persentase layanan daring", "Persentase layanan luring"),
        ("Angka kelahiran total", "Angka kematian total"),
    ],
    "kurung yang memilih": [
        ("Jumlah ternak (sapi dan kerbau)", "Jumlah ternak"),
        ("Nilai SAKIP (komponen pelaporan kinerja instansi pemerintah)", "Nilai SAKIP"),
        ("Jumlah guru (perempuan)", "Jumlah guru"),
        ("Persentase jalan kondisi baik (tidak termasuk jalan desa)", "Persentase jalan kondisi baik"),
        ("Jumlah kunjungan (wisatawan mancanegara)", "Jumlah kunjungan"),
    ],
}


def _semua(daftar: dict[str, list[Pasangan]]) -> list[object]:
    return [pytest.param(a, b, id=f"{cara}: {a} / {b}") for cara, pairs in daftar.items() for a, b in pairs]


@pytest.mark.parametrize(("a", "b"), _semua(SAMA))
def test_one_measure_in_other_words(a: str, b: str) -> None:
    putusan = bandingkan_label(a, b)
    assert putusan.hasil is Hasil.SAMA, putusan
    assert bandingkan_label(b, a) == putusan or bandingkan_label(b, a).skor == putusan.skor


@pytest.mark.parametrize(("a", "b"), _semua(BEDA))
def test_two_measures_that_look_alike(a: str, b: str) -> None:
    putusan = bandingkan_label(a, b)
    assert putusan.hasil is not Hasil.SAMA, putusan
    assert bandingkan_label(b, a).hasil is putusan.hasil


@pytest.mark.parametrize("cara", sorted(SAMA))
def test_every_mechanism_has_as_many_near_misses_as_hits(cara: str) -> None:
    assert len(BEDA[cara]) >= len(SAMA[cara]) * 2 // 3


PASANGAN = [pair for daftar in (SAMA, BEDA) for pairs in daftar.values() for pair in pairs]
KATA = sorted({kata for pair in PASANGAN for nama in pair for kata in nama.split()})
NAMA = st.lists(st.sampled_from(KATA), min_size=1, max_size=8).map(" ".join)


@settings(max_examples=300, deadline=None)
@given(NAMA, NAMA)
def test_any_words_are_compared_and_the_order_of_two_names_decides_nothing(a: str, b: str) -> None:
    satu, dua = bandingkan_label(a, b), bandingkan_label(b, a)
    assert (satu.hasil, satu.skor) == (dua.hasil, dua.skor)
    assert bandingkan_label(a, a).hasil is Hasil.SAMA
