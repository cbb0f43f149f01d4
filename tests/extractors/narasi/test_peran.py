"""Roles of numbers, one pattern family of report prose after the other: what is bound, and a near miss that is not."""

from __future__ import annotations

import pytest

from tests.extractors.narasi.kalimat_uji import roles

TARGET_REALISASI_CAPAIAN = {
    "N01 realisasi atau vonis": (
        "Cakupan Imunisasi realisasi tahun 2022 sebesar 91,20% atau belum mencapai target yang disepakati",
        ["realisasi 91,20% @2022"],
    ),
    "N02 yaitu x dari target y": (
        "Sasaran tercapai dengan katagori baik yaitu 71,40% dari target 70,00% dengan capaian kinerja 102,00%",
        ["realisasi 71,40%", "target 70,00%", "capaian 102,00%"],
    ),
    "N03 capaian realisasi": (
        "Tercatat capaian realisasi kinerja 12,5% dari target 14,75 % dan diperoleh capaian kinerja 84,75%",
        ["realisasi 12,5%", "target 14,75 %", "capaian 84,75%"],
    ),
    "N04 target bulat": (
        "Indeks ini memenuhi target, tercatat capaian realisasi kinerja 83,2 dari target 80 dengan capaian kinerja "
        "104%",
        ["realisasi 83,2", "target 80", "capaian 104%"],
    ),
    "N05 lebih tinggi dari target yaitu": (
        "TPT terealisasi sebesar 6,10%, lebih tinggi dari target yang ditetapkan pada tahun 2021 yaitu 5,90% "
        "atau lebih besar 0,20% dari target",
        ["realisasi 6,10%", "target 5,90% @2021", "selisih 0,20% @2021"],
    ),
    "N06 vonis tanpa angka": ("Pada sasaran kedua capaian kinerja tidak tercapai karena anggaran dialihkan", []),
    "N09 pembilang dan penyebut": (
        "Angka kelulusan dengan target sebesar 40 persen (200/500) dan direalisasikan sebesar 42 persen (210/500); "
        "capaian kinerjanya sebesar 105 persen melebihi target",
        [
            *("target 40 persen", "bagian? 200", "bagian? 500"),
            *("realisasi 42 persen", "bagian? 210", "bagian? 500", "capaian 105 persen"),
        ],
    ),
    "N10 jika dibandingkan dengan target": (
        "Hasil survei sebesar 95, sehingga jika dibandingkan dengan target sebesar 90 maka pencapaian indikator "
        "sebesar 105,56 dengan perdikat Baik",
        ["realisasi? 95", "target 90", "capaian 105,56"],
    ),
    "N11 per 1000": (
        "AKI sebesar 5,1 bila dibandingkan dengan target 6 per 1000 kelahiran maka tercapai dengan capaian kinerja "
        "sebesar 115 dengan kriteria Tinggi",
        ["realisasi? 5,1", "target 6", "capaian 115"],
    ),
    "N12 target tahun lain": (
        "Bila dibandingkan realisasi tahun 2016 sebesar 7,5 dengan target tahun 2020 sebesar 9 maka capaian "
        "mencapai 83,3",
        ["realisasi 7,5 @2016", "target 9 @2020", "capaian? 83,3 @2016"],
    ),
    "N13 target dengan batas": (
        "Kasus DBD target kurang dari 30, realisasi 41,7",
        ["target kurang dari 30", "realisasi 41,7"],
    ),
    "N14 realisasi adalah": (
        "Realisasi adalah 98% atau lebih besar dari target kinerja yang ditetapkan yaitu 95%",
        ["realisasi 98%", "target 95%"],
    ),
    "N15 kalimat cetakan": (
        "Bidang ini mencatatkan realisasi sebesar 66 dari target yang ditetapkan sebesar 60, sehingga menghasilkan "
        "capaian kinerja sebesar 110%",
        ["realisasi 66", "target 60", "capaian 110%"],
    ),
    "N16 dari terget terealiasi": ("Dari terget 55,5 terealiasi 54,1", ["target 55,5", "realisasi 54,1"]),
    "N17 satuan di belakang angka": (
        "(realisasi sebesar 1,5 juta bibit dari target 3 juta bibit)",
        ["realisasi 1,5 juta bibit", "target 3 juta bibit"],
    ),
    "N18 target akhir": (
        "Target akhir RPJM yaitu 0,410 dan pada tahun 2019 terealisasi 0,395 dan pencapaian terhadap target RPJM "
        "yaitu 103,66",
        ["target 0,410", "realisasi 0,395 @2019", "capaian 103,66 @2019"],
    ),
    "N19 memperoleh nilai": (
        "Kecamatan memperoleh nilai 71.20 atau 95.10%",
        ["realisasi? 71.20", "capaian? 95.10%"],
    ),
    "N20 dari n indikator": (
        "Dari 14 indikator kinerja utama, 9 memenuhi target",
        ["cacah 14 indikator", "bagian? 9"],
    ),
    "N21 persen dan banyaknya": (
        "Dari 8 sasaran strategis, 75% (6 sasaran) telah tercapai",
        ["cacah 8 sasaran", "persen? 75%", "bagian? 6 sasaran"],
    ),
    "N22 atau sebanyak persen": (
        "Terdapat 4 indikator atau sebanyak 57,14% dikategorikan sangat baik",
        ["cacah? 4 indikator", "persen 57,14%"],
    ),
    "N23 rata-rata capaian": ("Rata-rata capaian kinerja sebesar 96,4% (Baik)", ["capaian 96,4%"]),
    "atau tercapai": (
        "Jalan mantap tahun 2023 sebesar 85,1% dari target 84% atau tercapai 101,3%",
        ["realisasi 85,1% @2023", "target 84% @2023", "capaian? 101,3% @2023"],
    ),
    "capaian dari target bernilai": (
        "Capaian ini telah mencapai 88% dari target akhir RPJMD tahun 2026 sebesar 95%",
        ["realisasi? 88%", "target 95% @2026"],
    ),
    "sekian dari sekian indikator": (
        "Sebanyak 9 dari 12 indikator kinerja mencapai target",
        ["bagian? 9", "cacah? 12 indikator"],
    ),
    "satuan panjang di depan target": (
        "Penurunan emisi gas bidang ternak sebesar 1.200 ton CO2 eq dari target sebesar 1.300 ton CO2 eq",
        ["realisasi 1.200 ton", "target 1.300 ton"],
    ),
    "realisasi sesuai target": (
        "Layanan pengaduan memiliki target 90% dan terealisasikan sesuai target yaitu 90%",
        ["target 90%", "realisasi? 90%"],
    ),
    "target lalu realisasi lalu kurung": (
        "Target cakupan sebesar 60%, realisasi 66% (110%) menunjukkan kinerja baik",
        ["target 60%", "realisasi 66%", "capaian? 110%"],
    ),
    "deret dengan tahun": (
        "Target tahun 2021 sebesar 70% dan tahun 2022 sebesar 75%",
        ["target 70% @2021", "target 75% @2022"],
    ),
    "capaian dari target renstra": (
        "Rata-rata capaian kinerja sudah mencapai 77,5% dari target Renstra",
        ["capaian 77,5%"],
    ),
    "capaian sebagai realisasi": (
        "Capaian sebesar 90,5 poin pada tahun 2020 atau sebesar 99,2 persen dari target sebesar 91,2 poin",
        ["realisasi? 90,5 poin @2020", "capaian? 99,2 persen @2020", "target 91,2 poin"],
    ),
}

