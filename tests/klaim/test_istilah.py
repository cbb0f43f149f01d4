"""Class words of sentences against the document's own scale."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from extractors.narasi.tokenisasi import tokenize
from extractors.narasi.vonis.baca import read_verdicts
from pipeline.klaim.kelas.istilah import judge
from schemas.kinerja import Laporan
from schemas.narasi import Kalimat, Putusan, Uji
from schemas.provenance import DocxPlace
from tests.checks.laporan_toml import laporan as laporan_toml
from tests.klaim.bentuk import laporan as laporan_kalimat

SKALA: dict[str, Any] = {"kelas": ["Sangat Baik (SB) = (100..]", "Baik (B) = [75..100]", "Kurang (K) = [..75)"]}


def _berkelas(kalimat: Kalimat) -> Kalimat:
    vonis = read_verdicts(tokenize(kalimat.teks.text), lambda mulai, akhir: DocxPlace(block=mulai, row=akhir))
    return replace(kalimat, teks=replace(kalimat.teks, vonis=vonis))


def laporan(*teks: str, skala: tuple[dict[str, Any], ...]) -> Laporan:
    kalimat = tuple(_berkelas(item) for item in laporan_kalimat(*teks).kalimat)
    return replace(laporan_toml({"skala": list(skala)}), kalimat=kalimat)


def uji(*teks: str, skala: tuple[dict[str, Any], ...] = (SKALA,)) -> list[Uji]:
    return list(judge(laporan(*teks, skala=skala)))


@pytest.mark.parametrize(
    "teks",
    [
        "Indikator ini tercapai dengan kategori berhasil.",
        "Capaian sebesar 91,5 % termasuk kategori tinggi.",
        "Hal itu menunjukkan kinerja memuaskan.",
        "Rata-rata capaian 91,5 % (Cukup Berhasil).",
    ],
)
def test_a_word_that_the_scale_does_not_have(teks: str) -> None:
    (item,) = uji(teks)
    assert item.putusan is Putusan.SALAH
    assert "Sangat Baik (SB), Baik (B), Kurang (K)" in item.pesan


@pytest.mark.parametrize(
    "teks",
    [
        "Capaian sebesar 91,5 % termasuk kategori BAIK.",
        "Hal itu menunjukkan kinerja sangat baik.",
    ],
)
def test_a_word_of_the_scale(teks: str) -> None:
    assert [item.putusan for item in uji(teks)] == [Putusan.COCOK]


@pytest.mark.parametrize(
    "teks",
    [
        "Capaian indeks itu sebesar 71,2 termasuk kategori tinggi.",
        "Capaian IPM sebesar 71,2 termasuk kategori tinggi.",
        "Capaian kinerja SPBE termasuk kategori tinggi.",
        "Kinerja keuangan termasuk kategori tinggi.",
        "Akuntabilitas instansi dengan predikat memuaskan.",
        "Apabila capaian kinerja 85 % maka dikategorikan berhasil.",
        "Capaian kinerja 91 % dengan predikat “Hijau”.",
        "Capaian kinerja 91 % termasuk kategori kurang baik.",
    ],
)
def test_not_judged(teks: str) -> None:
    assert [item.putusan for item in uji(teks)] == [Putusan.TAK_DIUJI]


def test_all_foreign_words_are_one_finding() -> None:
    items = uji(
        "Indikator ini tercapai dengan kategori berhasil.",
        "Indikator ini tercapai dengan kategori sangat berhasil.",
        "Indikator ini tercapai dengan kategori berhasil.",
    )
    (item,) = items
    assert [rujukan.kalimat for rujukan in item.klaim] == [0, 1, 2]
    assert item.subjek == "kategori “berhasil” dan “sangat berhasil”"


def test_without_a_scale_of_known_words_nothing_is_judged() -> None:
    teks = "Indikator ini tercapai dengan kategori berhasil."
    huruf = {"kelas": ["A = (90..100]", "B = [..90]"]}
    lain = {**SKALA, "subject": "SAKIP", "untuk_capaian": False}
    for skala in ((), (huruf,), (lain,)):
        assert [item.putusan for item in uji(teks, skala=skala)] == [Putusan.TAK_DIUJI]


def test_a_word_of_any_scale_of_the_document_is_no_foreign_one() -> None:
    lain = {"subject": "SAKIP", "untuk_capaian": False, "kelas": ["Berhasil = [80..90]"]}
    assert [item.putusan for item in uji("Tercapai dengan kategori berhasil.", skala=(SKALA, lain))] == [Putusan.COCOK]
