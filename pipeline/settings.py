"""Settings of `capaian batch`: the command line stands above the environment, that above one TOML file."""

from __future__ import annotations

import os
import re
import tomllib
from argparse import Namespace
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.choices import NEVER, nearest
from schemas.batch import MIB, BatchConfig
from schemas.config import FORMATS, AuditConfig
from schemas.errors import UsageError
from schemas.finding import SEVERITIES, Severity

DATABASE_VARIABLE = "CAPAIAN_DB"

KEYS: Mapping[str, str] = {
    "folder": "FOLDER",
    "out": "--out",
    "db": "--db",
    "jobs": "--jobs",
    "scheduler": "--scheduler",
    "time_limit_seconds": "--time-limit",
    "memory_limit_mib": "--memory-limit",
    "tries": "",
    "backoff_seconds": "",
    "settle_seconds": "",
    "retry_failed": "--retry-failed",
    "fail_on": "--fail-on",
    "format": "--format",
    "kamus": "--kamus",
    "nama": "--nama",
    "max_pages": "",
    "max_bytes": "",
    "max_unpacked_bytes": "",
    "quiet": "--quiet",
    "json_log": "--json-log",
}
"""Every key of the file with the option that says the same, "" where there is none. The attributes of the parsed
arguments have the names of the keys."""

MOST_JOBS = 1024
MOST_TRIES = 10
MOST_SECONDS = 7 * 24 * 3600
LEAST_MEMORY_MIB = 64
MOST_MEMORY_MIB = 1 << 24
MOST_COUNT = (1 << 63) - 1

_DEFAULT = BatchConfig(folder=Path())
_AUDIT = AuditConfig()
_ADDRESS = re.compile(r"(?:tcp|tls)://(?:\[[0-9A-Fa-f:.]+\]|[^\s:/@\[\]]+):([0-9]{1,5})")
_SCHEMES = ("sqlite", "postgresql", "postgres")
_DATABASES = "sqlite:///jalur/berkas, postgresql://pengguna:sandi@host/nama, atau jalur berkas SQLite"
_LONGEST_SHOWN = 60
_BIGGEST_SHOWN_BITS = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class _Given:
    """A setting as it was given.

    Attributes:
        name: what it is called in an error: `--jobs`, `CAPAIAN_DB`, `malam.toml, kunci jobs`.
        base: folder of the file that it stands in, None outside a file.
    """

    value: object
    name: str
    base: Path | None = None

    def wrong(self, expected: str, *, near: str = "", secret: bool = False) -> UsageError:
        """The error that says what should have been given."""
        got = "" if secret else f", bukan {_shown(self.value)}"
        help_at = " Bantuan: capaian batch --help" if self.base is None else ""
        return UsageError(f"{self.name}: seharusnya {expected}{got}{near or '.'}{help_at}")


def batch_config(arguments: Namespace, environment: Mapping[str, str]) -> BatchConfig:
    """The settings of a batch in one record.

    Args:
        arguments: what the command line says, an attribute for every key, None where it says nothing; `config` is the
            path of the TOML file or None.
        environment: variables; only `CAPAIAN_DB` is looked at, a blank one counts as absent.

    Raises:
        UsageError: a file that cannot be read, an unknown key, a value of the wrong type or range, no folder given.
    """
    given = _given(arguments, environment)
    folder = _folder(given.get("folder"))
    out = _path(given.get("out")) or _DEFAULT.out
    if os.path.realpath(out) == os.path.realpath(folder):
        raise UsageError(f"folder hasil (--out) dan folder dokumen sama: {folder}; pilih folder hasil yang lain.")
    default = _DEFAULT
    return BatchConfig(
        folder=folder,
        audit=_audit(given),
        fail_on=_severity(given.get("fail_on")),
        out=out,
        db=_database(given.get("db")),
        jobs=_whole(given.get("jobs"), default.jobs, 1, MOST_JOBS),
        scheduler=_address(given.get("scheduler")),
        time_limit=_seconds(given.get("time_limit_seconds"), default.time_limit, 1),
        memory_limit=_whole(
            given.get("memory_limit_mib"), default.memory_limit // MIB, LEAST_MEMORY_MIB, MOST_MEMORY_MIB
        ) * MIB,
        tries=_whole(given.get("tries"), default.tries, 1, MOST_TRIES),
        backoff=_seconds(given.get("backoff_seconds"), default.backoff, 0),
        settle=_seconds(given.get("settle_seconds"), default.settle, 0),
        retry_failed=_flag(given.get("retry_failed")),
        quiet=_flag(given.get("quiet")),
        json_log=_flag(given.get("json_log")),
    )  # fmt: skip


