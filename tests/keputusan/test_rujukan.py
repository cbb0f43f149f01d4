from __future__ import annotations

from typing import NamedTuple

import pytest

from pipeline.keputusan.jenis_peraturan import nama_jenis
from pipeline.keputusan.rujukan import read_rujukan, rujukan_butir
from schemas.keputusan import BagianRujukan, ButirTeks, JenisKeputusan, Keputusan, RujukanPeraturan, Teks
from schemas.provenance import DocxPlace

PLACE = DocxPlace(block=7)


class Kutipan(NamedTuple):
    """What an item cites, short."""

    jenis: str
    nomor: str | None
    tahun: int | None
    tentang: str | None


def item(text: str, tanda: str | None = "3") -> ButirTeks:
    return ButirTeks(tanda=tanda, teks=Teks(text=text, place=PLACE))


def cited(text: str) -> tuple[RujukanPeraturan, ...]:
    return rujukan_butir(BagianRujukan.MENGINGAT, item(text))


def short(found: RujukanPeraturan) -> Kutipan:
    return Kutipan(found.jenis, found.nomor, found.tahun, found.tentang)


SATU = (
    (
        "Undang-Undang Nomor 41 Tahun 2099 tentang Perikanan Rakyat;",
        Kutipan("Undang-Undang", "41", 2099, "Perikanan Rakyat"),
    ),
    ("UU No. 41 Tahun 2099 tentang Perikanan;", Kutipan("Undang-Undang", "41", 2099, "Perikanan")),
    ("Undang- Undang RI Nomor 4 Th 2014 tentang Laut", Kutipan("Undang-Undang", "4", 2014, "Laut")),
    (
        "Undang-Undang Dasar Negara Republik Indonesia Tahun 1945;",
        Kutipan("Undang-Undang Dasar Negara Republik Indonesia", None, 1945, None),
    ),
    (
        "Peraturan Pemerintah Republik Indonesia Nomor 7 Tahun 2011 tentang Pasar",
        Kutipan("Peraturan Pemerintah", "7", 2011, "Pasar"),
    ),
    (
        "Peraturan Pemerintah Pengganti Undang-Undang Nomor 2 Tahun 2012 tentang Darurat",
        Kutipan("Peraturan Pemerintah Pengganti Undang-Undang", "2", 2012, "Darurat"),
    ),
    ("PP Nomor 7 Tahun 2011 tentang Pasar", Kutipan("Peraturan Pemerintah", "7", 2011, "Pasar")),
    ("Perpres Nomor 9 Tahun 2013 tentang Jalan", Kutipan("Peraturan Presiden", "9", 2013, "Jalan")),
    ("Instruksi Presiden Nomor 3 Tahun 2003 tentang Data", Kutipan("Instruksi Presiden", "3", 2003, "Data")),
    (
        "Peraturan Menteri Dalam Negeri Nomor 5 Tahun 2015 tentang Kas",
        Kutipan("Peraturan Menteri Dalam Negeri", "5", 2015, "Kas"),
    ),
    ("Permendagri Nomor 5 Tahun 2015 tentang Kas", Kutipan("Peraturan Menteri Dalam Negeri", "5", 2015, "Kas")),
    (
        "PermenPANRB Nomor 6 Tahun 2016 tentang Loket",
        Kutipan("Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi", "6", 2016, "Loket"),
    ),
    (
        "Peraturan Menteri Negara Pendayagunaan Aparatur Negara Nomor : PER/11/M.PAN/8/2008 tentang Loket",
        Kutipan("Peraturan Menteri Negara Pendayagunaan Aparatur Negara", "PER/11/M.PAN/8/2008", 2008, "Loket"),
    ),
    (
        "Peraturan Menteri Desa, Pembangunan Daerah Tertinggal, dan Transmigrasi Nomor 4 Tahun 2020 tentang Embung",
        Kutipan("Peraturan Menteri Desa, Pembangunan Daerah Tertinggal, dan Transmigrasi", "4", 2020, "Embung"),
    ),
    (
        "Keputusan Menteri Dalam Negeri Nomor 900.1.15.5-1234 Tahun 2021 tentang Kode",
        Kutipan("Keputusan Menteri Dalam Negeri", "900.1.15.5-1234", 2021, "Kode"),
    ),
    (
        "Keputusan Kepala Lembaga Administrasi Negara Nomor 111/IX/2/8/2004 tentang Laporan",
        Kutipan("Keputusan Kepala Lembaga Administrasi Negara", "111/IX/2/8/2004", 2004, "Laporan"),
    ),
    (
        "Peraturan Daerah Kabupaten Telaga Nomor 12 Tahun 2018 tentang Pasar Ikan",
        Kutipan("Peraturan Daerah Kabupaten Telaga", "12", 2018, "Pasar Ikan"),
    ),
    (
        "Peraturan Daerah Kab. Telaga Nomor 12 Tahun 2018 tentang Pasar Ikan",
        Kutipan("Peraturan Daerah Kabupaten Telaga", "12", 2018, "Pasar Ikan"),
    ),
    ("Perda Nomor 12 Tahun 2018 tentang Pasar", Kutipan("Peraturan Daerah", "12", 2018, "Pasar")),
    ("Peraturan Bupati Telaga Nomor 1 Tahun 2019", Kutipan("Peraturan Bupati Telaga", "1", 2019, None)),
    ("Perbup Telaga Nomor 1 Tahun 2019", Kutipan("Peraturan Bupati Telaga", "1", 2019, None)),
    (
        "PERATURAN WALIKOTA TELAGA NOMOR 1 TAHUN 2019 TENTANG PASAR",
        Kutipan("Peraturan Wali Kota Telaga", "1", 2019, "PASAR"),
    ),
    (
        "Keputusan Gubernur Telaga Nomor 188/22/KPTS/2017 tentang Upah",
        Kutipan("Keputusan Gubernur Telaga", "188/22/KPTS/2017", 2017, "Upah"),
    ),
    (
        "Surat Edaran Menteri Keuangan Nomor SE-3/MK/2020 tanggal 4 Mei 2020 tentang Kas",
        Kutipan("Surat Edaran Menteri Keuangan", "SE-3/MK/2020", 2020, "Kas"),
    ),
    (
        "Peraturan Bupati Telaga Nomor Tahun 2019 tentang Pasar",
        Kutipan("Peraturan Bupati Telaga", None, 2019, "Pasar"),
    ),
)


