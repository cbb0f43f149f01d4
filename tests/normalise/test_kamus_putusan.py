"""Decisions of persons put into force: what names are one by them, against the kamus and every guard."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.normalise import normalise
from pipeline.normalise.kamus.dipakai import Kamus, kamus_bawaan, memakai_kamus
from pipeline.normalise.kamus.isi import jadikan_kode, kode_cacat
from pipeline.normalise.kamus.keputusan_nama import KeputusanNama
from pipeline.normalise.nama.banding import Hasil, Putusan, bandingkan
from pipeline.normalise.nama.cari import cari_kamus, cari_keputusan, per_kode
from pipeline.normalise.nama.urai import Konteks, baca_nama
from pipeline.normalise.putusan import terapkan_keputusan
from schemas.errors import KamusError
from schemas.kinerja import Arah
from tests.normalise.laporan_uji import identitas, laporan, tabel

TPT = "tingkat-pengangguran-terbuka"
LAMA, BARU_NAMA = "Persentase nelayan kecil berasuransi", "Cakupan perlindungan risiko bagi nelayan kecil"
HARI = date(2026, 2, 1)


def putusan(nama: str, kode: str, calon: str = "", oleh: str = "Rina") -> KeputusanNama:
    tempat = f"k.csv baris {len(nama + kode + calon)}, kolom kode"
    return KeputusanNama(nama=nama, kode=kode, oleh=oleh, tanggal=HARI, calon=calon, tempat=tempat)


def dengan(*keputusan: KeputusanNama) -> Kamus:
    return terapkan_keputusan(kamus_bawaan(), keputusan)


def banding(kamus: Kamus, a: str, b: str, konteks: Konteks | None = None) -> Putusan:
    konteks = konteks or Konteks()
    with memakai_kamus(kamus):
        return bandingkan(baca_nama(a, konteks), baca_nama(b, konteks))


def kode(kamus: Kamus, nama: str, konteks: Konteks | None = None) -> str | None:
    with memakai_kamus(kamus):
        entri = cari_kamus(baca_nama(nama, konteks or Konteks()))
    return entri.kode if entri else None


def test_one_name_decided_twice_alike_is_no_contradiction() -> None:
    kamus = dengan(putusan("Debit Air", "debit-air"), putusan("DEBIT AIR", "debit-air", oleh="Budi"))
    assert [(item.nama, item.oleh) for item in kamus.keputusan] == [("Debit Air", "Rina")]


def test_a_known_code_gets_the_name_and_the_guards_are_overruled() -> None:
    nama = "Jumlah Orang Menganggur Triwulan II"
    kamus = dengan(putusan(nama, TPT))
    assert banding(kamus_bawaan(), nama, "TPT").hasil is Hasil.BEDA
    hasil = banding(kamus, nama, "TPT")
    assert (hasil.hasil, hasil.skor, hasil.alasan) == (Hasil.SAMA, 1.0, "diputuskan Rina, 2026-02-01")
    assert kode(kamus, nama) == kode(kamus, "TPT") == TPT
    assert nama in per_kode(kamus)[TPT].alias
    assert per_kode(kamus)[TPT].arah is Arah.TURUN
    assert not per_kode(kamus)[TPT].diputuskan


def test_a_name_of_the_kamus_may_be_given_to_another_code_and_is_no_name_of_the_first_then() -> None:
    nama = "Angka Pengangguran"
    kamus = dengan(putusan(nama, "penganggur-kami"))
    assert kode(kamus, nama) == kode(kamus, nama.upper()) == "penganggur-kami"
    assert nama not in per_kode(kamus)[TPT].alias
    hasil = banding(kamus, nama, "TPT")
    assert (hasil.hasil, hasil.alasan) == (Hasil.BEDA, "diputuskan Rina, 2026-02-01")
    assert kode(kamus, "Tingkat Pengangguran Terbuka") == TPT


def test_a_canonical_name_may_be_given_away_in_its_own_spelling_only() -> None:
    kamus = dengan(putusan("Tingkat Pengangguran Terbuka", "ukuran-lain"))
    assert kode(kamus, "tingkat pengangguran terbuka") == "ukuran-lain"
    assert kode(kamus, "Angka Pengangguran Terbuka") == TPT


def test_names_of_one_own_code_are_one_with_the_direction_that_they_all_state() -> None:
    kamus = dengan(putusan(LAMA, "asuransi-nelayan"), putusan(BARU_NAMA, "asuransi-nelayan"))
    assert banding(kamus_bawaan(), LAMA, BARU_NAMA).hasil is not Hasil.SAMA
    assert banding(kamus, LAMA, BARU_NAMA).hasil is Hasil.SAMA
    entri = per_kode(kamus)["asuransi-nelayan"]
    assert (entri.nama, entri.alias, entri.diputuskan) == (LAMA, (BARU_NAMA,), True)
    beda = dengan(
        putusan("Persentase penurunan kemiskinan pesisir", "kasus-x"), putusan("Angka kemiskinan pesisir", "kasus-x")
    )
    assert per_kode(beda)["kasus-x"].arah is Arah.TIDAK_DIKETAHUI
    satu = dengan(putusan("Angka kemiskinan pesisir", "miskin-pesisir"))
    assert per_kode(satu)["miskin-pesisir"].arah is Arah.TURUN


def test_a_new_name_is_one_with_nothing_but_its_own_text() -> None:
    mirip = "Persentase nelayan kecil yang berasuransi"
    assert banding(kamus_bawaan(), LAMA, mirip).hasil is Hasil.SAMA
    kamus = dengan(putusan(LAMA, "baru"))
    assert banding(kamus, LAMA, mirip).hasil is banding(kamus, mirip, LAMA).hasil is Hasil.BEDA
    assert banding(kamus, LAMA, LAMA.upper()).hasil is Hasil.SAMA
    dua = dengan(putusan(LAMA, "baru"), putusan(mirip, "baru"))
    assert banding(dua, LAMA, mirip).hasil is Hasil.BEDA
    assert kode(dengan(putusan("TPT", "baru")), "TPT") is None
    assert kode(dengan(putusan("TPT", "baru")), "Angka Pengangguran") == TPT


def test_same_ties_names_without_a_code_over_any_number_of_lines() -> None:
    a, b, c = "Debit di Muara", "Aliran Air Hilir", "Volume Air Sungai Bawah"
    kamus = dengan(putusan(a, "sama", b), putusan(b, "sama", c))
    assert {kode(kamus, nama) for nama in (a, b, c)} == {jadikan_kode(b)}
    assert banding(kamus, a, c).hasil is Hasil.SAMA
    tertaut = dengan(putusan(a, "sama", b), putusan(b, "sama", c), putusan(c, TPT))
    assert {kode(tertaut, nama) for nama in (a, b, c)} == {TPT}
    lewat_kamus = dengan(putusan(a, "sama", "Angka Pengangguran"))
    assert kode(lewat_kamus, a) == TPT


def test_a_code_made_for_tied_names_is_that_of_no_other() -> None:
    kamus = dengan(
        putusan("Debit di Muara", "sama", "Aliran Air"), putusan("Debit di Hulu", jadikan_kode("Aliran Air"))
    )
    codes = {kode(kamus, nama) for nama in ("Debit di Muara", "Aliran Air")}
    assert len(codes) == 1 and codes != {"aliran-air"}
    assert kode(kamus, "Debit di Hulu") == "aliran-air"


@pytest.mark.parametrize(
    "keputusan",
    [
        (putusan("Debit di Muara", "sama", "Aliran Air"), putusan("Aliran Air", "baru")),
        (putusan("Debit di Muara", "baru"), putusan("Debit di Muara", "sama", "Aliran Air")),
        (putusan("Debit", TPT), putusan("Debit", "sama", "Aliran Air"), putusan("Aliran Air", "aliran-air")),
    ],
)
def test_ties_that_contradict_other_decisions_name_both_lines(keputusan: Sequence[KeputusanNama]) -> None:
    with pytest.raises(KamusError, match="hapus salah satu") as caught:
        dengan(*keputusan)
    assert len(set(re.findall(r"k\.csv baris \d+", str(caught.value)))) == 2


def test_names_that_differ_in_the_unit_of_their_label_are_decided_apart() -> None:
    kamus = dengan(putusan("Produksi Garam (ton)", "garam-ton"), putusan("Produksi Garam (Rp)", "garam-rupiah"))
    assert kode(kamus, "Produksi garam (ton)") == "garam-ton"
    assert kode(kamus, "Produksi garam (Rp)") == "garam-rupiah"
    with memakai_kamus(kamus):
        assert cari_keputusan(baca_nama("Produksi garam", Konteks())) is None
    satu = dengan(putusan("Produksi Garam (ton)", "garam-ton"))
    assert kode(satu, "Produksi Garam") == "garam-ton"


def test_what_a_report_leaves_unsaid_is_left_unsaid_in_decisions() -> None:
    konteks = Konteks(wilayah=("sukamulya",), tahun="2024")
    kamus = dengan(putusan("Debit Muara Sukamulya Tahun 2024", "debit-muara"))
    assert kode(kamus, "Debit Muara", konteks) == "debit-muara"
    assert kode(kamus, "Debit Muara") is None
    assert kode(kamus, "Debit Muara Tahun 2023", konteks) is None


def test_decisions_about_names_that_do_not_occur_change_nothing() -> None:
    report = laporan(tabel("Persentase jalan mantap", "Angka Kemiskinan"), tabel("Persentase Jalan Mantap"))
    with memakai_kamus(dengan(putusan("Nama yang Tidak Ada", "baru"), putusan("Tiada Juga", "tiada-juga"))):
        found = normalise(report)
    assert found == normalise(report)


def test_a_code_that_differs_in_its_figures_is_a_code_of_its_own() -> None:
    dikenal = next(entri.kode for entri in kamus_bawaan().indikator if len(entri.kode) > 12)
    assert kode(dengan(putusan("Debit Muara", f"{dikenal}-2")), "Debit Muara") == f"{dikenal}-2"
    with pytest.raises(KamusError, match="pilih yang lebih berbeda"):
        dengan(putusan("Debit Muara", dikenal[:-1]))


def test_decided_names_join_rows_of_a_report_and_new_ones_leave_them() -> None:
    mirip = "Persentase nelayan kecil yang berasuransi"
    report = laporan(tabel(LAMA, "Debit Muara"), tabel(BARU_NAMA, "Debit Muara"), tabel(mirip))
    with memakai_kamus(dengan(putusan(LAMA, "asuransi-nelayan"), putusan(BARU_NAMA, "asuransi-nelayan"))):
        ((a, _), (b, _), _) = identitas(normalise(report))
    assert a == b == "asuransi-nelayan"
    (((a, _), _, (c,)),) = (identitas(normalise(report)),)
    assert a == c
    with memakai_kamus(dengan(putusan(LAMA, "baru"))):
        (((a, _), _, (c,)),) = (identitas(normalise(report)),)
    assert a != c


@given(st.text(max_size=30))
def test_a_code_made_of_a_text_is_one(text: str) -> None:
    made = jadikan_kode(text)
    assert made in ("", "baru", "sama") or not kode_cacat(made)
