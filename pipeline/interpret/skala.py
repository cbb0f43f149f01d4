"""Printed class scales to bounds: `75 % sampai 100 %`, `≥ 80`, `50 - < 80 %`, `>90-100`."""

from __future__ import annotations

import re

from pipeline.angka_id import find_numbers
from schemas.angka import Angka
from schemas.extraction import KelasTeks, SkalaTeks
from schemas.kinerja import Arah, Kelas, Skala

_ABOVE = re.compile(r">|≥|lebih|di\s?atas|minimal|ke\s?atas", re.IGNORECASE)
_BELOW = re.compile(r"<|≤|kurang|di\s?bawah|maksimal|ke\s?bawah", re.IGNORECASE)
_BETWEEN = re.compile(r"\d\s*%?\s*([<>≤≥]=?)\s*\(?[a-z]+\)?\s*([<>≤≥]=?)\s*\d", re.IGNORECASE)
_INCLUSIVE = re.compile(r"[≥≤=]|sama\s+dengan|minimal|maksimal|ke\s?atas|ke\s?bawah", re.IGNORECASE)
_SUBJECTS = (
    ("SAKIP", re.compile(r"\bs?akip\b|akuntabilitas kinerja instansi", re.IGNORECASE)),
    ("IKM", re.compile(r"\bikm\b|\bskm\b|kepuasan|mutu\s+pelayanan", re.IGNORECASE)),
    ("SPIP", re.compile(r"\bspip\b|maturitas|manajemen\s+risiko", re.IGNORECASE)),
    ("IKKI", re.compile(r"\bikki\b|kepatuhan", re.IGNORECASE)),
    ("reformasi birokrasi", re.compile(r"reformasi\s+birokrasi|\brb\b", re.IGNORECASE)),
    (
        "indeks lain",
        re.compile(r"\bindeks\b|\bipm\b|kualitas\s+(?:udara|air|lingkungan)|\bikl[hu]\b", re.IGNORECASE),
    ),
)
_CAPAIAN = re.compile(r"capaian|kinerja|skala\s+nilai|penilaian|keberhasilan|realisasi", re.IGNORECASE)
_NEAR = 160
_NEGATIVE = re.compile(
    r"(?:untuk|bagi)\s+indikator[^.]{0,60}negatif|bermakna\s+(?:capaian\s+)?negatif|semakin\s+rendah\s+semakin\s+baik",
    re.IGNORECASE,
)
_POSITIVE = re.compile(r"(?:untuk|bagi)\s+indikator[^.]{0,60}positif|bermakna\s+(?:capaian\s+)?positif", re.IGNORECASE)


def read_skala(skala: SkalaTeks) -> Skala:
    """A scale with bounds; what it classifies is read from caption, heading and the text before it, nearest first."""
    subject, own = _subject(skala)
    text = f"{skala.context[-_NEAR:]} {skala.caption or ''} {skala.header}"
    negative = [m.end() for m in _NEGATIVE.finditer(text)]
    positive = [m.end() for m in _POSITIVE.finditer(text)]
    arah = Arah.TIDAK_DIKETAHUI
    if negative or positive:
        arah = Arah.TURUN if max(negative, default=-1) > max(positive, default=-1) else Arah.NAIK
    return Skala(
        kelas=tuple(_kelas(kelas) for kelas in skala.kelas),
        caption=skala.caption,
        subject=subject,
        untuk_capaian=own,
        arah=arah,
        place=skala.place,
    )


def _subject(skala: SkalaTeks) -> tuple[str, bool]:
    """What a scale classifies, and whether that is the capaian of indicators."""
    if skala.indikator:
        known = next((name for name, pattern in _SUBJECTS if pattern.search(skala.header)), None)
        text = f"{skala.header} {skala.context[-_NEAR:]}"
        return known or skala.header, known is None and bool(re.search(r"\bcapaian\b", text, re.IGNORECASE))
    for text in (skala.caption or "", skala.header, skala.context[-160:]):
        for name, pattern in _SUBJECTS:
            if pattern.search(text) and not re.search(r"persentase\s+capaian|kategori\s+capaian", text, re.IGNORECASE):
                return name, False
        if _CAPAIAN.search(text):
            return "capaian", True
    return "tidak diketahui", False


def _kelas(kelas: KelasTeks) -> Kelas:
    numbers = find_numbers(kelas.text)
    low, high, low_in, high_in = _bounds(kelas.text, numbers)
    return Kelas(
        label=kelas.label,
        text=kelas.text,
        low=low,
        high=high,
        low_inclusive=low_in,
        high_inclusive=high_in,
        place=kelas.place,
    )


def _bounds(text: str, numbers: tuple[Angka, ...]) -> tuple[Angka | None, Angka | None, bool, bool]:
    """Lower and upper bound with whether each belongs to the class."""
    if not numbers:
        return None, None, True, True
    if len(numbers) == 1:
        inclusive = bool(_INCLUSIVE.search(text))
        if _ABOVE.search(text):
            return numbers[0], None, inclusive, True
        if _BELOW.search(text):
            return None, numbers[0], True, inclusive
        return numbers[0], numbers[0], True, True
    a, b = numbers[0], numbers[-1]
    signs = _BETWEEN.search(text)
    if signs is not None and a.value is not None and b.value is not None:
        first, second = ("=" in s or s in "≤≥" for s in signs.groups())
        return (a, b, first, second) if a.value <= b.value else (b, a, second, first)
    cut = text.find(b.text[:1], text.find(a.text[:1]) + len(a.text)) if a.text and b.text else len(text) // 2
    before, between = text[: text.find(a.text[:1])], text[text.find(a.text[:1]) : max(cut, 0)]
    low_in = not (">" in before or "lebih" in before.lower()) or "=" in before
    high_in = not ("<" in between or "kurang" in between.lower()) or "=" in between
    if a.value is not None and b.value is not None and a.value > b.value:
        return b, a, high_in, low_in
    return a, b, low_in, high_in
