"""IKU tidak sama.

Yang ditemukan
    Indikator kinerja utama menurut keputusan yang berlaku tidak diukur dalam laporan, atau laporan mengukur sebagai IKU
    indikator yang tidak ada dalam keputusan.

Mengapa penting
    Keputusan menetapkan dengan apa keberhasilan instansi diukur. Indikator yang hilang dari laporan biasanya yang tidak
    tercapai.

Contoh
    Keputusan IKU memuat Indeks Kepatuhan Internal; laporan tahun itu mengukur tujuh IKU lainnya saja.

Diam bila
    Keputusan yang berlaku pada tahun laporan tidak disertakan, ditetapkan sesudahnya, atau pada akhir tahun itu;
    kurang dari separuh indikatornya ditemukan di laporan; nama lamanya disebut catatan; nama yang mirip ada di
    laporan, juga bila hanya pada judul atau daftar; ada halaman yang tidak terbaca; lembar bawahan (IKI); laporan
    tidak menyebut tabelnya IKU.

Rujukan:
    PER/09/M.PAN/5/2007 (penetapan IKU); PermenPANRB 53/2014 Lampiran II [rumusannya belum dipastikan].
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.base import finding, ok, unchecked
from pipeline.checks.base_tautan import (
    CheckTautan,
    bersama,
    bukti_nama,
    bukti_tabel,
    nama,
    pindaian,
    sebut,
    tak_dapat,
    tercetak,
)
from schemas.finding import Outcome, Severity
from schemas.kinerja import Part
from schemas.tautan import Ciri, DokumenTertaut, Ikhtisar, IndikatorDokumen, JenisDokumen, Tautan

_MASA = 5
"""Years that a decree without a stated end is taken to hold, as long as a plan does."""

_SEPARUH = 2


def run(tautan: Tautan) -> Iterator[Outcome]:
    """Answers for every main indicator of the decree in force, and for every main indicator of the report."""
    if tautan.ikhtisar.jenis is not JenisDokumen.LAPORAN:
        return
    alasan = tak_dapat(tautan)
    versi = [] if alasan else _berlaku(tautan)
    if alasan or not versi:
        yield unchecked(alasan or "keputusan IKU yang berlaku pada tahun laporan tidak disertakan")
        return
    keputusan = min(versi, key=lambda item: (len(_hilang(item)), item.ikhtisar.sha256))
    utama = _utama(keputusan.ikhtisar)
    cocok = {j for _, j in keputusan.padanan}
    if pindaian(tautan.ikhtisar, keputusan.ikhtisar):
        yield unchecked("salah satu dokumen hasil pindaian; nama indikatornya mungkin salah baca")
        return
    if _SEPARUH * len(cocok & set(utama)) < len(utama):
        yield unchecked("kurang dari separuh indikator keputusan IKU ditemukan di laporan")
        return
    yield from _periksa_keputusan(tautan, keputusan)
    yield from _periksa_laporan(tautan, keputusan)


def _utama(ikhtisar: Ikhtisar) -> list[int]:
    """Positions of the main indicators."""
    return [at for at, item in enumerate(ikhtisar.indikator) if item.utama]


def _hilang(keputusan: DokumenTertaut) -> list[int]:
    cocok = {j for _, j in keputusan.padanan}
    return [at for at in _utama(keputusan.ikhtisar) if at not in cocok]


def _berlaku(tautan: Tautan) -> list[DokumenTertaut]:
    """The decree in force in the report's year, in all its versions; nothing when that is not certain.

    One of an earlier year whose title does not say how long it holds is not certain beside a later one.
    """
    kini = tautan.ikhtisar.tahun
    semua = [item for item in bersama(tautan, JenisDokumen.KEPUTUSAN) if _utama(item.ikhtisar)]
    tahun = [item.ikhtisar.tahun for item in semua if item.ikhtisar.tahun is not None]
    if kini is None or len(tahun) < len(semua):
        return []
    berlaku = [item.ikhtisar for item in semua if _mencakup(item.ikhtisar, kini)]
    terakhir = max((item.tahun for item in berlaku if item.tahun is not None), default=kini)
    tanpa_masa = any(item.berlaku is None for item in berlaku if item.tahun == terakhir)
    if terakhir < kini < max(tahun, default=kini) and tanpa_masa:
        return []
    return [item for item in semua if item.ikhtisar in berlaku and item.ikhtisar.tahun == terakhir]


def _mencakup(keputusan: Ikhtisar, tahun: int) -> bool:
    """Whether a decree holds in a year, not before it was made: by the years of its title, else as long as a plan."""
    ditetapkan = keputusan.tahun
    if ditetapkan is None or tahun < ditetapkan + (Ciri.AKHIR_TAHUN in keputusan.ciri):
        return False
    if keputusan.berlaku is not None:
        return keputusan.berlaku[0] <= tahun <= keputusan.berlaku[1]
    return tahun < ditetapkan + _MASA


def _periksa_keputusan(tautan: Tautan, keputusan: DokumenTertaut) -> Iterator[Outcome]:
    """Main indicators of the decree that the report has no row for."""
    cocok = {j for _, j in keputusan.padanan}
    ragu = {j for _, j in keputusan.ragu}
    tak_terbaca = Ciri.TAK_TERBACA in tautan.ikhtisar.ciri
    for at in _utama(keputusan.ikhtisar):
        if at in cocok:
            yield ok()
        elif at in ragu:
            yield unchecked("nama IKU di laporan meragukan")
        elif at in keputusan.disebut:
            yield unchecked("IKU disebut di laporan di luar tabel yang dipahami")
        elif keputusan.ikhtisar.indikator[at].induk:
            yield unchecked("IKU berupa rincian")
        elif tak_terbaca:
            yield unchecked("ada halaman laporan yang tidak terbaca")
        else:
            yield _tak_diukur(tautan, keputusan, keputusan.ikhtisar.indikator[at])


def _tak_diukur(tautan: Tautan, keputusan: DokumenTertaut, indikator: IndikatorDokumen) -> Outcome:
    terukur = [tautan.ikhtisar.indikator[i] for i, _ in keputusan.padanan]
    return finding(
        CHECK,
        subject=nama(indikator),
        message=(
            f"IKU {nama(indikator)} ditetapkan dengan {sebut(keputusan.ikhtisar)}, "
            f"tetapi tidak diukur di {sebut(tautan.ikhtisar)}."
        ),
        evidence=[
            bukti_tabel(
                min(terukur, key=lambda item: not _diukur(item, tautan.ikhtisar.tahun)), "indikator yang diukur"
            ),
            bukti_nama(indikator, "indikator keputusan", keputusan.ikhtisar),
        ],
    )


def _periksa_laporan(tautan: Tautan, keputusan: DokumenTertaut) -> Iterator[Outcome]:
    """Rows that the report measures as main indicators and the decree has nowhere."""
    cocok = {i for i, _ in keputusan.padanan}
    ragu = {i for i, _ in keputusan.ragu}
    pertama = next(iter(_utama(keputusan.ikhtisar)))
    for at, indikator in enumerate(tautan.ikhtisar.indikator):
        if not _diukur_sebagai_iku(indikator, tautan.ikhtisar.tahun):
            continue
        if at in cocok:
            yield ok()
        elif at in ragu or at in keputusan.menyebut:
            yield unchecked("nama IKU di keputusan meragukan")
        else:
            yield finding(
                CHECK,
                subject=nama(indikator),
                message=(
                    f"{nama(indikator)} diukur sebagai IKU di {sebut(tautan.ikhtisar)}, "
                    f"tetapi tidak ada dalam {sebut(keputusan.ikhtisar)}."
                ),
                evidence=[
                    bukti_tabel(indikator, "indikator yang diukur"),
                    bukti_nama(keputusan.ikhtisar.indikator[pertama], "indikator keputusan", keputusan.ikhtisar),
                ],
            )


def _diukur_sebagai_iku(indikator: IndikatorDokumen, tahun: int | None) -> bool:
    return indikator.utama and not indikator.induk and _diukur(indikator, tahun)


def _diukur(indikator: IndikatorDokumen, tahun: int | None) -> bool:
    """Whether target and realisasi of a year are printed."""
    return tahun is not None and all(tercetak(indikator, part, tahun) for part in (Part.TARGET, Part.REALISASI))


CHECK = CheckTautan(code="LIN003", name="iku-tidak-sama", severity=Severity.ADVISORY, run=run, doc=__doc__)
