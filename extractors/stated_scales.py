"""Class scales of capaian that a sentence or list states (`Kategori capaian: Sangat Baik (>100), Baik (75-100) …`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from extractors.scales import is_interval
from schemas.extraction import KelasTeks, SkalaTeks
from schemas.printed import Line

_MIN_CLASSES = 3
_MAX_LINES = 9
_LEAD_LINES = 2
_LEAD = re.compile(
    r"\b(?:kategori|predikat|skala|kriteria|klasifikasi|interval|rentang|penilaian|pengelompokan)\b[^.:;\d]{0,80}"
    r"\b(?:capaian|pencapaian|keberhasilan|realisasi)\b[^.:;\d<>≥≤]{0,80}?(?::|\b(?:adalah|yaitu|yakni|meliputi|berikut)\b\s*:?)",
    re.IGNORECASE,
)
_LABEL = (
    r"(?:(?:sangat|amat|cukup|kurang|tidak)\s+)?"
    r"(?:baik|berhasil|tinggi|memuaskan|cukup|sedang|kurang|rendah|buruk|efektif|efisien)(?:\s+(?:baik|berhasil|sekali))?"
)
_SPAN = r"[^()\[\];:=]{1,30}?"
_IN_TEXT = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\s*(?P<label>{_LABEL})\s*\((?P<interval>{_SPAN})\)\s*(?P<end>[,;.]?(?:\s*(?:dan|serta)\b)?)",
        rf"\s*(?P<interval>{_SPAN})\s*[:=]?\s*(?P<label>{_LABEL})\s*(?P<end>[;.]|$)",
        rf"\s*(?P<label>{_LABEL})\s*[:=]\s*(?P<interval>{_SPAN})\s*(?P<end>;|\.(?!\d)|$)",
    )
)
_ENDS = ("", ".")
"""What stands behind the last class; behind another sign a class follows."""
_MARK = r"\s*(?:\(?[a-z\d]{1,2}[.)]\s+|[-•▪➢✓\uf0a0-\uf0ff]\s*)?"
_IN_LIST = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_MARK}(?P<label>{_LABEL})\s*(?:[:=]\s*(?P<interval>{_SPAN})|\((?P<inside>{_SPAN})\))\s*[;,.]?",
        rf"{_MARK}(?P<interval>{_SPAN})\s*[:=]\s*(?P<label>{_LABEL})\s*[;,.]?",
    )
)


def find_stated_scales(lines: Sequence[Line]) -> tuple[SkalaTeks, ...]:
    """The first scale that the text states for capaian; nothing where a class of it cannot be read.

    Classes follow each other with nothing between them but a sign, each with its interval in one form.
    """
    for index, line in enumerate(lines):
        ahead = lines[index : index + _MAX_LINES]
        lead = _LEAD.search(" ".join(part.text for part in ahead[:_LEAD_LINES]))
        if lead is None or lead.start() >= len(line.text):
            continue
        kelas = _in_list(ahead, lead.end()) or _in_text(ahead, lead.end())
        if kelas:
            return (SkalaTeks(kelas=kelas, caption=None, header=lead.group(), context="", place=line.place),)
    return ()


def _in_text(lines: Sequence[Line], start: int) -> tuple[KelasTeks, ...]:
    text = " ".join(line.text for line in lines)
    begins = [0, *accumulate(len(line.text) + 1 for line in lines)]
    for pattern in _IN_TEXT:
        found = list(_following(pattern, text, start))
        if _whole([match["label"] for match in found]) and found[-1]["end"] in _ENDS:
            return tuple(
                KelasTeks(
                    label=match["label"].strip(),
                    text=match["interval"].strip(),
                    place=lines[sum(begin <= match.start("label") for begin in begins) - 1].place,
                )
                for match in found
            )
    return ()


def _following(pattern: re.Pattern[str], text: str, start: int) -> Iterator[re.Match[str]]:
    """Classes from a place on, as long as one begins where the last one ended."""
    while (match := pattern.match(text, start)) is not None and is_interval(match["interval"]):
        yield match
        start = match.end()
        if match["end"] in _ENDS:
            return


def _in_list(lines: Sequence[Line], start: int) -> tuple[KelasTeks, ...]:
    """Classes that stand in lines of their own below the line in which the lead ends."""
    lead = next((k for k, line in enumerate(lines) if start <= sum(len(part.text) + 1 for part in lines[: k + 1])), 0)
    for pattern in _IN_LIST:
        kelas: list[KelasTeks] = []
        for line in lines[lead + 1 :]:
            match = pattern.fullmatch(line.text)
            interval = "" if match is None else (match.groupdict().get("inside") or match["interval"]).strip()
            if match is None or not is_interval(interval):
                break
            kelas.append(KelasTeks(label=match["label"].strip(), text=interval, place=line.place))
        if _whole([item.label for item in kelas]):
            return tuple(kelas)
    return ()


def _whole(labels: Sequence[str]) -> bool:
    """Whether there are classes enough, none of them twice."""
    return len(labels) >= _MIN_CLASSES and len({label.lower() for label in labels}) == len(labels)