def _given(arguments: Namespace, environment: Mapping[str, str]) -> dict[str, _Given]:
    """Every setting that was given anywhere, by its key; the strongest place wins."""
    given = _from_file(arguments.config) if arguments.config is not None else {}
    database = environment.get(DATABASE_VARIABLE, "")
    if database.strip():
        given["db"] = _Given(value=database, name=DATABASE_VARIABLE)
    said = {key: value for key, value in vars(arguments).items() if key in KEYS and value is not None}
    for key, value in said.items():
        given[key] = _Given(value=str(value) if isinstance(value, Path) else value, name=KEYS[key])
    return given


def _from_file(path: Path) -> dict[str, _Given]:
    """The settings of a TOML file.

    Raises:
        UsageError: it cannot be read, is no TOML, or has a key that does not exist.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
        table = tomllib.loads(text)
    except OSError as error:
        reason = error.strerror or str(error)
        raise UsageError(f"berkas konfigurasi {path} tidak dapat dibaca ({reason}); periksa --config.") from error
    except UnicodeDecodeError as error:
        where = _position(error.object[: error.start].decode("utf-8"))
        raise UsageError(f"{path}, {where}: bukan teks UTF-8; simpan ulang berkas itu sebagai UTF-8.") from None
    except ValueError as error:
        raise UsageError(_broken(path, text, str(error))) from None
    for key, value in table.items():
        _refuse_unknown(path, key, value)
    return {key: _Given(value=value, name=f"{path}, kunci {key}", base=path.parent) for key, value in table.items()}


def _broken(path: Path, text: str, said: str) -> str:
    """Where a text is no TOML; the line itself is not quoted, it may hold a password."""
    found = re.search(r"at line (\d+), column (\d+)", said)
    where = f"baris {found[1]}, kolom {found[2]}" if found else _position(text)
    if "overwrite" in said:
        return f"{path}, {where}: kunci yang sama ditulis dua kali; hapus salah satu."
    return (
        f"{path}, {where}: bukan TOML yang sah; tulis satu pasangan “kunci = nilai” per baris, teks di antara "
        'tanda kutip "…".'
    )


def _position(before: str) -> str:
    line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
    return f"baris {line}, kolom {column}"


def _refuse_unknown(path: Path, key: str, value: object) -> None:
    if key in KEYS:
        return
    if isinstance(value, dict):
        raise UsageError(f"{path}: bagian [{key}] tidak dikenal; tulis semua kunci tanpa bagian: {', '.join(KEYS)}.")
    near = nearest(key.lower(), KEYS) or f"; yang dikenal: {', '.join(KEYS)}."
    raise UsageError(f"{path}: kunci tidak dikenal: {key}{near}")


def _shown(value: object) -> str:
    """A value as the file or the command line has it, short."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | dict):
        return "daftar" if isinstance(value, list) else "bagian"
    if isinstance(value, int) and value.bit_length() > _BIGGEST_SHOWN_BITS:
        return "bilangan sebesar itu"
    text = str(value)
    text = text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"
    return f'"{text}"' if isinstance(value, str) else text


def _whole(given: _Given | None, default: int, least: int, most: int) -> int:
    """A whole number; a text is one on the command line only."""
    if given is None:
        return default
    value = given.value
    if isinstance(value, str) and given.base is None and re.fullmatch(r"[0-9]{1,30}", value):
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise given.wrong(f"bilangan bulat dari {least} sampai {most}")
    return value


def _seconds(given: _Given | None, default: float, least: int) -> float:
    """A number of seconds, with or without decimals."""
    if given is None:
        return default
    value = given.value
    if isinstance(value, str) and given.base is None and re.fullmatch(r"[0-9]{1,30}(\.[0-9]{1,30})?", value):
        value = float(value)
    if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= MOST_SECONDS:
        raise given.wrong(f"jumlah detik dari {least} sampai {MOST_SECONDS}, desimal dengan titik")
    return float(value)


def _flag(given: _Given | None) -> bool:
    if given is None:
        return False
    if not isinstance(given.value, bool):
        raise given.wrong("true atau false")
    return given.value


