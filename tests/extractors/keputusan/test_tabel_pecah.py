"""Several indicators in one cell, and what only looks like several."""

from __future__ import annotations

import pytest

from extractors.keputusan.sel.pecah import pecah_nama
from tests.extractors.keputusan.tabel_contoh import baca, ditandai, isi, sel


def pecah(*lines: str) -> list[tuple[str | None, str]]:
    return [(own.tanda, own.untai.text) for own in pecah_nama(sel(*lines)).nama]


@pytest.mark.parametrize(
    ("lines", "nama"),
    [
        (("a. Jumlah kapal", "b. Jumlah nelayan"), [("a", "Jumlah kapal"), ("b", "Jumlah nelayan")]),
        (("1) Nilai SAKIP", "2) Nilai SPIP"), [("1", "Nilai SAKIP"), ("2", "Nilai SPIP")]),
        (("(1) Nilai SAKIP", "(2) Nilai SPIP"), [("1", "Nilai SAKIP"), ("2", "Nilai SPIP")]),
        (("A. Indeks air", "B. Indeks udara"), [("A", "Indeks air"), ("B", "Indeks udara")]),
        (
            ("I. Indeks air", "II. Indeks udara", "III. Indeks lahan"),
            [("I", "Indeks air"), ("II", "Indeks udara"), ("III", "Indeks lahan")],
        ),
        (("i) Indeks air", "ii) Indeks udara"), [("i", "Indeks air"), ("ii", "Indeks udara")]),
        (("a Indeks air", "b Indeks udara"), [("a", "Indeks air"), ("b", "Indeks udara")]),
        (("1 Indeks air", "2 Indeks udara"), [("1", "Indeks air"), ("2", "Indeks udara")]),
        (("1.) Indeks air", "2.) Indeks udara"), [("1", "Indeks air"), ("2", "Indeks udara")]),
        (("1.1 Indeks air", "1.2 Indeks udara"), [("1.1", "Indeks air"), ("1.2", "Indeks udara")]),
        (("1.1.Indeks air", "1.1.1.Indeks sungai"), [("1.1", "Indeks air"), ("1.1.1", "Indeks sungai")]),
        (("- Indeks air", "- Indeks udara"), [(None, "Indeks air"), (None, "Indeks udara")]),
        (("• Indeks air", "• Indeks udara"), [(None, "Indeks air"), (None, "Indeks udara")]),
        (("\uf0b7 Indeks air", "\uf0b7 Indeks udara"), [(None, "Indeks air"), (None, "Indeks udara")]),
    ],
)
def test_marks_at_the_beginning_of_lines(lines: tuple[str, ...], nama: list[tuple[str | None, str]]) -> None:
    assert pecah(*lines) == nama


@pytest.mark.parametrize(
    ("lines", "nama"),
    [
        (
            ("a. Jumlah mesin b.", "Jumlah perbaikan gedung", "dan pagar c. Jumlah", "kendaraan roda 4 dan 2"),
            [("a", "Jumlah mesin"), ("b", "Jumlah perbaikan gedung dan pagar"), ("c", "Jumlah kendaraan roda 4 dan 2")],
        ),
        (("c. Jumlah aset d. Jumlah mutasi",), [("c", "Jumlah aset"), ("d", "Jumlah mutasi")]),
        (
            ("a. Jumlah surat a. Jumlah arsip b. Jumlah tamu",),
            [("a", "Jumlah surat"), ("a", "Jumlah arsip"), ("b", "Jumlah tamu")],
        ),
        (("1. Nilai SAKIP 2. Nilai SPIP",), [("1", "Nilai SAKIP"), ("2", "Nilai SPIP")]),
        (("A. Jumlah surat B. Jumlah arsip",), [("A", "Jumlah surat"), ("B", "Jumlah arsip")]),
        (("a.Jumlah surat b.Jumlah arsip",), [("a", "Jumlah surat"), ("b", "Jumlah arsip")]),
        (("a) jumlah surat b) jumlah arsip",), [("a", "jumlah surat"), ("b", "jumlah arsip")]),
        (
            ("Jumlah surat b. Jumlah arsip c. Jumlah tamu",),
            [(None, "Jumlah surat"), ("b", "Jumlah arsip"), ("c", "Jumlah tamu")],
        ),
    ],
)
def test_marks_inside_lines(lines: tuple[str, ...], nama: list[tuple[str | None, str]]) -> None:
    assert pecah(*lines) == nama


@pytest.mark.parametrize(
    "text",
    [
        "Persentase perusahaan yang patuh (PP, PKWT & BPJS Ketenagakerjaan)",
        "Jumlah kendaraan roda 4 dan 2",
        "Persentase pelanggaran Pasal 3 a. Undang-Undang yang ditindak",
        "Jumlah laporan s.d. triwulan IV",
        "Jumlah surat a.n. Bupati yang diterbitkan",
        "Persentase jabatan golongan IV a. Terisi penuh",
        "Nilai pemeriksaan BPK RI. Opini tahun n",
        "Rasio guru kelas c. Kategori tetap",
        "Angka kematian ibu per 100.000 kelahiran hidup",
        "Jumlah rumah tipe 36 b. Bersubsidi",
        "Jumlah balita penerima vitamin A. Dosis tinggi",
    ],
)
def test_letters_and_numbers_inside_a_name_are_no_marks(text: str) -> None:
    assert pecah(text) == [(None, text)]


