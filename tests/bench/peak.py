"""Run as a program: reads one PDF and prints what it took, as JSON; a process of its own has a peak of its own.

`python -m tests.bench.peak {open,read} FILE`: `open` has pdfium load every page and its text and keeps nothing of them.
"""

from __future__ import annotations

import json
import resource
import sys
from dataclasses import fields, is_dataclass
from pathlib import Path

import pypdfium2 as pdfium

from tests.bench.measure import read_ours

_KIB = 1024


def peak_bytes() -> int:
    """The most memory this program has held.

    On Linux `ru_maxrss` begins with what the parent held when it started us, so the kernel's own mark is read there.
    """
    status = Path("/proc/self/status")
    if status.exists():
        return next(int(s.split()[1]) for s in status.read_text().splitlines() if s.startswith("VmHWM:")) * _KIB
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used if sys.platform == "darwin" else used * _KIB


def open_only(path: Path) -> None:
    document = pdfium.PdfDocument(path)
    for index in range(len(document)):
        page = document[index]
        textpage = page.get_textpage()
        textpage.close()
        page.close()
    document.close()


def deep_bytes(value: object, seen: set[int]) -> int:
    """Bytes of a value and all that it holds, shared parts once."""
    if id(value) in seen:
        return 0
    seen.add(id(value))
    size = sys.getsizeof(value)
    if isinstance(value, tuple):
        return size + sum(deep_bytes(part, seen) for part in value)
    if is_dataclass(value):
        return size + sum(deep_bytes(getattr(value, field.name), seen) for field in fields(value))
    return size


def main() -> None:
    mode, path = sys.argv[1], Path(sys.argv[2])
    before = peak_bytes()
    held = 0
    if mode == "open":
        open_only(path)
        after = peak_bytes()
    else:
        printed = read_ours(path)
        after = peak_bytes()
        held = deep_bytes(printed, set())
    print(json.dumps({"before": before, "peak": after, "printed": held}))


if __name__ == "__main__":
    main()
