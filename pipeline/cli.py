"""The command `capaian`: arguments in, exit code out; the one place where errors become exit codes."""

from __future__ import annotations

import argparse
import contextlib
import difflib
import os
import re
import signal
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from schemas.config import FORMATS, AuditConfig
from schemas.errors import CapaianError, ExitCode, UsageError
from schemas.finding import SEVERITIES, Severity
from schemas.result import DocumentResult, RunResult, Status

if TYPE_CHECKING:
    from pipeline.checks.base import Check

NEVER = "never"
BROKEN_STAGES = frozenset({"check", "interpret", "extract", "write"})
BROKEN_KINDS = frozenset({"page-unreadable", "part-damaged"})
OUTPUT = Path("output")
COMMANDS = ("audit", "explain", "checks")

_EXIT_CODES = """kode keluar:
  0  semua terbaca, tidak ada temuan setingkat --fail-on atau lebih berat
  1  ada temuan setingkat --fail-on atau lebih berat
  2  perintah atau opsi salah
  3  sebagian: ada dokumen yang gagal atau pemeriksaan yang terhenti; sisanya ditulis
  4  tidak ada yang dapat dibaca
  5  hasil tidak dapat ditulis
  6  kesalahan dalam program
130  dihentikan
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Runs a command.

    Returns:
        The exit code; errors are told on stderr.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        with contextlib.suppress(ValueError):  # outside the main thread no handler can be set
            signal.signal(signal.SIGTERM, signal.default_int_handler)
        code = _run_command(argv)
        sys.stdout.flush()
    except KeyboardInterrupt:
        code = _say(ExitCode.INTERRUPTED, "dihentikan; tidak ada hasil yang ditulis.")
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
    return int(code)


def _say(code: ExitCode, message: str) -> ExitCode:
    from pipeline.terminal import printable

    print(f"capaian: {printable(message)}", file=sys.stderr)
    return code


def _close_pipe() -> ExitCode:
    """The reader of stdout went away (`| head`): nothing is wrong, and the last flush must not complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return ExitCode.OK


def _run_command(argv: Sequence[str] | None) -> ExitCode:
    arguments = _parser().parse_args(argv)
    if arguments.version:
        return _version()
    if arguments.command == "audit":
        return _audit(arguments)
    if arguments.command == "explain":
        return _explain(arguments.kode)
    if arguments.command == "checks":
        return _checks()
    raise UsageError(_with_help(f"perintah belum diberikan; pilih: {', '.join(COMMANDS)}", "capaian"))


def _version() -> ExitCode:
    from pipeline.run import tool_name

    print(tool_name())
    return ExitCode.OK


def _audit(arguments: argparse.Namespace) -> ExitCode:
    from pipeline.intake import find_documents
    from pipeline.progress import progress_bar
    from pipeline.run import audit_found
    from pipeline.terminal import print_summary
    from pipeline.writers.run_folder import RunFolder

    fail_on: Severity | None = None if arguments.fail_on == NEVER else Severity(arguments.fail_on)
    config = AuditConfig(fail_on=fail_on or Severity.ERROR, formats=arguments.format)
    failure: CapaianError | None = None
    target: Path | None = None
    with RunFolder(out=arguments.out, parent=OUTPUT, formats=config.formats) as folder:
        found = find_documents(arguments.path)
        if found.ignored:
            print(
                f"capaian: {found.ignored} berkas lain di dalam folder tidak dibaca (bukan .pdf atau .docx).",
                file=sys.stderr,
            )
        with progress_bar() as on_progress:
            run = audit_found(found, config, on_progress, folder.add)
        try:
            target = folder.finish(run)
        except CapaianError as error:
            failure = error
    code = failure.exit_code if failure else exit_code(run, fail_on)
    try:
        print_summary(run, target)
        sys.stdout.flush()
    except BrokenPipeError:
        _close_pipe()
    if failure:
        _say(failure.exit_code, str(failure))
    return code


def exit_code(run: RunResult, fail_on: Severity | None) -> ExitCode:
    """What a finished run means for the caller.

    Args:
        run: the run; without documents nothing was read.
        fail_on: lowest severity that counts, None for none.
    """
    if all(document.status is Status.FAILED for document in run.documents):
        return ExitCode.NOTHING_READ
    if any(_broken(document) for document in run.documents):
        return ExitCode.PARTIAL
    if fail_on is None:
        return ExitCode.OK
    counted = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
    grave = any(finding.severity in counted for document in run.documents for finding in document.findings)
    return ExitCode.FINDINGS if grave else ExitCode.OK


def _broken(document: DocumentResult) -> bool:
    """Whether a document failed or one of our own steps broke on it.

    Pages that are only pictures and documents without a known table make a document `partial` and are told, but they
    are facts about the file: they do not hide whether there are findings.
    """
    return document.status is Status.FAILED or any(
        problem.kind in BROKEN_KINDS or (problem.stage in BROKEN_STAGES and problem.kind != "no-known-table")
        for problem in document.problems
    )


def _explain(kode: str) -> ExitCode:
    check = _check_of(kode)
    print(f"{check.code} {check.name} ({check.severity})\n")
    print(check.doc.strip())
    return ExitCode.OK


def _checks() -> ExitCode:
    from pipeline.checks import CHECKS

    for check in CHECKS:
        print(f"{check.code}  {check.severity:<12}  {check.name}")
    return ExitCode.OK


def _check_of(kode: str) -> Check:
    from pipeline.checks import CHECKS

    known = {check.code: check for check in CHECKS}
    for check in CHECKS:
        known.setdefault(check.name.upper(), check)
    if kode.upper() in known:
        return known[kode.upper()]
    near = _nearest(kode.upper(), known) or "."
    raise UsageError(f"kode tidak dikenal: {kode}{near} Daftar: capaian checks")


