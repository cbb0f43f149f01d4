"""The words that office names are made of, read from `schemas/kamus/kantor.csv`, and a text in those words. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.normalise.ejaan import lipat
from pipeline.normalise.kamus_baca import BarisCsv, baca_csv
from pipeline.normalise.wilayah import TINGKAT, muat_wilayah

Kata = tuple[str, ...]
# phrases by their first word, longest first, each with what replaces it
Frasa = Mapping[str, tuple[tuple[Kata, Kata], ...]]

KOMA = ","
KOLOM = ("tulisan", "baku", "jenis", "keterangan")

_JENIS = frozenset(
    {"tingkat", "singkatan", "jabatan", "sisipan", "sambung", "ejaan"}
    | {"pangkal", "tetap", "pusat", "urusan", "gelar", "ekor"}
)
_DITULIS = frozenset({"tingkat", "singkatan", "jabatan", "sisipan", "sambung"})
_TOKEN = re.compile(r"[a-z0-9]+|,")
_KURUNG = re.compile(r"\([^()]*\)")
_PISAH = re.compile(r"[;|/]")
_RENGGANG = re.compile(r"(?<!\w)(?:[^\W\d_] ){3,}[^\W\d_](?!\w)")
_TAHUN = re.compile(r"(?:19|20)\d\d")
_RAPAT = 12
_TERPENDEK = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class KamusKantor:
    """Words of office names.

    Attributes:
        tulisan: abbreviations, levels and positions; ejaan: spellings of one thing.
        pangkal: phrases an office name begins with; tetap: abbreviations that are a whole name and stay as they are.
        pusat: offices of the state, which have no region.
        urusan: tasks that an office may be named after, by their place in the order in which several are written.
        gelar: titles before a person's name; ekor: what no longer belongs to the name.
        kosakata: all words; a word that is none of them may be several without spaces.
    """

    tulisan: Frasa
    ejaan: Frasa
    pangkal: Frasa
    tetap: frozenset[str]
    pusat: frozenset[Kata]
    urusan: Mapping[Kata, int]
    gelar: frozenset[str]
    ekor: Frasa
    kosakata: frozenset[str]


@cache
def muat_kantor() -> KamusKantor:
    """The words of `schemas/kamus/kantor.csv`.

    Raises:
        KamusError: when the file is not as it should be.
    """
    return susun_kantor(baca_csv("kantor.csv", KOLOM))


def susun_kantor(rows: Sequence[BarisCsv]) -> KamusKantor:
    """The words that the lines of a file with `KOLOM` list.

    Raises:
        KamusError: when a line has an unknown kind, no words, or gives a phrase a second meaning.
    """
    for row in rows:
        if row["jenis"] not in _JENIS:
            raise row.salah("jenis", f"harus salah satu dari {', '.join(sorted(_JENIS))}.")
        if not _pisah(row["tulisan"]):
            raise row.salah("tulisan", "harus berisi kata dalam huruf kecil.")
    tunggal = {jenis: _tulisan(rows, jenis) for jenis in ("tetap", "pusat", "gelar")}
    words = {word for row in rows for kolom in ("tulisan", "baku") for word in _TOKEN.findall(row[kolom])}
    regions = {word for nama in TINGKAT for region in muat_wilayah().semua(nama) for word in region.nama.split()}
    return KamusKantor(
        tulisan=_frasa(row for row in rows if row["jenis"] in _DITULIS),
        ejaan=_frasa(row for row in rows if row["jenis"] == "ejaan"),
        pangkal=_frasa(row for row in rows if row["jenis"] in ("pangkal", "tetap", "pusat")),
        tetap=frozenset(word for words in tunggal["tetap"] for word in words),
        pusat=tunggal["pusat"],
        urusan={_pisah(row["tulisan"]): row.nomor for row in rows if row["jenis"] == "urusan"},
        gelar=frozenset(word for words in tunggal["gelar"] for word in words),
        ekor=_frasa(row for row in rows if row["jenis"] == "ekor"),
        kosakata=frozenset(words | regions),
    )


def _tulisan(rows: Sequence[BarisCsv], jenis: str) -> frozenset[Kata]:
    return frozenset(_pisah(row["tulisan"]) for row in rows if row["jenis"] == jenis)


def _pisah(text: str) -> Kata:
    return tuple(_TOKEN.findall(text))


def _frasa(rows: Iterable[BarisCsv]) -> Frasa:
    found: dict[str, dict[Kata, Kata]] = defaultdict(dict)
    for row in rows:
        tulisan = _pisah(row["tulisan"])
        baku = _pisah(row["baku"])
        if found[tulisan[0]].setdefault(tulisan, baku) != baku:
            raise row.salah("tulisan", f"“{row['tulisan']}” ada dua kali dengan arti berbeda.")
    return {first: tuple(sorted(phrases.items(), key=lambda item: -len(item[0]))) for first, phrases in found.items()}


def kata_kantor(text: str) -> Kata:
    """The words of a printed name in dictionary spelling; commas stay, what stands in brackets and years go."""
    plain = _KURUNG.sub(" ", unicodedata.normalize("NFKC", text))
    plain = _RENGGANG.sub(lambda match: match.group().replace(" ", ""), _PISAH.sub(" , ", plain))
    words = [word for token in _TOKEN.findall(lipat(plain.replace("&", " dan "))) for word in _belah(token)]
    kamus = muat_kantor()
    return ganti(ganti([word for word in words if not _TAHUN.fullmatch(word)], kamus.tulisan), kamus.ejaan)


def ganti(kata: Sequence[str], frasa: Frasa) -> Kata:
    """The words with every phrase replaced, the longest at each place."""
    out: list[str] = []
    i = 0
    while i < len(kata):
        tulisan, baku = frasa_di(kata, i, frasa) or ((kata[i],), (kata[i],))
        out.extend(baku)
        i += len(tulisan)
    return tuple(out)


def frasa_di(kata: Sequence[str], awal: int, frasa: Frasa) -> tuple[Kata, Kata] | None:
    """The longest phrase that begins at a place, with what replaces it."""
    for tulisan, baku in frasa.get(kata[awal], ()):
        if tuple(kata[awal : awal + len(tulisan)]) == tulisan:
            return tulisan, baku
    return None


def _belah(token: str) -> Kata:
    """A long unknown word as the known words that it consists of, the fewest; itself when it does not."""
    kosakata = muat_kantor().kosakata
    if len(token) < _RAPAT or token in kosakata or not token.isalpha():
        return (token,)
    best: list[Kata | None] = [(), *[None] * len(token)]
    for akhir in range(1, len(token) + 1):
        ways = [
            (*lead, token[awal:akhir])
            for awal in range(akhir - _TERPENDEK + 1)
            if (lead := best[awal]) is not None and token[awal:akhir] in kosakata
        ]
        best[akhir] = min(ways, key=len, default=None)
    return best[-1] or (token,)
