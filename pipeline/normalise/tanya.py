"""Open questions about names, as a person is asked them: which two names, how near, why not certain, where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from pipeline.normalise.butir import Kekuatan
from pipeline.normalise.gugus import Gugus, Kunci, Tanya, Titik
from pipeline.normalise.nama.banding import Putusan
from schemas.kinerja import Tabel
from schemas.provenance import Place
from schemas.tanya import TanyaNama

_Pertanyaan = tuple[Putusan, Titik, Titik]
"""How near two names are, the name, and what it may be one with."""


def tanya_nama(
    tanya: Iterable[Tanya], gugus: Sequence[Gugus], kode: Sequence[str], tabel: Sequence[Tabel]
) -> tuple[TanyaNama, ...]:
    """Every pair of printed names that may be one, once, with the nearest other candidate of the first.

    Only questions that a decision about names can answer: the texts differ, and both stand for themselves without a
    heading. Of a pair, the name that stands in more tables is the candidate.

    Args:
        tanya: open questions of the groups.
        gugus: the groups.
        kode: the identity of each group.
        tabel: tables of the report.
    """
    milik = {titik.kunci: nama for group, nama in zip(gugus, kode, strict=True) for titik in group.titik}
    per_nama: dict[str, list[_Pertanyaan]] = defaultdict(list)
    for item in _tunggal(tanya):
        per_nama[item[1].wakil.nama.rapat].append(item)
    return tuple(
        _satu(pertanyaan, [lain for lain in group if lain is not pertanyaan], milik, tabel)
        for group in per_nama.values()
        for pertanyaan in group
    )


def _tunggal(tanya: Iterable[Tanya]) -> list[_Pertanyaan]:
    """The nearest question for each pair of texts, the nearest first."""
    terdekat: dict[frozenset[str], _Pertanyaan] = {}
    for item in sorted(tanya, key=lambda item: (-item.putusan.skor, item.a.kunci, item.b.kunci)):
        teks = frozenset(titik.wakil.nama.rapat for titik in (item.a, item.b))
        utuh = all(titik.wakil.kekuatan is Kekuatan.UTUH for titik in (item.a, item.b))
        if len(teks) > 1 and utuh and teks not in terdekat:
            nama, calon = sorted((item.a, item.b), key=lambda titik: (len(titik.tabel), titik.kunci))
            terdekat[teks] = item.putusan, nama, calon
    return list(terdekat.values())


def _satu(
    pertanyaan: _Pertanyaan,
    lain: Sequence[_Pertanyaan],
    milik: Mapping[Kunci, str],
    tabel: Sequence[Tabel],
) -> TanyaNama:
    putusan, nama, calon = pertanyaan
    kode = milik[calon.kunci]
    kedua = [(item[0].skor, milik[item[2].kunci]) for item in lain if milik[item[2].kunci] != kode]
    skor_lain, kode_lain = max(kedua, default=(None, None))
    return TanyaNama(
        nama=nama.wakil.baris.label,
        calon=calon.wakil.baris.label,
        kode=kode,
        skor=putusan.skor,
        fitur=putusan.fitur,
        alasan=putusan.alasan,
        lain=kode_lain,
        skor_lain=skor_lain,
        tempat=_tempat(nama, tabel),
    )


def _tempat(titik: Titik, tabel: Sequence[Tabel]) -> tuple[tuple[str, Place], ...]:
    return tuple((tabel[item.tabel].judul, item.baris.place) for item in titik.butir)
