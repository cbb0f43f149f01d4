"""Gathers what the measurements found and prints it as tables when they are done."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from tests.bench.measure import Timing, timing_table


@dataclass(slots=True)
class Measured:
    """Results of one run, in the order in which they came."""

    timings: list[Timing] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


_KEY = pytest.StashKey[Measured]()


@pytest.fixture(scope="session")
def measured(pytestconfig: pytest.Config) -> Measured:
    return pytestconfig.stash.setdefault(_KEY, Measured())


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    found = config.stash.get(_KEY, None)
    if found is None:
        return
    terminalreporter.section("measured")
    for line in [*(timing_table(found.timings) if found.timings else []), *found.notes]:
        terminalreporter.write_line(line)
