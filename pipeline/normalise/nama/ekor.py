"""What a name says of whose measure it is, the office and the region, and brackets that only explain. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.normalise.kantor.wilayah import TINGKAT, muat_wilayah
from pipeline.normalise.kata.ejaan import bakukan
from pipeline.normalise.kata.kosakata import dikenal
from pipeline.normalise.kata.penjaga import Sifat, uraikan
from pipeline.normalise.nama.akronim import menyingkat

_KURUNG = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_BUTIR = re.compile(r"[,;/]|\b(?:dan|atau|serta)\b")
_AWAL_RUMUS = frozenset(("jumlah", "persentase", "perbandingan", "banyaknya", "rumus", "formula", "yaitu", "yakni"))
_KATA_PANJANG = 6
_KATA_GLOSA = 2
_HURUF_ASING = 3
_PINJAMAN = frozenset(
    ("ratio", "rasio", "rate", "index", "indeks", "score", "skor", "volume", "factor", "faktor", "total")
)
# a word as short as this may stand whole in an abbreviation: `pos` in `posyandu`
_HURUF_UTUH = 3
_SATU_KATA = re.compile(r"[a-z][a-z0-9-]{2,14}")
_KATA_TIPIS = frozenset(("dan", "yang", "di", "pada", "untuk", "dengan", "atau"))
_CATATAN = frozenset(
    (
        *("indikator", "kinerja", "utama", "kunci", "program", "sasaran", "sesuai", "iku", "ikk", "ikd", "ik", "iki"),
        *("rpjmd", "rpjmn", "renstra", "pk", "sdgs", "tpb", "spm", "lppd", "iks", "ikp", "rkpd", "rpd"),
    )
)
_KATA_ULASAN = 5
_SIFAT_ULASAN = frozenset((Sifat.ISI, Sifat.TAKAR, Sifat.RINGAN, Sifat.GOLONGAN, Sifat.TANYA))
# with these begins what a bracket picks out
_MEMILIH = frozenset(
    (
        *("komponen", "aspek", "domain", "sub", "area", "unsur", "dimensi", "parameter", "kategori", "khusus", "hanya"),
        *("dari", "yang", "selain", "kecuali", "di", "pada", "untuk", "oleh", "sektor", "bidang", "jenis", "lokasi"),
        *("wilayah", "kawasan", "program", "kegiatan", "tidak", "termasuk", "melalui", "dengan", "sumber", "dana"),
    )
)
_BUTIR_RINCI = 3
_ISI_CUKUP = 3
_TERPANJANG = 5
_DEPAN = frozenset(
    ("di", "pada", "se", "lingkungan", "lingkup", "wilayah", "untuk", "tingkat", "oleh", "dari", "pemerintah", "milik")
)
_TINGKAT = frozenset((*TINGKAT, "kabkota"))
_PENUNJUK = frozenset(("di", "se", "wilayah", "daerah", "pemerintah"))
# in front of a level without a name these say whose measure it is: `di kabupaten/kota`, `pemerintah kota`
_PEMILIK = frozenset(("di", "se", "pemerintah"))
_SISA_TERPENDEK = 3
_BUKAN_KANTOR = frozenset(("kendaraan", "rumah", "perjalanan", "pakaian", "mobil", "motor", "jabatan"))
_BADAN = frozenset(
    (
        *("perencanaan", "penelitian", "kepegawaian", "keuangan", "pengelolaan", "pendapatan", "penanggulangan"),
        *("kesatuan", "pengembangan", "riset", "pengelola", "penghubung", "pendidikan", "ketahanan"),
    )
)
# behind these an office is where something comes from, which other offices give as well
_SUMBER = frozenset(("rekomendasi", "temuan", "pemeriksaan", "pengawasan", "audit", "usulan"))
_BUKAN_EKOR = frozenset(
    ("yang", "jumlah", "persentase", "nilai", "indeks", "tingkat", "cakupan", "skor", "triwulan", "tidak")
)
_SEKRETARIAT = frozenset(("daerah", "dprd"))
_CATATAN_TAHUN = _CATATAN | {"target", "tahun", "akhir", "pada"}
_TAHUN = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Milik:
    """A name without its owner.

    Attributes:
        kata: the words that are left.
        wilayah, tingkat: the region that was named, its letters, and its level as printed; "" without.
        kantor: the words of the office that was named.
    """

    kata: tuple[str, ...]
    wilayah: str
    tingkat: str
    kantor: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Penjelas:
    """A folded name without the brackets that explain it.

    Attributes:
        sisa: the name without them; kata: their words, in dictionary spelling.
        lain: the name with what a foreign bracket says in place of what stands before it, "" without such a bracket.
    """

    sisa: str
    kata: tuple[str, ...]
    lain: str


def tanpa_milik(words: Sequence[str]) -> Milik:
    """Parts a name, in dictionary spelling, from the region and the office it names; something is always left."""
    kata, wilayah, tingkat = _tanpa_wilayah(list(words))
    kata, kantor = _tanpa_kantor(kata)
    return Milik(kata=tuple(kata), wilayah=wilayah, tingkat=tingkat, kantor=tuple(_tanpa_tingkat(kantor)))


def _tanpa_wilayah(words: list[str]) -> tuple[list[str], str, str]:
    for at in range(1, len(words)):
        depan = words[at - 1]
        if depan in _TINGKAT:
            size, nama = _nama_wilayah(words, at, (depan,) if depan in TINGKAT else TINGKAT)
            if size:
                return _rapikan(words[: at - 1]) + words[at + size :] or words, nama, depan
        elif depan in _PENUNJUK or at == len(words) - 2:
            size, nama = _nama_wilayah(words, at, TINGKAT)
            if size and at + size == len(words) and (size > 1 or depan in _PENUNJUK):
                return _rapikan(words[:at]) or words, nama, ""
    if len(words) > _SISA_TERPENDEK and words[-1] in _TINGKAT and words[-2] in _PEMILIK:
        return _rapikan(words[:-2]), "", words[-1]
    return words, "", ""


def _nama_wilayah(words: Sequence[str], at: int, tingkat: Sequence[str]) -> tuple[int, str]:
    """How many words from a place on are the name of a region, and its letters; the longest name counts."""
    daftar = muat_wilayah().nama
    for size in range(min(_TERPANJANG, len(words) - at), 0, -1):
        kunci = "".join(words[at : at + size])
        if any(kunci in daftar[level] for level in tingkat):
            return size, kunci
    return 0, ""


def _rapikan(words: list[str]) -> list[str]:
    """The words without those at their end that lead to an owner."""
    while len(words) > 1 and words[-1] in _DEPAN:
        words = words[:-1]
    return words


def _tanpa_tingkat(kantor: list[str]) -> list[str]:
    while kantor and kantor[-1] in _TINGKAT:
        kantor = kantor[:-1]
    return kantor


def _tanpa_kantor(words: list[str]) -> tuple[list[str], list[str]]:
    for at in range(1, len(words)):
        if _awal_kantor(words, at):
            depan = _rapikan(words[:at])
            return depan, words[at:]
    return words, []


def _awal_kantor(words: Sequence[str], at: int) -> bool:
    kata, berikut = words[at], words[at + 1] if at + 1 < len(words) else ""
    if (
        words[at - 1] in _SUMBER
        or any(not word.isalpha() for word in words[at:])
        or not _BUKAN_EKOR.isdisjoint(words[at:])
    ):
        return False
    if kata == "dinas":
        return bool(berikut) and words[at - 1] not in _BUKAN_KANTOR
    if kata == "badan":
        return berikut in _BADAN
    if kata == "sekretariat":
        return berikut in _SEKRETARIAT
    return kata == "inspektorat" or (kata == "biro" and bool(berikut))


def tanpa_penjelas(plain: str) -> Penjelas:
    """Parts a folded name from the brackets that only explain it.

    A bracket explains that holds a sentence, the same in a foreign language, an abbreviation of what stands before it,
    a note on the plan (`indikator SPM`), or a list of three things and more behind a name that says enough without it.
    """
    kata: list[str] = []
    sisa: list[str] = []
    lain = ""
    end = 0
    cukup = len(bakukan(_KURUNG.sub(" ", plain))) >= _ISI_CUKUP
    for match in _KURUNG.finditer(plain):
        sebelum, words = bakukan(plain[: match.start()]), bakukan(match[1])
        asing = _asing(words)
        rinci = _merinci(match[1], words, cukup=cukup) or _mengulas(words, sebelum)
        if asing or rinci or _menyingkat(match[1], sebelum) or _catatan(match[1]):
            kata += words
            sisa.append(plain[end : match.start()])
            end = match.end()
            if asing and not lain:
                lain = f"{match[1]} {_KURUNG.sub(' ', plain[end:])}"
    return Penjelas(sisa=" ".join((*sisa, plain[end:])), kata=tuple(kata), lain=lain)


def _asing(words: Sequence[str]) -> bool:
    """Whether a bracket is in a foreign language: words that the language lacks, beside those that names borrow."""
    panjang = [word for word in words if len(word) > _HURUF_ASING and word not in _PINJAMAN]
    return len(words) >= _KATA_GLOSA and bool(panjang) and not any(dikenal(word) for word in panjang)


def _menyingkat(text: str, sebelum: Sequence[str]) -> bool:
    """Whether a bracket of one word abbreviates the words before it, by first letters or by syllables."""
    if not _SATU_KATA.fullmatch(text.strip()):
        return False
    singkatan = text.strip().replace("-", "")
    words = [word for word in sebelum if word not in _KATA_TIPIS]
    return any(menyingkat(singkatan, words[-size:]) for size in range(2, min(len(words), len(singkatan)) + 1))


def _catatan(text: str) -> bool:
    """Whether a bracket only says in which plan the name stands, or for which year its target is set."""
    words = text.split()
    tahun = [word for word in words if _TAHUN.fullmatch(word)]
    lain = set(words).difference(tahun)
    return bool(lain) and (_CATATAN_TAHUN if tahun else _CATATAN).issuperset(lain)


def _mengulas(words: Sequence[str], sebelum: Sequence[str]) -> bool:
    """Whether a bracket says in a sentence what the name said in a word, and in no other degree, place or stage."""
    if len(words) < _KATA_ULASAN or words[0] in _MEMILIH:
        return False
    isi, nama = uraikan(tuple(words)), {item.kunci for item in uraikan(tuple(sebelum)) if item.sifat is Sifat.ISI}
    return all(item.sifat in _SIFAT_ULASAN for item in isi) and not nama.isdisjoint(item.kunci for item in isi)


def _merinci(text: str, words: Sequence[str], *, cukup: bool) -> bool:
    if not cukup or len(words) < _KATA_GLOSA:
        return False
    if len(words) >= _KATA_PANJANG and words[0] in _AWAL_RUMUS:
        return True
    return len([part for part in _BUTIR.split(text) if part.strip()]) >= _BUTIR_RINCI
