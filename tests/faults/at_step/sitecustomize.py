"""Sends a signal to the command right before one of its steps; Python loads this module by its name at its start.

A step is what changes a file below a folder: making, renaming, removing, linking, opening to write. The processes that
the command starts are left alone. Settings come from the environment:

    STEP_BELOW    the folder
    STEP_LIST     a file that gets a line for every step
    STEP_NUMBER   the step before which the signal comes, counted from 1
    STEP_PATTERN  instead: the pattern of its line (`fnmatch`); the first one that fits counts
    STEP_SIGNAL   number of the signal, SIGKILL unless given
    STEP_GROUP    set: the signal goes to the whole group of processes, as from a terminal
"""

import fnmatch
import os
import signal
import sys

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
STEPS = {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink"}


def is_step(event: str, args: tuple[object, ...]) -> bool:
    """Whether something below the folder is about to be changed."""
    if event == "open":
        if not (isinstance(args[2], int) and args[2] & WRITING):
            return False
    elif event not in STEPS:
        return False
    below = os.environ["STEP_BELOW"]
    return any(isinstance(arg, str | os.PathLike) and os.fspath(arg).startswith(below) for arg in args[:2])


class Steps:
    """Counts the steps, writes them down and sends the signal."""

    def __init__(self) -> None:
        self.number = 0
        self.busy = False
        path = os.environ.get("STEP_LIST")
        self.list = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC) if path else None

    def __call__(self, event: str, args: tuple[object, ...]) -> None:
        """Is told of every event of the interpreter."""
        if self.busy or not is_step(event, args):
            return
        self.busy = True
        self.number += 1
        names = [os.fsdecode(arg) for arg in args[:2] if isinstance(arg, str | os.PathLike)]
        line = " ".join([event, *names])
        if self.list is not None:
            os.write(self.list, os.fsencode(line + "\n"))
        if self._is_it(line):
            number = int(os.environ.get("STEP_SIGNAL", signal.SIGKILL))
            os.killpg(0, number) if "STEP_GROUP" in os.environ else os.kill(os.getpid(), number)
        self.busy = False

    def _is_it(self, line: str) -> bool:
        if "STEP_PATTERN" not in os.environ:
            return os.environ.get("STEP_NUMBER") == str(self.number)
        return fnmatch.fnmatchcase(line, os.environ["STEP_PATTERN"]) and os.environ.pop("STEP_PATTERN") != ""


if "STEP_BELOW" in os.environ and "pipeline.cli" in sys.orig_argv:
    sys.addaudithook(Steps())
