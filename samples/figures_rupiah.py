"""Money figures of the invented office: budget leaves and assets, in rupiah."""

from __future__ import annotations

# Outline number, name, anggaran, realisasi; only the leaves carry money, the rest is summed from them.
ANGGARAN: tuple[tuple[str, str, int | None, int | None], ...] = (
    ("1", "PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH", None, None),
    ("1.1", "Perencanaan dan Evaluasi Kinerja Perangkat Daerah", None, None),
    ("1.1.1", "Penyusunan Dokumen Perencanaan", 45_000_000, 43_875_500),
    ("1.1.2", "Evaluasi Kinerja Tahunan", 38_500_000, 37_912_250),
    ("1.2", "Administrasi Keuangan Perangkat Daerah", None, None),
    ("1.2.1", "Penyediaan Gaji dan Tunjangan Pegawai", 4_215_600_000, 4_102_338_914),
    ("1.2.2", "Penyusunan Laporan Keuangan Akhir Tahun", 12_400_000, 11_986_000),
    ("1.3", "Administrasi Umum Perangkat Daerah", None, None),
    ("1.3.1", "Penyediaan Komponen Listrik Bangunan Kantor", 15_250_000, 15_104_750),
    ("1.3.2", "Penyediaan Bahan Logistik Kantor", 20_000_000, 19_999_900),
    ("1.3.3", "Penyediaan Barang Cetakan", 18_750_000, 17_630_400),
    ("1.3.4", "Penyelenggaraan Rapat Koordinasi dan Konsultasi", 164_325_000, 158_917_650),
    ("1.4", "Penyediaan Jasa Penunjang Kantor", None, None),
    ("1.4.1", "Penyediaan Jasa Komunikasi, Air, dan Listrik", 132_480_000, 121_846_337),
    ("1.4.2", "Penyediaan Jasa Pelayanan Umum Kantor", 286_900_000, 281_450_000),
    ("1.5", "Pemeliharaan Barang Milik Daerah", None, None),
    ("1.5.1", "Pemeliharaan Kendaraan Dinas Operasional Lapangan", 96_400_000, 88_274_115),
    ("1.5.2", "Pemeliharaan Gedung Kantor dan Pos Jaga", 210_000_000, 207_985_600),
    ("2", "PROGRAM PENGELOLAAN JARINGAN IRIGASI", None, None),
    ("2.1", "Rehabilitasi Jaringan Irigasi", None, None),
    ("2.1.1", "Rehabilitasi Saluran Primer", 6_845_000_000, 6_712_404_880),
    ("2.1.2", "Peningkatan Saluran Sekunder", 2_380_750_000, 2_301_668_425),
    ("2.1.3", "Perbaikan Pintu Air dan Bangunan Bagi", 415_600_000, 409_117_300),
    ("2.2", "Operasi dan Pemeliharaan Irigasi", None, None),
    (
        "2.2.1",
        "Operasi Jaringan Irigasi pada Daerah Irigasi Kewenangan Kabupaten",
        1_126_300_000,
        1_098_742_560,
    ),
    ("2.2.2", "Pemeliharaan Rutin Saluran", 874_250_000, 861_390_775),
    ("2.2.3", "Operasi dan Pemeliharaan Bendung Gerak", 145_000_000, 139_642_500),
    ("2.3", "Penanganan Darurat Tanggul", None, None),
    ("2.3.1", "Penanganan Tanggul Kritis", 512_000_000, 486_275_900),
    ("2.3.2", "Penyediaan Bahan Penanggulangan Luapan", 98_500_000, 97_000_000),
    ("2.4", "Keselamatan Konstruksi Irigasi", None, None),
    ("2.4.1", "Pembinaan Keselamatan di Lokasi Pekerjaan", 0, 0),
    ("3", "PROGRAM PEMBERDAYAAN PETANI PEMAKAI AIR", None, None),
    ("3.1", "Penguatan Perkumpulan Petani Pemakai Air", None, None),
    ("3.1.1", "Pelatihan Pengurus Perkumpulan", 186_400_000, 179_935_200),
    ("3.1.2", "Fasilitasi Badan Hukum Perkumpulan", 64_200_000, 63_118_000),
    ("3.2", "Pengaturan Giliran Air", None, None),
    ("3.2.1", "Penyusunan Rencana Tata Tanam", 92_750_000, 91_604_300),
    ("3.2.2", "Pengawasan Giliran Air", 128_000_000, 124_377_850),
    ("3.3", "Mediasi Pembagian Air", None, None),
    ("3.3.1", "Fasilitasi Musyawarah Petani", 57_600_000, 52_413_700),
)

# Outline number, name, number of pieces, price of all of them; only the leaves carry both.
ASET: tuple[tuple[str, str, int | None, int | None], ...] = (
    ("1", "Gedung dan Bangunan", None, None),
    ("1.1", "Bangunan Gedung", None, None),
    ("1.1.1", "Gedung Kantor Induk", 1, 2_450_000_000),
    ("1.1.2", "Pos Jaga Bendung", 6, 312_600_000),
    ("2", "Peralatan dan Mesin", None, None),
    ("2.1", "Alat Angkutan", None, None),
    ("2.1.1", "Mobil Bak Terbuka", 3, 585_000_000),
    ("2.1.2", "Sepeda Motor Lapangan", 14, 238_700_000),
    ("2.2", "Alat Besar", None, None),
    ("2.2.1", "Ekskavator Mini", 1, 915_000_000),
    ("2.2.2", "Pompa Air", 8, 164_400_000),
    ("2.3", "Alat Kantor", None, None),
    ("2.3.1", "Komputer Meja", 22, 241_230_000),
    ("2.3.2", "Pencetak", 9, 28_350_000),
    ("2.3.3", "Meja Kerja", 30, 27_000_000),
)


def jumlah_anggaran(nomor: str) -> tuple[int, int]:
    """Anggaran and realisasi of an outline number: itself or the leaves below it; "" gives the total."""
    awal = f"{nomor}." if nomor else ""
    daun = [
        (a, r)
        for kode, _, a, r in ANGGARAN
        if a is not None and r is not None and (kode == nomor or kode.startswith(awal))
    ]
    return sum(a for a, _ in daun), sum(r for _, r in daun)


def jumlah_aset(nomor: str) -> int:
    """Price of an outline number: itself or the leaves below it; "" gives the total."""
    awal = f"{nomor}." if nomor else ""
    return sum(
        harga for kode, _, _, harga in ASET if harga is not None and (kode == nomor or kode.startswith(awal))
    )
