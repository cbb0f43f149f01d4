from __future__ import annotations

import pytest

from extractors.captions import find_caption
from schemas.printed import Line, LineRole
from schemas.provenance import DocxPlace


def lines(*texts: str) -> list[Line]:
    """Body lines; a text that begins with `#` is a heading."""
    return [
        Line(
            text=text.lstrip("#"),
            place=DocxPlace(block=number),
            role=LineRole.HEADING if text.startswith("#") else LineRole.BODY,
        )
        for number, text in enumerate(texts)
    ]


@pytest.mark.parametrize(
    ("above", "caption"),
    [
        (("Tabel 3.1", "CAPAIAN INDIKATOR"), "Tabel 3.1 CAPAIAN INDIKATOR"),
        (("Tabel 2.1 Perjanjian Kinerja",), "Tabel 2.1 Perjanjian Kinerja"),
        (("Tabel 3.1",), "Tabel 3.1"),
        (
            ("Tabel III.2", "Pengukuran Kinerja", "Tahun 2016", "%"),
            "Tabel III.2 Pengukuran Kinerja Tahun 2016 %",
        ),
        (
            ("Tabel 6. Pengukuran Capaian Sasaran Tahun", "2016."),
            "Tabel 6. Pengukuran Capaian Sasaran Tahun 2016.",
        ),
        (("TABEL 3.10 REALISASI", "(dalam rupiah)"), "TABEL 3.10 REALISASI (dalam rupiah)"),
        (("Tabel 4: Rincian Anggaran",), "Tabel 4: Rincian Anggaran"),
        (("Tabel 4.1.2 – Capaian",), "Tabel 4.1.2 – Capaian"),
        (("Tabel T-C.23", "Pencapaian Kinerja Pelayanan"), "Tabel T-C.23 Pencapaian Kinerja Pelayanan"),
        (("Tabel 3. 2 Capaian",), "Tabel 3. 2 Capaian"),
        (("Tabel 3.2.a Capaian",), "Tabel 3.2.a Capaian"),
        (("Tabel 5 Menurunnya Angka Kematian",), "Tabel 5 Menurunnya Angka Kematian"),
        (("Tabel 5 tingkat efisiensi",), "Tabel 5 tingkat efisiensi"),
        (("Tabel 3.1", "#CAPAIAN SASARAN"), "Tabel 3.1 CAPAIAN SASARAN"),
        (("#Tabel 3.1 Capaian", "#Tahun 2023"), "Tabel 3.1 Capaian Tahun 2023"),
        (("Tabel Nomor 3 Capaian",), "Tabel Nomor 3 Capaian"),
        (("Tabel 3.1Capaian",), "Tabel 3.1Capaian"),
        (("Tabel 7 Dalam dan Luar Negeri",), "Tabel 7 Dalam dan Luar Negeri"),
        (("Tabel 3.1 Capaian", "", "  "), "Tabel 3.1 Capaian"),
        (("Tabel 3.1 Lama", "Uraian.", "Tabel 3.2", "Baru"), "Tabel 3.2 Baru"),
    ],
)
def test_captions(above: tuple[str, ...], caption: str) -> None:
    assert find_caption(lines(*above)) == caption


@pytest.mark.parametrize(
    "above",
    [
        (),
        ("Capaian kinerja tahun 2023",),
        ("Tabel berikut memuat capaian",),
        ("Tabel 2.2 berikut ini :",),
        ("Tabel 3.1 di atas menunjukkan capaian sebesar 95 persen.",),
        ("Tabel 3.1, 3.2 dan 3.3 memuat rinciannya",),
        ("Tabel 3.1 menunjukkan bahwa realisasi turun",),
        ("Tabel 3.1 Dapat dilihat capaian",),
        ("Tabel 3.4 Pengukuran Kinerja ............ 23",),
        ("Tabel 3.1 Capaian", "a. Sasaran pertama"),
        ("Tabel 3.1 Capaian", "4. Realisasi Anggaran"),
        ("Tabel 3.1 Capaian", "A.2 Perbandingan Realisasi"),
        ("Tabel 3.1 Capaian", "#Realisasi Anggaran"),
        ("Tabel 3.1 Capaian", "Uraian lebih lanjut sebagai berikut:"),
        ("Tabel 3.1 Capaian", "Dari tabel tersebut terlihat kenaikan"),
        ("Tabel 3.1 Capaian", "kata " * 40),
        ("Tabel 3.1 Capaian", "satu", "dua", "tiga", "empat"),
        ("Tabel 3.1 dalam laporan ini",),
        ("Tabelaris 3",),
        ("Gambar 3.1 Struktur",),
    ],
)
def test_no_caption(above: tuple[str, ...]) -> None:
    assert find_caption(lines(*above)) is None
