"""Status bertentangan.

Yang ditemukan
    Kalimat yang menyebut indikator tercapai, melampaui, atau tidak mencapai target, sedangkan target dan
    realisasi yang tercetak mengatakan sebaliknya; juga dua kalimat yang memberi satu indikator dua status. Status
    untuk deret nama (“indikator yang memenuhi target ialah A, B dan C”) diperiksa nama demi nama, satu temuan
    untuk kalimatnya. Kolom tabel yang menyebut tercapai atau tidak (keterangan, status) diperiksa terhadap target dan
    realisasi barisnya. Bila arah indikator tidak diketahui, capaian tercetak yang mengikuti tepat satu rumus dari
    target dan realisasinya sendiri yang menentukan.

Mengapa penting
    Tercapai atau tidak adalah putusan utama laporan; pembaca kalimat tidak menghitung ulang tabelnya.

Contoh
    “Indikator ini tercapai dengan kategori berhasil yaitu 94,54% dari target 94,57%”, sedangkan bab penutup
    menyebut indikator yang sama tidak memenuhi target.

Diam bila
    Indikator atau arahnya tidak diketahui, kalimat berbicara tentang harapan, syarat, risiko, banyaknya indikator,
    sasaran, program, sebagian tahun, wilayah lain, atau target rencana jangka menengah; target yang tercetak
    tidak sepakat; atau pembulatan realisasi dapat membenarkan statusnya. Nilai yang turun tetap dapat mencapai
    target. Pada tabel: sel memuat lebih dari statusnya (“tercapai sebagian”, catatan), targetnya rentang, baris itu
    memuat target atau realisasi lain yang mungkin dimaksud, statusnya kelas skala dokumen, atau kebanyakan status
    bertentangan dengan angkanya.

Rujukan:
    PermenPANRB 53/2014 Lampiran II: membandingkan target dan realisasi.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.base import Check, StatusBaris, evidence, finding, ok, status_tabel, unchecked, where
from pipeline.checks.base_narasi import judged
from schemas.finding import Outcome, Severity, Stated
from schemas.kinerja import Laporan
from schemas.narasi import Perihal


def run(laporan: Laporan) -> Iterator[Outcome]:
    """Answers for every verdict of a sentence, then for every status of a table."""
    yield from judged(CHECK, laporan, Perihal.STATUS)
    yield from (_tabel(satu) for satu in status_tabel(laporan))


def _tabel(satu: StatusBaris) -> Outcome:
    if satu.benar is None or satu.pasangan is None:
        return unchecked(satu.alasan)
    if satu.benar:
        return ok()
    target, realisasi = satu.pasangan
    bukti = [evidence(fakta, satu.tabel, satu.baris) for fakta in (satu.status, realisasi, target)]
    capaian = ""
    if satu.cetak is not None:
        tabel, baris, fakta = satu.cetak
        capaian = f" dengan capaian {fakta.text}"
        bukti.append(evidence(fakta, tabel, baris))
    return finding(
        CHECK,
        subject=satu.baris.label,
        message=(
            f"{satu.baris.label} berstatus “{satu.status.text}” di {where(satu.tabel)}, padahal realisasi "
            f"{realisasi.text} dan target {target.text}{capaian}."
        ),
        stated=Stated(text=satu.status.text),
        evidence=bukti,
    )


CHECK = Check(code="PRE002", name="status-bertentangan", severity=Severity.DECISION, run=run, doc=__doc__)
