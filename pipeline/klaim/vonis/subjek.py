"""Which indicator and year a verdict of a sentence speaks of, and how many names stand around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.klaim.nama.kalimat import Entri, IndeksNama, Sebut
from pipeline.klaim.nama.kata import didahului
from pipeline.klaim.vonis.daftar import awal_klausa, deret, kopula, terpisah
from pipeline.klaim.vonis.lingkup import MASA_LAIN, Letak, judul_terbatas, terbatas
from pipeline.klaim.vonis.nama import NamaVonis, entri_terukur
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
    r"|membuat|menyebabkan|menjadikan|mendorong|membantu|mengakibatkan"
    r"|tercapainya|pencapaian|mencapai|memenuhi|berbeda\s+dengan)\s+(?:(?:indikator|kinerja|capaian|target)\s+)*$",
    re.IGNORECASE,
)
"""Words before a name that make something else the subject of its sentence."""
_TAHUN_LALU = re.compile(r"\btahun\s+(?:lalu|sebelumnya|kemarin)\b", re.IGNORECASE)
_DIBANDING = re.compile(r"\b(?:di)?banding\w*|\bterhadap\b|\bdari(?:pada)?\b", re.IGNORECASE)
_TAHUN = re.compile(r"\b20\d\d\b")
_BIASA = re.compile(
    r"\b(?:dinyatakan|dianggap|disebut|tetap|masih|namun|tetapi|meskipun|walaupun|dengan\s+demikian|secara|umum|jauh|sudah|telah"
    r"|berhasil|mampu|dapat|berarti|artinya|sehingga|maka|akhirnya|ternyata)\b",
    re.IGNORECASE,
)
"""Words between a name and its verdict that bring in no other subject."""
_RUJUK = re.compile(r"\bindikator\s+(?:kinerja\s+)?(?:ini|tersebut|dimaksud)\b", re.IGNORECASE)
_KATA_ORANG = re.compile(
    r"\bmenurut\s+(?!tabel|data|hasil|perhitungan|pengukuran|rumus|laporan|perjanjian|realisasi|target)\w+",
    re.IGNORECASE,
)
"""What others say of it."""
_HAL = re.compile(r"\w+nya\s+target(?:nya)?$", re.IGNORECASE)
"""A verdict made a noun, whose indicator is named behind it: `tidak terpenuhinya target …`."""
_KATA_BERIKUT = re.compile(r"\s+([a-z]+)", re.IGNORECASE)
_UKUR = (Peran.REALISASI, Peran.NILAI, Peran.CAPAIAN)

TANPA_NAMA = "kalimat tidak menyebut indikator yang dikenal"
BANYAK_NAMA = "kalimat menyebut lebih dari satu indikator"
DAFTAR_LAIN = "nama dalam daftar itu tidak dikenal sebagai indikator"
SUBJEK_LAIN = "yang dinyatakan bukan indikator itu sendiri"
NAMA_LAIN = "nama yang dinyatakan tidak sama dengan nama indikator pada tabel"
KATA_LAIN = "kata di sekitar nama indikator itu mungkin mengubah apa yang dinyatakan"
KATA_ORANG = "pernyataan itu dikutip dari pihak lain"
_DEKAT = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Dinyatakan:
    """A verdict with the indicator it is given to; `alasan` says why there is none.

    Attributes:
        daftar: the verdict is given to a list of names.
        awal, akhir: the part of the sentence that the verdict stands in, between semicolons.
    """

    rujukan: RujukanKlaim
    kalimat: Kalimat
    vonis: VonisTeks
    entri: Entri | None = None
    tahun: int | None = None
    alasan: str | None = None
    daftar: bool = False
    awal: int = 0
    akhir: int = 0


def dinyatakan(laporan: Laporan) -> Iterator[Dinyatakan]:
    """Every verdict of the report with each indicator that it is given to, in printed order."""
    if not any(kalimat.teks.vonis for kalimat in laporan.kalimat):
        return
    nama = NamaVonis(laporan)
    for nomor, kalimat in enumerate(laporan.kalimat):
        for posisi, vonis in enumerate(kalimat.teks.vonis):
            if vonis.kelas is None:
                awal, akhir = ruas(kalimat.teks.text, vonis.mulai)
                hasil = _entri(nama, kalimat, vonis)
                if not isinstance(hasil, str):
                    hasil = _batas(nama, kalimat, vonis) or hasil
                vonis = replace(vonis, jangka=nama.jangka(kalimat.teks, vonis.jangka))
                dasar = Dinyatakan(
                    rujukan=RujukanKlaim(kalimat=nomor, vonis=posisi),
                    kalimat=kalimat,
                    vonis=vonis,
                    tahun=tahun_vonis(laporan, kalimat, vonis),
                    daftar=len(hasil) > 1 or kopula(kalimat.teks.text, vonis.mulai, vonis.akhir) is not None,
                    awal=awal,
                    akhir=akhir,
                )
                if isinstance(hasil, str):
                    yield replace(dasar, alasan=hasil)
                else:
                    yield from (replace(dasar, entri=entri) for entri in hasil)


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


def ruas(text: str, tempat: int) -> tuple[int, int]:
    """The part of a sentence between semicolons that a place lies in."""
    akhir = text.find(";", tempat)
    return text.rfind(";", 0, tempat) + 1, len(text) if akhir < 0 else akhir


def _entri(nama: NamaVonis, kalimat: Kalimat, vonis: VonisTeks) -> tuple[Entri, ...] | str:
    """The indicators that the words before a verdict (behind `tidak tercapainya`, `… ialah`) name, or why none."""
    text = kalimat.teks.text
    awal = ruas(text, vonis.mulai)[0]
    terdekat = [*kalimat.teks.judul[-1:], *(() if kalimat.teks.butir is None else (kalimat.teks.butir,))]
    if alasan := judul_terbatas(kalimat.teks.judul, terdekat):
        return alasan
    if _tahun_lalu(text[awal : vonis.mulai]):
        return MASA_LAIN
    if _KATA_ORANG.search(text, awal, vonis.mulai):
        return KATA_ORANG
    daftar = kopula(text, vonis.mulai, vonis.akhir)
    if daftar is not None:
        awal = awal_klausa(text, vonis.mulai)
        if _LEBIH_LUAS.search(text, awal, vonis.mulai) or _sebagian(nama.indeks, (), text, awal, vonis.mulai):
            return SUBJEK_LAIN
        return nama.daftar(kalimat.teks, daftar) or DAFTAR_LAIN
    semua = nama.cari(kalimat.teks)
    belakang = [item for item in semua if 0 <= item.mulai - vonis.akhir <= 1]
    if not belakang and _hal_lain(nama.indeks, text, vonis):
        return NAMA_LAIN
    depan = belakang or list(terpisah(text, [item for item in semua if item.akhir <= vonis.mulai], vonis.mulai))
    if _sebagian(nama.indeks, semua, text, awal, vonis.mulai):
        return SUBJEK_LAIN
    if depan:
        return _dari_nama(nama.indeks, depan, text, vonis)
    if _LEBIH_LUAS.search(text, awal, vonis.mulai):
        return SUBJEK_LAIN
    entri = _dari_klaim(kalimat, awal, vonis.mulai) or _dari_butir(nama.indeks, kalimat)
    return TANPA_NAMA if entri is None else (entri,)


def _batas(nama: NamaVonis, kalimat: Kalimat, vonis: VonisTeks) -> str | None:
    """Why the words around a verdict confine it to less than the office and its year."""
    awal, ujung = ruas(kalimat.teks.text, vonis.mulai)
    sebut = tuple((item.mulai, item.akhir) for item in nama.longgar(kalimat.teks))
    letak = Letak(awal=awal, ujung=ujung, mulai=vonis.mulai, akhir=vonis.akhir, nama=sebut)
    return terbatas(kalimat.teks.text, letak, nama.indeks.konteks)


def _hal_lain(indeks: IndeksNama, text: str, vonis: VonisTeks) -> bool:
    """Whether a noun behind a verdict that is one itself names something that is no indicator of the tables."""
    berikut = _KATA_BERIKUT.match(text, vonis.akhir) if _HAL.search(vonis.text) else None
    return berikut is not None and not indeks.bersih(berikut.group(1))


def _tahun_lalu(depan: str) -> bool:
    """Whether last year is spoken of, not only compared with."""
    awal = [match.start() for match in _TAHUN_LALU.finditer(depan)]
    return any(not _DIBANDING.search(depan, max(at - _DEKAT, 0), at) for at in awal)


def _sebagian(indeks: IndeksNama, nama: Sequence[Sebut], text: str, awal: int, akhir: int) -> bool:
    """Whether words outside of the names confine the verdict to a part of the area or the people."""
    luar = list(text[:akhir])
    for item in nama:
        luar[item.mulai : item.akhir] = " " * len(luar[item.mulai : item.akhir])
    teks = "".join(luar)[awal:]
    daerah = {match.group(1).lower() for match in _DAERAH.finditer(teks)}
    return bool(_SEBAGIAN.search(teks)) or not daerah <= set(indeks.konteks.wilayah)


def _dari_nama(indeks: IndeksNama, nama: Sequence[Sebut], text: str, vonis: VonisTeks) -> tuple[Entri, ...] | str:
    """The indicator that these names are, or all of them where they are listed side by side."""
    entri = tuple({entri_terukur(item).indikator: entri_terukur(item) for item in nama}.values())
    pertama = nama[0] if len(entri) > 1 else nama[-1]
    if len(entri) > 1 and not (deret(text, nama) and all(item.sah for item in nama)):
        return BANYAK_NAMA
    if len(entri) > 1:
        pembuka = _alasan_sela(indeks, text[awal_klausa(text, pertama.mulai) : pertama.mulai])
        if pembuka is not None:
            return pembuka
    return _alasan_subjek(indeks, pertama, nama[-1], text, vonis) or entri


def _alasan_subjek(indeks: IndeksNama, pertama: Sebut, terakhir: Sebut, text: str, vonis: VonisTeks) -> str | None:
    """Why the words around names leave it open whether the verdict is given to them."""
    if _BUKAN_SUBJEK.search(text, 0, pertama.mulai) and terakhir.akhir <= vonis.mulai:
        return SUBJEK_LAIN
    sela = _alasan_sela(indeks, text[terakhir.akhir : vonis.mulai])
    if sela == SUBJEK_LAIN:
        return sela
    depan = "".join(text[: pertama.mulai].split()[-1:])
    nama = text[pertama.mulai : pertama.akhir]
    if not _BIASA.fullmatch(depan) and didahului(text, pertama.mulai, nama, kegiatan=False):
        return SUBJEK_LAIN if _LEBIH_LUAS.search(depan) else NAMA_LAIN
    return sela


def _alasan_sela(indeks: IndeksNama, sela: str) -> str | None:
    """Why a verdict may be about something in the words beside a name; None where nothing there could be it."""
    polos = _BIASA.sub(" ", sela)
    if _LEBIH_LUAS.search(polos):
        return SUBJEK_LAIN
    return None if indeks.bersih(polos) else KATA_LAIN


def _dari_klaim(kalimat: Kalimat, awal: int, akhir: int) -> Entri | None:
    """The one indicator that all bound numbers belong to: those right before the verdict, else all of the sentence."""
    terikat = [klaim for klaim in kalimat.klaim if klaim.indikator]
    dekat = {klaim.indikator: klaim for klaim in terikat if awal <= klaim.teks.mulai < akhir}
    ada = dekat or {klaim.indikator: klaim for klaim in terikat}
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
