"""What a document family has to offer to the run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from schemas.printed import PrintedDocument

if TYPE_CHECKING:
    from schemas.extraction import Extraction


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
