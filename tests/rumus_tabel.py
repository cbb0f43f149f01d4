"""Formulas in the notations of many offices, and how each is to be read; the wording is made up."""

from __future__ import annotations

from typing import NamedTuple


class Rasio(NamedTuple):
    """A cell that holds a ratio: its two sides and its factor as printed."""

    sel: str
    pembilang: str
    penyebut: str
    faktor: str | None = None


RASIO: tuple[Rasio, ...] = (
    # slash
    Rasio("Jumlah sekolah rusak / Jumlah sekolah X 100%", "Jumlah sekolah rusak", "Jumlah sekolah", "100%"),
    Rasio("Jumlah kader aktif/ jumlah kader x 100", "Jumlah kader aktif", "jumlah kader", "100"),
    Rasio("Jumlah kader aktif /jumlah kader x 100", "Jumlah kader aktif", "jumlah kader", "100"),
    Rasio("Jumlah kader aktif/jumlah kader x100%", "Jumlah kader aktif", "jumlah kader", "100%"),
    Rasio("jumlah kios laku / jumlah kios", "jumlah kios laku", "jumlah kios"),
    Rasio("(Jumlah kapal layak) / (Jumlah kapal) × 100", "Jumlah kapal layak", "Jumlah kapal", "100"),
    Rasio("(Jumlah kapal layak / Jumlah kapal) × 100%", "Jumlah kapal layak", "Jumlah kapal", "100%"),
    Rasio("[(Jumlah ruas mulus)/(Jumlah ruas)] * 100", "Jumlah ruas mulus", "Jumlah ruas", "100"),
    Rasio("{Jumlah ruas mulus / Jumlah ruas} X 100 %", "Jumlah ruas mulus", "Jumlah ruas", "100 %"),
    Rasio("Luas lahan tergarap / Luas lahan x 100%", "Luas lahan tergarap", "Luas lahan", "100%"),
    Rasio(
        "Realisasi belanja modal / Pagu belanja modal x 100%", "Realisasi belanja modal", "Pagu belanja modal", "100%"
    ),
    Rasio("Realisasi / Target x 100%", "Realisasi", "Target", "100%"),
    Rasio("Realisasi/Target x 100%", "Realisasi", "Target", "100%"),
    Rasio("Nilai ekspor tahun n / Nilai ekspor tahun n-1", "Nilai ekspor tahun n", "Nilai ekspor tahun n-1"),
    Rasio("penduduk miskin / penduduk kota x 100%", "penduduk miskin", "penduduk kota", "100%"),
    Rasio("ikan segar / ikan tangkapan x 100%", "ikan segar", "ikan tangkapan", "100%"),
    Rasio("ikan segar/ikan tangkapan x 100%", "ikan segar", "ikan tangkapan", "100%"),
    Rasio("Angkutan laik jalan / kendaraan terdaftar X 100", "Angkutan laik jalan", "kendaraan terdaftar", "100"),
    Rasio(
        "Jumlah PP/PKB yang sah / Jumlah PP/PKB yang masuk x 100%",
        "Jumlah PP/PKB yang sah",
        "Jumlah PP/PKB yang masuk",
        "100%",
    ),
    Rasio(
        "Jumlah dokumen / laporan tepat waktu / Jumlah dokumen / laporan seluruhnya x 100%",
        "Jumlah dokumen / laporan tepat waktu",
        "Jumlah dokumen / laporan seluruhnya",
        "100%",
    ),
    Rasio(
        "(Jumlah desa / kelurahan siaga) / (Jumlah desa / kelurahan) x 100%",
        "Jumlah desa / kelurahan siaga",
        "Jumlah desa / kelurahan",
        "100%",
    ),
    Rasio(
        "Jumlah Kabupaten/Kota dengan rencana aksi/Jumlah Kabupaten/Kota x 100",
        "Jumlah Kabupaten/Kota dengan rencana aksi",
        "Jumlah Kabupaten/Kota",
        "100",
    ),
    Rasio(
        "Jumlah warga dan/atau badan yang taat / jumlah wajib pajak x 100",
        "Jumlah warga dan/atau badan yang taat",
        "jumlah wajib pajak",
        "100",
    ),
    Rasio(
        "Jumlah aduan (lisan/tulisan) selesai/ Jumlah aduan x 100",
        "Jumlah aduan (lisan/tulisan) selesai",
        "Jumlah aduan",
        "100",
    ),
    Rasio("R/T x 100%", "R", "T", "100%"),
    Rasio("a / b × 100", "a", "b", "100"),
    Rasio("∑ pasar tertib / ∑ pasar x 100%", "∑ pasar tertib", "∑ pasar", "100%"),
    Rasio("Σ bidan terlatih / Σ bidan × 100 %", "Σ bidan terlatih", "Σ bidan", "100 %"),
    Rasio("Jml posyandu mandiri / Jml posyandu x 100%", "Jml posyandu mandiri", "Jml posyandu", "100%"),
    Rasio(
        "Jumlah PMI (purna & pra) terlayani / Jumlah PMI (purna & pra) x 100",
        "Jumlah PMI (purna & pra) terlayani",
        "Jumlah PMI (purna & pra)",
        "100",
    ),
    Rasio(
        "Jumlah balita (0-59 bulan) ditimbang / Jumlah balita (0-59 bulan) x 100",
        "Jumlah balita (0-59 bulan) ditimbang",
        "Jumlah balita (0-59 bulan)",
        "100",
    ),
    Rasio(
        "Jumlah laporan (n-1) (audited) tuntas / Jumlah laporan (n-1) x 100",
        "Jumlah laporan (n-1) (audited) tuntas",
        "Jumlah laporan (n-1)",
        "100",
    ),
    Rasio("PDRB (harga konstan) / Jumlah pekerja", "PDRB (harga konstan)", "Jumlah pekerja"),
    Rasio("Jumlah perkara / 12 bulan berjalan x 100", "Jumlah perkara", "12 bulan berjalan", "100"),
    # colon
    Rasio("Jumlah sumur layak : Jumlah sumur x 100", "Jumlah sumur layak", "Jumlah sumur", "100"),
    Rasio("Jumlah sumur layak: jumlah sumur x 100%", "Jumlah sumur layak", "jumlah sumur", "100%"),
    Rasio("(Jumlah sumur layak : Jumlah sumur = 1.204) x 100", "Jumlah sumur layak", "Jumlah sumur", "100"),
    Rasio("Jumlah nelayan berasuransi : Jumlah nelayan", "Jumlah nelayan berasuransi", "Jumlah nelayan"),
    Rasio("Realisasi retribusi : Target retribusi x 100%", "Realisasi retribusi", "Target retribusi", "100%"),
    Rasio("Anak sehat : anak sekolah x 100", "Anak sehat", "anak sekolah", "100"),
    Rasio(
        "Persentase jalan mantap : Jumlah jalan mantap / Jumlah jalan x 100%",
        "Jumlah jalan mantap",
        "Jumlah jalan",
        "100%",
    ),
    Rasio(
        "Jumlah kasus pulih : Jumlah kasus pulih / Jumlah kasus x 100%", "Jumlah kasus pulih", "Jumlah kasus", "100%"
    ),
    Rasio("Tingkat hunian = Jumlah kamar isi / Jumlah kamar x 100", "Jumlah kamar isi", "Jumlah kamar", "100"),
    # words
    Rasio("Jumlah benih unggul dibagi jumlah benih dikalikan 100%", "Jumlah benih unggul", "jumlah benih", "100%"),
    Rasio("Jumlah benih unggul dibagi dengan jumlah benih dikali 100", "Jumlah benih unggul", "jumlah benih", "100"),
    Rasio(
        "Jumlah benih unggul di bagi jumlah benih di kali 100 persen",
        "Jumlah benih unggul",
        "jumlah benih",
        "100 persen",
    ),
    Rasio("Jumlah benih unggul dibagi benih tersalur kali 100", "Jumlah benih unggul", "benih tersalur", "100"),
    Rasio(
        "Jumlah benih unggul dibagi jumlah benih dikalikan seratus persen",
        "Jumlah benih unggul",
        "jumlah benih",
        "seratus persen",
    ),
    Rasio("Jumlah guru tetap dibandingkan jumlah guru x 100%", "Jumlah guru tetap", "jumlah guru", "100%"),
    Rasio("Jumlah guru tetap dibandingkan dengan jumlah guru", "Jumlah guru tetap", "jumlah guru"),
    Rasio("Banyaknya sapi bunting dibanding dengan populasi betina", "Banyaknya sapi bunting", "populasi betina"),
    Rasio("Jumlah tunggakan terhadap jumlah pinjaman x 100%", "Jumlah tunggakan", "jumlah pinjaman", "100%"),
    Rasio("Jumlah pasien sembuh dari total pasien x 100%", "Jumlah pasien sembuh", "total pasien", "100%"),
    Rasio("PDRB per jumlah pekerja", "PDRB", "jumlah pekerja"),
    Rasio(
        "Perbandingan antara jumlah dokter dengan jumlah penduduk X 100%", "jumlah dokter", "jumlah penduduk", "100%"
    ),
    Rasio("Perbandingan antara perkara putus dengan perkara masuk x 100", "perkara putus", "perkara masuk", "100"),
    Rasio("Perbandingan jumlah atlet dan jumlah pelatih", "jumlah atlet", "jumlah pelatih"),
    Rasio("Rasio guru dengan murid", "guru", "murid"),
    Rasio("Rasio jumlah guru terhadap jumlah murid", "jumlah guru", "jumlah murid"),
    Rasio(
        "(Perbandingan antara jumlah dokter dengan jumlah penduduk) x 1.000",
        "jumlah dokter",
        "jumlah penduduk",
        "1.000",
    ),
    Rasio(
        "Perbandingan antara Jumlah embung terisi / Jumlah embung x 100%",
        "Jumlah embung terisi",
        "Jumlah embung",
        "100%",
    ),
    Rasio(
        "Persentase dari jumlah halte teduh dibagi jumlah halte dikali 100%",
        "jumlah halte teduh",
        "jumlah halte",
        "100%",
    ),
    Rasio(
        "TPT adalah jumlah penganggur dibagi jumlah angkatan kerja dikali 100%",
        "jumlah penganggur",
        "jumlah angkatan kerja",
        "100%",
    ),
    Rasio(
        "Jumlah telur merupakan hasil pembagian produksi telur terhadap jumlah ayam betina",
        "produksi telur",
        "jumlah ayam betina",
    ),
    # differences and sums
    Rasio("((n) - (n-1))/(n-1) x 100%", "(n) - (n-1)", "n-1", "100%"),
    Rasio("(n - (n-1)) / (n-1) x 100", "n - (n-1)", "n-1", "100"),
    Rasio(
        "{(Jumlah tamu tahun n – Jumlah tamu tahun n-1) / Jumlah tamu tahun n-1} X 100%",
        "Jumlah tamu tahun n – Jumlah tamu tahun n-1",
        "Jumlah tamu tahun n-1",
        "100%",
    ),
    Rasio("(a-b)/b x 100%", "a - b", "b", "100%"),
    Rasio("[R-(R-T)]/T x 100", "R - (R - T)", "T", "100"),
    Rasio("(2T-R)/T x 100%", "2T - R", "T", "100%"),
    Rasio(
        "(Realisasi pajak - Target pajak) / Target pajak x 100",
        "Realisasi pajak - Target pajak",
        "Target pajak",
        "100",
    ),
    Rasio(
        "Jumlah SD lulus + Jumlah SMP lulus / Jumlah siswa x 100",
        "Jumlah SD lulus + Jumlah SMP lulus",
        "Jumlah siswa",
        "100",
    ),
    Rasio(
        "(Jumlah SD lulus + Jumlah SMP lulus) / Jumlah siswa x 100",
        "Jumlah SD lulus + Jumlah SMP lulus",
        "Jumlah siswa",
        "100",
    ),
    Rasio(
        "Jumlah hotel / Jumlah hotel + Jumlah losmen x 100",
        "Jumlah hotel",
        "Jumlah hotel + Jumlah losmen",
        "100",
    ),
    Rasio(
        "jumlah panen dikurangi jumlah rusak dibagi jumlah panen dikali 100%",
        "jumlah panen dikurangi jumlah rusak",
        "jumlah panen",
        "100%",
    ),
    Rasio(
        "selisih omzet tahun n dan tahun n-1 dibagi omzet tahun n-1 dikali 100%",
        "selisih omzet tahun n dan tahun n-1",
        "omzet tahun n-1",
        "100%",
    ),
    Rasio("1 - (Jumlah temuan ulang / Jumlah temuan)", "Jumlah temuan ulang", "Jumlah temuan"),
    Rasio("∑ Nilai Total × 0,1 / N Butir × 100", "∑ Nilai Total × 0,1", "N Butir", "100"),
    Rasio(
        "(∑ Nilai Total × 0,1) / (N Butir) × 100 Ket : N Butir = banyak butir", "∑ Nilai Total × 0,1", "N Butir", "100"
    ),
    # factors
    Rasio("100% x Jumlah desa terang / Jumlah desa", "Jumlah desa terang", "Jumlah desa", "100%"),
    Rasio("Jumlah desa terang x 100% / Jumlah desa", "Jumlah desa terang", "Jumlah desa", "100%"),
    Rasio(
        "Jumlah kematian ibu / Jumlah kelahiran x 100.000 kelahiran hidup",
        "Jumlah kematian ibu",
        "Jumlah kelahiran",
        "100.000 kelahiran hidup",
    ),
    Rasio("Jumlah bidan / Jumlah penduduk x 100.000", "Jumlah bidan", "Jumlah penduduk", "100.000"),
    Rasio("Jumlah temuan / Jumlah berkas x 1.000.000", "Jumlah temuan", "Jumlah berkas", "1.000.000"),
    Rasio("Jumlah bayi wafat / Jumlah lahir hidup x 1000 KH", "Jumlah bayi wafat", "Jumlah lahir hidup", "1000 KH"),
    Rasio("Jumlah pos siagaX100%/ Jumlah pos", "Jumlah pos siaga", "Jumlah pos", "100%"),
    Rasio("Jumlah pos siaga / Jumlah pos (x 100%)", "Jumlah pos siaga", "Jumlah pos", "100%"),
    Rasio("(Jumlah pos siaga/Jumlah pos)100%", "Jumlah pos siaga", "Jumlah pos", "100%"),
    Rasio("(A/B)100%", "A", "B", "100%"),
    Rasio("Jumlah pos siaga/Jumlah pos 100%", "Jumlah pos siaga", "Jumlah pos", "100%"),
    Rasio("Jumlah laporan tepat waktu / 12 x 100%", "Jumlah laporan tepat waktu", "12", "100%"),
    Rasio("Jumlah pos siaga x 100% : Jumlah pos", "Jumlah pos siaga", "Jumlah pos", "100%"),
    Rasio("Jumlah pos siaga _____ Jumlah pos x 100%", "Jumlah pos siaga", "Jumlah pos", "100%"),
    Rasio(
        "(Jumlah rawat / (jumlah bangsal x jumlah hari)) x 100", "Jumlah rawat", "jumlah bangsal x jumlah hari", "100"
    ),
    Rasio("Jumlah rawat dibagi (jumlah bangsal x hari) dikali 100%", "Jumlah rawat", "jumlah bangsal x hari", "100%"),
    # brackets that are not closed, or not opened
    Rasio("(Jumlah pohon hidup / Jumlah pohon tanam x 100%", "Jumlah pohon hidup", "Jumlah pohon tanam", "100%"),
    Rasio("Jumlah pohon hidup / Jumlah pohon tanam) x 100%", "Jumlah pohon hidup", "Jumlah pohon tanam", "100%"),
    Rasio("(Jumlah pohon hidup) / Jumlah pohon tanam) x 100%", "Jumlah pohon hidup", "Jumlah pohon tanam", "100%"),
    Rasio("Indeks hijau (Jumlah pohon hidup / Jumlah pohon tanam)", "Jumlah pohon hidup", "Jumlah pohon tanam"),
    # labels and notes around it
    Rasio("Rumus: Jumlah kolam aktif / Jumlah kolam x 100%", "Jumlah kolam aktif", "Jumlah kolam", "100%"),
    Rasio(
        "Rumus Perhitungan : (Jumlah kolam aktif : Jumlah kolam) x 100%", "Jumlah kolam aktif", "Jumlah kolam", "100%"
    ),
    Rasio("Formulasi = Jumlah kolam aktif / Jumlah kolam x 100%", "Jumlah kolam aktif", "Jumlah kolam", "100%"),
    Rasio("Cara menghitung: Jumlah kolam aktif dibagi jumlah kolam", "Jumlah kolam aktif", "jumlah kolam"),
    Rasio(
        "Formulasi Perhitungan: Jumlah kolam aktif / Jumlah kolam X 100% Tipe Perhitungan: Kumulatif",
        "Jumlah kolam aktif",
        "Jumlah kolam",
        "100%",
    ),
    Rasio(
        "Menggambarkan kolam yang dipakai. Rumus: Jumlah kolam aktif / Jumlah kolam x 100",
        "Jumlah kolam aktif",
        "Jumlah kolam",
        "100",
    ),
    Rasio(
        "Menggambarkan kolam yang dipakai. Jumlah kolam aktif / Jumlah kolam x 100. Makin besar makin baik.",
        "Jumlah kolam aktif",
        "Jumlah kolam",
        "100",
    ),
    Rasio("a/b x 100% dimana a = kolam aktif b = kolam", "a", "b", "100%"),
    Rasio("a/b x 100% Keterangan: a adalah kolam aktif", "a", "b", "100%"),
    Rasio("Jumlah kolam aktif / Jumlah kolam x 100% Sumber data: dinas", "Jumlah kolam aktif", "Jumlah kolam", "100%"),
    Rasio("Jumlah kolam aktif / Jumlah kolam x 100% (per tahun)", "Jumlah kolam aktif", "Jumlah kolam", "100%"),
    Rasio("1. Jumlah kolam aktif / Jumlah kolam x 100%", "Jumlah kolam aktif", "Jumlah kolam", "100%"),
    # numbers
    Rasio("676 / 27.035 x 100 = 2,50", "676", "27.035", "100"),
    Rasio("(676-500)/500 x 100", "676 - 500", "500", "100"),
)

