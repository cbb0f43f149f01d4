"""Sheets of an older kind, one per position, without the decree they belong to; the office is invented."""

from __future__ import annotations

from samples.isi import (
    ButirIsi,
    HalamanLembar,
    IndikatorIsi,
    KelompokIsi,
    LampiranIsi,
    LembarIsi,
    RumusIsi,
    butir,
    kata,
    rasio,
)

JUDUL = "KEPUTUSAN KEPALA DINAS PERPUSTAKAAN DAN KEARSIPAN"
TERISI = LampiranIsi(nomor_lampiran="I", judul=JUDUL, nomor="041/ 52 /437.61/2018", tanggal="3 April 2018")
KOSONG = LampiranIsi(nomor_lampiran="II", judul=JUDUL, nomor="041/ /437.61/2018", tanggal="")


def _dibagi(pembilang: str, penyebut: str) -> RumusIsi:
    return rasio("{a} dibagi {b} dikalikan 100%", pembilang, penyebut)


def _garis_miring(pembilang: str, penyebut: str) -> RumusIsi:
    return rasio("{a} / {b} X 100%", pembilang, penyebut)


def _satu(sasaran: str, nama: str, rumus: RumusIsi, sumber: str) -> KelompokIsi:
    """A row of its own."""
    return KelompokIsi(sasaran=sasaran, indikator=(IndikatorIsi(kunci=nama, nama=nama, rumus=rumus, sumber=sumber),))


def _hitungan(sasaran: str, tanda: str, sumber: str, *nama: str, mengalir: bool = True) -> KelompokIsi:
    """Counts with marks in one cell, whose formulas repeat their names."""
    indikator = tuple(
        IndikatorIsi(kunci=isi, tanda=t, nama=isi, rumus=kata("hitungan", isi), sumber=sumber)
        for t, isi in zip(tanda, nama, strict=True)
    )
    return KelompokIsi(sasaran=sasaran, satu_sel=True, mengalir=mengalir, indikator=indikator)


KADIS = LembarIsi(
    kunci="kadis",
    jabatan="KEPALA DINAS PERPUSTAKAAN DAN KEARSIPAN",
    tugas=(ButirIsi(tanda=None, teks="Memimpin urusan perpustakaan dan kearsipan kabupaten"),),
    fungsi=butir(
        "Penetapan arah kebijakan perpustakaan dan kearsipan;",
        "Pengendalian layanan perpustakaan;",
        "Pengendalian layanan kearsipan; dan",
        "Pelaksanaan tugas lain dari Bupati.",
    ),
    kelompok=(
        KelompokIsi(
            sasaran="Meningkatnya kegemaran membaca masyarakat",
            indikator=(
                IndikatorIsi(
                    kunci="kunjungan",
                    nama="Persentase peningkatan kunjungan perpustakaan",
                    rumus=rasio(
                        "({a}) / {b} X 100%",
                        "Jumlah kunjungan tahun n - Jumlah kunjungan tahun n-1",
                        "Jumlah kunjungan tahun n-1",
                    ),
                    sumber="Buku tamu perpustakaan",
                    penanggung_jawab=("Bidang Layanan Perpustakaan",),
                ),
                IndikatorIsi(
                    kunci="desa",
                    nama="Persentase perpustakaan desa yang dibina",
                    rumus=_garis_miring("Jumlah perpustakaan desa yang dibina", "Jumlah perpustakaan desa"),
                    sumber="Laporan pembinaan",
                    penanggung_jawab=("Bidang Layanan Perpustakaan",),
                ),
            ),
        ),
        KelompokIsi(
            sasaran="Meningkatnya ketertiban arsip perangkat daerah",
            indikator=(
                IndikatorIsi(
                    kunci="arsip",
                    nama="Persentase perangkat daerah yang menata arsip",
                    rumus=_garis_miring("Jumlah perangkat daerah yang menata arsip", "Jumlah perangkat daerah"),
                    sumber="Hasil pemeriksaan arsip",
                    penanggung_jawab=("Bidang Kearsipan",),
                ),
            ),
        ),
    ),
)

SEKRETARIS = LembarIsi(
    kunci="sekretaris",
    jabatan="SEKRETARIS",
    tugas=(ButirIsi(tanda=None, teks="Mengatur surat, kepegawaian, keuangan, dan perlengkapan kantor"),),
    fungsi=butir("Penyusunan rencana kerja kantor;", "Pengelolaan keuangan; dan", "Pengelolaan barang kantor."),
    kelompok=(
        KelompokIsi(
            sasaran="Lancarnya pelayanan kantor",
            indikator=tuple(
                IndikatorIsi(
                    kunci=kunci,
                    tanda=tanda,
                    nama=f"Persentase {kunci} yang dilayani",
                    rumus=_dibagi(f"Jumlah {kunci} yang dilayani", f"jumlah {kunci} yang masuk"),
                    sumber="Buku permintaan",
                )
                for tanda, kunci in (("a", "permintaan perlengkapan"), ("b", "usul kenaikan pangkat"))
            ),
        ),
    ),
)

