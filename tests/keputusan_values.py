"""Records of decrees built by hand: a decree with an annex of two sheets, annex sheets alone, an agreement."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from pipeline.migrasi.sisa import migrasi_of
from schemas.keputusan import (
    BagianRujukan,
    BarisProgram,
    BelumDipahami,
    ButirTeks,
    Diktum,
    Indikator,
    Isian,
    Jabatan,
    JenisKeputusan,
    Keputusan,
    Lampiran,
    Pejabat,
    Pihak,
    RujukanPeraturan,
    Teks,
)
from schemas.migrasi import Penerimaan
from schemas.provenance import BBox, DocxPlace, PdfPlace, Place
from schemas.result import DocumentResult, Problem, Status
from schemas.rumus import Bilangan, Istilah, JenisRumus, Kurung, Operasi, Operator, Rumus
from tests.result_values import SHA

NOMOR = "800/12/417.200/2031"


def at(page: int = 1, top: float = 100.0) -> PdfPlace:
    return PdfPlace(page=page, bbox=BBox(x0=72.0, top=top, x1=300.0, bottom=top + 12))


def block(number: int, row: int | None = None) -> DocxPlace:
    return DocxPlace(block=number, row=row, col=None if row is None else 2, heading="LAMPIRAN")


def teks(text: str, place: Place | None = None) -> Teks:
    return Teks(text=text, place=place or at())


def butir(tanda: str | None, text: str) -> ButirTeks:
    return ButirTeks(tanda=tanda, teks=teks(text))


def isian(label: str, text: str | None) -> Isian:
    return Isian(label=label, isi=None if text is None else teks(text), place=at())


def rasio() -> Rumus:
    """(jumlah kios bersih : jumlah kios) x 100%."""
    atas, bawah = Istilah(text="jumlah kios bersih"), Istilah(text="jumlah kios")
    faktor = Bilangan(text="100%", value=Decimal(100), persen=True)
    bagi = Operasi(operator=Operator.BAGI, tanda=":", kiri=atas, kanan=bawah)
    pohon = Operasi(operator=Operator.KALI, tanda="x", kiri=Kurung(buka="(", isi=bagi), kanan=faktor)
    return Rumus(
        text="(jumlah kios bersih : jumlah kios) x 100%",
        jenis=JenisRumus.RASIO,
        pohon=pohon,
        pembilang=atas,
        penyebut=bawah,
        faktor=faktor,
        keterangan=("Kios: yang disewa",),
    )


def uraian(text: str) -> Rumus:
    return Rumus(text=text, jenis=JenisRumus.URAIAN)


def indikator(nama: str = "Persentase kios bersih", *, row: int = 1, place: Place | None = None) -> Indikator:
    return Indikator(
        sasaran=teks("Pasar yang bersih", place),
        indikator=teks(nama, place),
        tanda="a",
        formula=teks(rasio().text, place),
        rumus=rasio(),
        satuan=teks("%", place),
        sumber_data=teks("Catatan pengelola pasar", place),
        penanggung_jawab=teks("Seksi Kebersihan", place),
        target=((2031, teks("80", place)), (2032, teks("85", place))),
        table=0,
        row=row,
    )


def prosa(text: str = "Diukur setiap semester oleh petugas", *, place: Place | None = None) -> Indikator:
    """An indicator whose formula is prose."""
    return replace(
        indikator("Tingkat kerapian los", row=2, place=place),
        formula=teks(text, place or at(3, 220)),
        rumus=uraian(text),
        tanda=None,
        target=((None, teks("Baik", place)),),
    )


def kosong() -> Indikator:
    """An indicator whose formula column is blank."""
    return replace(indikator("Jumlah los", row=3), formula=None, rumus=None, kosong=("formula",), target=())


def jabatan(
    nama: str | None = "KEPALA SEKSI KEBERSIHAN", *indicators: Indikator, place: Place | None = None
) -> Jabatan:
    return Jabatan(
        jabatan=teks(nama) if nama else None,
        unit=teks("Seksi Kebersihan"),
        judul=teks("INDIKATOR KINERJA INDIVIDU"),
        tugas=(butir(None, "Merawat pasar"),),
        label_tugas="TUGAS",
        fungsi=(butir("a", "penyapuan"), butir("b", "pengangkutan")),
        indikator=indicators or (indikator(),),
        lampiran=0,
        place=place or at(2),
    )


def rujukan(text: str = "Peraturan Bupati Contoh Nomor 7 Tahun 2030 tentang Pasar") -> RujukanPeraturan:
    return RujukanPeraturan(
        bagian=BagianRujukan.MENGINGAT,
        tanda="3",
        text=text,
        place=at(),
        jenis="Peraturan Bupati Contoh",
        nomor="7",
        tahun=2030,
        tentang="Pasar",
        pengumuman=("Berita Daerah Kabupaten Contoh Tahun 2030 Nomor 7",),
    )


def lampiran(nomor: str | None = "I") -> Lampiran:
    return Lampiran(
        nomor=nomor,
        judul=teks("Keputusan Kepala Dinas Pasar"),
        nomor_keputusan=isian("NOMOR", NOMOR),
        tanggal_keputusan=isian("TANGGAL", "5 Maret 2031"),
        place=at(2),
    )


def belum(text: str = "Tembusan: arsip", page: int = 4, place: Place | None = None) -> BelumDipahami:
    return BelumDipahami(text=text, reason="tidak ada tempatnya di dalam keputusan", place=place or at(page, 400))


def keputusan(*sheets: Jabatan, sisa: tuple[BelumDipahami, ...] = ()) -> Keputusan:
    return Keputusan(
        jenis=JenisKeputusan.KEPUTUSAN,
        kop=(teks("PEMERINTAH KABUPATEN CONTOH"),),
        penetap=teks("Kepala Dinas Pasar"),
        nomor=isian("NOMOR", NOMOR),
        tentang=teks("Indikator Kinerja Utama"),
        tempat=teks("Contoh"),
        tanggal=isian("Pada tanggal", "5 Maret 2031"),
        pejabat=Pejabat(jabatan=teks("Kepala Dinas Pasar"), nama=teks("SRI CONTOH, S.E."), nip=teks("19700101")),
        menimbang=(butir("a", "bahwa pasar perlu bersih"),),
        mengingat=(butir("3", rujukan().text),),
        diktum=(Diktum(nama="KESATU", teks=teks("Menetapkan indikator")),),
        lampiran=(lampiran(),),
        unit=teks("Dinas Pasar"),
        visi=teks("Pasar untuk semua"),
        misi=(butir("1", "Pasar bersih"),),
        jabatan=sheets or (jabatan("KEPALA DINAS", indikator(), prosa()), jabatan(None, kosong())),
        belum_dipahami=sisa,
        tahun=2031,
        tanggal_resmi=date(2031, 3, 5),
        rujukan=(rujukan(),),
        place=at(),
    )


def lembaran() -> Keputusan:
    """Annex sheets without a decree, of a Word file."""
    sheet = replace(jabatan("SEKRETARIS", prosa(place=block(5, 1)), place=block(3)), unit=None)
    return Keputusan(
        jenis=JenisKeputusan.LAMPIRAN,
        lampiran=(replace(lampiran("II"), place=block(0)),),
        jabatan=(sheet,),
        belum_dipahami=(belum("Catatan pinggir", place=block(9)),),
        place=block(0),
    )


def perjanjian() -> Keputusan:
    return Keputusan(
        jenis=JenisKeputusan.PERJANJIAN,
        tahun=2031,
        pihak=(Pihak(sebutan="PIHAK PERTAMA", nama=teks("SRI CONTOH, S.E."), jabatan=teks("Kepala Dinas Pasar")),),
        program=(BarisProgram(nama=teks("Program Pasar Bersih"), anggaran=teks("Rp 12.000.000")),),
        jabatan=(replace(jabatan("Kepala Dinas Pasar"), lampiran=None),),
        place=at(),
    )


def migrated(
    *records: Keputusan,
    path: str = "masuk/pasar.pdf",
    sha256: str = SHA,
    problems: tuple[Problem, ...] = (),
    diterima: dict[str, Penerimaan] | None = None,
) -> DocumentResult:
    """A document as `migrate` makes it of these records."""
    return DocumentResult(
        path=path,
        sha256=sha256,
        family="keputusan",
        status=Status.PARTIAL if problems else Status.OK,
        pages=4,
        seconds=0.5,
        instansi="Dinas Pasar Kabupaten Contoh",
        tahun=2031,
        problems=problems,
        migrasi=migrasi_of(sha256, records, problems, diterima or {}),
    )
