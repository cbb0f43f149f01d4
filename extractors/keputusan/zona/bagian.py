"""The parts of a decree or a sheet: every line of the flow goes to one part, by what it opens or what it carries on.

Parts may come in any order: an annex heading at the foot of the first page, a list cut by the decision and the
signature. An item that is the next one of a list that was left goes back to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from extractors.keputusan.alir.dokumen import Alir, Baris, TabelAlir
from extractors.keputusan.alir.pembuka import Bukaan, Pembuka, read_bukaan
from extractors.keputusan.zona.butir import Tanda, next_mark, read_tanda
from extractors.keputusan.zona.jenis import ANNEX, LISTS, Zona
from extractors.keputusan.zona.masuk import Keadaan, zone_of
from extractors.keputusan.zona.pecah import split_lines
from extractors.keputusan.zona.sambung import carries_on

_AHEAD = 40
_RETURNS = frozenset({Zona.PENUTUP, Zona.SISA, Zona.TABEL, Zona.JUDUL_LEMBAR}) | ANNEX


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruas:
    """One part with its lines.

    Attributes:
        label: the words that opened it, as printed; "" without.
        nomor: what stands with the label: list mark of a form, number of an annex.
        kepala: the line it begins with.
        isi: its lines without the label; the first is the rest of the line of the label.
    """

    zona: Zona
    label: str
    nomor: str
    kepala: Baris
    isi: tuple[Baris, ...]

    @property
    def text(self) -> str:
        """Its lines joined by spaces."""
        return " ".join(baris.text for baris in self.isi)

    @property
    def cetak(self) -> tuple[Baris, ...]:
        """All its lines as printed, that of the label with it."""
        rest = bool(self.isi) and self.isi[0].place == self.kepala.place and self.kepala.text.endswith(self.isi[0].text)
        return (self.kepala, *self.isi[1:]) if rest else (self.kepala, *self.isi)


Bagian = Ruas | TabelAlir


@dataclass(slots=True)
class _Terbuka:
    """A part that may go on; `tanda` is the last mark of its list."""

    zona: Zona
    kepala: Baris
    label: str = ""
    nomor: str = ""
    isi: list[Baris] = field(default_factory=list)
    tanda: Tanda | None = None

    def closed(self) -> Ruas:
        return Ruas(zona=self.zona, label=self.label, nomor=self.nomor, kepala=self.kepala, isi=tuple(self.isi))


class _Pembaca:
    """Gives each line of the flow to a part."""

    def __init__(self) -> None:
        self._done: list[_Terbuka | TabelAlir] = []
        self._open: _Terbuka | None = None
        self._lists: dict[str, _Terbuka] = {}
        self._zona = Zona.AWAL
        self._last = ""

    def table(self, table: TabelAlir) -> None:
        """A table stands here."""
        self._done.append(table)
        self._open, self._zona, self._last = None, Zona.TABEL, ""

    def line(self, baris: Baris, bukaan: Bukaan | None, following: Sequence[Bukaan | None]) -> None:
        """A line stands here; `bukaan` is what it opens by its words, `following` what the next ones open."""
        keadaan = Keadaan(
            zona=self._zona,
            kosong=self._open is None or not self._open.isi,
            sebelum=self._last,
            pertama=self._open.isi[0].text if self._open is not None and self._open.isi else "",
        )
        zona = None if bukaan is None else zone_of(bukaan, baris, keadaan, following)
        if bukaan is not None and zona is not None:
            self._begin(zona, baris, bukaan)
        elif not self._returned(baris):
            self._carry_on(baris)
        self._last = baris.text

    def _begin(self, zona: Zona, baris: Baris, bukaan: Bukaan) -> None:
        opened = _Terbuka(zona=zona, kepala=baris, label=bukaan.label, nomor=bukaan.tanda)
        self._done.append(opened)
        self._open, self._zona = opened, zona
        if bukaan.jenis in (Pembuka.DITETAPKAN, Pembuka.TEMPAT_TANGGAL):
            self._add(baris)
        elif bukaan.sisa:
            self._add(replace(baris, text=bukaan.sisa))

    def _returned(self, baris: Baris) -> bool:
        """Whether the line is the next item of a list that was left, and went back to it."""
        tanda = read_tanda(baris.text) if self._zona in _RETURNS else None
        ruas = None if tanda is None else self._lists.get(tanda.gaya)
        if tanda is None or ruas is None or ruas.tanda is None or not next_mark(ruas.tanda, tanda):
            return False
        self._open, self._zona = ruas, ruas.zona
        self._add(baris)
        return True

    def _carry_on(self, baris: Baris) -> None:
        if self._open is not None and carries_on(self._zona, self._open.isi, baris, self._last):
            self._add(baris)
            return
        zona = Zona.KOP if self._zona is Zona.AWAL else Zona.SISA
        opened = _Terbuka(zona=zona, kepala=baris, isi=[baris])
        self._done.append(opened)
        self._open, self._zona = opened, zona

    def _add(self, baris: Baris) -> None:
        assert self._open is not None  # every caller has just opened or found a part
        if not self._open.isi and baris.text.lstrip().startswith(":"):
            baris = replace(baris, text=baris.text.lstrip(" :"))
            if not baris.text:
                return
        self._open.isi.append(baris)
        tanda = read_tanda(baris.text) if self._zona in LISTS else None
        if tanda is not None and (self._open.tanda is None or tanda.gaya == self._open.tanda.gaya):
            self._open.tanda = tanda
            self._lists[tanda.gaya] = self._open

    def closed(self) -> tuple[Bagian, ...]:
        """All parts and tables in order."""
        return tuple(item if isinstance(item, TabelAlir) else item.closed() for item in self._done)


def read_zona(alir: Sequence[Alir]) -> tuple[Bagian, ...]:
    """The parts of a flow, in the order in which they begin, with the tables between them."""
    items = split_lines(alir)
    reader = _Pembaca()
    bukaan = [read_bukaan(item.text) if isinstance(item, Baris) else None for item in items]
    for k, item in enumerate(items):
        if isinstance(item, TabelAlir):
            reader.table(item)
        else:
            reader.line(item, bukaan[k], bukaan[k + 1 : k + 1 + _AHEAD])
    return reader.closed()
