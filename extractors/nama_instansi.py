"""Names of offices on printed lines: where one begins, how far it goes, and what about it is an abbreviation."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from schemas.printed import Line

LETTERHEAD_LINES = 12
_WRAPPED_LINES = 2
_NAME_WORDS = 18

UNIT = (
    r"(?:dinas|badan|biro|inspektorat|sekretariat|kecamatan|kapanewon|kemantren|distrik|kelurahan|satuan\s+polisi"
    r"|rumah\s+sakit|rsu?d|rsu|rsjd?|kementerian|direktorat|bagian|kantor|balai|satpol)\b"
)
_PART = r"(?:uptd?|puskesmas|cabang\s+dinas)\b"
_LEVEL_WORD = r"(?:kabupaten|kota|provinsi|propinsi)\b"
GOVERNMENT_OF = re.compile(rf"pemerintah\s+(?:daerah\s+)?(?:{_LEVEL_WORD}|aceh\b)", re.IGNORECASE)
# what a name may hold: no marks, digits only inside an abbreviation (`DP3AP2KB`); on a cover commas as well
_INSIDE = r"(?:[^.,;:|()\d]|(?<=[A-Za-z])\d(?=[A-Za-z]))"
_END = r"(?=\s*(?:tahun\b|[.,;:|()]|(?<![A-Za-z])\d|\d(?![A-Za-z])|$))"
_OFFICE = re.compile(rf"\b((?:{UNIT}|{GOVERNMENT_OF.pattern}){_INSIDE}{{3,140}}?){_END}", re.IGNORECASE)
_COVER_OFFICE = re.compile(_OFFICE.pattern.replace("[^.,;", "[^.;").replace("|[.,;", "|[.;"), re.IGNORECASE)
_PART_NAME = re.compile(rf"\s*({_PART}{_INSIDE}{{3,140}}?){_END}", re.IGNORECASE)
_SHORT_NAME = re.compile(rf"([A-Za-z][A-Za-z0-9]*{_INSIDE}{{0,140}}?){_END}", re.IGNORECASE)
# the office that a part is of, behind a comma or on the line beside it
_ABOVE = re.compile(rf"\s*,\s*((?:kementerian|dinas|badan|sekretariat)\b{_INSIDE}{{3,140}}?){_END}", re.IGNORECASE)
_ABOVE_LINE = re.compile(r"(?:dinas|badan|sekretariat)\s", re.IGNORECASE)
IS_PART = re.compile(rf"(?:{_PART}|(?:balai|direktorat|bagian|biro)\b)", re.IGNORECASE)
_WORD = re.compile(r"(?<![\w(/-])[A-Z][A-Za-z0-9]{2,}")
_CONSONANT = "0-9B-DF-HJ-NP-TV-Z"
# abbreviations of offices: letters that make no syllables, or `Dis`, `Din` and pieces of words
_SHORT_SHAPE = re.compile(
    rf"D[Ii][SsNn][A-Za-z0-9]{{3,}}|[DB](?:[{_CONSONANT}]{{2,}}|(?=.{{3}})[{_CONSONANT}]*[AIUEO][{_CONSONANT}]*)"
)
_CALLED = re.compile(
    r"\b(?:(?:kepala|pelaksana|kinerja|l(?:kj|ak|k)ip|strategis|renstra|utama)"
    r"|(?:skpd|opd|instansi|unit\s+kerja|perangkat\s+daerah)\s*:)\s*$",
    re.IGNORECASE,
)
# all that may stand before the name on its line where the line is no sentence
_HEADED = re.compile(
    r"\W*(?:(?:jabatan|nama|skpd|opd|instansi|unit\s+kerja|perangkat\s+daerah)\s*:?\s*)?"
    r"(?:(?:keputusan|peraturan|lampiran|laporan|akuntabilitas|kinerja|instansi|pemerintah|l(?:kj|ak|k)ip|lkj|perjanjian"
    r"|penetapan|rencana|strategis|renstra|indikator|utama|individu|capaian|pengukuran|tahunan|kepala|pelaksana"
    r"|pl[th]\.?|pjs?\.?)\s+)*$",
    re.IGNORECASE,
)
_TITLED = re.compile(r"\b(?:kinerja(?:\s+instansi)?|l(?:kj|ak|k)ip)\s+$", re.IGNORECASE)
_WRITER = re.compile(r"\b(?:disusun|diterbitkan|disiapkan|penyusun|oleh)\b", re.IGNORECASE)
_KINDS = ("singkatan", "tetap", "sendiri", "bukan")
_NAMED_AFTER = frozenset({"dinas", "badan", "inspektorat", "sekretariat", "satuan"})
JOINTS = frozenset({"dan", "serta"})
_LETTERS = re.compile(rf"[{_CONSONANT}]+|[A-Z]+\d\w*")
_CAPITALS = frozenset({"upt", "rsud", "rsu", "rsd", "rsj", "dprd"})
_ITEM = rf"(?!(?i:{UNIT}|kepala|sekretaris|bupati|wali|gubernur|ketua|camat))[A-Z][A-Za-z-]*(?:\s+[A-Z][A-Za-z-]*)*"
_MORE_TASKS = re.compile(rf"(?:\s*,\s*{_ITEM})+,?\s+(?i:dan|serta)\s+{_ITEM}(?:\s+dan\s+{_ITEM})*")
_WITH_TASKS = re.compile(r"(?:dinas|badan|biro|bagian|kementerian)\b", re.IGNORECASE)
_WRITTEN_OUT = (
    (re.compile(r"\bkab\.\s*", re.IGNORECASE), "Kabupaten "),
    (re.compile(r"\bprov\.\s*", re.IGNORECASE), "Provinsi "),
    (re.compile(r"\bkec\.\s*", re.IGNORECASE), "Kecamatan "),
)
_SPACED = re.compile(r"(?<!\S)(?:[^\W\d_] ){3,}[^\W\d_](?!\S)")
_TITLES = re.compile(r"\b(drg?|prof|hj?|ir|kh|st|rm)\.\s*(?=[A-Za-z])", re.IGNORECASE)
_GOES_ON = re.compile(rf"(?:dan|serta)\s|{_LEVEL_WORD}\s+[a-z]", re.IGNORECASE)
_OPEN_END = re.compile(rf"(?:,|\bdan|\bserta|\b{_LEVEL_WORD})$", re.IGNORECASE)
_TAIL = re.compile(
    r"[\s,]+(?:adalah|merupakan|terdiri|terletak|memiliki|berada|berdasarkan|dibentuk|selaku|melalui|telah|dapat|yang"
    r"|dalam(?!\s+negeri)|tentang|untuk|dengan|sebagai|pada|ini|akan|wajib|berkewajiban|mempunyai|disusun|tidak"
    r"|halaman|hal|page|rp|memutuskan|menimbang|dan\s+(?:bupati|wali|gubernur|kepala|sekretaris))\b.*$",
    re.IGNORECASE,
)
_LINKS = frozenset({"dan", "serta", "di", "untuk", "pada", "dr", "drg", "prof", "ir", "hj"})
_REGION_STOP = (
    rf"(?i:{UNIT}|{_LEVEL_WORD}|(?:tahun|nomor|no|tentang|periode|dan|dalam|di|yang|untuk|kepada|desa|berdasarkan|selaku"
    r"|pada|serta|jl|jalan|telp|bupati|wali|gubernur|unit|rencana|indikator|perangkat|laporan|perjanjian|halaman|hal)\b)"
)
_REGION_NAME = rf"((?!{_REGION_STOP})[A-Z][\w'-]*(?:\s+(?!{_REGION_STOP})[A-Z][\w'-]*){{0,4}})"
REGION = re.compile(rf"\b(?i:(kabupaten|kota|provinsi|propinsi))\s+{_REGION_NAME}")
RULER = re.compile(rf"\b(?i:(bupati|wali\s?kota|gubernur))\s+{_REGION_NAME}")
_REGION_AT_END = re.compile(rf"{REGION.pattern}$")
_TWICE = re.compile(rf"\b({_LEVEL_WORD}\s+\S+(?:\s+\S+){{0,3}}?)\s+\1\b", re.IGNORECASE)
HEADING = re.compile(
    r"\W*(?:laporan|l(?:kj|ak|k)ip|lkj|akuntabilitas|kinerja|instansi|perangkat|satuan|pemerintah|tahun|triwulan|semester"
    r"|kabupaten|kota|provinsi|propinsi|bupati|wali|gubernur|keputusan|peraturan|perjanjian|penetapan|rencana|renstra"
    r"|rpjmd|indikator|pengukuran|nomor|tentang|lampiran|salinan|dengan|kata|daftar|bab|ringkasan|ikhtisar|jalan|jl"
    r"|alamat|telp|dokumen|disusun|oleh|dan|serta|revisi|perubahan|final|bidang|seksi|sub)\b|\W*[\d\W]+$"
    r"|.*\b(?:laporan|kinerja|tahun)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A printed name of an office.

    Attributes:
        after: the text behind it.
        headed: it has its line, or only `Kepala`, `Laporan Kinerja` and the like stand before it, no `disusun oleh`.
        titled: `Laporan Kinerja` or the like stands right before it.
        part: it names a part of an office (a UPT, a bagian) and that office.
    """

    text: str
    after: str
    headed: bool
    titled: bool
    part: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Short:
    """Abbreviations by `schemas/kamus/kantor.csv`, lower case.

    Attributes:
        offices: each names an office wherever it stands, by what it means; known: these, and those of tasks, which do
            so only where an office is named.
        parts: all abbreviations, as they stand within names; others: what only looks like one.
    """

    offices: Mapping[str, str]
    known: frozenset[str]
    parts: frozenset[str]
    others: frozenset[str]


