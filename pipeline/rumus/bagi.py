"""Which signs and words divide: rules for slash, colon and words, by what precedes and what follows.

Every rule answers how sure it is. `PASTI` divides; lesser answers divide only where the formula has a factor
(`x 100%`) and nothing else in the same brackets divides, the surest one first.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping
from enum import IntEnum
from types import MappingProxyType

from pipeline.rumus.keping import Jenis
from pipeline.rumus.kosakata import BESARAN, PASANGAN, PENGANTAR, UKURAN, WAKTU, Macam
from pipeline.rumus.pandangan import Pandangan, faktor

_TITIK_DUA = ":∶"
_NAMA_KECIL = frozenset((Macam.KATA, Macam.KUAT, Macam.LEMAH))


class Yakin(IntEnum):
    """How sure it is that a sign divides; `LABEL` is a colon behind the name of what is computed."""

    BUKAN = 0
    LABEL = 1
    LEMAH = 2
    SEDANG = 3
    KUAT = 4
    PASTI = 9


def nilai_bagi(p: Pandangan) -> Yakin:
    """How sure a sign of division is one."""
    if p.buntu:
        return Yakin.BUKAN
    if p.tanda.frasa:
        words = p.tanda.text.lower().replace(" ", "")
        rule = next((r for head, r in _KATA.items() if words.startswith(head)), None)
        return Yakin.BUKAN if rule is None else rule(p)
    if p.tanda.text in _TITIK_DUA:
        return _titik_dua(p)
    return Yakin.PASTI if p.tanda.text in "÷∕⁄" or len(p.tanda.text) > 1 else _miring(p)


def _miring(p: Pandangan) -> Yakin:
    """A slash divides before a quantity, at a bracket, between symbols; between nouns it means `or`."""
    assert p.lalu is not None and p.lanjut is not None  # not `buntu`
    if (p.lalu.kata, p.lanjut.kata) in PASANGAN:
        return Yakin.BUKAN
    if p.lalu.isi is not None or p.macam is Macam.GRUP:
        return Yakin.PASTI
    if p.macam is Macam.ANGKA:
        return _miring_angka(p)
    if p.macam is Macam.SIMBOL and p.berdiri and p.macam_lalu in (Macam.SIMBOL, Macam.ANGKA):
        return Yakin.PASTI if p.berfaktor or p.renggang == 2 else Yakin.LEMAH
    if p.macam in BESARAN:
        return _miring_besaran(p)
    if p.ulang:
        return Yakin.KUAT
    return (Yakin.BUKAN, Yakin.LEMAH, Yakin.SEDANG)[p.renggang]


def _miring_angka(p: Pandangan) -> Yakin:
    if p.berdiri and p.macam_lalu is Macam.ANGKA:
        return Yakin.PASTI if p.sendiri() else Yakin.BUKAN
    if p.renggang < 2:
        return Yakin.BUKAN
    return Yakin.PASTI if p.sendiri() else Yakin.SEDANG


def _miring_besaran(p: Pandangan) -> Yakin:
    """`terpenuhi/ Jumlah` divides, `Jumlah/Total pegawai` does not; `anggaran/realisasi` only beside a factor."""
    if p.tunggal and p.macam_kiri in _NAMA_KECIL:
        return Yakin.KUAT if p.sendiri() else (Yakin.SEDANG if p.renggang == 2 else Yakin.BUKAN)
    if p.macam is Macam.KUAT:
        return Yakin.PASTI
    return Yakin.PASTI if p.renggang == 2 and p.macam_kiri in BESARAN else Yakin.KUAT


def _titik_dua(p: Pandangan) -> Yakin:
    """A colon divides two quantities; behind the name of a measure it is a label, before a list neither."""
    assert p.lalu is not None and p.lanjut is not None  # not `buntu`
    if p.lalu.kata in PENGANTAR:
        return Yakin.LABEL
    if p.macam is Macam.ANGKA and p.lalu.jenis is Jenis.ANGKA:
        return Yakin.PASTI if p.berdiri and p.sendiri() and (p.renggang or p.berfaktor) else Yakin.BUKAN
    if UKURAN.match(p.kiri[0].text):
        return Yakin.PASTI if p.kiri[0].kata == p.lanjut.kata else Yakin.LABEL
    if p.tunggal and faktor(p.lalu) and p.macam in BESARAN:
        return Yakin.PASTI
    if p.ulang:
        return Yakin.KUAT
    if p.macam is Macam.KATA:
        return Yakin.LEMAH if p.renggang == 2 and p.macam_kiri is not Macam.KATA else Yakin.LABEL
    if p.macam_kiri in (Macam.GRUP, Macam.KUAT) or (p.macam_kiri in (Macam.LEMAH, Macam.SIMBOL) and p.renggang):
        return Yakin.BUKAN if _berderet(p) else Yakin.PASTI
    return Yakin.SEDANG if p.macam in BESARAN else Yakin.LABEL


def _berderet(p: Pandangan) -> bool:
    """Whether what follows is a list of quantities (`: Jumlah A, Jumlah B`)."""
    after = p.units[p.index + 1 :]
    return not p.berfaktor and any(
        before.text.endswith((",", ";")) and unit.macam is Macam.KUAT for before, unit in itertools.pairwise(after)
    )


def _dibagi(p: Pandangan) -> Yakin:
    assert p.lalu is not None and p.lanjut is not None  # not `buntu`
    other = p.lanjut.kata in ("menjadi", "dalam", "atas", "ke", "kepada", "rata", "habis", "untuk", "pada")
    return Yakin.BUKAN if other or p.lalu.kata in ("yang", "akan", "telah", "sudah") else Yakin.PASTI


def _dibanding(p: Pandangan) -> Yakin:
    assert p.lanjut is not None  # not `buntu`
    if p.lanjut.kata in WAKTU:
        return Yakin.SEDANG
    if p.macam is not Macam.KATA or p.macam_kiri is Macam.KUAT:
        return Yakin.PASTI
    return Yakin.KUAT


def _berbanding(p: Pandangan) -> Yakin:
    return Yakin.PASTI if p.macam_kiri in BESARAN and p.macam in BESARAN else Yakin.LEMAH


def _terhadap(p: Pandangan) -> Yakin:
    """`Jumlah A terhadap jumlah B`; not `Penilaian … terhadap …`, `fasilitasi terhadap pelaksanaan`."""
    if p.macam is Macam.KUAT and p.macam_kiri in BESARAN:
        return Yakin.PASTI
    return Yakin.SEDANG if p.macam_kiri in BESARAN and (p.macam is Macam.LEMAH or p.ulang) else Yakin.BUKAN


def _dari(p: Pandangan) -> Yakin:
    return Yakin.LEMAH if p.macam is Macam.KUAT and p.macam_kiri in BESARAN and not p.tunggal else Yakin.BUKAN


def _per(p: Pandangan) -> Yakin:
    return Yakin.PASTI if p.macam is Macam.KUAT and p.macam_kiri in BESARAN else Yakin.BUKAN


_KATA: Mapping[str, Callable[[Pandangan], Yakin]] = MappingProxyType(
    {
        "dibagi": _dibagi,
        "dibanding": _dibanding,
        "berbanding": _berbanding,
        "terhadap": _terhadap,
        "dari": _dari,
        "per": _per,
    }
)
