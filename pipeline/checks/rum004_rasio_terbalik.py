"""Rasio terbalik.

Yang ditemukan
    Formula persentase yang pembilangnya mencakup penyebutnya: penyebut menyebut bagian dari apa yang disebut
    pembilang, sehingga hasilnya selalu 100 atau lebih.

Mengapa penting
    Persentase membagi bagian dengan keseluruhan. Bila terbalik, kinerja yang makin baik memberi angka yang makin kecil.

Contoh
    Persentase pelaku usaha yang dilatih pemasaran daring = Jumlah pelaku usaha / Jumlah pelaku usaha yang dilatih
    pemasaran daring x 100; Jumlah pendaftar / Jumlah yang diterima x 100.

Diam bila
    Kata-katanya saja tidak membuktikannya: pembilang membatasi penyebut, penyebutnya rencana, kebutuhan, calon, atau
    yang terdaftar, pembilangnya mungkin hanya disingkat (layanan untuk layanan perkantoran), keduanya menyebut hal yang
    berbeda, atau formulanya pertumbuhan, rasio, dan indeks.

Rujukan:
    Kaidah persentase: bagian dibagi keseluruhan; tidak diatur khusus.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.bentuk_rumus import bersuku, teks_simpul
from pipeline.checks.base import Check, finding, ok, unchecked
from pipeline.checks.base_rumus import RumusIndikator, rumus_indikator
from pipeline.kata_rumus import JenisNama, akar_isi, baca_kata, kata_isi, kumpulan, menyeluruh
from schemas.finding import Outcome, Severity
from schemas.kinerja import Laporan

_BUKAN_BAGIAN = kumpulan(
    """rasio perbandingan pertumbuhan peningkatan kenaikan penurunan laju indeks produktivitas keketatan persaingan
    ketergantungan selisih perubahan"""
)
_POKOK = kumpulan(
    """harus wajib rencana target sasar sasaran ada sedia masuk terima daftar lapor catat data butuh usul aju mohon
    seluruh calon potensi pagu alokasi anggaran standar lalu awal undang jadwal maksimal ideal tidak belum bukan non
    tanpa semua seharusnya sebelum"""
)
"""Roots that widen a quantity or make it one of plans: what they stand with is no part of something."""

_AWALAN = ("ber", "ter", "di", "me", "lulus", "naik", "sesuai", "tepat", "selesai")

_TAHAP: tuple[tuple[str, frozenset[str]], ...] = (
    ("daftar", kumpulan("tempat lulus terima latih layan didik berangkat seleksi")),
    ("ikut", kumpulan("lulus kompeten kompetensi sertifikat tuntas")),
    ("latih", kumpulan("lulus kompeten sertifikat tempat")),
    ("lapor", kumpulan("selesai tuntas tangan tindaklanjut")),
    ("catat", kumpulan("selesai tuntas tangan tindaklanjut")),
    ("adu", kumpulan("selesai tuntas tangan tindaklanjut")),
    ("masuk", kumpulan("selesai tuntas tangan tindaklanjut proses terbit")),
    ("mohon", kumpulan("setuju kabul terbit selesai")),
    ("aju", kumpulan("setuju kabul terbit selesai")),
    ("usul", kumpulan("setuju kabul laksana realisasi akomodasi")),
    ("rencana", kumpulan("laksana realisasi selesai capai bangun")),
    ("target", kumpulan("laksana realisasi selesai capai")),
    ("temu", kumpulan("selesai tindaklanjut tuntas")),
    ("wajib", kumpulan("bayar patuh lapor")),
    ("butuh", kumpulan("penuh")),
    ("tanam", kumpulan("panen")),
    ("produksi", kumpulan("jual ekspor")),
    ("timbul", kumpulan("angkut kelola tangan")),
)
"""Stages of one process: what passed the second also passed the first, never the other way round."""


def run(laporan: Laporan) -> Iterator[Outcome]:
    """Answers for every ratio of an indicator in per cent."""
    for item in rumus_indikator(laporan):
        if item.rumus.penyebut is not None and item.jenis is JenisNama.PERSENTASE:
            yield _periksa(item)


def _periksa(item: RumusIndikator) -> Outcome:
    pembilang, penyebut = item.rumus.pembilang, item.rumus.penyebut
    if item.alasan is not None:
        return unchecked(item.alasan)
    if not _BUKAN_BAGIAN.isdisjoint(baca_kata(item.nama)):
        return unchecked("pertumbuhan, rasio, atau indeks")
    if bersuku(pembilang) or bersuku(penyebut):
        return unchecked("pembilang atau penyebut terdiri atas beberapa suku")
    atas, bawah = teks_simpul(pembilang), teks_simpul(penyebut)
    if not akar_isi(atas) or not akar_isi(bawah):
        return unchecked("pembilang atau penyebut tanpa kata")
    alasan = _tahap(atas, bawah) or _penyebut_bagian(atas, bawah, item)
    return ok() if alasan is None else _temuan(item, alasan)


def _penyebut_bagian(atas: str, bawah: str, item: RumusIndikator) -> str | None:
    """Says that the denominator is the numerator with a restriction that is the indicator's own."""
    luas, sempit = akar_isi(atas), akar_isi(bawah)
    pembatas = sempit - luas
    if not luas < sempit or not pembatas.isdisjoint(_POKOK) or menyeluruh(bawah):
        return None
    lengkap = "yang" in baca_kata(atas) or _berpredikat(bawah, pembatas)
    if not (menyeluruh(atas) or (pembatas & item.isi_nama and lengkap)):
        return None
    return f"penyebutnya ({bawah}) adalah bagian dari pembilangnya ({atas})"


def _berpredikat(text: str, pembatas: frozenset[str]) -> bool:
    """Whether a restriction says what is done or had; one that names a kind may just be left unsaid above."""
    sifat = akar_isi(text.lower().partition(" yang ")[2])
    return not sifat.isdisjoint(pembatas) or any(
        kata.akar in pembatas and kata.kata.startswith(_AWALAN) for kata in kata_isi(text)
    )


def _tahap(atas: str, bawah: str) -> str | None:
    """Says that the denominator names a later stage of what the numerator names."""
    luas, sempit = akar_isi(atas), akar_isi(bawah)
    for awal, lanjut in _TAHAP:
        tercapai = lanjut & (sempit - luas)
        if awal in luas - sempit and tercapai and luas - {awal} and luas - {awal} == sempit - tercapai:
            return f"penyebutnya ({bawah}) adalah tahap lanjut dari pembilangnya ({atas})"
    return None


def _temuan(item: RumusIndikator, alasan: str) -> Outcome:
    return finding(
        CHECK,
        subject=item.nama,
        message=f"Rasio {item.nama} terbalik: {alasan}.",
        hint="pembilang dan penyebut tertukar, atau pembilangnya kurang kata",
        evidence=item.bukti,
    )


CHECK = Check(code="RUM004", name="rasio-terbalik", severity=Severity.ERROR, run=run, doc=__doc__)
