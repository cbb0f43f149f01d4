"""The labelled pairs have the shape README.md promises, and the loader refuses what is not a pair."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.nama.pasangan import (
    FOLDER,
    KOLOM,
    PENGEMBANGAN,
    SIMPANAN,
    Label,
    Pasangan,
    PasanganError,
    main,
    muat,
    ringkas,
)

LEAST_PAIRS = 520
LEAST_SECTORS = 8
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
FILES = [pytest.param(file, id=file.stem) for file in (PENGEMBANGAN, SIMPANAN) if file.exists()]

SATU = ("Produksi kopi", "Jumlah produksi kopi", "sama", "pertanian", "sinonim-takaran", "kata jumlah berlebih")
DUA = ("Produksi kopi", "Produksi teh", "beda", "pertanian", "komoditas", "komoditas berbeda")
TIGA = ("Produksi kopi", "Jumlah rapat", "beda", "tata-kelola", "mudah-lain-hal", "tidak berhubungan")


def tulis(folder: Path, *baris: tuple[str, ...], kolom: tuple[str, ...] = KOLOM) -> Path:
    file = folder / "contoh.csv"
    with file.open("w", encoding="utf-8", newline="") as isi:
        csv.writer(isi).writerows((kolom, *baris))
    return file


def ubah(baris: tuple[str, ...], **nilai: str) -> tuple[str, ...]:
    return tuple(nilai.get(kolom, teks) for kolom, teks in zip(KOLOM, baris, strict=True))


@pytest.mark.parametrize("file", FILES)
def test_sectors_and_slugs(file: Path) -> None:
    pasangan = muat(file)
    assert len({satu.bidang for satu in pasangan}) >= LEAST_SECTORS
    assert [satu for satu in pasangan if not (_SLUG.fullmatch(satu.bidang) and _SLUG.fullmatch(satu.jenis))] == []


@pytest.mark.parametrize("file", FILES)
def test_most_pairs_are_hard_negatives(file: Path) -> None:
    pasangan = muat(file)
    sulit = [satu for satu in pasangan if satu.label is Label.BEDA and not satu.mudah]
    assert 2 * len(sulit) > len(pasangan)
    assert {satu.label for satu in pasangan} == set(Label)


@pytest.mark.parametrize("file", FILES)
def test_easy_is_said_of_negatives_only(file: Path) -> None:
    assert [satu for satu in muat(file) if satu.mudah and satu.label is Label.SAMA] == []


@pytest.mark.parametrize("file", FILES)
def test_names_are_kept_on_one_line_without_outer_space(file: Path) -> None:
    teks = [nama for satu in muat(file) for nama in (satu.a, satu.b)]
    assert [nama for nama in teks if nama != nama.strip() or "\n" in nama] == []


def test_development_pairs_are_enough() -> None:
    assert len(muat(PENGEMBANGAN)) >= LEAST_PAIRS


def test_one_name_has_one_label_with_a_name_that_differs_in_case_only() -> None:
    """The same two names in other capitals are one question and need one answer."""
    label: dict[frozenset[str], set[Label]] = {}
    for satu in muat(PENGEMBANGAN):
        label.setdefault(frozenset((satu.a.casefold(), satu.b.casefold())), set()).add(satu.label)
    assert [kunci for kunci, isi in label.items() if len(isi) > 1] == []


def test_same_is_transitive() -> None:
    """Names that are the same as a third are never labelled as different."""
    wakil: dict[str, str] = {}

    def akar(nama: str) -> str:
        while (atas := wakil.setdefault(nama, nama)) != nama:
            nama = atas
        return nama

    pasangan = muat(PENGEMBANGAN)
    for satu in pasangan:
        if satu.label is Label.SAMA:
            wakil[akar(satu.a.casefold())] = akar(satu.b.casefold())
    beda = [satu for satu in pasangan if satu.label is Label.BEDA]
    assert [satu for satu in beda if akar(satu.a.casefold()) == akar(satu.b.casefold())] == []


def test_held_out_pairs_are_nearly_all_other_pairs() -> None:
    if not SIMPANAN.exists():
        pytest.skip("no held-out pairs in this tree")
    simpanan = {satu.kunci for satu in muat(SIMPANAN)}
    assert len(simpanan & {satu.kunci for satu in muat(PENGEMBANGAN)}) < len(simpanan) // 10


def test_readme_has_the_counts_of_the_file() -> None:
    assert ringkas(muat(PENGEMBANGAN)) in (FOLDER / "README.md").read_text(encoding="utf-8")


def test_loads_pairs_in_order(tmp_path: Path) -> None:
    satu, dua = muat(tulis(tmp_path, SATU, DUA))
    assert satu == Pasangan(**{**dict(zip(KOLOM, SATU, strict=True)), "label": Label.SAMA})  # type: ignore[arg-type]
    assert (dua.label, dua.mudah, dua.kunci) == (Label.BEDA, False, frozenset(("Produksi kopi", "Produksi teh")))


@pytest.mark.parametrize("nilai", ["mungkin", "SAMA", "sama "])
def test_unknown_label_is_refused(tmp_path: Path, nilai: str) -> None:
    with pytest.raises(PasanganError, match=r"contoh\.csv:3: unknown label"):
        muat(tulis(tmp_path, DUA, ubah(SATU, label=nilai)))


@pytest.mark.parametrize("lagi", [SATU, ubah(SATU, label="beda"), ubah(SATU, a=SATU[1], b=SATU[0], jenis="lain")])
def test_pair_given_twice_is_refused_in_either_order(tmp_path: Path, lagi: tuple[str, ...]) -> None:
    with pytest.raises(PasanganError, match=r"contoh\.csv:4: pair given before, line 2"):
        muat(tulis(tmp_path, SATU, DUA, lagi))


@pytest.mark.parametrize("kolom", KOLOM)
def test_empty_field_is_refused(tmp_path: Path, kolom: str) -> None:
    with pytest.raises(PasanganError, match=f"empty field {kolom}$"):
        muat(tulis(tmp_path, ubah(SATU, **{kolom: "  "})))


def test_equal_names_are_refused(tmp_path: Path) -> None:
    with pytest.raises(PasanganError, match="equal"):
        muat(tulis(tmp_path, ubah(SATU, b=SATU[0])))


def test_missing_field_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PasanganError, match="5 fields instead of 6"):
        muat(tulis(tmp_path, SATU[:-1]))


@pytest.mark.parametrize("kolom", [("b", "a", *KOLOM[2:]), KOLOM[:-1], ()])
def test_other_columns_are_refused(tmp_path: Path, kolom: tuple[str, ...]) -> None:
    with pytest.raises(PasanganError, match="columns have to be a,b,label"):
        muat(tulis(tmp_path, kolom=kolom))


def test_file_without_pairs_is_empty(tmp_path: Path) -> None:
    assert muat(tulis(tmp_path)) == ()


@given(nama=st.lists(st.text("abc ,\"';%/", min_size=1).filter(str.strip), min_size=2, max_size=6, unique=True))
def test_names_survive_the_file(tmp_path_factory: pytest.TempPathFactory, nama: list[str]) -> None:
    baris = [ubah(DUA, a=nama[0], b=lain) for lain in nama[1:]]
    hasil = muat(tulis(tmp_path_factory.mktemp("nama"), *baris))
    assert [(satu.a, satu.b) for satu in hasil] == [(nama[0], lain) for lain in nama[1:]]


def test_counts_by_sector_and_label(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tulis(tmp_path, TIGA, SATU, DUA)
    main([str(file)])
    assert capsys.readouterr().out.splitlines() == [
        "| bidang | sama | beda, hard | beda, easy | all |",
        "|---|--:|--:|--:|--:|",
        "| tata-kelola | 0 | 0 | 1 | 1 |",
        "| pertanian | 1 | 1 | 0 | 2 |",
        "| all | 1 | 1 | 1 | 3 |",
    ]
