"""Compares two indicator names: guards that forbid a match first, then a score of what both say, with a reason.

The outcome is SAMA (one measure), TANYA (a person should say) or BEDA. What forbids is decided before anything is
weighed (`penjaga`): another number, period, sex, level or direction makes another measure however alike the names
look. Then the words are laid side by side (`fitur`) and weighed (`skor`). A name that the kamus knows is compared
by all its names.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from pipeline.normalise.kamus.dipakai import EntriIndikator
from pipeline.normalise.kantor.wilayah import TINGKAT
from pipeline.normalise.kata.penjaga import Sifat, Unsur, larangan, muat_penjaga, terbalik, uraikan
from pipeline.normalise.nama.cari import cari_kamus, entri_nama, nama_entri, putusan_orang
from pipeline.normalise.nama.fitur import Jajaran, berakronim, jajarkan
from pipeline.normalise.nama.skor import (
    AMBANG_SAMA,
    AMBANG_TANYA,
    Fitur,
    Tambahan,
    bertukar,
    fitur_huruf,
    fitur_isi,
    fitur_pengganti,
    fitur_takaran,
    fitur_tambahan,
    fitur_urutan,
    nilai_tambahan,
    pemilik,
    setingkat,
    skor,
)
from pipeline.normalise.nama.urai import Jenis, Konteks, Nama, selaraskan
from pipeline.normalise.satuan import satuan_berlawanan

_SKOR_KAMUS = 0.99
_MASA = frozenset(("hari", "bulan", "tahun"))
_PER = frozenset(("per", "per tahun", "per kapita"))
_PENGGANDA = frozenset(("dan", "atau", "serta", "terhadap", "per", "dibanding", "dibandingkan"))
_HITUNGAN = frozenset((Jenis.BAGIAN, Jenis.ANGKA, Jenis.RASIO))


class Hasil(StrEnum):
    """Outcome of a comparison: the same measure, a person should say, or another one."""

    SAMA = "sama"
    TANYA = "tanya"
    BEDA = "beda"


@dataclass(frozen=True, slots=True, kw_only=True)
class Putusan:
    """Outcome of a comparison.

    Attributes:
        skor: 0..1; 0 where something forbids that the names are one.
        alasan: why, in Indonesian.
        fitur: what the score is made of, each 0..1, by their names in `skor.Fitur`; empty where nothing was weighed.
    """

    hasil: Hasil
    skor: float
    alasan: str
    fitur: tuple[tuple[str, float], ...] = ()


def bandingkan(a: Nama, b: Nama, satuan: tuple[str, str] = ("", "")) -> Putusan:
    """Whether two names mean the same; `satuan` are the unit classes of their rows, "" when unknown."""
    orang = putusan_orang(a, b)
    if orang is not None:
        sama, alasan = orang
        return Putusan(hasil=Hasil.SAMA, skor=1.0, alasan=alasan) if sama else _beda(alasan)
    a, b = selaraskan(a, b)
    sesatuan = not (satuan_berlawanan(a.satuan, b.satuan) or _masa_lain(a, b))
    if sesatuan and (a.rapat, a.tahun, a.per) == (b.rapat, b.tahun, b.per):
        return Putusan(hasil=Hasil.SAMA, skor=1.0, alasan="tulisan sama")
    luar = _larangan_luar(a, b, satuan)
    if luar:
        return _beda(luar)
    kamus_a, kamus_b = _kamus(a), _kamus(b)
    if kamus_a is not None and kamus_b is not None:
        return _kamus_dua(a, b, kamus_a.kode == kamus_b.kode)
    putusan = _nilai(a, b, satuan)
    entri = kamus_a or kamus_b
    if putusan.hasil is Hasil.SAMA or entri is None:
        return putusan
    return _lewat_kamus(b if kamus_a else a, entri, satuan) or putusan


def _beda(alasan: str) -> Putusan:
    return Putusan(hasil=Hasil.BEDA, skor=0.0, alasan=alasan)


def _larangan_luar(a: Nama, b: Nama, satuan: tuple[str, str]) -> str:
    """Why two names cannot mean the same whatever their words are, "" when nothing forbids it."""
    if a.tahun != b.tahun:
        return "tahun berbeda"
    if (a.per and b.per and a.per != b.per) or _masa_lain(a, b):
        return "pembagi berbeda"
    if a.per != b.per and Jenis.JUMLAH in (a.jenis, b.jenis):
        return "hanya satu yang menyebut pembagi"
    if a.wilayah and b.wilayah and a.wilayah != b.wilayah:
        return "wilayah berbeda"
    if (a.kantor and b.kantor and a.kantor != b.kantor) or _daerah_saja(a, b) or _daerah_saja(b, a):
        return "kantor berbeda"
    if {"kabupaten", "kota"} <= {*a.kata, *b.kata} and ("kota" in a.kata) != ("kota" in b.kata):
        return "kabupaten dan kota"
    if satuan_berlawanan(satuan[0] or a.satuan, satuan[1] or b.satuan):
        return "satuan berbeda"
    return ""


def _daerah_saja(a: Nama, b: Nama) -> bool:
    """Whether one name ends in an office and the other in a level of government, whose figure is the whole region's."""
    return bool(a.kantor) and not b.kantor and _berujung_tingkat(b) and not _berujung_tingkat(a)


