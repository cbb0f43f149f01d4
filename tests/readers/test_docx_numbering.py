from __future__ import annotations

from pathlib import Path

import pytest

from extractors.readers.docx.numbering import letters, roman, shown
from tests.readers.word_files import level, p, r, read_body, tbl, tc, texts, tr


def numbered(text: str, num: str = "1", ilvl: int = 0) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{ilvl}"/><w:numId w:val="{num}"/></w:numPr>')


def abstract(key: str, *levels: str, extra: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{key}">{extra}{"".join(levels)}</w:abstractNum>'


def num(key: str, definition: str, overrides: str = "") -> str:
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{definition}"/>{overrides}</w:num>'


def start_at(number: int, ilvl: int = 0) -> str:
    return f'<w:lvlOverride w:ilvl="{ilvl}"><w:startOverride w:val="{number}"/></w:lvlOverride>'


OUTLINE = abstract(
    "0", level(0, "decimal", "%1."), level(1, "decimal", "%1.%2."), level(2, "lowerLetter", "%3)")
)


def read(tmp_path: Path, body: str, numbering: str, styles: str = "") -> list[str]:
    return texts(read_body(tmp_path, body, {"numbering": numbering, "styles": styles}))


def test_levels_count_and_restart_below_a_higher_one(tmp_path: Path) -> None:
    levels = (0, 1, 1, 2, 2, 1, 2, 0, 1)
    body = "".join(numbered("x", ilvl=ilvl) for ilvl in levels)
    assert read(tmp_path, body, OUTLINE + num("1", "0")) == [
        "1. x", "1.1. x", "1.2. x", "a) x", "b) x", "1.3. x", "a) x", "2. x", "2.1. x",
    ]  # fmt: skip


def test_text_between_does_not_stop_a_list_and_tables_count_along(tmp_path: Path) -> None:
    table = tbl(tr(tc(numbered("")), "Isi"), tr(tc(numbered("")), "Isi"))
    printed = read_body(
        tmp_path,
        numbered("a") + p("antara") + table + numbered("b"),
        {"numbering": OUTLINE + num("1", "0")},
    )
    assert texts(printed) == ["1. a", "antara", "4. b"]
    assert [cell.text for cell in printed.tables[0].cells] == ["2.", "Isi", "3.", "Isi"]


def test_lists_of_one_definition_continue_unless_they_start_anew(tmp_path: Path) -> None:
    numbering = (
        OUTLINE + num("1", "0") + num("2", "0") + num("3", "0", start_at(1)) + num("4", "0", start_at(7))
    )
    body = "".join(numbered("x", key) for key in ("1", "1", "2", "3", "3", "4", "1"))
    assert read(tmp_path, body, numbering) == ["1. x", "2. x", "3. x", "1. x", "2. x", "7. x", "8. x"]


def test_lists_of_different_definitions_are_apart(tmp_path: Path) -> None:
    numbering = (
        OUTLINE + abstract("1", level(0, "upperLetter", "%1.", start=3)) + num("1", "0") + num("2", "1")
    )
    body = "".join(numbered("x", key) for key in ("1", "2", "1", "2"))
    assert read(tmp_path, body, numbering) == ["1. x", "C. x", "2. x", "D. x"]


def test_restart_rules(tmp_path: Path) -> None:
    never = abstract("0", level(0, "decimal", "%1."), level(1, "decimal", "%2)", '<w:lvlRestart w:val="0"/>'))
    body = "".join(numbered("x", ilvl=ilvl) for ilvl in (0, 1, 1, 0, 1))
    assert read(tmp_path, body, never + num("1", "0"))[-1] == "3) x"
    first = abstract(
        "0", level(0, "decimal", "%1."), level(1, "decimal", "%2."),
        level(2, "decimal", "%3)", '<w:lvlRestart w:val="1"/>'),
    )  # fmt: skip
    body = "".join(numbered("x", ilvl=ilvl) for ilvl in (0, 1, 2, 1, 2, 0, 2))
    assert [text[:2] for text in read(tmp_path, body, first + num("1", "0"))][2::2] == ["1)", "2)", "1)"]


def test_a_level_replaced_by_an_instance(tmp_path: Path) -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "lowerRoman", "(%1)")}</w:lvlOverride>'
    assert read(tmp_path, numbered("x", "2") * 2, OUTLINE + num("2", "0", own)) == ["(i) x", "(ii) x"]


def test_legal_numbers_and_missing_parents(tmp_path: Path) -> None:
    legal = abstract("0", level(0, "upperRoman", "BAB %1"), level(1, "decimal", "%1.%2", "<w:isLgl/>"))
    body = numbered("x", ilvl=1) + numbered("x") + numbered("x") + numbered("x", ilvl=1)
    assert read(tmp_path, body, legal + num("1", "0")) == ["1.1 x", "BAB I x", "BAB II x", "2.1 x"]


