"""The errors planted between the short reports and other documents are found, all of them and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from pipeline.intake import find_documents
from pipeline.run import audit_found
from samples.make_samples import FOLDER
from samples.seri import GALAT_SERI, GalatSeri
from schemas.result import DocumentResult

PUBLIC = "public report"
"""How the planted errors name the one document that is not among the samples."""

Found = set[tuple[str, str, str, str]]


def audited(*folders: Path) -> tuple[DocumentResult, ...]:
    return audit_found(find_documents(folders)).documents


@pytest.fixture(scope="module")
def documents() -> tuple[DocumentResult, ...]:
    return audited(FOLDER)


def found(documents: Iterable[DocumentResult]) -> Found:
    """(file, code, subject, what the other document says) of every finding between documents."""
    return {
        (Path(item.path).name, finding.code, finding.subject, finding.expected.text if finding.expected else "")
        for item in documents
        for finding in item.findings
        if finding.code.startswith("LIN")
    }


def planted(errors: Iterable[GalatSeri], *, suffixes: tuple[str, ...] = (".docx", ".pdf")) -> Found:
    """The same of planted errors; of a dropped indicator no value is told."""
    return {
        (Path(error.berkas).name + suffix, error.kode, error.nama, "" if error.kode == "LIN003" else error.benar)
        for error in errors
        for suffix in suffixes
    }


def same(a: Found, b: Found) -> bool:
    """Whether findings and planted errors are the same; a unit behind a number makes no difference."""

    def bare(items: Found) -> set[tuple[str, ...]]:
        return {(file, code, subject, text.partition(" ")[0]) for file, code, subject, text in items}

    return bare(a) == bare(b)


def test_errors_between_samples_are_found_and_nothing_else(documents: tuple[DocumentResult, ...]) -> None:
    wanted = planted(error for error in GALAT_SERI if PUBLIC not in error.acuan)
    assert len(wanted) == 6
    assert same(found(documents), wanted), found(documents)


def test_samples_without_errors_were_compared(documents: tuple[DocumentResult, ...]) -> None:
    tally = {Path(item.path).name: item.tally for item in documents}
    for name, code, rows in (
        ("perikanan-2025-benar.pdf", "LIN001", 6),
        ("perikanan-2025-benar.docx", "LIN003", 16),
        ("dinas-benar.docx", "LIN002", 8),
    ):
        assert (tally[name][code].ok, tally[name][code].finding) == (rows, 0), (name, tally[name][code])


@pytest.mark.shared
def test_errors_against_the_public_report_are_found_and_nothing_else(shared_dir: Path) -> None:
    documents = audited(FOLDER / "lkjip", shared_dir / "documents" / "real" / "pemprov-sumut")
    wanted = planted(error for error in GALAT_SERI if PUBLIC in error.acuan)
    assert same({item for item in found(documents) if item[0].startswith("provinsi")}, wanted), found(documents)
    right = [item.tally["LIN002"] for item in documents if Path(item.path).stem == "provinsi-2021-benar"]
    assert [(tally.ok, tally.finding) for tally in right] == [(8, 0)] * 2


@pytest.mark.shared
def test_two_targets_of_a_public_agreement_stand_exchanged_in_its_report(shared_dir: Path) -> None:
    documents = audited(shared_dir / "documents" / "real" / "jabar-disnak")
    findings = [
        finding for item in documents for finding in item.findings if finding.code in ("LIN001", "LIN002", "LIN003")
    ]
    assert sorted((item.stated.text, item.expected.text) for item in findings if item.stated and item.expected) == [
        ("52", "65"), ("65", "52")
    ]  # fmt: skip
    assert all(item.hint and item.hint.startswith("tertukar") for item in findings) and len(findings) == 2
