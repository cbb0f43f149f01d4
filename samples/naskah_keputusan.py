"""The decree as blocks: letterhead, reasons, citations, decision, signature, and its two annexes."""

from __future__ import annotations

from collections.abc import Iterator

from samples.blocks import Blok, Gantung, Garis, Halaman, Naskah, Paragraf
from samples.isi import KeputusanIsi, LembarIsi
from samples.naskah_lembar import (
    LEBAR,
    SEMPIT,
    daftar,
    formulir,
    isian,
    judul,
    kepala_lampiran,
    kepala_tabel,
    tabel_lembar,
)

_KOLOM = ("KINERJA UTAMA/ SASARAN", "INDIKATOR KINERJA", "PENJELASAN/FORMULASI PERHITUNGAN", "SUMBER DATA")
_KANAN = 260.0


def _kop(isi: KeputusanIsi) -> Iterator[Blok]:
    yield from (Paragraf(text=baris, center=True, tebal=baris.isupper()) for baris in isi.kop)
    yield Garis()
    yield from judul(f"KEPUTUSAN {isi.penetap.upper()}", f"NOMOR {isi.nomor}", "TENTANG", isi.tentang.upper())
    yield from judul(f"{isi.penetap.upper()},")


def _pertimbangan(isi: KeputusanIsi) -> Iterator[Blok]:
    """Menimbang and Mengingat; the label stands before the first item."""
    menimbang = [(b.tanda or "", b.teks) for b, _ in isi.menimbang]
    akhir = len(isi.mengingat)
    mengingat = [(str(n), r.lengkap + ("." if n == akhir else ";")) for n, r in enumerate(isi.mengingat, start=1)]
    for label, butir in (("Menimbang", menimbang), ("Mengingat", mengingat)):
        for urut, (tanda, teks) in enumerate(butir):
            depan = ((0.0, label), (75.0, ":")) if urut == 0 else ()
            yield Gantung(text=teks, depan=(*depan, (85.0, f"{tanda}.")), kiri=105)


def _putusan(isi: KeputusanIsi) -> Iterator[Blok]:
    yield from judul("MEMUTUSKAN:")
    teks = f"KEPUTUSAN {isi.penetap.upper()} TENTANG {isi.tentang.upper()}."
    for nama, diktum in (("Menetapkan", teks), *isi.diktum):
        yield Gantung(text=diktum, depan=((0, nama), (75, ":")), kiri=85)


def _tanda_tangan(isi: KeputusanIsi) -> Iterator[Blok]:
    pejabat = isi.pejabat
    yield Paragraf(text=f"Ditetapkan di {isi.tempat}", kiri=_KANAN)
    yield Paragraf(text=f"pada tanggal {isi.tanggal}", kiri=_KANAN)
    yield Paragraf(text=f"{pejabat.jabatan.upper()},", kiri=_KANAN, tebal=True)
    yield Paragraf(text=pejabat.nama, kiri=_KANAN, tebal=True)
    yield Paragraf(text=pejabat.pangkat, kiri=_KANAN)
    yield Paragraf(text=f"NIP {pejabat.nip}", kiri=_KANAN)


def _unit(isi: KeputusanIsi) -> Iterator[Blok]:
    """The form of the office, up to the label of its functions."""
    isian_unit = (
        ("NAMA UNIT ORGANISASI", isi.unit),
        ("VISI KABUPATEN", isi.visi),
        ("MISI KABUPATEN", isi.misi),
        ("TUJUAN", isi.tujuan),
        ("TUGAS", isi.tugas),
        ("FUNGSI", ""),
    )
    yield from (isian(str(n), label, teks) for n, (label, teks) in enumerate(isian_unit, start=1))


def _utama(isi: KeputusanIsi) -> Iterator[Blok]:
    yield from judul(isi.utama.judul, isi.unit.upper())
    yield tabel_lembar(isi.utama, kepala_tabel(*_KOLOM, "PENANGGUNG JAWAB"), LEBAR)


def _lembar(lembar: LembarIsi, kolom_indikator: str) -> Iterator[Blok]:
    yield from judul(lembar.judul)
    yield from formulir(lembar)
    yield tabel_lembar(lembar, kepala_tabel(_KOLOM[0], kolom_indikator, *_KOLOM[2:]), SEMPIT)


def _kepala(isi: KeputusanIsi, urut: int) -> Iterator[Blok]:
    return kepala_lampiran(isi.lampiran[urut], isi.lampiran[urut].judul.upper())


def _berurutan(isi: KeputusanIsi) -> Iterator[Blok]:
    """Decision and signature, then the annex of the office on its own page."""
    yield from _putusan(isi)
    yield from _tanda_tangan(isi)
    yield Halaman()
    yield from _kepala(isi, 0)
    yield from _unit(isi)
    yield from daftar(isi.fungsi)


def _terpotong(isi: KeputusanIsi) -> Iterator[Blok]:
    """The annex begins before the decision, which stands inside the list of functions."""
    yield from _kepala(isi, 0)
    yield from _unit(isi)
    yield from daftar(isi.fungsi[: isi.potong])
    yield from _putusan(isi)
    yield from _tanda_tangan(isi)
    yield from daftar(isi.fungsi[isi.potong :])


def naskah_keputusan(isi: KeputusanIsi, kolom_individu: str = "INDIKATOR KINERJA INDIVIDU") -> Naskah:
    """The whole decree; `kolom_individu` heads the indicator column of the sheets of positions."""
    blok = [
        *_kop(isi),
        *_pertimbangan(isi),
        *(_terpotong(isi) if isi.potong else _berurutan(isi)),
        *_utama(isi),
        Halaman(),
        *_kepala(isi, 1),
        *(b for lembar in isi.lembar for b in _lembar(lembar, kolom_individu)),
    ]
    return Naskah(judul="Keputusan Indikator Kinerja Dinas Perikanan", blok=tuple(blok))