def _nearest(word: str, known: Iterable[str]) -> str:
    """`; maksud Anda X?` for the closest known word, blank when none is close."""
    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.5)
    return f"; maksud Anda {close[0]}?" if close else ""


def _severity(text: str) -> str:
    known = (*SEVERITIES, NEVER)
    if text.lower() in known:
        return text.lower()
    raise argparse.ArgumentTypeError(
        f"{text!r} tidak dikenal{_nearest(text.lower(), known)} (pilihan: {', '.join(known)})"
    )


def _formats(text: str) -> tuple[str, ...]:
    names = [name.strip().lower() for name in text.split(",") if name.strip()]
    for name in names:
        if name not in FORMATS:
            raise argparse.ArgumentTypeError(
                f"{name!r} tidak dikenal{_nearest(name, FORMATS)} (pilihan: {', '.join(FORMATS)})"
            )
    if not names:
        raise argparse.ArgumentTypeError(f"kosong (pilihan: {', '.join(FORMATS)})")
    return tuple(name for name in FORMATS if name == "json" or name in names)


def _with_help(message: str, prog: str) -> str:
    return f"{message}{'' if message.endswith('?') else '.'} Bantuan: {prog} --help"


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Help with Indonesian headings."""

    def add_usage(self, usage: str | None, actions: object, groups: object, prefix: str | None = None) -> None:
        """Says `pemakaian:` unless another prefix is asked for (argparse asks for none to name a command)."""
        prefix = "pemakaian: " if prefix is None else prefix
        super().add_usage(usage, actions, groups, prefix)  # type: ignore[arg-type]  # passed through unseen


class _Parser(argparse.ArgumentParser):
    """A parser that raises UsageError in Indonesian and names the nearest known option."""

    def error(self, message: str) -> NoReturn:
        """Raises UsageError."""
        raise UsageError(_with_help(self._indonesian(message), self.prog))

    def _indonesian(self, message: str) -> str:
        if found := re.match(r"unrecognized arguments: (.*)", message):
            words = found[1].split()
            word = next((word for word in words if word.startswith("-")), words[0])
            return f"tidak dikenal: {' '.join(words)}{_nearest(word.split('=')[0], self._known_options())}"
        if found := re.match(r"argument \S*: invalid choice: '?([^']*)'? \(choose from", message):
            near = _nearest(found[1], COMMANDS)
            return f"perintah tidak dikenal: {found[1]}{near} (pilihan: {', '.join(COMMANDS)})"
        if found := re.match(r"the following arguments are required: (.*)", message):
            return f"belum diberikan: {found[1]}"
        if found := re.match(r"argument (\S+?): expected (?:one|at least one) argument", message):
            return f"{found[1]} memerlukan nilai"
        return re.sub(r"^argument (\S+?): ", r"\1: ", message)

    def _known_options(self) -> list[str]:
        """Long options of this parser and, for the top one, of its commands."""
        options: list[str] = []
        for action in self._actions:
            options += [option for option in action.option_strings if option.startswith("--")]
            if isinstance(action, argparse._SubParsersAction):
                for command in action.choices.values():
                    options += command._known_options()
        return options


def _parser() -> _Parser:
    parser = _Parser(
        prog="capaian",
        description="Memeriksa laporan kinerja instansi pemerintah (LKjIP/LAKIP):\n"
        "membaca tabel, menghitung ulang, dan menunjuk cacat pada halamannya.",
        epilog=_EXIT_CODES,
        formatter_class=_Formatter,
        add_help=False,
        allow_abbrev=False,
    )
    options = parser.add_argument_group("opsi")
    options.add_argument("-h", "--help", action="help", help="tampilkan bantuan ini")
    options.add_argument("--version", action="store_true", help="tampilkan versi")
    commands = parser.add_subparsers(title="perintah", dest="command", metavar="PERINTAH")
    _add_audit(commands)
    explain = _command(commands, "explain", "jelaskan satu pemeriksaan")
    explain.add_argument("kode", metavar="KODE", help="kode pemeriksaan, misalnya HIT001")
    _command(commands, "checks", "daftar semua pemeriksaan")
    return parser


def _command(commands: argparse._SubParsersAction[_Parser], name: str, purpose: str) -> argparse._ArgumentGroup:
    """Adds a command and returns the group that takes its arguments."""
    parser = commands.add_parser(
        name, help=purpose, description=purpose[0].upper() + purpose[1:] + ".",
        formatter_class=_Formatter, add_help=False, allow_abbrev=False,
    )  # fmt: skip
    group = parser.add_argument_group("argumen dan opsi")
    group.add_argument("-h", "--help", action="help", help="tampilkan bantuan ini")
    return group


def _add_audit(commands: argparse._SubParsersAction[_Parser]) -> None:
    audit = _command(commands, "audit", "baca laporan, periksa, dan tulis satu folder hasil")
    audit.add_argument("path", metavar="PATH", nargs="+", help="berkas PDF/DOCX atau folder")
    audit.add_argument("--out", metavar="DIR", type=Path, help="folder hasil (bawaan: output/<waktu>)")
    audit.add_argument(
        "--fail-on", metavar="TINGKAT", type=_severity, default=Severity.ERROR.value,
        help=f"tingkat terendah yang memberi kode keluar 1: {', '.join(SEVERITIES)}, {NEVER} (bawaan: error)",
    )  # fmt: skip
    audit.add_argument(
        "--format", metavar="DAFTAR", type=_formats, default=FORMATS,
        help=f"berkas yang ditulis, dipisah koma: {', '.join(FORMATS)} (bawaan: semua; json selalu)",
    )  # fmt: skip


if __name__ == "__main__":
    raise SystemExit(main())
