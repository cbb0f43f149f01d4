"""What the linters cannot see: no hidden state, modules placed and shipped, a fast start, whole locks."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("schemas", "extractors", "pipeline")
LOADED_BY_NAME = {"pg8000"}
SLOW_TO_IMPORT = (
    "jinja2", "lxml", "openpyxl", "pdfplumber", "pebble", "pypdfium2", "rapidfuzz", "rich", "spacy", "sqlalchemy",
)  # fmt: skip


def code_files() -> Iterator[Path]:
    for package in PACKAGES:
        yield from sorted((ROOT / package).rglob("*.py"))


def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def module_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def offences(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        where = f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}"
        if isinstance(node, ast.Global):
            yield f"{where}: global state"
        if isinstance(node, ast.ImportFrom) and node.level:
            yield f"{where}: relative import"
        if isinstance(node, ast.ClassDef):
            bases = {base.id for base in node.bases if isinstance(base, ast.Name)}
            if "type" in bases or any(keyword.arg == "metaclass" for keyword in node.keywords):
                yield f"{where}: metaclass"


def test_no_global_state_no_metaclass_no_relative_import() -> None:
    found = [offence for path in code_files() for offence in offences(path)]
    assert not found


@pytest.mark.parametrize(
    "source",
    ["def f():\n    global x\n", "from . import x\n", "class A(type): ...\n", "class A(metaclass=B): ...\n"],
)
def test_each_offence_is_seen(source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules[__name__], "ROOT", tmp_path)
    path = tmp_path / "module.py"
    path.write_text(source, encoding="utf-8")
    assert len(list(offences(path))) == 1


def test_every_module_has_its_layer() -> None:
    contracts = project()["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["id"] == "layers")
    placed = set(re.findall(r"[\w.]+", " ".join(layers)))
    layered = {".".join(module_of(path).split(".")[:2]) for path in code_files()}
    homeless = sorted(name for name in layered - set(PACKAGES) - placed if not name.startswith("schemas."))
    assert not homeless, f"give these modules a place in the layers contract of pyproject.toml: {homeless}"


def test_every_package_is_shipped() -> None:
    folders = {module_of(path.parent / "__init__.py") for path in code_files()}
    assert folders == set(project()["tool"]["setuptools"]["packages"])
    bare = sorted(name for name in folders if not (ROOT / Path(*name.split(".")) / "__init__.py").is_file())
    assert not bare, f"packages without __init__.py: {bare}"


def test_every_data_file_is_shipped() -> None:
    shipped = {
        path
        for package, patterns in project()["tool"]["setuptools"]["package-data"].items()
        for pattern in patterns
        for path in (ROOT / Path(*package.split("."))).glob(pattern)
    }
    data = {
        path
        for package in PACKAGES
        for path in (ROOT / package).rglob("*")
        if path.is_file() and path.suffix not in {".py", ".pyc"} and not path.name.startswith(".")
    }
    assert data <= shipped, f"not in the package data: {sorted(map(str, data - shipped))}"


def test_the_command_starts_without_the_heavy_libraries() -> None:
    script = f"import sys, pipeline.cli; print(*sorted(set({SLOW_TO_IMPORT!r}) & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == []


def imported_names(path: Path) -> Iterator[str]:
    """Top-level names of what a file imports, at its head or inside a function."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]


def declared_names(entries: list[str]) -> set[str]:
    return {normal_name(re.split(r"[<>=!~ ]", entry)[0]) for entry in entries}


def test_what_is_installed_to_run_is_what_is_imported() -> None:
    owners = metadata.packages_distributions()
    imported = {
        normal_name(owner)
        for path in code_files()
        for name in imported_names(path)
        if name not in PACKAGES and name not in sys.stdlib_module_names
        for owner in owners.get(name, [f"{name} of {path.name}, which no installed package brings"])
    }
    declared = declared_names(project()["project"]["dependencies"])
    extra = declared_names(project()["project"]["optional-dependencies"]["cluster"])
    assert not declared - imported - LOADED_BY_NAME, f"declared and never imported: {sorted(declared - imported)}"
    assert not extra - imported, f"declared for clusters and never imported: {sorted(extra - imported)}"
    assert not imported - declared - extra, f"imported and not declared: {sorted(imported - declared)}"


def test_what_is_loaded_by_name_is_named() -> None:
    """A driver is imported by SQLAlchemy; our code says which one."""
    code = " ".join(path.read_text(encoding="utf-8") for path in code_files())
    assert all(f"+{name}" in code for name in LOADED_BY_NAME)


def test_what_builds_the_project_is_locked_too() -> None:
    needed = declared_names(project()["build-system"]["requires"])
    assert needed <= locked_names("requirements.txt"), "the project is installed without build isolation"


def locked_names(lock: str) -> set[str]:
    return set(re.findall(r"^([\w.-]+)==", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE))


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-dev.txt"])
def test_lock_files_pin_hash_and_name_no_registry(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    requirements = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)
    assert requirements[0] == "" and len(requirements) > len(project()["project"]["dependencies"])
    unpinned = [entry for entry in requirements[1:] if "==" not in entry or "--hash=sha256:" not in entry]
    assert not unpinned
    assert not re.search(r"://|--(extra-)?index-url|--find-links|--trusted-host", text)


def test_lock_files_hold_every_declared_dependency() -> None:
    declared = project()["project"]
    for lock, wanted in (
        ("requirements.txt", declared["dependencies"]),
        ("requirements-dev.txt", declared["dependencies"] + declared["optional-dependencies"]["dev"]),
    ):
        locked = locked_names(lock)
        names = declared_names(wanted)
        assert names <= locked, f"run `make lock`: {sorted(names - locked)} not in {lock}"


def test_no_dependency_is_under_a_copyleft_licence() -> None:
    locked = locked_names("requirements.txt")
    held = [entry for entry in metadata.distributions() if normal_name(entry.name) in locked]
    assert len(held) > len(project()["project"]["dependencies"])
    gpl = re.compile(r"\bA?GPL|Affero|GNU General Public", re.IGNORECASE)
    assert not [entry.name for entry in held if gpl.search(licence_of(entry))]


def normal_name(name: str) -> str:
    return re.sub("[-_.]+", "-", name).lower()


def licence_of(distribution: metadata.Distribution) -> str:
    fields = distribution.metadata
    classifiers = [entry for entry in fields.get_all("Classifier") or [] if entry.startswith("License")]
    first_line = (fields.get("License") or "").partition("\n")[0]
    return " ".join([fields.get("License-Expression") or "", first_line, *classifiers])
