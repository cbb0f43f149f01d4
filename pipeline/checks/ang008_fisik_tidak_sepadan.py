"""Fisik tidak sepadan.

Yang ditemukan
    Realisasi fisik 0% padahal anggarannya terserap, atau fisik 100% padahal volumenya 0 atau tidak ada rupiah yang
    terserap; dalam kalimat maupun dalam kolom fisik tabel anggaran.

Mengapa penting
    Uang keluar tanpa hasil, atau hasil penuh tanpa pekerjaan, adalah hal pertama yang ditanyakan pemeriksa.

Contoh
    Realisasi Rp 26.140.000 atau 93,36% dari pagu, sedangkan fisik disebut 0%.

Diam bila
    Kalimat memuat beberapa kegiatan, tidak menyebut uang atau volume, atau baris tabel tidak mencetak angka
    yang terbaca; fisik di antara 0% dan 100% tidak dinilai.

Rujukan:
    PP 12/2019 dan Permendagri 77/2020: pelaksanaan anggaran berbasis kinerja, keluaran dan dananya dilaporkan bersama.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.base import Check, evidence, finding, ok, stated, unchecked
from pipeline.checks.base_narasi import judged
from schemas.angka import AngkaKind
from schemas.finding import Outcome, Severity
from schemas.kinerja import Baris, Fakta, Kind, Laporan, Part, Tabel
from schemas.narasi import Perihal

_PENUH = 100


def run(laporan: Laporan) -> Iterator[Outcome]:
    """Answers for every per cent of work done, in sentences and in budget tables."""
    yield from judged(CHECK, laporan, Perihal.FISIK)
    for tabel in laporan.of_kind(Kind.ANGGARAN):
        for baris in tabel.baris:
            for fisik in baris.all(Part.FISIK):
                if fisik.angka.kind is AngkaKind.NUMBER:
                    yield _judge(tabel, baris, fisik)


def _judge(tabel: Tabel, baris: Baris, fisik: Fakta) -> Outcome:
    uang = [
        fakta
        for fakta in baris.all(Part.REALISASI_ANGGARAN)
        if fakta.angka.kind is AngkaKind.NUMBER
        and (fakta.year, fakta.period, fakta.shared) == (fisik.year, fisik.period, fisik.shared)
    ]
    serupa = [fakta for fakta in baris.all(Part.FISIK) if (fakta.year, fakta.period) == (fisik.year, fisik.period)]
    if len(uang) != 1 or len(serupa) != 1:
        return unchecked("tidak jelas realisasi keuangan mana yang milik fisiknya")
    terserap = uang[0].angka.value or 0
    if fisik.angka.value == 0 and terserap > 0:
        return _finding(tabel, baris, fisik, uang[0], Severity.ERROR)
    if fisik.angka.value == _PENUH and terserap == 0:
        return _finding(tabel, baris, fisik, uang[0], Severity.DECISION)
    return ok()


def _finding(tabel: Tabel, baris: Baris, fisik: Fakta, uang: Fakta, severity: Severity) -> Outcome:
    return finding(
        CHECK,
        subject=baris.label,
        message=f"Fisik {baris.label} tercetak {fisik.text}, padahal realisasi keuangannya {uang.text}.",
        stated=stated(fisik),
        severity=severity,
        evidence=[evidence(fisik, tabel, baris), evidence(uang, tabel, baris)],
    )


CHECK = Check(code="ANG008", name="fisik-tidak-sepadan", severity=Severity.ERROR, run=run, doc=__doc__)
