"""What `capaian batch` prints: whether everything ran, what failed and why, what is new since the run before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TextIO

from pipeline.identity import run_moment
from pipeline.terminal.lines import Line, counted, print_blocks, printable, rest
from pipeline.writers.manifest_csv import FILE as MANIFEST
from pipeline.writers.perubahan_csv import FILE as CHANGES
from pipeline.writers.perubahan_csv import STATE_NAMES, UNREAD_NAME
from pipeline.writers.wording import SEVERITY_NAMES
from schemas.batch import READ, TOP, BatchResult, EntryOutcome, FindingLine, FindingState, ManifestLine
from schemas.finding import SEVERITIES, Severity
from schemas.result import Status

MOST_FILES = 12
MOST_FINDINGS = 10

OUTCOME_WORDS: Mapping[EntryOutcome, str] = {
    EntryOutcome.DONE: "dibaca dan diperiksa",
    EntryOutcome.RECHECKED: "diperiksa ulang dari bacaan yang tersimpan",
    EntryOutcome.UNCHANGED: "tidak berubah; hasil sebelumnya berlaku",
    EntryOutcome.DUPLICATE: "isinya sama dengan berkas lain di folder ini",
    EntryOutcome.FAILED: "gagal",
    EntryOutcome.IGNORED: f"tidak dibaca karena bukan dokumen; alasannya di {MANIFEST}",
}


def print_batch(result: BatchResult, folder: Path, stream: TextIO | None = None) -> None:
    """Prints what came of a batch, as wide as the terminal.

    Args:
        result: what came of it.
        folder: its run folder.
        stream: stdout unless given.
    """
    failed = _failed_lines(result)
    if result.unchanged:
        blocks = [[Line(text=_unchanged(result))], failed]
    else:
        blocks = [
            [Line(text=_verdict(result)), *_outcome_lines(result)],
            failed,
            _partial_lines(result),
            [*_standing_lines(result), *_new_lines(result)],
            _fixed_lines(result),
            _by_document(STATE_NAMES[FindingState.GONE], _gone(result), _present(result)),
        ]
    print_blocks([], [*blocks, _by_document(UNREAD_NAME, result.unread), _interrupted_lines(result)], folder, stream)


def _documents(result: BatchResult) -> tuple[ManifestLine, ...]:
    """All files but those that are no documents."""
    return tuple(line for line in result.manifest if line.outcome is not EntryOutcome.IGNORED and not line.folder)


def _failed(result: BatchResult) -> tuple[ManifestLine, ...]:
    return tuple(line for line in result.manifest if line.outcome is EntryOutcome.FAILED)


def _partial(result: BatchResult) -> tuple[ManifestLine, ...]:
    return tuple(line for line in result.manifest if line.outcome in READ and line.status == Status.PARTIAL)


def _unseen(result: BatchResult) -> int:
    """Folders that could not be looked into."""
    return sum(line.folder for line in _failed(result))


def _unread(result: BatchResult) -> int:
    """Files without a result: those that failed, and those that repeat one of them."""
    failed = {line.path for line in _failed(result) if not line.folder}
    return len(failed) + sum(line.same_as in failed for line in _documents(result))


def _verdict(result: BatchResult) -> str:
    """Whether everything ran, in one line."""
    unseen = _unseen(result)
    hidden = f"{unseen} folder tidak dapat dilihat; jumlah isinya tidak diketahui." if unseen else ""
    if unseen and not _documents(result):
        return f"Tidak ada dokumen yang terlihat di {printable(result.folder)}: {hidden}"
    return f"{_seen(result)}; {hidden}" if unseen else f"{_seen(result)}."


def _seen(result: BatchResult) -> str:
    """What became of the documents that were seen."""
    total, failed, partial = len(_documents(result)), _unread(result), len(_partial(result))
    folder = printable(result.folder)
    noun = "dokumen yang terlihat" if _unseen(result) else "dokumen"
    if not total:
        return f"Tidak ada dokumen (.pdf atau .docx) di {folder}"
    if failed == total:
        return f"Tidak satu pun dari {total} {noun} di {folder} dapat dibaca"
    partly = f"; {partial} di antaranya terbaca sebagian" if partial else ""
    if failed:
        return f"{total - failed} dari {total} {noun} di {folder} selesai{partly}; {failed} gagal"
    return f"Semua {noun} di {folder} selesai ({total}){partly}"


def _unchanged(result: BatchResult) -> str:
    told = f"Tidak ada yang berubah sejak {_since(result)}. {_verdict(result)} {_standing(result)}"
    return told.rstrip()


def _since(result: BatchResult) -> str:
    """The run before: when it was, and its id, which is the name of its folder."""
    moment = run_moment(result.previous or "")
    return f"{moment:%d-%m-%Y pukul %H.%M} ({result.previous})" if moment is not None else f"{result.previous}"


def _outcome_lines(result: BatchResult) -> list[Line]:
    counts = Counter(line.outcome for line in result.manifest if not line.folder)
    lines = [counted(counts[outcome], words) for outcome, words in OUTCOME_WORDS.items() if counts[outcome]]
    unseen = _unseen(result)
    return [*lines, counted(unseen, "folder tidak dapat dilihat")] if unseen else lines


def _failed_lines(result: BatchResult) -> list[Line]:
    """Files without a result, with reason and remedy."""
    failed = _failed(result)
    if not failed:
        return []
    lines = [Line(text="Gagal:"), *_told(failed, "berkas gagal", result.folder)]
    standing = sum(line.attempts == 0 and line.sha256 is not None for line in failed)
    if standing:
        lines.append(
            Line(
                text=f"{standing} di antaranya gagal pada waktu sebelumnya dan tidak dicoba lagi karena tidak berubah; "
                "untuk mencobanya lagi: --retry-failed.",
                indent=2,
                hang=2,
            )
        )
    return lines


def _partial_lines(result: BatchResult) -> list[Line]:
    """Documents that were read partly; those of this run come first."""
    partial = sorted(_partial(result), key=lambda line: line.outcome is EntryOutcome.UNCHANGED)
    if not partial:
        return []
    return [Line(text="Terbaca sebagian:"), *_told(partial, "dokumen yang terbaca sebagian", result.folder)]


def _told(files: Sequence[ManifestLine], noun: str, folder: str) -> list[Line]:
    """Every file once, those with the same reason together; the manifest has those that are not shown."""
    shown: dict[str, list[str]] = {}
    for line in files[:MOST_FILES]:
        name = folder if line.folder and line.name == TOP else line.name
        shown.setdefault(printable(line.message), []).append(printable(name))
    lines: list[Line] = []
    for message, names in shown.items():
        if len(names) == 1:
            lines.append(Line(text=f"{names[0]}: {message}", indent=2, hang=2))
            continue
        lines.append(Line(text=f"{len(names)} berkas: {message}", indent=2, hang=2))
        lines += [Line(text=name, indent=6, hang=2) for name in names]
    return lines + [
        Line(text=f"{line.text}; lihat {MANIFEST}", indent=2, hang=2) for line in rest(files, MOST_FILES, noun)
    ]


def _severity_words(findings: Mapping[str, int]) -> str:
    """`3 keputusan, 40 galat`, gravest first; "" for none."""
    return ", ".join(f"{findings[key]} {SEVERITY_NAMES[key]}" for key in SEVERITIES if findings.get(key))


def _standing(result: BatchResult) -> str:
    """How many findings stand; "" where nothing was read, which is not the same as none."""
    total, words = sum(result.findings.values()), _severity_words(result.findings)
    if not result.unread and not any(line.outcome in READ for line in result.manifest):
        return ""
    if not words:
        return "Tidak ada temuan pada yang dapat diperiksa."
    unread = len(result.unread)
    blind = (
        f"; {unread} di antaranya menyangkut dokumen yang kali ini tidak terbaca (“{UNREAD_NAME}” di {CHANGES})"
        if unread
        else ""
    )
    return f"Temuan yang berlaku: {total} ({words}){blind}."


def _standing_lines(result: BatchResult) -> list[Line]:
    """How many findings stand, and how that differs from the run before."""
    lines = [Line(text=text, hang=2) for text in filter(None, [_standing(result)])]
    if result.previous is None:
        return lines
    unread = len(result.unread)
    counts = Counter(line.state for line in result.changes)
    counts[FindingState.OPEN] = result.open - unread
    told = [f"{counts[state]} {STATE_NAMES[state]}" for state in FindingState]
    if unread:
        told.insert([*FindingState].index(FindingState.OPEN) + 1, f"{unread} {UNREAD_NAME}")
    return [*lines, Line(text=f"Sejak {_since(result)}: {', '.join(told)}.", hang=2)]


def _new_lines(result: BatchResult) -> list[Line]:
    """The gravest of the findings that were not there before; in a first run that is all of them."""
    new = _gravest(line for line in result.changes if line.state is FindingState.NEW)
    if not new:
        return []
    told = Counter((_head(finding), _message(finding)) for finding in new)
    heading = "Temuan baru" if result.previous is not None else "Temuan"
    lines = [Line(text=f"{heading} terberat:" if len(told) > MOST_FINDINGS else f"{heading}:")]
    for (head, message), count in [*told.items()][:MOST_FINDINGS]:
        lines.append(Line(text=f"{head}{_places(count)}", indent=2, hang=2))
        lines.append(Line(text=message, indent=4))
    return lines + _unshown(told)


def _message(finding: FindingLine) -> str:
    named = finding.subject.lower() in finding.message.lower()
    return printable(finding.message if named else f"{finding.subject}: {finding.message}")


def _places(count: int) -> str:
    """A Word file has no pages to tell findings of one wording apart."""
    return f" ({count} tempat)" if count > 1 else ""


def _unshown(told: Counter[tuple[str, str]]) -> list[Line]:
    """The line for the findings that stand beyond those that are shown."""
    left = sum([*told.values()][MOST_FINDINGS:])
    return [Line(text=f"… dan {left} temuan lain; lihat {CHANGES}", indent=2, hang=2)] if left else []


def _fixed_lines(result: BatchResult) -> list[Line]:
    """Findings that their documents no longer have, one line each."""
    fixed = _gravest(line for line in result.changes if line.state is FindingState.FIXED)
    if not fixed:
        return []
    told = Counter((_head(finding), printable(finding.subject)) for finding in fixed)
    lines = [
        Line(text=f"{head}: {subject}{_places(count)}", indent=2, hang=2)
        for (head, subject), count in [*told.items()][:MOST_FINDINGS]
    ]
    return [Line(text=f"{STATE_NAMES[FindingState.FIXED].capitalize()}:"), *lines, *_unshown(told)]


def _gone(result: BatchResult) -> Iterable[FindingLine]:
    """Findings of documents that left the folder; documents that had none are not known."""
    return (line for line in result.changes if line.state is FindingState.GONE)


def _present(result: BatchResult) -> frozenset[str]:
    """Contents that are in the folder."""
    return frozenset(line.sha256 for line in result.manifest if line.sha256 is not None)


def _by_document(
    heading: str, findings: Iterable[FindingLine], present: frozenset[str] = frozenset()
) -> list[Line]:
    """How many findings each document has, under a heading; nothing where there is none.

    Where its own document is one of `present`, it is another one, which the finding names besides, that left.
    """
    told = Counter((printable(line.path), bool(line.others) and line.sha256 in present) for line in findings)
    if not told:
        return []
    lines = [
        Line(text=f"{name}: {count} temuan{' terhadap dokumen lain' if besides else ''}", indent=2, hang=2)
        for (name, besides), count in [*told.items()][:MOST_FILES]
    ]
    return [Line(text=f"{heading.capitalize()}:"), *lines, *rest(told, MOST_FILES, "dokumen")]


def _gravest(findings: Iterable[FindingLine]) -> list[FindingLine]:
    """Gravest first, otherwise as they come."""
    return sorted(findings, key=lambda finding: SEVERITIES.index(Severity(finding.severity)))


def _head(finding: FindingLine) -> str:
    page = f", hal. {finding.page}" if finding.page is not None else ""
    severity = SEVERITY_NAMES[Severity(finding.severity)]
    return f"{finding.code} {severity} · {printable(finding.path)}{page}"


def _interrupted_lines(result: BatchResult) -> list[Line]:
    """Earlier runs that were cut off; what they had finished counts."""
    runs = result.interrupted_runs
    if not runs:
        return []
    text = (
        f"{len(runs)} kali jalan sebelumnya terhenti sebelum selesai ({', '.join(map(printable, runs))}); "
        "dokumen yang sudah selesai di dalamnya tidak diulang."
    )
    return [Line(text=text, hang=2)]