PERBANDINGAN = {
    "N24 kenaikan": (
        "Rasio guru tahun 2019 sebesar 3,10% dan tahun 2020 sebesar 3,45% mengalami kenaikan sebesar 0,35",
        ["nilai 3,10% @2019", "nilai 3,45% @2020", "selisih 0,35 @2020"],
    ),
    "N25 penurunan": (
        "Rasio guru tahun 2019 sebesar 3,45% dan tahun 2020 sebesar 3,10% mengalami penurunan sebesar 0,35",
        ["nilai 3,45% @2019", "nilai 3,10% @2020", "selisih 0,35 @2020"],
    ),
    "N26 sedangkan": (
        "Realisasi tahun 2020 sebesar 81,5% sedangkan tahun 2021 sebesar 82,0% mengalami kenaikan sebesar 0,5",
        ["realisasi 81,5% @2020", "realisasi 82,0% @2021", "selisih 0,5 @2021"],
    ),
    "N27 selisih lalu tingkat": (
        "Kemiskinan mengalami penurunan sebesar 1,2 poin dari 9,9% pada tahun 2021 menjadi 8,7% pada tahun 2022",
        ["selisih 1,2 poin", "nilai 9,9% @2021", "nilai 8,7% @2022"],
    ),
    "N28 satuan dan ribu": (
        "Peserta mengalami kenaikan sebesar 5.000 orang dari 70.000 ribu orang pada 2021 menjadi 75.000 ribu pada 2022",
        ["selisih 5.000 orang", "nilai 70.000 ribu orang @2021", "nilai 75.000 ribu @2022"],
    ),
    "N29 dua selisih": (
        "Jumlah petani naik sebesar 120 orang dan jumlah nelayan juga bertambah sebesar 35 orang",
        ["selisih 120 orang", "selisih 35 orang"],
    ),
    "N30 mutlak atau nisbi": ("Jumlah kunjungan naik 1.250 atau 12,5%", ["selisih 1.250", "selisih 12,5%"]),
    "N31 rupiah": ("PDRB tahun 2022 meningkat sebanyak Rp 950.000", ["selisih Rp 950.000 @2022"]),
    "N32 dibanding tahun sebesar": (
        "Jumlah siswa tahun 2022 meningkat dibanding tahun 2021 sebesar 410 orang",
        ["selisih? 410 orang @2022"],
    ),
    "N33 tiga titik": (
        "Dari tahun 2012 sebesar 50,1 meningkat menjadi 55,2 di tahun 2015 dan menjadi 60,3 pada tahun 2016",
        ["nilai 50,1 @2012", "nilai 55,2 @2015", "nilai 60,3 @2016"],
    ),
    "N34 penurunan dari a menjadi b": (
        "Balita stunting mengalami penurunan dari 21,4 persen pada 2020 menjadi sebesar 18,9 persen",
        ["nilai 21,4 persen @2020", "nilai 18,9 persen"],
    ),
    "N35 tingkat lama di belakang": (
        "Jumlahnya 88,1 ribu, berkurang sebesar 2,4 ribu bila dibandingkan dengan kondisi 2014 yang sebesar 90,5 ribu",
        ["lain? 88,1 ribu", "selisih 2,4 ribu", "nilai 90,5 ribu @2014"],
    ),
    "N36 dari realisasi tahun": (
        "Pajak mengalami kenaikan sebesar 3,5% dari realisasi tahun 2018 sebesar Rp 1,9 Triliun",
        ["selisih 3,5%", "realisasi_anggaran Rp 1,9 Triliun @2018"],
    ),
    "N37 dibandingkan dengan sisa": (
        "SILPA naik sebesar 2,5% dibandingkan dengan SILPA tahun 2018 sebesar Rp 40 Milyar",
        ["selisih 2,5%", "sisa Rp 40 Milyar @2018"],
    ),
    "N38 wilayah lain": ("Angka ini masih lebih tinggi dibandingkan Bali (4,9 persen)", ["nilai? 4,9 persen"]),
    "N39 bagian dan sisanya": (
        "Dari sejumlah 50,5 ribu pelamar pada tahun 2022, sebanyak 30,5 ribu pelamar diterima dan 20,0 ribu "
        "pelamar sisanya gugur",
        ["bagian 50,5 ribu pelamar @2022", "bagian? 30,5 ribu pelamar", "bagian 20,0 ribu pelamar"],
    ),
    "tingkat tahun lalu di belakang tingkat kini": (
        "Cakupan sebesar 82,5%, meningkat dibandingkan dengan tahun 2017 sebesar 80,1%",
        ["nilai? 82,5%", "nilai? 80,1% @2017"],
    ),
    "target naik": ("Target peningkatan produksi sebesar 5%", ["target 5%"]),
}

