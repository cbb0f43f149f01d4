"""How each claim ended: checked against a table, checked by its own numbers, or not checked, with the reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from schemas.angka import AngkaKind
from schemas.narasi import HasilKlaim, Kalimat, Klaim, Peran, Putusan, RujukanKlaim, Uji

_TANPA_BARIS = "indikator atau kegiatannya tidak ada pada tabel"
_TANPA_PERAN = "kalimat tidak menyebut peran angkanya"
_TANPA_LAWAN = "tidak ada angka lain untuk membandingkannya"
_BUKAN_ANGKA = "bukan angka yang sah"
_TULISAN = "hanya bilangan hurufnya yang dicocokkan"
_SEHITUNGAN = "dipakai dalam hitungan yang salah"


def settle(kalimat: Sequence[Kalimat], uji: Sequence[Uji]) -> tuple[Kalimat, ...]:
    """The sentences with the outcome of every claim.

    A claim that a judgement doubts is wrong (table before arithmetic); one that a judgement confirms is right; any
    other, and one that a wrong judgement only reckons with, is not checked, with the reason of the judgement that met
    it, else the plainest one.
    """
    per_klaim: dict[tuple[int, int], list[Uji]] = defaultdict(list)
    for item in uji:
        for rujukan in item.klaim:
            if rujukan.klaim is not None:
                per_klaim[rujukan.kalimat, rujukan.klaim].append(item)
    return tuple(
        replace(
            satu,
            klaim=tuple(
                _settled(klaim, RujukanKlaim(kalimat=nomor, klaim=posisi), per_klaim.get((nomor, posisi), []))
                for posisi, klaim in enumerate(satu.klaim)
            ),
        )
        for nomor, satu in enumerate(kalimat)
    )


def _settled(klaim: Klaim, rujukan: RujukanKlaim, uji: Sequence[Uji]) -> Klaim:
    salah = [item for item in uji if item.putusan is Putusan.SALAH and item.klaim[0] == rujukan]
    cocok = [item for item in uji if item.putusan is Putusan.COCOK and item.menentukan]
    if salah:
        bertabel = any(item.fakta for item in salah)
        return replace(klaim, hasil=HasilKlaim.BEDA_TABEL if bertabel else HasilKlaim.SALAH_HITUNG, alasan=None)
    if cocok:
        bertabel = any(item.fakta for item in cocok)
        return replace(klaim, hasil=HasilKlaim.COCOK_TABEL if bertabel else HasilKlaim.COCOK_HITUNG, alasan=None)
    ikut = _SEHITUNGAN if any(item.putusan is Putusan.SALAH for item in uji) else None
    tulisan = _TULISAN if any(item.putusan is Putusan.COCOK for item in uji) else None
    alasan = next((item.alasan for item in uji if item.alasan), None) or tulisan or klaim.alasan or ikut
    alasan = alasan or _alasan(klaim)
    return replace(klaim, hasil=HasilKlaim.TAK_DIUJI, alasan=alasan)


def _alasan(klaim: Klaim) -> str:
    if klaim.angka.kind in (AngkaKind.MALFORMED, AngkaKind.TEXT, AngkaKind.BLANK):
        return _BUKAN_ANGKA
    if klaim.teks.peran is Peran.LAIN:
        return _TANPA_PERAN
    return _TANPA_LAWAN if klaim.baris else _TANPA_BARIS
