"""The command line of `capaian`: commands, options, help and usage errors in Indonesian."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import NoReturn

from pipeline.choices import NEVER, nearest
from schemas.config import FORMATS
from schemas.errors import UsageError
from schemas.finding import SEVERITIES, Severity

COMMANDS = ("audit", "extract", "migrate", "batch", "explain", "checks")

_EXIT_CODES = """kode keluar:
  0  semua terbaca, tidak ada temuan setingkat --fail-on atau lebih berat
  1  ada temuan setingkat --fail-on atau lebih berat
  2  perintah atau opsi salah
  3  sebagian: ada dokumen yang gagal atau pemeriksaan yang terhenti; sisanya ditulis
  4  tidak ada yang dapat dibaca; migrate: tidak ada keputusan di dalamnya
  5  hasil tidak dapat ditulis
  6  kesalahan dalam program
130  dihentikan
"""


def _severity(text: str) -> str:
    known = (*SEVERITIES, NEVER)
    if text.lower() in known:
        return text.lower()
    raise argparse.ArgumentTypeError(
        f"{text!r} tidak dikenal{nearest(text.lower(), known)} (pilihan: {', '.join(known)})"
    )


def _formats(text: str) -> tuple[str, ...]:
    names = [name.strip().lower() for name in text.split(",") if name.strip()]
    for name in names:
        if name not in FORMATS:
            raise argparse.ArgumentTypeError(
                f"{name!r} tidak dikenal{nearest(name, FORMATS)} (pilihan: {', '.join(FORMATS)})"
            )
    if not names:
        raise argparse.ArgumentTypeError(f"kosong (pilihan: {', '.join(FORMATS)})")
    return tuple(name for name in FORMATS if name == "json" or name in names)


def with_help(message: str, prog: str) -> str:
    """A message that ends with where help is found."""
    return f"{message}{'' if message.endswith('?') else '.'} Bantuan: {prog} --help"


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Help with Indonesian headings."""

    def add_usage(self, usage: str | None, actions: object, groups: object, prefix: str | None = None) -> None:
        """Says `pemakaian:` unless another prefix is asked for (argparse asks for none to name a command)."""
        prefix = "pemakaian: " if prefix is None else prefix
        super().add_usage(usage, actions, groups, prefix)  # type: ignore[arg-type]  # passed through unseen


class _Parser(argparse.ArgumentParser):
    """A parser that raises UsageError in Indonesian and names the nearest known option."""

    def error(self, message: str) -> NoReturn:
        """Raises UsageError."""
        raise UsageError(with_help(self._indonesian(message), self.prog))

    def _indonesian(self, message: str) -> str:
        if found := re.match(r"unrecognized arguments: (.*)", message):
            words = found[1].split()
            word = next((word for word in words if word.startswith("-")), words[0])
            return f"tidak dikenal: {' '.join(words)}{nearest(word.split('=')[0], self._known_options())}"
        if found := re.match(r"argument \S*: invalid choice: '?([^']*)'? \(choose from", message):
            near = nearest(found[1], COMMANDS)
            return f"perintah tidak dikenal: {found[1]}{near} (pilihan: {', '.join(COMMANDS)})"
        if found := re.match(r"the following arguments are required: (.*)", message):
            return f"belum diberikan: {found[1]}"
        if found := re.match(r"argument (\S+?): expected (?:one|at least one) argument", message):
            return f"{found[1]} memerlukan nilai"
        return re.sub(r"^argument (\S+?): ", r"\1: ", message)

    def _known_options(self) -> list[str]:
        """Long options of this parser and, for the top one, of its commands."""
        options: list[str] = []
        for action in self._actions:
            options += [option for option in action.option_strings if option.startswith("--")]
            if isinstance(action, argparse._SubParsersAction):
                for command in action.choices.values():
                    options += command._known_options()
        return options


def make_parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    parser = _Parser(
        prog="capaian",
        description="Memeriksa laporan kinerja instansi pemerintah (LKjIP/LAKIP):\n"
        "membaca tabel, menghitung ulang, dan menunjuk cacat pada halamannya.",
        epilog=_EXIT_CODES,
        formatter_class=_Formatter,
        add_help=False,
        allow_abbrev=False,
    )
    options = parser.add_argument_group("opsi")
    options.add_argument("-h", "--help", action="help", help="tampilkan bantuan ini")
    options.add_argument("--version", action="store_true", help="tampilkan versi")
    commands = parser.add_subparsers(title="perintah", dest="command", metavar="PERINTAH")
    _add_audit(commands)
    _add_extract(commands)
    _add_migrate(commands)
    _add_batch(commands)
    explain = _command(commands, "explain", "jelaskan satu pemeriksaan")
    explain.add_argument("kode", metavar="KODE", help="kode pemeriksaan, misalnya HIT001")
    _command(commands, "checks", "daftar semua pemeriksaan")
    return parser


def _command(commands: argparse._SubParsersAction[_Parser], name: str, purpose: str) -> argparse._ArgumentGroup:
    """Adds a command and returns the group that takes its arguments."""
    parser = commands.add_parser(
        name, help=purpose, description=purpose[0].upper() + purpose[1:] + ".",
        formatter_class=_Formatter, add_help=False, allow_abbrev=False,
    )  # fmt: skip
    group = parser.add_argument_group("argumen dan opsi")
    group.add_argument("-h", "--help", action="help", help="tampilkan bantuan ini")
    return group


