"""Units: where they are looked for, in which order, and which of them contradict each other."""

from __future__ import annotations

import pytest

from pipeline.normalise import normalise, satuan_berlawanan
from pipeline.normalise.kamus.dipakai import muat_kamus
from pipeline.normalise.satuan import kenali_satuan, satuan_dalam_kurung, ukuran_satuan
from schemas.angka import AngkaKind
from schemas.kinerja import Baris, Kolom, Part
from tests.normalise.laporan_uji import baris, fakta, laporan, tabel


def satuan_dari(row: Baris, kolom: tuple[Kolom, ...] = ()) -> str | None:
    return normalise(laporan(tabel(row, kolom=kolom))).tabel[0].baris[0].satuan


@pytest.mark.parametrize(
    ("tulisan", "nama"),
    [
        ("Persen", "%"),
        ("(%)", "%"),
        ("Persentase", "%"),
        ("ORANG", "orang"),
        ("Org", "orang"),
        ("Kab./Kota", "kabupaten/kota"),
        ("Kasus/ tahun", "kasus per tahun"),
        ("Rp.", "rupiah"),
        ("Milyar Rupiah", "miliar rupiah"),
        ("Ton/Ha", "ton per hektare"),
        ("m²", "meter persegi"),
        ("Prevalensi/ %", "prevalensi"),
        ("Per 100.000 KH", "per 100.000"),
    ],
)
def test_spellings_of_units(tulisan: str, nama: str) -> None:
    found = kenali_satuan(tulisan)
    assert found is not None
    assert found.nama == nama


@pytest.mark.parametrize("tulisan", ["", "-", "12", "pelayanan prima", "xyz"])
def test_no_unit(tulisan: str) -> None:
    assert kenali_satuan(tulisan) is None


def test_the_cell_comes_first() -> None:
    isi = (fakta(Part.SATUAN, "Dokumen", kind=AngkaKind.TEXT), fakta(Part.TARGET, "5 %", percent=True))
    assert satuan_dari(baris("Jumlah naskah (Buah)", isi=isi)) == "dokumen"


def test_a_dash_in_the_cell_is_no_unit() -> None:
    isi = (fakta(Part.SATUAN, "-", kind=AngkaKind.NIL), fakta(Part.TARGET, "5 %", percent=True))
    assert satuan_dari(baris("Naskah dinas elektronik", isi=isi)) == "%"


def test_then_the_unit_behind_the_numbers() -> None:
    assert satuan_dari(baris("Naskah", isi=(fakta(Part.TARGET, "5 Orang", unit="Orang"),))) == "orang"
    assert satuan_dari(baris("Naskah", isi=(fakta(Part.REALISASI, "Rp 5", currency=True),))) == "rupiah"


def test_the_capaian_is_always_percent_and_says_nothing() -> None:
    assert satuan_dari(baris("Naskah", isi=(fakta(Part.CAPAIAN, "98 %", percent=True),))) is None


def test_most_numbers_decide() -> None:
    isi = (
        fakta(Part.TARGET, "5 %", percent=True),
        fakta(Part.REALISASI, "5 Unit", unit="Unit"),
        fakta(Part.AWAL, "5 %", percent=True),
    )
    assert satuan_dari(baris("Naskah", isi=isi)) == "%"


def test_then_the_label_then_the_column() -> None:
    kolom = (Kolom(col=3, part=Part.TARGET, header="Target (Ton)"), Kolom(col=4, part=Part.CAPAIAN, header="(%)"))
    isi = (fakta(Part.TARGET, col=3), fakta(Part.CAPAIAN, col=4))
    assert satuan_dari(baris("Populasi kambing (Ekor)", isi=isi), kolom) == "ekor"
    assert satuan_dari(baris("Populasi kambing", isi=isi), kolom) == "ton"
    assert satuan_dari(baris("Populasi kambing", isi=(fakta(Part.CAPAIAN, col=4),)), kolom) is None


def test_an_unknown_unit_is_kept_as_printed() -> None:
    assert satuan_dari(baris("Naskah", satuan="Lembar  Saham")) == "Lembar Saham"
    assert satuan_dari(baris("Naskah", satuan="100")) is None


@pytest.mark.parametrize(
    ("label", "satuan"),
    [("Populasi (Ekor)", "ekor"), ("Cakupan (%)", "%"), ("Jumlah warga (L)", None), ("Indeks (IPM)", None)],
)
def test_unit_in_brackets(label: str, satuan: str | None) -> None:
    found = satuan_dalam_kurung(label)
    assert (found.nama if found else None) == satuan


@pytest.mark.parametrize(
    ("a", "b", "lawan"),
    [("%", "Orang", True), ("%", "Poin", False), ("Skor", "Nilai", False), ("%", None, False), ("Rp", "Ton", True)],
)
def test_contradicting_units(a: str | None, b: str | None, lawan: bool) -> None:
    assert satuan_berlawanan(ukuran_satuan(a), ukuran_satuan(b)) is lawan


def test_every_spelling_names_one_unit() -> None:
    seen: dict[str, str] = {}
    for tulisan, satuan in muat_kamus().satuan.items():
        assert tulisan == tulisan.lower().strip(), tulisan
        assert seen.setdefault(tulisan, satuan.nama) == satuan.nama
    assert {satuan.nama for satuan in muat_kamus().satuan.values()} <= set(muat_kamus().satuan)


def test_a_column_head_may_name_the_owner_instead() -> None:
    kolom = (Kolom(col=3, part=Part.TARGET, header="Perangkat Daerah (PD) / Target"),)
    assert satuan_dari(baris("Nilai SAKIP", isi=(fakta(Part.TARGET, col=3),)), kolom) is None