TERTUMPUK: tuple[Rasio, ...] = (
    Rasio("Jumlah warung halal ------ x 100% Jumlah warung", "Jumlah warung halal", "Jumlah warung", "100%"),
    Rasio("Surat terjawab x 100 Surat masuk", "Surat terjawab", "Surat masuk", "100"),
    Rasio("Jumlah warung halal × 100 Jumlah warung", "Jumlah warung halal", "Jumlah warung", "100"),
    Rasio("Jumlah warung halal X 100% Jumlah warung", "Jumlah warung halal", "Jumlah warung", "100%"),
    Rasio("(Jumlah warung halal) x 100% (Jumlah warung)", "Jumlah warung halal", "Jumlah warung", "100%"),
    Rasio("Realisasi dana desa x 100% Pagu dana desa", "Realisasi dana desa", "Pagu dana desa", "100%"),
    Rasio("Jumlah warung halal Jumlah warung x 100%", "Jumlah warung halal", "Jumlah warung", "100%"),
    Rasio(
        "Jumlah desa/kelurahan siaga x 100% Jumlah desa/kelurahan",
        "Jumlah desa/kelurahan siaga",
        "Jumlah desa/kelurahan",
        "100%",
    ),
    Rasio(
        "Persentase warung = Jumlah warung halal x 100% Jumlah warung", "Jumlah warung halal", "Jumlah warung", "100%"
    ),
)

