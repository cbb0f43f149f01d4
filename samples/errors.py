"""The errors planted in the wrong report: what was changed, and which check should say so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from samples.blocks import Baris, Naskah, Sel, TabelCetak
from samples.figures import INDIKATOR, Indikator, Rumus


@dataclass(frozen=True, slots=True, kw_only=True)
class GalatAngka:
    """An error in a figure itself: every place that prints the figure is wrong in the same way.

    Attributes:
        ganti: fields of `Indikator` with their wrong values.
        tabel: where a reader sees it best.
    """

    kode: str
    indikator: str
    ganti: Mapping[str, str] = field(default_factory=dict)
    mentah: tuple[str, str] | None = None
    faktor: str | None = None
    tabel: str
    salah: str
    benar: str
    sebab: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GalatSel:
    """An error in one row of one table; `ganti` maps a column to (right, wrong).

    `hapus` drops the row, `gandakan` prints it twice.
    """

    kode: str
    tabel: str
    baris: str
    ganti: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    hapus: bool = False
    gandakan: bool = False
    sebab: str


ANGKA: tuple[GalatAngka, ...] = (
    GalatAngka(
        kode="HIT001",
        indikator="sawah",
        ganti={"capaian": "109,11"},
        tabel="capaian",
        salah="109,11",
        benar="101,91",
        sebab="89,99/88,30; two digits exchanged, the same in every table",
    ),
    GalatAngka(
        kode="HIT002",
        indikator="konflik",
        ganti={"capaian": "115,00", "predikat": "Sangat Baik"},
        tabel="capaian",
        salah="115,00",
        benar="85,00",
        sebab="conflicts: fewer is better, yet computed 46/40; (2 x 40 - 46)/40 = 85,00, class Baik",
    ),
    GalatAngka(
        kode="HIT003",
        indikator="tanggap",
        ganti={"capaian": "114,29"},
        tabel="capaian",
        salah="114,29",
        benar="112,50",
        sebab="computed T/R although the text states (2T - R)/T",
    ),
    GalatAngka(
        kode="HIT007",
        indikator="kecelakaan",
        ganti={"realisasi": "2", "capaian": "80,00", "predikat": "Baik", "capaian_akhir": "-"},
        tabel="capaian",
        salah="80,00",
        benar="no number",
        sebab="target 0, realisasi 2: no rule gives a number",
    ),
    GalatAngka(
        kode="HIT004",
        indikator="gilir",
        mentah=("428", "500"),
        tabel="pengukuran",
        salah="428",
        benar="482",
        sebab="428/500 x 100 = 85,60, printed 96,40",
    ),
    GalatAngka(
        kode="HIT005",
        indikator="debit",
        faktor=" × 100",
        tabel="pengukuran",
        salah="× 100 = 1,21",
        benar="= 1,21",
        sebab="41.652/34.500 = 1,21 holds only without the factor 100",
    ),
)

SEL: tuple[GalatSel, ...] = (
    GalatSel(
        kode="HIT006",
        tabel="capaian",
        baris="rata-rata",
        ganti={"capaian": ("85,08", "88,05")},
        sebab="mean of the ten capaian printed above it",
    ),
    GalatSel(
        kode="PRE001",
        tabel="capaian",
        baris="ikm",
        ganti={"predikat": ("Sangat Baik", "Baik")},
        sebab="102,85 is 90 or more",
    ),
    GalatSel(
        kode="PRE003",
        tabel="skala",
        baris="Baik",
        ganti={"rentang": ("75,00 – 89,99", "75,00 – 90,00")},
        sebab="90,00 stands in two classes",
    ),
    GalatSel(
        kode="PRE003",
        tabel="skala",
        baris="Kurang",
        ganti={"rentang": ("50,00 – 64,99", "55,00 – 64,99")},
        sebab="50,00 to 54,99 stands in no class",
    ),
    GalatSel(
        kode="KON001",
        tabel="perbandingan",
        baris="sakip",
        ganti={"target": ("80,25", "80,52")},
        sebab="the other tables print 80,25 (so does the agreement)",
    ),
    GalatSel(
        kode="KON002",
        tabel="perjanjian",
        baris="ikm",
        ganti={"target": ("84", "87")},
        sebab="measured against 84; against 87 the realisasi 86,40 misses the target",
    ),
    GalatSel(
        kode="KON003",
        tabel="renstra",
        baris="sawah",
        ganti={"target 2024": ("88,30", "89,30")},
        sebab="the plan's target of 2024 against the target measured",
    ),
    GalatSel(
        kode="KON004",
        tabel="perbandingan",
        baris="gilir",
        ganti={"realisasi": ("96,40", "94,60")},
        sebab="the value of 2023 again; Tabel 3.1 prints 96,40",
    ),
    GalatSel(
        kode="KON005",
        tabel="ringkasan",
        baris="debit",
        ganti={"capaian": ("100,61% (Sangat Baik)", "106,10% (Sangat Baik)")},
        sebab="Tabel 3.1 prints 100,61",
    ),
    GalatSel(
        kode="KON010", tabel="perjanjian", baris="gilir", gandakan=True, sebab="the row is printed twice"
    ),
    GalatSel(
        kode="ANG001",
        tabel="anggaran",
        baris="3.1.1",
        ganti={
            "realisasi": ("179.935.200", "179.395.200"),
            "persen": ("96,53", "96,24"),
            "sisa": ("6.464.800", "7.004.800"),
        },
        sebab="the realisasi of kegiatan 3.1 (243.053.200) is no longer the sum of its sub kegiatan",
    ),
    GalatSel(
        kode="ANG002",
        tabel="anggaran",
        baris="1.4.1",
        ganti={"persen": ("91,97", "97,19")},
        sebab="121.846.337/132.480.000",
    ),
    GalatSel(
        kode="ANG003",
        tabel="anggaran",
        baris="2.3.1",
        ganti={"sisa": ("25.724.100", "25.742.100")},
        sebab="512.000.000 - 486.275.900",
    ),
    GalatSel(
        kode="ANG005",
        tabel="efisiensi",
        baris="gilir",
        ganti={"efisiensi": ("2,16", "197,84")},
        sebab="100,00 - 97,84; the two were added",
    ),
    GalatSel(
        kode="ANG006",
        tabel="anggaran",
        baris="2.2.3",
        hapus=True,
        sebab=(
            "Operasi dan Pemeliharaan Bendung Gerak, 145.000.000 and 139.642.500, still named in the "
            "text above"
        ),
    ),
    GalatSel(
        kode="JML001",
        tabel="staf",
        baris="jumlah",
        ganti={"jumlah": ("47", "49")},
        sebab="sum of the rows",
    ),
    GalatSel(
        kode="ANK001",
        tabel="aset",
        baris="2.3.2",
        ganti={"harga": ("28.350.000", "28.3500.000")},
        sebab="a group of four digits; the sum implies 28.350.000",
    ),
    GalatSel(
        kode="ANK002",
        tabel="aset",
        baris="2.3.3",
        ganti={"harga": ("27.000.000", "27,000,000")},
        sebab="commas between thousands in a column that uses dots",
    ),
)

LINTAS: tuple[GalatSel, ...] = (
    GalatSel(
        kode="LIN002",
        tabel="perbandingan",
        baris="konflik",
        ganti={"realisasi 2023": ("51", "54")},
        sebab="the report of 2023 counted 51 conflicts",
    ),
)
"""Errors that only another document of the office shows."""


def indikator_keliru() -> tuple[Indikator, ...]:
    """The indicators with every error of `ANGKA` in them."""
    daftar = {i.kunci: i for i in INDIKATOR}
    for galat in ANGKA:
        lama = daftar[galat.indikator]
        rumus = Rumus(
            kata=lama.rumus.kata,
            mentah=galat.mentah or lama.rumus.mentah,
            faktor=lama.rumus.faktor if galat.faktor is None else galat.faktor,
        )
        daftar[galat.indikator] = replace(lama, rumus=rumus, **dict(galat.ganti))  # type: ignore[arg-type]
    return tuple(daftar.values())


def _tukar(sel: Sel | None, benar: str, salah: str) -> Sel:
    if sel is None or sel.isi != benar:
        raise ValueError(f"expected {benar!r}, the sample prints {None if sel is None else sel.text!r}")
    return replace(sel, isi=salah)


def _sel_keliru(tabel: TabelCetak, baris: Baris, galat: GalatSel) -> Baris:
    sel = list(baris.sel)
    for kolom, (benar, salah) in galat.ganti.items():
        letak = tabel.kolom.index(kolom)
        sel[letak] = _tukar(sel[letak], benar, salah)
    return replace(baris, sel=tuple(sel))


def _tanpa_baris(tabel: TabelCetak, galat: GalatSel) -> TabelCetak:
    return replace(tabel, baris=tuple(b for b in tabel.baris if b.kunci != galat.baris))


def _dengan_ganda(tabel: TabelCetak, galat: GalatSel) -> TabelCetak:
    """Print a row twice; the merged cells that cover it grow by one row."""
    baris: list[Baris] = []
    letak = next(n for n, b in enumerate(tabel.baris) if b.kunci == galat.baris)
    for nomor, asal in enumerate(tabel.baris):
        sel = tuple(
            replace(s, rowspan=s.rowspan + 1)
            if s and s.rowspan > 1 and nomor <= letak < nomor + s.rowspan
            else s
            for s in asal.sel
        )
        baris.append(replace(asal, sel=sel))
        if nomor == letak:
            salinan = tuple(None if s is None or s.rowspan > 1 else s for s in sel)
            baris.append(Baris(kunci=asal.kunci, sel=salinan))
    return replace(tabel, baris=tuple(baris))


def _tabel_keliru(tabel: TabelCetak) -> TabelCetak:
    for galat in (*SEL, *LINTAS):
        if galat.tabel != tabel.kunci:
            continue
        if galat.hapus:
            tabel = _tanpa_baris(tabel, galat)
        elif galat.gandakan:
            tabel = _dengan_ganda(tabel, galat)
        else:
            baris = tuple(_sel_keliru(tabel, b, galat) if b.kunci == galat.baris else b for b in tabel.baris)
            tabel = replace(tabel, baris=baris)
    return tabel


def keliru(naskah: Naskah) -> Naskah:
    """The report with every error of `SEL` and `LINTAS` in its tables.

    Raises:
        ValueError: when a cell does not hold the text that an error wants to replace.
    """
    return replace(
        naskah,
        blok=tuple(_tabel_keliru(b) if isinstance(b, TabelCetak) else b for b in naskah.blok),
    )
