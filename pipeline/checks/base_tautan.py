"""Builders for checks of documents against each other: which printings meet, how documents are called."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import PurePath

from pipeline.arithmetic import same_quantity
from pipeline.checks.base import Head, beda_target, sebanding, where
from schemas.angka import Angka, AngkaKind
from schemas.finding import Evidence, Outcome
from schemas.kinerja import Kind, Part
from schemas.tautan import Ciri, DokumenTertaut, Ikhtisar, IndikatorDokumen, JenisDokumen, Sebutan, Tautan

_JAUH = 10
_SEBUTAN = {
    JenisDokumen.LAPORAN: "laporan kinerja",
    JenisDokumen.PERJANJIAN: "perjanjian kinerja",
    JenisDokumen.KEPUTUSAN: "keputusan",
    JenisDokumen.RENSTRA: "Renstra",
    JenisDokumen.LAIN: "dokumen",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckTautan(Head):
    """A check of one document against the others of its office; `run` answers for everything the two share."""

    run: Callable[[Tautan], Iterable[Outcome]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Acuan:
    """A printing of an indicator in another document."""

    dokumen: Ikhtisar
    indikator: IndikatorDokumen
    sebutan: Sebutan


def tak_dapat(tautan: Tautan) -> str:
    """Why nothing of a report can be held against other documents, "" when it can."""
    if tautan.ikhtisar.kantor is None:
        return "instansi laporan tidak terbaca pasti"
    return "" if tautan.ikhtisar.tahun is not None else "tahun laporan tidak terbaca"


def bersama(tautan: Tautan, *jenis: JenisDokumen) -> tuple[DokumenTertaut, ...]:
    """The linked documents of these kinds."""
    return tuple(item for item in tautan.lain if item.ikhtisar.jenis in jenis)


def padanan(dokumen: Iterable[DokumenTertaut], urut: int) -> Iterator[tuple[Ikhtisar, IndikatorDokumen]]:
    """What is one with an indicator (by its position) in other documents."""
    for item in dokumen:
        for i, j in item.padanan:
            if i == urut:
                yield item.ikhtisar, item.ikhtisar.indikator[j]


def tercetak(
    indikator: IndikatorDokumen, part: Part, tahun: int, kinds: Iterable[Kind] = tuple(Kind)
) -> tuple[Sebutan, ...]:
    """Printings of a part for a year in tables of some kinds."""
    wanted = frozenset(kinds)
    return tuple(
        item
        for item in indikator.sebutan
        if item.fakta.part is part and item.tahun == tahun and item.tabel.kind in wanted
    )


def target_sama(a: Sebutan, b: Sebutan) -> bool:
    """Whether two printings can be compared and set the same target."""
    return sebanding(a, b) and not beda_target(a, b)


def realisasi_sama(a: Sebutan, b: Sebutan) -> bool:
    """Whether two printings may stand for one measured value."""
    return same_quantity(a.fakta.angka, b.fakta.angka)


def bulat(a: Angka, b: Angka) -> bool:
    """Whether both are plain numbers, or both are ranges: only then can one deny the other."""
    jenis = {a.kind, b.kind}
    return jenis in ({AngkaKind.NUMBER}, {AngkaKind.RANGE})


def jauh(a: Angka, b: Angka) -> bool:
    """Whether one of two values is more than `_JAUH` times the other, or has another sign."""
    x, y = a.value or Decimal(0), b.value or Decimal(0)
    return x * y < 0 or max(abs(x), abs(y)) > _JAUH * min(abs(x), abs(y)) > 0


def pindaian(*dokumen: Ikhtisar) -> bool:
    """Whether single digits of a document may be misread."""
    return any(Ciri.PINDAIAN in item.ciri for item in dokumen)


def tahun_dugaan(*dokumen: Ikhtisar) -> bool:
    """Whether the year of a document is not certain."""
    return any(Ciri.TAHUN_DUGAAN in item.ciri for item in dokumen)


def sebut(ikhtisar: Ikhtisar) -> str:
    """How a message names a document: `perjanjian kinerja 2030 (pk-kepala.pdf)`; a decree by its number and year."""
    tahun = f" {ikhtisar.tahun}" if ikhtisar.tahun is not None else ""
    if ikhtisar.jenis is JenisDokumen.KEPUTUSAN:
        return f"{_SEBUTAN[ikhtisar.jenis]}{_nomor_tahun(ikhtisar)} ({berkas(ikhtisar)})"
    masa = f" {ikhtisar.berlaku[0]}–{ikhtisar.berlaku[1]}" if ikhtisar.berlaku is not None else tahun
    return f"{_SEBUTAN[ikhtisar.jenis]}{masa} ({berkas(ikhtisar)})"


def _nomor_tahun(ikhtisar: Ikhtisar) -> str:
    """Number, year and years in force of a decree; a year that its number says is not said again."""
    tahun, masa = ikhtisar.tahun, ikhtisar.berlaku
    untuk = f" untuk {masa[0]}–{masa[1]}" if masa is not None else ""
    if ikhtisar.nomor is None:
        ditetapkan = f" {tahun}" if tahun is not None else ""
        return f" {masa[0]}–{masa[1]}" if masa is not None and tahun in (None, masa[0]) else f"{ditetapkan}{untuk}"
    disebut = tahun is None or str(tahun) in ikhtisar.nomor
    return f" Nomor {ikhtisar.nomor}{'' if disebut else f' Tahun {tahun}'}{untuk}"


def berkas(ikhtisar: Ikhtisar) -> str:
    """Name of a document's file."""
    return PurePath(ikhtisar.path.replace("\\", "/")).name