KABID = LembarIsi(
    kunci="kabid",
    jabatan="KABID LAYANAN PERPUSTAKAAN",
    tugas=(ButirIsi(tanda=None, teks="Menyelenggarakan layanan baca dan pinjam buku"),),
    fungsi=butir("Penambahan bahan pustaka;", "Pelayanan pembaca; dan", "Pembinaan perpustakaan desa."),
    kelompok=(
        _satu(
            "Meningkatnya mutu bahan pustaka",
            "Persentase bahan pustaka yang diolah",
            _garis_miring("Jumlah bahan pustaka yang diolah", "Jumlah bahan pustaka yang diterima"),
            "Buku induk",
        ),
    ),
)

KASUBAG_UMUM = LembarIsi(
    kunci="umum",
    jabatan="KASUBAG UMUM DAN KEPEGAWAIAN",
    tugas=butir("Mencatat surat;", "Merawat gedung dan kendaraan; dan", "Mengurus kepegawaian."),
    kelompok=(
        _hitungan(
            "Terlayaninya kebutuhan kantor",
            "abc",
            "Laporan rumah tangga",
            "Jumlah surat yang dicatat",
            "Jumlah rapat yang disiapkan",
            "Jumlah alat tulis yang dibagikan",
        ),
        _hitungan("Terawatnya barang kantor", "ab", "", "Jumlah perbaikan gedung", "Jumlah perawatan kendaraan dinas"),
    ),
)

KASUBAG_KEUANGAN = LembarIsi(
    kunci="keuangan",
    jabatan="KASUBAG KEUANGAN",
    tugas=butir("Menyusun anggaran;", "Membukukan pengeluaran; dan", "Melaporkan keuangan."),
    kelompok=(
        _hitungan(
            "Tertibnya pembukuan",
            "cde",
            "Laporan keuangan",
            "Jumlah bukti yang diperiksa",
            "Jumlah pembukuan harian",
            "Jumlah laporan bulanan",
        ),
    ),
)

KASI = LembarIsi(
    kunci="kasi",
    jabatan="KERALA SEKSI PENGOLAHAN BAHAN PUSTAKA",
    label_tugas="TUGASI",
    tugas=butir("Memberi nomor buku;", "Memasang label; dan", "Memasukkan buku ke katalog."),
    kelompok=(
        _satu(
            "Terolahnya bahan pustaka",
            "Jumlah buku yang masuk katalog",
            kata("hitungan", "Jumlah buku yang masuk katalog"),
            "Katalog",
        ),
    ),
)

PENGADMINISTRASI = LembarIsi(
    kunci="pengadministrasi",
    jabatan="PENGADMINISTRASI PERPUSTAKAAN",
    label_tugas="TUGASI",
    tugas=butir("Menerima pengunjung;", "Mencatat pinjaman; dan", "Menyimpan kartu anggota."),
    kelompok=(
        _hitungan(
            "Terlayaninya pengunjung",
            "aab",
            "Buku tamu",
            "Jumlah pengunjung yang dicatat",
            "Jumlah pinjaman yang dicatat",
            "Jumlah kartu anggota yang disimpan",
        ),
    ),
)

PENGELOLA_ARSIP = LembarIsi(
    kunci="arsip",
    jabatan="PENGELOLA ARSIP",
    label_tugas="TUGASI",
    tugas=butir("Memilah arsip;", "Menyusun daftar arsip; dan", "Menyusutkan arsip."),
    kelompok=(
        _hitungan(
            "Tertatanya arsip",
            "ab",
            "Daftar arsip",
            "Jumlah arsip yang dipilah",
            "Jumlah arsip yang disusutkan",
            mengalir=False,
        ),
    ),
)

HALAMAN: tuple[HalamanLembar, ...] = (
    HalamanLembar(lampiran=TERISI, lembar=(KADIS, SEKRETARIS)),
    HalamanLembar(lampiran=KOSONG, lembar=(KABID, KASUBAG_UMUM, KASUBAG_KEUANGAN)),
    HalamanLembar(lampiran=KOSONG, lembar=(KASI, PENGADMINISTRASI)),
    HalamanLembar(lampiran=KOSONG, lembar=(PENGADMINISTRASI, PENGELOLA_ARSIP)),
)