def _berujung_tingkat(nama: Nama) -> bool:
    return bool(nama.kata) and nama.kata[-1] in TINGKAT


def _masa_lain(a: Nama, b: Nama) -> bool:
    """Whether the units that two names print are of different spans of time (`ton/hari`, `ton/tahun`)."""
    x, y = a.pembagi & _MASA, b.pembagi & _MASA
    return bool(x and y and x != y)


def _kamus(nama: Nama) -> EntriIndikator | None:
    """The entry of the kamus for a name; one that names a year, or an office beside that of its report, stays whole."""
    utuh = nama.tahun or (nama.kantor and nama.konteks != Konteks())
    return cari_kamus(nama) if utuh else entri_nama(nama)


def _kamus_dua(a: Nama, b: Nama, sama: bool) -> Putusan:
    if not sama:
        return _beda("dua indikator baku yang berbeda")
    if Jenis.JUMLAH in (a.jenis, b.jenis) and {a.jenis, b.jenis} & _HITUNGAN:
        return _beda("jenis ukuran berbeda")
    if _milik_lain(a, b):
        return Putusan(hasil=Hasil.TANYA, skor=AMBANG_TANYA, alasan="hanya satu yang menyebut kantor atau wilayah")
    return Putusan(hasil=Hasil.SAMA, skor=_SKOR_KAMUS, alasan="nama lain dalam kamus")


def _milik_lain(a: Nama, b: Nama) -> bool:
    """Whether one name prints an owner that its report does not imply, where the other one's report has an owner."""
    berkonteks = a.konteks != Konteks() or b.konteks != Konteks()
    return berkonteks and (a.wilayah, a.kantor) != (b.wilayah, b.kantor)


def _lewat_kamus(nama: Nama, entri: EntriIndikator, satuan: tuple[str, str]) -> Putusan | None:
    """The verdict on a name by the other names of an entry of the kamus, None unless one of them is the same."""
    for lain in nama_entri(entri):
        if lain.akar.isdisjoint(nama.akar) or (lain.per and nama.per and lain.per != nama.per):
            continue
        putusan = _nilai(nama, replace(lain, konteks=nama.konteks), satuan)
        if putusan.hasil is Hasil.SAMA:
            return replace(putusan, alasan=f"sama dengan nama lain dalam kamus ({entri.kode}); {putusan.alasan}")
    return None


def _nilai(a: Nama, b: Nama, satuan: tuple[str, str]) -> Putusan:
    """The verdict on two names by their words, the best by either name of one that gives two."""
    putusan = _nilai_satu(a, b, satuan)
    for x, y in ((_bernama_lain(a), b), (a, _bernama_lain(b))):
        if x is not None and y is not None and putusan.hasil is not Hasil.SAMA:
            putusan = max(putusan, _nilai_satu(x, y, satuan), key=lambda item: item.skor)
    return putusan


