"""Reports, an agreement and a decree of one office through the command: what is said of them beside each other."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from pipeline.cli import main
from schemas.errors import ExitCode
from tests.link.linked_files import OFFICE, Piece, agreement, decree, report, write

LAST_YEAR = (
    ("Persentase Rumah Tangga Tahan Pangan", "%", "80,00", "81,20", "101,50"),
    ("Skor Pola Pangan Harapan", "skor", "84,00", "83,10", "98,93"),
    ("Cadangan Pangan Pemerintah Daerah", "ton", "20", "22", "110,00"),
    ("Persentase Pangan Segar yang Aman", "%", "90,00", "91,40", "101,56"),
)
THIS_YEAR = (
    ("Prosentase rumah tangga tahan pangan", "%", "82,00", "82,90", "101,10"),
    ("Skor Pola Pangan Harapan", "skor", "85,00", "85,60", "100,71"),
    ("Cadangan Pangan Pemerintah Daerah", "ton", "24", "24", "100,00"),
    ("Persentase Pangan Segar yang Aman", "%", "91,00", "92,10", "101,21"),
)
COMPARED = (
    ("Prosentase rumah tangga tahan pangan", "81,20", "82,90"),
    ("Skor Pola Pangan Harapan", "83,10", "85,60"),
    ("Cadangan Pangan Pemerintah Daerah", "22", "24"),
    ("Persentase Pangan Segar yang Aman", "91,40", "92,10"),
)
PROMISED = (
    ("Pangan cukup", "Persentase Rumah Tangga Tahan Pangan", "82 %"),
    ("Pangan beragam", "Skor Pola Pangan Harapan", "85,00"),
    ("Pangan tersedia", "Cadangan Pangan Pemerintah Daerah", "24 ton"),
    ("Pangan aman", "Persentase Pangan Segar yang Aman", "91 %"),
)
NAMES = tuple(row[1] for row in PROMISED)


def changed(rows: tuple[tuple[str, ...], ...], row: int, col: int, text: str) -> tuple[tuple[str, ...], ...]:
    return tuple(
        tuple(text if (r, c) == (row, col) else cell for c, cell in enumerate(cells)) for r, cells in enumerate(rows)
    )


def audit(folder: Path, out: Path) -> dict[str, Any]:
    """What the command says of a folder, by file name."""
    assert main(["audit", str(folder), "--out", str(out), "--format", "csv"]) in (ExitCode.OK, ExitCode.FINDINGS)
    run = json.loads((out / "findings.json").read_text(encoding="utf-8"))
    return {Path(document["path"]).name: document for document in run["documents"]}


def linked(document: dict[str, Any]) -> list[dict[str, Any]]:
    return [finding for finding in document["findings"] if finding["code"].startswith("LIN")]


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Documents that agree with each other, in both forms."""
    folder = tmp_path / "arsip"
    folder.mkdir()
    write(folder / "lkjip-2029.pdf", report(2029, LAST_YEAR))
    write(folder / "lkjip-2030.docx", report(2030, THIS_YEAR, COMPARED))
    write(folder / "pk-2030.pdf", agreement(2030, PROMISED))
    write(folder / "iku-2030.docx", decree(2030, NAMES))
    return folder


def test_documents_that_agree_are_checked_and_accused_of_nothing(archive: Path, tmp_path: Path) -> None:
    documents = audit(archive, tmp_path / "hasil")
    assert [linked(document) for document in documents.values()] == [[], [], [], []]
    tally = documents["lkjip-2030.docx"]["tally"]
    assert {code: tally[code] for code in ("LIN001", "LIN002", "LIN003")} == {
        "LIN001": {"ok": 4, "finding": 0, "unchecked": {}},
        "LIN002": {"ok": 4, "finding": 0, "unchecked": {}},
        "LIN003": {"ok": 8, "finding": 0, "unchecked": {}},
    }
    assert documents["pk-2030.pdf"]["tally"]["LIN001"] == {"ok": 0, "finding": 0, "unchecked": {}}
    assert list(tally) == sorted(tally)


@pytest.mark.parametrize("suffix", [".docx", ".pdf"])
def test_changed_target_and_realisasi_are_found_with_both_places(archive: Path, tmp_path: Path, suffix: str) -> None:
    (archive / "lkjip-2030.docx").unlink()
    rows = changed(THIS_YEAR, 1, 2, "83,00")
    write(archive / f"lkjip-2030{suffix}", report(2030, rows, changed(COMPARED, 2, 1, "27")))
    document = audit(archive, tmp_path / "hasil")[f"lkjip-2030{suffix}"]
    target, realisasi = sorted(linked(document), key=lambda finding: finding["code"])
    assert (target["code"], target["subject"]) == ("LIN001", "Skor Pola Pangan Harapan")
    assert (target["stated"]["text"], target["expected"]["text"]) == ("83,00", "85,00")
    assert [Path(item["document"] or "").name for item in target["evidence"]] == ["", "pk-2030.pdf"]
    assert (realisasi["code"], realisasi["subject"]) == ("LIN002", "Cadangan Pangan Pemerintah Daerah")
    assert (realisasi["stated"]["text"], realisasi["expected"]["text"]) == ("27", "22")
    assert f"lkjip-2030{suffix}" in realisasi["message"] and "lkjip-2029.pdf" in realisasi["message"]
    assert realisasi["evidence"][-1]["page"] == 1


