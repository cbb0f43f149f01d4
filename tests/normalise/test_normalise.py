"""Identities over the tables of a report: what joins, what stays apart, and how it is explained."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path

import pytest

from pipeline.normalise import Hasil, explain_matches, normalise
from schemas.angka import AngkaKind
from schemas.kinerja import Arah, Baris, JenisBaris, Kind, Kolom, Part, Tabel
from tests.normalise.laporan_uji import baris, fakta, identitas, induk, laporan, tabel


def test_other_spellings_in_other_tables_join() -> None:
    hasil = normalise(
        laporan(
            tabel("Persentase koperasi sehat sekali", "Tingkat Pengangguran Terbuka (TPT)"),
            tabel("Prosentase Koperasi Sehat Sekali", "TPT", kind=Kind.PERJANJIAN),
        )
    )
    atas, bawah = identitas(hasil)
    assert atas == bawah == ["persentase-koperasi-sehat-sekali", "tingkat-pengangguran-terbuka"]


def test_two_texts_of_one_table_are_two_indicators() -> None:
    hasil = normalise(laporan(tabel("Angka Pengangguran", "Tingkat Pengangguran Terbuka")))
    (atas,) = identitas(hasil)
    assert atas[0] != atas[1] == "tingkat-pengangguran-terbuka"


def test_a_row_printed_twice_is_one_indicator() -> None:
    (atas,) = identitas(normalise(laporan(tabel("Persentase guru terlatih baik", "Presentase guru terlatih baik"))))
    assert atas[0] == atas[1]


def test_two_rows_as_near_leave_the_third_alone() -> None:
    rows = laporan(
        tabel("Persentase kampung hijau bersih lestari"),
        tabel("Persentase kampung bersih hijau lestari", "Persentase kampung lestari bersih hijau"),
    )
    (satu,), lain = identitas(normalise(rows))
    assert satu not in lain
    assert all(match.putusan.hasil is Hasil.TANYA for match in explain_matches(rows))


def test_the_clearly_nearer_row_is_taken() -> None:
    rows = laporan(
        tabel("Persentase kampung hijau bersih lestari"),
        tabel("Persentase kampung bersih hijau lestari", "Tingkat kampung hijau bersih lestari"),
    )
    (satu,), (urutan, sama) = identitas(normalise(rows))
    assert satu == sama != urutan


def test_groups_never_join_two_rows_of_one_table_through_a_third() -> None:
    rows = laporan(
        tabel("Persentase pasar rakyat tertata", "Tingkat pasar rakyat tertata"),
        tabel("Cakupan pasar rakyat tertata"),
        tabel("Proporsi pasar rakyat tertata"),
    )
    hasil = identitas(normalise(rows))
    assert hasil[0][0] != hasil[0][1]


@pytest.mark.parametrize("jenis", [JenisBaris.JUMLAH, JenisBaris.RATA_RATA])
def test_aggregates_have_no_identity(jenis: JenisBaris) -> None:
    row = baris("Rata-rata capaian", jenis=jenis)
    assert identitas(normalise(laporan(tabel("Indeks Gini", row)))) == [["indeks-gini", ""]]


def test_headings_without_figures_have_no_identity() -> None:
    kepala = induk("Jumlah populasi ternak :")
    berisi = baris("Jumlah produksi ternak :", jenis=JenisBaris.INDUK, isi=(fakta(Part.TARGET),))
    ((kosong, ada),) = identitas(normalise(laporan(tabel(kepala, berisi))))
    assert kosong == ""
    assert ada == "jumlah-produksi-ternak"


def test_short_labels_mean_what_their_heading_says() -> None:
    satu = tabel(induk("Jumlah produksi:"), "Kambing", "Domba", induk("Jumlah populasi:"), "Kambing", "Domba")
    dua = tabel(induk("Jumlah populasi"), "Kambing", induk("Jumlah produksi"), "Kambing")
    a, b = identitas(normalise(laporan(satu, dua)))
    assert a[1] == b[3] and a[4] == b[1]
    assert len({*a, *b} - {""}) == 4
    assert a[1] == "jumlah-produksi--kambing"


def test_short_labels_without_anything_to_compare_stay_apart() -> None:
    rows = laporan(tabel("Kambing"), tabel("Kambing"))
    (a,), (b,) = identitas(normalise(rows))
    assert a != b
    assert {match.putusan.hasil for match in explain_matches(rows)} == {Hasil.TANYA}


def berapa(*rows: Baris) -> int:
    """Number of different identities of rows that stand in a table each."""
    return len({kode for (kode,) in identitas(normalise(laporan(*map(tabel, rows))))})


def test_short_labels_join_by_unit_or_by_sasaran() -> None:
    a, b = baris("Kambing", satuan="Ekor"), baris("Kambing", satuan="ekor")
    assert berapa(a, b) == 1
    a, b = baris("Kambing", sasaran="Naiknya produksi"), baris("Kambing", sasaran="Naiknya Produksi")
    assert berapa(a, b) == 1
    a, b = baris("Kambing", sasaran="Naiknya produksi"), baris("Kambing", sasaran="Terjaganya mutu")
    assert berapa(a, b) == 2
    a, b = baris("Kambing", satuan="Ekor"), baris("Kambing", satuan="%")
    assert berapa(a, b) == 2


def test_short_labels_of_other_units_are_other_things() -> None:
    a, b = baris("Ayam Buras", satuan="Ekor"), baris("Ayam Buras", satuan="Ton")
    assert berapa(a, b) == 2
    assert berapa(a, baris("Ayam Buras", satuan="ekor")) == 1


def test_a_row_that_announces_a_sasaran_is_no_indicator() -> None:
    (atas,) = identitas(
        normalise(laporan(tabel("Sasaran strategis : Meningkatnya mutu", "Misi 2 : Maju", "Indeks Gini")))
    )
    assert atas == ["", "", "indeks-gini"]


def test_short_labels_twice_in_a_table_are_not_one() -> None:
    (atas,) = identitas(normalise(laporan(tabel("Jumlah dokumen", "Jumlah dokumen", "Kambing", "Kambing"))))
    assert len(set(atas)) == 4


def test_a_heading_ends_at_a_label_that_stands_for_itself() -> None:
    rows = tabel(induk("Jumlah produksi:"), "Kambing", "Persentase kelompok tani ternak maju", "Domba")
    (atas,) = identitas(normalise(laporan(rows)))
    assert atas[1].startswith("jumlah-produksi--")
    assert not atas[3].startswith("jumlah-produksi--")


def test_a_heading_does_not_reach_rows_of_its_own_level() -> None:
    rows = tabel(induk("Jumlah produksi:", level=1), baris("Kambing", level=2), baris("Domba", level=1))
    (atas,) = identitas(normalise(laporan(rows)))
    assert atas[1] == "jumlah-produksi--kambing"
    assert "jumlah-produksi" not in atas[2]


def test_a_name_without_kind_is_told_apart_by_its_unit() -> None:
    orang = baris("Penyerapan lulusan balai latihan kerja", satuan="Orang")
    persen = baris("Penyerapan lulusan balai latihan kerja", satuan="%")
    (a,), (b,) = identitas(normalise(laporan(tabel(orang), tabel(persen))))
    assert a != b


def test_a_wrong_unit_does_not_hide_the_same_indicator() -> None:
    a, b = baris("Nilai SAKIP", satuan="Nilai"), baris("Nilai SAKIP", satuan="%")
    (x,), (y,) = identitas(normalise(laporan(tabel(a), tabel(b))))
    assert x == y == "nilai-sakip"


def test_own_office_is_left_unsaid() -> None:
    rows = laporan(
        tabel("Nilai SAKIP Dinas Perikanan Kabupaten Sukamaju"),
        tabel("Nilai SAKIP", "Nilai SAKIP Dinas Kesehatan"),
        instansi="Dinas Perikanan Kabupaten Sukamaju",
    )
    (a,), (b, c) = identitas(normalise(rows))
    assert a == b != c


def test_other_tables_are_left_as_they_are() -> None:
    anggaran = tabel(baris("Program Kepegawaian", satuan="Rp"), kind=Kind.ANGGARAN)
    lain = tabel("Persentase penduduk miskin", kind=Kind.LAIN)
    asal = laporan(anggaran, lain)
    assert normalise(asal) == asal


def test_budget_tables_by_indicator_have_identities() -> None:
    kolom = (Kolom(col=1, part=Part.LABEL, header="Indikator Kinerja"),)
    hasil = normalise(laporan(tabel("Indeks Gini", kind=Kind.ANGGARAN, kolom=kolom)))
    assert identitas(hasil) == [["indeks-gini"]]


def test_direction_comes_from_heading_when_the_label_says_nothing() -> None:
    rows = tabel(induk("Jumlah produksi:"), "Kambing", induk("Jumlah kasus penyakit hewan menular"), "Surra")
    arah = [row.arah for row in normalise(laporan(rows)).tabel[0].baris]
    assert arah == [Arah.TIDAK_DIKETAHUI, Arah.NAIK, Arah.TIDAK_DIKETAHUI, Arah.TURUN]


def test_range_only_with_a_range_as_target() -> None:
    target = fakta(Part.TARGET, "3±1", kind=AngkaKind.RANGE)
    for isi, arah in (((target,), Arah.RENTANG), ((fakta(Part.TARGET),), Arah.TIDAK_DIKETAHUI)):
        (row,) = normalise(laporan(tabel(baris("Laju Inflasi", isi=isi)))).tabel[0].baris
        assert row.arah is arah


def test_explanations_cover_every_indicator_once() -> None:
    rows = laporan(
        tabel("Indeks Gini", "Persentase bengkel uji laik", baris("Jumlah", jenis=JenisBaris.JUMLAH)),
        tabel("Gini Ratio", "Persentase bengkel motor uji laik"),
    )
    found = explain_matches(rows)
    assert [(match.table, match.row) for match in found] == [(0, 0), (0, 1), (1, 0), (1, 1)]
    assert [match.putusan.hasil for match in found] == [Hasil.SAMA, Hasil.TANYA, Hasil.SAMA, Hasil.TANYA]
    assert found[1].runner_up == found[3].indikator
    assert "motor" in found[1].putusan.alasan
    assert 0 < found[1].putusan.skor <= 1


def test_a_name_like_no_other_is_new() -> None:
    (match,) = explain_matches(laporan(tabel("Persentase mercusuar berlampu ganda")))
    assert (match.putusan.hasil, match.runner_up, match.putusan.skor) == (Hasil.BEDA, None, 0.0)


def test_empty_report_and_empty_labels() -> None:
    assert normalise(laporan()) == laporan()
    assert identitas(normalise(laporan(tabel("", "  ", "-", "...", "(%)")))) == [[""] * 5]


def test_numbers_and_words_for_sums_name_nothing() -> None:
    rows = tabel("3", "5 6 7", "Rata – rata", "JUMLAH", "Total", "a")
    assert identitas(normalise(laporan(rows))) == [[""] * 6]


def _tabel_emas(rows: list[dict[str, object]], kind: Kind) -> Tabel:
    lines: list[Baris] = []
    for row in rows:
        cells = row["cells"]
        assert isinstance(cells, dict)
        lines.append(baris(str(row["label"]), satuan=cells.get("satuan"), isi=(fakta(Part.TARGET),)))
    return tabel(*lines, kind=kind)


@pytest.mark.shared
def test_tables_of_a_whole_report_line_up(shared_dir: Path) -> None:
    """Four and five printings of the same 23 indicators, transcribed from page pictures."""
    rows = json.loads((shared_dir / "golden" / "rows.json").read_text(encoding="utf-8"))
    tables: dict[tuple[str, str], list[dict[str, object]]] = defaultdict(list)
    for row in rows:
        if row["file"].startswith("pemprov-sumut"):
            tables[row["table"], row["kind"]].append(row)
    asal = laporan(
        *(_tabel_emas(members, Kind(kind)) for (_, kind), members in tables.items()),
        instansi="Pemerintah Provinsi Sumatera Utara",
    )
    hasil = identitas(normalise(asal))
    assert len(hasil) == 5
    assert all(len(set(table)) == len(table) == 23 for table in hasil)
    assert all(table == hasil[0] for table in hasil)
