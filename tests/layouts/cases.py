"""The layouts: what each one shows and how it looks, in a set to tune on and a set to measure on."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace

from samples.blocks import Blok, Halaman, Judul, Naskah, Paragraf, TabelCetak
from tests.layouts import content
from tests.layouts.content import LATIH, UJI, Isi
from tests.layouts.style import Garis, Gaya


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """One layout of one set, with the tables that should be read from it."""

    name: str
    gaya: Gaya
    naskah: Naskah

    @property
    def tabel(self) -> tuple[TabelCetak, ...]:
        """The truth: the logical tables in order."""
        return tuple(b for b in self.naskah.blok if isinstance(b, TabelCetak))


Isian = Callable[[Isi], tuple[Blok, ...]]


def _teks(isi: Isi, kalimat: int = 3) -> Paragraf:
    return Paragraf(text=content.paragraf(isi, kalimat))


def _capaian(jumlah: int, **pilihan: object) -> Isian:
    return lambda isi: (_teks(isi), content.capaian(isi, jumlah, **pilihan), _teks(isi))  # type: ignore[arg-type]


def _anggaran(jumlah: int, panjang: int = 2) -> Isian:
    return lambda isi: (_teks(isi), content.anggaran(isi, jumlah, panjang=panjang), _teks(isi))


def _datar(isi: Isi) -> tuple[Blok, ...]:
    kepala = ("Indikator Kinerja", "Target", "Realisasi", "Capaian", "Selisih")
    return _teks(isi), content.polos(isi, 14, "Tabel 3.2 Perbandingan Kinerja", kepala), _teks(isi)


def _panjang(jumlah: int, kosong: float = 0.0) -> Isian:
    kepala = ("Indikator Kinerja", "Target", "Realisasi", "Capaian")
    judul = "Tabel 3.2 Perbandingan Kinerja"
    return lambda isi: (
        _teks(isi),
        content.polos(isi, jumlah, judul, kepala, panjang=3, kosong=kosong),
        _teks(isi),
    )


def _lebar(isi: Isi) -> tuple[Blok, ...]:
    """Thirteen columns."""
    kepala = ("Program", *(f"{apa} {tahun}" for tahun in range(2019, 2025) for apa in ("T", "R")))
    return _teks(isi), content.polos(isi, 24, "Tabel 3.5 Target dan Realisasi", kepala, panjang=2), _teks(isi)


def _lintas(isi: Isi) -> tuple[Blok, ...]:
    """Two tables of four columns with other headings; the second begins at the top of a page, without caption."""
    satu = content.polos(isi, 8, "Tabel 3.2 Kinerja", ("Indikator", "Target", "Realisasi", "Capaian"))
    dua = content.polos(isi, 6, "", ("Uraian Belanja", "Pagu", "Terpakai", "Serapan"))
    return _teks(isi), satu, Halaman(), dua, _teks(isi)


def _kalimat_di_puncak(isi: Isi) -> tuple[Blok, ...]:
    """The same headings twice; a sentence at the top of the new page parts them."""
    kepala = ("Indikator", "Target", "Realisasi", "Capaian")
    satu = content.polos(isi, 8, "Tabel 3.2 Kinerja", kepala)
    dua = content.polos(isi, 6, "", kepala)
    return _teks(isi), satu, Halaman(), _teks(isi, 1), dua, _teks(isi)


def _dua_tabel(isi: Isi) -> tuple[Blok, ...]:
    """Two tables of five columns each, the second without caption, nothing but a gap between."""
    satu = content.polos(isi, 5, "Tabel 3.2 Kinerja", ("Indikator", "Target", "Realisasi", "Capaian", "Ket."))
    dua = content.polos(isi, 4, "", ("Uraian Belanja", "Pagu", "Terpakai", "Serapan", "Sisa"))
    return _teks(isi), satu, dua, _teks(isi)


def _berurutan(isi: Isi) -> tuple[Blok, ...]:
    """The same headings twice, with a caption or a sentence between; the second begins on a new page."""
    kepala = ("Indikator", "Target", "Realisasi", "Capaian")
    return (
        _teks(isi),
        content.polos(isi, 6, "Tabel 3.2 Kinerja Tahun 2021", kepala),
        _teks(isi, 1),
        content.polos(isi, 22, "Tabel 3.3 Kinerja Tahun 2022", kepala),
        content.polos(isi, 24, "Tabel 3.4 Kinerja Tahun 2023", kepala),
        _teks(isi),
    )


def _matriks(isi: Isi) -> tuple[Blok, ...]:
    return _teks(isi), content.matriks(isi, 9), _teks(isi), content.tiga_tingkat(isi, 8)


def _tegak(isi: Isi) -> tuple[Blok, ...]:
    return _teks(isi), content.matriks(isi, 8), _teks(isi)


def _rumus(isi: Isi) -> tuple[Blok, ...]:
    return _teks(isi), content.rumus(isi, 9), _teks(isi)


_DASAR = Gaya()
BENTUK: tuple[tuple[str, Gaya, Isian], ...] = (
    ("dasar", _DASAR, _capaian(26)),
    ("kepala-tidak-diulang", replace(_DASAR, ulang_kepala=False), _anggaran(60)),
    ("garis-datar", replace(_DASAR, garis=Garis.DATAR), _datar),
    ("tanpa-garis", replace(_DASAR, garis=Garis.KOSONG), _datar),
    ("putar-90", replace(_DASAR, putar=90), _capaian(14)),
    ("putar-270", replace(_DASAR, putar=270), _capaian(14)),
    ("mendatar", replace(_DASAR, mendatar=True), _capaian(20)),
    ("baris-terpotong", replace(_DASAR, pecah_baris=True), _anggaran(48, 7)),
    ("gabungan-lintas-halaman", _DASAR, _capaian(40, besar=(6, 9))),
    ("gabungan-lintas-tanpa-ulang", replace(_DASAR, ulang_kepala=False), _capaian(40, besar=(6, 9))),
    ("dua-tabel", _DASAR, _dua_tabel),
    ("berurutan", _DASAR, _berurutan),
    ("kaki-rapat", replace(_DASAR, kaki=2.0), _anggaran(70, 1)),
    ("garis-ganda", replace(_DASAR, garis=Garis.GANDA), _capaian(18)),
    ("kotak-tipis", replace(_DASAR, garis=Garis.KOTAK), _capaian(18)),
    ("kepala-berwarna", replace(_DASAR, warna="#1f4e79", huruf_kepala_putih=True), _capaian(24)),
    ("angka-sempit", replace(_DASAR, sempit=0.5), _capaian(16)),
    ("kepala-tegak", replace(_DASAR, tegak=True), _tegak),
    ("zebra", replace(_DASAR, zebra=True, warna="#dddddd"), _capaian(24, besar=(1, 1))),
    ("zebra-tanpa-garis", replace(_DASAR, zebra=True, garis=Garis.DATAR), _datar),
    ("pecahan", _DASAR, _rumus),
    ("kepala-bertingkat", _DASAR, _matriks),
    ("datar-panjang", replace(_DASAR, garis=Garis.DATAR), _panjang(44)),
    ("datar-gabungan", replace(_DASAR, garis=Garis.DATAR), _capaian(26)),
    ("tanpa-garis-panjang", replace(_DASAR, garis=Garis.KOSONG), _panjang(44)),
    ("tanpa-garis-tanpa-ulang", replace(_DASAR, garis=Garis.KOSONG, ulang_kepala=False), _panjang(44)),
    ("tanpa-garis-uang", replace(_DASAR, garis=Garis.KOSONG), _anggaran(20, 1)),
    ("sel-kosong", _DASAR, _panjang(30, 0.5)),
    ("tanpa-batas-luar", replace(_DASAR, garis=Garis.DALAM), _capaian(26)),
    ("garis-titik", replace(_DASAR, garis=Garis.TITIK), _capaian(22)),
    ("garis-abu", replace(_DASAR, warna_garis="#c8c8c8"), _capaian(22)),
    ("kop-berulang", replace(_DASAR, kop=True), _anggaran(64, 1)),
    ("kop-tanpa-ulang", replace(_DASAR, kop=True, ulang_kepala=False, kaki=2.0), _anggaran(64, 1)),
    ("teks-rapat", replace(_DASAR, antara=1.0), _capaian(14)),
    ("kolom-banyak", replace(_DASAR, mendatar=True, jarak=2.0), _lebar),
    ("lintas-halaman-lain", _DASAR, _lintas),
    ("kalimat-di-puncak", _DASAR, _kalimat_di_puncak),
    ("potong-tanpa-ulang", replace(_DASAR, pecah_baris=True, ulang_kepala=False), _anggaran(48, 7)),
    ("nomor-kolom", _DASAR, _capaian(30, nomor=True)),
)

_LATIH_HURUF = (("Times", 9.0), ("Helvetica", 8.5))
_UJI_HURUF = (("Helvetica", 7.8), ("Times", 10.2), ("Courier", 7.0))


def _ubah(gaya: Gaya, acak: random.Random, held_out: bool) -> Gaya:
    """Another font, other margins, another weight of rules."""
    huruf, ukuran = acak.choice(_UJI_HURUF if held_out else _LATIH_HURUF)
    kiri, kanan = (acak.uniform(38, 85) if held_out else acak.uniform(50, 72) for _ in range(2))
    atas, bawah = (acak.uniform(45, 95) if held_out else acak.uniform(55, 75) for _ in range(2))
    return replace(
        gaya,
        huruf=huruf,
        ukuran=ukuran,
        tepi=(kiri, atas, kanan, bawah),
        tebal=acak.choice((0.3, 0.75, 1.0) if held_out else (0.5,)),
        jarak=acak.uniform(2.0, 5.5) if held_out else 3.0,
    )


def layouts(*, held_out: bool = False, putaran: int = 1) -> tuple[Layout, ...]:
    """All layouts of a set, `putaran` variants of each; the two sets share no seed, words or geometry."""
    semua = []
    for putar in range(putaran):
        for nama, gaya, isian in BENTUK:
            acak = random.Random(f"{'uji' if held_out else 'latih'}-{nama}-{putar}")
            isi = Isi(acak=acak, kata=UJI if held_out else LATIH)
            gaya_ini = _ubah(gaya, acak, held_out)
            blok = (Judul(text="A. Uraian Kinerja", level=2), *isian(isi))
            akhir = f"-{putar + 1}" if putaran > 1 else ""
            semua.append(Layout(name=nama + akhir, gaya=gaya_ini, naskah=Naskah(judul="Uraian Kinerja", blok=blok)))
    return tuple(semua)
