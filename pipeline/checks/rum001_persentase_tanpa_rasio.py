"""Persentase tanpa rasio.

Yang ditemukan
    Indikator persentase yang formulanya hanya menghitung banyaknya sesuatu, atau menjumlah dan mengurangi tanpa
    pembagian.

Mengapa penting
    Persentase memerlukan pembilang dan penyebut. Dari banyaknya saja tidak ada persentase yang dapat dihitung, sehingga
    target dan realisasi dalam persen tidak dapat ditelusuri.

Contoh
    Persentase usaha mikro yang naik kelas = Jumlah usaha mikro yang naik kelas.

Diam bila
    Formulanya menyebut pembagian dengan kata (dibagi, dibanding, dari jumlah seluruh …), nilainya hasil survei atau
    penilaian, formulanya uraian tanpa cara hitung, selisih dari 100, rata-rata persentase, pecahan yang terbaca
    terpisah, atau hanya mengulang nama (itu urusan RUM003).

Rujukan:
    Permenpan PER/09/M.PAN/5/2007: penetapan indikator kinerja utama beserta formulasi perhitungannya.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.bentuk_rumus import operator, simpul
from pipeline.checks.base import Check, finding, ok, unchecked
from pipeline.checks.base_rumus import RumusIndikator, melingkar, rumus_indikator, sebut_rumus
from pipeline.kata_rumus import JenisNama, berhitung, jamak
from schemas.finding import Outcome, Severity
from schemas.kinerja import Laporan
from schemas.rumus import Bilangan, Istilah, JenisRumus, Operator

_SERATUS = 100
_PEMBAGIAN = re.compile(
    r"\bdibagi|\bbagi\b|\bpembagian|\bper\b|banding|\bterhadap\b|\bproporsi\b|\brasio\b|\brata\b|\brata-rata\b|\bbobot\b"
    r"|\bdari\s+(?:jumlah|total|seluruh|keseluruhan|semua|target|banyaknya)\b|÷|\s/\s|:\s|[/:]\s*\(?\s*(?:jumlah|total|seluruh)",
    re.IGNORECASE,
)

_TAHUN_LALU = re.compile(r"\b[nt]\s?[-–]\s?1\b|\btahun\s+(?:lalu|sebelumnya|dasar)\b", re.IGNORECASE)
"""In a table once, elsewhere twice: the formula of a growth, whose fraction may have lost its bar."""


def run(laporan: Laporan) -> Iterator[Outcome]:
    """Answers for every indicator in per cent that has a formula."""
    for item in rumus_indikator(laporan):
        if item.jenis is JenisNama.PERSENTASE:
            yield _periksa(item)


def _periksa(item: RumusIndikator) -> Outcome:
    jenis = item.rumus.jenis
    if item.alasan is not None:
        return unchecked(item.alasan)
    if jenis is JenisRumus.RASIO or Operator.BAGI in operator(item.rumus):
        return ok()
    if melingkar(item):
        return unchecked("rumus mengulang nama, lihat RUM003")
    if jenis is JenisRumus.PENILAIAN:
        return unchecked("nilai hasil penilaian atau survei")
    if _PEMBAGIAN.search(item.rumus.text) or (jenis is JenisRumus.HITUNGAN and jamak(item.rumus.text)):
        return unchecked("pembagian mungkin ada dalam kata")
    istilah = [node for node in simpul(item.rumus.pohon) if isinstance(node, Istilah)]
    if any(jamak(node.text) for node in istilah) or len(_TAHUN_LALU.findall(item.rumus.text)) > (
        item.sumber is not None
    ):
        return unchecked("pecahan mungkin terbaca tanpa garisnya")
    if jenis is JenisRumus.HITUNGAN or (jenis is JenisRumus.PERHITUNGAN and _tanpa_pembagian(item)):
        return _temuan(item)
    return unchecked("rumus berupa uraian" if jenis is JenisRumus.URAIAN else "rumus bukan hitungan banyaknya")


def _tanpa_pembagian(item: RumusIndikator) -> bool:
    """Whether nothing but counts is added, subtracted, or multiplied by a hundred."""
    daun = [node for node in simpul(item.rumus.pohon) if isinstance(node, (Istilah, Bilangan))]
    istilah = [node for node in daun if isinstance(node, Istilah)]
    pengali = all(node.value == _SERATUS for node in daun if isinstance(node, Bilangan))
    bersuku = not {Operator.TAMBAH, Operator.KURANG}.isdisjoint(operator(item.rumus))
    campur = bersuku and any(isinstance(node, Bilangan) for node in daun)
    return bool(istilah) and pengali and not campur and all(berhitung(node.text) for node in istilah)


def _temuan(item: RumusIndikator) -> Outcome:
    return finding(
        CHECK,
        subject=item.nama,
        message=f"{item.nama} dihitung dengan {sebut_rumus(item)}, tanpa pembilang dan penyebut.",
        hint="penyebutnya belum disebut",
        evidence=item.bukti,
    )


CHECK = Check(code="RUM001", name="persentase-tanpa-rasio", severity=Severity.ERROR, run=run, doc=__doc__)
