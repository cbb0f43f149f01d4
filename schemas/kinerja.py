"""What a performance report says: tables with named parts, rows with facts, scales and stated rules."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from schemas.angka import Angka
from schemas.keputusan import Keputusan
from schemas.narasi import Kalimat, Uji
from schemas.provenance import Place
from schemas.susunan import Susunan
from schemas.tanya import TanyaNama


class Kind(StrEnum):
    """Families of tables; the values are those of nilai.csv."""

    CAPAIAN = "capaian"
    PERBANDINGAN = "perbandingan"
    PERJANJIAN = "perjanjian"
    RENSTRA = "renstra"
    NASIONAL = "nasional"
    TRIWULAN = "triwulan"
    ANGGARAN = "anggaran"
    EFISIENSI = "efisiensi"
    LAIN = "lain"


class Part(StrEnum):
    """The part a column (and so a cell) plays."""

    NOMOR = "nomor"
    KODE = "kode"
    SASARAN = "sasaran"
    LABEL = "label"
    SATUAN = "satuan"
    FORMULA = "formula"
    AWAL = "awal"
    TARGET = "target"
    REALISASI = "realisasi"
    CAPAIAN = "capaian"
    KATEGORI = "kategori"
    SELISIH = "selisih"
    ANGGARAN = "anggaran"
    REALISASI_ANGGARAN = "realisasi_anggaran"
    PERSEN = "persen"
    SISA = "sisa"
    FISIK = "fisik"
    EFISIENSI = "efisiensi"
    JUMLAH = "jumlah"
    KETERANGAN = "keterangan"
    LAIN = "lain"


class Scope(StrEnum):
    """Whose figure it is."""

    OWN = "own"
    NASIONAL = "nasional"
    PROVINSI = "provinsi"


class Arah(StrEnum):
    """Direction of an indicator: which way is better."""

    NAIK = "naik"
    TURUN = "turun"
    RENTANG = "rentang"
    TIDAK_DIKETAHUI = "tidak diketahui"


class JenisBaris(StrEnum):
    """What a row is among the rows of its table."""

    BUTIR = "butir"
    INDUK = "induk"
    JUMLAH = "jumlah"
    RATA_RATA = "rata-rata"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kolom:
    """One understood column.

    Attributes:
        col: grid column.
        header: heading texts from top to bottom, joined by " / ".
        year: four digits where the heading says one, else None.
        period: `TW1`..`TW4`, `SM1`, `SM2`, `akhir` (end of the plan), `awal`, `lalu` (the year before, where no year is
            printed), or None for the whole year.
    """

    col: int
    part: Part
    header: str
    year: int | None = None
    period: str | None = None
    scope: Scope = Scope.OWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Fakta:
    """One value of a row with the part it plays.

    Attributes:
        row, col: grid square of the cell in the logical table.
        header: heading of its column.
        shared: the cell is merged over several rows of indicators, so its value belongs to the group.
        raw: numerator and denominator printed with it (780.417/825.465 x 100 = 94,54), None without.
        factor: the printed factor of that formula (100 for `x 100`), None without.
    """

    part: Part
    angka: Angka
    place: Place
    row: int
    col: int
    header: str
    year: int | None = None
    period: str | None = None
    scope: Scope = Scope.OWN
    shared: bool = False
    raw: tuple[Angka, Angka] | None = None
    factor: Angka | None = None

    @property
    def text(self) -> str:
        """The printed characters."""
        return self.angka.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Baris:
    """One row: an indicator, a program or kegiatan, or an aggregate.

    Attributes:
        table: index into `Laporan.tabel`.
        row: first grid row; rows split out of one ruled row share it and differ in `sub`.
        label: indicator, program or kegiatan as printed, wrapped and merged parts joined, list mark removed.
        nomor: printed number, letter or code in front of it (`1.2.3`, `a`, `2.07.01`), None without.
        sasaran: text of the sasaran cell that covers the row.
        level: depth in an outline of numbers or codes, 0 for the top; None when the table has no outline.
        indikator: identity given by the normalise stage; rows with the same identity measure the same thing. "" before.
        satuan: unit, from its column or printed behind the numbers, None when unknown.
        places: where the label stands.
    """

    table: int
    row: int
    sub: int = 0
    label: str
    nomor: str | None = None
    sasaran: str | None = None
    level: int | None = None
    jenis: JenisBaris = JenisBaris.BUTIR
    indikator: str = ""
    arah: Arah = Arah.TIDAK_DIKETAHUI
    satuan: str | None = None
    fakta: tuple[Fakta, ...] = ()
    place: Place

    def get(self, part: Part, *, year: int | None = None, scope: Scope = Scope.OWN) -> Fakta | None:
        """The first fact of that part for the whole year, of that year when one is given; None without."""
        for fakta in self.fakta:
            if fakta.part is part and fakta.scope is scope and fakta.period is None and year in (None, fakta.year):
                return fakta
        return None

    def all(self, part: Part) -> tuple[Fakta, ...]:
        """All facts of that part, in column order."""
        return tuple(fakta for fakta in self.fakta if fakta.part is part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabel:
    """One understood table.

    Attributes:
        index: its position in `Laporan.tabel`.
        number: position among all tables of the printed document.
        tahun: year of the caption or headings, None when they say none.
        lampiran: it stands in the annexes or is the agreement of a subordinate, not of the office.
        judul_bagian: headings it stands under, outermost first.
        confidence: 0..1, reader's and mapper's.
    """

    index: int
    number: int
    caption: str | None
    kind: Kind
    kolom: tuple[Kolom, ...]
    baris: tuple[Baris, ...]
    tahun: int | None = None
    place: Place
    confidence: float = 1.0
    lampiran: bool = False
    judul_bagian: tuple[str, ...] = ()

    @property
    def judul(self) -> str:
        """Its caption, or its place among the tables of the document."""
        return self.caption or f"tabel ke-{self.number + 1}"

    def has(self, part: Part) -> bool:
        """Whether a column plays that part."""
        return any(kolom.part is part for kolom in self.kolom)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kelas:
    """One class of a scale; an open end is None. `text` is the printed interval."""

    label: str
    text: str
    low: Angka | None
    high: Angka | None
    low_inclusive: bool = True
    high_inclusive: bool = True
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Skala:
    """A printed class scale.

    Attributes:
        kelas: as printed, top row first.
        subject: what is classified (`capaian`, `SAKIP`, `IKKI` …), from caption, heading or column head.
        untuk_capaian: it classifies the capaian of this report (not SAKIP, IKM or another index).
        arah: direction it is meant for, when the text says so.
    """

    kelas: tuple[Kelas, ...]
    caption: str | None
    subject: str
    untuk_capaian: bool
    arah: Arah = Arah.TIDAK_DIKETAHUI
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class RumusDinyatakan:
    """A capaian rule that the text states in words or as a formula; `rule` is a key of `pipeline.arithmetic.RULES`."""

    rule: str
    arah: Arah
    text: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class AturanDipakai:
    """The capaian rule that the rows of one direction follow: `cocok` of `dari` testable rows fit it."""

    arah: Arah
    rule: str
    cocok: int
    dari: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SelLain:
    """A printed cell of any table, mapped or not, for checks of form: text, place, column heading."""

    text: str
    place: Place
    row: int
    col: int
    label: str
    header: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KolomCetak:
    """All body cells of one printed column, top to bottom, with its table's caption."""

    table: int
    caption: str | None
    header: str
    sel: tuple[SelLain, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TabelBelumDipetakan:
    """A table that was read but not understood, with the reason; it is listed, never dropped.

    Attributes:
        kinerja: its headings name target and realisasi, so that figures of performance were lost.
    """

    number: int
    caption: str | None
    place: Place
    rows: int
    cols: int
    reason: str
    kinerja: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """Office, level (kabupaten, kota, provinsi, K/L), year and title; None when the document does not say."""

    instansi: str | None = None
    tingkat: str | None = None
    tahun: int | None = None
    judul: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Laporan:
    """A report as understood; frozen, so that no check can change what the next one sees.

    Attributes:
        rumus: rules the text states; aturan: rules the rows follow (filled by the stage of rules, `pipeline.aturan`).
        batas_capaian: cap at which the document cuts capaian off (100, 110, 120, 150), None without one (same stage).
        kolom_cetak: every column of every table as printed, mapped or not.
        kalimat: sentences that claim something; uji: what was judged of them (claim stage).
        susunan: captions, headings and lists as printed.
        keputusan: decrees, annex sheets and agreements that the document holds.
        tanya: names of rows that may be one and that a person should decide about (normalise stage).
        angka_teks: amounts printed in running text (`Rp` and the digits behind it), `label` is the line they stand in.
    """

    metadata: Metadata
    tabel: tuple[Tabel, ...] = ()
    skala: tuple[Skala, ...] = ()
    rumus: tuple[RumusDinyatakan, ...] = ()
    aturan: tuple[AturanDipakai, ...] = ()
    kolom_cetak: tuple[KolomCetak, ...] = ()
    angka_teks: tuple[SelLain, ...] = ()
    belum_dipetakan: tuple[TabelBelumDipetakan, ...] = ()
    batas_capaian: Decimal | None = None
    kalimat: tuple[Kalimat, ...] = ()
    uji: tuple[Uji, ...] = ()
    susunan: Susunan = field(default_factory=Susunan)
    keputusan: tuple[Keputusan, ...] = ()
    tanya: tuple[TanyaNama, ...] = ()

    def of_kind(self, *kinds: Kind) -> tuple[Tabel, ...]:
        """Tables of the given kinds, in order."""
        return tuple(tabel for tabel in self.tabel if tabel.kind in kinds)

    def baris(self) -> tuple[Baris, ...]:
        """All rows of all tables, in order."""
        return tuple(baris for tabel in self.tabel for baris in tabel.baris)
