"""CSV files of the kamus and of persons' decisions: their lines, or what is wrong with them, where, and what to do."""

from __future__ import annotations

import csv
import difflib
import hashlib
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from schemas.errors import KamusError

_PEMISAH = ",;\t"
_APOSTROF = re.compile(r"'+[=+\-@]")
_PERTAMA = 3
_SIMPAN = "di Excel: Simpan Sebagai, jenis “CSV UTF-8”"


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisCsv:
    """One line of a file.

    Attributes:
        berkas: the file as messages name it; nomor: number of its line, the header is 1.
        isi: text of every column without blanks around it, "" where an optional column is missing.
    """

    berkas: str
    nomor: int
    isi: Mapping[str, str]

    def __getitem__(self, kolom: str) -> str:
        return self.isi[kolom]

    @property
    def tempat(self) -> str:
        """The line as messages name it."""
        return f"{self.berkas} baris {self.nomor}"

    def salah(self, kolom: str, keterangan: str) -> KamusError:
        """The error that column `kolom` of this line is wrong; `keterangan` says what and what to do."""
        return KamusError(f"{self.tempat}, kolom {kolom}: {keterangan}")


def baca_csv(
    sumber: str | Path, kolom: Sequence[str], pilihan: Sequence[str] = (), *, lain: bool = False
) -> tuple[BarisCsv, ...]:
    """The lines of a CSV file, divided by commas or semicolons; blank lines are left out.

    Args:
        sumber: name of a file of `schemas/kamus`, or path of a user's file.
        kolom: columns that it must have, in any order.
        pilihan: columns that it may have.
        lain: whether it may have others, which are not read.

    Raises:
        KamusError: when the file cannot be read, is empty or no CSV in UTF-8, its columns are not those, or a line
            has more or fewer fields than columns.
    """
    return baca_teks(isi_berkas(sumber), nama_berkas(sumber), kolom, pilihan, lain=lain)


def baca_teks(
    data: bytes, berkas: str, kolom: Sequence[str], pilihan: Sequence[str] = (), *, lain: bool = False
) -> tuple[BarisCsv, ...]:
    """As `baca_csv`, from the bytes of a file that messages name `berkas`."""
    text = _urai(data, berkas)
    known = (*kolom, *pilihan)
    lines = _baris(text, berkas, _pemisah(text, known))
    nomor, header = next(lines, (1, []))
    names = [name.strip().lower() for name in header]
    berisi = [name for i, name in enumerate(names) if name or any(names[i:])]
    _periksa_kolom(f"{berkas} baris {nomor}", berisi, kolom, pilihan, lain)
    found = [_satu(berkas, nomor, names, cells, known) for nomor, cells in lines]
    return tuple(found)


def kolom_teks(data: bytes, berkas: str, dikenal: Sequence[str]) -> tuple[str, ...]:
    """Names of the columns of a file, lower case; `dikenal` are those that tell commas from semicolons."""
    text = _urai(data, berkas)
    _, header = next(_baris(text, berkas, _pemisah(text, dikenal)), (1, []))
    return tuple(name.strip().lower() for name in header)


def isi_berkas(sumber: str | Path) -> bytes:
    """The bytes of a file of `schemas/kamus` (a name) or of a user's file (a path).

    Raises:
        KamusError: when it cannot be read.
    """
    if isinstance(sumber, Path) and sumber.is_dir():
        raise KamusError(f"{sumber} adalah folder; sebutkan berkasnya.")
    try:
        if isinstance(sumber, Path):
            return sumber.read_bytes()
        return files("schemas").joinpath("kamus", sumber).read_bytes()
    except FileNotFoundError as error:
        raise KamusError(f"{sumber} tidak ditemukan; periksa jalur berkasnya.") from error
    except OSError as error:
        raise KamusError(
            f"{sumber} tidak dapat dibaca ({error.strerror or error}); periksa jalur berkasnya."
        ) from error


def nama_berkas(sumber: str | Path) -> str:
    """The name by which messages tell a file; files of the program are told from a user's by their folder."""
    return str(sumber) if isinstance(sumber, Path) else f"schemas/kamus/{sumber}"


