from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.rumus import print_rumus, read_rumus
from pipeline.rumus.cetak import berkurung
from pipeline.rumus.urai import urai
from schemas.rumus import Bilangan, Istilah, JenisRumus, Kurung, Operasi, Operator, Perbandingan, Simpul

calm = settings(deadline=None)  # a busy machine is no defect

NOUNS = ("kapal", "desa", "kader", "kebun", "embung", "halte", "waduk", "bengkel")
TAILS = ("", " aktif", " yang terdaftar", " (15-64 tahun)", " tahun n-1", " PP/PKB", " dan/atau pos")
SIGNS = {
    Operator.BAGI: ("/", "÷", "dibagi", "dibagi dengan"),
    Operator.KALI: ("x", "×", "dikalikan"),
    Operator.TAMBAH: ("+", "ditambah"),
    Operator.KURANG: ("-", "–", "dikurangi"),
}

terms = st.builds(
    lambda noun, tail: Istilah(text=f"Jumlah {noun}{tail}"), st.sampled_from(NOUNS), st.sampled_from(TAILS)
)
numbers = st.one_of(
    st.integers(1, 99).map(lambda n: Bilangan(text=str(n), value=Decimal(n))),
    st.just(Bilangan(text="0,5", value=Decimal("0.5"))),
)


def kiri_luar(tree: Simpul) -> Simpul:
    """What a tree begins with in print."""
    while isinstance(tree, Operasi):
        tree = tree.kiri
    return tree


@st.composite
def operations(draw: st.DrawFn, inner: st.SearchStrategy[Simpul]) -> Simpul:
    operator = draw(st.sampled_from(tuple(SIGNS)))
    right, left = draw(inner), draw(inner)
    if operator is Operator.KURANG and isinstance(kiri_luar(right), Bilangan):
        right = Kurung(buka="(", isi=right)  # a dash before a bare number is a range or a year as well
    if operator is Operator.KALI and isinstance(kiri_luar(right), Bilangan) and isinstance(left, Bilangan):
        right = Kurung(buka="(", isi=right)  # `3 x 4` behind a word is a size as well
    return Operasi(operator=operator, tanda=draw(st.sampled_from(SIGNS[operator])), kiri=left, kanan=right)


def nodes(inner: st.SearchStrategy[Simpul]) -> st.SearchStrategy[Simpul]:
    brackets = st.builds(Kurung, buka=st.sampled_from("([{"), isi=inner)
    ratios = st.builds(
        Perbandingan, awal=st.just("Perbandingan antara"), antara=st.just("dengan"), kiri=terms, kanan=terms
    )
    return st.one_of(operations(inner), brackets, ratios)


trees = st.recursive(terms | numbers, nodes, max_leaves=12)
PIECES = (
    *("(", ")", "[", "]", "{", "/", ":", "x", "×", "+", "-", "–", "=", "*", "%", ".", ",", "∑", "----"),
    *("100", "100%", "1.000", "12", "n", "n-1", "R-T", "Jumlah", "Total", "nilai", "realisasi", "kasus", "desa"),
    *("dibagi", "dikali", "terhadap", "dengan", "dan", "dari", "per", "adalah", "Rumus:", "Ket:", "dimana"),
    *("Perbandingan antara", "Rasio", "Persentase", "tahun", "PP/PKB", "dan/atau"),
)
cells = st.lists(st.sampled_from(PIECES), max_size=24).map(" ".join) | st.text(max_size=80)


def squeezed(text: str) -> str:
    return "".join(text.split())


# by itself `Jumlah a - Jumlah b - Jumlah c` is a list of counts, in brackets that are divided a difference
@settings(max_examples=300, deadline=None)
@given(trees)
def test_a_tree_printed_is_read_again(tree: Simpul) -> None:
    share = Operasi(
        operator=Operator.BAGI, tanda="/", kiri=Kurung(buka="(", isi=tree), kanan=Istilah(text="Jumlah pos")
    )
    assert urai(print_rumus(share)).pohon == berkurung(share)


@calm
@given(trees)
def test_brackets_are_added_once(tree: Simpul) -> None:
    assert berkurung(berkurung(tree)) == berkurung(tree)


@settings(max_examples=400, deadline=None)
@given(cells)
def test_a_cell_with_a_tree_prints_as_it_stands_and_is_read_the_same(cell: str) -> None:
    rumus = read_rumus(cell)
    if rumus.pohon is not None:
        assert squeezed(print_rumus(rumus.pohon)) == squeezed(rumus.text)
        assert urai(print_rumus(rumus.pohon)).pohon == rumus.pohon


@calm
@given(cells)
def test_a_ratio_has_both_sides_and_nothing_else_has_one(cell: str) -> None:
    rumus = read_rumus(cell)
    ratio = rumus.jenis is JenisRumus.RASIO
    assert (rumus.pembilang is not None, rumus.penyebut is not None) == (ratio, ratio)
    assert ratio or (rumus.faktor is None and not rumus.bertumpuk)
