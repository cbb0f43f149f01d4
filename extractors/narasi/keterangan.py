"""What a sentence says about a number besides its role: area, plan, and that it is rounded or bounded."""

from __future__ import annotations

import re

from extractors.narasi.bilangan import Bilangan
from extractors.narasi.isyarat import BANDING
from extractors.narasi.kata import Kata, word_set

_PROVINSI = word_set(
    """
    aceh sumatera sumatra riau jambi bengkulu lampung bangka banten jakarta dki jawa yogyakarta bali nusa ntb ntt
    kalimantan sulawesi gorontalo maluku papua jatim jateng jabar sumut sumbar sumsel kalsel kaltim kalbar kalteng
    sulsel sulut sulteng sultra diy indonesia asean
    """
)
"""First words of the names of provinces, and their short forms."""

_DAERAH = word_set("provinsi propinsi prov prov. kabupaten kab kab. kota kecamatan kec. negara pulau")
_TANPA_NAMA = word_set("provinsi propinsi prov nasional regional indonesia")
_KELOMPOK = word_set("perkotaan perdesaan pedesaan laki-laki perempuan")
_PENGANTAR_KELOMPOK = word_set("daerah wilayah penduduk di kawasan untuk pada gender kelompok pekerja angkatan")
_CAPAI = word_set("pada di sebesar adalah yaitu yakni mencapai tercatat ialah yang berada")
_PANJANG_NAMA = 4
_BUKAN_WILAYAH_NASIONAL = word_set(
    """
    standar pendidikan kesehatan kepolisian pembangunan badan tentara rencana jaminan kepemudaan strategi program
    olahraga perpustakaan narkotika ketahanan keamanan hari arsip prioritas kegiatan proyek hukum jalan usaha
    tenaga gizi bank kerja pekan sistem komite komisi dewan pasar produk ajang lomba kejuaraan dan ,
    """
)

_NASIONAL = word_set(
    "rata-rata tingkat secara angka capaian target realisasi level skala indeks inflasi pertumbuhan nilai"
)
_PEMBANDING = BANDING | {"atas", "bawah", "diatas", "dibawah"}
_SIFAT = word_set("tinggi rendah besar kecil baik banyak sedikit")

_RENCANA = {
    "rpjmd": "RPJMD",
    "rpjmn": "RPJMN",
    "rpjm": "RPJM",
    "rpjpd": "RPJPD",
    "rpd": "RPD",
    "renstra": "Renstra",
    "sdgs": "SDGs",
    "sdg's": "SDGs",
    "tpb": "SDGs",
    "mdgs": "MDGs",
    "spm": "SPM",
}
_STANDAR = frozenset({"SPM", "SDGs", "standar nasional"})
_RENCANA_DUA = {
    ("jangka", "menengah"): "jangka menengah",
    ("jangka", "panjang"): "jangka panjang",
    ("rencana", "strategis"): "Renstra",
    ("standar", "nasional"): "standar nasional",
    ("standar", "pelayanan"): "SPM",
    ("target", "nasional"): "nasional",
    ("akhir", "periode"): "akhir",
    ("akhir", "masa"): "akhir",
    ("akhir", "perencanaan"): "akhir",
    ("target", "akhir"): "akhir",
}

_PENDEKAT = word_set("sekitar hampir kira-kira ± ~ > < ≥ ≤ mendekati sekira berkisar setidaknya setidak-tidaknya")
_PENDEKAT_DUA = frozenset(
    {
        *("kurang lebih", "lebih kurang", "lebih dari", "kurang dari", "di atas", "di bawah", "lebih daripada"),
        "kurang daripada",
    }
)
_BATAS = word_set("maksimal maksimum minimal minimum < > ≤ ≥ diatas dibawah sekurang-kurangnya")
_BATAS_DUA = frozenset(
    {
        *("kurang dari", "lebih dari", "di bawah", "di atas", "paling sedikit", "paling banyak", "paling tinggi"),
        *("paling rendah", "paling lama"),
    }
)


def is_rounded(kata: Kata, bilangan: Bilangan) -> bool:
    """Whether the words before the number round it on purpose."""
    i = bilangan.awal
    while kata.at(i - 1) in ("angka", "nilai", "rp", "rp."):
        i -= 1
    return kata.at(i - 1) in _PENDEKAT or f"{kata.at(i - 2)} {kata.at(i - 1)}" in _PENDEKAT_DUA


def bound_start(kata: Kata, bilangan: Bilangan) -> int:
    """Token where the number begins with the bound printed before it (`kurang dari 49`, `≤ 5`)."""
    i = bilangan.awal
    if f"{kata.at(i - 2)} {kata.at(i - 1)}" in _BATAS_DUA:
        negated = kata.at(i - 3) == "tidak"
        return i - 3 if negated else i - 2
    return i - 1 if kata.at(i - 1) in _BATAS else i


def find_plan(kata: Kata, start: int, cue: int, end: int) -> str | None:
    """The plan named between two tokens whose target a number is; a standard counts from the cue on only.

    `memenuhi standar pelayanan minimal` before the cue is part of an indicator's name.
    """
    found = _plan_named(kata, start, end)
    return _plan_named(kata, cue, end) if found in _STANDAR else found


def _plan_named(kata: Kata, start: int, end: int) -> str | None:
    for i in range(start, end):
        named = _RENCANA.get(kata.kecil[i]) or _RENCANA_DUA.get((kata.kecil[i], kata.at(i + 1)))
        if named == "akhir":
            return _plan_named(kata, i + 1, end) or named
        if named is not None:
            return named
    return None