@pytest.mark.parametrize(("text", "expected"), SATU, ids=[f"{n}" for n in range(len(SATU))])
def test_one_citation(text: str, expected: Kutipan) -> None:
    found = cited(text)
    assert [short(one) for one in found] == [expected]
    assert not found[0].mengubah


@pytest.mark.parametrize(
    "text",
    [
        "bahwa perlu ditetapkan dengan Keputusan Kepala Dinas Perikanan;",
        "ketentuan peraturan perundang-undangan yang berlaku",
        "rencana sebagaimana diatur dalam peraturan daerah tentang rencana jangka panjang",
        "Keputusan ini berlaku sejak tahun 2020",
        "rapat se Kabupaten Telaga Tahun 2020 tentang pasar",
        "",
    ],
)
def test_what_has_no_number_is_no_citation(text: str) -> None:
    assert cited(text) == ()


def test_a_citation_keeps_its_place_its_mark_and_its_text() -> None:
    found = rujukan_butir(
        BagianRujukan.MENIMBANG,
        item("bahwa menurut Pasal 4 Perda Nomor 2 Tahun 2010 tentang Ikan, perlu disusun;", "a"),
    )
    assert [(r.bagian, r.tanda, r.place, r.text) for r in found] == [
        (BagianRujukan.MENIMBANG, "a", PLACE, "Perda Nomor 2 Tahun 2010 tentang Ikan")
    ]


@pytest.mark.parametrize(
    "joined", ["sebagaimana telah diubah", "sebagaimana telah beberapa kali diubah terakhir", "yang telah diubah"]
)
def test_what_amends_is_an_entry_of_its_own(joined: str) -> None:
    found = cited(
        f"Perda Nomor 2 Tahun 2010 tentang Ikan, {joined} dengan Perda Nomor 8 Tahun 2012 tentang Perubahan Atas "
        "Perda Nomor 2 Tahun 2010 tentang Ikan;"
    )
    assert [(short(r), r.mengubah) for r in found] == [
        (Kutipan("Peraturan Daerah", "2", 2010, "Ikan"), False),
        (Kutipan("Peraturan Daerah", "8", 2012, "Perubahan Atas Perda Nomor 2 Tahun 2010 tentang Ikan"), True),
    ]


def test_what_is_amended_is_an_entry_of_its_own() -> None:
    found = cited(
        "Kepmendagri Nomor 10-9 Tahun 2021 tentang Perubahan Atas Kepmendagri Nomor 10-7 Tahun 2020 tentang Kode;"
    )
    assert [(r.nomor, r.tahun, r.tentang, r.mengubah) for r in found] == [
        ("10-9", 2021, "Perubahan Atas Kepmendagri Nomor 10-7 Tahun 2020 tentang Kode", False),
        ("10-7", 2020, "Kode", True),
    ]


