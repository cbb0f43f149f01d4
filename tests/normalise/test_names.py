"""Pairs of indicator names: those that mean the same measure, and those that only look alike."""

from __future__ import annotations

import pytest

from pipeline.normalise import bandingkan_label
from pipeline.normalise.kata.kosakata import dikenal
from pipeline.normalise.nama.banding import Hasil, bandingkan
from pipeline.normalise.nama.urai import Jenis, Konteks, baca_nama, konteks_laporan
from schemas.kinerja import Metadata

SAMA = [
    ("Persentase Jalan Mantap", "Prosentase jalan mantap"),
    ("Presentase Koperasi Aktif", "% koperasi aktif"),
    ("Persentase koperasi aktif (%)", "PERSENTASE KOPERASI AKTIF"),
    ("1. Persentase Rumah Layak Huni", "Persentase rumah layak huni"),
    ("a) Persentase Rumah Layak Huni", "- Persentase Rumah Layak Huni"),
    ("• Cakupan Pelayanan Balita", "Cakupan pelayanan balita"),
    ("Indeks Pembangunan Manusia (IPM)", "Indeks Pembangunan Manusia"),
    ("IPM", "Indeks Pembangunan Manusia"),
    ("IPM (Indeks Pembangunan Manusia)", "Nilai IPM"),
    ("TPT", "Tingkat Pengangguran Terbuka"),
    ("Persentase Tingkat Pengangguran Terbuka (TPT)", "Tingkat Pengangguran Terbuka"),
    ("Tingkat Kesempatan Kerja (TKK)", "Persentase penduduk yang bekerja"),
    ("Angka Kemiskinan", "Persentase Penduduk Miskin"),
    ("Tingkat kemiskinan", "Persentase kemiskinan"),
    ("Gini Ratio", "Indeks Gini"),
    ("Rasio Gini", "Indeks gini"),
    ("AHH", "Usia Harapan Hidup (UHH)"),
    ("Angka rata-rata lama sekolah", "Rata – rata Lama Sekolah (RLS)"),
    ("Rata-rata lama sekolah", "rata rata lama sekolah"),
    ("LPE", "Pertumbuhan Ekonomi"),
    ("Laju Inflasi", "Inflasi"),
    ("Nilai Tukar Petani (NTP)", "NTP"),
    ("Skor PPH", "Skor Pola Pangan Harapan"),
    ("IKLH", "Indeks Kualitas Lingkungan Hidup"),
    ("Indeks Resiko Bencana", "Indeks risiko bencana (IRB)"),
    ("Total Fertility Rate (TFR)", "TFR"),
    ("APK SD/MI", "Angka Partisipasi Kasar (APK) SD/MI"),
    ("AKI per 100.000 KH", "Angka Kematian Ibu"),
    ("Angka Kematian Bayi (AKB) per 1.000 kelahiran hidup", "Angka Kematian Bayi"),
    ("Nilai AKIP", "Nilai SAKIP"),
    ("Nilai Sistem Akuntabilitas Kinerja Instansi Pemerintah (SAKIP)", "Nilai SAKIP"),
    ("Nilai SAKIP Disnaker", "Nilai SAKIP Dinas Tenaga Kerja"),
    ("Indeks Kepuasan Masyarakat (IKM)", "Nilai IKM"),
    ("Nilai SKM", "Indeks Kepuasan Masyarakat"),
    ("Jumlah LPK yang terakreditasi", "Jumlah Lembaga Pelatihan Kerja yang terakreditasi"),
    ("Jumlah pencaker yg ditempatkan", "Jumlah pencari kerja yang ditempatkan"),
    ("Tingkat Produktifitas Tenaga Kerja", "Persentase Tingkat Produktivitas Tenaga Kerja"),
    ("Persentase penyelesaian perselisihan hubungan industrial", "Persentase penyelesaian PHI"),
    ("Persentase pelindungan pekerja migran", "Persentase perlindungan pekerja migran"),
    ("Persentase layanan antarkerja", "Persentase layanan antar kerja"),
    ("Persentase tertib administrasi ketenagakerja an", "Persentase tertib administrasi ketenagakerjaan"),
    ("Persentase pener apan standar mutu", "Persentase penerapan standar mutu"),
    ("Persentase penyeleng- garaan pasar tertib ukur", "Persentase penyelenggaraan pasar tertib ukur"),
    ("Persentase penata usahaan keuangan tepat waktu", "Persentase penatausahaan keuangan tepat waktu"),
    ("Indeks ketentraman dan ketertiban masyarakat", "Indeks Ketenteraman dan Ketertiban Masyakarakat"),
    ("Persentase masyarkat yang sadar hukum lingkungan", "Persentase masyarakat yang sadar hukum lingkungan"),
    ("Persentase jembatan dengan kondisi baik sekali", "Persentase jembatan dengan kondisi baik sekalli"),
    ("Persentase pemanfaatan lahan sesuai aturan", "Persentase pemanfaatan lahan sesuai dengan aturan"),
    ("Persentase desa yang telah memiliki perpustakaan", "Persentase desa yang memiliki perpustakaan"),
    ("Jumlah kab/kota yang menerapkan SPM", "Jumlah Kabupaten/ Kota yang menerapkan SPM"),
    ("Jumlah kunjungan wisman", "Jumlah Kunjungan Wisatawan Mancanegara"),
    ("Populasi sapi potong (ekor)", "Populasi Sapi Potong"),
    ("Cakupan penyambungan air bersih perkotaan", "Persentase penyambungan air bersih perkotaan"),
    ("Jumlah kelompok yang meningkatkan usahanya", "jumlah kelompok yang meningkatkan usahanya :"),
    ("Persentase tindak lanjut temuan BPK", "Persentase temuan BPK yang ditindaklanjuti"),
    ("Persentase serapan anggaran", "Persentase Penyerapan Anggaran"),
    ("Persentase aset daerah (tanah) bersertifikat", "Persentase aset daerah (tanah) bersertipikat"),
    ("Jumlah  produksi\nikan tangkap", "Jumlah produksi ikan tangkap"),
    ("Persentase ijin usaha yang terbit tepat waktu", "Persentase izin usaha yang terbit tepat waktu"),
    ("Persentase penurunan TPT", "Persentase Penurunan Tingkat Pengangguran Terbuka"),
    ("Cakupan kepemilikan KTP-el", "Persentase penduduk yang memiliki KTP-el"),
    ("Prevalensi stunting pada balita", "Persentase balita stunting"),
    ("Persentase PAUD terakreditasi (IKK)", "Persentase PAUD terakreditasi"),
    ("Jumlah warga Triwulan I", "Jumlah warga TW I"),
    ("1 Jumlah produksi yang dihasilkan", "Jumlah Produksi yang dihasilkan :"),
    ("18 19 Indeks kemanfaatan jalan", "Indeks Kemanfaatan Jalan"),
    ("K a m b i n g perah", "Kambing Perah"),
]

