"""Status bertentangan.

Yang ditemukan
    Kalimat yang menyebut indikator tercapai, melampaui, atau tidak mencapai target, sedangkan target dan
    realisasi yang tercetak mengatakan sebaliknya; juga dua kalimat yang memberi satu indikator dua status. Status
    untuk deret nama (“indikator yang memenuhi target ialah A, B dan C”) diperiksa nama demi nama, satu temuan
    untuk kalimatnya. Bila arah indikator tidak diketahui, capaian tercetak yang mengikuti tepat satu rumus dari
    target dan realisasinya sendiri yang menentukan.

Mengapa penting
    Tercapai atau tidak adalah putusan utama laporan; pembaca kalimat tidak menghitung ulang tabelnya.

Contoh
    “Indikator ini tercapai dengan kategori berhasil yaitu 94,54% dari target 94,57%”, sedangkan bab penutup
    menyebut indikator yang sama tidak memenuhi target.

Diam bila
    Indikator atau arahnya tidak diketahui, kalimat berbicara tentang harapan, syarat, banyaknya indikator,
    sasaran, program, atau target rencana jangka menengah; target yang tercetak tidak sepakat; atau
    pembulatan realisasi dapat membenarkan statusnya. Nilai yang turun tetap dapat mencapai target.

Rujukan:
    PermenPANRB 53/2014 Lampiran II: membandingkan target dan realisasi.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.base import Check
from pipeline.checks.base_narasi import judged
from schemas.finding import Outcome, Severity
from schemas.kinerja import Laporan
from schemas.narasi import Perihal


def run(laporan: Laporan) -> Iterator[Outcome]:
    """Answers for every verdict of a sentence."""
    return judged(CHECK, laporan, Perihal.STATUS)


CHECK = Check(code="PRE002", name="status-bertentangan", severity=Severity.DECISION, run=run, doc=__doc__)
