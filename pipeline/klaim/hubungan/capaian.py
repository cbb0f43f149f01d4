"""Target, realisasi and capaian of a sentence as an arithmetic relation: any accepted rule may lead to the capaian."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from pipeline.arithmetic import RULES, apply_rule, scaled
from pipeline.klaim.hubungan.dasar import Hubungan
from pipeline.klaim.hubungan.operan import Hitung, Operan, antara, sebelum, sekelas, sesudah
from pipeline.pengukuran import BATAS
from schemas.angka import Interval
from schemas.narasi import Kalimat, Peran

_RATA = re.compile(r"rata\s?-\s?rata|\brerata\b", re.IGNORECASE)
_DARI = re.compile(r"\b(?:dari|terhadap)\b")
_SERATUSAN = Decimal("0.01")
_PENUTUP = re.compile(
    r"\s*(?:[).,;]|$|\b(?:dari|terhadap)\s+(?:yang\s+)?(?:di)?target|\bdan\b|\batau\b|\bdengan\b|\bsehingga\b)"
)


def hubungan_capaian(kalimat: Kalimat, operan: Sequence[Operan | None]) -> Iterator[Hubungan]:
    """C = f(T, R) for every target, realisasi and capaian that follow each other."""
    for posisi in range(len(operan) - 2):
        tiga = operan[posisi : posisi + 3]
        if any(item is None for item in tiga):
            continue
        bertiga = [item for item in tiga if item is not None]
        peran = [item.teks.peran for item in bertiga]
        for susunan in ((0, 1, 2), (1, 0, 2), (2, 0, 1)):
            target, realisasi, capaian = (bertiga[k] for k in susunan)
            if _sesuai(kalimat, target, realisasi, capaian) and peran.count(Peran.TARGET) == 1:
                yield _hubungan(kalimat, operan, posisi, (target, realisasi, capaian))
                break


def _sesuai(kalimat: Kalimat, target: Operan, realisasi: Operan, capaian: Operan) -> bool:
    if target.teks.peran is not Peran.TARGET or realisasi.teks.peran is not Peran.REALISASI or realisasi.angka.currency:
        return False
    if capaian.posisi < target.posisi and not _DARI.search(antara(kalimat, capaian, target)):
        return False
    if capaian.teks.peran is Peran.CAPAIAN:
        return target.nilai > 0 and not _RATA.search(sebelum(kalimat, capaian))
    if capaian.teks.peran is not Peran.PERSEN or target.nilai <= 0:
        return False
    dari = capaian.posisi == target.posisi + 1 and bool(_DARI.search(antara(kalimat, realisasi, target)))
    return capaian.posisi == realisasi.posisi + 1 or (dari and realisasi.posisi + 1 == target.posisi)


def _hubungan(
    kalimat: Kalimat, operan: Sequence[Operan | None], posisi: int, bertiga: tuple[Operan, Operan, Operan]
) -> Hubungan:
    target, realisasi, capaian = bertiga
    return Hubungan(
        aturan="R/T, (2T−R)/T atau T/R",
        hasil=capaian,
        operan=(realisasi, target),
        hitung=_aturan(capaian),
        terikat=_terikat(kalimat, operan, posisi, bertiga),
    )


def _terikat(
    kalimat: Kalimat, operan: Sequence[Operan | None], posisi: int, bertiga: tuple[Operan, Operan, Operan]
) -> bool:
    target, realisasi, capaian = bertiga
    if not sekelas(target.angka, realisasi.angka) or any(item.teks.wilayah for item in bertiga):
        return False
    if capaian.teks.jangka not in (None, target.teks.jangka) or realisasi.teks.pendekatan or target.angka.operator:
        return False
    tahun = {item.teks.tahun for item in bertiga if item.teks.tahun is not None}
    periode = {item.teks.periode for item in bertiga if item.teks.periode is not None}
    if (len(tahun) > 1 and target.teks.jangka is None) or len(periode) > 1:
        return False
    sendiri = _sendiri(operan[:posisi])
    if capaian.teks.peran is Peran.PERSEN and not _PENUTUP.match(sesudah(kalimat, capaian)):
        return False
    if capaian.posisi < max(target.posisi, realisasi.posisi):
        return sendiri
    return sendiri and ";" not in antara(kalimat, *sorted((target, realisasi), key=lambda item: item.posisi))


def _sendiri(depan: Sequence[Operan | None]) -> bool:
    """Whether no other target or realisasi stands before, back to the last capaian."""
    for item in reversed(depan):
        if item is None or item.teks.peran in (Peran.TARGET, Peran.REALISASI):
            return False
        if item.teks.peran in (Peran.CAPAIAN, Peran.PERSEN):
            return True
    return True


def _aturan(capaian: Operan) -> Hitung:
    """All accepted rules for a printed capaian; a cap is accepted where the rule leads to it or above."""

    def hitung(nilai: Sequence[Interval]) -> Iterator[Interval | None]:
        realisasi, target = nilai[0], (nilai[1].low + nilai[1].high) / 2
        for nama in RULES:
            interval = apply_rule(nama, target, realisasi)
            if interval is None:
                continue
            yield interval
            if not capaian.angka.percent:
                yield scaled(interval, _SERATUSAN)
            if capaian.nilai in BATAS and interval.high >= capaian.nilai:
                yield Interval(low=capaian.nilai, high=capaian.nilai)

    return hitung
