"""Nomor atau tanggal kosong.

Yang ditemukan
    Nomor atau tanggal keputusan, kepala lampiran, atau perjanjian kinerja yang kosong atau tidak lengkap: ada bagian
    nomor di antara dua garis miring yang tidak terisi, titik-titik yang belum diganti, tanggal tanpa hari. Juga
    kutipan peraturan yang tempat tahun atau nomornya tercetak tetapi tidak terisi.

Mengapa penting
    Keputusan tanpa nomor dan tanggal belum dapat dirujuk dan tidak jelas kapan berlaku; lampiran yang nomornya kosong
    tidak dapat dipastikan milik keputusan yang mana.

Contoh
    Kepala lampiran mencetak nomor 560/   /437.58/2017 dan TANGGAL tanpa isi; (Lembaran Daerah Kabupaten Contoh Tahun
    Nomor 7) tidak menyebut tahunnya.

Diam bila
    Nomor lengkap walaupun berspasi di dalamnya (560/ 67 /437.58/2017) atau berbentuk 06 Tahun 2026; kolom nomor atau
    tanggal memang tidak ada; kutipan yang hanya menyebut lebih sedikit (tanpa kata Nomor); isinya tidak dapat dibaca
    sebagai nomor atau tanggal.

Rujukan:
    UU 12/2011 Lampiran II (penomoran dan pengundangan); Permendagri 80/2015: keputusan diberi nomor dan tanggal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.checks.base import Check, finding, ok, unchecked
from pipeline.checks.base_keputusan import naskah, potong, sebut, sebut_lampiran
from schemas.finding import Evidence, Expected, Outcome, Severity, Stated
from schemas.keputusan import Isian, Keputusan, Teks
from schemas.kinerja import Laporan
from schemas.provenance import PdfPlace

_RUMPANG = r"(?:\.[\s.]*\.|…|_+|-{2,}|–{2,})"
_TITIK = re.compile(_RUMPANG)
_HANYA_TANDA = re.compile(r"[\s.…_\-–:/]*")
_SEGMEN_KOSONG = re.compile(r"^[\s.…_]*$|^\s*[-–]\s*[A-Za-z]{3}")
_SEGMEN_SETRIP = re.compile(r"^\s*[-–]+\s*$")
_NOMOR_AWAL = re.compile(r"^\W*(?:nomor|no\b\.?)\s*:?", re.IGNORECASE)
_TAHUN_SAJA = re.compile(r"^\W*tahun\b", re.IGNORECASE)
_TAHUN_RUMPANG = re.compile(rf"\btahun\s*(?:20)?\s*{_RUMPANG}", re.IGNORECASE)
_BULAN = re.compile(
    r"\b(?:januari|[fp]e[bp]ruari|maret|april|mei|juni|juli|agustus|september|oktober|no[vp]ember|desember)\b",
    re.IGNORECASE,
)
_TANGGAL_AWAL = re.compile(r"^\W*(?:(?:pada\s+)?tanggal\b\s*:?)?(?:[^\d,]{3,40},)?", re.IGNORECASE)
_HANYA_TAHUN = re.compile(r"^\W*(?:tahun\s+)?(?:19|20)\d\d\W*$", re.IGNORECASE)
_PERATURAN = re.compile(
    r"\b(?:peraturan|undang|keputusan|instruksi|lembaran|berita|permen\w*|perda|perbup)\b", re.IGNORECASE
)
_JENIS = r"\b(?:peraturan|undang|keputusan|instruksi)\b[^;()]{0,90}?"
_GAZET = r"\b(?:lembaran|berita)\s+(?:negara|daerah)\b[^();]{0,120}?"
_KUTIPAN = (
    (re.compile(rf"\btahun\s*(?:20)?\s*{_RUMPANG}?\s*nomor\b", re.IGNORECASE), "tahun"),
    (re.compile(rf"\btahun\s*(?:20)?\s*{_RUMPANG}", re.IGNORECASE), "tahun"),
    (re.compile(rf"{_JENIS}\bnomor\s*:?\s*[^\s;()]{{1,40}}\s+tahun\s+tentang\b", re.IGNORECASE), "tahun"),
    (re.compile(rf"{_GAZET}\btahun\s*[,;)]", re.IGNORECASE), "tahun"),
    (re.compile(rf"\bnomor\s*:?\s*{_RUMPANG}", re.IGNORECASE), "nomor"),
    (re.compile(rf"{_JENIS}\bnomor\s*:?\s*(?:tahun|tentang)\b", re.IGNORECASE), "nomor"),
    (re.compile(rf"{_GAZET}\bnomor\s*[,;)]", re.IGNORECASE), "nomor"),
    (re.compile(r"\bnomor\s*:?\s*(?:[\w.\- ]{1,20}/){1,4}\s*/", re.IGNORECASE), "nomor"),
)
_SEKITAR = 90
_HARI_DEPAN = re.compile(r"^\s*\d{1,2}\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Slot:
    """A form field with the name of its place."""

    jenis: str
    tempat: str
    isian: Isian

    @property
    def cetak(self) -> str:
        """What it prints, the label when it is blank."""
        return self.isian.isi.text if self.isian.isi is not None else ""


def run(laporan: Laporan) -> Iterator[Outcome]:
    """Answers for the numbers and the dates of every record, and for every text that cites a regulation."""
    for keputusan in laporan.keputusan:
        slot = tuple(_slot(keputusan))
        for jenis in ("nomor", "tanggal"):
            yield from _periksa(keputusan, [item for item in slot if item.jenis == jenis])
        for bagian, teks in _berkutipan(keputusan):
            yield _kutipan(bagian, teks)


def _slot(keputusan: Keputusan) -> Iterator[_Slot]:
    """The fields that the record has."""
    nama = sebut(keputusan)
    for jenis, isian in (("nomor", keputusan.nomor), ("tanggal", keputusan.tanggal)):
        if isian is not None:
            yield _Slot(jenis=jenis, tempat=nama, isian=isian)
    for lampiran in keputusan.lampiran:
        for jenis, isian in (("nomor", lampiran.nomor_keputusan), ("tanggal", lampiran.tanggal_keputusan)):
            if isian is not None:
                yield _Slot(jenis=jenis, tempat=sebut_lampiran(lampiran), isian=isian)


def _periksa(keputusan: Keputusan, slot: Sequence[_Slot]) -> Iterator[Outcome]:
    """One finding for all blank fields of a kind."""
    kurang: list[_Slot] = []
    lengkap: list[_Slot] = []
    for item in slot:
        nilai = _nomor(item.cetak) if item.jenis == "nomor" else _tanggal(item.cetak)
        if nilai is None:
            yield unchecked(f"{item.jenis} tidak dapat dibaca")
        elif nilai:
            lengkap.append(item)
            yield ok()
        else:
            kurang.append(item)
    if kurang:
        yield _temuan(keputusan, kurang, lengkap)


def _nomor(teks: str) -> bool | None:
    """Whether a number is complete; None when that cannot be said."""
    isi = _NOMOR_AWAL.sub("", teks).strip()
    if _HANYA_TANDA.fullmatch(isi) or _TAHUN_SAJA.match(isi) or _TAHUN_RUMPANG.search(isi):
        return False
    bagian = isi.split("/")
    if _TITIK.search(isi) or any(_SEGMEN_KOSONG.match(item) for item in bagian[:-1]):
        return False
    terbaca = any(huruf.isdigit() for huruf in isi) and bagian[-1].strip()
    return True if terbaca and not any(_SEGMEN_SETRIP.match(item) for item in bagian) else None


def _tanggal(teks: str) -> bool | None:
    """Whether a date is complete; None when that cannot be said."""
    isi = _TANGGAL_AWAL.sub("", teks, count=1).strip()
    if _HANYA_TANDA.fullmatch(isi) or _HANYA_TAHUN.match(_TITIK.sub(" ", isi)):
        return False
    bulan = _BULAN.search(isi)
    if bulan is not None and _HANYA_TANDA.fullmatch(isi[: bulan.start()]):
        return False
    if _TITIK.search(isi):
        return False
    return True if _HARI_DEPAN.match(isi) else None


def _temuan(keputusan: Keputusan, kurang: Sequence[_Slot], lengkap: Sequence[_Slot]) -> Outcome:
    jenis = kurang[0].jenis
    tempat = list(dict.fromkeys(item.tempat for item in kurang))
    isi = list(dict.fromkeys(f"“{potong(item.cetak)}”" if item.cetak else "tidak diisi" for item in kurang))
    banyak = f" di {len(kurang)} tempat" if len(kurang) > 1 else ""
    acuan = {" ".join(item.cetak.split()): item for item in lengkap}
    pertama = next(iter(acuan.values())) if len(acuan) == 1 else None
    return finding(
        CHECK,
        subject=f"{jenis} {sebut(keputusan)}",
        message=f"{jenis.capitalize()} kosong atau tidak lengkap{banyak} ({', '.join(tempat)}): {'; '.join(isi)}.",
        stated=Stated(text=kurang[0].cetak or kurang[0].isian.label),
        expected=None if pertama is None else Expected(text=f"{pertama.cetak} seperti pada {pertama.tempat}"),
        hint="isian dengan tulisan tangan atau cap pada hasil pindaian tidak ikut terbaca sebagai teks"
        if isinstance(kurang[0].isian.place, PdfPlace)
        else None,
        evidence=[_bukti(item) for item in kurang],
    )


def _bukti(slot: _Slot) -> Evidence:
    text = f"{slot.isian.label} {slot.cetak}".strip()
    return Evidence(role=slot.jenis, text=text, place=slot.isian.place, label=slot.tempat)


def _berkutipan(keputusan: Keputusan) -> Iterator[tuple[str, Teks]]:
    """Texts that cite regulations; the heading of an annex where its number is no field of its own."""
    for bagian, teks in naskah(keputusan):
        if bagian != "tentang" and _PERATURAN.search(teks.text):
            yield bagian, teks
    for lampiran in keputusan.lampiran:
        if lampiran.judul is not None and lampiran.nomor_keputusan is None:
            yield sebut_lampiran(lampiran), lampiran.judul


def _kutipan(bagian: str, teks: Teks) -> Outcome:
    bersih = " ".join(teks.text.split())
    for pola, jenis in _KUTIPAN:
        cocok = pola.search(bersih)
        if cocok is not None:
            kutipan = _kutip(bersih, cocok.start(), cocok.end())
            return finding(
                CHECK,
                subject=f"kutipan peraturan dalam {bagian}",
                message=f"Kutipan “{kutipan}” tidak menyebut {jenis}: tempatnya tercetak tanpa isi.",
                stated=Stated(text=cocok.group(0)),
                evidence=[Evidence(role=bagian.lower(), text=teks.text, place=teks.place)],
            )
    return ok()


def _kutip(teks: str, awal: int, akhir: int) -> str:
    """The citation around a piece of text: its bracket, else from its regulation on."""
    depan = max(0, awal - 2 * _SEKITAR)
    kurung = teks.rfind("(", depan, awal + 1)
    if kurung >= 0 and ")" not in teks[kurung : akhir - 1]:
        tutup = teks.find(")", akhir - 1)
        return potong(teks[kurung : tutup + 1 if tutup >= 0 else akhir], 2 * _SEKITAR)
    peraturan = [m.start() for m in _PERATURAN.finditer(teks, depan, akhir) if m.start() <= awal]
    return potong(teks[peraturan[-1] if peraturan else depan :], max(_SEKITAR, akhir - depan))


CHECK = Check(code="STR001", name="nomor-tanggal-kosong", severity=Severity.ERROR, run=run, doc=__doc__)
