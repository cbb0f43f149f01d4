"""Rows whose names the kamus knows under other words: identity and direction from its entry, questions for the rest."""

from __future__ import annotations

from pathlib import Path

from pipeline.normalise import explain_matches, normalise
from pipeline.normalise.gabung import memakai_berkas
from schemas.kinerja import Arah, Kind, Laporan, Part
from tests.normalise.laporan_uji import baris, fakta, identitas, induk, laporan, tabel

LAIN = "Persentase terpenuhinya lowongan kerja"
RAGU = "Persentase terpenuhinya lowongan kerja melalui pameran kerja"


def satu(*labels: str) -> Laporan:
    return normalise(laporan(tabel(*(baris(label, isi=(fakta(Part.TARGET),)) for label in labels))))


def test_other_words_for_an_entry_give_its_code_and_direction() -> None:
    hasil = satu(LAIN)
    assert identitas(hasil) == [["lowongan-kerja-terpenuhi"]]
    assert hasil.tabel[0].baris[0].arah is Arah.NAIK
    assert hasil.tanya == ()


def test_a_unit_that_contradicts_the_entry_keeps_the_row_apart() -> None:
    tonase = baris(LAIN, satuan="ton", isi=(fakta(Part.TARGET),))
    assert identitas(normalise(laporan(tabel(tonase)))) != [["lowongan-kerja-terpenuhi"]]


def test_a_name_near_an_entry_is_asked_about_and_stays_its_own() -> None:
    hasil = satu(RAGU)
    assert identitas(hasil) != [["lowongan-kerja-terpenuhi"]]
    (pertanyaan,) = hasil.tanya
    assert (pertanyaan.nama, pertanyaan.kode) == (RAGU, "lowongan-kerja-terpenuhi")
    assert dict(pertanyaan.fitur)
    assert len(pertanyaan.tempat) == 1


def test_a_new_name_is_not_asked_about() -> None:
    assert satu("Jumlah lampu hias taman yang menyala").tanya == ()


def test_the_explanation_speaks_of_the_same_identity() -> None:
    rows = laporan(tabel(baris(LAIN, isi=(fakta(Part.TARGET),))))
    assert [match.indikator for match in explain_matches(rows)] == ["lowongan-kerja-terpenuhi"]


def test_what_a_person_decided_is_not_asked_again(tmp_path: Path) -> None:
    path = tmp_path / "keputusan-nama.csv"
    lines = ["nama,kode,oleh,tanggal", *(f"{nama},baru,Sri,2026-03-01" for nama in (RAGU, LAIN))]
    path.write_text("\n".join(lines), encoding="utf-8")
    with memakai_berkas(None, path):
        hasil = satu(RAGU, LAIN)
    assert hasil.tanya == ()
    assert "lowongan-kerja-terpenuhi" not in identitas(hasil)[0]


def test_a_decision_about_one_item_leaves_the_others_under_their_heading(tmp_path: Path) -> None:
    def ternak() -> Laporan:
        atas = induk("Jumlah populasi ternak")
        items = [baris(label, isi=(fakta(Part.TARGET),)) for label in ("Sapi Potong", "Kambing", "Domba")]
        return laporan(tabel(atas, *items), tabel(atas, *items, kind=Kind.PERJANJIAN))

    tanpa = identitas(normalise(ternak()))
    path = tmp_path / "keputusan-nama.csv"
    path.write_text("nama,kode,oleh,tanggal\nSapi Potong,sapi-potong-kita,Sri,2026-03-01\n", encoding="utf-8")
    with memakai_berkas(None, path):
        dengan = identitas(normalise(ternak()))
    assert [table[2:] for table in dengan] == [table[2:] for table in tanpa]
    assert {table[1] for table in dengan} == {"sapi-potong-kita"}