def _add_audit(commands: argparse._SubParsersAction[_Parser]) -> None:
    audit = _command(commands, "audit", "baca laporan, periksa, dan tulis satu folder hasil")
    _add_paths(audit)
    _add_names(audit)
    audit.add_argument(
        "--fail-on", metavar="TINGKAT", type=_severity, default=Severity.ERROR.value,
        help=f"tingkat terendah yang memberi kode keluar 1: {', '.join(SEVERITIES)}, {NEVER} (bawaan: error)",
    )  # fmt: skip
    audit.add_argument(
        "--format", metavar="DAFTAR", type=_formats, default=FORMATS,
        help=f"berkas yang ditulis, dipisah koma: {', '.join(FORMATS)} (bawaan: semua; json selalu)",
    )  # fmt: skip


def _add_extract(commands: argparse._SubParsersAction[_Parser]) -> None:
    purpose = "baca laporan dan tulis tabel, indikator, dan klaim kalimatnya, tanpa pemeriksaan"
    extract = _command(commands, "extract", purpose)
    _add_paths(extract)
    _add_names(extract)


def _add_migrate(commands: argparse._SubParsersAction[_Parser]) -> None:
    purpose = "muat keputusan IKU/IKI, lampirannya, dan perjanjian kinerja menjadi data terstruktur"
    migrate = _command(commands, "migrate", purpose)
    _add_paths(migrate)
    migrate.add_argument(
        "--db", metavar="BERKAS", type=Path,
        help="basis data SQLite yang diisi; yang sudah ada ditambah (bawaan: keputusan.sqlite di folder hasil)",
    )  # fmt: skip
    migrate.add_argument(
        "--diterima", metavar="BERKAS", type=Path,
        help="belum-dipahami.csv dengan kolom diterima (ya) dan oleh terisi: yang diterima tidak lagi menghalangi",
    )  # fmt: skip


def _add_batch(commands: argparse._SubParsersAction[_Parser]) -> None:
    """The nightly run; values are read by `pipeline.settings`, together with those of the configuration file."""
    purpose = "jalan tiap malam: periksa yang baru atau berubah di satu folder, dan bandingkan dengan malam sebelumnya"
    batch = _command(commands, "batch", purpose)
    batch.add_argument(
        "folder", metavar="FOLDER", nargs="?", help="folder dokumen, dengan semua folder di dalamnya"
    )
    batch.add_argument(
        "--out", metavar="DIR",
        help="induk folder hasil; setiap malam mendapat folder sendiri DIR/<waktu> (bawaan: output)",
    )  # fmt: skip
    batch.add_argument(
        "--db", metavar="URL",
        help="buku catatan: sqlite:///jalur, jalur berkas SQLite, atau postgresql://… (bawaan: capaian.sqlite di "
        "--out); URL bersandi lebih aman di variabel lingkungan CAPAIAN_DB",
    )  # fmt: skip
    batch.add_argument(
        "--config", metavar="BERKAS", type=Path,
        help="berkas TOML dengan pengaturan; opsi pada perintah berlaku di atasnya",
    )  # fmt: skip
    _add_workers(batch)
    batch.add_argument(
        "--retry-failed", action="store_const", const=True, help="coba lagi dokumen yang gagal pada malam sebelumnya"
    )
    batch.add_argument(
        "--fail-on", metavar="TINGKAT",
        help=f"tingkat terendah yang memberi kode keluar 1: {', '.join(SEVERITIES)}, {NEVER} (bawaan: error)",
    )  # fmt: skip
    batch.add_argument(
        "--format", metavar="DAFTAR",
        help=f"berkas yang ditulis, dipisah koma: {', '.join(FORMATS)} (bawaan: semua; json selalu)",
    )  # fmt: skip
    _add_names(batch)
    batch.add_argument(
        "--quiet", action="store_const", const=True, help="tidak mencetak apa pun kecuali kesalahan"
    )
    batch.add_argument(
        "--json-log", action="store_const", const=True, help="ceritakan jalannya di stderr, satu objek JSON per baris"
    )


def _add_workers(group: argparse._ArgumentGroup) -> None:
    """Who works on the documents, and what one document may take."""
    group.add_argument(
        "--jobs", metavar="N", help="dokumen yang dikerjakan bersamaan di komputer ini (bawaan: 1)"
    )
    group.add_argument(
        "--scheduler", metavar="ALAMAT",
        help="klaster Dask yang mengerjakan dokumen, tcp://host:port, sebagai ganti komputer ini",
    )  # fmt: skip
    group.add_argument(
        "--time-limit", metavar="DETIK", dest="time_limit_seconds",
        help="batas waktu satu dokumen (bawaan: 300)",
    )  # fmt: skip
    group.add_argument(
        "--memory-limit", metavar="MIB", dest="memory_limit_mib",
        help="batas memori satu dokumen (bawaan: 4096)",
    )  # fmt: skip


def _add_names(group: argparse._ArgumentGroup) -> None:
    """What names of indicators mean, besides the kamus of the program."""
    group.add_argument(
        "--kamus", metavar="PATH", type=Path,
        help="kamus sendiri: indikator.csv, atau folder dengan indikator.csv, satuan.csv, ejaan.csv, arah.csv "
        "(sebagian boleh); menambah kamus program",
    )  # fmt: skip
    group.add_argument(
        "--nama", metavar="BERKAS", type=Path,
        help="putusan orang tentang nama indikator: keputusan-nama.csv, atau nama-ditanya.csv dengan kolom putusan "
        "(sama, baru, atau kode), oleh, dan tanggal terisi; berlaku di atas kamus",
    )  # fmt: skip


def _add_paths(group: argparse._ArgumentGroup) -> None:
    """What is read and where the results go."""
    group.add_argument("path", metavar="PATH", nargs="+", help="berkas PDF/DOCX atau folder")
    group.add_argument("--out", metavar="DIR", type=Path, help="folder hasil (bawaan: output/<waktu>)")
