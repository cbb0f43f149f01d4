from __future__ import annotations

import csv
import re
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.writers import EXTRACT_WRITERS
from pipeline.writers.klaim_csv import HEADER
from schemas.angka import Angka, AngkaKind
from schemas.kinerja import Arah, Laporan, Part
from schemas.narasi import HasilKlaim, Peran, Perihal, Putusan, RujukanFakta, RujukanKlaim, Vonis
from schemas.result import DocumentResult
from tests.result_values import (
    angka,
    baris,
    document,
    docx_place,
    failed,
    fakta,
    kalimat,
    klaim,
    laporan,
    tabel,
    uji,
    vonis,
)

ROW = RujukanFakta(tabel=0, baris=0)


def with_laporan(made: Laporan) -> DocumentResult:
    return replace(document(), laporan=made)


def lines(folder: Path, *documents: DocumentResult, file: str = "klaim.csv") -> list[dict[str, str]]:
    (writer,) = (writer for writer in EXTRACT_WRITERS if writer.file == file)
    assert writer.begin is not None and writer.add is not None
    writer.begin(folder)
    for item in documents:
        writer.add(item, folder)
    with (folder / file).open(newline="", encoding="utf-8-sig") as handle:
        return list(csv.DictReader(handle))


def test_a_claim_is_one_line_with_its_row_and_how_it_ended(tmp_path: Path) -> None:
    item = klaim(
        "94,54%", "94.54", mulai=10, tahun=2023, periode="triwulan III", label="Jalan\nmantap", baris=(ROW,),
        hasil=HasilKlaim.BEDA_TABEL,
    )  # fmt: skip
    item = replace(item, angka=replace(item.angka, percent=True))
    sentence = kalimat("Realisasi 94,54%\npada triwulan III.", item)
    (line,) = lines(tmp_path, with_laporan(laporan(tabel(baris("Jalan mantap")), kalimat=(sentence,))))
    assert line == {
        "berkas": "lapor/contoh.pdf", "halaman": "3", "tempat": "hal. 3",
        "kalimat": "Realisasi 94,54% pada triwulan III.",
        "indikator": "Jalan mantap", "peran": "realisasi", "teks": "94,54%", "nilai": "94.54", "satuan": "%",
        "tahun": "2023", "periode": "triwulan III", "baris": "Tabel 3.1 Capaian Kinerja: Jalan mantap",
        "hasil": "berbeda dari tabel", "pemeriksaan": "", "aturan": "", "alasan": "", "kotak": "72.0,100.0,120.3,112.0",
    }  # fmt: skip
    assert tuple(line) == HEADER


def test_verdicts_and_classes_have_lines_of_their_own(tmp_path: Path) -> None:
    verdicts = (vonis("belum tercapai", Vonis.GAGAL, mulai=7), vonis("Tinggi", None, "Tinggi", mulai=40))
    judged = uji(RujukanKlaim(kalimat=0, vonis=0), fakta=(ROW,), subjek="Jalan mantap")
    made = laporan(
        tabel(baris("Jalan mantap"), caption=None), kalimat=(kalimat("Target belum …", vonis=verdicts),), uji=(judged,)
    )
    first, second = lines(tmp_path, with_laporan(made))
    assert [first[key] for key in ("peran", "teks", "nilai", "indikator", "baris", "hasil", "alasan")] == [
        "vonis", "belum tercapai", "gagal", "Jalan mantap", "tabel ke-1: Jalan mantap", "cocok dengan tabel", "",
    ]  # fmt: skip
    assert (second["peran"], second["teks"], second["hasil"]) == ("kelas", "Tinggi", "tidak diperiksa")
    assert second["alasan"]


def test_the_row_that_decided_is_named_before_those_that_are_only_bound(tmp_path: Path) -> None:
    bound = tuple(RujukanFakta(tabel=0, baris=number) for number in range(3))
    rows = tabel(baris("Jalan mantap"), baris("Jalan\nmantap"), baris("Jembatan"), caption="Tabel 2.1")
    other = replace(tabel(baris("Jalan mantap"), caption=None), index=1, number=4)
    sentence = kalimat("Lima 5 dan 6.", klaim("5", "5", baris=bound), klaim("6", "6", mulai=11, baris=bound))
    facts = (RujukanFakta(tabel=0, baris=0, fakta=2), RujukanFakta(tabel=1, baris=0, fakta=1))
    judged = uji(RujukanKlaim(kalimat=0, klaim=1), fakta=facts)
    found = lines(tmp_path, with_laporan(laporan(rows, other, kalimat=(sentence,), uji=(judged,))))
    assert [line["baris"] for line in found] == [
        "Tabel 2.1: Jalan mantap; Tabel 2.1: Jembatan",
        "Tabel 2.1 | tabel ke-5: Jalan mantap",
    ]


