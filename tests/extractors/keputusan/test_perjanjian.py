"""Performance agreements through our readers: parties, place and date, indicators with targets, programs."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.keputusan.perjanjian.baca import starts_perjanjian
from schemas.keputusan import JenisKeputusan
from tests.extractors.keputusan.berkas_perjanjian import (
    INDIKATOR,
    JANJI,
    PEMBUKA,
    Surat,
    dinas,
    isi,
    janji,
    para_pihak,
    semua,
    semua_pdf,
)
from tests.extractors.pages import Sheet


class TestJudul:
    @pytest.mark.parametrize(
        "text",
        [
            "PERJANJIAN KINERJA TAHUN 2016",
            "PENETAPAN KINERJA TAHUN 2013",
            "PERNYATAAN PERJANJIAN KINERJA",
            "LAMPIRAN PERJANJIAN KINERJA",
            "LAMPIRAN II PERJANJIAN KINERJA TAHUN 2021",
            "PERUBAHAN PERJANJIAN KINERJA TAHUN 2022",
            "PERJANJIAN KINERJA PERUBAHAN TAHUN 2022",
            "Perjanjian Kinerja Tahun 2024",
            "PERJ ANJIAN KINERJA TAHUN 2016",
            "PERJANJIAN KINERJA KEPALA BIDANG BINA MARGA",
        ],
    )
    def test_begins_an_agreement(self, text: str) -> None:
        assert starts_perjanjian(text)

    @pytest.mark.parametrize(
        "text",
        [
            "Perjanjian Kinerja merupakan lembar komitmen antara atasan dan bawahan",
            "PERJANJIAN KERJA SAMA TAHUN 2016",
            "PENETAPAN INDIKATOR KINERJA UTAMA",
            "Tabel 2.1 Perjanjian Kinerja Tahun 2023",
            "PERJANJIAN KINERJA ......................... 12",
            "Perjanjian Kinerja Tahun 2023 14",
            "2.2 Perjanjian Kinerja Tahun 2023",
            "Perjanjian",
            "Perjanjian Kinerja Tahun 2023,",
            "",
        ],
    )
    def test_is_something_else(self, text: str) -> None:
        assert not starts_perjanjian(text)


class TestSatuPerjanjian:
    def test_all_parts_of_a_word_file(self, tmp_path: Path) -> None:
        (record,) = semua(dinas(), tmp_path)
        assert record.jenis is JenisKeputusan.PERJANJIAN
        assert [teks.text for teks in record.kop] == ["PEMERINTAH KABUPATEN MERAPI", "DINAS PEKERJAAN UMUM"]
        assert isi(record.tentang) == "PERJANJIAN KINERJA TAHUN 2023"
        assert isi(record.tempat) == "Merapi"
        assert record.tanggal is not None
        assert isi(record.tanggal.isi) == "9 Januari 2023"
        assert para_pihak(record) == [
            (
                "PIHAK PERTAMA",
                "Ir. SURYA PRATAMA, M.T.",
                "Kepala Dinas Pekerjaan Umum",
                "Pembina Utama Muda",
                "19690102 199503 1 004",
            ),
            ("PIHAK KEDUA", "H. BAYU WICAKSONO", "Bupati Merapi", None, None),
        ]
        assert janji(record) == [
            ("Persentase jalan dalam kondisi mantap", ["78,5 %"]),
            ("Persentase daerah irigasi yang terairi", ["64 %"]),
        ]
        assert record.belum_dipahami == ()

    def test_sheet_belongs_to_the_one_who_promises(self, tmp_path: Path) -> None:
        (record,) = semua(dinas(), tmp_path)
        (sheet,) = record.jabatan
        assert isi(sheet.jabatan) == "Kepala Dinas Pekerjaan Umum"
        assert isi(sheet.unit) == "DINAS PEKERJAAN UMUM KABUPATEN MERAPI"
        assert isi(sheet.judul) == "PERJANJIAN KINERJA TAHUN 2023"
        assert [isi(item.sasaran) for item in sheet.indikator] == [
            "Meningkatnya mutu jalan kabupaten",
            "Meningkatnya layanan irigasi",
        ]
        assert [teks.text for teks in sheet.kepala] == ["No", "Sasaran Strategis", "Indikator Kinerja", "Target"]

    def test_programs(self, tmp_path: Path) -> None:
        (record,) = semua(dinas(), tmp_path)
        assert [(p.nama.text, isi(p.anggaran), isi(p.keterangan)) for p in record.program] == [
            ("Program Penyelenggaraan Jalan", "12.500.000.000,00", "APBD"),
            ("Program Pengelolaan Sumber Daya Air", "4.250.000.000,00", "DAK"),
        ]

    def test_table_that_nobody_knows_is_listed(self, tmp_path: Path) -> None:
        surat = dinas().tabel([("Alat", "Merek"), ("Bor", "Garuda")])
        (record,) = semua(surat, tmp_path)
        assert {piece.text for piece in record.belum_dipahami} == {"Alat", "Merek", "Bor", "Garuda"}

    def test_line_under_the_table_is_listed(self, tmp_path: Path) -> None:
        surat = dinas().baris("Catatan: angka sementara sampai hasil audit terbit")
        (record,) = semua(surat, tmp_path)
        assert [piece.text for piece in record.belum_dipahami] == ["Catatan: angka sementara sampai hasil audit terbit"]

    def test_sole_pledge_has_one_party(self, tmp_path: Path) -> None:
        surat = Surat().baris("PERNYATAAN PERJANJIAN KINERJA", "TAHUN 2021", PEMBUKA)
        surat.baris(
            "Nama : H. BAYU WICAKSONO", "Jabatan : Bupati Merapi", "berjanji mewujudkan target pada lampiran ini."
        )
        surat.baris("Merapi, Januari 2021", "BUPATI MERAPI,", "H. BAYU WICAKSONO")
        surat.baris("LAMPIRAN PERJANJIAN KINERJA").tabel(INDIKATOR)
        (record,) = semua(surat, tmp_path)
        assert para_pihak(record) == [("", "H. BAYU WICAKSONO", "Bupati Merapi", None, None)]
        assert isi(record.jabatan[0].jabatan) == "Bupati Merapi"

    def test_form_over_the_annex_names_the_position(self, tmp_path: Path) -> None:
        surat = dinas().baris("LAMPIRAN PERJANJIAN KINERJA", "Jabatan : Kepala Bidang Sumber Daya Air")
        (record,) = semua(surat.tabel(INDIKATOR), tmp_path)
        assert isi(record.jabatan[0].jabatan) == "Kepala Dinas Pekerjaan Umum"
        surat = Surat().baris("LAMPIRAN PERJANJIAN KINERJA", "Jabatan : Kepala Bidang Sumber Daya Air")
        (record,) = semua(surat.tabel(INDIKATOR), tmp_path)
        assert isi(record.jabatan[0].jabatan) == "Kepala Bidang Sumber Daya Air"

    def test_unit_in_small_letters_under_the_title_of_the_annex(self, tmp_path: Path) -> None:
        surat = Surat().baris("Lampiran Perjanjian Kinerja", "Bidang Sumber Daya Air Dinas Pekerjaan Umum")
        (record,) = semua(surat.tabel(INDIKATOR), tmp_path)
        assert isi(record.jabatan[0].unit) == "Bidang Sumber Daya Air Dinas Pekerjaan Umum"
        assert record.belum_dipahami == ()


class TestKotakTeks:
    def test_statement_in_text_boxes(self, tmp_path: Path) -> None:
        surat = Surat().kotak("PERJANJIAN KINERJA TAHUN 2019", PEMBUKA)
        surat.kotak("Nama : Drs. ANDIKA RAHMAN", "Jabatan : Camat Lereng", "Selanjutnya disebut PIHAK KESATU")
        surat.kotak("Nama : H. BAYU WICAKSONO", "Jabatan : Bupati Merapi", "selanjutnya disebut PIHAK KEDUA", JANJI)
        surat.kotak("Merapi, 4 Januari 2019", "PIHAK KEDUA, PIHAK KESATU,", "H. BAYU WICAKSONO Drs. ANDIKA RAHMAN")
        surat.baris("PERJANJIAN KINERJA TAHUN 2019", "KECAMATAN LERENG").tabel(INDIKATOR)
        (record,) = semua(surat, tmp_path)
        assert [row[:3] for row in para_pihak(record)] == [
            ("PIHAK KESATU", "Drs. ANDIKA RAHMAN", "Camat Lereng"),
            ("PIHAK KEDUA", "H. BAYU WICAKSONO", "Bupati Merapi"),
        ]
        assert isi(record.tempat) == "Merapi"
        assert len(record.indikator()) == 2

    def test_each_boxed_statement_meets_its_annex(self, tmp_path: Path) -> None:
        surat = Surat()
        for name, office in (("ANDIKA RAHMAN", "Camat Lereng"), ("RATNA KUSUMA", "Camat Lembah")):
            surat.kotak("PERJANJIAN KINERJA TAHUN 2019", PEMBUKA, f"Nama : {name}", f"Jabatan : {office}")
            surat.kotak("Selanjutnya disebut PIHAK KESATU", "Merapi, 4 Januari 2019")
            surat.baris("PERJANJIAN KINERJA TAHUN 2019", office.upper())
            surat.tabel([INDIKATOR[0], ("1", "Tertatanya kecamatan", f"Nilai pelayanan {office}", "80")])
        records = semua(surat, tmp_path)
        assert [(isi(r.pihak[0].nama), isi(r.indikator()[0].indikator)) for r in records] == [
            ("ANDIKA RAHMAN", "Nilai pelayanan Camat Lereng"),
            ("RATNA KUSUMA", "Nilai pelayanan Camat Lembah"),
        ]


def ringkas(surat: Surat, name: str, office: str, above: str) -> Surat:
    """A short agreement of two officials, signatures one below the other."""
    surat.baris("DINAS PEKERJAAN UMUM", "PERJANJIAN KINERJA TAHUN 2023", PEMBUKA)
    surat.baris(f"Nama : {name}", f"Jabatan : {office}", "Selanjutnya disebut PIHAK PERTAMA")
    surat.baris(f"Nama : {above}", "Jabatan : Kepala Dinas", "Selaku atasan, selanjutnya disebut PIHAK KEDUA", JANJI)
    surat.baris("Merapi, 10 Januari 2023", "PIHAK PERTAMA,", name, "NIP. 19800304 200501 2 003")
    surat.baris("PIHAK KEDUA,", above, "Pembina Tk. I", "NIP. 19700304 199501 1 001")
    surat.baris("LAMPIRAN PERJANJIAN KINERJA TAHUN 2023", office.upper())
    return surat.tabel(INDIKATOR)


class TestBeberapaPerjanjian:
    def test_one_record_each(self, tmp_path: Path) -> None:
        surat = ringkas(dinas(), "RATNA KUSUMA, S.T.", "Kepala Bidang Bina Marga", "Ir. SURYA PRATAMA, M.T.")
        surat = ringkas(surat, "DIMAS ADI", "Kepala Seksi Jembatan", "RATNA KUSUMA, S.T.")
        records = semua(surat, tmp_path)
        assert [isi(record.jabatan[0].jabatan) for record in records] == [
            "Kepala Dinas Pekerjaan Umum",
            "Kepala Bidang Bina Marga",
            "Kepala Seksi Jembatan",
        ]
        assert [len(record.indikator()) for record in records] == [2, 2, 2]
        assert [len(record.program) for record in records] == [2, 0, 0]
        assert [teks.text for teks in records[1].kop] == ["DINAS PEKERJAAN UMUM"]

    def test_stacked_signatures_go_to_the_name_above(self, tmp_path: Path) -> None:
        (record,) = semua(ringkas(Surat(), "DIMAS ADI", "Kepala Seksi Jembatan", "RATNA KUSUMA, S.T."), tmp_path)
        assert [row[3:] for row in para_pihak(record)] == [
            (None, "19800304 200501 2 003"),
            ("Pembina Tk. I", "19700304 199501 1 001"),
        ]

    def test_cover_goes_with_the_agreement_behind_it(self, tmp_path: Path) -> None:
        surat = Surat().baris("PERJANJIAN KINERJA TAHUN 2023", "DINAS PEKERJAAN UMUM", "Disusun oleh Sekretariat")
        surat = ringkas(surat, "DIMAS ADI", "Kepala Seksi Jembatan", "RATNA KUSUMA, S.T.")
        (record,) = semua(surat, tmp_path)
        assert isi(record.pihak[0].nama) == "DIMAS ADI"

    def test_annexes_without_statement_are_records_of_their_own(self, tmp_path: Path) -> None:
        surat = Surat().baris("PERJANJIAN KINERJA TAHUN 2023", "BIDANG BINA MARGA").tabel(INDIKATOR)
        surat.baris("PERJANJIAN KINERJA TAHUN 2023", "BIDANG SUMBER DAYA AIR").tabel(INDIKATOR)
        assert [isi(record.unit) for record in semua(surat, tmp_path)] == [
            "BIDANG BINA MARGA",
            "BIDANG SUMBER DAYA AIR",
        ]


class TestPdf:
    def berkas(self, path: Path, *, colon: str = ":", tanggal: str = "Merapi, 9 Januari 2023") -> Path:
        """Two pages as an office prints them: signatures side by side, the officer's rank under his name."""
        with Sheet(path) as sheet:
            sheet.text(200, 60, "PERJANJIAN KINERJA TAHUN 2023")
            sheet.text(60, 90, PEMBUKA)
            sheet.text(60, 120, f"Nama          {colon} Ir. SURYA PRATAMA")
            sheet.text(60, 135, f"Jabatan       {colon} KEPALA DINAS PEKERJAAN UMUM DAN PENATAAN RUANG")
            sheet.text(130, 150, "KABUPATEN MERAPI")
            sheet.text(60, 165, "Selanjutnya disebut PIHAK KESATU")
            sheet.text(60, 195, f"Nama          {colon} H. BAYU WICAKSONO")
            sheet.text(60, 210, f"Jabatan       {colon} BUPATI MERAPI")
            sheet.text(60, 225, "Selaku atasan PIHAK KESATU, selanjutnya disebut PIHAK KEDUA")
            sheet.text(60, 255, JANJI, size=9)
            sheet.text(380, 400, tanggal)
            for x, texts in (
                (100, ("PIHAK KEDUA,", "H. BAYU WICAKSONO")),
                (380, ("PIHAK KESATU,", "Ir. SURYA PRATAMA")),
            ):
                sheet.text(x, 415, texts[0])
                sheet.text(x, 490, texts[1])
            sheet.text(385, 503, "Pembina Utama Muda")
            sheet.text(370, 516, "NIP. 19690102 199503 1 004")
            sheet.next_page()
            sheet.text(200, 60, "PERJANJIAN KINERJA TAHUN 2023")
            sheet.text(180, 75, "DINAS PEKERJAAN UMUM DAN PENATAAN RUANG")
            bottom = sheet.table(INDIKATOR, xs=(60, 90, 280, 480, 540))[-1]
            sheet.text(60, bottom + 30, "1. Penyelenggaraan Jalan (APBD)")
            sheet.text(380, bottom + 30, "Rp. 12.500.000.000,-")
            sheet.text(60, bottom + 45, "2. Pengelolaan Sumber Daya Air dan Pengendalian")
            sheet.text(380, bottom + 45, "Rp.4.250.000.000,-")
            sheet.text(75, bottom + 60, "Banjir (DAK)")
            sheet.text(380, bottom + 90, tanggal)
        return path

    def test_all_parts(self, tmp_path: Path) -> None:
        (record,) = semua_pdf(self.berkas(tmp_path / "pk.pdf"))
        assert para_pihak(record) == [
            (
                "PIHAK KESATU",
                "Ir. SURYA PRATAMA",
                "KEPALA DINAS PEKERJAAN UMUM DAN PENATAAN RUANG KABUPATEN MERAPI",
                "Pembina Utama Muda",
                "19690102 199503 1 004",
            ),
            ("PIHAK KEDUA", "H. BAYU WICAKSONO", "BUPATI MERAPI", None, None),
        ]
        assert len(record.indikator()) == 2
        assert [(p.nama.text, isi(p.anggaran), isi(p.keterangan)) for p in record.program] == [
            ("Penyelenggaraan Jalan", "Rp. 12.500.000.000,-", "APBD"),
            ("Pengelolaan Sumber Daya Air dan Pengendalian Banjir", "Rp.4.250.000.000,-", "DAK"),
        ]
        assert record.belum_dipahami == ()

    def test_colons_lost_by_a_scan(self, tmp_path: Path) -> None:
        (record,) = semua_pdf(self.berkas(tmp_path / "pk.pdf", colon=" "))
        assert [row[1:3] for row in para_pihak(record)] == [
            ("Ir. SURYA PRATAMA", "KEPALA DINAS PEKERJAAN UMUM DAN PENATAAN RUANG KABUPATEN MERAPI"),
            ("H. BAYU WICAKSONO", "BUPATI MERAPI"),
        ]

    @pytest.mark.parametrize("tanggal", ["Merapi, ............... 2023", "Merapi, 2023", "Merapi, ……… 2023"])
    def test_blank_date_keeps_its_place(self, tmp_path: Path, tanggal: str) -> None:
        (record,) = semua_pdf(self.berkas(tmp_path / "pk.pdf", tanggal=tanggal))
        assert isi(record.tempat) == "Merapi"
        assert record.tanggal is not None
        assert record.tanggal.isi is None

    @pytest.mark.parametrize("tanggal", ["Merapi, 9 Januari 2023", "Merapi,    Januari 2023", "Merapi, 09-01-2023"])
    def test_day_or_month_is_printed(self, tmp_path: Path, tanggal: str) -> None:
        (record,) = semua_pdf(self.berkas(tmp_path / "pk.pdf", tanggal=tanggal))
        assert record.tanggal is not None
        assert isi(record.tanggal.isi) == " ".join(tanggal.split(",")[1].split())
