"""Tahun judul berbeda.

Yang ditemukan
    Judul tabel menyebut satu tahun, sedangkan kolom target dan realisasinya tahun lain.

Mengapa penting
    Pembaca tidak dapat memastikan tahun angka yang dibacanya; judul atau kepala kolom yang tersalin dari tahun lalu
    membuat perjanjian dan capaian tidak dapat dibandingkan.

Contoh
    Judul “Capaian Kinerja Tahun 2020”, kolomnya Target 2021, Realisasi 2020, dan Realisasi 2021.

Diam bila
    Judul menyebut beberapa tahun atau rentang; judul membandingkan (perbandingan, terhadap, perkembangan) atau menyebut
    tahun dasar, rencana, atau akhir rencana; tahun judul adalah tahun kolom target; kolom tidak menyebut tahun; ada
    kolom target atau realisasi tanpa tahun; tahun laporan tidak diketahui atau bukan salah satunya.

Rujukan:
    Permenpan RB 53/2014 Lampiran II: laporan menyajikan kinerja tahun yang dilaporkan.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.checks.base import Check, finding, ok, unchecked
from schemas.finding import Evidence, Expected, Outcome, Severity, Stated
from schemas.kinerja import Kolom, Laporan, Part, Scope, Tabel
from schemas.susunan import JudulTabel

_TAHUN = re.compile(r"(?<![\d./])(?:19|20)\d\d(?![\d/])")
_TAHUN_ISI = re.compile(r"(?:\btahun(?:\s+anggaran)?|\bt\.?\s?a\.?)\s*\(?\s*20\d\d|20\d\d\W*$", re.IGNORECASE)
_KUTIPAN = re.compile(
    r"(?:nomor|no\.?)\s*[\w./-]+\s*(?:tahun)?\s*\d{4}|(?:permen\w*|perda|perbup|perwal|pp|uu|perpres)\b.{0,30}?\d{4}",
    re.IGNORECASE,
)
_BANDING = re.compile(
    r"banding|terhadap|perkembang|\btren|\bs\.?\s?/?d\b|sampai|hingga|sejak|dasar|\bawal|\bakhir|lalu\b|sebelum"
    r"|rencana|tindak\s*lanjut|rancangan|usul|proyeksi|prognosis|kemajuan|evaluasi|renstra|rpjmd|konstan|\badhk|\bbaru\b|\bantara\b",
    re.IGNORECASE,
)
_KOLOM_LAIN = re.compile(
    r"renstra|rpjmd|rpjmn|jangka|\bakhir|\bawal|dasar|\bs\.?\s?/?d\b|sampai|lalu\b|sebelum", re.IGNORECASE
)
_KINERJA = (Part.TARGET, Part.REALISASI, Part.CAPAIAN)


def run(laporan: Laporan) -> Iterator[Outcome]:
    """Answers for every table whose title names a year."""
    tabel = {item.number: item for item in laporan.tabel}
    for judul in laporan.susunan.judul_tabel:
        tahun = {int(text) for text in _TAHUN.findall(_KUTIPAN.sub(" ", judul.judul))}
        if tahun:
            yield _periksa(laporan, judul, tahun, tabel.get(judul.tabel))


def _periksa(laporan: Laporan, judul: JudulTabel, tahun: set[int], tabel: Tabel | None) -> Outcome:
    if tabel is None:
        return unchecked("kolom tabel tidak dikenali")
    kolom = [
        k
        for k in tabel.kolom
        if k.part in _KINERJA
        and k.scope is Scope.OWN
        and k.period in (None, "akhir")
        and not _KOLOM_LAIN.search(k.header)
    ]
    bertahun = {_tahun(k) for k in kolom}
    sasaran = {_tahun(k) for k in kolom if k.part is Part.TARGET}
    if not bertahun - {None}:
        return unchecked("judul kolom tidak menyebut tahun")
    if len(tahun) > 1 or _BANDING.search(judul.judul):
        return unchecked("judul membandingkan atau menyebut beberapa tahun")
    (disebut,) = tahun
    if not _TAHUN_ISI.search(judul.judul):
        return unchecked("tahun dalam judul mungkin bukan tahun isinya")
    if disebut in sasaran or (not sasaran and disebut in bertahun):
        return ok()
    if None in bertahun or len(sasaran) != 1:
        return unchecked("tahun kolom target tidak pasti")
    return _nilai(laporan, judul, tabel, kolom, disebut)


def _nilai(laporan: Laporan, judul: JudulTabel, tabel: Tabel, kolom: Sequence[Kolom], disebut: int) -> Outcome:
    """All columns name a year and the target another one than the title."""
    isi = next(year for k in kolom if k.part is Part.TARGET and (year := _tahun(k)) is not None)
    realisasi = {_tahun(k) for k in kolom if k.part is Part.REALISASI}
    bertahun = {_tahun(k) for k in kolom}
    tahun_laporan = laporan.metadata.tahun
    sendiri = bertahun == {isi} and tahun_laporan in (disebut, isi)
    membandingkan = isi == tahun_laporan and bertahun == {disebut, isi} and {disebut, isi} <= realisasi
    if not (sendiri or membandingkan):
        return unchecked("tahun laporan bukan tahun judul atau tahun kolom")
    kepala = [" ".join(k.header.split()) for k in kolom]
    return finding(
        CHECK,
        subject=judul.judul,
        message=(
            f"Judul {judul.nomor or 'tabel'} menyebut tahun {disebut}, sedangkan kolomnya tahun {isi}: "
            f"{', '.join(dict.fromkeys(kepala))}."
        ),
        stated=Stated(text=str(disebut)),
        expected=Expected(text=str(isi)) if isi == tahun_laporan else None,
        hint=None
        if isi == tahun_laporan
        else f"laporan ini laporan tahun {tahun_laporan}; kepala kolom mungkin tersalin",
        evidence=[
            Evidence(role="judul", text=judul.judul, place=judul.place, table=tabel.caption),
            *(
                Evidence(role="kolom", text=text, place=tabel.place, table=tabel.caption, label=text)
                for text in dict.fromkeys(kepala)
            ),
        ],
    )


def _tahun(kolom: Kolom) -> int | None:
    """The year a heading prints; None when it prints none or several."""
    tahun = {int(text) for text in _TAHUN.findall(kolom.header)}
    return tahun.pop() if len(tahun) == 1 else None


CHECK = Check(code="STR003", name="tahun-judul-berbeda", severity=Severity.PRESENTATION, run=run, doc=__doc__)