ANGGARAN = {
    "N40 alokasi, volume, realisasi, sisa, fisik": (
        "Bimbingan teknis, dengan alokasi dana sebesar Rp 12.000.000 dengan volume kegiatan 3 Angkatan dengan "
        "realisasi sebesar Rp 11.400.000 atau 95,00% dengan sisa anggaran sebesar Rp 600.000 tetapi fisik sebesar 100%",
        [
            *("anggaran Rp 12.000.000", "volume 3 Angkatan", "realisasi_anggaran Rp 11.400.000"),
            *("persen 95,00%", "sisa Rp 600.000", "fisik 100%"),
        ],
    ),
    "N40 angka di dalam volume": (
        "Servis dengan alokasi dana sebesar Rp 9.000.000 dengan volume kegiatan 2 unit kendaraan roda 4 dan 3 kali uji "
        "emisi dengan realisasi sebesar Rp 8.100.000 atau 90%",
        ["anggaran Rp 9.000.000", "volume 2 unit", "volume 3 kali", "realisasi_anggaran Rp 8.100.000", "persen 90%"],
    ),
    "N41 realisasi anggaran": (
        "Rapat dengan realisasi anggaran sebesar Rp 7.500.000 atau 98,68%",
        ["realisasi_anggaran Rp 7.500.000", "persen 98,68%"],
    ),
    "N42 titik desimal": (
        "Honor dengan realisasi sebesar Rp 0 atau 0.00%",
        ["realisasi_anggaran Rp 0", "persen 0.00%"],
    ),
    "N43 sisa dengan persen": (
        "Dengan alokasi anggaran pembangunan sebesar Rp 800.000.000 dan terealisasi sebesar Rp 760.000.000 atau 95% "
        "sisa dana sebesar Rp 40.000.000 atau 5%",
        [
            "anggaran Rp 800.000.000",
            "realisasi_anggaran Rp 760.000.000",
            "persen 95%",
            "sisa Rp 40.000.000",
            "persen 5%",
        ],
    ),
    "N44 penggunaannya": (
        "Biaya yang tersedia sebesar Rp 50.000.000,- telah dihemat dalam penggunaannya hanya sebesar Rp 47.000.000,- "
        "atau 94%, sisa dana sebesar Rp 3.000.000,- atau 6%",
        [
            "anggaran Rp 50.000.000,-",
            "realisasi_anggaran Rp 47.000.000,-",
            "persen 94%",
            "sisa Rp 3.000.000,-",
            "persen 6%",
        ],
    ),
    "N45 belanja dengan realisasi": (
        "Belanja Pegawai sebesar Rp 4.000.000.000 dengan realisasi sebesar Rp 3.900.000.000 atau 97,5%",
        ["anggaran Rp 4.000.000.000", "realisasi_anggaran Rp 3.900.000.000", "persen 97,5%"],
    ),
    "N46 belanja terealisasi": (
        "Belanja Hibah sebesar Rp 60.000.000 terealisasi sebesar Rp 57.000.000 atau 95%",
        ["anggaran Rp 60.000.000", "realisasi_anggaran Rp 57.000.000", "persen 95%"],
    ),
    "N46 realisasi belanja": (
        "Realisasi Belanja Modal Rp. 80.000.000,00 atau 99,5%",
        ["realisasi_anggaran? Rp. 80.000.000,00", "persen 99,5%"],
    ),
    "N47 sen dan tanpa spasi": (
        "Retribusi dianggarkan sebesar Rp1.500.250.000,00 terealisasi sebesar Rp1.450.100.200,75 atau 96,66%",
        ["anggaran Rp1.500.250.000,00", "realisasi_anggaran Rp1.450.100.200,75", "persen 96,66%"],
    ),
    "N48 hanya mencapai": (
        "PAD ditargetkan sebesar Rp. 20,5 miliar terealisasi sebesar Rp. 12,3 miliar atau hanya mencapai 60 persen",
        ["anggaran Rp. 20,5 miliar", "realisasi_anggaran Rp. 12,3 miliar", "persen 60 persen"],
    ),
    "N49 realisasi lebih dulu": (
        "Pendapatan sebesar Rp. 1,9 Triliun atau mencapai 95% dari target sebesar Rp. 2 Trilyun",
        ["realisasi_anggaran Rp. 1,9 Triliun", "persen 95%", "anggaran Rp. 2 Trilyun"],
    ),
    "N50 dari target rupiah": (
        "Realisasi sebesar Rp 610.000.000 dari target sebesar Rp 600.000.000",
        ["realisasi_anggaran Rp 610.000.000", "anggaran Rp 600.000.000"],
    ),
    "N51 maka turun": (
        "Target Pajak Hotel sebesar Rp. 90.000.000 terealisasi sebesar Rp. 81.000.000 atau 90% maka turun sebesar "
        "Rp. 9.000.000",
        ["anggaran Rp. 90.000.000", "realisasi_anggaran Rp. 81.000.000", "persen 90%", "selisih Rp. 9.000.000"],
    ),
    "N52 dari anggaran": (
        "Dari anggaran Rp 200 miliar telah terealisasi Rp 190 miliar atau mencapai 95%",
        ["anggaran Rp 200 miliar", "realisasi_anggaran Rp 190 miliar", "persen 95%"],
    ),
    "N53 penyerapan di angka": (
        "Penyerapan berada di angka 91,5% dengan sisa anggaran sebesar Rp 85.000.000",
        ["persen 91,5%", "sisa Rp 85.000.000"],
    ),
    "N54 tertinggi dan terendah": (
        "Serapan anggaran mencapai 93,2% dengan serapan tertinggi sebesar 99,1% (Kecamatan Barat) dan terendah 70,4%",
        ["persen 93,2%", "lain? 99,1%", "lain? 70,4%"],
    ),
    "N55 efisiensi": (
        "Capaian 101.2% dan memiliki efisiensi anggaran sebesar 8,4%",
        ["capaian? 101.2%", "lain? 8,4%"],
    ),
    "N57 borang kosong": (
        "Memperoleh alokasi anggaran sebesar Rp. ..... dan terealisasi sebesar Rp. ..... atau .... %",
        [],
    ),
    "kurung dan ekor": (
        "Total anggaran Rp. 5.000.000,00,- dengan realisasi Rp. 4.900.000,00 (98%)",
        ["anggaran Rp. 5.000.000,00,-", "realisasi_anggaran Rp. 4.900.000,00", "persen 98%"],
    ),
    "fisik dan keuangan": (
        "Sampai akhir tahun pencapaian fisik 99,3%, dan keuangan sebesar Rp 70.000.000 (95,0%)",
        ["fisik 99,3%", "realisasi_anggaran Rp 70.000.000", "persen 95,0%"],
    ),
    "persen dan sisa di depan target": (
        "Diperoleh retribusi sebesar Rp 4.800.000 (120%) dari target Rp 4.000.000",
        ["realisasi_anggaran Rp 4.800.000", "persen 120%", "anggaran Rp 4.000.000"],
    ),
    "setara dengan": (
        "Realisasi anggaran sebesar Rp. 4.900.000 atau setara dengan 98% realisasi fisik 100%",
        ["realisasi_anggaran Rp. 4.900.000", "persen 98%", "fisik 100%"],
    ),
    "salah ketik": (
        "Alokasi angaran sebesar Rp 10.000.000 realiasi anggran seebsar Rp 9.000.000 atau 90 prosen",
        ["anggaran Rp 10.000.000", "realisasi_anggaran Rp 9.000.000", "persen 90 prosen"],
    ),
    "pembagian pagu": (
        "Anggaran APBN sebesar Rp 18.000.000 terdiri dari dekonsentrasi Rp 10.000.000 dan tugas "
        "pembantuan Rp 8.000.000",
        ["anggaran Rp 18.000.000", "bagian? Rp 10.000.000", "bagian? Rp 8.000.000"],
    ),
}

