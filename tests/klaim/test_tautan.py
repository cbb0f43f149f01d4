"""Claims bound to rows: by a name in the sentence, by reference, in a list, or not at all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.klaim.nama.tautan import bind
from schemas.kinerja import Laporan
from schemas.narasi import Kalimat
from tests.checks.laporan_toml import laporan as tabel_toml
from tests.klaim.bentuk import kalimat, laporan

_TABEL = tabel_toml(
    {
        "tabel": [
            {
                "kolom": ["target@2030", "realisasi@2030"],
                "baris": "Persentase Berkas Tepat Waktu {id=berkas} | 90% | 91%\n"
                "Nilai Kepuasan Pemohon {id=puas} | 80 | 85",
            },
            {
                "kind": "anggaran",
                "kolom": ["anggaran", "realisasi_anggaran"],
                "baris": "Penataan Ruang Arsip {id=} {nomor=1} | 20.000.000 | 19.000.000",
            },
        ]
    }
).tabel


def _ikat(*teks: str) -> list[str]:
    """Labels of all claims, in order; the reason for an unbound one."""
    return _label(bind(laporan(*teks, tabel=_TABEL)))


def _label(hasil: tuple[Kalimat, ...]) -> list[str]:
    return [klaim.label or klaim.alasan or "?" for satu in hasil for klaim in satu.klaim]


def test_nearest_name_before_the_number() -> None:
    teks = (
        "Persentase Berkas Tepat Waktu terealisasi {realisasi:91%} dari target {target:90%}, sedangkan "
        "Nilai Kepuasan Pemohon mencapai {realisasi:85}."
    )
    berkas, puas = "Persentase Berkas Tepat Waktu", "Nilai Kepuasan Pemohon"
    assert _ikat(teks) == [berkas, berkas, puas]


def test_bound_claim_has_identity_and_rows() -> None:
    klaim = bind(laporan("Nilai Kepuasan Pemohon sebesar {nilai:85}.", tabel=_TABEL))[0].klaim[0]
    assert klaim.indikator == "puas"
    assert [(item.tabel, item.baris) for item in klaim.baris] == [(0, 1)]


def test_amount_is_bound_to_its_budget_row() -> None:
    klaim = bind(laporan("Penataan Ruang Arsip dengan pagu sebesar {anggaran:Rp 20.000.000}.", tabel=_TABEL))[0].klaim[
        0
    ]
    assert (klaim.label, klaim.indikator) == ("Penataan Ruang Arsip", "")
    assert [(item.tabel, item.baris) for item in klaim.baris] == [(1, 0)]


@pytest.mark.parametrize(
    ("kedua", "terikat"),
    [
        ("Indikator ini terealisasi {realisasi:91%}.", True),
        ("Realisasi tahun 2030 sebesar {realisasi:91%}.", True),
        ("Tercatat capaian {capaian:101%}.", True),
        ("Jumlah pemohon naik menjadi {nilai:412}.", False),
    ],
)
def test_sentence_without_name_refers_only_by_its_opening(kedua: str, terikat: bool) -> None:
    found = _ikat("Persentase Berkas Tepat Waktu memenuhi target {target:90%}.", kedua)[1]
    assert (found == "Persentase Berkas Tepat Waktu") is terikat


def test_reference_does_not_cross_paragraphs() -> None:
    found = _ikat(
        "Persentase Berkas Tepat Waktu memenuhi target {target:90%}.", "", "Indikator ini naik ke {nilai:91%}."
    )
    assert found[1] == "kalimat tidak menyebut nama indikator atau kegiatan pada tabel"


def test_reference_to_two_names_is_open() -> None:
    pertama = "Persentase Berkas Tepat Waktu {realisasi:91%} dan Nilai Kepuasan Pemohon {realisasi:85} naik."
    assert _ikat(pertama, "Indikator ini terealisasi {realisasi:91%}.")[2].startswith("kalimat tidak menyebut")


def test_list_of_names_before_one_number_is_open() -> None:
    teks = "Persentase Berkas Tepat Waktu dan Nilai Kepuasan Pemohon tercapai {capaian:100%}."
    assert _ikat(teks) == ["beberapa indikator dalam satu kalimat"]


def test_names_in_turn() -> None:
    teks = (
        "Persentase Berkas Tepat Waktu dan Nilai Kepuasan Pemohon masing-masing mencapai "
        "{realisasi:91%} dan {realisasi:85}."
    )
    assert _ikat(teks) == ["Persentase Berkas Tepat Waktu", "Nilai Kepuasan Pemohon"]


def test_names_in_turn_need_as_many_numbers() -> None:
    teks = "Persentase Berkas Tepat Waktu dan Nilai Kepuasan Pemohon masing-masing mencapai {realisasi:91%}."
    assert _ikat(teks) == ["beberapa indikator dalam satu kalimat"]


def test_narrowed_name_is_not_bound() -> None:
    assert _ikat("Persentase Berkas Tepat Waktu kelurahan mencapai {realisasi:88%}.") == [
        "nama pada kalimat diperluas oleh kata lain"
    ]


def test_list_item_and_heading_lend_their_name() -> None:
    teks = kalimat("Realisasi tahun 2030 sebesar {realisasi:91%}.")
    assert _dengan(replace(teks, butir="Persentase Berkas Tepat Waktu, indikator pertama")) == ["berkas"]
    assert _dengan(replace(teks, judul=("BAB III", "2) Indikator 1. Persentase Berkas Tepat Waktu :"))) == ["berkas"]
    assert _dengan(replace(teks, judul=("Analisis Persentase Berkas Tepat Waktu menurut bidang",))) == [""]


def _dengan(teks: object) -> list[str]:
    report = laporan("x {nilai:1}.", tabel=_TABEL)
    satu = replace(report.kalimat[0], teks=teks, klaim=report.kalimat[0].klaim)  # type: ignore[arg-type]
    satu = replace(satu, klaim=(replace(satu.klaim[0], teks=satu.teks.klaim[0]),))
    hasil = bind(replace(report, kalimat=(satu,)))
    return [klaim.indikator for item in hasil for klaim in item.klaim]


def test_report_without_tables_binds_nothing() -> None:
    report: Laporan = laporan("Persentase Berkas Tepat Waktu mencapai {realisasi:91%}.")
    assert [klaim.baris for satu in bind(report) for klaim in satu.klaim] == [()]
