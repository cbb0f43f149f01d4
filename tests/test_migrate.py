from __future__ import annotations

import csv
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from pipeline.cli import main
from pipeline.intake import find_documents
from pipeline.migrasi.daftar import number_of
from pipeline.run import extract_found, migrate_file, migrate_found
from schemas.errors import ExitCode, IntakeError
from schemas.keputusan import JenisKeputusan
from schemas.migrasi import KelasSisa, Penerimaan
from schemas.result import Status
from schemas.rumus import JenisRumus
from tests.small_decrees import PROSE, ROW, write_decree_docx, write_decree_pdf
from tests.small_files import write_docx

SCHEMAS = Path(__file__).parents[1] / "schemas" / "json"


@pytest.mark.parametrize("write", [write_decree_docx, write_decree_pdf])
def test_a_decree_becomes_a_record_with_its_formula_read(tmp_path: Path, write: Any) -> None:
    path = write(tmp_path / ("a.docx" if write is write_decree_docx else "a.pdf"), (ROW, PROSE))
    document = migrate_file(path)
    assert document.migrasi is not None and document.status is Status.OK
    (keputusan,) = document.migrasi.keputusan
    assert keputusan.jenis is JenisKeputusan.KEPUTUSAN
    assert (number_of(keputusan), keputusan.tahun) == ("500.2/31/KEP/2031", 2031)
    first, second = keputusan.indikator()
    assert first.rumus is not None and first.rumus.jenis is JenisRumus.RASIO
    assert second.formula is not None and second.formula.text == PROSE[3]
    assert [(sisa.kelas, sisa.text) for sisa in document.migrasi.sisa] == [(KelasSisa.RUMUS, PROSE[3])]
    assert document.claims.read == 0 and not document.tally


def test_what_a_person_accepted_is_taken_off(tmp_path: Path) -> None:
    path = write_decree_docx(tmp_path / "a.docx", (ROW, PROSE))
    open_one = migrate_file(path)
    assert open_one.migrasi is not None
    (sisa,) = open_one.migrasi.terbuka
    done = migrate_file(path, diterima={sisa.sisa_id: Penerimaan(oleh="Sri")})
    assert done.migrasi is not None and done.migrasi.selesai and done.migrasi.sisa[0].sisa_id == sisa.sisa_id


def test_the_library_door_raises(tmp_path: Path) -> None:
    with pytest.raises(IntakeError):
        migrate_file(tmp_path / "tidak-ada.pdf")


def test_a_report_among_decrees_is_passed_over_and_equal_files_count_once(tmp_path: Path) -> None:
    write_decree_docx(tmp_path / "a.docx")
    (tmp_path / "b.docx").write_bytes((tmp_path / "a.docx").read_bytes())
    write_docx(tmp_path / "c.docx")
    (tmp_path / "d.docx").write_text("bukan Word")
    first, second, third, fourth = migrate_found(find_documents([tmp_path])).documents
    assert [item.status for item in (first, second, third, fourth)] == [
        Status.OK, Status.SKIPPED, Status.SKIPPED, Status.FAILED,
    ]  # fmt: skip
    assert second.notes[0].kind == "same-content" and str(tmp_path / "a.docx") in second.notes[0].message
    assert [note.kind for note in third.notes] == ["no-decree"]
    assert second.migrasi is None and third.migrasi is None and fourth.migrasi is None


def test_extract_reads_the_same_records(tmp_path: Path) -> None:
    found = find_documents([write_decree_docx(tmp_path / "a.docx", (ROW, PROSE))])
    (extracted,), (document,) = extract_found(found).documents, migrate_found(found).documents
    assert extracted.laporan is not None and document.migrasi is not None
    assert extracted.laporan.keputusan == document.migrasi.keputusan


def run(*arguments: str | Path) -> int:
    return main(["migrate", *map(str, arguments)])


