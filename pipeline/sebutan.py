"""Where one quantity is printed: values of one indicator, part and year, gathered over all tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from pipeline.arithmetic import same_quantity
from pipeline.lingkup import Lingkup, lingkup_tabel
from pipeline.pengukuran import bernama, bernilai, tahun_fakta
from pipeline.satuan_nilai import kelas_satuan, kolom_turunan
from schemas.angka import AngkaKind
from schemas.kinerja import Arah, Baris, JenisBaris, Kind, Laporan, Part, Scope, Tabel
from schemas.tautan import Sebutan

_UTUH = Lingkup()
_TREN = 3
"""Years of targets that show which way an indicator is meant to move."""

_KUMULATIF = re.compile(
    r"\bs\.?\s?/?\s?d\b|sampai (?:dengan|saat)|\bhingga\b|kumulatif|akumulasi|prognosis|perkiraan|estimasi|sementara",
    re.IGNORECASE,
)
_NOMOR_TABEL = re.compile(r"(?:\d+[a-z]?|[IVXLC]+)(?:[.\-]\w{1,4})*[.:]*")
_SATUAN_LAIN = frozenset({"persen", "hitung"})
_INDEKS = re.compile(r"\b(?:indeks|index|nilai|skor|ik[mp]|survei|kepuasan)\b", re.IGNORECASE)
_SKALA = (4, 5)
"""Ends of scales on which an index is printed beside that of a hundred."""


Kunci = tuple[str, int | None]
Catatan = Mapping[tuple[Kunci, Lingkup], tuple[Sebutan, ...]]


def sebutan(laporan: Laporan, part: Part, kinds: Iterable[Kind]) -> dict[Kunci, tuple[Sebutan, ...]]:
    """Printings by identity and year: the office's own figures for the whole year, of single indicator rows.

    Left out are columns of derived percentages (`kolom_turunan`), cumulative and provisional figures, tables of part
    of the year or of another area or unit, and an identity that stands more than once in a table with different
    values: which of them is meant cannot be told.
    """
    semua = menurut_lingkup(laporan, part, kinds)
    return {kunci: group for (kunci, lingkup), group in semua.items() if lingkup.utuh}


def menurut_lingkup(laporan: Laporan, part: Part, kinds: Iterable[Kind]) -> Catatan:
    """Like `sebutan`, of every scope: only printings of one scope are the same quantity.

    A table whose title leaves its scope in doubt is one of the whole where its values agree with the others more often
    than not.
    """
    wanted = frozenset(kinds)
    tabel = [(_lingkup(laporan, item), _tunggal(laporan, item, part)) for item in laporan.tabel if item.kind in wanted]
    found: dict[tuple[Kunci, Lingkup], list[Sebutan]] = {}
    for lingkup, cetakan in sorted(tabel, key=lambda item: bool(item[0].ragu)):
        if lingkup.ragu and not lingkup.sebagian and _sepakat(cetakan, found):
            lingkup = _UTUH
        for kunci, group in cetakan.items():
            found.setdefault((kunci, lingkup), []).extend(group)
    return {key: tuple(sorted(group, key=lambda item: item.tabel.index)) for key, group in found.items()}


def kelompok_nilai(group: Iterable[Sebutan]) -> list[list[Sebutan]]:
    """Printings put together where they print the same quantity, the largest group first."""
    kelompok: list[list[Sebutan]] = []
    for item in group:
        for anggota in kelompok:
            if all(same_quantity(item.fakta.angka, lain.fakta.angka) for lain in anggota):
                anggota.append(item)
                break
        else:
            kelompok.append([item])
    return sorted(kelompok, key=len, reverse=True)


def sebanding(a: Sebutan, b: Sebutan) -> bool:
    """Whether two printings can be compared.

    Units must not contradict each other, and more than a factor of a hundred, a thousand … must separate the
    values (with such a factor the unit differs, not the quantity); so do scales of an index.
    """
    kelas = {kelas_satuan(a.fakta, a.baris), kelas_satuan(b.fakta, b.baris)}
    if kelas >= _SATUAN_LAIN:
        return False
    x, y = a.fakta.angka.value, b.fakta.angka.value
    if not x or not y:
        return True
    rasio = max(abs(x / y), abs(y / x))
    if _berskala_lain(a, b, rasio):
        return False
    return not any(abs(rasio / Decimal(10) ** n - 1) < Decimal("0.0005") for n in (2, 3, 6, 9))


def _berskala_lain(a: Sebutan, b: Sebutan, rasio: Decimal) -> bool:
    """Whether two values of an index stand on scales of four or five and of a hundred (3,32 and 83,00)."""
    kecil = min(abs(item.fakta.angka.value or Decimal(0)) for item in (a, b))
    indeks = all(_INDEKS.search(f"{item.baris.label} {item.baris.satuan or ''}") for item in (a, b))
    return indeks and any(kecil <= n and abs(rasio * n / 100 - 1) < Decimal("0.002") for n in _SKALA)


def beda(a: Sebutan, b: Sebutan) -> bool:
    """Whether two printings can be compared and print different quantities."""
    return sebanding(a, b) and not same_quantity(a.fakta.angka, b.fakta.angka)


def beda_target(a: Sebutan, b: Sebutan) -> bool:
    """Whether two printings can be compared and set different targets; a target is exact as printed.

    A number inside a range is one end or the aim of it, no other target.
    """
    x, y = a.fakta.angka, b.fakta.angka
    if (x.upper is None) is not (y.upper is None):
        return sebanding(a, b) and not same_quantity(x, y)
    return sebanding(a, b) and (x.value, x.upper) != (y.value, y.upper)


def berbeda(group: Iterable[Sebutan], acuan: Sebutan) -> tuple[Sebutan, ...]:
    """Printings that can be compared with one of reference and print another quantity."""
    return tuple(item for item in group if beda(item, acuan))


def berlawanan(group: Iterable[Sebutan], acuan: Sebutan) -> tuple[Sebutan, ...]:
    """Like `berbeda`, but without tables that print the value of reference as well (target before and after)."""
    semua = tuple(group)
    sepakat = {
        item.tabel.index
        for item in semua
        if item.tabel.index != acuan.tabel.index and same_quantity(item.fakta.angka, acuan.fakta.angka)
    }
    lain = (item for item in berbeda(semua, acuan) if item.tabel.index not in sepakat | {acuan.tabel.index})
    return tuple(lain)


def target_berlawanan(baris: Baris, laporan: Laporan) -> bool:
    """Whether the report's own targets of the years move against the direction that the indicator is taken for."""
    per_tahun: dict[int, Decimal] = {}
    for lain in laporan.baris():
        if baris.indikator and lain.indikator == baris.indikator:
            for fakta in lain.all(Part.TARGET):
                if fakta.year is not None and fakta.scope is Scope.OWN and fakta.angka.kind is AngkaKind.NUMBER:
                    per_tahun.setdefault(fakta.year, fakta.angka.value or Decimal(0))
    nilai = [per_tahun[tahun] for tahun in sorted(per_tahun)]
    naik = len(nilai) >= _TREN and nilai == sorted(nilai) and nilai[0] < nilai[-1]
    turun = len(nilai) >= _TREN and nilai == sorted(nilai, reverse=True) and nilai[0] > nilai[-1]
    return (naik and baris.arah is Arah.TURUN) or (turun and baris.arah is Arah.NAIK)