@pytest.mark.parametrize("between", [" dan ", "; ", ", serta "])
def test_two_citations_of_one_item_stand_side_by_side(between: str) -> None:
    found = cited(f"UU Nomor 1 Tahun 2001 tentang Air{between}UU Nomor 2 Tahun 2002 tentang Api;")
    assert [(r.nomor, r.tentang, r.mengubah) for r in found] == [("1", "Air", False), ("2", "Api", False)]


def test_the_gazette_stands_with_its_regulation() -> None:
    found = cited(
        "UU Nomor 1 Tahun 2001 tentang Air (Lembaran Negara Republik Indonesia Tahun 2001 Nomor 5, Tambahan Lembaran "
        "Negara Republik Indonesia Nomor 44) sebagaimana telah diubah dengan UU Nomor 9 Tahun 2009 tentang Perubahan "
        "Atas UU Nomor 1 Tahun 2001 tentang Air (Lembaran Negara Tahun 2009 Nomor 6);"
    )
    assert [(r.nomor, r.pengumuman) for r in found] == [
        (
            "1",
            (
                "Lembaran Negara Republik Indonesia Tahun 2001 Nomor 5",
                "Tambahan Lembaran Negara Republik Indonesia Nomor 44",
            ),
        ),
        ("9", ("Lembaran Negara Tahun 2009 Nomor 6",)),
    ]


def test_other_brackets_belong_to_the_title() -> None:
    found = cited(
        "Perda Nomor 2 Tahun 2010 tentang Rencana (RPJMD) Kabupaten (Berita Daerah Kabupaten Tahun 2010 Nomor 2)"
    )
    assert [(r.tentang, r.pengumuman) for r in found] == [
        ("Rencana (RPJMD) Kabupaten", ("Berita Daerah Kabupaten Tahun 2010 Nomor 2",))
    ]


def test_a_record_gives_the_citations_of_both_parts_in_order() -> None:
    keputusan = Keputusan(
        jenis=JenisKeputusan.KEPUTUSAN,
        menimbang=(item("bahwa sesuai UU Nomor 1 Tahun 2001 tentang Air perlu menetapkan pedoman", "a"),),
        mengingat=(item("UU Nomor 2 Tahun 2002 tentang Api;", "1"), item("UU Nomor 3 Tahun 2003 tentang Angin.", "2")),
        place=PLACE,
    )
    assert [(r.bagian.value, r.tanda, r.nomor, r.tentang) for r in read_rujukan(keputusan)] == [
        ("menimbang", "a", "1", "Air"),
        ("mengingat", "1", "2", "Api"),
        ("mengingat", "2", "3", "Angin"),
    ]


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("UNDANG-UNDANG", "Undang-Undang"),
        ("undang - undang", "Undang-Undang"),
        ("Peraturan Presiden Republik Indonesia", "Peraturan Presiden"),
        ("Peraturan Kepolisian Negara Republik Indonesia", "Peraturan Kepolisian Negara Republik Indonesia"),
        ("Permenkeu", "Peraturan Menteri Keuangan"),
        ("Kepmen PAN", "Keputusan Menteri Pendayagunaan Aparatur Negara"),
        ("Permenxyz", "Peraturan Menteri Xyz"),
        ("Perwali Telaga", "Peraturan Wali Kota Telaga"),
    ],
)
def test_names_of_kinds(printed: str, name: str) -> None:
    assert nama_jenis(printed) == name


@pytest.mark.parametrize(
    "piece", ["Peraturan ", "UU Nomor 1 ", "(Lembaran Negara ", ", dan ", "dengan ", "Nomor / / ", "\x00"]
)
def test_a_hostile_item_is_read_to_its_limit(piece: str) -> None:
    assert all(r.bagian is BagianRujukan.MENGINGAT for r in cited(piece * (20_000 // len(piece))))


@pytest.mark.shared
def test_every_item_of_the_reference_decrees_is_cited_with_number_year_and_title() -> None:
    from pipeline.intake import take_in
    from pipeline.run import READERS, choose_family, families
    from schemas.config import AuditConfig
    from tests.conftest import ROOT

    folder = ROOT.parent / "shared" / "documents" / "seeds"
    for name in ("banjar-iku-2026.docx", "lamongan-iku-iki-2026.docx"):
        source = take_in(folder / name, AuditConfig())
        printed = READERS[source.kind](source, AuditConfig(), None)
        (keputusan,) = choose_family(printed, families()).extract(printed).keputusan
        found = [r for r in read_rujukan(keputusan) if not r.mengubah and r.bagian is BagianRujukan.MENGINGAT]
        assert [r.tanda for r in found] == [one.tanda for one in keputusan.mengingat]
        assert all(r.nomor and r.tahun and r.tentang for r in found)
