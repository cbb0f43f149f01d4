"""Compares two indicator names: spelling, then guards that forbid a match, then what is left of the words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import token_set_ratio

from pipeline.normalise.kamus import EntriIndikator, muat_kamus
from pipeline.normalise.kosakata import dikenal
from pipeline.normalise.nama import Jenis, Konteks, Nama, baca_nama
from pipeline.normalise.satuan import satuan_berlawanan

_NEGASI = frozenset(("tidak", "belum", "non", "bukan", "tanpa", "anti"))
_NAIK = frozenset(("peningkatan", "kenaikan", "naik", "meningkat", "meningkatnya", "bertambahnya", "penambahan"))
_TURUN = frozenset(("penurunan", "pengurangan", "turun", "menurun", "menurunnya", "turunnya", "berkurangnya"))
# words of which two names must hold the same ones
_PENJAGA: tuple[frozenset[str], ...] = (
    _NEGASI,
    _NAIK,
    _TURUN,
    frozenset(("dalam", "luar", "pra", "purna", "pasca")),
    frozenset(("bipartit", "tripartit")),
    frozenset(("sakip", "kepuasan", "spip", "spbe")),
    frozenset(("laki", "perempuan", "pria", "wanita")),
    frozenset(("target", "realisasi", "rencana", "capaian", "anggaran")),
    frozenset(("nasional", "provinsi", "kabkota", "kecamatan", "desa", "kelurahan")),
    frozenset(("sd", "smp", "sma", "smk", "mi", "mts", "ma", "paud", "tk")),
    frozenset(("kasar", "murni", "sekolah")),
    frozenset(("kompetensi", "pelatihan")),
    frozenset(("mancanegara", "nusantara")),
    frozenset(("rata", "total", "maksimal", "minimal")),
)
_SEMUA_PENJAGA = frozenset().union(*_PENJAGA)
_BERURUT = frozenset(("terhadap", "per", "dibanding", "dibandingkan", "dengan", "atas", "dari"))
_ROMAWI = frozenset(("i", "ii", "iii", "iv", "v"))
_HURUF_SALAH_TULIS = 5
_HURUF_DUA_SALAH = 8
_KATA_PENOPANG = 2
_MIRIP = 90.0


class Hasil(StrEnum):
    """Outcome of a comparison: the same measure, a person should say, or another one."""

    SAMA = "sama"
    TANYA = "tanya"
    BEDA = "beda"


@dataclass(frozen=True, slots=True, kw_only=True)
class Putusan:
    """Outcome of a comparison with its score (0..1) and its reason in Indonesian."""

    hasil: Hasil
    skor: float
    alasan: str


@cache
def _kode_kamus() -> Mapping[str, EntriIndikator]:
    found: dict[str, EntriIndikator] = {}
    for entri in muat_kamus().indikator:
        found.setdefault(baca_nama(entri.nama, Konteks()).kunci, entri)
    for entri in muat_kamus().indikator:
        for alias in entri.alias:
            found.setdefault(baca_nama(alias, Konteks()).kunci, entri)
    return found


def cari_kamus(nama: Nama) -> EntriIndikator | None:
    """The dictionary's entry for a name, None without; only equal words count."""
    return None if nama.tahun else _kode_kamus().get(nama.kunci)


def bandingkan(a: Nama, b: Nama, satuan: tuple[str, str] = ("", "")) -> Putusan:
    """Whether two names mean the same; `satuan` are the unit classes of their rows, "" when unknown."""
    if a.rapat == b.rapat and a.tahun == b.tahun and a.per == b.per:
        return Putusan(hasil=Hasil.SAMA, skor=1.0, alasan="tulisan sama")
    beda = a.himpunan ^ b.himpunan
    if a.himpunan.isdisjoint(b.himpunan) and not _satu_kamus(a, b):
        return _beda("kata berbeda")
    larangan = _larangan(a, b, beda, satuan)
    if larangan:
        return _beda(larangan)
    kamus_a, kamus_b = cari_kamus(a), cari_kamus(b)
    if kamus_a is not None and kamus_b is not None:
        if kamus_a.kode != kamus_b.kode:
            return _beda("dua indikator baku yang berbeda")
        return Putusan(hasil=Hasil.SAMA, skor=0.99, alasan="nama lain dalam kamus")
    return _isi(a, b, beda)


def _beda(alasan: str) -> Putusan:
    return Putusan(hasil=Hasil.BEDA, skor=0.0, alasan=alasan)


