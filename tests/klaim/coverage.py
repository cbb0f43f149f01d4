"""How much of the prose is understood: `python -m tests.klaim.coverage REPORT…`.

Of the sentences of chapters III and IV that hold a figure (years, codes, list marks and references do not count): how
many have a role for every figure, how many have a figure bound to a row of a table or to other figures, how many were
checked; then the commonest surroundings of figures that were not bound.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from extractors.narasi.paragraf import read_paragraphs
from pipeline.run import audit_file
from schemas.kinerja import Laporan
from schemas.narasi import HasilKlaim, Kalimat, Klaim, Peran
from schemas.printed import PrintedDocument

COMMONEST = 20
AROUND = 3
_CHAPTER = re.compile(r"BAB\s+(?P<number>[IVX]+|\d+)\b", re.IGNORECASE)
_WANTED = frozenset({"III", "IV", "3", "4"})
_TOKEN = re.compile(r"\d[\d.,]*|[^\W\d]+(?:-[^\W\d]+)*|[^\w\s]")


@dataclass(slots=True)
class Coverage:
    """Counts of one report."""

    sentences: int = 0
    with_roles: int = 0
    bound: int = 0
    checked: int = 0
    claims: int = 0
    claims_with_role: int = 0
    claims_bound: int = 0
    claims_checked: int = 0
    unbound: Counter[str] = field(default_factory=Counter)


def wanted_paragraphs(printed: PrintedDocument) -> frozenset[int]:
    """Numbers of the paragraphs of chapters III and IV; of all paragraphs where no chapter is printed."""
    paragraphs = list(read_paragraphs(printed.blocks))
    chapters = [next((m["number"] for j in p.judul if (m := _CHAPTER.match(j))), None) for p in paragraphs]
    if not any(chapters):
        return frozenset(p.nomor for p in paragraphs)
    return frozenset(p.nomor for p, c in zip(paragraphs, chapters, strict=True) if c and c.upper() in _WANTED)


def is_bound(laporan: Laporan, kalimat: int, posisi: int) -> bool:
    """Whether a row or a judgement stands behind a claim."""
    klaim = laporan.kalimat[kalimat].klaim[posisi]
    judged = any(r.kalimat == kalimat and r.klaim == posisi for uji in laporan.uji for r in uji.klaim)
    return bool(klaim.baris) or judged


def shape(kalimat: Kalimat, klaim: Klaim) -> str:
    """The words around a figure, figures as N, capital words as X."""
    before = _words(kalimat.teks.text[: klaim.teks.mulai])[-AROUND:]
    behind = _words(kalimat.teks.text[klaim.teks.akhir :])[:AROUND]
    return " ".join([*before, f"<{klaim.teks.peran}>", *behind])


def _words(text: str) -> list[str]:
    return [_word(match.group()) for match in _TOKEN.finditer(text)]


def _word(token: str) -> str:
    return "N" if token[0].isdigit() else "X" if token[0].isupper() else token


def measure(printed: PrintedDocument, laporan: Laporan) -> Coverage:
    """Counts over the sentences of the wanted chapters."""
    coverage = Coverage()
    wanted = wanted_paragraphs(printed)
    for number, kalimat in enumerate(laporan.kalimat):
        if kalimat.teks.paragraf in wanted and kalimat.klaim:
            _count(coverage, laporan, number, kalimat)
    return coverage


def _count(coverage: Coverage, laporan: Laporan, number: int, kalimat: Kalimat) -> None:
    roles = [klaim.teks.peran is not Peran.LAIN for klaim in kalimat.klaim]
    bound = [is_bound(laporan, number, posisi) for posisi in range(len(kalimat.klaim))]
    checked = [klaim.hasil is not HasilKlaim.TAK_DIUJI for klaim in kalimat.klaim]
    coverage.sentences += 1
    coverage.with_roles += all(roles)
    coverage.bound += any(bound)
    coverage.checked += any(checked)
    coverage.claims += len(roles)
    coverage.claims_with_role += sum(roles)
    coverage.claims_bound += sum(bound)
    coverage.claims_checked += sum(checked)
    for klaim, ok in zip(kalimat.klaim, bound, strict=True):
        if not ok:
            coverage.unbound[shape(kalimat, klaim)] += 1


def lines(name: str, coverage: Coverage) -> Iterator[str]:
    """The report of one document."""
    total = max(coverage.sentences, 1)
    figures = max(coverage.claims, 1)
    yield (
        f"{name}: {coverage.sentences} sentences with figures; roles for all figures "
        f"{coverage.with_roles / total:.0%}, bound {coverage.bound / total:.0%}, checked {coverage.checked / total:.0%}"
    )
    yield (
        f"  {coverage.claims} figures; role {coverage.claims_with_role / figures:.0%}, bound "
        f"{coverage.claims_bound / figures:.0%}, checked {coverage.claims_checked / figures:.0%}"
    )


def main(paths: list[str]) -> None:
    """Prints the coverage of every report and the commonest unbound shapes of all."""
    unbound: Counter[str] = Counter()
    for path in paths:
        result = audit_file(path)
        assert result.printed is not None and result.laporan is not None
        coverage = measure(result.printed, result.laporan)
        unbound += coverage.unbound
        print("\n".join(lines(Path(path).name, coverage)))
    print(f"commonest of {sum(unbound.values())} unbound figures:")
    for text, count in unbound.most_common(COMMONEST):
        print(f"{count:5} {text}")


if __name__ == "__main__":
    main(sys.argv[1:])
