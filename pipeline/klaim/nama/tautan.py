"""Binds the claims of sentences to the indicators and kegiatan of the tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.klaim.nama.ikatan import Cara, Ikatan
from pipeline.klaim.nama.kalimat import Entri, IndeksNama, Sebut, Singkat
from pipeline.klaim.nama.kata import nama_lain
from pipeline.klaim.nama.penamaan import Penamaan, penamaan
from pipeline.klaim.nama.singkat import NamaSingkat
from schemas.kinerja import Laporan
from schemas.narasi import Kalimat, KalimatTeks, Klaim, KlaimTeks, Peran

_RUJUK = re.compile(r"\bindikator\s+(?:kinerja\s+)?(?:sasaran\s+)?(?:ini|tersebut|dimaksud)\b", re.IGNORECASE)
_RUJUK_UANG = re.compile(r"\b(?:sub\s*)?(?:kegiatan|program)\s+(?:ini|tersebut|dimaksud)\b", re.IGNORECASE)
_MASING = re.compile(r"\bmasing\s*-?\s*masing\b|\bberturut\s*-?\s*turut\b", re.IGNORECASE)
_BERSAMBUNG = re.compile(r"[\s,;]*(?:dan|serta|maupun)?[\s,;]*", re.IGNORECASE)
_PEMBUKA_JUDUL = re.compile(
    r"^\W*(?:[a-z0-9]{1,3}(?:\.\d+)*[.)]\s*)*"
    r"(?:indikator(?: kinerja)?(?: utama| sasaran)?(?: ke)?[\s\-:.]*\d{0,2}[\s.:)]*)?"
    r"(?:capaian\s+)?(?:(?:sub\s*)?kegiatan\s*:?\s*|program\s*:\s*)?",
    re.IGNORECASE,
)
_ISYARAT_AWAL = re.compile(
    r"^\W*(?:dengan\s+)?(?:adapun\s+)?(?:realisasi(?:nya)?|target(?:nya)?|tercatat|capaian\s+kinerja(?:nya)?|terealisasi"
    r"|pada\s+tahun\s+\d{4}|tahun\s+\d{4}|dengan\s+alokasi|alokasi\s+(?:dana|anggaran)|indikator\s+(?:ini|tersebut)|yaitu)\b",
    re.IGNORECASE,
)
_DIPERKENALKAN = re.compile(r"\bindi[ck]ator(?:\s+kinerja)?(?:\s+(?:utama|sasaran))?[\s“\"':]*$", re.IGNORECASE)
_TANDA = re.compile(r"[,;:]|\.\s|\)\s")
_UANG = frozenset((Peran.ANGGARAN, Peran.REALISASI_ANGGARAN, Peran.SISA, Peran.FISIK, Peran.VOLUME))
_BERSINGKATAN = frozenset((Peran.TARGET, Peran.REALISASI, Peran.CAPAIAN, Peran.NILAI, Peran.SELISIH, Peran.LAIN))
_TANPA_NAMA = "kalimat tidak menyebut nama indikator atau kegiatan pada tabel"
_NAMA_LAIN = "nama pada kalimat diperluas oleh kata lain"
_BANYAK = "beberapa indikator dalam satu kalimat"
_ANGGOTA_LAIN = "angka itu milik anggota daftar yang tidak dikenal"
_GANDA = "nama itu dipakai beberapa indikator"


_CARA = {
    None: Cara.SENDIRI,
    Singkat.TERPANDU: Cara.SINGKAT,
    Singkat.DIKENALKAN: Cara.SINGKAT,
    Singkat.LEPAS: Cara.LEPAS,
}


def bind(laporan: Laporan) -> tuple[Kalimat, ...]:
    """The sentences with every claim bound to what it speaks of, or with the reason why not."""
    return tuple(
        replace(kalimat, klaim=tuple(_terikat(kalimat, nomor, satu) for nomor, satu in enumerate(ikatan)))
        for kalimat, ikatan in zip(laporan.kalimat, ikatan_laporan(laporan), strict=True)
    )


def ikatan_laporan(laporan: Laporan) -> tuple[tuple[Ikatan, ...], ...]:
    """For every sentence the binding of each of its claims, looked up once per report."""
    nama = penamaan(laporan)
    if nama.ikatan is None:
        nama.ikatan = tuple(_ikatan(laporan, nama))
    return nama.ikatan


def _ikatan(laporan: Laporan, nama: Penamaan) -> Iterator[tuple[Ikatan, ...]]:
    lalu: tuple[KalimatTeks, tuple[Ikatan, ...]] | None = None
    for kalimat in laporan.kalimat:
        ikatan = _ikat(nama.indeks, nama.singkat, kalimat.teks, lalu)
        lalu = kalimat.teks, ikatan
        yield ikatan


def _terikat(kalimat: Kalimat, nomor: int, ikatan: Ikatan) -> Klaim:
    klaim, entri = kalimat.klaim[nomor], ikatan.entri
    if entri is None:
        return replace(klaim, alasan=ikatan.alasan)
    uang = klaim.teks.peran in _UANG or (klaim.teks.peran is Peran.PERSEN and _di_belakang_uang(kalimat, nomor))
    baris = entri.uang if uang or not entri.baris else entri.baris
    indikator = "" if ikatan.cara is Cara.LEPAS else entri.indikator
    return replace(klaim, indikator=indikator, label=entri.label, baris=baris)


def _di_belakang_uang(kalimat: Kalimat, nomor: int) -> bool:
    """Whether the number before it is an amount of money."""
    return nomor > 0 and kalimat.klaim[nomor - 1].teks.peran in _UANG


def _ikat(
    indeks: IndeksNama,
    singkat: NamaSingkat,
    teks: KalimatTeks,
    lalu: tuple[KalimatTeks, tuple[Ikatan, ...]] | None,
) -> tuple[Ikatan, ...]:
    sebut = indeks.cari(teks.text)
    pendek = singkat.cari(teks.text, _pandu(indeks, teks)) if teks.klaim else ()
    sejajar = _masing(teks, sebut)
    luar: Ikatan | None = None
    out: list[Ikatan] = []
    for nomor, klaim in enumerate(teks.klaim):
        if nomor in sejajar:
            out.append(_dari_sebut(indeks, teks, sejajar[nomor], klaim))
            continue
        depan = [item for item in sebut if item.akhir <= klaim.mulai]
        ringkas = _ringkas(teks, depan, pendek, klaim)
        if ringkas is not None:
            out.append(_dari_sebut(indeks, teks, ringkas, klaim))
            continue
        if depan:
            out.append(_terdekat(indeks, teks, depan, klaim))
            continue
        if luar is None:
            luar = _luar(indeks, teks, lalu)
        out.append(replace(luar, bersih=indeks.bersih(teks.text[: klaim.mulai])) if luar.entri else luar)
    return tuple(out)


def _ringkas(teks: KalimatTeks, depan: Sequence[Sebut], pendek: Sequence[Sebut], klaim: KlaimTeks) -> Sebut | None:
    """The short name before a number that is no money, where no full name stands nearer."""
    if klaim.peran not in _BERSINGKATAN or teks.text[klaim.mulai : klaim.mulai + 2].lower() == "rp":
        return None
    batas = depan[-1].akhir if depan else 0
    dekat = [item for item in pendek if batas <= item.mulai and item.akhir <= klaim.mulai]
    if not dekat or not dekat[-1].sah or (depan and dekat[-1].singkat is Singkat.LEPAS):
        return None
    if len(dekat) > 1 and _BERSAMBUNG.fullmatch(teks.text[dekat[-2].akhir : dekat[-1].mulai]):
        return None
    return dekat[-1]


def _pandu(indeks: IndeksNama, teks: KalimatTeks) -> Entri | None:
    """The indicator that the list item, else the nearest heading with a name, is about."""
    for judul in (teks.butir, *reversed(teks.judul)):
        sebut = [item for item in indeks.cari(judul or "") if any(entri.baris for entri in item.entri)]
        entri = {satu for item in sebut for satu in item.entri if satu.baris}
        if len(entri) == 1 and sebut[0].sah:
            return entri.pop()
        if entri:
            return None
    return None


def _terdekat(indeks: IndeksNama, teks: KalimatTeks, depan: Sequence[Sebut], klaim: KlaimTeks) -> Ikatan:
    """The last name before a claim, unless it ends a list of names."""
    akhir = depan[-1]
    if len(depan) > 1 and depan[-2].entri != akhir.entri:
        antara = teks.text[depan[-2].akhir : akhir.mulai]
        if _BERSAMBUNG.fullmatch(antara):
            return Ikatan(alasan=_BANYAK)
    return _dari_sebut(indeks, teks, akhir, klaim)


def _dari_sebut(indeks: IndeksNama, teks: KalimatTeks, sebut: Sebut, klaim: KlaimTeks) -> Ikatan:
    if not sebut.sah:
        return Ikatan(alasan=_NAMA_LAIN)
    if _anggota_lain(indeks, teks, sebut, klaim):
        return Ikatan(alasan=_ANGGOTA_LAIN)
    entri = _pilih(sebut.entri, klaim)
    if entri is None:
        return Ikatan(alasan=_GANDA)
    antara = _tanpa_wilayah(teks.text[sebut.akhir : klaim.mulai], klaim)
    bersih = indeks.bersih(antara) and indeks.bersih(_tanpa_wilayah(_depan(teks, sebut.mulai), klaim))
    return Ikatan(entri=entri, cara=_CARA[sebut.singkat], bersih=bersih, mulai=sebut.mulai, akhir=sebut.akhir)


def _anggota_lain(indeks: IndeksNama, teks: KalimatTeks, sebut: Sebut, klaim: KlaimTeks) -> bool:
    """Whether a number behind the one of a name has, or comes after one that has, an unknown name of its own."""
    deret = [item for item in teks.klaim if sebut.akhir <= item.mulai <= klaim.mulai]
    return any(
        nama_lain(_tanpa_wilayah(teks.text[a.akhir : b.mulai], b), indeks.konteks)
        for a, b in pairwise(deret)
    )


def _tanpa_wilayah(text: str, klaim: KlaimTeks) -> str:
    """A text without the area that the claim itself is known to speak of."""
    if klaim.wilayah is None:
        return text
    return re.sub(rf"(?:tingkat\s+)?(?:{re.escape(klaim.wilayah)})", " ", text, flags=re.IGNORECASE)


def _depan(teks: KalimatTeks, mulai: int) -> str:
    """What stands before a name since the last mark or number; nothing where it is introduced as an indicator."""
    if _DIPERKENALKAN.search(teks.text, 0, mulai):
        return ""
    batas = max((match.end() for match in _TANDA.finditer(teks.text, 0, mulai)), default=0)
    return teks.text[max([batas, *(klaim.akhir for klaim in teks.klaim if klaim.akhir <= mulai)]) : mulai]


def _pilih(entri: Sequence[Entri], klaim: KlaimTeks | None) -> Entri | None:
    """The one entry a claim can mean: that with budget rows for money, that with measuring rows otherwise."""
    if len(entri) == 1:
        return entri[0]
    if klaim is None:
        return None
    uang = klaim.peran in _UANG
    cocok = [item for item in entri if (item.uang if uang else item.baris)]
    return cocok[0] if len(cocok) == 1 else None


def _masing(teks: KalimatTeks, sebut: Sequence[Sebut]) -> dict[int, Sebut]:
    """Claims behind `masing-masing` with the names before it, in order; only where their numbers agree."""
    match = _MASING.search(teks.text)
    if match is None:
        return {}
    nama = [item for item in sebut if item.akhir <= match.start()]
    klaim = [nomor for nomor, item in enumerate(teks.klaim) if item.mulai >= match.end()]
    if len(nama) < 2 or len(nama) != len(klaim):
        return {}
    return dict(zip(klaim, nama, strict=True))


def _luar(
    indeks: IndeksNama, teks: KalimatTeks, lalu: tuple[KalimatTeks, tuple[Ikatan, ...]] | None
) -> Ikatan:
    """The name of a sentence that has none of its own: only where its opening refers to one."""
    rujuk = _RUJUK.search(teks.text[:80]) or _RUJUK_UANG.search(teks.text[:80])
    if not rujuk and not _ISYARAT_AWAL.match(teks.text):
        return Ikatan(alasan=_TANPA_NAMA)
    if teks.butir:
        entri = _pembuka(indeks, teks.butir)
        if entri is not None:
            return Ikatan(entri=entri, cara=Cara.BUTIR)
    sebelum = _kalimat_sebelum(indeks, teks, lalu)
    if sebelum is not None:
        return Ikatan(entri=sebelum, cara=Cara.SEBELUM)
    if teks.judul:
        entri = _nama_saja(indeks, teks.judul[-1])
        if entri is not None:
            return Ikatan(entri=entri, cara=Cara.JUDUL)
    return Ikatan(alasan=_TANPA_NAMA)


def _kalimat_sebelum(
    indeks: IndeksNama, teks: KalimatTeks, lalu: tuple[KalimatTeks, tuple[Ikatan, ...]] | None
) -> Entri | None:
    """The single name of the sentence before in the same paragraph, its own or one carried into it."""
    langsung = lalu is not None and (lalu[0].paragraf, lalu[0].urutan) == (teks.paragraf, teks.urutan - 1)
    text = teks.sebelum or (lalu[0].text if lalu is not None and langsung else "")
    sebut = [item for item in indeks.cari(text) if any(entri.baris for entri in item.entri)]
    if sebut:
        nama = {item.entri for item in sebut}
        return _pilih(sebut[0].entri, None) if len(nama) == 1 and all(item.sah for item in sebut) else None
    if lalu is None or not langsung:
        return None
    entri = {item.entri for item in lalu[1]}
    return entri.pop() if len(entri) == 1 else None


def _pembuka(indeks: IndeksNama, text: str) -> Entri | None:
    """The name that a list item begins with."""
    awal = next(iter(indeks.cari(text)), None)
    if awal is None or not awal.sah or not indeks.bersih(text[: awal.mulai]):
        return None
    return _pilih(awal.entri, None)


def _nama_saja(indeks: IndeksNama, text: str) -> Entri | None:
    """The entry of a heading or list item that is a name and nothing else."""
    for calon in (text, _PEMBUKA_JUDUL.sub("", text, count=1)):
        entri = indeks.sama(calon.strip(" .,:;"))
        if entri:
            return _pilih(entri, None)
    return None
