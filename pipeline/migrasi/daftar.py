"""Records of decrees as lists: every indicator with the sheet, annex and decree it stands in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.migrasi.sisa import in_prose
from pipeline.rumus import print_rumus
from schemas.keputusan import ButirTeks, Indikator, Isian, Jabatan, JenisKeputusan, Keputusan, Lampiran, Teks
from schemas.result import DocumentResult
from schemas.rumus import Simpul

NAMA_JENIS = {
    JenisKeputusan.KEPUTUSAN: "keputusan",
    JenisKeputusan.LAMPIRAN: "lampiran indikator",
    JenisKeputusan.PERJANJIAN: "perjanjian kinerja",
}
"""What a record was read from, in the words of its readers."""

FORMULA = "formula"


@dataclass(frozen=True, slots=True, kw_only=True)
class ButirJabatan:
    """One sheet with the record and the document it stands in; the positions count from 0."""

    document: DocumentResult
    keputusan: Keputusan
    jabatan: Jabatan
    di_dokumen: int
    di_keputusan: int

    @property
    def lampiran(self) -> Lampiran | None:
        """The heading of the annex it stands under."""
        at = self.jabatan.lampiran
        return self.keputusan.lampiran[at] if at is not None and at < len(self.keputusan.lampiran) else None

    @property
    def unit(self) -> str:
        """The unit that the sheet names, else that of the record, else the office."""
        return text_of(self.jabatan.unit or self.keputusan.unit) or self.document.instansi or ""

    @property
    def nama(self) -> str:
        """The position; a sheet without one is that of the unit."""
        return text_of(self.jabatan.jabatan) or self.unit

    @property
    def nomor(self) -> str:
        """The number of the decree, from its head or from the heading of the annex."""
        heading = self.lampiran
        return number_of(self.keputusan) or (filled(heading.nomor_keputusan) if heading is not None else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class ButirIndikatorKeputusan:
    """One indicator on its sheet."""

    lembar: ButirJabatan
    indikator: Indikator
    urutan: int


def sheets(document: DocumentResult) -> Iterator[ButirJabatan]:
    """Every sheet of a migrated document."""
    for di_dokumen, keputusan in enumerate(document.migrasi.keputusan if document.migrasi else ()):
        for di_keputusan, jabatan in enumerate(keputusan.jabatan):
            yield ButirJabatan(
                document=document,
                keputusan=keputusan,
                jabatan=jabatan,
                di_dokumen=di_dokumen,
                di_keputusan=di_keputusan,
            )


def decree_indicators(document: DocumentResult) -> Iterator[ButirIndikatorKeputusan]:
    """Every indicator of a migrated document."""
    for lembar in sheets(document):
        for urutan, indikator in enumerate(lembar.jabatan.indikator):
            yield ButirIndikatorKeputusan(lembar=lembar, indikator=indikator, urutan=urutan)


def text_of(teks: Teks | None) -> str:
    """A printed text, blank without."""
    return teks.text if teks is not None else ""


def filled(isian: Isian | None) -> str:
    """What is filled into a field of a form, blank without."""
    return text_of(isian.isi) if isian is not None else ""


def number_of(keputusan: Keputusan) -> str:
    """The number of a record: its own, else the first that its annexes name."""
    return filled(keputusan.nomor) or next(
        filter(None, (filled(lampiran.nomor_keputusan) for lampiran in keputusan.lampiran)), ""
    )


def date_of(keputusan: Keputusan) -> str:
    """The date of a record as printed: its own, else the first that its annexes name."""
    return filled(keputusan.tanggal) or next(
        filter(None, (filled(lampiran.tanggal_keputusan) for lampiran in keputusan.lampiran)), ""
    )


def listed(butir: Sequence[ButirTeks]) -> str:
    """Items one below the other, each with its mark."""
    return "\n".join(f"{item.tanda}. {item.teks.text}" if item.tanda else item.teks.text for item in butir)


def targets(indikator: Indikator) -> str:
    """Targets with their years, `2025: 80; 2026: 85`; years that no column names are left out."""
    return "; ".join(f"{tahun}: {teks.text}" if tahun else teks.text for tahun, teks in indikator.target)


def to_review(indikator: Indikator) -> str:
    """Why a person should look at the formula of an indicator; blank where nothing is open."""
    if in_prose(indikator):
        return "rumus berupa uraian"
    return "kolom rumus kosong" if indikator.formula is None and FORMULA in indikator.kosong else ""


def formula_text(simpul: Simpul | None) -> str:
    """A part of a formula as it is printed, blank without."""
    return print_rumus(simpul) if simpul is not None else ""
