"""Proposals for many names: the outcome of a full comparison, once for every text, in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.normalise.kamus.dipakai import EntriIndikator, Kamus, kamus_bawaan, memakai_kamus
from pipeline.normalise.kamus.keputusan_nama import KeputusanNama
from pipeline.normalise.nama.banding import Hasil, bandingkan
from pipeline.normalise.nama.cari import cari_kamus, daftar_nama
from pipeline.normalise.nama.urai import Konteks, Nama, baca_nama, konteks_laporan
from pipeline.normalise.nama.usulan import Keadaan, Usulan, cocokkan
from schemas.kinerja import Arah, Metadata
from tests.normalise.nama_buatan import kamus_besar, nama_cetak

BESAR = kamus_besar(400)
CETAK = nama_cetak(BESAR, 1200)


def entri(kode: str, nama: str, *alias: str) -> EntriIndikator:
    return EntriIndikator(kode=kode, nama=nama, alias=alias, arah=Arah.NAIK)


def kamus(*isi: EntriIndikator, putusan: Sequence[KeputusanNama] = ()) -> Kamus:
    return replace(kamus_bawaan(), indikator=isi, keputusan=tuple(putusan))


KECIL = kamus(
    entri("pasar-tertata", "Persentase Pasar Rakyat yang Tertata", "Cakupan Pasar Tertata", "PPRT"),
    entri("embung", "Jumlah Embung yang Dipelihara", "Banyaknya Embung Terpelihara"),
    entri("embung-rusak", "Jumlah Embung yang Rusak"),
    entri("sakip", "Nilai SAKIP Perangkat Daerah", "Nilai SAKIP"),
    entri("retribusi-1", "Realisasi Triwulan I Retribusi Parkir"),
    entri("diare", "Angka Kesakitan Diare per 1.000 Penduduk"),
)


def satu(text: str, isi: Kamus = KECIL, konteks: Konteks | None = None) -> Usulan:
    (found,) = cocokkan([text], isi, konteks)
    return found


def putusan(nama: str, kode: str) -> KeputusanNama:
    return KeputusanNama(nama=nama, kode=kode, oleh="Rina", tanggal=date(2025, 3, 4))


@pytest.mark.parametrize(
    ("text", "kode"),
    [
        ("Persentase Pasar Rakyat yang Tertata", "pasar-tertata"),
        ("1. presentase pasar rakyat yg tertata (%)", "pasar-tertata"),
        ("CAKUPAN PASAR TERTATA", "pasar-tertata"),
        ("PPRT", "pasar-tertata"),
        ("Persentase pasar rakyta yang tertata", "pasar-tertata"),
        ("Banyaknya embung yang dipelihara", "embung"),
        ("Jumlah embung rusak", "embung-rusak"),
        ("Angka kesakitan diare per 1.000 penduduk", "diare"),
    ],
)
def test_the_same(text: str, kode: str) -> None:
    found = satu(text)
    assert (found.keadaan, found.kode) == (Keadaan.SAMA, kode), found.alasan
    assert 0.5 < found.skor <= 1
    assert found.alasan


@pytest.mark.parametrize(
    "text",
    [
        "Jumlah sumur resapan yang digali",
        "Realisasi Triwulan II Retribusi Parkir",
        "Jumlah Embung yang Tidak Dipelihara",
        "Jumlah Pasar Rakyat yang Tertata",
        "Nilai SAKIP Tahun 2019",
        "Angka Kesakitan Diare per 100.000 Penduduk",
        "Persentase",
        "",
        "...",
        "12",
    ],
)
def test_a_new_one(text: str) -> None:
    found = satu(text)
    assert (found.keadaan, found.kode, found.skor) == (Keadaan.BARU, "", 0.0)
    assert found.alasan
    assert found.lain is None is found.skor_lain


def test_a_new_one_tells_what_is_near_and_what_forbids_it() -> None:
    found = satu("Realisasi Triwulan II Retribusi Parkir")
    assert found.calon == "Realisasi Triwulan I Retribusi Parkir"
    assert "angka" in found.alasan
    assert satu("Jumlah sumur resapan yang digali").calon == ""


def test_one_to_ask_about() -> None:
    isi = kamus(
        entri("benih", "Jumlah Benih Ikan yang Dilatih"),
        entri("bibit", "Persentase Bibit Kopi Bersertifikat"),
    )
    found = satu("Jumlah benih ikan yang melatih", isi)
    assert (found.keadaan, found.kode, found.lain) == (Keadaan.TANYA, "benih", None)
    assert found.calon == "Jumlah Benih Ikan yang Dilatih"
    assert 0 < found.skor < 1
    assert 0 < min(nilai for _, nilai in found.fitur) < 1


def test_two_indicators_as_close_are_a_question_with_a_runner_up() -> None:
    isi = kamus(
        entri("satu", "Persentase Layar Kapal Terdaftar"),
        entri("dua", "Persentase Kapal Layar Terdaftar"),
        entri("tiga", "Persentase Kapal"),
    )
    found = satu("Persentase kapal laayr terdaftar", isi)
    assert found.keadaan is Keadaan.TANYA
    assert (found.kode, found.lain) == ("dua", "satu")
    assert found.skor_lain is not None
    assert found.skor - 0.03 <= found.skor_lain < found.skor
    assert "lebih dari satu" in found.alasan


def test_the_name_that_decided_is_told() -> None:
    isi = kamus(
        entri("kios", "Persentase Kios Pasar", "Persentase Kios Pasar Tertata", "Cakupan Sarana Pasar"),
        entri("lapak", "Persentase Lapak Kaki Lima", "Cakupan Sarana Pasar"),
    )
    assert satu("Persentase kios seluruh pasar tertata", isi).calon == "Persentase Kios Pasar Tertata"
    assert satu("persentase kios pasar tertata", isi).calon == "Persentase Kios Pasar Tertata"
    sarana = satu("cakupan sarana pasar", isi)
    assert (sarana.kode, sarana.calon) == ("kios", "Cakupan Sarana Pasar")


def test_every_text_once_in_order_with_its_count() -> None:
    names = ["Nilai SAKIP", "Jumlah hutan", "Nilai SAKIP", "NILAI SAKIP", "Nilai SAKIP", "Jumlah hutan"]
    found = cocokkan(names, KECIL)
    assert [(item.nama, item.jumlah) for item in found] == [("Nilai SAKIP", 3), ("Jumlah hutan", 2), ("NILAI SAKIP", 1)]
    assert replace(found[2], nama="Nilai SAKIP", jumlah=3) == found[0]


def test_nothing_in_and_nothing_to_match_with() -> None:
    assert cocokkan([], KECIL) == ()
    found = satu("Nilai SAKIP", kamus())
    assert (found.keadaan, found.kode, found.calon, found.fitur) == (Keadaan.BARU, "", "", ())


def test_what_the_report_leaves_unsaid() -> None:
    konteks = konteks_laporan(
        Metadata(instansi="Dinas Perdagangan Kabupaten Sukamaju", tingkat="kabupaten", tahun=2021)
    )
    text = "Nilai SAKIP Dinas Perdagangan Tahun 2021"
    assert satu(text, KECIL, konteks).kode == "sakip"
    assert satu(text).keadaan is not Keadaan.SAMA


def test_a_decision_comes_first() -> None:
    isi = kamus(
        *KECIL.indikator,
        putusan=[putusan("Jumlah waduk mini terawat", "embung"), putusan("Jumlah Embung Rusak", "baru")],
    )
    found = satu("JUMLAH WADUK MINI TERAWAT", isi)
    assert (found.keadaan, found.kode, found.skor) == (Keadaan.SAMA, "embung", 1.0)
    assert "Rina" in found.alasan
    assert satu("Jumlah waduk mini terawat").keadaan is Keadaan.BARU

    lain = kamus(*KECIL.indikator, putusan=[putusan("Jumlah Embung Rusak", "embung")])
    assert satu("Jumlah embung rusak").kode == "embung-rusak"
    assert replace(satu("Jumlah embung rusak", lain), alasan="", calon="") == Usulan(
        nama="Jumlah embung rusak",
        jumlah=1,
        keadaan=Keadaan.SAMA,
        kode="embung",
        calon="",
        skor=1.0,
        fitur=(),
        alasan="",
    )
    baru = satu("Jumlah embung rusak", isi)
    assert (baru.keadaan, baru.kode) == (Keadaan.BARU, "")
    assert "Rina" in baru.alasan


def test_the_kamus_in_use_is_the_one_that_is_meant() -> None:
    assert cocokkan(["PPRT"])[0].keadaan is Keadaan.BARU
    with memakai_kamus(KECIL):
        assert cocokkan(["PPRT"])[0].kode == "pasar-tertata"
    assert cocokkan(["IPM"])[0].kode == "indeks-pembangunan-manusia"


def test_every_name_of_a_kamus_is_found_under_its_own_code() -> None:
    isi = kamus_bawaan()
    with memakai_kamus(isi):
        asked = {nama: milik.kode for _, nama, milik in daftar_nama(isi) if cari_kamus(nama_(nama)) is milik}
    found = {item.nama: item.kode for item in cocokkan(asked, isi)}
    assert len(asked) > 700
    assert found == asked


def nama_(text: str) -> Nama:
    return baca_nama(text, Konteks())


def penuh(text: str, isi: Kamus) -> tuple[Hasil, set[str]]:
    """The best outcome of comparing with every name of the kamus, and the indicators that have it."""
    dicari = nama_(text)
    with memakai_kamus(isi):
        hasil = [(bandingkan(dicari, nama_(nama)).hasil, milik.kode) for _, nama, milik in daftar_nama(isi)]
    best = next((jenis for jenis in (Hasil.SAMA, Hasil.TANYA) if jenis in {item for item, _ in hasil}), Hasil.BEDA)
    return best, {kode for item, kode in hasil if item is best}


@pytest.mark.parametrize("text", Random(9).sample(CETAK, 30))
def test_a_full_comparison_finds_nothing_else(text: str) -> None:
    jenis, kode = penuh(text, BESAR)
    found = satu(text, BESAR)
    if jenis is Hasil.BEDA:
        assert found.keadaan is Keadaan.BARU
    elif jenis is Hasil.SAMA and found.keadaan is Keadaan.TANYA:
        assert {found.kode, found.lain} <= kode
    else:
        assert (found.keadaan.value, found.kode in kode) == (jenis.value, True)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(CETAK), max_size=12), st.randoms(use_true_random=False))
def test_a_proposal_does_not_depend_on_the_other_names(texts: list[str], random: Random) -> None:
    mixed = list(texts)
    random.shuffle(mixed)
    once = {item.nama: item for item in cocokkan(texts, BESAR)}
    assert {item.nama: item for item in cocokkan(mixed, BESAR)} == once
    assert {text: replace(satu(text, BESAR), jumlah=texts.count(text)) for text in once} == once


@settings(max_examples=120, deadline=None)
@given(st.text(max_size=60))
def test_any_text_has_a_proposal(text: str) -> None:
    found = satu(text, BESAR)
    assert found.nama == text
    assert (found.keadaan is Keadaan.BARU) == (found.kode == "")
    assert (found.lain is None) == (found.skor_lain is None)
    assert 0 <= found.skor <= 1


def test_most_printings_of_a_large_kamus_find_their_way() -> None:
    found = cocokkan(CETAK, BESAR)
    assert [item.nama for item in found] == CETAK
    sama = sum(item.keadaan is Keadaan.SAMA for item in found)
    assert sama > 0.3 * len(found)
    assert all(item.lain != item.kode for item in found)


def test_several_processes_say_what_one_says() -> None:
    names = [*nama_cetak(BESAR, 2001, benih=5), "Nilai SAKIP", "Nilai SAKIP"]
    said = cocokkan(names, KECIL, pekerja=2)
    assert [item.nama for item in said] == list(dict.fromkeys(names))
    assert said == cocokkan(names, KECIL)
