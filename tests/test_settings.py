"""Settings of the batch: every key of the file, what stands above what, and how each mistake is told."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.settings import KEYS, LEAST_MEMORY_MIB, MOST_JOBS, MOST_SECONDS, MOST_TRIES
from schemas.batch import MIB, BatchConfig
from schemas.config import FORMATS, AuditConfig
from schemas.errors import ExitCode, UsageError
from schemas.finding import SEVERITIES
from tests.batch_settings import EVERY_KEY, config_of, field_of, written


@pytest.fixture
def lapor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of documents inside the working folder."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "lapor"
    folder.mkdir()
    return folder


def refused(*words: str, environment: Mapping[str, str] | None = None) -> str:
    with pytest.raises(UsageError) as caught:
        config_of(*words, environment=environment)
    assert caught.value.exit_code is ExitCode.USAGE
    return str(caught.value)


def refused_line(folder: Path, line: str) -> str:
    """What is said of a file with a folder and one more line."""
    written(folder.parent / "malam.toml", f'folder = "{folder.name}"\n{line}\n')
    return refused("--config", "malam.toml")


def test_every_field_has_its_key() -> None:
    named = {f"audit.{item.name}" for item in fields(AuditConfig)} | {item.name for item in fields(BatchConfig)}
    # `audit` stands for its fields; the lowest severity that counts is `fail_on` of the batch
    assert {name for _, name, _ in EVERY_KEY.values()} == named - {"audit", "audit.fail_on"}
    assert set(EVERY_KEY) == set(KEYS)


@pytest.mark.parametrize("key", KEYS)
def test_a_key_sets_its_field_and_no_other(key: str, lapor: Path) -> None:
    text, name, value = EVERY_KEY[key]
    usual = config_of("lapor")
    written(Path("malam.toml"), f"{key} = {text}\n")
    config = config_of("--config", "malam.toml", *([] if key == "folder" else ["lapor"]))
    assert field_of(config, name) == value
    assert key == "folder" or field_of(usual, name) != value
    others = {other for _, other, _ in EVERY_KEY.values()} - {name}
    assert {other: field_of(config, other) for other in others} == {other: field_of(usual, other) for other in others}


def test_all_keys_together(lapor: Path) -> None:
    written(Path("malam.toml"), "".join(f"{key} = {text}\n" for key, (text, _, _) in EVERY_KEY.items()))
    config = config_of("--config", "malam.toml")
    assert {name: field_of(config, name) for _, name, _ in EVERY_KEY.values()} == {
        name: value for _, name, value in EVERY_KEY.values()
    }


def test_without_anything_the_defaults_of_the_record_hold(lapor: Path) -> None:
    assert config_of("lapor") == BatchConfig(folder=Path("lapor"))


NAMES = st.text(alphabet="abcdefghij-_ é“”'", min_size=1, max_size=12).filter(lambda text: text.strip() != "")
SETTINGS = st.fixed_dictionaries(
    {},
    optional={
        "out": NAMES,
        "db": st.builds("postgresql://{}:{}@host/nama".format, st.just("a"), st.text("xyz", min_size=1, max_size=5)),
        "jobs": st.integers(1, MOST_JOBS),
        "scheduler": st.builds("{}://host:{}".format, st.sampled_from(("tcp", "tls")), st.integers(1, 65535)),
        "time_limit_seconds": st.floats(1, MOST_SECONDS) | st.integers(1, MOST_SECONDS),
        "memory_limit_mib": st.integers(LEAST_MEMORY_MIB, 1 << 20),
        "tries": st.integers(1, MOST_TRIES),
        "backoff_seconds": st.floats(0, MOST_SECONDS),
        "settle_seconds": st.floats(0, MOST_SECONDS),
        "retry_failed": st.booleans(),
        "fail_on": st.sampled_from((*SEVERITIES, "never")),
        "format": st.lists(st.sampled_from(FORMATS), min_size=1),
        "kamus": NAMES,
        "nama": NAMES,
        "max_pages": st.integers(1, 1 << 40),
        "quiet": st.booleans(),
        "json_log": st.booleans(),
    },
)
FROM_FIELD: dict[str, Any] = {
    "memory_limit_mib": lambda value: value // MIB,
    "fail_on": lambda value: "never" if value is None else value,
    "format": lambda value: [*value],
}


@given(settings=SETTINGS)
def test_what_is_written_is_what_is_set(settings: dict[str, object], tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.getbasetemp()
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in settings.items()]
    path = written(folder / "sifat" / "malam.toml", "\n".join([f'folder = "{folder}"', *lines]))
    config = config_of("--config", str(path))
    for key, value in settings.items():
        held = field_of(config, EVERY_KEY[key][1])
        if key in {"out", "kamus", "nama"}:
            assert held == path.parent / str(value)
        elif key == "format":
            assert held == tuple(name for name in FORMATS if name == "json" or name in str(value))
        else:
            assert FROM_FIELD.get(key, lambda item: item)(held) == value


@pytest.mark.parametrize(
    ("words", "name", "value"),
    [
        (["--out", "hasil"], "out", Path("hasil")),
        (["--db", "catatan.sqlite"], "db", "sqlite:///catatan.sqlite"),
        (["--db", "sqlite:////srv/catatan.sqlite"], "db", "sqlite:////srv/catatan.sqlite"),
        (["--db", "/srv/catatan.sqlite"], "db", "sqlite:////srv/catatan.sqlite"),
        (["--db", "postgresql://a@b/c"], "db", "postgresql://a@b/c"),
        (["--db", "postgres://a@b/c"], "db", "postgres://a@b/c"),
        (["--jobs", "8"], "jobs", 8),
        (["--scheduler", "tls://[fe80::1]:8786"], "scheduler", "tls://[fe80::1]:8786"),
        (["--time-limit", "1.5"], "time_limit", 1.5),
        (["--memory-limit", "512"], "memory_limit", 512 * MIB),
        (["--retry-failed"], "retry_failed", True),
        (["--fail-on", "NEVER"], "fail_on", None),
        (["--format", "csv, HTML"], "audit.formats", ("json", "csv", "html")),
        (["--kamus", "kamus"], "audit.kamus", Path("kamus")),
        (["--nama", "nama.csv"], "audit.nama", Path("nama.csv")),
        (["--quiet"], "quiet", True),
        (["--json-log"], "json_log", True),
    ],
)
def test_the_command_line_stands_above_the_file(words: list[str], name: str, value: object, lapor: Path) -> None:
    text = """
        out = "a"
        db = "a.sqlite"
        jobs = 2
        scheduler = "tcp://lain:1"
        time_limit_seconds = 9
        memory_limit_mib = 999
        fail_on = "advisory"
        format = ["xlsx"]
        kamus = "a"
        nama = "a"
        retry_failed = false
        quiet = false
        json_log = false
    """
    written(Path("malam.toml"), text)
    assert field_of(config_of("lapor", *words), name) == value
    assert field_of(config_of("lapor", "--config", "malam.toml", *words), name) == value
    assert field_of(config_of("lapor", "--config", "malam.toml"), name) != value


def test_the_folder_of_the_command_line_stands_above_that_of_the_file(lapor: Path) -> None:
    (lapor / "dalam").mkdir()
    written(Path("malam.toml"), 'folder = "lapor"')
    assert config_of("lapor/dalam", "--config", "malam.toml").folder == Path("lapor/dalam")


def test_the_database_of_the_environment_stands_between_command_line_and_file(lapor: Path) -> None:
    written(Path("malam.toml"), 'db = "berkas.sqlite"')
    words = ["lapor", "--config", "malam.toml"]
    environment = {"CAPAIAN_DB": "postgresql://a:b@c/d", "CAPAIAN_JOBS": "9"}
    assert config_of(*words).db == "sqlite:///berkas.sqlite"
    for blank in ("", " ", "\t\n"):
        assert config_of(*words, environment={"CAPAIAN_DB": blank}).db == "sqlite:///berkas.sqlite"
    assert config_of(*words, environment=environment).db == "postgresql://a:b@c/d"
    assert config_of(*words, "--db", "sini.sqlite", environment=environment).db == "sqlite:///sini.sqlite"
    assert config_of(*words, environment=environment).jobs == 1


def test_relative_paths_of_a_file_start_at_its_folder(lapor: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = 'folder = "../lapor"\nout = "hasil"\nkamus = "kamus"\nnama = "/srv/nama.csv"\ndb = "sqlite:///catatan.sqlite"\n'
    written(lapor.parent / "tata" / "malam.toml", text)
    config = config_of("--config", "tata/malam.toml")
    assert config.folder == Path("tata/../lapor") and config.folder.samefile(lapor)
    assert (config.out, config.audit.kamus) == (Path("tata/hasil"), Path("tata/kamus"))
    assert config.audit.nama == Path("/srv/nama.csv")
    assert config.db == "sqlite:///tata/catatan.sqlite"
    monkeypatch.setenv("HOME", str(lapor))
    written(lapor.parent / "tata" / "malam.toml", 'folder = "../lapor"\nout = "~/hasil"\ndb = "~/a.sqlite"\n')
    config = config_of("--config", "tata/malam.toml")
    assert (config.out, config.db) == (lapor / "hasil", f"sqlite:///{lapor}/a.sqlite")


def test_a_home_folder_of_nobody_is_refused(lapor: Path) -> None:
    assert "kunci out: seharusnya jalur tanpa ~" in refused_line(lapor, 'out = "~tidak-ada-pengguna-ini/hasil"')


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("job = 2", "kunci tidak dikenal: job; maksud Anda jobs?"),
        ("Jobs = 2", "kunci tidak dikenal: Jobs; maksud Anda jobs?"),
        ('faill_on = "error"', "maksud Anda fail_on?"),
        ("time_limit = 3", "maksud Anda time_limit_seconds?"),
        ("xyzzy = 1", "kunci tidak dikenal: xyzzy; yang dikenal: folder, out, db"),
        ("[batch]\njobs = 2", "bagian [batch] tidak dikenal; tulis semua kunci tanpa bagian"),
        ('jobs = "2"', 'kunci jobs: seharusnya bilangan bulat dari 1 sampai 1024, bukan "2".'),
        ("jobs = 2.0", "kunci jobs: seharusnya bilangan bulat dari 1 sampai 1024, bukan 2.0."),
        ("jobs = true", "bukan true."),
        ("jobs = 0", "bukan 0."),
        ("jobs = 1025", "bukan 1025."),
        ("jobs = [2]", "bukan daftar."),
        ("jobs = {a = 1}", "bukan bagian."),
        ("jobs = 2026-01-01", "bukan 2026-01-01."),
        (f"jobs = {'9' * 40}", "bukan bilangan sebesar itu."),
        (f"jobs = 0x{'f' * 6000}", "bukan bilangan sebesar itu."),
        ("tries = 11", "kunci tries: seharusnya bilangan bulat dari 1 sampai 10, bukan 11."),
        ("time_limit_seconds = 0", "kunci time_limit_seconds: seharusnya jumlah detik dari 1 sampai 604800"),
        ("time_limit_seconds = inf", "bukan inf."),
        ("backoff_seconds = nan", "bukan nan."),
        ("settle_seconds = -1", "seharusnya jumlah detik dari 0 sampai 604800, desimal dengan titik, bukan -1."),
        ('settle_seconds = "2"', 'bukan "2".'),
        ("settle_seconds = false", "bukan false."),
        ("memory_limit_mib = 63", "seharusnya bilangan bulat dari 64"),
        ("max_pages = 0", "kunci max_pages: seharusnya bilangan bulat dari 1"),
        ("max_bytes = -5", "kunci max_bytes"),
        ("max_unpacked_bytes = 1.5", "kunci max_unpacked_bytes"),
        ("quiet = 1", "kunci quiet: seharusnya true atau false, bukan 1."),
        ('json_log = "ya"', 'kunci json_log: seharusnya true atau false, bukan "ya".'),
        ('fail_on = "eror"', 'bukan "eror"; maksud Anda error?'),
        ("fail_on = 1", "seharusnya salah satu dari decision, error, presentation, advisory, never, bukan 1."),
        ('format = "json"', 'seharusnya daftar dari json, csv, xlsx, html, misalnya ["json", "html"], bukan "json".'),
        ("format = []", "bukan daftar."),
        ('format = ["jsn"]', 'bukan "jsn"; maksud Anda json?'),
        ('format = ["json", 3]', "bukan 3."),
        ('out = ""', 'kunci out: seharusnya sebuah jalur, bukan "".'),
        ("kamus = 3", "kunci kamus: seharusnya sebuah jalur, bukan 3."),
        ('nama = ["a"]', "kunci nama: seharusnya sebuah jalur, bukan daftar."),
        ('scheduler = "penjadwal:8786"', "kunci scheduler: seharusnya alamat penjadwal Dask"),
    ],
)
def test_a_wrong_line_is_told_with_file_key_and_remedy(line: str, says: str, lapor: Path) -> None:
    message = refused_line(lapor, line)
    assert message.startswith("malam.toml") and says in message
    assert len(message) < 700


def test_a_long_value_is_not_told_whole(lapor: Path) -> None:
    message = refused_line(lapor, f'fail_on = "{"x" * 5000}"')
    assert f'"{"x" * 59}…"' in message


@pytest.mark.parametrize(
    ("text", "where", "says"),
    [
        ("jobs = 2\njobs dua\n", "baris 2, kolom 6", "bukan TOML yang sah"),
        ("jobs =", "baris 1, kolom 7", "bukan TOML yang sah"),
        ('out = "hasil\n', "baris 1, kolom 13", "bukan TOML yang sah"),
        ("jobs = 2\nformat = [", "baris 2, kolom 11", "bukan TOML yang sah"),
        ("jobs = 2\njobs = 3\n", "baris 2", "kunci yang sama ditulis dua kali"),
        (f"jobs = 2\nmax_bytes = {'9' * 5000}", "baris 2", "bukan TOML yang sah"),
    ],
)
def test_broken_toml_is_told_with_line_and_column(text: str, where: str, says: str, lapor: Path) -> None:
    written(Path("malam.toml"), text)
    message = refused("lapor", "--config", "malam.toml")
    assert message.startswith(f"malam.toml, {where}") and says in message


def test_a_line_with_a_password_is_not_quoted(lapor: Path) -> None:
    written(Path("malam.toml"), "db = postgresql://a:rahasia@b/c\n")
    assert "rahasia" not in refused("lapor", "--config", "malam.toml")


def test_files_as_editors_save_them(lapor: Path) -> None:
    path = Path("malam.toml")
    path.write_bytes(b"\xef\xbb\xbfjobs = 3\r\nquiet = true\r\n")
    config = config_of("lapor", "--config", "malam.toml")
    assert (config.jobs, config.quiet) == (3, True)
    path.write_bytes(b'jobs = 3\nout = "ha\xe9sil"\n')
    assert "malam.toml, baris 2, kolom 10: bukan teks UTF-8" in refused("lapor", "--config", "malam.toml")


def test_a_file_that_cannot_be_read_is_told(lapor: Path) -> None:
    assert "tidak-ada.toml tidak dapat dibaca (No such file or directory); periksa --config." in refused(
        "lapor", "--config", "tidak-ada.toml"
    )
    assert "lapor tidak dapat dibaca (Is a directory)" in refused("--config", "lapor")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ([], "belum diberikan: FOLDER"),
        ([""], 'FOLDER: seharusnya sebuah jalur, bukan "".'),
        (["lapor", "--out", "./lapor"], "folder hasil (--out) dan folder dokumen sama"),
        (["lapor", "--out", ""], '--out: seharusnya sebuah jalur, bukan "".'),
        (["lapor", "--jobs", "dua"], '--jobs: seharusnya bilangan bulat dari 1 sampai 1024, bukan "dua". Bantuan:'),
        (["lapor", "--jobs", "0"], '--jobs: seharusnya bilangan bulat dari 1 sampai 1024, bukan "0".'),
        (["lapor", "--jobs", "-1"], "--jobs"),
        (["lapor", "--jobs", "1_0"], 'bukan "1_0".'),
        (["lapor", "--time-limit", "1,5"], "desimal dengan titik"),
        (["lapor", "--time-limit", "nan"], "--time-limit: seharusnya jumlah detik dari 1 sampai 604800"),
        (["lapor", "--memory-limit", "1.5"], "--memory-limit: seharusnya bilangan bulat dari 64"),
        (["lapor", "--fail-on", "eror"], "maksud Anda error? Bantuan: capaian batch --help"),
        (["lapor", "--format", "xls"], "maksud Anda xlsx?"),
        (["lapor", "--format", ","], "--format: seharusnya daftar dari json, csv, xlsx, html, bukan"),
        (["lapor", "--scheduler", "host:8786"], "--scheduler: seharusnya alamat penjadwal Dask"),
        (["lapor", "--scheduler", "http://host:8786"], "tcp://nama-host:8786"),
        (["lapor", "--scheduler", "tcp://host"], "--scheduler"),
        (["lapor", "--scheduler", "tcp://host:0"], "--scheduler"),
        (["lapor", "--scheduler", "tcp://host:65536"], "--scheduler"),
        (["lapor", "--scheduler", "tcp://a@host:1"], "--scheduler"),
        (["lapor", "--scheduler", ""], "--scheduler"),
        (["lapor", "--db", "postgresl://a@b/c"], "maksud Anda postgresql?"),
        (["lapor", "--db", "mysql://a@b/c"], "--db: seharusnya sqlite:///jalur/berkas, postgresql://"),
        (["lapor", "--db", "sqlite://catatan"], "--db: seharusnya sqlite:///jalur/berkas"),
        (["lapor", "--db", "sqlite:///"], "--db: seharusnya jalur sebuah berkas SQLite"),
        (["lapor", "--db", "sqlite:///:memory:"], "--db: seharusnya jalur sebuah berkas SQLite"),
        (["lapor", "--db", ":memory:"], "--db: seharusnya jalur sebuah berkas SQLite"),
        (["lapor", "--db", "catatan?.sqlite"], "tanpa tanda ?"),
        (["lapor", "--db", "postgresql://"], "--db"),
        (["lapor", "--db", " "], "--db"),
    ],
)
def test_a_wrong_command_line_is_told(words: list[str], says: str, lapor: Path) -> None:
    assert says in refused(*words)


@pytest.mark.parametrize("address", ["mysql://a:rahasia@b/c", "postgresl://a:rahasia@b/c", "sqlite://a:rahasia@b?"])
def test_a_password_is_never_told(address: str, lapor: Path) -> None:
    assert "rahasia" not in refused("lapor", "--db", address)
    assert "rahasia" not in refused_line(lapor, f'db = "{address}"')
    message = refused("lapor", environment={"CAPAIAN_DB": address})
    assert message.startswith("CAPAIAN_DB: seharusnya") and "rahasia" not in message


def test_a_folder_whose_name_is_no_text_is_taken(lapor: Path) -> None:
    odd = os.fsdecode(os.fsencode(lapor.parent) + b"/lapor-\xff")
    Path(odd).mkdir()
    assert config_of(odd).folder == Path(odd)
