"""Numbers of sentences as operands: what stands around them, what they stand for, which result they reach."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from pipeline.angka_id import infer_separator
from pipeline.arithmetic import point, reaches, realisasi_interval, scaled
from pipeline.klaim.peran_kata import teks_berperan
from schemas.angka import Angka, AngkaKind, Interval
from schemas.kinerja import Laporan
from schemas.narasi import Kalimat, Klaim, KlaimTeks, RujukanKlaim

Hitung = Callable[[Sequence[Interval]], Iterable[Interval | None]]
"""From what the operands may stand for to everything the result may be."""

_COUNT_FROM = 1000
_UKURAN = re.compile(
    r"(?:[kcm]?m[23²³]?|km|ha|hektar|are|ton|kwintal|kg|gram|kilogram|liter|meter|kilometer|mw|kw[hp]?|watt|tahun|bulan|hari|jam|"
    r"menit|detik|poin|point|derajat|per|perseratus|permil|nilai|angka|skor|indeks)(?![a-z])",
    re.IGNORECASE,
)
_MINUS = re.compile(r"(?:\bminus|\bnegatif)\s*(?:sebesar\s*)?$", re.IGNORECASE)
_ONE_GROUP = re.compile(r"(?<![\d.,])\d{1,3}[.,]\d{3}(?![\d.,]*\d)")
_LIMIT = 60
_KATA_NAMA = 12
_NOMOR = re.compile(r"\s*\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+", re.IGNORECASE)
_SIFAT_NAMA = re.compile(
    r"\byang\s+(?:(?:telah|sudah|belum|tidak|dapat)\s+)*\w+|\bper\s*\d[\d.]*|\btahun\s+20\d\d\b", re.IGNORECASE
)
"""Parts of a name that look like those of a sentence."""
_BUKAN_NAMA = re.compile(
    r"\d|[.;!?](?:\s|$)|\b(?:terjadi|adalah|ialah|merupakan|mencapai|tercapai|sebesar|sebanyak|yaitu|yakni|ditemukan"
    r"|terdapat|terealisasi|menunjukkan|mengalami|menjadi|meningkat|menurun|naik|turun|memenuhi|melampaui|memiliki|terdiri"
    r"|meliputi|telah|sudah|belum|tidak|akan|dapat|sehingga|karena|bahwa|sedangkan|maka|di[a-z]+kan)\b",
    re.IGNORECASE,
)
"""What a sentence holds and a name does not: figures, verbs and cues, an end."""
_DEPAN = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Operan:
    """A readable number of a sentence; `angka` has the sign that a word before it gives ("minus 3,49")."""

    rujukan: RujukanKlaim
    klaim: Klaim
    angka: Angka

    @property
    def teks(self) -> KlaimTeks:
        """The printed claim."""
        return self.klaim.teks

    @property
    def nilai(self) -> Decimal:
        """The value of its number."""
        return self.angka.value or Decimal(0)

    @property
    def posisi(self) -> int:
        """Position among the claims of its sentence."""
        return self.rujukan.klaim or 0


def operan_kalimat(laporan: Laporan, nomor: int) -> tuple[Operan | None, ...]:
    """The claims of a sentence in printed order; None where the text is not one number."""
    kalimat = laporan.kalimat[nomor]
    berperan = teks_berperan(kalimat)
    return tuple(_operan(kalimat, nomor, posisi, teks) for posisi, teks in enumerate(berperan))


def _operan(kalimat: Kalimat, nomor: int, posisi: int, teks: KlaimTeks) -> Operan | None:
    klaim = kalimat.klaim[posisi]
    if teks is not klaim.teks:
        klaim = replace(klaim, teks=teks)
    angka = klaim.angka
    if angka.kind is not AngkaKind.NUMBER or angka.value is None:
        return None
    if angka.value > 0 and _MINUS.search(kalimat.teks.text[max(0, teks.mulai - _DEPAN) : teks.mulai]):
        angka = replace(angka, value=angka.value.copy_negate())
    return Operan(rujukan=RujukanKlaim(kalimat=nomor, klaim=posisi), klaim=klaim, angka=angka)


def antara(kalimat: Kalimat, a: Operan, b: Operan) -> str:
    """Lower-case text between two numbers of a sentence."""
    return kalimat.teks.text[a.teks.akhir : b.teks.mulai].lower()


def sebelum(kalimat: Kalimat, operan: Operan) -> str:
    """Lower-case text before a number, back to the number before it."""
    awal = kalimat.klaim[operan.posisi - 1].teks.akhir if operan.posisi else 0
    return kalimat.teks.text[awal : operan.teks.mulai].lower()


def sesudah(kalimat: Kalimat, operan: Operan) -> str:
    """Lower-case text behind a number, up to the next one."""
    lain = kalimat.klaim[operan.posisi + 1 :]
    return kalimat.teks.text[operan.teks.akhir : lain[0].teks.mulai if lain else None].lower()


def kelas(angka: Angka) -> str:
    """What kind of quantity is printed: `persen`, `rupiah`, the counted unit, or `polos`."""
    if angka.percent:
        return "persen"
    if angka.currency:
        return "rupiah"
    satuan = (angka.unit or "").lower().split()
    if not satuan or satuan[0] in ("poin", "point", "persen", "angka", "nilai"):
        return "polos"
    return satuan[0].strip(".,()")


def sekelas(*angka: Angka) -> bool:
    """Whether numbers can be added and subtracted: no two of them are printed with different units."""
    return len({kelas(item) for item in angka} - {"polos"}) <= 1


def pasti(angka: Angka) -> bool:
    """Whether a number is printed to the last unit, as counts and amounts of rupiah are."""
    if angka.decimals or angka.multiplier != 1 or angka.percent or angka.value is None:
        return angka.value == 0 and not angka.percent
    return abs(angka.value) >= _COUNT_FROM or bool(angka.unit and not _UKURAN.match(angka.unit))


def _kemungkinan(angka: Angka, *, potong: bool) -> Interval:
    """What an operand stands for: itself when exact, else all that rounds (or is cut off) to it."""
    if pasti(angka):
        return point(angka.value or Decimal(0))
    if not potong:
        return realisasi_interval(angka, exact=False)
    value, unit = angka.value or Decimal(0), 2 * angka.half_unit
    return Interval(low=value if value >= 0 else value - unit, high=value + unit if value >= 0 else value)


def sampai(hasil: Angka, hitung: Hitung, operan: Sequence[Angka], geser: Sequence[int] = ()) -> bool:
    """Whether the printed result is one of the computed ones, its operands being rounded or cut off.

    Args:
        hasil: the printed result.
        hitung: the rule.
        operan: its operands.
        geser: power of ten by which each operand, and last the result, is multiplied first.
    """
    pangkat = tuple(geser) or (0,) * (len(operan) + 1)
    tercetak = geserkan(hasil, pangkat[-1])
    for potong in (False, True):
        nilai = [
            scaled(_kemungkinan(angka, potong=potong), Decimal(10) ** n)
            for angka, n in zip(operan, pangkat, strict=False)
        ]
        if any(interval is not None and reaches(tercetak, interval) for interval in hitung(nilai)):
            return True
    return False


def pertama(hitung: Hitung, operan: Sequence[Angka]) -> Interval | None:
    """The first computed result that there is, for a message."""
    nilai = [_kemungkinan(angka, potong=False) for angka in operan]
    return next((interval for interval in hitung(nilai) if interval is not None), None)


def geserkan(angka: Angka, pangkat: int) -> Angka:
    """The number times a power of ten, its precision moved along."""
    if not pangkat or angka.value is None:
        return angka
    return replace(angka, value=angka.value.scaleb(pangkat), decimals=angka.decimals - pangkat)


def digit(angka: Angka) -> int:
    """How many significant digits are printed."""
    if not angka.value:
        return 0
    tercetak = (angka.value / angka.multiplier).copy_abs().scaleb(angka.decimals)
    return len(f"{tercetak:f}".split(".")[0].lstrip("0"))


def kebiasaan(laporan: Laporan) -> str | None:
    """Which separators the sentences of the report use: `id`, `en`, or None where they do not agree."""
    return infer_separator([klaim.teks.angka for kalimat in laporan.kalimat for klaim in kalimat.klaim])


def bermakna_ganda(angka: Angka, biasa: str | None) -> bool:
    """Whether the one separator of a number may mark thousands as well as decimals in this report."""
    cetak = _ONE_GROUP.search(angka.text)
    if cetak is None or angka.currency:
        return False
    ribuan = {".": "id", ",": "en"}[next(char for char in cetak.group() if char in ".,")]
    return biasa != ribuan or (angka.multiplier == 1 and kelas(angka) in ("polos", "persen"))


def subjek(kalimat: Kalimat, operan: Operan) -> str:
    """What a judgement is about: the bound indicator, else the list item's name, else the sentence's opening."""
    return nama_klaim(kalimat, operan.klaim)


def nama_klaim(kalimat: Kalimat, klaim: Klaim) -> str:
    """The same for a claim that need not hold a number."""
    nama = klaim.label or nama_butir(kalimat.teks.butir) or kalimat.teks.text
    pendek = " ".join(nama.split()).rstrip(" .;:")
    return pendek if len(pendek) <= _LIMIT else pendek[:_LIMIT].rsplit(" ", 1)[0] + " …"


def nama_butir(butir: str | None) -> str | None:
    """The opening of a list item where it is a name and no sentence of its own, which would not be the one quoted."""
    if butir is None:
        return None
    nomor = _NOMOR.match(butir)
    nama = butir[nomor.end() if nomor else 0 :].strip(" :–-")
    if not nama or len(nama.split()) > _KATA_NAMA or _BUKAN_NAMA.search(_SIFAT_NAMA.sub(" ", nama)):
        return None
    return nama
