"""Class scales inside the text of a cell: intervals with a class each (`70-80 BB (sangat baik)`, `A >90 – 100`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from schemas.extraction import KelasTeks, SkalaTeks
from schemas.keputusan import Indikator, Keputusan, Teks

_BILANGAN = r"\d{1,3}(?:[.,]\d{1,4})?\s?%?"
_TANDA = r"[<>≥≤]\s?=?"
_SAMPAI = r"(?:-|–|—|−|s\s?\.?\s?/?\s?d\.?|sampai(?:\s+dengan)?(?:\s+kurang\s+dari)?|hingga)"
_BATAS = re.compile(
    rf"(?<![\w.,/])(?:"
    rf"(?:{_TANDA}\s*)?{_BILANGAN}\s*{_SAMPAI}\s*(?:{_TANDA}\s*)?{_BILANGAN}"
    rf"|{_BILANGAN}\s*{_TANDA}\s*(?:x|n|nilai|skor)\s*{_TANDA}\s*{_BILANGAN}"
    rf"|(?:{_TANDA}|(?:lebih|kurang)\s+dari|di\s?(?:atas|bawah))\s*{_BILANGAN}"
    rf"|{_BILANGAN}\s*ke\s?(?:atas|bawah)"
    rf")(?![\w%])",
    re.IGNORECASE,
)
_MUTU = re.compile(r"(?:AAA|AA|A|BBB|BB|B|CCC|CC|C|DD|D|E|SB|KB|TB|SK)[+-]?")
_KATA = re.compile(
    r"sangat|amat|sekali|agak|tidak|kurang|cukup|baik|memuaskan|tinggi|rendah|sedang|buruk|jelek|istimewa|prima|unggul"
    r"|berhasil|efektif|efisien|optimal|maju|mandiri|berkembang|tertinggal|patuh|sehat|puas|layak|inovatif|ideal|kritis"
    r"|ringan|berat|hijau|kuning|merah|biru",
    re.IGNORECASE,
)
_PENGISI = re.compile(
    r"nilai|kategori|predikat|kelas|mutu|dengan|adalah|interpretasi|kinerja|skor|interval|dan", re.IGNORECASE
)
_TOKEN = re.compile(r"[^\W\d_]+[+-]?|\S")
_PEMISAH = frozenset('()[]:;=,.-–—|/•·*"“”%')
_URUTAN = (
    ("AAA", "AA", "A", "BBB", "BB", "B", "CCC", "CC", "C", "D", "E"),
    ("AA", "A", "BB", "B", "CC", "C", "D"),
    ("A", "BB", "B", "CC", "C", "D"),
    ("A", "B", "C", "D", "E"),
)
_MIN_KELAS = 3
_TERPANJANG = 6
_SEKITAR = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class _Batas:
    """An interval with the tokens of the text before and behind it, up to the next intervals."""

    text: str
    awal: int
    akhir: int


def read_skala(keputusan: Iterable[Keputusan]) -> tuple[SkalaTeks, ...]:
    """The scales that the indicators of decrees print in their definition, formula or note, each once."""
    found: dict[tuple[object, str], SkalaTeks] = {}
    for item in keputusan:
        for indikator in item.indikator():
            for teks in (indikator.definisi, indikator.formula, indikator.keterangan):
                for skala in _skala(indikator, teks) if teks is not None else ():
                    found.setdefault((skala.place, skala.kelas[0].text), skala)
    return tuple(found.values())


def _skala(indikator: Indikator, teks: Teks) -> Iterator[SkalaTeks]:
    text = " ".join(teks.text.split())
    for deret in _deret(text):
        kelas = _kelas(text, deret, teks)
        if kelas:
            yield SkalaTeks(
                kelas=tuple(kelas),
                caption=None,
                header=" ".join(indikator.indikator.text.split()),
                context=text[: deret[0].awal].strip(),
                place=teks.place,
                indikator=True,
            )


def _deret(text: str) -> Iterator[list[_Batas]]:
    """Intervals in a row with nothing but class words between them."""
    deret: list[_Batas] = []
    for match in _BATAS.finditer(text):
        batas = _Batas(text=match.group(0).strip(), awal=match.start(), akhir=match.end())
        if deret and not _antara(_kata(text[deret[-1].akhir : batas.awal])):
            if len(deret) >= _MIN_KELAS:
                yield deret
            deret = []
        deret.append(batas)
    if len(deret) >= _MIN_KELAS:
        yield deret


def _kata(text: str) -> list[str]:
    """The words of a text, and its signs one by one."""
    return _TOKEN.findall(text)


def _jenis(token: str) -> str | None:
    """`mutu` for a grade, `kata` for a class word, `isi` for what may stand between; None for anything else."""
    if _MUTU.fullmatch(token):
        return "mutu"
    if _KATA.fullmatch(token):
        return "kata"
    return "isi" if _PENGISI.fullmatch(token) or token in _PEMISAH else None


def _antara(tokens: Sequence[str]) -> bool:
    """Whether a text between two intervals names a class and says nothing else."""
    jenis = [_jenis(token) for token in tokens]
    words = [item for item in jenis if item in ("mutu", "kata")]
    return None not in jenis and 0 < len(words) <= _TERPANJANG


def _kelas(text: str, deret: Sequence[_Batas], teks: Teks) -> list[KelasTeks]:
    """The intervals with their classes; empty where it is unsure which class belongs to which interval."""
    antara = [_rapi(text[satu.akhir : dua.awal]) for satu, dua in pairwise(deret)]
    depan = _ujung(text[: deret[0].awal])
    belakang = _pangkal(text[deret[-1].akhir :])
    campur = [_belah(item) for item in antara]
    if depan and belakang and all(campur):
        pasangan = [item for item in campur if item is not None]
        mutu = [depan, *(item[1] for item in pasangan)]
        kata = [*(item[0] for item in pasangan), belakang]
        sisa = _pangkal(text[deret[-1].akhir :], mutu=False)
        label = [f"{m} ({k})" for m, k in zip(mutu, (*kata[:-1], sisa), strict=True)]
        kelas = [KelasTeks(label=a, text=b.text, place=teks.place) for a, b in zip(label, deret, strict=True)]
        return kelas + _tanpa_batas(mutu, text[deret[-1].akhir :], teks)
    if bool(depan) == bool(belakang):
        return []
    label = [depan, *antara] if depan else [*antara, belakang]
    return [KelasTeks(label=a, text=b.text, place=teks.place) for a, b in zip(label, deret, strict=True)]


def _rapi(text: str) -> str:
    """A class as printed, without the signs around it."""
    bersih = " ".join(text.split()).strip(" ,.;:=-–—|/•·*")
    return bersih[1:-1] if bersih.startswith("(") and bersih.endswith(")") and bersih.count("(") == 1 else bersih


def _ujung(text: str) -> str:
    """The class that a text ends with, "" without one."""
    tokens = _kata(text[-_SEKITAR:])
    kept: list[str] = []
    while tokens and (jenis := _jenis(tokens[-1])) is not None:
        token = tokens.pop()
        if jenis == "isi" and kept and token not in "()":
            break
        if jenis != "isi":
            kept.insert(0, token)
            if jenis == "mutu":
                break
    return " ".join(kept)


def _pangkal(text: str, *, mutu: bool = True) -> str:
    """The class that a text begins with, "" without one; `mutu` tells whether a grade may be part of it."""
    kept: list[str] = []
    for token in _kata(text[:_SEKITAR]):
        jenis = _jenis(token)
        if jenis is None or (jenis == "mutu" and (kept or not mutu)):
            break
        if jenis != "isi":
            kept.append(token)
        elif kept and token not in "()":
            break
    bermutu = len(kept) > 1 and _jenis(kept[0]) == "mutu"
    return f"{kept[0]} ({' '.join(kept[1:])})" if bermutu else " ".join(kept)


def _belah(antara: str) -> tuple[str, str] | None:
    """Class words and the grade of the next interval (`Sangat Baik B`), None where it does not end so."""
    tokens = [token for token in _kata(antara) if _jenis(token) != "isi"]
    if len(tokens) < 2 or _jenis(tokens[-1]) != "mutu" or any(_jenis(token) != "kata" for token in tokens[:-1]):
        return None
    return " ".join(tokens[:-1]), tokens[-1]


def _tanpa_batas(mutu: Sequence[str], sesudah: str, teks: Teks) -> list[KelasTeks]:
    """The next grade of the series where it is printed behind the last class without an interval."""
    tokens = [token for token in _kata(sesudah[:_SEKITAR]) if token not in _PEMISAH - {"="}]
    ekor = [k for k, token in enumerate(tokens) if _jenis(token) != "kata"][:1]
    if not ekor:
        return []
    token, berikut = tokens[ekor[0]], tokens[ekor[0] + 1 : ekor[0] + 2]
    for urutan in _URUTAN:
        awal = urutan.index(mutu[0]) if mutu[0] in urutan else len(urutan)
        if tuple(mutu) == urutan[awal : awal + len(mutu)] and urutan[awal + len(mutu) :][:1] == (token,):
            return [] if berikut == ["="] else [KelasTeks(label=token, text="", place=teks.place)]
    return []
