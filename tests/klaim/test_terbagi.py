"""Wholes that a sentence divides into kinds, and shares that make a hundred."""

from __future__ import annotations

import pytest

from pipeline.klaim import hitungan
from schemas.narasi import Putusan
from tests.klaim.bentuk import laporan

C, S, T = Putusan.COCOK, Putusan.SALAH, Putusan.TAK_DIUJI


def putusan(teks: str) -> list[Putusan]:
    return [uji.putusan for uji in hitungan.judge(laporan(teks))]


@pytest.mark.parametrize(
    ("teks", "harap"),
    [
        ("{lain:1.450 berkas} izin, {lain:910 berkas} waris dan {lain:910 berkas} tanah.", [C]),
        ("{lain:1.540 berkas} izin, {lain:910 berkas} waris dan {lain:910 berkas} tanah.", [S]),
        ("{lain:1.450 berkas} izin, {lain:190 berkas} waris dan {lain:910 berkas} tanah.", [S]),
        ("{lain:1.460 berkas} izin, {lain:910 berkas} waris dan {lain:910 berkas} tanah.", [T]),
        ("{lain:2.450 berkas} izin, {lain:910 berkas} waris dan {lain:910 berkas} tanah.", [T]),
        ("{lain:1.540 berkas} memiliki izin, {lain:910 berkas} ditolak dan {lain:910 berkas} selesai.", []),
        ("{lain:1.540 berkas} izin, {lain:910 berkas} waris, {lain:910 berkas} tanah.", []),
        ("{lain:1.540 berkas} izin, {lain:910 orang} pemohon dan {lain:910 berkas} tanah.", []),
        ("{lain:1.540 berkas} izin, {lain:910 berkas} waris dan {lain:910 berkas} lainnya.", []),
    ],
)
def test_kinds_of_a_whole(teks: str, harap: list[Putusan]) -> None:
    assert putusan("Dari {lain:3.270 berkas} tersebut, sebanyak " + teks) == harap


def test_a_whole_that_is_not_introduced_as_one() -> None:
    assert putusan("Selain {lain:3.270 berkas}, ada {lain:1.540 berkas} izin dan {lain:910 berkas} tanah.") == []


@pytest.mark.parametrize(
    ("teks", "harap"),
    [
        ("TPT sebesar {nilai:4,98%} berarti penduduk bekerja sebesar {nilai:95,02%}.", [C]),
        ("TPT sebesar {nilai:4,98%} berarti penduduk bekerja sebesar {nilai:95,20%}.", [S]),
        ("Tingkat kesempatan kerja sebesar {nilai:95,20%}, artinya TPT sebesar {nilai:4,98%}.", [S]),
        ("Tingkat kemiskinan {nilai:8,10%} sehingga penduduk tidak miskin sebesar {nilai:91,80%}.", [S]),
        ("TPT sebesar {nilai:4,98%} berarti penduduk bekerja sebesar {nilai:95,20%} dari angkatan kerja.", [S]),
        ("TPT sebesar {nilai:4,98%} berarti penduduk bekerja sebesar {nilai:95,20%} dari penduduk usia kerja.", []),
        ("TPT sebesar {nilai:4,98%} dan penduduk bekerja sebesar {nilai:95,20%}.", []),
        ("TPT sebesar {nilai:4,98%} berarti penduduk bekerja sebesar {nilai:65,20%}.", []),
        ("TPT {nilai:4,98%|tahun=2030} berarti penduduk bekerja sebesar {nilai:95,20%|tahun=2029}.", []),
        ("TPT perkotaan sebesar {nilai:4,98%} berarti penduduk bekerja sebesar {nilai:95,20%}.", []),
        ("TPT sebesar {nilai:4,98%} berarti angka kehadiran sebesar {nilai:95,20%}.", []),
    ],
)
def test_two_shares_of_one_whole(teks: str, harap: list[Putusan]) -> None:
    assert putusan(teks) == harap
