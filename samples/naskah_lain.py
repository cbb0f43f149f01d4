"""The older sheets and the agreement as blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from samples.blocks import Baris, Blok, Gantung, Halaman, Naskah, Paragraf, Sejajar, Sel, TabelCetak
from samples.isi import HalamanLembar, LembarIsi, PerjanjianIsi
from samples.naskah_lembar import SEMPIT, formulir, judul, kepala_lampiran, kepala_tabel, tabel_lembar
from samples.tulisan import rupiah

_KOLOM = ("KINERJA", "INDIKATOR KINERJA", "PENJELASAN/FORMULASI PERHITUNGAN", "SUMBER DATA")
_ENAM = (26.0, 90.0, 100.0, 115.0, 75.0, 75.0)


def _tabel(lembar: LembarIsi, enam: bool) -> TabelCetak:
    if enam:
        return tabel_lembar(lembar, kepala_tabel("NO", *_KOLOM, "PENANGGUNG JAWAB", nomor=False), _ENAM)
    return tabel_lembar(lembar, kepala_tabel(*_KOLOM, nomor=False), SEMPIT)


def naskah_lembar_jabatan(halaman: Sequence[HalamanLembar]) -> Naskah:
    """All sheets; the first has six columns, the others four."""
    blok: list[Blok] = []
    for bagian in halaman:
        blok += [Halaman()] if blok else []
        blok += kepala_lampiran(bagian.lampiran, bagian.lampiran.judul)
        for lembar in bagian.lembar:
            enam = any(i.penanggung_jawab for i in lembar.indikator)
            blok += [*judul(lembar.judul), *formulir(lembar, bernomor=False), _tabel(lembar, enam)]
    return Naskah(judul="Indikator Kinerja Individu", blok=tuple(blok))


def naskah_perjanjian(isi: PerjanjianIsi) -> Naskah:
    """The statement with its parties, then the annex with targets and programs; both are signed."""
    blok = [
        *judul(f"PERJANJIAN KINERJA TAHUN {isi.tahun}"),
        *_pernyataan(isi),
        *_tanda_tangan(isi),
        Halaman(),
        *judul(f"PERJANJIAN KINERJA TAHUN {isi.tahun}", isi.kantor.upper()),
        _tabel_sasaran(isi),
        _tabel_program(isi),
        *_tanda_tangan(isi),
    ]
    return Naskah(judul=f"Perjanjian Kinerja {isi.kantor} Tahun {isi.tahun}", blok=tuple(blok))


def _pernyataan(isi: PerjanjianIsi) -> Iterator[Blok]:
    satu, dua = isi.pihak
    yield Paragraf(text="Agar pelaksanaan urusan pemerintahan dapat diukur hasilnya, kami di bawah ini:")
    for pihak, sebut in (
        (satu, f"selanjutnya disebut {satu.sebutan}"),
        (dua, f"selaku atasan {satu.sebutan}, selanjutnya disebut {dua.sebutan}"),
    ):
        yield Gantung(text=pihak.nama, depan=((0, "Nama"), (70, ":")), kiri=82)
        yield Gantung(text=pihak.jabatan, depan=((0, "Jabatan"), (70, ":")), kiri=82)
        yield Paragraf(text=sebut)
    yield Paragraf(
        text=f"{satu.sebutan} menyanggupi target kinerja pada lampiran perjanjian ini dan bertanggung jawab atas "
        "tercapai atau tidaknya target tersebut."
    )
    yield Paragraf(
        text=f"{dua.sebutan} membimbing pelaksanaannya, menilai capaiannya, serta mengambil tindakan yang diperlukan "
        "berupa penghargaan atau sanksi."
    )


def _tanda_tangan(isi: PerjanjianIsi) -> Iterator[Blok]:
    satu, dua = isi.pihak
    yield Sejajar(kiri="", kanan=f"{isi.tempat}, {isi.tanggal}")
    yield Sejajar(kiri=f"{dua.sebutan},", kanan=f"{satu.sebutan},")
    yield Sejajar(kiri=dua.nama, kanan=satu.nama, tebal=True)
    yield Sejajar(kiri="", kanan=satu.pangkat)
    yield Sejajar(kiri="", kanan=f"NIP {satu.nip}")


def _tabel_sasaran(isi: PerjanjianIsi) -> TabelCetak:
    baris: list[Baris] = []
    for nomor, sasaran in enumerate(isi.sasaran, start=1):
        for urut, (nama, target) in enumerate(sasaran.indikator):
            tinggi = len(sasaran.indikator)
            depan = (Sel(isi=str(nomor), rowspan=tinggi), Sel(isi=sasaran.teks, rowspan=tinggi))
            sel = (*(depan if urut == 0 else (None, None)), Sel(isi=nama), Sel(isi=target, align="center"))
            baris.append(Baris(kunci=f"{nomor}.{urut}", sel=sel))
    kolom = ("No", "Sasaran Strategis", "Indikator Kinerja", "Target")
    return TabelCetak(
        kunci="sasaran",
        caption="",
        kolom=kolom,
        lebar=(30.0, 160.0, 206.0, 85.0),
        kepala=kepala_tabel(*kolom),
        baris=tuple(baris),
        belah=True,
    )


def _tabel_program(isi: PerjanjianIsi) -> TabelCetak:
    jumlah = sum(anggaran for _, anggaran, _ in isi.program)
    baris = [
        Baris(
            kunci=str(n),
            sel=(Sel(isi=str(n)), Sel(isi=nama), Sel(isi=rupiah(anggaran), align="right"), Sel(isi=keterangan)),
        )
        for n, (nama, anggaran, keterangan) in enumerate(isi.program, start=1)
    ]
    total = (Sel(isi="Jumlah", colspan=2, bold=True), None, Sel(isi=rupiah(jumlah), align="right", bold=True), Sel())
    kolom = ("No", "Program", "Anggaran (Rp)", "Keterangan")
    return TabelCetak(
        kunci="program",
        caption="",
        kolom=kolom,
        lebar=(30.0, 246.0, 105.0, 100.0),
        kepala=kepala_tabel(*kolom, nomor=False),
        baris=(*baris, Baris(kunci="jumlah", sel=total)),
        belah=True,
    )
