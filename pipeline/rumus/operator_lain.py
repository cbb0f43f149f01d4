"""Which signs multiply, add, subtract or equate."""

from __future__ import annotations

from pipeline.rumus.keping import Jenis
from pipeline.rumus.kosakata import BESARAN, OPERAN, Macam
from pipeline.rumus.pandangan import Pandangan, faktor

_MENGUBAH = frozenset(("yang", "akan", "telah", "sudah", "dapat", "tidak"))
_HASIL = frozenset(("perbandingan", "rasio", "hasil"))


def mengalikan(p: Pandangan) -> bool:
    """Whether a sign multiplies: before a number, a bracket or a quantity, or behind a number or a bracket."""
    if p.lalu is None or p.lalu.jenis is Jenis.TANDA or p.macam in (Macam.AKHIR, Macam.TANDA):
        return False
    assert p.lanjut is not None  # something begins behind
    if p.tanda.text[-1] in "×✕":
        return True
    if p.tanda.text.lower().startswith("kali"):
        return faktor(p.lanjut)
    if p.macam is Macam.ANGKA:
        return faktor(p.lanjut) or p.berdiri or p.lalu.jenis is not Jenis.ANGKA
    if p.tanda.text in "∙·":
        return False
    if p.macam in (Macam.GRUP, Macam.KUAT) or p.lalu.isi is not None:
        return True
    if p.berdiri and p.macam_lalu in (Macam.ANGKA, Macam.SIMBOL):
        return p.macam_lalu is Macam.ANGKA or p.macam is Macam.SIMBOL
    return p.macam is Macam.LEMAH and (p.tanda.frasa or p.macam_kiri in BESARAN)


def menambah(p: Pandangan, *, bukti: bool) -> bool:
    """Whether a plus adds; not the one of `15+ tahun`.

    Args:
        p: the sign.
        bukti: the sign stands in brackets that are an operand, or beside a division.
    """
    if p.buntu:
        return False
    assert p.lalu is not None  # not `buntu`
    if p.tanda.frasa:
        return _kata(p, bukti=bukti)
    if p.macam in (Macam.KUAT, Macam.GRUP):
        return True
    if p.macam is Macam.SIMBOL:
        return (p.berdiri and p.macam_lalu in (Macam.SIMBOL, Macam.GRUP)) or (p.renggang == 2 and bukti)
    if p.macam is Macam.ANGKA:
        return (p.berdiri and p.macam_lalu is Macam.ANGKA) or p.renggang == 2
    return p.renggang == 2 and (bukti or p.ulang or (p.macam is Macam.LEMAH and p.macam_kiri in BESARAN))


def mengurangi(p: Pandangan, *, bukti: bool, butir: bool) -> bool:
    """Whether a dash subtracts; in words, ranges and lists it does not.

    Args:
        p: the sign.
        bukti: the sign stands in brackets that are an operand, or beside a division.
        butir: the dashes mark the items of a list.
    """
    if p.buntu:
        return False
    if p.tanda.frasa:
        return _kata(p, bukti=bukti)
    if p.macam_lalu is Macam.ANGKA and p.berdiri:
        return p.sendiri() and bukti if p.macam is Macam.ANGKA else p.renggang == 2 and p.macam in OPERAN
    if p.berdiri and {p.macam, p.macam_lalu} <= {Macam.SIMBOL, Macam.GRUP}:
        return True
    if p.macam is Macam.GRUP or (p.lalu is not None and p.lalu.isi is not None):
        return p.renggang > 0 and (bukti or p.macam in OPERAN)
    if p.renggang < 2 or butir:
        return False
    return bukti or p.macam is Macam.KUAT or (p.macam is Macam.LEMAH and p.macam_kiri in BESARAN)


def _kata(p: Pandangan, *, bukti: bool) -> bool:
    """`ditambah`, `dikurangi`: an operation before an operand, an ordinary verb elsewhere."""
    assert p.lalu is not None  # the caller asked for both operands
    return p.lalu.kata not in _MENGUBAH and (p.macam in OPERAN or bukti or p.ulang)


def menyamakan(p: Pandangan) -> bool:
    """Whether `=` or one of its words (`adalah`) may stand between a name and a formula."""
    if not p.tanda.text:
        return True
    if p.buntu or not p.tanda.frasa:
        return not p.buntu
    assert p.lanjut is not None  # not `buntu`
    return p.macam in OPERAN or p.lanjut.kata in _HASIL
