"""What the garbage collector need not look at: thousands of results that are held to the end and have no cycles."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused() -> Iterator[None]:
    """Nothing is collected within the block, in which much is made and all of it is kept."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()


@contextmanager
def spared() -> Iterator[None]:
    """What is there when the block begins is not looked through within it, however much is made and dropped there."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
