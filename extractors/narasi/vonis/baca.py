"""Verdicts of a sentence: is a target met, exceeded or missed, and the class that a performance is given.

Negation binds first and over a distance ("belum dapat sepenuhnya mencapai target"), then what exceeds, then what meets.
Purposes, wishes, conditions, definitions, nouns and verdicts on more than one indicator are no verdict.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from extractors.narasi.kata import word_set
from extractors.narasi.vonis.kata import (
    BANDING,
    BATAS,
    BENDA,
    CACAHAN,
    JAMAK,
    JAMAK_SENDIRI,
    KOPULA,
    KOPULA_GANDA,
    NOMINA,
    PEMICU,
    PENGHUBUNG,
    SANGKAL,
    SEBELUM_KOPULA,
    SELA,
    SETELAH_TARGET,
    SYARAT,
    TELAH,
    TEREALISASI,
    TUJUAN,
    Inti,
    pencari,
)
from extractors.narasi.vonis.kelas import BILANGAN, find_classes
from extractors.narasi.vonis.lepas import find_loose
from schemas.narasi import Vonis, VonisTeks
from schemas.provenance import Place

if TYPE_CHECKING:
    from spacy.tokens import Doc

_TAHUN = re.compile(r"(?:19|20)\d\d$")
_SEBELUM_BILANGAN = word_set(
    "sebesar sebanyak sejumlah yaitu adalah hingga sampai angka kinerja capaian tahun pada di rp rp. : ="
)
_SAMBUNG = word_set("bahkan dan , atau / serta telah sudah juga")
_HANYA = word_set("hanya saja sekadar sekedar")
_SEBELUM_TAHUN = word_set("tahun thn thn. ta. desember")
_LAWAN_TAHUN = word_set("dibandingkan dibanding terhadap dari daripada")
_TANPA_NAMA = word_set("yang kinerja tersebut ini adalah disebabkan karena dimaksud")
_BUKAN_VONIS = NOMINA | {"untuk", "dalam", "/", "hampir"}
_JANGKA = re.compile(
    r"\b(?:target|pada|dalam|terhadap|dokumen|akhir)\s+(?:kinerja\s+|akhir\s+|tahun\s+|pada\s+|dokumen\s+)*"
    r"(?P<jangka>rpjm[dn]?|renstra|rpd|jangka\s+menengah|akhir|nasional|provinsi|program|pendapatan|anggaran|minimal"
    r"|triwulan\s+\w+|semester\s+\w+)\b"
    r"|\btarget\s+(?:kinerja\s+|pada\s+)*(?P<tahun>tahun\s+(?:sebelumnya|lalu|depan|berikutnya|mendatang))\b"
    r"|\b(?:sampai(?:\s+dengan)?|hingga|per|bulan)\s+(?:akhir\s+)?(?:bulan\s+)?(?:\d{1,2}\s+)?"
    r"(?P<masa>januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november)\b"
    r"|\b(?P<bulan>(?:januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november)\s+20\d\d)\b",
    re.IGNORECASE,
)
_RATA = 3
_JAUH = 6


_Rentang = tuple[int, int, Vonis | None]
"""First token, token behind the last, and the verdict; None for a class."""


@dataclass(frozen=True, slots=True)
class _Temuan:
    """Verdict words: tokens `mulai` to `akhir` (exclusive)."""

    vonis: Vonis
    mulai: int
    akhir: int


def read_verdicts(doc: Doc, place: Callable[[int, int], Place]) -> tuple[VonisTeks, ...]:
    """The verdicts and classes of a sentence, in printed order.

    Args:
        doc: tokens of the sentence.
        place: printed place of the characters from one offset to another.
    """
    words = [token.lower_ for token in doc]
    found: list[_Rentang] = [
        (item.mulai, item.akhir, item.vonis) for item in _merged(words, list(_verdicts(doc, words)))
    ]
    kelas = list(find_classes(doc, words))
    lepas = find_loose(doc, words, [(mulai, akhir) for mulai, akhir, _ in found]) if not kelas else None
    found += [(mulai, akhir, None) for mulai, akhir in ([*kelas, lepas] if lepas else kelas)]
    urut = sorted(found, key=lambda item: item[0])
    return tuple(_teks(doc, words, item, place, lepas=item[:2] == lepas) for item in urut)


def _teks(
    doc: Doc, words: Sequence[str], item: _Rentang, place: Callable[[int, int], Place], *, lepas: bool
) -> VonisTeks:
    mulai, akhir, vonis = item
    start = doc[mulai].idx
    end = doc[akhir - 1].idx + len(doc[akhir - 1])
    text = doc.text[start:end]
    return VonisTeks(
        vonis=vonis,
        kelas=text if vonis is None else None,
        lepas=lepas,
        text=text,
        mulai=start,
        akhir=end,
        tahun=_tahun(words, mulai, akhir),
        jangka=_jangka(doc, words, mulai, akhir) or _target_kind(doc, words, mulai, akhir),
        place=place(start, end),
    )


def _verdicts(doc: Doc, words: Sequence[str]) -> Iterator[_Temuan]:
    """Verdicts that are asserted of one thing."""
    if PEMICU.isdisjoint(words):
        return
    matches = sorted(pencari()(doc), key=lambda match: (match[1], -match[2]))
    last = 0
    for key, mulai, akhir in matches:
        if mulai < last:
            continue
        inti = Inti(doc.vocab.strings[key])
        found = _read(words, inti, mulai, akhir)
        if found is not None:
            last = akhir
            yield found


def _read(words: Sequence[str], inti: Inti, mulai: int, akhir: int) -> _Temuan | None:
    awal, sangkal = _negation(words, mulai)
    banyak = not _listed(words, awal, akhir) and _plural(words, awal, akhir)
    if banyak or _unreal(words, awal, akhir) or _far_negation(words, awal, sangkal=sangkal):
        return None
    if inti in (Inti.DI_ATAS, Inti.DI_BAWAH, Inti.HANYA):
        return None if sangkal else _relation(inti, mulai, akhir)
    if inti is Inti.NOMINA:
        return _Temuan(Vonis.GAGAL, awal, akhir) if sangkal and _named(words, akhir) else None
    if not _asserted(words, inti, mulai, akhir, sangkal=sangkal):
        return None
    if sangkal:
        return None if inti is Inti.LAMPAUI else _Temuan(Vonis.GAGAL, awal, akhir)
    lampaui = inti is Inti.LAMPAUI or words[mulai] == "terlampaui"
    return _Temuan(Vonis.MELAMPAUI if lampaui else Vonis.TERCAPAI, mulai, akhir)


def _relation(inti: Inti, mulai: int, akhir: int) -> _Temuan:
    return _Temuan(Vonis.MELAMPAUI if inti is Inti.DI_ATAS else Vonis.GAGAL, mulai, akhir)


def _negation(words: Sequence[str], mulai: int) -> tuple[int, bool]:
    """Where the verdict with its auxiliaries begins, and whether it is negated."""
    awal = mulai
    while awal > 0 and mulai - awal < _JAUH and words[awal - 1] in SELA:
        awal -= 1
    before = words[awal - 1] if awal else ""
    if before in SANGKAL:
        return awal - 1, True
    if before in _HANYA and awal > 1 and words[awal - 2] in ("tidak", "bukan", "tak"):
        return awal - 2, False
    return awal, False


def _far_negation(words: Sequence[str], awal: int, *, sangkal: bool) -> bool:
    """Whether a negation stands close before without touching the verdict: it may be part of a name or bind it."""
    if sangkal:
        return words[awal] == "kurang" and words[max(awal - 1, 0)] != "masih"
    dekat = list(_clause(words, awal))[-_JAUH:]
    return bool(set(dekat) & SANGKAL) and not _not_only(dekat)


def _not_only(dekat: Sequence[str]) -> bool:
    return any(kata in SANGKAL and lain in _HANYA for kata, lain in pairwise(dekat))


def _asserted(words: Sequence[str], inti: Inti, mulai: int, akhir: int, *, sangkal: bool) -> bool:
    """Whether the words say that it is so: no number behind `mencapai`, no bare `dapat`, `sesuai` of a result."""
    run = set(words[_negation(words, mulai)[0] : mulai])
    if not sangkal and run & {"dapat", "bisa"} and not run & TELAH:
        return False
    if mulai and words[mulai - 1] == "hanya" and not sangkal and "tidak" not in run:
        return False
    if inti is Inti.SESUAI:
        return sangkal or bool((run | set(_clause(words, mulai))) & TEREALISASI)
    if inti is Inti.PASIF:
        return (sangkal or bool(run & TELAH)) and any(word.startswith("target") for word in _clause(words, mulai))
    if inti is Inti.TANPA_OBJEK:
        return not _number_next(words, akhir)
    return inti is Inti.LAMPAUI or sangkal or words[mulai] != "mencapai" or not _number_next(words, akhir)


def _clause(words: Sequence[str], mulai: int) -> Sequence[str]:
    """Words of the clause before a place."""
    start = mulai
    while start > 0 and words[start - 1] not in BATAS and words[start - 1] not in PENGHUBUNG:
        start -= 1
    return words[start:mulai]


def _unreal(words: Sequence[str], awal: int, akhir: int) -> bool:
    """Whether a purpose, wish, condition, question, noun or restricting `yang` holds the verdict."""
    clause = _clause(words, awal)
    before = clause[-1] if clause else ""
    if set(clause) & TUJUAN or set(words[awal:akhir]) & {"untuk"} or before in _BUKAN_VONIS:
        return True
    if any(word == "untuk" and lain.startswith(("me", "ber")) for word, lain in pairwise(clause)):
        return True
    if before == "yang" and not _listed(words, awal, akhir) and (len(clause) < 2 or not _closes_number(clause[-2])):
        return not (len(clause) == 1 and awal > 1 and words[awal - 2] == ",")
    return _conditional(clause) or _open_question(words[akhir : akhir + _RATA])


def _listed(words: Sequence[str], awal: int, akhir: int) -> bool:
    """Whether names follow that the verdict is given to: `yang memenuhi target adalah …`."""
    if not awal or words[awal - 1] != "yang":
        return False
    while akhir < len(words) and (words[akhir] in SEBELUM_KOPULA or _TAHUN.match(words[akhir])):
        akhir += 1
    kopula = list(words[akhir : akhir + 2])
    return bool(kopula) and (kopula[0] in KOPULA or kopula in KOPULA_GANDA)


def _closes_number(word: str) -> bool:
    return word in ("%", "persen", ")", "poin") or bool(BILANGAN.match(word) and not _TAHUN.match(word))


def _conditional(clause: Sequence[str]) -> bool:
    return any(word in SYARAT and not set(clause[urut + 1 : urut + 3]) & BANDING for urut, word in enumerate(clause))


def _open_question(after: Sequence[str]) -> bool:
    """Behind the verdict: `apabila …`, `atau tidak`, `/tidak`, `dan tidaknya`."""
    if _conditional(after):
        return True
    return any(word.startswith("tidak") for word in after[:2]) or (bool(after) and after[0].startswith("/"))


def _plural(words: Sequence[str], awal: int, akhir: int) -> bool:
    """Whether the subject is more than one indicator: `beberapa indikator`, `6 indikator`, `semuanya`."""
    return _several(words[_sentence_start(words, awal) : awal]) or _several(words[akhir : akhir + _JAUH])


def _sentence_start(words: Sequence[str], place: int) -> int:
    while place > 0 and words[place - 1] not in (".", ";"):
        place -= 1
    return place


def _several(span: Sequence[str]) -> bool:
    if set(span) & JAMAK_SENDIRI:
        return True
    for urut, word in enumerate(span):
        if word in JAMAK and set(span[urut + 1 : urut + 3]) & BENDA:
            return True
        if BILANGAN.match(word) and _counted(span[urut + 1 : urut + _JAUH]):
            return True
    return False


def _counted(after: Sequence[str]) -> bool:
    """Whether a number counts indicators: `9 indikator`, `9 (sembilan) indikator`."""
    rest = list(after)
    if rest[:1] == ["("] and ")" in rest:
        rest = rest[rest.index(")") + 1 :]
    return bool(rest) and rest[0] in CACAHAN


def _number_next(words: Sequence[str], akhir: int) -> bool:
    """Whether a number follows: `mencapai target sebesar 94 %` states a value."""
    place = akhir
    while place < len(words) and words[place] in _SEBELUM_BILANGAN:
        place += 1
    return place < len(words) and bool(BILANGAN.match(words[place])) and not _TAHUN.match(words[place])


def _named(words: Sequence[str], akhir: int) -> bool:
    """Whether something is named behind `tidak tercapainya target`."""
    after = [word for word in words[akhir : akhir + _JAUH] if word.isalpha()]
    return len(after) > 1 and after[0] not in _TANPA_NAMA


def _merged(words: Sequence[str], found: Sequence[_Temuan]) -> Iterator[_Temuan]:
    """Verdicts of one breath as one: `tercapai bahkan melebihi target`, `tercapai sesuai target`."""
    last: _Temuan | None = None
    for item in found:
        if last is not None and _one_breath(words, last, item):
            stronger = item.vonis if last.vonis is Vonis.TERCAPAI else last.vonis
            last = _Temuan(stronger, last.mulai, item.akhir)
            continue
        if last is not None:
            yield last
        last = item
    if last is not None:
        yield last


def _one_breath(words: Sequence[str], a: _Temuan, b: _Temuan) -> bool:
    """Whether two verdicts of the same sense follow each other with hardly a word between."""
    return set(words[a.akhir : b.mulai]) <= _SAMBUNG and Vonis.GAGAL not in (a.vonis, b.vonis)


def _tahun(words: Sequence[str], mulai: int, akhir: int) -> int | None:
    """The year said last before the verdict (not one that is compared with), else the one behind it."""
    for place in range(mulai - 1, 0, -1):
        said = _TAHUN.match(words[place]) and words[place - 1] in _SEBELUM_TAHUN
        before = words[max(place - 2, 0)]
        if said and before not in _LAWAN_TAHUN and not _regulation(words, place):
            return int(words[place])
    for place in range(akhir, min(akhir + _JAUH, len(words))):
        if words[place] in BATAS or words[place] in PENGHUBUNG:
            return None
        if _TAHUN.match(words[place]) and words[place - 1] == "tahun":
            return int(words[place])
    return None


def _regulation(words: Sequence[str], place: int) -> bool:
    """Whether a year is that of a regulation (`Nomor 12 Tahun 2019`), not `31 Desember 2030`."""
    return words[place - 1] == "tahun" and bool(BILANGAN.match(words[max(place - 2, 0)]))


def _target_year(words: Sequence[str], mulai: int, akhir: int) -> str | None:
    """`tahun 2022` where the target of a year other than that of the verdict is meant."""
    said = _tahun(words, mulai, akhir)
    for place in (*range(_sentence_start(words, mulai) + 2, mulai), akhir + 1):
        own = place < len(words) and (place == akhir + 1 or words[place - 2] == "target")
        if own and words[place - 1] == "tahun" and _TAHUN.match(words[place]) and said != int(words[place]):
            return f"tahun {words[place]}"
    return None


def _target_kind(doc: Doc, words: Sequence[str], mulai: int, akhir: int) -> str | None:
    """What makes it a target of another year or kind: `tahun 2022`, or the word behind `target` (`SPM`, `keluaran`)."""
    tahun = _target_year(words, mulai, akhir)
    if tahun is not None or not words[akhir - 1].startswith("target") or akhir >= len(words):
        return tahun
    word = words[akhir]
    own = word in SETELAH_TARGET or word in PENGHUBUNG or word in SYARAT or not word.replace("-", "").isalpha()
    noun = words[akhir - 2] in ("tercapainya", "terpenuhinya")
    return None if own or noun else doc[akhir].text


def _jangka(doc: Doc, words: Sequence[str], mulai: int, akhir: int) -> str | None:
    """Plan, area or period whose target is meant, None for the office's yearly one."""
    start = _sentence_start(words, mulai)
    end = akhir
    while end < min(akhir + _JAUH, len(words)) and words[end] not in BATAS and words[end] not in PENGHUBUNG:
        end += 1
    match = _JANGKA.search(doc[start:end].text)
    return " ".join((match["jangka"] or match["tahun"] or match["masa"] or match["bulan"]).split()) if match else None
