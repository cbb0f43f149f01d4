"""Documents whose figures differ for a reason that nobody is to be accused of."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.link.linked_files import Piece, agreement, decree, report, write
from tests.link.test_linked_documents import COMPARED, LAST_YEAR, NAMES, PROMISED, THIS_YEAR, audit, changed, linked


def replaced(pieces: tuple[Piece, ...], *pairs: tuple[str, str]) -> tuple[Piece, ...]:
    found = []
    for piece in pieces:
        text = piece.text
        for old, new in pairs:
            text = text.replace(old, new)
        found.append(Piece(text=text, table=piece.table))
    return tuple(found)


def unchecked(run: dict[str, Any], code: str) -> set[str]:
    return {reason for doc in run.values() if code in doc["tally"] for reason in doc["tally"][code]["unchecked"]}


def silent(tmp_path: Path, **files: tuple[Piece, ...]) -> dict[str, Any]:
    folder = tmp_path / "arsip"
    folder.mkdir()
    for name, pieces in files.items():
        write(folder / f"{name}.docx", pieces)
    run = audit(folder, tmp_path / "hasil")
    assert [item["message"] for doc in run.values() for item in linked(doc)] == []
    return run


def test_target_that_is_only_rounded(tmp_path: Path) -> None:
    lkjip = report(2030, changed(THIS_YEAR, 1, 2, "85,5"), COMPARED)
    run = silent(tmp_path, lkjip=lkjip, pk=agreement(2030, changed(PROMISED, 1, 2, "85,46")))
    assert "target dibulatkan di salah satu dokumen" in unchecked(run, "LIN001")


@pytest.mark.parametrize("janji", ["3,32", "4,15"])
def test_index_on_a_scale_of_four_or_five(tmp_path: Path, janji: str) -> None:
    rows = (*THIS_YEAR[:3], ("Indeks Kepuasan Masyarakat", "indeks", "83,00", "84,00", "101,20"))
    pk = (*PROMISED[:3], ("x", "Indeks Kepuasan Masyarakat", janji))
    run = silent(tmp_path, lkjip=report(2030, rows), pk=agreement(2030, pk))
    assert "satuan target berbeda antardokumen" in unchecked(run, "LIN001")


@pytest.mark.parametrize("bulan", ["November", "Desember"])
def test_agreement_without_a_year_signed_before_its_year(tmp_path: Path, bulan: str) -> None:
    pk = agreement(2030, changed(PROMISED, 1, 2, "86,00"))
    pk = replaced(pk, ("PERJANJIAN KINERJA TAHUN 2030", "PERJANJIAN KINERJA"), ("12 Januari 2030", f"28 {bulan} 2029"))
    silent(tmp_path, lalu=report(2029, LAST_YEAR), kini=report(2030, THIS_YEAR, COMPARED), pk=pk)


def test_decree_made_at_the_end_of_the_reported_year(tmp_path: Path) -> None:
    iku = decree(2030, (*NAMES[:3], "Indeks Kepatuhan Petani Garam"))
    iku = replaced(iku, ("5 Maret 2030", "28 Desember 2030"), ("TAHUN 2030", ""))
    silent(tmp_path, lkjip=report(2030, THIS_YEAR, COMPARED), iku=iku)


def test_reports_of_two_units_below_one_letterhead(tmp_path: Path) -> None:
    kop = (Piece(text="PEMERINTAH KABUPATEN LAMONGAN"),)
    satu = report(2029, changed(LAST_YEAR, 0, 3, "60,20"), office="SMP NEGERI 1 DEKET")
    silent(tmp_path, a=(*kop, *satu), b=(*kop, *report(2030, THIS_YEAR, COMPARED, office="SMP NEGERI 2 BABAT")))