def find_area(kata: Kata, start: int, bilangan: Bilangan, kantor: str) -> str | None:
    """Another area, the nation or a part of the population that the number is about.

    Args:
        kata: the sentence.
        start: first token that may speak of this number.
        bilangan: the number.
        kantor: name of the reporting office in lower case; with it, areas that are no part of the name count
            without any word of comparison.
    """
    return (
        _bracketed_area(kata, bilangan.lanjut)
        or _unnamed_area(kata, start, bilangan.awal)
        or _nation(kata, start, bilangan)
        or _compared_area(kata, start, bilangan.awal, kantor)
        or _group(kata, start, bilangan.awal)
    )


def _nation(kata: Kata, start: int, bilangan: Bilangan) -> str | None:
    behind = bilangan.lanjut
    if kata.at(behind) == "secara" and kata.at(behind + 1) == "nasional":
        return kata.teks[behind + 1].lower()
    for i in range(start, bilangan.awal):
        if kata.kecil[i] != "nasional" or kata.at(i - 1) in _BUKAN_WILAYAH_NASIONAL:
            continue
        reached = kata.at(i + 1) in _CAPAI and (bilangan.persen or not bilangan.bulat)
        if (
            reached
            or kata.at(i - 1) in _NASIONAL
            or any(word in _PEMBANDING for word in kata.kecil[max(start, i - 6) : i])
        ):
            return "nasional"
    return None


def is_nation(kata: Kata, i: int) -> bool:
    """Whether token i is the `nasional` of `angka nasional`."""
    return kata.at(i) == "nasional" and kata.at(i - 1) in _NASIONAL


def area_ends(kata: Kata, start: int, end: int) -> bool:
    """Whether the name of an area ends where token `end` begins (`Kota X 58%`)."""
    return any(
        _is_area(kata, i) and kata.kecil[i] in _DAERAH and i + len(_name(kata, i).split()) == end
        for i in range(max(start, end - _PANJANG_NAMA - 1), end)
    )


def _bracketed_area(kata: Kata, i: int) -> str | None:
    """`12,05 persen (Jawa Timur)`, `91,84% (Kecamatan X)`."""
    if kata.at(i) != "(" or not (kata.at(i + 1) in _PROVINSI or kata.at(i + 1) in _DAERAH):
        return None
    return _name(kata, i + 1)


def _unnamed_area(kata: Kata, start: int, end: int) -> str | None:
    """An area without a name right before its figure: `di bawah provinsi (72,1)`, `capaian provinsi sebesar 72,1`."""
    i = end - 1
    bracket = kata.at(i) == "("
    while i >= start and (kata.at(i) == "(" or kata.at(i) in _CAPAI):
        i -= 1
    if i < start or kata.at(i) not in _TANPA_NAMA:
        return None
    held = kata.at(i - 1) in _NASIONAL or any(word in _PEMBANDING for word in kata.kecil[max(start, i - 6) : i])
    return kata.at(i) if bracket or held else None


def _compared_area(kata: Kata, start: int, end: int, kantor: str) -> str | None:
    compared = False
    found = None
    for i in range(start, end):
        word = kata.kecil[i]
        compared = (compared and word != "target") or word in BANDING - {"terhadap"} or _is_held(kata, i)
        compared = compared or (word == "rata-rata" and _is_area(kata, min(i + 1, end - 1)))
        if not _is_area(kata, i) or (i and _is_area(kata, i - 1) and kata.at(i - 1) != "di"):
            continue
        name = _name(kata, i)
        behind = i + len(name.split())
        if kata.at(behind) in (",", "dan", "serta") and behind + 1 == end:
            continue
        own = bool(kantor) and _bare(name) in kantor
        if (compared or kantor) and not own:
            found = name
    return found


def _is_held(kata: Kata, i: int) -> bool:
    """`di atas`, `lebih tinggi dari`: what follows is what something is held against."""
    word, before = kata.kecil[i], kata.at(i - 1)
    return (
        word in ("diatas", "dibawah")
        or (word in ("atas", "bawah") and before == "di")
        or (word == "dari" and before in _SIFAT)
    )


def _is_area(kata: Kata, i: int) -> bool:
    """Whether the name of an area begins here; `kabupaten/kota` and `kota` alone name none."""
    if not kata.teks[i][0].isupper():
        return False
    if kata.kecil[i] in _DAERAH:
        return i + 1 < len(kata) and kata.teks[i + 1][0].isupper() and kata.at(i + 1) != "kota"
    return kata.kecil[i] in _PROVINSI


def _name(kata: Kata, i: int) -> str:
    """Capitalised words from token i on."""
    end = i + 1
    while end < min(len(kata), i + _PANJANG_NAMA) and kata.teks[end][0].isupper():
        if kata.kecil[end] in ("tahun", "pada"):
            break
        end += 1
    return " ".join(kata.teks[i:end])


def _bare(name: str) -> str:
    return re.sub(r"^(?:provinsi|propinsi|prov\.?|kabupaten|kab\.?|kota|kecamatan|kec\.?) ", "", name.lower())


def _group(kata: Kata, start: int, end: int) -> str | None:
    """A part of the population: `di perdesaan`, `penduduk laki-laki`; not `perempuan` in the name of an indicator."""
    found = None
    for i in range(start, end):
        if kata.kecil[i] in _KELOMPOK and (kata.at(i - 1) in _PENGANTAR_KELOMPOK or end - i <= 2):
            found = kata.kecil[i]
    return found
