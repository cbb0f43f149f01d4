"""The only two amounts of a sentence as budget and what is spent of it, or left of it, by whatever words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.klaim.hubungan.operan import Operan, antara, sebelum
from schemas.narasi import Kalimat, Peran

_PAGU = re.compile(
    r"\b(?:berpagu|pagu(?:nya)?|anggaran(?:nya)?|dana(?:nya)?|alokasi(?:nya)?|dialokasikan|dianggarkan|"
    r"disediakan|tersedia|"
    r"plafon|beranggaran|dibekali|diberi|mendapat|memperoleh)\b"
)
_PAKAI = re.compile(
    r"\b(?:menelan|membelanjakan|dibelanjakan|menghabiskan|dihabiskan|terpakai|dipakai|memakai|menyerap|"
    r"terserap|terealisasi|"
    r"realisasi(?:nya)?|merealisasikan|direalisasikan|digunakan|menggunakan|dipergunakan|dibayarkan|keluar|biaya)\b"
)
_SISA = re.compile(r"\b(?:tersisa|bersisa|menyisakan|sisa(?:nya)?|tidak\s+terpakai|tidak\s+terserap|dikembalikan)\b")
_DARI = re.compile(r"^\s*dari(?:\s+(?:total|jumlah|yang|pagu|anggaran|dana|alokasi|plafon|sebesar|senilai))*\s*$")
_LAIN = re.compile(
    r"\b(?:per|setiap|tiap|pendapatan|pad|omzet|omset|investasi|aset|ekspor|impor|pajak|retribusi|pdrb|utang|"
    r"piutang|kerugian|"
    r"apbd|apbn|kabupaten|provinsi|nasional|tahun\s+(?:lalu|sebelumnya)|sebelumnya|semula|sebagian|"
    r"antara\s+lain|termasuk)\b"
)
_KEGIATAN = re.compile(r"\b(?:sub\s*kegiatan|kegiatan|program|pekerjaan|paket|proyek|bidang|seksi)\b")
_UANG = frozenset(
    {Peran.ANGGARAN, Peran.REALISASI_ANGGARAN, Peran.SISA, Peran.LAIN, Peran.NILAI, Peran.REALISASI, Peran.TARGET}
)


def dua_rupiah(kalimat: Kalimat, operan: Sequence[Operan | None]) -> tuple[Operan, Operan] | None:
    """Budget, and what was spent or left of it; None where the two amounts may be anything else."""
    if any(item is None for item in operan):
        return None
    uang = [item for item in operan if item is not None and item.angka.currency]
    teks = kalimat.teks.text.lower()
    lain = any(item.teks.peran not in _UANG or item.teks.pendekatan for item in uang)
    if len(uang) != 2 or lain or _LAIN.search(teks):
        return None
    kiri, kanan = uang
    sela = antara(kalimat, kiri, kanan)
    if kanan.posisi != kiri.posisi + 1 or _KEGIATAN.search(sela) or len({x.teks.tahun for x in uang} - {None}) > 1:
        return None
    if _DARI.match(sela):
        habis = _PAKAI.search(sebelum(kalimat, kiri)) or _SISA.search(sebelum(kalimat, kiri))
        return (kanan, kiri) if habis and _PAGU.search(teks) else None
    if _PAGU.search(sebelum(kalimat, kiri)) and not _PAKAI.search(sebelum(kalimat, kiri)):
        return (kiri, kanan) if _PAKAI.search(sela) or _SISA.search(sela) else None
    return None