STRUKTUR = {
    "N58 program dan kegiatan": (
        "Renja dijabarkan dalam 5 program, 11 kegiatan dan 30 sub kegiatan",
        ["cacah 5 program", "cacah 11 kegiatan", "cacah 30 sub"],
    ),
    "N59 terbilang": ("Dinas ini melaksanakan 8 (delapan) Kegiatan", ["cacah 8"]),
    "N60 pegawai": ("Sekretariat didukung oleh 41 PNS", ["lain? 41 PNS"]),
    "N61 meliputi": (
        "Rencana memuat 7 Program (meliputi 6 Program Teknis dan 1 Program Rutin) dan 15 kegiatan",
        ["cacah 7 Program", "bagian? 6 Program", "bagian? 1 Program", "cacah 15 kegiatan"],
    ),
    "N62 rentang": ("Kisaran target 90.50% - 92.75%", ["target 90.50% - 92.75%"]),
    "N63 rumus": ("Jumlah aduan selesai/ Jumlah aduan masuk X 100%", []),
    "N64 rumus dibagi": ("Jumlah aduan selesai dibagi jumlah aduan masuk dikalikan 100%", []),
    "N65 tetapan dalam rumus": ("(Jumlah peserta : Jumlah calon peserta=120.500) x 100", []),
    "N66 dikali": ("Jumlah kasus selesai : jumlah kasus dilaporkan dikali 100%", []),
}

