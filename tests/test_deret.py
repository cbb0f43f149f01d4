"""Yearly values over documents: which printing counts, what differs from it, and that nothing is left out."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from pipeline.deret import BAGIAN, BarisTahun, yearly
from schemas.kinerja import Arah, Kind, Part
from schemas.provenance import DocxPlace
from schemas.result import DocumentResult, RunResult
from schemas.tautan import Deret, JenisDokumen
from tests.tautan_bentuk import KANTOR, dokumen, indikator, sebutan


def run_of(*documents: DocumentResult, deret: tuple[Deret, ...] = ()) -> RunResult:
    return RunResult(run_id="r", started="s", tool="t", config_hash="h", documents=documents, deret=deret)


def satu(*anggota: tuple[int, int], kode: str = "tpt") -> Deret:
    return Deret(kantor=KANTOR, kode=kode, nama="Tingkat Pengangguran Terbuka", anggota=anggota)


def texts(baris: BarisTahun) -> dict[Part, str]:
    return {item.part: item.utama.sebutan.fakta.text for item in baris.nilai}


def test_a_realisasi_counts_from_the_report_of_its_own_year() -> None:
    lama = dokumen("a-2022.pdf", indikator("tpt", sebutan(Part.REALISASI, 2022, "5,80")), tahun=2022)
    baru = dokumen(
        "b-2023.pdf",
        indikator("tpt", sebutan(Part.REALISASI, 2022, "5,08"), sebutan(Part.REALISASI, 2023, "5,46")),
        tahun=2023,
    )
    dua, tiga = yearly(run_of(baru, lama, deret=(satu((0, 0), (1, 0)),)))
    assert (dua.tahun, texts(dua)) == (2022, {Part.REALISASI: "5,80"})
    assert [item.sebutan.fakta.text for item in dua.nilai[0].lain] == ["5,08"]
    assert (tiga.tahun, texts(tiga)) == (2023, {Part.REALISASI: "5,46"})


def test_the_nearest_later_report_counts_where_the_own_one_is_missing() -> None:
    jauh = dokumen("z.pdf", indikator("tpt", sebutan(Part.REALISASI, 2020, "7,5")), tahun=2024)
    dekat = dokumen("y.pdf", indikator("tpt", sebutan(Part.REALISASI, 2020, "7,3")), tahun=2021)
    (baris,) = yearly(run_of(jauh, dekat, deret=(satu((0, 0), (1, 0)),)))
    assert texts(baris) == {Part.REALISASI: "7,3"}


def test_a_target_counts_from_the_agreement_before_the_report_and_the_plan() -> None:
    laporan = dokumen("lkjip.pdf", indikator("tpt", sebutan(Part.TARGET, 2023, "4,88")))
    rencana = dokumen(
        "renstra.pdf",
        indikator("tpt", sebutan(Part.TARGET, 2023, "4,90", kind=Kind.RENSTRA)),
        jenis=JenisDokumen.RENSTRA,
    )
    janji = dokumen("pk.pdf", indikator("tpt", sebutan(Part.TARGET, 2023, "4,77")), jenis=JenisDokumen.PERJANJIAN)
    (baris,) = yearly(run_of(laporan, rencana, janji, deret=(satu((0, 0), (1, 0), (2, 0)),)))
    assert texts(baris) == {Part.TARGET: "4,77"}
    assert {item.sebutan.fakta.text for item in baris.nilai[0].lain} == {"4,88", "4,90"}


def test_equal_values_differ_only_in_print() -> None:
    a = dokumen("a.pdf", indikator("tpt", sebutan(Part.TARGET, 2023, "88,3")))
    b = dokumen("b.pdf", indikator("tpt", sebutan(Part.TARGET, 2023, "88,30%")))
    (baris,) = yearly(run_of(a, b, deret=(satu((0, 0), (1, 0)),)))
    assert baris.nilai[0].lain == ()


def test_an_indicator_of_no_series_stands_for_itself() -> None:
    asing = dokumen("x.pdf", indikator("ikm", sebutan(Part.CAPAIAN, 2023, "99,1"), nama="IKM"), kantor=None)
    (baris,) = yearly(run_of(asing))
    assert (baris.kode, baris.indikator, baris.kantor.wilayah, texts(baris)) == (
        "ikm",
        "IKM",
        "",
        {Part.CAPAIAN: "99,1"},
    )


def test_directions_that_disagree_are_unknown() -> None:
    a = dokumen("a.pdf", indikator("tpt", sebutan(Part.TARGET, 2023, "1"), arah=Arah.NAIK))
    b = dokumen("b.pdf", indikator("tpt", sebutan(Part.TARGET, 2023, "1"), arah=Arah.TURUN))
    (baris,) = yearly(run_of(a, b, deret=(satu((0, 0), (1, 0)),)))
    assert baris.arah is Arah.TIDAK_DIKETAHUI


def test_the_direction_is_that_of_every_year() -> None:
    isi = (sebutan(Part.TARGET, 2022, "1"), sebutan(Part.TARGET, 2023, "2"), sebutan(Part.TARGET, 2024, "3"))
    found = list(yearly(run_of(dokumen("a.pdf", indikator("tpt", *isi, arah=Arah.TURUN)))))
    assert [baris.arah for baris in found] == [Arah.TURUN] * 3


def test_of_equal_printings_the_one_with_a_page_counts() -> None:
    cetak = sebutan(Part.TARGET, 2023, "5")
    tanpa = replace(cetak, fakta=replace(cetak.fakta, place=DocxPlace(block=3)))
    word, pdf = dokumen("a.docx", indikator("tpt", tanpa)), dokumen("a.pdf", indikator("tpt", cetak))
    (baris,) = yearly(run_of(word, pdf, deret=(satu((0, 0), (1, 0)),)))
    assert baris.nilai[0].utama.dokumen.path == "a.pdf"


def test_a_value_without_year_has_no_place_in_a_series() -> None:
    assert list(yearly(run_of(dokumen("a.pdf", indikator("tpt", sebutan(Part.TARGET, None, "1")))))) == []


@given(st.lists(st.tuples(st.sampled_from(BAGIAN), st.integers(2019, 2024), st.integers(1, 9)), max_size=12))
def test_every_printed_value_is_the_chosen_one_or_named_beside_it(cetak: list[tuple[Part, int, int]]) -> None:
    isi = tuple(sebutan(part, tahun, str(value)) for part, tahun, value in cetak)
    tunggal = dokumen("a.pdf", indikator("tpt", *isi))
    dilihat = {
        (nilai.part, baris.tahun, item.sebutan.fakta.text)
        for baris in yearly(run_of(tunggal))
        for nilai in baris.nilai
        for item in (nilai.utama, *nilai.lain)
    }
    assert dilihat == {(part, tahun, str(value)) for part, tahun, value in cetak}
