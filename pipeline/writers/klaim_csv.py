"""klaim.csv: every claim and verdict in the sentences of a document, one line each, with how it ended."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pipeline.daftar import ButirKlaim, claims
from pipeline.writers.cells import append_csv, box_text, joined
from pipeline.writers.wording import spot_words
from schemas.angka import Angka
from schemas.kinerja import Laporan
from schemas.narasi import Klaim, RujukanFakta, VonisTeks
from schemas.provenance import page_of
from schemas.result import DocumentResult

FILE = "klaim.csv"
HEADER = (
    "berkas", "halaman", "tempat", "kalimat", "indikator", "peran", "teks", "nilai", "satuan", "tahun", "periode",
    "baris", "hasil", "pemeriksaan", "aturan", "alasan", "kotak",
)  # fmt: skip


def append_klaim_csv(document: DocumentResult, folder: Path) -> None:
    """Appends the claims of one document to `klaim.csv` in folder."""
    if document.laporan is not None:
        laporan = document.laporan
        append_csv(folder / FILE, (_line(document.path, laporan, butir) for butir in claims(laporan)))


def _line(path: str, laporan: Laporan, butir: ButirKlaim) -> tuple[str, ...]:
    return (
        path,
        str(page_of(butir.place) or ""),
        joined(spot_words(butir.place)),
        joined(butir.kalimat.teks.text),
        joined(butir.indikator),
        *_said(butir),
        _row_names(laporan, butir.baris),
        butir.hasil.value,
        ", ".join(butir.pemeriksaan),
        "; ".join(butir.aturan),
        butir.alasan or "; ".join(butir.lain),
        box_text(butir.place),
    )


def _said(butir: ButirKlaim) -> tuple[str, str, str, str, str, str]:
    """Role, printed characters, value, unit, year and period."""
    if butir.klaim is not None:
        return _number(butir.klaim)
    assert butir.vonis is not None  # one of both is there
    return _verdict(butir.vonis)


def _number(klaim: Klaim) -> tuple[str, str, str, str, str, str]:
    teks = klaim.teks
    year = str(teks.tahun or "")
    return teks.peran.value, joined(teks.angka), _value(klaim.angka), _unit(klaim.angka), year, teks.periode or ""


def _verdict(vonis: VonisTeks) -> tuple[str, str, str, str, str, str]:
    """A verdict has itself for its value (`gagal`, `tercapai`), a class without verdict the class."""
    role = "vonis" if vonis.vonis is not None else "kelas"
    value = vonis.vonis.value if vonis.vonis is not None else joined(vonis.kelas or "")
    return role, joined(vonis.text), value, "", str(vonis.tahun or ""), ""


def _value(angka: Angka) -> str:
    """The number with a decimal point, words like juta applied; both ends of a range; blank when it is no number."""
    ends = [format(end, "f") for end in (angka.value, angka.upper) if end is not None]
    return (angka.operator or "") + "..".join(ends)


def _unit(angka: Angka) -> str:
    return angka.unit or ("%" if angka.percent else "Rp" if angka.currency else "")


def _row_names(laporan: Laporan, rows: Sequence[RujukanFakta]) -> str:
    """`Tabel 2.2 … | Tabel 3.1 …: label of the row`, rows of one label together, other labels behind a semicolon."""
    tables: dict[str, dict[str, None]] = {}
    for rujukan in rows:
        tabel = laporan.tabel[rujukan.tabel]
        label = joined(tabel.baris[rujukan.baris].label)
        tables.setdefault(label, {})[joined(tabel.judul)] = None
    return "; ".join(f"{' | '.join(names)}: {label}" for label, names in tables.items())
