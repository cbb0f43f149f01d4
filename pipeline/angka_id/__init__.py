"""Indonesian printed numbers: what a cell or a sentence says, digit by digit, with nothing corrected.

A text that is not clearly one number (or range, or bound) stays TEXT: a wrong reading would accuse the
document.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.angka_id import words as words
from pipeline.angka_id.digits import EN, ID, Digits, Habit, read_digits
from pipeline.angka_id.tail import Tail, read_measure, read_tail
from schemas.angka import Angka, AngkaKind

_SPACES = re.compile(r"[^\S\n]+")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
# a letter glued to a digit that a misread digit looks like; such letters are no units
_MISREAD = re.compile(r"\d[SOoIZ](?![A-Za-z])")
_CURRENCY_ONLY = re.compile(words.CURRENCY, re.IGNORECASE)
_SUFFIX = rf"(?:\s?[.,]\s?[{words.DASH}=]{{1,2}}(?!\s*\d))?"
_PLAIN = re.compile(
    rf"(?P<sign>\+|[{words.DASH}])?(?P<gap>\s*)(?P<currency>{words.CURRENCY})?"
    rf"(?P<inner>[{words.DASH}](?=\d))?(?P<body>{words.BODY}){_SUFFIX}(?P<tail>.*)",
    re.IGNORECASE | re.DOTALL,
)
_BRACKETED = re.compile(
    rf"(?P<currency>{words.CURRENCY})?\(\s*[{words.DASH}]?\s*(?P<inner>{words.CURRENCY})?"
    rf"(?P<body>{words.BODY}){_SUFFIX}(?P<percent>\s*%)?\s*\)(?P<tail>.*)",
    re.IGNORECASE | re.DOTALL,
)

_BELOW = r"(?:<\s?=|=\s?<|[<\u2264])"
_RANGE = re.compile(
    rf"(?P<low>[^\d]{{0,24}}?{words.BODY}[^\d]{{0,24}}?)\s*{words.TO}\s*"
    rf"(?P<sign>(?:[<>=\u2264\u2265]\s*)*)(?P<high>(?:{words.CURRENCY})?\d.*)",
    re.IGNORECASE | re.DOTALL,
)
_BETWEEN = re.compile(
    rf"(?P<low>{words.BODY}\s*%?)\s*{_BELOW}(?:\s*[a-z]{{1,12}}\s*{_BELOW})?\s*(?P<sign>)(?P<high>\d.*)",
    re.IGNORECASE | re.DOTALL,
)
_AROUND = re.compile(
    rf"(?P<middle>{words.BODY})(?P<percent>\s*%)?\s*(?:\u00b1|\+\s?/?\s?[{words.DASH}])\s*"
    rf"(?P<spread>{words.BODY})(?P<tail>.*)",
    re.DOTALL,
)

_IN_SENTENCE = re.compile(
    rf"(?:(?<![A-Za-z])(?P<currency>{words.CURRENCY})|(?<![^\s(:=])(?P<sign>[{words.DASH}])"
    rf"|(?<!\w)(?<!\w[.,])(?<![A-Za-z][{words.DASH}]))(?P<body>{words.BODY}){_SUFFIX}",
    re.IGNORECASE,
)

_PERCENT = r"(?:\s*(?:%|persen\b))?"
_NUMBER = rf"(?:{words.CURRENCY})?{words.BODY}{_PERCENT}"
_TERM = rf"{_NUMBER}(?:\s*[a-z]{{2,20}}\b){{0,3}}"
_TIMES = r"[x\u00d7*\u00b7]"
_FACTOR = rf"{_TIMES}\s*(?P<factor>{words.BODY}{_PERCENT})"
_FRACTION = re.compile(
    rf"(?<![\w.,/:-])(?:(?P<lead>{words.BODY}{_PERCENT})\s*{_TIMES}\s*)?"
    rf"(?:\(\s*){{0,2}}(?P<numerator>{_TERM})\s*\)?\s*(?P<sign>[:/\u00f7])"
    rf"\s*\(?\s*(?P<denominator>{_TERM})(?:\s*=\s*(?P<inner>{_NUMBER})(?=\s*\)))?\s*\)?\s*\)?"
    rf"(?:\s*{_FACTOR})?\s*\)?(?:\s*=\s*(?P<result>-?{_NUMBER}))?"
    rf"(?!\d|[.,]\d|\s*(?:[{words.DASH}/:+]|{_TIMES})\s*\(?\s*\d)",
    re.IGNORECASE,
)
_QUOTIENT = re.compile(rf"\(?\s*{_NUMBER}\s*\)?\s*/\s*\(?\s*{_NUMBER}\s*\)?", re.IGNORECASE)
_LONGER = re.compile(
    rf"(?:[\d)]\s*[:/]|[{words.DASH}+/\u00f7]|\d\s*{_TIMES}|\)\s*{_TIMES})\s*$", re.IGNORECASE
)
_STACKED = re.compile(
    rf"(?P<lead>(?!))?(?P<numerator>{_TERM})\s*(?P<sign>){_FACTOR}\s*=(?P<inner>(?!))?"
    rf"\s*(?P<result>-?{_NUMBER})\s+(?P<denominator>{_TERM})",
    re.IGNORECASE,
)


def parse_angka(text: str, *, separator: str | None = None) -> Angka:
    """Reads the text of one cell.

    Args:
        text: printed characters; line feeds where the cell wraps.
        separator: habit of the column (`id` or `en`), None when it has none.

    Returns:
        A NUMBER, RANGE or OPERATOR with its value; NIL for printed dashes and n/a; BLANK; MALFORMED for digit
        groups that are no number; TEXT for everything else. A RANGE keeps a sign in front of its lower end
        (`>90-100`) as `operator` and one in front of its upper end as `rest`.
    """
    habit = Habit(separator=separator)
    printed = _join_wrapped(_fold(text), habit)
    if not printed:
        return Angka(text="", kind=AngkaKind.BLANK)
    if words.NIL.fullmatch(printed):
        return Angka(text=printed, kind=AngkaKind.NIL)
    if any(char.isdecimal() for char in printed) and not _MISREAD.search(printed):
        for reader in (_read_bound, _read_range, _read_number):
            angka = reader(printed, habit)
            if angka is not None:
                return replace(angka, text=printed)
    return Angka(text=printed, kind=AngkaKind.TEXT, rest=printed)


def infer_separator(texts: Sequence[str]) -> str | None:
    """The habit of a column: `id` or `en` where most of the telling cells agree, None otherwise."""
    votes = {ID: 0, EN: 0}
    for text in texts:
        for match in re.finditer(words.BODY, text):
            habit = _telling(match.group())
            if habit is not None:
                votes[habit] += 1
    if votes[ID] == votes[EN]:
        return None
    return ID if votes[ID] > votes[EN] else EN


def _telling(body: str) -> str | None:
    """The habit that a run of digits proves by itself."""
    read = [read_digits(body, Habit(separator=separator)) for separator in (ID, EN)]
    shown = {digits.separator for digits in read if isinstance(digits, Digits)}
    only = shown.pop() if len(shown) == 1 else None
    return only if only in (ID, EN) else None


def _fold(text: str) -> str:
    """Folds spaces, drops invisible characters, trims lines."""
    lines = (_SPACES.sub(" ", line).strip() for line in _INVISIBLE.sub("", text).splitlines())
    return "\n".join(line for line in lines if line)


def _join_wrapped(text: str, habit: Habit) -> str:
    """Joins the lines of a cell: digits to digits where one number was broken, with a space elsewhere.

    A lone `Rp` that a reader put between the lines of its wrapped amount stands before them.
    """
    lines = text.split("\n")
    currency = [line for line in lines if _CURRENCY_ONLY.fullmatch(line)]
    if len(currency) == 1:
        lines.remove(currency[0])
        lines.insert(0, currency[0])
    joined = ""
    for line in lines:
        joined += line if not joined or _is_broken(joined, line, habit) else " " + line
    return joined


def _is_broken(before: str, after: str, habit: Habit) -> bool:
    """Whether a line ends inside a number: the joined digits are one, the pieces are not two."""
    left = before[len(before.rstrip("0123456789.,")) :]
    right = re.match(rf"[.,]?{words.BODY}", after)
    if not left or right is None:
        return False
    whole = left + right.group()
    if not re.fullmatch(words.BODY, whole) or not isinstance(read_digits(whole, habit), Digits):
        return False
    pieces = (left, right.group())
    return not all(
        re.fullmatch(words.BODY, piece) and isinstance(read_digits(piece, habit), Digits) for piece in pieces
    )


def _read_number(text: str, habit: Habit) -> Angka | None:
    """One number with its surroundings; None when the text is more or less than that."""
    for pattern in (_BRACKETED, _PLAIN):
        match = pattern.fullmatch(text)
        if match is not None:
            return _read_match(match, habit)
    lead = words.LEAD.match(text)
    return None if lead is None else _read_led(lead, text[lead.end() :], habit)


def _read_match(match: re.Match[str], habit: Habit) -> Angka | None:
    """The number of a match of `_PLAIN` or of `_BRACKETED`, which is how accounting prints a negative one."""
    parts = match.groupdict()
    currency = bool(parts["currency"] or (parts["inner"] and "sign" not in parts))
    tail = read_tail((parts.get("percent") or "") + parts["tail"], currency)
    if tail is None or (parts.get("sign") and parts.get("gap") and tail.unit):
        return None
    negative = "sign" not in parts or parts["sign"] not in (None, "+") or parts["inner"] is not None
    return _assemble(parts["body"], tail, habit, currency=currency, negative=negative)


def _read_led(lead: re.Match[str], text: str, habit: Habit) -> Angka | None:
    """A number behind its name or its class: `Nilai 75`, `B (65,32)`."""
    label = lead.group().rstrip(" (/:=")
    if lead["mark"] == "(":
        inner, bracket, behind = text.partition(")")
        if not bracket:
            return None
        text = inner + behind
    match = _PLAIN.fullmatch(text)
    angka = None if match is None else _read_match(match, habit)
    return None if angka is None else replace(angka, rest=f"{label} {angka.rest}".strip())


def _assemble(body: str, tail: Tail, habit: Habit, *, currency: bool, negative: bool) -> Angka | None:
    """Digits and tail as one Angka; None when the digits are a code or a date."""
    currency = currency or tail.rupiah
    counted = tail.unit is not None and bool(words.COUNTED.match(tail.unit))
    whole = not tail.power and not tail.percent
    digits = read_digits(
        body,
        replace(habit, count=counted and whole, currency=currency and whole, percent=tail.percent),
    )
    empty = Angka(
        text=body,
        kind=AngkaKind.MALFORMED,
        percent=tail.percent,
        currency=currency,
        unit=tail.unit,
        rest=tail.rest,
    )
    if not isinstance(digits, Digits):
        return empty if digits.damaged else None
    value = digits.value(tail.power)
    return replace(
        empty,
        kind=AngkaKind.NUMBER,
        value=value.copy_negate() if negative else value,
        decimals=digits.decimals,
        multiplier=10**tail.power,
        separator=digits.separator,
    )


def _read_bound(text: str, habit: Habit) -> Angka | None:
    """A bound: `< 49`, `Lebih dari 100 %`, `90 ke atas`; or a range whose lower end has a sign."""
    subject = words.BOUNDED.match(text)
    for pattern, sign in words.OPERATORS:
        match = pattern.match(text) or (subject and pattern.match(text, subject.end()))
        if match:
            inner = text[match.end() :]
            angka = _read_range(inner, habit) or _read_number(inner, habit)
            return _bounded(angka, sign)
    for pattern, sign in words.OPERATORS_BEHIND:
        if match := pattern.search(text):
            return _bounded(_read_number(text[: match.start()], habit), sign)
    return None


def _bounded(angka: Angka | None, sign: str) -> Angka | None:
    """The number as a bound, the range with its lower sign; anything else as it is."""
    if angka is None or angka.kind not in (AngkaKind.NUMBER, AngkaKind.RANGE):
        return angka
    kind = AngkaKind.OPERATOR if angka.kind is AngkaKind.NUMBER else AngkaKind.RANGE
    return replace(angka, kind=kind, operator=sign)


def _read_range(text: str, habit: Habit) -> Angka | None:
    """Two ends, or a middle with its spread; None when the text is no such thing."""
    if match := _AROUND.fullmatch(text):
        return _read_spread(match, habit)
    match = _RANGE.fullmatch(text) or _BETWEEN.fullmatch(text)
    if match is None or re.match(r"0\d", match["low"]):
        return None
    low = _read_number(match["low"].strip(), habit)
    high = _read_number(match["high"], habit)
    return _span(low, high, match["sign"].strip())


def _span(low: Angka | None, high: Angka | None, upper_sign: str) -> Angka | None:
    """Both ends as one range; a multiplier, currency or unit printed once holds for both.

    Falling ends (`7,50 – 7,00 %`) are one when decimals or a per cent sign show that nothing is subtracted.
    """
    if low is None or high is None or low.value is None or high.value is None or low.rest:
        return None
    value = low.value * (high.multiplier if low.multiplier == 1 else 1)
    if value > high.value and not (high.percent or (low.decimals and high.decimals)):
        return None
    if low.unit and high.unit and low.unit.lower() != high.unit.lower():
        return None
    return replace(
        high,
        kind=AngkaKind.RANGE,
        value=min(value, high.value),
        upper=max(value, high.value),
        decimals=max(low.decimals, high.decimals),
        percent=low.percent or high.percent,
        currency=low.currency or high.currency,
        unit=high.unit or low.unit,
        separator=high.separator if high.separator != "none" else low.separator,
        rest=" ".join(part for part in (upper_sign, high.rest) if part),
    )


def _read_spread(match: re.Match[str], habit: Habit) -> Angka | None:
    """`3 ± 1` as the range 2 to 4."""
    middle = _read_number(match["middle"], habit)
    spread = _read_number(
        match["spread"] + (match["percent"] or "") * ("%" not in match["tail"]) + match["tail"], habit
    )
    if middle is None or spread is None or middle.value is None or spread.value is None:
        return None
    low = replace(middle, value=middle.value - spread.value)
    return _span(low, replace(spread, value=middle.value + spread.value), "")


def find_numbers(text: str) -> tuple[Angka, ...]:
    """All numbers of a sentence or cell in order, years and days included, codes and `ke-3` left out.

    Brackets make no number negative here; `unit` is the next word unless it is a function word.
    """
    sentence = _join_wrapped(_fold(text), Habit())
    found = []
    for match in _IN_SENTENCE.finditer(sentence):
        currency = bool(match["currency"])
        tail, after = read_measure(sentence[match.end() :], currency)
        end = len(sentence) - len(after)
        word = re.match(r" ?([A-Za-z][A-Za-z/]+)", after)
        if word is not None and not words.FUNCTION_WORD.fullmatch(word[1]):
            tail = replace(tail, unit=word[1])
        angka = _assemble(match["body"], tail, Habit(), currency=currency, negative=bool(match["sign"]))
        if angka is not None:
            found.append(replace(angka, text=sentence[match.start() : end].strip()))
    return tuple(found)


def parse_fraction(text: str) -> tuple[Angka, Angka, Angka | None, Angka | None] | None:
    """Numerator, denominator, factor and result of a formula printed in numbers: `676/27.035 x 100 = 2,50`.

    A quotient without factor and result counts only when two bare numbers and a slash are the whole text. In
    `(a : b = r) x f` the result `r` stands before the factor, so no factor is returned with it.
    A stacked fraction reads as its lines: `676 x 100 = 2,50`, line feed, `27.035`.
    """
    formula = _join_wrapped(_fold(text), Habit())
    stacked = _STACKED.fullmatch(formula) if "\n" in text.strip() else None
    for match in [stacked] if stacked else _FRACTION.finditer(formula):
        inner, outer = match["inner"], match["result"]
        times = match["factor"] or match["lead"]
        bare = not (times or inner or outer)
        if (bare and not _QUOTIENT.fullmatch(formula)) or _LONGER.search(formula[: match.start()]):
            continue
        factor = times if outer or not inner else None
        numerator, denominator = _operand(match["numerator"]), _operand(match["denominator"])
        if numerator is not None and denominator is not None:
            return numerator, denominator, _operand(factor), _operand(outer or inner)
    return None


def _operand(text: str | None) -> Angka | None:
    """One number of a formula, None when it is absent or malformed."""
    angka = None if text is None else _read_number(text.strip(), Habit())
    return None if angka is None or angka.value is None else replace(angka, text=(text or "").strip())
