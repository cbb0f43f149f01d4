"""The search for cells cut into bands finds what one search over the whole page finds."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

import pytest

from extractors.readers.pdf import grid
from extractors.readers.pdf.rules import Rule

WHOLE_PAGE = 10**9


def tables(pick: random.Random) -> Iterator[Rule]:
    """Lines of up to three tables that may overlap: merged cells, borders that miss or pass their corner a little."""

    def ends(places: Sequence[int]) -> tuple[float, float]:
        first, last = (places[0], places[-1]) if pick.random() < 0.6 else sorted(pick.sample(places, 2))
        return first + pick.choice((0, 0, 2.9, -2.9, 4)), last + pick.choice((0, 0, 2.9, -2.9, 4)) + 5

    for _ in range(pick.randint(1, 3)):
        xs = sorted(pick.sample(range(40, 560, 12), pick.randint(2, 7)))
        ys = sorted(pick.sample(range(40, 800, 12), pick.randint(2, 14)))
        for y in ys:
            left, right = ends(xs)
            yield Rule(left, float(y), right, float(y))
        for x in xs:
            top, bottom = ends(ys)
            yield Rule(float(x), top, float(x), bottom)


@pytest.mark.parametrize("smallest", [1, 8, 40])
def test_bands_give_the_cells_of_one_search(monkeypatch: pytest.MonkeyPatch, smallest: int) -> None:
    found = 0
    for seed in range(150):
        rules = list(tables(random.Random(seed)))
        verticals = [rule for rule in rules if rule.vertical]
        horizontals = [rule for rule in rules if not rule.vertical]
        monkeypatch.setattr(grid, "_BAND_CROSSINGS", WHOLE_PAGE)
        whole = grid._cells(verticals, horizontals)
        monkeypatch.setattr(grid, "_BAND_CROSSINGS", smallest)
        assert grid._cells(verticals, horizontals) == whole
        found += len(whole)
    assert found > 1000


def test_a_lattice_is_cut_at_its_rows() -> None:
    verticals = [Rule(x, 0.0, x, 500.0) for x in (0.0, 100.0, 200.0, 300.0)]
    horizontals = [Rule(0.0, 10.0 * k, 300.0, 10.0 * k) for k in range(51)]
    bands = list(grid._bands(verticals, horizontals))
    assert len(bands) > 3
    assert len(grid._cells(verticals, horizontals)) == 150


def test_a_row_of_merged_cells_is_not_cut_through() -> None:
    """The short line leaves the first column out, so no band may end on it."""
    verticals = [Rule(x, 0.0, x, 400.0) for x in (0.0, 100.0, 200.0)]
    whole = [Rule(0.0, y, 200.0, y) for y in (0.0, 400.0)]
    inner = [Rule(100.0, 20.0 * k, 200.0, 20.0 * k) for k in range(1, 20)]
    horizontals = sorted([*whole, *inner], key=lambda rule: rule.top)
    assert len(list(grid._bands(verticals, horizontals))) == 1
    assert len(grid._cells(verticals, horizontals)) == 21
