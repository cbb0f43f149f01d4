"""Decisions of persons put into force: every name of them gets one code, and known codes get more names. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import OSA

from pipeline.normalise.arah import arah_nama
from pipeline.normalise.kamus.baca import kumpulkan_galat
from pipeline.normalise.kamus.dipakai import EntriIndikator, Kamus, memakai_kamus
from pipeline.normalise.kamus.isi import BARU, SAMA, jadikan_kode
from pipeline.normalise.kamus.keputusan_nama import KeputusanNama
from pipeline.normalise.nama.cari import Kunci, cari_kamus, kunci_tulisan
from pipeline.normalise.nama.urai import Konteks, Nama, baca_nama
from schemas.errors import KamusError
from schemas.kinerja import Arah

_SALAH_TULIS = 2
_KODE_PANJANG = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sebutan:
    """One name of one decision; `calon`: it is the one that the other name is held to be one with."""

    tulisan: str
    nama: Nama
    kunci: Kunci
    calon: bool
    putusan: KeputusanNama


def terapkan_keputusan(kamus: Kamus, keputusan: Sequence[KeputusanNama]) -> Kamus:
    """A kamus in which decided names mean what persons said, before and against everything else it says.

    Names decided for one code are one; a code that the kamus lacks becomes an entry whose direction is that of its
    names. Names tied by `sama` share the code that one of them has by decision or by the kamus, else a new one. A
    name that is `baru` has no entry.

    Raises:
        KamusError: when two decisions give one name different codes, or a code is a slip of the pen for a known one.
    """
    with memakai_kamus(kamus):
        gugus = _gugus([sebutan for putusan in keputusan for sebutan in _sebutan(putusan)])
        dikenal = {entri.kode for entri in kamus.indikator}
        kumpulkan_galat([*_bertentangan(gugus), *_salah_tulis(keputusan, dikenal)])
        berkode = _beri_kode(gugus, dikenal)
        putusan = tuple(item for kode, group in berkode for item in _resmi(kode, group))
        return replace(kamus, indikator=_entri(kamus, berkode), keputusan=putusan)


def _sebutan(putusan: KeputusanNama) -> Iterator[_Sebutan]:
    for text, calon in ((putusan.nama, False), (putusan.calon, True)):
        if text:
            nama = baca_nama(text, Konteks())
            yield _Sebutan(tulisan=text, nama=nama, kunci=kunci_tulisan(nama), calon=calon, putusan=putusan)


def _gugus(sebutan: Sequence[_Sebutan]) -> list[list[_Sebutan]]:
    """Names that are one: of equal text, or tied by `sama`; in order of their first mention."""
    rumah: dict[Kunci, Kunci] = {}

    def wakil(kunci: Kunci) -> Kunci:
        while rumah.setdefault(kunci, kunci) != kunci:
            kunci = rumah[kunci]
        return kunci

    pasangan: dict[int, Kunci] = {}
    for item in sebutan:
        lain = pasangan.setdefault(id(item.putusan), item.kunci)
        rumah[wakil(item.kunci)] = wakil(lain)
    found: dict[Kunci, list[_Sebutan]] = {}
    for item in sebutan:
        found.setdefault(wakil(item.kunci), []).append(item)
    return list(found.values())


def _bertentangan(gugus: Iterable[Sequence[_Sebutan]]) -> Iterator[KamusError]:
    for group in gugus:
        tegas = [item.putusan for item in group if item.putusan.kode != SAMA]
        tertaut = [item.putusan for item in group if item.putusan.kode == SAMA]
        if any(putusan.kode == BARU for putusan in tegas):
            tegas += tertaut
        for putusan in tegas[1:]:
            if putusan.kode != tegas[0].kode:
                yield KamusError(
                    f"{putusan.tempat}: “{putusan.nama}” diputuskan “{_bunyi(putusan)}”, padahal {tegas[0].tempat} "
                    f"memutuskan “{tegas[0].nama}” sebagai “{_bunyi(tegas[0])}”; hapus salah satu."
                )
                break


def _bunyi(putusan: KeputusanNama) -> str:
    return f"{SAMA} dengan {putusan.calon}" if putusan.kode == SAMA else putusan.kode


def _salah_tulis(keputusan: Iterable[KeputusanNama], dikenal: Iterable[str]) -> Iterator[KamusError]:
    """Codes that no kamus has and that look like one that it has."""
    known = set(dikenal)
    for putusan in keputusan:
        near = "" if putusan.kode in known else next(filter(lambda kode: _mirip(putusan.kode, kode), sorted(known)), "")
        if near:
            yield KamusError(
                f"{putusan.tempat}: kode “{putusan.kode}” tidak ada dalam kamus; maksud Anda “{near}”? Bila memang "
                "kode sendiri, pilih yang lebih berbeda."
            )


def _mirip(a: str, b: str) -> bool:
    if min(len(a), len(b)) < _KODE_PANJANG or [c for c in a if c.isdigit()] != [c for c in b if c.isdigit()]:
        return False
    return OSA.distance(a, b, score_cutoff=_SALAH_TULIS) <= _SALAH_TULIS


def _beri_kode(gugus: Sequence[list[_Sebutan]], dikenal: set[str]) -> list[tuple[str, list[_Sebutan]]]:
    """Every group with its code; new codes are those of no other group and no entry."""
    terpakai = dikenal | {item.putusan.kode for group in gugus for item in group}
    found: list[tuple[str, list[_Sebutan]]] = []
    for group in gugus:
        kode = next((item.putusan.kode for item in group if item.putusan.kode != SAMA), "") or _kode_kamus(group)
        if not kode:
            kode = _kode_bebas(group, terpakai)
            terpakai.add(kode)
        found.append((kode, group))
    return found


def _kode_kamus(group: Sequence[_Sebutan]) -> str:
    """The code that the kamus has for a name of a group, candidates asked first; "" without one."""
    for item in sorted(group, key=lambda item: not item.calon):
        entri = cari_kamus(item.nama)
        if entri is not None:
            return entri.kode
    return ""


def _kode_bebas(group: Sequence[_Sebutan], terpakai: set[str]) -> str:
    calon = next(item for item in group if item.calon)
    dasar = jadikan_kode("-".join(calon.nama.kata)) or "nama"
    kode, urut = dasar, 1
    while kode in terpakai:
        urut += 1
        kode = f"{dasar}-{urut}"
    return kode


def _resmi(kode: str, group: Sequence[_Sebutan]) -> Iterator[KeputusanNama]:
    """One decision for every name of a group; where several were made about it, the first."""
    seen: set[Kunci] = set()
    for item in sorted(group, key=lambda item: item.calon):
        if item.kunci not in seen:
            seen.add(item.kunci)
            yield replace(item.putusan, nama=item.tulisan, kode=kode, calon="")


def _entri(kamus: Kamus, berkode: Sequence[tuple[str, list[_Sebutan]]]) -> tuple[EntriIndikator, ...]:
    """The entries with the decided names, each name of one entry alone."""
    milik: dict[Kunci, str] = {item.kunci: kode for kode, group in berkode for item in group}
    names: dict[str, list[_Sebutan]] = {}
    for kode, group in berkode:
        if kode != BARU:
            names.setdefault(kode, []).extend(sorted(group, key=lambda item: not item.calon))
    lama = tuple(_perluas(_lepas(entri, milik), names.pop(entri.kode, ())) for entri in kamus.indikator)
    return lama + tuple(_baru(kode, group) for kode, group in names.items())


def _lepas(entri: EntriIndikator, milik: Mapping[Kunci, str]) -> EntriIndikator:
    """An entry without other names that were decided for another."""
    tetap = tuple(
        nama for nama in entri.alias if milik.get(kunci_tulisan(baca_nama(nama, Konteks())), entri.kode) == entri.kode
    )
    return entri if tetap == entri.alias else replace(entri, alias=tetap)


def _perluas(entri: EntriIndikator, group: Iterable[_Sebutan]) -> EntriIndikator:
    known = {entri.nama, *entri.alias}
    new = dict.fromkeys(item.tulisan for item in group if item.tulisan not in known)
    return replace(entri, alias=(*entri.alias, *new)) if new else entri


def _baru(kode: str, group: Sequence[_Sebutan]) -> EntriIndikator:
    nama, *alias = dict.fromkeys(item.tulisan for item in group)
    found = {arah_nama(item.nama) for item in group} - {Arah.TIDAK_DIKETAHUI}
    arah = found.pop() if len(found) == 1 else Arah.TIDAK_DIKETAHUI
    return EntriIndikator(kode=kode, nama=nama, alias=tuple(alias), arah=arah, diputuskan=True)
