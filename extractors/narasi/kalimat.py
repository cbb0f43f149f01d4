"""Where the sentences of a paragraph begin and end: full stops of numbers, abbreviations and list marks are no ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

ABBREVIATIONS = (
    *("s.d", "s.d.", "s/d", "a.n.", "u.p.", "d.a.", "tsb.", "ttd.", "yad.", "No.", "no.", "Nomor.", "Nip.", "NIP."),
    *("Kab.", "kab.", "Kec.", "kec.", "Kel.", "kel.", "Ds.", "Prov.", "prov.", "Jl.", "jl.", "Jln.", "jln.", "Jbt."),
    *("PT.", "CV.", "UD.", "TA.", "T.A.", "Ta.", "Rp.", "rp.", "RP.", "Drs.", "Dra.", "Dr.", "dr.", "drg.", "drh."),
    *("Ir.", "H.", "Hj.", "KH.", "St.", "S.Sos.", "M.Si.", "Th.", "th.", "thn.", "Thn.", "Tgl.", "tgl.", "hal."),
    *("Hal.", "Tbk.", "Bts.", "bts.", "Sp.", "Smp.", "Lwt.", "Psl.", "Lamp.", "Ket.", "ket.", "Bag.", "Sub."),
    *("Kasubag.", "Jend.", "dll.", "dsb.", "dst.", "dkk.", "Km.", "Gol.", "Sdr.", "Yth.", "Tlp.", "Telp.", "cq."),
    *("c.q.", "max.", "min."),
)
_MAY_BE_LAST = frozenset({"dll", "dsb", "dst", "dkk", "thn", "th", "km"})
_NEVER_LAST = frozenset(word.rstrip(".").lower() for word in ABBREVIATIONS) - _MAY_BE_LAST
_LISTING = frozenset({"dll", "dsb", "dst", "dkk"})
_ROMAN = frozenset("IVX")

_STOP = re.compile(r"[.!?]+[\"'”’»)\]]*|;")
_WORD = re.compile(r"[^\W\d_](?:[^\s()\[\]\"“”]*[^\W_])?$")
_LONGEST_WORD = 40
_CLOSING = "\"'”’»)]"
_MARK = re.compile(r"(?:\(?(?:\d{1,2}|[A-Za-z]|[ivxIVX]{1,5})[.)]|[A-Za-z\d]{1,2}(?:\.\d{1,2})+\.?)(?=\s|$)")
_NUMBERED = re.compile(r"(?:\(?(?:\d{1,2}|[a-z])\)|[a-z]\.)\s")


MAX_SENTENCE = 1500
"""Characters; a longer run without an end is an inventory and is cut at its commas, so that one list cannot cost
minutes."""


def sentence_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Offsets of the sentences of a paragraph, without the blanks around them.

    Every printed character lies in exactly one span. A `;` ends a sentence only inside an inventory: what follows
    opens with a capital or a list mark, and both sides hold a number of their own. What is longer than `MAX_SENTENCE`
    is cut behind a semicolon, a comma or a blank.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for end in _bounded(text):
        first, last = _trimmed(text, start, end)
        start = end
        if first >= last:
            continue
        if spans and not any(char.isalnum() for char in text[first:last]):
            spans[-1] = (spans[-1][0], last)
        else:
            spans.append((first, last))
    return tuple(spans)


def _bounded(text: str) -> Iterator[int]:
    """Ends of sentences, with cuts inside those that are too long."""
    start = 0
    for end in (*_ends(text), len(text)):
        while end - start > MAX_SENTENCE:
            start = _cut(text, start)
            yield start
        start = end
        yield end


def _cut(text: str, start: int) -> int:
    """Where a sentence that begins at `start` and is too long is cut."""
    for mark in ("; ", ", ", " "):
        found = text.rfind(mark, start + MAX_SENTENCE // 2, start + MAX_SENTENCE)
        if found > 0:
            return found + len(mark)
    return start + MAX_SENTENCE


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _ends(text: str) -> Iterator[int]:
    """Where sentences end inside the text, from left to right."""
    start = 0
    for stop in _STOP.finditer(text):
        if stop.end() >= len(text):
            return
        ends = _clause_ends(text, start, stop) if stop.group() == ";" else _sentence_ends(text, start, stop)
        if ends:
            yield stop.end()
            start = stop.end()


def _clause_ends(text: str, start: int, stop: re.Match[str]) -> bool:
    rest = text[stop.end() :]
    after = rest.lstrip()
    if rest == after or not after or not (after[0].isupper() or _NUMBERED.match(after)):
        return False
    following = re.split(r";|[.!?]\s", _unmarked(after), maxsplit=1)[0]
    own = _unmarked(text[start : stop.start()].strip())
    return any(char.isdigit() for char in own) and any(char.isdigit() for char in following)


def _unmarked(clause: str) -> str:
    mark = _MARK.match(clause)
    return clause[mark.end() :] if mark is not None else clause


def _sentence_ends(text: str, start: int, stop: re.Match[str]) -> bool:
    follower = text[stop.end()]
    printed = stop.group().rstrip(_CLOSING)
    if not follower.isspace():
        return printed == "." and len(stop.group()) == 1 and _glued(text, start, stop)
    if printed.strip("."):
        return True
    if len(printed) > 1:
        return len(printed) == 2 and _opens(text, stop.end())
    before = text[max(start, stop.start() - _LONGEST_WORD) : stop.start()].lstrip()
    if _MARK.fullmatch(before + "."):
        return False
    return _closes(before, text[stop.end() :].lstrip(), bracketed=len(stop.group()) > 1)


def _glued(text: str, start: int, stop: re.Match[str]) -> bool:
    """Whether the blank behind the full stop was forgotten, as in "target.Hal ini"."""
    match = re.match(r"[A-Z][a-z]+", text[stop.end() :])
    if match is None:
        return False
    before = text[start : stop.start()]
    if before.endswith(("%", ")")):
        return True
    word = _last_word(before)
    return len(word) > 3 and word.islower() and word not in _NEVER_LAST


def _opens(text: str, position: int) -> bool:
    return text[position:].lstrip()[:1].isupper()


def _closes(before: str, after: str, *, bracketed: bool) -> bool:
    """Whether a full stop between `before` and a blank and `after` ends the sentence."""
    if not after or not before:
        return bool(before)
    last, opener = before[-1], after.lstrip("\"'“‘«([")[:1]
    if bracketed:
        return not opener.islower()
    if last.isdigit():
        return _number_closes(before, opener)
    if not last.isalpha():
        return not opener.isdigit() or last in "%)"
    return _word_closes(before, opener)


def _number_closes(before: str, opener: str) -> bool:
    if opener.isdigit():
        return re.search(r"(?<!\d)(?:19|20)\d\d$", before[-5:]) is not None
    return not opener.islower()


def _word_closes(before: str, opener: str) -> bool:
    word = _last_word(before)
    plain = word.lower()
    if plain in _LISTING:
        return opener.isupper()
    if plain in _MAY_BE_LAST and opener.isdigit():
        return False
    if plain in _NEVER_LAST or "." in word[-4:]:
        return False
    if len(word) == 1:
        return opener.isupper() and _letter_closes(before[:-1].rstrip(), word)
    if opener.islower():
        return len(word) > 4 and word.islower()
    return True


def _letter_closes(before: str, letter: str) -> bool:
    """A single letter ends a sentence as a unit ("80 m.") or as a Roman numeral ("Wilayah I."), not as an initial."""
    return before[-1:].isdigit() or (letter in _ROMAN and len(_last_word(before)) > 3)


def _last_word(before: str) -> str:
    match = _WORD.search(before[-_LONGEST_WORD:])
    return match.group() if match else ""
