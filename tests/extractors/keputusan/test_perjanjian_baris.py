"""Lines of agreements one by one: titles and their segments, dates, parties, signatures, programs."""

from __future__ import annotations

import pytest

from extractors.keputusan.alir.dokumen import Alir, Baris, TabelAlir
from extractors.keputusan.perjanjian.baris import as_teks, centre, framed_rows, pieces
from extractors.keputusan.perjanjian.judul import is_kop, is_title_tail, is_unit, pisah_perjanjian, title_rows
from extractors.keputusan.perjanjian.kisi import whole_tables
from extractors.keputusan.perjanjian.pihak import Calon, PembacaPihak, party_of_rank, rank_of
from extractors.keputusan.perjanjian.program import PembacaProgram, is_program_heading, read_program_table
from extractors.keputusan.perjanjian.tanda_tangan import PembacaTandaTangan, heads_signatures
from extractors.keputusan.perjanjian.tanggal import chosen, read_tempat_tanggal
from schemas.keputusan import Teks
from schemas.provenance import DocxPlace
from tests.extractors.grids import line, place, table

DOCX = DocxPlace(block=3)


def paragraf(text: str) -> Baris:
    """A paragraph of a Word file."""
    return Baris(text=text, place=DOCX)


def cetak(text: str, *, x0: float = 60, top: float = 100, page: int = 1) -> Baris:
    """A line of a page, about as wide as its text."""
    return Baris(text=text, place=place(page, x0, top, x0 + 5.5 * len(text), top + 10))


def sebaris(*texts: str) -> Baris:
    """Cells side by side."""
    parts = tuple(line(text, x0=60 + 240.0 * k) for k, text in enumerate(texts))
    return Baris(text=" ".join(texts), place=parts[0].place, bagian=parts)


def tabel(*rows: tuple[str, ...]) -> TabelAlir:
    return TabelAlir(table=table(*rows), number=0)


class TestBagian:
    def test_pieces_of_a_plain_line_and_of_cells(self) -> None:
        assert [one.text for one in pieces(paragraf("Nama : DIMAS"))] == ["Nama : DIMAS"]
        assert [one.text for one in pieces(sebaris("PIHAK KEDUA,", "PIHAK PERTAMA,"))] == [
            "PIHAK KEDUA,",
            "PIHAK PERTAMA,",
        ]

    def test_pieces_of_a_word_that_touch_are_one_word(self) -> None:
        left = Teks(text="PERJ", place=place(1, 199, 67, 228, 79))
        near = Teks(text="ANJIAN", place=place(1, 228.5, 67, 300, 79))
        far = Teks(text="ANJIAN", place=place(1, 240, 67, 300, 79))
        assert as_teks([left, near]).text == "PERJANJIAN"
        assert as_teks([left, far]).text == "PERJ ANJIAN"

    def test_middle_of_names_at_both_ends_of_a_line(self) -> None:
        whole = Teks(text="SRI ADI BUDI SANTOSO", place=place(1, 100, 50, 500, 60))
        left, right = centre(whole, 0, 7), centre(whole, 8, 20)
        assert left is not None
        assert right is not None
        assert left < 150
        assert right > 450
        assert centre(Teks(text="SRI", place=DOCX), 0, 3) is None

    def test_frame_around_a_title(self) -> None:
        frame = table(("PERJANJIAN KINERJA TAHUN 2016\nDINAS PERIKANAN", ""))
        assert [row.text for row in framed_rows(frame)] == ["PERJANJIAN KINERJA TAHUN 2016", "DINAS PERIKANAN"]
        assert len(title_rows(TabelAlir(table=frame, number=0))) == 2


