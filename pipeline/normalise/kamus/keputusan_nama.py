"""What persons decided about names: keputusan-nama.csv, and nama-ditanya.csv filled in. Pure but for the reading."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from pipeline.normalise.kamus.baca import BarisCsv, baca_teks, isi_berkas, kolom_teks, kumpulkan_galat, terdekat
from pipeline.normalise.kamus.isi import BARU, SAMA, kata_dari, kode_cacat, wajib
from schemas.errors import KamusError

KOLOM = ("nama", "kode", "oleh", "tanggal")
CALON = "calon"
_DITANYA = ("nama", CALON, "kode", "putusan", "oleh", "tanggal")
_BUKAN_PUTUSAN = frozenset(("ya", "y", "yes", "tidak", "t", "no", "belum", "beda", "bukan", "lain", "-", "?"))
_TANGGAL = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_RISIKO = re.compile(r"'*[=+\-@]")


@dataclass(frozen=True, slots=True, kw_only=True)
class KeputusanNama:
    """One decision: what a name stands for.

    Attributes:
        nama: the name as printed, single spaces.
        kode: code of the kamus, a code of the person's own, `baru` (a measure of its own), or `sama` with `calon`.
        oleh: who decided; tanggal: when.
        calon: with `sama` the name that it is one with, single spaces; else "".
        tempat: file, line and column it was read from; says nothing about what was decided.
    """

    nama: str
    kode: str
    oleh: str
    tanggal: date
    calon: str = ""
    tempat: str = field(default="", compare=False)


def baca_keputusan_nama(path: Path, dikenal: Container[str]) -> tuple[KeputusanNama, ...]:
    """The decisions of a file, either form; lines of nama-ditanya.csv with a blank `putusan` are open and left out.

    Args:
        path: the file.
        dikenal: codes of the kamus; `sama` with one of them is a decision for that code.

    Raises:
        KamusError: when the file or a line of it cannot be followed.
    """
    return urai_keputusan_nama(isi_berkas(path), str(path), dikenal)


def urai_keputusan_nama(data: bytes, berkas: str, dikenal: Container[str]) -> tuple[KeputusanNama, ...]:
    """As `baca_keputusan_nama`, from the bytes of a file that messages name `berkas`."""
    if "putusan" in kolom_teks(data, berkas, _DITANYA):
        rows = [row for row in baca_teks(data, berkas, _DITANYA, lain=True) if row["putusan"]]
        kolom = "putusan"
    else:
        rows = list(baca_teks(data, berkas, KOLOM, (CALON,)))
        kolom = "kode"
    wajib(rows, "nama", kolom, "oleh", "tanggal")
    kumpulkan_galat(error for row in rows for error in _cacat(row, kolom))
    return tuple(_keputusan(row, kolom, dikenal) for row in rows)


def tulis_keputusan_nama(keputusan: Iterable[KeputusanNama]) -> str:
    """The text of a keputusan-nama.csv that reads back as these decisions; column `calon` only where one needs it."""
    items = tuple(keputusan)
    kolom = (*KOLOM, CALON) if any(item.calon for item in items) else KOLOM
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(kolom)
    for item in items:
        cells = (item.nama, item.kode, item.oleh, item.tanggal.isoformat(), item.calon)
        writer.writerow([_aman(cell) for cell in cells[: len(kolom)]])
    return out.getvalue()


def _aman(text: str) -> str:
    """A cell in one line that a spreadsheet takes for text."""
    text = " ".join(text.split())
    return "'" + text if _RISIKO.match(text) else text


def _cacat(row: BarisCsv, kolom: str) -> list[KamusError]:
    found = []
    putusan = row[kolom].lower()
    if not kata_dari(row["nama"]):
        found.append(row.salah("nama", f"“{row['nama']}” tidak memuat kata; jangan mengubah kolom ini."))
    if putusan == SAMA and not kata_dari(row[CALON]):
        found.append(row.salah(kolom, f"“{SAMA}” tanpa nama di kolom {CALON}; isi kolom itu, atau tulis kode."))
    elif putusan not in (SAMA, BARU) and (cacat := _bukan_kode(row[kolom])):
        found.append(row.salah(kolom, cacat))
    if _tanggal(row["tanggal"]) is None:
        found.append(
            row.salah("tanggal", f"“{row['tanggal']}” bukan tanggal; tulis tahun-bulan-hari, misalnya 2026-03-31.")
        )
    return found


def _bukan_kode(text: str) -> str:
    near = terdekat(text.lower(), (SAMA, BARU)) if len(text) <= len(SAMA) + 1 else ""
    if text.lower() in _BUKAN_PUTUSAN or near:
        return f"“{text}” bukan putusan{near or '.'} Isi dengan {SAMA}, {BARU}, atau kode indikator."
    return kode_cacat(text)


def _keputusan(row: BarisCsv, kolom: str, dikenal: Container[str]) -> KeputusanNama:
    kode = row[kolom].lower() if row[kolom].lower() in (SAMA, BARU) else row[kolom]
    calon = ""
    if kode == SAMA:
        berkode = kolom == "putusan" and row["kode"] in dikenal
        kode, calon = (row["kode"], "") if berkode else (SAMA, row[CALON])
    tanggal = _tanggal(row["tanggal"])
    assert tanggal is not None  # _cacat has seen to it
    return KeputusanNama(
        nama=" ".join(row["nama"].split()),
        kode=kode,
        oleh=" ".join(row["oleh"].split()),
        tanggal=tanggal,
        calon=" ".join(calon.split()),
        tempat=f"{row.tempat}, kolom {kolom}",
    )


def _tanggal(text: str) -> date | None:
    """A date as ISO writes it, or day, month, year as Indonesian spreadsheets save it."""
    found = _TANGGAL.fullmatch(text)
    try:
        return date(int(found[3]), int(found[2]), int(found[1])) if found else date.fromisoformat(text)
    except ValueError:
        return None
