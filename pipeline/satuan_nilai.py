"""Units of printed values: per cent, counted things, and columns that print a percentage for another unit."""

from __future__ import annotations

import re
from collections import Counter

from schemas.kinerja import Baris, Fakta, JenisBaris, Part, Tabel

SATUAN_HITUNG = frozenset(
    (
        *("orang", "jiwa", "kk", "peserta", "pegawai", "siswa", "guru", "ekor"),
        *(
            "dokumen",
            "dok",
            "laporan",
            "berkas",
            "sertifikat",
            "buku",
            "naskah",
            "perda",
            "raperda",
            "rekomendasi",
        ),
        *("lembaga", "lpk", "perusahaan", "kelompok", "sekolah", "koperasi", "umkm"),
        *("desa", "kelurahan", "kecamatan", "kawasan", "lokasi", "rumah"),
        *("kasus", "perkara", "kegiatan", "kali", "layanan", "pelayanan", "event", "aplikasi"),
        *("unit", "buah", "paket", "stel", "set"),
    )
)
"""Units that are counted in whole things."""

PARTS_NILAI = (Part.TARGET, Part.REALISASI, Part.AWAL)
"""Parts that print the quantity of an indicator."""

_PERSEN = frozenset({"%", "persen", "prosen", "persentase", "prosentase", "presentase"})
_TANDA = re.compile(r"%|\bpersen\b|\bprosen\b", re.IGNORECASE)
_SENDIRI = re.compile(r"[\W_]*(%|persen|prosen)[\W_]*", re.IGNORECASE)
_NILAI = re.compile(r"target|realisasi|awal|dasar|baseline", re.IGNORECASE)
_BUKTI_TURUNAN = 2
"""Rows in another unit that show a column headed (%) to hold percentages of the quantities, not the quantities."""


def kelas_satuan(fakta: Fakta, baris: Baris) -> str:
    """`persen`, `hitung` (counted things) or `lain` (points, scores, unknown) for a printed value."""
    words = re.findall(r"%|[a-z]+", f"{fakta.angka.unit or ''} {baris.satuan or ''}".lower())
    if fakta.angka.percent or any(word in _PERSEN for word in words):
        return "persen"
    return "hitung" if any(word in SATUAN_HITUNG for word in words) else "lain"


def kolom_turunan(tabel: Tabel) -> frozenset[int]:
    """Columns of target, realisasi and base value that print a derived percentage instead of the quantity.

    Their heading says per cent, while two or more of their rows are measured in other units (Ekor, Ton, kasus).
    """
    saksi = Counter[int]()
    for baris in tabel.baris:
        if baris.satuan and baris.jenis is not JenisBaris.JUMLAH and _satuan_lain(baris.satuan):
            for fakta in baris.fakta:
                nilai = fakta.part in PARTS_NILAI and fakta.angka.value is not None and not fakta.angka.unit
                saksi[fakta.col] += nilai and _berkepala_persen(fakta.header)
    return frozenset(col for col, banyak in saksi.items() if banyak >= _BUKTI_TURUNAN)


def _berkepala_persen(header: str) -> bool:
    """Whether the per cent sign belongs to the column, not to a heading over several columns."""
    bagian = [teks for teks in header.split(" / ") if _TANDA.search(teks)]
    return any(_NILAI.search(teks) or _SENDIRI.fullmatch(teks) for teks in bagian)


def _satuan_lain(satuan: str) -> bool:
    """Whether a unit is surely not per cent."""
    words = re.findall(r"%|[a-z]+", satuan.lower())
    return bool(words) and not any(word in _PERSEN for word in words)
