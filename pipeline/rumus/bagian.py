"""The parts of a formula cell: the formula, and the labels and notes that stand around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

_RUMUS = (
    r"(?:rumus|formula(?:si)?|cara|metode|teknik|metodologi)(?:(?: ?/ ?| )(?:rumus|formula(?:si)?|cara|meng?hitung"
    r"|per?hitungan(?:nya)?|penghitungan|pengukuran|indikator|kinerja|iku|iki)){0,4}|per?hitungan|penghitungan"
)
_CATATAN = (
    r"ket(?:erangan)?\.?|catatan|note|nb|di ?mana|tipe(?: (?:per|peng)?hitungan)?|sumber(?: data)?|satuan|penjelasan"
    r"|definisi(?: operasional)?|pengertian|contoh(?: perhitungan)?"
    r"|dengan (?:ketentuan|keterangan|catatan)|polari[a-z]+"
    r"|kriteria(?: penilaian)?|alasan|tujuan"
)
_LABEL = re.compile(
    rf"(?<![\w/(-])(?:\*+ ?)?(?:(?P<catatan>(?:{_CATATAN}) ?[:=])|(?P<rumus>(?:{_RUMUS}) ?[:=])"
    r"|(?P<dimana>di ?mana (?=\S{1,20}(?: \S{1,20}){0,3} ?(?:=|:|adalah\b))))",
    re.IGNORECASE,
)
_SELALU = re.compile(r"\*|ket|di ?mana", re.IGNORECASE)
_KEPALA = re.compile(
    r"(?:rumus|formula(?:si)?)(?: (?:per|peng)hitungan)? (?=[({\[]|jumlah\b|jml\b|total\b|banyaknya\b|∑|Σ)",
    re.IGNORECASE,
)
_BUTIR = re.compile(r"(?:\(?(?:[a-z]|\d{1,2})[.)]|[-•●▪➢✓*]) (?=\S)", re.IGNORECASE)
_KALIMAT = re.compile(r"(?<=[a-z%)\d]{2})\.[ ]+(?=[A-Z({\[])")
_SINGKATAN = re.compile(
    r"(?:^|[\s(])(?:no|kab|prov|kec|kel|st|dr|drs|dll|dsb|dst|ps|jl|pt|cv|ttd|thn?|tgl|ket|bid)$", re.IGNORECASE
)
_TAKARAN = re.compile(
    r"(?:(?<![\w%])[A-E]{1,2} ?[:=(]? ?)?[<>≥≤] ?=? ?\d+(?:[.,]\d+)? ?(?:[-–—]|s/d|sd) ?\d+"
    r"|(?<![\w%])[A-E]{1,2} ?[:=(]? ?\d+(?:[.,]\d+)? ?(?:[-–—]|s/d|sd) ?\d+"
)
_KEPALA_TAKARAN = re.compile(
    r"(?:(?<!\S)(?:kategori|kriteria|predikat|interpretasi|interval|skala|rentang|mutu|nilai|keterangan)"
    r" ?[:/]?\s*){1,6}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bagian:
    """A cell: its formula, and its notes as printed (their label in front)."""

    rumus: str
    keterangan: tuple[str, ...] = ()


def pisahkan(text: str) -> Bagian:
    """The formula of a cell and what stands around it; the label of the formula itself is dropped."""
    folded = " ".join(text.split())
    labels = [match for match in _LABEL.finditer(folded) if _berdiri(folded, match)]
    ends = [*(match.start() for match in labels[1:]), len(folded)]
    pieces = [
        (match, folded[match.end() : end].strip()) for match, end in zip(labels, ends[: len(labels)], strict=True)
    ]
    lead = (folded[: labels[0].start()] if labels else folded).strip()
    named = next((i for i, (match, body) in enumerate(pieces) if match["rumus"] and _berisi(body)), None)
    notes = [(match.group().strip(), body) for match, body in pieces]
    if named is not None:
        rest = notes[:named] + notes[named + 1 :]
        return Bagian(rumus=rapikan(pieces[named][1]), keterangan=_catatan(lead, rest))
    if _berisi(lead) or not pieces:
        return Bagian(rumus=rapikan(lead), keterangan=_catatan("", notes))
    return Bagian(rumus=rapikan(notes[0][1]), keterangan=_catatan("", notes[1:]))


def _berdiri(text: str, match: re.Match[str]) -> bool:
    """Whether a label begins something new; `dengan kriteria:` in the middle of a name does not."""
    if _SELALU.match(match.group()) or match["catatan"] is None:
        return True
    before = text[: match.start()].rstrip()
    return match.group()[0].isupper() or not before or before[-1] in ".;,)]}%" or before[-1].isdigit()


def rapikan(text: str) -> str:
    """A formula without a label word, a single list mark or a full stop at its ends."""
    plain = _KEPALA.sub("", text, count=1) if _KEPALA.match(text) else text
    mark = _BUTIR.match(plain)
    if mark is not None and sum(1 for _ in _BUTIR.finditer(plain)) == 1:
        plain = plain[mark.end() :]
    return plain.strip().rstrip(".;,: ") if _berisi(plain) else plain.strip()


def kalimat(text: str) -> tuple[str, ...]:
    """The sentences of a formula text; a stop inside brackets or behind an abbreviation ends none."""
    cuts, depth, at = [0], 0, 0
    for match in _KALIMAT.finditer(text):
        depth += sum(1 if c in "([{" else -1 if c in ")]}" else 0 for c in text[at : match.start()])
        at = match.start()
        if depth <= 0 and not _SINGKATAN.search(text[max(0, at - 5) : at]):
            cuts.append(match.end())
    return tuple(text[a:b].strip() for a, b in zip(cuts, [*cuts[1:], len(text)], strict=True))


def bertakaran(text: str) -> bool:
    """Whether the text holds a table of classes (`A >90 – 100 …, BB >80 – 90 …`)."""
    return sum(1 for _ in _TAKARAN.finditer(text)) > 1


def lepas_takaran(text: str) -> tuple[str, str]:
    """What stands in front of a table of classes, and the table with its heading words."""
    first = next(_TAKARAN.finditer(text)).start()
    lead = text[:first].rstrip()
    heading = _KEPALA_TAKARAN.search(lead)
    cut = heading.start() if heading is not None else first
    return rapikan(text[:cut]), text[cut:].strip()


def _berisi(text: str) -> bool:
    return any(char.isalnum() for char in text)


def _catatan(lead: str, notes: list[tuple[str, str]]) -> tuple[str, ...]:
    """The notes as printed; empty ones and labels of formulas without one are dropped."""
    pairs = [lead, *(f"{label} {body}" for label, body in notes if _berisi(body))]
    return tuple(note for note in pairs if _berisi(note))
