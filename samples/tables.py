"""Tables of the sample report about performance, made from the figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import groupby

from samples.blocks import Baris, Pecahan, Sel, TabelCetak
from samples.figures import SASARAN, SKALA, TAHUN, TUJUAN, Indikator
from samples.tulisan import angka, desimal

Daftar = Sequence[Indikator]


def kepala(*teks: str | Sel | None, kunci: str = "kepala") -> Baris:
    """A heading row; plain texts become centred bold cells, None stands under a merged cell."""
    sel = [Sel(isi=t, align="center", bold=True) if isinstance(t, str) else t for t in teks]
    return Baris(kunci=kunci, sel=tuple(sel))


def gabung(teks: str, *, rowspan: int = 1, colspan: int = 1) -> Sel:
    """A merged heading cell."""
    return Sel(isi=teks, rowspan=rowspan, colspan=colspan, align="center", bold=True)


def nomor_kolom(jumlah: int) -> Baris:
    """The row that numbers the columns."""
    return kepala(*(str(n) for n in range(1, jumlah + 1)), kunci="nomor")


def tengah(*teks: str) -> tuple[Sel, ...]:
    """Centred body cells."""
    return tuple(Sel(isi=t, align="center") for t in teks)


def per_sasaran(daftar: Daftar) -> Iterable[tuple[Sel | None, Indikator]]:
    """Each indicator with its sasaran cell: merged over the group, None below its first row."""
    for nomor, kelompok in groupby(daftar, key=lambda i: i.sasaran):
        anggota = list(kelompok)
        for urut, indikator in enumerate(anggota):
            yield (None if urut else Sel(isi=SASARAN[nomor], rowspan=len(anggota))), indikator


def rata_rata(daftar: Daftar) -> str:
    """Mean of the printed capaian."""
    return desimal(sum((angka(i.capaian) for i in daftar), Decimal(0)) / len(daftar))


def renstra(daftar: Daftar) -> TabelCetak:
    """Matrix of the five-year plan: target years under a heading of two rows."""
    tahun = [str(t) for t in range(2022, 2027)]
    atas = kepala(
        gabung("Sasaran", rowspan=2),
        gabung("Indikator Sasaran", rowspan=2),
        gabung("Satuan", rowspan=2),
        gabung("Kondisi Awal 2021", rowspan=2),
        gabung("Target Kinerja Tahun", colspan=5),
        *(None,) * 4,
    )
    bawah = kepala(None, None, None, None, *tahun)
    baris = [
        Baris(kunci=i.kunci, sel=(sasaran, Sel(isi=i.nama), *tengah(i.satuan, *i.renstra)))
        for sasaran, i in per_sasaran(daftar)
    ]
    return TabelCetak(
        kunci="renstra",
        caption=f"Tabel 2.1 Tujuan, Sasaran, dan Target Renstra Tahun 2022-2026 ({TUJUAN})",
        kolom=("sasaran", "indikator", "satuan", "awal", *(f"target {t}" for t in tahun)),
        lebar=(82, 104, 48, 42, 41, 41, 41, 41, 41),
        kepala=(atas, bawah),
        baris=tuple(baris),
    )


def perjanjian(daftar: Daftar) -> TabelCetak:
    """The agreement of the year: sasaran merged over its indicators."""
    baris = [
        Baris(kunci=i.kunci, sel=(sasaran, Sel(isi=i.nama), *tengah(i.satuan, i.target_pk)))
        for sasaran, i in per_sasaran(daftar)
    ]
    return TabelCetak(
        kunci="perjanjian",
        caption=f"Tabel 2.2 Perjanjian Kinerja Tahun {TAHUN}",
        kolom=("sasaran", "indikator", "satuan", "target"),
        lebar=(150, 190, 70, 71),
        kepala=(kepala("SASARAN STRATEGIS", "INDIKATOR KINERJA", "SATUAN", f"TARGET TAHUN {TAHUN}"),),
        baris=tuple(baris),
    )


def skala() -> TabelCetak:
    """Classes of capaian, without caption."""
    baris = [
        Baris(kunci=kelas, sel=tengah(str(n), rentang, kelas))
        for n, (rentang, kelas) in enumerate(SKALA, start=1)
    ]
    return TabelCetak(
        kunci="skala",
        caption="",
        kolom=("no", "rentang", "predikat"),
        lebar=(40, 150, 150),
        kepala=(kepala("No", "Rentang Capaian (%)", "Predikat"),),
        baris=tuple(baris),
    )


def capaian(daftar: Daftar) -> TabelCetak:
    """Target, realisasi, capaian and class of the year, with the mean below."""
    baris = [
        Baris(
            kunci=i.kunci,
            sel=(sasaran, Sel(isi=i.nama), *tengah(i.satuan, i.target, i.realisasi, i.capaian, i.predikat)),
        )
        for sasaran, i in per_sasaran(daftar)
    ]
    rata = Sel(isi="Rata-rata capaian", colspan=5, align="center", bold=True)
    baris.append(Baris(kunci="rata-rata", sel=(rata, *(None,) * 4, *tengah(rata_rata(daftar), "Baik"))))
    return TabelCetak(
        kunci="capaian",
        caption=f"Tabel 3.1 Capaian Indikator Kinerja Utama Tahun {TAHUN}",
        kolom=("sasaran", "indikator", "satuan", "target", "realisasi", "capaian", "predikat"),
        lebar=(92, 134, 54, 52, 50, 47, 52),
        kepala=(
            kepala(
                "Sasaran Strategis",
                "Indikator Kinerja",
                "Satuan",
                "Target",
                "Realisasi",
                "Capaian (%)",
                "Predikat",
            ),
            nomor_kolom(7),
        ),
        baris=tuple(baris),
    )


def perbandingan(daftar: Daftar) -> TabelCetak:
    """This year beside the two before it; realisasi stands before target."""
    baris = [
        Baris(
            kunci=i.kunci,
            sel=(
                *tengah(str(n)),
                Sel(isi=i.nama),
                *tengah(i.satuan, *i.lalu, i.realisasi, i.target, i.capaian),
            ),
        )
        for n, i in enumerate(daftar, start=1)
    ]
    atas = kepala(
        gabung("NO", rowspan=2),
        gabung("INDIKATOR KINERJA", rowspan=2),
        gabung("SATUAN", rowspan=2),
        gabung("REALISASI", colspan=3),
        None,
        None,
        gabung(f"TARGET {TAHUN}", rowspan=2),
        gabung(f"CAPAIAN {TAHUN} (%)", rowspan=2),
    )
    return TabelCetak(
        kunci="perbandingan",
        caption=f"Tabel 3.2 Perbandingan Realisasi Kinerja Tahun 2022 sampai dengan {TAHUN}",
        kolom=(
            "no",
            "indikator",
            "satuan",
            "realisasi 2022",
            "realisasi 2023",
            "realisasi",
            "target",
            "capaian",
        ),
        lebar=(24, 150, 56, 44, 44, 46, 58, 59),
        kepala=(atas, kepala(None, None, None, "2022", "2023", str(TAHUN), None, None)),
        baris=tuple(baris),
    )


def akhir_renstra(daftar: Daftar) -> TabelCetak:
    """Realisasi so far against the target at the end of the plan."""
    baris = [
        Baris(kunci=i.kunci, sel=(Sel(isi=i.nama), *tengah(i.renstra[5], i.realisasi, i.capaian_akhir)))
        for i in daftar
    ]
    return TabelCetak(
        kunci="akhir_renstra",
        caption=f"Tabel 3.3 Realisasi Tahun {TAHUN} terhadap Target Akhir Renstra",
        kolom=("indikator", "target akhir", "realisasi", "kemajuan"),
        lebar=(218, 94, 76, 93),
        kepala=(
            kepala(
                "Indikator Kinerja",
                "Target Akhir Renstra (2026)",
                f"Realisasi {TAHUN}",
                "Tingkat Kemajuan (%)",
            ),
        ),
        baris=tuple(baris),
    )


def nasional(daftar: Daftar) -> TabelCetak:
    """The office beside the nation; most national figures do not exist."""
    atas = kepala(
        gabung("Indikator Kinerja", rowspan=2),
        gabung("Kabupaten Sukamulya", colspan=2),
        None,
        gabung("Nasional", colspan=2),
        None,
    )
    baris = [
        Baris(kunci=i.kunci, sel=(Sel(isi=i.nama), *tengah(i.target, i.realisasi, *i.nasional)))
        for i in daftar[:3]
    ]
    return TabelCetak(
        kunci="nasional",
        caption=f"Tabel 3.4 Perbandingan Kinerja dengan Tingkat Nasional Tahun {TAHUN}",
        kolom=("indikator", "target", "realisasi", "target nasional", "realisasi nasional"),
        lebar=(201, 70, 70, 70, 70),
        kepala=(atas, kepala(None, "Target", "Realisasi", "Target", "Realisasi")),
        baris=tuple(baris),
    )


def ringkasan(daftar: Daftar) -> TabelCetak:
    """Capaian with its class in one cell."""
    baris = [
        Baris(kunci=i.kunci, sel=(*tengah(str(n)), Sel(isi=i.nama), *tengah(f"{i.capaian}% ({i.predikat})")))
        for n, i in enumerate(daftar, start=1)
    ]
    return TabelCetak(
        kunci="ringkasan",
        caption=f"Tabel 4.1 Ringkasan Capaian Kinerja Tahun {TAHUN}",
        kolom=("no", "indikator", "capaian"),
        lebar=(30, 281, 170),
        kepala=(kepala("No", "Indikator Kinerja", f"Capaian Tahun {TAHUN}"),),
        baris=tuple(baris),
    )


def _rumus(indikator: Indikator) -> Sel:
    pembilang, penyebut = indikator.rumus.kata
    if not penyebut:
        return Sel(isi=pembilang)
    return Sel(isi=Pecahan(pembilang=pembilang, penyebut=penyebut, ekor=indikator.rumus.faktor))


def _mentah(indikator: Indikator) -> Sel:
    if indikator.rumus.mentah is None:
        return Sel(isi=indikator.realisasi, align="center")
    pembilang, penyebut = indikator.rumus.mentah
    ekor = f"{indikator.rumus.faktor} = {indikator.realisasi}"
    return Sel(isi=Pecahan(pembilang=pembilang, penyebut=penyebut, ekor=ekor), align="center")


def pengukuran(daftar: Daftar) -> TabelCetak:
    """Formula and raw figures of every indicator, realisasi before target, on a lying page."""
    baris = [
        Baris(
            kunci=i.kunci,
            sel=(
                *tengah(str(n)),
                sasaran,
                Sel(isi=i.nama),
                _rumus(i),
                *tengah(i.satuan),
                _mentah(i),
                *tengah(i.target, i.capaian),
            ),
        )
        for n, (sasaran, i) in enumerate(per_sasaran(daftar), start=1)
    ]
    kolom = ("NO", "SASARAN", "INDIKATOR", "RUMUS", "SATUAN", "REALISASI", "TARGET", "CAPAIAN (%)")
    return TabelCetak(
        kunci="pengukuran",
        caption=f"PENGUKURAN KINERJA TAHUN {TAHUN}",
        kolom=("no", "sasaran", "indikator", "rumus", "satuan", "realisasi", "target", "capaian"),
        lebar=(26, 92, 128, 200, 62, 116, 50, 56),
        kepala=(kepala(*kolom), nomor_kolom(8)),
        baris=tuple(baris),
    )
