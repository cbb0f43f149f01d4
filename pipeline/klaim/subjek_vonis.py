"""Which indicator and year a verdict of a sentence speaks of, and how many names stand around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.klaim.kata_kalimat import didahului
from pipeline.klaim.nama_kalimat import Entri, IndeksNama, Sebut
from schemas.kinerja import Arah, Laporan
from schemas.narasi import Kalimat, KlaimTeks, Peran, RujukanKlaim, VonisTeks

_LEBIH_LUAS = re.compile(
    r"\b(?:sasaran|tujuan|misi|visi|program|kegiatan|rata-rata|keseluruhan|anggaran|pagu|dana|serapan|penyerapan|fisik"
    r"|keuangan|output|keluaran|volume)\b",
    re.IGNORECASE,
)
"""Other things that may meet a target."""
_SEBAGIAN = re.compile(
    r"\b(?:kecamatan|kelurahan|desa|nagari|puskesmas|posyandu|rsud|upt[d]?|cabang|sekolah|bidang|seksi|nasional|indonesia"
    r"|(?:kabupaten|kab\.?|kota)\s*/\s*kota|laki-laki|perempuan)\b",
    re.IGNORECASE,
)
"""Parts of the area or people, or a larger area, that a sentence may speak of instead of the whole."""
_DAERAH = re.compile(r"\b(?i:kabupaten|kab\.|kota|provinsi)\s+([A-Z][a-z]+)")
_BUKAN_SUBJEK = re.compile(
    r"\b(?:pendukung|penunjang|penyebab|penghambat|mendukung|menunjang|kontribusi|terhadap|selain|oleh|guna|faktor|kecuali"
    r"|tercapainya|pencapaian|mencapai|memenuhi|berbeda\s+dengan)\s+(?:(?:indikator|kinerja|capaian|target)\s+)*$",
    re.IGNORECASE,
)
"""Words before a name that make something else the subject of its sentence."""
_TAHUN_LALU = re.compile(r"\btahun\s+(?:lalu|sebelumnya|kemarin)\b", re.IGNORECASE)
_DIBANDING = re.compile(r"\b(?:di)?banding\w*|\bterhadap\b|\bdari(?:pada)?\b", re.IGNORECASE)
_MASA = re.compile(r"\b(?:triwulan|semester|bulan)\b", re.IGNORECASE)
_TAHUN = re.compile(r"\b20\d\d\b")
_BIASA = re.compile(
    r"\b(?:dinyatakan|dianggap|disebut|tetap|masih|namun|tetapi|meskipun|walaupun|dengan\s+demikian|secara|umum|jauh|sudah|telah"
    r"|berhasil|mampu|dapat|berarti|artinya|sehingga|maka|akhirnya|ternyata)\b",
    re.IGNORECASE,
)
"""Words between a name and its verdict that bring in no other subject."""
_RUJUK = re.compile(r"\bindikator\s+(?:kinerja\s+)?(?:ini|tersebut|dimaksud)\b", re.IGNORECASE)
_UKUR = (Peran.REALISASI, Peran.NILAI, Peran.CAPAIAN)

TANPA_NAMA = "kalimat tidak menyebut indikator yang dikenal"
BANYAK_NAMA = "kalimat menyebut lebih dari satu indikator"
MASA_LAIN = "pernyataan tentang sebagian tahun atau tahun lain"
_DEKAT = 40
SUBJEK_LAIN = "yang dinyatakan bukan indikator itu sendiri"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dinyatakan:
    """A verdict with the indicator it is given to; `alasan` says why there is none."""

    rujukan: RujukanKlaim
    kalimat: Kalimat
    vonis: VonisTeks
    entri: Entri | None = None
    tahun: int | None = None
    alasan: str | None = None


def dinyatakan(laporan: Laporan, *, kelas: bool = False) -> Iterator[Dinyatakan]:
    """Every verdict (or every class) of the report with its indicator, in printed order."""
    if not any(kalimat.teks.vonis for kalimat in laporan.kalimat):
        return
    indeks = IndeksNama(laporan)
    for nomor, kalimat in enumerate(laporan.kalimat):
        for posisi, vonis in enumerate(kalimat.teks.vonis):
            if (vonis.kelas is not None) is kelas:
                hasil = _entri(indeks, kalimat, vonis)
                yield Dinyatakan(
                    rujukan=RujukanKlaim(kalimat=nomor, vonis=posisi),
                    kalimat=kalimat,
                    vonis=vonis,
                    entri=None if isinstance(hasil, str) else hasil,
                    tahun=tahun_vonis(laporan, kalimat, vonis),
                    alasan=hasil if isinstance(hasil, str) else None,
                )


def tahun_vonis(laporan: Laporan, kalimat: Kalimat, vonis: VonisTeks) -> int | None:
    """Year said of the verdict, else the only one that its sentence measured or its heading says, else the report's."""
    if vonis.tahun is not None:
        return vonis.tahun
    tahun = {klaim.teks.tahun for klaim in kalimat.klaim if klaim.teks.peran in _UKUR and klaim.teks.tahun is not None}
    if len(tahun) == 1:
        return tahun.pop()
    judul = {int(item) for item in _TAHUN.findall(" ".join(kalimat.teks.judul[-1:]))}
    return judul.pop() if len(judul) == 1 else laporan.metadata.tahun


