"""What the kernel allows a process that works on one document, and its end when nobody waits for it any more."""

from __future__ import annotations

import contextlib
import fcntl
import math
import os
import resource
import select
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

CPU_NET_S = 30
"""A process uses at most so many seconds of processor time above its time limit: the net below the clock of whoever
started it, for a process that nobody stops."""

_OOM_SCORE = "500"  # of 1000: where memory runs out all the same, the kernel ends the worker and not the batch


@contextmanager
def confined(time_limit: float, memory_limit: int) -> Iterator[None]:
    """Limits this process; the limit of memory holds within the block, the others stay.

    Address space is limited, since an allocation beyond it fails at once and in a place that can be told, as
    MemoryError, where a process that only grows too large is ended by the kernel without a word. What the program
    itself has mapped before the document is not counted.

    Args:
        time_limit: seconds that the document may take; processor time above it ends the process (SIGXCPU).
        memory_limit: bytes that may be mapped on top of what is mapped now.
    """
    _lower(resource.RLIMIT_CORE, 0)
    _lower(resource.RLIMIT_CPU, math.ceil(time.process_time() + time_limit) + CPU_NET_S)
    with contextlib.suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text(_OOM_SCORE)
    before = resource.getrlimit(resource.RLIMIT_AS)
    _lower(resource.RLIMIT_AS, _mapped_bytes() + memory_limit)
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


def _lower(limit: int, value: int) -> None:
    """Sets the soft limit, unless a stricter one is in force."""
    soft, hard = resource.getrlimit(limit)
    if soft == resource.RLIM_INFINITY or value < soft:
        resource.setrlimit(limit, (value, hard))


def _mapped_bytes() -> int:
    """Address space of this process; 0 where the system does not tell."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    except (OSError, ValueError):
        return 0


def die_with(pipe: int) -> None:
    """Has the kernel end this process as soon as the other end of a pipe is closed.

    The end of its owner, of whatever kind, closes it. No thread is needed that a busy library could keep from running.

    Args:
        pipe: the reading end of a pipe through which nothing is sent any more.
    """
    fcntl.fcntl(pipe, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(pipe, fcntl.F_SETSIG, signal.SIGKILL)
    fcntl.fcntl(pipe, fcntl.F_SETFL, fcntl.fcntl(pipe, fcntl.F_GETFL) | os.O_ASYNC)
    if select.select([pipe], [], [], 0)[0]:  # closed before the kernel was told
        os.kill(os.getpid(), signal.SIGKILL)
