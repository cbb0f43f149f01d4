"""The collector is as it was before when a block ends, in whatever way."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest

from pipeline.batch.collector import paused, spared


class Knot:
    """Holds itself, so that only the collector can remove it."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    gc.collect()
    yield
    gc.enable()
    gc.unfreeze()


def test_nothing_is_collected_while_it_is_paused() -> None:
    with paused():
        gone = weakref.ref(Knot())
        kept = [[number] for number in range(100_000)]  # enough to start a collection otherwise
        assert gone() is not None and not gc.isenabled()
    assert gc.isenabled() and len(kept) == 100_000


@pytest.mark.parametrize("enabled", [True, False])
def test_it_goes_on_after_an_error_if_it_was_on(enabled: bool) -> None:
    if not enabled:
        gc.disable()
    with pytest.raises(KeyError), paused():
        raise KeyError
    assert gc.isenabled() is enabled


def test_what_was_there_is_spared_and_what_is_made_is_not() -> None:
    before = weakref.ref(Knot())
    with pytest.raises(KeyError), spared():
        within = weakref.ref(Knot())
        gc.collect()
        assert before() is not None and within() is None
        raise KeyError
    assert gc.get_freeze_count() == 0
    gc.collect()
    assert before() is None
