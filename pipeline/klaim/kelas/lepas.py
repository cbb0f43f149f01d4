"""Whether a sentence with one class and one capaian speaks of nothing else that could be classed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.klaim.nama.kalimat import Sebut
from pipeline.klaim.nama.kata import himpunan
from schemas.narasi import Kalimat, KalimatTeks, Peran, VonisTeks

_ISI = himpunan(
    """capaian capaiannya pencapaian pencapaiannya kinerja kinerjanya indikator persentase persen nilai nilainya hasil
    hasilnya kategori kategorinya katagori predikat predikatnya kriteria kriterianya klasifikasi kelompok golongan
    golongkan kelas status statusnya sebutan label penilaian skala laporan dokumen tahun angka posisi dinas badan
    untuk pada dalam ke di dari oleh dengan atas bagi kepada terhadap menurut sebagai sebesar yaitu yakni ialah adalah
    yang ini itu tersebut hal karena karenanya sebab lantaran sehingga maka jadi dan atau pun kini telah sudah masih
    layak patut dapat bisa hanya masuk kami kita akhirnya dimaksud demikian seluruh rata-rata"""
)
_RAGAM = re.compile(r"(?:me|di|ber|ter)[a-z]{3,}$")
"""Verbs join a capaian with its class, whichever they are."""
_BUKAN_RAGAM = himpunan(
    "mental media medis menteri mesin metode bersih berita beras berat terminal ternak terang dinas"
)
_LAWAN = re.compile(
    r"\b(?:sedangkan|sementara|namun|tetapi|tapi|adapun|meski\w*|walau\w*|padahal|kendati\w*|selain|kecuali|akan\s+tetapi"
    r"|bukan\w*|belum|tidak|tak|agar|supaya|apabila|jika|bila|seandainya|akan|diharapkan|semestinya|seharusnya|menuju"
    r"|keluar|lepas|beranjak|naik|turun|bergeser|terhindar|terlepas|men(?:inggalkan|jauh\w*|cegah|ghindar\w*)|terlewat\w*"
    r"|mele(?:wati|bihi)|melampaui|mengungguli|dari\s+(?:kelompok|kategori|predikat|kriteria|golongan|kelas)"
    r"|mendekati|hampir|target\w*|batas|ambang|minimal|maksimal|antara|rentang|dari\s+semula|semula|sebelumnya)\b",
    re.IGNORECASE,
)
"""Words between a class and a capaian that part them, or make the class none of this capaian."""
_KLAUSA = re.compile(r"[,;:]|\b(?:karena|sebab|lantaran|sehingga|maka)\b", re.IGNORECASE)
_KATA = re.compile(r"[a-z]+(?:-[a-z]+)*|\d[\d.,]*", re.IGNORECASE)
_BERISYARAT = re.compile(
    r"\b(?:kategori|katagori|predikat|kriteria|klasifikasi|kelompok|golongan|kinerja|penilaian)(?:nya)?\b[^,;]*$",
    re.IGNORECASE,
)
_TINGKAT = re.compile(r"\b(?:tinggi|sedang|rendah)\b", re.IGNORECASE)


def tingkatan(text: str, vonis: VonisTeks) -> bool:
    """Whether a class may also tell how high a level is: `tergolong rendah`, without a word for class."""
    return bool(_TINGKAT.search(vonis.text)) and not _BERISYARAT.search(text, 0, vonis.mulai)


def didahului_lain(teks: KalimatTeks, sebut: Sequence[Sebut], vonis: VonisTeks) -> bool:
    """Whether something that is no name stands before a class in its clause and may be what is classed."""
    text = _tanpa(teks.text, [(item.mulai, item.akhir) for item in sebut])
    return not all(_biasa(kata) for kata in _kata(text[_klausa(text, vonis.mulai, vonis.akhir)[0] : vonis.mulai]))


def menyatu(kalimat: Kalimat, sebut: Sequence[Sebut], vonis: VonisTeks, posisi: int) -> bool:
    """Whether the clauses from the class to the capaian hold only these two, names, verbs and joining words.

    Args:
        kalimat: the sentence.
        sebut: names of indicators in it.
        vonis: its class.
        posisi: place of the capaian among its numbers.
    """
    klaim = kalimat.klaim[posisi].teks
    kelas = [item for item in kalimat.teks.vonis if item.kelas is not None]
    if klaim.peran is not Peran.CAPAIAN or klaim.pendekatan or kelas != [vonis]:
        return False
    text = _tanpa(kalimat.teks.text, [(item.mulai, item.akhir) for item in sebut])
    text = _tanpa(text, [(vonis.mulai, vonis.akhir), (klaim.mulai, klaim.akhir)])
    awal, akhir = _klausa(text, min(vonis.mulai, klaim.mulai), max(vonis.akhir, klaim.akhir))
    isi = text[awal:akhir]
    return not _LAWAN.search(isi) and all(_biasa(kata) for kata in _kata(isi))


def _tanpa(text: str, rentang: Sequence[tuple[int, int]]) -> str:
    for mulai, akhir in rentang:
        text = text[:mulai] + " " * (akhir - mulai) + text[akhir:]
    return text


def _klausa(text: str, mulai: int, akhir: int) -> tuple[int, int]:
    """From the beginning of the clause of the one place to the end of that of the other."""
    awal = max((match.end() for match in _KLAUSA.finditer(text, 0, mulai)), default=0)
    batas = _KLAUSA.search(text, akhir)
    return awal, len(text) if batas is None else batas.start()


def _kata(text: str) -> Iterator[str]:
    return (match.group().lower() for match in _KATA.finditer(text))


def _biasa(kata: str) -> bool:
    tahun = len(kata) == 4 and kata.isdigit()
    return kata in _ISI or tahun or (bool(_RAGAM.match(kata)) and kata not in _BUKAN_RAGAM)