def _text(given: _Given, expected: str, *, secret: bool = False) -> str:
    if not isinstance(given.value, str) or not given.value.strip() or "\0" in given.value:
        raise given.wrong(expected, secret=secret)
    return given.value


def _path(given: _Given | None) -> Path | None:
    """A path; in a file a relative one starts at the folder of the file and `~` is the home folder."""
    if given is None:
        return None
    return _from_base(given, _text(given, "sebuah jalur"))


def _from_base(given: _Given, text: str) -> Path:
    if given.base is None:
        return Path(text)
    try:
        return given.base / Path(text).expanduser()
    except RuntimeError:
        raise given.wrong("jalur tanpa ~ karena folder rumah pengguna itu tidak diketahui") from None


def _folder(given: _Given | None) -> Path:
    folder = _path(given)
    if folder is None:
        raise UsageError(
            "belum diberikan: FOLDER; tulis pada perintah atau sebagai kunci folder di berkas --config. "
            "Bantuan: capaian batch --help"
        )
    return folder


def _severity(given: _Given | None) -> Severity | None:
    if given is None:
        return _DEFAULT.fail_on
    known = (*SEVERITIES, NEVER)
    expected = f"salah satu dari {', '.join(known)}"
    word = _text(given, expected).lower()
    if word not in known:
        raise given.wrong(expected, near=nearest(word.lower(), known))
    return None if word == NEVER else Severity(word)


def _formats(given: _Given | None) -> tuple[str, ...]:
    if given is None:
        return FORMATS
    names = given.value
    expected = f"daftar dari {', '.join(FORMATS)}"
    if isinstance(names, str) and given.base is None:
        names = [name.strip() for name in names.split(",") if name.strip()]
    if not isinstance(names, list) or not names:
        raise given.wrong(f'{expected}, misalnya ["json", "html"]' if given.base is not None else expected)
    words = [name.lower() if isinstance(name, str) else "" for name in names]
    for name, word in zip(names, words, strict=True):
        if word not in FORMATS:
            wrong = _Given(value=name, name=given.name, base=given.base)
            raise wrong.wrong(expected, near=nearest(word.lower(), FORMATS))
    return tuple(name for name in FORMATS if name == "json" or name in words)


def _audit(given: Mapping[str, _Given]) -> AuditConfig:
    return AuditConfig(
        formats=_formats(given.get("format")),
        max_pages=_whole(given.get("max_pages"), _AUDIT.max_pages, 1, MOST_COUNT),
        max_bytes=_whole(given.get("max_bytes"), _AUDIT.max_bytes, 1, MOST_COUNT),
        max_unpacked_bytes=_whole(given.get("max_unpacked_bytes"), _AUDIT.max_unpacked_bytes, 1, MOST_COUNT),
        kamus=_path(given.get("kamus")),
        nama=_path(given.get("nama")),
    )


def _address(given: _Given | None) -> str | None:
    """The address of a Dask scheduler."""
    if given is None:
        return None
    expected = "alamat penjadwal Dask seperti tcp://nama-host:8786 atau tls://nama-host:8786"
    text = _text(given, expected).strip()
    found = _ADDRESS.fullmatch(text)
    if not found or not 1 <= int(found[1]) <= 65535:
        raise given.wrong(expected)
    return text


def _database(given: _Given | None) -> str | None:
    """The URL of the ledger; a value is never quoted in an error, it may hold a password."""
    if given is None:
        return None
    text = _text(given, _DATABASES, secret=True).strip()
    scheme, separator, rest = text.partition("://")
    if not separator:
        return _sqlite_url(given, text)
    if scheme == "sqlite" and rest.startswith("/"):
        return _sqlite_url(given, rest[1:])
    if scheme in {"postgresql", "postgres"} and rest.strip("/"):
        return text
    near = "" if scheme in _SCHEMES else nearest(scheme.lower(), _SCHEMES)
    raise given.wrong(_DATABASES, near=near, secret=True)


def _sqlite_url(given: _Given, path: str) -> str:
    """The URL of a file; memory is none, and a ? would end the path."""
    if not path.strip("/") or "?" in path or path == ":memory:":
        raise given.wrong("jalur sebuah berkas SQLite, tanpa tanda ?", secret=True)
    return f"sqlite:///{_from_base(given, path)}"
