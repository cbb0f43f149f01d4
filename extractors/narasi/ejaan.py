"""Misspelt key words of reports and what they stand for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

_KUNCI = (
    *(
        "target",
        "ditargetkan",
        "menargetkan",
        "realisasi",
        "terealisasi",
        "direalisasikan",
        "merealisasikan",
        "tercatat",
    ),
    *("capaian", "pencapaian", "mencapai", "tercapai", "kinerja", "anggaran", "dianggarkan", "alokasi", "dialokasikan"),
    *("belanja", "keuangan", "penyerapan", "terserap", "serapan", "volume", "kenaikan", "penurunan"),
    *("peningkatan",),
    *("meningkat", "menurun", "bertambah", "berkurang", "mengalami", "sebesar", "sebanyak", "sejumlah", "menjadi"),
    *("dibandingkan", "indikator", "kegiatan", "program", "sasaran", "persentase", "sedangkan", "sementara"),
)
_LAZIM = {
    "terget": "target",
    "targer": "target",
    "realiasai": "realisasi",
    "relalisasi": "realisasi",
    "terealisir": "terealisasi",
    "terealisasikan": "terealisasi",
    "terelasisasi": "terealisasi",
    "direalisasi": "direalisasikan",
    "direalisir": "direalisasikan",
    "realisasikan": "direalisasikan",
    "angagaran": "anggaran",
    "presentase": "persentase",
    "prosentase": "persentase",
    "prosen": "persen",
    "seebsar": "sebesar",
    "sepananjang": "sepanjang",
    "rataan": "rata-rata",
}
"""Spellings that are more than one slip away."""

_BER_NYA = ("target", "realisasi", "capaian", "pencapaian", "kinerja", "anggaran", "penyerapan", "serapan", "sasaran")
_KATA_LAIN = frozenset({"kenakan", "sasaaran"})


def canonical(word: str) -> str:
    """The key word that a lower-case word is a slip of; any other word as it is."""
    table = _spellings()
    if word.endswith("nya") and word not in table:
        bare = table.get(word[:-3])
        return bare if bare in _BER_NYA else word
    return table.get(word, word)


@cache
def _spellings() -> dict[str, str]:
    table = {slip: word for word in _KUNCI for slip in _slips(word) if slip not in _KUNCI and slip not in _KATA_LAIN}
    return table | _LAZIM | {f"{word}nya": word for word in _BER_NYA}


def _slips(word: str) -> Iterator[str]:
    """The word with one letter behind the first left out, doubled, or swapped with the next."""
    for i in range(1, len(word)):
        yield word[:i] + word[i + 1 :]
        yield word[:i] + word[i] + word[i:]
        yield word[:i] + word[i : i + 2][::-1] + word[i + 2 :]
