"""The verdict on two names: owners, explaining brackets, the kamus, reasons and features."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.normalise import Hasil, bandingkan_label
from pipeline.normalise.nama.banding import Putusan, bandingkan
from pipeline.normalise.nama.ekor import tanpa_milik, tanpa_penjelas
from pipeline.normalise.nama.skor import AMBANG_SAMA, AMBANG_TANYA, Fitur, skor
from pipeline.normalise.nama.urai import Konteks, Nama, baca_nama, konteks_laporan
from schemas.kinerja import Metadata

DINAS = konteks_laporan(Metadata(instansi="Dinas Perikanan Kabupaten Sukamaju", tingkat="kabupaten", tahun=2021))
PEMDA = konteks_laporan(Metadata(instansi="Pemerintah Kabupaten Sukamaju", tingkat="kabupaten"))
KEPALA = ("Persentase", "Jumlah", "Indeks", "Rata-rata", "")
ISI = ("tambak garam", "nelayan terlatih", "pelatihan nelayan", "kapal yang diasuransikan", "pasar ikan higienis")
EKOR = ("", "di Kabupaten Sukamaju", "(orang)", "triwulan II", "Tahun 2021", "yang tidak aktif", "perangkat daerah")

names = st.builds(
    lambda *parts: " ".join(part for part in parts if part),
    st.sampled_from(KEPALA),
    st.sampled_from(ISI),
    st.sampled_from(EKOR),
)


def nama(text: str, konteks: Konteks | None = None) -> Nama:
    return baca_nama(text, konteks or Konteks())


@pytest.mark.parametrize(
    ("text", "kata", "wilayah", "tingkat", "kantor"),
    [
        ("jumlah tambak di kabupaten lamongan", "jumlah tambak", "lamongan", "kabupaten", ""),
        ("indeks gini provinsi jawa timur", "indeks gini", "jawatimur", "provinsi", ""),
        ("produksi garam sumatera utara", "produksi garam", "sumaterautara", "", ""),
        ("produksi garam di lamongan", "produksi garam", "lamongan", "", ""),
        ("nilai sakip pada dinas kelautan dan perikanan", "nilai sakip", "", "", "dinas kelautan dan perikanan"),
        ("nilai sakip dinas kelautan kabupaten lamongan", "nilai sakip", "lamongan", "kabupaten", "dinas kelautan"),
        ("populasi sapi bali", "populasi sapi bali", "", "", ""),
        ("jumlah kendaraan dinas operasional", "jumlah kendaraan dinas operasional", "", "", ""),
        ("jumlah badan usaha milik desa", "jumlah badan usaha milik desa", "", "", ""),
        ("rekomendasi inspektorat yang selesai", "rekomendasi inspektorat yang selesai", "", "", ""),
        ("kota", "kota", "", "", ""),
    ],
)
def test_owners_are_parted(text: str, kata: str, wilayah: str, tingkat: str, kantor: str) -> None:
    milik = tanpa_milik(text.split())
    assert (milik.kata, milik.wilayah, milik.tingkat) == (tuple(kata.split()), wilayah, tingkat)
    assert milik.kantor == tuple(kantor.split())


@pytest.mark.parametrize(
    ("text", "sisa"),
    [
        ("rata-rata lama tinggal (length of stay)", "rata-rata lama tinggal"),
        ("pasar ikan higienis aktif (bersih, sehat, dan ramai)", "pasar ikan higienis aktif"),
        ("pos pelayanan teknologi desa (posyantekdes) aktif", "pos pelayanan teknologi desa aktif"),
        ("harapan lama sekolah (indikator spm)", "harapan lama sekolah"),
        ("harapan lama sekolah (target tahun 2026)", "harapan lama sekolah"),
        ("partisipasi anak usia dini (jumlah anak yang belajar dibagi seluruh anak)", "partisipasi anak usia dini"),
    ],
)
def test_brackets_that_explain(text: str, sisa: str) -> None:
    found = tanpa_penjelas(text)
    assert " ".join(found.sisa.split()) == sisa
    assert found.kata


@pytest.mark.parametrize(
    "text",
    ["penduduk (perempuan)", "tanam (padi, jagung, kedelai)", "guru pns (sd dan smp)", "indeks (2021)", "kapal ()"],
)
def test_brackets_that_narrow_stay(text: str) -> None:
    found = tanpa_penjelas(text)
    assert (" ".join(found.sisa.split()), found.kata) == (text, ())


def test_a_foreign_bracket_is_another_name() -> None:
    putusan = bandingkan_label("Waktu siaga (standby hours) kapal pengawas", "Standby hours kapal pengawas")
    assert putusan.hasil is Hasil.SAMA


@pytest.mark.parametrize(
    ("a", "b", "hasil"),
    [
        ("Jumlah tambak Kabupaten Gresik", "Jumlah tambak", Hasil.SAMA),
        ("Jumlah tambak Kabupaten Gresik", "Jumlah tambak Kabupaten Lamongan", Hasil.BEDA),
        ("Nilai SAKIP Dinas Kesehatan", "Nilai SAKIP", Hasil.SAMA),
        ("Nilai SAKIP Dinas Kesehatan", "Nilai SAKIP Dinas Perikanan", Hasil.BEDA),
        ("Nilai SAKIP Dinas Kesehatan Nilai IKM Dinas Kesehatan", "Nilai SAKIP", Hasil.BEDA),
        ("Tingkat jalan mantap Provinsi Banten", "Tingkat jalan mantap kabupaten", Hasil.BEDA),
    ],
)
def test_owners_without_a_report(a: str, b: str, hasil: Hasil) -> None:
    assert bandingkan_label(a, b).hasil is bandingkan_label(b, a).hasil is hasil


@pytest.mark.parametrize("konteks", [DINAS, PEMDA])
@pytest.mark.parametrize("text", ["Nilai SAKIP Dinas Kesehatan", "Persentase tambak rusak Kabupaten Gresik"])
def test_another_owner_within_a_report_is_no_explanation(text: str, konteks: Konteks) -> None:
    polos = text.split(" Dinas")[0].split(" Kabupaten")[0]
    assert bandingkan(nama(text, konteks), nama(polos, konteks)).hasil is not Hasil.SAMA


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("TPT Kabupaten Gresik", "Angka pengangguran terbuka di Kabupaten Gresik"),
        ("Tingkat pengangguran terbuka (orang yang mencari kerja, menyiapkan usaha, atau putus asa)", "TPT"),
        ("Persentase angka kemiskinan Provinsi Banten", "Persentase penduduk miskin"),
        ("AKI per 100.000 KH", "Rasio kematian ibu"),
    ],
)
def test_the_kamus_knows_names_with_owners_and_explanations(a: str, b: str) -> None:
    for x, y in ((a, b), (b, a)):
        putusan = bandingkan_label(x, y)
        assert putusan.hasil is Hasil.SAMA, putusan


def test_a_name_that_only_nearly_is_in_the_kamus_is_compared_by_all_its_names() -> None:
    putusan = bandingkan_label("Angka pengangguran terbuka seluruhnya", "Persentase tingkat pengangguran terbuka")
    assert putusan.hasil is Hasil.SAMA
    assert "kamus" in putusan.alasan or "takaran" in putusan.alasan


def test_two_entries_of_the_kamus_are_two() -> None:
    putusan = bandingkan_label("IPM", "IPG")
    assert (putusan.hasil, putusan.skor, putusan.fitur) == (Hasil.BEDA, 0.0, ())


@pytest.mark.parametrize(
    ("a", "b", "alasan"),
    [
        ("Jumlah tambak 2021", "Jumlah tambak 2022", "tahun berbeda"),
        ("Kasus per 1.000 penduduk", "Kasus per 100.000 penduduk", "pembagi berbeda"),
        ("Jumlah kasus per 1.000 penduduk", "Jumlah kasus", "hanya satu yang menyebut pembagi"),
        ("Jumlah tambak (ha)", "Jumlah tambak (orang)", "satuan berbeda"),
        ("Jumlah tambak di kabupaten", "Jumlah tambak di kota", "kabupaten dan kota"),
        ("Jumlah tambak", "Persentase tambak", "jenis ukuran berbeda"),
        ("Jumlah tambak", "Jumlah mercusuar", "kata berbeda"),
        ("Jumlah tambak rusak", "Jumlah tambak tidak rusak", "negasi"),
        ("Jumlah tambak garam rakyat", "Jumlah tambak udang rakyat", "berhadapan dengan"),
        ("Persentase tambak garam rakyat", "Persentase tambak garam rakyat daring", "hanya satu yang menyebut daring"),
        ("Jumlah desa wisata", "Jumlah wisata desa", "urutan kata berbeda"),
        ("Penataan tambak garam", "Persentase penataan tambak garam", "hanya satu yang menyebut takarannya"),
        ("Jumlah nelayan yang melatih", "Jumlah nelayan yang dilatih", "pelaku atau sasaran dari"),
        ("Jumlah tambak tambak garam", "Jumlah tambak garam", "hanya satu yang mengulang tambak"),
        ("Jumlah tambak garam rakyat xyzqa", "Jumlah tambak garam rakyat", "xyzqa"),
    ],
)
def test_reasons(a: str, b: str, alasan: str) -> None:
    for x, y in ((a, b), (b, a)):
        assert alasan in bandingkan_label(x, y).alasan


def test_repeated_words_of_a_garbled_row_are_not_taken_for_one() -> None:
    assert bandingkan_label("Tambak garam tambak garam", "Tambak garam").hasil is not Hasil.SAMA


def test_two_explanations_that_differ_are_asked_about() -> None:
    satu = "Persentase pasar ikan higienis aktif (bersih, sehat, dan ramai)"
    dua = "Persentase pasar ikan higienis aktif (luas, terang, dan kering)"
    assert bandingkan_label(satu, dua).hasil is Hasil.TANYA
    assert bandingkan_label(satu, satu.split(" (")[0]).hasil is Hasil.SAMA


def _sesuai(putusan: Putusan) -> bool:
    if not putusan.fitur:
        return putusan.skor in (0.0, 1.0, 0.99) or putusan.hasil is Hasil.TANYA
    hitung = skor((Fitur(name), nilai) for name, nilai in putusan.fitur)
    return abs(hitung - putusan.skor) < 0.001 and {name for name, _ in putusan.fitur} == {*map(str, Fitur)}


@given(names, names)
def test_score_features_and_outcome_agree(a: str, b: str) -> None:
    putusan = bandingkan_label(a, b)
    assert 0.0 <= putusan.skor <= 1.0
    assert all(0.0 <= nilai <= 1.0 for _, nilai in putusan.fitur)
    assert putusan.alasan
    assert _sesuai(putusan)
    assert (putusan.hasil is Hasil.SAMA) == (putusan.skor >= AMBANG_SAMA)
    assert (putusan.hasil is Hasil.BEDA) == (putusan.skor < AMBANG_TANYA)


@given(names, names)
def test_sides_do_not_matter(a: str, b: str) -> None:
    satu, dua = bandingkan_label(a, b), bandingkan_label(b, a)
    assert (satu.hasil, satu.skor) == (dua.hasil, pytest.approx(dua.skor, abs=0.001))


@given(names)
def test_case_marks_and_list_numbers_do_not_matter(a: str) -> None:
    for b in (a.upper(), f"3) {a}", f"{a} :", a.replace(" ", "  ")):
        assert bandingkan_label(a, b).hasil is Hasil.SAMA
