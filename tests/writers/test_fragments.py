from __future__ import annotations

import csv
import os
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.writers.cells import append_csv, begin_list
from pipeline.writers.documents_json import write_document
from pipeline.writers.fragments import add_fragments, link_folder
from pipeline.writers.klaim_csv import FILE as KLAIM_CSV
from pipeline.writers.klaim_csv import HEADER as KLAIM_HEADER
from pipeline.writers.klaim_csv import append_klaim_csv
from pipeline.writers.nilai_csv import FILE as NILAI_CSV
from pipeline.writers.nilai_csv import append_nilai_csv, begin_nilai_csv
from schemas.errors import OutputError
from schemas.kinerja import Part
from schemas.result import DocumentResult
from tests.result_values import SHA, baris, document, fakta, kalimat, klaim, laporan, printed, tabel

ODD = st.text(alphabet="=+-@'\"\\,;\n\r\t \x00\x85\u2028\u202e＝éA1", max_size=8)


def told(path: str = "lama/satu.pdf", text: str = "=Jalan, \"mantap\"\r\n") -> DocumentResult:
    row = baris(text, fakta(Part.TARGET, "80", "80", year=2023), fakta(Part.REALISASI, "-37,60", "-37.60"))
    claim = klaim(text, None, periode=text, alasan=text)
    made = laporan(tabel(row, caption=text), kalimat=(kalimat(text, claim),))
    return replace(document(path=path), laporan=made, printed=printed())


def stored(folder: Path, item: DocumentResult) -> Path:
    """What a document adds to a run folder, as the writers write it when it is done."""
    files = folder / "simpanan" / SHA[:2] / "isi"
    files.mkdir(parents=True)
    append_nilai_csv(item, files)
    append_klaim_csv(item, files)
    write_document(item, files)
    return files


def run_folder(folder: Path) -> Path:
    made = folder / ".capaian-0a1b"
    made.mkdir(parents=True)
    begin_nilai_csv(made)
    begin_list(made, file=KLAIM_CSV, header=KLAIM_HEADER)
    return made


def written_anew(folder: Path, *documents: DocumentResult) -> Path:
    made = run_folder(folder)
    for item in documents:
        append_nilai_csv(item, made)
        append_klaim_csv(item, made)
    return made


def lines(table: Path) -> list[dict[str, str]]:
    with table.open(newline="", encoding="utf-8-sig") as handle:
        return list(csv.DictReader(handle))


@pytest.mark.parametrize("path", ["lama/satu.pdf", "baru/dua, tiga.pdf", "=baru.pdf", "baru/\udce9.pdf", 'a\n"b".pdf'])
def test_the_tables_are_those_that_would_be_written_anew(tmp_path: Path, path: str) -> None:
    files, made = stored(tmp_path, told()), run_folder(tmp_path / "keluar")
    add_fragments(files, "lama/satu.pdf", made)
    add_fragments(files, path, made)
    anew = written_anew(tmp_path / "anew", told(), told(path))
    for table in (NILAI_CSV, KLAIM_CSV):
        assert (made / table).read_bytes() == (anew / table).read_bytes()


@given(ODD, ODD, ODD)
def test_all_but_the_path_stays_as_it_was(text: str, old: str, new: str) -> None:
    with TemporaryDirectory() as place:
        folder = Path(place)
        files, made = stored(folder, told(old, text)), run_folder(folder / "keluar")
        add_fragments(files, new, made)
        anew = written_anew(folder / "anew", told(new, text))
        for table in (NILAI_CSV, KLAIM_CSV):
            assert (made / table).read_bytes() == (anew / table).read_bytes()


def test_a_cell_that_was_made_harmless_is_not_changed_again(tmp_path: Path) -> None:
    files, made = stored(tmp_path, told(text="=1+1")), run_folder(tmp_path / "keluar")
    add_fragments(files, "@baru.pdf", made)
    assert {(line["path"], line["label"]) for line in lines(made / NILAI_CSV)} == {("'@baru.pdf", "'=1+1")}


def test_lines_of_another_path_between_equal_ones_are_found(tmp_path: Path) -> None:
    files, made = stored(tmp_path, told("baru.pdf")), run_folder(tmp_path / "keluar")
    append_nilai_csv(told("lama.pdf"), files)
    append_nilai_csv(told("baru.pdf"), files)
    add_fragments(files, "baru.pdf", made)
    assert [line["path"] for line in lines(made / NILAI_CSV)] == ["baru.pdf"] * 6


