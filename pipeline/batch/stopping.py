"""Ctrl-C and SIGTERM while other threads work: noted at once, followed between two steps.

Python raises KeyboardInterrupt between any two instructions of the main thread, so also right after a lock was taken
and before anything is there to give it back: a thread that needs that lock would wait for ever, and the batch with it.
"""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType

Handler = Callable[[int, FrameType | None], object]

_STOPPING = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def put_off() -> Iterator[Callable[[], None]]:
    """Keeps both signals from breaking in, within the block.

    Yields:
        A function that raises KeyboardInterrupt when one of them came; to be called where stopping does no harm. One
        that nobody asked for is passed on when the block ends.
    """
    noted: list[int] = []
    before: dict[signal.Signals, Handler] = {}

    def look() -> None:
        if noted:
            noted.clear()
            raise KeyboardInterrupt

    with suppress(ValueError):  # in another thread than the main one nothing breaks in
        for number in _STOPPING:
            handler = signal.getsignal(number)
            if callable(handler):  # else it is ignored, or ends the program at once
                signal.signal(number, lambda number, _: noted.append(number))
                before[number] = handler
    try:
        yield look
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    if noted:
        signal.raise_signal(noted[0])
