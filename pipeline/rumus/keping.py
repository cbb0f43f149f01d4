"""Cuts a formula into words, numbers, brackets and what may be an operator; decides nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from schemas.rumus import Operator

BILANGAN = r"\d+(?:[.,]\d+)*(?:\s?(?:%|persen\b))?"
_SERATUS = r"(?:seratus|seribu)(?:\s(?:%|persen\b))?"

_LAMBANG = {
    **dict.fromkeys("/÷∕⁄:∶", Operator.BAGI),
    **dict.fromkeys("×✕*∙·", Operator.KALI),
    "+": Operator.TAMBAH,
    **dict.fromkeys("-–—−‐", Operator.KURANG),
    "=": Operator.SAMA,
}
_FRASA: tuple[tuple[Operator, str], ...] = (
    (Operator.BAGI, r"di ?bagi(?:kan)?(?: (?:dengan|oleh))?"),
    (Operator.BAGI, r"di ?banding(?:kan)?(?: (?:dengan|terhadap))?"),
    (Operator.BAGI, r"berbanding(?: (?:dengan|terhadap))?"),
    (Operator.BAGI, r"terhadap|dari|per"),
    (Operator.KALI, r"di ?kali(?:kan)?(?: dengan)?|kali|x"),
    (Operator.TAMBAH, r"di ?tambah(?:kan)?(?: dengan)?|plus"),
    (Operator.KURANG, r"di ?kurang(?:i|kan)?(?: dengan)?|minus"),
    (Operator.SAMA, r"adalah|merupakan|ialah|yaitu|sama dengan|diperoleh dari|dihitung (?:dengan|dari)"),
)
_KATA_TANDA = re.compile(
    "|".join(f"(?P<f{n}>(?:{pattern}))" for n, (_, pattern) in enumerate(_FRASA)).join((r"(?:", r")(?!\w|-\w)")),
    re.IGNORECASE,
)
_KEPING = re.compile(
    rf"(?P<garis>[-–—_]{{3,}})|(?P<buka>[(\[{{])|(?P<tutup>[)\]}}])"
    rf"|(?P<angka>{BILANGAN}(?![^\W_])(?![-–]\w)|{_SERATUS}(?!\w))"
    r"|(?P<tanda>[/÷∕⁄:∶×✕*∙·+=–—−-])"
    r"|(?P<kata>[^\s()\[\]{}/÷∕⁄:∶×✕*∙·+=–—−-]+(?:[-–‐](?=[^\W_])[^\s()\[\]{}/÷∕⁄:∶×✕*∙·+=–—−-]+)*)"
)
_GARIS = re.compile(r"[-–—_]{3,}")
_KALI_MELEKAT = re.compile(r"(?P<kiri>\S*?[a-z\d%])?(?P<x>[xX])(?=100)")
_KURANG_SIMBOL = re.compile(r"\d{0,2}[A-Za-z][-–]\d{0,2}[A-MO-Za-mo-z]")
_BERANGKA = re.compile(r"[\d\s.,%xX×*/:÷+=()\[\]{}–—−-]+")


class Jenis(StrEnum):
    """Kinds of pieces; `TANDA` only may be an operator."""

    KATA = "kata"
    ANGKA = "angka"
    TANDA = "tanda"
    BUKA = "buka"
    TUTUP = "tutup"


@dataclass(frozen=True, slots=True, kw_only=True)
class Keping:
    """One piece of the text [awal, akhir); `operator` is what a TANDA would be, `frasa` that it is a word."""

    jenis: Jenis
    awal: int
    akhir: int
    text: str
    operator: Operator | None = None
    frasa: bool = False


def potong(text: str) -> list[Keping]:
    """The pieces of a text with folded spaces, in order."""
    pieces: list[Keping] = []
    at, numeric = 0, bool(_BERANGKA.fullmatch(text))
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        new = _frasa(text, at, pieces) or _keping(text, at, numeric)
        if new[0].operator is Operator.KALI and pieces and _GARIS.fullmatch(pieces[-1].text):
            bar = pieces.pop()  # the factor stands beside the bar, the denominator comes behind it
            new = [_tanda(text, bar.awal, new[0].akhir, Operator.KALI), *new[1:]]
        pieces.extend(new)
        at = new[-1].akhir
    return pieces


def _frasa(text: str, at: int, before: list[Keping]) -> list[Keping]:
    """A word operator that begins here; nothing inside a word."""
    joined = at > 1 and text[at - 1] in "-–" and text[at - 2].isalnum()
    if at and (joined or text[at - 1].isalnum()) and not (before and before[-1].jenis is Jenis.ANGKA):
        return []
    match = _KATA_TANDA.match(text, at)
    if match is None or match.lastgroup is None:
        return []
    operator = _FRASA[int(match.lastgroup[1:])][0]
    return [_tanda(text, at, match.end(), operator, frasa=match.group().lower() != "x")]


def _keping(text: str, at: int, numeric: bool) -> list[Keping]:
    match = _KEPING.match(text, at)
    if match is None:
        return [Keping(jenis=Jenis.KATA, awal=at, akhir=at + 1, text=text[at])]
    kind, end = match.lastgroup, match.end()
    if kind == "garis":
        return [_tanda(text, at, end, Operator.BAGI)]
    if kind == "tanda":
        return [_tanda(text, at, end, _LAMBANG[match.group()])]
    if kind == "kata":
        return _kata(text, at, end, numeric)
    assert kind is not None  # every alternative of the pattern is named
    return [Keping(jenis=Jenis(kind), awal=at, akhir=end, text=match.group())]


def _tanda(text: str, at: int, end: int, operator: Operator, *, frasa: bool = False) -> Keping:
    return Keping(jenis=Jenis.TANDA, awal=at, akhir=end, text=text[at:end], operator=operator, frasa=frasa)


def _kata(text: str, at: int, end: int, numeric: bool) -> list[Keping]:
    """One word; `x100` and `R-T` are cut at their sign, so is `676-500` where the whole text is numbers."""
    word = text[at:end]
    melekat = _KALI_MELEKAT.match(word)
    if melekat is not None and (at or melekat["kiri"]):
        cut = at + melekat.start("x")
        kind = Jenis.ANGKA if re.fullmatch(BILANGAN, text[at:cut]) else Jenis.KATA
        head = [Keping(jenis=kind, awal=at, akhir=cut, text=text[at:cut])] if cut > at else []
        return [*head, _tanda(text, cut, cut + 1, Operator.KALI)]
    if _KURANG_SIMBOL.fullmatch(word) or (numeric and "-" in word[1:]):
        cut = at + max(word.find("-"), word.find("–"))
        kind = Jenis.ANGKA if numeric else Jenis.KATA
        return [
            Keping(jenis=kind, awal=at, akhir=cut, text=text[at:cut]),
            _tanda(text, cut, cut + 1, Operator.KURANG),
        ]
    return [Keping(jenis=Jenis.KATA, awal=at, akhir=end, text=word)]
