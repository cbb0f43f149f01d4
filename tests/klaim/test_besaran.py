"""Multipliers of sentences against the rows they are bound to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.klaim.anggaran import besaran
from schemas.narasi import Putusan, RujukanFakta, Uji
from tests.checks import laporan_toml
from tests.klaim.bentuk import laporan


def _uji(teks: str, kolom: str, nilai: str) -> list[Uji]:
    """Judgements of a sentence whose numbers are bound to the only row of a table."""
    lap = laporan(teks)
    isi = {"kind": "anggaran", "kolom": [kolom], "baris": f"Kegiatan | {nilai}"}
    baris = (RujukanFakta(tabel=0, baris=0),)
    (kalimat,) = lap.kalimat
    terikat = replace(kalimat, klaim=tuple(replace(klaim, baris=baris) for klaim in kalimat.klaim))
    tabel = laporan_toml.laporan({"tabel": [isi]}).tabel
    return list(besaran.judge(replace(lap, tabel=tabel, kalimat=(terikat,))))


def test_full_amount_with_a_multiplier_behind_it() -> None:
    (uji,) = _uji("Pagu {anggaran:Rp 801.822.500 juta} tersedia.", "anggaran", "801.822.500")
    assert uji.putusan is Putusan.SALAH
    assert uji.fakta == (RujukanFakta(tabel=0, baris=0, fakta=0),)
    assert "kata juta" in uji.pesan


@pytest.mark.parametrize(
    ("teks", "kolom", "nilai"),
    [
        ("Pagu {anggaran:Rp 801,8 juta} tersedia.", "anggaran", "801.822.500"),
        ("Pagu {anggaran:Rp 801.822 ribu} tersedia.", "anggaran:Anggaran (Rp ribu)", "801.822"),
        ("Pagu {anggaran:Rp 801.822.500} tersedia.", "anggaran", "801.822.500"),
        ("Pagu {anggaran:Rp 801.822 ribu} tersedia.", "anggaran", "801.822"),
        ("Pagu {anggaran:Rp 12.500 ribu} tersedia.", "anggaran", "12.500"),
        ("Realisasi {realisasi_anggaran:Rp 801.822.500 juta} tercatat.", "anggaran", "801.822.500"),
    ],
)
def test_no_doubt(teks: str, kolom: str, nilai: str) -> None:
    assert _uji(teks, kolom, nilai) == []