def _larangan(a: Nama, b: Nama, beda: frozenset[str], satuan: tuple[str, str]) -> str:
    """Why two names cannot mean the same, "" when nothing forbids it."""
    if a.tahun != b.tahun:
        return "tahun berbeda"
    if a.per and b.per and a.per != b.per:
        return "pembagi berbeda"
    if any(word[0].isdigit() for word in beda) or _kode(a) != _kode(b):
        return "angka berbeda"
    berjaga = beda & _SEMUA_PENJAGA
    if berjaga and not _satu_kamus(a, b):
        return f"berbeda pada kata {', '.join(sorted(berjaga))}"
    if {"kabupaten", "kota"} <= {*a.kata, *b.kata} and ("kota" in a.kata) != ("kota" in b.kata):
        return "kabupaten dan kota"
    if not _jenis_cocok(a, b, satuan):
        return "jenis ukuran berbeda"
    if satuan_berlawanan(satuan[0] or a.satuan, satuan[1] or b.satuan):
        return "satuan berbeda"
    return ""


def _kode(nama: Nama) -> frozenset[str]:
    """Words with digits, and Roman numerals: they tell periods and classes apart."""
    return frozenset(word for word in nama.inti if not word.isalpha() or word in ("i", "ii", "iii", "iv", "v"))


def _satu_kamus(a: Nama, b: Nama) -> bool:
    kamus = cari_kamus(a)
    return kamus is not None and kamus is cari_kamus(b)


def _jenis_cocok(a: Nama, b: Nama, satuan: tuple[str, str]) -> bool:
    if a.jenis is b.jenis:
        return True
    pair = {a.jenis, b.jenis}
    if _satu_kamus(a, b):
        return not (Jenis.JUMLAH in pair and pair & {Jenis.BAGIAN, Jenis.ANGKA, Jenis.RASIO})
    if pair == {Jenis.BAGIAN, Jenis.ANGKA}:
        return satuan == ("persen", "persen")
    return Jenis.TANPA in pair and bool(satuan[0]) and satuan[0] == satuan[1]


def _isi(a: Nama, b: Nama, beda: frozenset[str]) -> Putusan:
    """Judges names that nothing forbids to be the same, by their content words."""
    if not beda:
        return _urutan(a, b)
    salah_tulis = _salah_tulis(a, b)
    if salah_tulis:
        return Putusan(hasil=Hasil.SAMA, skor=0.92, alasan=f"salah tulis: {salah_tulis}")
    skor = token_set_ratio(" ".join(a.inti), " ".join(b.inti))
    if skor >= _MIRIP:
        tambahan = ", ".join(sorted(beda))
        return Putusan(hasil=Hasil.TANYA, skor=skor / 100, alasan=f"hanya satu yang menyebut {tambahan}")
    return _beda("kata berbeda")


def _urutan(a: Nama, b: Nama) -> Putusan:
    """Names of the same content words: equal unless their order may carry meaning."""
    kurang = 0.01 * len(a.umum ^ b.umum) + (0.01 if a.jenis is not b.jenis else 0.0)
    if a.inti == b.inti:
        return Putusan(hasil=Hasil.SAMA, skor=0.98 - kurang, alasan="kata isi sama")
    if a.jenis is Jenis.RASIO or _BERURUT & {*a.kata, *b.kata} or len(a.inti) != len(b.inti):
        return Putusan(hasil=Hasil.TANYA, skor=0.9, alasan="urutan kata berbeda")
    return Putusan(hasil=Hasil.SAMA, skor=0.95 - kurang, alasan="kata isi sama, urutan berbeda")


def _salah_tulis(a: Nama, b: Nama) -> str:
    """The differing pair when names differ in one word that only a slip of the pen explains, "" otherwise."""
    if len(a.inti) != len(b.inti) or a.jenis is not b.jenis:
        return ""
    pairs = [(x, y) for x, y in zip(a.inti, b.inti, strict=True) if x != y]
    if len(pairs) != 1 or len(a.inti) - 1 < _KATA_PENOPANG:
        return ""
    x, y = pairs[0]
    return f"{x} dan {y}" if _keliru_ketik(x, y) else ""


def _keliru_ketik(x: str, y: str) -> bool:
    """Whether at least one of two words is no word of the language and lies close to the other."""
    short = min(len(x), len(y))
    if short < _HURUF_SALAH_TULIS or not (x.isalpha() and y.isalpha()):
        return False
    kenal = dikenal(x) + dikenal(y)
    if kenal == 2 or (kenal == 0 and short < _HURUF_DUA_SALAH):
        return False
    limit = 2 if short >= _HURUF_DUA_SALAH and kenal == 1 else 1
    return OSA.distance(x, y, score_cutoff=limit) <= limit
