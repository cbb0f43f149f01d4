"""The clean decree: indicators of an invented fisheries office, its regulations being real ones."""

from __future__ import annotations

from samples.isi import ButirIsi, KeputusanIsi, LampiranIsi, PejabatIsi, RujukanIsi, butir
from samples.isi_indikator import (
    DINAS,
    KABID_BUDIDAYA,
    KABID_DAYA_SAING,
    KABUPATEN,
    KASUBAG_PERENCANAAN,
    KASUBAG_UMUM,
    SEKRETARIS,
    UTAMA,
)

NOMOR = "188/ 27 /KEP/431.118/2025"
TANGGAL = "6 Januari 2025"
_LN, _TLN = "Lembaran Negara Republik Indonesia", "Tambahan Lembaran Negara Republik Indonesia"


def _negara(tahun: int, nomor: int, tambahan: int | None = None) -> tuple[str, ...]:
    """Gazette of the state."""
    umum = (f"{_LN} Tahun {tahun} Nomor {nomor}",)
    return umum if tambahan is None else (*umum, f"{_TLN} Nomor {tambahan}")


PEDOMAN_IKU = RujukanIsi(
    jenis="Peraturan Menteri Negara Pendayagunaan Aparatur Negara",
    nomor="PER/09/M.PAN/5/2007",
    tahun=2007,
    tahun_dicetak=False,
    tentang="Pedoman Umum Penetapan Indikator Kinerja Utama di Lingkungan Instansi Pemerintah",
)

MENGINGAT: tuple[RujukanIsi, ...] = (
    RujukanIsi(
        jenis="Undang-Undang",
        nomor="31",
        tahun=2004,
        tentang="Perikanan",
        pengumuman=_negara(2004, 118, 4433),
        pengubah=RujukanIsi(
            jenis="Undang-Undang",
            nomor="45",
            tahun=2009,
            tentang="Perubahan atas Undang-Undang Nomor 31 Tahun 2004 tentang Perikanan",
            pengumuman=_negara(2009, 154, 5073),
        ),
    ),
    RujukanIsi(
        jenis="Undang-Undang",
        nomor="23",
        tahun=2014,
        tentang="Pemerintahan Daerah",
        pengumuman=_negara(2014, 244, 5587),
        kata_pengubah="sebagaimana telah diubah beberapa kali terakhir dengan",
        pengubah=RujukanIsi(
            jenis="Undang-Undang",
            nomor="6",
            tahun=2023,
            tentang="Penetapan Peraturan Pemerintah Pengganti Undang-Undang Nomor 2 Tahun 2022 "
            "tentang Cipta Kerja menjadi Undang-Undang",
            pengumuman=_negara(2023, 41, 6856),
        ),
    ),
    RujukanIsi(
        jenis="Undang-Undang",
        nomor="7",
        tahun=2016,
        tentang="Perlindungan dan Pemberdayaan Nelayan, Pembudi Daya Ikan, dan Petambak Garam",
        pengumuman=_negara(2016, 68, 5870),
    ),
    RujukanIsi(
        jenis="Peraturan Pemerintah",
        nomor="8",
        tahun=2006,
        tentang="Pelaporan Keuangan dan Kinerja Instansi Pemerintah",
        pengumuman=_negara(2006, 25, 4614),
    ),
    RujukanIsi(
        jenis="Peraturan Presiden",
        nomor="29",
        tahun=2014,
        tentang="Sistem Akuntabilitas Kinerja Instansi Pemerintah",
        pengumuman=_negara(2014, 80),
    ),
    PEDOMAN_IKU,
    RujukanIsi(
        jenis="Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi",
        nomor="53",
        tahun=2014,
        tentang="Petunjuk Teknis Perjanjian Kinerja, Pelaporan Kinerja dan Tata Cara Reviu atas Laporan Kinerja "
        "Instansi Pemerintah",
        pengumuman=("Berita Negara Republik Indonesia Tahun 2014 Nomor 1842",),
    ),
    RujukanIsi(
        jenis=f"Peraturan Daerah {KABUPATEN}",
        nomor="4",
        tahun=2024,
        tentang="Rencana Pembangunan Jangka Panjang Daerah Tahun 2025-2045",
        pengumuman=(f"Lembaran Daerah {KABUPATEN} Tahun 2024 Nomor 4",),
    ),
    RujukanIsi(
        jenis="Peraturan Bupati Randualas",
        nomor="61",
        tahun=2022,
        tentang="Kedudukan, Susunan Organisasi, Tugas dan Fungsi, serta Tata Kerja Dinas Perikanan",
        pengumuman=(f"Berita Daerah {KABUPATEN} Tahun 2022 Nomor 61",),
    ),
)

