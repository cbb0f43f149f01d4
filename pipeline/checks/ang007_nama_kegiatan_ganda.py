"""Nama kegiatan ganda.

Yang ditemukan
    Dua kode atau nomor kegiatan yang berbeda, di bawah induk yang sama, memakai satu nama.

Mengapa penting
    Kode yang berbeda menandai kegiatan yang berbeda. Dengan nama yang sama tidak diketahui kegiatan mana yang
    dibiayai, dan salah satu nama hampir pasti tersalin dari baris lain.

Contoh
    2.1.1 dan 2.1.2 sama-sama bernama "Fasilitasi Pemasaran Produk Kerajinan", dengan anggaran 18.000.000 dan
    24.500.000.

Diam bila
    Nomornya sama (baris berulang di pergantian halaman), induknya berbeda, barisnya tidak bernomor sendiri,
    nomornya hanya nomor urut tanpa induk, nama itu terpotong atau kurang dari dua kata, di antara kedua baris
    berdiri kepala kelompok atau baris jumlah, atau salah satunya tanpa angka.

Rujukan:
    Permendagri 90/2019 dan Kepmendagri 050-5889/2021: satu kode, satu nomenklatur.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.arithmetic.outline import Mark, is_aggregate, readings_of
from pipeline.checks.base import Check, bernilai, evidence, evidence_label, finding, ok, unchecked, where
from schemas.finding import Evidence, Outcome, Severity, Stated
from schemas.kinerja import Baris, Fakta, JenisBaris, Kind, Laporan, Part, Tabel

_UANG = (Part.ANGGARAN, Part.REALISASI_ANGGARAN)
_POTONG = re.compile(
    r"(?:\b(?:dan|atau|serta|yang|di|ke|dari|dalam|pada|untuk|dengan|bagi|oleh|antar|atas|terhadap|tentang)|[-/,(&])\s*$",
    re.IGNORECASE,
)
_PANJANG = 10
"""Letters of a name that can tell one kegiatan from another."""
Bernomor = tuple[int, Baris, Mark]


def run(laporan: Laporan) -> Iterator[Outcome]:
    """Answers for every numbered row of the budget tables whose number has a parent."""
    for tabel in laporan.of_kind(Kind.ANGGARAN):
        kelompok: dict[tuple[object, ...], list[Bernomor]] = {}
        for urut, baris in enumerate(tabel.baris):
            mark = _nomor(baris)
            if mark is not None and baris.jenis in (JenisBaris.BUTIR, JenisBaris.INDUK) and not is_aggregate(baris):
                nama = _nama(baris.label)
                if len(nama) >= _PANJANG and len(baris.label.split()) > 1:
                    kunci = (nama, mark.styles, mark.key[:-1], baris.sasaran or "")
                    kelompok.setdefault(kunci, []).append((urut, baris, mark))
        for rows in kelompok.values():
            yield _periksa(tabel, rows)


def _nomor(baris: Baris) -> Mark | None:
    """The code or outline number of a row, when it names its parent (`2.1.3`, not `3`)."""
    kode = next((fakta.text for fakta in baris.fakta if fakta.part is Part.KODE), None)
    for text in (kode, baris.nomor):
        marks = readings_of(text)
        if marks and marks[0].dotted:
            return marks[0]
    return None


def _nama(label: str) -> str:
    """Letters and digits of a name in one case: spelling by spaces, case and punctuation does not count."""
    return re.sub(r"[^a-z0-9]", "", label.casefold())


def _periksa(tabel: Tabel, rows: list[Bernomor]) -> Outcome:
    berbeda = list({mark.key: (urut, baris) for urut, baris, mark in reversed(rows)}.values())[::-1]
    if len(berbeda) < 2:
        return ok()
    if any(_POTONG.search(baris.label) for _, baris in berbeda):
        return unchecked("nama kegiatan tampaknya terpotong")
    if any(not _angka(baris) for _, baris in berbeda):
        return unchecked("salah satu baris tanpa angka")
    awal, akhir = berbeda[0][0], berbeda[-1][0]
    if any(_pemisah(baris) for baris in tabel.baris[awal + 1 : akhir]):
        return unchecked("kepala kelompok berdiri di antara baris yang bernama sama")
    return _temuan(tabel, [baris for _, baris in berbeda])


def _angka(baris: Baris) -> list[Fakta]:
    return [fakta for fakta in baris.fakta if fakta.part in _UANG and bernilai(fakta.angka)]


def _pemisah(baris: Baris) -> bool:
    """A row that may begin another group: a total, or a row without number."""
    return is_aggregate(baris) or (not readings_of(baris.nomor) and _nomor(baris) is None)


def _temuan(tabel: Tabel, rows: list[Baris]) -> Outcome:
    nomor = " dan ".join(_tercetak(baris) for baris in rows)
    uang = " dan ".join(_angka(baris)[0].text for baris in rows)
    bukti: list[Evidence] = [evidence_label(tabel, baris) for baris in rows]
    bukti += [evidence(_angka(baris)[0], tabel, baris) for baris in rows]
    return finding(
        CHECK,
        subject=rows[0].label,
        message=f"{nomor} bernama sama di {where(tabel)}: {rows[0].label} (anggaran {uang}).",
        stated=Stated(text=rows[-1].label),
        hint="nama baris kedua mungkin tersalin dari baris pertama",
        evidence=bukti,
    )


def _tercetak(baris: Baris) -> str:
    kode = next((fakta.text for fakta in baris.fakta if fakta.part is Part.KODE), None)
    return (kode or baris.nomor or "").strip(" .")


CHECK = Check(code="ANG007", name="nama-kegiatan-ganda", severity=Severity.ERROR, run=run, doc=__doc__)
