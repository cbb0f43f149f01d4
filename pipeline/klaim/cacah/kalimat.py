"""Counts of a sentence: what they count, which stand side by side, and whether they are those of the whole office."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from schemas.angka import AngkaKind
from schemas.kinerja import Laporan
from schemas.narasi import Kalimat, Klaim, Peran, RujukanKlaim

SAMA = {"iku": "indikator"}
"""Things that are counted with others, though a table of the others may hold more of them."""

_SELA = re.compile(
    r"[\s,&/;]*(?:(?:dan|serta|dengan|dalam|pada|meliputi|terdiri\s+(?:dari|atas)"
    r"|yang\s+(?:terdiri|terbagi|dibagi|dijabarkan|dirinci|diuraikan|dituangkan|diukur|memuat|mencakup)"
    r"(?:\s+(?:dari|atas|ke|dalam|menjadi|melalui|dengan|oleh))*)[\s,]*)?",
    re.IGNORECASE,
)
_UJUNG = re.compile(
    r"\s*(?:[.,;:)(]|$|dan\b|serta\b|dengan\b(?!\s+(?:capaian|kategori|katagori|predikat|kriteria|nilai|kinerja|hasil))"
    r"|pada\s+tahun|tahun\b|sebagaimana|seperti|yaitu|yakni|sebagai\s+berikut|sesuai|sehingga"
    r"|(?:dalam|pada)\s+(?:dokumen\s+)?(?:perjanjian\s+kinerja|pk)\b"
    r"|yang\s+(?:telah\s+|sudah\s+)?(?:terdiri|tercantum|tertuang|termuat|diperjanjikan|disepakati|dijabarkan)\b)",
    re.IGNORECASE,
)
_LINGKUP = re.compile(
    r"\b(?:misi|tujuan|sasaran|program|indikator|bidang|seksi|kegiatan|bagian|upt\w*)\s+"
    r"(?:(?:strategis|stratejik|kinerja|utama)\s+)*"
    r"(?:ini|itu|tersebut|dimaksud|[ivx]+\b|ke-?\w+|pertama|kedua|ketiga|keempat|kelima"
    r"|\d+(?!\s*(?:\(|program|kegiatan|sub|indikator|sasaran)))"
    r"|\b(?:bidang|seksi|sub\s?bag\w*|kasi|kabid|eselon|upt\w*|kelurahan|desa|rencana\s+strategis|masing-masing|setiap"
    r"|tiap|tiap-tiap|rata-rata|prioritas|unggulan|tambahan|apbn|dekonsentrasi|dak|hibah|rpjm\w*|renstra|renja|rkpd|rpd"
    r"|spm|sdgs?|tpb|nasional|provinsi|pusat|sebelumnya|lalu|semula|awalnya|sebagian|beberapa|hanya|antara\s+lain"
    r"|di\s?antara\w*|salah\s+satu|baru|sebelum|setelah|pasca\w*|pergeseran|refocusing|direncanakan|diusulkan|triwulan"
    r"|semester|perubahan|minimal|maksimal|lebih\s+dari|kurang\s+dari|sekitar|hampir)\b",
    re.IGNORECASE,
)
"""Words that make a count one of a part, of another plan, or of another year."""
_LINGKUP_NAMA = re.compile(
    r"(?:[Pp]rogram|PROGRAM|[Kk]egiatan|KEGIATAN|[Ss]asaran|SASARAN|[Ii]ndikator|[Tt]ujuan|[Mm]isi|[Bb]idang|[Uu]rusan)"
    r"(?:\s+(?:[Ss]trategis|[Kk]inerja|[Uu]tama))*\s*[:“\"]?\s*"
    r"(?!Kerja\b|Kinerja\b|Utama\b|Strategis\b|Tahun\b|Dinas\b|Badan\b|Inspektorat\b|Kecamatan\b|Daerah\b|Kabupaten\b"
    r"|Kota\b|Perangkat\b|Anggaran\b|Dan\b|Kegiatan\b)[A-Z][a-z]+"
)
"""A program, kegiatan, sasaran or indicator that is named: the count is one of it."""
_TERBATAS_DEKAT = re.compile(r"\b(?:ditunjang|sebanyak|dukungan|didukung(?:\s+oleh|\s+dengan)?)\s*$", re.IGNORECASE)
_KANTOR = re.compile(
    r"\b(?:(?i:dinas|badan|biro|inspektorat|sekretariat|kecamatan|kantor|satpol|rsud|rumah\s+sakit|balai|opd|skpd"
    r"|perangkat\s+daerah|organisasi|instansi|pemerintah\s+(?:provinsi|kabupaten|kota)|perjanjian\s+kinerja)"
    r"|PK|Dis[a-z]{2,}|Bap[a-z]{3,}|DIS[A-Z]{3,})\b"
)
_DALAM = re.compile(r"\s*(?:dalam|pada)\s*", re.IGNORECASE)
_TERSEBAR = re.compile(
    r"\b(?:anggaran|belanja|apbd|dpa|pagu)\b[^,;]*\b(?:tersebar|terbagi|dibagi|dialokasikan|dituangkan|dijabarkan)\b[^,;]{0,15}$",
    re.IGNORECASE,
)
"""Before counts that are joined by `dalam`, these say that they are all of them."""
_UKUR_KINERJA = re.compile(
    r"\s*(?:pada\s+tahun\s+20\d\d\s*,?\s*|tahun\s+20\d\d\s*,?\s*)?(?:pengukuran|penilaian|keberhasilan)\s+(?:capaian\s+)?kinerja\s+"
    r"(?:tahun\s+(?:ini|20\d\d)\s+)?(?:bertumpu|bersandar|berpijak|bertopang|didasarkan|berdasar|berlandas\w*)\s+"
    r"(?:pada|atas|kepada)\s*(?:sebanyak\s*)?$",
    re.IGNORECASE,
)
_DIPERJANJIKAN = re.compile(
    r"\s*yang\s+(?:telah\s+|sudah\s+)?(?:disepakati|diperjanjikan|tercantum|tertuang|termuat|ditetapkan)\s+(?:di\s?)?dalam\s+"
    r"(?:dokumen\s+)?(?:perjanjian\s+kinerja|PK)\b(?:\s+(?:tahun\s+)?(?P<tahun>20\d\d))?\s*[.;]?\s*$",
    re.IGNORECASE,
)
_ADA = re.compile(r"\s*(?:(?:terdapat|ada|sebanyak|total|seluruhnya|secara\s+keseluruhan)[,\s]*)*$", re.IGNORECASE)
_TAHUN = re.compile(r"\b20\d\d\b")
_KURUNG = re.compile(r"\([^()]*\)")
_DEKAT = 60
_KLAUSA = 15
_EKOR = 20
_SEBAGIAN_EKOR = re.compile(
    r"\s*dengan\s+(?:capaian|kategori|katagori|predikat|kriteria|nilai|kinerja|hasil)\b", re.IGNORECASE
)
SEBAGIAN = "jumlah itu hanya sebagian (dibatasi oleh kata di sekitarnya)"
LANJUTAN = "lanjutan kalimatnya tidak dikenal"
_SIFAT = re.compile(r"\s*(?:strategis|stratejik|kinerja|utama|sasaran)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Hitungan:
    """A count of a sentence: where it stands, what it counts and how many.

    Attributes:
        akhir: behind the counted word.
        pokok: it counts a whole, not a part of another count.
        iku: it counts indikator kinerja utama.
    """

    rujukan: RujukanKlaim
    klaim: Klaim
    benda: str
    banyak: int
    mulai: int
    akhir: int
    pokok: bool
    iku: bool


def hitungan(nomor: int, kalimat: Kalimat) -> Iterator[Hitungan]:
    """The counts of parts of the report in a sentence, in order."""
    for posisi, klaim in enumerate(kalimat.klaim):
        teks, angka = klaim.teks, klaim.angka
        if teks.peran not in (Peran.CACAH, Peran.BAGIAN) or not teks.benda:
            continue
        if angka.kind is AngkaKind.NUMBER and angka.value is not None and not angka.decimals:
            yield Hitungan(
                rujukan=RujukanKlaim(kalimat=nomor, klaim=posisi),
                klaim=klaim,
                benda=SAMA.get(teks.benda, teks.benda),
                banyak=int(angka.value),
                mulai=teks.mulai,
                akhir=_akhir(kalimat.teks.text, teks.mulai, teks.benda),
                pokok=teks.peran is Peran.CACAH,
                iku=teks.benda in SAMA,
            )


def _akhir(text: str, mulai: int, benda: str) -> int:
    """End of the counted word (with its usual adjective) behind a number."""
    kata = r"[\s-]*".join(benda.split()) if benda not in SAMA else r"(?:iku|indikator\s+kinerja\s+utama)"
    match = re.compile(rf"[\d.]+\s*(?:\([a-z\s]+\)\s*)?{kata}\w*", re.IGNORECASE).match(text, mulai)
    akhir = match.end() if match else mulai
    while (sifat := _SIFAT.match(text, akhir)) is not None:
        akhir = sifat.end()
    return akhir


def kelompok(kalimat: Kalimat, semua: Sequence[Hitungan]) -> Iterator[list[Hitungan]]:
    """Counts that are listed side by side: `6 program, 19 kegiatan dan 42 sub kegiatan`."""
    satu: list[Hitungan] = []
    for item in semua:
        antara = _KURUNG.sub(" ", kalimat.teks.text[satu[-1].akhir : item.mulai]) if satu else ""
        baru = any(lain.benda == item.benda for lain in satu)
        if satu and (baru or not _SELA.fullmatch(antara)):
            yield satu
            satu = []
        satu.append(item)
    if satu:
        yield satu


def terbatas(laporan: Laporan, kalimat: Kalimat, satu: Sequence[Hitungan]) -> str | None:
    """Why counts may not be those of the whole office, its plan and its year: a part of them, or words unknown."""
    text, akhir = kalimat.teks.text, satu[-1].akhir
    if _tahun_lain(laporan, text[akhir : akhir + _EKOR]) or terbatas_depan(laporan, kalimat, satu):
        return SEBAGIAN
    if _UJUNG.match(text, akhir):
        return None
    ekor = re.split(r"[,;:]|\.\s", text[akhir : akhir + _DEKAT])[0]
    sebagian = _SEBAGIAN_EKOR.match(ekor) or _LINGKUP.search(ekor) or _LINGKUP_NAMA.search(ekor)
    return SEBAGIAN if sebagian else LANJUTAN


def terbatas_depan(laporan: Laporan, kalimat: Kalimat, satu: Sequence[Hitungan]) -> bool:
    """Whether words right before counts, or at the head of the sentence, do so."""
    text = kalimat.teks.text
    depan = _depan(laporan, text, satu[0])
    dekat = depan[: depan.rfind(",") + 1] if len(depan) - depan.rfind(",") > _KLAUSA else depan[:-_DEKAT]
    for bagian in (depan[:_DEKAT], depan[len(dekat) :]):
        if _LINGKUP.search(bagian) or _LINGKUP_NAMA.search(bagian) or _tahun_lain(laporan, bagian):
            return True
    dalam = any(_DALAM.fullmatch(text, a.akhir, b.mulai) for a, b in pairwise(satu))
    if dalam and not _TERSEBAR.search(depan):
        return True
    return len(satu) == 1 and _TERBATAS_DEKAT.search(depan) is not None


def dibatasi_jauh(laporan: Laporan, kalimat: Kalimat, item: Hitungan) -> bool:
    """Whether any word before a count, or a heading above it, may confine it."""
    janji = _DIPERJANJIKAN.match(kalimat.teks.text, item.akhir)
    tahun = (janji["tahun"] or "") if janji else ""
    depan = " ".join((*kalimat.teks.judul, _depan(laporan, kalimat.teks.text, item), tahun))
    return bool(_LINGKUP.search(depan) or _LINGKUP_NAMA.search(depan)) or _tahun_lain(laporan, depan)


def _depan(laporan: Laporan, text: str, item: Hitungan) -> str:
    """The part of the sentence before a count, without what stands in brackets and without the office's name."""
    awal = text.rfind(";", 0, item.mulai) + 1
    return _KURUNG.sub(" ", _tanpa_kantor(laporan, text[awal : item.mulai]))


