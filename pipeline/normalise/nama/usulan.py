"""Matches many printed names with the indicators of a kamus: the same, one to ask about, or a new one. Pure.

Every distinct text is read once, and names that read alike are judged once. What a person decided comes first, then
the names that the kamus has under that very key. Only any other name is compared, and only with those names of the
kamus that `calon` finds for it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from pipeline.normalise.kamus.dipakai import EntriIndikator, Kamus, memakai_kamus, muat_kamus
from pipeline.normalise.nama.banding import Hasil, Putusan, bandingkan
from pipeline.normalise.nama.calon import IndeksNama, indeks_nama
from pipeline.normalise.nama.cari import cari_kamus, daftar_nama, nama_baku
from pipeline.normalise.nama.urai import Konteks, Nama, baca_nama

_JARAK = 0.03
"""Of two indicators that both seem the same, the better one has to be farther ahead than this."""

_SEPADAN = 1_000
"""Texts that cost a process about as much as its start and its reading of a kamus."""

_URUTAN = (Hasil.SAMA, Hasil.TANYA, Hasil.BEDA)


class Keadaan(StrEnum):
    """What a name is to a kamus: one of its indicators, perhaps one of them, or none."""

    SAMA = "sama"
    TANYA = "tanya"
    BARU = "baru"


@dataclass(frozen=True, slots=True, kw_only=True)
class Usulan:
    """What a printed name is to a kamus.

    Attributes:
        nama: as printed; jumlah: how often this very text was given.
        kode: indicator of the kamus, "" for a new name.
        calon: name of the kamus that decided; with a new name the nearest one, "" without any near.
        skor: 0..1, 0 for a new name; fitur: what it is made of, each 0..1; alasan: Indonesian.
        lain, skor_lain: the next best indicator that may be the same, None without one.
    """

    nama: str
    jumlah: int
    keadaan: Keadaan
    kode: str
    calon: str
    skor: float
    fitur: tuple[tuple[str, float], ...]
    alasan: str
    lain: str | None = None
    skor_lain: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Daftar:
    """The names of a kamus.

    Attributes:
        tulisan, nama: as written, and read.
        lepas: read, without the key: each is compared by its own words, as the others of its entry stand beside it.
        entri: whose they are; per_kunci, per_kode: where each key and each code is first.
    """

    tulisan: tuple[str, ...]
    nama: tuple[Nama, ...]
    lepas: tuple[Nama, ...]
    entri: tuple[EntriIndikator, ...]
    per_kunci: Mapping[str, int]
    per_kode: Mapping[str, int]
    indeks: IndeksNama


@dataclass(frozen=True, slots=True, kw_only=True)
class _Nilai:
    """How close a name is to one name of the kamus; `letak` is its position there."""

    putusan: Putusan
    letak: int
    kode: str

    @property
    def urutan(self) -> tuple[int, float, int]:
        """The same before questions before others, the closest first, then in order of the kamus."""
        return _URUTAN.index(self.putusan.hasil), -self.putusan.skor, self.letak


_Jawaban = tuple[Keadaan, str, _Nilai | None, _Nilai | None]
"""Outcome, reason, the name of the kamus that decides, and the best of another indicator."""


def cocokkan(
    names: Iterable[str], kamus: Kamus | None = None, konteks: Konteks | None = None, *, pekerja: int = 1
) -> tuple[Usulan, ...]:
    """One proposal for every distinct text, in order of first appearance.

    Args:
        names: names as printed, of one report or of several that leave the same unsaid.
        kamus: what they are matched with, None for the kamus in use.
        konteks: what the reports leave unsaid, None for nothing.
        pekerja: processes to share the work; each reads the kamus anew, so that fewer than `_SEPADAN` texts for each
            are matched in fewer.
    """
    dipakai, tersirat = kamus or muat_kamus(), konteks or Konteks()
    jumlah = Counter(names)
    texts = list(jumlah)
    bagian = max(1, min(pekerja, len(texts) // _SEPADAN))
    if bagian == 1:
        found = _cocokkan(texts, dipakai, tersirat)
    else:
        from concurrent.futures import ProcessPoolExecutor
        from multiprocessing import get_context

        potongan = [texts[i::bagian] for i in range(bagian)]
        with ProcessPoolExecutor(bagian, mp_context=get_context("spawn")) as pool:
            hasil = list(pool.map(_cocokkan, potongan, [dipakai] * bagian, [tersirat] * bagian))
        found = [hasil[i % bagian][i // bagian] for i in range(len(texts))]
    return tuple(replace(usulan, jumlah=jumlah[usulan.nama]) for usulan in found)


def _cocokkan(texts: Sequence[str], kamus: Kamus, konteks: Konteks) -> list[Usulan]:
    with memakai_kamus(kamus):
        daftar = _daftar(kamus)
        jawaban: dict[Nama, _Jawaban] = {}
        found = []
        for text in texts:
            nama = baca_nama(text, konteks)
            if nama not in jawaban:
                jawaban[nama] = _lewat_kunci(nama, daftar) or _lewat_banding(nama, daftar)
            found.append(_usulan(text, jawaban[nama], daftar))
    return found


@lru_cache(maxsize=4)
def _daftar(kamus: Kamus) -> _Daftar:
    isi = daftar_nama(kamus)
    nama = tuple(nama_baku(tulisan, kamus) for _, tulisan, _ in isi)
    return _Daftar(
        tulisan=tuple(tulisan for _, tulisan, _ in isi),
        nama=nama,
        lepas=tuple(replace(satu, kunci="") for satu in nama),
        entri=tuple(entri for *_, entri in isi),
        per_kunci={kunci: i for i, (kunci, *_) in reversed(tuple(enumerate(isi)))},
        per_kode={entri.kode: i for i, (*_, entri) in reversed(tuple(enumerate(isi)))},
        indeks=indeks_nama(nama),
    )


def _lewat_kunci(nama: Nama, daftar: _Daftar) -> _Jawaban | None:
    """What the kamus or a person says of this very name; None when neither does, or a guard forbids it."""
    entri = cari_kamus(nama)
    if entri is None:
        return None
    letak = daftar.per_kunci.get(nama.kunci)
    if letak is None or daftar.entri[letak].kode != entri.kode:
        letak = daftar.per_kode[entri.kode]
    putusan = bandingkan(nama, daftar.nama[letak])
    nilai = _Nilai(putusan=putusan, letak=letak, kode=entri.kode)
    return (Keadaan.SAMA, putusan.alasan, nilai, None) if putusan.hasil is Hasil.SAMA else None


def _lewat_banding(nama: Nama, daftar: _Daftar) -> _Jawaban:
    """What comparing a name with its candidates says; two indicators about as close are a question."""
    calon = [
        _Nilai(putusan=bandingkan(nama, daftar.lepas[letak]), letak=letak, kode=daftar.entri[letak].kode)
        for letak in daftar.indeks.cari(nama)
    ]
    if not calon:
        return Keadaan.BARU, "tidak ada nama yang serupa", None, None
    urut = sorted(calon, key=lambda nilai: nilai.urutan)
    utama = urut[0]
    if utama.putusan.hasil is Hasil.BEDA:
        return Keadaan.BARU, calon[0].putusan.alasan, calon[0], None
    lain = next((nilai for nilai in urut if nilai.kode != utama.kode and nilai.putusan.hasil is not Hasil.BEDA), None)
    if utama.putusan.hasil is Hasil.TANYA:
        return Keadaan.TANYA, utama.putusan.alasan, utama, lain
    if lain is not None and lain.putusan.hasil is Hasil.SAMA and lain.putusan.skor >= utama.putusan.skor - _JARAK:
        return Keadaan.TANYA, "lebih dari satu indikator yang hampir sama dekat", utama, lain
    return Keadaan.SAMA, utama.putusan.alasan, utama, lain


def _usulan(text: str, jawaban: _Jawaban, daftar: _Daftar) -> Usulan:
    keadaan, alasan, nilai, lain = jawaban
    baru = keadaan is Keadaan.BARU or nilai is None
    return Usulan(
        nama=text,
        jumlah=1,
        keadaan=keadaan,
        kode="" if nilai is None or baru else nilai.kode,
        calon=daftar.tulisan[nilai.letak] if nilai else "",
        skor=0.0 if nilai is None or baru else nilai.putusan.skor,
        fitur=nilai.putusan.fitur if nilai else (),
        alasan=alasan,
        lain=lain.kode if lain else None,
        skor_lain=lain.putusan.skor if lain else None,
    )
