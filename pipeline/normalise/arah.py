"""Direction of an indicator: the dictionary first, rules on its name then, unknown otherwise. Pure."""

from __future__ import annotations

from pipeline.normalise.kamus.dipakai import EntriIndikator, muat_kamus
from pipeline.normalise.nama.urai import Nama
from schemas.angka import AngkaKind
from schemas.kinerja import Arah, Baris, Part


def arah_nama(nama: Nama) -> Arah:
    """Direction that the words of a name state; the first rule of `arah.csv` that fits decides."""
    text = " ".join(nama.kata)
    for aturan in muat_kamus().arah:
        if aturan.pola.search(text) and not (aturan.kecuali and aturan.kecuali.search(text)):
            return aturan.arah
    return Arah.TIDAK_DIKETAHUI


def arah_kamus(entri: EntriIndikator, baris: Baris) -> Arah:
    """Direction by the dictionary; what is to be kept in a range has one only if its target is a range."""
    if entri.arah is Arah.RENTANG and not _target_rentang(baris):
        return Arah.TIDAK_DIKETAHUI
    return entri.arah


def _target_rentang(baris: Baris) -> bool:
    return any(fakta.angka.kind is AngkaKind.RANGE for fakta in baris.all(Part.TARGET))
