"""How the lines of a cell are joined, and how labels inside it part its text."""

from __future__ import annotations

import pytest

from extractors.keputusan.sel.teks import Kosakata, gabung_untai, kosakata, untai
from extractors.keputusan.tabel.label import pisah_label
from extractors.keputusan.tabel.peran import Peran
from tests.extractors.grids import cell, line
from tests.extractors.keputusan.tabel_contoh import baca, sel, teks

KOSA = kosakata(
    [
        [line("mengukur keterampilan peserta dan ketenagakerjaan daerah")],
        [line("peraturan perundang-undangan kabupaten/kota yang berlaku")],
        [line("hasil panen dan hasil ternak, pekerja migran/transmigran")],
    ]
)


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (("Jumlah", "kapal"), "Jumlah kapal"),
        (("Persentase", "kompetensi/keteramp", "ilan"), "Persentase kompetensi/keterampilan"),
        (("KETENAGAKER", "JAAN"), "KETENAGAKERJAAN"),
        (("Kompetensi/Ketera", "mpilannya :"), "Kompetensi/Keterampilannya :"),
        (("perundang-", "undangan"), "perundang-undangan"),
        (("ketenaga-", "kerjaan"), "ketenagakerjaan"),
        (("hak-", "hak"), "hak-hak"),
        (("tahun 2025-", "2029"), "tahun 2025-2029"),
        (("sasaran -", "tujuan"), "sasaran - tujuan"),
        (("hasil", "panen"), "hasil panen"),
        (("hasil panen", "dan ternak"), "hasil panen dan ternak"),
        (("Ketenagakerjaan", "daerah"), "Ketenagakerjaan daerah"),
        (("Kabupaten/", "Kota"), "Kabupaten/Kota"),
        (("Bantuan", "& hibah"), "Bantuan & hibah"),
    ],
)
def test_lines_are_joined_the_way_they_read(lines: tuple[str, ...], text: str) -> None:
    assert untai([line(one, top=100 + 12 * k) for k, one in enumerate(lines)], KOSA).text == text


def test_a_slash_at_the_end_of_a_formula_s_line_keeps_its_blank_but_for_known_compounds() -> None:
    def rumus(*lines: str) -> str:
        return untai([line(one, top=100 + 12 * k) for k, one in enumerate(lines)], KOSA, rumus=True).text

    assert rumus("lowongan terpenuhi/", "jumlah lowongan") == "lowongan terpenuhi/ jumlah lowongan"
    assert rumus("pekerja migran/", "transmigran") == "pekerja migran/transmigran"


def test_in_a_word_file_no_word_is_cut() -> None:
    lines = cell("Keteramp", "ilan", docx=True).lines
    assert untai(lines, KOSA).text == "Keteramp ilan"


def test_words_that_may_be_halves_are_not_taken_for_words() -> None:
    kosa = kosakata([[line("Keteramp"), line("ilan peserta")]])
    assert kosa.kata == {"peserta"}
    assert kosa.tambah(Kosakata(kata=frozenset({"a"}))).kata == {"peserta", "a"}


def test_a_piece_knows_its_lines() -> None:
    whole = sel("Jumlah kapal", "dan nelayan", "terdaftar")
    piece = whole.bagian(whole.text.index("nelayan"), len(whole.text))
    assert (piece.text, [own.text for own in piece.lines]) == ("nelayan terdaftar", ["dan nelayan", "terdaftar"])
    assert piece.text[piece.awal[1] :] == "terdaftar"
    assert not whole.bagian(3, 3)
    assert whole.bagian(3, 3).teks() is None
    joined = gabung_untai([piece, sel(), sel("x")])
    assert (joined.text, joined.awal[-1]) == ("nelayan terdaftar x", len(joined.text) - 1)


def label(*lines: str, own: Peran = Peran.FORMULA) -> dict[Peran, str]:
    return {peran: piece.text for peran, piece in pisah_label(sel(*lines), own).items()}


def test_labels_on_lines_of_their_own() -> None:
    found = label("Formulasi Perhitungan:", "(A / B) X 100%", "Tipe Perhitungan:", "Non-kumulatif")
    assert found == {Peran.FORMULA: "(A / B) X 100%", Peran.TIPE: "Non-kumulatif"}


def test_labels_in_one_flowing_text() -> None:
    text = "Alasan: mandat RPJMD Rumus: A / B x 100% Sumber Data : BPS Satuan: Persen"
    assert label(text) == {
        Peran.ALASAN: "mandat RPJMD",
        Peran.FORMULA: "A / B x 100%",
        Peran.SUMBER: "BPS",
        Peran.SATUAN: "Persen",
    }


def test_prose_before_a_labelled_formula_explains_it() -> None:
    assert label("Jalan yang tidak rusak.", "Formulasi : A / B") == {
        Peran.DEFINISI: "Jalan yang tidak rusak.",
        Peran.FORMULA: "A / B",
    }


@pytest.mark.parametrize(
    "text",
    [
        "Penempatan pencari kerja : jumlah pencari kerja yang ditempatkan",
        "Ket : skala 1 - 10",
        "dihitung dengan rumus: A / B",
        "Jumlah A : Jumlah B x 100%",
        "Rumus: A / B Rumus: C / D",
    ],
)
def test_other_colons_part_nothing(text: str) -> None:
    assert label(text) == {Peran.FORMULA: text}


def test_labels_fill_fields_that_have_no_column() -> None:
    rows = ("S", "Nilai A", "Formulasi: x\nTipe Perhitungan: Akumulasi\nSumber data: BPS")
    (own,) = baca(("Sasaran", "Indikator", "Penjelasan/Formulasi"), rows).indikator
    assert (teks(own.formula), teks(own.tipe), teks(own.sumber_data)) == ("x", "Akumulasi", "BPS")


def test_a_label_does_not_overwrite_a_column() -> None:
    kepala = ("Sasaran", "Indikator", "Sumber Data", "Penjelasan/Formulasi")
    (own,) = baca(kepala, ("S", "Nilai A", "BPS", "x\nSumber data: Dinas")).indikator
    assert (teks(own.sumber_data), teks(own.formula)) == ("BPS", "x Sumber data: Dinas")


def test_labels_in_the_pieces_of_several_indicators() -> None:
    kepala = ("Sasaran", "Indikator", "Penjelasan/Formulasi")
    text = "a. Formulasi: x Tipe Perhitungan: Akumulasi\nb. Formulasi: y Tipe Perhitungan: Rata-rata"
    found = baca(kepala, ("S", "a. Nilai A\nb. Nilai B", text)).indikator
    assert [(teks(own.formula), teks(own.tipe)) for own in found] == [("x", "Akumulasi"), ("y", "Rata-rata")]
