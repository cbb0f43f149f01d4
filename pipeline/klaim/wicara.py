"""How a number of a sentence that differs from a table is told to the auditor, in Indonesian."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from pipeline.arithmetic import explain_cause, point
from pipeline.pengukuran import tahun_fakta
from pipeline.sebutan import kelompok_nilai, teks_sebutan
from schemas.kinerja import JenisBaris, Laporan, Part, Scope
from schemas.narasi import Klaim
from schemas.tautan import Sebutan

_SEBUTAN = {
    Part.TARGET: "target",
    Part.REALISASI: "realisasi",
    Part.CAPAIAN: "capaian",
    Part.AWAL: "kondisi awal",
    Part.ANGGARAN: "anggaran",
    Part.REALISASI_ANGGARAN: "realisasi anggaran",
    Part.SISA: "sisa anggaran",
}


def sebutan_bagian(part: Part) -> str:
    """How a message calls a part."""
    return _SEBUTAN.get(part, part.value)


def pesan_beda(klaim: Klaim, part: Part, tahun: int, label: str, acuan: Sequence[Sebutan]) -> str:
    """One sentence with both values and the tables."""
    tabel = teks_sebutan(kelompok_nilai(acuan))
    return f"Kalimat menyebut {sebutan_bagian(part)} {label} tahun {tahun} {klaim.teks.angka}, sedangkan tabel {tabel}."


def petunjuk_beda(laporan: Laporan, klaim: Klaim, part: Part, tahun: int, utama: Sebutan) -> str | None:
    """The cause that explains a differing number: another figure of the report, or a slip of the hand."""
    nilai = utama.fakta.angka.value
    return None if nilai is None else explain_cause(klaim.angka, point(nilai), dict(_lain(laporan, part, tahun, utama)))


def _lain(laporan: Laporan, part: Part, tahun: int, utama: Sebutan) -> Iterator[tuple[str, Decimal]]:
    """Values it may have been mistaken for: of the same row, then of other indicators."""
    for fakta in utama.baris.fakta:
        lain_tahun = tahun_fakta(fakta, utama.tabel, laporan)
        lain = fakta.scope is Scope.OWN and fakta.part in _SEBUTAN and (fakta.part, lain_tahun) != (part, tahun)
        if lain and fakta.angka.value is not None:
            yield f"{sebutan_bagian(fakta.part)} tahun {lain_tahun}", fakta.angka.value
    for baris in utama.tabel.baris:
        if baris.jenis is JenisBaris.BUTIR and baris.indikator != utama.baris.indikator:
            fakta_lain = baris.get(part, year=utama.fakta.year)
            if fakta_lain is not None and fakta_lain.angka.value is not None:
                yield f"{sebutan_bagian(part)} indikator “{baris.label}”", fakta_lain.angka.value
