"""What stands around a sign that may be an operator."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.rumus.keping import Jenis
from pipeline.rumus.kosakata import BESARAN, Macam
from pipeline.rumus.susunan import Unit

FAKTOR = frozenset(("100", "1000", "10000", "100000", "1000000", "seratus", "seribu"))


def faktor(unit: Unit) -> bool:
    """Whether a unit prints a factor of percentages and rates: a power of ten from 100 on."""
    digits = unit.text.lower().rstrip(")]}").rstrip("%").removesuffix("persen").strip()
    return unit.jenis is Jenis.ANGKA and digits.replace(".", "").split(",")[0] in FAKTOR


@dataclass(frozen=True, slots=True, kw_only=True)
class Pandangan:
    """A sign of a group, seen from where it stands.

    Attributes:
        units: of the group; index: of the sign; awal: of the first unit of its left operand.
        berfaktor: a factor is multiplied somewhere in the formula.
    """

    units: Sequence[Unit]
    index: int
    awal: int
    berfaktor: bool

    @property
    def tanda(self) -> Unit:
        """The sign."""
        return self.units[self.index]

    @property
    def kiri(self) -> Sequence[Unit]:
        """The left operand as far as it is known."""
        return self.units[self.awal : self.index]

    @property
    def lalu(self) -> Unit | None:
        """The unit in front."""
        return self.units[self.index - 1] if self.index > self.awal else None

    @property
    def lanjut(self) -> Unit | None:
        """The unit behind."""
        return self.units[self.index + 1] if self.index + 1 < len(self.units) else None

    @property
    def macam(self) -> Macam:
        """What begins behind."""
        return Macam.AKHIR if self.lanjut is None else self.lanjut.macam

    @property
    def buntu(self) -> bool:
        """Whether an operand is missing on one side."""
        return self.lalu is None or self.lalu.jenis is Jenis.TANDA or self.macam in (Macam.AKHIR, Macam.TANDA)

    @property
    def renggang(self) -> int:
        """On how many sides a space is printed."""
        before = self.lalu is not None and self.lalu.akhir < self.tanda.awal
        return before + (self.lanjut is not None and self.tanda.akhir < self.lanjut.awal)

    @property
    def macam_kiri(self) -> Macam:
        """What the left operand begins with."""
        return self.kiri[0].macam if self.kiri else Macam.AKHIR

    @property
    def tunggal(self) -> bool:
        """Whether the left operand is one unit."""
        return len(self.kiri) == 1

    @property
    def berdiri(self) -> bool:
        """Whether the unit in front is an operand of its own: nothing but a sign stands before it."""
        before = self.index - 2
        return before < self.awal or (self.units[before].jenis is Jenis.TANDA and not self.units[before].frasa)

    @property
    def macam_lalu(self) -> Macam:
        """What the unit in front is."""
        return Macam.AKHIR if self.lalu is None else self.lalu.macam

    @property
    def ulang(self) -> bool:
        """Whether the right operand begins with the noun that the left one begins with (`kasus … / kasus …`)."""
        content = [unit for unit in self.kiri if unit.macam not in BESARAN]
        return (
            len(content) > 1
            and self.lanjut is not None
            and self.lanjut.macam is Macam.KATA
            and content[0].kata == self.lanjut.kata
        )

    def sendiri(self) -> bool:
        """Whether the right operand is one unit."""
        after = self.index + 2
        return after >= len(self.units) or self.units[after].jenis is Jenis.TANDA