class TestJudulDanBagiannya:
    def test_tail_of_a_title(self) -> None:
        assert is_title_tail("TAHUN 2017")
        assert is_title_tail("TAHUN ANGGARAN 2017")
        assert not is_title_tail("Tahun ini seluruh target pelayanan jalan telah ditetapkan")

    def test_letterhead_and_unit(self) -> None:
        assert is_kop("Jl. Merdeka No. 4 Telp. 12345")
        assert not is_kop("Menimbang bahwa")
        assert is_unit("Bidang Bina Marga")
        assert not is_unit("Kepala Bidang : Bina Marga")

    def test_a_large_table_is_no_title(self) -> None:
        assert title_rows(tabel(("PERJANJIAN KINERJA", "x"), ("1", "2"), ("3", "4"))) == ()

    def test_title_without_anything_is_one_part(self) -> None:
        flow: list[Alir] = [paragraf("PERJANJIAN KINERJA TAHUN 2020")]
        assert pisah_perjanjian(flow) == (tuple(flow),)
        assert pisah_perjanjian([]) == ()

    def test_flow_without_title_is_kept_whole(self) -> None:
        flow: list[Alir] = [paragraf("Kami yang bertanda tangan di bawah ini"), paragraf("Nama : DIMAS")]
        assert pisah_perjanjian(flow) == (tuple(flow),)

    def test_nothing_is_lost_by_cutting(self) -> None:
        flow: list[Alir] = []
        for name in ("DIMAS", "RATNA", "BAYU"):
            flow += [paragraf("DINAS PERIKANAN"), paragraf("PERJANJIAN KINERJA TAHUN 2020")]
            flow += [paragraf(f"yang bertanda tangan di bawah ini: {name}"), paragraf("LAMPIRAN PERJANJIAN KINERJA")]
            flow += [tabel(("No", "Indikator Kinerja"), ("1", "Produksi ikan"))]
        parts = pisah_perjanjian(flow)
        assert len(parts) == 3
        assert [item for part in parts for item in part] == flow

    def test_letterhead_of_another_page_stays_where_it_is(self) -> None:
        statement = cetak("yang bertanda tangan di bawah ini", top=120)
        foot = cetak("Dinas Perikanan", top=700)
        first = [cetak("PERJANJIAN KINERJA TAHUN 2020"), statement, foot]
        second = [cetak("PERJANJIAN KINERJA TAHUN 2020", page=2), cetak("yang bertanda tangan di bawah ini", page=2)]
        assert pisah_perjanjian([*first, *second]) == (tuple(first), tuple(second))


class TestTempatTanggal:
    @pytest.mark.parametrize(
        ("text", "tempat", "isi"),
        [
            ("Bandung, 3 Januari 2017", "Bandung", "3 Januari 2017"),
            ("Kota Baru,    Pebruari 2016", "Kota Baru", "Pebruari 2016"),
            ("Merapi, tanggal 12 Nopember 2019", "Merapi", "12 Nopember 2019"),
            ("Merapi, 02/01/2017", "Merapi", "02/01/2017"),
            ("Merapi, .......... 2017", "Merapi", None),
            ("Merapi, ...... Januari 2017", "Merapi", "...... Januari 2017"),
            ("Merapi, 2017", "Merapi", None),
            ("Ditetapkan di : Merapi", "Merapi", None),
            ("Pada tanggal : 7 Mei 2018", None, "7 Mei 2018"),
            ("Pada tanggal :", None, None),
        ],
    )
    def test_read(self, text: str, tempat: str | None, isi: str | None) -> None:
        found = read_tempat_tanggal(Teks(text=text, place=DOCX))
        assert found is not None
        where, when = found
        assert (where.text if where else None) == tempat
        assert (when.isi.text if when and when.isi else None) == isi

    @pytest.mark.parametrize(
        "text",
        [
            "Bidang Jalan, Jembatan dan Irigasi",
            "Ir. SURYA PRATAMA, M.T.",
            "H. BAYU, S.H., 2 orang",
            "Merapi, kota tua sejak 1920 yang ramai",
            "pada bulan Januari, 12 kegiatan selesai",
            "PIHAK KEDUA,",
        ],
    )
    def test_other_lines(self, text: str) -> None:
        assert read_tempat_tanggal(Teks(text=text, place=DOCX)) is None

    def test_filled_date_wins_over_a_blank_one_before_it(self) -> None:
        found = [read_tempat_tanggal(Teks(text=t, place=DOCX)) for t in ("Merapi, ..... 2017", "Merapi, 3 Mei 2017")]
        tempat, tanggal = chosen([one for one in found if one is not None])
        assert tempat is not None
        assert tanggal is not None
        assert tanggal.isi is not None
        assert tanggal.isi.text == "3 Mei 2017"
        assert chosen([]) == (None, None)


