"""What was done with which document: a database that outlives the nights, SQLite or PostgreSQL."""

from pipeline.ledger.errors import LedgerError
from pipeline.ledger.ledger import Ledger, open_ledger
from pipeline.ledger.values import (
    AttemptRow,
    FindingDiff,
    KnownFile,
    LedgerDocument,
    RunFinish,
    RunRow,
    RunStart,
    RunState,
)

__all__ = [
    "AttemptRow",
    "FindingDiff",
    "KnownFile",
    "Ledger",
    "LedgerDocument",
    "LedgerError",
    "RunFinish",
    "RunRow",
    "RunStart",
    "RunState",
    "open_ledger",
]
