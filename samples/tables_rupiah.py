"""Tables of the sample report about people, assets and money."""

from __future__ import annotations

from itertools import groupby

from samples.blocks import Baris, Sel, TabelCetak
from samples.figures import STAF, TAHUN, Indikator
from samples.figures_rupiah import ANGGARAN, ASET, jumlah_anggaran, jumlah_aset
from samples.tables import Daftar, kepala, nomor_kolom, per_sasaran, tengah
from samples.tulisan import angka, desimal, persen, rupiah


def _kanan(*teks: str) -> tuple[Sel, ...]:
    return tuple(Sel(isi=t, align="right") for t in teks)


def staf() -> TabelCetak:
    """People by position, with their sum."""
    baris = [
        Baris(kunci=jabatan, sel=(*tengah(str(n)), Sel(isi=jabatan), *tengah(pangkat, sekolah, str(jumlah))))
        for n, (jabatan, pangkat, sekolah, jumlah) in enumerate(STAF, start=1)
    ]
    total = str(sum(jumlah for *_, jumlah in STAF))
    sel = (Sel(isi="J U M L A H", colspan=4, align="center", bold=True), None, None, None, *tengah(total))
    baris.append(Baris(kunci="jumlah", sel=sel))
    return TabelCetak(
        kunci="staf",
        caption=f"Tabel 1.1 Susunan Pegawai Menurut Jabatan Tahun {TAHUN}",
        kolom=("no", "jabatan", "pangkat", "pendidikan", "jumlah"),
        lebar=(30, 160, 150, 80, 61),
        kepala=(kepala("No", "Jabatan", "Pangkat / Golongan", "Pendidikan", "Jumlah"),),
        baris=tuple(baris),
    )


def aset() -> TabelCetak:
    """Assets in an outline, with their sum."""
    baris = [
        Baris(
            kunci=kode,
            sel=(
                Sel(isi=kode),
                Sel(isi=nama, bold=unit is None),
                *tengah("" if unit is None else str(unit)),
                *_kanan(rupiah(jumlah_aset(kode))),
                *tengah("" if unit is None else "Baik"),
            ),
        )
        for kode, nama, unit, _ in ASET
    ]
    jumlah = Sel(isi="JUMLAH", colspan=3, align="center", bold=True)
    baris.append(Baris(kunci="jumlah", sel=(jumlah, None, None, *_kanan(rupiah(jumlah_aset(""))), Sel())))
    return TabelCetak(
        kunci="aset",
        caption=f"Tabel 1.2 Sarana dan Prasarana Tahun {TAHUN}",
        kolom=("no", "nama", "unit", "harga", "keterangan"),
        lebar=(44, 197, 60, 110, 70),
        kepala=(
            kepala("No", "Nama / Jenis Barang", "Jumlah Barang (unit)", "Harga (Rp)", "Keterangan"),
            nomor_kolom(5),
        ),
        baris=tuple(baris),
    )


def _uang(nilai: int) -> str:
    return f"{rupiah(nilai)},-" if nilai else "-"


def _per_kegiatan(daftar: Daftar) -> list[int]:
    """Per indicator how many rows its budget cell covers; 0 where the cell above covers it."""
    rentang: list[int] = []
    for _, kelompok in groupby(daftar, key=lambda i: i.kegiatan):
        jumlah = len(list(kelompok))
        rentang += [jumlah, *(0,) * (jumlah - 1)]
    return rentang


def _gabung(teks: str, rentang: int) -> Sel | None:
    return Sel(isi=teks, rowspan=rentang, align="right") if rentang else None


