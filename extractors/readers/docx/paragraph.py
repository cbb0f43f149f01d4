"""One paragraph as it is printed: runs, fields, equations, tracked changes, hidden text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from extractors.readers.docx.fields import Sequences, equation_field, selected_entry
from extractors.readers.docx.names import ALTERNATE, chosen, elements, flag, m, value, w, whole
from extractors.readers.docx.numbering import Numbering
from extractors.readers.docx.omml import linear
from extractors.readers.docx.pictures import Unread, unread_in
from extractors.readers.docx.styles import Look, Styles
from extractors.readers.docx.symbols import signs, superscript, symbol

_BOX = w("txbxContent")
_SKIPPED = frozenset({w("del"), w("moveFrom"), w("pPr"), w("rPr"), w("sdtPr"), w("sdtEndPr"), w("rt")})
_FIXED = {
    w("tab"): " ", w("ptab"): " ", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A printed paragraph.

    Attributes:
        rows: list number and text, parted at line breaks; spaces folded, blank rows left out.
        size: points of its first printed characters, None when no style says.
        bold: all its characters are bold.
        heading: its style or outline level makes it a heading.
        boxes: contents of the text boxes anchored in it.
        unread: what its drawings show that is no text of the file.
    """

    rows: tuple[str, ...]
    size: float | None
    bold: bool
    heading: bool
    boxes: tuple[Element, ...]
    unread: tuple[Unread, ...] = ()

    @property
    def text(self) -> str:
        """The rows joined by spaces."""
        return " ".join(self.rows)


@dataclass(slots=True)
class _Field:
    """An open field: where its text begins among the pieces, its chosen entry, its code, has its result begun."""

    start: int
    entry: str
    code: list[str] = field(default_factory=list)
    in_result: bool = False


@dataclass(slots=True)
class _Pieces:
    """What was collected of one paragraph so far."""

    style: str | None
    texts: list[str] = field(default_factory=list)
    looks: list[Look] = field(default_factory=list)
    fields: list[_Field] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)

    def add(self, text: str, look: Look) -> None:
        """Keeps a text; one in the code of a field is cut off again where the code ends."""
        if text:
            self.texts.append(text)
            self.looks.append(look)

    def cut(self, start: int) -> None:
        """Drops what was collected since: it was the code of a field."""
        del self.texts[start:], self.looks[start:]


def text_boxes(element: Element) -> Iterator[Element]:
    """Contents of the text boxes of a drawing, each once though a file may hold it in two forms."""
    for child in elements(element):
        if child.tag == _BOX:
            yield child
        elif child.tag == ALTERNATE:
            branch = chosen(child)
            if branch is not None:
                yield from text_boxes(branch)
        else:
            yield from text_boxes(child)


