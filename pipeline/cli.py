"""The command `capaian`: arguments in, exit code out; the one place where errors become exit codes."""

from __future__ import annotations

import argparse
import contextlib
import logging
import os
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from pipeline.choices import NEVER, nearest
from pipeline.cli_parser import COMMANDS, make_parser, with_help
from pipeline.exit_status import exit_code
from schemas.config import AuditConfig
from schemas.errors import CapaianError, ExitCode, UsageError
from schemas.finding import Severity
from schemas.result import RunResult

if TYPE_CHECKING:
    from pipeline.checks.base import Check
    from pipeline.checks.base_tautan import CheckTautan
    from pipeline.intake import Found
    from pipeline.run_all import Progress
    from pipeline.writers.run_folder import RunFolder

OUTPUT = Path("output")


def main(argv: Sequence[str] | None = None) -> int:
    """Runs a command.

    Returns:
        The exit code; errors are told on stderr.
    """
    _open_missing_streams()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    with contextlib.ExitStack() as command:
        if "--json-log" in (sys.argv[1:] if argv is None else argv):
            from pipeline.json_log import json_lines

            command.enter_context(json_lines())
        return int(_answer(argv, command))


def _open_missing_streams() -> None:
    """Gives the program streams that lead nowhere in place of closed ones: a night is not lost for its report."""
    if sys.stdout is None:
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - open as long as the program
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - likewise


def _answer(argv: Sequence[str] | None, command: contextlib.ExitStack) -> ExitCode:
    """Runs a command inside `command` and turns its errors into an exit code."""
    try:
        with contextlib.suppress(ValueError):  # outside the main thread no handler can be set
            signal.signal(signal.SIGTERM, signal.default_int_handler)
        code = _run_command(argv, command)
        sys.stdout.flush()
    except KeyboardInterrupt as stop:
        _go_on_stopping()
        code = _say(ExitCode.INTERRUPTED, str(stop) or "dihentikan; tidak ada hasil yang ditulis.")
    except BrokenPipeError:
        code = _close_pipe()
    except CapaianError as error:
        code = _say(error.exit_code, str(error))
    except Exception as error:
        from pipeline.audit import last_frame

        code = _say(
            ExitCode.INTERNAL,
            f"kesalahan dalam program: {type(error).__name__}: {error} ({last_frame(error)})",
        )
    return code


def _go_on_stopping() -> None:
    """Passes over all further Ctrl-C: the command ends already, and has to say so.

    What a library finds half closed after it was stopped in the middle of a page is not told.
    """
    sys.unraisablehook = _pass_over
    with contextlib.suppress(ValueError):
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_IGN)


def _pass_over(_: object) -> None:
    """Nothing is to be said."""


def _say(code: ExitCode, message: str) -> ExitCode:
    """Tells an error on stderr, as JSON where that is asked for."""
    from pipeline.json_log import is_on, without_passwords
    from pipeline.terminal.lines import printable

    if is_on():
        trace = code is ExitCode.INTERNAL
        logging.getLogger("pipeline.cli").error("%s", message, exc_info=trace, extra={"exit_code": int(code)})
    else:
        try:
            print(f"capaian: {printable(without_passwords(message))}", file=sys.stderr)
        except OSError:  # its reader went away, or it is a file on a full disk: the exit code still tells
            _mute(sys.stderr)
    return code


def _close_pipe() -> ExitCode:
    """The reader of stdout went away (`| head`): nothing is wrong, and the last flush must not complain."""
    _mute(sys.stdout)
    return ExitCode.OK