@cache
def _abbreviations() -> _Short:
    text = files("schemas").joinpath("kamus", "kantor.csv").read_text("utf-8")
    rows = [row for row in csv.DictReader(text.splitlines()) if " " not in row["tulisan"]]
    words = {kind: {row["tulisan"]: row["baku"] for row in rows if row["jenis"] == kind} for kind in _KINDS}
    whole = {short: name for short, name in words["singkatan"].items() if name.split()[0] in _NAMED_AFTER}
    return _Short(
        offices=words["tetap"] | whole,
        known=frozenset((*words["tetap"], *whole, *words["sendiri"])),
        parts=frozenset(words["singkatan"]),
        others=frozenset(words["bukan"]),
    )


def is_short(word: str) -> bool:
    """Whether a word abbreviates the name of an office: a known abbreviation, or one by its shape."""
    short = _abbreviations()
    token = word.split("-")[0]
    if token.lower() in short.others:
        return False
    return token.lower() in short.known or _SHORT_SHAPE.fullmatch(token) is not None


def meaning(short: str) -> str:
    """What a known abbreviation of an office means, lower case, "" for any other word."""
    return _abbreviations().offices.get(short.lower(), "")


def cased(name: str) -> str:
    """A name that is all capitals in capitals and small letters, its abbreviations as they are."""
    return " ".join(_cased_word(word) for word in name.split()) if name.isupper() else name


