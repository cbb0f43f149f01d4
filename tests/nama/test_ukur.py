"""The matcher keeps its figures on the pairs it was developed with, and the measure counts what it says."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.normalise import bandingkan_label
from pipeline.normalise.nama.skor import AMBANG_SAMA, AMBANG_TANYA
from tests.nama.pasangan import KOLOM, PENGEMBANGAN, Label, Pasangan, muat
from tests.nama.ukur import (
    Dinilai,
    keliru,
    kurva,
    main,
    mutu,
    mutu_putusan,
    nilai,
    skor_kami,
    skor_wratio,
    tabel,
)

PRESISI, RECALL, TANYA = 0.995, 0.90, 0.08


def pasangan(label: Label, a: str = "Produksi teh", b: str = "Jumlah produksi teh") -> Pasangan:
    return Pasangan(a=a, b=b, label=label, bidang="pertanian", jenis="contoh", alasan="contoh")


def dinilai(*isi: tuple[Label, float]) -> tuple[Dinilai, ...]:
    return tuple(Dinilai(pasangan=pasangan(label), skor=skor) for label, skor in isi)


CONTOH = dinilai((Label.SAMA, 1.0), (Label.SAMA, 0.8), (Label.SAMA, 0.2), (Label.BEDA, 0.85), (Label.BEDA, 0.0))


@pytest.fixture(scope="module")
def pengembangan() -> tuple[Pasangan, ...]:
    return muat(PENGEMBANGAN)


def test_figures_on_the_development_pairs(pengembangan: tuple[Pasangan, ...]) -> None:
    diputuskan = [(satu, bandingkan_label(satu.a, satu.b)) for satu in pengembangan]
    hasil = mutu_putusan(diputuskan)
    salah = "\n".join(keliru(diputuskan))
    assert hasil.presisi >= PRESISI, salah
    assert hasil.recall >= RECALL, salah
    assert hasil.tanya <= TANYA, salah


def test_no_easy_pair_is_even_asked_about(pengembangan: tuple[Pasangan, ...]) -> None:
    mudah = [satu for satu in pengembangan if satu.mudah]
    assert [satu for satu in mudah if skor_kami(satu.a, satu.b) >= AMBANG_TANYA] == []


def test_rapidfuzz_alone_is_no_matcher(pengembangan: tuple[Pasangan, ...]) -> None:
    """At a recall as good as ours it is wrong about many pairs; else all this work would be for nothing."""
    kami = mutu(nilai(pengembangan, skor_kami), AMBANG_SAMA, AMBANG_TANYA)
    banding = nilai(pengembangan, skor_wratio)
    for ambang in range(50, 100):
        hasil = mutu(banding, ambang / 100, ambang / 100)
        assert hasil.recall < kami.recall or hasil.presisi < kami.presisi - 0.2


def test_what_is_counted() -> None:
    hasil = mutu(CONTOH, 0.9, 0.8)
    assert (hasil.presisi, hasil.recall, hasil.tanya) == (1.0, 1 / 3, 0.4)
    hasil = mutu(CONTOH, 0.8, 0.8)
    assert (hasil.presisi, hasil.recall, hasil.tanya) == (2 / 3, 2 / 3, 0.0)


def test_nothing_called_one_is_nothing_wrong() -> None:
    assert mutu(CONTOH, 1.1, 1.1).presisi == 1.0
    assert mutu((), 0.5, 0.5).tanya == 0.0


@given(st.lists(st.tuples(st.sampled_from(Label), st.floats(0, 1)), max_size=30), st.floats(0, 1), st.floats(0, 1))
def test_a_higher_threshold_never_finds_more(isi: list[tuple[Label, float]], satu: float, dua: float) -> None:
    rendah, tinggi = sorted((satu, dua))
    semua = dinilai(*isi)
    assert mutu(semua, tinggi, tinggi).recall <= mutu(semua, rendah, rendah).recall
    for ambang in (rendah, tinggi):
        hasil = mutu(semua, ambang, rendah)
        assert all(0.0 <= bagian <= 1.0 for bagian in (hasil.presisi, hasil.recall, hasil.tanya))


def test_mistakes_are_listed_the_worst_first() -> None:
    isi = [
        pasangan(Label.SAMA, "Produksi teh", "Produksi kopi"),
        pasangan(Label.BEDA, "Produksi teh", "Jumlah produksi teh"),
        pasangan(Label.SAMA, "Produksi teh", "Produksi teh (ton)"),
    ]
    baris = list(keliru([(satu, bandingkan_label(satu.a, satu.b)) for satu in isi]))
    assert [line.split(" (")[0] for line in baris[::3]] == ["beda disebut sama", "sama disebut beda"]
    assert baris[1].strip() == "Produksi teh"


def test_the_table_marks_the_threshold_in_use() -> None:
    lines = list(tabel(CONTOH, CONTOH))
    assert [line for line in lines if line.endswith("*")] == [line for line in lines if line.startswith("0.90")]
    assert len(lines) > 10


def test_the_curve_is_a_picture_of_both(tmp_path: Path) -> None:
    file = tmp_path / "pasangan.csv"
    file.write_text(f"{','.join(KOLOM)}\nProduksi teh,Produksi kopi,beda,tani,contoh,contoh\n", encoding="utf-8")
    main(["--simpanan", str(file), "--kurva", str(tmp_path / "kurva.svg")])
    gambar = ElementTree.parse(tmp_path / "kurva.svg").getroot()
    assert gambar.tag.endswith("svg")
    garis = [item for item in gambar.iter() if item.tag.endswith("polyline")]
    assert len(garis) == 2
    assert len(kurva(CONTOH, CONTOH).contents) > 10


def test_what_is_printed(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "pasangan.csv"
    file.write_text(f"{','.join(KOLOM)}\nProduksi teh,Produksi kopi,sama,tani,contoh,contoh\n", encoding="utf-8")
    main(["--simpanan", str(file)])
    keluar = capsys.readouterr().out
    assert "pasangan.csv: 1 pasangan" in keluar
    assert "sama disebut beda" in keluar
    assert "rapidfuzz WRatio" in keluar
