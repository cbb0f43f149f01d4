"""Target beda dari perjanjian kinerja.

Yang ditemukan
    Capaian diukur terhadap target yang bukan target perjanjian kinerja tahun itu.

Mengapa penting
    Perjanjian kinerja adalah janji yang dipertanggungjawabkan. Dengan target yang lebih ringan, kegagalan
    dapat tampak sebagai keberhasilan; bila simpulannya terbalik, temuan ini menyangkut keputusan.

Contoh
    Perjanjian kinerja 89,95 %, tabel pengukuran memakai 88,87 %, realisasi 88,89 %: tercapai menurut tabel,
    tidak tercapai menurut perjanjian kinerja.

Diam bila
    Perjanjian kinerja tidak tercetak, milik bawahan, atau untuk tahun lain; satuannya berbeda; salah satu
    perjanjian (murni atau perubahan) atau salah satu tabel pengukuran sudah sama.

Rujukan:
    PermenPANRB 53/2014 Lampiran I dan II; Perpres 29/2014 [pasalnya belum dipastikan].
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.base import (
    ATURAN_ARAH,
    Check,
    Sebutan,
    beda_target,
    bukti_sebutan,
    finding,
    hitung,
    interval_realisasi,
    kelompok_nilai,
    nol,
    ok,
    sebanding,
    sebutan,
    sekitar,
    stated,
    teks_sebutan,
    unchecked,
)
from schemas.angka import AngkaKind
from schemas.finding import Expected, Outcome, Severity
from schemas.kinerja import Arah, Fakta, Kind, Laporan, Part


def run(laporan: Laporan) -> Iterator[Outcome]:
    """Answers for every indicator of the agreement whose target is measured in a table of the same year."""
    perjanjian = sebutan(laporan, Part.TARGET, (Kind.PERJANJIAN,))
    diukur = sebutan(laporan, Part.TARGET, (Kind.CAPAIAN,))
    for key, pk in perjanjian.items():
        pk = tuple(item for item in pk if not item.tabel.lampiran) or ()
        if pk and key in diukur:
            yield _periksa(laporan, pk, diukur[key])


def _periksa(laporan: Laporan, pk: tuple[Sebutan, ...], diukur: tuple[Sebutan, ...]) -> Outcome:
    lain = [item for item in diukur if all(beda_target(item, janji) for janji in pk)]
    if len(lain) < len(diukur):
        tak_sebanding = not any(sebanding(item, janji) for item in diukur for janji in pk)
        return unchecked("satuan target berbeda") if tak_sebanding else ok()
    janji, item = pk[-1], lain[0]
    realisasi = item.baris.get(Part.REALISASI, year=item.fakta.year) or item.baris.get(Part.REALISASI)
    terbalik = realisasi is not None and _terbalik(item, janji, realisasi)
    capaian = _capaian_janji(laporan, item, janji, realisasi)
    kalimat = f"; terhadap perjanjian kinerja capaiannya {capaian}" if capaian else ""
    if terbalik:
        kalimat += " dan simpulan tercapai atau tidaknya terbalik"
    return finding(
        CHECK,
        subject=item.baris.label,
        message=(
            f"Target {item.baris.label} menurut perjanjian kinerja {janji.fakta.text}, "
            f"tetapi capaian diukur terhadap {teks_sebutan(kelompok_nilai(lain))}{kalimat}."
        ),
        stated=stated(item.fakta),
        expected=Expected(text=janji.fakta.text, rule="target perjanjian kinerja"),
        severity=Severity.DECISION if terbalik else None,
        evidence=bukti_sebutan([*pk, *lain]),
    )


def _terbalik(item: Sebutan, janji: Sebutan, realisasi: Fakta) -> bool:
    """Whether one target was met and the other was not; a realisasi between both says so in any direction."""
    diukur, dijanjikan, hasil = item.fakta.angka, janji.fakta.angka, realisasi.angka
    if any(angka.kind is not AngkaKind.NUMBER or angka.value is None for angka in (diukur, dijanjikan, hasil)):
        return False
    nilai = [angka.value for angka in (diukur, dijanjikan, hasil) if angka.value is not None]
    if item.baris.arah is Arah.NAIK:
        return (nilai[2] >= nilai[0]) is not (nilai[2] >= nilai[1])
    if item.baris.arah is Arah.TURUN:
        return (nilai[2] <= nilai[0]) is not (nilai[2] <= nilai[1])
    return min(nilai[:2]) < nilai[2] < max(nilai[:2])


def _capaian_janji(laporan: Laporan, item: Sebutan, janji: Sebutan, realisasi: Fakta | None) -> str | None:
    """Capaian against the agreement by the document's rule for the direction."""
    if realisasi is None or realisasi.angka.kind is not AngkaKind.NUMBER or nol(janji.fakta.angka):
        return None
    benar = ATURAN_ARAH.get(item.baris.arah, ())
    dipakai = [aturan.rule for aturan in laporan.aturan if aturan.arah is item.baris.arah]
    rule = next((rule for rule in (*dipakai, *benar) if not benar or rule in benar), None)
    if rule is None:
        return None
    interval = hitung(rule, janji.fakta.angka, interval_realisasi(realisasi, item.baris))
    return f"{sekitar(interval)} % ({rule})" if interval is not None else None


CHECK = Check(code="KON002", name="target-beda-dari-perjanjian-kinerja", severity=Severity.ERROR, run=run, doc=__doc__)
