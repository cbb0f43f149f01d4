"""Builders for checks of sentences: judgements of the claim stage to outcomes with the printed places."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.base import Check, evidence, evidence_label, expected, finding, ok, plain, unchecked
from schemas.finding import Evidence, Outcome, Severity, Stated
from schemas.kinerja import Laporan
from schemas.narasi import Perihal, Putusan, RujukanFakta, RujukanKlaim, Uji


def judged(check: Check, laporan: Laporan, *perihal: Perihal) -> Iterator[Outcome]:
    """One outcome for every judgement of these subjects, in printed order."""
    for uji in laporan.uji:
        if uji.perihal in perihal:
            yield _outcome(check, laporan, uji)


def _outcome(check: Check, laporan: Laporan, uji: Uji) -> Outcome:
    if uji.putusan is Putusan.COCOK:
        return ok()
    if uji.putusan is Putusan.TAK_DIUJI:
        return unchecked(uji.alasan or "")
    return finding(
        check,
        subject=uji.subjek,
        message=uji.pesan,
        stated=_stated(laporan, uji.klaim[0]),
        expected=None if uji.harap is None else expected(uji.harap, uji.aturan, uji.desimal),
        hint=uji.petunjuk,
        severity=None if uji.berat is None else Severity(uji.berat),
        evidence=[
            *(claim_evidence(laporan, item) for item in uji.klaim),
            *(fact_evidence(laporan, item) for item in uji.fakta),
        ],
    )


def claim_evidence(laporan: Laporan, rujukan: RujukanKlaim) -> Evidence:
    """The printed place of a claim or verdict; its label is the sentence."""
    teks = laporan.kalimat[rujukan.kalimat].teks
    if rujukan.vonis is not None:
        vonis = teks.vonis[rujukan.vonis]
        return Evidence(role="narasi", text=vonis.text, place=vonis.place, label=teks.text)
    if rujukan.klaim is not None:
        klaim = teks.klaim[rujukan.klaim]
        return Evidence(role="narasi", text=klaim.angka, place=klaim.place, label=teks.text)
    return Evidence(role="narasi", text=teks.text, place=teks.place, label=teks.text)


def fact_evidence(laporan: Laporan, rujukan: RujukanFakta) -> Evidence:
    """The printed place of a fact of a table, or of its row's label."""
    tabel = laporan.tabel[rujukan.tabel]
    baris = tabel.baris[rujukan.baris]
    if rujukan.fakta is None:
        return evidence_label(tabel, baris)
    return evidence(baris.fakta[rujukan.fakta], tabel, baris)


def _stated(laporan: Laporan, rujukan: RujukanKlaim) -> Stated | None:
    kalimat = laporan.kalimat[rujukan.kalimat]
    if rujukan.vonis is not None:
        return Stated(text=kalimat.teks.vonis[rujukan.vonis].text)
    if rujukan.klaim is None:
        return None
    angka = kalimat.klaim[rujukan.klaim].angka
    return Stated(text=angka.text, value=None if angka.value is None else plain(angka.value))
