"""Identitas dilanggar.

Yang ditemukan
    Besaran yang terikat satu sama lain tidak saling cocok: tingkat pengangguran terbuka ditambah persentase
    penduduk bekerja harus 100; penduduk miskin ditambah tidak miskin harus 100; angkatan kerja harus sama
    dengan yang bekerja ditambah penganggur.

Mengapa penting
    Kedua angka berasal dari penyebut yang sama; bila jumlahnya bukan 100, salah satu target atau realisasi
    tidak mungkin benar, misalnya karena bergeser satu tahun.

Contoh
    Target 2023: TPT 4,77 % dan penduduk bekerja 95,03 %; jumlahnya 99,80 %.

Diam bila
    Nama indikator tidak tegas menyebut kedua besaran, tahunnya berbeda, atau salah satu pasangan nilai yang
    tercetak berjumlah 100 dalam ketelitian angka.

Rujukan:
    Konsep ketenagakerjaan BPS: angkatan kerja terdiri atas yang bekerja dan penganggur.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from pipeline.arithmetic import total
from pipeline.checks.base import (
    Check,
    Sebutan,
    bukti_sebutan,
    evidence,
    finding,
    kolom_turunan,
    ok,
    sekitar,
    tahun_fakta,
    unchecked,
    where,
)
from pipeline.lingkup import lingkup_tabel
from schemas.angka import AngkaKind, Interval
from schemas.finding import Expected, Outcome, Severity
from schemas.kinerja import Baris, Fakta, JenisBaris, Kind, Laporan, Part, Scope, Tabel

_SERATUS = Decimal(100)
_LONGGAR = Decimal("0.01")
_BUKAN = re.compile(r"penurunan|menurun|peningkatan|pertumbuhan|kenaikan|laju|selisih|target", re.IGNORECASE)
_PASANGAN = (
    (
        re.compile(r"pengangguran terbuka|\btpt\b", re.IGNORECASE),
        re.compile(r"persentase (jumlah )?penduduk (yang )?bekerja|kesempatan kerja|\btkk\b", re.IGNORECASE),
    ),
    (
        re.compile(r"(persentase|tingkat|angka) (penduduk )?(miskin|kemiskinan)", re.IGNORECASE),
        re.compile(r"persentase penduduk (yang )?tidak miskin", re.IGNORECASE),
    ),
)
_ANGKATAN = re.compile(r"(jumlah )?(penduduk )?angkatan kerja( \(.*\))?", re.IGNORECASE)
_BEKERJA = re.compile(r"(jumlah )?(penduduk )?(yang )?(bekerja|sudah bekerja)( \(.*\))?", re.IGNORECASE)
_NGANGGUR = re.compile(r"(jumlah )?(penganggur(an)?)( terbuka)?( \(.*\))?", re.IGNORECASE)
_TAHUN_MATRIKS = 3
_GESER = 2
_JAUH = Decimal(10)
"""Further from 100 the two are shares of different wholes (employed persons of all of working age)."""
_Sisi = dict[tuple[str, int | None], list[Sebutan]]


def run(laporan: Laporan) -> Iterator[Outcome]:
    """Answers for every pair of linked indicators, and for every column that counts a labour force."""
    for kiri, kanan in _PASANGAN:
        a, b = _sisi(laporan, kiri, kanan), _sisi(laporan, kanan, kiri)
        for jenis in ("rencana", "janji", "ukur", "realisasi"):
            kunci = sorted((key for key in a if key in b and key[0] == jenis), key=lambda key: key[1] or 0)
            if kunci:
                yield _periksa([(key[1], a[key], b[key]) for key in kunci])
    for tabel in laporan.tabel:
        yield from _angkatan_kerja(tabel)


def _sisi(laporan: Laporan, nama: re.Pattern[str], bukan: re.Pattern[str]) -> _Sisi:
    """Printings of one side of an identity by sort (plan, measured target, realisasi) and year."""
    found: _Sisi = {}
    for tabel in laporan.tabel:
        if lingkup_tabel(tabel, laporan.metadata).sebagian:
            continue
        turunan = kolom_turunan(tabel)
        for baris in tabel.baris:
            if baris.jenis is not JenisBaris.BUTIR or not nama.search(baris.label):
                continue
            if _BUKAN.search(baris.label) or bukan.search(baris.label):
                continue
            for fakta in baris.fakta:
                jenis = None if fakta.col in turunan else _jenis(tabel, baris, fakta)
                if jenis:
                    tahun = tahun_fakta(fakta, tabel, laporan)
                    item = Sebutan(tabel=tabel, baris=baris, fakta=fakta, tahun=tahun)
                    found.setdefault((jenis, tahun), []).append(item)
    return found


def _jenis(tabel: Tabel, baris: Baris, fakta: Fakta) -> str | None:
    """Which values may be added: targets of a plan, measured targets, realisasi; None for others."""
    angka = fakta.angka
    if fakta.scope is not Scope.OWN or fakta.period is not None or angka.kind is not AngkaKind.NUMBER:
        return None
    if angka.value is None or not 0 <= angka.value <= _SERATUS or fakta.shared:
        return None
    if fakta.part is Part.REALISASI:
        return "realisasi"
    if fakta.part is not Part.TARGET:
        return None
    tahun = {item.year for item in baris.all(Part.TARGET) if item.year is not None}
    if tabel.kind is Kind.RENSTRA or len(tahun) >= _TAHUN_MATRIKS:
        return "rencana"
    return "janji" if tabel.kind is Kind.PERJANJIAN else "ukur"


def _periksa(items: list[tuple[int | None, list[Sebutan], list[Sebutan]]]) -> Outcome:
    """One outcome for all years of one sort; a year is right when some pair of its printings adds up."""
    salah = [(tahun, a, b) for tahun, a, b in items if not any(_seratus(x, y) for x in a for y in b)]
    if not salah:
        return ok()
    if any(abs(_jumlah(a[0], b[0]).low - _SERATUS) > _JAUH for _, a, b in salah):
        return unchecked("kedua besaran tampaknya bukan persentase dari penyebut yang sama")
    teks = "; ".join(
        f"tahun {tahun or '-'}: {a[0].fakta.text} + {b[0].fakta.text} = {sekitar(_jumlah(a[0], b[0]))}"
        for tahun, a, b in salah
    )
    _, kiri, kanan = salah[0]
    part = kiri[0].fakta.part.value
    return finding(
        CHECK,
        subject=f"{kiri[0].baris.label} dan {kanan[0].baris.label}",
        message=(
            f"{part.capitalize()} {kiri[0].baris.label} ({where(kiri[0].tabel)}) dan {kanan[0].baris.label} "
            f"({where(kanan[0].tabel)}) tidak berjumlah 100: {teks}."
        ),
        expected=Expected(text="100", low="100", high="100", rule="a + b = 100"),
        hint=_geser(items),
        evidence=bukti_sebutan(item for _, a, b in salah for item in (a[0], b[0])),
    )


def _jumlah(a: Sebutan, b: Sebutan) -> Interval:
    return total((a.fakta.angka.interval, b.fakta.angka.interval))


def _seratus(a: Sebutan, b: Sebutan) -> bool:
    jumlah = _jumlah(a, b)
    return jumlah.low - _LONGGAR <= _SERATUS <= jumlah.high + _LONGGAR


def _geser(items: list[tuple[int | None, list[Sebutan], list[Sebutan]]]) -> str | None:
    """Whether the two rows fit when one of them is moved by a year."""
    for langkah in (1, -1):
        kanan = {tahun: b for tahun, _, b in items}
        pasangan = [(a, kanan[t + langkah]) for t, a, _ in items if t is not None and t + langkah in kanan]
        cocok = sum(_seratus(a[0], b[0]) for a, b in pasangan)
        if cocok >= _GESER and 2 * cocok > len(pasangan):
            return "kedua baris cocok bila salah satunya digeser satu tahun"
    return None


def _angkatan_kerja(tabel: Tabel) -> Iterator[Outcome]:
    """Labour force = employed + unemployed, column by column, where a table counts all three once."""
    sisi = [[b for b in tabel.baris if pola.fullmatch(b.label.strip())] for pola in (_ANGKATAN, _BEKERJA, _NGANGGUR)]
    if any(len(rows) != 1 for rows in sisi):
        return
    (ak,), (kerja,), (nganggur,) = sisi
    for fakta in ak.fakta:
        lain = [next((f for f in b.fakta if f.col == fakta.col), None) for b in (kerja, nganggur)]
        bagian = [(b, f) for b, f in zip((kerja, nganggur), lain, strict=True) if f is not None and _hitungan(f)]
        if len(bagian) == len(lain) and _hitungan(fakta):
            yield _kolom(tabel, (ak, fakta), bagian)


def _hitungan(fakta: Fakta) -> bool:
    return fakta.angka.kind is AngkaKind.NUMBER and not fakta.angka.percent and not fakta.shared


def _kolom(tabel: Tabel, induk: tuple[Baris, Fakta], bagian: list[tuple[Baris, Fakta]]) -> Outcome:
    baris, fakta = induk
    jumlah = total(f.angka.interval for _, f in bagian)
    if jumlah.meets(fakta.angka.interval):
        return ok()
    return finding(
        CHECK,
        subject=baris.label,
        message=(
            f"{baris.label} tercetak {fakta.text}, padahal bekerja {bagian[0][1].text} ditambah penganggur "
            f"{bagian[1][1].text} berjumlah {sekitar(jumlah, 0)}."
        ),
        evidence=[evidence(fakta, tabel, baris, "total"), *(evidence(f, tabel, b) for b, f in bagian)],
    )


CHECK = Check(code="KON006", name="identitas-dilanggar", severity=Severity.ERROR, run=run, doc=__doc__)
