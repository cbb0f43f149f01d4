"""Labelled pairs of indicator names: `python -m tests.nama.pasangan FILE…` prints the counts for README.md.

The format is described in README.md beside this file.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

KOLOM = ("a", "b", "label", "bidang", "jenis", "alasan")
AWALAN_MUDAH = "mudah"
FOLDER = Path(__file__).parent
PENGEMBANGAN = FOLDER / "pasangan.csv"
SIMPANAN = FOLDER / "pasangan-simpanan.csv"


class Label(StrEnum):
    """Whether two names are one indicator."""

    SAMA = "sama"
    BEDA = "beda"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pasangan:
    """Two names as printed, the label, the sector, the kind of variation or trap, and the reason in words."""

    a: str
    b: str
    label: Label
    bidang: str
    jenis: str
    alasan: str

    @property
    def mudah(self) -> bool:
        """Whether the names have nothing in common; every other pair that is `beda` is a hard one."""
        return self.jenis.startswith(AWALAN_MUDAH)

    @property
    def kunci(self) -> frozenset[str]:
        """The two names in no order."""
        return frozenset((self.a, self.b))


class PasanganError(ValueError):
    """A line that cannot be a labelled pair; the message names file and line."""


def muat(file: Path) -> tuple[Pasangan, ...]:
    """Pairs of a file in its order.

    Raises PasanganError for other columns, an empty field, an unknown label, two equal names, and a pair that was
    given before in either order.
    """
    hasil: list[Pasangan] = []
    terlihat: dict[frozenset[str], int] = {}
    with file.open(encoding="utf-8", newline="") as isi:
        pembaca = csv.reader(isi)
        if tuple(next(pembaca, ())) != KOLOM:
            raise PasanganError(f"{file.name}: columns have to be {','.join(KOLOM)}")
        for sel in pembaca:
            tempat = f"{file.name}:{pembaca.line_num}"
            satu = _pasangan(sel, tempat)
            if satu.kunci in terlihat:
                raise PasanganError(f"{tempat}: pair given before, line {terlihat[satu.kunci]}")
            terlihat[satu.kunci] = pembaca.line_num
            hasil.append(satu)
    return tuple(hasil)


def _pasangan(sel: Sequence[str], tempat: str) -> Pasangan:
    if len(sel) != len(KOLOM):
        raise PasanganError(f"{tempat}: {len(sel)} fields instead of {len(KOLOM)}")
    kosong = [kolom for kolom, teks in zip(KOLOM, sel, strict=True) if not teks.strip()]
    if kosong:
        raise PasanganError(f"{tempat}: empty field {', '.join(kosong)}")
    a, b, label, bidang, jenis, alasan = sel
    if label not in {satu.value for satu in Label}:
        raise PasanganError(f"{tempat}: unknown label {label!r}")
    if a == b:
        raise PasanganError(f"{tempat}: the two names are equal")
    return Pasangan(a=a, b=b, label=Label(label), bidang=bidang, jenis=jenis, alasan=alasan)


def ringkas(pasangan: Sequence[Pasangan]) -> str:
    """Markdown table: pairs by sector, and how many are `sama`, hard `beda` and easy `beda`."""
    kelas = Counter((satu.bidang, _kelas(satu)) for satu in pasangan)
    semua = Counter(_kelas(satu) for satu in pasangan)
    bidang = dict.fromkeys(satu.bidang for satu in pasangan)
    baris = [_baris(nama, [kelas[nama, k] for k in _KELAS]) for nama in bidang]
    kepala = ("| bidang | sama | beda, hard | beda, easy | all |", "|---|--:|--:|--:|--:|")
    return "\n".join((*kepala, *baris, _baris("all", [semua[k] for k in _KELAS])))


_KELAS = ("sama", "sulit", "mudah")


def _kelas(satu: Pasangan) -> str:
    if satu.label is Label.SAMA:
        return "sama"
    return "mudah" if satu.mudah else "sulit"


def _baris(nama: str, jumlah: Sequence[int]) -> str:
    return f"| {nama} | {' | '.join(map(str, jumlah))} | {sum(jumlah)} |"


def main(files: Sequence[str]) -> None:
    for nama in files or (str(PENGEMBANGAN),):
        print(ringkas(muat(Path(nama))))


if __name__ == "__main__":
    main(sys.argv[1:])