def where(tabel: Tabel) -> str:
    """How a message names a table: the number of its caption, its caption, or its place in the document."""
    if tabel.caption:
        words = tabel.caption.split()
        numbered = len(words) > 1 and words[0].lower() == "tabel" and _NOMOR_TABEL.fullmatch(words[1])
        return " ".join(words[:2]).rstrip(".:") if numbered else f"tabel “{tabel.caption}”"
    return f"tabel ke-{tabel.number + 1}"


def teks_sebutan(kelompok: Iterable[list[Sebutan]]) -> str:
    """Printings for a message: `94,87% (Tabel 3.1, Tabel 3.3) dan 94,57% (Tabel 3.2)`."""
    bagian = []
    for anggota in kelompok:
        tabel = dict.fromkeys(where(item.tabel) for item in anggota)
        bagian.append(f"{anggota[0].fakta.text} ({', '.join(tabel)})")
    return " dan ".join(bagian)


def _lingkup(laporan: Laporan, tabel: Tabel) -> Lingkup:
    """The scope of a table of indicators, for which a part of the budget is none."""
    return replace(lingkup_tabel(tabel, laporan.metadata), bagian="")


def _sepakat(cetakan: Mapping[Kunci, list[Sebutan]], found: Mapping[tuple[Kunci, Lingkup], list[Sebutan]]) -> bool:
    """Whether a table agrees with those of the whole more often than not, or shares nothing with them."""
    sama = lawan = 0
    for kunci, group in cetakan.items():
        utuh = found.get((kunci, _UTUH), [])
        if any(same_quantity(a.fakta.angka, b.fakta.angka) for a in group for b in utuh):
            sama += 1
        elif utuh:
            lawan += 1
    return not lawan or sama > lawan


def _tunggal(laporan: Laporan, tabel: Tabel, part: Part) -> dict[Kunci, list[Sebutan]]:
    """Printings of a table that leave no doubt which of them is meant."""
    return {
        kunci: group
        for kunci, group in _per_tabel(laporan, tabel, part).items()
        if len(kelompok_nilai(group)) == 1 or len({item.baris.row for item in group}) == 1
    }


def _per_tabel(laporan: Laporan, tabel: Tabel, part: Part) -> dict[Kunci, list[Sebutan]]:
    found: dict[Kunci, list[Sebutan]] = {}
    turunan = kolom_turunan(tabel)
    for baris in tabel.baris:
        if not baris.indikator or baris.jenis is not JenisBaris.BUTIR or not bernama(baris):
            continue
        for fakta in baris.all(part):
            sendiri = fakta.scope is Scope.OWN and fakta.period is None and not fakta.shared
            sendiri = sendiri and not _KUMULATIF.search(fakta.header)
            if sendiri and fakta.col not in turunan and bernilai(fakta.angka):
                tahun = tahun_fakta(fakta, tabel, laporan)
                item = Sebutan(tabel=tabel, baris=baris, fakta=fakta, tahun=tahun)
                found.setdefault((baris.indikator, tahun), []).append(item)
    return found
