"""Dates as decrees print them, and the year a record is of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from schemas.keputusan import Isian, JenisKeputusan, Keputusan

_BULAN = (
    "jan(?:uari)?",
    "[fp]eb(?:ruari)?",
    "mar(?:et)?",
    "apr(?:il)?",
    "mei",
    "jun(?:i)?",
    "jul(?:i)?",
    "ag(?:ustus|ust|st|s|t|u)",
    "sept?(?:ember)?",
    "okt(?:ober)?",
    "no[vp](?:ember)?",
    "des(?:ember)?",
)
_NAMA = "|".join(f"(?P<b{n}>{pattern})" for n, pattern in enumerate(_BULAN, start=1))
_TERTULIS = re.compile(
    rf"(?<!\d)(?P<hari>\d{{1,2}}) ?[-/ .]? ?(?:{_NAMA})\.? ?[-/,.]? ?(?P<tahun>(?:19|20)\d\d)(?!\d)", re.IGNORECASE
)
_ANGKA = re.compile(
    r"(?<![\d./-])(?P<hari>\d{1,2}) ?(?P<sela>[-/.]) ?(?P<bulan>\d{1,2}) ?(?P=sela) ?(?P<tahun>(?:19|20)\d\d)(?!\d)"
)
_TAHUN = re.compile(r"(?<![\d.,])(?:19[5-9]|20[0-4])\d(?![\d]|[.,]\d)")


def read_tanggal(text: str) -> date | None:
    """The first whole date of a text; None without a day (`Januari 2017`) or when the calendar has no such day."""
    folded = " ".join(text.split())
    written = _TERTULIS.search(folded)
    if written is not None:
        month = next(n for n in range(1, 13) if written[f"b{n}"])
        return _tanggal(int(written["tahun"]), month, int(written["hari"]))
    figures = _ANGKA.search(folded)
    if figures is None:
        return None
    return _tanggal(int(figures["tahun"]), int(figures["bulan"]), int(figures["hari"]))


def read_tahun(text: str) -> int | None:
    """The last year that a text names, None without one."""
    years = _TAHUN.findall(text)
    return int(years[-1]) if years else None


def tahun_keputusan(keputusan: Keputusan) -> int | None:
    """The year a record is of: of its date, its number, its title; of an agreement its title comes first.

    Where it has none of its own, the headings of its annexes and sheets say it.
    """
    own = [_isi(keputusan.tanggal), _isi(keputusan.nomor)]
    title = [keputusan.tentang.text if keputusan.tentang is not None else ""]
    agreed = keputusan.jenis is JenisKeputusan.PERJANJIAN
    ordered = [*title, *own] if agreed else [*own, *title]
    years = (read_tahun(text) for text in (*ordered, *_kepala(keputusan)))
    return next((year for year in years if year is not None), None)


def _kepala(keputusan: Keputusan) -> Iterator[str]:
    """Texts of annex and sheet headings."""
    for lampiran in keputusan.lampiran:
        yield _isi(lampiran.tanggal_keputusan)
        yield _isi(lampiran.nomor_keputusan)
        if lampiran.judul is not None:
            yield lampiran.judul.text
    for jabatan in keputusan.jabatan:
        if jabatan.judul is not None:
            yield jabatan.judul.text


def _isi(field: Isian | None) -> str:
    return field.isi.text if field is not None and field.isi is not None else ""


def _tanggal(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
