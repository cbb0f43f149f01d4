"""What a column of an indicator table holds, by the words of its heading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from extractors.headers import squash, years_in
from extractors.keputusan.sel.teks import himpunan


class Peran(StrEnum):
    """Roles of columns; most values are names of attributes of `Indikator`."""

    NOMOR = "nomor"
    TUJUAN = "tujuan"
    SASARAN = "sasaran"
    INDIKATOR = "indikator"
    DEFINISI = "definisi"
    PENJELASAN = "penjelasan"
    FORMULA = "formula"
    ALASAN = "alasan"
    SATUAN = "satuan"
    SUMBER = "sumber_data"
    PENANGGUNG = "penanggung_jawab"
    TIPE = "tipe"
    KETERANGAN = "keterangan"
    TARGET = "target"
    JABATAN = "jabatan"
    HASIL = "hasil"
    LAIN = "lain"


# On letters and digits only: narrow columns break the words of headings. First match wins.
_POLA: tuple[tuple[Peran, re.Pattern[str]], ...] = tuple(
    (peran, re.compile(pola))
    for peran, pola in (
        (Peran.NOMOR, r"^(?:no|nomor|nourut|nomorurut|nr|nosasaran|noindikator|noiku|kode[a-z]*)$"),
        (Peran.HASIL, r"realisasi|tingkatkemajuan|serapan|efisiensi"),
        (Peran.TARGET, r"^(?:target|rencanatarget|rencanatingkatcapaian)|target(?:kinerja|tahun)?(?:19|20)?\d*$"),
        (Peran.JABATAN, r"^(?:nama)?(?:jabatan|pejabat)(?:struktural|fungsional)?$"),
        (
            Peran.TIPE,
            r"^(?:tipe|type|jenis|polari[a-z]*|sifat|kategori|klasifikasi|level|karakteristik|arah|metodeakumulasi"
            r"|carakumulasi|caraakumulasi)",
        ),
        (Peran.SATUAN, r"^(?:satuan(?!kerja|organisasi)|unitukuran|sat$|unitpengukuran)"),
        (
            Peran.SUMBER,
            r"^(?:sumber|asaldata|dokumensumber)|^(?!penang|.*(?:penjelas|formula|rumus|hitung|definisi|alasan)).*sumberdata$",
        ),
        (
            Peran.PENANGGUNG,
            r"penang+ung+jawab|penang+ungjwb|^pj$|^pic$|pengampu|^(?:unit|bidang|opd|skpd|pd|perangkatdaerah|satuan)"
            r"(?:kerja|organisasi|pelaksana|pengelola|penang.*|terkait)?$|^pelaksana|^penyedia(?:data)?$",
        ),
        (Peran.INDIKATOR, r"^(?:indikator|indikat|iku|iki|ikk|iks|ikp|ukuran|parameter|tolo[kh]ukur|pengukurkinerja)"),
        (
            Peran.FORMULA,
            r"formula|rumus|perhitungan|penghitungan|menghitung|pengukuran|caraukur|mengukur|cara$|metode",
        ),
        (Peran.HASIL, r"capaian"),
        (Peran.DEFINISI, r"definisi|defenisi|pengertian|deskripsi|batasan|uraianindikator"),
        (Peran.PENJELASAN, r"penjelasan"),
        (Peran.ALASAN, r"alasan|justifikasi|dasarpemilihan|pertimbangan|latarbelakang"),
        (Peran.KETERANGAN, r"^(?:ket|keterangan|catatan|bukti[a-z]*|datadukung|dokumenpendukung)$"),
        (Peran.TUJUAN, r"^(?:tujuan|misi|visi|urusan)(?!.*sasaran)"),
        (
            Peran.SASARAN,
            r"^(?:sasaran|kinerja|outcome|output|hasil|rencanahasil|rencanakinerja|keluaran|tugas|uraian(?:tugas|kinerja|sasaran|kegiatan|program)?$|aktivitas|program"
            r"|kegiatan|subkegiatan)|sasaran|outcome$",
        ),
        (Peran.TARGET, r"^t?(?:19|20)\d\d$|^tahun(?:19|20)\d\d$|^tahun(?:ke)?[1-6]$"),
        (Peran.INDIKATOR, r"indikator(?:kinerja|sasaran|program|kegiatan|utama|individu)*$"),
    )
)
KATA_KEPALA = himpunan(
    """akhir alasan capaian cara dan data definisi formula formulasi indikator individu jawab kegiatan keluaran
    keterangan kinerja misi nomor operasional outcome output pemilihan penanggung penanggungjawab pengertian
    penghitungan pengukuran penjelasan perhitungan polaritas program realisasi rumus sasaran satuan strategis
    sumber tahun target tipe tujuan unit uraian urusan utama"""
)
"""Words of headings that narrow columns cut."""

PENENTU = frozenset(
    {
        Peran.SASARAN,
        Peran.FORMULA,
        Peran.PENJELASAN,
        Peran.DEFINISI,
        Peran.ALASAN,
        Peran.SUMBER,
        Peran.PENANGGUNG,
        Peran.TUJUAN,
    }
)
"""Roles of which an indicator table has at least one beside the indicators, unless it sets targets for years."""

BERTARGET = frozenset({Peran.SATUAN, Peran.TARGET})
"""Roles of a list of indicators that may set targets for years, which a second row of headings names."""


BIDANG = frozenset(
    {
        Peran.DEFINISI,
        Peran.FORMULA,
        Peran.ALASAN,
        Peran.SATUAN,
        Peran.SUMBER,
        Peran.PENANGGUNG,
        Peran.TIPE,
        Peran.KETERANGAN,
        Peran.TARGET,
    }
)
"""Roles whose cells say something of an indicator."""


def peran_teks(text: str) -> Peran:
    """The role that the words of one heading cell name."""
    squashed = squash(text)
    for peran, pola in _POLA:
        if pola.search(squashed):
            return peran
    return Peran.LAIN


def peran_kolom(levels: Sequence[str]) -> Peran:
    """The role of a column from its headings top to bottom: the lowest that is known."""
    for level in reversed(levels):
        found = peran_teks(level)
        if found is Peran.TARGET and len(levels) > 1 and any(peran_teks(x) is Peran.HASIL for x in levels):
            return Peran.HASIL
        if found is not Peran.LAIN:
            return found
    return Peran.LAIN


def tahun_kolom(levels: Sequence[str]) -> int | None:
    """The one year that a heading names."""
    for level in reversed(levels):
        years = set(years_in(level))
        if years:
            return years.pop() if len(years) == 1 else None
    return None


def selesaikan(peran: Sequence[Peran]) -> tuple[Peran, ...]:
    """Roles of one table side by side: a `Penjelasan` is the formula where no formula stands beside it."""
    out = list(peran)
    has_formula = Peran.FORMULA in out
    for k, own in enumerate(out):
        if own is Peran.PENJELASAN:
            out[k] = Peran.DEFINISI if has_formula else Peran.FORMULA
    return tuple(out)