def test_a_table_that_was_not_asked_for_and_one_without_lines_are_left_out(tmp_path: Path) -> None:
    files, made = stored(tmp_path, told()), run_folder(tmp_path / "keluar")
    (made / KLAIM_CSV).unlink()
    (files / NILAI_CSV).unlink()
    add_fragments(files, "baru.pdf", made)
    assert not (made / KLAIM_CSV).exists()
    assert lines(made / NILAI_CSV) == []


def test_a_cell_longer_than_the_csv_module_reads_by_itself(tmp_path: Path) -> None:
    limit = csv.field_size_limit()
    long = "kata " * limit
    files, made = tmp_path / "isi", run_folder(tmp_path / "keluar")
    files.mkdir()
    append_csv(files / NILAI_CSV, [("lama.pdf", long)])
    add_fragments(files, "baru.pdf", made)
    assert (made / NILAI_CSV).read_bytes().endswith(f"\r\nbaru.pdf,{long}\r\n".encode())
    assert csv.field_size_limit() == limit


def test_tables_are_never_whole_in_memory(tmp_path: Path) -> None:
    files, made = tmp_path / "isi", run_folder(tmp_path / "keluar")
    files.mkdir()
    append_csv(files / NILAI_CSV, (("lama.pdf", "x" * 1000) for _ in range(5000)))
    tracemalloc.start()
    try:
        for path in ("lama.pdf", "baru.pdf"):
            add_fragments(files, path, made)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert (made / NILAI_CSV).stat().st_size > 10_000_000
    assert peak < 1_000_000


@pytest.mark.parametrize("damage", [b"\xff\xfe\r\n", b'lama.pdf,"tanpa akhir', b'lama.pdf,"a"b\r\n'])
def test_a_damaged_table_is_told_with_what_to_do(tmp_path: Path, damage: bytes) -> None:
    files, made = stored(tmp_path, told()), run_folder(tmp_path / "keluar")
    (files / KLAIM_CSV).write_bytes((files / KLAIM_CSV).read_bytes() + damage)
    with pytest.raises(OutputError, match=r"klaim\.csv rusak .*; jalankan lagi"):
        add_fragments(files, "lama/satu.pdf", made)


def test_the_folder_of_a_document_is_reached_by_a_link_from_the_final_place_too(tmp_path: Path) -> None:
    files, made = stored(tmp_path / "output", told()), run_folder(tmp_path / "output")
    add_fragments(files, "a.pdf", made)
    add_fragments(files, "salinan.pdf", made)
    final = made.rename(made.with_name("20240201-010000-00ff"))
    (link,) = (final / "documents").iterdir()
    assert link.name == SHA and not link.readlink().is_absolute()
    assert (link / "printed.json").samefile(files / "documents" / SHA / "printed.json")
    moved = (tmp_path / "output").rename(tmp_path / "arsip")
    assert (moved / final.name / "documents" / SHA / "tables" / "001.csv").read_text(encoding="utf-8") == ",'=1+1\n"


def test_links_lead_to_the_store_where_the_way_to_the_output_is_a_link_itself(tmp_path: Path) -> None:
    (tmp_path / "cakram" / "dalam").mkdir(parents=True)
    (tmp_path / "output").symlink_to(tmp_path / "cakram" / "dalam")
    files, made = stored(tmp_path / "output", told()), run_folder(tmp_path / "output")
    add_fragments(files, "a.pdf", made)
    assert (made / "documents" / SHA / "printed.json").is_file()


def test_a_document_that_left_nothing_adds_nothing(tmp_path: Path) -> None:
    files, made = tmp_path / "isi", run_folder(tmp_path / "keluar")
    files.mkdir()
    add_fragments(files, "a.pdf", made)
    assert {item.name for item in made.iterdir()} == {NILAI_CSV, KLAIM_CSV}


def deep(folder: Path, name: str, levels: int) -> Iterator[Path]:
    for _ in range(levels):
        folder = folder / name
        yield folder


def test_a_folder_is_copied_where_a_link_is_refused(tmp_path: Path) -> None:
    *_, far = deep(tmp_path, "f" * 238, 15)
    *_, target = deep(tmp_path, "t", 180)
    for folder in (far, target):
        folder.mkdir(parents=True)
    (far / "printed.json").write_text("{}\n", encoding="utf-8")
    way = partial(os.path.relpath, far, target)
    with pytest.raises(OSError, match="File name too long"):
        (target / "probe").symlink_to(way())
    link_folder(far, target / SHA)
    assert not (target / SHA).is_symlink()
    assert (target / SHA / "printed.json").read_text(encoding="utf-8") == "{}\n"
