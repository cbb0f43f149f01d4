"""A capaian rule that a sentence states in words for all indicators (`capaian dihitung … realisasi dibagi target`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from schemas.kinerja import Arah, RumusDinyatakan
from schemas.printed import Line

_SPAN = 3
_BEFORE = 4
_DIRECT = re.compile(
    r"\b(?:capaian|pencapaian)(?:\s+[a-z-]+){0,4}?\s+(?:dihitung|diukur|diperoleh)(?:\s+[a-z-]+){0,4}?\s+"
    r"(?:(?:membagi|pembagian)\s+(?:antara\s+)?realisasi(?:\s+kinerja)?\s+(?:dengan|dan|terhadap)"
    r"|realisasi(?:\s+kinerja)?\s+(?:dibagi|di\s?bagi)(?:\s+dengan)?)\s+target\b",
    re.IGNORECASE,
)
_SOME = re.compile(
    r"\b(?:positif|negatif|(?:se)?makin|apabila|jika|bila|kecuali|sedangkan|adapun|khusus|tertentu|sebagian|untuk\s+indikator)\b"
    r"|\b(?:berbanding|polarisasi|maximi[sz]e|minimi[sz]e)\b",
    re.IGNORECASE,
)
"""Words by which a rule is stated for some indicators only, or another one is announced beside it."""


def rules_in_words(lines: Sequence[Line]) -> Iterator[RumusDinyatakan]:
    """The first sentence that states one rule for all; none where words around it set indicators apart."""
    for index, line in enumerate(lines):
        text = " ".join(part.text for part in lines[index : index + _SPAN])
        found = _DIRECT.search(text)
        if found is None or found.start() >= len(line.text):
            continue
        around = " ".join(part.text for part in lines[max(0, index - _BEFORE) : index + _SPAN + _BEFORE])
        if not _SOME.search(around):
            yield RumusDinyatakan(rule="R/T", arah=Arah.TIDAK_DIKETAHUI, text=found.group(), place=line.place)
        return