def _mute(stream: TextIO) -> None:
    """Has a stream that cannot be written lead nowhere, also what it still holds."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _run_command(argv: Sequence[str] | None, command: contextlib.ExitStack) -> ExitCode:
    arguments = make_parser().parse_args(argv)
    if arguments.version:
        return _version()
    if arguments.command == "audit":
        return _audit(arguments)
    if arguments.command == "extract":
        return _extract(arguments)
    if arguments.command == "migrate":
        return _migrate(arguments)
    if arguments.command == "batch":
        return _batch(arguments, command)
    if arguments.command == "explain":
        return _explain(arguments.kode)
    if arguments.command == "checks":
        return _checks()
    raise UsageError(with_help(f"perintah belum diberikan; pilih: {', '.join(COMMANDS)}", "capaian"))


def _version() -> ExitCode:
    from pipeline.identity import tool_name

    print(tool_name())
    return ExitCode.OK


def _audit(arguments: argparse.Namespace) -> ExitCode:
    from pipeline.run import audit_found
    from pipeline.terminal.audit import print_summary
    from pipeline.writers.run_folder import RunFolder

    fail_on: Severity | None = None if arguments.fail_on == NEVER else Severity(arguments.fail_on)
    config = AuditConfig(
        fail_on=fail_on or Severity.ERROR, formats=arguments.format, kamus=arguments.kamus, nama=arguments.nama
    )
    folder = RunFolder(out=arguments.out, parent=OUTPUT, formats=config.formats)
    run, failure = _produce(
        arguments.path, folder, lambda found, step: audit_found(found, config, step, folder.add), print_summary
    )
    return exit_code(run, fail_on) if failure is None else failure


def _extract(arguments: argparse.Namespace) -> ExitCode:
    from pipeline.run import extract_found
    from pipeline.terminal.audit import print_extract
    from pipeline.writers import EXTRACT_WRITERS
    from pipeline.writers.run_folder import RunFolder

    config = AuditConfig(kamus=arguments.kamus, nama=arguments.nama)
    folder = RunFolder(out=arguments.out, parent=OUTPUT, formats=config.formats, writers=EXTRACT_WRITERS)
    run, failure = _produce(
        arguments.path, folder, lambda found, step: extract_found(found, config, step, folder.add), print_extract
    )
    return exit_code(run, None) if failure is None else failure


def _migrate(arguments: argparse.Namespace) -> ExitCode:
    from pipeline.migrasi.diterima import read_accepted
    from pipeline.migrasi.ringkasan import holds_records, unused
    from pipeline.run import migrate_found
    from pipeline.terminal.migrasi import print_migrate
    from pipeline.writers import MIGRATE_WRITERS, SQLITE
    from pipeline.writers.keputusan_sqlite import Muatan, loaded, prove_database
    from pipeline.writers.run_folder import RunFolder

    config = AuditConfig()
    accepted = read_accepted(arguments.diterima) if arguments.diterima else {}
    database: Path | None = arguments.db
    if database is not None:
        _refuse_inside(database, arguments.out)
        prove_database(database)
    formats = config.formats if database else (*config.formats, SQLITE)
    folder = RunFolder(out=arguments.out, parent=OUTPUT, formats=formats, writers=MIGRATE_WRITERS)
    muatan: list[tuple[Path, Muatan]] = []

    def finish(run: RunResult) -> Path:
        if database is None:
            return folder.finish(run)
        with loaded(run, database) as counts:
            target = folder.finish(run)
        muatan.append((database, counts))
        return target

    def show(run: RunResult, target: Path | None) -> None:
        print_migrate(run, target, loaded=next(iter(muatan), None), unused=unused(accepted, run))

    run, failure = _produce(
        arguments.path,
        folder,
        lambda found, step: migrate_found(found, config, step, folder.add, accepted),
        show,
        finish,
    )
    if failure is not None:
        return failure
    return exit_code(run, None) if any(map(holds_records, run.documents)) else ExitCode.NOTHING_READ


def _batch(arguments: argparse.Namespace, command: contextlib.ExitStack) -> ExitCode:
    from pipeline.cli_batch import run_night

    code, show = run_night(arguments, command)
    _show(show)
    return code


def _refuse_inside(database: Path, out: Path | None) -> None:
    """A run folder is replaced as a whole; a database inside it would be lost.

    Raises:
        UsageError: when the database lies in the folder of the results.
    """
    if out is not None and database.resolve().is_relative_to(out.resolve()):
        raise UsageError(f"--db {database} berada di dalam --out {out}; taruh basis data di luar folder hasil.")


def _produce(
    paths: Sequence[str],
    folder: RunFolder,
    process: Callable[[Found, Callable[[Progress], None] | None], RunResult],
    show: Callable[[RunResult, Path | None], None],
    finish: Callable[[RunResult], Path] | None = None,
) -> tuple[RunResult, ExitCode | None]:
    """Reads what the paths lead to, fills the run folder and prints the summary.

    Args:
        paths: files and folders.
        folder: the run folder.
        process: reads what was found.
        show: prints the summary.
        finish: puts the folder in its place, `folder.finish` unless given.

    Returns:
        The run, and the exit code when its folder could not be written.
    """
    failure: CapaianError | None = None
    target: Path | None = None
    with folder:
        from pipeline.intake import find_documents
        from pipeline.progress import progress_bar

        found = find_documents(paths)
        if found.ignored:
            print(
                f"capaian: {found.ignored} berkas lain di dalam folder tidak dibaca (bukan .pdf atau .docx).",
                file=sys.stderr,
            )
        with progress_bar() as on_progress:
            run = process(found, on_progress)
        try:
            target = (finish or folder.finish)(run)
        except CapaianError as error:
            failure = error
    _show(lambda: show(run, target))
    return run, _say(failure.exit_code, str(failure)) if failure else None


def _show(show: Callable[[], None]) -> None:
    """Prints a summary; a stdout that takes nothing any more changes nothing in what the run means."""
    try:
        show()
        sys.stdout.flush()
    except BrokenPipeError:
        _close_pipe()
    except OSError as error:
        _say(ExitCode.OK, f"ringkasan tidak dapat dicetak ({error.strerror or error}); hasilnya sendiri lengkap.")
        _close_pipe()


def _explain(kode: str) -> ExitCode:
    check = _check_of(kode)
    print(f"{check.code} {check.name} ({check.severity})\n")
    print(check.doc.strip())
    return ExitCode.OK


def _checks() -> ExitCode:
    from pipeline.checks import ALL_CHECKS

    for check in ALL_CHECKS:
        print(f"{check.code}  {check.severity:<12}  {check.name}")
    return ExitCode.OK


def _check_of(kode: str) -> Check | CheckTautan:
    from pipeline.checks import ALL_CHECKS

    known = {check.code: check for check in ALL_CHECKS}
    for check in ALL_CHECKS:
        known.setdefault(check.name.upper(), check)
    if kode.upper() in known:
        return known[kode.upper()]
    near = nearest(kode.upper(), known) or "."
    raise UsageError(f"kode tidak dikenal: {kode}{near} Daftar: capaian checks")


if __name__ == "__main__":
    raise SystemExit(main())
