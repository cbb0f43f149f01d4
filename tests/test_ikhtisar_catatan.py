"""Notes of a report: provisional or revised figures, and former names of indicators."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ikhtisar.nama_lama import pisah_nama_lama
from pipeline.ikhtisar.sementara import catatan_sementara
from schemas.tautan import Ciri, Ikhtisar
from tests.checks.tautan_toml import ikhtisar

BARIS = """
Indeks Mutu Benih | 80 | 82
Persentase Kebun Terawat | 70 | 71
Jumlah Lumbung Desa | 12 | 13
"""


def digest(*teks: str, baris: str = BARIS) -> Ikhtisar:
    tabel: dict[str, Any] = {"kolom": ["target", "realisasi"], "baris": baris}
    return ikhtisar({"berkas": "a.pdf", "tabel": [tabel], "teks": list(teks)})


def silenced(*teks: str, baris: str = BARIS) -> list[str] | None:
    """First names of the indicators that notes speak of, None where they speak of all."""
    found = digest(*teks, baris=baris)
    if Ciri.DIREVISI in found.ciri:
        return None
    return [item.nama[0] for item in found.indikator if item.sementara]


@pytest.mark.parametrize(
    "teks",
    [
        ("*) Angka Sementara",),
        ("Realisasi tahun 2029 sudah direvisi oleh BPS.",),
        ("capaian tahun 2029 pada laporan lalu disesuaikan",),
        ("Seluruh angka dalam laporan ini masih sementara, termasuk Indeks Mutu Benih.",),
        ("Indeks Mutu Benih dan indikator lainnya masih sementara.",),
        ("Sebagian data sementara, antara lain Jumlah Lumbung Desa.",),
        ("Data sementara produksi padi.",),
        ("Realisasi Indeks Mutu Benih merupakan angka sementara.", "Keterangan: *) angka sementara"),
    ],
)
def test_note_that_names_nothing_or_everything_is_of_the_whole_report(teks: tuple[str, ...]) -> None:
    assert silenced(*teks) is None


@pytest.mark.parametrize(
    ("teks", "wanted"),
    [
        (("Realisasi Indeks Mutu Benih merupakan angka sementara.",), ["Indeks Mutu Benih"]),
        (("Indeks Mutu Benih dan Jumlah Lumbung Desa masih sementara.",), ["Indeks Mutu Benih", "Jumlah Lumbung Desa"]),
        (
            ("Persentase kebun terawat tahun 2029 memakai", "data hasil revisi dinas kebun."),
            ["Persentase Kebun Terawat"],
        ),
        (
            ("Rapat membahas Indeks Mutu Benih. Jumlah Lumbung Desa masih sementara. Selesai.",),
            ["Jumlah Lumbung Desa"],
        ),
        (("Nilai SAKIP tetap, sementara itu realisasi anggaran naik.",), []),
        (("Upaya perbaikan capaian kinerja terus dilakukan.",), []),
    ],
)
def test_note_is_of_the_indicators_that_it_names(teks: tuple[str, ...], wanted: list[str]) -> None:
    assert silenced(*teks) == wanted


@pytest.mark.parametrize(
    "baris",
    [
        BARIS.replace("| 82", "| 82*"),
        BARIS.replace("Indeks Mutu Benih", "Indeks Mutu Benih *)"),
    ],
)
def test_note_with_a_mark_is_of_the_figures_that_bear_it(baris: str) -> None:
    (only,) = silenced("*) angka sementara", baris=baris) or []
    assert only.startswith("Indeks Mutu Benih")
    assert silenced("angka sementara", baris=baris) is None


def test_marked_note_speaks_of_what_it_names_and_of_what_is_marked() -> None:
    marked = BARIS.replace("| 13", "| 13 *")
    assert silenced("*) Indeks Mutu Benih telah direvisi; capaian sementara", baris=marked) is None
    assert silenced("*) Angka Indeks Mutu Benih tahun 2029 direvisi", baris=marked) == [
        "Indeks Mutu Benih",
        "Jumlah Lumbung Desa",
    ]


def test_line_of_a_table_above_a_note_is_no_part_of_it() -> None:
    assert catatan_sementara(["Indeks Mutu Benih 80 82", "Angka sementara", "BAB IV PENUTUP"]) == ("Angka sementara",)
    assert catatan_sementara(["tidak ada apa-apa"]) == ()
    assert catatan_sementara([]) == ()


def test_note_that_wraps_is_one_sentence() -> None:
    teks = [
        "Bab ini pendek. Jumlah lumbung yang tercatat pada tahun lalu masih",
        "bersifat sementara menurut catatan dinas pada akhir tahun anggaran",
        "dan akan diperbarui. Kalimat lain.",
    ]
    (only,) = catatan_sementara(teks)
    assert only.strip().startswith("Jumlah lumbung") and only.strip().endswith("diperbarui.")


@given(st.lists(st.sampled_from(["angka", "sementara", "Tabel 3.", "*)", "Indeks Mutu", "tahun", "."]), max_size=9))
def test_notes_are_found_wherever_they_break(teks: list[str]) -> None:
    assert bool(catatan_sementara(teks)) == ("angka sementara" in " ".join(teks))


@pytest.mark.parametrize(
    ("label", "nama", "lama"),
    [
        ("Laju Mutu Benih (semula: Indeks Mutu Benih)", "Laju Mutu Benih", ("Indeks Mutu Benih",)),
        ("Laju Mutu Benih (sebelumnya bernama “Indeks Mutu Benih”)", "Laju Mutu Benih", ("Indeks Mutu Benih",)),
        ("Laju Mutu Benih [dahulu Indeks Mutu Benih (IMB)] (%)", "Laju Mutu Benih (%)", ("Indeks Mutu Benih (IMB)",)),
        ("Laju Mutu Benih (d/h Indeks Mutu Benih)", "Laju Mutu Benih", ("Indeks Mutu Benih",)),
        ("Indeks Mutu Benih (sebelumnya 82,5)", "Indeks Mutu Benih (sebelumnya 82,5)", ()),
        ("Indeks Mutu Benih (semula sebesar 80 persen)", "Indeks Mutu Benih (semula sebesar 80 persen)", ()),
        ("Indeks Mutu Benih (semula target 80)", "Indeks Mutu Benih (semula target 80)", ()),
        ("Indeks Mutu Benih (lama)", "Indeks Mutu Benih (lama)", ()),
        ("(semula: Indeks Mutu Benih)", "(semula: Indeks Mutu Benih)", ()),
        ("Indeks Mutu Benih (IMB)", "Indeks Mutu Benih (IMB)", ()),
    ],
)
def test_former_name_is_told_from_other_notes(label: str, nama: str, lama: tuple[str, ...]) -> None:
    assert pisah_nama_lama([label]) == ((nama,), lama)


def test_names_with_and_without_their_note_are_one() -> None:
    labels = ["Laju Mutu Benih", "Laju Mutu Benih (semula: Indeks Mutu Benih)", "Mutu Benih"]
    assert pisah_nama_lama(labels) == (("Laju Mutu Benih", "Mutu Benih"), ("Indeks Mutu Benih",))


def test_former_names_stand_in_the_digest() -> None:
    found = digest(baris="Laju Mutu Benih (semula: Indeks Mutu Bibit) | 80 | 82")
    assert [(item.nama, item.dahulu) for item in found.indikator] == [(("Laju Mutu Benih",), ("Indeks Mutu Bibit",))]