def _bernama_lain(nama: Nama) -> Nama | None:
    return replace(nama, pokok=nama.lain, lain=(), penjelas=()) if nama.lain else None


def _nilai_satu(a: Nama, b: Nama, satuan: tuple[str, str]) -> Putusan:
    unsur_a, unsur_b = _tanpa_pembagi(a, b), _tanpa_pembagi(b, a)
    larang = _larangan(unsur_a, unsur_b) or _tingkat_lain(a, unsur_b) or _tingkat_lain(b, unsur_a)
    larang = larang or _jenjang_lain(a, b, unsur_a, unsur_b)
    if larang or terbalik(a.pokok, b.pokok):
        return _beda(larang or "yang dibandingkan terbalik")
    takaran = max(fitur_takaran(a, b, unsur, satuan) for unsur in (unsur_a, unsur_b))
    if not takaran:
        return _beda("jenis ukuran berbeda")
    jajaran = jajarkan(unsur_a, unsur_b)
    if not jajaran.padanan:
        return _beda("kata berbeda")
    tambah_a = nilai_tambahan(a, b, unsur_a, jajaran.sisa_a)
    tambah_b = nilai_tambahan(b, a, unsur_b, jajaran.sisa_b)
    if bertukar(jajaran.sisa_a, jajaran.sisa_b):
        tambah_a, tambah_b = max(tambah_a, Tambahan.TANYA), max(tambah_b, Tambahan.TANYA)
    ragu = (
        _milik_lain(a, b) or _penjelas_lain(a, b) or _ganda(a, b, jajaran) or jajaran.meragukan or _pembagi_lain(a, b)
    )
    huruf, sebagian = fitur_huruf(a, b)
    fitur = (
        (Fitur.ISI, fitur_isi(jajaran)),
        (Fitur.TAMBAHAN, fitur_tambahan(tambah_a, tambah_b, Tambahan.TANYA if ragu else Tambahan.PENJELAS)),
        (Fitur.PENGGANTI, fitur_pengganti(tambah_a, tambah_b)),
        (Fitur.TAKARAN, takaran),
        (Fitur.URUTAN, fitur_urutan(a, b, jajaran, unsur_a, unsur_b)),
        (Fitur.HURUF, huruf),
        (Fitur.SEBAGIAN, sebagian),
    )
    nilai = skor(fitur)
    hasil = Hasil.SAMA if nilai >= AMBANG_SAMA else Hasil.TANYA if nilai >= AMBANG_TANYA else Hasil.BEDA
    alasan = "; ".join(_alasan(dict(fitur), jajaran)) or "kata isi sama"
    return Putusan(hasil=hasil, skor=nilai, alasan=alasan, fitur=tuple((str(nama), round(x, 4)) for nama, x in fitur))


def _tanpa_pembagi(nama: Nama, lain: Nama) -> tuple[Unsur, ...]:
    """The words of a name without those that the unit of the other one says (`per kapita`, `kg/kapita`)."""
    unsur = uraikan(nama.pokok)
    if not lain.pembagi:
        return unsur
    return tuple(item for item in unsur if item.kunci not in lain.pembagi and item.tulis not in _PER)


def _larangan(a: tuple[Unsur, ...], b: tuple[Unsur, ...]) -> str:
    """Why the guards forbid that two names are one, but for words that an acronym of the other name stands for."""
    larang = larangan(a, b)
    if not larang or not any(berakronim(item) for item in (*a, *b)):
        return larang
    tertutup = jajarkan(a, b).tersingkat
    if not tertutup:
        return larang
    return larangan(*(tuple(item for item in unsur if item not in tertutup) for unsur in (a, b)))


