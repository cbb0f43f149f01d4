"""Class scales that sentences and lists state."""

from __future__ import annotations

import pytest

from extractors.stated_scales import find_stated_scales
from tests.extractors.grids import line


def found(*texts: str) -> list[tuple[str, str]] | None:
    skala = find_stated_scales([line(text, top=100 + 14 * k) for k, text in enumerate(texts)])
    return [(kelas.label, kelas.text) for kelas in skala[0].kelas] if skala else None


FOUR = [("Sangat Baik", ">100"), ("Baik", "80-100"), ("Cukup", "60-<80"), ("Kurang", "<60")]


@pytest.mark.parametrize(
    "texts",
    [
        ("Kategori capaian: Sangat Baik (>100), Baik (80-100), Cukup (60-<80), Kurang (<60).",),
        ("Kategori capaian: Sangat Baik (>100), Baik (80-100), Cukup (60-<80), dan", "Kurang (<60). Hasilnya baik."),
        ("Predikat capaian kinerja adalah >100 Sangat Baik; 80-100 Baik;", "60-<80 Cukup; <60 Kurang."),
        ("Skala pencapaian yaitu: Sangat Baik = >100; Baik = 80-100; Cukup = 60-<80; Kurang = <60.",),
        (
            "Kriteria capaian kinerja sebagai berikut:",
            "a. Sangat Baik : >100", "b. Baik : 80-100", "c. Cukup : 60-<80", "d. Kurang : <60", "Teks lain.",
        ),
        (
            "Kriteria keberhasilan berikut:",
            "- >100 = Sangat Baik;", "- 80-100 = Baik;", "- 60-<80 = Cukup;", "- <60 = Kurang",
        ),
    ],
)  # fmt: skip
def test_a_scale_in_words(texts: tuple[str, ...]) -> None:
    assert found("3.1 Metode", *texts) == FOUR


def test_a_class_stands_where_its_word_is_printed() -> None:
    lines = [
        line("Kategori capaian: Sangat Baik (>100), Baik (80-100),", top=100),
        line("Cukup (60-<80), Kurang (<60).", top=114),
    ]
    (skala,) = find_stated_scales(lines)
    assert [kelas.place.bbox.top for kelas in skala.kelas] == [100, 100, 114, 114]  # type: ignore[union-attr]
    assert skala.header == "Kategori capaian:"


@pytest.mark.parametrize(
    "texts",
    [
        ("Kategori capaian: 6 indikator sangat baik (>100), 3 indikator baik (80-100), 1 indikator kurang (<60).",),
        ("Kategori capaian: Sangat Baik (104,5), Baik (98,2), Kurang (50,1).",),
        ("Kategori capaian: Sangat Baik (>100) dan Baik (80-100).",),
        ("Kategori capaian: Sangat Baik (>100), Baik (80-100), Cukup (60-<80), selebihnya Kurang (<60).",),
        ("Kategori capaian: Baik (>100), Baik (80-100), Baik (60-80).",),
        ("Kategori mutu layanan: Sangat Baik (>90), Baik (80-90), Kurang (<80).",),
        ("Misi pertama bernilai Sangat Baik (>100), misi kedua Baik (80-100), misi ketiga Cukup (60-80).",),
        ("Kategori capaian sebagai berikut:", "Sangat Baik", "Baik", "Kurang"),
    ],
)
def test_sentences_that_state_no_scale(texts: tuple[str, ...]) -> None:
    assert found(*texts) is None
