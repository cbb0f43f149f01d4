"""What lies in a folder tonight, beside what was known of its places before: which document took the place of which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.ledger.places import Place, folders_above
from pipeline.ledger.text import storable
from pipeline.ledger.values import LedgerDocument
from schemas.batch import FindingLine


@dataclass(frozen=True, slots=True)
class Heir:
    """A document that may have the findings of another one, or is that one.

    Attributes:
        name: where it is looked for the next time; below a folder that could not be looked into the place itself.
    """

    name: str
    document: LedgerDocument

    @property
    def read(self) -> bool:
        """Whether it could be read tonight."""
        return self.document.verified


@dataclass(frozen=True, slots=True)
class Present:
    """A folder tonight.

    Attributes:
        by_sha, by_name: its documents by content and by place.
        places: as after the night before. names: of them, by the content whose findings they stand for.
        contents: all that the folder had before.
    """

    by_sha: Mapping[str, LedgerDocument]
    by_name: Mapping[str, LedgerDocument]
    places: Mapping[str, Place]
    names: Mapping[str, Sequence[str]]
    contents: Collection[str]

    def heirs(self, row: FindingLine) -> tuple[Heir, ...]:
        """The document of a row, or else those that took its places; none when they left.

        One that left is waited for where it lay, until something else was read there.
        """
        vacant = not self.places.get(row.path, Place()).owner
        return self.heirs_of(row.sha256, (row.path,) if vacant else ())

    def heirs_of(self, sha256: str, further: Iterable[str] = ()) -> tuple[Heir, ...]:
        """The document of a content, or else those that took its places or others; none when they left."""
        own = self.by_sha.get(sha256)
        if own is not None:
            return (_at(own),)
        found: dict[int, Heir] = {}
        for name in sorted({*self.names.get(sha256, ()), *further}):
            heir = self._taker(name)
            if heir is not None:
                found.setdefault(id(heir.document), heir)
        return tuple(found.values())

    def _taker(self, name: str) -> Heir | None:
        """What took a place: the edition that waited there, or one that the folder did not have before."""
        waited = self.by_sha.get(self.places.get(name, Place()).content)
        if waited is not None:
            return _at(waited, name)
        document = self.by_name.get(name) or self._hiding(name)
        return None if document is None or document.sha256 in self.contents else _at(document, name)

    def _hiding(self, name: str) -> LedgerDocument | None:
        """The folder above a name that could not be looked into."""
        above = (self.by_name[folder] for folder in folders_above(name) if folder in self.by_name)
        return next((document for document in above if not document.sha256), None)


def present_of(places: Mapping[str, Place], documents: Sequence[LedgerDocument]) -> Present:
    """A folder tonight, from what was known of its places and what is in it, each content once."""
    names: dict[str, list[str]] = defaultdict(list)
    for name, place in places.items():
        if place.owner:
            names[place.owner].append(name)
    return Present(
        {document.sha256: document for document in documents if document.sha256},
        {storable(name): document for document in documents for name in document.paths},
        places,
        names,
        frozenset(place.content for place in places.values() if place.content),
    )


def _at(document: LedgerDocument, name: str | None = None) -> Heir:
    """A document at a name where it lies, or else at the first one; one of unknown content at the name it hides."""
    paths = [storable(path) for path in document.paths]
    return Heir(name if name is not None and (name in paths or not document.sha256) else paths[0], document)
