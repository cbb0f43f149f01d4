"""What a reader and a document family have to offer to the run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from schemas.printed import PrintedDocument, SourceFile

if TYPE_CHECKING:
    from schemas.extraction import Extraction


class Reader(Protocol):
    """Turns a file of one kind into what it prints."""

    def read(self, source: SourceFile) -> PrintedDocument:
        """Reads the file.

        Raises:
            ReadError: the file is encrypted, damaged, empty of text, of another kind, or too large; the
                message is Indonesian and says what to do.
        """
        ...


class Family(Protocol):
    """Understands documents of one kind (LKjIP, decree, agreement …).

    Attributes:
        name: slug of the family, as in `findings.json`.
    """

    @property
    def name(self) -> str:
        """Slug of the family."""
        ...

    def score(self, printed: PrintedDocument) -> float:
        """How much the document looks like this family, from 0 (not at all) to 1 (certain)."""
        ...

    def extract(self, printed: PrintedDocument) -> Extraction:
        """Which cell plays which part, which sentences claim something, which tables were not understood."""
        ...
