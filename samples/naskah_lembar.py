"""Sheets of indicators as blocks: heading of an annex, the form of a position, its table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from samples.blocks import Baris, Blok, Gantung, Isi, Paragraf, Sel, TabelCetak
from samples.isi import ButirIsi, IndikatorIsi, KelompokIsi, LampiranIsi, LembarIsi

SEMPIT = (110.0, 130.0, 151.0, 90.0)
LEBAR = (92.0, 100.0, 129.0, 80.0, 80.0)


def judul(*baris: str) -> Iterator[Blok]:
    """Bold centred lines."""
    yield from (Paragraf(text=teks, center=True, tebal=True) for teks in baris)


def kepala_lampiran(lampiran: LampiranIsi, judul_lampiran: str) -> Iterator[Blok]:
    """The heading of an annex with its form fields; a blank one keeps its label."""
    yield Gantung(text=judul_lampiran, depan=((0, f"LAMPIRAN {lampiran.nomor_lampiran}"), (80, ":")), kiri=90)
    yield Gantung(text=lampiran.nomor, depan=((0, "NOMOR"), (80, ":")), kiri=90)
    yield Gantung(text=lampiran.tanggal, depan=((0, "TANGGAL"), (80, ":")), kiri=90)


def isian(nomor: str, label: str, teks: str) -> Gantung:
    """A numbered field of a form: `1. JABATAN : Sekretaris`; without number the label begins the line."""
    awal = ((0.0, f"{nomor}."), (20.0, label)) if nomor else ((0.0, label),)
    return Gantung(text=teks, depan=(*awal, (170.0, ":")), kiri=180)


def daftar(butir: Sequence[ButirIsi], kiri: float = 20.0) -> Iterator[Blok]:
    """A list, its marks at the same distance."""
    yield from (Gantung(text=b.teks, depan=((kiri, f"{b.tanda}."),), kiri=kiri + 18) for b in butir)


def formulir(lembar: LembarIsi, bernomor: bool = True) -> Iterator[Blok]:
    """JABATAN, TUGAS and FUNGSI of a sheet."""
    nomor = iter("123" if bernomor else " " * 3)
    yield isian(next(nomor).strip(), "JABATAN", lembar.jabatan)
    if lembar.tugas[0].tanda is None:
        yield isian(next(nomor).strip(), lembar.label_tugas, lembar.tugas[0].teks)
    else:
        yield isian(next(nomor).strip(), lembar.label_tugas, "")
        yield from daftar(lembar.tugas)
    if lembar.fungsi:
        yield isian(next(nomor).strip(), "FUNGSI", "")
        yield from daftar(lembar.fungsi)


def kepala_tabel(*kolom: str, nomor: bool = True) -> tuple[Baris, ...]:
    """Heading row, and a row of column numbers."""
    baris = [Baris(kunci="kepala", sel=tuple(Sel(isi=k, align="center", bold=True) for k in kolom))]
    if nomor:
        sel = tuple(Sel(isi=str(n + 1), align="center") for n in range(len(kolom)))
        baris.append(Baris(kunci="nomor", sel=sel))
    return tuple(baris)


def tabel_lembar(lembar: LembarIsi, kepala: tuple[Baris, ...], lebar: tuple[float, ...]) -> TabelCetak:
    """Its table: sasaran, indikator, formula, source; behind them who answers for it where `lebar` has a fifth."""
    baris: list[Baris] = []
    for urut, kelompok in enumerate(lembar.kelompok, start=1):
        isi = _satu_sel(kelompok) if kelompok.satu_sel else _berbaris(kelompok)
        for nomor, sel in enumerate(isi):
            depan = Sel(isi=kelompok.sasaran, rowspan=len(isi)) if nomor == 0 else None
            angka = (Sel(isi=str(urut), rowspan=len(isi)) if nomor == 0 else None,) if len(lebar) > 5 else ()
            lima = len(lebar) - len(angka) - 1
            baris.append(Baris(kunci=f"{urut}.{nomor}", sel=(*angka, depan, *sel[:lima])))
    return TabelCetak(
        kunci=lembar.kunci,
        caption="",
        kolom=tuple(str(n) for n in range(len(lebar))),
        lebar=lebar,
        kepala=kepala,
        baris=tuple(baris),
        belah=True,
    )


def _bertanda(indikator: IndikatorIsi, teks: str) -> str:
    return f"{indikator.tanda}. {teks}" if indikator.tanda else teks


def _berbaris(kelompok: KelompokIsi) -> list[tuple[Sel, ...]]:
    """A row per indicator."""
    return [
        (
            Sel(isi=_bertanda(i, i.nama)),
            Sel(isi=i.rumus.cetak),
            Sel(isi=i.sumber),
            Sel(isi=i.penanggung_jawab),
        )
        for i in kelompok.indikator
    ]


def _satu_sel(kelompok: KelompokIsi) -> list[tuple[Sel, ...]]:
    """All indicators in one row of cells; flowing ones share their source."""
    nama = tuple(_bertanda(i, i.nama) for i in kelompok.indikator)
    if kelompok.mengalir:
        rumus = " ".join(i.rumus.teks for i in kelompok.indikator)
        return [(Sel(isi=" ".join(nama)), Sel(isi=rumus), Sel(isi=kelompok.indikator[0].sumber), Sel())]
    rumus_baris: tuple[Isi, ...] = tuple(_bertanda(i, i.rumus.teks) for i in kelompok.indikator)
    sumber = tuple(_bertanda(i, i.sumber) for i in kelompok.indikator)
    return [(Sel(isi=nama), Sel(isi=rumus_baris), Sel(isi=sumber), Sel())]
