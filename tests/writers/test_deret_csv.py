"""The files of series and of open questions: whole, safe for spreadsheets, and without doubles."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

from pipeline.writers.indikator_tahunan_csv import HEADER, write_indikator_tahunan_csv
from pipeline.writers.nama_ditanya_csv import write_nama_ditanya_csv
from schemas.kinerja import Part
from schemas.result import DocumentResult, RunResult
from schemas.tanya import TanyaNama
from schemas.tautan import Deret
from tests.tautan_bentuk import KANTOR, dokumen, indikator, place, sebutan


def run_of(*documents: DocumentResult, deret: tuple[Deret, ...] = ()) -> RunResult:
    return RunResult(run_id="r", started="s", tool="t", config_hash="h", documents=documents, deret=deret)


def lines(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as handle:
        return list(csv.DictReader(handle))


def test_a_line_names_value_number_and_source(tmp_path: Path) -> None:
    lama = dokumen("d/lkjip-2022.pdf", indikator("tpt", sebutan(Part.REALISASI, 2022, "5,80", page=7)), tahun=2022)
    baru = dokumen("d/lkjip-2023.pdf", indikator("tpt", sebutan(Part.REALISASI, 2022, "5,08", page=9)))
    deret = Deret(kantor=KANTOR, kode="tingkat-pengangguran-terbuka", nama="=TPT", anggota=((0, 0), (1, 0)))
    write_indikator_tahunan_csv(run_of(lama, baru, deret=(deret,)), tmp_path / "x.csv")
    (line,) = lines(tmp_path / "x.csv")
    assert tuple(line) == HEADER
    assert (line["wilayah"], line["kode"], line["tahun"]) == ("randualas", "tingkat-pengangguran-terbuka", "2022")
    assert (line["realisasi"], line["realisasi_nilai"], line["realisasi_sumber"]) == (
        "5,80",
        "5.80",
        "lkjip-2022.pdf hal. 7",
    )
    assert line["berbeda"] == "realisasi 5,08 (lkjip-2023.pdf hal. 9)"
    assert line["target"] == line["target_nilai"] == line["target_sumber"] == ""
    assert line["indikator"] == "'=TPT"


def test_a_range_has_no_single_number(tmp_path: Path) -> None:
    write_indikator_tahunan_csv(
        run_of(dokumen("a.pdf", indikator("gilir", sebutan(Part.TARGET, 2023, "95,00 – 97,00")))), tmp_path / "x.csv"
    )
    (line,) = lines(tmp_path / "x.csv")
    assert (line["target"], line["target_nilai"]) == ("95,00 – 97,00", "")


def test_a_run_without_digests_has_headings_only(tmp_path: Path) -> None:
    write_indikator_tahunan_csv(run_of(replace(dokumen("a.pdf"), ikhtisar=None)), tmp_path / "x.csv")
    write_nama_ditanya_csv(run_of(replace(dokumen("a.pdf"), ikhtisar=None)), tmp_path / "y.csv")
    assert lines(tmp_path / "x.csv") == lines(tmp_path / "y.csv") == []


def tanya(nama: str, calon: str, skor: float, page: int) -> TanyaNama:
    return TanyaNama(
        nama=nama,
        calon=calon,
        kode="tpt",
        skor=skor,
        fitur=(("kata", 0.9), ("huruf", 0.812)),
        alasan="hanya satu yang menyebut muda",
        lain="tpak",
        skor_lain=0.4,
        tempat=(("Tabel 3.1", place(page)),),
    )


def test_a_question_of_two_documents_is_one_line_with_both_places(tmp_path: Path) -> None:
    a = dokumen("a.pdf", tanya=(tanya("TPT  muda", "TPT", 0.81, 4), tanya("lain", "TPT", 0.95, 5)))
    b = dokumen("b.pdf", tanya=(tanya("TPT muda", "TPT", 0.9, 6),))
    write_nama_ditanya_csv(run_of(a, b), tmp_path / "y.csv")
    first, second = lines(tmp_path / "y.csv")
    assert (first["nama"], second["nama"]) == ("lain", "TPT muda")
    assert second["skor"] == "0.90"
    assert second["tempat"] == "a.pdf hal. 4 (Tabel 3.1); b.pdf hal. 6 (Tabel 3.1)"
    assert second["fitur"] == "kata 0.90; huruf 0.81"
    assert (second["calon_kedua"], second["skor_kedua"]) == ("tpak", "0.40")
    assert second["putusan"] == second["oleh"] == second["tanggal"] == ""


def test_many_places_are_counted(tmp_path: Path) -> None:
    asal = tanya("TPT muda", "TPT", 0.8, 1)
    banyak = replace(asal, tempat=tuple(("Tabel 3.1", place(page)) for page in range(1, 9)))
    write_nama_ditanya_csv(run_of(dokumen("a.pdf", tanya=(banyak,))), tmp_path / "y.csv")
    (line,) = lines(tmp_path / "y.csv")
    assert line["tempat"].endswith("; dan 3 tempat lain")
