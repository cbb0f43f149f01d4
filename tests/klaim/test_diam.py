"""True sentences, and sentences about something else, in the manner of many offices: none may be accused."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.aturan import tetapkan_aturan
from pipeline.klaim import judge_claims
from schemas.narasi import Perihal, Putusan
from tests.checks.laporan_toml import laporan

_PERIHAL = (Perihal.STATUS, Perihal.ISTILAH, Perihal.KELAS, Perihal.CACAH)

IKAN = """
Jumlah Bibit Ikan Tersalur | 12.450 | 12.318 | 98,94
Tingkat Konsumsi Ikan | 45,0 | 47,1 | 104,67
Persentase Kolam Aktif {naik} | 80,00% | 76,40% | 95,50
Angka Kematian Benih {turun} | 12,0 | 9,6 | 120,00
Indeks Kualitas Air Tambak {naik} | 60,0 | 62,4 | 104,00
Nilai SAKIP Dinas {naik} | 70,0 | 66,35 | 94,79
"""
JALAN = """
Angka Pelanggaran Lalu Lintas Angkutan | 210 | 187 | 89,05
Waktu Tanggap Kebakaran | 15,00 | 12,50 | 116,67
Persentase Halte Layak {naik} | 75,00% | 71,25% | 95,00
Jumlah Penumpang Trans Kota {naik} | 1.200.000 | 1.310.442 | 109,20
Rasio Konektivitas {naik} | 0,62 | 0,62 | 100,00
Cakupan Uji Emisi {naik} | 60,0% | 66,1% | 110,17
Tingkat Inflasi Bahan Pangan {turun} | 3,50 | 2,89 | 117,43
Kunjungan Museum Daerah {naik} | 45.000 | 44.998 | 100,00
"""
BELANJA_IKAN = """
Perikanan Budidaya {nomor=A} | 60
Pembenihan {nomor=1} | 40
Penyediaan induk {nomor=a.} | 20
Pakan {nomor=b.} | 20
Pembesaran {nomor=2} | 20
Kolam {nomor=a.} | 20
Penunjang Urusan {nomor=B} | 40
Administrasi {nomor=1} | 40
Gaji {nomor=a.} | 40
"""
BELANJA_JALAN = """
Urusan Perhubungan {nomor=2.15} | 100
Penyelenggaraan Lalu Lintas {nomor=2.15.02} | 60
Penetapan Rencana Induk {nomor=2.15.02.2.01} | 20
Penyusunan Kajian {nomor=2.15.02.2.01.0001} | 20
Perlengkapan Jalan {nomor=2.15.02.2.02} | 40
Pengadaan Rambu {nomor=2.15.02.2.02.0001} | 30
Pemeliharaan Rambu {nomor=2.15.02.2.02.0002} | 10
Penunjang Urusan {nomor=2.15.01} | 40
Administrasi Keuangan {nomor=2.15.01.2.02} | 40
Gaji {nomor=2.15.01.2.02.0001} | 40
"""
SKALA = {
    IKAN: ["Sangat Baik = [90..]", "Baik = [75..90)", "Cukup = [60..75)", "Kurang = [..60)"],
    JALAN: ["Sangat Tinggi = [91..]", "Tinggi = [76..90]", "Sedang = [66..75]", "Rendah = [51..65]", "Buruk = [..50]"],
}

DIAM_IKAN = """
Jumlah Bibit Ikan Tersalur belum tercapai dengan realisasi 12.318 ekor dari target 12.450 ekor.
Tingkat Konsumsi Ikan melampaui target karena realisasinya 47,1.
Angka Kematian Benih telah memenuhi target meskipun turun dari tahun lalu.
Yang memenuhi target adalah Tingkat Konsumsi Ikan, adapun yang belum memenuhi target ialah Nilai SAKIP Dinas.
Indikator yang belum mencapai target antara lain: Nilai SAKIP Dinas (94,79%) dan Persentase Kolam Aktif (95,50%).
Tiga indikator yang memenuhi target yaitu Tingkat Konsumsi Ikan, Angka Kematian Benih, dan Indeks Kualitas Air Tambak.
Tingkat Konsumsi Ikan memenuhi target, sedangkan Persentase Kolam Aktif dan Nilai SAKIP Dinas belum memenuhi target.
Kegiatan yang memenuhi target adalah pembenihan, pakan, dan Persentase Kolam Aktif di dua kecamatan.
Kecamatan yang belum memenuhi target adalah Kecamatan Hulu untuk Tingkat Konsumsi Ikan.
Pada triwulan II indikator yang memenuhi target adalah Persentase Kolam Aktif.
Indikator yang diharapkan memenuhi target adalah Persentase Kolam Aktif.
Indikator yang memenuhi target RPJMD adalah Persentase Kolam Aktif.
Indikator yang mendukung pencapaian target adalah Persentase Kolam Aktif.
Faktor yang membuat Persentase Kolam Aktif dan Nilai SAKIP Dinas memenuhi target adalah pelatihan.
Apabila Persentase Kolam Aktif dan Nilai SAKIP Dinas memenuhi target, maka insentif diberikan.
Pada tahun sebelumnya Persentase Kolam Aktif dan Nilai SAKIP Dinas memenuhi target.
Indikator yang realisasinya meningkat adalah Persentase Kolam Aktif, namun belum memenuhi target.
Persentase Kolam Aktif pada kolam binaan swasta telah memenuhi target.
Capaian kinerja Persentase Kolam Aktif sebesar 95,50% dengan kategori Sangat Baik.
Dengan capaian 94,79%, Nilai SAKIP Dinas masuk kategori Memuaskan.
Nilai SAKIP Dinas sebesar 66,35 memperoleh predikat Baik dengan capaian 94,79%.
Indeks Kualitas Air Tambak 62,4 tergolong Sedang menurut baku mutu kementerian.
Predikat Sangat Baik diperoleh Tingkat Konsumsi Ikan (104,67%).
Air tambak dinyatakan baik setelah diuji laboratorium dengan kadar oksigen 76,2%.
Sebanyak 76,40% kolam dinyatakan kurang produktif.
Capaian anggaran sebesar 62,10% dinyatakan Kurang oleh inspektorat.
Benih yang tergolong sedang sebanyak 55% dari populasi.
Apabila capaian kinerja mencapai 80% maka dikategorikan Kurang.
Tingkat kepuasan pembudidaya sebesar 84,2% termasuk kategori Cukup.
Rata-rata capaian kinerja sebesar 102,98% (Sangat Baik).
Capaian Persentase Kolam Aktif di tahun 2029 sebesar 71,20% dengan kategori Cukup.
Dinas Contoh menetapkan 6 indikator kinerja dalam Perjanjian Kinerja tahun 2030.
Keberhasilan Dinas Contoh diukur melalui 4 (empat) indikator kinerja utama.
Perjanjian Kinerja tahun 2029 memuat 8 indikator kinerja.
Dinas Contoh mendukung 9 indikator kinerja RPJMD.
Bidang Budidaya pada Dinas Contoh mengampu 3 indikator kinerja.
Sasaran Meningkatnya Produksi Ikan pada Dinas Contoh diukur melalui 2 indikator kinerja.
Dari 6 indikator yang diperjanjikan, 3 indikator memenuhi target dan 3 indikator belum memenuhi target.
Dari 6 indikator, 2 indikator melampaui target, 1 indikator mencapai target dan 3 indikator belum mencapai target.
Dari 6 indikator tersebut, 4 indikator meningkat dan 2 indikator menurun dibanding tahun lalu.
Dari 6 indikator pada triwulan III, 5 indikator mencapai target dan 1 indikator belum mencapai target.
Anggaran dibagi ke dalam 2 program, 3 kegiatan dan 4 sub kegiatan.
Bidang Budidaya melaksanakan 2 program dan 5 kegiatan.
Program Perikanan Budidaya memuat 2 kegiatan dan 3 sub kegiatan.
Indikator ini didukung 1 program, 2 kegiatan dan 9 sub kegiatan.
Pada tahun 2029 terdapat 2 program dan 7 kegiatan, lalu disederhanakan.
Sumber APBN membiayai 2 program dan 6 kegiatan.
Terdapat 2 program dan 9 kegiatan prioritas.
Dinas Contoh menyusun 7 indikator kinerja individu untuk setiap pegawai.
Dinas Contoh memiliki 8 indikator kinerja kegiatan.
Sekretariat melaporkan 9 indikator kinerja pada aplikasi milik provinsi.
Selama 2030 Dinas Contoh menambah 2 indikator kinerja baru.
Tingkat Konsumsi Ikan berada di bawah rata-rata nasional namun telah melampaui target dinas.
Nilai SAKIP Dinas yang belum memenuhi target bukan berarti kinerja menurun.
Target yang belum tercapai adalah Persentase Kolam Aktif.
Indikator yang belum tercapai pada semester pertama adalah Tingkat Konsumsi Ikan.
Indikator yang sudah tercapai targetnya adalah penyaluran bibit unggul dan Tingkat Konsumsi Ikan.
"""

DIAM_JALAN = """
Waktu Tanggap Kebakaran telah memenuhi target karena lebih cepat dari rencana.
Angka Pelanggaran Lalu Lintas Angkutan berhasil mencapai target.
Kunjungan Museum Daerah belum mencapai target karena kurang dua orang saja.
Kunjungan Museum Daerah hampir mencapai target.
Rasio Konektivitas tercapai persis sesuai target.
Tingkat Inflasi Bahan Pangan dan Cakupan Uji Emisi sudah memenuhi target; adapun Persentase Halte Layak belum.
Alhamdulillah Cakupan Uji Emisi, Jumlah Penumpang Trans Kota, serta Rasio Konektivitas mampu memenuhi target.
Adapun indikator yang belum tercapai yakni Persentase Halte Layak dan Kunjungan Museum Daerah.
Indikator yg memenuhi target : Cakupan Uji Emisi; yang belum: Persentase Halte Layak.
Indikator yang melampaui target ialah Jumlah Penumpang Trans Kota, sedangkan Rasio Konektivitas tepat pada target.
Dua indikator yang belum memenuhi target, yaitu Persentase Halte Layak dan Kunjungan Museum Daerah, akan diperbaiki.
Halte yang belum memenuhi target adalah Halte Pasar dan Halte Terminal, padahal Cakupan Uji Emisi tinggi.
Komponen Persentase Halte Layak yang memenuhi target meliputi atap, bangku, dan Cakupan Uji Emisi.
Capaian Cakupan Uji Emisi sebesar 110,17% tergolong Sangat Tinggi.
Capaian Persentase Halte Layak 95,00% (Sangat Tinggi).
Capaian Rasio Konektivitas sebesar 90,4% termasuk dalam klasifikasi Sangat Tinggi.
Cakupan Uji Emisi berkategori Sangat Tinggi dengan capaian 110,17%.
Polusi udara dinyatakan sedang dengan indeks 66,1%.
Kadar emisi kendaraan yang dinyatakan tinggi sebesar 12,5% dari sampel.
Risiko kebakaran tergolong Rendah di 89,05% wilayah.
Tingkat kemiskinan kota tergolong rendah yaitu 3,50%.
Berdasarkan penilaian Kemenpan capaian kinerja 67,1% dinyatakan Sangat Rendah.
Dari 8 indikator pada perjanjian kinerja, 6 indikator memenuhi target dan 2 indikator belum memenuhi target.
Dari 8 indikator, 5 indikator memenuhi target dan 3 indikator di bawah target.
Dari 12 indikator RPJMD yang diampu, 9 indikator tercapai dan 3 indikator belum tercapai.
Dinas Contoh memiliki 8 indikator kinerja dan 2 sasaran strategis pada tahun 2030.
Dinas Contoh diukur melalui 3 (tiga) indikator kinerja utama.
Dinas Contoh mengampu 10 indikator SPM.
Dalam Renstra, Dinas Contoh menetapkan 11 indikator kinerja.
Dinas Contoh dibantu 3 UPTD yang masing-masing memiliki 4 indikator kinerja.
Kepala Bidang pada Dinas Contoh menandatangani 5 indikator kinerja.
Perjanjian Kinerja eselon III Dinas Contoh memuat 14 indikator kinerja.
Anggaran Dinas Contoh tersebar pada 2 program, 3 kegiatan, dan 4 sub kegiatan.
Sebelum pergeseran, anggaran tersebar pada 2 program dan 4 kegiatan.
Dari 2 program dan 3 kegiatan tersebut, 1 kegiatan belum selesai.
Seksi Rambu mengelola 2 program dan 8 sub kegiatan.
Capaian sasaran pertama didukung oleh 2 program, 2 kegiatan dan 3 sub kegiatan.
Pada tahun 2031 direncanakan 2 program dan 9 kegiatan.
Sebanyak 2 program dan 5 sub kegiatan dihentikan karena efisiensi.
Terdapat 2 program dan 7 kegiatan yang didanai hibah.
Rapat dihadiri 2 program studi dan 12 kegiatan mahasiswa.
Jumlah Penumpang Trans Kota tidak hanya memenuhi target, tetapi juga melampaui target.
Menurut warga, Persentase Halte Layak dianggap sudah memenuhi target.
Jika dihitung sampai Januari, Persentase Halte Layak memenuhi target.
Penurunan Angka Pelanggaran Lalu Lintas Angkutan belum memenuhi target.
Target Persentase Halte Layak tahun 2029 telah tercapai.
"""


DIAM_TUNGGAL = """
Air tambak di Kecamatan Hulu tergolong Sedang, dan capaian Persentase Kolam Aktif sebesar 95,50%.
Capaian Persentase Kolam Aktif 95,50% berkat pembudidaya yang berstatus "Baik".
Angka Kematian Benih tergolong Rendah karena capaiannya 120,00%.
Capaian Persentase Kolam Aktif 95,50% ditunjang induk bermutu Sedang.
Capaian Persentase Kolam Aktif sebesar 95,50% diharapkan menjadi Kurang.
Meskipun capaian Persentase Kolam Aktif 95,50%, kualitas air masih disebut kurang.
Persentase Kolam Aktif dengan capaian 95,50% tidak lagi termasuk Kurang.
Persentase Kolam Aktif bukan kelompok Cukup, sebab capaiannya 95,50%.
Nilai SAKIP Dinas menyandang Baik, dengan capaian 94,79%.
Kelompok Kurang Mampu menerima bantuan dan capaian Persentase Kolam Aktif 95,50%.
Capaian 95,50% pada Persentase Kolam Aktif membuat kolam Baik bertambah.
Capaian Persentase Kolam Aktif menjadi lebih tinggi, yaitu 95,50%.
Capaian Persentase Kolam Aktif 95,50% dinilai cukup oleh pembudidaya.
Jalan Rendah Karbon mendorong capaian Persentase Kolam Aktif 95,50%.
Capaian Persentase Kolam Aktif 95,50% ialah kurang dari yang diharapkan.
Capaian Tingkat Konsumsi Ikan 104,67% menempatkan warga pada kelompok "Cukup" gizi.
Tingkat Konsumsi Ikan yang tergolong Sedang ini capaiannya 104,67%.
Bantuan kelas Cukup diberikan bila capaian 95,50%.
Predikat Kurang diberikan kepada capaian di bawah 60%.
Capaian 95,50% naik dari kelompok Cukup.
Persentase Kolam Aktif keluar dari kelompok Kurang dengan capaian 95,50%.
Capaian Jumlah Bibit Ikan Tersalur 98,94% jauh meninggalkan kategori Cukup.
Capaian Persentase Kolam Aktif sebesar 95,50% mendapat penilaian Baik dari wartawan.
Capaian Indeks Kualitas Air Tambak 104,00% dan mutu airnya termasuk Sedang.
Indeks Kualitas Air Tambak menyandang Sedang, capaiannya 104,00%.
Capaian Persentase Kolam Aktif 95,50% (Sangat Baik).
Penilaian terhadap Persentase Kolam Aktif: Sangat Baik, karena capaiannya 95,50%.
Persentase Kolam Aktif disematkan predikat Sangat Baik lantaran capaiannya 95,50%.
Kriteria capaian Tingkat Konsumsi Ikan ialah Sangat Baik (104,67%).
Capaian Persentase Kolam Aktif 95,50% tersebut disebut "Istimewa" pada media lokal.
Capaian 95,50% itu menjadi kurang bermakna.
Pada tahun 2029 Persentase Kolam Aktif berkelompok Cukup dengan capaian 71,00%.
Pada triwulan II capaian Persentase Kolam Aktif 62,00% sehingga masuk kelompok Cukup.
Kelompok usaha pemula berlabel Cukup menyumbang capaian 95,50%.
Capaian realisasi anggaran 65,00% termasuk kelompok Cukup.
Capaian fisik 62,50% masih menjadi sedang dikerjakan.
Capaian 95,50% saat ini sedang diverifikasi.
Capaian program vaksinasi 61,20% berstatus Cukup.
"""

DIAM_CACAH = """
Terdapat 6 indikator yang disepakati dalam Perjanjian Kinerja.
Terdapat 4 Indikator Kinerja Utama yang disepakati dalam Perjanjian Kinerja.
Pengukuran kinerja bertumpu pada 6 (enam) indikator.
Pengukuran kinerja Bidang Budidaya bertumpu pada 2 indikator.
Anggaran tersebar pada 3 kegiatan dalam 2 program.
Serapan rendah terjadi pada 1 kegiatan dalam 2 program.
Gagal lelang terjadi pada 2 kegiatan dalam 2 program.
Terdapat 9 indikator yang disepakati dalam Renstra.
Terdapat 9 indikator yang disepakati dalam Perjanjian Kinerja tahun 2029.
Terdapat 2 indikator yang disepakati dalam Perjanjian Kinerja Kepala Bidang.
Terdapat 3 sasaran yang telah disepakati dalam dokumen Perjanjian Kinerja eselon III.
"""

TUDUH = """
Kriteria capaian Persentase Kolam Aktif sebesar 95,50% ialah Cukup.
Dengan capaian 95,50 persen, Persentase Kolam Aktif berada pada kelompok Cukup.
Predikat Cukup disematkan pada Persentase Kolam Aktif yang capaiannya 95,50%.
Penilaian terhadap Persentase Kolam Aktif: Cukup, karena capaiannya 95,50%.
Persentase Kolam Aktif termasuk Cukup sebab capaian kinerjanya 95,50%.
Capaian 95,50% membuat Persentase Kolam Aktif jadi Kurang.
Untuk Persentase Kolam Aktif, capaian yang sebesar 95,50% itu kami golongkan "Cukup".
Karena capaiannya 104,67%, Tingkat Konsumsi Ikan masuk kelompok Baik menurut skala laporan ini.
Tingkat Konsumsi Ikan: capaian 104,67%, predikatnya Kurang.
Capaian kinerja Jumlah Bibit Ikan Tersalur adalah 98,94 persen sehingga masih tergolong dalam kelas Kurang.
Terdapat 8 Indikator Kinerja Utama yang disepakati dalam Perjanjian Kinerja.
Pengukuran kinerja bertumpu pada 8 (delapan) indikator.
Kinerja Dinas Contoh tahun ini diukur lewat 5 indikator yang telah disepakati dengan Bupati.
Anggaran tersebar pada 7 kegiatan dalam 2 program.
Belanja tahun 2030 tersebar pada 3 kegiatan dalam 5 program.
"""


def _tuduhan(kalimat: str, ukur: str, belanja: str) -> list[str]:
    kolom = ["target", "realisasi", "capaian"]
    kasus: dict[str, Any] = {
        "narasi": [kalimat],
        "skala": [{"kelas": SKALA[ukur]}],
        "tabel": [
            {"kind": "perjanjian", "caption": "Tabel 2.1 Perjanjian", "tahun": 2030, "kolom": kolom, "baris": ukur},
            {"caption": "Tabel 3.1 Pengukuran", "tahun": 2030, "kolom": kolom, "baris": ukur},
            {"kind": "anggaran", "caption": "Tabel 3.9 Belanja", "kolom": ["anggaran"], "baris": belanja},
        ],
    }
    uji = judge_claims(tetapkan_aturan(laporan(kasus))).uji
    return [item.pesan for item in uji if item.putusan is Putusan.SALAH and item.perihal in _PERIHAL]


@pytest.mark.parametrize("kalimat", DIAM_IKAN.strip().splitlines())
def test_silent_on_fish(kalimat: str) -> None:
    assert _tuduhan(kalimat, IKAN, BELANJA_IKAN) == []


@pytest.mark.parametrize("kalimat", DIAM_JALAN.strip().splitlines())
def test_silent_on_roads(kalimat: str) -> None:
    assert _tuduhan(kalimat, JALAN, BELANJA_JALAN) == []


@pytest.mark.parametrize("kalimat", (DIAM_TUNGGAL + DIAM_CACAH).strip().splitlines())
def test_silent_on_one_class_or_count(kalimat: str) -> None:
    assert _tuduhan(kalimat, IKAN, BELANJA_IKAN) == []


@pytest.mark.parametrize("kalimat", TUDUH.strip().splitlines())
def test_one_class_or_count_is_judged_whatever_joins_it(kalimat: str) -> None:
    assert len(_tuduhan(kalimat, IKAN, BELANJA_IKAN)) == 1


def test_the_tables_can_accuse() -> None:
    assert _tuduhan("Persentase Kolam Aktif memenuhi target.", IKAN, BELANJA_IKAN)
    assert _tuduhan("Anggaran dibagi ke dalam 2 program dan 9 kegiatan.", JALAN, BELANJA_JALAN)
    assert _tuduhan("Dinas Contoh menetapkan 11 indikator kinerja.", JALAN, BELANJA_JALAN)
    assert _tuduhan("Capaian Cakupan Uji Emisi sebesar 110,17% tergolong Rendah.", JALAN, BELANJA_JALAN)
