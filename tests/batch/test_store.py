from __future__ import annotations

import os
import pickle
import stat
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.batch.store import INVENTORY, READING, Store, StoreError
from tests.batch.kept_values import (
    KEYS,
    OTHER_CHECKS,
    OTHER_PROGRAM,
    files_of,
    is_whole,
    leftovers,
    place,
    put,
    reading_of,
    result_of,
    sha_of,
    tree,
    zip_of,
)

ROOT = Path(__file__).parents[2]


# what is put there is there


def test_what_was_put_comes_back(store: Store) -> None:
    put(store, 1)
    assert is_whole(store, 1)
    assert store.result(sha_of(1), KEYS) == result_of(1)
    assert store.has_result(sha_of(1), KEYS)
    assert store.files(sha_of(1), KEYS) == place(store, 1)
    assert Store(store.root).result(sha_of(1), KEYS) == result_of(1)
    assert leftovers(store) == []


def test_an_empty_or_absent_store_has_nothing(store: Store) -> None:
    for _ in range(2):
        assert not is_whole(store, 1)
        assert store.result(sha_of(1), KEYS) is None
        assert not store.has_result(sha_of(1), KEYS)
        store.sweep()
        store.root.mkdir(parents=True, exist_ok=True)


def test_other_checks_keep_the_reading_and_other_programs_do_not(store: Store) -> None:
    put(store, 1)
    assert is_whole(store, 1, OTHER_CHECKS)
    assert store.result(sha_of(1), OTHER_CHECKS) is None and not store.has_result(sha_of(1), OTHER_CHECKS)
    store.put_result(sha_of(1), OTHER_CHECKS, result_of(2))
    assert store.result(sha_of(1), OTHER_CHECKS) == result_of(2)
    assert store.result(sha_of(1), KEYS) == result_of(1)
    assert not is_whole(store, 1, OTHER_PROGRAM)
    assert not is_whole(store, 2)


def test_put_again_changes_nothing_but_the_result(store: Store) -> None:
    put(store, 1)
    before = {path: path.stat().st_ino for path in place(store, 1).rglob("*")}
    store.put_reading(sha_of(1), KEYS, b"other", files_of(2))
    assert {path: path.stat().st_ino for path in place(store, 1).rglob("*")} == before
    assert is_whole(store, 1)
    store.put_result(sha_of(1), KEYS, result_of(2))
    assert store.result(sha_of(1), KEYS) == result_of(2)


def test_a_document_without_files(store: Store) -> None:
    store.put_reading(sha_of(1), KEYS, b"", b"")
    files = store.files(sha_of(1), KEYS)
    assert files is not None and set(tree(files)) == {READING, INVENTORY}
    assert store.reading(sha_of(1), KEYS) == b""


def test_a_result_without_reading_and_then_its_reading(store: Store) -> None:
    store.put_result(sha_of(1), KEYS, result_of(1))
    assert store.result(sha_of(1), KEYS) == result_of(1) and not is_whole(store, 1)
    put(store, 1)
    assert is_whole(store, 1) and store.result(sha_of(1), KEYS) == result_of(1)


def test_the_store_is_for_its_owner_alone(store: Store) -> None:
    before = os.umask(0)
    try:
        put(store, 1)
    finally:
        os.umask(before)
    assert stat.S_IMODE(store.root.stat().st_mode) & 0o022 == 0


@settings(max_examples=50, deadline=None)
@given(st.binary(max_size=300), st.dictionaries(st.sampled_from(["a", "b/c", "b/d\n", "é"]), st.binary(max_size=300)))
def test_any_bytes_come_back(tmp_path_factory: pytest.TempPathFactory, reading: bytes, files: dict[str, bytes]) -> None:
    store = Store(tmp_path_factory.mktemp("any") / "simpanan")
    store.put_reading(sha_of(7), KEYS, reading, zip_of(files.items()))
    assert store.reading(sha_of(7), KEYS) == reading
    found = store.files(sha_of(7), KEYS)
    assert found is not None
    assert {name: content for name, content in tree(found).items() if not name.endswith(".bin")} == files


# damage


@pytest.mark.parametrize("name", [READING, INVENTORY])
@pytest.mark.parametrize("damage", ["flip", "cut", "longer", "empty", "gone", "other document", "folder"])
def test_a_damaged_entry_is_not_there_and_is_replaced(store: Store, name: str, damage: str) -> None:
    put(store, 1)
    put(store, 2)
    spoil(place(store, 1) / name, damage, place(store, 2) / name)
    assert None in (store.reading(sha_of(1), KEYS), store.files(sha_of(1), KEYS))
    put(store, 1)
    assert is_whole(store, 1) and is_whole(store, 2)
    assert store.result(sha_of(1), KEYS) == result_of(1)
    assert leftovers(store) == []


