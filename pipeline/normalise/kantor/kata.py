"""The words that office names are made of, read from `schemas/kamus/kantor.csv`, and a text in those words. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache

from pipeline.normalise.kamus.baca import BarisCsv, baca_csv
from pipeline.normalise.kantor.wilayah import TINGKAT, muat_wilayah
from pipeline.normalise.kata.ejaan import lipat

Kata = tuple[str, ...]
# phrases by their first word, longest first, each with what replaces it
Frasa = Mapping[str, tuple[tuple[Kata, Kata], ...]]

KOMA = ","
KOLOM = ("tulisan", "baku", "jenis", "keterangan")

_JENIS = frozenset(
    {"tingkat", "singkatan", "jabatan", "sisipan", "sambung", "ejaan", "provinsi", "sendiri", "awalan", "suku"}
    | {"pangkal", "tetap", "pusat", "urusan", "gelar", "ekor", "bukan"}
)
_DITULIS = frozenset({"tingkat", "singkatan", "jabatan", "sisipan", "sambung"})
_POTONGAN = frozenset({"awalan", "suku", "bukan"})
_TOKEN = re.compile(r"[a-z0-9]+|,")
_KURUNG = re.compile(r"\([^()]*\)")
_PISAH = re.compile(r"[;|/]")
_RENGGANG = re.compile(r"(?<!\w)(?:[^\W\d_] ){3,}[^\W\d_](?!\w)")
_TAHUN = re.compile(r"(?:19|20)\d\d")
_RAPAT = 12
_TERPENDEK = 3
_PECAHAN = 2
_PROVINSI = "provinsi"


@dataclass(frozen=True, slots=True, kw_only=True)
class KamusKantor:
    """Words of office names.

    Attributes:
        tulisan: abbreviations, levels and positions; ejaan: spellings of one thing.
        provinsi: abbreviations with another meaning in the name of an office of a province.
        sendiri: abbreviations that name an office without its first word, by that word (`Dukcapil Kabupaten X`).
        awalan: beginnings of abbreviations (`dis`, `d`), suku: pieces that may follow them or each other (`naker`).
        pangkal: phrases an office name begins with; tetap: abbreviations that are a whole name and stay as they are.
        pusat: offices of the state, which have no region.
        urusan: tasks that an office may be named after, in the order in which several are written; those that the law
            gives to one office only have one spelling.
        gelar: titles before a person's name; ekor: what no longer belongs to the name.
        bukan: words and abbreviations that look like those of offices.
        kosakata: all words; a word that is none of them may be several without spaces.
    """

    tulisan: Frasa
    ejaan: Frasa
    provinsi: Frasa
    sendiri: Mapping[str, Kata]
    awalan: Mapping[str, Kata]
    suku: Mapping[str, Kata]
    pangkal: Frasa
    tetap: frozenset[str]
    pusat: frozenset[Kata]
    urusan: Mapping[Kata, str]
    gelar: frozenset[str]
    ekor: Frasa
    bukan: frozenset[str]
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
    tunggal = {jenis: _tulisan(rows, jenis) for jenis in ("tetap", "pusat", "gelar", "bukan")}
    utuh = [row for row in rows if row["jenis"] not in _POTONGAN]
    words = {word for row in utuh for kolom in ("tulisan", "baku") for word in _pisah(row[kolom])}
    regions = {word for nama in TINGKAT for region in muat_wilayah().semua(nama) for word in region.nama.split()}
    return KamusKantor(
        tulisan=_frasa(row for row in rows if row["jenis"] in _DITULIS),
        ejaan=_frasa(row for row in rows if row["jenis"] == "ejaan"),
        provinsi=_frasa(row for row in rows if row["jenis"] == "provinsi"),
        sendiri={row["tulisan"]: _pisah(row["baku"]) for row in rows if row["jenis"] == "sendiri"},
        awalan={row["tulisan"]: _pisah(row["baku"]) for row in rows if row["jenis"] == "awalan"},
        suku=_suku(rows),
        pangkal=_frasa(row for row in rows if row["jenis"] in ("pangkal", "tetap", "pusat")),
        tetap=frozenset(word for words in tunggal["tetap"] for word in words),
        pusat=tunggal["pusat"],
        urusan={_pisah(row["tulisan"]): row["baku"] for row in rows if row["jenis"] == "urusan"},
        gelar=frozenset(word for words in tunggal["gelar"] for word in words),
        ekor=_frasa(row for row in rows if row["jenis"] == "ekor"),
        bukan=frozenset(word for words in tunggal["bukan"] for word in words),
        kosakata=frozenset(words | regions),
    )


def _tulisan(rows: Sequence[BarisCsv], jenis: str) -> frozenset[Kata]:
    return frozenset(_pisah(row["tulisan"]) for row in rows if row["jenis"] == jenis)


def _suku(rows: Sequence[BarisCsv]) -> Mapping[str, Kata]:
    """Pieces of abbreviations: those only used so, and abbreviations of tasks."""
    urusan = {"".join(_pisah(row["tulisan"])) for row in rows if row["jenis"] == "urusan"}
    return {
        row["tulisan"]: _pisah(row["baku"])
        for row in rows
        if row["jenis"] == "suku"
        or (row["jenis"] == "singkatan" and row["tulisan"].isalnum() and _rangkai(_rapat(row["baku"]), urusan))
    }


def _rapat(text: str) -> str:
    return "".join(word for word in _pisah(text) if word not in ("dan", KOMA))


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
    words = [word for token in _TOKEN.findall(lipat(plain.replace("&", " dan "))) for word in _kata(token)]
    kamus = muat_kantor()
    return ganti(_tulis(_lengkap([word for word in words if not _TAHUN.fullmatch(word)])), kamus.ejaan)


def _lengkap(kata: Sequence[str]) -> Sequence[str]:
    """A name that begins with an abbreviation of tasks alone (`Dukcapil Kabupaten X`) with its first word."""
    kamus = muat_kantor()
    awal = 0
    while awal < len(kata) and (found := frasa_di(kata, awal, kamus.tulisan)) and not found[1]:
        awal += len(found[0])
    return (*kata[:awal], *kamus.sendiri.get(kata[awal], ()), *kata[awal:]) if awal < len(kata) else kata


def _tulis(kata: Sequence[str]) -> Kata:
    """Abbreviations, levels and positions written out, as offices of the level of the name mean them."""
    kamus = muat_kantor()
    ditulis = ganti(kata, kamus.tulisan)
    if not kamus.provinsi or [word for word in ditulis if word in TINGKAT] != [_PROVINSI]:
        return ditulis
    return ganti(ganti(kata, kamus.provinsi), kamus.tulisan)


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


def _kata(token: str) -> Kata:
    """The words of a printed token: itself where it is known, else what it abbreviates or runs together."""
    kamus = muat_kantor()
    if token in kamus.kosakata or token in kamus.bukan:
        return (token,)
    return _urai(token) or _belah(token) or (token,)


def _urai(token: str) -> Kata | None:
    """What an abbreviation composed of known pieces means (`disdagkopukm`), None unless it can be read in one way.

    Pieces that are used in compounds only count behind a beginning (`dis`), or beside an abbreviation of its own.
    """
    kamus = muat_kantor()
    ways: list[tuple[int, Kata]] = []
    for awalan, arti in (("", ()), *kamus.awalan.items()):
        sisa = token.removeprefix(awalan)
        if len(awalan) + len(sisa) != len(token) or not sisa:
            continue
        for pieces in _rangkai(sisa, kamus.suku.keys()):
            if awalan or (len(pieces) >= _PECAHAN and any(piece in kamus.kosakata for piece in pieces)):
                ways.append((len(pieces), (*arti, *(word for piece in pieces for word in kamus.suku[piece]))))
    fewest = min((banyak for banyak, _ in ways), default=0)
    found = {frozenset(kata) - {"dan"}: kata for banyak, kata in ways if banyak == fewest}
    return next(iter(found.values())) if len(found) == 1 else None


def _belah(token: str) -> Kata | None:
    """A long word as the known words that it consists of, the fewest; None when it does not."""
    if len(token) < _RAPAT or not token.isalpha():
        return None
    return next(iter(_rangkai(token, muat_kantor().kosakata, _TERPENDEK)), None)


def _rangkai(token: str, dikenal: AbstractSet[str], terpendek: int = 1) -> list[Kata]:
    """The ways in which a token consists of the fewest pieces of at least so many letters."""
    best: list[list[Kata]] = [[()], *[[] for _ in token]]
    for akhir in range(1, len(token) + 1):
        ways = [
            (*lead, token[awal:akhir])
            for awal in range(akhir - terpendek + 1)
            if best[awal] and token[awal:akhir] in dikenal
            for lead in best[awal]
        ]
        fewest = min(map(len, ways), default=0)
        best[akhir] = [way for way in ways if len(way) == fewest]
    return best[-1]