def nama(indikator: IndikatorDokumen) -> str:
    """An indicator for a message, without the colon behind a name that heads others."""
    sendiri = indikator.nama[0].rstrip(" :;,")
    return f"{indikator.induk}: {sendiri}" if indikator.induk else sendiri


def di(item: Sebutan) -> str:
    """A printing for a message: `65 (Tabel 6)`."""
    return f"{item.fakta.text} ({where(item.tabel)})"


def berganti_nama(indikator: IndikatorDokumen, acuan: Iterable[Acuan]) -> bool:
    """Whether a note on either side gives the indicator a former name: it may have been measured otherwise then."""
    return bool(indikator.dahulu) or any(item.indikator.dahulu for item in acuan)


def bukti(item: Sebutan, dokumen: Ikhtisar | None = None) -> Evidence:
    """The printed place of a value; `dokumen` is None for the document that is accused."""
    fakta = item.fakta
    return Evidence(
        role=fakta.part.value,
        text=fakta.text,
        place=fakta.place,
        table=item.tabel.caption,
        label=f"{item.baris.label} / {fakta.header}",
        row=fakta.row,
        col=fakta.col if dokumen is None or dokumen.jenis in (JenisDokumen.LAPORAN, JenisDokumen.RENSTRA) else None,
        document=None if dokumen is None else dokumen.path,
    )


def bukti_nama(indikator: IndikatorDokumen, role: str, dokumen: Ikhtisar | None = None) -> Evidence:
    """The printed place of an indicator's name."""
    return Evidence(
        role=role,
        text=indikator.nama[0],
        place=indikator.place,
        label=nama(indikator),
        document=None if dokumen is None else dokumen.path,
    )


def bukti_tabel(indikator: IndikatorDokumen, role: str) -> Evidence:
    """Where the accused document measures an indicator, with its table where one is known."""
    item = next(iter(indikator.sebutan), None)
    if item is None:
        return bukti_nama(indikator, role)
    baris = item.baris
    return Evidence(
        role=role, text=baris.label, place=baris.place, table=item.tabel.caption, label=baris.label, row=baris.row
    )


def wakil(acuan: Iterable[Acuan]) -> list[Acuan]:
    """One printing for each value, that of the document which comes first by content."""
    found: dict[tuple[object, ...], Acuan] = {}
    for item in acuan:
        angka = item.sebutan.fakta.angka
        found.setdefault((angka.value, angka.upper), item)
    return list(found.values())


def teks_acuan(acuan: Iterable[Acuan]) -> str:
    """Values of other documents for a message: `52 menurut perjanjian kinerja 2030 (pk.pdf)`."""
    return " dan ".join(f"{item.sebutan.fakta.text} menurut {sebut(item.dokumen)}" for item in wakil(acuan))