class TestPihak:
    def baca(self, *rows: Baris) -> list[Calon]:
        reader = PembacaPihak()
        for row in rows:
            reader.read(row)
        return reader.calon

    @pytest.mark.parametrize(
        ("sebutan", "rank"),
        [
            ("PIHAK PERTAMA", 1),
            ("Pihak Kesatu", 1),
            ("PIHAK KE-1", 1),
            ("pihak I", 1),
            ("PIHAK KEDUA", 2),
            ("PIHAK 2", 2),
        ],
    )
    def test_rank(self, sebutan: str, rank: int) -> None:
        assert rank_of(sebutan) == rank

    def test_other_parties_have_none(self) -> None:
        assert rank_of("pihak ketiga") is None
        assert rank_of("pihak berwenang") is None

    def test_all_labels_of_a_form(self) -> None:
        rows = (
            "1. Nama : SRI ADI, S.T.",
            "NIP : 19740404 200003 2 005",
            "Pangkat/Gol. Ruang : Pembina (IV/a)",
            "Jabatan : Camat",
        )
        (calon,) = self.baca(*(paragraf(row) for row in rows), paragraf("selanjutnya disebut sebagai Pihak Pertama;"))
        pihak = calon.pihak()
        assert pihak.sebutan == "Pihak Pertama"
        texts = [one.text for one in (pihak.nama, pihak.nip, pihak.pangkat, pihak.jabatan) if one is not None]
        assert texts == ["SRI ADI, S.T.", "19740404 200003 2 005", "Pembina (IV/a)", "Camat"]

    def test_name_on_the_next_line(self) -> None:
        calon = self.baca(
            paragraf("Selanjutnya disebut"),
            paragraf("Nama : SRI ADI"),
            paragraf("selanjutnya disebut"),
            paragraf("PIHAK KEDUA"),
        )
        assert party_of_rank(calon, 2) is calon[0]
        assert party_of_rank(calon, 1) is None

    def test_wrapped_position_ends_at_the_next_sentence(self) -> None:
        rows = [cetak("Jabatan : Kepala Dinas Pekerjaan Umum", top=100), cetak("Kabupaten Merapi", x0=130, top=112)]
        (calon,) = self.baca(*rows, cetak("Selaku atasan dari yang lain", x0=130, top=124))
        assert calon.isi["jabatan"].text == "Kepala Dinas Pekerjaan Umum Kabupaten Merapi"

    @pytest.mark.parametrize(
        "text", ["Nama baik daerah dijaga bersama", "Jabatan selaku kepala tidak diwakilkan", "Namanya DIMAS"]
    )
    def test_prose_is_no_form(self, text: str) -> None:
        assert self.baca(paragraf(text)) == []


class TestTandaTangan:
    def pihak(self) -> list[Calon]:
        return [
            Calon(sebutan="PIHAK PERTAMA", isi={"nama": _teks("Drs. SRI ADI"), "jabatan": _teks("Camat Lereng")}),
            Calon(sebutan="PIHAK KEDUA", isi={"nama": _teks("BUDI SANTOSO"), "jabatan": _teks("Bupati Merapi")}),
        ]

    def test_heads(self) -> None:
        assert heads_signatures("PIHAK KEDUA, PIHAK PERTAMA,")
        assert heads_signatures("Pihak Kesatu,")
        assert not heads_signatures("PIHAK KEDUA mengawasi PIHAK PERTAMA")

    def test_two_nip_in_one_line_follow_the_order_of_the_names(self) -> None:
        calon = self.pihak()
        reader = PembacaTandaTangan(calon)
        assert reader.read(paragraf("BUDI SANTOSO Drs. SRI ADI"))
        assert reader.read(paragraf("Pembina Utama Muda Pembina Tk. I"))
        assert reader.read(paragraf("NIP. 197101011997031002 NIP. 19740404 200003 2 005"))
        assert [one.isi["nip"].text for one in calon] == ["19740404 200003 2 005", "197101011997031002"]
        assert [one.isi["pangkat"].text for one in calon] == ["Pembina Tk. I", "Pembina Utama Muda"]

    def test_nip_stands_under_its_name(self) -> None:
        for x0, owner in ((70, 1), (330, 0)):
            calon = self.pihak()
            reader = PembacaTandaTangan(calon)
            names = Baris(text="BUDI SANTOSO Drs. SRI ADI", place=place(1, 60, 100, 460, 110))
            assert reader.read(names)
            assert reader.read(cetak("NIP. 19740404 200003 2 005", x0=x0, top=112))
            assert "nip" in calon[owner].isi
            assert "nip" not in calon[1 - owner].isi

    def test_elected_head_has_no_nip(self) -> None:
        calon = self.pihak()
        reader = PembacaTandaTangan(calon)
        reader.read(paragraf("BUDI SANTOSO Drs. SRI ADI"))
        assert reader.read(paragraf("NIP. 19740404 200003 2 005"))
        assert "nip" in calon[0].isi

    def test_a_letter_lost_by_the_scan(self) -> None:
        calon = self.pihak()
        reader = PembacaTandaTangan(calon)
        assert reader.read(paragraf("BUDI SATOSO"))
        assert reader.read(paragraf("NIP. 19740404 200003 2 005"))
        assert "nip" in calon[1].isi

    def test_another_name_is_not_taken_for_a_party(self) -> None:
        assert not PembacaTandaTangan(self.pihak()).read(paragraf("BAMBANG SUSILO"))

    def test_office_that_signs_is_known(self) -> None:
        reader = PembacaTandaTangan(self.pihak())
        assert reader.read(paragraf("BUPATI MERAPI,"))
        assert reader.read(paragraf("Camat Lereng"))
        assert not reader.read(paragraf("Lembar kedua untuk arsip"))


