"""Classes of sentences that surely class the capaian printed beside them, of one indicator or of a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.arithmetic import same_quantity
from pipeline.klaim.kelas.lepas import didahului_lain, menyatu, tingkatan
from pipeline.klaim.nama.kalimat import Entri, Sebut, Singkat
from pipeline.klaim.nama.kata import himpunan
from pipeline.klaim.tabel.cetakan import bagian, cetakan, wilayah_lain
from pipeline.klaim.vonis.nama import NamaVonis, entri_terukur
from pipeline.klaim.vonis.subjek import ruas
from pipeline.pengukuran import bernilai
from schemas.kinerja import Laporan, Part
from schemas.narasi import Kalimat, KalimatTeks, Klaim, Peran, RujukanKlaim, VonisTeks

_KATA = re.compile(r"[a-z]+|\d", re.IGNORECASE)


_PENGISI = himpunan(
    """persen dinyatakan dengan dan masuk termasuk dalam ke kategori katagori ketegori predikat perdikat kriteria
    klasifikasi atau berada pada memperoleh mendapat mendapatkan sehingga maka yang menunjukkan menunjukan berkategori
    berpredikat berkriteria tergolong sebagai nilai capaian capaiannya pencapaian kinerja dikategorikan dikatagorikan
    diklasifikasikan adalah yaitu sebesar diperoleh diraih disandang dicapai oleh indikator telah sudah dapat hal ini
    itu tersebut skala berarti artinya tingkat jadi"""
)
"""Words between a capaian and its class that bring in nothing else."""
_LAIN = re.compile(
    r"\b(?:s?akip|akuntabilitas|ikm|skm|kepuasan|mutu|opini|wtp|akreditasi\w*|terakreditasi|permen\w*|anggaran|serapan"
    r"|penyerapan|keuangan|fisik|spip|maturitas|risiko|reformasi|penghargaan|juara|lomba|evaluasi|inspektorat|kemen\w+"
    r"|eppd|lppd|spbe|bps|klhk|ombudsman|kpk|bpk|versi|peraturan|kepatuhan|zona|nasional|provinsi)\b",
    re.IGNORECASE,
)
"""Words outside of names that may bring in the scale of another."""
_SYARAT = re.compile(r"\b(?:jika|apabila|bila|rentang|antara|interval|tahun\s+(?:lalu|sebelumnya))\b", re.IGNORECASE)
_BERSKALA = re.compile(
    r"\b(?:indeks|nilai|skor|ikm|skm|ipm|ipg|idg|s?akip|spbe|sakip|kepuasan|pelayanan|mutu|kualitas|opini|akreditasi|zona"
    r"|predikat|kategori|tingkat)\b",
    re.IGNORECASE,
)
"""Names of indicators whose own level is classed with words that scales of capaian use as well."""
_LEVEL = re.compile(r"\b(?:spip|apip|maturitas|kapabilitas)\b", re.IGNORECASE)
"""Indicators whose levels have names that are no words of quality."""
_ALASAN = re.compile(r"\b(?:karena|sebab|lantaran)\s+(?:pen)?capaian", re.IGNORECASE)
"""A capaian given as the reason of a class is what is classed."""
_TANPA_SKALA = re.compile(r"\bberhasil\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Berkelas:
    """A class with the capaian it is given to.

    Attributes:
        entri: the indicator, None for the mean of a sasaran or an office.
        tercetak: a table prints the same capaian of the indicator.
    """

    vonis: VonisTeks
    klaim: Klaim
    rujukan: RujukanKlaim
    entri: Entri | None
    tercetak: bool


def kelas_capaian(laporan: Laporan, nama: NamaVonis, nomor: int, vonis: VonisTeks) -> Berkelas | None:
    """The capaian that a class of a sentence is given to; None where that is not sure."""
    kalimat = laporan.kalimat[nomor]
    teks = kalimat.teks
    awal, akhir = ruas(teks.text, vonis.mulai)
    sebut = [item for item in nama.longgar(teks) if awal <= item.mulai and item.akhir <= akhir]
    luar = _tanpa(teks.text, sebut)[awal:akhir]
    if _LAIN.search(luar) or _SYARAT.search(luar):
        return None
    calon = [posisi for posisi in range(len(kalimat.klaim)) if _calon(laporan, kalimat.klaim[posisi], awal, akhir)]
    if len(calon) != 1 or (vonis.lepas and kalimat.klaim[calon[0]].teks.peran is not Peran.CAPAIAN):
        return None
    if not _dekat(teks, sebut, vonis, kalimat.klaim[calon[0]]) and not menyatu(kalimat, sebut, vonis, calon[0]):
        return None
    return _berkelas(laporan, kalimat, RujukanKlaim(kalimat=nomor, klaim=calon[0]), vonis, sebut)


def _berkelas(
    laporan: Laporan, kalimat: Kalimat, rujukan: RujukanKlaim, vonis: VonisTeks, sebut: Sequence[Sebut]
) -> Berkelas | None:
    assert rujukan.klaim is not None
    klaim = kalimat.klaim[rujukan.klaim]
    pemilik = {entri_terukur(item).indikator: item for item in sebut}
    if len(pemilik) > 1:
        return None
    if not pemilik:
        tegas = klaim.teks.peran is Peran.CAPAIAN and not klaim.indikator
        return Berkelas(vonis=vonis, klaim=klaim, rujukan=rujukan, entri=None, tercetak=False) if tegas else None
    item = next(iter(pemilik.values()))
    entri = entri_terukur(item)
    capaian, realisasi = (_sama(laporan, klaim, entri, part) for part in (Part.CAPAIAN, Part.REALISASI))
    ragu = item.singkat is Singkat.LEPAS or klaim.teks.peran is not Peran.CAPAIAN or realisasi
    if (ragu and not capaian) or _skala_sendiri(kalimat.teks.text, item, vonis, klaim):
        return None
    return Berkelas(vonis=vonis, klaim=klaim, rujukan=rujukan, entri=entri, tercetak=capaian)


def _calon(laporan: Laporan, klaim: Klaim, awal: int, akhir: int) -> bool:
    """Whether a number may be a capaian of the year: a percentage of no other kind."""
    teks = klaim.teks
    if not (awal <= teks.mulai < akhir and klaim.angka.percent and bernilai(klaim.angka)):
        return False
    if teks.peran not in (Peran.CAPAIAN, Peran.NILAI, Peran.LAIN, Peran.PERSEN, Peran.SELISIH):
        return False
    lain = teks.periode or teks.jangka or wilayah_lain(laporan, klaim)
    return not lain and teks.tahun in (None, laporan.metadata.tahun)


def _dekat(teks: KalimatTeks, sebut: Sequence[Sebut], vonis: VonisTeks, klaim: Klaim) -> bool:
    """Whether nothing but the name and joining words stands between the capaian and the class."""
    if vonis.mulai < klaim.teks.mulai and didahului_lain(teks, sebut, vonis):
        return False
    kiri, kanan = sorted(((vonis.mulai, vonis.akhir), (klaim.teks.mulai, klaim.teks.akhir)))
    sela = _tanpa(teks.text, sebut)[kiri[1] : kanan[0]]
    return all(match.group().lower() in _PENGISI for match in _KATA.finditer(sela))


def _tanpa(text: str, sebut: Sequence[Sebut]) -> str:
    """The text with the names blanked out."""
    out = text
    for item in sebut:
        out = out[: item.mulai] + " " * (item.akhir - item.mulai) + out[item.akhir :]
    return out


def _sama(laporan: Laporan, klaim: Klaim, entri: Entri, part: Part) -> bool:
    """Whether a table prints that number as this part of the indicator in the year of the report."""
    semua = bagian(cetakan(laporan, entri.baris), part, laporan.metadata.tahun or 0)
    return any(same_quantity(klaim.angka, item.fakta.angka) for item in semua)


def _skala_sendiri(text: str, item: Sebut, vonis: VonisTeks, klaim: Klaim) -> bool:
    """Whether an indicator has classes of its own that these words may be, and the capaian is not right before them."""
    di_antara = vonis.mulai < klaim.teks.mulai or klaim.teks.akhir <= item.mulai < vonis.mulai
    nama = f"{text[item.mulai : item.akhir]} {entri_terukur(item).label}"
    if di_antara and tingkatan(text, vonis):
        return True
    if _ALASAN.search(text) and {match.group().lower() for match in _BERSKALA.finditer(nama)} == {"tingkat"}:
        return False
    berskala = _BERSKALA.search(nama) is not None and not _LEVEL.search(nama)
    return di_antara and berskala and not _TANPA_SKALA.search(vonis.text)


def kelas_laporan(laporan: Laporan) -> Iterator[tuple[RujukanKlaim, VonisTeks, Berkelas | None]]:
    """Every class of a sentence, with its capaian where that is sure."""
    if not any(vonis.kelas is not None for kalimat in laporan.kalimat for vonis in kalimat.teks.vonis):
        return
    nama = NamaVonis(laporan)
    for nomor, kalimat in enumerate(laporan.kalimat):
        for posisi, vonis in enumerate(kalimat.teks.vonis):
            if vonis.kelas is not None:
                rujukan = RujukanKlaim(kalimat=nomor, vonis=posisi)
                yield rujukan, vonis, kelas_capaian(laporan, nama, nomor, vonis)
