"""The clean sample is consistent, the wrong one wrong where it says; recomputed from the printed cells."""

from __future__ import annotations

import re
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

import pytest

from samples.blocks import Paragraf, Pecahan, TabelCetak
from samples.errors import ANGKA, SEL, GalatSel, indikator_keliru
from samples.errors_kalimat import KALIMAT, GalatKalimat, kalimat_keliru
from samples.figures import INDIKATOR, SKALA, Indikator
from samples.kalimat import kalimat_capaian, kalimat_kegiatan, kalimat_tahun_lalu
from samples.make_samples import naskah_benar, naskah_keliru

BENAR = naskah_benar()
SATUAN_TERAKHIR = Decimal("0.01")
BERRASIO = [i for i in INDIKATOR if i.rumus.mentah]


def nilai(teks: str) -> Decimal:
    """Printed Indonesian number; `-` is nil."""
    bersih = teks.removesuffix(",-").replace(".", "").replace(",", ".")
    return Decimal(0) if bersih in ("-", "") else Decimal(bersih)


def sel(tabel: TabelCetak, baris: str, kolom: str) -> str:
    """Text of a cell; a merged cell is looked up in the row it begins in."""
    letak = tabel.kolom.index(kolom)
    urut = next(n for n, b in enumerate(tabel.baris) if b.kunci == baris)
    while tabel.baris[urut].sel[letak] is None:
        urut -= 1
    isi = tabel.baris[urut].sel[letak]
    assert isi is not None
    return isi.text


def mentah(indikator: Indikator) -> Decimal:
    """Realisasi from the raw figures, unrounded."""
    assert indikator.rumus.mentah
    atas, bawah = indikator.rumus.mentah
    suku = [nilai(bagian) for bagian in atas.split(" - ")]
    return (suku[0] - sum(suku[1:])) / nilai(bawah) * (100 if "100" in indikator.rumus.faktor else 1)


def capaian(indikator: Indikator, target: str, realisasi: Decimal) -> Decimal:
    """Capaian by the rule the report states for the indicator's direction."""
    bawah, *atas = [nilai(t) for t in target.split(" – ")]
    if atas:
        return (
            Decimal(100)
            if bawah <= realisasi <= atas[0]
            else realisasi / (atas[0] if realisasi > bawah else bawah)
        )
    if indikator.turun:
        return Decimal(100) if bawah == realisasi == 0 else (2 * bawah - realisasi) / bawah * 100
    return realisasi / bawah * 100


def cetakan(hasil: Decimal) -> set[Decimal]:
    """The accepted printings with two decimals: half-up and truncated."""
    return {hasil.quantize(SATUAN_TERAKHIR, r) for r in (ROUND_HALF_UP, ROUND_DOWN)}


@pytest.mark.parametrize("indikator", BERRASIO, ids=lambda i: i.kunci)
def test_realisasi_follows_from_its_raw_figures(indikator: Indikator) -> None:
    assert nilai(indikator.realisasi) in cetakan(mentah(indikator))


@pytest.mark.parametrize("indikator", INDIKATOR, ids=lambda i: i.kunci)
def test_capaian_follows_from_the_stated_rule(indikator: Indikator) -> None:
    realisasi = mentah(indikator) if indikator.rumus.mentah else nilai(indikator.realisasi)
    assert nilai(indikator.capaian) in cetakan(capaian(indikator, indikator.target, realisasi))
    assert nilai(indikator.capaian_akhir) in cetakan(capaian(indikator, indikator.renstra[5], realisasi))


def test_a_capaian_that_follows_only_from_raw_figures_is_among_them() -> None:
    jaringan = INDIKATOR[0]
    tepi = [nilai(jaringan.realisasi) + beda for beda in (Decimal("-0.005"), Decimal("0.005"))]
    tercetak = [capaian(jaringan, jaringan.target, r) for r in tepi]
    assert not tercetak[0] - Decimal("0.005") <= nilai(jaringan.capaian) <= tercetak[1] + Decimal("0.005")


@pytest.mark.parametrize("indikator", INDIKATOR, ids=lambda i: i.kunci)
def test_targets_agree_between_measurement_agreement_and_plan(indikator: Indikator) -> None:
    if " – " in indikator.target:
        assert indikator.target == indikator.target_pk == indikator.renstra[3]
    else:
        assert nilai(indikator.target) == nilai(indikator.target_pk) == nilai(indikator.renstra[3])


@pytest.mark.parametrize("indikator", INDIKATOR, ids=lambda i: i.kunci)
def test_no_target_is_easier_than_last_years_realisasi(indikator: Indikator) -> None:
    batas, lalu = nilai(indikator.target.split(" – ")[0]), nilai(indikator.lalu[1])
    assert batas <= lalu if indikator.turun else batas >= lalu


