"""What is known of the places of a folder after each night."""

from __future__ import annotations

import pytest

from pipeline.ledger.places import Place, folders_above, places_after
from tests.ledger.ledger_values import X, Y, Z


@pytest.mark.parametrize(("name", "folders"), [
    ("a.pdf", ["."]),
    ("2024/dinas/a.pdf", ["2024/dinas", "2024", "."]),
])  # fmt: skip
def test_folders_above_a_name_come_nearest_first(name: str, folders: list[str]) -> None:
    assert list(folders_above(name)) == folders


def test_what_was_read_owns_its_place_and_what_left_is_forgotten() -> None:
    before = {"a.pdf": Place(X, X), "b.pdf": Place(Y, Y)}
    assert places_after(before, {"a.pdf": Z}, {Z}) == {"a.pdf": Place(Z, Z)}
    assert places_after({"a.pdf/b.pdf": Place(X, X)}, {"a.pdf": Y}, {Y}) == {"a.pdf": Place(Y, Y)}
    assert places_after({}, {"a.pdf": X, "b.pdf": X}, {X}) == {"a.pdf": Place(X, X), "b.pdf": Place(X, X)}


def test_an_edition_that_was_never_read_owns_nothing() -> None:
    after = places_after({"a.pdf": Place(X, X)}, {"a.pdf": Y, "b.pdf": Z}, ())
    assert after == {"a.pdf": Place(Y, X), "b.pdf": Place(Z, "")}
    assert places_after(after, {"a.pdf": Y, "b.pdf": Z}, ()) == after
    assert places_after(after, {"a.pdf": Z}, ()) == {"a.pdf": Place(Z, Z)}


def test_what_failed_after_it_was_read_keeps_its_place() -> None:
    before = {"a.pdf": Place(X, X)}
    assert places_after(before, {"a.pdf": X}, ()) == before


def test_content_that_moved_takes_along_what_it_stands_for() -> None:
    assert places_after({"a.pdf": Place(X, X)}, {"b.pdf": X}, ()) == {"b.pdf": Place(X, X)}
    assert places_after({"a.pdf": Place(Y, X)}, {"b.pdf": Y}, ()) == {"b.pdf": Place(Y, X)}
    assert places_after({"a.pdf": Place(X, X), "b.pdf": Place(Y, Y)}, {"b.pdf": X}, ()) == {"b.pdf": Place(X, X)}


def test_a_file_that_cannot_be_read_leaves_its_place_as_it_is() -> None:
    assert places_after({"a.pdf": Place(Y, X)}, {"a.pdf": ""}, ()) == {"a.pdf": Place(Y, X)}
    assert places_after({}, {"a.pdf": ""}, ()) == {"a.pdf": Place()}


@pytest.mark.parametrize("folder", [".", "2024", "2024/dinas"])
def test_what_lies_below_a_folder_that_cannot_be_listed_stays_known(folder: str) -> None:
    before = {"2024/dinas/a.pdf": Place(X, X), "2024/b.pdf": Place(Y, Y), "20/c.pdf": Place(Z, Z)}
    after = places_after(before, {folder: "", "2024/b.pdf": Z}, {Z})
    kept = {"2024/dinas/a.pdf": Place(X, X)} | ({"20/c.pdf": Place(Z, Z)} if folder == "." else {})
    assert after == kept | {folder: Place(), "2024/b.pdf": Place(Z, Z)}