class TestProgram:
    @pytest.mark.parametrize(
        "text", ["Program Anggaran", "No Program Anggaran Keterangan", "Program : Anggaran (Rp) Ket."]
    )
    def test_heading_line(self, text: str) -> None:
        assert is_program_heading(text)

    def test_prose_is_no_heading(self) -> None:
        assert not is_program_heading("Program kerja tahun ini memakai anggaran besar")

    def test_line_with_source_and_note(self) -> None:
        reader = PembacaProgram()
        assert reader.read(paragraf("1. Penyelenggaraan Jalan (APBD) Rp. 1.250.000.000,-"))
        assert reader.read(paragraf("2) Pengelolaan Air Rp 300.000.000,00 DAK Fisik"))
        assert not reader.read(paragraf("Merapi merupakan kota wisata"))
        rows = [
            (p.nama.text, p.anggaran and p.anggaran.text, p.keterangan and p.keterangan.text) for p in reader.program
        ]
        assert rows == [
            ("Penyelenggaraan Jalan", "Rp. 1.250.000.000,-", "APBD"),
            ("Pengelolaan Air", "Rp 300.000.000,00", "DAK Fisik"),
        ]  # fmt: skip

    @pytest.mark.parametrize(
        "text", ["Jumlah Rp. 5.000.000,-", "Denda paling banyak Rp. 5.000.000,-", "Rp. 5.000.000,-", "1. Rp. 5"]
    )
    def test_money_without_program(self, text: str) -> None:
        reader = PembacaProgram()
        assert not reader.read(paragraf(text))
        assert reader.program == []

    def test_table_of_targets_is_no_table_of_programs(self) -> None:
        assert read_program_table(table(("Program", "Indikator", "Anggaran"), ("A", "B", "5"))) is None
        assert read_program_table(table(("No", "Uraian"), ("1", "B"))) is None

    def test_column_numbers_and_blank_rows_are_left_out(self) -> None:
        rows = (
            ("No", "Program", "Pagu Anggaran"),
            ("(1)", "(2)", "(3)"),
            ("1", "Program Jalan", "5.000"),
            ("", "", ""),
        )
        found = read_program_table(table(*rows))
        assert found is not None
        assert [one.nama.text for one in found[0]] == ["Program Jalan"]
        assert found[1] == ()


class TestKisi:
    def test_table_with_headings_is_left_alone(self) -> None:
        own = tabel(("No", "Sasaran", "Indikator", "Target"), ("1", "A", "1.1. B", "5"))
        flow = (cetak("No Sasaran Indikator Target", top=90), own)
        assert whole_tables(flow) == flow

    def test_line_over_the_grid_that_names_other_columns(self) -> None:
        own = tabel(("1", "A", "1.1. Produksi ikan", "5"), ("", "", "1.2. Konsumsi ikan", "6"))
        flow = (cetak("No Sasaran Indikator", top=90), own)
        assert whole_tables(flow) == flow

    def test_headings_outside_are_put_on_the_grid(self) -> None:
        own = tabel(("1", "A", "1.1. Produksi ikan", "5"), ("", "", "1.2. Konsumsi ikan", "6"))
        (whole,) = whole_tables((cetak("No Sasaran Indikator Target", top=90), own))
        assert isinstance(whole, TabelAlir)
        assert whole.table.header_rows == 1
        assert [cell.flat for cell in whole.table.cells if cell.row == 0] == ["No", "Sasaran", "Indikator", "Target"]
        assert [cell.flat for cell in whole.table.cells if cell.col == 3] == ["Target", "5", "6"]
        assert [(cell.flat, cell.rowspan) for cell in whole.table.cells if cell.col == 1] == [("Sasaran", 1), ("A", 2)]


def _teks(text: str) -> Teks:
    return Teks(text=text, place=DOCX)