def sidik_isi(isi: Iterable[tuple[str, bytes]]) -> str:
    """Hex digest over names and contents of files, in the order of their names."""
    digest = hashlib.sha256()
    for name, data in sorted(isi):
        digest.update(f"{name}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()[:16]


def terdekat(kata: str, dikenal: Iterable[str]) -> str:
    """`; maksud Anda X?` for the closest known value, "" when none is close."""
    close = difflib.get_close_matches(kata, list(dikenal), n=1, cutoff=0.6)
    return f"; maksud Anda “{close[0]}”?" if close else ""


def kumpulkan_galat(errors: Iterable[KamusError]) -> None:
    """Raises one error that tells the first few of many; nothing when there are none.

    Raises:
        KamusError: when there is any.
    """
    messages = list(dict.fromkeys(str(error) for error in errors))
    if not messages:
        return
    rest = len(messages) - _PERTAMA
    more = f" — dan {rest} kesalahan lain." if rest > 0 else ""
    raise KamusError(" — ".join(messages[:_PERTAMA]) + more)


def _urai(data: bytes, berkas: str) -> str:
    if data.startswith(b"PK\x03\x04") or data.startswith(b"\xd0\xcf\x11\xe0"):
        raise KamusError(
            f"{berkas} adalah buku kerja atau dokumen, bukan CSV; simpan lembarnya sebagai CSV ({_SIMPAN})."
        )
    if b"\x00" in data:
        raise KamusError(f"{berkas} bukan CSV dalam UTF-8; simpan ulang sebagai CSV UTF-8 ({_SIMPAN}).")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        nomor = data.count(b"\n", 0, error.start) + 1
        raise KamusError(
            f"{berkas} baris {nomor}: huruf di sini bukan UTF-8; simpan ulang berkas sebagai CSV UTF-8 ({_SIMPAN})."
        ) from error
    if not text.strip():
        raise KamusError(f"{berkas} kosong; isi baris pertama dengan nama kolom, atau lepaskan berkas ini.")
    return text


def _pemisah(text: str, known: Sequence[str]) -> str:
    """The separator under which the first line names most known columns; the comma on a tie."""
    first = next((line for line in text.splitlines() if line.strip()), "")

    def count(separator: str) -> int:
        return len({name.strip(' "').lower() for name in first.split(separator)} & set(known))

    return max(_PEMISAH, key=count)


def _baris(text: str, berkas: str, pemisah: str) -> Iterator[tuple[int, list[str]]]:
    """Number of the first line and the fields of every line that is not blank."""
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=pemisah, strict=True)
    nomor = 1
    try:
        for cells in rows:
            if any(cell.strip() for cell in cells):
                yield nomor, cells
            nomor = rows.line_num + 1
    except csv.Error as error:
        raise KamusError(
            f'{berkas} baris {nomor}: tanda kutip (") tidak berpasangan; tutup kutipannya, atau tulis "" '
            f"untuk tanda kutip di dalam isian ({error})."
        ) from error


def _periksa_kolom(tempat: str, names: Sequence[str], kolom: Sequence[str], pilihan: Sequence[str], lain: bool) -> None:
    known = (*kolom, *pilihan)
    daftar = ", ".join(known)
    if not set(names) & set(known):
        raise KamusError(f"{tempat}: tidak ada nama kolom; baris pertama harus memuat {daftar}.")
    errors = [
        KamusError(f"{tempat}: kolom “{name}” ada dua kali; hapus salah satu.")
        for name in dict.fromkeys(names)
        if name and names.count(name) > 1 and (name in known or not lain)
    ]
    if not lain:
        errors += [
            KamusError(
                f"{tempat}: kolom “{name}” tidak dikenal{terdekat(name, known)} (kolom yang dikenal: {daftar})."
                if name
                else f"{tempat}: ada kolom tanpa nama; beri nama atau hapus (kolom yang dikenal: {daftar})."
            )
            for name in dict.fromkeys(names)
            if name not in known
        ]
    errors += [
        KamusError(f"{tempat}: kolom “{name}” tidak ada; tambahkan (kolom yang dikenal: {daftar}).")
        for name in kolom
        if name not in names
    ]
    kumpulkan_galat(errors)


def _satu(berkas: str, nomor: int, names: Sequence[str], cells: list[str], known: Sequence[str]) -> BarisCsv:
    if len(cells) != len(names) or any(cell.strip() and not name for cell, name in zip(cells, names, strict=True)):
        raise KamusError(
            f"{berkas} baris {nomor}: berisi {len(cells)} isian, padahal ada {len(names) - names.count('')} kolom; "
            'isian yang memuat tanda pemisah harus diapit tanda kutip ("…"), isian kosong tetap perlu tanda pemisahnya.'
        )
    isi = dict.fromkeys(known, "")
    isi.update({name: _sel(cell) for name, cell in zip(names, cells, strict=True) if name in isi})
    return BarisCsv(berkas=berkas, nomor=nomor, isi=isi)


def _sel(text: str) -> str:
    """A field without blanks around it and without the apostrophe that kept a spreadsheet from running it."""
    text = text.strip()
    return text[1:] if _APOSTROF.match(text) else text