BEDA = [
    ("Jumlah koperasi aktif", "Persentase koperasi aktif"),
    ("Realisasi triwulan I retribusi parkir", "Realisasi triwulan II retribusi parkir"),
    ("Persentase aduan yang ditindaklanjuti", "Persentase aduan yang tidak ditindaklanjuti"),
    ("Persentase rumah layak huni", "Persentase rumah tidak layak huni"),
    ("Persentase penduduk miskin", "Persentase penduduk tidak miskin"),
    ("Persentase pekerja formal", "Persentase pekerja non formal"),
    ("Jumlah penempatan kerja dalam negeri", "Jumlah penempatan kerja luar negeri"),
    ("Jumlah pelatihan pra penempatan", "Jumlah pelatihan purna penempatan"),
    ("Jumlah lembaga kerja sama bipartit", "Jumlah lembaga kerja sama tripartit"),
    ("Nilai SAKIP", "Nilai IKM"),
    ("Nilai SAKIP", "Predikat SAKIP"),
    ("Indeks Kepuasan Masyarakat", "Indeks Kepuasan Masyarakat Internal"),
    ("Persentase penurunan TPT", "Tingkat Pengangguran Terbuka"),
    ("Persentase peningkatan produktivitas tenaga kerja", "Tingkat produktivitas tenaga kerja"),
    ("Persentase peningkatan kunjungan wisata", "Persentase penurunan kunjungan wisata"),
    ("APK SD/MI", "APM SD/MI"),
    ("APK SD/MI", "APK SMP/MTs"),
    ("Angka Partisipasi Sekolah 7-12 tahun", "Angka Partisipasi Sekolah 13-15 tahun"),
    ("Harapan lama sekolah", "Rata-rata lama sekolah"),
    ("Angka kematian ibu", "Angka kematian bayi"),
    ("Angka kematian bayi", "Angka kematian balita"),
    ("Angka kematian ibu", "Jumlah kematian ibu"),
    ("Indeks Pembangunan Manusia", "Indeks Pembangunan Gender"),
    ("Indeks Pembangunan Gender", "Indeks Pemberdayaan Gender"),
    ("Indeks Kualitas Air", "Indeks Kualitas Udara"),
    ("Indeks Kualitas Air", "Indeks Kualitas Lingkungan Hidup"),
    ("Indeks kedalaman kemiskinan", "Indeks keparahan kemiskinan"),
    ("Persentase kemiskinan", "Persentase kemiskinan ekstrem"),
    ("Jumlah wisatawan mancanegara", "Jumlah wisatawan nusantara"),
    ("Jumlah pencari kerja laki-laki", "Jumlah pencari kerja perempuan"),
    ("Jumlah penduduk (L)", "Jumlah penduduk (P)"),
    (
        "Persentase pencari kerja yang memiliki sertifikat kompetensi",
        "Persentase pencari kerja yang memiliki sertifikat pelatihan",
    ),
    ("Target pendapatan asli daerah", "Realisasi pendapatan asli daerah"),
    ("Persentase jalan provinsi mantap", "Persentase jalan kabupaten mantap"),
    ("Jumlah puskesmas di kabupaten", "Jumlah puskesmas di kota"),
    ("Persentase aset yang dikelola baik", "Persentase aset desa yang dikelola baik"),
    ("Jumlah produksi daging sapi", "Jumlah produksi daging ayam"),
    ("Populasi sapi potong", "Populasi sapi perah"),
    ("Populasi ayam ras petelur", "Populasi ayam ras pedaging"),
    ("Persentase pengaduan barang yang selesai", "Persentase pengadaan barang yang selesai"),
    ("Jumlah dokumen rencana daerah disusun", "Jumlah dokumen bencana daerah disusun"),
    ("Jumlah sarana pelayanan kapal rakyat", "Jumlah sarana pelayaran kapal rakyat"),
    ("Persentase pekerja sosial yang dilatih khusus", "Persentase bekerja sosial yang dilatih khusus"),
    ("Persentase kelahiran warga yang tercatat", "Persentase kehadiran warga yang tercatat"),
    ("Jumlah penetapan pejabat fungsional baru", "Jumlah penempatan pejabat fungsional baru"),
    ("Nilai SAKIP Tahun 2021", "Nilai SAKIP Tahun 2022"),
    ("Nilai SAKIP Tahun 2021", "Nilai SAKIP"),
    ("Angka kesakitan malaria per 1.000 penduduk", "Angka kesakitan malaria per 100.000 penduduk"),
    ("Rasio guru terhadap murid", "Rasio murid terhadap guru"),
    ("Persentase tenaga kerja bersertifikat kompetensi", "Persentase tenaga kerja bersertifikat"),
    ("Persentase PNS yang mengikuti diklat", "Persentase PNS yang lulus diklat"),
    ("Tingkat Partisipasi Angkatan Kerja", "Tingkat Kesempatan Kerja"),
    ("Jumlah penganggur", "Tingkat pengangguran terbuka"),
    ("Jumlah penduduk miskin", "Persentase penduduk miskin"),
    ("Jumlah kecelakaan kerja", "Persentase penurunan jumlah kecelakaan kerja"),
    ("Persentase penanganan sampah", "Persentase pengurangan sampah"),
    ("Kepemilikan akta kelahiran 0-18 tahun", "Kepemilikan akta kelahiran 0-5 tahun"),
    ("Persentase kepemilikan akta kelahiran", "Persentase kepemilikan akta kematian"),
    ("Persentase jalan kondisi baik", "Persentase jalan kondisi sedang"),
    ("Persentase sarana olahraga yang baik", "Persentase prasarana olahraga yang baik"),
    ("Laju pertumbuhan ekonomi", "Laju pertumbuhan penduduk"),
    ("Nilai ekspor daerah pesisir", "Nilai impor daerah pesisir"),
    ("Kunjungan ibu hamil K1 di desa", "Kunjungan ibu hamil K4 di desa"),
    ("Persentase bidang tanah kelas 1 terukur", "Persentase bidang tanah kelas 2 terukur"),
    ("Persentase PAD", "Jumlah PAD"),
    ("Indeks Ketahanan Pangan", "Indeks Ketahanan Daerah"),
    ("Waktu tanggap kebakaran gedung", "Jumlah kebakaran gedung"),
    ("Persentase UMKM naik kelas", "Persentase UMKM aktif naik kelas"),
    ("Jumlah rapat paripurna internal", "Jumlah rapat paripurna eksternal"),
    ("Level maturitas SPIP", "Level kapabilitas APIP"),
]