def kelas(nilai_capaian: Decimal) -> str:
    """Class on the printed scale."""
    for rentang, nama in SKALA:
        angka = [nilai(a) for a in rentang.strip("≥< ").split(" – ")]
        if rentang.startswith("≥"):
            cocok = nilai_capaian >= angka[0]
        elif rentang.startswith("<"):
            cocok = nilai_capaian < angka[0]
        else:
            cocok = angka[0] <= nilai_capaian <= angka[1]
        if cocok:
            return nama
    raise AssertionError(f"no class for {nilai_capaian}")


def test_classes_follow_from_the_printed_scale() -> None:
    tabel = BENAR.tabel("capaian")
    for baris in tabel.baris:
        assert sel(tabel, baris.kunci, "predikat") == kelas(nilai(sel(tabel, baris.kunci, "capaian")))


def test_mean_of_capaian_is_the_mean_of_its_rows() -> None:
    tabel = BENAR.tabel("capaian")
    isi = [nilai(sel(tabel, b.kunci, "capaian")) for b in tabel.baris]
    assert (sum(isi[:-1], Decimal(0)) / len(isi[:-1])).quantize(SATUAN_TERAKHIR, ROUND_HALF_UP) == isi[-1]


def anak(kode: str, semua: list[str]) -> list[str]:
    """Outline numbers one level below; of the total the numbers without a dot."""
    if kode in ("total", "jumlah"):
        return [k for k in semua if k.isdigit()]
    return [k for k in semua if k.rpartition(".")[0] == kode]


@pytest.mark.parametrize(
    ("kunci", "kolom"), [("anggaran", "anggaran"), ("anggaran", "realisasi"), ("aset", "harga")]
)
def test_every_parent_is_the_sum_of_its_children(kunci: str, kolom: str) -> None:
    tabel = BENAR.tabel(kunci)
    semua = [b.kunci for b in tabel.baris]
    for kode in semua:
        if bawah := anak(kode, semua):
            assert nilai(sel(tabel, kode, kolom)) == sum(nilai(sel(tabel, k, kolom)) for k in bawah)


def persen_benar(tercetak: str, anggaran: Decimal, realisasi: Decimal) -> bool:
    if not anggaran:
        return tercetak == "-"
    return nilai(tercetak) == (realisasi / anggaran * 100).quantize(SATUAN_TERAKHIR, ROUND_HALF_UP)


def test_shares_and_remainders_of_the_budget() -> None:
    tabel = BENAR.tabel("anggaran")
    for baris in tabel.baris:
        anggaran, realisasi, sisa = (
            nilai(sel(tabel, baris.kunci, k)) for k in ("anggaran", "realisasi", "sisa")
        )
        assert persen_benar(sel(tabel, baris.kunci, "persen"), anggaran, realisasi)
        assert sisa == anggaran - realisasi
        assert realisasi <= anggaran


def test_money_per_sasaran_sums_to_the_same_total() -> None:
    alokasi, anggaran = BENAR.tabel("alokasi"), BENAR.tabel("anggaran")
    for kolom in ("anggaran", "realisasi"):
        letak = alokasi.kolom.index(kolom)
        isi = [nilai(s.text) for b in alokasi.baris if (s := b.sel[letak])]
        assert sum(isi[:-1]) == isi[-1] == nilai(sel(anggaran, "total", kolom))


def test_efficiency_is_capaian_minus_share() -> None:
    tabel, alokasi = BENAR.tabel("efisiensi"), BENAR.tabel("alokasi")
    for indikator in INDIKATOR:
        serapan = sel(tabel, indikator.kunci, "serapan")
        assert serapan == sel(alokasi, indikator.kunci, "persen")
        hasil = sel(tabel, indikator.kunci, "efisiensi")
        assert hasil == "-" if serapan == "-" else nilai(hasil) == nilai(indikator.capaian) - nilai(serapan)


def test_staff_sums_to_its_total() -> None:
    tabel = BENAR.tabel("staf")
    isi = [nilai(sel(tabel, b.kunci, "jumlah")) for b in tabel.baris]
    assert sum(isi[:-1]) == isi[-1]


def test_sentences_repeat_the_figures_of_the_tables() -> None:
    assert "sebesar 71,29% dari target sebesar 71,50% dengan capaian sebesar 99,72%" in kalimat_capaian(
        INDIKATOR[0]
    )
    assert "target belum tercapai" in kalimat_capaian(INDIKATOR[7])
    assert "mengalami penurunan sebesar 2,90 poin" in kalimat_tahun_lalu(INDIKATOR[5])