def arah_indikator(laporan: Laporan, indikator: str) -> Arah:
    """The direction that all rows of an indicator agree on."""
    arah = {baris.arah for baris in laporan.baris() if baris.indikator == indikator} - {Arah.TIDAK_DIKETAHUI}
    return arah.pop() if len(arah) == 1 else Arah.TIDAK_DIKETAHUI


def milik(klaim: KlaimTeks, vonis: VonisTeks) -> bool:
    """Whether a number of the sentence is the office's own for the whole year and the plan of the verdict."""
    jangka = (klaim.jangka or "").lower() == (vonis.jangka or "").lower() or klaim.peran is not Peran.TARGET
    return klaim.wilayah is None and klaim.periode is None and jangka


def _entri(indeks: IndeksNama, kalimat: Kalimat, vonis: VonisTeks) -> Entri | str:
    """The indicator that the words before a verdict (behind `tidak tercapainya`) name, or why none."""
    text = kalimat.teks.text
    if any(_MASA.search(judul) for judul in kalimat.teks.judul) or _tahun_lalu(text[: vonis.mulai]):
        return MASA_LAIN
    nama = [item for item in indeks.cari(text) if _terukur(item)]
    belakang = [item for item in nama if 0 <= item.mulai - vonis.akhir <= 1]
    depan = belakang or [item for item in nama if item.akhir <= vonis.mulai]
    if _sebagian(indeks, nama, text[: vonis.mulai]):
        return SUBJEK_LAIN
    if depan:
        return _dari_nama(indeks, depan, text, vonis)
    if _LEBIH_LUAS.search(text, 0, vonis.mulai):
        return SUBJEK_LAIN
    return _dari_klaim(kalimat) or _dari_butir(indeks, kalimat) or TANPA_NAMA


def _tahun_lalu(depan: str) -> bool:
    """Whether last year is spoken of, not only compared with."""
    awal = [match.start() for match in _TAHUN_LALU.finditer(depan)]
    return any(not _DIBANDING.search(depan, max(at - _DEKAT, 0), at) for at in awal)


def _terukur(sebut: Sebut) -> bool:
    return any(entri.indikator and entri.baris for entri in sebut.entri)


def _sebagian(indeks: IndeksNama, nama: list[Sebut], depan: str) -> bool:
    """Whether words outside of the names confine the verdict to a part of the area or the people."""
    luar = list(depan)
    for item in nama:
        luar[item.mulai : item.akhir] = " " * len(luar[item.mulai : item.akhir])
    teks = "".join(luar)
    daerah = {match.group(1).lower() for match in _DAERAH.finditer(teks)}
    return bool(_SEBAGIAN.search(teks)) or not daerah <= set(indeks.konteks.wilayah)


def _dari_nama(indeks: IndeksNama, nama: list[Sebut], text: str, vonis: VonisTeks) -> Entri | str:
    identitas = {entri.indikator for item in nama for entri in item.entri if entri.indikator}
    if len(identitas) > 1:
        return BANYAK_NAMA
    terakhir = nama[-1]
    antara = _BIASA.sub(" ", text[terakhir.akhir : vonis.mulai])
    biasa = _BIASA.fullmatch("".join(text[: terakhir.mulai].split()[-1:]))
    nama_itu = text[terakhir.mulai : terakhir.akhir]
    if not biasa and didahului(text, terakhir.mulai, nama_itu, kegiatan=False):
        return SUBJEK_LAIN
    if _BUKAN_SUBJEK.search(text, 0, terakhir.mulai) and terakhir.akhir <= vonis.mulai:
        return SUBJEK_LAIN
    if not indeks.bersih(antara) or _LEBIH_LUAS.search(antara):
        return SUBJEK_LAIN
    return next(entri for entri in terakhir.entri if entri.indikator)


def _dari_klaim(kalimat: Kalimat) -> Entri | None:
    """The one indicator that all bound numbers of the sentence belong to."""
    ada = {klaim.indikator: klaim for klaim in kalimat.klaim if klaim.indikator}
    if len(ada) != 1:
        return None
    klaim = next(iter(ada.values()))
    return Entri(label=klaim.label or klaim.indikator, indikator=klaim.indikator, baris=klaim.baris)


def _dari_butir(indeks: IndeksNama, kalimat: Kalimat) -> Entri | None:
    """The indicator that the list item opens with, for a sentence about `indikator ini`."""
    teks = kalimat.teks
    if not teks.butir or not _RUJUK.search(teks.text):
        return None
    sebut = indeks.cari(teks.butir)
    if not sebut or not sebut[0].sah or not indeks.bersih(teks.butir[: sebut[0].mulai]):
        return None
    entri = [item for item in sebut[0].entri if item.indikator and item.baris]
    return entri[0] if len(entri) == 1 else None