@pytest.mark.parametrize(("a", "b"), SAMA)
def test_same_measure(a: str, b: str) -> None:
    for x, y in ((a, b), (b, a)):
        putusan = bandingkan_label(x, y)
        assert putusan.hasil is Hasil.SAMA, putusan.alasan


@pytest.mark.parametrize(("a", "b"), BEDA)
def test_not_the_same_measure(a: str, b: str) -> None:
    for x, y in ((a, b), (b, a)):
        putusan = bandingkan_label(x, y)
        assert putusan.hasil is not Hasil.SAMA, putusan.alasan


def test_the_lists_are_long_enough() -> None:
    assert len(SAMA) >= 60
    assert len(BEDA) >= 60
    assert len(set(SAMA + BEDA)) == len(SAMA + BEDA)


@pytest.mark.parametrize(
    ("label", "jenis"),
    [
        ("Persentase jumlah desa", Jenis.BAGIAN),
        ("Jumlah desa", Jenis.JUMLAH),
        ("Nilai indeks desa", Jenis.NILAI),
        ("Angka putus sekolah", Jenis.ANGKA),
        ("Rasio guru", Jenis.RASIO),
        ("Opini BPK", Jenis.TANPA),
        ("Persentase", Jenis.TANPA),
    ],
)
def test_kind_of_measure(label: str, jenis: Jenis) -> None:
    assert baca_nama(label, Konteks()).jenis is jenis


