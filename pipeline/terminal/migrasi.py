"""What `capaian migrate` prints: the records of every document, what was not understood, whether it is done."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from pipeline.migrasi.ringkasan import Hitungan, is_done, run_is_done, tally
from pipeline.terminal.lines import (
    STATUS_WORDS,
    Line,
    Names,
    aligned,
    is_wide,
    names_of,
    print_blocks,
    printable,
    problem_lines,
    rest,
)
from pipeline.writers.belum_dipahami_csv import FILE as BELUM_DIPAHAMI
from pipeline.writers.cells import joined
from pipeline.writers.keputusan_sqlite import Muatan
from pipeline.writers.wording import page_ranges, spot_words
from schemas.keputusan import JenisKeputusan
from schemas.migrasi import KelasSisa, Sisa
from schemas.provenance import DocxPlace
from schemas.result import DocumentResult, RunResult, Status

MOST_PIECES = 15
_LONGEST_PIECE = 90
_KINDS = {
    JenisKeputusan.KEPUTUSAN: "keputusan",
    JenisKeputusan.LAMPIRAN: "lampiran",
    JenisKeputusan.PERJANJIAN: "perjanjian",
}
_NARROW = ("Jenis", "Terbaca", "Jab.", "Ind.", "Ruj.", "Belum", "Ter.", "Selesai")
_WIDE = ("Jenis", "Terbaca", "Jabatan", "Indikator", "Rujukan", "Belum", "Diterima", "Selesai")


def print_migrate(
    run: RunResult,
    folder: Path | None,
    *,
    loaded: tuple[Path, Muatan] | None = None,
    unused: int = 0,
    stream: TextIO | None = None,
) -> None:
    """Prints the summary of a migration, as wide as the terminal.

    Args:
        run: the run.
        folder: where its files are; None when they could not be written.
        loaded: the database of its own that the records went into, with what that changed.
        unused: how many accepted ids stand for nothing in these documents.
        stream: stdout unless given.
    """
    names = names_of(run)
    shown = [names[document.path] for document in run.documents]
    rows = [_cells(document) for document in run.documents]
    wide = is_wide()
    text = aligned("Berkas", shown, _WIDE if wide else _NARROW, rows, words=2, gap="  " if wide else " ")
    blocks = [
        _skipped_lines(run, names), problem_lines(run, names), _leftover_lines(run, names),
        [*_end_lines(run), *_unused_lines(unused), *_database_lines(loaded)],
    ]  # fmt: skip
    print_blocks(text, blocks, folder, stream)


def _cells(document: DocumentResult) -> list[str]:
    words = [_kind(document), STATUS_WORDS[document.status]]
    if document.migrasi is None:
        return [*words, *["-"] * 5, "belum" if document.status is Status.FAILED else "-"]
    counts: Hitungan = tally(document.migrasi)
    numbers = (counts.jabatan, counts.indikator, counts.rujukan, counts.terbuka, counts.diterima)
    return [*words, *map(str, numbers), "ya" if is_done(document) else "belum"]


def _kind(document: DocumentResult) -> str:
    kinds = dict.fromkeys(_KINDS[item.jenis] for item in document.migrasi.keputusan) if document.migrasi else {}
    return "+".join(kinds) or "-"


def _skipped_lines(run: RunResult, names: Names) -> list[Line]:
    """Documents without a decree, by the reason why they were passed over."""
    told: dict[str, list[str]] = {}
    for document in run.documents:
        if document.status is Status.SKIPPED and document.notes:
            told.setdefault(document.notes[-1].message, []).append(names[document.path])
    lines = [Line(text="Dilewati:")] if told else []
    for message, same in told.items():
        lines.append(Line(text=f"{', '.join(same[:MOST_PIECES])}: {printable(message)}", indent=2, hang=2))
        lines += rest(same, MOST_PIECES, "dokumen", 4)
    return lines


def _leftover_lines(run: RunResult, names: Names) -> list[Line]:
    """What is left open, document by document and page by page; formulas in prose are counted by page."""
    lines: list[Line] = []
    left = MOST_PIECES
    more = 0
    for document in run.documents:
        open_pieces = document.migrasi.terbuka if document.migrasi else ()
        texts = [sisa for sisa in open_pieces if sisa.kelas is KelasSisa.TEKS]
        prose = [sisa for sisa in open_pieces if sisa.kelas is KelasSisa.RUMUS]
        if not texts and not prose:
            continue
        lines.append(Line(text=names[document.path], indent=2))
        lines += [_piece_line(sisa) for sisa in texts[:left]]
        more += len(texts[left:])
        left -= len(texts[:left])
        lines += _prose_lines(prose)
    if more:
        lines.append(Line(text=f"… dan {more} bagian lain", indent=2))
    head = f"Belum dipahami (seluruhnya di {BELUM_DIPAHAMI}):"
    return [Line(text=head), *lines] if lines else []


def _piece_line(sisa: Sisa) -> Line:
    where = spot_words(sisa.place) if sisa.place is not None else ""
    text = shortened_text(joined(sisa.text))
    return Line(text=printable(f"{where}: “{text}”: {sisa.reason}"), indent=4, hang=2)


def shortened_text(text: str) -> str:
    """The beginning of a text, cut at a blank, with … for the rest."""
    if len(text) <= _LONGEST_PIECE:
        return text
    return text[: text.rfind(" ", 0, _LONGEST_PIECE) if " " in text[:_LONGEST_PIECE] else _LONGEST_PIECE] + " …"


def _prose_lines(prose: list[Sisa]) -> Iterator[Line]:
    if prose:
        where = page_ranges(sisa.page for sisa in prose if sisa.page is not None) or _rows_of(prose)
        yield Line(text=f"{len(prose)} {KelasSisa.RUMUS.value}: {where}", indent=4, hang=2)


def _rows_of(pieces: list[Sisa]) -> str:
    """Blocks of a Word file with the rows of their tables, `blok 64 baris 37, 44`."""
    rows: dict[int, list[str]] = {}
    for place in (sisa.place for sisa in pieces):
        if isinstance(place, DocxPlace):
            rows.setdefault(place.block, []).extend([str(place.row + 1)] if place.row is not None else [])
    return "; ".join(f"blok {number + 1}" + (f" baris {', '.join(at)}" if at else "") for number, at in rows.items())


def _end_lines(run: RunResult) -> list[Line]:
    answers = [is_done(document) for document in run.documents if is_done(document) is not None]
    if not answers:
        return [Line(text="Tidak ada keputusan, lampiran indikator, atau perjanjian kinerja yang dimuat.")]
    if run_is_done(run):
        return [Line(text=f"Selesai: ya, {len(answers)} dokumen.")]
    done = f"Selesai: belum, {answers.count(True)} dari {len(answers)} dokumen."
    advice = f"Periksa {BELUM_DIPAHAMI}; untuk yang dapat diterima isi kolom diterima (ya) dan oleh,"
    return [Line(text=f"{done} {advice} lalu jalankan lagi dengan --diterima.")]


def _unused_lines(unused: int) -> list[Line]:
    text = f"{unused} baris yang diterima tidak ada padanannya dalam dokumen-dokumen ini."
    return [Line(text=text)] if unused else []


def _database_lines(loaded: tuple[Path, Muatan] | None) -> list[Line]:
    if loaded is None:
        return []
    path, muatan = loaded
    counts = f"{muatan.baru} dokumen baru, {muatan.diperbarui} diperbarui, {muatan.sama} tidak berubah"
    return [Line(text=f"Basis data {printable(str(path))}: {counts}.")]
