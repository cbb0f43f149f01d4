"""A formula as a decree prints it: a tree of operations over phrases, and what kind of measure it describes."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Operator(StrEnum):
    """Operations of printed formulas; the value is the sign in its plain form."""

    BAGI = "/"
    KALI = "x"
    TAMBAH = "+"
    KURANG = "-"
    SAMA = "="


@dataclass(frozen=True, slots=True, kw_only=True)
class Istilah:
    """A quantity named in words (`jumlah pencari kerja yang terdaftar`); spaces are folded."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bilangan:
    """A printed number; `persen` when a per cent sign is printed behind it (`100%`).

    Attributes:
        text: as printed, with its sign or word of per cent and the unit behind it (`100.000 penduduk`).
    """

    text: str
    value: Decimal
    persen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Operasi:
    """Two operands joined by a printed operator.

    Attributes:
        tanda: the operator as printed (`/`, `:`, `dibagi`, `dibandingkan dengan`, `x`, `×`, `dikalikan` …); empty
            for a fraction that lost its bar, and between a name and its formula in brackets.
    """

    operator: Operator
    tanda: str
    kiri: Simpul
    kanan: Simpul


@dataclass(frozen=True, slots=True, kw_only=True)
class Kurung:
    """A node in brackets.

    Attributes:
        buka: `(`, `[` or `{`; empty where only the closing one is printed.
        tutup: None for the partner of `buka`; another one as printed, empty where none is.
    """

    buka: str
    isi: Simpul
    tutup: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Perbandingan:
    """A ratio introduced by a word in front: `perbandingan antara a dengan b`.

    Attributes:
        awal: the words in front as printed; antara: the word between the two operands as printed.
    """

    awal: str
    antara: str
    kiri: Simpul
    kanan: Simpul


Simpul = Istilah | Bilangan | Operasi | Kurung | Perbandingan


class JenisRumus(StrEnum):
    """What kind of measure a formula describes."""

    RASIO = "rasio"
    HITUNGAN = "hitungan"
    PENILAIAN = "penilaian"
    PERHITUNGAN = "perhitungan"
    URAIAN = "uraian"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rumus:
    """A formula, read.

    Attributes:
        text: as printed, lines joined by spaces, without the labels and notes that stand in the same cell.
        jenis: `rasio` a numerator over a denominator; `hitungan` a count of something (`Jumlah …`, `Rekapitulasi …`);
            `penilaian` a value assigned by someone or found by a survey; `perhitungan` other arithmetic (a sum);
            `uraian` prose that states no way of computing.
        pohon: the tree, None for `penilaian` and `uraian`; printed back it reads as `text`.
        pembilang, penyebut: of a `rasio`, else None.
        faktor: the number the ratio is multiplied by (100 of `x 100%`), None without one.
        keterangan: notes behind the formula (`Ket: N = jumlah variabel …`), as printed.
        bertumpuk: the fraction stood one above the other without a sign, so that its division was inferred.
    """

    text: str
    jenis: JenisRumus
    pohon: Simpul | None = None
    pembilang: Simpul | None = None
    penyebut: Simpul | None = None
    faktor: Bilangan | None = None
    keterangan: tuple[str, ...] = ()
    bertumpuk: bool = False