def lines(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8-sig") as handle:
        return list(csv.DictReader(handle))


def load(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def test_the_command_writes_one_folder_that_agrees_with_itself(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_decree_docx(tmp_path / "a.docx", (ROW, PROSE))
    write_decree_pdf(tmp_path / "b.pdf", sheets=2)
    write_docx(tmp_path / "c.docx")
    out = tmp_path / "muat"
    assert run(tmp_path, "--out", out) == ExitCode.OK
    printed = capsys.readouterr().out
    assert "Selesai: belum, 1 dari 2 dokumen." in printed and f"Hasil lengkap: {out}" in " ".join(printed.split())
    record = load(out / "migrasi.json")
    Draft202012Validator(load(SCHEMAS / "migrasi.schema.json")).validate(record)
    counts = {Path(item["path"]).name: item["counts"]["indikator"] for item in record["documents"]}
    assert counts == {"a.docx": 2, "b.pdf": 2, "c.docx": 0}
    decrees = load(out / "decree.json")
    validator = Draft202012Validator(load(SCHEMAS / "decree.schema.json"))
    validator.validate(decrees)
    for item in decrees["documents"]:
        own = load(out / "documents" / item["sha256"] / "decree.json")
        validator.validate(own)
        assert own["documents"] == [item]
    assert len(decrees["documents"]) == 2 and len(list((out / "documents").iterdir())) == 2
    assert len(lines(out / "indikator.csv")) == 4
    with closing(sqlite3.connect(out / "keputusan.sqlite")) as connection:
        assert connection.execute("SELECT count(*) FROM indikator_terkini").fetchone() == (4,)
    assert "pipeline.run" in (out / "run.log").read_text(encoding="utf-8")


def test_the_list_filled_in_and_given_back_ends_the_migration(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write_decree_docx(tmp_path / "a.docx", (ROW, PROSE))
    assert run(path, "--out", tmp_path / "satu") == ExitCode.OK
    (line,) = lines(tmp_path / "satu" / "belum-dipahami.csv")
    filled = tmp_path / "terima.csv"
    with filled.open("w", newline="", encoding="utf-8") as handle:
        writer = csv.DictWriter(handle, [*line], delimiter=";")
        writer.writeheader()
        writer.writerow(line | {"diterima": "ya", "oleh": "Sri"})
        writer.writerow(line | {"id": "bd-lama", "diterima": "ya", "oleh": "Sri"})
    capsys.readouterr()
    assert run(path, "--out", tmp_path / "dua", "--diterima", filled) == ExitCode.OK
    printed = capsys.readouterr().out
    assert "Selesai: ya, 1 dokumen." in printed and "1 baris yang diterima tidak ada padanannya" in printed
    assert load(tmp_path / "dua" / "migrasi.json")["selesai"] is True
    (again,) = lines(tmp_path / "dua" / "belum-dipahami.csv")
    assert (again["id"], again["diterima"], again["oleh"]) == (line["id"], "ya", "Sri")


def test_a_database_of_its_own_grows_from_run_to_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    database, out = tmp_path / "semua.sqlite", tmp_path / "muat"
    first, second = write_decree_docx(tmp_path / "a.docx"), write_decree_pdf(tmp_path / "b.pdf")
    assert run(first, "--db", database, "--out", out) == ExitCode.OK
    assert not (out / "keputusan.sqlite").exists()
    assert run(first, second, "--db", database, "--out", out) == ExitCode.OK
    assert "1 dokumen baru, 0 diperbarui, 1 tidak berubah" in " ".join(capsys.readouterr().out.split())
    with closing(sqlite3.connect(database)) as connection:
        before = list(connection.iterdump())
    assert run(first, second, "--db", database, "--out", out) == ExitCode.OK
    with closing(sqlite3.connect(database)) as connection:
        assert list(connection.iterdump()) == before


def test_exit_code_4_where_nothing_holds_a_decree(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write_docx(tmp_path / "laporan.docx")
    assert run(path, "--out", tmp_path / "muat") == ExitCode.NOTHING_READ
    assert "Tidak ada keputusan" in capsys.readouterr().out
    assert load(tmp_path / "muat" / "migrasi.json")["documents"][0]["status"] == "skipped"
