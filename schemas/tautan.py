"""What ties documents of one office together: the indicators each prints, and which of them are one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from schemas.kinerja import Arah, Baris, Fakta, Tabel
from schemas.provenance import Place
from schemas.tanya import TanyaNama


@dataclass(frozen=True, slots=True, kw_only=True)
class Sebutan:
    """One printing of a quantity; `tahun` is None where neither column, table nor report says a year."""

    tabel: Tabel
    baris: Baris
    fakta: Fakta
    tahun: int | None


class JenisDokumen(StrEnum):
    """What a document is among the documents of its office."""

    LAPORAN = "laporan"
    PERJANJIAN = "perjanjian"
    KEPUTUSAN = "keputusan"
    RENSTRA = "renstra"
    LAIN = "lain"


class Ciri(StrEnum):
    """What of a document bears on comparing it with others.

    `PERUBAHAN`: an agreement or a plan that changes an earlier one, or a report that speaks of a changed agreement.
    `RENCANA_DIUBAH`: a report that speaks of a changed plan. `DIREVISI`: it says that figures are provisional or were
    revised, and not which ones. `PINDAIAN`: its text was recognised from pictures, so single digits may be wrong.
    `TAHUN_DUGAAN`: its year is a guess, since no title says it. `TAK_TERBACA`: pages of it could not be read.
    `BERKALA`: it reports on a part of a year, so that its realisasi and capaian are of no whole year. `AKHIR_TAHUN`: a
    decree made in the last months of its year, whose title does not say that year.
    """

    PERUBAHAN = "perubahan"
    RENCANA_DIUBAH = "rencana-diubah"
    DIREVISI = "direvisi"
    PINDAIAN = "pindaian"
    TAHUN_DUGAAN = "tahun-dugaan"
    TAK_TERBACA = "tak-terbaca"
    BERKALA = "berkala"
    AKHIR_TAHUN = "akhir-tahun"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Kantor:
    """An office in dictionary spelling; equal values are one office.

    Attributes:
        unit: `dinas tenaga kerja`; "" for a region as a whole.
        tingkat: `kabupaten`, `kota`, `provinsi` or `kementerian`; "" unknown.
        wilayah: `lamongan`, `sumatera utara`; "" for a ministry.
    """

    unit: str
    tingkat: str
    wilayah: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IndikatorDokumen:
    """All that one document prints of one indicator.

    Attributes:
        kode: identity within the document (`Baris.indikator`).
        baku: code of the dictionary, None when it has no entry.
        nama: names as printed, the most frequent first.
        induk: heading over a name that does not stand for itself (`Daging` under `Jumlah produksi`), "" without.
        utama: it is printed as a main indicator (IKU) of the office itself.
        sebutan: target, realisasi and capaian of the office itself for whole years; `tabel` and `baris` of each are
            bare: no rows, no columns, no facts.
        dahulu: former names that notes beside its name give.
        sementara: a note says of it, or of figures that bear a mark, that they are provisional or were revised.
        tak_sah: years for which its target is printed and is no number, range or bound; None for no year.
        place: where the first name stands.
    """

    kode: str
    baku: str | None
    nama: tuple[str, ...]
    satuan: str | None
    arah: Arah
    sebutan: tuple[Sebutan, ...]
    place: Place
    induk: str = ""
    utama: bool = False
    tak_sah: tuple[int | None, ...] = ()
    dahulu: tuple[str, ...] = ()
    sementara: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Ikhtisar:
    """What of one document other documents are compared with; small, so that thousands can be held.

    Attributes:
        instansi: office as printed; kantor: the same in dictionary spelling, None when it cannot be told.
        tingkat: level of the office as the document says it.
        tahun: year it reports on or is made for.
        berlaku: first and last year that its title names, None where it names none or one.
        nomor: number of a decree as printed, None without.
        disebut: texts that may name an indicator without being one of `indikator`: headings, list items and cells of
            a report; pieces of a decree that found no place in its record.
        tanya: names of it that a person should decide about: against each other, and after linking against names of
            other documents of its office.
    """

    path: str
    sha256: str
    jenis: JenisDokumen
    instansi: str | None
    kantor: Kantor | None
    tahun: int | None
    tingkat: str | None = None
    berlaku: tuple[int, int] | None = None
    nomor: str | None = None
    ciri: frozenset[Ciri] = frozenset()
    indikator: tuple[IndikatorDokumen, ...] = ()
    disebut: tuple[str, ...] = ()
    tanya: tuple[TanyaNama, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DokumenTertaut:
    """Another document of the same office.

    Attributes:
        padanan: pairs of positions (in this document's `indikator`, in the other's) that are one indicator.
        ragu: pairs that may be one, and pairs of names that are found nowhere and much alike; nothing is concluded from
            their absence or presence.
        disebut: positions of its indicators that texts of this document mention (`Ikhtisar.disebut`).
        menyebut: positions of this document's indicators that texts of it mention.
    """

    ikhtisar: Ikhtisar
    padanan: tuple[tuple[int, int], ...]
    ragu: tuple[tuple[int, int], ...] = ()
    disebut: frozenset[int] = frozenset()
    menyebut: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tautan:
    """One document and all other documents of its office in this run."""

    ikhtisar: Ikhtisar
    lain: tuple[DokumenTertaut, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deret:
    """One indicator of one office over its documents.

    Attributes:
        kode: code of the dictionary, else a slug that no other indicator of the office has.
        anggota: positions of documents (in the run) and of the indicator in each.
    """

    kantor: Kantor
    kode: str
    nama: str
    anggota: tuple[tuple[int, int], ...]
