"""What ties documents of one office together: the indicators each prints, and which of them are one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from schemas.kinerja import Arah, Baris, Fakta, Tabel
from schemas.provenance import Place


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
class TanyaNama:
    """Two names that may be one; a person should say.

    Attributes:
        nama: as printed; calon: the name it may be one with, as the dictionary or the document prints it.
        kode: code of the dictionary, or identity in the document, of `calon`.
        skor: 0..1; fitur: what the score is made of, each 0..1; alasan: why it is not certain, Indonesian.
        lain, skor_lain: code and score of the runner-up, None without one.
        tempat: where `nama` stands, with the name of its table.
    """

    nama: str
    calon: str
    kode: str
    skor: float
    fitur: tuple[tuple[str, float], ...]
    alasan: str
    lain: str | None = None
    skor_lain: float | None = None
    tempat: tuple[tuple[str, Place], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class IndikatorDokumen:
    """All that one document prints of one indicator.

    Attributes:
        kode: identity within the document (`Baris.indikator`).
        baku: code of the dictionary, None when it has no entry.
        nama: names as printed, the most frequent first.
        sebutan: target, realisasi and capaian of the office itself for whole years; their `tabel` has no rows.
        place: where the first name stands.
    """

    kode: str
    baku: str | None
    nama: tuple[str, ...]
    satuan: str | None
    arah: Arah
    sebutan: tuple[Sebutan, ...]
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Ikhtisar:
    """What of one document other documents are compared with; small, so that thousands can be held.

    Attributes:
        instansi: office as printed; kantor: the same in dictionary spelling, None when it cannot be told.
        tahun: year it reports on or is made for.
        tanya: names of it that a person should decide about.
    """

    path: str
    sha256: str
    jenis: JenisDokumen
    instansi: str | None
    kantor: Kantor | None
    tahun: int | None
    indikator: tuple[IndikatorDokumen, ...] = ()
    tanya: tuple[TanyaNama, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DokumenTertaut:
    """Another document of the same office.

    Attributes:
        padanan: pairs of positions (in this document's `indikator`, in the other's) that are one indicator.
        ragu: pairs that may be one; nothing is concluded from their absence or presence.
    """

    ikhtisar: Ikhtisar
    padanan: tuple[tuple[int, int], ...]
    ragu: tuple[tuple[int, int], ...] = ()


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
