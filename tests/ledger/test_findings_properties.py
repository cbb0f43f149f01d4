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
class Content:
    """What a document says in one night: words with the page they stand on; None when it failed."""

    words: tuple[tuple[str, int], ...] | None


@dataclass(frozen=True, slots=True)
class Night:
    """What lies where (a hash, "" for unreadable), and what the documents say."""

    places: dict[str, str]
    contents: dict[str, Content]

    def documents(self) -> tuple[LedgerDocument, ...]:
        names: dict[str, list[str]] = {}
        for name in sorted(self.places):
            names.setdefault(self.places[name] or name, []).append(name)
        return tuple(self._document(key, tuple(paths)) for key, paths in names.items())

    def _document(self, key: str, paths: tuple[str, ...]) -> LedgerDocument:
        said = self.contents[key].words if key in self.contents else None
        found = [] if said is None else [
            replace(finding(key, word, page), finding_id=f"{key[:2]}-{word}-{page}") for word, page in sorted(set(said))
        ]  # fmt: skip
        return LedgerDocument(
            sha256=key if key in self.contents else "",
            paths=paths,
            status="failed" if said is None else "ok",
            verified=said is not None,
            findings=tuple(found),
            tally={} if said is None else {"HIT001": Tally(finding=len(found)), "KON001": Tally()},
        )


def possible(places: dict[str, str]) -> dict[str, str]:
    """Places as a folder may have them: where `sub` cannot be looked into, nothing below it is seen."""
    if "sub" not in places:
        return places
    return {name: sha256 for name, sha256 in places.items() if not name.startswith("sub")} | {"sub": ""}


CONTENT = st.builds(
    Content, st.none() | st.lists(st.tuples(st.sampled_from("pq"), st.integers(1, 3)), max_size=4).map(tuple)
)
NIGHT = st.builds(
    Night,
    st.dictionaries(st.sampled_from((*NAMES, "sub")), st.sampled_from([X, Y, Z, ""]), max_size=4).map(possible),
    st.fixed_dictionaries({X: CONTENT, Y: CONTENT, Z: CONTENT}),
)
HISTORY = st.lists(NIGHT, min_size=1, max_size=6)


@dataclass
class Row:
    """A finding of the model: who says what, since when."""

    sha256: str
    word: str
    page: int
    path: str
    first: int
    last: int
    state: str


@dataclass
class Model:
    """The rules in their plainest form: every row looks through the whole folder by itself."""

    rows: list[Row] = field(default_factory=list)
    before: dict[str, str] = field(default_factory=dict)
    number: int = 0

    def play(self, tonight: Night) -> None:
        self.number += 1
        fresh = {
            (sha256, word, page): min(name for name, other in tonight.places.items() if other == sha256)
            for sha256 in set(tonight.places.values()) - {""}
            for word, page in tonight.contents[sha256].words or ()
        }
        alive = [row for row in self.rows if row.state != "fixed"]
        rest = [row for row in alive if not self.known_again(row, (row.sha256, row.word, row.page), fresh)]
        order = sorted(rest, key=lambda row: (row.state == "gone", f"{row.sha256[:2]}-{row.word}-{row.page}"))
        rest = [row for row in order if not self.carried_over(row, tonight, fresh)]
        for row in rest:
            self.left_over(row, tonight)
        for (sha256, word, page), path in fresh.items():
            self.clear((sha256, word, page))
            self.rows.append(Row(sha256, word, page, path, self.number, self.number, "new"))
        self.before = {name: sha256 or self.before.get(name, "") for name, sha256 in tonight.places.items()}

    def known_again(self, row: Row, key: tuple[str, str, int], fresh: dict[tuple[str, str, int], str]) -> bool:
        if key not in fresh:
            return False
        row.path = fresh.pop(key)
        row.sha256, row.word, row.page = key
        row.last, row.state = self.number, "open"
        return True

    def takers(self, row: Row, tonight: Night) -> list[str]:
        """Names under which the document of a row, or what took its place, is tonight."""
        own = sorted(name for name, sha256 in tonight.places.items() if sha256 == row.sha256)
        if own:
            return own
        wanted = {row.path} | {name for name, sha256 in self.before.items() if sha256 == row.sha256}
        return [
            name if name in tonight.places else "sub"
            for name in sorted(wanted)
            if name in tonight.places or (name.startswith("sub/") and "sub" in tonight.places)
        ]

    def carried_over(self, row: Row, tonight: Night, fresh: dict[tuple[str, str, int], str]) -> bool:
        for name in self.takers(row, tonight):
            for key in sorted(fresh, key=lambda key: key[2]):
                if key[:2] == (tonight.places[name], row.word):
                    self.clear(key)
                    return self.known_again(row, key, fresh)
        return False

    def clear(self, key: tuple[str, str, int]) -> None:
        """A fixed row gives its id to the one that continues it."""
        self.rows = [row for row in self.rows if row.state != "fixed" or (row.sha256, row.word, row.page) != key]

    def left_over(self, row: Row, tonight: Night) -> None:
        takers = self.takers(row, tonight)
        unread = [
            name for name in takers
            if not tonight.places[name] or tonight.contents[tonight.places[name]].words is None
        ]  # fmt: skip
        if not takers:
            row.state = "gone"
        elif not unread:
            row.state = "fixed"
        elif row.state != "gone" or tonight.places[unread[0]] == row.sha256:
            row.state = "open"
            sha256 = tonight.places[unread[0]]
            if sha256:
                row.path = min(name for name, other in tonight.places.items() if other == sha256)

    def told(self) -> Counter[tuple[str, ...]]:
        return Counter(
            (row.sha256, row.word, str(row.page), row.path, row.state, f"{row.first:02}", f"{row.last:02}")
            for row in self.rows
        )


def told(lines: tuple[FindingLine, ...]) -> Counter[tuple[str, ...]]:
    return Counter(
        (
            line.sha256, line.finding_id.split("-")[1], str(line.page), line.path, line.state.value,
            line.first_seen[-2:], line.last_seen[-2:],
        )
        for line in lines
    )  # fmt: skip


class Kept:
    """The comparison with rows in memory."""

    def __init__(self) -> None:
        self.rows: dict[str, FindingLine] = {}
        self.places: dict[str, str] = {}
        self.number = 0

    def play(self, tonight: Night) -> FindingDiff:
        self.number += 1
        known = [row for row in self.rows.values() if row.state is not FindingState.FIXED]
        found = compare_findings(f"r-{self.number:02}", known, self.places, tonight.documents())
        lines = (*found.diff.new, *found.diff.open, *found.diff.fixed, *found.diff.gone)
        left = {name: row for name, row in self.rows.items() if name not in found.replaced}
        self.rows = left | {line.finding_id: line for line in lines}
        self.places = {name: sha256 or self.places.get(name, "") for name, sha256 in tonight.places.items()}
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