def _tingkat_lain(nama: Nama, unsur: tuple[Unsur, ...]) -> str:
    """Why a region of one level and a name of another level cannot be one, "" when they can."""
    tingkat = [item for item in unsur if item.sifat is Sifat.LAWAN]
    if not nama.tingkat or not tingkat or any(setingkat(nama.tingkat, item) for item in tingkat):
        return ""
    return f"berbeda pada tingkat pemerintahan: {nama.tingkat} dan {tingkat[0].tulis}"


def _jenjang_lain(a: Nama, b: Nama, unsur_a: tuple[Unsur, ...], unsur_b: tuple[Unsur, ...]) -> str:
    """Why a measure of an office and one of a whole region cannot be one, "" when they can."""
    kantor_a, kantor_b = (_berkantor(nama, unsur) for nama, unsur in ((a, unsur_a), (b, unsur_b)))
    wilayah_a, wilayah_b = (_berwilayah(nama, unsur) for nama, unsur in ((a, unsur_a), (b, unsur_b)))
    lain = (kantor_a and not wilayah_a and wilayah_b and not kantor_b) or (
        kantor_b and not wilayah_b and wilayah_a and not kantor_a
    )
    return "kantor dan wilayah" if lain else ""


def _berkantor(nama: Nama, unsur: tuple[Unsur, ...]) -> bool:
    return bool(nama.kantor) or any(item.sifat is Sifat.KANTOR for item in unsur)


def _berwilayah(nama: Nama, unsur: tuple[Unsur, ...]) -> bool:
    return bool(nama.tingkat and not nama.wilayah) or pemilik(nama, unsur) is not None


def _pembagi_lain(a: Nama, b: Nama) -> bool:
    """Whether only one of two names prints a base, and is of a kind that need not have one."""
    if a.satuan and b.satuan and any(x.pembagi - y.pembagi - {*y.pokok} for x, y in ((a, b), (b, a))):
        return True
    return a.per != b.per and not {a.jenis, b.jenis} <= {Jenis.ANGKA, Jenis.RASIO}


def _ganda(a: Nama, b: Nama, jajaran: Jajaran) -> bool:
    """Whether one name may be two in a row: it repeats words and joins or compares things, or repeats all of them."""
    if not jajaran.berulang:
        return False
    if jajaran.berulang_sifat or not _PENGGANDA.isdisjoint((*a.pokok, *b.pokok)):
        return True
    return len(jajaran.berulang) >= len(jajaran.padanan) or any(
        x == y and x in jajaran.berulang and x not in muat_penjaga().arti
        for nama in (a, b)
        for x, y in pairwise(nama.pokok)
    )


def _penjelas_lain(a: Nama, b: Nama) -> bool:
    """Whether both names are explained, and not alike."""
    return bool(a.penjelas and b.penjelas) and {*a.penjelas} != {*b.penjelas}


def _alasan(fitur: dict[Fitur, float], jajaran: Jajaran) -> Iterator[str]:
    """What lowers the score, the most telling first."""
    sisa_a, sisa_b = (", ".join(item.tulis for item in sisa) for sisa in (jajaran.sisa_a, jajaran.sisa_b))
    if sisa_a and sisa_b:
        yield " berhadapan dengan ".join(sorted((sisa_a, sisa_b)))
    elif sisa_a or sisa_b:
        yield f"hanya satu yang menyebut {sisa_a or sisa_b}"
    if jajaran.berulang:
        yield f"hanya satu yang mengulang {', '.join(jajaran.berulang)}"
    if jajaran.ragam:
        yield f"pelaku atau sasaran dari {', '.join(jajaran.ragam)} dapat berbeda"
    elif fitur[Fitur.URUTAN] < 1:
        yield "urutan kata berbeda"
    if fitur[Fitur.TAKARAN] < 1:
        yield "hanya satu yang menyebut takarannya" if fitur[Fitur.TAKARAN] < 0.5 else "takaran ditulis lain"
    yield from dict.fromkeys(pair.cara for pair in jajaran.padanan if pair.cara)
