"""Exit codes and the errors that carry them: what happened, where, what to do."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """Exit codes of the command `capaian`."""

    OK = 0
    FINDINGS = 1
    USAGE = 2
    PARTIAL = 3
    NOTHING_READ = 4
    OUTPUT_FAILED = 5
    INTERNAL = 6
    INTERRUPTED = 130


class CapaianError(Exception):
    """Base of all errors of ours.

    Attributes:
        exit_code: what the command returns when this error ends it.
        kind: slug for `problems[].kind`.
        stage: stage for `problems[].stage`.
    """

    exit_code: ExitCode = ExitCode.INTERNAL
    kind: str = "internal"
    stage: str = "run"


class UsageError(CapaianError):
    """The command line or configuration cannot be followed."""

    exit_code = ExitCode.USAGE
    kind = "usage"
    stage = "cli"


class KamusError(CapaianError):
    """A file of the kamus, or of decisions about names, that cannot be followed: file, line, column, remedy."""

    exit_code = ExitCode.USAGE
    kind = "kamus"
    stage = "cli"


class IntakeError(CapaianError):
    """A file that cannot be taken in; `kind` says why (empty, wrong-type, unreadable, still-written …)."""

    exit_code = ExitCode.NOTHING_READ
    stage = "intake"

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(message)
        self.kind = kind


class ReadError(CapaianError):
    """A file of the right type that its reader cannot read; `kind` says why (encrypted, damaged, no-text …)."""

    exit_code = ExitCode.NOTHING_READ
    stage = "read"

    def __init__(self, kind: str, message: str, page: int | None = None) -> None:
        super().__init__(message)
        self.kind = kind
        self.page = page


class OutputError(CapaianError):
    """The run folder cannot be written."""

    exit_code = ExitCode.OUTPUT_FAILED
    kind = "output"
    stage = "write"
