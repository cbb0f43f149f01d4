"""Templat rumus keliru.

Yang ditemukan
    Rumus capaian yang hasilnya selalu sama berapa pun realisasinya, formula yang membagi satu besaran dengan dirinya
    sendiri, rumus arah turun yang kembali menjadi realisasi dibagi target, dan rumus yang membagi pencapaian, bukan
    realisasi, dengan rencana.

Mengapa penting
    Semua capaian dihitung dengan rumus itu. Bila rumusnya salah, angka yang benar tidak mengikuti rumusnya, dan angka
    yang mengikuti rumusnya tidak berarti.

Contoh
    Capaian = [Realisasi - (Realisasi - Target)] / Target x 100 selalu 100; Capaian = Persentase pencapaian / Rencana.

Diam bila
    Rumusnya memuat besaran lain daripada realisasi, target, dan capaian, dan pembilangnya bukan penyebutnya; sama
    dengan rumus yang lazim; atau tidak selalu sama hasilnya (selisih, pertumbuhan).

Rujukan:
    Rumus yang lazim: LAN 239/IX/6/8/2003; PermenPANRB 53/2014 tidak menetapkan rumus.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from pipeline.bentuk_rumus import simpul, teks_simpul
from pipeline.checks.base import Check, finding, ok, unchecked
from pipeline.checks.base_rumus import RumusIndikator, rumus_indikator
from pipeline.kata_rumus import baca_kata, kata_isi, kumpulan
from pipeline.rumus import read_rumus
from schemas.finding import Evidence, Outcome, Severity
from schemas.kinerja import Arah, Laporan
from schemas.rumus import Bilangan, Istilah, Kurung, Operasi, Operator, Perbandingan, Simpul

LAIN = "lain"
"""Key of a stated rule that is none of the accepted ones."""

_REALISASI = kumpulan("realisasi real r")
_TARGET = kumpulan("target rencana t")
_CAPAIAN = kumpulan("capaian pencapaian")
_PENGISI = kumpulan("kinerja indikator sasaran tingkat nilai tahun ini n")
_PERSENTASE = "persentase"
_EJAAN = {"R": "Realisasi", "T": "Target"}
_HURUF = re.compile(r"(?<![\w.])[RT](?![\w.])")
_TANDA = re.compile(r"[-–−+×*]")
_GARIS = re.compile(r"\s*[/:÷]\s*")
_CONTOH = ((Fraction(3), Fraction(5)), (Fraction(7), Fraction(2)), (Fraction(11), Fraction(13)))
Nilai = tuple[Fraction, ...]


def run(laporan: Laporan) -> Iterator[Outcome]:
    """Answers for every unusual stated rule, and for every formula that names nothing but target and realisasi."""
    for rumus in laporan.rumus:
        if rumus.rule == LAIN:
            bukti = Evidence(role="rumus", text=rumus.text, place=rumus.place)
            yield _periksa(rumus.text, rumus.arah, "Rumus capaian", (bukti,))
    for item in rumus_indikator(laporan):
        if item.alasan is None:
            yield from _periksa_indikator(item)


def _periksa_indikator(item: RumusIndikator) -> Iterator[Outcome]:
    pembilang, penyebut = teks_simpul(item.rumus.pembilang), teks_simpul(item.rumus.penyebut)
    if _lambang_saja(_baca(item.rumus.text)):
        yield _periksa(item.rumus.text, Arah.TIDAK_DIKETAHUI, item.nama, item.bukti)
    elif (
        any(len(kata.akar) > 1 for kata in kata_isi(pembilang)) and _rapi(pembilang).lower() == _rapi(penyebut).lower()
    ):
        teks = f"{item.nama} membagi {_rapi(pembilang)} dengan dirinya sendiri: hasilnya selalu 100 persen."
        yield finding(CHECK, subject=item.nama, message=teks, evidence=item.bukti)
    elif item.rumus.penyebut is not None:
        yield ok()


def _periksa(text: str, arah: Arah, subject: str, bukti: tuple[Evidence, ...]) -> Outcome:
    pohon = _baca(text)
    if pohon is None or not _lambang_saja(pohon):
        return unchecked("rumus memuat besaran lain")
    if not _membagi(pohon):
        return unchecked("rumus tanpa pembagian")
    cacat = _cacat(pohon, arah)
    if cacat is None:
        return ok() if _lazim(pohon) else unchecked("bukan rumus capaian yang lazim")
    return finding(CHECK, subject=subject, message=f"{subject} tercetak {_rapi(text)}: {cacat}.", evidence=bukti)


def _bernama(text: str) -> bool:
    """Whether a quantity is named in words; single letters may differ in size only."""
    return any(len(kata.akar) > 1 for kata in kata_isi(text))


def _baca(text: str) -> Simpul | None:
    """The tree of what stands right of the equals sign, one-letter symbols written out, signs set apart."""
    kanan = _HURUF.sub(lambda match: _EJAAN[match[0].upper()], text.rpartition("=")[2])
    return read_rumus(_GARIS.sub(" dibagi ", _TANDA.sub(r" \g<0> ", kanan))).pohon


def _cacat(pohon: Simpul, arah: Arah) -> str | None:
    lambang = [_lambang(node.text) for node in simpul(pohon) if isinstance(node, Istilah)]
    if _PERSENTASE in lambang and "R" not in lambang:
        return "pencapaian dibagi rencana, padahal yang dibagi adalah realisasi"
    hasil = _hitung(pohon)
    if hasil is None:
        return None
    if len(set(hasil)) == 1:
        return f"hasilnya selalu {'100 persen' if hasil[0] in (1, 100) else hasil[0]} berapa pun realisasinya"
    if arah is Arah.TURUN and _setara(hasil, _langsung()) and any(map(_kurang, simpul(pohon))):
        return "hasilnya sama dengan realisasi dibagi target, bukan rumus untuk arah turun"
    return None


def _kurang(node: Simpul) -> bool:
    return isinstance(node, Operasi) and node.operator is Operator.KURANG


def _membagi(pohon: Simpul) -> bool:
    return any(isinstance(node, Operasi) and node.operator is Operator.BAGI for node in simpul(pohon))


def _lambang(text: str) -> str | None:
    """What a quantity stands for: `R`, `T`, `persentase` (an achievement in per cent), `C`; None for anything else."""
    words = baca_kata(text)
    sisa = [kata for kata in words if kata not in _PENGISI]
    if not sisa:
        return None
    for nama, kumpul in (("R", _REALISASI), ("T", _TARGET)):
        if sisa[0] in kumpul and set(sisa[1:]) <= _CAPAIAN:
            return nama
    if set(sisa) <= _CAPAIAN | {_PERSENTASE} and not _CAPAIAN.isdisjoint(sisa):
        return _PERSENTASE if _PERSENTASE in sisa else "C"
    return None


def _lambang_saja(pohon: Simpul | None) -> bool:
    """Whether a formula names target or realisasi or capaian, and nothing else."""
    nodes = list(simpul(pohon))
    lambang = [_lambang(node.text) for node in nodes if isinstance(node, Istilah)]
    return bool(lambang) and None not in lambang and not any(isinstance(node, Perbandingan) for node in nodes)


def _langsung() -> Nilai:
    return tuple(r / t for r, t in _CONTOH)


def _lazim(pohon: Simpul) -> bool:
    """Whether a formula is one of the accepted rules, with or without its factor."""
    hasil = _hitung(pohon)
    aturan = (_langsung(), tuple(t / r for r, t in _CONTOH), tuple((2 * t - r) / t for r, t in _CONTOH))
    return hasil is not None and any(_setara(hasil, satu) for satu in aturan)


def _setara(a: Nilai, b: Nilai) -> bool:
    return a == b or a == tuple(100 * value for value in b)


def _hitung(pohon: Simpul) -> Nilai | None:
    """The results of a formula for three made-up pairs of realisasi and target; None where one cannot be computed.

    Capaian stands for realisasi where that is not named besides.
    """
    lambang = {_lambang(node.text) for node in simpul(pohon) if isinstance(node, Istilah)}
    if {"R", "C"} <= lambang:
        return None
    hasil = [_nilai(pohon, r, t) for r, t in _CONTOH]
    return None if None in hasil else tuple(value for value in hasil if value is not None)


def _nilai(node: Simpul, realisasi: Fraction, target: Fraction) -> Fraction | None:
    if isinstance(node, Kurung):
        return _nilai(node.isi, realisasi, target)
    if isinstance(node, Bilangan):
        return Fraction(node.value) / (100 if node.persen else 1)
    if isinstance(node, Istilah):
        return {"R": realisasi, "C": realisasi, "T": target}.get(_lambang(node.text) or "")
    if isinstance(node, Perbandingan):
        return None
    kiri, kanan = _nilai(node.kiri, realisasi, target), _nilai(node.kanan, realisasi, target)
    return None if kiri is None or kanan is None else _operasi(node.operator, kiri, kanan)


def _operasi(operator: Operator, kiri: Fraction, kanan: Fraction) -> Fraction | None:
    if operator is Operator.BAGI:
        return kiri / kanan if kanan else None
    if operator is Operator.KALI:
        return kiri * kanan
    if operator is Operator.TAMBAH:
        return kiri + kanan
    return kiri - kanan if operator is Operator.KURANG else kanan


def _rapi(text: str) -> str:
    return " ".join(text.split())


CHECK = Check(code="RUM007", name="templat-rumus-keliru", severity=Severity.ERROR, run=run, doc=__doc__)