def alokasi(daftar: Daftar) -> TabelCetak:
    """Money per sasaran; two indicators paid from one kegiatan share a merged cell."""
    baris = []
    for (sasaran, i), rentang in zip(per_sasaran(daftar), _per_kegiatan(daftar), strict=True):
        anggaran, realisasi = jumlah_anggaran(i.kegiatan)
        uang = (_uang(anggaran), _uang(realisasi), persen(realisasi, anggaran))
        baris.append(
            Baris(kunci=i.kunci, sel=(sasaran, Sel(isi=i.nama), *(_gabung(t, rentang) for t in uang)))
        )
    anggaran, realisasi = jumlah_anggaran("")
    jumlah = Sel(isi="JUMLAH", colspan=2, align="center", bold=True)
    total = _kanan(_uang(anggaran), _uang(realisasi), persen(realisasi, anggaran))
    baris.append(Baris(kunci="jumlah", sel=(jumlah, None, *total)))
    return TabelCetak(
        kunci="alokasi",
        caption=f"Tabel 3.5 Alokasi Anggaran per Sasaran Tahun {TAHUN}",
        kolom=("sasaran", "indikator", "anggaran", "realisasi", "persen"),
        lebar=(92, 147, 99, 99, 44),
        kepala=(
            kepala("Sasaran", "Indikator Kinerja", "Anggaran (Rp)", "Realisasi Anggaran (Rp)", "Serapan (%)"),
        ),
        baris=tuple(baris),
    )


def _efisiensi(indikator: Indikator) -> str:
    anggaran, realisasi = jumlah_anggaran(indikator.kegiatan)
    if not anggaran:
        return "-"
    return desimal(angka(indikator.capaian) - angka(persen(realisasi, anggaran)))


def efisiensi(daftar: Daftar) -> TabelCetak:
    """Capaian minus share of the budget spent; that share is one merged cell where money is shared."""
    baris = []
    for (sasaran, i), rentang in zip(per_sasaran(daftar), _per_kegiatan(daftar), strict=True):
        anggaran, realisasi = jumlah_anggaran(i.kegiatan)
        serapan = _gabung(persen(realisasi, anggaran), rentang)
        baris.append(
            Baris(
                kunci=i.kunci,
                sel=(sasaran, Sel(isi=i.nama), *_kanan(i.capaian), serapan, *_kanan(_efisiensi(i))),
            )
        )
    return TabelCetak(
        kunci="efisiensi",
        caption=f"Tabel 3.6 Efisiensi Penggunaan Sumber Daya Tahun {TAHUN}",
        kolom=("sasaran", "indikator", "capaian", "serapan", "efisiensi"),
        lebar=(102, 175, 68, 68, 68),
        kepala=(
            kepala(
                "Sasaran",
                "Indikator Kinerja",
                "% Capaian Kinerja",
                "% Capaian Anggaran",
                "Tingkat Efisiensi (%)",
            ),
        ),
        baris=tuple(baris),
    )


def anggaran() -> TabelCetak:
    """Program, kegiatan and sub kegiatan in an outline over several pages."""
    kode_semua = [("", "DINAS PENGELOLAAN IRIGASI")] + [(kode, nama) for kode, nama, _, _ in ANGGARAN]
    baris = []
    for kode, nama in kode_semua:
        pagu, realisasi = jumlah_anggaran(kode)
        uang = _kanan(rupiah(pagu), rupiah(realisasi), persen(realisasi, pagu), rupiah(pagu - realisasi))
        nomor = f"{kode}." if kode and "." not in kode else kode
        tebal = kode.count(".") == 0
        baris.append(Baris(kunci=kode or "total", sel=(Sel(isi=nomor), Sel(isi=nama, bold=tebal), *uang)))
    return TabelCetak(
        kunci="anggaran",
        caption=f"Tabel 3.7 Realisasi Anggaran Tahun {TAHUN}",
        kolom=("no", "nama", "anggaran", "realisasi", "persen", "sisa"),
        lebar=(36, 167, 86, 86, 40, 74),
        kepala=(
            kepala(
                "No", "Program / Kegiatan / Sub Kegiatan", "Anggaran (Rp)", "Realisasi (Rp)", "%", "Sisa (Rp)"
            ),
            nomor_kolom(6),
        ),
        baris=tuple(baris),
    )
