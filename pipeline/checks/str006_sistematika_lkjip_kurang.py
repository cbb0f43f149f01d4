"""Sistematika LKjIP kurang.

Yang ditemukan
    Bagian yang diminta pedoman tidak ada dalam laporan: ikhtisar eksekutif, pendahuluan, perencanaan kinerja,
    akuntabilitas kinerja, capaian kinerja, realisasi anggaran, penutup, atau perjanjian kinerja.

Mengapa penting
    Evaluator menilai kelengkapan laporan menurut sistematika itu; bagian yang tidak ada mengurangi nilai pelaporan
    kinerja walaupun semua angkanya benar.

Contoh
    Laporan berisi kata pengantar, daftar isi, dan BAB I sampai BAB IV, tetapi tidak ada ikhtisar eksekutif.

Diam bila
    Dokumen bukan laporan kinerja yang utuh (petikan satu bab, keputusan, lembar triwulan); bagian itu memakai nama lain
    yang sepadan (ringkasan eksekutif, akuntabilitas keuangan, kesimpulan); isinya menjadi kolom tabel lain (realisasi
    anggaran di samping capaian kinerja) atau tertulis dalam kalimat; bagian itu tercantum dalam daftar isi; ada halaman
    tanpa teks; bagian depan laporan tidak ikut dalam berkas.

Rujukan:
    Permenpan RB 53/2014 Lampiran II, sistematika laporan kinerja.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.checks.base import Check, finding, ok, unchecked
from schemas.angka import AngkaKind
from schemas.finding import Evidence, Expected, Outcome, Severity
from schemas.kinerja import Kind, Laporan, Part
from schemas.narasi import Peran
from schemas.susunan import JenisJudul, Judul

_ANGKA_BAB = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7}
_BAB_CUKUP = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bagian:
    """A part with the names it goes by, written without spaces.

    Attributes:
        kinds, parts: tables, and columns of any table, that show it is there.
        peran: amounts of sentences that tell its contents, beside one of its words (`kata`).
    """

    nama: str
    pola: re.Pattern[str]
    kinds: tuple[Kind, ...] = ()
    parts: tuple[Part, ...] = ()
    peran: tuple[Peran, ...] = ()
    kata: re.Pattern[str] = re.compile(r"(?!)")
    depan: bool = False


_DEPAN = re.compile(r"katapengantar|daftarisi|kata sambutan|katasambutan")
_BAGIAN = (
    _Bagian(
        nama="ikhtisar eksekutif",
        pola=re.compile(r"ik?htisar|iktisar|ringkasan|rangkuman|executivesummar|eksekutif|abstrak"),
        depan=True,
    ),
    _Bagian(nama="pendahuluan", pola=re.compile(r"pendahuluan|latarbelakang|gambaranumum")),
    _Bagian(
        nama="perencanaan kinerja",
        pola=re.compile(r"perencanaan|perjanjiankinerja|penetapankinerja|rencana(?:strateg|kinerja|kerja)|renstra"),
    ),
    _Bagian(nama="akuntabilitas kinerja", pola=re.compile(r"akuntabil|capaiankinerja|hasilkinerja|pengukurankinerja")),
    _Bagian(
        nama="capaian kinerja",
        pola=re.compile(
            r"capaian|pengukuran|hasilkinerja|evaluasi.{0,20}kinerja|realisasikinerja|analisis.{0,15}kinerja"
        ),
        kinds=(Kind.CAPAIAN, Kind.PERBANDINGAN),
    ),
    _Bagian(
        nama="realisasi anggaran",
        pola=re.compile(
            r"realisasi.{0,25}anggaran|anggaran.{0,40}realisasi|akuntab\w*(?:keuangan|anggaran)|serapan|realisasi(?:keuangan|belanja)"
            r"|(?:kinerja|aspek|laporan|pengelolaan|capaian)(?:keuangan|anggaran)|sumberdaya|belanja"
        ),
        kinds=(Kind.ANGGARAN, Kind.EFISIENSI),
        parts=(Part.REALISASI_ANGGARAN,),
        peran=(Peran.REALISASI_ANGGARAN,),
        kata=re.compile(r"\b(?:anggaran|belanja|pagu|dpa|alokasi|serapan|penyerapan|keuangan)", re.IGNORECASE),
    ),
    _Bagian(nama="penutup", pola=re.compile(r"penutup|simpulan|kesimpulan|rekomendasi")),
    _Bagian(
        nama="perjanjian kinerja",
        pola=re.compile(r"perjanjian|penetapankinerja|kontrakkinerja"),
        kinds=(Kind.PERJANJIAN,),
    ),
)


def run(laporan: Laporan) -> Iterator[Outcome]:
    """Answers for every part of the outline, for a performance report; other documents are not met at all."""
    if not laporan.susunan.laporan_kinerja:
        return
    isi = [judul for judul in laporan.susunan.judul if not judul.daftar_isi]
    bab = [judul for judul in isi if judul.jenis is JenisJudul.BAB]
    for bagian in _BAGIAN:
        yield _periksa(laporan, bagian, isi, bab)


def _periksa(laporan: Laporan, bagian: _Bagian, isi: list[Judul], bab: list[Judul]) -> Outcome:
    if not _utuh(bab):
        return unchecked("bukan laporan utuh: tidak memuat BAB I sampai bab terakhir")
    teks = [*(judul.teks for judul in isi), *(item.judul for item in laporan.susunan.judul_tabel)]
    if any(bagian.pola.search(_rapat(item)) for item in teks) or _bertabel(laporan, bagian):
        return ok()
    if _berkalimat(laporan, bagian):
        return unchecked("bagian itu tidak berjudul; isinya tertulis dalam kalimat")
    if laporan.susunan.tanpa_teks:
        return unchecked("ada halaman tanpa teks; bagian itu mungkin di sana")
    if any(bagian.pola.search(_rapat(judul.teks)) for judul in laporan.susunan.judul):
        return unchecked("bagian itu tercantum dalam daftar isi")
    if bagian.depan and not any(_DEPAN.search(_rapat(judul.teks)) for judul in isi):
        return unchecked("bagian depan laporan tidak ikut dalam berkas")
    ada = ", ".join(f"BAB {b.nomor} {b.teks}".strip() for b in bab)
    return finding(
        CHECK,
        subject=bagian.nama,
        message=f"Laporan tidak memuat {bagian.nama}; bab yang ada: {ada}.",
        expected=Expected(text=bagian.nama, rule="Permenpan RB 53/2014 Lampiran II"),
        evidence=[Evidence(role="bab", text=f"BAB {b.nomor} {b.teks}".strip(), place=b.place) for b in bab],
    )


def _bertabel(laporan: Laporan, bagian: _Bagian) -> bool:
    """Whether a table of the part is there, or a table of another kind prints its figures in a column."""
    return bool(laporan.of_kind(*bagian.kinds)) or any(
        fakta.part in bagian.parts and fakta.angka.kind is AngkaKind.NUMBER
        for baris in laporan.baris()
        for fakta in baris.fakta
    )


def _berkalimat(laporan: Laporan, bagian: _Bagian) -> bool:
    """Whether a sentence of the part, or under a heading of it, states an amount in a role of the part."""
    return any(
        klaim.teks.peran in bagian.peran and klaim.angka.currency
        for kalimat in laporan.kalimat
        if any(bagian.kata.search(text) for text in (kalimat.teks.text, *kalimat.teks.judul))
        for klaim in kalimat.klaim
    )


def _utuh(bab: list[Judul]) -> bool:
    """The chapters run from the first to at least the third without a gap."""
    nomor = {_ANGKA_BAB.get(judul.nomor, int(judul.nomor) if judul.nomor.isdigit() else 0) for judul in bab} - {0}
    return len(nomor) >= _BAB_CUKUP and nomor == set(range(1, max(nomor) + 1))


def _rapat(teks: str) -> str:
    """In small letters without spaces: `P E N U T U P` is a heading too."""
    return re.sub(r"\s+", "", teks.lower())


CHECK = Check(code="STR006", name="sistematika-lkjip-kurang", severity=Severity.ADVISORY, run=run, doc=__doc__)
