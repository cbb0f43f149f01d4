"""The findings of a folder over several runs, kept in memory instead of a database."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.ledger import LedgerDocument
from pipeline.ledger.compare import Comparison, compare_findings
from pipeline.ledger.places import Place, places_after
from schemas.batch import FindingLine, FindingState
from tests.ledger.ledger_values import words_of


class History:
    """The findings of a folder over several runs, kept in memory."""

    def __init__(self) -> None:
        self.rows: dict[str, FindingLine] = {}
        self.places: dict[str, Place] = {}
        self.run = 0

    def night(self, *documents: LedgerDocument) -> Comparison:
        self.run += 1
        known = [row for row in self.rows.values() if row.state is not FindingState.FIXED]
        found = compare_findings(f"r{self.run}", known, self.places, documents)
        diff = found.diff
        for name in found.replaced:
            del self.rows[name]
        lines = (*diff.new, *diff.open, *diff.fixed, *diff.gone, *found.followed)
        self.rows |= {line.finding_id: line for line in lines}
        files = {name: item.sha256 for item in documents for name in item.paths}
        self.places = places_after(self.places, files, {item.sha256 for item in documents if item.verified})
        return found

    def says(self, *documents: LedgerDocument) -> Mapping[str, list[str]]:
        return words_of(self.night(*documents).diff)

    def states(self) -> dict[str, str]:
        return {name: row.state.value for name, row in self.rows.items()}

    def first(self, name: str) -> str:
        return self.rows[name].first_seen
