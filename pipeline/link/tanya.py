"""What a person is asked about names of two documents of an office. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pipeline.link.padanan import Padanan
from pipeline.link.sosok import Dokumen
from schemas.provenance import Place
from schemas.tanya import TanyaNama
from schemas.tautan import IndikatorDokumen


def tanya_antar(
    dokumen: Mapping[int, Dokumen], pasangan: Mapping[tuple[int, int], Padanan]
) -> dict[int, tuple[TanyaNama, ...]]:
    """Questions by position of the document that prints the name in question, every pair of names once.

    Args:
        dokumen: documents of one office by position in the run.
        pasangan: which of their indicators are one, and what is open, by two positions.
    """
    found: dict[int, list[TanyaNama]] = {}
    diketahui = {
        frozenset((tanya.nama.lower(), tanya.calon.lower()))
        for item in dokumen.values()
        for tanya in item.ikhtisar.tanya
    }
    for (satu, dua), padanan in pasangan.items():
        for (i, j), putusan in sorted(padanan.tanya.items()):
            (at, nama), (_, calon) = _berurut(((satu, i), (dua, j)), dokumen)
            kunci = frozenset((nama.nama[0].lower(), calon.nama[0].lower()))
            if kunci in diketahui:
                continue
            diketahui.add(kunci)
            found.setdefault(at, []).append(
                TanyaNama(
                    nama=nama.nama[0],
                    calon=calon.nama[0],
                    kode=calon.baku or calon.kode,
                    skor=putusan.skor,
                    fitur=putusan.fitur,
                    alasan=f"antardokumen: {putusan.alasan}",
                    tempat=tuple(_tempat(nama)),
                )
            )
    return {at: tuple(items) for at, items in found.items()}


def _berurut(pasangan: Sequence[tuple[int, int]], dokumen: Mapping[int, Dokumen]) -> list[tuple[int, IndikatorDokumen]]:
    """Both sides, the candidate behind: that which the dictionary knows, else the later one by its letters."""
    sisi = [(at, dokumen[at].ikhtisar.indikator[urut]) for at, urut in pasangan]
    return sorted(sisi, key=lambda item: (item[1].baku is not None, item[1].nama[0].lower()))


def _tempat(item: IndikatorDokumen) -> Iterator[tuple[str, Place]]:
    """Where a name stands, with its table where one is known."""
    tabel = next((one.tabel for one in item.sebutan), None)
    yield (tabel.judul if tabel is not None else "daftar indikator"), item.place
