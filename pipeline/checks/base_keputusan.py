"""Builders for checks of decrees: how records, annexes and sheets are called, and their printed places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from schemas.finding import Evidence
from schemas.keputusan import Indikator, Jabatan, JenisKeputusan, Keputusan, Lampiran, Teks
from schemas.susunan import Butir, Daftar

_SEBUTAN = {
    JenisKeputusan.KEPUTUSAN: "keputusan",
    JenisKeputusan.LAMPIRAN: "lampiran keputusan",
    JenisKeputusan.PERJANJIAN: "perjanjian kinerja",
}
_ROMAWI = {"i": 1, "v": 5, "x": 10}
_ANGKA_ROMAWI = re.compile(r"x{0,3}(?:ix|iv|v?i{0,3})", re.IGNORECASE)
_PANJANG = 90


def rapi(text: str) -> str:
    """Small letters, folded spaces, no marks at the ends: what makes two printings one."""
    return " ".join(text.lower().split()).strip(" .,:;-–")


def potong(text: str, panjang: int = _PANJANG) -> str:
    """A text for a message: cut behind a word where it is long."""
    bersih = " ".join(text.split())
    if len(bersih) <= panjang:
        return bersih
    return bersih[:panjang].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def sebut(keputusan: Keputusan) -> str:
    """What kind of record it is, for a message."""
    return _SEBUTAN[keputusan.jenis]


def sebut_lampiran(lampiran: Lampiran) -> str:
    """`Lampiran II`, or `Lampiran` for a sole one."""
    return f"Lampiran {lampiran.nomor}" if lampiran.nomor else "Lampiran"


def sebut_lembar(jabatan: Jabatan) -> str:
    """The position of a sheet, else its heading."""
    nama = jabatan.jabatan or jabatan.unit or jabatan.judul
    return potong(nama.text) if nama is not None else "lembar tanpa nama"


def angka(nomor: str) -> int | None:
    """Rank of a printed number, Arabic or Roman; None when it is neither."""
    bersih = nomor.strip(" .()").lower()
    if bersih.isdecimal() and len(bersih) <= 2:
        return int(bersih)
    if not bersih or not _ANGKA_ROMAWI.fullmatch(bersih):
        return None
    nilai = [_ROMAWI[huruf] for huruf in bersih]
    return sum(-n if n < max(nilai[i:]) else n for i, n in enumerate(nilai))


def daftar_indikator(jabatan: Jabatan) -> Iterator[Daftar]:
    """Marked indicators of one sasaran, one in each row, as a list; several in one cell are a list of that cell."""
    bertanda = [item for item in jabatan.indikator if item.tanda is not None]
    for _, anggota in groupby(bertanda, key=lambda item: (item.table, item.sasaran)):
        baris = list(anggota)
        butir = [_butir(item) for item in baris]
        gaya = {"1." if item.penanda.isdecimal() else "a." for item in butir if item is not None}
        if None not in butir and len(gaya) == 1 and len({item.row for item in baris}) == len(baris):
            yield Daftar(gaya=gaya.pop(), butir=tuple(item for item in butir if item), pengantar=sebut_lembar(jabatan))


def _butir(indikator: Indikator) -> Butir | None:
    """An indicator as an item of a list; None where its mark is neither a small number nor one letter."""
    tanda = (indikator.tanda or "").strip(" .()").lower()
    if tanda.isdecimal() and len(tanda) <= 2:
        urut = int(tanda)
    elif len(tanda) == 1 and "a" <= tanda <= "z":
        urut = ord(tanda) - ord("a") + 1
    else:
        return None
    return Butir(penanda=tanda, urut=urut, teks=indikator.indikator.text, place=indikator.indikator.place)


def bukti(teks: Teks, role: str, label: str | None = None) -> Evidence:
    """The printed place of a text."""
    return Evidence(role=role, text=teks.text, place=teks.place, label=label)


def bukti_indikator(indikator: Indikator, label: str | None = None) -> Evidence:
    """The printed place of an indicator's name."""
    return Evidence(
        role="indikator",
        text=indikator.indikator.text,
        place=indikator.indikator.place,
        label=label,
        row=indikator.row,
    )


def naskah(keputusan: Keputusan) -> Iterator[tuple[str, Teks]]:
    """Running texts of the body with the part they stand in, in printed order."""
    if keputusan.tentang is not None:
        yield "tentang", keputusan.tentang
    for butir in keputusan.menimbang:
        yield "menimbang", butir.teks
    for butir in keputusan.mengingat:
        yield "mengingat", butir.teks
    for diktum in keputusan.diktum:
        yield diktum.nama, diktum.teks