@pytest.mark.parametrize("damage", ["flip", "cut", "longer", "empty", "gone", "other document", "folder"])
def test_a_damaged_result_is_none(store: Store, damage: str) -> None:
    put(store, 1)
    put(store, 2)
    (mine,) = place(store, 1).glob("hasil-*")
    (other,) = place(store, 2).glob("hasil-*")
    spoil(mine, damage, other)
    assert store.result(sha_of(1), KEYS) is None
    assert store.has_result(sha_of(1), KEYS) is (damage == "flip"), "only a look at the content shows it"
    if damage != "folder":
        store.put_result(sha_of(1), KEYS, result_of(1))
        assert store.result(sha_of(1), KEYS) == result_of(1)


@pytest.mark.parametrize("damage", ["cut", "longer", "gone", "folder", "link"])
def test_a_file_that_is_no_longer_as_it_was_written_is_noticed(store: Store, damage: str) -> None:
    put(store, 1)
    spoil(place(store, 1) / "documents" / sha_of(1) / "tables" / "1.csv", damage, ROOT / "pyproject.toml")
    assert store.files(sha_of(1), KEYS) is None
    store.put_reading(sha_of(1), KEYS, reading_of(1), files_of(1))
    assert is_whole(store, 1)


def spoil(path: Path, damage: str, other: Path) -> None:
    content = path.read_bytes()
    path.unlink()
    changed = {
        "flip": content[:-1] + bytes([content[-1] ^ 1]),
        "cut": content[:-1],
        "longer": content + b"x",
        "empty": b"",
        "other document": other.read_bytes(),
    }
    if damage in changed:
        path.write_bytes(changed[damage])
    elif damage == "folder":
        (path / "x").mkdir(parents=True)
    elif damage == "link":
        path.symlink_to("x" * len(content))  # of the same size


def test_what_is_no_result_is_not_taken_for_one(store: Store) -> None:
    store.put_result(sha_of(1), KEYS, {"path": "x"})  # type: ignore[arg-type]  # of a program that was not ours
    assert store.result(sha_of(1), KEYS) is None


def test_a_result_whose_class_is_no_longer_there_is_none(store: Store) -> None:
    from pipeline.batch import store as module

    packed = pickle.dumps(result_of(1)).replace(b"DocumentResult", b"DocumentResulb")
    store.put_result(sha_of(1), KEYS, result_of(1))
    (path,) = place(store, 1).glob("hasil-*")
    path.write_bytes(module._sealed("hasil-", sha_of(1), KEYS.checking, module.zlib.compress(packed)))
    assert store.has_result(sha_of(1), KEYS) and store.result(sha_of(1), KEYS) is None


# ZIPs that are none, or that lead elsewhere


def link(name: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name)
    member.external_attr = (stat.S_IFLNK | 0o777) << 16
    return member


@pytest.mark.parametrize(
    "name",
    [
        "/etc/x",
        "../x",
        "documents/../../x",
        "a/./b",
        "a//b",
        "..\\x",
        "documents\\x",
        READING,
        INVENTORY,
        "hasil-2b2b2b2b2b2b2b2b.bin",
        link("tautan"),
    ],
)
def test_names_that_lead_elsewhere_are_refused(store: Store, tmp_path: Path, name: str | zipfile.ZipInfo) -> None:
    files = zip_of([("nilai.csv", b"x"), (name, b"/etc/passwd")])
    with pytest.raises(StoreError, match="tidak aman"):
        store.put_reading(sha_of(1), KEYS, b"r", files)
    assert not is_whole(store, 1) and leftovers(store) == []
    assert tree(tmp_path) == {}


def test_a_name_that_is_file_and_folder_or_stands_twice_is_refused(store: Store) -> None:
    with pytest.raises(StoreError, match="sekaligus folder"):
        store.put_reading(sha_of(1), KEYS, b"r", zip_of([("a/b", b"x"), ("a", b"y")]))
    with pytest.warns(UserWarning, match="Duplicate"):
        twice = zip_of([("a", b"x"), ("a", b"y")])
    with pytest.raises(StoreError, match="tidak aman"):
        store.put_reading(sha_of(1), KEYS, b"r", twice)


def test_folders_in_a_zip_do_no_harm(store: Store) -> None:
    store.put_reading(sha_of(1), KEYS, b"r", zip_of([("documents/", b""), ("documents/a", b"x")]))
    files = store.files(sha_of(1), KEYS)
    assert files is not None and tree(files)["documents/a"] == b"x"


def test_a_broken_zip_is_refused_and_leaves_nothing(store: Store) -> None:
    whole = files_of(1)
    middle = whole.index(b"printed.json") + 2000  # inside the content of a member
    for broken in (b"no zip", whole[:-30], whole[:middle] + b"\0\0\0" + whole[middle + 3 :]):
        with pytest.raises(StoreError, match="rusak"):
            store.put_reading(sha_of(1), KEYS, b"r", broken)
        assert not is_whole(store, 1) and leftovers(store) == []
