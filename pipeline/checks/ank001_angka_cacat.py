"""Angka cacat.

Yang ditemukan
    Kelompok angka yang bukan bilangan, misalnya kelompok ribuan berisi empat angka.

Mengapa penting
    Nilainya tidak dapat dibaca dengan pasti, jadi tidak dapat dijumlahkan atau dibandingkan. Angkanya tidak
    ditebak; teksnya ditampilkan seperti tercetak.

Contoh
    Rp 25.000.0000 atau 593.7000.000.

Diam bila
    Teksnya kode rekening, nomor surat, NIP, nomor telepon, tanggal, atau nomor urut, kolomnya tidak kebanyakan
    berisi bilangan besar, angka itu tidak didahului Rp dalam kalimat, angka terputus di ujung baris, atau
    hanya sen yang dipisahkan titik (1.250.000.00).

Rujukan:
    Pedoman Umum Ejaan Bahasa Indonesia: tanda titik memisahkan ribuan, tanda koma memisahkan desimal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.checks.base import Check, evidence_cell, finding, ok, unchecked
from schemas.finding import Outcome, Severity, Stated
from schemas.kinerja import Laporan, SelLain

_TOKEN = re.compile(r"(?<![\w.,/])(?:Rp\.?\s*)?(\d[\d.,]*\d)(?:,-)?(?![\w/])", re.IGNORECASE)
_BAIK = re.compile(r"\d{1,3}(\.\d{3})+(,\d{1,4})?|\d{1,3}(,\d{3})+(\.\d{1,4})?")
_RUPIAH = re.compile(r"rp\.?\s*$", re.IGNORECASE)
_KODE = re.compile(r"\b(kode|rekening|nip|nik|telp|telepon|hp|tanggal|tgl|nomor|no)\b", re.IGNORECASE)
_TANGGAL = re.compile(r"\d{1,2}[.,]\d{1,2}[.,]\d{2,4}")
_SEN = ("0", "00")
_SEPARUH = 0.5
_KUTIP = 90
"""Characters of a sentence that a finding quotes."""


def run(laporan: Laporan) -> Iterator[Outcome]:
    """Answers for every amount with two or more separators; codes, dates and lists of numbers are no amounts."""
    for kolom in laporan.kolom_cetak:
        if not _KODE.search(kolom.header):
            yield from _kumpulan(kolom.sel, kolom.caption)
    for sel in laporan.angka_teks:
        if _terputus(sel):
            yield unchecked("angka kalimat terputus di ujung baris")
        else:
            yield from _kumpulan((sel,), None)


def _kumpulan(semua: Sequence[SelLain], caption: str | None) -> Iterator[Outcome]:
    """The cells of one column, or one amount of a sentence."""
    token = [(sel, teks, rupiah) for sel in semua for teks, rupiah in _berkelompok(sel.text)]
    baik = [_BAIK.fullmatch(teks) is not None for _, teks, _ in token]
    besar = sum(baik) >= 2 and sum(baik) > _SEPARUH * len(token)
    for (sel, teks, rupiah), benar in zip(token, baik, strict=True):
        if benar:
            yield ok()
        elif _bersen(teks):
            yield unchecked("sen dipisahkan titik")
        elif _cacat(teks):
            yakin = besar or rupiah
            yield _temuan(caption, sel, teks) if yakin else unchecked("kode atau bilangan, tidak pasti")


def _terputus(sel: SelLain) -> bool:
    """Whether the amount of a sentence ends the printed line, where its digits may go on in the next."""
    return sel.label.rstrip().endswith(sel.text.rstrip(" .,-"))


def _berkelompok(text: str) -> Iterator[tuple[str, bool]]:
    """Numbers with two or more separators, and whether Rp stands before them."""
    flat = " ".join(text.split())
    for match in _TOKEN.finditer(flat):
        teks = match.group(1)
        if len(re.findall(r"[.,]", teks)) >= 2:
            yield teks, bool(_RUPIAH.search(flat[: match.start(1)]))


def _bersen(teks: str) -> bool:
    """Whether only the cents stand behind a separator of thousands."""
    return teks.endswith(tuple(f"{mark}{sen}" for mark in ".," for sen in _SEN)) and (
        _BAIK.fullmatch(re.sub(r"[.,]\d+$", "", teks)) is not None
    )


def _cacat(teks: str) -> bool:
    """Whether the groups are those of a large number gone wrong, not those of a code, a date or a list."""
    if _TANGGAL.fullmatch(teks):
        return False
    groups = re.split(r"[.,]", teks)
    if not all(groups) or len(groups[0]) > 4:
        return False
    ribuan = [group for group in groups[1:] if len(group) == 3]
    lain = [group for group in groups[1:] if len(group) != 3]
    panjang = sum(map(len, groups))
    return bool(ribuan) and len(lain) <= 2 and panjang >= 7 and max(map(len, groups)) <= 6


def _temuan(caption: str | None, sel: SelLain, teks: str) -> Outcome:
    nama = _kutipan(sel.label, teks)
    return finding(
        CHECK,
        subject=nama or teks,
        message=f"Angka {teks} ({nama or 'tabel'}) bukan bilangan: kelompok angkanya tidak tiga-tiga.",
        stated=Stated(text=teks),
        hint="angka tidak ditebak; periksa terhadap jumlah dan baris di sekitarnya",
        evidence=[evidence_cell(sel, caption)],
    )


def _kutipan(label: str, teks: str) -> str:
    """The row's name, or the words of a long sentence that lead to the number."""
    if len(label) <= _KUTIP:
        return label
    akhir = label.find(teks) + len(teks) if teks in label else _KUTIP
    awal = max(0, akhir - _KUTIP)
    return f"{'…' if awal else ''}{label[awal:akhir].strip()}{'…' if akhir < len(label) else ''}"


CHECK = Check(code="ANK001", name="angka-cacat", severity=Severity.ERROR, run=run, doc=__doc__)
