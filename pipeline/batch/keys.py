"""What a result depends on besides the bytes of its document, as digests: program, libraries, settings, kamus.

The digests are over contents, never over times of files, so that two machines with the same program agree on them.
"""

from __future__ import annotations

import hashlib
import os
import platform
import re
from collections.abc import Iterable, Iterator
from importlib.metadata import PackageNotFoundError, requires, version
from importlib.util import find_spec
from pathlib import Path

from pipeline.identity import tool_name
from schemas.batch import Keys
from schemas.config import AuditConfig

PACKAGES = ("schemas", "extractors", "pipeline")
"""The packages of the program, the one with the kamus first."""

SUFFIXES = (".py", ".csv", ".md", ".json", ".html", ".css")
"""Files of a package that its work may depend on."""

CHECKS = "pipeline/checks/"
KAMUS = "schemas/kamus/"

_DIGEST_CHARACTERS = 16
_DISTRIBUTION = "capaian"
_NAME = re.compile(r"[\w.-]+")


def make_keys(config: AuditConfig) -> Keys:
    """The keys of a run under these settings, with the program as it lies on the disk now.

    Raises:
        KamusError: when the kamus or the decisions of the settings cannot be followed.
    """
    files = dict(_program_files())
    kamus = _kamus_digest(config, files)
    settings = config.content_hash()
    reading = digest_of(
        (
            *((name, data) for name, data in files.items() if not name.startswith(CHECKS)),
            ("libraries", "\n".join(_libraries()).encode()),
            ("settings", settings.encode()),
            ("kamus", kamus.encode()),
        )
    )
    checks = ((name, data) for name, data in files.items() if name.startswith(CHECKS))
    return Keys(
        tool=tool_name(),
        config=settings,
        kamus=kamus,
        reading=reading,
        checking=digest_of((("reading", reading.encode()), *checks)),
    )


def digest_of(parts: Iterable[tuple[str, bytes]]) -> str:
    """SHA-256 in hex over named contents, whatever the order they come in."""
    digest = hashlib.sha256()
    for name, data in sorted(parts):
        digest.update(f"{name}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()


def _program_files() -> Iterator[tuple[str, bytes]]:
    """Every file of the program that its work may depend on, by its way below the folder of the packages."""
    for package in PACKAGES:
        spec = find_spec(package)
        if spec is None or not spec.submodule_search_locations:
            raise ModuleNotFoundError(f"package {package} has no folder")
        (root,) = spec.submodule_search_locations
        for here, _, names in os.walk(root):
            below = os.path.relpath(here, root).replace(os.sep, "/")
            prefix = f"{package}/" if below == "." else f"{package}/{below}/"
            for name in names:
                if name.endswith(SUFFIXES) and not name.startswith("."):
                    yield prefix + name, Path(here, name).read_bytes()


def _libraries() -> tuple[str, ...]:
    """Python and the libraries that the program is installed with, with their versions.

    Run from its source without being installed, the program does not say which they are; that stands there instead.
    """
    python = f"python {'.'.join(platform.python_version_tuple()[:2])}"
    try:
        declared = requires(_DISTRIBUTION) or []
    except PackageNotFoundError:
        return (python, "capaian: not installed")
    needed = (_NAME.match(entry) for entry in declared if "extra ==" not in entry.partition(";")[2])
    return (python, *sorted(f"{found[0].lower()} {_version(found[0])}" for found in needed if found is not None))


def _version(distribution: str) -> str:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return "absent"


def _kamus_digest(config: AuditConfig, files: dict[str, bytes]) -> str:
    """`Kamus.sidik` of the kamus in use; that of the program alone is told from its files, without being loaded."""
    if config.kamus is None and config.nama is None:
        own = ((name.removeprefix(KAMUS), data) for name, data in files.items() if name.startswith(KAMUS))
        return digest_of((name, data) for name, data in own if name.endswith(".csv"))[:_DIGEST_CHARACTERS]
    from pipeline.normalise.gabung import kamus_dipakai

    return kamus_dipakai(config.kamus, config.nama).sidik