def _cased_word(word: str) -> str:
    small = word.lower()
    if small in JOINTS:
        return small
    kept = small in _CAPITALS or is_short(word) or _LETTERS.fullmatch(word)
    return word if kept or (small in _abbreviations().parts and not re.fullmatch(UNIT, small)) else word.title()


def plain(text: str) -> str:
    """A text with one space between words, none inside one, levels written out and no points behind titles."""
    text = " ".join(_SPACED.sub(lambda found: found.group().replace(" ", ""), text).split())
    for pattern, word in _WRITTEN_OUT:
        text = pattern.sub(word.upper() if text.isupper() else word, text)
    return _TITLES.sub(r"\1 ", text)


def proper(name: str) -> str:
    """A name without what follows it in a sentence: up to a verb and, in mixed case, a word in small letters."""
    name = _TWICE.sub(r"\1", _TAIL.sub("", name)).strip(" -–|,")
    words = name.split()
    small = [k for k, word in enumerate(words) if word[:1].islower() and word not in _LINKS]
    return " ".join(words[: small[0]]) if small and words[0][:1].isupper() else name


def unwrapped(lines: Sequence[Line], index: int) -> str:
    """A line with the lines that go on with the name at its end (`dan Transmigrasi`, `Provinsi Jawa Barat`)."""
    text = plain(lines[index].text)
    for line in lines[index + 1 : index + 1 + _WRAPPED_LINES]:
        more = plain(line.text)
        if _REGION_AT_END.search(text.rstrip(",")) and (text.endswith(",") or REGION.match(more)):
            break
        if not (_GOES_ON.match(more) or _OPEN_END.search(text) or _of_one_name(text, more)):
            break
        text = f"{text} {more}"
    return text


