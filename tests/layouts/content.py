"""Invented tables for the layouts; a seed decides words, figures and sizes."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from samples.blocks import Baris, Pecahan, Sel, TabelCetak


@dataclass(frozen=True, slots=True, kw_only=True)
class Kosakata:
    """Words of one set of layouts; two sets share none of their subjects."""

    awalan: tuple[str, ...]
    pokok: tuple[str, ...]
    keterangan: tuple[str, ...]
    satuan: tuple[str, ...]


LATIH = Kosakata(
    awalan=("Persentase", "Jumlah", "Rata-rata", "Indeks", "Cakupan", "Tingkat"),
    pokok=("kelompok nelayan", "dermaga rakyat", "hasil tangkapan", "kolam budidaya", "tempat pelelangan ikan"),
    keterangan=("yang dibina", "berkondisi layak", "di pesisir utara", "sesuai baku mutu", "selama musim barat"),
    satuan=("%", "kelompok", "ton", "unit", "nilai"),
)
UJI = Kosakata(
    awalan=("Rasio", "Proporsi", "Nilai", "Banyaknya", "Angka", "Capaian"),
    pokok=("pustaka desa", "arsip daerah", "pengunjung taman baca", "naskah kuno", "pengelola dokumentasi", "buku"),
    keterangan=("yang terdaftar", "menurut kecamatan", "dengan akreditasi", "yang didigitalkan", "tiap semester"),
    satuan=("persen", "judul", "orang", "desa", "indeks"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Isi:
    """Source of invented texts and figures."""

    acak: random.Random
    kata: Kosakata

    def nama(self, panjang: int = 2) -> str:
        """An indicator of a length."""
        ekor = " ".join(self.acak.choice(self.kata.keterangan) for _ in range(panjang))
        return f"{self.acak.choice(self.kata.awalan)} {self.acak.choice(self.kata.pokok)} {ekor}"

    def sasaran(self) -> str:
        """A sasaran."""
        return f"Meningkatnya mutu {self.acak.choice(self.kata.pokok)} {self.acak.choice(self.kata.keterangan)}"

    def pecahan(self) -> str:
        """A figure with two decimals, with or without per cent sign; now and then a dash."""
        angka = f"{self.acak.randint(1, 199)},{self.acak.randint(0, 99):02d}"
        return self.acak.choices((angka, f"{angka}%", "-"), (6, 3, 1))[0]

    def uang(self) -> str:
        """An amount of rupiah."""
        return f"{self.acak.randint(1_000_000, 9_999_999_999):,}".replace(",", ".")


def _tengah(*teks: str, bold: bool = False) -> tuple[Sel, ...]:
    return tuple(Sel(isi=t, align="center", bold=bold) for t in teks)


def _kepala(*sel: str | Sel | None) -> Baris:
    return Baris(
        kunci="kepala", sel=tuple(Sel(isi=s, align="center", bold=True) if isinstance(s, str) else s for s in sel)
    )


def _lebar_kepala(teks: str, colspan: int) -> Sel:
    return Sel(isi=teks, colspan=colspan, align="center", bold=True)


def _tinggi_kepala(teks: str, rowspan: int) -> Sel:
    return Sel(isi=teks, rowspan=rowspan, align="center", bold=True)


def _nomor(jumlah: int) -> Baris:
    return _kepala(*(str(n) for n in range(1, jumlah + 1)))


def _kelompok(isi: Isi, jumlah: int, besar: tuple[int, int]) -> Iterator[Sel | None]:
    """A sasaran cell merged over a few rows, then None for the rows it covers."""
    sisa = jumlah
    while sisa:
        tinggi = min(sisa, isi.acak.randint(*besar))
        yield Sel(isi=isi.sasaran(), rowspan=tinggi)
        yield from (None for _ in range(tinggi - 1))
        sisa -= tinggi


def capaian(
    isi: Isi,
    jumlah: int,
    *,
    judul: str = "Tabel 3.1 Capaian Kinerja",
    nomor: bool = False,
    besar: tuple[int, int] = (2, 4),
) -> TabelCetak:
    """Sasaran merged over its indicators, satuan, target, realisasi, capaian."""
    baris = [
        Baris(
            kunci=str(n),
            sel=(sasaran, Sel(isi=isi.nama()), *_tengah(isi.acak.choice(isi.kata.satuan)), *_angka(isi, 3)),
        )
        for n, sasaran in enumerate(_kelompok(isi, jumlah, besar))
    ]
    kepala = [_kepala("Sasaran Strategis", "Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian")]
    return TabelCetak(
        kunci="capaian",
        caption=judul,
        kolom=("sasaran", "indikator", "satuan", "target", "realisasi", "capaian"),
        lebar=(22, 32, 12, 11, 12, 11),
        kepala=tuple([*kepala, _nomor(6)] if nomor else kepala),
        baris=tuple(baris),
    )


def _angka(isi: Isi, jumlah: int) -> tuple[Sel, ...]:
    return _tengah(*(isi.pecahan() for _ in range(jumlah)))


def polos(
    isi: Isi, jumlah: int, judul: str, kepala: Sequence[str], *, panjang: int = 1, kosong: float = 0.0
) -> TabelCetak:
    """A table without merged cells: a name, then figures under the given headings, a share of them blank."""
    baris = []
    for n in range(jumlah):
        angka = [Sel() if isi.acak.random() < kosong else sel for sel in _angka(isi, len(kepala) - 1)]
        baris.append(Baris(kunci=str(n), sel=(Sel(isi=isi.nama(panjang)), *angka)))
    sisa = 60 / (len(kepala) - 1)
    return TabelCetak(
        kunci="polos",
        caption=judul,
        kolom=tuple(kepala),
        lebar=(40, *(sisa for _ in kepala[1:])),
        kepala=(_kepala(*kepala),),
        baris=tuple(baris),
    )


def matriks(isi: Isi, jumlah: int, *, judul: str = "Tabel 2.1 Target Rencana Strategis") -> TabelCetak:
    """Target years under a heading of two rows."""
    tahun = [str(isi.acak.choice((2019, 2021, 2023)) + n) for n in range(5)]
    atas = _kepala(
        _tinggi_kepala("Indikator", 2), _tinggi_kepala("Satuan", 2), _lebar_kepala("Target Tahun", 5), *(None,) * 4
    )
    baris = [
        Baris(kunci=str(n), sel=(Sel(isi=isi.nama()), *_tengah(isi.acak.choice(isi.kata.satuan)), *_angka(isi, 5)))
        for n in range(jumlah)
    ]
    return TabelCetak(
        kunci="matriks",
        caption=judul,
        kolom=("indikator", "satuan", *tahun),
        lebar=(33, 12, 11, 11, 11, 11, 11),
        kepala=(atas, _kepala(None, None, *tahun)),
        baris=tuple(baris),
    )


def tiga_tingkat(isi: Isi, jumlah: int) -> TabelCetak:
    """A heading of three rows with merged cells in both directions."""
    satu = _kepala(
        _tinggi_kepala("No", 3),
        _tinggi_kepala("Indikator Kinerja", 3),
        _lebar_kepala("Capaian Kinerja", 4),
        *(None,) * 3,
        _tinggi_kepala("Ket.", 3),
    )
    dua = _kepala(None, None, _lebar_kepala("Tahun 2021", 2), None, _lebar_kepala("Tahun 2022", 2), None, None)
    tiga = _kepala(None, None, "Target", "Realisasi", "Target", "Realisasi", None)
    baris = [
        Baris(kunci=str(n), sel=(*_tengah(str(n + 1)), Sel(isi=isi.nama(1)), *_angka(isi, 4), Sel(isi="Tetap")))
        for n in range(jumlah)
    ]
    return TabelCetak(
        kunci="tiga",
        caption="Tabel 3.4 Perbandingan Dua Tahun",
        kolom=("no", "indikator", "t1", "r1", "t2", "r2", "ket"),
        lebar=(6, 38, 11, 12, 11, 12, 10),
        kepala=(satu, dua, tiga),
        baris=tuple(baris),
    )


def anggaran(isi: Isi, jumlah: int, *, panjang: int = 2) -> TabelCetak:
    """Outline numbers with amounts."""
    baris = []
    for n in range(jumlah):
        kode = f"{n // 6 + 1}" if n % 6 == 0 else f"{n // 6 + 1}.{n % 6}"
        uang = tuple(Sel(isi=isi.uang(), align="right") for _ in range(2))
        baris.append(Baris(kunci=kode, sel=(Sel(isi=kode), Sel(isi=isi.nama(panjang)), *uang, *_angka(isi, 1))))
    return TabelCetak(
        kunci="anggaran",
        caption="Tabel 3.8 Realisasi Anggaran",
        kolom=("no", "nama", "anggaran", "realisasi", "persen"),
        lebar=(8, 42, 20, 20, 10),
        kepala=(_kepala("No", "Program / Kegiatan", "Anggaran (Rp)", "Realisasi (Rp)", "%"),),
        baris=tuple(baris),
    )


def rumus(isi: Isi, jumlah: int) -> TabelCetak:
    """Stacked fractions in the cells."""
    baris = []
    for n in range(jumlah):
        atas, bawah = (f"{isi.acak.randint(1, 90)}.{isi.acak.randint(100, 999)}" for _ in range(2))
        ekor = f" × 100 = {isi.acak.randint(1, 99)},{isi.acak.randint(10, 99)}"
        pecah = Sel(isi=Pecahan(pembilang=atas, penyebut=bawah, ekor=ekor), align="center")
        baris.append(Baris(kunci=str(n), sel=(*_tengah(str(n + 1)), Sel(isi=isi.nama(1)), pecah, *_angka(isi, 2))))
    return TabelCetak(
        kunci="rumus",
        caption="Tabel 3.9 Pengukuran Kinerja",
        kolom=("no", "indikator", "realisasi", "target", "capaian"),
        lebar=(6, 36, 34, 12, 12),
        kepala=(_kepala("No", "Indikator Kinerja", "Realisasi", "Target", "Capaian (%)"),),
        baris=tuple(baris),
    )


def paragraf(isi: Isi, kalimat: int) -> str:
    """Running text."""
    satu: Callable[[], str] = lambda: f"{isi.nama(2)} tercatat {isi.acak.randint(2, 90)} pada tahun ini."  # noqa: E731
    return " ".join(satu() for _ in range(kalimat))
