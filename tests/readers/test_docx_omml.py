from __future__ import annotations

from pathlib import Path

import pytest

from tests.readers.word_files import p, r, read_body, tbl, tc, texts, tr


def t(text: str) -> str:
    return f'<m:r><m:rPr><m:nor/></m:rPr><m:t xml:space="preserve">{text}</m:t></m:r>'


def f(numerator: str, denominator: str) -> str:
    return f"<m:f><m:fPr><m:ctrlPr/></m:fPr><m:num>{numerator}</m:num><m:den>{denominator}</m:den></m:f>"


def e(content: str, name: str = "e") -> str:
    return f"<m:{name}>{content}</m:{name}>"


CASES = {
    "fraction": (f(t("Jumlah hadir"), t("Undangan")) + t(" × 100"), "(Jumlah hadir) / (Undangan) × 100"),
    "raw figures": (f(t("1.234"), t("5.678")) + t(" × 100 = 21,73"), "(1.234) / (5.678) × 100 = 21,73"),
    "operator x kept": (f(t("a"), t("b")) + t("x100%"), "(a) / (b) x100%"),
    "operator * kept": (t("A * B"), "A * B"),
    "nested": (f(f(t("a"), t("b")), t("c")), "((a) / (b)) / (c)"),
    "in brackets": (f"<m:d>{e(f(t('a'), t('b')))}</m:d>", "((a) / (b))"),
    "named brackets": (
        f'<m:d><m:dPr><m:begChr m:val="["/><m:sepChr m:val=";"/><m:endChr m:val="]"/></m:dPr>'
        f'{e(t("a"))}{e(t("b"))}</m:d>',
        "[a;b]",
    ),
    "no bracket": (f'<m:d><m:dPr><m:begChr m:val="{{"/><m:endChr m:val=""/></m:dPr>{e(t("a"))}</m:d>', "{a"),
    "power": (f"<m:sSup>{e(t('x'))}{e(t('2'), 'sup')}</m:sSup>", "x²"),
    "long power": (f"<m:sSup>{e(t('x'))}{e(t('n+1'), 'sup')}</m:sSup>", "x^(n+1)"),
    "index": (f"<m:sSub>{e(t('X'))}{e(t('n-1'), 'sub')}</m:sSub>", "X_(n-1)"),
    "short index": (f"<m:sSub>{e(t('X'))}{e(t('n'), 'sub')}</m:sSub>", "X_n"),
    "index and power": (f"<m:sSubSup>{e(t('X'))}{e(t('n'), 'sub')}{e(t('2'), 'sup')}</m:sSubSup>", "X_n^2"),
    "root": (f"<m:rad><m:radPr><m:degHide/></m:radPr><m:deg/>{e(t('a + b'))}</m:rad>", "√(a + b)"),
    "cube root": (f"<m:rad>{e(t('3'), 'deg')}{e(t('a'))}</m:rad>", "³√(a)"),
    "sum": (
        f'<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr>'
        f'{e(t("i=1"), "sub")}{e(t("n"), "sup")}{e(t("Xi"))}</m:nary>',
        "∑_(i=1)^(n) Xi",
    ),
    "sum without limits": (
        f'<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub/><m:sup/>{e(t("Skor"))}</m:nary>', "∑ Skor",
    ),
    "function": (f"<m:func>{e(t('log'), 'fName')}{e(t('x'))}</m:func>", "log x"),
    "limit": (f"<m:limLow>{e(t('lim'))}{e(t('n'), 'lim')}</m:limLow>", "lim_(n)"),
    "upper limit": (f"<m:limUpp>{e(t('a'))}{e(t('n'), 'lim')}</m:limUpp>", "a^(n)"),
    "lines": (f(f"<m:eqArr>{e(t('Jumlah&amp;'))}{e(t('siswa'))}</m:eqArr>", t("n")), "(Jumlah siswa) / (n)"),
    "matrix": (
        f"<m:m><m:mr>{e(t('1'))}{e(t('2'))}</m:mr><m:mr>{e(t('3'))}{e(t('4'))}</m:mr></m:m>", "[1, 2; 3, 4]",
    ),
    "bar": (f'<m:bar><m:barPr><m:pos m:val="top"/></m:barPr>{e(t("x"))}</m:bar>', "x"),
    "phantom": (f'<m:phant><m:phantPr><m:show m:val="0"/></m:phantPr>{e(t("gaib"))}</m:phant>' + t("a"), "a"),
    "hidden run": ("<m:r><w:rPr><w:vanish/></w:rPr><m:t>gaib</m:t></m:r>" + t("a"), "a"),
    "tracked": (f'<w:del w:id="1">{t("70")}</w:del><w:ins w:id="2">{t("75")}</w:ins>', "75"),
    "empty fraction": (f("", "") + t("x 100"), "x 100"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_equations_as_one_line(tmp_path: Path, case: str) -> None:
    content, expected = CASES[case]
    assert texts(read_body(tmp_path, p(f"<m:oMath>{content}</m:oMath>"))) == [expected]


def test_an_equation_stands_within_its_sentence(tmp_path: Path) -> None:
    content = (
        r("Rumus: ")
        + f"<m:oMath>{f(t('R'), t('T'))}</m:oMath>"
        + r("x 100%.")
        + f"<m:oMath>{t('y')}</m:oMath>"
    )
    assert texts(read_body(tmp_path, p(content))) == ["Rumus: (R) / (T) x 100%.y"]


def test_equations_of_a_paragraph_and_of_a_cell(tmp_path: Path) -> None:
    equations = "".join(f"<m:oMath>{t(text)}</m:oMath>" for text in ("a = 1", "b = 2"))
    block = f"<m:oMathPara><m:oMathParaPr/>{equations}</m:oMathPara>"
    printed = read_body(tmp_path, p(block) + tbl(tr(tc(p(f"<m:oMath>{f(t('1'), t('4'))}</m:oMath>")))))
    assert texts(printed) == ["a = 1 b = 2"]
    assert printed.tables[0].cells[0].text == "(1) / (4)"
