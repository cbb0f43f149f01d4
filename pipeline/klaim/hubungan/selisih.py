"""A change or gap with its levels as an arithmetic relation, and points that are written as per cent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.klaim.hubungan.dasar import Hubungan, pertumbuhan, selisih_dua
from pipeline.klaim.hubungan.operan import Operan, digit, kelas, operan_kalimat, sebelum, sekelas, sesudah
from pipeline.klaim.hubungan.pasangan import TINGKAT, Pasangan, Pola, pasangan_selisih
from schemas.angka import Interval
from schemas.kinerja import Laporan
from schemas.narasi import Kalimat, Peran

_MUNGKIN_TINGKAT = TINGKAT | {Peran.PERSEN, Peran.LAIN, Peran.VOLUME}
_JANGKAUAN = (-1, -2, 1, -3)
_DEKAT = 10
"""Numbers between a change and its levels at most; a longer list of figures ties none of them to it."""
_POIN = re.compile(r"\bpoin\b|\bpoint\b|\bbasis\b", re.IGNORECASE)
_SERENTAK = re.compile(r"masing\s?-\s?masing|berturut\s?-\s?turut", re.IGNORECASE)
_RATA = re.compile(
    r"rata\s?-\s?rata|\brerata\b|setiap tahun|tiap tahun|per tahun|pertahun|/\s?tahun|per bulan", re.IGNORECASE
)
_YOY = re.compile(r"\by-?\s?(?:on|o)-?\s?y\b|\bq-?\s?to-?\s?q\b|\bqtq\b|\bmtm\b|\byoy\b|\bctc\b", re.IGNORECASE)


def dalam_poin(kalimat: Kalimat, selisih: Operan) -> bool:
    """Whether the change is said to be in points ("0,59 poin", "0,59 persen poin")."""
    return bool(_POIN.search(selisih.teks.angka) or _POIN.match(sesudah(kalimat, selisih).strip()))


def rata_rata(kalimat: Kalimat, selisih: Operan) -> bool:
    """Whether the change is one per year, so that no two levels give it."""
    return bool(_RATA.search(sebelum(kalimat, selisih)) or _RATA.match(sesudah(kalimat, selisih).strip()))


def hubungan_selisih(
    laporan: Laporan, nomor: int, operan: Sequence[Operan | None], selisih: Operan
) -> Iterator[tuple[Pasangan, Hubungan]]:
    """Every pair of levels that the change may come from, in the sentence and in the one before it."""
    kalimat = laporan.kalimat[nomor]
    longgar = bool(_SERENTAK.search(kalimat.teks.text)) or bool(_YOY.search(sesudah(kalimat, selisih)[:20]))
    for pasangan in (*pasangan_selisih(kalimat, operan, selisih.posisi), *_lintas(laporan, nomor, operan, selisih)):
        if not _dekat(pasangan, selisih):
            continue
        hubungan = _hubungan(kalimat, selisih, pasangan, terikat=pasangan.terikat and not longgar)
        if hubungan is not None:
            yield pasangan, hubungan


def _dekat(pasangan: Pasangan, selisih: Operan) -> bool:
    sekalimat = [item for item in (pasangan.awal, pasangan.akhir) if item.rujukan.kalimat == selisih.rujukan.kalimat]
    return all(abs(item.posisi - selisih.posisi) <= _DEKAT for item in sekalimat)


def _lintas(laporan: Laporan, nomor: int, operan: Sequence[Operan | None], selisih: Operan) -> Iterator[Pasangan]:
    """Pairs with a level of the sentences around, in the same paragraph, the nearest first."""
    kini = [item for item in _tingkat(operan) if abs(item.posisi - selisih.posisi) <= _DEKAT]
    jauh = [item for lain in _sekitar(laporan, nomor) for item in _tingkat(operan_kalimat(laporan, lain))[-_DEKAT:]]
    for posisi, a in enumerate(jauh):
        for b in (*kini, *jauh[posisi + 1 :]):
            if sekelas(a.angka, b.angka) and selisih not in (a, b):
                yield Pasangan(awal=a, akhir=b, pola=Pola.SEKITAR, terikat=False, terurut=False)


def _sekitar(laporan: Laporan, nomor: int) -> Iterator[int]:
    """Sentences of the same paragraph within reach."""
    paragraf = laporan.kalimat[nomor].teks.paragraf
    for jarak in _JANGKAUAN:
        lain = nomor + jarak
        if 0 <= lain < len(laporan.kalimat) and laporan.kalimat[lain].teks.paragraf == paragraf:
            yield lain


def _tingkat(operan: Sequence[Operan | None]) -> list[Operan]:
    """Numbers that may be a level; that the amount fits them is what shows it."""
    return [item for item in operan if item is not None and item.teks.peran in _MUNGKIN_TINGKAT]


def _hubungan(kalimat: Kalimat, selisih: Operan, pasangan: Pasangan, *, terikat: bool) -> Hubungan | None:
    operan = (pasangan.akhir, pasangan.awal)
    if selisih.angka.percent and not dalam_poin(kalimat, selisih):
        dihitung = {kelas(item.angka) for item in operan} - {"persen", "polos"}
        return Hubungan(
            aturan="(a − b)/b" if dihitung else "a − b atau (a − b)/b",
            hasil=selisih,
            operan=operan,
            hitung=pertumbuhan if dihitung else selisih_atau_pertumbuhan,
            terikat=terikat,
        )
    if not sekelas(*(item.angka for item in (selisih, *operan) if not item.angka.percent)):
        return None
    if kelas(selisih.angka) not in ("polos", "persen") and any(item.angka.percent for item in operan):
        return None
    polos = kelas(selisih.angka) == "polos" and not dalam_poin(kalimat, selisih)
    return Hubungan(
        aturan="a − b",
        hasil=selisih,
        operan=operan,
        hitung=selisih_atau_pertumbuhan if polos else selisih_dua,
        terikat=terikat,
    )


def selisih_atau_pertumbuhan(nilai: Sequence[Interval]) -> Iterator[Interval | None]:
    """Yields a − b, then the same in per cent of one of them."""
    yield from selisih_dua(nilai)
    yield from pertumbuhan(nilai)


def poin_sebagai_persen(kalimat: Kalimat, hubungan: Hubungan) -> bool:
    """Whether a change printed with a per cent sign is the difference of two levels and not their relative growth."""
    selisih = hubungan.hasil
    if not selisih.angka.percent or dalam_poin(kalimat, selisih) or selisih.angka.value == 0:
        return False
    beda = Hubungan(aturan="a − b", hasil=selisih, operan=hubungan.operan, hitung=selisih_dua)
    relatif = Hubungan(aturan="(a − b)/b", hasil=selisih, operan=hubungan.operan, hitung=pertumbuhan)
    setingkat = all(kelas(item.angka) in ("persen", "polos") for item in hubungan.operan)
    jelas = digit(selisih.angka) > 1 and selisih.angka.decimals > 0 and hubungan.terikat
    return (setingkat or jelas) and beda.berlaku() and not relatif.berlaku()
