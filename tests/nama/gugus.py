"""Prints which printed names were taken for one, to be read by eye: `python -m tests.nama.gugus PATH...`.

First the names of each document, then those of each office over its documents. Names that are equal but for case and
spaces are left out, since nobody can be wrong about them.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator

from pipeline.intake import find_documents
from pipeline.run import extract_found
from schemas.config import AuditConfig
from schemas.result import DocumentResult, RunResult


def clusters(run: RunResult) -> Iterator[tuple[str, list[tuple[str, tuple[str, ...]]]]]:
    """Title and (identity, different texts) of every document and office that has names in more than one text."""
    for document in run.documents:
        texts: dict[str, list[str]] = defaultdict(list)
        if document.laporan is not None:
            for baris in document.laporan.baris():
                if baris.indikator:
                    texts[baris.indikator].append(baris.label)
        yield document.path, list(_several(texts.items()))
    offices: dict[str, list[tuple[str, list[str]]]] = defaultdict(list)
    for deret in run.deret:
        names = [name for d, i in deret.anggota for name in _names(run.documents[d], i)]
        if len({d for d, _ in deret.anggota}) > 1:
            offices[str(deret.kantor)].append((deret.kode, names))
    for office, groups in offices.items():
        yield office, list(_several(groups))


def _names(document: DocumentResult, position: int) -> tuple[str, ...]:
    return document.ikhtisar.indikator[position].nama if document.ikhtisar is not None else ()


def _several(groups: Iterable[tuple[str, list[str]]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for kode, names in groups:
        different = {"".join(name.lower().split()): " ".join(name.split()) for name in names}
        if len(different) > 1:
            yield kode, tuple(sorted(different.values()))


def main(paths: list[str]) -> None:
    """Prints all clusters below the paths."""
    run = extract_found(find_documents(paths), AuditConfig())
    for title, groups in clusters(run):
        print(f"\n== {title}: {len(groups)} groups in more than one text")
        for kode, names in groups:
            print(f"  {kode}")
            for name in names:
                print(f"     {name}")


if __name__ == "__main__":
    main(sys.argv[1:])
