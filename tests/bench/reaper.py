"""Run as a program: runs a command to the end of all its processes and prints what they took, as JSON.

`python -m tests.bench.reaper COMMAND…`; Linux only. A process whose parent ends before it becomes ours, so that nothing
is left out: workers of a batch are forked from a process that outlives the batch a little.
"""

from __future__ import annotations

import ctypes
import json
import os
import resource
import subprocess
import sys
import time

_PR_SET_CHILD_SUBREAPER = 36


def main() -> int:
    if ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0):
        raise OSError(ctypes.get_errno(), "prctl")
    started = time.monotonic()
    with subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL) as command:
        _, status, own = os.wait4(command.pid, 0)
        command.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.monotonic() - started
    _wait_for_all()
    every = resource.getrusage(resource.RUSAGE_CHILDREN)
    taken = {
        "code": command.returncode,
        "seconds": seconds,
        "own": own.ru_utime + own.ru_stime,
        "all": every.ru_utime + every.ru_stime,
        "peak_kib": own.ru_maxrss,
    }
    print(json.dumps(taken))
    return 0


def _wait_for_all() -> None:
    while True:
        try:
            os.wait()
        except ChildProcessError:
            return


if __name__ == "__main__":
    sys.exit(main())
