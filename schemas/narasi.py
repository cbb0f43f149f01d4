"""What the sentences of a report claim: texts with their roles, and the same with numbers, rows and judgements."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from schemas.angka import Angka, Interval
from schemas.provenance import Place


class Peran(StrEnum):
    """The role that a number plays in its sentence."""

    TARGET = "target"
    REALISASI = "realisasi"
    CAPAIAN = "capaian"
    NILAI = "nilai"
    ANGGARAN = "anggaran"
    REALISASI_ANGGARAN = "realisasi_anggaran"
    SISA = "sisa"
    PERSEN = "persen"
    FISIK = "fisik"
    VOLUME = "volume"
    SELISIH = "selisih"
    CACAH = "cacah"
    BAGIAN = "bagian"
    LAIN = "lain"


class ArahKata(StrEnum):
    """Which way a word of change or comparison points."""

    NAIK = "naik"
    TURUN = "turun"


class Acuan(StrEnum):
    """What a difference is measured against."""

    TAHUN = "tahun"
    TARGET = "target"


class Vonis(StrEnum):
    """What a verdict word says of a target."""

    TERCAPAI = "tercapai"
    MELAMPAUI = "melampaui"
    GAGAL = "gagal"
    NETRAL = "netral"


@dataclass(frozen=True, slots=True, kw_only=True)
class KlaimTeks:
    """One number of a sentence with its role, as text.

    Attributes:
        peran: role by the cue before (or behind) the number. NILAI is a level whose role no cue names ("tahun 2022
            sebesar 2,29%"); PERSEN a share directly behind an amount or count ("Rp … atau 93,45%", "8 (72%)");
            SELISIH a change or gap; CACAH a count of parts of the report itself ("6 program", "9 indikator");
            BAGIAN a number that others in the sentence add up to or divide; LAIN any other number that is a value.
        tegas: the cue leaves no doubt of the role ("realisasi sebesar"); False for "mencapai", "capaian sebesar" and
            the like, which also stand for another role.
        angka: printed characters of the number with currency, per cent sign or word, multiplier and unit word
            ("Rp 9.801.822.500,-", "672.289 ribu orang", "94,54 persen").
        mulai, akhir: where `angka` stands in the sentence.
        isyarat: the cue as printed, "" without.
        klausa: number of the clause inside the sentence, from 0.
        tahun: year said of this number; None when the sentence says none.
        periode: part of a year said of it ("triwulan III", "Maret"), None for the whole year.
        wilayah: another area or standard it belongs to ("nasional", "Jawa Timur"), None for the reporting office.
        jangka: plan whose target it is ("RPJMD", "Renstra", "akhir"), None for the yearly target.
        benda: what a CACAH counts, in lower case ("indikator", "program", "kegiatan", "sub kegiatan", "sasaran").
        terbilang: number words printed in brackets behind the digits ("dua belas"), None without.
        arah: for SELISIH, which way the words point.
        acuan: for SELISIH, against what.
        pendekatan: the text rounds on purpose ("sekitar", "hampir", "lebih dari", "kurang lebih").
        place: the printed place of the number.
    """

    peran: Peran
    tegas: bool = False
    angka: str
    mulai: int
    akhir: int
    isyarat: str = ""
    klausa: int = 0
    tahun: int | None = None
    periode: str | None = None
    wilayah: str | None = None
    jangka: str | None = None
    benda: str | None = None
    terbilang: str | None = None
    arah: ArahKata | None = None
    acuan: Acuan | None = None
    pendekatan: bool = False
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class VonisTeks:
    """A verdict or a class of performance in a sentence.

    Attributes:
        vonis: what it says of the target; None for a class without verdict.
        kelas: the class as printed ("sangat berhasil", "Tinggi"); None for a plain verdict.
        text: the printed words; `mulai`, `akhir`: where they stand in the sentence.
        tahun: year said of it, None when the sentence says none.
        jangka: as in `KlaimTeks`.
        lepas: no word for class introduces it; it is the only class of a sentence that states a capaian.
    """

    vonis: Vonis | None
    kelas: str | None = None
    lepas: bool = False
    text: str
    mulai: int
    akhir: int
    klausa: int = 0
    tahun: int | None = None
    jangka: str | None = None
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class KalimatTeks:
    """One sentence that holds a number with a role, or a verdict.

    Attributes:
        text: the sentence, wrapped lines and page breaks joined by spaces, nothing else changed.
        paragraf: number of its paragraph in the document; sentences of one paragraph follow each other.
        urutan: number of the sentence inside its paragraph, from 0 (sentences without claims are counted too).
        judul: headings above, outermost first.
        butir: opening of the list item (or the run-in heading) it stands under, None without.
        sebelum: text of the sentence before it in the same paragraph, "" for the first.
        place: where it begins.
    """

    text: str
    paragraf: int
    urutan: int
    judul: tuple[str, ...] = ()
    butir: str | None = None
    sebelum: str = ""
    klaim: tuple[KlaimTeks, ...] = ()
    vonis: tuple[VonisTeks, ...] = ()
    place: Place


class HasilKlaim(StrEnum):
    """How a claim ended."""

    COCOK_TABEL = "cocok dengan tabel"
    BEDA_TABEL = "berbeda dari tabel"
    COCOK_HITUNG = "cocok dihitung ulang"
    SALAH_HITUNG = "salah dihitung"
    TAK_DIUJI = "tidak diperiksa"


@dataclass(frozen=True, slots=True, kw_only=True)
class RujukanFakta:
    """A fact: index into `Laporan.tabel`, position in its `baris`, position in the row's `fakta` (None: the label)."""

    tabel: int
    baris: int
    fakta: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Klaim:
    """A claim with its number, the rows it speaks of and how it ended.

    Attributes:
        indikator: identity (`Baris.indikator`) of the indicator it is bound to, "" when none is known.
        label: name of the indicator, program or kegiatan as the table prints it, None when unbound.
        baris: rows that measure that indicator (or budget that kegiatan).
        alasan: why it was not checked (Indonesian), None when it was.
    """

    teks: KlaimTeks
    angka: Angka
    indikator: str = ""
    label: str | None = None
    baris: tuple[RujukanFakta, ...] = ()
    hasil: HasilKlaim = HasilKlaim.TAK_DIUJI
    alasan: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kalimat:
    """A sentence with its claims in printed order; `klaim[i].teks is teks.klaim[i]`."""

    teks: KalimatTeks
    klaim: tuple[Klaim, ...] = ()


class Perihal(StrEnum):
    """What a judgement is about; each is reported by one check."""

    TABEL = "tabel"
    SELISIH = "selisih"
    POIN = "poin"
    ARAH_KATA = "arah kata"
    BESARAN = "besaran"
    HITUNGAN = "hitungan"
    STATUS = "status"
    ISTILAH = "istilah"
    KELAS = "kelas"
    CACAH = "cacah"
    TOTAL = "total"
    FISIK = "fisik"


ANGKA_DAN_HURUF = "angka dan huruf"
"""Rule of a judgement that holds digits against the number words behind them."""


class Putusan(StrEnum):
    """Outcome of a judgement."""

    COCOK = "cocok"
    SALAH = "salah"
    TAK_DIUJI = "tidak diperiksa"


@dataclass(frozen=True, slots=True, kw_only=True)
class RujukanKlaim:
    """A claim (or verdict): index into `Laporan.kalimat`, position in its `klaim` (or in `teks.vonis`)."""

    kalimat: int
    klaim: int | None = None
    vonis: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Uji:
    """One judgement of one or more claims.

    Attributes:
        perihal: which check reports it.
        klaim: the claims (or verdicts) involved, the doubted one first; never empty.
        fakta: printed facts of tables it was held against.
        subjek: what it is about, as printed (indicator, kegiatan, or the opening of the sentence).
        pesan: for SALAH, one Indonesian sentence with both values, for the auditor.
        aturan: the rule used ("a − b", "B/A", "R/T", "target tabel").
        harap: what would be right, None where no number would be; `desimal`: digits to show of it.
        berat: severity that overrides that of the check ("decision", "error" …), None for the check's own.
        alasan: for TAK_DIUJI, why (Indonesian, short).
        petunjuk: cause that explains a mismatch, None without.
    """

    perihal: Perihal
    putusan: Putusan
    klaim: tuple[RujukanKlaim, ...]
    fakta: tuple[RujukanFakta, ...] = ()
    subjek: str = ""
    pesan: str = ""
    aturan: str | None = None
    harap: Interval | None = None
    desimal: int = 2
    berat: str | None = None
    alasan: str | None = None
    petunjuk: str | None = None

    def __post_init__(self) -> None:
        if not self.klaim:
            raise ValueError("a judgement needs a claim")
        if (self.putusan is Putusan.TAK_DIUJI) != (self.alasan is not None):
            raise ValueError(f"judgement {self.putusan} with reason {self.alasan!r}")
        if self.putusan is Putusan.SALAH and not self.pesan:
            raise ValueError("a wrong claim needs a message")

    @property
    def menentukan(self) -> bool:
        """Whether it says of the figure itself that it is right or wrong.

        That digits agree with the words in brackets behind them, or that a class word is one of the scale, confirms how
        something is written, not what it says.
        """
        if self.putusan is Putusan.SALAH:
            return True
        written = self.perihal is Perihal.ISTILAH or self.aturan == ANGKA_DAN_HURUF
        return self.putusan is Putusan.COCOK and not written
