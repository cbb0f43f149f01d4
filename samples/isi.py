"""What a sample decree says, as data: its documents are drawn from these records, and reading must give them back."""

from __future__ import annotations

from dataclasses import dataclass, replace

from samples.blocks import Isi, Pecahan


@dataclass(frozen=True, slots=True, kw_only=True)
class ButirIsi:
    """One item of a list with its mark (`a`, `1`), None without."""

    tanda: str | None
    teks: str


def butir(*teks: str, tanda: str = "abcdefghijklmnop") -> tuple[ButirIsi, ...]:
    """Items marked one after the other."""
    return tuple(ButirIsi(tanda=t, teks=isi) for t, isi in zip(tanda, teks, strict=False))


@dataclass(frozen=True, slots=True, kw_only=True)
class RumusIsi:
    """A formula as printed and what a reader has to understand of it.

    Attributes:
        cetak: paragraphs of the cell.
        jenis: kind of measure, as `schemas.rumus.JenisRumus` names it.
        catatan: how many of the last paragraphs are notes behind the formula (a scale, a legend).
    """

    cetak: tuple[Isi, ...]
    jenis: str
    pembilang: str | None = None
    penyebut: str | None = None
    faktor: str | None = None
    catatan: int = 0

    @property
    def teks(self) -> str:
        """On one line."""
        return " ".join(isi if isinstance(isi, str) else isi.text for isi in self.cetak)


def tumpuk(pembilang: str, penyebut: str, faktor: str | None = "100%") -> RumusIsi:
    """A stacked fraction, `× 100%` behind it unless told otherwise."""
    ekor = f" × {faktor}" if faktor else ""
    cetak = (Pecahan(pembilang=pembilang, penyebut=penyebut, ekor=ekor),)
    return RumusIsi(cetak=cetak, jenis="rasio", pembilang=pembilang, penyebut=penyebut, faktor=faktor)


def rasio(cetak: str, pembilang: str, penyebut: str, faktor: str | None = "100%") -> RumusIsi:
    """A ratio written on one line; `{a}` and `{b}` stand for numerator and denominator."""
    teks = cetak.format(a=pembilang, b=penyebut)
    return RumusIsi(cetak=(teks,), jenis="rasio", pembilang=pembilang, penyebut=penyebut, faktor=faktor)


def kata(jenis: str, *cetak: str, catatan: int = 0) -> RumusIsi:
    """A formula in words."""
    return RumusIsi(cetak=cetak, jenis=jenis, catatan=catatan)


@dataclass(frozen=True, slots=True, kw_only=True)
class IndikatorIsi:
    """One indicator; `kunci` is the name by which an error finds it, `tanda` its printed mark."""

    kunci: str
    nama: str
    rumus: RumusIsi
    sumber: str
    penanggung_jawab: tuple[str, ...] = ()
    tanda: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KelompokIsi:
    """The indicators of one sasaran, whose cell is merged over them.

    Attributes:
        satu_sel: all of them stand in one cell, a paragraph each, and so do their formulas and sources.
        mengalir: in that cell they follow each other without a line break, and the formulas without marks.
    """

    sasaran: str
    indikator: tuple[IndikatorIsi, ...]
    satu_sel: bool = False
    mengalir: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LembarIsi:
    """The sheet of one position; `tugas` without mark is a sentence, with marks a list."""

    kunci: str
    jabatan: str
    tugas: tuple[ButirIsi, ...]
    kelompok: tuple[KelompokIsi, ...]
    fungsi: tuple[ButirIsi, ...] = ()
    judul: str = "INDIKATOR KINERJA INDIVIDU"
    label_tugas: str = "TUGAS"

    @property
    def indikator(self) -> tuple[IndikatorIsi, ...]:
        """All of the sheet, in order."""
        return tuple(i for k in self.kelompok for i in k.indikator)

    @property
    def pasangan(self) -> tuple[tuple[str, IndikatorIsi], ...]:
        """All of the sheet with their sasaran."""
        return tuple((k.sasaran, i) for k in self.kelompok for i in k.indikator)


