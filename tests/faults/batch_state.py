"""What finished batches leave behind, without what may depend on what happened before."""

from __future__ import annotations

import csv
import fcntl
import os
import shutil
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.ledger import open_ledger
from samples.make_samples import FOLDER
from tests.batch.runs import batch, documents, leftovers, manifest, run_folders, summary
from tests.small_files import GOOD_ROWS, WRONG_ROW, write_docx, write_pdf

TABLES = ("nilai.csv", "klaim.csv", "findings.csv", "indikator-tahunan.csv", "nama-ditanya.csv")
READ = {"done": "read", "rechecked": "read", "unchanged": "read"}
OF_A_TRY = ("attempts", "seconds", "peak_mib")
MARKS_OF_A_RUN = ("run_id", "first_seen", "last_seen", "hashed_at_ns")
OF_AN_AGE = {"finding": {"state", "first_seen", "last_seen"}, "document": (), "path": (), "tally": ()}
ENDED = {"done", "abandoned", "interrupted", "failed"}
CODE = 3
"""Exit code of a batch over the folder of `fill`: findings, and one file that is no document."""


def fill(folder: Path) -> Path:
    """A folder with findings, documents that say something about each other, a copy and a file that is none."""
    folder.mkdir(parents=True)
    for name in ("dinas-keliru.docx", "irigasi-2023.docx"):
        shutil.copy(FOLDER / "lkjip" / name, folder / name)
    write_docx(folder / "a.docx", (*GOOD_ROWS, WRONG_ROW))
    write_pdf(folder / "b.pdf", (WRONG_ROW,))
    shutil.copy(folder / "a.docx", folder / "salinan.docx")
    (folder / "catatan.pdf").write_text("bukan PDF\n")
    return folder


def small(path: Path, number: int) -> Path:
    """A report of its own for every number, with one defect; the name decides whether it is PDF or Word."""
    name = f"Persentase layanan nomor {number} yang tepat waktu"
    row = (str(number), name, "%", "50,00", "40,00", f"{number % 60 + 10},00")
    return (write_pdf if path.suffix == ".pdf" else write_docx)(path, (*GOOD_ROWS, row))


@dataclass(frozen=True)
class Archive:
    """A folder and where its results go.

    Attributes:
        database: the file of the ledger.
    """

    folder: Path
    out: Path
    database: Path

    @property
    def options(self) -> tuple[str, ...]:
        return () if self.database == self.out / "capaian.sqlite" else ("--db", str(self.database))

    def night(self, *options: str, code: int = CODE, **more: str) -> Path:
        """An undisturbed run to its end; its run folder."""
        before = {path.name for path in run_folders(self.out)}
        done = batch(self.folder, self.out, *self.options, *options, **more)
        assert done.returncode == code, done.stderr + done.stdout
        run = self.out / finished_runs(self)[-1]
        assert run.name not in before and run in run_folders(self.out)
        return run

    def rows(self, query: str) -> list[dict[str, Any]]:
        """Rows of the ledger, by column."""
        with closing(sqlite3.connect(f"file:{self.database}?mode=ro", uri=True)) as connection:
            cursor = connection.execute(query)
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor]

    def kinds(self, name: str) -> list[str]:
        """How each try at a file ended, in their order: the kind of the problem, "" for none."""
        rows = self.rows("select path, kind from attempt order by number")
        return [row["kind"] for row in rows if row["path"] == f"{self.folder}/{name}"]

    def attempts(self) -> list[str]:
        """Names of the files that were tried, in the order in which that was recorded."""
        rows = self.rows("select path from attempt order by number")
        return [row["path"].removeprefix(f"{self.folder}/") for row in rows]


def archive(folder: Path, out: Path, database: Path | None = None) -> Archive:
    return Archive(folder, out, database or out / "capaian.sqlite")


def runs_of(place: Archive) -> list[dict[str, Any]]:
    """The runs over the folder, in the order in which they began."""
    key = os.path.realpath(place.folder)
    return [row for row in place.rows("select * from run order by number") if row["folder"] == key]


def finished_runs(place: Archive) -> list[str]:
    return [row["run_id"] for row in runs_of(place) if row["state"] == "done"]


