"""Rumus melingkar.

Yang ditemukan
    Formula yang hanya mengulang nama indikatornya. Untuk persentase dan nilai setiap indikator dilaporkan; untuk jumlah
    semua indikator satu keputusan dilaporkan bersama.

Mengapa penting
    Formula yang sama dengan namanya tidak menjelaskan cara menghitung: tidak ada pembilang dan penyebut, tidak ada
    penilai, tidak ada dokumen yang dihitung. Realisasinya tidak dapat diperiksa ulang.

Contoh
    Persentase arsip yang tertata = Persentase arsip yang tertata; Jumlah tamu = Jumlah tamu.

Diam bila
    Formulanya menyebut lebih dari namanya (penilai, survei, dokumen, wilayah, waktu) atau kurang dari itu, atau memuat
    pembagian. Nama kantor di dalamnya tidak dihitung sebagai penjelasan.

Rujukan:
    Permenpan PER/09/M.PAN/5/2007: indikator kinerja utama memuat formulasi dan sumber data.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from pipeline.checks.base import Check, finding, ok, unchecked
from pipeline.checks.base_rumus import RumusIndikator, melingkar, rumus_indikator, sebut_rumus
from pipeline.kata_rumus import JenisNama, baca_kata
from schemas.finding import Outcome, Severity
from schemas.kinerja import Laporan

_SATU_PER_SATU = (JenisNama.PERSENTASE, JenisNama.NILAI)


def run(laporan: Laporan) -> Iterator[Outcome]:
    """Answers for every indicator that has a formula; circular counts of one decree are one finding."""
    for _, group in groupby(rumus_indikator(laporan), key=lambda item: item.sumber):
        jumlah: list[RumusIndikator] = []
        for item in group:
            if item.alasan is not None:
                yield unchecked(item.alasan)
            elif not melingkar(item):
                yield ok()
            elif item.jenis in _SATU_PER_SATU:
                yield _temuan(item)
            else:
                jumlah.append(item)
        if jumlah:
            yield _temuan_jumlah(jumlah)


def _temuan(item: RumusIndikator) -> Outcome:
    berbeda = baca_kata(item.nama) != baca_kata(item.rumus.text)
    teks = f" ({sebut_rumus(item)})" if berbeda else ""
    return finding(
        CHECK,
        subject=item.nama,
        message=f"Formula {item.nama} hanya mengulang namanya{teks}, tanpa cara menghitung.",
        evidence=item.bukti,
    )


def _temuan_jumlah(items: Sequence[RumusIndikator]) -> Outcome:
    """One finding for all circular counts of a decree, with the place of each."""
    satu = items[0]
    banyak = sum(len(item.bukti) // 2 for item in items)
    sebutan = "indikator Jumlah" if all(item.jenis is JenisNama.JUMLAH for item in items) else "indikator"
    if banyak == 1:
        message = f"Formula {satu.nama} hanya mengulang namanya dan tidak menyebut apa yang dihitung."
    else:
        message = f"Formula {banyak} {sebutan} hanya mengulang namanya, misalnya {satu.nama}."
    return finding(
        CHECK,
        subject=satu.nama if banyak == 1 else f"{banyak} {sebutan}",
        message=message,
        severity=Severity.PRESENTATION,
        evidence=[bukti for item in items for bukti in item.bukti if bukti.role == "formula"],
    )


CHECK = Check(code="RUM003", name="rumus-melingkar", severity=Severity.ERROR, run=run, doc=__doc__)
