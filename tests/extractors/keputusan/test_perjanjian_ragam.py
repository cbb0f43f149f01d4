"""Performance agreements off the beaten track: scanned grids, missing names, endless lines, real files."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.keputusan.perjanjian.baca import read_perjanjian
from tests.extractors.keputusan.berkas_perjanjian import (
    INDIKATOR,
    JANJI,
    PEMBUKA,
    PROGRAM,
    Surat,
    alir_docx,
    dinas,
    isi,
    janji,
    para_pihak,
    semua,
    semua_pdf,
)
from tests.extractors.pages import Sheet


class TestKisiPindaian:
    def berkas(self, path: Path, marks: tuple[str, str, str] = ("1.1.", "1.2.", "2.1.")) -> Path:
        """A scanned annex: the headings stand over the grid, rules run through the rows, one sasaran is outside."""
        with Sheet(path) as sheet:
            sheet.text(200, 40, "PERJANJIAN KINERJA TAHUN 2016")
            sheet.text(62, 90, "No Sasaran Strategis Indikator Kinerja Target")
            sheet.rules((60, 90, 250, 440, 520), (110, 168, 230))
            sheet.text(65, 115, "1.")
            sheet.text(95, 115, "Meningkatnya produksi ikan")
            sheet.text(255, 115, f"{marks[0]} Jumlah produksi ikan (ton)")
            sheet.text(460, 115, "7.310")
            sheet.text(255, 145, f"{marks[1]} Jumlah benih yang dibagikan")
            sheet.text(270, 170, "kepada kelompok (ekor)")
            sheet.text(460, 170, "52.000")
            sheet.text(65, 200, "2.")
            sheet.text(95, 200, "Meningkatnya konsumsi ikan")
            sheet.text(255, 200, f"{marks[2]} Angka konsumsi ikan (kg)")
            sheet.text(460, 200, "31,4")
        return path

    def test_rows_follow_the_numbers_of_the_indicators(self, tmp_path: Path) -> None:
        (record,) = semua_pdf(self.berkas(tmp_path / "pk.pdf"))
        assert janji(record) == [
            ("Jumlah produksi ikan (ton)", ["7.310"]),
            ("Jumlah benih yang dibagikan kepada kelompok (ekor)", ["52.000"]),
            ("Angka konsumsi ikan (kg)", ["31,4"]),
        ]
        assert [isi(item.sasaran) for item in record.indikator()] == [
            "Meningkatnya produksi ikan",
            "Meningkatnya produksi ikan",
            "Meningkatnya konsumsi ikan",
        ]

    def test_numbers_out_of_order_are_left_alone(self, tmp_path: Path) -> None:
        (record,) = semua_pdf(self.berkas(tmp_path / "pk.pdf", marks=("2.1.", "1.2.", "1.1.")))
        assert record.indikator() == ()
        assert record.belum_dipahami


class TestRagam:
    @pytest.mark.parametrize(
        "baris", ["pihak ", "Nama : ", "Pembina Utama ", "Rp. ", "1 ", ". ", "disebut sebagai ", "NIP 1 "]
    )
    def test_endless_lines_end(self, tmp_path: Path, baris: str) -> None:
        surat = Surat().baris(
            "PERJANJIAN KINERJA TAHUN 2023", "Nama : DIMAS ADI", "Merapi, 3 Januari 2023", baris * 9000
        )
        (record,) = semua(surat, tmp_path)
        assert isi(record.tempat) == "Merapi"

    def test_parties_without_being_named_so(self, tmp_path: Path) -> None:
        surat = Surat().baris("PERJANJIAN KINERJA TAHUN 2023", PEMBUKA)
        surat.baris(
            "Nama : DIMAS ADI", "Jabatan : Kepala Seksi", "Nama : RATNA KUSUMA", "Jabatan : Kepala Bidang", JANJI
        )
        surat.baris("Merapi, 3 Januari 2023")
        surat.tabel([("PIHAK PERTAMA,", "PIHAK KEDUA,"), ("DIMAS ADI", "RATNA KUSUMA")], garis=False)
        (record,) = semua(surat, tmp_path)
        assert [row[:2] for row in para_pihak(record)] == [
            ("PIHAK PERTAMA", "DIMAS ADI"),
            ("PIHAK KEDUA", "RATNA KUSUMA"),
        ]

    def test_names_that_only_the_signatures_print(self, tmp_path: Path) -> None:
        surat = Surat().baris("PERJANJIAN KINERJA TAHUN 2023").tabel(INDIKATOR).baris("Merapi, 3 Januari 2023")
        surat.tabel(
            [
                ("PIHAK KEDUA,", "PIHAK PERTAMA,"),
                ("RATNA KUSUMA", "DIMAS ADI"),
                ("NIP. 19700304 199501 1 001", "NIP. 19800304 200501 2 003"),
            ],
            garis=False,
        )
        (record,) = semua(surat, tmp_path)
        assert {(p.sebutan, isi(p.nama), isi(p.nip)) for p in record.pihak} == {
            ("PIHAK KEDUA", "RATNA KUSUMA", "19700304 199501 1 001"),
            ("PIHAK PERTAMA", "DIMAS ADI", "19800304 200501 2 003"),
        }
        assert record.belum_dipahami == ()

    def test_nip_that_could_be_of_either_official_is_listed(self, tmp_path: Path) -> None:
        surat = Surat().baris("PERJANJIAN KINERJA TAHUN 2023", PEMBUKA)
        surat.baris("Nama : DIMAS ADI", "Jabatan : Kepala Seksi", "Selanjutnya disebut PIHAK PERTAMA")
        surat.baris("Nama : RATNA KUSUMA", "Jabatan : Kepala Bidang", "Selanjutnya disebut PIHAK KEDUA", JANJI)
        surat.baris("Merapi, 3 Januari 2023", "PIHAK KEDUA, PIHAK PERTAMA,", "RATNA KUSUMA DIMAS ADI")
        surat.baris("NIP. 19700304 199501 1 001")
        (record,) = semua(surat, tmp_path)
        assert [p.nip for p in record.pihak] == [None, None]
        assert [piece.text for piece in record.belum_dipahami] == ["NIP. 19700304 199501 1 001"]

    def test_total_of_the_programs_is_no_program(self, tmp_path: Path) -> None:
        surat = dinas().tabel([*PROGRAM, ("", "JUMLAH", "16.750.000.000,00", "")])
        (record,) = semua(surat, tmp_path)
        assert len(record.program) == 4
        assert record.belum_dipahami == ()

    def test_numbered_programs_in_one_cell(self, tmp_path: Path) -> None:
        kepala = ("Program/Kegiatan", "Pagu Anggaran", "Ket")
        rows = ("1. Program Jalan\n2. Program Air", "Rp. 5.000.000,-\nRp. 7.000.000,-", "APBD")
        (record,) = semua(Surat().baris("PERJANJIAN KINERJA TAHUN 2023").tabel([kepala, rows]), tmp_path)
        assert [(p.nama.text, isi(p.anggaran)) for p in record.program] == [
            ("Program Jalan", "Rp. 5.000.000,-"),
            ("Program Air", "Rp. 7.000.000,-"),
        ]

    def test_lines_without_title_do_not_raise(self, tmp_path: Path) -> None:
        path = Surat().baris("Nama :", ": ", "NIP.", "PIHAK", "Rp.", "1.", "Merapi,").simpan(tmp_path / "a.docx")
        record = read_perjanjian(alir_docx(path))
        assert record.tentang is None
        assert record.indikator() == ()


@pytest.mark.shared
class TestBerkasNyata:
    def test_word_file_with_text_boxes(self, shared_dir: Path) -> None:
        from extractors.keputusan.perjanjian.baca import pisah_perjanjian

        path = shared_dir / "documents/real/jabar-disnakertrans/pk-kadis-2017.docx"
        (part,) = pisah_perjanjian(alir_docx(path))
        record = read_perjanjian(part)
        assert [p.sebutan for p in record.pihak] == ["PIHAK PERTAMA", "PIHAK KEDUA"]
        assert len(record.indikator()) == 9
        assert record.tanggal is not None
        assert record.tanggal.isi is None

    def test_scan(self, shared_dir: Path) -> None:
        (record,) = semua_pdf(shared_dir / "documents/real/jabar-disnak/pk-kadis-2016-scan-ocr.pdf")
        assert [item.tanda for item in record.indikator()] == [
            "1.1", "1.2", "2.1", "2.2", "3.1", "3.2", "4.1", "5.1", "6.1", "7.1",
        ]  # fmt: skip
        assert len(record.program) == 6
        assert [p.nip is not None for p in record.pihak] == [True, False]
