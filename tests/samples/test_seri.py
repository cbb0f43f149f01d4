"""The short reports: clean by themselves, and different from the right ones only where an error is planted."""

from __future__ import annotations

from dataclasses import fields

import pytest

from pipeline.run import audit_file
from samples.figures import INDIKATOR
from samples.make_samples import FOLDER
from samples.naskah_seri import capaian, naskah_seri
from samples.seri import (
    GALAT_SERI,
    IRIGASI_2023,
    PERIKANAN_2025,
    PERIKANAN_KELIRU,
    PROVINSI_2021,
    PROVINSI_KELIRU,
    BarisSeri,
    LaporanSeri,
)
from schemas.finding import Severity
from schemas.kinerja import Kind, Part

NAMA = {
    "irigasi-2023": IRIGASI_2023,
    "perikanan-2025-benar": PERIKANAN_2025,
    "perikanan-2025-keliru": PERIKANAN_KELIRU,
    "provinsi-2021-benar": PROVINSI_2021,
    "provinsi-2021-keliru": PROVINSI_KELIRU,
}
PASANGAN = (("perikanan-2025", PERIKANAN_2025, PERIKANAN_KELIRU), ("provinsi-2021", PROVINSI_2021, PROVINSI_KELIRU))


def ubahan(benar: LaporanSeri, keliru: LaporanSeri) -> dict[str, tuple[str, ...]]:
    ada = {b.kunci: b for b in keliru.baris}
    beda: dict[str, tuple[str, ...]] = {}
    for baris in benar.baris:
        lain = ada.get(baris.kunci)
        if lain is None:
            beda[baris.kunci] = ("(missing)",)
        elif lain != baris:
            isi = [getattr(lain, f.name) for f in fields(BarisSeri) if getattr(lain, f.name) != getattr(baris, f.name)]
            beda[baris.kunci] = tuple(isi)
    return beda


@pytest.mark.parametrize("nama, benar, keliru", PASANGAN, ids=[p[0] for p in PASANGAN])
def test_the_wrong_report_differs_only_in_what_is_listed(nama: str, benar: LaporanSeri, keliru: LaporanSeri) -> None:
    tercatat = {g.kunci: (g.salah,) for g in GALAT_SERI if g.berkas == f"lkjip/{nama}-keliru"}
    assert ubahan(benar, keliru) == tercatat
    assert tercatat


def test_the_year_before_prints_what_the_later_report_says_of_it() -> None:
    kelak = {i.kunci: i.lalu for i in INDIKATOR}
    assert {b.kunci: (b.lalu, b.realisasi) for b in IRIGASI_2023.baris} == {
        b.kunci: kelak[b.kunci] for b in IRIGASI_2023.baris
    }
    assert any(b.nama not in {i.nama for i in INDIKATOR} for b in IRIGASI_2023.baris)


def test_capaian_turns_round_where_lower_is_better() -> None:
    baris = PROVINSI_2021.baris[4]
    assert (baris.turun, capaian(baris)) == (True, "96,13")
    assert capaian(PROVINSI_2021.baris[0]) == "100,08"


@pytest.mark.parametrize("kind", ("pdf", "docx"))
@pytest.mark.parametrize("nama", NAMA)
def test_each_is_read_whole_and_is_clean_by_itself(nama: str, kind: str) -> None:
    document = audit_file(FOLDER / "lkjip" / f"{nama}.{kind}")
    grave = (Severity.DECISION, Severity.ERROR, Severity.PRESENTATION)
    assert [(f.code, f.message) for f in document.findings if f.severity in grave] == []
    assert document.laporan is not None
    (tabel,) = document.laporan.of_kind(Kind.CAPAIAN)
    dibaca = [
        tuple(fakta.text for part in (Part.TARGET, Part.REALISASI, Part.CAPAIAN) for fakta in baris.all(part))
        for baris in tabel.baris
    ]
    assert dibaca == [(b.target, b.realisasi, capaian(b)) for b in NAMA[nama].baris]
    assert document.tahun == NAMA[nama].tahun
    assert document.instansi == NAMA[nama].kantor


def test_a_report_prints_every_indicator_in_three_tables() -> None:
    naskah = naskah_seri(PERIKANAN_2025)
    for kunci in ("perjanjian", "capaian", "perbandingan"):
        assert [b.kunci for b in naskah.tabel(kunci).baris] == [b.kunci for b in PERIKANAN_2025.baris]
