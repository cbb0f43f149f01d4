"""Finds what the kamus in use says of a name: a person's decision first, its entries then. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from pipeline.normalise.kamus.dipakai import EntriIndikator, Kamus, muat_kamus
from pipeline.normalise.kamus.isi import BARU
from pipeline.normalise.kamus.keputusan_nama import KeputusanNama
from pipeline.normalise.nama.urai import Konteks, Nama, baca_nama

Kunci = tuple[str, ...]
"""What two printings of one name share."""


def cari_kamus(nama: Nama) -> EntriIndikator | None:
    """The dictionary's entry for a name, None without; only equal words count, and a decision counts before them."""
    kamus = muat_kamus()
    putusan = cari_keputusan(nama)
    if putusan is not None:
        return per_kode(kamus).get(putusan.kode)
    return None if nama.tahun else _per_kunci(kamus).get(nama.kunci)


def cari_keputusan(nama: Nama) -> KeputusanNama | None:
    """What a person decided about a name as its report prints it, with its code or `baru`; None without a decision."""
    kamus = muat_kamus()
    if not kamus.keputusan:
        return None
    diputuskan = _keputusan(kamus, nama.konteks)
    kunci = kunci_tulisan(nama)
    return diputuskan.get(kunci) or diputuskan.get(kunci[:-1])


def putusan_orang(a: Nama, b: Nama) -> tuple[bool, str] | None:
    """Whether two names are one by what persons decided, and the reason; None when it follows from no decision.

    It holds before and against everything else that can be said of the names.
    """
    satu, dua = cari_keputusan(a), cari_keputusan(b)
    putusan = satu or dua
    if putusan is None:
        return None
    alasan = f"diputuskan {putusan.oleh}, {putusan.tanggal.isoformat()}"
    if BARU in (satu and satu.kode, dua and dua.kode):
        return satu is not None and dua is not None and satu.kode == dua.kode and a.rapat == b.rapat, alasan
    kamus_a, kamus_b = cari_kamus(a), cari_kamus(b)
    return None if kamus_a is None or kamus_b is None else (kamus_a.kode == kamus_b.kode, alasan)


def kunci_tulisan(nama: Nama) -> Kunci:
    """What printings of equal text share; the last part is the unit in the label, which one of them may leave out."""
    return nama.rapat, " ".join(sorted(nama.tahun)), nama.per, nama.satuan


def entri_nama(nama: Nama) -> EntriIndikator | None:
    """The entry of the kamus for a name, with or without the owner and the explanation it prints."""
    entri = cari_kamus(nama)
    if entri is not None or not (nama.wilayah or nama.kantor or nama.penjelas):
        return entri
    return cari_kamus(nama_baku(" ".join((*nama.takaran, *nama.pokok)), muat_kamus()))


@lru_cache(maxsize=16384)
def nama_baku(tulisan: str, _kamus: Kamus) -> Nama:
    """A name that no report leaves anything unsaid of, read once for all who compare by it; `_kamus` is that in use."""
    return baca_nama(tulisan, Konteks())


def nama_entri(entri: EntriIndikator) -> tuple[Nama, ...]:
    """All names of an entry, the canonical one first, read."""
    return tuple(nama_baku(text, muat_kamus()) for text in (entri.nama, *entri.alias))


@lru_cache(maxsize=4)
def per_kode(kamus: Kamus) -> Mapping[str, EntriIndikator]:
    """Entries by their codes."""
    return {entri.kode: entri for entri in kamus.indikator}


@lru_cache(maxsize=4)
def daftar_nama(kamus: Kamus) -> tuple[tuple[str, str, EntriIndikator], ...]:
    """Every name of a kamus that is in use: its key, the name, its entry; in the order in which keys are given away.

    Canonical names come first, other names then, and last those that only a decision made one.
    """
    diputuskan = {putusan.nama for putusan in kamus.keputusan}
    utama = [(entri.nama, entri) for entri in kamus.indikator if not entri.diputuskan]
    alias = [(nama, entri) for entri in kamus.indikator for nama in entri.alias]
    sendiri = [(entri.nama, entri) for entri in kamus.indikator if entri.diputuskan]
    baku = [*utama, *((nama, entri) for nama, entri in alias if nama not in diputuskan)]
    orang = [*sendiri, *((nama, entri) for nama, entri in alias if nama in diputuskan)]
    dibaca = [(nama_baku(nama, kamus), nama, entri) for nama, entri in (*baku, *orang)]
    return tuple(
        (nama.kunci, tulisan, entri)
        for i, (nama, tulisan, entri) in enumerate(dibaca)
        if i < len(baku) or not (nama.tahun or nama.per)
    )


@lru_cache(maxsize=4)
def _per_kunci(kamus: Kamus) -> Mapping[str, EntriIndikator]:
    found: dict[str, EntriIndikator] = {}
    for kunci, _, entri in daftar_nama(kamus):
        found.setdefault(kunci, entri)
    return found


@lru_cache(maxsize=256)
def _keputusan(kamus: Kamus, konteks: Konteks) -> Mapping[Kunci, KeputusanNama | None]:
    """Decisions by the names as a report of that office prints them; None where two of them differ there."""
    found: dict[Kunci, KeputusanNama | None] = {}
    for putusan in kamus.keputusan:
        kunci = kunci_tulisan(baca_nama(putusan.nama, konteks))
        for key in (kunci, kunci[:-1]):
            lama = found.setdefault(key, putusan)
            if lama is None or lama.kode != putusan.kode:
                found[key] = None
    return found
