"""Digests of documents for tests, made from a few words each."""

from __future__ import annotations

from hashlib import sha256

from pipeline.angka_id import parse_angka
from schemas.kinerja import Arah, Baris, Fakta, Kind, Part, Tabel
from schemas.provenance import BBox, PdfPlace
from schemas.result import DocumentResult, Status
from schemas.tanya import TanyaNama
from schemas.tautan import Ikhtisar, IndikatorDokumen, JenisDokumen, Kantor, Sebutan

KANTOR = Kantor(unit="dinas tenaga kerja", tingkat="kabupaten", wilayah="randualas")


def place(page: int = 1) -> PdfPlace:
    return PdfPlace(page=page, bbox=BBox(x0=72, top=100, x1=120, bottom=112))


def sebutan(part: Part, tahun: int | None, text: str, *, kind: Kind = Kind.CAPAIAN, page: int = 1) -> Sebutan:
    tabel = Tabel(index=0, number=0, caption="Tabel 3.1 Capaian", kind=kind, kolom=(), baris=(), place=place(page))
    fakta = Fakta(part=part, angka=parse_angka(text), place=place(page), row=1, col=1, header=part.value, year=tahun)
    baris = Baris(table=0, row=1, label="Indikator", place=place(page))
    return Sebutan(tabel=tabel, baris=baris, fakta=fakta, tahun=tahun)


def indikator(
    kode: str,
    *cetakan: Sebutan,
    nama: str = "",
    satuan: str | None = "%",
    arah: Arah = Arah.NAIK,
    baku: str | None = None,
) -> IndikatorDokumen:
    return IndikatorDokumen(
        kode=kode, baku=baku, nama=(nama or kode,), satuan=satuan, arah=arah, sebutan=cetakan, place=place()
    )


def dokumen(
    path: str,
    *isi: IndikatorDokumen,
    jenis: JenisDokumen = JenisDokumen.LAPORAN,
    tahun: int | None = 2023,
    kantor: Kantor | None = KANTOR,
    tanya: tuple[TanyaNama, ...] = (),
) -> DocumentResult:
    ikhtisar = Ikhtisar(
        path=path,
        sha256=sha256(path.encode()).hexdigest(),
        jenis=jenis,
        instansi="Dinas Tenaga Kerja Kabupaten Randualas",
        kantor=kantor,
        tahun=tahun,
        indikator=isi,
        tanya=tanya,
    )
    return DocumentResult(path=path, sha256=ikhtisar.sha256, family="lkjip", status=Status.OK, ikhtisar=ikhtisar)
