"""Word equations (Office Math) as one line of text: `(a) / (b) × 100`."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml.etree import _Element as Element

from extractors.readers.docx.names import ALTERNATE, M_NS, chosen, elements, flag, m, w
from extractors.readers.docx.symbols import superscript

_VAL = m("val")
_SKIPPED = frozenset({w("del"), w("moveFrom"), w("rPr"), w("instrText"), w("delText")})
_INTEGRAL = "∫"
_SPACES = re.compile(r"\s+")


def linear(element: Element) -> str:
    """Text of an `m:oMath` or `m:oMathPara`; operators stay as printed.

    Spaces are folded but kept at both ends, where they part a fraction from the text around the equation.
    """
    return _SPACES.sub(" ", _text(element))


def _text(element: Element) -> str:
    """Text of any element inside an equation."""
    tag = element.tag
    if tag in _SKIPPED:
        return ""
    if tag in (m("t"), w("t")):
        return element.text or ""
    if tag == m("r") or tag == w("r"):
        return _run(element)
    if tag == ALTERNATE:
        branch = chosen(element)
        return "" if branch is None else _inside(branch)
    if tag == m("oMathPara"):
        return " ".join(_text(child) for child in elements(element) if not _is_properties(child))
    shape = _SHAPES.get(tag)
    return shape(element) if shape is not None else _inside(element)


def _inside(element: Element) -> str:
    """Texts of the children, properties (`…Pr`) left out."""
    return "".join(_text(child) for child in elements(element) if not _is_properties(child))


def _is_properties(element: Element) -> bool:
    """Whether the element only describes its parent."""
    return element.tag.startswith(f"{{{M_NS}") and element.tag.endswith("Pr")


def _run(element: Element) -> str:
    """A run, unless it is hidden."""
    return "" if flag(element.find(w("rPr")), "vanish") else _inside(element)


def _part(element: Element, name: str) -> str:
    """Folded text of the argument `m:<name>`, "" when absent."""
    child = element.find(m(name))
    return "" if child is None else " ".join(_inside(child).split())


def _property(element: Element, name: str, default: str) -> str:
    """Value of `m:<name>` among the element's properties; an element without value means ""."""
    for child in elements(element):
        if _is_properties(child):
            found = child.find(m(name))
            return default if found is None else found.get(_VAL, "")
    return default


def _bracketed(text: str) -> str:
    """Brackets around anything longer than one word or number."""
    return text if text.isalnum() else f"({text})"


def _fraction(element: Element) -> str:
    numerator, denominator = _part(element, "num"), _part(element, "den")
    if not numerator and not denominator:
        return ""
    return f" ({numerator}) / ({denominator}) "


def _raised(element: Element) -> str:
    power = _part(element, "sup")
    mark = superscript(power) if power.isdecimal() else f"^{_bracketed(power)}" if power else ""
    return f"{_inner(element)}{mark}"


def _lowered(element: Element) -> str:
    index = _part(element, "sub")
    return f"{_inner(element)}_{_bracketed(index)}" if index else _inner(element)


def _both(element: Element) -> str:
    index, power = _part(element, "sub"), _part(element, "sup")
    lower = f"_{_bracketed(index)}" if index else ""
    upper = f"^{_bracketed(power)}" if power else ""
    return f"{_inner(element)}{lower}{upper}"


def _inner(element: Element) -> str:
    return _part(element, "e")


def _root(element: Element) -> str:
    degree = _part(element, "deg")
    return f"{superscript(degree)}√({_inner(element)})"


def _sum(element: Element) -> str:
    index, power = _part(element, "sub"), _part(element, "sup")
    lower = f"_({index})" if index else ""
    upper = f"^({power})" if power else ""
    return f" {_property(element, 'chr', _INTEGRAL)}{lower}{upper} {_inner(element)} "


def _delimited(element: Element) -> str:
    begin, end = _property(element, "begChr", "("), _property(element, "endChr", ")")
    separator = _property(element, "sepChr", "|")
    return f"{begin}{separator.join(_arguments(element))}{end}"


def _function(element: Element) -> str:
    return f"{_part(element, 'fName')} {_inner(element)}"


def _lower_limit(element: Element) -> str:
    return f"{_inner(element)}_({_part(element, 'lim')})"


def _upper_limit(element: Element) -> str:
    return f"{_inner(element)}^({_part(element, 'lim')})"


def _phantom(element: Element) -> str:
    return "" if _property(element, "show", "1").lower() in ("0", "off", "false") else _inner(element)


def _matrix(element: Element) -> str:
    rows = [", ".join(_arguments(row)) for row in element.findall(m("mr"))]
    return f"[{'; '.join(rows)}]"


def _stacked(element: Element) -> str:
    """Lines of an equation array; `&` only aligns them."""
    return " ".join(line.replace("&", " ") for line in _arguments(element))


def _arguments(element: Element) -> list[str]:
    """Folded texts of all arguments `m:e`."""
    return [" ".join(_inside(part).split()) for part in element.findall(m("e"))]


_SHAPES: dict[str, Callable[[Element], str]] = {
    m("f"): _fraction,
    m("sSup"): _raised,
    m("sSub"): _lowered,
    m("sSubSup"): _both,
    m("sPre"): _both,
    m("rad"): _root,
    m("nary"): _sum,
    m("d"): _delimited,
    m("func"): _function,
    m("limLow"): _lower_limit,
    m("limUpp"): _upper_limit,
    m("phant"): _phantom,
    m("m"): _matrix,
    m("eqArr"): _stacked,
}
