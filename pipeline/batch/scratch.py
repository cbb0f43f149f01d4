"""A folder for the files that workers make on the way, of which a worker that is killed leaves some behind.

Only the process from which the workers are forked imports this module, and they inherit the choice. That process ends
after the batch, however the batch ended, and takes the folder with it; it passes over a SIGTERM that all processes get.
"""

import atexit
import shutil
import signal
import tempfile
from contextlib import suppress

signal.signal(signal.SIGTERM, signal.SIG_IGN)
with suppress(OSError):  # a full disk is told by the worker that needs it
    tempfile.tempdir = tempfile.mkdtemp(prefix="capaian-")
    atexit.register(shutil.rmtree, tempfile.tempdir, ignore_errors=True)
