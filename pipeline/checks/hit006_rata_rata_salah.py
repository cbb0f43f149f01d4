"""Rata-rata salah.

Yang ditemukan
    Rata-rata capaian yang tercetak bukan rata-rata dari baris-barisnya.

Mengapa penting
    Rata-rata capaian menjadi kesimpulan satu dokumen; kesalahan di sini mengubah predikat instansi.

Contoh
    Capaian 90,00; 100,00; 110,00 tercetak dengan rata-rata 116,47, padahal hasilnya 100,00.

Diam bila
    Kurang dari dua baris berisi angka, susunan baris tidak pasti, barisnya ternyata indikator (nilai rata-rata
    yang punya target sendiri), atau salah satu cara yang lazim cocok: semua baris, hanya baris yang lengkap,
    baris sejak rata-rata sebelumnya, rata-rata per sasaran, rata-rata dari rata-rata, capaian yang dibatasi
    100, baris kosong dihitung nol, semua tabel sejenis sampai di situ, atau jumlah realisasi dibagi jumlah
    target.

Rujukan:
    Kaidah rata-rata. PermenPANRB 53/2014 tidak menetapkan cara menggabungkan capaian.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from pipeline.arithmetic import mean, percent_of, point, reaches, total
from pipeline.checks.base import (
    KINDS,
    Check,
    evidence,
    expected,
    finding,
    ok,
    rata_rata,
    sekitar,
    stated,
    unchecked,
    where,
)
from schemas.angka import AngkaKind, Interval
from schemas.finding import Outcome, Severity
from schemas.kinerja import Baris, Fakta, JenisBaris, Laporan, Part, Scope, Tabel

_AWALAN = re.compile(r"^\W*(?:(?:nilai|capaian)\W+)?(?:rata\W*(?:rata|2)|rerata)?\W*(?:capaian\b)?\W*", re.I)
_RINGKAS = re.compile(
    r"rata|rerata|capaian|kinerja|persen\w*|nilai|jumlah|total|sasaran|indikator|realisasi|\w*seluruh\w*|tahun", re.I
)
_NAMA = re.compile(r"[a-z]{3,}", re.I)
_SERATUS = Decimal(100)
_BUKTI = 12
Nilai = list[tuple[Baris, Fakta]]


def run(laporan: Laporan) -> Iterator[Outcome]:
    """Answers for every printed mean of capaian: in rows of means, and in parent rows."""
    sebelumnya: dict[str, Nilai] = {}
    for tabel in laporan.of_kind(*KINDS):
        for urut, baris in enumerate(tabel.baris):
            if baris.jenis is JenisBaris.RATA_RATA:
                for fakta in _capaian(baris):
                    yield _baris_rata(tabel, urut, fakta, sebelumnya.get(tabel.kind.value, []))
        yield from _induk(tabel)
        sebelumnya.setdefault(tabel.kind.value, []).extend(_butir(tabel.baris, None))


def _capaian(baris: Baris) -> list[Fakta]:
    return [
        fakta
        for fakta in baris.all(Part.CAPAIAN)
        if fakta.scope is Scope.OWN and fakta.angka.kind is AngkaKind.NUMBER and fakta.angka.value is not None
    ]


def _butir(rows: Sequence[Baris], seperti: Fakta | None) -> Nilai:
    """Single rows with their capaian: in the column of a given fact, else of its year and period."""
    found: Nilai = []
    for baris in rows:
        if baris.jenis is not JenisBaris.BUTIR:
            continue
        fakta = [f for f in _capaian(baris) if not f.shared and not rata_rata(f)]
        sama = [f for f in fakta if seperti is None or f.col == seperti.col]
        mirip = [f for f in fakta if seperti and (f.year, f.period) == (seperti.year, seperti.period)]
        found += [(baris, f) for f in (sama or mirip)[:1]]
    return found


def _baris_rata(tabel: Tabel, urut: int, fakta: Fakta, sebelumnya: Nilai) -> Outcome:
    if _indikator(tabel.baris[urut]):
        return unchecked("baris itu indikator dengan target sendiri")
    atas = tabel.baris[:urut]
    anggota = _butir(atas, fakta) or _butir(tabel.baris[urut + 1 :], fakta)
    if len(anggota) < 2:
        return unchecked("kurang dari dua baris untuk dirata-ratakan")
    if any(reaches(fakta.angka, interval) for interval in _cara(tabel, urut, fakta, anggota, sebelumnya)):
        return ok()
    if any(f.shared for baris in atas for f in baris.all(Part.CAPAIAN)):
        return unchecked("susunan baris tidak pasti")
    return _temuan(tabel, urut, fakta, anggota)


def _indikator(baris: Baris) -> bool:
    """Whether the row measures something of its own ("Rata-rata nilai ujian" with a target and a realisasi)."""
    if not _NAMA.search(_RINGKAS.sub(" ", baris.label)):
        return False
    sendiri = [f for part in (Part.TARGET, Part.REALISASI) for f in baris.all(part) if f.angka.value is not None]
    return {f.part for f in sendiri} == {Part.TARGET, Part.REALISASI}


def _lengkap(anggota: Nilai) -> Nilai:
    """Rows all of whose targets and realisasi are numbers."""
    parts = (Part.TARGET, Part.REALISASI, Part.AWAL)
    return [(b, f) for b, f in anggota if all(lain.angka.value is not None for p in parts for lain in b.all(p))]


def _cara(tabel: Tabel, urut: int, fakta: Fakta, anggota: Nilai, sebelumnya: Nilai) -> Iterator[Interval]:
    """Every usual way to take the mean that may be meant."""
    sejak = _butir(tabel.baris[_sesudah_rata(tabel, urut) : urut], fakta)
    for kumpulan in (anggota, _lengkap(anggota), sejak, _butir(tabel.baris, fakta), [*sebelumnya, *anggota]):
        yield from _rerata(_interval(kumpulan))
    yield from _bertingkat(tabel, urut, anggota)
    kosong = sum(1 for b in tabel.baris[:urut] if b.jenis is JenisBaris.BUTIR and not _capaian(b))
    yield from _rerata([*_interval(anggota), *[point(Decimal(0))] * kosong])
    yield from _rasio_jumlah([baris for baris, _ in anggota])


def _interval(nilai: Nilai) -> list[Interval]:
    return [fakta.angka.interval for _, fakta in nilai]


def _rerata(kumpulan: Sequence[Interval]) -> Iterator[Interval]:
    """The plain mean and the mean of values cut off at 100."""
    for items in (kumpulan, [_potong(interval) for interval in kumpulan]):
        rerata = mean(items)
        if rerata is not None:
            yield rerata


def _potong(interval: Interval) -> Interval:
    return Interval(low=min(interval.low, _SERATUS), high=min(interval.high, _SERATUS))


def _bertingkat(tabel: Tabel, urut: int, anggota: Nilai) -> Iterator[Interval]:
    """The mean of the means of each sasaran, of parent rows, and of means printed above."""
    per_sasaran: dict[str, list[Interval]] = {}
    for baris, f in anggota:
        per_sasaran.setdefault(baris.sasaran or "", []).append(f.angka.interval)
    yield from _rerata([rerata for group in per_sasaran.values() for rerata in list(_rerata(group))[:1]])
    for jenis in (JenisBaris.INDUK, JenisBaris.RATA_RATA):
        baris_jenis = [b for b in tabel.baris[:urut] if b.jenis is jenis]
        for level in {None, *(b.level for b in baris_jenis)}:
            atas = [f for b in baris_jenis if level in (None, b.level) for f in _capaian(b)[:1]]
            yield from _rerata([f.angka.interval for f in atas])


def _sesudah_rata(tabel: Tabel, urut: int) -> int:
    batas = (JenisBaris.RATA_RATA, JenisBaris.JUMLAH)
    return max((i + 1 for i in range(urut) if tabel.baris[i].jenis in batas), default=0)


def _rasio_jumlah(rows: Sequence[Baris]) -> Iterator[Interval]:
    """Sum of realisasi over sum of target."""
    pasangan = [(b.get(Part.TARGET), b.get(Part.REALISASI)) for b in rows]
    angka = [(t.angka, r.angka) for t, r in pasangan if t is not None and r is not None]
    if angka and all(a.kind is AngkaKind.NUMBER for pair in angka for a in pair):
        target = total(t.interval for t, _ in angka)
        realisasi = total(r.interval for _, r in angka)
        atas, bawah = (replace(angka[0][0], value=(i.low + i.high) / 2, upper=None) for i in (realisasi, target))
        rasio = percent_of(atas, bawah)
        if rasio is not None:
            yield rasio


def _temuan(tabel: Tabel, urut: int, fakta: Fakta, anggota: Nilai) -> Outcome:
    baris = tabel.baris[urut]
    semestinya = next(_rerata(_interval(anggota)))
    nama = f"Rata-rata capaian {_AWALAN.sub('', ' '.join(baris.label.split()))}".strip()
    return finding(
        CHECK,
        subject=nama,
        message=(
            f"{nama} tercetak {fakta.text} di {where(tabel)}, padahal rata-rata {len(anggota)} baris "
            f"adalah {sekitar(semestinya)}."
        ),
        stated=stated(fakta),
        expected=expected(semestinya, "rata-rata"),
        evidence=[
            evidence(fakta, tabel, baris, "rata-rata"),
            *(evidence(f, tabel, b) for b, f in anggota[:_BUKTI]),
        ],
    )


def _induk(tabel: Tabel) -> Iterator[Outcome]:
    """Parent rows; only where other parents of the table do print the mean of their direct children."""
    hasil: list[tuple[int, Fakta, Nilai, bool]] = []
    for urut, baris in enumerate(tabel.baris):
        if baris.jenis is not JenisBaris.INDUK:
            continue
        nilai = _capaian(baris)
        anak = _anak(tabel, urut)
        if not nilai:
            continue
        if baris.level is None or len(anak) < 2:
            yield unchecked("susunan baris tidak pasti")
            continue
        fakta = next((f for f in nilai if rata_rata(f)), nilai[0])
        hasil.append((urut, fakta, anak, _cocok_induk(tabel, urut, fakta, anak)))
    berpola = sum(cocok for *_, cocok in hasil) >= 2
    for urut, fakta, anak, cocok in hasil:
        if cocok:
            yield ok()
        elif not berpola:
            yield unchecked("kolom itu tidak jelas berisi rata-rata")
        else:
            yield _temuan(tabel, urut, fakta, anak)


def _keturunan(tabel: Tabel, urut: int) -> list[Baris]:
    level = tabel.baris[urut].level
    found: list[Baris] = []
    for baris in tabel.baris[urut + 1 :]:
        if level is None or (baris.level is not None and baris.level <= level):
            break
        found.append(baris)
    return found


def _anak(tabel: Tabel, urut: int) -> Nilai:
    """Direct children with their value: the mean where the child prints one, else its capaian."""
    bawah = [b for b in _keturunan(tabel, urut) if b.jenis in (JenisBaris.INDUK, JenisBaris.BUTIR)]
    level = min((b.level for b in bawah if b.level is not None), default=None)
    langsung = [b for b in bawah if b.level == level]
    found = [(b, next((f for f in nilai if rata_rata(f)), nilai[0])) for b in langsung if (nilai := _capaian(b))]
    return found if len(found) == len(langsung) else []


def _cocok_induk(tabel: Tabel, urut: int, fakta: Fakta, anak: Nilai) -> bool:
    daun = _butir(_keturunan(tabel, urut), None)
    cara = [*_rerata(_interval(anak)), *_rerata(_interval(daun))]
    return any(reaches(fakta.angka, interval) for interval in cara)


CHECK = Check(code="HIT006", name="rata-rata-salah", severity=Severity.ERROR, run=run, doc=__doc__)
