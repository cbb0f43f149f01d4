"""Random nights over a folder: the findings are those of a plain model, and equal in both databases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.ledger import FindingDiff, Ledger, LedgerDocument, open_ledger
from pipeline.ledger.compare import compare_findings
from pipeline.ledger.places import Place, places_after
from pipeline.ledger.tables import finding as finding_table
from pipeline.ledger.tables import path as path_table
from pipeline.ledger.tables import tally as tally_table
from pipeline.ledger.text import text_key
from schemas.batch import FindingLine, FindingState
from schemas.result import Tally
from tests.ledger.ledger_values import X, Y, Z, finding, night, rows
from tests.postgres_server import Server

NAMES = ("a.pdf", "b.pdf", "sub/c.pdf")
FOLDERS = count(1)


@dataclass(frozen=True, slots=True)
class Said:
    """A finding: its words, the page they stand on, and the other content that it names, "" for none."""

    word: str
    page: int
    other: str

    def key(self, sha256: str) -> str:
        return f"{sha256[:2]}-{self.word}-{self.page}-{self.other[:2]}"


@dataclass(frozen=True, slots=True)
class Content:
    """What a document says in one night; None when it failed."""

    said: frozenset[Said] | None


@dataclass(frozen=True, slots=True)
class Night:
    """What lies where (a hash, "" for unreadable), and what the documents say."""

    places: dict[str, str]
    contents: dict[str, Content]

    def read(self, sha256: str) -> bool:
        return sha256 in self.places.values() and bool(sha256) and self.contents[sha256].said is not None

    def said(self, sha256: str) -> list[Said]:
        """What a document says; of other documents only where they could be read too."""
        said = self.contents[sha256].said if self.read(sha256) else None
        found = [item for item in said or () if not item.other or (item.other != sha256 and self.read(item.other))]
        return sorted(found, key=lambda item: item.key(sha256))

    def documents(self) -> tuple[LedgerDocument, ...]:
        names: dict[str, list[str]] = {}
        for name in sorted(self.places):
            names.setdefault(self.places[name] or name, []).append(name)
        return tuple(self._document(key, tuple(paths)) for key, paths in names.items())

    def _document(self, key: str, paths: tuple[str, ...]) -> LedgerDocument:
        sha256 = key if key in self.contents else ""
        said = self.said(sha256) if sha256 else []
        return LedgerDocument(
            sha256=sha256,
            paths=paths,
            status="ok" if self.read(sha256) else "failed",
            verified=self.read(sha256),
            findings=tuple(replace(finding(key, item.word, item.page), finding_id=item.key(key)) for item in said),
            others={item.key(key): (item.other,) for item in said if item.other},
            tally={"HIT001": Tally(finding=len(said)), "KON001": Tally()} if self.read(sha256) else {},
        )


def possible(places: dict[str, str]) -> dict[str, str]:
    """Places as a folder may have them: a folder that cannot be listed has no content; below `sub` nothing is seen."""
    unlisted = {name for name in ("sub", ".") if name in places}
    seen = {name: sha256 for name, sha256 in places.items() if "sub" not in unlisted or not name.startswith("sub")}
    return seen | dict.fromkeys(unlisted, "")


SAID = st.builds(Said, st.sampled_from("pq"), st.integers(1, 3), st.sampled_from(["", "", X, Y, Z]))
CONTENT = st.builds(Content, st.none() | st.frozensets(SAID, max_size=4))
NIGHT = st.builds(
    Night,
    st.dictionaries(st.sampled_from((*NAMES, "sub", ".")), st.sampled_from([X, Y, Z, ""]), max_size=5).map(possible),
    st.fixed_dictionaries({X: CONTENT, Y: CONTENT, Z: CONTENT}),
)
HISTORY = st.lists(NIGHT, min_size=1, max_size=6)


@dataclass
class Row:
    """A finding of the model: who says what, since when; `sha256` is the edition where it is looked for."""

    key: str
    sha256: str
    said: Said
    others: list[str]
    path: str
    first: int
    last: int
    state: str


@dataclass
class Taker:
    """A document, and the name under which it is looked for the next time."""

    name: str
    sha256: str
    read: bool


@dataclass
class Model:
    """The rules in their plainest form: every row looks through the whole folder by itself.

    Attributes:
        content: what lies, or lay last, under each name, "" for unknown.
        owner: whose findings each name stands for, "" for nobody's.
    """

    rows: list[Row] = field(default_factory=list)
    content: dict[str, str] = field(default_factory=dict)
    owner: dict[str, str] = field(default_factory=dict)
    number: int = 0

    def play(self, tonight: Night) -> None:
        self.number += 1
        fresh = {
            item.key(sha256): (sha256, item) for sha256 in sorted(set(tonight.places.values()) - {""})
            for item in tonight.said(sha256)
        }  # fmt: skip
        alive = [row for row in self.rows if row.state != "fixed"]
        rest = [row for row in alive if not self.known_again(row, row.key, fresh, tonight)]
        order = sorted(rest, key=lambda row: (row.state == "gone", row.key))
        rest = [row for row in order if not self.carried_over(row, tonight, fresh)]
        for row in rest:
            self.left_over(row, tonight)
        for key, (sha256, said) in fresh.items():
            self.clear(key)
            others = [said.other] if said.other else []
            path = first_name(sha256, tonight)
            self.rows.append(Row(key, sha256, said, others, path, self.number, self.number, "new"))
        self.remember(tonight)

    def known_again(self, row: Row, key: str, fresh: dict[str, tuple[str, Said]], tonight: Night) -> bool:
        if key not in fresh:
            return False
        row.key = key
        row.sha256, row.said = fresh.pop(key)
        row.others = [row.said.other] if row.said.other else []
        row.path = first_name(row.sha256, tonight)
        row.last, row.state = self.number, "open"
        return True

    def takers(self, sha256: str, names: set[str], tonight: Night) -> list[Taker]:
        """Where a document is tonight, or what took its places."""
        if sha256 in tonight.places.values():
            return [Taker(first_name(sha256, tonight), sha256, tonight.read(sha256))]
        names |= {name for name, owner in self.owner.items() if owner == sha256}
        found: dict[str, Taker] = {}
        for name in sorted(names):
            waited = self.content.get(name, "")
            above = [folder for folder in ("sub", ".") if folder in tonight.places]
            hidden = [folder for folder in above if folder == "." or name.startswith("sub/")]
            if waited and waited in tonight.places.values():
                there = name if tonight.places.get(name) == waited else first_name(waited, tonight)
                found.setdefault(waited, Taker(there, waited, tonight.read(waited)))
            elif tonight.places.get(name):
                new = tonight.places[name]
                if new not in self.content.values():
                    found.setdefault(new, Taker(name, new, tonight.read(new)))
            elif name in tonight.places or hidden:
                found.setdefault(name if name in tonight.places else hidden[0], Taker(name, "", False))
        return list(found.values())

    def own(self, row: Row, tonight: Night) -> list[Taker]:
        return self.takers(row.sha256, set() if self.owner.get(row.path) else {row.path}, tonight)

    def carried_over(self, row: Row, tonight: Night, fresh: dict[str, tuple[str, Said]]) -> bool:
        for taker in self.own(row, tonight):
            for key in sorted(fresh):
                if (fresh[key][0], fresh[key][1].word) == (taker.sha256, row.said.word):
                    self.clear(key)
                    return self.known_again(row, key, fresh, tonight)
        return False

    def clear(self, key: str) -> None:
        """A fixed row gives its id to the one that continues it."""
        self.rows = [row for row in self.rows if row.state != "fixed" or row.key != key]

    def left_over(self, row: Row, tonight: Night) -> None:
        own = self.own(row, tonight)
        others = [self.takers(other, set(), tonight) for other in row.others]
        unread = [taker for taker in (*own, *(taker for found in others for taker in found)) if not taker.read]
        missing = not own or [] in others
        if own and not missing and not unread:
            row.state = "fixed"
            return
        if row.state == "gone":
            back = not missing and unread[0].sha256 in (row.sha256, *row.others)
            row.state = "open" if back else "gone"
        else:
            row.state = "gone" if not own or not unread else "open"
        if own:
            row.path = next((taker for taker in own if not taker.read), own[0]).name
        row.sha256 = edition(row.sha256, own)
        row.others = [edition(other, found) for other, found in zip(row.others, others, strict=True)]

    def remember(self, tonight: Night) -> None:
        content, owner = dict(self.content), dict(self.owner)
        for name in self.content:
            below = name.startswith("sub/") and "sub" in tonight.places
            if name not in tonight.places and not below and "." not in tonight.places:
                del content[name], owner[name]
        for name, sha256 in tonight.places.items():
            content.setdefault(name, "")
            owner.setdefault(name, "")
            if not sha256:
                continue
            whence = sorted(other for other, before in self.content.items() if before == sha256)
            content[name] = sha256
            if tonight.read(sha256):
                owner[name] = sha256
            elif whence and name not in whence:
                owner[name] = self.owner[whence[0]] or sha256
        self.content, self.owner = content, owner

    def told(self) -> Counter[tuple[str, ...]]:
        return Counter(
            (row.key, row.sha256, *row.others, row.path, row.state, f"{row.first:02}", f"{row.last:02}")
            for row in self.rows
        )


def first_name(sha256: str, tonight: Night) -> str:
    return min(name for name, other in tonight.places.items() if other == sha256)


def edition(sha256: str, takers: list[Taker]) -> str:
    return takers[0].sha256 if takers and all(taker.read for taker in takers) else sha256


def told(lines: tuple[FindingLine, ...]) -> Counter[tuple[str, ...]]:
    return Counter(
        (
            line.finding_id, line.sha256, *line.others, line.path, line.state.value, line.first_seen[-2:],
            line.last_seen[-2:],
        )
        for line in lines
    )  # fmt: skip


class Kept:
    """The comparison with rows in memory."""

    def __init__(self) -> None:
        self.rows: dict[str, FindingLine] = {}
        self.places: dict[str, Place] = {}
        self.number = 0

    def play(self, tonight: Night) -> FindingDiff:
        self.number += 1
        known = [row for row in self.rows.values() if row.state is not FindingState.FIXED]
        found = compare_findings(f"r-{self.number:02}", known, self.places, tonight.documents())
        lines = (*found.diff.new, *found.diff.open, *found.diff.fixed, *found.diff.gone, *found.followed)
        left = {name: row for name, row in self.rows.items() if name not in found.replaced}
        self.rows = left | {line.finding_id: line for line in lines}
        read = {sha256 for sha256 in (X, Y, Z) if tonight.read(sha256)}
        self.places = places_after(self.places, tonight.places, read)
        return found.diff


@settings(deadline=None, max_examples=400)
@given(HISTORY)
def test_findings_are_those_of_the_plain_model(history: list[Night]) -> None:
    model, kept = Model(), Kept()
    for tonight in history:
        model.play(tonight)
        kept.play(tonight)
        assert told(tuple(kept.rows.values())) == model.told()


@settings(deadline=None, max_examples=200)
@given(HISTORY)
def test_every_finding_of_tonight_stands_once_and_no_row_is_lost(history: list[Night]) -> None:
    kept = Kept()
    for tonight in history:
        standing = {name for name, row in kept.rows.items() if row.state in (FindingState.NEW, FindingState.OPEN)}
        diff = kept.play(tonight)
        said = sorted(item.finding_id for document in tonight.documents() for item in document.findings)
        seen = [line for line in (*diff.new, *diff.open) if line.last_seen == f"r-{kept.number:02}"]
        assert sorted(line.finding_id for line in seen) == said
        assert {line.first_seen for line in diff.new} <= {f"r-{kept.number:02}"}
        assert all(line.first_seen < f"r-{kept.number:02}" for line in (*diff.open, *diff.fixed, *diff.gone))
        assert len(diff.open) + len(diff.fixed) + len(diff.gone) >= len(standing)


@pytest.fixture(scope="module")
def both(postgres_server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    postgres_server.run("CREATE DATABASE uji_sifat")
    yield f"sqlite:///{tmp_path_factory.mktemp('sifat') / 'capaian.sqlite'}", postgres_server.url("uji_sifat")
    postgres_server.run("DROP DATABASE uji_sifat WITH (FORCE)")


def kept_of(address: str, folder: str) -> list[list[dict[str, object]]]:
    tables = (finding_table, path_table, tally_table)
    return [[row for row in rows(address, table) if row["folder_key"] == text_key(folder)] for table in tables]


@settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(history=HISTORY)
def test_both_databases_keep_the_same(both: tuple[str, str], history: list[Night]) -> None:
    folder = f"/data/{next(FOLDERS)}"
    kept = Kept()
    for tonight in history:
        kept.play(tonight)
    expected = sorted(kept.rows.values(), key=lambda line: line.finding_id)
    for address in both:
        with open_ledger(address) as ledger:
            play(ledger, folder, history)
            found = sorted(ledger.findings(folder), key=lambda line: line.finding_id)
        assert told(tuple(found)) == told(tuple(expected))
    assert kept_of(both[0], folder) == kept_of(both[1], folder)


def play(ledger: Ledger, folder: str, history: list[Night]) -> None:
    for number, tonight in enumerate(history, start=1):
        night(ledger, f"{folder}-{number:02}", *tonight.documents(), folder=folder)
