"""An indicator's name taken apart: kind of measure, content words, office words, unit. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import lru_cache

from pipeline.normalise.kamus.dipakai import Kamus, muat_kamus
from pipeline.normalise.kata.ejaan import bakukan, lipat, tanpa_butir
from pipeline.normalise.kata.penjaga import PENGHUBUNG, uraikan
from pipeline.normalise.kata.salah_tulis import perbaiki
from pipeline.normalise.nama.akronim import Definisi, definisi, terapkan
from pipeline.normalise.nama.ekor import tanpa_milik, tanpa_penjelas
from pipeline.normalise.satuan import kenali_satuan, ukuran_satuan
from schemas.kinerja import Metadata

_KURUNG = re.compile(r"[(\[]([^()\[\]]*)(?:[)\]]|$)")
_TAHUN = re.compile(r"(?:19|20)\d\d")
# a word that runs on in capitals: `menerimaUMK`
_SERANGKAI = re.compile(r"(?<=[a-z]{3})(?=[A-HJ-Z][a-z]{2}|[A-Z]{2,})")
_AKRONIM = re.compile(r"[A-Za-z][A-Za-z0-9-]{1,9}")
_BESARAN = frozenset(
    (
        *("ribu", "juta", "miliar", "milyar", "triliun", "rp", "usd", "us", "us$", "dolar", "per", "kapita", "kap"),
        *("tahun", "thn", "th", "bulan", "bln", "hari", "hr", "jam", "menit", "ku", "kw", "kwintal", "kal", "kalori"),
        *("kkal", "gram", "gr", "kg", "ha", "hektar", "liter", "kwh", "mw", "detik", "dtk", "m3"),
    )
)
_PEMBAGI = {
    **dict.fromkeys(("kap", "kapita"), "kapita"),
    **dict.fromkeys(("tahun", "thn", "th"), "tahun"),
    **dict.fromkeys(("bulan", "bln"), "bulan"),
    **dict.fromkeys(("hari", "hr"), "hari"),
}
_AKRONIM_PENDEK = 5
_CATATAN = frozenset(("iku", "ikk", "ikd", "ik", "rpjmd", "rpjmn", "renstra", "pk", "sdgs", "spm"))
_TEMPAT = frozenset(["di", "pada", "se", "lingkungan", "lingkup", "wilayah", "untuk", "tingkat", "oleh", "dari"])
_WILAYAH = frozenset(("kabupaten", "kota", "kabkota", "provinsi"))
_PEMISAH_PER = frozenset(("1.000", "1000", "10.000", "10000", "100.000", "100000", "1.000.000", "1000000"))
_POKOK_PER = frozenset(["kelahiran", "hidup", "penduduk", "kh", "orang", "jiwa"])
_KANTOR = frozenset(["dinas", "badan", "biro", "inspektorat", "sekretariat", "kecamatan", "satuan", "rumah"])


class Jenis(StrEnum):
    """What kind of measure the first words of a name announce."""

    BAGIAN = "bagian"
    ANGKA = "angka"
    RASIO = "rasio"
    NILAI = "nilai"
    JUMLAH = "jumlah"
    TANPA = ""


# in the order in which they decide when a name begins with several of them
_KATA_JENIS = (
    (Jenis.BAGIAN, frozenset(("persentase", "tingkat", "cakupan", "proporsi", "laju", "prevalensi"))),
    (Jenis.RASIO, frozenset(("rasio", "perbandingan"))),
    (Jenis.JUMLAH, frozenset(("jumlah", "banyaknya"))),
    (Jenis.NILAI, frozenset(("indeks", "nilai", "skor"))),
    (Jenis.ANGKA, frozenset(("angka",))),
)
_CAPAIAN = frozenset(("capaian", "pencapaian", "besaran", "besarnya"))
_SEMUA_JENIS = frozenset().union(*(words for _, words in _KATA_JENIS))


@dataclass(frozen=True, slots=True, kw_only=True)
class Konteks:
    """Whose report it is, in dictionary spelling.

    Attributes:
        kantor: words of the office's name (`dinas`, `tenaga`, `kerja`), empty for a whole region or unknown.
        wilayah: words of the region's proper name.
        tingkat: words for its level that are implied everywhere (`provinsi`; `kabupaten`, `kabkota`).
        tahun: the year it reports on, "" when unknown.
    """

    kantor: tuple[str, ...] = ()
    wilayah: tuple[str, ...] = ()
    tingkat: frozenset[str] = frozenset()
    tahun: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Nama:
    """A name taken apart.

    Attributes:
        kata: all words in dictionary spelling, without region and year.
        jenis: kind of measure.
        inti: content words in order; himpunan: the same as a set.
        umum: words dropped from the end because this report implies them (office, level).
        tahun: years named, other than the year of the report.
        per: base of a rate (`1.000` in "per 1.000 kelahiran hidup"), "" without one.
        satuan: what the unit in the label measures, "" without one.
        rapat: `kata` without spaces, the key of equal texts.
        kunci: kind and content words, the key of the dictionary of indicators.
        pokok: the words that names are compared by, all in their order: without kind, owner and explaining brackets.
        akar: keys of what these words mean (`penjaga.Unsur.kunci`): words of one root are one (`penempatan`,
            `ditempatkan`) unless their affixes turn the meaning, and so are words of one meaning.
        takaran: the first words, which say what kind of measure it is.
        wilayah, tingkat, kantor: another region (its letters), its level, and another office (its words) that is named
            as the owner.
        penjelas: words of brackets that only explain.
        lain: `pokok` by another name that a bracket gives, empty without.
        konteks: what the report it is printed in implies.
        pembagi: what the unit in a bracket counts by (`kapita`, `tahun` of `kg/kapita/tahun`).
        polos: the folded text; definisi: the acronyms that it explains.
    """

    kata: tuple[str, ...]
    jenis: Jenis
    inti: tuple[str, ...]
    himpunan: frozenset[str]
    umum: frozenset[str]
    tahun: frozenset[str]
    per: str
    satuan: str
    rapat: str
    kunci: str
    pokok: tuple[str, ...]
    akar: frozenset[str]
    takaran: tuple[str, ...]
    wilayah: str
    tingkat: str
    kantor: tuple[str, ...]
    penjelas: tuple[str, ...]
    lain: tuple[str, ...]
    konteks: Konteks = field(compare=False, repr=False)
    pembagi: frozenset[str] = frozenset()
    polos: str = field(default="", compare=False, repr=False)
    definisi: tuple[Definisi, ...] = field(default=(), compare=False, repr=False)


def konteks_laporan(metadata: Metadata) -> Konteks:
    """What the names of this report may leave unsaid."""
    words = _baku(lipat(metadata.instansi or ""))
    at = next((i for i, word in enumerate(words) if word in _WILAYAH), len(words))
    office = tuple(words[:at]) if words and words[0] in _KANTOR else ()
    level = words[at] if at < len(words) else lipat(metadata.tingkat or "")
    implied = {"provinsi": {"provinsi"}, "kabupaten": {"kabupaten", "kabkota"}, "kota": {"kota", "kabkota"}}
    return Konteks(
        kantor=office,
        wilayah=tuple(words[at + 1 :]),
        tingkat=frozenset(implied.get(level, set())),
        tahun=str(metadata.tahun or ""),
    )


def baca_nama(text: str, konteks: Konteks) -> Nama:
    """Takes a printed name apart."""
    plain = tanpa_butir(lipat(_SERANGKAI.sub(" ", text)))
    daftar = definisi(plain) if "(" in plain or "[" in plain else ()
    nama = _baca_berkurung(terapkan(plain, daftar), konteks)
    return replace(nama, definisi=daftar) if daftar else nama


def selaraskan(a: Nama, b: Nama) -> tuple[Nama, Nama]:
    """Two names, each read with the long forms of the acronyms that the other one explains."""
    if not (a.definisi or b.definisi):
        return a, b
    return _dengan(a, b.definisi), _dengan(b, a.definisi)


def _dengan(nama: Nama, daftar: tuple[Definisi, ...]) -> Nama:
    sendiri = {item.pendek for item in nama.definisi}
    plain = nama.polos
    for item in daftar:
        if item.pendek not in sendiri and not _lebih_lengkap(item):
            plain = item.pola().sub(f" {item.panjang} ", plain)
    return nama if plain == nama.polos else _ulang(" ".join(plain.split()), nama.konteks, muat_kamus())


def _lebih_lengkap(item: Definisi) -> bool:
    """Whether the dictionary has the same long form for an acronym, and more of it."""
    baku = bakukan(" ".join(item.pendek))
    return len(baku) > len(item.pendek) and {*bakukan(item.panjang)} < {*baku}


@lru_cache(maxsize=8192)
def _ulang(plain: str, konteks: Konteks, _kamus: Kamus) -> Nama:
    return _baca_berkurung(plain, konteks)


def _baca_berkurung(plain: str, konteks: Konteks) -> Nama:
    nama = _baca(plain, konteks)
    if "(" not in plain and "[" not in plain:
        return nama
    penjelas = tanpa_penjelas(plain)
    inti = _baca(penjelas.sisa, konteks) if penjelas.kata else nama
    if not penjelas.kata or not inti.inti:
        return nama
    return replace(
        nama,
        pokok=inti.pokok,
        akar=inti.akar,
        takaran=inti.takaran,
        wilayah=inti.wilayah,
        tingkat=inti.tingkat,
        kantor=inti.kantor,
        penjelas=penjelas.kata,
        lain=_baca(penjelas.lain, konteks).pokok if penjelas.lain else (),
    )


def _baca(plain: str, konteks: Konteks) -> Nama:
    words, satuan, pembagi = _kata(plain)
    words, per = _tanpa_per(words)
    words, tahun = _tanpa_tahun(words)
    words = _tanpa_wilayah(words, konteks)
    jenis, rest = _jenis(words)
    rest, umum = _tanpa_umum(rest, konteks)
    inti = tuple(_sama_tingkat(word) for word in _isi(rest))
    milik = tanpa_milik(rest)
    return Nama(
        kata=tuple(words),
        jenis=jenis,
        inti=inti,
        himpunan=frozenset(inti),
        umum=frozenset(umum),
        tahun=tahun - {konteks.tahun},
        per=per,
        satuan=satuan or ("laju" if per else ""),
        rapat="".join(words),
        kunci=f"{jenis}:{''.join(inti)}",
        pokok=milik.kata,
        akar=frozenset(item.kunci for item in uraikan(milik.kata)),
        takaran=tuple(words[: _banyak_jenis(words)]),
        wilayah=milik.wilayah,
        tingkat=milik.tingkat,
        kantor=milik.kantor,
        penjelas=(),
        lain=(),
        konteks=konteks,
        pembagi=pembagi,
        polos=plain,
    )


def _kata(plain: str) -> tuple[list[str], str, frozenset[str]]:
    """Words of a folded name, brackets judged one by one, what the unit in a bracket measures, and per what."""
    words: list[str] = []
    satuan = ""
    pembagi: frozenset[str] = frozenset()
    end = 0
    for match in _KURUNG.finditer(plain):
        words += _baku(plain[end : match.start()])
        end = match.end()
        isi = match.group(1).strip()
        singkat = _AKRONIM.fullmatch(isi) is not None
        found = kenali_satuan(isi) if isi else None
        bagian = isi.replace("/", " ").split()
        if singkat and (isi in _CATATAN or _inisial(isi, words)):
            continue
        if found is not None or _satuan_majemuk(isi):
            pembagi |= {_PEMBAGI[part] for part in bagian[1:] if part in _PEMBAGI}
            found = (kenali_satuan(bagian[0]) if "kapita" in pembagi else None) or found
            satuan = satuan or (ukuran_satuan(found.nama) if found else "")
            continue
        words = _sisipkan(words, _baku(isi), singkat)
    return words + _baku(plain[end:]), satuan, pembagi


def _satuan_majemuk(isi: str) -> bool:
    """Whether a bracket holds nothing but a unit with its magnitude or its base (`juta USD`, `kg/kapita/tahun`)."""
    parts = isi.replace("/", " ").split()
    return len(parts) > 1 and all(part in _BESARAN or kenali_satuan(part) is not None for part in parts)


def _baku(text: str) -> list[str]:
    """Words of a folded text in dictionary spelling, slips of the pen mended."""
    words = bakukan(text)
    benar = perbaiki(words)
    return words if benar == words else perbaiki(bakukan(" ".join(benar)))


def _sisipkan(words: list[str], kurung: list[str], singkat: bool) -> list[str]:
    """Adds the words of a bracket unless they only repeat, or only spell out, what stands before it."""
    before = set(words)
    new = [word for word in kurung if word not in before and word not in PENGHUBUNG and not _singkat(word, words)]
    if not new or (singkat and len(kurung) > 1 and len(new) * 3 <= len(kurung)):
        return words
    if words and len(kurung) > 1 and _inisial(words[-1], kurung) and len(words[-1]) >= len(kurung) - 1:
        return words[:-1] + kurung
    return words + kurung


def _singkat(word: str, words: list[str]) -> bool:
    """Whether a word of a bracket is the first letters of words before it that follow each other."""
    initials = "".join(item[0] for item in words if item not in PENGHUBUNG)
    return 1 < len(word) < _AKRONIM_PENDEK and word in initials


def _inisial(akronim: str, words: list[str]) -> bool:
    """Whether the letters of an acronym are first letters of the last words before it, in order."""
    letters = [char for char in akronim if char.isalnum()]
    initials = [word[0] for word in words]
    if not 2 <= len(letters) <= len(initials):
        return False
    at = len(initials)
    used: list[int] = []
    for letter in reversed(letters):
        at = next((i for i in range(at - 1, -1, -1) if initials[i] == letter), -1)
        if at < 0:
            return False
        used.append(at)
    skipped = [words[i] for i in range(used[-1], len(words)) if i not in used]
    return len([word for word in skipped if word not in PENGHUBUNG]) <= 1


def _tanpa_per(words: list[str]) -> tuple[list[str], str]:
    for i in range(len(words) - 1):
        if words[i] == "per" and words[i + 1] in _PEMISAH_PER:
            end = i + 2
            while end < len(words) and words[end] in _POKOK_PER:
                end += 1
            return words[:i] + words[end:], words[i + 1].replace(".", "")
    return words, ""


def _tanpa_tahun(words: list[str]) -> tuple[list[str], frozenset[str]]:
    years = frozenset(word for word in words if _TAHUN.fullmatch(word))
    out: list[str] = []
    for word in words:
        if word not in years:
            out.append(word)
        elif out and out[-1] == "tahun":
            out.pop()
    return out, years


def _tanpa_wilayah(words: list[str], konteks: Konteks) -> list[str]:
    name = list(konteks.wilayah)
    size = len(name)
    for i in range(len(words) - size + 1 if size else 0):
        if words[i : i + size] == name:
            return words[:i] + words[i + size :]
    return words


def _banyak_jenis(words: list[str]) -> int:
    """How many words in front only say what kind of measure it is; the last word of a name never does."""
    awal = 1 if len(words) > 1 and words[0] in _CAPAIAN and words[1] in _SEMUA_JENIS else 0
    count = awal
    while count < len(words) - 1 and words[count] in _SEMUA_JENIS:
        count += 1
    return count if count > awal else 0


def _jenis(words: list[str]) -> tuple[Jenis, list[str]]:
    count = _banyak_jenis(words)
    seen = set(words[:count])
    for jenis, kata in _KATA_JENIS:
        if seen & kata:
            return jenis, words[count:]
    return Jenis.TANPA, words


def _tanpa_umum(words: list[str], konteks: Konteks) -> tuple[list[str], set[str]]:
    """Drops from the end what the report implies: its office, its level; and the joining words before it."""
    umum: set[str] = set()
    while len(words) > 1:
        tail = _ekor_umum(words, konteks)
        if not tail:
            break
        umum.add("kantor" if tail > 1 or words[-1] not in konteks.tingkat else "tingkat")
        words = words[:-tail]
        while len(words) > 1 and words[-1] in _TEMPAT:
            words = words[:-1]
    return words, umum


def _ekor_umum(words: list[str], konteks: Konteks) -> int:
    size = len(konteks.kantor)
    if size and len(words) > size and tuple(words[-size:]) == konteks.kantor:
        return size
    if size and len(words) > 2 and words[-2:] in (["perangkat", "daerah"], ["unit", "kerja"]):
        return 2
    return 1 if words[-1] in konteks.tingkat else 0


def _isi(words: list[str]) -> list[str]:
    return [
        word
        for i, word in enumerate(words)
        if word not in PENGHUBUNG or (word == "dalam" and words[i + 1 : i + 2] == ["negeri"])
    ] or words


def _sama_tingkat(word: str) -> str:
    return "kabkota" if word in ("kabupaten", "kota") else word