@pytest.mark.parametrize("kata", ["pengadaan", "pengaduan", "penerapan", "pelayaran", "ketenagakerjaan", "menyusun"])
def test_words_built_from_roots_are_known(kata: str) -> None:
    assert dikenal(kata)


@pytest.mark.parametrize("kata", ["masyakarakat", "pelayaann", "ketenagakerjan", "pener", "xyzzy", ""])
def test_misspellings_are_not_known(kata: str) -> None:
    assert not dikenal(kata)


DINAS = konteks_laporan(Metadata(instansi="Dinas Perikanan Kabupaten Sukamaju", tingkat="kabupaten", tahun=2021))
PEMDA = konteks_laporan(Metadata(instansi="Pemerintah Kabupaten Sukamaju", tingkat="kabupaten"))


def test_context_of_a_report() -> None:
    assert DINAS.kantor == ("dinas", "perikanan")
    assert DINAS.wilayah == ("sukamaju",)
    assert DINAS.tingkat == {"kabupaten", "kabkota"}
    assert PEMDA.kantor == ()
    assert konteks_laporan(Metadata()) == Konteks()


@pytest.mark.parametrize(
    "label",
    [
        "Nilai SAKIP Dinas Perikanan",
        "Nilai SAKIP Dinas Perikanan Kabupaten Sukamaju",
        "Nilai SAKIP Perangkat Daerah",
        "Nilai SAKIP OPD",
        "Nilai SAKIP pada Dinas Perikanan Kab. Sukamaju Tahun 2021",
    ],
)
def test_own_office_goes_without_saying(label: str) -> None:
    assert bandingkan(baca_nama(label, DINAS), baca_nama("Nilai SAKIP", DINAS)).hasil is Hasil.SAMA


def test_another_office_is_another_indicator() -> None:
    for konteks in (DINAS, PEMDA, Konteks()):
        a = baca_nama("Nilai SAKIP Dinas Kesehatan", konteks)
        b = baca_nama("Nilai SAKIP Dinas Perikanan", konteks)
        assert bandingkan(a, b).hasil is not Hasil.SAMA


def test_offices_are_not_the_region_they_belong_to() -> None:
    a = baca_nama("Nilai SAKIP Perangkat Daerah", PEMDA)
    b = baca_nama("Nilai SAKIP Kabupaten Sukamaju", PEMDA)
    assert bandingkan(a, b).hasil is not Hasil.SAMA


def test_own_level_goes_without_saying_but_no_other() -> None:
    jalan = baca_nama("Persentase jalan beraspal", DINAS)
    assert bandingkan(jalan, baca_nama("Persentase jalan beraspal kabupaten", DINAS)).hasil is Hasil.SAMA
    assert bandingkan(jalan, baca_nama("Persentase jalan beraspal provinsi", DINAS)).hasil is not Hasil.SAMA


def test_units_may_join_what_the_words_leave_open() -> None:
    a, b = (
        baca_nama("Penyerapan tenaga kerja lokal", Konteks()),
        baca_nama("Persentase penyerapan tenaga kerja lokal", Konteks()),
    )
    assert bandingkan(a, b).hasil is not Hasil.SAMA
    assert bandingkan(a, b, ("persen", "persen")).hasil is Hasil.SAMA
    assert bandingkan(a, b, ("orang", "persen")).hasil is Hasil.BEDA
