"""One indicator of an office over all its documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from pipeline.link.padanan import Padanan
from pipeline.link.sosok import Dokumen
from schemas.tautan import Deret, IndikatorDokumen, Kantor

Titik = tuple[int, int]
"""Position of a document in the run, and of an indicator in it."""


def susun_deret(
    kantor: Kantor, dokumen: Mapping[int, Dokumen], pasangan: Mapping[tuple[int, int], Padanan]
) -> tuple[Deret, ...]:
    """Joins pairs, the surest first, to series that hold at most one indicator of each document.

    Args:
        kantor: the office.
        dokumen: its documents by position in the run.
        pasangan: which of their indicators are one, by two positions.
    """
    deret: dict[Titik, list[Titik]] = {
        (at, urut): [(at, urut)] for at in dokumen for urut in range(len(dokumen[at].sosok))
    }
    mungkin = {pair for kunci, padanan in pasangan.items() for pair in _titik(kunci, (*padanan.sama, *padanan.ragu))}
    for a, b in _terdekat(dokumen, pasangan):
        satu, dua = deret[a], deret[b]
        sedokumen = {at for at, _ in satu} & {at for at, _ in dua}
        if satu is dua or sedokumen or not all({(x, y), (y, x)} & mungkin for x in satu for y in dua):
            continue
        satu += dua
        for titik in dua:
            deret[titik] = satu
    berbeda = {id(group): sorted(group) for group in deret.values()}
    isi = sorted(berbeda.values(), key=lambda group: min(_isi(titik, dokumen) for titik in group))
    return _bernama(kantor, isi, dokumen)


def _titik(kunci: tuple[int, int], pairs: Sequence[tuple[int, int]]) -> list[tuple[Titik, Titik]]:
    return [((kunci[0], i), (kunci[1], j)) for i, j in pairs]


def _isi(titik: Titik, dokumen: Mapping[int, Dokumen]) -> tuple[str, int, int]:
    """What orders indicators by the contents of their documents, not by the order of the files."""
    return dokumen[titik[0]].ikhtisar.sha256, titik[1], titik[0]


def _terdekat(dokumen: Mapping[int, Dokumen], pasangan: Mapping[tuple[int, int], Padanan]) -> list[tuple[Titik, Titik]]:
    """Pairs that are one, the closest first."""
    semua: list[tuple[float, list[tuple[str, int, int]], Titik, Titik]] = [
        (-padanan.skor[i, j], sorted((_isi((a, i), dokumen), _isi((b, j), dokumen))), (a, i), (b, j))
        for (a, b), padanan in pasangan.items()
        for i, j in padanan.sama
    ]
    return [(satu, dua) for _, _, satu, dua in sorted(semua)]


def _bernama(kantor: Kantor, groups: Sequence[Sequence[Titik]], dokumen: Mapping[int, Dokumen]) -> tuple[Deret, ...]:
    kode = [_kode(group, dokumen) for group in groups]
    terpakai = Counter(kode)
    urut: Counter[str] = Counter()
    found = []
    for slug, group in zip(kode, groups, strict=True):
        urut[slug] += 1
        found.append(
            Deret(
                kantor=kantor,
                kode=slug if terpakai[slug] == 1 else f"{slug}--{urut[slug]}",
                nama=_nama(group, dokumen),
                anggota=tuple(group),
            )
        )
    return tuple(sorted(found, key=lambda deret: deret.anggota))


def _anggota(group: Sequence[Titik], dokumen: Mapping[int, Dokumen]) -> list[IndikatorDokumen]:
    return [dokumen[at].ikhtisar.indikator[urut] for at, urut in group]


def _kode(group: Sequence[Titik], dokumen: Mapping[int, Dokumen]) -> str:
    """The dictionary's code where all members with one agree, else the shortest identity of a member."""
    anggota = _anggota(group, dokumen)
    baku = {item.baku for item in anggota} - {None}
    kode = baku.pop() if len(baku) == 1 else None
    return kode or min((item.kode for item in anggota), key=lambda text: (len(text), text))


def _nama(group: Sequence[Titik], dokumen: Mapping[int, Dokumen]) -> str:
    """The name that most documents print, the shorter one on a tie."""
    nama = Counter(_lengkap(item) for item in _anggota(group, dokumen))
    return min(nama, key=lambda text: (-nama[text], len(text), text))


def _lengkap(item: IndikatorDokumen) -> str:
    return f"{item.induk}: {item.nama[0]}" if item.induk else item.nama[0]