def test_a_line_names_the_check_and_the_rule_that_decided_and_why_another_could_not(tmp_path: Path) -> None:
    right, left = RujukanKlaim(kalimat=0, klaim=0), RujukanKlaim(kalimat=0, klaim=1)
    sentence = kalimat(
        "Naik 5 dari 6.",
        klaim("5", "5", hasil=HasilKlaim.SALAH_HITUNG),
        klaim("6", "6", mulai=11, hasil=HasilKlaim.COCOK_TABEL),
    )
    wrong = replace(uji(right, left, putusan=Putusan.SALAH), perihal=Perihal.SELISIH, aturan="a − b")
    same = replace(uji(left, fakta=(ROW,)), perihal=Perihal.TABEL, aturan="target tabel")
    unknown = replace(uji(right, left, putusan=Putusan.TAK_DIUJI, alasan="arah tidak pasti"), perihal=Perihal.ARAH_KATA)
    made = laporan(tabel(baris("Jalan mantap")), kalimat=(sentence,), uji=(wrong, same, unknown))
    found = lines(tmp_path, with_laporan(made))
    assert [tuple(line[key] for key in ("teks", "pemeriksaan", "aturan", "alasan")) for line in found] == [
        ("5", "NAR002", "a − b", "arah tidak pasti"),
        ("6", "NAR001", "target tabel", "arah tidak pasti"),
    ]


def test_a_claim_that_was_not_checked_always_has_a_reason(tmp_path: Path) -> None:
    sentence = kalimat("Lima 5 dan 6.", klaim("5", "5"), klaim("6", "6", mulai=11, alasan="lain tahun"))
    found = lines(tmp_path, with_laporan(laporan(kalimat=(sentence,))))
    assert [bool(line["alasan"]) for line in found] == [True, True]
    assert found[1]["alasan"] == "lain tahun"


@pytest.mark.parametrize(
    ("number", "value", "unit"),
    [
        (replace(angka("Rp 1,5 juta", "1500000"), currency=True), "1500000", "Rp"),
        (replace(angka("4 Dokumen", "4"), unit="Dokumen"), "4", "Dokumen"),
        (replace(angka("5 – 7", "5"), kind=AngkaKind.RANGE, upper=angka("7", "7").value), "5..7", ""),
        (replace(angka("≤ 5", "5"), kind=AngkaKind.OPERATOR, operator="<="), "<=5", ""),
        (replace(angka("3 E", "3E+3")), "3000", ""),
        (Angka(text="25.000.0000", kind=AngkaKind.MALFORMED), "", ""),
    ],
)
def test_value_and_unit_of_a_number(tmp_path: Path, number: Angka, value: str, unit: str) -> None:
    item = replace(klaim("x", None, peran=Peran.NILAI), angka=number)
    (line,) = lines(tmp_path, with_laporan(laporan(kalimat=(kalimat("x", item),))))
    assert (line["nilai"], line["satuan"]) == (value, unit)


def test_word_file_has_no_page_and_no_box_and_a_failed_document_no_line(tmp_path: Path) -> None:
    sentence = kalimat("Nilai 5.", klaim("5", "5", place=docx_place()))
    (line,) = lines(tmp_path, failed(), with_laporan(laporan(kalimat=(sentence,))))
    assert (line["halaman"], line["kotak"]) == ("", "")
    assert line["tempat"] == "“BAB III”, blok 8, baris 3"


def test_spreadsheets_are_told_the_encoding_once(tmp_path: Path) -> None:
    item = with_laporan(laporan(kalimat=(kalimat("Nilai 5.", klaim("5", "5")),)))
    lines(tmp_path, item, item)
    assert (tmp_path / "klaim.csv").read_bytes().count(b"\xef\xbb\xbf") == 1


@given(st.text(alphabet=st.sampled_from("=+-@＝1,5 \t\n\r\";'A"), min_size=1, max_size=12))
def test_no_cell_is_a_formula_and_no_text_breaks_the_lines(text: str) -> None:
    item = klaim(text, None, label=text, periode=text, baris=(ROW,), alasan=text)
    made = with_laporan(
        laporan(tabel(baris(text), caption=text), kalimat=(kalimat(text, item, vonis=(vonis(text, None, text),)),))
    )
    with TemporaryDirectory() as folder:
        found = lines(Path(folder), made)
    assert len(found) == 2
    for line in found:
        assert None not in line and set(line) == set(HEADER)
        risky = [cell for cell in line.values() if re.match(r"[=+@＝\t\r\n]|-(?=.*[^\d.,\s%-])", cell)]
        assert not [cell for cell in risky if not re.fullmatch(r"[+-]?\s*(?:\d[\d.,\s]*%?|-*)", cell)]


def test_an_indicator_is_one_line_as_printed(tmp_path: Path) -> None:
    figures = (fakta(Part.TARGET, "80,\n00 %", "80.00", year=2023), fakta(Part.CAPAIAN, "-37,60", "-37.60"))
    row = replace(
        baris("=Jalan\nmantap", *figures),
        indikator="jalan-mantap", arah=Arah.NAIK, satuan="%", sasaran="Meningkatnya\nakses",
    )  # fmt: skip
    (line,) = lines(tmp_path, failed(), with_laporan(laporan(tabel(row))), file="indikator.csv")
    assert line == {
        "berkas": "lapor/contoh.pdf", "indikator": "'=Jalan mantap", "identitas": "jalan-mantap", "satuan": "%",
        "arah": "naik", "sasaran": "Meningkatnya akses", "tahun": "2023", "target": "80, 00 %", "realisasi": "",
        "capaian": "-37,60", "tabel": "Tabel 3.1 Capaian Kinerja", "halaman": "3",
    }  # fmt: skip
