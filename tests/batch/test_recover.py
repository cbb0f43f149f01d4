"""What a new run does about runs before it that did not come to their end."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.batch.night import LEDGER
from pipeline.batch.recover import recover
from pipeline.ledger import Ledger, RunFinish, RunStart, RunState, open_ledger
from schemas.batch import Keys
from schemas.errors import OutputError
from tests.batch.runs import batch, leftovers, run_folders, summary
from tests.small_files import write_docx

KEYS = Keys(tool="capaian 1", config="c", kamus="k", reading="a" * 64, checking="b" * 64)
FOLDER = "/srv/laporan"


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / LEDGER) as opened:
        yield opened


def begin(
    ledger: Ledger, out: Path, run_id: str, folder: str = FOLDER, host: str = os.uname().nodename
) -> tuple[Path, Path]:
    """A run that began, with something in its temporary folder; that folder and the place it is meant for."""
    temporary, target = out / f".capaian-{run_id}", out / run_id
    temporary.mkdir(parents=True)
    (temporary / "findings.json").write_text("{}")
    ledger.begin_run(
        RunStart(
            run_id=run_id,
            folder=folder,
            started="2026-01-01T01:30:00+07:00",
            host=host,
            pid=1,
            keys=KEYS,
            temporary=str(temporary),
            target=str(target),
        )
    )
    return temporary, target


def commit(ledger: Ledger, run_id: str, folder: str = FOLDER) -> None:
    ledger.commit_run(
        RunFinish(
            run_id=run_id,
            folder=folder,
            finished="2026-01-01T01:40:00+07:00",
            fingerprint="f",
            exit_code=0,
            counts={},
            files={},
            documents=(),
        )
    )


def test_what_was_committed_is_put_in_its_place(ledger: Ledger, tmp_path: Path) -> None:
    temporary, target = begin(ledger, tmp_path / "hasil", "r1")
    commit(ledger, "r1")
    assert recover(ledger, FOLDER, tmp_path / "hasil") == ()
    assert (target / "findings.json").is_file() and not temporary.exists()
    last = ledger.last_finished(FOLDER)
    assert last is not None and (last.run_id, last.state) == ("r1", RunState.DONE)


def test_what_was_put_in_its_place_and_not_noted_is_only_noted(ledger: Ledger, tmp_path: Path) -> None:
    temporary, target = begin(ledger, tmp_path / "hasil", "r1")
    commit(ledger, "r1")
    temporary.rename(target)
    assert recover(ledger, FOLDER, tmp_path / "hasil") == ()
    assert (target / "findings.json").is_file() and ledger.unpublished(FOLDER) == ()


def test_what_was_not_committed_is_removed_and_told(ledger: Ledger, tmp_path: Path) -> None:
    temporary, target = begin(ledger, tmp_path / "hasil", "r1")
    assert recover(ledger, FOLDER, tmp_path / "hasil") == ("r1",)
    assert not temporary.exists() and not target.exists()
    assert ledger.unfinished_runs(FOLDER) == () and ledger.last_finished(FOLDER) is None
    assert recover(ledger, FOLDER, tmp_path / "hasil") == (), "it is told once"


def test_runs_over_other_folders_are_let_alone(ledger: Ledger, tmp_path: Path) -> None:
    temporary, _ = begin(ledger, tmp_path / "hasil", "r1", folder="/srv/lain")
    assert recover(ledger, FOLDER, tmp_path / "hasil") == ()
    assert temporary.exists() and len(ledger.unfinished_runs("/srv/lain")) == 1


def test_a_committed_folder_that_is_gone_does_not_stop_the_next_run(
    ledger: Ledger, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    temporary, target = begin(ledger, tmp_path / "hasil", "r1")
    commit(ledger, "r1")
    (temporary / "findings.json").unlink()
    temporary.rmdir()
    assert recover(ledger, FOLDER, tmp_path / "hasil") == ()
    assert "gone" in caplog.text and not target.exists()


@pytest.mark.parametrize("committed", [True, False])
def test_results_that_were_moved_since_are_cleared_up_where_they_are_now(
    ledger: Ledger, tmp_path: Path, committed: bool
) -> None:
    out, now = tmp_path / "hasil", tmp_path / "pindah" / "hasil"
    temporary, target = begin(ledger, out, "r1")
    if committed:
        commit(ledger, "r1")
    now.parent.mkdir()
    out.rename(now)
    assert recover(ledger, FOLDER, now) == (() if committed else ("r1",))
    assert (now / target.name / "findings.json").is_file() == committed
    assert not (now / temporary.name).exists() and not out.exists()
    assert ledger.unpublished(FOLDER) == ledger.unfinished_runs(FOLDER) == ()


@pytest.mark.parametrize("committed", [True, False])
def test_a_run_of_another_machine_is_left_to_it_while_its_folders_are_out_of_reach(
    ledger: Ledger, tmp_path: Path, committed: bool
) -> None:
    temporary, target = begin(ledger, tmp_path / "hasil", "r1", host="elsewhere")
    if committed:
        commit(ledger, "r1")
    (tmp_path / "hasil").rename(tmp_path / "unmounted")
    assert recover(ledger, FOLDER, tmp_path / "hasil") == ()
    assert len(ledger.unpublished(FOLDER)) == committed and len(ledger.unfinished_runs(FOLDER)) == (not committed)
    (tmp_path / "unmounted").rename(tmp_path / "hasil")
    assert recover(ledger, FOLDER, tmp_path / "hasil") == (() if committed else ("r1",))
    assert target.exists() == committed and not temporary.exists()


def test_a_committed_folder_that_cannot_be_moved_is_told_with_its_place_and_kept(
    ledger: Ledger, tmp_path: Path
) -> None:
    temporary, target = begin(ledger, tmp_path / "hasil", "r1")
    commit(ledger, "r1")
    target.symlink_to("nowhere")
    with pytest.raises(OutputError, match=str(temporary)):
        recover(ledger, FOLDER, tmp_path / "hasil")
    assert (temporary / "findings.json").is_file() and len(ledger.unpublished(FOLDER)) == 1
    target.unlink()
    recover(ledger, FOLDER, tmp_path / "hasil")
    assert (target / "findings.json").is_file()


def test_the_next_night_publishes_and_then_takes_over_the_committed_results(tmp_path: Path) -> None:
    """A kill between the commit and the renaming of the folder, played back."""
    folder, out = tmp_path / "masuk", tmp_path / "hasil"
    folder.mkdir()
    write_docx(folder / "a.docx")
    assert batch(folder, out).returncode == 0
    (first,) = run_folders(out)
    with open_ledger(out / LEDGER) as opened:
        run = opened.last_finished(str(folder.resolve()))
        assert run is not None
        first.rename(run.temporary)
        opened.set_state(run.run_id, RunState.COMMITTED)
    assert batch(folder, out).returncode == 0
    again, second = run_folders(out)
    assert again == first and summary(second)["unchanged"] and summary(second)["previous"] == first.name
    assert not leftovers(out)