def _of_one_name(text: str, more: str) -> bool:
    """Whether a line ends in the middle of a name, or names a part of the office of the next line.

    A name that is cut between two words is known by the region at its end (`... DAN DESA, PENGENDALIAN`, `PENDUDUK
    KABUPATEN ...`).
    """
    if IS_PART.match(text) and _ABOVE_LINE.match(more):
        return True
    if not (text.isupper() and more.isupper() and _WITH_TASKS.match(text) and _REGION_AT_END.search(more)):
        return False
    begins = re.match(rf"{UNIT}|{_PART}", more, re.IGNORECASE) or HEADING.match(more) or is_short(more.split()[0])
    return not begins and REGION.search(text) is None


def names(lines: Sequence[Line], index: int) -> Iterator[Name]:
    """Names of offices that begin on a line."""
    own = plain(lines[index].text)
    text = unwrapped(lines, index)
    above = plain(lines[index - 1].text) if index else ""
    letterhead = index < LETTERHEAD_LINES
    read = 0
    for match in _matches(text, letterhead=letterhead):
        before = text[: match.start(1)]
        if not read <= match.start() < len(own) or before.lower().endswith("peraturan "):
            continue
        name, end, part = _whole(match, text, above if letterhead else "")
        if _is_name(name, before, own, above if letterhead else ""):
            read = end if part else read
            alone = own.isupper() or name.startswith(own.strip(" .,:"))
            begins = _HEADED.match(before) is not None and (alone or before.strip()) and not _OPEN_END.search(above)
            headed = bool(begins) and not _WRITER.search(above)
            titled = _TITLED.search(before) is not None
            yield Name(text=name, after=text[end:], headed=headed, titled=titled, part=part)


def _matches(text: str, *, letterhead: bool) -> Iterator[re.Match[str]]:
    if letterhead and (part := _PART_NAME.match(text)):
        yield part
    yield from (_COVER_OFFICE if letterhead and text.isupper() else _OFFICE).finditer(text)
    known = _abbreviations()
    for word in _WORD.finditer(text):
        if word.group().lower() in known.offices or (
            is_short(word.group()) and ((letterhead and word.start() == 0) or _CALLED.search(text[: word.start()]))
        ):
            match = _SHORT_NAME.match(text, word.start())
            if match:
                yield match


def _whole(match: re.Match[str], text: str, above: str) -> tuple[str, int, bool]:
    """A name with what goes on behind its commas, where it ends, and whether it is a part with its office."""
    name, end = match.group(1), match.end()
    if _WITH_TASKS.match(name) and (more := _MORE_TASKS.match(text, end)):
        name, end = name + more.group(), more.end()
    if not IS_PART.match(name):
        return proper(name), end, False
    if more := _ABOVE.match(text, end):
        return proper(f"{name} {more.group(1)}"), more.end(), True
    if match.start(1) == 0 and text.isupper() and _ABOVE_LINE.match(above) and above.isupper():
        return f"{proper(name)} {proper(above)}", end, True
    return proper(name), end, re.search(r"\s(?:dinas|badan|sekretariat|kementerian)\s", name, re.IGNORECASE) is not None


def _is_name(name: str, before: str, own: str, above: str) -> bool:
    """Whether a text is the name of an office; an abbreviation alone only where it is called one."""
    words = name.split()
    if not words or len(words) > _NAME_WORDS or re.search(r"\btahun\b", name, re.IGNORECASE):
        return False
    if not is_short(words[0]):
        return len(words) > 1
    if words[0].lower() in _abbreviations().offices and (len(words) > 1 or name == own):
        return True
    return bool(REGION.search(name) or _CALLED.search(before) or GOVERNMENT_OF.match(above))
