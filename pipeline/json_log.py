"""What happens, told as one JSON object a line; what looks like a password in an address is left out."""

from __future__ import annotations

import json
import logging
import re
import sys
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from types import TracebackType
from typing import TextIO

_IN_ADDRESS = re.compile(r"(?<=://)([^\s:/@]*):\S*@")
_IN_QUERY = re.compile(r"([?&](?:password|sslpassword)=)[^&\s\"']*", re.IGNORECASE)
_HIDDEN = "***"

_OWN_FIELDS = frozenset({*vars(logging.makeLogRecord({})), "message", "asctime", "taskName"})
"""What every record of `logging` has; all else was added by the one who logs."""


def without_passwords(text: str) -> str:
    """A text in which the passwords of addresses (`scheme://user:password@host`) are replaced by `***`."""
    return _IN_QUERY.sub(rf"\1{_HIDDEN}", _IN_ADDRESS.sub(rf"\1:{_HIDDEN}@", text))


class JsonFormatter(logging.Formatter):
    """One JSON object for every record, on one line, in ASCII.

    Fields: `time` (ISO, with milliseconds and zone), `level`, `logger`, `event` (the text), what was given as `extra`,
    and `error` with the trace where there is one. A value that JSON does not know is told by its text.
    """

    def format(self, record: logging.LogRecord) -> str:
        """The line of a record, without a line end."""
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created).astimezone().isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": _event(record),
        }
        line |= {key: value for key, value in vars(record).items() if key not in _OWN_FIELDS and key not in line}
        if record.exc_info:
            line["error"] = self.formatException(record.exc_info)
        return json.dumps({key: _plain(value) for key, value in line.items()})


def _event(record: logging.LogRecord) -> str:
    """The text of a record; arguments that do not fit it stand behind it."""
    try:
        return record.getMessage()
    except (TypeError, ValueError, KeyError):
        return f"{record.msg} {record.args!r}"


def _plain(value: object) -> object:
    """A value that JSON can hold: numbers that are none (nan) are text, as is everything else that it does not know."""
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, float) and value - value == 0:
        return value
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    return without_passwords(str(value))


class _Lines(logging.StreamHandler[TextIO]):
    """The handler; a stream that is gone (closed pipe) does not stop the run."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the name is that of logging.Handler
        """Says nothing."""


def is_on() -> bool:
    """Whether what happens is told as JSON now."""
    return any(isinstance(handler, _Lines) for handler in logging.getLogger().handlers)


@contextmanager
def json_lines(stream: TextIO | None = None) -> Iterator[None]:
    """Inside the block everything that is logged, warnings and errors of threads too, is a JSON line.

    Args:
        stream: stderr unless given.
    """
    root, ours = logging.getLogger(), logging.getLogger("pipeline")
    handler = _Lines(stream or sys.stderr)
    handler.setFormatter(JsonFormatter())
    before = ours.level, warnings.showwarning, threading.excepthook
    root.addHandler(handler)
    ours.setLevel(logging.INFO)
    # a run folder puts back what it finds here when it stops capturing warnings for its log
    warnings.showwarning = _log_warning
    threading.excepthook = _log_thread
    try:
        yield
    finally:
        level, warnings.showwarning, threading.excepthook = before
        ours.setLevel(level)
        root.removeHandler(handler)


def _log_warning(
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    file: TextIO | None = None,
    line: str | None = None,
) -> None:
    logging.getLogger("py.warnings").warning(
        "%s", message, extra={"category": category.__name__, "place": f"{filename}:{lineno}"}
    )


def _log_thread(arguments: threading.ExceptHookArgs) -> None:
    error: tuple[type[BaseException], BaseException, TracebackType | None] | None = None
    if arguments.exc_value is not None:
        error = (arguments.exc_type, arguments.exc_value, arguments.exc_traceback)
    logging.getLogger("pipeline").error("thread ended by an error", exc_info=error)
