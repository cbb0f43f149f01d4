from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.batch.strange_work import ROOT

HEAD = """
import os, re, resource, signal, sys
from pathlib import Path
from pipeline.batch import limits
from schemas.batch import MIB
"""


def run(script: str, *arguments: str, fds: tuple[int, ...] = ()) -> subprocess.Popen[str]:
    """Limits hold for a whole process, so each test has its own."""
    return subprocess.Popen(
        [sys.executable, "-c", HEAD + script, *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        pass_fds=fds,
    )


def told(script: str, *arguments: str) -> str:
    with run(script, *arguments) as process:
        out, err = process.communicate(timeout=60)
    assert process.returncode == 0, err
    return out


@pytest.mark.parametrize(("wanted", "outcome"), [(32, "fits"), (128, "MemoryError")])
def test_memory_beyond_the_limit_cannot_be_had(wanted: int, outcome: str) -> None:
    script = """
with limits.confined(60.0, 64 * MIB):
    try:
        held = bytearray(int(sys.argv[1]) * MIB)
        print("fits")
    except MemoryError:
        print("MemoryError")
"""
    assert told(script, str(wanted)).split() == [outcome]


def test_what_the_program_holds_already_is_not_counted() -> None:
    script = """
before = bytearray(256 * MIB)
with limits.confined(60.0, 64 * MIB):
    held = bytearray(32 * MIB)
print(len(before) // MIB, len(held) // MIB)
"""
    assert told(script).split() == ["256", "32"]


def test_after_the_block_there_is_memory_to_tell_of_it() -> None:
    script = """
with limits.confined(60.0, 8 * MIB):
    pass
print(len(bytearray(64 * MIB)) // MIB, resource.getrlimit(resource.RLIMIT_AS)[0] == resource.RLIM_INFINITY)
"""
    assert told(script).split() == ["64", "True"]


def test_a_stricter_limit_of_the_system_stays() -> None:
    script = """
resource.setrlimit(resource.RLIMIT_AS, (512 * MIB, 512 * MIB))
resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
with limits.confined(60.0, 4096 * MIB):
    print(resource.getrlimit(resource.RLIMIT_AS)[0] // MIB, resource.getrlimit(resource.RLIMIT_CPU)[0])
"""
    assert told(script).split() == ["512", "20"]


def test_processor_time_far_above_the_time_limit_ends_the_process() -> None:
    script = """
limits.CPU_NET_S = 0
with limits.confined(0.2, 64 * MIB):
    re.match(r"(a+)+b", "a" * 60)
"""
    with run(script) as process:
        process.communicate(timeout=60)
    assert process.returncode == -signal.SIGXCPU


def test_no_core_file_and_the_first_to_go_when_memory_is_short() -> None:
    script = """
with limits.confined(60.0, 64 * MIB):
    pass
print(resource.getrlimit(resource.RLIMIT_CORE)[0], Path("/proc/self/oom_score_adj").read_text().strip())
"""
    assert told(script).split() == ["0", "500"]


WAITING = """
limits.die_with(int(sys.argv[1]))
print("tied", flush=True)
re.match(r"(a+)+b", "a" * 60)
"""


def test_a_process_ends_with_the_other_end_of_its_pipe() -> None:
    reading, writing = os.pipe()
    with run(WAITING, str(reading), fds=(reading,)) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "tied\n"
        assert process.poll() is None
        os.close(writing)
        process.communicate(timeout=60)
    os.close(reading)
    assert process.returncode == -signal.SIGKILL


def test_a_process_whose_pipe_is_closed_already_ends_at_once() -> None:
    reading, writing = os.pipe()
    os.close(writing)
    with run(WAITING, str(reading), fds=(reading,)) as process:
        out, _ = process.communicate(timeout=60)
    os.close(reading)
    assert (process.returncode, out) == (-signal.SIGKILL, "")


def test_this_process_is_not_limited() -> None:
    assert resource.getrlimit(resource.RLIMIT_AS)[0] == resource.RLIM_INFINITY
    assert Path("/proc/self/oom_score_adj").read_text().strip() != "500"
