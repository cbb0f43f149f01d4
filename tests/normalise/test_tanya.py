"""Questions about names: asked once, of names that stand for themselves, with the runner-up and the places."""

from __future__ import annotations

from pipeline.normalise import normalise
from schemas.kinerja import Kind
from schemas.tanya import TanyaNama
from tests.normalise.laporan_uji import baris, laporan, tabel

PENDEK = "Persentase pelaku usaha perikanan yang mengakses pasar daring"
PANJANG = "Persentase pelaku usaha perikanan yang mengakses pasar daring serta ritel"


def ditanya(*kelompok: tuple[str, ...]) -> tuple[TanyaNama, ...]:
    kinds = (Kind.PERJANJIAN, Kind.CAPAIAN, Kind.PERBANDINGAN, Kind.NASIONAL)
    isi = [tabel(*(baris(nama) for nama in names), kind=kind) for kind, names in zip(kinds, kelompok, strict=False)]
    return normalise(laporan(*isi)).tanya


def test_two_names_that_may_be_one_are_asked_once() -> None:
    (pertanyaan,) = ditanya((PANJANG,), (PANJANG,), (PENDEK,))
    assert (pertanyaan.nama, pertanyaan.calon) == (PENDEK, PANJANG)
    assert 0 < pertanyaan.skor <= 1
    assert pertanyaan.alasan
    assert len(pertanyaan.tempat) == 1


def test_names_that_are_one_or_other_are_not_asked() -> None:
    assert ditanya((PENDEK,), (PENDEK,)) == ()
    assert ditanya((PENDEK,), ("Jumlah siswa sekolah dasar yang lulus ujian",)) == ()


def test_labels_that_need_their_heading_are_not_asked() -> None:
    assert ditanya(("Sapi", "Kerbau"), ("Sapi Potong", "Kerbau Rawa")) == ()
