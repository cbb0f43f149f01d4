"""Targets of a whole plan and figures of other areas in sentences, against the columns that print just those."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.arithmetic import explain_cause, point
from pipeline.klaim.nama.ikatan import Cara
from pipeline.klaim.tabel.banding_baris import Banding1
from pipeline.klaim.tabel.cetakan import Cetakan, sama_cetakan, wilayah_lain
from pipeline.klaim.tabel.kepastian import sesatuan
from pipeline.normalise.kata.ejaan import lipat
from pipeline.sebutan import where
from schemas.angka import AngkaKind
from schemas.kinerja import Kind, Laporan, Part, Scope
from schemas.narasi import Peran, Perihal, Putusan, Uji
from schemas.tautan import Sebutan

_RENCANA = re.compile(r"rpjmd|rpjmn|rpjpd|rpd|renstra|rencana strategis", re.IGNORECASE)
_BERNAMA = re.compile(r"\bprovinsi\s+((?:[A-Z][a-z]+\s?)+)")
_TARGET = re.compile(r"\btarget", re.IGNORECASE)
_HASIL = re.compile(r"realisasi|capaian|tercapai|mencapai|\d", re.IGNORECASE)
_NASIONAL = re.compile(r"nasional|indonesia")
_TERPENDEK = 3
_UMUM = frozenset(("provinsi", "propinsi", "prov", "tingkat", "rata", "daerah"))


def beda_khusus(laporan: Laporan, item: Banding1, semua: Sequence[Cetakan], terbukti: bool) -> Uji | None:
    """The finding that a number is not the plan's target or other area's figure that it is called; None if unsure.

    Args:
        laporan: the report.
        item: the number, unlike everything it was compared with.
        semua: all printings of its indicator.
        terbukti: other numbers of the sentence prove which indicator is meant.
    """
    teks, angka = item.klaim.teks, item.klaim.angka
    polos = angka.kind is AngkaKind.NUMBER and not angka.currency and not teks.pendekatan and teks.periode is None
    if not polos or not item.ikatan.bersih or not (terbukti or _bernama(item)):
        return None
    if any(sama_cetakan(angka, lain) for lain in semua):
        return None
    if wilayah_lain(laporan, item.klaim):
        acuan, nama = tuple(_wilayah(laporan, item, semua)), f"angka {teks.wilayah}"
    elif teks.jangka is not None and _bertarget(laporan, item):
        acuan, nama = tuple(_rencana(item, semua)), f"target {_sebut_rencana(teks.jangka)}"
    else:
        return None
    if len({(satu.fakta.angka.value, satu.fakta.angka.upper) for satu in acuan}) != 1:
        return None
    return _uji(item, acuan, nama) if sesatuan(item.klaim, [_sebutan(satu) for satu in acuan]) else None


def _bertarget(laporan: Laporan, item: Banding1) -> bool:
    """Whether a number of a plan is its target, by its role or by the word before it."""
    teks = item.klaim.teks
    depan = laporan.kalimat[item.rujukan.kalimat].teks.text[: teks.mulai]
    disebut = _TARGET.search(depan) is not None and _HASIL.search(depan) is None
    return teks.peran is Peran.TARGET or (teks.peran is Peran.NILAI and disebut)


def _bernama(item: Banding1) -> bool:
    """Whether the sentence or its list item says the name, in full or by an acronym that is printed behind it."""
    return item.ikatan.cara in (Cara.SENDIRI, Cara.BUTIR, Cara.SINGKAT)


def _sebut_rencana(jangka: str) -> str:
    return "akhir periode" if jangka == "akhir" else jangka


def _rencana(item: Banding1, semua: Sequence[Cetakan]) -> Iterator[Cetakan]:
    """Printed targets of the end of the plan, or of the year that the sentence says of it."""
    teks = item.klaim.teks
    for satu in semua:
        fakta = satu.fakta
        pantas = fakta.part is Part.TARGET and fakta.scope is Scope.OWN and not fakta.shared
        if not pantas or fakta.angka.kind is not AngkaKind.NUMBER or not _serencana(teks.jangka or "", satu):
            continue
        if fakta.period == "akhir":
            if teks.tahun in (None, fakta.year) or fakta.year is None:
                yield satu
        elif satu.tabel.kind is Kind.RENSTRA and fakta.period is None and fakta.year is not None:
            tahun = sorted({kolom.year for kolom in satu.tabel.kolom if kolom.part is Part.TARGET and kolom.year})
            if len(tahun) >= _TERPENDEK and fakta.year == (teks.tahun or tahun[-1]):
                yield satu


def _serencana(jangka: str, satu: Cetakan) -> bool:
    """Whether heading and caption name no other plan than the sentence does."""
    dicetak = {kata.lower() for kata in _RENCANA.findall(f"{satu.fakta.header} {satu.tabel.caption or ''}")}
    disebut = {kata.lower() for kata in _RENCANA.findall(jangka)}
    return not dicetak or not disebut or bool(dicetak & disebut)


def _wilayah(laporan: Laporan, item: Banding1, semua: Sequence[Cetakan]) -> Iterator[Cetakan]:
    """Printed figures of the nation or the province that the sentence speaks of, for its year."""
    nama = lipat(item.klaim.teks.wilayah or "")
    tahun = item.klaim.teks.tahun or laporan.metadata.tahun
    scope = Scope.NASIONAL if _NASIONAL.search(nama) else Scope.PROVINSI
    for satu in semua:
        fakta = satu.fakta
        if fakta.scope is scope and fakta.angka.kind is AngkaKind.NUMBER and satu.tahun == tahun and not fakta.shared:
            cocok = scope is Scope.NASIONAL or _seprovinsi(laporan, nama, satu)
            if cocok and fakta.part is Part.REALISASI and fakta.period is None:
                yield satu


def _seprovinsi(laporan: Laporan, nama: str, satu: Cetakan) -> bool:
    """Whether the province of a sentence is that of the column: named there, or the only one the sentences know."""
    kata = [isi for isi in nama.split() if isi not in _UMUM]
    dicetak = lipat(f"{satu.fakta.header} {satu.tabel.caption or ''}")
    if not kata or all(isi in dicetak for isi in kata):
        return "provinsi" in nama or bool(kata)
    disebut = {
        lipat(match.group(1)).strip()
        for kalimat in laporan.kalimat
        for match in _BERNAMA.finditer(kalimat.teks.text.replace("Provinsi", "provinsi"))
    }
    return "provinsi" in nama and disebut == {" ".join(kata)}


def _sebutan(satu: Cetakan) -> Sebutan:
    return Sebutan(tabel=satu.tabel, baris=satu.baris, fakta=satu.fakta, tahun=satu.tahun)


def _uji(item: Banding1, acuan: Sequence[Cetakan], nama: str) -> Uji:
    utama, klaim = acuan[0], item.klaim
    nilai = utama.fakta.angka.value
    assert nilai is not None
    return Uji(
        perihal=Perihal.TABEL,
        putusan=Putusan.SALAH,
        klaim=(item.rujukan,),
        fakta=tuple(satu.rujukan for satu in acuan),
        subjek=utama.baris.label,
        pesan=(
            f"Kalimat menyebut {nama} {utama.baris.label} {klaim.teks.angka}, sedangkan tabel {utama.fakta.text} "
            f"({where(utama.tabel)})."
        ),
        aturan="nilai tabel",
        harap=point(nilai),
        desimal=utama.fakta.angka.decimals,
        petunjuk=explain_cause(klaim.angka, point(nilai), {}),
    )
