"""What holds for every report: identities do not depend on order, guards are never crossed, doubt is kept."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from pipeline.normalise import explain_matches, normalise
from pipeline.normalise.arah import arah_nama
from pipeline.normalise.nama.banding import Hasil, bandingkan
from pipeline.normalise.nama.urai import Konteks, Nama, baca_nama
from schemas.kinerja import Arah, JenisBaris, Laporan, Tabel
from tests.normalise.laporan_uji import baris, identitas, laporan, tabel

JENIS = ("Persentase", "Presentase", "%", "Jumlah", "Indeks", "Nilai", "Tingkat", "Angka", "Rasio", "")
BENDA = ("pasar", "pasar rakyat", "jalan", "tenaga kerja", "guru SD", "guru SMP", "penduduk miskin", "sampah")
SIFAT = (
    *("yang tertata", "yang tidak tertata", "yang belum tertata", "yg tertata", "dalam negeri", "luar negeri"),
    *("naik kelas", "tahun 2021", "Tahun 2022", "triwulan I", "triwulan II", "(%)", "(Orang)", "laki-laki"),
    *("perempuan", "", "di kota", "di kabupaten", "peningkatan", "penurunan"),
)
NEGASI = frozenset(("tidak", "belum", "non", "bukan", "tanpa"))
ARAH = frozenset(("peningkatan", "penurunan", "naik", "turun"))
PASANGAN = frozenset(("dalam", "luar", "laki", "perempuan", "1", "2", "sd", "smp"))

labels = st.builds(
    lambda *parts: " ".join(part for part in parts if part),
    st.sampled_from(JENIS),
    st.sampled_from(BENDA),
    st.sampled_from(SIFAT),
    st.sampled_from(SIFAT),
)
units = st.sampled_from((None, "%", "Orang", "Poin", "Unit"))
rows = st.builds(lambda label, satuan: baris(label, satuan=satuan), labels, units)
tables = st.lists(rows, max_size=7).map(lambda members: tabel(*members))
reports = st.lists(tables, max_size=4).map(lambda members: laporan(*members))
words = st.text(alphabet="bcdfghjklmnpqrstvwxyz", min_size=3, max_size=9)


def guard_class(nama: Nama) -> tuple[object, ...]:
    words_ = set(nama.kata)
    return words_ & NEGASI, words_ & ARAH, words_ & PASANGAN, {w for w in words_ if w[0].isdigit()}


def grouping(hasil: Laporan) -> set[frozenset[str]]:
    """Which labels with which units stand together, whatever their identity is called."""
    groups: dict[str, list[str]] = defaultdict(list)
    for t, table in enumerate(hasil.tabel):
        for row in table.baris:
            groups[row.indikator].append(f"{t}|{row.label}|{row.satuan}")
    return {frozenset(members) for members in groups.values()}


@settings(max_examples=60, deadline=None)
@given(reports)
def test_twice_is_as_good_as_once(asal: Laporan) -> None:
    once = normalise(asal)
    assert normalise(once) == once


@settings(max_examples=60, deadline=None)
@given(reports, st.randoms(use_true_random=False))
def test_order_of_rows_does_not_matter(asal: Laporan, random: object) -> None:
    def shuffled(table: Tabel) -> Tabel:
        lines = list(table.baris)
        random.shuffle(lines)  # type: ignore[attr-defined]
        return replace(table, baris=tuple(lines))

    mixed = replace(asal, tabel=tuple(shuffled(table) for table in asal.tabel))
    assert grouping(normalise(mixed)) == grouping(normalise(asal))


@settings(max_examples=80, deadline=None)
@given(reports)
def test_one_identity_one_guard_class(asal: Laporan) -> None:
    groups: dict[str, list[Nama]] = defaultdict(list)
    for row in normalise(asal).baris():
        groups[row.indikator].append(baca_nama(row.label, Konteks()))
    for members in groups.values():
        assert len({str(guard_class(nama)) for nama in members}) == 1
        assert len({nama.jenis for nama in members if nama.jenis} & {"jumlah", "bagian"}) < 2


@settings(max_examples=80, deadline=None)
@given(reports)
def test_rows_of_one_table_share_an_identity_only_with_equal_text(asal: Laporan) -> None:
    for table in normalise(asal).tabel:
        texts: dict[str, set[str]] = defaultdict(set)
        for row in table.baris:
            texts[row.indikator].add(baca_nama(row.label, Konteks()).rapat)
        assert all(len(members) == 1 for members in texts.values())


@settings(max_examples=60, deadline=None)
@given(reports)
def test_every_indicator_row_is_explained_and_agrees(asal: Laporan) -> None:
    codes = identitas(normalise(asal))
    found = explain_matches(asal)
    assert len(found) == sum(len(table.baris) for table in asal.tabel)
    for match in found:
        assert match.indikator == codes[match.table][match.row] != ""
        assert 0.0 <= match.putusan.skor <= 1.0
        assert match.putusan.alasan
        assert (match.putusan.hasil is Hasil.BEDA) == (match.putusan.skor == 0.0)


@settings(max_examples=60, deadline=None)
@given(reports)
def test_only_identity_direction_and_unit_change(asal: Laporan) -> None:
    hasil = normalise(asal)
    for before, after in zip(asal.baris(), hasil.baris(), strict=True):
        assert replace(after, indikator=before.indikator, arah=before.arah, satuan=before.satuan) == before
    assert replace(hasil, tabel=asal.tabel, tanya=asal.tanya) == asal


@settings(max_examples=150, deadline=None)
@given(labels, labels)
def test_comparison_is_symmetric_and_reflexive(a: str, b: str) -> None:
    x, y = baca_nama(a, Konteks()), baca_nama(b, Konteks())
    assert bandingkan(x, y).hasil is bandingkan(y, x).hasil
    assert bandingkan(x, x).hasil is Hasil.SAMA


@settings(max_examples=100, deadline=None)
@given(st.lists(words, min_size=1, max_size=6))
def test_words_that_mean_nothing_have_no_direction(parts: list[str]) -> None:
    nama = baca_nama(" ".join(parts), Konteks())
    assume(nama.kata == tuple(parts))  # letters may be an abbreviation, such as that of unemployment
    assert arah_nama(nama) is Arah.TIDAK_DIKETAHUI


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80))
def test_any_text_can_be_a_label(text: str) -> None:
    hasil = normalise(laporan(tabel(text, baris(text, jenis=JenisBaris.INDUK)), tabel(text)))
    assert all(row.satuan is None or row.satuan for row in hasil.baris())
