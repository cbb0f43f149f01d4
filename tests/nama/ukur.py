"""Measures the name matcher on labelled pairs, beside plain rapidfuzz: `python -m tests.nama.ukur --kurva kurva.svg`.

Prints, for thresholds from which two names count as one, how many of the pairs called one are one (precision), how
many of the pairs that are one were found (recall) and how many of all pairs a person would be asked about; then the
outcome that the matcher itself gives, and every pair it got wrong or left open. `--simpanan FILE` measures another
file instead of the one that the matcher was developed with.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz.fuzz import WRatio
from rapidfuzz.utils import default_process
from reportlab.graphics import renderSVG
from reportlab.graphics.shapes import Drawing, Group, Line, PolyLine, Rect, String
from reportlab.lib.colors import Color, HexColor

from pipeline.normalise import bandingkan_label
from pipeline.normalise.nama.banding import Hasil, Putusan
from pipeline.normalise.nama.skor import AMBANG_SAMA, AMBANG_TANYA
from tests.nama.pasangan import PENGEMBANGAN, Label, Pasangan, muat

AMBANG = (0.60, 0.70, 0.76, 0.80, 0.84, 0.86, 0.88, 0.90, 0.92, 0.94, 0.96, 0.98)
LANGKAH = 200
"""Points of a curve."""

LEBAR, TINGGI, TEPI = 560.0, 400.0, 56.0
TERENDAH = 0.4
"""Precision at the foot of the picture; recall begins at 0."""

_KAMI, _BANDING, _GARIS = HexColor(0x1B6E4B), HexColor(0xB4531F), HexColor(0xC9CDD3)
_TULISAN = HexColor(0x30343A)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dinilai:
    """A pair with the score 0..1 that a matcher gives it."""

    pasangan: Pasangan
    skor: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutu:
    """Precision of what is called one, recall of what is one, and share of all pairs that are asked about."""

    presisi: float
    recall: float
    tanya: float

    def __str__(self) -> str:
        return f"{self.presisi:8.4f} {self.recall:8.4f} {self.tanya:8.4f}"


def nilai(pasangan: Iterable[Pasangan], skor: Callable[[str, str], float]) -> tuple[Dinilai, ...]:
    """The pairs with the scores of a matcher."""
    return tuple(Dinilai(pasangan=satu, skor=skor(satu.a, satu.b)) for satu in pasangan)


def skor_kami(a: str, b: str) -> float:
    """Score of the matcher of this project."""
    return bandingkan_label(a, b).skor


def skor_wratio(a: str, b: str) -> float:
    """Score of rapidfuzz alone, its best mixture, on text in lower case without marks."""
    return WRatio(a, b, processor=default_process) / 100


def mutu(dinilai: Iterable[Dinilai], sama: float, tanya: float) -> Mutu:
    """Quality where scores from `sama` on count as one name and those from `tanya` up to it are asked about."""
    return _mutu((item.pasangan, item.skor >= sama, tanya <= item.skor < sama) for item in dinilai)


def mutu_putusan(diputuskan: Iterable[tuple[Pasangan, Putusan]]) -> Mutu:
    """Quality of the outcomes that the matcher itself gives."""
    return _mutu((satu, putusan.hasil is Hasil.SAMA, putusan.hasil is Hasil.TANYA) for satu, putusan in diputuskan)


def _mutu(hasil: Iterable[tuple[Pasangan, bool, bool]]) -> Mutu:
    semua = tuple(hasil)
    sebut = [satu.label is Label.SAMA for satu, sama, _ in semua if sama]
    ada = sum(satu.label is Label.SAMA for satu, _, _ in semua)
    return Mutu(
        presisi=sum(sebut) / len(sebut) if sebut else 1.0,
        recall=sum(sebut) / ada if ada else 1.0,
        tanya=sum(tanya for _, _, tanya in semua) / len(semua) if semua else 0.0,
    )


def tabel(kami: Sequence[Dinilai], banding: Sequence[Dinilai]) -> Iterator[str]:
    """Lines of the table over thresholds, both matchers beside each other."""
    yield f"{'':8} {'nama ini':^26}   {'rapidfuzz WRatio':^26}"
    yield f"{'ambang':8} {'presisi':>8} {'recall':>8} {'tanya':>8}   {'presisi':>8} {'recall':>8} {'tanya':>8}"
    for sama in AMBANG:
        tanya = min(sama, AMBANG_TANYA)
        tanda = " *" if sama == AMBANG_SAMA else ""
        yield f"{sama:<8.2f} {mutu(kami, sama, tanya)}   {mutu(banding, sama, sama)}{tanda}"


def keliru(diputuskan: Iterable[tuple[Pasangan, Putusan]]) -> Iterator[str]:
    """Every pair that was called one and is not, missed, or left open; the worst kind first."""
    urutan = {(Label.BEDA, Hasil.SAMA): 0, (Label.SAMA, Hasil.BEDA): 1, (Label.SAMA, Hasil.TANYA): 2}
    salah = [
        (urutan.get((satu.label, putusan.hasil), 3), satu, putusan)
        for satu, putusan in diputuskan
        if satu.label.value != putusan.hasil.value
    ]
    for _, satu, putusan in sorted(salah, key=lambda item: (item[0], item[1].a, item[1].b)):
        yield f"{satu.label} disebut {putusan.hasil} ({putusan.skor:.2f}) [{satu.jenis}]: {putusan.alasan}"
        yield f"    {satu.a}"
        yield f"    {satu.b}"


def kurva(kami: Sequence[Dinilai], banding: Sequence[Dinilai]) -> Drawing:
    """Precision against recall over all thresholds, of both matchers."""
    gambar = Drawing(LEBAR, TINGGI)
    gambar.add(Rect(0, 0, LEBAR, TINGGI, fillColor=HexColor(0xFFFFFF), strokeColor=None))
    for bagian in range(11):
        gambar.add(_kisi(bagian / 10))
    for nama, dinilai, warna, at in (("nama ini", kami, _KAMI, 0), ("rapidfuzz WRatio", banding, _BANDING, 1)):
        gambar.add(_garis(dinilai, warna))
        gambar.add(
            Line(TEPI + 20, TEPI + 34 - 16 * at, TEPI + 44, TEPI + 34 - 16 * at, strokeColor=warna, strokeWidth=2)
        )
        gambar.add(_teks(TEPI + 50, TEPI + 31 - 16 * at, nama))
    gambar.add(_teks(LEBAR / 2 - 60, 12, "recall pasangan yang sama"))
    gambar.add(_teks(8, TINGGI - 20, "presisi"))
    return gambar


def _kisi(nilai_sumbu: float) -> Group:
    """A line of the grid at a value of both axes, with its figure."""
    x, y = _tempat(nilai_sumbu, TERENDAH)[0], _tempat(0, nilai_sumbu)[1]
    found = Group(
        Line(x, TEPI, x, TINGGI - TEPI / 2, strokeColor=_GARIS), _teks(x - 8, TEPI - 16, f"{nilai_sumbu:.1f}")
    )
    if nilai_sumbu >= TERENDAH:
        found.add(Line(TEPI, y, LEBAR - TEPI / 2, y, strokeColor=_GARIS))
        found.add(_teks(TEPI - 26, y - 4, f"{nilai_sumbu:.1f}"))
    return found


def _tempat(recall: float, presisi: float) -> tuple[float, float]:
    lebar, tinggi = LEBAR - 1.5 * TEPI, TINGGI - 1.5 * TEPI
    return TEPI + recall * lebar, TEPI + (max(presisi, TERENDAH) - TERENDAH) / (1 - TERENDAH) * tinggi


def _garis(dinilai: Sequence[Dinilai], warna: Color) -> PolyLine:
    ambang = [1 - langkah / LANGKAH for langkah in range(LANGKAH + 1)]
    titik = [mutu(dinilai, batas, batas) for batas in ambang]
    return PolyLine(
        [koordinat for item in titik for koordinat in _tempat(item.recall, item.presisi)],
        strokeColor=warna,
        strokeWidth=2,
    )


def _teks(x: float, y: float, isi: str) -> String:
    return String(x, y, isi, fontName="Helvetica", fontSize=11, fillColor=_TULISAN)


def main(argumen: Sequence[str] | None = None) -> None:
    """Prints the measurement, and draws the curve where a file is named."""
    baca = argparse.ArgumentParser(prog="python -m tests.nama.ukur", description="Mengukur pencocok nama.")
    baca.add_argument("--simpanan", type=Path, default=PENGEMBANGAN, help="berkas pasangan yang diukur")
    baca.add_argument("--kurva", type=Path, default=None, help="gambar SVG yang ditulis")
    pilihan = baca.parse_args(argumen)
    pasangan = muat(pilihan.simpanan)
    diputuskan = [(satu, bandingkan_label(satu.a, satu.b)) for satu in pasangan]
    kami, banding = nilai(pasangan, skor_kami), nilai(pasangan, skor_wratio)
    print(f"{pilihan.simpanan.name}: {len(pasangan)} pasangan")
    print("\n".join((*tabel(kami, banding), "", f"putusan  {mutu_putusan(diputuskan)}", "", *keliru(diputuskan))))
    if pilihan.kurva is not None:
        renderSVG.drawToFile(kurva(kami, banding), str(pilihan.kurva))


if __name__ == "__main__":
    main()
