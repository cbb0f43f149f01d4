"""Whether what a line opens by its words may be opened where it stands, and which part begins."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from extractors.keputusan.alir.dokumen import Baris
from extractors.keputusan.alir.pembuka import Bukaan, Pembuka
from extractors.keputusan.zona.butir import read_tanda
from extractors.keputusan.zona.jenis import ANNEX, BODY, FORM, LISTS, TITLE, Zona
from extractors.keputusan.zona.nama import is_position

_CITED = re.compile(r"(?:Undang|Peraturan|Keputusan|Instruksi|Ketetapan|Surat|bahwa)", re.IGNORECASE)
_ENDED = re.compile(r"(?:[.;:]|;\s*dan)\s*$")
_BARE_HEADING = re.compile(
    r"\s*INDIKATOR\s+KINERJA\s+(?:UTAMA|INDIVIDU)(?:\s*\(\w+\))?(?:\s+TAHUN\s+\d{4})?\s*$", re.IGNORECASE
)
_BREAKS_OFF = re.compile(
    r"\b(?:tentang|dan|penetapan|perubahan(?:\s+atas)?|atas|reviu|tahun|pada|di)\s*:?\s*$|,\s*$", re.IGNORECASE
)
_PROMULGATED = re.compile(r"\s*diundangkan", re.IGNORECASE)
_POSITION_KIND = re.compile(r"\s*(?:pelaksana|fungsional|struktural|administrator|pengawas|pimpinan)\b", re.IGNORECASE)
_NEAR = 12
_FORM_ZONES: Mapping[Pembuka, Zona] = {
    Pembuka.UNIT: Zona.UNIT,
    Pembuka.VISI: Zona.VISI,
    Pembuka.MISI: Zona.MISI,
    Pembuka.TUJUAN: Zona.TUJUAN,
    Pembuka.SASARAN: Zona.SASARAN,
    Pembuka.JABATAN: Zona.JABATAN,
    Pembuka.TUGAS: Zona.TUGAS,
    Pembuka.FUNGSI: Zona.FUNGSI,
    Pembuka.TABEL: Zona.JUDUL_TABEL,
}
_CITING: Mapping[Pembuka, Zona] = {
    Pembuka.MENIMBANG: Zona.MENIMBANG,
    Pembuka.MENGINGAT: Zona.MENGINGAT,
    Pembuka.MEMPERHATIKAN: Zona.MEMPERHATIKAN,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Keadaan:
    """Where the reading stands: the open part, whether it is blank so far, its first line and the line before."""

    zona: Zona
    kosong: bool
    sebelum: str
    pertama: str

    @property
    def selesai(self) -> bool:
        """Whether the text before is at an end."""
        return not self.sebelum or bool(_ENDED.search(self.sebelum))


_Rule = Callable[[Bukaan, Baris, Keadaan, Sequence[Bukaan | None]], Zona | None]


def zone_of(bukaan: Bukaan, baris: Baris, keadaan: Keadaan, following: Sequence[Bukaan | None]) -> Zona | None:
    """The part that begins with the line, None when it carries on the one before."""
    return _RULES[bukaan.jenis](bukaan, baris, keadaan, following)


def _opened_by(following: Sequence[Bukaan | None], *kinds: Pembuka, within: int = _NEAR) -> bool:
    """Whether one of the next lines opens one of the kinds."""
    return any(bukaan is not None and bukaan.jenis in kinds for bukaan in following[:within])


def _citing(bukaan: Bukaan, baris: Baris, keadaan: Keadaan, following: Sequence[Bukaan | None]) -> Zona | None:
    sure = bukaan.titik_dua or not bukaan.sisa or read_tanda(bukaan.sisa) is not None or _CITED.match(bukaan.sisa)
    return _CITING[bukaan.jenis] if sure else None


def _deciding(bukaan: Bukaan, baris: Baris, keadaan: Keadaan, following: Sequence[Bukaan | None]) -> Zona | None:
    if bukaan.jenis is Pembuka.MEMUTUSKAN:
        return Zona.MENETAPKAN
    if keadaan.zona is Zona.DIKTUM or not (bukaan.titik_dua or not bukaan.sisa):
        return None
    return Zona.MENETAPKAN


def _clause(bukaan: Bukaan, baris: Baris, keadaan: Keadaan, following: Sequence[Bukaan | None]) -> Zona | None:
    if keadaan.zona not in (Zona.MENETAPKAN, Zona.DIKTUM):
        return None
    if bukaan.titik_dua or bukaan.jenis is Pembuka.PASAL:
        return Zona.DIKTUM
    capital = bukaan.label.isupper() and (not bukaan.sisa or bukaan.sisa[0].isupper())
    return Zona.DIKTUM if capital and (keadaan.selesai or keadaan.kosong) else None


def _closing(bukaan: Bukaan, baris: Baris, keadaan: Keadaan, following: Sequence[Bukaan | None]) -> Zona | None:
    if keadaan.zona is Zona.PENUTUP:
        return Zona.PENUTUP if _PROMULGATED.match(bukaan.label) and not _PROMULGATED.match(keadaan.pertama) else None
    return None if keadaan.zona in {Zona.MENIMBANG, Zona.MENGINGAT, *TITLE, *ANNEX} else Zona.PENUTUP


def _copies(bukaan: Bukaan, baris: Baris, keadaan: Keadaan, following: Sequence[Bukaan | None]) -> Zona | None:
    return Zona.TEMBUSAN if keadaan.zona in (Zona.PENUTUP, Zona.SISA, Zona.TABEL, Zona.TEMBUSAN) else None


def _annex(bukaan: Bukaan, baris: Baris, keadaan: Keadaan, following: Sequence[Bukaan | None]) -> Zona | None:
    if keadaan.zona in TITLE:
        return None
    if keadaan.zona in BODY or keadaan.zona in LISTS:
        sure = bukaan.label.isupper() or bukaan.titik_dua
        if not sure and not _opened_by(following, Pembuka.NOMOR, Pembuka.TANGGAL, Pembuka.TENTANG, within=4):
            return None
    return Zona.LAMPIRAN


def _title(bukaan: Bukaan, baris: Baris, keadaan: Keadaan, following: Sequence[Bukaan | None]) -> Zona | None:
    covered = keadaan.zona is Zona.TENTANG and not keadaan.kosong
    if keadaan.zona in TITLE | ANNEX | BODY and not covered:
        return None
    named = _opened_by(following, Pembuka.NOMOR, Pembuka.TENTANG)
    first = keadaan.zona in (Zona.AWAL, Zona.KOP)
    return Zona.JUDUL if named and (first or _opened_by(following, Pembuka.MENIMBANG, within=40)) else None


def _number(bukaan: Bukaan, baris: Baris, keadaan: Keadaan, following: Sequence[Bukaan | None]) -> Zona | None:
    if keadaan.zona in ANNEX:
        return Zona.LAMPIRAN_NOMOR
    return Zona.NOMOR if keadaan.zona in (Zona.JUDUL, Zona.TANGGAL) else None


def _date(bukaan: Bukaan, baris: Baris, keadaan: Keadaan, following: Sequence[Bukaan | None]) -> Zona | None:
    if keadaan.zona in ANNEX:
        return Zona.LAMPIRAN_TANGGAL
    return Zona.TANGGAL if keadaan.zona in (Zona.JUDUL, Zona.NOMOR) else None


def _about(bukaan: Bukaan, baris: Baris, keadaan: Keadaan, following: Sequence[Bukaan | None]) -> Zona | None:
    if not (bukaan.titik_dua or not bukaan.sisa or bukaan.label.isupper()):
        return None
    if keadaan.zona in ANNEX:
        return Zona.LAMPIRAN_TENTANG
    return Zona.TENTANG if keadaan.zona in (Zona.JUDUL, Zona.NOMOR, Zona.TANGGAL) else None


def _heading(bukaan: Bukaan, baris: Baris, keadaan: Keadaan, following: Sequence[Bukaan | None]) -> Zona | None:
    zona, text = keadaan.zona, baris.text
    if zona in TITLE or (zona in (Zona.LAMPIRAN_TENTANG, Zona.MENETAPKAN) and keadaan.kosong):
        return None
    if zona in BODY:
        ended = zona in (Zona.DIKTUM, Zona.MENGINGAT) and keadaan.selesai
        return Zona.JUDUL_LEMBAR if ended and _BARE_HEADING.match(text) else None
    if zona in ANNEX and _goes_on(keadaan, following):
        return None
    if zona is Zona.JUDUL_LEMBAR and text.strip() != keadaan.pertama.strip():
        return None
    if zona in FORM and not text.isupper() and not (baris.tebal or baris.judul or keadaan.selesai):
        return None
    return Zona.JUDUL_TABEL if zona in FORM and text.rstrip().endswith(":") else Zona.JUDUL_LEMBAR


def _goes_on(keadaan: Keadaan, following: Sequence[Bukaan | None]) -> bool:
    """Whether the heading of an annex goes on: its fields are still to come, or its title breaks off."""
    if keadaan.zona in (Zona.LAMPIRAN, Zona.LAMPIRAN_TENTANG) and _BREAKS_OFF.search(keadaan.sebelum):
        return True
    return _opened_by(following, Pembuka.NOMOR, Pembuka.TANGGAL, within=3)


def _form(bukaan: Bukaan, baris: Baris, keadaan: Keadaan, following: Sequence[Bukaan | None]) -> Zona | None:
    zona = keadaan.zona
    if zona in TITLE or not (bukaan.label[0].isupper() or bukaan.tanda):
        return None
    if zona in BODY:
        sure = bukaan.titik_dua and (bukaan.label.isupper() or bool(bukaan.tanda))
    else:
        alone = not bukaan.sisa and (bukaan.label.isupper() or bool(bukaan.tanda) or keadaan.selesai)
        in_cells = len(baris.bagian) > 1 and baris.bagian[0].text.strip(" :").endswith(bukaan.label)
        sure = bukaan.titik_dua or alone or in_cells or _without_colon(bukaan)
    return _FORM_ZONES[bukaan.jenis] if sure else None


def _table_label(bukaan: Bukaan, baris: Baris, keadaan: Keadaan, following: Sequence[Bukaan | None]) -> Zona | None:
    """A line of a form that only announces the table: `4. Indikator Kinerja Utama :`."""
    return Zona.JUDUL_TABEL if keadaan.zona in FORM and bukaan.tanda and not bukaan.sisa else None


def _without_colon(bukaan: Bukaan) -> bool:
    """Whether a label in capitals stands before its value with nothing between: `JABATAN KEPALA SEKSI …`."""
    if not bukaan.label.isupper() or bukaan.jenis not in (Pembuka.JABATAN, Pembuka.TUGAS, Pembuka.FUNGSI):
        return False
    if bukaan.jenis is Pembuka.JABATAN:
        return is_position(bukaan.sisa) and not _POSITION_KIND.match(bukaan.sisa)
    sentence = bukaan.sisa[:1].isupper() and not bukaan.sisa.isupper()
    return sentence or read_tanda(bukaan.sisa) is not None


def _holder(bukaan: Bukaan, baris: Baris, keadaan: Keadaan, following: Sequence[Bukaan | None]) -> Zona | None:
    """Name, NIP or rank of who holds a position; in a signature they are part of it."""
    if not bukaan.titik_dua or keadaan.zona in TITLE | BODY or keadaan.zona is Zona.PENUTUP:
        return None
    if keadaan.zona in (Zona.TABEL, Zona.SISA):
        near = _opened_by(following, Pembuka.JABATAN, within=5)
        return Zona.PEMANGKU if near else None
    return Zona.PEMANGKU if keadaan.zona not in LISTS or bukaan.label.isupper() else None


def _letterhead(bukaan: Bukaan, baris: Baris, keadaan: Keadaan, following: Sequence[Bukaan | None]) -> Zona | None:
    if keadaan.zona in TITLE | BODY | ANNEX | {Zona.KOP, Zona.UNIT, Zona.JABATAN}:
        return None
    if keadaan.zona is Zona.AWAL or _opened_by(following, Pembuka.KEPUTUSAN):
        return Zona.KOP
    return None


_RULES: Mapping[Pembuka, _Rule] = {
    Pembuka.PEMERINTAH: _letterhead,
    Pembuka.KEPUTUSAN: _title,
    Pembuka.NOMOR: _number,
    Pembuka.TANGGAL: _date,
    Pembuka.TENTANG: _about,
    Pembuka.MENIMBANG: _citing,
    Pembuka.MENGINGAT: _citing,
    Pembuka.MEMPERHATIKAN: _citing,
    Pembuka.MEMUTUSKAN: _deciding,
    Pembuka.MENETAPKAN: _deciding,
    Pembuka.DIKTUM: _clause,
    Pembuka.PASAL: _clause,
    Pembuka.DITETAPKAN: _closing,
    Pembuka.TEMPAT_TANGGAL: _closing,
    Pembuka.TEMBUSAN: _copies,
    Pembuka.LAMPIRAN: _annex,
    Pembuka.JUDUL: _heading,
    Pembuka.UNIT: _form,
    Pembuka.VISI: _form,
    Pembuka.MISI: _form,
    Pembuka.TUJUAN: _form,
    Pembuka.SASARAN: _form,
    Pembuka.JABATAN: _form,
    Pembuka.PEMANGKU: _holder,
    Pembuka.TUGAS: _form,
    Pembuka.FUNGSI: _form,
    Pembuka.TABEL: _table_label,
}