HITUNGAN: tuple[str, ...] = (
    "Jumlah pelabuhan yang dibina",
    "Jumlah dokumen/laporan yang terbit",
    "Jumlah dokumen / laporan yang terbit",
    "Jumlah Dokumen/ Laporan triwulanan/semester/tahunan",
    "Jumlah CPMI/PMI yang pulang",
    "Jumlah warga Kabupaten/Kota yang pindah",
    "Jumlah kegiatan/sub kegiatan tuntas",
    "Jumlah PP/PKB dan LKS yang sah",
    "Jumlah izin yang terbit s/d Desember",
    "Jumlah dokter per 1.000 penduduk",
    "Jumlah kasus / 10.000 anak",
    "Jumlah tamu (asing + lokal)",
    "Jumlah layanan dan/atau rujukan",
    "Jumlah jam pelatihan (orang/jam)",
    "Jumlah capaian program/realisasi anggaran yang dilaporkan",
    "Jumlah unit usaha / unit kerja binaan",
    "Jumlah mengajukan/ memproses/menerapkan baku mutu",
    "Jumlah penduduk usia 15+ tahun yang bekerja",
    "Jumlah penduduk 15-64 tahun",
    "Jumlah ternak : - sapi - kerbau - domba",
    "Jumlah dokumen terdiri dari : Jumlah Renja, Jumlah Renstra",
    "Jumlah kendaraan roda 4 dan 2",
    "Jumlah arsip masuk Jumlah arsip keluar Jumlah tamu",
    "a. Jumlah surat masuk b. Jumlah surat keluar",
    "Banyaknya kecamatan yang memiliki embung",
    "Banyaknya wisatawan dari luar kota",
    "Rekapitulasi jumlah keluarga yang dilatih",
    "Cakupan dokumen kepegawaian",
    "Cakupan Data sarana, Data Barang/Aset",
    "Total jumlah peserta lomba",
    "Jumlah dari seluruh kelompok tani",
    "Jumlah fasilitasi terhadap pelaksanaan lomba",
    "Jumlah bantuan yang dibagi kepada warga",
    "Jumlah sampah yang dikurangi",
    "Jumlah data sektoral e-Formulir",
    "Jumlah laporan SKPD (n-1) (audited)",
    "Jumlah peraturan tentang UU 13/2003",
    "Formulasi Perhitungan: Jumlah koperasi sehat Tipe Perhitungan: Akumulasi",
    "Jumlah kunjungan selama tahun 2020 - 2024",
    "Panjang irigasi yang diperbaiki",
)