@pytest.mark.parametrize(
    ("text", "font", "expected"),
    [
        ("\uf0b7", "Symbol", "• x"),
        ("\uf0a7", "Wingdings", "• x"),
        ("o", "Courier New", "• x"),
        ("-", "Calibri", "- x"),
        ("▪", "Calibri", "▪ x"),
        ("", "Calibri", "x"),
    ],
)
def test_bullets(tmp_path: Path, text: str, font: str, expected: str) -> None:
    marks = f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="{text}"/>'
    marks += f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr></w:lvl>'
    assert read(tmp_path, numbered("x"), abstract("0", marks) + num("1", "0")) == [expected]


@pytest.mark.parametrize(
    ("number_format", "numbers"),
    [
        ("decimal", {1: "1", 27: "27"}),
        ("decimalZero", {1: "01", 12: "12"}),
        ("lowerLetter", {1: "a", 26: "z", 27: "aa", 53: "aaa"}),
        ("upperLetter", {2: "B", 28: "BB"}),
        ("lowerRoman", {4: "iv", 9: "ix"}),
        ("upperRoman", {14: "XIV", 1994: "MCMXCIV"}),
        ("none", {3: ""}),
        ("decimalEnclosedParen", {3: "(3)"}),
        ("decimalEnclosedFullstop", {3: "3."}),
        ("numberInDash", {3: "- 3 -"}),
        ("cardinalText", {3: "3"}),
    ],
)
def test_number_formats(number_format: str, numbers: dict[int, str]) -> None:
    assert {number: shown(number, number_format) for number in numbers} == numbers


def test_numbers_below_one_are_decimal() -> None:
    assert (letters(0), roman(0)) == ("0", "0")


STYLES = (
    '<w:style w:type="paragraph" w:styleId="Daftar"><w:name w:val="Daftar"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Sub"/><w:basedOn w:val="Daftar"/></w:style>'
    '<w:style w:type="numbering" w:styleId="Gaya"><w:name w:val="Gaya"/>'
    '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
)


def test_styles_carry_numbers_and_their_levels(tmp_path: Path) -> None:
    linked = abstract(
        "0", level(0, "decimal", "%1."), level(1, "decimal", "%1.%2.", '<w:pStyle w:val="Sub"/>')
    )
    body = (
        p("a", '<w:pStyle w:val="Daftar"/>')
        + p("b", '<w:pStyle w:val="Sub"/>')
        + p("c", '<w:pStyle w:val="Sub"/><w:numPr><w:ilvl w:val="0"/></w:numPr>')
        + p("d", '<w:pStyle w:val="Daftar"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>')
    )
    assert read(tmp_path, body, linked + num("1", "0"), STYLES) == ["1. a", "1.1. b", "2. c", "d"]


def test_a_definition_may_stand_in_a_numbering_style(tmp_path: Path) -> None:
    real = abstract("5", level(0, "lowerLetter", "%1)"), extra='<w:styleLink w:val="Gaya"/>')
    pointer = abstract("6", extra='<w:numStyleLink w:val="Gaya"/>')
    assert read(tmp_path, numbered("x", "9"), real + pointer + num("2", "5") + num("9", "6"), STYLES) == [
        "a) x"
    ]


def test_deleted_and_hidden_items_are_not_counted(tmp_path: Path) -> None:
    marks = '<w:numPr><w:numId w:val="1"/></w:numPr><w:rPr>{}</w:rPr>'
    deleted = p(
        '<w:del w:id="1"><w:r><w:delText>y</w:delText></w:r></w:del>', marks.format('<w:del w:id="2"/>')
    )
    hidden = p(r("y", "<w:vanish/>"), marks.format("<w:vanish/>"))
    body = numbered("x") + deleted + hidden + numbered("x")
    assert read(tmp_path, body, OUTLINE + num("1", "0")) == ["1. x", "2. x"]


def test_a_hidden_number_is_counted_but_not_printed(tmp_path: Path) -> None:
    secret = abstract(
        "0", level(0, "decimal", "%1.").replace("</w:lvl>", "<w:rPr><w:vanish/></w:rPr></w:lvl>")
    )
    assert read(tmp_path, numbered("x"), secret + num("1", "0")) == ["x"]


def test_marks_without_a_list_are_ignored(tmp_path: Path) -> None:
    assert read(tmp_path, numbered("x", "77") + numbered("y", ilvl=8), OUTLINE + num("1", "0")) == ["x", "y"]