MENIMBANG = (
    (
        ButirIsi(
            tanda="a",
            teks="bahwa agar hasil kerja Dinas dapat diukur dengan cara yang sama dari tahun ke tahun, setiap sasaran "
            f"memerlukan ukuran keberhasilan sebagaimana dikehendaki {PEDOMAN_IKU.teks};",
        ),
        (PEDOMAN_IKU,),
    ),
    (
        ButirIsi(
            tanda="b",
            teks="bahwa sehubungan dengan huruf a, ukuran keberhasilan Dinas dan para pejabatnya perlu dituangkan "
            f"dalam Keputusan Kepala {DINAS};",
        ),
        (),
    ),
)

DIKTUM = (
    (
        "KESATU",
        "Indikator Kinerja Utama (IKU) Dinas Perikanan tercantum dalam Lampiran I yang tidak terpisahkan dari "
        "Keputusan ini.",
    ),
    (
        "KEDUA",
        "Indikator Kinerja Individu (IKI) para pejabat di lingkungan Dinas Perikanan tercantum dalam Lampiran II "
        "yang tidak terpisahkan dari Keputusan ini.",
    ),
    (
        "KETIGA",
        "Rencana kerja, perjanjian kinerja, dan laporan kinerja disusun dengan berpedoman pada indikator sebagaimana "
        "dimaksud dalam diktum KESATU dan diktum KEDUA.",
    ),
    ("KEEMPAT", "Keputusan ini berlaku sejak tanggal ditetapkan."),
)


def isi_benar() -> KeputusanIsi:
    """The clean decree."""
    penetap = f"Kepala {DINAS}"
    return KeputusanIsi(
        kop=(
            f"PEMERINTAH {KABUPATEN.upper()}",
            "DINAS PERIKANAN",
            "Jalan Tambak Raya Nomor 9 Randualas, Telepon (0299) 412233",
        ),
        penetap=penetap,
        nomor=NOMOR,
        tentang=f"Indikator Kinerja Utama dan Indikator Kinerja Individu {DINAS} Tahun 2025",
        tempat="Randualas",
        tanggal=TANGGAL,
        pejabat=PejabatIsi(
            jabatan=penetap,
            nama="Ir. Suryo Wibisana, M.P.",
            pangkat="Pembina Utama Muda",
            nip="19710412 199703 1 004",
        ),
        menimbang=MENIMBANG,
        mengingat=MENGINGAT,
        diktum=DIKTUM,
        lampiran=tuple(
            LampiranIsi(nomor_lampiran=n, judul=f"Keputusan {penetap}", nomor=NOMOR, tanggal=TANGGAL)
            for n in ("I", "II")
        ),
        unit=DINAS,
        visi="Randualas Makmur dari Laut, Sungai, dan Tambak",
        misi="Misi ke-2: Menggerakkan usaha rakyat di pesisir dan perdesaan",
        tujuan="Meningkatnya pendapatan pelaku usaha perikanan",
        tugas="Membantu Bupati dalam urusan pemerintahan bidang kelautan dan perikanan yang menjadi wewenang kabupaten",
        fungsi=butir(
            "perumusan kebijakan perikanan budi daya dan perikanan tangkap;",
            "pembinaan nelayan, pembudi daya, dan pengolah ikan;",
            "pengawasan mutu hasil perikanan;",
            "pengelolaan tempat pelelangan ikan;",
            "penyelenggaraan administrasi Dinas; dan",
            "pelaksanaan fungsi lain yang diberikan Bupati.",
        ),
        utama=UTAMA,
        lembar=(SEKRETARIS, KABID_BUDIDAYA, KABID_DAYA_SAING, KASUBAG_PERENCANAAN, KASUBAG_UMUM),
    )
