"""indikator.xlsx of a migration: indicators, positions, decrees, citations, what was not understood, documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.migrasi.daftar import (
    NAMA_JENIS,
    date_of,
    decree_indicators,
    listed,
    number_of,
    sheets,
    text_of,
)
from pipeline.migrasi.ringkasan import is_done, tally
from pipeline.writers.belum_dipahami_csv import leftover_words
from pipeline.writers.indikator_keputusan_csv import KOLOM, TARGET, indicator_cells
from pipeline.writers.sheets import Column, Looks, Row, Value, add_sheet, new_book
from pipeline.writers.wording import STATUS_NAMES, remark_lines, short_names, spot_words
from schemas.keputusan import Keputusan, Pejabat, Pihak, RujukanPeraturan
from schemas.provenance import Place, page_of
from schemas.result import DocumentResult, RunResult

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook

FILE = "indikator.xlsx"
_OPEN = "FFF2CC"

Names = dict[str, str]

JABATAN = (
    Column(heading="Berkas", width=24),
    Column(heading="Hal./tempat", width=18),
    Column(heading="Lampiran", width=9),
    Column(heading="Jabatan", width=28),
    Column(heading="Unit", width=28),
    Column(heading="Pemangku", width=26),
    Column(heading="Tugas", width=50),
    Column(heading="Fungsi", width=70),
    Column(heading="Jumlah indikator", width=10),
)
KEPUTUSAN = (
    Column(heading="Berkas", width=24),
    Column(heading="Hal./tempat", width=18),
    Column(heading="Jenis dokumen", width=14),
    Column(heading="Nomor", width=22),
    Column(heading="Tahun", width=8),
    Column(heading="Tanggal tercetak", width=18),
    Column(heading="Tanggal", width=12),
    Column(heading="Tentang", width=40),
    Column(heading="Penetap", width=28),
    Column(heading="Tempat", width=14),
    Column(heading="Pejabat", width=34),
    Column(heading="Unit", width=26),
    Column(heading="Visi", width=30),
    Column(heading="Misi", width=30),
    Column(heading="Tujuan", width=30),
    Column(heading="Sasaran", width=30),
    Column(heading="Diktum", width=60),
    Column(heading="Para pihak", width=34),
    Column(heading="Program dan anggaran", width=40),
    Column(heading="Jumlah lampiran", width=10),
    Column(heading="Jumlah jabatan", width=10),
    Column(heading="Jumlah indikator", width=10),
)
RUJUKAN = (
    Column(heading="Berkas", width=24),
    Column(heading="Hal./tempat", width=18),
    Column(heading="Bagian", width=12),
    Column(heading="Butir", width=7),
    Column(heading="Jenis peraturan", width=30),
    Column(heading="Nomor", width=16),
    Column(heading="Tahun", width=8),
    Column(heading="Tentang", width=50),
    Column(heading="Disebut sebagai", width=16),
    Column(heading="Pengumuman", width=34),
    Column(heading="Tercetak", width=60),
)
BELUM_DIPAHAMI = (
    Column(heading="Berkas", width=24),
    Column(heading="Hal./tempat", width=18),
    Column(heading="Jenis", width=20),
    Column(heading="Teks", width=60),
    Column(heading="Alasan", width=44),
    Column(heading="Diterima", width=10),
    Column(heading="Oleh", width=20),
    Column(heading="Catatan", width=30),
    Column(heading="ID", width=22),
)
DOKUMEN = (
    Column(heading="Berkas", width=34),
    Column(heading="Status", width=18),
    Column(heading="Halaman", width=9),
    Column(heading="Jabatan", width=9),
    Column(heading="Indikator", width=10),
    Column(heading="Rujukan", width=9),
    Column(heading="Belum dipahami", width=10),
    Column(heading="Diterima", width=9),
    Column(heading="Selesai", width=9),
    Column(heading="Masalah dan catatan", width=80),
)
_DONE = {True: "ya", False: "belum", None: None}


def write_keputusan_xlsx(run: RunResult, path: Path) -> None:
    """Writes the workbook of a migration; printed texts stay text, no cell can become a formula."""
    names = short_names(run)
    book = new_book(f"Indikator dari keputusan {run.run_id}", run.tool)
    looks = Looks(book)
    _add_indicators(book, looks, run, names)
    for title, columns, rows_of in (
        ("Jabatan", JABATAN, _positions),
        ("Keputusan", KEPUTUSAN, _decrees),
        ("Rujukan", RUJUKAN, _citations),
        ("Belum dipahami", BELUM_DIPAHAMI, _leftovers),
        ("Dokumen", DOKUMEN, _documents),
    ):
        rows = (row for document in run.documents for row in rows_of(document, names[document.path]))
        add_sheet(book, looks, title, columns, rows)
    book.save(path)


def _add_indicators(book: Workbook, looks: Looks, run: RunResult, names: Names) -> None:
    """The main columns first, those that are printed; targets have one column for every year."""
    butir = [butir for document in run.documents for butir in decree_indicators(document)]
    years = sorted({tahun for item in butir for tahun, _ in item.indikator.target}, key=lambda tahun: tahun or 0)
    kolom = [*(item for item in KOLOM if item.utama), *(item for item in KOLOM if not item.utama)]
    at = next(number for number, item in enumerate(kolom) if item.nama == TARGET)
    columns = [Column(heading=item.judul, width=item.lebar) for item in kolom]
    columns[at : at + 1] = [
        Column(heading=f"Target {tahun}" if tahun else "Target", width=kolom[at].lebar, figures=True) for tahun in years
    ]
    rows = []
    for item in butir:
        cells = indicator_cells(item) | {"berkas": names[item.lembar.document.path]}
        values: list[Value] = [cells[spec.nama] or None for spec in kolom]
        values[at : at + 1] = [
            "\n".join(teks.text for other, teks in item.indikator.target if other == tahun) or None for tahun in years
        ]
        fills = ((_main(years) - 1, _OPEN),) if cells["perlu_diperiksa"] else ()
        rows.append(Row(values=tuple(values), fills=fills))
    add_sheet(book, looks, "Indikator", columns, rows, stay=2, printed=_main(years))


def _main(years: Sequence[int | None]) -> int:
    """How many columns the main ones are, `Perlu diperiksa` the last of them."""
    return sum(item.utama for item in KOLOM) - 1 + len(years)


def _positions(document: DocumentResult, name: str) -> Iterator[Row]:
    for lembar in sheets(document):
        jabatan = lembar.jabatan
        yield Row(
            values=(
                name,
                _where(jabatan.place),
                lembar.lampiran.nomor if lembar.lampiran else None,
                lembar.nama or None,
                lembar.unit or None,
                _person(jabatan.pemangku) or None,
                listed(jabatan.tugas) or None,
                listed(jabatan.fungsi) or None,
                len(jabatan.indikator),
            )
        )


def _decrees(document: DocumentResult, name: str) -> Iterator[Row]:
    for item in document.migrasi.keputusan if document.migrasi else ():
        yield Row(values=(name, *_head(item), *_body(item)))


def _head(item: Keputusan) -> tuple[Value, ...]:
    return (
        _where(item.place),
        NAMA_JENIS[item.jenis],
        number_of(item) or None,
        item.tahun,
        date_of(item) or None,
        item.tanggal_resmi,
        text_of(item.tentang) or None,
        text_of(item.penetap) or None,
        text_of(item.tempat) or None,
        _person(item.pejabat) or None,
    )


def _body(item: Keputusan) -> tuple[Value, ...]:
    program = (" ".join(filter(None, (text_of(row.nama), text_of(row.anggaran)))) for row in item.program)
    return (
        text_of(item.unit) or None,
        text_of(item.visi) or None,
        listed(item.misi) or None,
        listed(item.tujuan) or None,
        listed(item.sasaran) or None,
        "\n".join(f"{diktum.nama}: {diktum.teks.text}" for diktum in item.diktum) or None,
        "\n".join(f"{pihak.sebutan}: {_person(pihak)}" for pihak in item.pihak) or None,
        "\n".join(program) or None,
        len(item.lampiran),
        len(item.jabatan),
        len(item.indikator()),
    )


def _person(person: Pejabat | Pihak | None) -> str:
    if person is None:
        return ""
    nip = f"NIP {person.nip.text}" if person.nip is not None else ""
    parts = (text_of(person.nama), text_of(person.jabatan).rstrip(" ,"), text_of(person.pangkat), nip)
    return ", ".join(filter(None, parts))


def _citations(document: DocumentResult, name: str) -> Iterator[Row]:
    for item in document.migrasi.keputusan if document.migrasi else ():
        for rujukan in item.rujukan:
            yield Row(values=(name, *_citation(rujukan)))


def _citation(rujukan: RujukanPeraturan) -> tuple[Value, ...]:
    return (
        _where(rujukan.place),
        rujukan.bagian.value,
        rujukan.tanda,
        rujukan.jenis,
        rujukan.nomor,
        rujukan.tahun,
        rujukan.tentang,
        "perubahan" if rujukan.mengubah else None,
        "\n".join(rujukan.pengumuman) or None,
        rujukan.text,
    )


def _leftovers(document: DocumentResult, name: str) -> Iterator[Row]:
    for sisa in document.migrasi.sisa if document.migrasi else ():
        place, *words = leftover_words(sisa)
        fills = ((2, _OPEN),) if sisa.penerimaan is None else ()
        yield Row(values=(name, place or None, *(word or None for word in words), sisa.sisa_id), fills=fills)


def _documents(document: DocumentResult, name: str) -> Iterator[Row]:
    """Every document of the run, also those that failed or hold no decree."""
    counts = tally(document.migrasi)
    numbers = (counts.jabatan, counts.indikator, counts.rujukan, counts.terbuka, counts.diterima)
    remarks = remark_lines((*document.problems, *document.notes))
    yield Row(
        values=(
            name,
            STATUS_NAMES[document.status],
            document.pages,
            *(numbers if document.migrasi else (None,) * len(numbers)),
            _DONE[is_done(document)],
            "\n".join(f"{pages}: {message}" if pages else message for pages, message in remarks) or None,
        ),
        fills=((8, _OPEN),) if is_done(document) is False else (),
    )


def _where(place: Place) -> Value:
    return page_of(place) or spot_words(place)
