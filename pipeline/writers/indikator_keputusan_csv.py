"""indikator.csv of a migration: every indicator of every decree, one line each, and the columns of such lists."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pipeline.migrasi.daftar import (
    NAMA_JENIS,
    ButirIndikatorKeputusan,
    date_of,
    decree_indicators,
    formula_text,
    targets,
    text_of,
    to_review,
)
from pipeline.writers.cells import append_csv, begin_csv, box_text
from pipeline.writers.wording import spot_words
from schemas.keputusan import Indikator
from schemas.provenance import page_of
from schemas.result import RunResult

FILE = "indikator.csv"
TARGET = "target"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kolom:
    """One column of the list.

    Attributes:
        nama: in the CSV file; judul: in the workbook; lebar: width there, in characters.
        utama: it stands among the first columns of the workbook, those that are printed.
    """

    nama: str
    judul: str
    lebar: float
    utama: bool = False


KOLOM = (
    Kolom(nama="berkas", judul="Berkas", lebar=18, utama=True),
    Kolom(nama="halaman", judul="Hal.", lebar=6),
    Kolom(nama="tempat", judul="Hal./tempat", lebar=16, utama=True),
    Kolom(nama="jenis", judul="Jenis dokumen", lebar=14),
    Kolom(nama="instansi", judul="Instansi", lebar=28),
    Kolom(nama="unit", judul="Unit", lebar=28),
    Kolom(nama="nomor_keputusan", judul="Nomor keputusan", lebar=22),
    Kolom(nama="tanggal_keputusan", judul="Tanggal keputusan", lebar=16),
    Kolom(nama="tahun", judul="Tahun", lebar=7),
    Kolom(nama="lampiran", judul="Lampiran", lebar=9),
    Kolom(nama="jabatan", judul="Jabatan", lebar=22, utama=True),
    Kolom(nama="kinerja", judul="Kinerja/sasaran", lebar=28, utama=True),
    Kolom(nama="nomor", judul="No.", lebar=6, utama=True),
    Kolom(nama="indikator", judul="Indikator", lebar=32, utama=True),
    Kolom(nama="satuan", judul="Satuan", lebar=9, utama=True),
    Kolom(nama="definisi", judul="Definisi/penjelasan", lebar=30, utama=True),
    Kolom(nama="formula", judul="Rumus (tercetak)", lebar=36, utama=True),
    Kolom(nama="jenis_rumus", judul="Jenis rumus", lebar=12),
    Kolom(nama="pembilang", judul="Pembilang", lebar=34),
    Kolom(nama="penyebut", judul="Penyebut", lebar=34),
    Kolom(nama="faktor", judul="Faktor", lebar=8),
    Kolom(nama="sumber_data", judul="Sumber data", lebar=20, utama=True),
    Kolom(nama="penanggung_jawab", judul="Penanggung jawab", lebar=20, utama=True),
    Kolom(nama="tipe", judul="Tipe", lebar=14),
    Kolom(nama=TARGET, judul="Target", lebar=11, utama=True),
    Kolom(nama="alasan", judul="Alasan", lebar=28),
    Kolom(nama="keterangan", judul="Keterangan", lebar=24),
    Kolom(nama="perlu_diperiksa", judul="Perlu diperiksa", lebar=16, utama=True),
    Kolom(nama="kotak", judul="Kotak", lebar=16),
)


def write_indikator_keputusan_csv(run: RunResult, path: Path) -> None:
    """Writes the indicators of all documents of a migration."""
    begin_csv(path, [kolom.nama for kolom in KOLOM], encoding="utf-8-sig")
    lines = (indicator_cells(butir) for document in run.documents for butir in decree_indicators(document))
    append_csv(path, ([cells[kolom.nama] for kolom in KOLOM] for cells in lines))


def indicator_cells(butir: ButirIndikatorKeputusan) -> dict[str, str]:
    """What stands in the columns of one indicator, by their names."""
    return _origin(butir) | _printed(butir.indikator) | _formula(butir.indikator)


def _origin(butir: ButirIndikatorKeputusan) -> dict[str, str]:
    lembar, place = butir.lembar, butir.indikator.indikator.place
    keputusan, document = lembar.keputusan, lembar.document
    return {
        "berkas": document.path,
        "halaman": str(page_of(place) or ""),
        "tempat": spot_words(place, butir.indikator.row),
        "jenis": NAMA_JENIS[keputusan.jenis],
        "instansi": document.instansi or "",
        "unit": lembar.unit,
        "nomor_keputusan": lembar.nomor,
        "tanggal_keputusan": date_of(keputusan),
        "tahun": str(keputusan.tahun or document.tahun or ""),
        "lampiran": (lembar.lampiran.nomor or "") if lembar.lampiran else "",
        "jabatan": lembar.nama,
        "kotak": box_text(place),
    }


def _printed(indikator: Indikator) -> dict[str, str]:
    return {
        "kinerja": text_of(indikator.sasaran),
        "nomor": indikator.tanda or "",
        "indikator": indikator.indikator.text,
        "satuan": text_of(indikator.satuan),
        "definisi": text_of(indikator.definisi),
        "formula": text_of(indikator.formula),
        "sumber_data": text_of(indikator.sumber_data),
        "penanggung_jawab": text_of(indikator.penanggung_jawab),
        "tipe": text_of(indikator.tipe),
        TARGET: targets(indikator),
        "alasan": text_of(indikator.alasan),
        "keterangan": text_of(indikator.keterangan),
    }


def _formula(indikator: Indikator) -> dict[str, str]:
    rumus = indikator.rumus
    return {
        "jenis_rumus": rumus.jenis.value if rumus else "",
        "pembilang": formula_text(rumus.pembilang) if rumus else "",
        "penyebut": formula_text(rumus.penyebut) if rumus else "",
        "faktor": formula_text(rumus.faktor) if rumus else "",
        "perlu_diperiksa": to_review(indikator),
    }
