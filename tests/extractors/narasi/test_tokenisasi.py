"""Tokens of prose: numbers stay whole, nothing is lost, and the library is loaded with the first sentence only."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.narasi.tokenisasi import tokenize
from tests.conftest import ROOT

calm = settings(deadline=None)


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Rp.9.801.822.500,- atau", ["Rp.", "9.801.822.500", ",-", "atau"]),
        ("Rp 5.000,00.", ["Rp", "5.000,00", "."]),
        ("sebesar 94,54% dari", ["sebesar", "94,54", "%", "dari"]),
        ("12 (dua belas) program", ["12", "(", "dua", "belas", ")", "program"]),
        ("Kab. Lamongan, Kec. Deket", ["Kab.", "Lamongan", ",", "Kec.", "Deket"]),
        ("masing-masing target-target", ["masing-masing", "target-target"]),
        ("90persen 2013-2018", ["90", "persen", "2013", "-", "2018"]),
        ("78%-91%", ["78", "%", "-", "91", "%"]),
        ("95%sisa", ["95", "%", "sisa"]),
        ("(2.532/17.800)", ["(", "2.532", "/", "17.800", ")"]),
        ("“sangat baik”", ["“", "sangat", "baik", "”"]),
    ],
)
def test_tokens(text: str, tokens: list[str]) -> None:
    assert [token.text for token in tokenize(text)] == tokens


@calm
@given(st.text(alphabet=st.one_of(st.sampled_from("0123456789.,-%()/RpadnTahun \n"), st.characters(codec="utf-8"))))
def test_tokens_and_blanks_are_the_text(text: str) -> None:
    assert "".join(token.text_with_ws for token in tokenize(text)) == text


def test_half_a_character_counts_as_one() -> None:
    text = "naik \ud835 94,54%"
    assert [text[t.idx : t.idx + len(t)] for t in tokenize(text)] == ["naik", "\ud835", "94,54", "%"]


LOADED = """
import sys
from extractors.narasi import read_narasi
from schemas.printed import Line
from schemas.provenance import DocxPlace
read_narasi([Line(text=text, place=DocxPlace(block=k)) for k, text in enumerate(sys.argv[1:])])
print("spacy" in sys.modules)
"""


def loads_spacy(*paragraphs: str) -> bool:
    command = [sys.executable, "-W", "error", "-c", LOADED, *paragraphs]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout.split() == ["True"]


def test_a_document_without_figures_does_not_load_the_library() -> None:
    assert not loads_spacy()
    assert not loads_spacy("BAB I", "Bagian ini menguraikan susunan organisasi dan tata kerja dinas.")


def test_a_document_with_prose_loads_it_without_a_warning() -> None:
    assert loads_spacy("Realisasi indikator sebesar 94,54% dari rencana 95%.")


@pytest.mark.parametrize("command", [["--help"], ["checks"]])
def test_commands_that_read_nothing_do_not_load_it(command: list[str]) -> None:
    script = (
        "import sys\nfrom pipeline.cli import main\n"
        "try: main(sys.argv[1:])\nexcept SystemExit: pass\n"
        "print('spacy' in sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *command], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.stderr.split()[-1:] == ["False"], done.stderr
