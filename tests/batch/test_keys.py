from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict, replace
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.batch.keys import PACKAGES, digest_of, make_keys
from pipeline.identity import tool_name
from pipeline.normalise.gabung import kamus_dipakai
from pipeline.normalise.kamus.dipakai import kamus_bawaan
from schemas.batch import Keys
from schemas.config import AuditConfig
from schemas.errors import KamusError
from schemas.finding import Severity

ROOT = Path(__file__).parents[2]
CONFIG = AuditConfig()

IMPORTS_CHECKS = re.compile(r"^\s*(from|import) pipeline\.checks\b|from pipeline import .*\bchecks\b", re.MULTILINE)
KAMUS = "kode;nama;arah;satuan;bidang\njumlah-telur-ayam;Jumlah Telur Ayam Kampung;naik;butir;pertanian\n"

SCRIPT = """
import json, sys
from dataclasses import asdict
from pipeline.batch.keys import make_keys
from schemas.config import AuditConfig
keys = asdict(make_keys(AuditConfig()))
print(json.dumps({"keys": keys, "modules": sorted(sys.modules)}))
"""


def keys_of(program: Path, *, installed: Path | None = None) -> tuple[Keys, set[str]]:
    """Keys of the program in a folder, and the modules that making them took, in a process of its own."""
    paths = [str(program), *([str(installed)] if installed else [])]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], cwd=program, env=environment, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    return Keys(**told["keys"]), set(told["modules"])


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packages as they would lie on another machine."""
    folder = tmp_path_factory.mktemp("program")
    for package in PACKAGES:
        shutil.copytree(ROOT / package, folder / package, ignore=shutil.ignore_patterns("__pycache__", ".*"))
    return folder


@pytest.fixture
def changed(program: Path) -> Iterator[Path]:
    """The same packages, put right again after a test."""
    before = {path: path.read_bytes() for path in program.rglob("*") if path.is_file()}
    yield program
    for path in program.rglob("*"):
        if path.is_file() and path not in before:
            path.unlink()
    for path, content in before.items():
        if not path.exists() or path.read_bytes() != content:
            path.write_bytes(content)


def touched(program: Path, name: str) -> Keys:
    """Keys after a line was added to a file of the program."""
    path = program / name
    assert path.is_file(), name
    path.write_bytes(path.read_bytes() + b"\n")
    return keys_of(program)[0]


def differences(one: Keys, other: Keys) -> set[str]:
    return {name for name, value in asdict(one).items() if value != asdict(other)[name]}


def test_keys_are_the_same_tomorrow_and_elsewhere(program: Path) -> None:
    here, (there, _) = make_keys(CONFIG), keys_of(program)
    assert make_keys(CONFIG) == here
    for path in program.rglob("*.py"):
        os.utime(path, (0, 0))
    assert keys_of(program)[0] == there
    assert (there.config, there.kamus) == (here.config, here.kamus)
    for digest in (here.reading, here.checking):
        assert len(digest) == 64 and int(digest, 16) >= 0
    assert here.reading != here.checking
    assert here.tool == tool_name()


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("pipeline/checks/hit001_capaian_salah_hitung.py", {"checking"}),
        ("pipeline/checks/base.py", {"checking"}),
        ("pipeline/checks/__init__.py", {"checking"}),
        ("extractors/rows.py", {"reading", "checking"}),
        ("extractors/readers/pdf/__init__.py", {"reading", "checking"}),
        ("pipeline/interpret/laporan.py", {"reading", "checking"}),
        ("pipeline/writers/nilai_csv.py", {"reading", "checking"}),
        ("schemas/angka.py", {"reading", "checking"}),
        ("schemas/kamus/satuan.csv", {"kamus", "reading", "checking"}),
        ("schemas/kamus/README.md", {"reading", "checking"}),
    ],
)
def test_a_changed_file_changes_what_depends_on_it(changed: Path, name: str, kinds: set[str]) -> None:
    before, _ = keys_of(changed)
    assert differences(before, touched(changed, name)) == kinds


def test_files_come_and_go(changed: Path) -> None:
    before, _ = keys_of(changed)
    (changed / "extractors" / "baru.py").write_text("")
    added, _ = keys_of(changed)
    assert differences(before, added) == {"reading", "checking"}
    (changed / "extractors" / "baru.py").rename(changed / "extractors" / "lama.py")
    assert differences(added, keys_of(changed)[0]) == {"reading", "checking"}
    (changed / "extractors" / "lama.py").rename(changed / "pipeline" / "checks" / "lama.py")
    assert differences(before, keys_of(changed)[0]) == {"checking"}


def test_what_tools_and_desktops_leave_behind_changes_nothing(changed: Path) -> None:
    before, _ = keys_of(changed)
    for name in ("pipeline/__pycache__/x.pyc", "extractors/rows.py.orig", "schemas/.k.csv", "a.swp"):
        path = changed / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x")
    assert keys_of(changed)[0] == before


def test_keys_are_made_without_loading_what_reads_or_checks(program: Path) -> None:
    _, modules = keys_of(program)
    heavy = {"pipeline.run", "pipeline.normalise", "pipeline.audit", "rapidfuzz", "spacy", "sqlalchemy", "pdfplumber"}
    assert modules & heavy == set()


def test_what_reads_a_document_knows_no_check() -> None:
    """Else a reading would depend on more than its key says."""
    importers = {
        path.relative_to(ROOT).as_posix()
        for package in PACKAGES
        for path in (ROOT / package).rglob("*.py")
        if "pipeline/checks/" not in path.as_posix() and IMPORTS_CHECKS.search(path.read_text(encoding="utf-8"))
    }
    assert importers == {"pipeline/audit.py", "pipeline/cli.py"}


# libraries


def installed(folder: Path, name: str, version: str, *requires: str) -> None:
    """A distribution as an installer leaves it."""
    home = folder / f"{name.replace('-', '_')}-{version}.dist-info"
    home.mkdir(parents=True)
    needs = [f"Requires-Dist: {entry}" for entry in requires]
    lines = ["Metadata-Version: 2.1", f"Name: {name}", f"Version: {version}", *needs]
    (home / "METADATA").write_text("\n".join(lines) + "\n")


def test_versions_of_declared_libraries_count_and_those_of_extras_do_not(program: Path, tmp_path: Path) -> None:
    def with_versions(number: int, pembaca: str, alat: str, lain: str) -> Keys:
        folder = tmp_path / str(number)
        installed(folder, "capaian", "0.1.0", "pembaca>=1", 'alat>=2; extra == "dev"', "tidak-ada>=1")
        installed(folder, "pembaca", pembaca)
        installed(folder, "alat", alat)
        installed(folder, "lain", lain)
        return keys_of(program, installed=folder)[0]

    first = with_versions(1, "1.0", "2.0", "3.0")
    assert first.tool == "capaian 0.1.0"
    assert with_versions(2, "1.0", "2.1", "3.1") == first
    assert differences(first, with_versions(3, "1.1", "2.0", "3.0")) == {"reading", "checking"}


def test_a_program_that_is_not_installed_has_other_keys_than_one_that_is(program: Path, tmp_path: Path) -> None:
    installed(tmp_path, "capaian", "0.1.0")
    one, other = keys_of(program)[0], keys_of(program, installed=tmp_path)[0]
    if one.tool.startswith("capaian 0"):
        pytest.skip("the program is installed where the tests run")
    assert differences(one, other) == {"tool", "reading", "checking"}


# settings and kamus


@pytest.mark.parametrize("change", [{"max_pages": 10}, {"max_bytes": 10}, {"max_unpacked_bytes": 10}])
def test_settings_that_bear_on_results_change_the_keys(change: dict[str, int]) -> None:
    other = make_keys(replace(CONFIG, **change))
    assert differences(make_keys(CONFIG), other) == {"config", "reading", "checking"}


def test_settings_of_reports_do_not(tmp_path: Path) -> None:
    told = replace(CONFIG, fail_on=Severity.ADVISORY, formats=("json",))
    assert make_keys(told) == make_keys(CONFIG)


def test_kamus_of_the_program_is_told_as_when_it_is_loaded() -> None:
    assert make_keys(CONFIG).kamus == kamus_bawaan().sidik == kamus_dipakai().sidik


def test_own_kamus_counts_by_its_content_and_not_by_its_place(tmp_path: Path) -> None:
    one, other, third = (tmp_path / name for name in ("a", "b", "c"))
    for folder in (one, other, third):
        folder.mkdir()
        (folder / "indikator.csv").write_text(KAMUS, encoding="utf-8")
    (third / "indikator.csv").write_text(KAMUS.replace("naik", "turun"), encoding="utf-8")
    found = [make_keys(replace(CONFIG, kamus=folder)) for folder in (one, other, third)]
    assert found[0] == found[1]
    assert found[0].kamus == kamus_dipakai(one).sidik
    for first, second in combinations((make_keys(CONFIG), found[0], found[2]), 2):
        assert differences(first, second) == {"config", "kamus", "reading", "checking"}


def test_decisions_about_names_count(tmp_path: Path) -> None:
    path = tmp_path / "keputusan-nama.csv"
    kode = kamus_bawaan().indikator[0].kode
    path.write_text(
        f"nama,kode,oleh,tanggal\nJumlah Telur Ayam Kampung,{kode},Contoh,2024-01-31\n", encoding="utf-8"
    )
    keys = make_keys(replace(CONFIG, nama=path))
    assert differences(make_keys(CONFIG), keys) == {"config", "kamus", "reading", "checking"}
    assert keys.kamus == kamus_dipakai(None, path).sidik


def test_a_kamus_that_cannot_be_followed_is_told_before_anything_is_read(tmp_path: Path) -> None:
    (tmp_path / "indikator.csv").write_text("kode;nama\nx\n", encoding="utf-8")
    with pytest.raises(KamusError, match=r"indikator\.csv"):
        make_keys(replace(CONFIG, kamus=tmp_path))
    with pytest.raises(KamusError):
        make_keys(replace(CONFIG, nama=tmp_path / "tidak-ada.csv"))


# the digest


@settings(suppress_health_check=[HealthCheck.too_slow])  # the first text of all loads the tables of Unicode
@given(st.dictionaries(st.text(st.characters(exclude_characters="\0", codec="utf-8")), st.binary()))
def test_order_does_not_matter_and_bounds_do(parts: dict[str, bytes]) -> None:
    items = list(parts.items())
    assert digest_of(items) == digest_of(reversed(items))
    for name, data in items:
        if data:
            cut = [(key, value) for key, value in items if key != name]
            assert digest_of([*cut, (name, data[:-1])]) != digest_of(items)
            assert digest_of([*cut, (name + chr(data[-1] | 0x100), data[:-1])]) != digest_of(items)