class ParagraphReader:
    """Reads paragraphs in document order; list numbers and SEQ fields count on from one to the next.

    Attributes:
        unread: how many things were met that print something but hold no readable text, by kind.
    """

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        """Begins before the first paragraph of the document."""
        self._styles = styles
        self._numbering = numbering
        self._sequences = Sequences()
        self.unread: Counter[Unread] = Counter()
        self._handlers: dict[str, Callable[[Element, _Pieces], None]] = {
            w("r"): self._run,
            w("fldSimple"): self._simple_field,
            ALTERNATE: self._alternate,
            m("oMath"): self._equation,
            m("oMathPara"): self._equation,
            w("drawing"): self._drawing,
            w("pict"): self._drawing,
            w("object"): self._drawing,
        }

    def read(self, element: Element) -> Paragraph:
        """Reads one `w:p`."""
        properties = element.find(w("pPr"))
        style = value(properties, "pStyle")
        pieces = _Pieces(style=style)
        self._walk(element, pieces)
        text = "".join(pieces.texts)
        mark = "" if self._is_unprinted(properties, text) else self._numbering.mark(element, style)
        visible = [look for piece, look in zip(pieces.texts, pieces.looks, strict=True) if piece.strip()]
        return Paragraph(
            rows=_rows(f"{mark} {text}"),
            size=visible[0].size if visible else None,
            bold=bool(visible) and all(look.bold for look in visible),
            heading=self._is_heading(properties, style),
            boxes=tuple(pieces.boxes),
            unread=tuple(pieces.unread),
        )

    def _is_unprinted(self, properties: Element | None, text: str) -> bool:
        """Whether the whole paragraph is hidden or a tracked deletion, so that it is not numbered either."""
        mark = properties.find(w("rPr")) if properties is not None else None
        if mark is None or text.strip():
            return False
        gone = mark.find(w("del")) is not None or mark.find(w("moveFrom")) is not None
        return gone or bool(flag(mark, "vanish"))

    def _is_heading(self, properties: Element | None, style: str | None) -> bool:
        """The paragraph's own outline level, else its style."""
        level = value(properties, "outlineLvl")
        return whole(level, 9) < 9 if level is not None else self._styles.is_heading(style)

    def _walk(self, parent: Element, pieces: _Pieces) -> None:
        """Reads the children; containers such as links, insertions and controls are walked through."""
        for child in elements(parent):
            if child.tag in _SKIPPED:
                continue
            handler = self._handlers.get(child.tag)
            if handler is not None:
                handler(child, pieces)
            else:
                self._walk(child, pieces)

    def _alternate(self, element: Element, pieces: _Pieces) -> None:
        branch = chosen(element)
        if branch is not None:
            self._walk(branch, pieces)

    def _equation(self, element: Element, pieces: _Pieces) -> None:
        pieces.add(linear(element), self._styles.run_look(pieces.style, None))

    def _drawing(self, element: Element, pieces: _Pieces) -> None:
        """Text boxes are kept for later; what cannot be read is counted."""
        pieces.boxes.extend(text_boxes(element))
        found = tuple(unread_in(element))
        pieces.unread.extend(found)
        self.unread.update(found)

    def _run(self, run: Element, pieces: _Pieces) -> None:
        """One `w:r`; hidden text is dropped, raised digits become superscript digits."""
        properties = run.find(w("rPr"))
        look = self._styles.run_look(pieces.style, properties)
        raised = value(properties, "vertAlign") == "superscript"
        fonts = properties.find(w("rFonts")) if properties is not None else None
        font = (fonts.get(w("ascii")) or "") if fonts is not None else ""
        for child in elements(run):
            text = self._character_data(child, pieces, font)
            if text and not look.vanish:
                text = superscript(text) if raised else text
                pieces.add(text.upper() if look.caps else text, look)

    def _character_data(self, child: Element, pieces: _Pieces, font: str) -> str:
        """Text of a run's child; field marks and drawings are handled on the way."""
        tag = child.tag
        if tag == w("t"):
            return signs(child.text or "", font)
        if tag in _FIXED:
            return _FIXED[tag]
        if tag == w("sym"):
            return _symbol(child)
        if tag == w("fldChar"):
            self._field_mark(child, pieces)
        elif tag == w("instrText"):
            if pieces.fields:
                pieces.fields[-1].code.append(child.text or "")
        elif tag == w("ruby"):
            self._walk(child, pieces)
        elif tag in self._handlers:
            self._handlers[tag](child, pieces)
        return ""

    def _field_mark(self, mark: Element, pieces: _Pieces) -> None:
        """Begin, separation or end of a complex field; an unbalanced mark costs no text."""
        kind = mark.get(w("fldCharType"))
        if kind == "begin":
            pieces.fields.append(_Field(start=len(pieces.texts), entry=selected_entry(mark)))
        elif kind == "separate" and pieces.fields and not pieces.fields[-1].in_result:
            pieces.fields[-1].in_result = True
            pieces.cut(pieces.fields[-1].start)
        elif kind == "end" and pieces.fields:
            closed = pieces.fields.pop()
            if not closed.in_result:
                pieces.cut(closed.start)
            stored = "".join(pieces.texts[closed.start :])
            self._finish_field("".join(closed.code), stored, pieces, closed.entry)

    def _simple_field(self, element: Element, pieces: _Pieces) -> None:
        """A `w:fldSimple`: its content is the result."""
        start = len(pieces.texts)
        self._walk(element, pieces)
        self._finish_field(element.get(w("instr"), ""), "".join(pieces.texts[start:]), pieces)

    def _finish_field(self, code: str, stored: str, pieces: _Pieces, entry: str = "") -> None:
        """Adds what a field without stored result prints: its chosen entry, or what can be worked out."""
        printed = self._sequences.result(code, stored) or entry
        if stored.strip():
            return
        equation = equation_field(code)
        if equation is not None:
            printed = f" {equation} "
            self.unread[Unread.EQUATION] += not equation
        pieces.add(printed, self._styles.run_look(pieces.style, None))


def _rows(text: str) -> tuple[str, ...]:
    """The rows of a text with folded spaces; blank ones are left out."""
    folded = (" ".join(row.split()) for row in text.split("\n"))
    return tuple(row for row in folded if row)


def _symbol(element: Element) -> str:
    """A `w:sym`: a hexadecimal character code in a symbol font."""
    try:
        code = int(element.get(w("char"), ""), 16)
    except ValueError:
        return ""
    return symbol(code, element.get(w("font"), ""))
