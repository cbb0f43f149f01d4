"""Documents of one office tied together: which indicators are one, which stay open, and the series over the years."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from hashlib import sha256
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.link import kelompokkan_kantor, tautkan
from pipeline.link.padanan import Padanan, Pembanding, padankan
from pipeline.link.sosok import baca_dokumen
from schemas.kinerja import Arah, Kind, Part
from schemas.tautan import Ikhtisar, IndikatorDokumen, JenisDokumen, Kantor
from tests.tautan_bentuk import KANTOR, place, sebutan

calm = settings(deadline=None)  # a busy machine is no defect

KEDUA = Kantor(unit="dinas pasar", tingkat="kabupaten", wilayah="randualas")


def indikator(
    nama: str | Sequence[str],
    *target: str,
    satuan: str | None = None,
    induk: str = "",
    baku: str | None = None,
    kind: Kind = Kind.CAPAIAN,
) -> IndikatorDokumen:
    texts = (nama,) if isinstance(nama, str) else tuple(nama)
    return IndikatorDokumen(
        kode="-".join(f"{induk} {texts[0]}".lower().split()),
        baku=baku,
        nama=texts,
        satuan=satuan,
        arah=Arah.TIDAK_DIKETAHUI,
        sebutan=tuple(sebutan(Part.TARGET, 2023, text, kind=kind) for text in target),
        place=place(),
        induk=induk,
    )


def dokumen(
    nama: str,
    *isi: IndikatorDokumen | str,
    kantor: Kantor | None = KANTOR,
    tahun: int | None = 2023,
    jenis: JenisDokumen = JenisDokumen.LAPORAN,
    disebut: tuple[str, ...] = (),
) -> Ikhtisar:
    return Ikhtisar(
        path=f"{nama}.pdf",
        sha256=sha256(nama.encode()).hexdigest(),
        jenis=jenis,
        instansi="Dinas Tenaga Kerja Kabupaten Randualas",
        kantor=kantor,
        tahun=tahun,
        indikator=tuple(indikator(item) if isinstance(item, str) else item for item in isi),
        disebut=disebut,
    )


def pairs(a: Sequence[IndikatorDokumen | str], b: Sequence[IndikatorDokumen | str]) -> Padanan:
    return padankan(baca_dokumen(dokumen("a", *a)), baca_dokumen(dokumen("b", *b)), Pembanding())


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Presentase Kebun yang Terawat", "Persentase kebun terawat (%)"),
        ("% penyelesaian perselisihan kerja", "Persentase Penyelesaian Perselisihan Kerja"),
        ("TPT", "Tingkat Pengangguran Terbuka"),
        ("Nilai SAKIP Dinas Tenaga Kerja", "Nilai SAKIP"),
        ("Jumlah wirausaha baru Kabupaten Randualas", "Jumlah Wirausaha Baru"),
    ],
)
def test_one_indicator_under_two_spellings(a: str, b: str) -> None:
    lain = "Persentase jalan mantap"
    assert pairs([a, lain], [lain, b]).sama == ((0, 1), (1, 0))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Jumlah pelatihan triwulan I", "Jumlah pelatihan triwulan II"),
        ("Persentase aduan yang ditindaklanjuti", "Persentase aduan yang tidak ditindaklanjuti"),
        ("Penempatan tenaga kerja dalam negeri", "Penempatan tenaga kerja luar negeri"),
        ("Persentase kebun terawat", "Jumlah kebun terawat"),
    ],
)
def test_what_a_guard_forbids_is_neither_one_nor_open(a: str, b: str) -> None:
    found = pairs([a], [b])
    assert found.sama == () and found.ragu == ()


def test_units_that_contradict_each_other_leave_equal_names_open() -> None:
    ekor, ton = indikator("Populasi ternak besar", satuan="ekor"), indikator("Populasi ternak besar", satuan="ton")
    assert pairs([ekor], [indikator("Populasi ternak besar")]).sama == ((0, 0),)
    found = pairs([ekor], [ton])
    assert (found.sama, found.ragu) == ((), ((0, 0),))


def test_two_indicators_of_one_document_never_become_one() -> None:
    found = pairs(["Indeks Mutu Benih", "Indeks mutu benih"], ["Indeks Mutu Benih"])
    assert found.sama == ()
    assert found.ragu == ((0, 0), (1, 0))


def test_entries_of_the_dictionary_decide() -> None:
    a, b = indikator("Nilai capaian lembaga", baku="satu"), indikator("Nilai capaian lembaga", baku="dua")
    assert pairs([a], [b]) == Padanan(sama=(), ragu=(), skor={})


def test_other_name_of_an_indicator_that_says_something_else_leaves_it_open() -> None:
    dua_nama = indikator(["Indeks Mutu Benih", "Persentase kebun terawat"])
    found = pairs([dua_nama], ["Indeks Mutu Benih"])
    assert (found.sama, found.ragu) == ((), ((0, 0),))


def test_short_name_needs_its_heading() -> None:
    daging = indikator("Daging", induk="Jumlah produksi ternak")
    assert pairs([daging], [indikator("Daging", induk="Jumlah Produksi Ternak (ton)")]).sama == ((0, 0),)
    for lain in (indikator("Daging"), indikator("Daging", induk="Persentase produk ternak sesuai SNI")):
        assert pairs([daging], [lain]).sama == ()
    assert pairs([indikator("Daging")], [indikator("Daging")]).ragu == ((0, 0),)


def rincian(induk: str, *isi: tuple[str, str]) -> list[IndikatorDokumen]:
    return [indikator(nama, target, induk=induk, satuan="%") for nama, target in isi]


SNI = "Persentase produk ternak yang sesuai SNI"
SNI_LAIN = "Persentase produk pangan hewani yang sesuai SNI"


def test_items_with_the_same_numbers_in_another_order_stand_under_one_heading() -> None:
    a = rincian(SNI, ("Daging", "65"), ("Telur", "65"), ("Susu", "52"))
    b = rincian(SNI_LAIN, ("Daging", "65"), ("Susu", "65"), ("Telur", "52"))
    assert pairs(a, b).sama == ((0, 0), (1, 2), (2, 1))


@pytest.mark.parametrize(
    "b",
    [
        rincian(SNI_LAIN, ("Daging", "65"), ("Susu", "65"), ("Telur", "53")),
        rincian(SNI_LAIN, ("Daging", "65"), ("Susu", "65")),
        rincian(SNI_LAIN, ("Daging", "65"), ("Susu", "65"), ("Keju", "52")),
        rincian("Jumlah rumah potong hewan", ("Daging", "65"), ("Susu", "65"), ("Telur", "52")),
        rincian(SNI_LAIN, ("Daging", "65"), ("Susu", "65"), ("Telur", "52"))
        + rincian("Persentase produk olahan yang sesuai SNI", ("Daging", "65"), ("Susu", "65"), ("Telur", "52")),
    ],
    ids=["other numbers", "fewer items", "other items", "other heading", "two headings"],
)
def test_items_stay_apart_without_that_proof(b: list[IndikatorDokumen]) -> None:
    a = rincian(SNI, ("Daging", "65"), ("Telur", "65"), ("Susu", "52"))
    assert pairs(a, b).sama == ()


def test_documents_are_grouped_by_certain_offices() -> None:
    tanpa_wilayah = Kantor(unit="dinas pasar", tingkat="kabupaten", wilayah="")
    kementerian = Kantor(unit="kementerian tenaga kerja", tingkat="kementerian", wilayah="")
    kantor = [KANTOR, KEDUA, None, KANTOR, tanpa_wilayah, tanpa_wilayah, None, kementerian, kementerian]
    semua = [dokumen(str(n), kantor=item) for n, item in enumerate(kantor)]
    assert kelompokkan_kantor([*semua, None]) == ((0, 3), (1,), (2,), (4,), (5,), (6,), (7, 8))


def test_links_of_a_document_leave_out_copies_of_any() -> None:
    a, b = dokumen("a", "Indeks Mutu Benih"), dokumen("b", "Indeks mutu benih")
    found = tautkan([a, b, a, b], [0, 1, 2, 3])
    assert [[item.ikhtisar.path for item in tautan.lain] for tautan in found.tautan] == [
        ["b.pdf"], ["a.pdf"], ["b.pdf"], ["a.pdf"]
    ]  # fmt: skip
    assert {item.padanan for tautan in found.tautan for item in tautan.lain} == {((0, 0),)}


def test_document_of_an_unknown_office_is_tied_to_nothing() -> None:
    found = tautkan([dokumen("a", "Indeks Mutu Benih", kantor=None)], [0])
    assert found.kantor is None and found.deret == () and found.tautan[0].lain == ()


def test_links_are_the_same_whatever_the_order_of_files() -> None:
    semua = [
        dokumen("a", "Indeks Mutu Benih", "Jumlah Lumbung Desa", tahun=2022),
        dokumen("b", "Jumlah lumbung desa", "Indeks mutu benih", tahun=2023),
        dokumen("c", "Indeks Mutu Benih", tahun=2024),
    ]
    kali = set()
    for order in permutations(range(3)):
        found = tautkan([semua[at] for at in order], [0, 1, 2])
        per_path = sorted(
            (tautan.ikhtisar.path, [(item.ikhtisar.path, item.padanan) for item in tautan.lain])
            for tautan in found.tautan
        )
        deret = sorted(
            (item.kode, item.nama, sorted((semua[order[at]].path, i) for at, i in item.anggota)) for item in found.deret
        )
        kali.add(repr((per_path, deret)))
    assert len(kali) == 1


def test_series_hold_each_document_once_and_have_codes_of_their_own() -> None:
    semua = [
        dokumen("a", "Indeks Mutu Benih", "Tingkat Pengangguran Terbuka", tahun=2022),
        dokumen("b", indikator("TPT", baku="tingkat-pengangguran-terbuka"), "Indeks mutu benih", tahun=2023),
        dokumen("c", "Indeks mutu benih", "Indeks Mutu Benih", tahun=2024),
    ]
    deret = tautkan(semua, [0, 1, 2]).deret
    assert [item.anggota for item in deret] == [((0, 0), (1, 1)), ((0, 1), (1, 0)), ((2, 0),), ((2, 1),)]
    assert deret[1].kode == "tingkat-pengangguran-terbuka"
    assert len({item.kode for item in deret}) == len(deret)
    assert {item.kantor for item in deret} == {KANTOR}


def test_texts_of_a_report_and_of_a_decree_are_searched_for_each_others_indicators() -> None:
    laporan = dokumen(
        "a", "Indeks Mutu Benih", "Jumlah Lumbung Desa", disebut=("Nilai indeks kepatuhan internal dinas",)
    )
    keputusan = dokumen(
        "b",
        "Indeks Mutu Benih",
        "Indeks Kepatuhan Internal",
        "Persentase Kebun Terawat",
        jenis=JenisDokumen.KEPUTUSAN,
        disebut=("Jumlah lumbung desa yang terisi",),
    )
    (tautan, balik) = tautkan([laporan, keputusan], [0, 1]).tautan
    assert (tautan.lain[0].disebut, tautan.lain[0].menyebut) == ({1}, {1})
    assert (balik.lain[0].disebut, balik.lain[0].menyebut) == (frozenset(), frozenset())


def test_long_name_with_one_word_misprinted_counts_as_mentioned() -> None:
    laporan = dokumen("a", "Persentase perusahaan yang menerapkan undang-undang bidang ketenagakerjaan", "Nilai A")
    misprint = "Persentase perusahaan yang menerapkan undang-undang bixxg ketenagakerjaan"
    keputusan = dokumen("b", misprint, "Indeks kepuasan internal", jenis=JenisDokumen.KEPUTUSAN)
    (tautan, _) = tautkan([laporan, keputusan], [0, 1]).tautan
    (lain,) = tautan.lain
    assert 0 in lain.disebut or (0, 0) in (*lain.padanan, *lain.ragu)
    assert 1 not in lain.disebut


KATA = st.sampled_from(["Indeks", "Jumlah", "Persentase", "mutu", "kebun", "desa", "benih", "terawat", "aduan", "TPT"])
NAMA = st.lists(KATA, min_size=1, max_size=4).map(" ".join)


@calm
@given(st.lists(NAMA, max_size=6), st.lists(NAMA, max_size=6))
def test_each_indicator_is_in_one_pair_at_most_and_order_decides_nothing(a: list[str], b: list[str]) -> None:
    found = pairs(a, b)
    assert len({i for i, _ in found.sama}) == len(found.sama) == len({j for _, j in found.sama})
    assert not set(found.sama) & set(found.ragu)
    assert pairs(b, a) == found.balik() and found.balik().balik() == found


@calm
@given(st.lists(NAMA, min_size=1, max_size=5, unique_by=lambda text: tuple(sorted(text.lower().split()))))
def test_a_document_beside_itself_pairs_every_indicator_that_is_paired_with_itself(names: list[str]) -> None:
    found = pairs(names, names)
    assert all(i == j for i, j in found.sama)


@calm
@given(st.permutations(["61", "65", "52", "48"]))
def test_items_are_paired_by_name_whatever_their_numbers(order: list[str]) -> None:
    nama = ["Daging", "Telur", "Susu", "Madu"]
    a = rincian(SNI, *zip(nama, ["61", "65", "52", "48"], strict=True))
    b = rincian(SNI_LAIN, *zip(nama, order, strict=True))
    assert pairs(a, b).sama == tuple((at, at) for at in range(4))
    assert {item.sebutan[0].fakta.angka.value for item in b} == {Decimal(text) for text in order}
