"""Names of two documents that stay open: former names, names much alike, and what a person is asked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.link import tautkan
from pipeline.link.padanan import Padanan, Pembanding, padankan
from pipeline.link.sosok import baca_dokumen
from pipeline.run_all import tie_documents
from schemas.kinerja import Part
from schemas.tanya import TanyaNama
from schemas.tautan import Ikhtisar, IndikatorDokumen, Kantor
from tests.tautan_bentuk import dokumen, indikator, sebutan

LAIN = Kantor(unit="dinas pasar", tingkat="kabupaten", wilayah="randualas")


def digest(path: str, *isi: IndikatorDokumen | str, kantor: Kantor | None = None) -> Ikhtisar:
    items = [indikator("-".join(x.lower().split()), nama=x, satuan=None) if isinstance(x, str) else x for x in isi]
    found = dokumen(path, *items).ikhtisar
    assert found is not None
    return replace(found, kantor=kantor) if kantor is not None else found


def pairs(a: list[IndikatorDokumen | str], b: list[IndikatorDokumen | str]) -> Padanan:
    return padankan(baca_dokumen(digest("a.pdf", *a)), baca_dokumen(digest("b.pdf", *b)), Pembanding())


def renamed(nama: str, *dahulu: str, satuan: str | None = None) -> IndikatorDokumen:
    return replace(indikator("x", nama=nama, satuan=satuan), dahulu=dahulu)


def test_former_name_is_a_name() -> None:
    baru = renamed("Laju pertambahan kebun rakyat terawat", "Pertumbuhan lumbung desa")
    assert pairs([baru], ["Pertumbuhan lumbung desa"]).sama == ((0, 0),)
    assert pairs(["Pertumbuhan lumbung desa"], [baru]).sama == ((0, 0),)
    assert pairs([replace(baru, dahulu=())], ["Pertumbuhan lumbung desa"]).sama == ()


def test_former_name_of_another_unit_and_of_another_measure_is_none() -> None:
    baru = renamed("Laju pertambahan kebun rakyat terawat", "Pertumbuhan lumbung desa", satuan="%")
    rupiah = indikator("x", nama="Pertumbuhan lumbung desa", satuan="rupiah")
    assert pairs([baru], [rupiah]).sama == ()
    assert pairs([baru], ["Penurunan lumbung desa"]).sama == ()


def test_former_name_beside_its_own_bearer_joins_nothing() -> None:
    baru = renamed("Laju pertambahan kebun rakyat terawat", "Pertumbuhan lumbung desa")
    assert pairs([baru, "Pertumbuhan lumbung desa"], ["Pertumbuhan lumbung desa"]).sama == ()


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Persentase penyelesaian sengketa BK", "Persentase perkara sengketa batas kebun"),
        ("Persentase lumbung desa berisi padi gogo", "Rasio lumbung desa berisi jagung"),
        ("PKR", "Pelestarian Kebun Rakyat"),
    ],
)
def test_names_that_share_most_words_excuse_each_other(a: str, b: str) -> None:
    found = pairs([a], [b])
    assert (0, 0) in {*found.ragu, *found.mirip} and not found.sama
    assert (0, 0) in {*found.balik().ragu, *found.balik().mirip}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Persentase lumbung desa berisi", "Persentase kebun kota terawat"),
        ("Persentase kebun terawat", "Persentase kebun subur"),
        ("Indeks RKP", "Jumlah kebun rakyat"),
    ],
)
def test_names_that_share_less_do_not(a: str, b: str) -> None:
    found = pairs([a], [b])
    assert not found.mirip and not found.ragu


def test_what_is_found_excuses_nothing() -> None:
    nama = "Rasio lumbung desa berisi jagung"
    found = pairs([nama, "Persentase lumbung desa berisi padi gogo"], [nama])
    assert found.sama == ((0, 0),) and found.mirip == ()


def test_two_entries_of_the_dictionary_are_never_much_alike() -> None:
    satu = indikator("a", nama="Rasio lumbung desa berisi jagung", baku="a")
    dua = indikator("b", nama="Persentase lumbung desa berisi padi gogo", baku="b")
    assert pairs([satu], [dua]).mirip == ()
    assert pairs([satu], [replace(dua, baku=None)]).mirip == ((0, 0),)


TANYA = (
    "Jumlah lumbung yang memenuhi standar minimal dan mutu",
    "Jumlah lumbung yang memenuhi standar pelayanan minimal dan mutu",
)


def questions(*isi: Ikhtisar) -> list[tuple[int, TanyaNama]]:
    found = tautkan(isi, range(len(isi))).tanya
    return [(at, item) for at, items in found.items() for item in items]


def test_open_names_of_two_documents_are_asked_once() -> None:
    a, b, c = (digest(f"{k}.pdf", TANYA[k % 2]) for k in range(3))
    assert pairs([TANYA[0]], [TANYA[1]]).tanya
    ((at, tanya),) = questions(a, b, c)
    assert {tanya.nama, tanya.calon} == set(TANYA)
    assert tanya.nama == (a, b, c)[at].indikator[0].nama[0]
    assert tanya.kode == "-".join(tanya.calon.lower().split())
    assert 0 < tanya.skor < 1 and tanya.fitur and "antardokumen" in tanya.alasan
    assert [page for _, page in tanya.tempat] == [(a, b, c)[at].indikator[0].place]


def test_questions_do_not_depend_on_the_order_of_files() -> None:
    a, b = digest("a.pdf", TANYA[0]), digest("b.pdf", TANYA[1])
    (satu,), (dua,) = questions(a, b), questions(b, a)
    assert satu[1] == dua[1]


def test_table_of_the_name_is_told() -> None:
    nama, calon = sorted(TANYA, key=str.lower)
    cetak = sebutan(Part.TARGET, 2023, "80")
    ((_, tanya),) = questions(digest("a.pdf", indikator("a", cetak, nama=nama, satuan=None)), digest("b.pdf", calon))
    assert (tanya.nama, tanya.tempat[0][0]) == (nama, cetak.tabel.judul)


def test_dictionary_name_is_the_candidate() -> None:
    nama, calon = sorted(TANYA, key=str.lower, reverse=True)
    baku = indikator("b", nama=calon, satuan=None, baku="lumbung-berisi")
    ((_, tanya),) = questions(digest("a.pdf", nama), digest("b.pdf", baku))
    assert (tanya.nama, tanya.calon, tanya.kode) == (nama, calon, "lumbung-berisi")


def test_what_a_decision_could_not_answer_is_not_asked() -> None:
    di_bawah = replace(indikator("a", nama=TANYA[0], satuan=None), induk="Jumlah bangunan desa")
    assert not questions(digest("a.pdf", di_bawah), digest("b.pdf", TANYA[1]))
    assert not questions(digest("a.pdf", TANYA[0]), digest("b.pdf", TANYA[0], TANYA[1]))


def test_what_a_document_asks_itself_is_not_asked_again() -> None:
    ((_, tanya),) = questions(digest("a.pdf", TANYA[0]), digest("b.pdf", TANYA[1]))
    asked = replace(digest("a.pdf", TANYA[0]), tanya=(replace(tanya, nama=tanya.calon, calon=tanya.nama),))
    assert not questions(asked, digest("b.pdf", TANYA[1]))


def test_questions_reach_the_documents_of_a_run() -> None:
    documents = [dokumen(f"{k}.pdf", indikator("x", nama=nama, satuan=None)) for k, nama in enumerate(TANYA)]
    tied, _ = tie_documents(documents)
    assert [len(item.ikhtisar.tanya) for item in tied if item.ikhtisar is not None] in ([0, 1], [1, 0])
    apart, _ = tie_documents([documents[0], replace(documents[1], ikhtisar=digest("c.pdf", TANYA[1], kantor=LAIN))])
    assert not any(item.ikhtisar.tanya for item in apart if item.ikhtisar is not None)
