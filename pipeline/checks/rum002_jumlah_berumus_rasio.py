"""Jumlah berumus rasio.

Yang ditemukan
    Indikator jumlah yang formulanya membagi dua besaran atau berbunyi Cakupan.

Mengapa penting
    Jumlah dinyatakan dalam orang, dokumen, atau laporan; hasil bagi dan cakupan dinyatakan dalam persen. Target dan
    realisasi indikator itu tidak dapat dihitung dengan formulanya sendiri.

Contoh
    Jumlah koperasi yang sehat = Jumlah koperasi sehat / Jumlah koperasi x 100; Jumlah laporan persediaan = Cakupan
    laporan persediaan.

Diam bila
    Satuannya persen, namanya menyebut per, rata-rata, atau rasio, garis miring hanya berarti atau (kabupaten/kota),
    pembaginya satuan waktu atau bilangan, atau formulanya mengulang nama.

Rujukan:
    Permenpan PER/09/M.PAN/5/2007: formulasi perhitungan harus sesuai dengan indikatornya.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.bentuk_rumus import rasio_nyata
from pipeline.checks.base import Check, finding, ok, unchecked
from pipeline.checks.base_rumus import RumusIndikator, rumus_indikator, sebut_rumus
from pipeline.kata_rumus import JenisNama, baca_kata, kumpulan
from schemas.finding import Outcome, Severity
from schemas.kinerja import Laporan
from schemas.rumus import JenisRumus

_BERBANDING = kumpulan("per rata rerata rasio perbandingan persentase proporsi rate densitas kepadatan")


def run(laporan: Laporan) -> Iterator[Outcome]:
    """Answers for every count that has a formula."""
    for item in rumus_indikator(laporan):
        if item.jenis is JenisNama.JUMLAH:
            yield _periksa(item)


def _periksa(item: RumusIndikator) -> Outcome:
    if item.alasan is not None:
        return unchecked(item.alasan)
    if not _BERBANDING.isdisjoint(baca_kata(item.nama)):
        return unchecked("nama menyebut perbandingan")
    if baca_kata(item.rumus.text)[:1] == ("cakupan",):
        return _temuan(item, "padahal jumlah bukan cakupan")
    if item.rumus.jenis is not JenisRumus.RASIO:
        return ok()
    if not rasio_nyata(item.rumus):
        return unchecked("garis miring mungkin berarti atau")
    return _temuan(item, "padahal jumlah tidak dihitung dengan membagi")


def _temuan(item: RumusIndikator, padahal: str) -> Outcome:
    return finding(
        CHECK,
        subject=item.nama,
        message=f"{item.nama} dihitung dengan {sebut_rumus(item)}, {padahal}.",
        hint="namanya semestinya Persentase atau Cakupan, atau formulanya semestinya jumlah",
        evidence=item.bukti,
    )


CHECK = Check(code="RUM002", name="jumlah-berumus-rasio", severity=Severity.ERROR, run=run, doc=__doc__)
