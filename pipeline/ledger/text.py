"""Text that every database and character set of UTF-8 holds, and short keys for texts of any length."""

from __future__ import annotations

import hashlib

KEY_DIGITS = 32


def storable(text: str) -> str:
    r"""Text without what SQLite and PostgreSQL refuse: NUL is written `\x00`, a lone surrogate `\udcXX`.

    Findings quote documents and paths come from file systems, so both occur. What has neither stays as it is.
    """
    if text.isascii():
        clean = text
    else:
        try:
            text.encode()
            clean = text
        except UnicodeEncodeError:
            clean = text.encode("utf-8", "backslashreplace").decode()
    return str(clean.replace("\0", "\\x00") if "\0" in clean else clean)


def text_key(text: str) -> str:
    """A short name for a text: an index of PostgreSQL refuses entries of some kilobytes, and paths may be longer."""
    return hashlib.sha256(storable(text).encode()).hexdigest()[:KEY_DIGITS]


def lock_number(text: str) -> int:
    """A number for a text, the same on every machine; 63 bits, so that it fits a signed integer."""
    return int.from_bytes(hashlib.sha256(storable(text).encode()).digest()[:8], "big") >> 1
