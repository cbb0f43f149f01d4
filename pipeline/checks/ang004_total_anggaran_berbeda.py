"""Total anggaran berbeda.

Yang ditemukan
    Total anggaran atau total realisasi belanja instansi untuk tahun yang sama tercetak dengan dua nilai:
    di dua tabel anggaran, atau di tabel dan di kalimat; atau sisa dan serapan instansi dalam kalimat tidak
    sama dengan yang diberikan total itu.

Mengapa penting
    Persentase serapan, sisa anggaran, dan efisiensi dihitung dari total itu; dua total berarti dua hasil.

Contoh
    Tabel rincian belanja menutup dengan 4.310.250.000, tabel program dengan 4.301.250.000, sedangkan
    realisasi keduanya sama.

Diam bila
    Cakupan kedua tabel tidak jelas sama: sumber dana (APBN, APBD), tahun, atau tahap (murni, perubahan)
    berbeda; judul tabel atau judul bagian di atasnya menyebut sebagian saja (belanja langsung, satu bidang, satu
    sasaran, pendukung sasaran, satu triwulan, s.d. September) atau perjanjian kinerja; baris atau jumlahnya
    membuktikan bahwa yang satu bagian dari yang lain; total tercetak dalam jutaan atau miliaran. Total tanpa
    keterangan cakupan dibandingkan hanya bila anggaran atau realisasinya sama; kalimat diuji hanya bila angka
    lain di dalamnya membuktikan total mana yang dimaksud.

Rujukan:
    PermenPANRB 53/2014: realisasi anggaran disajikan sesuai dokumen perjanjian kinerja; satu tahun
    anggaran, satu pagu yang berlaku.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from pipeline.arithmetic import explain_cause, point, same_quantity
from pipeline.arithmetic.whole import Keseluruhan, comparable, totals, totals_of_periods
from pipeline.checks.base import Check, evidence, finding, ok, stated, unchecked, where
from pipeline.checks.base_narasi import judged
from pipeline.lingkup import ALASAN
from schemas.finding import Outcome, Severity
from schemas.kinerja import Laporan, Part
from schemas.narasi import Perihal

_NOUNS = {Part.ANGGARAN: "anggaran", Part.REALISASI_ANGGARAN: "realisasi"}


def run(laporan: Laporan) -> Iterator[Outcome]:
    """Answers for every two totals that can be compared, every total that cannot, and every total of a sentence."""
    yield from judged(CHECK, laporan, Perihal.TOTAL)
    items = totals(laporan)
    told: set[tuple[Part, str, str]] = set()
    matched: set[int] = set()
    for first, second in combinations(range(len(items)), 2):
        a, b = items[first], items[second]
        if comparable(a, b, items):
            matched |= {first, second}
            yield from _compare(a, b, told)
    for number in range(len(items)):
        if number not in matched and len({item.tabel.index for item in items}) > 1:
            yield unchecked("cakupan total berbeda atau tidak jelas")
    for _ in totals_of_periods(laporan) if items else ():
        yield unchecked(ALASAN)


def _compare(a: Keseluruhan, b: Keseluruhan, told: set[tuple[Part, str, str]]) -> Iterator[Outcome]:
    """Compares budget and realisation; one pair of values is told once, however often it is printed."""
    for part in (Part.ANGGARAN, Part.REALISASI_ANGGARAN):
        one, other = a.fakta(part), b.fakta(part)
        low, high = sorted((str(one.angka.value), str(other.angka.value)))
        if same_quantity(one.angka, other.angka):
            yield ok()
        elif (part, low, high) not in told:
            told.add((part, low, high))
            yield _finding(a, b, part)


def _finding(a: Keseluruhan, b: Keseluruhan, part: Part) -> Outcome:
    one, other = a.fakta(part), b.fakta(part)
    value = one.angka.value
    hint = None if value is None else explain_cause(other.angka, point(value), {})
    return finding(
        CHECK,
        subject=b.baris.label,
        message=(
            f"Total {_NOUNS[part]} tahun {a.tahun} tercetak {one.text} di {where(a.tabel)} "
            f"({a.baris.label}), tetapi {other.text} di {where(b.tabel)} ({b.baris.label})."
        ),
        stated=stated(other),
        hint=hint,
        evidence=[evidence(one, a.tabel, a.baris, "total"), evidence(other, b.tabel, b.baris, "total")],
    )


CHECK = Check(
    code="ANG004",
    name="total-anggaran-berbeda",
    severity=Severity.ERROR,
    run=run,
    doc=__doc__,
)
