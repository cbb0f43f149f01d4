"""Place and date over the signatures: `Bandung, 3 Januari 2017`, `Bandung, ............... 2017`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from schemas.keputusan import Isian, Teks

_MONTHS = (
    r"januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|desember"
    r"|jan|feb|peb|mar|apr|jun|jul|agust?|sept?|okt|nov|nop|des"
)
_DATE = re.compile(
    r"(?P<tempat>[A-Z][A-Za-z.'’ -]{2,40}?)\s*,\s*(?:tanggal\s*)?"
    rf"(?P<isi>[\d.…_/\s-]{{0,60}}(?:\b(?:{_MONTHS})\b)?[.…_\s-]{{0,60}}(?:20[\d.…_ ]{{0,6}})?)$",
    re.IGNORECASE,
)
_AT = re.compile(r"(?:ditetapkan|dibuat|ditandatangani)\s+di\s*:?\s*(?P<isi>[A-Z].*)$", re.IGNORECASE)
_ON = re.compile(r"(?:pada\s+)?(?P<label>tanggal)\b\s*:?\s*(?P<isi>.*)$", re.IGNORECASE)
_DAY_OR_MONTH = re.compile(rf"\b(?:{_MONTHS})\b|\d{{1,2}}\s*[-/.]\s*\d{{1,2}}\s*[-/.]\s*\d{{2,4}}", re.IGNORECASE)
_DAY = re.compile(r"(?<![\d.])\d{1,2}(?![\d.])")
_BLANK = re.compile(r"[.…_]{2,}|20[\d.…_]")


def read_tempat_tanggal(line: Teks) -> tuple[Teks | None, Isian | None] | None:
    """Place and date of a line; None when it prints neither."""
    text = line.text.strip()
    found = _DATE.match(text)
    if found is not None and found["tempat"][0].isupper() and _dated(found["isi"]):
        return _teks(found["tempat"], line), _isian(found["tempat"], found["isi"], line)
    at = _AT.match(text)
    if at is not None:
        return _teks(at["isi"], line), None
    on = _ON.match(text)
    if on is not None and (_dated(on["isi"]) or not on["isi"].strip()):
        return None, _isian(on["label"], on["isi"], line)
    return None


def _dated(isi: str) -> bool:
    """Whether the text behind the place can be a date, filled or blank."""
    return bool(_DAY_OR_MONTH.search(isi) or _BLANK.search(isi))


def _teks(text: str, line: Teks) -> Teks:
    return Teks(text=text.strip(), place=line.place)


def _isian(label: str, isi: str, line: Teks) -> Isian:
    """The date; blank when neither day nor month is printed."""
    printed = isi.strip()
    filled = bool(_DAY_OR_MONTH.search(printed) or _DAY.search(printed))
    return Isian(label=label.strip(), isi=_teks(printed, line) if filled else None, place=line.place)


def chosen(found: Sequence[tuple[Teks | None, Isian | None]]) -> tuple[Teks | None, Isian | None]:
    """The first place and the first date that is filled in, else the first blank one."""
    places = [place for place, _ in found if place is not None]
    dates = [date for _, date in found if date is not None]
    filled = [date for date in dates if date.isi is not None]
    return next(iter(places), None), next(iter([*filled, *dates]), None)
