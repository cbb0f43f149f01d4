"""What the tables print of one indicator, and whether a number of a sentence is the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from pipeline.arithmetic import same_quantity
from pipeline.arithmetic.columns import significant
from pipeline.klaim.ukuran import Satuan, baca_satuan, berlainan, dalam_terkecil, satuan_angka
from pipeline.normalise.kata.ejaan import lipat
from pipeline.pengukuran import bernilai, tahun_fakta
from schemas.angka import Angka
from schemas.kinerja import Baris, Fakta, Laporan, Part, Scope, Tabel
from schemas.narasi import Klaim, RujukanFakta

_KATA = re.compile(r"[a-z]+")
_KURUNG = re.compile(r"\(([^()]*)\)")
_DALAM = re.compile(r"\b(ribu|juta|mil[iy]+ar|tril[iy]+un)(?:an)?\b", re.IGNORECASE)
_SERIBU = re.compile(r"\d[.,]\d{3}(?!\d)")
_PENGALI = {"rib": Decimal(10) ** 3, "jut": Decimal(10) ** 6, "mil": Decimal(10) ** 9, "tri": Decimal(10) ** 12}
_BUKTI = 2
_FAKTOR = tuple(Decimal(10) ** pangkat for pangkat in (3, 6, 9))


@dataclass(frozen=True, slots=True, kw_only=True)
class Cetakan:
    """One printed value of a row."""

    rujukan: RujukanFakta
    tabel: Tabel
    baris: Baris
    fakta: Fakta
    tahun: int | None


def cetakan(laporan: Laporan, baris: Iterable[RujukanFakta]) -> tuple[Cetakan, ...]:
    """Every readable value that these rows print, in order."""
    return tuple(item for rujukan in baris for item in _dari_baris(laporan, rujukan))


def _dari_baris(laporan: Laporan, rujukan: RujukanFakta) -> Iterator[Cetakan]:
    tabel = laporan.tabel[rujukan.tabel]
    baris = tabel.baris[rujukan.baris]
    for nomor, fakta in enumerate(baris.fakta):
        if bernilai(fakta.angka):
            yield Cetakan(
                rujukan=replace(rujukan, fakta=nomor),
                tabel=tabel,
                baris=baris,
                fakta=fakta,
                tahun=tahun_fakta(fakta, tabel, laporan),
            )


def sama(klaim: Angka, fakta: Angka, keterangan: str = "") -> bool:
    """Whether a number of a sentence is a printed one: equal, or one rounded to the other.

    Args:
        klaim: the number of the sentence.
        fakta: the printed one.
        keterangan: what caption and headings say of it; "(dalam jutaan)" there multiplies it.
    """
    if not (bernilai(klaim) and bernilai(fakta)):
        return False
    if same_quantity(klaim, fakta):
        return True
    if klaim.percent or fakta.percent or fakta.multiplier != 1:
        return False
    if klaim.multiplier == 1 and _SERIBU.search(klaim.text) and _digit(klaim) == _digit(fakta):
        return _kali(klaim, fakta, _FAKTOR[0]) or _kali(fakta, klaim, _FAKTOR[0])
    match = _DALAM.search(keterangan)
    return match is not None and _kali(fakta, klaim, _PENGALI[match.group(1).lower()[:3]])


def _digit(angka: Angka) -> str:
    return re.sub(r"\D", "", angka.text)


def beda_pengali(klaim: Angka, fakta: Angka) -> bool:
    """Whether a number of a sentence is a printed one but for ribu, juta or miliar."""
    if not (bernilai(klaim) and bernilai(fakta)) or klaim.percent or fakta.percent:
        return False
    if not klaim.value or significant(klaim.value) < _BUKTI:
        return False
    return any(_kali(klaim, fakta, faktor) or _kali(fakta, klaim, faktor) for faktor in _FAKTOR)


def _kali(kecil: Angka, besar: Angka, faktor: Decimal) -> bool:
    assert kecil.value is not None
    return same_quantity(
        replace(kecil, value=kecil.value * faktor, upper=None, multiplier=kecil.multiplier * int(faktor)), besar
    )


def satuan_cetakan(item: Cetakan) -> Satuan:
    """The unit of a printed value: behind it, in its row or in brackets in its heading."""
    angka = item.fakta.angka
    kurung = _KURUNG.findall(f"{item.fakta.header} {item.baris.label}")
    for teks in (angka.unit or "", item.baris.satuan or "", *kurung):
        satuan = baca_satuan(teks)
        if satuan.ukuran is not None:
            return satuan
    return Satuan()


def beda_satuan(klaim: Angka, item: Cetakan) -> bool:
    """Whether a number of a sentence is printed in another unit of the measure than that of a table (kg and ton)."""
    if klaim.percent or klaim.currency:
        return False
    return bool(berlainan((satuan_angka(klaim.text), satuan_cetakan(item))))


def sama_cetakan(klaim: Angka, item: Cetakan) -> bool:
    """Whether a number of a sentence is a printed value, or its printed numerator or denominator."""
    if beda_satuan(klaim, item):
        return _sama_terukur(klaim, item)
    keterangan = f"{item.fakta.header} {item.baris.satuan or ''} {item.tabel.caption or ''}"
    mentah = item.fakta.raw or ()
    return sama(klaim, item.fakta.angka, keterangan) or any(sama(klaim, angka) for angka in mentah)


def _sama_terukur(klaim: Angka, item: Cetakan) -> bool:
    """Whether a number in one unit is a printed value in another."""
    if not (bernilai(klaim) and bernilai(item.fakta.angka)):
        return False
    sendiri = dalam_terkecil(klaim, satuan_angka(klaim.text))
    return same_quantity(sendiri, dalam_terkecil(item.fakta.angka, satuan_cetakan(item)))


def bagian(semua: Iterable[Cetakan], part: Part, tahun: int | None) -> tuple[Cetakan, ...]:
    """The office's own printings of a part for a whole year."""
    return tuple(
        item
        for item in semua
        if item.fakta.part is part
        and item.tahun == tahun
        and item.fakta.scope is Scope.OWN
        and item.fakta.period is None
    )


def wilayah_lain(laporan: Laporan, klaim: Klaim) -> bool:
    """Whether a number belongs to another area: not to the office's own, nor to one that the name itself holds."""
    if klaim.teks.wilayah is None:
        return False
    kata = set(_KATA.findall(lipat(klaim.teks.wilayah)))
    milik = f"{laporan.metadata.instansi or ''} {klaim.label or ''}"
    return not kata <= set(_KATA.findall(lipat(milik)))
