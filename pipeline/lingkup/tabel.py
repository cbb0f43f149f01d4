"""What a table is about as a whole: all of the office and all of the year, a stated part, or a part in doubt."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from pipeline.lingkup.bagian import bagian, bagian_judul
from pipeline.lingkup.letak import unit, wilayah
from pipeline.lingkup.waktu import SETAHUN, waktu
from schemas.kinerja import JenisBaris, Metadata, Part, Scope, Tabel

ALASAN = "lingkup tabel berbeda atau tidak pasti"
"""Why figures of two tables are not compared."""

_RAGU = "?"
_HASIL = frozenset({Part.TARGET, Part.REALISASI, Part.CAPAIAN, Part.ANGGARAN, Part.REALISASI_ANGGARAN})
_BERPERIODE = re.compile(r"TW|SM")
_NOMOR_TABEL = re.compile(r"^\s*tabel\s*[.:]?\s*(?:\d{1,3}|[IVXL]{1,6})(?:\s?[.\-–]\s?\w{1,3})*[.:]?\s*", re.IGNORECASE)
_KATA_NAMA = 2


class Dimensi(StrEnum):
    """In what a table may print a part of the office's year."""

    WAKTU = "waktu"
    WILAYAH = "wilayah"
    UNIT = "unit"
    BAGIAN = "bagian"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lingkup:
    """The scope of a table; an empty text stands for the whole.

    Attributes:
        waktu: part of the year, or another year.
        wilayah: area or level that is not the office's own.
        unit: unit below the office.
        bagian: part of the budget (one sasaran, a program, what supports something); `?` where it is not said which.
        ragu: dimensions in which the words leave open whether it is a part, or in which only a heading says so, which
            may have ended before the table.
    """

    waktu: str = ""
    wilayah: str = ""
    unit: str = ""
    bagian: str = ""
    ragu: frozenset[Dimensi] = frozenset()

    @property
    def utuh(self) -> bool:
        """Whether figures of indicators are those of the whole office and the whole year, beyond doubt."""
        return not (self.sebagian or self.ragu)

    @property
    def sebagian(self) -> bool:
        """Whether words say that they are not."""
        return bool(self.waktu or self.wilayah or self.unit)

    def sama(self, lain: Lingkup) -> bool:
        """Whether nothing said of time, area or unit tells two scopes apart."""
        return (self.waktu, self.wilayah, self.unit, self.ragu) == (lain.waktu, lain.wilayah, lain.unit, lain.ragu)


def lingkup_tabel(tabel: Tabel, metadata: Metadata) -> Lingkup:
    """The scope of a table by its first row, its caption and its headings, the nearest first."""
    kantor = " | ".join(text for text in (metadata.instansi, metadata.tingkat, metadata.judul) if text)
    judul = _tanpa_nama(_NOMOR_TABEL.sub("", tabel.caption or ""), tabel)
    dekat = (_baris_pembuka(tabel), judul)
    atas = [_tanpa_nama(text, tabel) for text in reversed(tabel.judul_bagian)]
    ragu: set[Dimensi] = set()

    def baca(dimensi: Dimensi, cara: Callable[[str], str | None]) -> str:
        said, doubt = _terdekat(map(cara, (*dekat, *atas)))
        if doubt or (said and not _terdekat(map(cara, dekat))[0]):
            ragu.add(dimensi)
        return said

    masa = "" if _kolom_berperiode(tabel) else baca(Dimensi.WAKTU, waktu)
    lain = any(kolom.scope is not Scope.OWN for kolom in tabel.kolom)
    daerah = "" if lain else baca(Dimensi.WILAYAH, lambda text: wilayah(text, kantor))
    satuan_kerja = baca(Dimensi.UNIT, lambda text: unit(text, kantor))
    potongan = next((found for found in (bagian(judul), *map(bagian_judul, atas)) if found), "")
    return Lingkup(waktu=masa, wilayah=daerah, unit=satuan_kerja, bagian=potongan, ragu=frozenset(ragu))


def _terdekat(semua: Iterable[str | None]) -> tuple[str, bool]:
    """What the nearest title says, and whether it is in doubt, also because a title farther off says otherwise."""
    ucapan = [text for text in semua if text is not None]
    if not ucapan:
        return "", False
    if ucapan[0] == _RAGU:
        return "", True
    if ucapan[0] == SETAHUN:
        return "", any(text != SETAHUN for text in ucapan)
    return ucapan[0], False


def _kolom_berperiode(tabel: Tabel) -> bool:
    """Whether headings say the quarter or half of their columns, so that a title about them says nothing more."""
    return any(k.period is not None and _BERPERIODE.match(k.period) for k in tabel.kolom if k.part in _HASIL)


def _baris_pembuka(tabel: Tabel) -> str:
    """The label of a first row without figures, which heads all others."""
    if not tabel.baris or tabel.baris[0].jenis is not JenisBaris.INDUK:
        return ""
    return tabel.baris[0].label if not any(b.jenis is JenisBaris.INDUK for b in tabel.baris[1:]) else ""


def _tanpa_nama(text: str, tabel: Tabel) -> str:
    """A title without the names that rows bear: what is part of a name is no scope."""
    for baris in tabel.baris:
        for nama in (baris.label, baris.sasaran or ""):
            if baris.jenis is JenisBaris.BUTIR and len(nama.split()) >= _KATA_NAMA:
                text = re.sub(re.escape(nama), " ", text, flags=re.IGNORECASE)
    return text
