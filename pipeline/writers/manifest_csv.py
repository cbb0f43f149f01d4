"""manifest.csv: every entry of the folder of a batch once, with what became of it."""

from __future__ import annotations

from pathlib import Path

from pipeline.writers.cells import append_csv, begin_csv, without_bidi
from schemas.batch import MIB, READ, BatchResult, ManifestLine

FILE = "manifest.csv"
HEADER = (
    "path", "outcome", "status", "sha256", "same_as", "stage", "kind", "message", "attempts", "seconds", "peak_mib",
    "findings",
)  # fmt: skip


def write_manifest_csv(result: BatchResult, path: Path) -> None:
    """Writes the entries in their order, as a list for spreadsheets."""
    begin_csv(path, HEADER, encoding="utf-8-sig")
    append_csv(path, map(_line, result.manifest))


def path_text(path: str) -> str:
    r"""A path in characters that every file holds; different paths have different texts.

    As in `schemas.batch.Entry.name`, bytes that are no UTF-8 are written `\xNN` and a backslash is doubled. So that a
    cell keeps all of it, an apostrophe at its start, which there means a formula made harmless, is written `\x27`.
    """
    return cell_text(encoded_text(path))


def encoded_text(path: str) -> str:
    r"""A path as in `schemas.batch.Entry.name`."""
    return path.replace("\\", "\\\\").encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def cell_text(text: str) -> str:
    r"""An encoded path as a cell keeps it."""
    return _visible(rf"\x27{text[1:]}" if text.startswith("'") else text)


def _visible(text: str) -> str:
    r"""Text with the bytes of its invisible marks of direction written `\xNN`; a cell would lose them."""
    if without_bidi(text) == text:
        return text
    return "".join(character if without_bidi(character) else _bytes_text(character) for character in text)


def _bytes_text(character: str) -> str:
    return "".join(rf"\x{byte:02x}" for byte in character.encode())


def _line(line: ManifestLine) -> tuple[str, ...]:
    """Figures that there are none of are blank; 0 findings means that the file was read and has none."""
    return (
        path_text(line.path),
        line.outcome.value,
        line.status,
        line.sha256 or "",
        path_text(line.same_as),
        line.stage,
        line.kind,
        line.message,
        str(line.attempts),
        "" if line.seconds is None else f"{line.seconds:.2f}",
        "" if line.peak_bytes is None else f"{line.peak_bytes / MIB:.1f}",
        str(line.findings) if line.outcome in READ else "",
    )