def test_indicator_of_the_decree_that_the_report_drops(archive: Path, tmp_path: Path) -> None:
    write(archive / "iku-2030.docx", decree(2030, (*NAMES, "Indeks Ketahanan Pangan Desa")))
    (finding,) = linked(audit(archive, tmp_path / "hasil")["lkjip-2030.docx"])
    assert (finding["code"], finding["severity"], finding["subject"]) == (
        "LIN003",
        "advisory",
        "Indeks Ketahanan Pangan Desa",
    )
    assert Path(finding["evidence"][1]["document"]).name == "iku-2030.docx"


def test_agreement_of_a_subordinate_and_of_another_office_say_nothing(archive: Path, tmp_path: Path) -> None:
    rows = changed(PROMISED, 1, 2, "70,00")
    write(archive / "pk-2030.pdf", agreement(2030, rows, position=f"Kepala Bidang Distribusi {OFFICE}"))
    write(archive / "pk-lain.docx", agreement(2030, rows, office=OFFICE.replace("Randualas", "Seberang")))
    document = audit(archive, tmp_path / "hasil")["lkjip-2030.docx"]
    assert linked(document) == []
    assert list(document["tally"]["LIN001"]["unchecked"]) == [
        "perjanjian kinerja atau Renstra bertarget tahun laporan tidak disertakan"
    ]


def test_one_report_alone_is_unchecked_never_ok(tmp_path: Path) -> None:
    path = write(tmp_path / "lkjip.docx", report(2030, THIS_YEAR, COMPARED))
    tally = audit(path, tmp_path / "hasil")["lkjip.docx"]["tally"]
    for code in ("LIN001", "LIN002", "LIN003"):
        assert (tally[code]["ok"], tally[code]["finding"]) == (0, 0)
        assert sum(tally[code]["unchecked"].values()) == 1


def test_copies_neither_hide_nor_repeat_a_defect(archive: Path, tmp_path: Path) -> None:
    write(archive / "lkjip-2030.docx", report(2030, changed(THIS_YEAR, 1, 2, "83,00"), COMPARED))
    before = linked(audit(archive, tmp_path / "satu")["lkjip-2030.docx"])
    shutil.copy(archive / "pk-2030.pdf", archive / "salinan.pdf")
    shutil.copy(archive / "lkjip-2030.docx", archive / "salinan.docx")
    write(archive / "pk-2030-naskah.docx", agreement(2030, PROMISED))
    documents = audit(archive, tmp_path / "dua")
    after = linked(documents["lkjip-2030.docx"])
    assert len(before) == len(after) == 1
    assert [finding["finding_id"] for finding in linked(documents["salinan.docx"])] == [after[0]["finding_id"]]


def test_ids_depend_on_contents_not_on_the_order_of_files(archive: Path, tmp_path: Path) -> None:
    write(archive / "lkjip-2030.docx", report(2030, changed(THIS_YEAR, 1, 2, "83,00"), changed(COMPARED, 2, 1, "27")))
    files = sorted(archive.iterdir())
    ids = []
    for number, order in enumerate((files, files[::-1], files[2:] + files[:2])):
        out = tmp_path / f"hasil-{number}"
        main(["audit", *map(str, order), "--out", str(out), "--format", "csv"])
        run = json.loads((out / "findings.json").read_text(encoding="utf-8"))
        ids.append({item["finding_id"] for document in run["documents"] for item in linked(document)})
    assert len(ids[0]) == 2 and ids[0] == ids[1] == ids[2]
    other = write(archive / "pk-2030.pdf", (*agreement(2030, PROMISED), Piece(text="Lembar kedua")))
    out = tmp_path / "hasil-lain"
    main(["audit", *map(str, files), "--out", str(out), "--format", "csv"])
    run = json.loads((out / "findings.json").read_text(encoding="utf-8"))
    changed_ids = {item["finding_id"] for document in run["documents"] for item in linked(document)}
    assert other.exists() and len(changed_ids & ids[0]) == 1, "another agreement is another finding"


def test_figures_called_provisional_are_not_held_against_the_year_after(archive: Path, tmp_path: Path) -> None:
    write(archive / "lkjip-2030.docx", report(2030, THIS_YEAR, changed(COMPARED, 2, 1, "27")))
    write(archive / "lkjip-2029.pdf", report(2029, LAST_YEAR, note="*) Cadangan pangan masih angka sementara."))
    document = audit(archive, tmp_path / "hasil")["lkjip-2030.docx"]
    assert linked(document) == []
    assert document["tally"]["LIN002"]["unchecked"] == {
        "salah satu laporan menyebut angka sementara atau hasil revisi": 1
    }


def test_series_of_the_office_stand_in_the_yearly_list(archive: Path, tmp_path: Path) -> None:
    audit(archive, tmp_path / "hasil")
    lines = (tmp_path / "hasil" / "indikator-tahunan.csv").read_text(encoding="utf-8-sig").splitlines()
    cadangan = [line for line in lines if "Cadangan" in line]
    assert len(cadangan) == 2, "one line for each year, whatever the number of documents"
    assert "22" in cadangan[0] and "24" in cadangan[1]