PENILAIAN: tuple[str, ...] = (
    "Nilai SAKIP Kecamatan",
    "Penilaian Inspektorat terhadap manajemen risiko",
    "Hasil survey kepuasan pengguna layanan",
    "Hasil evaluasi Inspektorat atas SAKIP",
    "Berdasarkan hasil survei kepuasan warga",
    "LHE Inspektorat",
    "Rilis BPS",
    "Indeks kepuasan warga",
    "Skor maturitas SPIP",
    "Predikat dari Kemenpan",
    "Opini BPK",
    "Kategori A >90 – 100 Memuaskan BB >80 – 90 Sangat Baik B >70 – 80 Baik",
)

PERHITUNGAN: tuple[str, ...] = (
    "Jumlah hotel + Jumlah losmen + Jumlah wisma",
    "(Nilai tahap I + Nilai tahap II)/2",
    "Jumlah lahir - Jumlah wafat",
    "(Nilai A x 40%) + (Nilai B x 60%)",
    "Rata-rata lama tunggu",
    "Rerata nilai ujian",
    "Selisih target dengan realisasi",
    "jumlah hotel ditambah jumlah losmen",
)

URAIAN: tuple[str, ...] = (
    "Persentase jalan yang terawat",
    "Perbandingan capaian tahun ini dengan tahun lalu",
    "Kondisi jalan berbanding dengan umur rencana",
    "Kabupaten/kota yang memberikan pembinaan - tani - ternak",
    "Terlaksananya rapat koordinasi",
    "---",
    "-",
    "",
    "3",
    "Unit usaha/ pabrik yang mengajukan izin",
)