def test_grids_are_whole() -> None:
    for naskah in (BENAR, naskah_keliru()):
        for tabel in (b for b in naskah.blok if isinstance(b, TabelCetak)):
            semua = (*tabel.kepala, *tabel.baris)
            assert {len(b.sel) for b in semua} == {len(tabel.kolom)} == {len(tabel.lebar)}
            luas = sum(s.rowspan * s.colspan for b in semua for s in b.sel if s)
            assert luas == len(semua) * len(tabel.kolom), tabel.kunci


WAJIB = {
    *(
        "HIT001",
        "HIT002",
        "HIT003",
        "HIT004",
        "HIT005",
        "HIT006",
        "HIT007",
        "PRE001",
        "PRE003",
        "KON001",
        "KON002",
    ),
    *("KON003", "KON004", "KON005", "KON010", "ANG001", "ANG002", "ANG003", "ANG005", "ANG006", "JML001"),
    *("ANK001", "ANK002"),
}
WAJIB_KALIMAT = {
    *("NAR001", "NAR002", "NAR003", "NAR004", "NAR005", "NAR006", "PRE002", "PRE004", "ANG004", "ANG008"),
}


def test_every_kind_of_error_is_planted() -> None:
    assert {g.kode for g in ANGKA} | {g.kode for g in SEL} == WAJIB
    assert {g.kode for g in KALIMAT} == WAJIB_KALIMAT


@pytest.mark.parametrize("galat", KALIMAT, ids=lambda g: f"{g.kode}-{g.awal}")
def test_an_error_in_a_sentence_stands_there_and_only_there(galat: GalatKalimat) -> None:
    benar, salah = (
        [b.text for b in naskah.blok if isinstance(b, Paragraf) and b.text.startswith(galat.awal)]
        for naskah in (kalimat_keliru(BENAR, [galat]), BENAR)
    )
    assert galat.salah in benar[0] and galat.salah not in salah[0]
    assert benar[0].replace(galat.salah, galat.benar) == salah[0]


def test_an_error_that_meets_another_sentence_is_refused() -> None:
    with pytest.raises(ValueError, match="stands in 0 paragraphs"):
        kalimat_keliru(naskah_keliru())


def test_a_budget_sentence_repeats_its_row() -> None:
    assert "Rp 128.000.000,- terserap sebesar Rp 124.377.850,- atau 97,17%" in kalimat_kegiatan("3.2.2")
    assert "Rp 3.622.150,-" in kalimat_kegiatan("3.2.2")


def test_counts_in_the_sentence_are_those_of_the_budget_table() -> None:
    dalam = [b.kunci.count(".") for b in BENAR.tabel("anggaran").baris if b.kunci[0].isdigit()]
    kalimat = next(b.text for b in BENAR.blok if isinstance(b, Paragraf) and "sub kegiatan, dan" in b.text)
    for tingkat, nama in enumerate(("program", "kegiatan", "sub kegiatan")):
        assert re.search(rf"\b{dalam.count(tingkat)} \([a-z ]+\) {nama}", kalimat), nama


@pytest.mark.parametrize("galat", SEL, ids=lambda g: f"{g.kode}-{g.baris}")
def test_an_error_in_a_cell_stands_there_and_only_there(galat: GalatSel) -> None:
    tabel = naskah_keliru().tabel(galat.tabel)
    if galat.hapus or galat.gandakan:
        assert [b.kunci for b in tabel.baris].count(galat.baris) == (2 if galat.gandakan else 0)
    for kolom, (benar, salah) in galat.ganti.items():
        assert benar != salah
        assert sel(tabel, galat.baris, kolom) == salah


def test_wrong_figures_break_their_rule() -> None:
    keliru = {i.kunci: i for i in indikator_keliru()}
    for kunci in ("sawah", "konflik", "tanggap"):
        i = keliru[kunci]
        realisasi = mentah(i) if i.rumus.mentah else nilai(i.realisasi)
        assert nilai(i.capaian) not in cetakan(capaian(i, i.target, realisasi))
    for kunci in ("gilir", "debit"):
        assert nilai(keliru[kunci].realisasi) not in cetakan(mentah(keliru[kunci]))
    assert nilai(keliru["kecelakaan"].target) == 0 < nilai(keliru["kecelakaan"].realisasi)


def test_figures_without_errors_are_those_of_the_clean_report() -> None:
    terkena = {g.indikator for g in ANGKA}
    assert [i for i in indikator_keliru() if i.kunci not in terkena] == [
        i for i in INDIKATOR if i.kunci not in terkena
    ]


def test_an_error_that_meets_other_text_is_refused() -> None:
    from samples.errors import keliru

    with pytest.raises(ValueError, match="the sample prints"):
        keliru(naskah_keliru())


def test_a_fraction_reads_on_one_line() -> None:
    assert Pecahan(pembilang="482", penyebut="500", ekor=" × 100 = 96,40").text == "482/500 × 100 = 96,40"