@pytest.mark.parametrize(
    ("lines", "tanda", "nama"),
    [
        (("1.1. Jumlah hasil panen :", "- Padi", "- Jagung"), "1.1", "Jumlah hasil panen : - Padi - Jagung"),
        (
            ("Jumlah hasil panen meliputi:", "a. Padi", "b. Jagung"),
            None,
            "Jumlah hasil panen meliputi: a. Padi b. Jagung",
        ),
        (
            ("1.1.2 Jumlah desa yang menerapkan", "- Pola Tanam (PT)", "- Tanam Jajar"),
            "1.1.2",
            "Jumlah desa yang menerapkan - Pola Tanam (PT) - Tanam Jajar",
        ),
        (("a. Jumlah dokumen", "laporan"), "a", "Jumlah dokumen laporan"),
        (("- Indeks air",), None, "Indeks air"),
    ],
)
def test_components_belong_to_the_one_indicator_above_them(
    lines: tuple[str, ...], tanda: str | None, nama: str
) -> None:
    assert pecah(*lines) == [(tanda, nama)]


def test_two_numbered_indicators_with_components_each() -> None:
    lines = ("1.1 Jumlah panen :", "- Padi", "- Jagung", "1.2 Jumlah ternak :", "- Sapi", "- Domba")
    assert pecah(*lines) == [("1.1", "Jumlah panen : - Padi - Jagung"), ("1.2", "Jumlah ternak : - Sapi - Domba")]


def test_measures_under_a_heading_that_is_none() -> None:
    lines = (
        "2.1 Mutu benih",
        "\uf0a7 Persentase tumbuh :",
        "- Padi",
        "- Jagung",
        "\uf0a7 Jumlah penangkar",
        "yang dibina",
    )
    found = pecah_nama(sel(*lines))
    assert [own.untai.text for own in found.nama] == [
        "Persentase tumbuh : - Padi - Jagung",
        "Jumlah penangkar yang dibina",
    ]
    assert found.judul is not None and found.judul.text == "Mutu benih"


def test_that_heading_is_listed_with_the_table() -> None:
    rows = ("S", "Mutu benih\n• Persentase tumbuh\n• Jumlah penangkar", "x", "y")
    found = baca(("SASARAN", "INDIKATOR", "FORMULA", "SUMBER DATA"), rows)
    assert "Mutu benih" in [b.text for b in found.belum_dipahami]


NAMA_BARIS = "Persentase desa mandiri\nJumlah BUMDes aktif\nindeks desa membangun"


def test_unmarked_paragraphs_of_a_word_file() -> None:
    found = isi(("S", NAMA_BARIS, "x", "y"), docx=True)
    assert ditandai(found) == [
        (None, "Persentase desa mandiri"),
        (None, "Jumlah BUMDes aktif"),
        (None, "indeks desa membangun"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Rasio\nJumlah guru terhadap\nJumlah murid",
        "Persentase peningkatan\nNilai investasi",
        "Indeks kepuasan (rata-rata\nNilai unit layanan)",
        "Pembinaan desa\nJumlah desa yang dibina",
    ],
)
def test_a_wrapped_name_in_a_word_file_stays_one(text: str) -> None:
    assert ditandai(isi(("S", text, "x", "y"), docx=True)) == [(None, text.replace("\n", " "))]


def test_on_paper_a_wrapped_line_that_begins_like_a_measure_needs_room_above_it() -> None:
    penuh = ("Persentase layanan dengan mutu terbaik", "Nilai minimal delapan")
    longgar = ("Nilai SAKIP", "Jumlah laporan keuangan daerah yang tepat waktu")
    assert len(pecah(*penuh)) == 1
    assert [name for _, name in pecah(*longgar)] == list(longgar)


def test_marks_and_positions_of_the_records() -> None:
    found = isi(("S", "a. Jumlah surat\nb. Jumlah arsip", "Jumlah surat\nJumlah arsip", "Laporan"))
    assert [(own.row, own.sub, own.tanda) for own in found] == [(1, 0, "a"), (1, 1, "b")]
    tops = [own.indikator.place.bbox.top for own in found]
    assert tops[0] < tops[1]


@pytest.mark.parametrize("docx", [False, True])
def test_marks_in_a_square_of_their_own_beside_the_names(docx: bool) -> None:
    kepala = ("SASARAN", "INDIKATOR KINERJA", "<", "FORMULA")
    found = baca(kepala, ("S", "a.\nb.", "Nilai air\nNilai udara", "x"), docx=docx, header_rows=1)
    assert ditandai(found.indikator) == [("a", "Nilai air"), ("b", "Nilai udara")]
    satu = baca(kepala, ("S", "1.2", "Nilai air", "x"), docx=docx, header_rows=1)
    assert ditandai(satu.indikator) == [("1.2", "Nilai air")]


def test_results_as_names_of_unmarked_paragraphs() -> None:
    found = isi(("S", "Tersusunnya laporan bulanan\nTerlaksananya rapat kerja", "x", "y"), docx=True)
    assert [name for _, name in ditandai(found)] == ["Tersusunnya laporan bulanan", "Terlaksananya rapat kerja"]
