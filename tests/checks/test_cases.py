"""Runs the case files: every check has cases in which it fires and cases in which it keeps silent."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.aturan import tetapkan_aturan
from pipeline.checks import ALL_CHECKS, CHECKS, CHECKS_TAUTAN
from pipeline.checks.base import HEADINGS, Check
from pipeline.checks.base_tautan import CheckTautan
from pipeline.klaim import judge_claims
from schemas.finding import Finding, Outcome, OutcomeStatus, Severity
from tests.checks.laporan_toml import laporan
from tests.checks.tautan_toml import tautan

CASES = Path(__file__).parent / "cases"
CHECK_FILES = Path(__file__).resolve().parents[2] / "pipeline" / "checks"
BY_CODE = {check.code: check for check in CHECKS}
BY_CODE_TAUTAN = {check.code: check for check in CHECKS_TAUTAN}

# Code, name and severity as the list of checks states them; a code never changes its meaning.
DECLARED = """
HIT001 capaian-salah-hitung error
HIT002 rumus-salah-arah decision
HIT003 rumus-tidak-konsisten error
HIT004 realisasi-salah-hitung error
HIT005 pengali-keliru error
HIT006 rata-rata-salah error
HIT007 pembagian-tak-terdefinisi error
HIT008 periode-tidak-sepadan decision
PRE001 predikat-tidak-sesuai-skala decision
PRE002 status-bertentangan decision
PRE003 skala-bercelah presentation
PRE004 istilah-di-luar-skala presentation
KON001 target-berbeda-antar-tabel error
KON002 target-beda-dari-perjanjian-kinerja error
KON003 target-beda-dari-renstra error
KON004 realisasi-berbeda-antar-tabel error
KON005 capaian-berbeda-antar-tabel error
KON006 identitas-dilanggar error
KON007 satuan-berbeda presentation
KON008 indikator-tidak-dilaporkan error
KON009 jumlah-disebut-salah error
KON010 baris-ganda error
KON011 target-di-bawah-realisasi-lalu advisory
ANG001 induk-bukan-jumlah-anak error
ANG002 persen-serapan-salah error
ANG003 sisa-anggaran-salah error
ANG004 total-anggaran-berbeda error
ANG005 efisiensi-salah error
ANG006 baris-hilang error
ANG007 nama-kegiatan-ganda error
ANG008 fisik-tidak-sepadan error
ANG009 realisasi-melebihi-anggaran advisory
NAR001 angka-narasi-beda-dari-tabel error
NAR002 selisih-tahun-salah error
NAR003 persen-untuk-poin presentation
NAR004 arah-kata-salah error
NAR005 besaran-salah error
NAR006 hitungan-kalimat-salah error
JML001 total-tabel-salah error
ANK001 angka-cacat error
ANK002 pemisah-bercampur presentation
RUM001 persentase-tanpa-rasio error
RUM002 jumlah-berumus-rasio error
RUM003 rumus-melingkar error
RUM004 rasio-terbalik error
RUM005 pengali-tidak-sesuai error
RUM006 rumus-tidak-memuat-nama error
RUM007 templat-rumus-keliru error
STR001 nomor-tanggal-kosong error
STR002 penomoran-lompat presentation
STR003 tahun-judul-berbeda presentation
STR004 bagian-hilang error
STR005 istilah-iku-iki-tertukar presentation
STR006 sistematika-lkjip-kurang advisory
STR007 sumber-atau-penanggung-jawab-kosong presentation
LIN001 target-beda-dari-dokumen-perjanjian error
LIN002 realisasi-lalu-diubah error
LIN003 iku-tidak-sama advisory
"""
DECLARED_BY_CODE = {line.split()[0]: tuple(line.split()[1:]) for line in DECLARED.strip().splitlines()}


def cases() -> Iterator[Any]:
    for path in sorted(CASES.glob("*.toml")):
        for number, kasus in enumerate(tomllib.loads(path.read_text(encoding="utf-8"))["kasus"], start=1):
            yield pytest.param(path.stem, kasus, id=f"{path.stem}-{number}-{kasus['nama'].replace(' ', '_')}")


@pytest.mark.parametrize(("code", "kasus"), list(cases()))
def test_case(code: str, kasus: dict[str, Any]) -> None:
    outcomes = outcomes_of(code, kasus)
    findings = [outcome.finding for outcome in outcomes if outcome.finding is not None]
    assert len(findings) == kasus["temuan"], [finding.message for finding in findings] or outcomes
    status = Counter(outcome.status for outcome in outcomes)
    for key, wanted in (("ok", OutcomeStatus.OK), ("tak_diperiksa", OutcomeStatus.UNCHECKED)):
        if key in kasus:
            assert status[wanted] == kasus[key], outcomes
    reasons = {outcome.reason for outcome in outcomes if outcome.status is OutcomeStatus.UNCHECKED}
    assert kasus.get("alasan") in (None, *reasons), reasons
    text = " | ".join(_text(finding) for finding in findings)
    for part in kasus.get("memuat", []):
        assert part in text, text
    if "severity" in kasus:
        assert {finding.severity for finding in findings} == {Severity(kasus["severity"])}


def outcomes_of(code: str, kasus: dict[str, Any]) -> list[Outcome]:
    """What the check says of the report of a case, or of its first document beside the others."""
    if code in BY_CODE_TAUTAN:
        return list(BY_CODE_TAUTAN[code].run(tautan(kasus)))
    return list(BY_CODE[code].run(judge_claims(tetapkan_aturan(laporan(kasus)))))


def _text(finding: Finding) -> str:
    """What a finding says to its reader, once it is sure that it says anything."""
    assert finding.subject
    assert finding.message.endswith(".")
    places = [f"{item.text} {item.document or ''}" for item in finding.evidence]
    return " | ".join([finding.message, finding.hint or "", *places])


@pytest.mark.parametrize("check", ALL_CHECKS, ids=lambda check: check.code)
def test_every_check_has_a_firing_and_a_silent_case(check: Check | CheckTautan) -> None:
    path = CASES / f"{check.code}.toml"
    assert path.exists(), f"write {path.name}"
    firing = [kasus["temuan"] > 0 for kasus in tomllib.loads(path.read_text(encoding="utf-8"))["kasus"]]
    assert any(firing), "no firing case"
    assert not all(firing), "no silent case"


def test_every_case_file_belongs_to_a_check() -> None:
    assert {path.stem for path in CASES.glob("*.toml")} <= {check.code for check in ALL_CHECKS}


def test_table_is_complete_and_sorted() -> None:
    files = {path.stem for path in CHECK_FILES.glob("*.py") if not path.stem.startswith(("__init__", "base"))}
    tables = (CHECKS, CHECKS_TAUTAN, ALL_CHECKS)
    listed = [[f"{check.code.lower()}_{check.name.replace('-', '_')}" for check in table] for table in tables]
    assert set(listed[2]) == files
    assert all(names == sorted(names) for names in listed)
    assert sorted(listed[0] + listed[1]) == listed[2]


def test_codes_names_and_severities_are_the_declared_ones() -> None:
    assert {check.code: (check.name, check.severity.value) for check in ALL_CHECKS} == DECLARED_BY_CODE


@pytest.mark.parametrize("check", ALL_CHECKS, ids=lambda check: check.code)
def test_text_for_the_auditor_has_all_headings(check: Check | CheckTautan) -> None:
    positions = [check.doc.find(f"\n{heading}\n") for heading in HEADINGS]
    assert -1 not in positions, f"headings missing or not on their own line: {check.doc}"
    assert positions == sorted(positions)
    bodies = re.split("|".join(f"\n{heading}\n" for heading in HEADINGS), check.doc)[1:]
    assert all(body.strip() for body in bodies), "an empty section"