def state(place: Archive) -> dict[str, Any]:
    """All that must come out the same, whatever happened on the way."""
    runs = finished_runs(place)
    run = place.out / runs[-1]
    told = summary(run)
    return {
        "documents": documents(run),
        "tables": {name: (run / name).read_text(encoding="utf-8") for name in TABLES},
        "names": sorted(str(path.relative_to(run)) for path in run.rglob("*")),
        "linked": sorted(path.name for path in (run / "documents").iterdir() if (path / "laporan.json").is_file()),
        "manifest": manifest_state(run),
        "summary": {
            "counts": {name: told["counts"][name] for name in ("total", "duplicate", "failed", "ignored")},
            **{name: told[name] for name in ("folder", "exit_code", "complete", "partial", "failed")},
            "findings": told["findings"]["by_severity"],
        },
        "ledger": ledger_state(place, runs),
        "store": store_state(place.out),
    }


def manifest_state(run: Path) -> list[dict[str, str]]:
    lines = ({name: value for name, value in line.items() if name not in OF_A_TRY} for line in manifest(run))
    return [{**line, "outcome": READ.get(line["outcome"], line["outcome"])} for line in lines]


def ledger_state(place: Archive, finished: Sequence[str]) -> dict[str, list[dict[str, Any]]]:
    """Documents, places, findings and answers in the ledger; ids of runs become what the run was."""
    roles = {run_id: "earlier" for run_id in finished} | {finished[0]: "first"}
    roles |= {finished[-1]: "first and last" if len(finished) == 1 else "last"}
    tables = {}
    for table in ("document", "path", "finding", "tally"):
        rows = [dict(_timeless(table, row, roles)) for row in place.rows(f"select * from {table}")]
        tables[table] = sorted(rows, key=lambda row: sorted(map(str, row.items())))
    return tables


def _timeless(table: str, row: Mapping[str, Any], roles: Mapping[str, str]) -> Iterator[tuple[str, Any]]:
    for name, value in row.items():
        if name not in MARKS_OF_A_RUN:
            yield name, value
        elif name == "last_seen" or (name == "first_seen" and table == "finding"):
            yield name, roles[value]  # a document may have been seen first by a run that was cut off


def store_state(out: Path) -> list[str]:
    """Names of all files of the store."""
    store = out / "simpanan"
    return sorted(str(path.relative_to(store)) for path in store.rglob("*") if path.is_file())


def ageless(told: Mapping[str, Any]) -> dict[str, Any]:
    """A state without what depends on how many runs finished: how old findings are, which run is the last one."""
    ledger = {
        table: sorted(
            ({name: value for name, value in row.items() if name not in OF_AN_AGE[table]} for row in rows),
            key=lambda row: sorted(map(str, row.items())),
        )
        for table, rows in told["ledger"].items()
    }
    return {**told, "ledger": ledger}


def assert_tidy(place: Archive) -> None:
    """After a run that came to its end nothing is left of those that did not, and every result is there once."""
    assert leftovers(place.out) == []
    assert [path.name for path in (place.out / "simpanan" / "tengah").glob("*")] == []
    assert [path.name for path in place.database.parent.iterdir() if ".lock.json" in path.name] == []
    assert_sound(place)
    runs = runs_of(place)
    assert {row["state"] for row in runs} <= ENDED, [(row["run_id"], row["state"]) for row in runs]
    done = {row["run_id"]: row for row in runs if row["state"] == "done"}
    folders = {path.name: path for path in run_folders(place.out)}
    assert set(done) == set(folders)
    for run_id, path in folders.items():
        told = summary(path)
        assert told["run"]["run_id"] == run_id and told["exit_code"] == done[run_id]["exit_code"]
        assert {name: told["counts"][name] for name in READ} == {name: done[run_id][name] for name in READ}
    lines = [line["path"] for line in manifest(folders[max(done, key=lambda item: done[item]["number"])])]
    assert sorted(lines) == sorted(str(path) for path in place.folder.rglob("*") if not path.is_dir())


def assert_told_once(place: Archive) -> None:
    """Every finding was told as new by exactly one of the finished runs, the one that the ledger names."""
    told: dict[str, list[str]] = {}
    for run_id in finished_runs(place):
        with (place.out / run_id / "perubahan.csv").open(encoding="utf-8-sig", newline="") as handle:
            for line in csv.DictReader(handle):
                assert line["state"] == "new", line
                told.setdefault(line["finding_id"], []).append(run_id)
    assert told == {row["finding_id"]: [row["first_seen"]] for row in place.rows("select * from finding")}


def assert_sound(place: Archive) -> None:
    """The ledger opens and is whole, and nobody holds the lock of the folder."""
    with open_ledger(place.database):
        pass
    assert place.rows("pragma integrity_check") == [{"integrity_check": "ok"}]
    assert place.rows("pragma foreign_key_check") == []
    for path in place.database.parent.glob("*.lock"):
        with path.open("rb") as handle:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
