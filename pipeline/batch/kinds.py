"""Kinds of failure by what they speak of: the file, the machine, a limit, a worker that gave no answer."""

from __future__ import annotations

PASSING_INTAKE = frozenset({"still-written", "unreadable", "missing", "changed"})
"""Why a file cannot be taken in now and perhaps can a little later."""

CHANGED = "changed"
"""The file is there, with other bytes than it had when the folder was looked through."""

IO_ERROR = "io-error"
"""The system failed while the file was read, or beside it."""

PASSING = PASSING_INTAKE | {IO_ERROR, "output", "kamus", "no-answer", "no-workers", "other-version"}
"""Kinds of failure that say nothing of the document: it is tried again every night."""

OF_THE_FILE = PASSING_INTAKE | {IO_ERROR}
"""Kinds of failure that speak of one file; another one with the same bytes may be read."""

LIMITED = frozenset({"time-limit", "memory-limit", "crashed"})
"""Kinds of failure that other limits may mend."""

LOST = frozenset({"time-limit", "crashed"})
"""Kinds of failure after which a document is tried again in the same run: its worker gave no answer."""