NYARIS = {
    "N01": ("Sasaran ini belum mencapai target yang disepakati pada 3 kecamatan", ["lain? 3 kecamatan"]),
    "N02": ("Perubahan target 2 kali dilakukan karena pandemi", ["target 2 kali"]),
    "N06-N08": ("Untuk mencapai target tersebut dilaksanakan pelatihan bagi 40 orang", ["lain? 40 orang"]),
    "N12": ("Target dan realisasi indikator ini sebesar 90%", ["lain? 90%"]),
    "N19": ("Sasaran ini mencapai target kinerja sebesar 98,5%", ["lain? 98,5%"]),
    "N22": ("Terdapat 3 indikator yang belum tercapai", ["cacah? 3 indikator"]),
    "N24": ("Program Peningkatan Jalan sepanjang 4,5 km", ["lain? 4,5 km"]),
    "N27": ("Pemeriksaan dilakukan terhadap 12 sampel dari 40 sampel", ["lain? 12 sampel", "lain? 40 sampel"]),
    "N30": ("Persentase kenaikan kelas sebesar 98%", ["nilai? 98%"]),
    "N33": ("Modal berubah menjadi usaha rakyat di 5 desa", ["lain? 5 desa"]),
    "N38": ("Luas lahan di atas 40 persen", ["lain? 40 persen"]),
    "N40": ("Sisa 4 peserta mengulang ujian", ["lain? 4 peserta"]),
    "N41": ("Anggaran untuk pelatihan calon pekerja sebanyak 25 orang tidak diserap", ["lain? 25 orang"]),
    "N51": ("Bantuan Rp 5.000.000 diserahkan kepada warga", ["lain? Rp 5.000.000"]),
    "N58": ("Kegiatan ini diikuti 50 peserta", ["lain? 50 peserta"]),
    "N61": (
        "Misi ini terdiri dari 4 Sasaran Strategis dan diukur melalui 9 indikator",
        ["cacah? 4 Sasaran", "cacah? 9 indikator"],
    ),
    "N62": ("Rencana Strategis 2021 - 2026 telah disahkan", []),
    "N63": ("Jumlah laporan dibagi menurut 3 jenis", ["lain? 3 jenis"]),
    "kegiatan bernama peningkatan": (
        "Kegiatan Peningkatan Kapasitas Penyuluh sebesar Rp 60.000.000 dengan penyerapan 96%",
        ["anggaran? Rp 60.000.000", "persen 96%"],
    ),
    "bagian dengan satuan lain": (
        "Bantuan tersebar di 16 kota meliputi 58 kelurahan",
        ["lain? 16 kota", "lain? 58 kelurahan"],
    ),
    "target yang dicapai": ("Hasil target yang dicapai dari indikator ini sebesar 100%", ["lain? 100%"]),
    "bagian dari populasi": (
        "Populasi menurun sebesar 3,5 poin, dari 9 (sembilan) komoditas hanya satu yang naik",
        ["selisih 3,5 poin", "lain? 9"],
    ),
    "anggaran dari sekian kegiatan": (
        "Total anggaran Rp 25.000.000 dari 5 kegiatan",
        ["anggaran Rp 25.000.000", "cacah? 5 kegiatan"],
    ),
    "cacah milik satu sasaran": ("Nilai ini diperoleh dari 2 indikator", ["cacah? 2 indikator"]),
    "jangka waktu": ("Hasil dicapai dalam kurun waktu 1 (satu) tahun", ["lain? 1"]),
    "keuangan tanpa fisik": ("Pengelolaan keuangan sebesar Rp 5.000.000", ["lain? Rp 5.000.000"]),
    "kata kerja sesudah realisasi": ("Realisasi naik sebesar 5%", ["selisih 5%"]),
    "kegiatan dengan jumlah": ("Terdapat kegiatan 3 angkatan", ["lain? 3 angkatan"]),
}


def _cases() -> list[object]:
    tables = (
        TARGET_REALISASI_CAPAIAN,
        PERBANDINGAN,
        ANGGARAN,
        STRUKTUR,
        {f"nyaris {key}": row for key, row in NYARIS.items()},
    )
    return [pytest.param(*row, id=key) for table in tables for key, row in table.items()]


@pytest.mark.parametrize(("sentence", "expected"), _cases())
def test_roles_of_a_family(sentence: str, expected: list[str]) -> None:
    assert roles(sentence) == expected