def _tahun_lain(laporan: Laporan, text: str) -> bool:
    """Whether a year is said that is not the report's."""
    tahun = {int(item) for item in _TAHUN.findall(text)}
    return laporan.metadata.tahun is not None and bool(tahun - {laporan.metadata.tahun})


def _tanpa_kantor(laporan: Laporan, text: str) -> str:
    """The text without the name of the office, whose words limit nothing."""
    nama = " ".join((laporan.metadata.instansi or "").split())
    return re.sub(re.escape(nama), "Dinas", text, flags=re.IGNORECASE) if nama else text


def tentang_kantor(kalimat: Kalimat, item: Hitungan) -> bool:
    """Whether the sentence names the office or its agreement before a count, or no more than that it is the whole."""
    text = kalimat.teks.text
    awal = text.rfind(";", 0, item.mulai) + 1
    return _KANTOR.search(text, awal, item.mulai) is not None or _seluruh(kalimat, item)


def _seluruh(kalimat: Kalimat, item: Hitungan) -> bool:
    """`Terdapat 8 … yang disepakati dalam Perjanjian Kinerja`, `Pengukuran kinerja bertumpu pada 8 …`, of no part."""
    teks = kalimat.teks
    konteks = " ".join((teks.sebelum, teks.butir or "", *teks.judul))
    if _LINGKUP.search(konteks) or _LINGKUP_NAMA.search(konteks):
        return False
    depan, belakang = teks.text[: item.mulai], teks.text[item.akhir :]
    if _UKUR_KINERJA.fullmatch(depan):
        return not _LINGKUP.search(belakang)
    return _ADA.fullmatch(depan) is not None and _DIPERJANJIKAN.match(belakang) is not None