@dataclass(frozen=True, slots=True, kw_only=True)
class RujukanIsi:
    """A citation: what is printed of a regulation, and what was said to have changed it.

    Attributes:
        tahun: its year; `tahun_dicetak` is False where only the number says it (`PER/09/M.PAN/5/2007`).
        pengumuman: gazette texts, in brackets behind the title.
        pengubah: named behind it after `sebagaimana telah diubah …`, with those words.
    """

    jenis: str
    nomor: str | None
    tahun: int
    tentang: str
    pengumuman: tuple[str, ...] = ()
    tahun_dicetak: bool = True
    kata_pengubah: str = "sebagaimana telah diubah dengan"
    pengubah: RujukanIsi | None = None

    @property
    def teks(self) -> str:
        """The citation as printed, without the amending one."""
        tahun = f" Tahun {self.tahun}" if self.tahun_dicetak else ""
        umum = f" ({', '.join(self.pengumuman)})" if self.pengumuman else ""
        return f"{self.jenis} Nomor{' ' + self.nomor if self.nomor else ''}{tahun} tentang {self.tentang}{umum}"

    @property
    def lengkap(self) -> str:
        """The citation with the amending one."""
        return f"{self.teks} {self.kata_pengubah} {self.pengubah.teks}" if self.pengubah else self.teks


@dataclass(frozen=True, slots=True, kw_only=True)
class LampiranIsi:
    """Heading of an annex; `nomor` and `tanggal` are what its form fields print."""

    nomor_lampiran: str
    judul: str
    nomor: str
    tanggal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PejabatIsi:
    """Who signs."""

    jabatan: str
    nama: str
    pangkat: str
    nip: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeputusanIsi:
    """A decree with its annexes.

    Attributes:
        menimbang: each with the citations inside it.
        utama: the table of the office, a sheet without position.
        judul_utama: heading of that table.
        potong: the list of functions is interrupted behind so many items by the decision and its signature.
    """

    kop: tuple[str, ...]
    penetap: str
    nomor: str
    tentang: str
    tempat: str
    tanggal: str
    pejabat: PejabatIsi
    menimbang: tuple[tuple[ButirIsi, tuple[RujukanIsi, ...]], ...]
    mengingat: tuple[RujukanIsi, ...]
    diktum: tuple[tuple[str, str], ...]
    lampiran: tuple[LampiranIsi, ...]
    unit: str
    visi: str
    misi: str
    tujuan: str
    tugas: str
    fungsi: tuple[ButirIsi, ...]
    utama: LembarIsi
    lembar: tuple[LembarIsi, ...]
    potong: int = 0

    def ganti_lembar(self, kunci: str, **isi: object) -> KeputusanIsi:
        """With fields of one sheet replaced; `utama` is the table of the office.

        Raises:
            KeyError: when there is no such sheet.
        """
        if kunci == self.utama.kunci:
            return replace(self, utama=replace(self.utama, **isi))  # type: ignore[arg-type]
        if kunci not in [s.kunci for s in self.lembar]:
            raise KeyError(kunci)
        return replace(
            self,
            lembar=tuple(replace(s, **isi) if s.kunci == kunci else s for s in self.lembar),  # type: ignore[arg-type]
        )

    def satu_lembar(self, kunci: str) -> LembarIsi:
        """The sheet of that name.

        Raises:
            KeyError: when there is none.
        """
        for lembar in (self.utama, *self.lembar):
            if lembar.kunci == kunci:
                return lembar
        raise KeyError(kunci)


@dataclass(frozen=True, slots=True, kw_only=True)
class HalamanLembar:
    """A heading of an annex and the sheets below it, up to the next heading."""

    lampiran: LampiranIsi
    lembar: tuple[LembarIsi, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PihakIsi:
    """A party of an agreement."""

    sebutan: str
    nama: str
    jabatan: str
    pangkat: str = ""
    nip: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SasaranIsi:
    """A sasaran of an agreement with its indicators, each with its target."""

    teks: str
    indikator: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PerjanjianIsi:
    """A performance agreement; money in rupiah."""

    tahun: int
    kantor: str
    tempat: str
    tanggal: str
    pihak: tuple[PihakIsi, PihakIsi]
    sasaran: tuple[SasaranIsi, ...]
    program: tuple[tuple[str, int, str], ...]
