"""Short reports that stand beside other documents of their office: figures, and the errors planted in them.

The province's figures of 2020 are those that its public report prints; its figures of 2021, and all figures of the two
other offices, are invented.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from samples.figures import DINAS as IRIGASI
from samples.figures import INDIKATOR, TAHUN
from samples.figures import KABUPATEN as SUKAMULYA
from samples.isi_indikator import DINAS as PERIKANAN


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisSeri:
    """One indicator of a short report.

    Attributes:
        nama: as this report writes it; another document of the office may write it differently.
        lalu: realisasi of the year before.
        turun: lower is better.
    """

    kunci: str
    sasaran: str
    nama: str
    satuan: str
    target: str
    lalu: str
    realisasi: str
    turun: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LaporanSeri:
    """A short report of one office and year; `urusan` is what the office does, for the running text."""

    kantor: str
    tahun: int
    urusan: str
    baris: tuple[BarisSeri, ...]

    def ganti(self, ubah: Mapping[str, Mapping[str, str] | None]) -> LaporanSeri:
        """The same report with changed fields of some indicators; None drops an indicator."""
        baris = (replace(b, **ubah.get(b.kunci) or {}) for b in self.baris if ubah.get(b.kunci, {}) is not None)
        return replace(self, baris=tuple(baris))


@dataclass(frozen=True, slots=True, kw_only=True)
class GalatSeri:
    """An error between two documents: which file is accused, which one it is held against, what both print."""

    kode: str
    berkas: str
    acuan: str
    kunci: str
    nama: str
    salah: str
    benar: str
    sebab: str


_NAMA_2023 = {
    "jaringan": "Presentase jaringan irigasi kondisi baik",
    "sawah": "Persentase luas sawah beririgasi yg terlayani air",
    "p3a": "% Peningkatan Perkumpulan Petani Pemakai Air (P3A) yang Aktif",
    "sakip": "Nilai SAKIP",
    "ikm": "Indeks Kepuasan Masyarakat (IKM)",
}
"""How the report of the year before writes some names."""

_SASARAN_IRIGASI = ("Meningkatnya keandalan layanan air", "Menguatnya lembaga petani", "Meningkatnya tata kelola")

IRIGASI_2023 = LaporanSeri(
    kantor=f"{IRIGASI} {SUKAMULYA}",
    tahun=TAHUN - 1,
    urusan="membagi air irigasi dan memelihara salurannya",
    baris=tuple(
        BarisSeri(
            kunci=i.kunci,
            sasaran=_SASARAN_IRIGASI[i.sasaran],
            nama=_NAMA_2023.get(i.kunci, i.nama),
            satuan=i.satuan,
            target=i.renstra[2],
            lalu=i.lalu[0],
            realisasi=i.lalu[1],
            turun=i.turun,
        )
        for i in INDIKATOR
        if i.kunci in ("jaringan", "sawah", "debit", "tanggap", "p3a", "konflik", "sakip", "ikm")
    ),
)


def _baris(kunci: str, sasaran: str, nama: str, satuan: str, *angka: str, turun: bool = False) -> BarisSeri:
    target, lalu, realisasi = angka
    return BarisSeri(
        kunci=kunci,
        sasaran=sasaran,
        nama=nama,
        satuan=satuan,
        target=target,
        lalu=lalu,
        realisasi=realisasi,
        turun=turun,
    )


_MANUSIA, _EKONOMI = "Meningkatnya mutu hidup penduduk", "Menguatnya ekonomi dan prasarana"

PROVINSI_2021 = LaporanSeri(
    kantor="Pemerintah Provinsi Sumatera Utara",
    tahun=2021,
    urusan="menyelenggarakan urusan pemerintahan yang menjadi kewenangan provinsi",
    baris=(
        _baris("ipm", _MANUSIA, "Indeks Pembangunan Manusia (IPM)", "poin", "72,05", "71,77", "72,11"),
        _baris("uhh", _MANUSIA, "Usia Harapan Hidup (UHH)", "tahun", "69,20", "69,10", "69,31"),
        _baris("rls", _MANUSIA, "Rata-rata Lama Sekolah", "tahun", "9,70", "9,54", "9,62"),
        _baris("ipg", _MANUSIA, "Indeks Pembangunan Gender", "poin", "91,00", "90,71", "90,84"),
        _baris("tpt", _EKONOMI, "Tingkat Pengangguran Terbuka (TPT)", "%", "6,20", "6,91", "6,44", turun=True),
        _baris("miskin", _EKONOMI, "Persentase Kemiskinan", "%", "8,60", "8,75", "8,69", turun=True),
        _baris("jalan", _EKONOMI, "Tingkat Kemantapan Jalan Provinsi", "%", "84,00", "82,27", "83,15"),
        _baris("listrik", _EKONOMI, "Rasio Elektrifikasi", "%", "100", "99,82", "99,90"),
    ),
)

_IKAN, _NELAYAN, _DINAS = (
    "Meningkatnya hasil dan mutu perikanan",
    "Meningkatnya kesejahteraan nelayan",
    "Meningkatnya akuntabilitas dan mutu layanan Dinas",
)

PERIKANAN_2025 = LaporanSeri(
    kantor=PERIKANAN,
    tahun=2025,
    urusan="membina pembudi daya ikan dan nelayan serta menjaga mutu hasil perikanan",
    baris=(
        _baris("produksi", _IKAN, "Persentase Peningkatan Produksi Ikan Budidaya", "%", "4,50", "4,12", "4,61"),
        _baris("naik", _IKAN, "Prosentase Kelompok Pembudidaya yang Naik Kelas", "%", "12,00", "10,40", "11,75"),
        _baris(
            "mutu", _IKAN, "Persentase Sampel Hasil Perikanan Memenuhi Syarat Mutu", "%", "96,00", "95,20", "96,80"
        ),
        _baris("ntn", _NELAYAN, "Nilai Tukar Nelayan (NTN)", "indeks", "104,25", "103,60", "104,02"),
        _baris("pendapatan", _NELAYAN, "Rata-rata Pendapatan Nelayan", "juta rupiah", "31,50", "29,80", "31,74"),
        _baris("sakip", _DINAS, "Nilai SAKIP Dinas Perikanan", "nilai", "81,00", "79,65", "80,42"),
        _baris("ikm", _DINAS, "Indeks Kepuasan Masyarakat (IKM)", "nilai", "85,50", "84,90", "86,12"),
        _baris("patuh", _DINAS, "Indeks Kepatuhan Internal", "nilai", "78,00", "74,30", "79,15"),
    ),
)

PROVINSI_KELIRU = PROVINSI_2021.ganti({"tpt": {"lalu": "6,19"}, "jalan": {"lalu": "83,27"}})
PERIKANAN_KELIRU = PERIKANAN_2025.ganti({"produksi": {"target": "4,05"}, "patuh": None})

GALAT_SERI: tuple[GalatSeri, ...] = (
    GalatSeri(
        kode="LIN002",
        berkas="lkjip/provinsi-2021-keliru",
        acuan="the public report of 2020, which is not among the samples",
        kunci="tpt",
        nama="Tingkat Pengangguran Terbuka (TPT)",
        salah="6,19",
        benar="6,91",
        sebab="the realisasi of 2020 was 6,91; two digits exchanged make the fall look like a rise",
    ),
    GalatSeri(
        kode="LIN002",
        berkas="lkjip/provinsi-2021-keliru",
        acuan="the public report of 2020, which is not among the samples",
        kunci="jalan",
        nama="Tingkat Kemantapan Jalan Provinsi",
        salah="83,27",
        benar="82,27",
        sebab="the realisasi of 2020 was 82,27",
    ),
    GalatSeri(
        kode="LIN001",
        berkas="lkjip/perikanan-2025-keliru",
        acuan="perjanjian/pk-kepala-dinas",
        kunci="produksi",
        nama="Persentase Peningkatan Produksi Ikan Budidaya",
        salah="4,05",
        benar="4,50",
        sebab="the agreement promises 4,50 persen; the report prints 4,05 as its target everywhere",
    ),
    GalatSeri(
        kode="LIN003",
        berkas="lkjip/perikanan-2025-keliru",
        acuan="keputusan/iku-benar",
        kunci="patuh",
        nama="Indeks Kepatuhan Internal",
        salah="(missing)",
        benar="the row",
        sebab="the decree sets it as a main indicator; the report does not measure it",
    ),
    GalatSeri(
        kode="LIN002",
        berkas="lkjip/dinas-keliru",
        acuan="lkjip/irigasi-2023",
        kunci="konflik",
        nama="Jumlah Konflik Pembagian Air Antarpetani",
        salah="54",
        benar="51",
        sebab="the report of 2023 counted 51 conflicts",
    ),
)
