"""Figures of the invented office; both sample reports draw from them (the wrong one: `samples.errors`).

What a report would print is kept as printed text (`101,91`), because how a number is printed is part of the
sample. Sums, shares and differences are not kept: `samples.tables` derives them from the leaves.
"""

from __future__ import annotations

from dataclasses import dataclass

DINAS = "Dinas Pengelolaan Irigasi"
KABUPATEN = "Kabupaten Sukamulya"
TAHUN = 2024
TUJUAN = "Mewujudkan pertanian berair cukup sepanjang tahun"

SASARAN = (
    "Meningkatnya keandalan layanan air irigasi",
    "Meningkatnya peran kelembagaan petani pemakai air",
    "Meningkatnya tata kelola perangkat daerah",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rumus:
    """Formula of an indicator and the raw figures put into it.

    Attributes:
        kata: numerator and denominator in words; the denominator is "" where there is no ratio.
        mentah: the same two in figures, None where no raw figures are printed.
        faktor: what is printed behind the fraction (` × 100 %`).
    """

    kata: tuple[str, str]
    mentah: tuple[str, str] | None = None
    faktor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Indikator:
    """One indicator with everything the report prints of it.

    Attributes:
        sasaran: index into SASARAN.
        turun: lower is better.
        target_pk: the target as the agreement prints it.
        lalu: realisasi of 2022 and 2023.
        renstra: start (2021) and targets 2022 to 2026.
        capaian_akhir: realisasi against the target of 2026.
        nasional: target and realisasi of the nation, "" for blank.
        kegiatan: outline number of the budget row that pays for it.
    """

    kunci: str
    sasaran: int
    nama: str
    satuan: str
    turun: bool = False
    target: str
    target_pk: str
    realisasi: str
    capaian: str
    predikat: str
    lalu: tuple[str, str]
    renstra: tuple[str, str, str, str, str, str]
    capaian_akhir: str
    nasional: tuple[str, str] = ("", "")
    rumus: Rumus
    kegiatan: str


INDIKATOR = (
    Indikator(
        kunci="jaringan",
        sasaran=0,
        nama="Persentase Jaringan Irigasi dalam Kondisi Baik",
        satuan="%",
        target="71,50",
        target_pk="71,50",
        realisasi="71,29",
        capaian="99,72",
        predikat="Sangat Baik",
        lalu=("69,10", "70,25"),
        renstra=("68,40", "69,00", "70,00", "71,50", "73,00", "75,00"),
        capaian_akhir="95,07",
        nasional=("-", "68,50"),
        rumus=Rumus(
            kata=("Panjang jaringan berkondisi baik (m)", "Panjang seluruh jaringan (m)"),
            mentah=("18.460", "25.891"),
            faktor=" × 100",
        ),
        kegiatan="2.1",
    ),
    Indikator(
        kunci="sawah",
        sasaran=0,
        nama="Persentase Luas Sawah Beririgasi yang Terlayani Air",
        satuan="%",
        target="88,30",
        target_pk="88,3",
        realisasi="89,99",
        capaian="101,91",
        predikat="Sangat Baik",
        lalu=("86,75", "87,42"),
        renstra=("85,90", "86,50", "87,40", "88,30", "89,20", "90,00"),
        capaian_akhir="99,99",
        nasional=("90,00", "88,75"),
        rumus=Rumus(
            kata=("Luas sawah yang terlayani air (ha)", "Luas seluruh sawah beririgasi (ha)"),
            mentah=("31.046", "34.500"),
            faktor=" × 100",
        ),
        kegiatan="2.2",
    ),
    Indikator(
        kunci="debit",
        sasaran=0,
        nama="Rata-Rata Debit Air Irigasi per Hektar",
        satuan="liter/detik/ha",
        target="1,20",
        target_pk="1,20",
        realisasi="1,21",
        capaian="100,61",
        predikat="Sangat Baik",
        lalu=("1,14", "1,18"),
        renstra=("1,10", "1,12", "1,16", "1,20", "1,24", "1,28"),
        capaian_akhir="94,32",
        rumus=Rumus(
            kata=("Debit pada seluruh pintu ambil (liter/detik)", "Luas sawah beririgasi (ha)"),
            mentah=("41.652", "34.500"),
        ),
        kegiatan="2.2",
    ),
    Indikator(
        kunci="tanggap",
        sasaran=0,
        nama="Rata-Rata Waktu Tanggap Penanganan Kerusakan Tanggul",
        satuan="jam",
        turun=True,
        target="24",
        target_pk="24",
        realisasi="21,00",
        capaian="112,50",
        predikat="Sangat Baik",
        lalu=("29,25", "26,50"),
        renstra=("30", "28", "26", "24", "22", "20"),
        capaian_akhir="95,00",
        rumus=Rumus(kata=("Selang waktu dari laporan diterima sampai regu tiba, dirata-rata setahun", "")),
        kegiatan="2.3",
    ),
    Indikator(
        kunci="kecelakaan",
        sasaran=0,
        nama="Jumlah Kecelakaan Kerja di Lokasi Pekerjaan",
        satuan="kejadian",
        turun=True,
        target="0",
        target_pk="0",
        realisasi="0",
        capaian="100,00",
        predikat="Sangat Baik",
        lalu=("1", "0"),
        renstra=("2", "1", "1", "0", "0", "0"),
        capaian_akhir="100,00",
        rumus=Rumus(kata=("Penjumlahan kejadian pada buku keselamatan selama setahun", "")),
        kegiatan="2.4",
    ),
    Indikator(
        kunci="p3a",
        sasaran=1,
        nama="Persentase Peningkatan Perkumpulan Petani Pemakai Air yang Aktif",
        satuan="%",
        target="2,00",
        target_pk="2,00",
        realisasi="-1,44",
        capaian="-71,77",
        predikat="Sangat Kurang",
        lalu=("1,20", "1,46"),
        renstra=("1,00", "1,25", "1,50", "2,00", "2,50", "3,00"),
        capaian_akhir="-47,85",
        rumus=Rumus(
            kata=("Perkumpulan aktif tahun n dikurangi tahun n-1", "Perkumpulan aktif tahun n-1"),
            mentah=("412 - 418", "418"),
            faktor=" × 100",
        ),
        kegiatan="3.1",
    ),
    Indikator(
        kunci="gilir",
        sasaran=1,
        nama="Persentase Ketepatan Jadwal Gilir Air",
        satuan="%",
        target="95,00 – 97,00",
        target_pk="95,00 – 97,00",
        realisasi="96,40",
        capaian="100,00",
        predikat="Sangat Baik",
        lalu=("93,20", "94,60"),
        renstra=(
            "92,00",
            "93,00 – 95,00",
            "94,00 – 96,00",
            "95,00 – 97,00",
            "95,50 – 97,50",
            "96,00 – 98,00",
        ),
        capaian_akhir="100,00",
        rumus=Rumus(
            kata=("Giliran yang berjalan sesuai jadwal", "Seluruh giliran yang dijadwalkan"),
            mentah=("482", "500"),
            faktor=" × 100",
        ),
        kegiatan="3.2",
    ),
    Indikator(
        kunci="konflik",
        sasaran=1,
        nama="Jumlah Konflik Pembagian Air Antarpetani",
        satuan="kejadian",
        turun=True,
        target="40",
        target_pk="40",
        realisasi="46",
        capaian="85,00",
        predikat="Baik",
        lalu=("58", "51"),
        renstra=("60", "55", "48", "40", "35", "30"),
        capaian_akhir="46,67",
        rumus=Rumus(kata=("Penjumlahan perselisihan air pada catatan juru pengairan setahun", "")),
        kegiatan="3.3",
    ),
    Indikator(
        kunci="sakip",
        sasaran=2,
        nama="Nilai SAKIP Perangkat Daerah",
        satuan="nilai",
        target="80,25",
        target_pk="80,25",
        realisasi="81,07",
        capaian="101,02",
        predikat="Sangat Baik",
        lalu=("78,36", "79,80"),
        renstra=("77,50", "78,25", "79,25", "80,25", "81,25", "82,25"),
        capaian_akhir="98,57",
        rumus=Rumus(kata=("Hasil evaluasi Inspektorat Daerah", "")),
        kegiatan="1",
    ),
    Indikator(
        kunci="ikm",
        sasaran=2,
        nama="Indeks Kepuasan Masyarakat",
        satuan="nilai",
        target="84",
        target_pk="84",
        realisasi="86,40",
        capaian="102,85",
        predikat="Sangat Baik",
        lalu=("82,15", "83,62"),
        renstra=("81", "82", "83", "84", "85", "86"),
        capaian_akhir="100,47",
        rumus=Rumus(kata=("Hasil survei kepuasan atas sembilan unsur layanan", "")),
        kegiatan="1",
    ),
)

SKALA = (
    ("≥ 90,00", "Sangat Baik"),
    ("75,00 – 89,99", "Baik"),
    ("65,00 – 74,99", "Cukup"),
    ("50,00 – 64,99", "Kurang"),
    ("< 50,00", "Sangat Kurang"),
)

STAF = (
    ("Kepala Dinas", "Pembina Utama Muda (IV/c)", "S2", 1),
    ("Sekretaris", "Pembina Tingkat I (IV/b)", "S2", 1),
    ("Kepala Bidang", "Pembina (IV/a)", "S2", 3),
    ("Kepala Subbagian", "Penata Tingkat I (III/d)", "S1", 3),
    ("Pengamat Irigasi", "Penata (III/c)", "S1", 11),
    ("Juru Pengairan", "Pengatur (II/c)", "SLTA", 24),
    ("Pengadministrasi", "Pengatur Muda (II/a)", "SLTA", 4),
)
