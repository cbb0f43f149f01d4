"""The pieces a sample report is made of, before a writer turns them into a PDF or a Word file."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Pecahan:
    """A stacked fraction with its factor and result: numerator over denominator, ` × 100 % = 71,29`."""

    pembilang: str
    penyebut: str
    ekor: str = ""

    @property
    def text(self) -> str:
        """The fraction on one line."""
        return f"{self.pembilang}/{self.penyebut}{self.ekor}"


Isi = str | Pecahan


@dataclass(frozen=True, slots=True, kw_only=True)
class Sel:
    """One table cell; `rowspan` and `colspan` merge it with squares below and to the right.

    Attributes:
        isi: its text, a formula, or several paragraphs of either.
    """

    isi: Isi | tuple[Isi, ...] = ""
    rowspan: int = 1
    colspan: int = 1
    align: str = "left"
    bold: bool = False

    @property
    def text(self) -> str:
        """The printed characters on one line."""
        return " ".join(satu if isinstance(satu, str) else satu.text for satu in self.paragraf)

    @property
    def paragraf(self) -> tuple[Isi, ...]:
        """Its paragraphs."""
        return self.isi if isinstance(self.isi, tuple) else (self.isi,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Baris:
    """One grid row: a cell per grid column, None where a merged cell of another square covers it.

    Attributes:
        kunci: name by which an error finds the row.
    """

    kunci: str
    sel: tuple[Sel | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TabelCetak:
    """A table ready to be printed.

    Attributes:
        kunci: name by which an error finds the table.
        caption: "Tabel 3.1" and its title, or a title alone; "" prints none.
        kolom: short column names, one per grid column, by which an error finds the cell.
        lebar: column widths in points.
        kepala: heading rows.
        belah: a row that does not fit goes on behind the page edge, as in Word, instead of moving there whole,
            and a fraction too wide for its cell is typed.
    """

    kunci: str
    caption: str
    kolom: tuple[str, ...]
    lebar: tuple[float, ...]
    kepala: tuple[Baris, ...]
    baris: tuple[Baris, ...]
    belah: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Judul:
    """A heading; level 0 is the cover, 1 a chapter (on a new page if `baru`), 2 a section, 3 a subsection."""

    text: str
    level: int = 1
    baru: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraf:
    """Running text; `rumus` prints a stated formula centred below it, `kiri` points are left free at its left."""

    text: str
    center: bool = False
    rumus: Pecahan | None = None
    tebal: bool = False
    kiri: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Gantung:
    """Text that hangs at `kiri` points, with pieces before its first line: `Menimbang`, `:`, `a.`.

    Attributes:
        depan: distance from the margin in points and text of each piece.
    """

    text: str
    depan: tuple[tuple[float, str], ...]
    kiri: float
    tebal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sejajar:
    """Two texts side by side, each centred in its half of the line: signatures."""

    kiri: str
    kanan: str
    tebal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Garis:
    """The line under a letterhead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Halaman:
    """A new page, upright or lying."""

    mendatar: bool = False


Blok = Judul | Paragraf | Gantung | Sejajar | Garis | Halaman | TabelCetak


@dataclass(frozen=True, slots=True, kw_only=True)
class Naskah:
    """A whole report."""

    judul: str
    blok: tuple[Blok, ...] = field(default=())

    def tabel(self, kunci: str) -> TabelCetak:
        """The table of that name.

        Raises:
            KeyError: when there is none.
        """
        for blok in self.blok:
            if isinstance(blok, TabelCetak) and blok.kunci == kunci:
                return blok
        raise KeyError(kunci)
