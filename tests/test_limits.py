"""Sizes and names that every file keeps to; what is over a limit stands in the debt list or fails."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("schemas", "extractors", "pipeline", "samples", "tests")
FILE_LINES = 400
RULE_FILE_LINES = 250
RULE_FOLDERS = ("pipeline/checks", "extractors/families")
FUNCTION_LINES = 50
BANNED_NAMES = frozenset({"utils", "util", "helpers", "helper", "common", "misc"})

# Size that each offender may have until it is mended: "path" for a file, "path::function" for a function.
# An entry that is no longer needed, or larger than needed, fails too, so that the list can only shrink.
DEBT: dict[str, int] = {}


def python_files() -> Iterator[Path]:
    for folder in FOLDERS:
        yield from sorted((ROOT / folder).rglob("*.py"))


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def file_limit(path: Path) -> int:
    return RULE_FILE_LINES if name_of(path.parent) in RULE_FOLDERS else FILE_LINES


def functions(tree: ast.AST, prefix: str = "") -> Iterator[tuple[str, int]]:
    """Yields the qualified name and the number of lines of every function, nested ones too."""
    for node in ast.iter_child_nodes(tree):
        name = prefix
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            name = f"{prefix}{node.name}."
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield name[:-1], (node.end_lineno or node.lineno) - node.lineno + 1
        yield from functions(node, name)


def oversized(path: Path) -> Iterator[tuple[str, int]]:
    source = path.read_text(encoding="utf-8")
    lines = len(source.splitlines())
    if lines > file_limit(path):
        yield name_of(path), lines
    for function, size in functions(ast.parse(source)):
        if size > FUNCTION_LINES:
            yield f"{name_of(path)}::{function}", size


def test_files_and_functions_stay_within_their_limits() -> None:
    found = {name: size for path in python_files() for name, size in oversized(path)}
    over = {name: size for name, size in found.items() if size > DEBT.get(name, 0)}
    assert not over, f"over the limit: {over}"


def test_debt_list_only_holds_what_is_still_owed() -> None:
    found = {name: size for path in python_files() for name, size in oversized(path)}
    settled = {name: size for name, size in DEBT.items() if found.get(name) != size}
    assert not settled, f"lower or remove these entries: {settled}"


def test_every_module_is_named_after_an_idea() -> None:
    names = [path.relative_to(ROOT).with_suffix("") for path in python_files()]
    hollow = [str(name) for name in names if BANNED_NAMES & set(name.parts)]
    assert not hollow, f"a name that says nothing: {hollow}"


@pytest.mark.parametrize("lines", [FUNCTION_LINES, FUNCTION_LINES + 1])
def test_a_function_is_measured_with_its_signature(lines: int) -> None:
    body = "\n".join("        x = 1" for _ in range(lines - 1))
    tree = ast.parse(f"class A:\n    def f(self):\n{body}\n")
    assert list(functions(tree)) == [("A.f", lines)]
