"""Rumus tidak memuat nama.

Yang ditemukan
    Indikator yang formulanya menghitung lawan dari yang disebut namanya (luar negeri untuk dalam negeri, jagung untuk
    padi); atau indikator yang menghitung dokumen tentang hal lain daripada dokumen yang dijanjikan sasaran dan
    jabatannya.

Mengapa penting
    Yang diukur bukan yang dijanjikan, sehingga sasaran dapat dinyatakan tercapai tanpa pernah dikerjakan.

Contoh
    Jumlah produksi jagung = Jumlah produksi padi. Analis kebersihan kota, sasaran Tersedianya dokumen analisis
    kebersihan, indikator Jumlah dokumen izin reklame.

Diam bila
    Nama dan formula hanya memakai padanan kata (itu tidak dapat dibuktikan dengan kata-katanya saja); nama menyebut
    keduanya; atau ada kata isi yang sama, termasuk singkatannya, dalam sasaran, jabatan, tugas, atau fungsi.

Rujukan:
    Permenpan PER/09/M.PAN/5/2007: indikator harus relevan dengan sasaran dan formulasinya sesuai.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.bentuk_rumus import teks_simpul
from pipeline.checks.base import Check, finding, ok, unchecked
from pipeline.checks.base_rumus import RumusIndikator, rumus_indikator, sebut_rumus
from pipeline.kata_rumus import akar_isi, baca_kata, beda_isi, kumpulan
from schemas.finding import Evidence, Outcome, Severity
from schemas.kinerja import Laporan
from schemas.rumus import JenisRumus

_PRODUK = kumpulan("dokumen laporan berkas arsip surat buku naskah kajian sertifikat rekomendasi data")
_UMUM = akar_isi(
    """dokumen laporan berkas arsip surat buku naskah kajian sertifikat rekomendasi data penyusunan pengelolaan
    pelaksanaan ketersediaan siap koordinasi urusan tugas bahan analisis pengumpulan pengolahan kegiatan program bulan
    triwulan semester minggu hari kerja kinerja pegawai staf pelaksana sesuai tepat waktu ketentuan kualitas baik
    lengkap hasil seksi subbag kasubag kasi kepala nomor pembuatan terlaksananya tersedianya tersusunnya meningkatnya
    terpenuhinya guna milik pengadministrasian"""
)
"""Roots that say nothing of what a document is about."""

_BERLAWANAN = tuple(
    kumpulan(words)
    for words in (
        "dalam_negeri luar_negeri",
        "laki perempuan",
        "pria wanita",
        "pra purna",
        "bipartit tripartit",
        "nusantara mancanegara",
        "aktif inaktif",
        "padi jagung kedelai kopi kakao kelapa karet tebu tembakau cabai bawang",
        "sapi kerbau kambing domba ayam itik babi",
        "daging telur susu",
        "smp sma smk",
        "murni kasar",
    )
)
"""Words of which one is never the other; a formula that has another than the name measures something else."""

_NASKAH = kumpulan("renstra renja rka dpa lkjip lppd lkpj rkpd rpjmd")
"""The same for documents that are counted; a ratio may hold one against the other."""

_KATA = re.compile(r"[a-z_]+")
_NEGERI = re.compile(r"\bdalam\s?(?:negeri\s?)?(?:dan|maupun|atau|serta|&|/|,)\s?luar\s?negeri\b")
_PALING_SEDIKIT = 2


def run(laporan: Laporan) -> Iterator[Outcome]:
    """Answers for every indicator that has a formula."""
    items = rumus_indikator(laporan)
    for item in items:
        yield _periksa(item, items)


def _periksa(item: RumusIndikator, semua: tuple[RumusIndikator, ...]) -> Outcome:
    if item.alasan is not None:
        return unchecked(item.alasan)
    if item.rumus.jenis not in (JenisRumus.RASIO, JenisRumus.HITUNGAN):
        return unchecked("rumus bukan hitungan atau rasio")
    lawan = _lawan(item)
    if lawan is not None:
        return _temuan_lawan(item, *lawan)
    if _janji_lain(item, semua):
        return _temuan_janji(item)
    if _bertemu(item.nama, item.rumus.text):
        return ok()
    return unchecked("padanan kata tidak dapat dibuktikan")


def _lawan(item: RumusIndikator) -> tuple[str, str] | None:
    """A word of the name and its opposite in what the formula counts; None where the formula has both."""
    hitungan = item.rumus.jenis is JenisRumus.HITUNGAN
    nama, rumus = _kata(item.nama), _kata(item.rumus.text)
    dihitung = rumus if hitungan else _kata(teks_simpul(item.rumus.pembilang))
    for group in (*_BERLAWANAN, _NASKAH) if hitungan else _BERLAWANAN:
        satu, dua = nama & group, dihitung & group
        if len(satu) == 1 and len(dua) == 1 and satu.isdisjoint(rumus):
            return _tampil(*satu), _tampil(*dua)
    return None


def _tampil(kata: str) -> str:
    """A word of a group as a reader expects it."""
    return {"laki": "laki-laki"}.get(kata, kata.upper() if kata in _NASKAH else kata.replace("_", " "))


def _kata(text: str) -> frozenset[str]:
    words = _NEGERI.sub("dalam_negeri luar_negeri", " ".join(text.lower().split()))
    for frasa in ("dalam negeri", "luar negeri"):
        words = words.replace(frasa, frasa.replace(" ", "_"))
    return frozenset(_KATA.findall(words))


def _temuan_lawan(item: RumusIndikator, kata: str, lawan: str) -> Outcome:
    return finding(
        CHECK,
        subject=item.nama,
        message=f"Formula {item.nama} menghitung {lawan}, bukan {kata}: {sebut_rumus(item)}.",
        evidence=item.bukti,
    )


def _janji_lain(item: RumusIndikator, semua: tuple[RumusIndikator, ...]) -> bool:
    """Whether sasaran and position promise documents of one thing, and the indicator counts documents of another."""
    jabatan, sasaran = item.jabatan, item.sasaran
    if jabatan is None or jabatan.jabatan is None or sasaran is None:
        return False
    if baca_kata(item.nama)[:1] != ("jumlah",) or not _produk(item.nama) & _produk(sasaran.text):
        return False
    janji = _perihal(sasaran.text, item) & _perihal(jabatan.jabatan.text, item)
    if not janji or len(_perihal(item.nama, item)) < _PALING_SEDIKIT:
        return False
    tugas = " ".join(butir.teks.text for butir in (*jabatan.tugas, *jabatan.fungsi))
    lain = (sasaran.text, jabatan.jabatan.text, tugas, item.definisi or "")
    if any(_bertemu(satu, text) for text in lain for satu in (item.nama, item.rumus.text)):
        return False
    sesama = (satu for satu in semua if satu.jabatan is jabatan and satu.sasaran == sasaran)
    return not any(_bertemu(satu.nama, sasaran.text) for satu in sesama)


def _temuan_janji(item: RumusIndikator) -> Outcome:
    assert item.jabatan is not None  # without position and sasaran nothing is promised
    janji = [("sasaran", item.sasaran), ("jabatan", item.jabatan.jabatan)]
    sasaran, jabatan = (teks.text if teks else "" for _, teks in janji)
    return finding(
        CHECK,
        subject=item.nama,
        message=f"{jabatan} dengan sasaran {sasaran} diukur dengan {item.nama}, yang tentang hal lain.",
        evidence=[
            *item.bukti,
            *(Evidence(role=role, text=teks.text, place=teks.place, label=item.nama) for role, teks in janji if teks),
        ],
    )


def _produk(text: str) -> frozenset[str]:
    return _PRODUK & frozenset(baca_kata(text))


def _perihal(text: str, item: RumusIndikator) -> frozenset[str]:
    """What a text is about: its roots without those of any document and of the office."""
    return akar_isi(text) - _UMUM - item.kantor


def _bertemu(satu: str, dua: str) -> bool:
    """Whether two texts share a word that says what they are about, abbreviations counted."""
    khas = akar_isi(satu) - _UMUM
    hanya_satu, _ = beda_isi(satu, dua)
    return not khas <= hanya_satu


CHECK = Check(code="RUM006", name="rumus-tidak-memuat-nama", severity=Severity.ERROR, run=run, doc=__doc__)
