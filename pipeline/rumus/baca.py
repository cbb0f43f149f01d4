"""A formula cell, read: its parts, its tree, its kind."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.rumus.bagian import Bagian, bertakaran, kalimat, lepas_takaran, pisahkan, rapikan
from pipeline.rumus.jenis import jenis_kata
from pipeline.rumus.operan import Pecahan, isi_rumus, lepas, pecahan
from pipeline.rumus.urai import urai
from schemas.rumus import Bilangan, Istilah, JenisRumus, Kurung, Operasi, Operator, Perbandingan, Rumus, Simpul

_TANPA_POHON = (JenisRumus.PENILAIAN, JenisRumus.URAIAN)


def read_rumus(text: str) -> Rumus:
    """The formula that a cell prints.

    Labels are dropped, notes kept apart; of several sentences the first that computes something is the formula.
    A text longer than `urai.MAKS_PANJANG` or with more possible operators than `urai.MAKS_TANDA` gets no tree.
    """
    parts = pisahkan(text)
    if bertakaran(parts.rumus):
        return _bertakaran(parts)
    sentences = kalimat(parts.rumus)
    for index, sentence in enumerate(sentences if len(sentences) > 1 else ()):
        rumus = _baca(rapikan(sentence), parts.keterangan)
        if rumus.pohon is not None and not isinstance(rumus.pohon, Istilah):
            others = (*sentences[:index], *sentences[index + 1 :])
            return _baca(rumus.text, (*rumus.keterangan[: -len(parts.keterangan) or None], *others, *parts.keterangan))
    return _baca(parts.rumus, parts.keterangan)


def _bertakaran(parts: Bagian) -> Rumus:
    """A cell with a table of classes: the formula in front of it where one computes something, else an assessment."""
    formula, classes = lepas_takaran(parts.rumus)
    rumus = _baca(formula, (classes, *parts.keterangan))
    if rumus.jenis in (JenisRumus.RASIO, JenisRumus.PERHITUNGAN):
        return rumus
    return Rumus(text=parts.rumus, jenis=JenisRumus.PENILAIAN, keterangan=parts.keterangan)


def _baca(text: str, notes: tuple[str, ...]) -> Rumus:
    """One formula without labels; what stands behind its factor is a note."""
    found = urai(text)
    if found.potong is not None:
        notes = (text[found.potong :].strip(), *notes)
        text = rapikan(text[: found.potong])
        found = urai(text)
    tree = found.pohon
    quotient = None if tree is None else pecahan(tree)
    if tree is None or quotient is None:
        return _tanpa_pecahan(text, tree, notes)
    return _rasio(text, tree, quotient, notes)


def _rasio(text: str, tree: Simpul, quotient: Pecahan, notes: tuple[str, ...]) -> Rumus:
    return Rumus(
        text=text,
        jenis=JenisRumus.RASIO,
        pohon=tree,
        pembilang=quotient.pembilang,
        penyebut=quotient.penyebut,
        faktor=quotient.faktor,
        keterangan=notes,
        bertumpuk=any(node.operator is Operator.BAGI and not node.tanda for node in _operasi(tree)),
    )


def _tanpa_pecahan(text: str, tree: Simpul | None, notes: tuple[str, ...]) -> Rumus:
    core = None if tree is None else lepas(isi_rumus(tree))
    if isinstance(core, Bilangan):
        return Rumus(text=text, jenis=JenisRumus.URAIAN, keterangan=notes)
    if core is not None and not isinstance(core, Istilah):
        return Rumus(text=text, jenis=JenisRumus.PERHITUNGAN, pohon=tree, keterangan=notes)
    kind = jenis_kata(text if core is None else core.text)
    return Rumus(text=text, jenis=kind, pohon=None if kind in _TANPA_POHON else tree, keterangan=notes)


def _operasi(simpul: Simpul) -> Iterator[Operasi]:
    waiting = [simpul]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Operasi):
            yield node
        if isinstance(node, Kurung):
            waiting.append(node.isi)
        elif isinstance(node, Operasi | Perbandingan):
            waiting.extend((node.kiri, node.kanan))
