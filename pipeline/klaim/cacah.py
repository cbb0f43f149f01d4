"""Judges counts that sentences state: against the outline of the tables, and a whole against its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.klaim.susunan import Susunan, susunan
from pipeline.sebutan import where
from schemas.angka import AngkaKind
from schemas.kinerja import Laporan
from schemas.narasi import Kalimat, Klaim, Peran, Perihal, Putusan, RujukanFakta, RujukanKlaim, Uji

_TERBATAS = "jumlah itu dibatasi oleh kata di sekitarnya"
_TANPA_TABEL = "tidak ada tabel dengan susunan yang jelas untuk menghitungnya"
_TANPA_SAKSI = "tidak ada jumlah lain dalam kalimat yang cocok dengan tabel itu"
_TAK_SEPAKAT = "tabel-tabel yang memuatnya tidak sepakat"
_TAK_TERBAGI = "bagiannya tidak disebut semua"

_SELA = re.compile(r"[\s,&/;]*(?:dan|serta|dengan|yang\s+terdiri\s+(?:dari|atas)|meliputi)?[\s,]*", re.IGNORECASE)
_UJUNG = re.compile(
    r"\s*(?:[.,;:)(]|$|dan\b|serta\b|dengan\b(?!\s+(?:capaian|kategori|katagori|predikat|kriteria|nilai|kinerja|hasil))"
    r"|pada\s+tahun|tahun\b|sebagaimana|seperti|yaitu|yakni|sebagai\s+berikut)",
    re.IGNORECASE,
)
_BATAS_DEPAN = re.compile(
    r"\b(?:misi|tujuan|sasaran|program|indikator|bidang|seksi|subbag\w*|kegiatan|bagian|upt\w*)\s+(?:ini|tersebut|[ivx]+|\d+)\b"
    r"|\b(?:didukung|melalui|ditunjang|sebanyak|hanya|masing-masing|setiap|tiap|prioritas|unggulan|tambahan|baru)\s*$",
    re.IGNORECASE,
)
_SIFAT = re.compile(r"\s*(?:strategis|stratejik|kinerja|utama|sasaran)\b", re.IGNORECASE)
_DARI = re.compile(r"\bdari\s+(?:ke\s*-?\s*|sejumlah\s+|total\s+|jumlah\s+)?$", re.IGNORECASE)
_KELAS = re.compile(
    r"\b(?:tercapai|mencapai|memenuhi|melampaui|melebihi|baik|berhasil|tinggi|sedang|rendah|cukup|kurang|kategori|katagori|predikat"
    r"|kriteria|di\s?atas|di\s?bawah)\b",
    re.IGNORECASE,
)
_PEMBAGI = re.compile(r"\s*\(\s*(?:meliputi|terdiri\s+(?:dari|atas)|yaitu|yakni)\b", re.IGNORECASE)
_TUMPANG = re.compile(r"\b(?:bahkan|di\s?antaranya|termasuk|juga|baik\s+\w+\s+maupun)\b", re.IGNORECASE)
_SISA = re.compile(r"\b(?:sisanya|selebihnya)\b", re.IGNORECASE)
_SAMA = {"iku": "indikator"}
"""Things that are counted with others, though a table of the others may hold more of them."""
_DUA = 2


@dataclass(frozen=True, slots=True)
class _Hitungan:
    """A count of a sentence: where it stands, what it counts and how many.

    Attributes:
        akhir: behind the counted word.
        pokok: it counts a whole, not a part of another count.
        umum: tables count just that thing.
    """

    rujukan: RujukanKlaim
    klaim: Klaim
    benda: str
    banyak: int
    mulai: int
    akhir: int
    pokok: bool
    umum: bool


def judge(laporan: Laporan) -> Iterator[Uji]:
    """One judgement for every count of indicators, sasaran, programs and kegiatan."""
    dikenal: tuple[Susunan, ...] | None = None
    for nomor, kalimat in enumerate(laporan.kalimat):
        hitungan = list(_hitungan(nomor, kalimat))
        if not hitungan:
            continue
        dikenal = susunan(laporan) if dikenal is None else dikenal
        terbagi = list(_bagian(kalimat, hitungan))
        yield from terbagi
        dipakai = {rujukan.klaim for uji in terbagi for rujukan in uji.klaim[1:]}
        sisa = [item for item in hitungan if item.pokok and item.rujukan.klaim not in dipakai]
        for kelompok in _kelompok(kalimat, sisa):
            for item in kelompok:
                yield _uji(laporan, kalimat, item, kelompok, dikenal)


def _hitungan(nomor: int, kalimat: Kalimat) -> Iterator[_Hitungan]:
    for posisi, klaim in enumerate(kalimat.klaim):
        teks, angka = klaim.teks, klaim.angka
        if teks.peran not in (Peran.CACAH, Peran.BAGIAN) or not teks.benda:
            continue
        if angka.kind is AngkaKind.NUMBER and angka.value is not None and not angka.decimals:
            yield _Hitungan(
                rujukan=RujukanKlaim(kalimat=nomor, klaim=posisi),
                klaim=klaim,
                benda=_SAMA.get(teks.benda, teks.benda),
                banyak=int(angka.value),
                mulai=teks.mulai,
                akhir=_akhir(kalimat.teks.text, teks.mulai, teks.benda),
                pokok=teks.peran is Peran.CACAH,
                umum=teks.benda not in _SAMA,
            )


def _akhir(text: str, mulai: int, benda: str) -> int:
    """End of the counted word (with its usual adjective) behind a number."""
    kata = r"[\s-]*".join(benda.split()) if benda not in _SAMA else r"(?:iku|indikator\s+kinerja\s+utama)"
    match = re.compile(rf"[\d.]+\s*(?:\([a-z\s]+\)\s*)?{kata}\w*", re.IGNORECASE).match(text, mulai)
    akhir = match.end() if match else mulai
    while (sifat := _SIFAT.match(text, akhir)) is not None:
        akhir = sifat.end()
    return akhir


def _kelompok(kalimat: Kalimat, hitungan: Sequence[_Hitungan]) -> Iterator[list[_Hitungan]]:
    """Counts that are listed side by side: `6 program, 19 kegiatan dan 42 sub kegiatan`."""
    kelompok: list[_Hitungan] = []
    for item in hitungan:
        antara = kalimat.teks.text[kelompok[-1].akhir : item.mulai] if kelompok else ""
        baru = any(lain.benda == item.benda for lain in kelompok)
        if kelompok and (baru or not _SELA.fullmatch(antara)):
            yield kelompok
            kelompok = []
        kelompok.append(item)
    if kelompok:
        yield kelompok


def _uji(
    laporan: Laporan, kalimat: Kalimat, item: _Hitungan, kelompok: Sequence[_Hitungan], dikenal: Sequence[Susunan]
) -> Uji:
    ada = [satu for satu in dikenal if item.benda in satu.banyak]
    sama = [satu for satu in ada if satu.banyak[item.benda] == item.banyak]
    alasan = _alasan(kalimat, kelompok, ada)
    if alasan is None and sama and item.banyak > 1:
        return _hasil(item, Putusan.COCOK, fakta=(_tempat(sama[0]),))
    saksi = [satu for satu in ada if any(_sepakat(lain, satu) for lain in kelompok if lain is not item)]
    if alasan is None and not saksi:
        alasan = _TANPA_SAKSI
    if alasan is None and len({satu.banyak[item.benda] for satu in ada}) > 1:
        alasan = _TAK_SEPAKAT
    if alasan is not None:
        return _hasil(item, Putusan.TAK_DIUJI, alasan=alasan)
    tabel = laporan.tabel[saksi[0].tabel]
    return _hasil(
        item,
        Putusan.SALAH,
        fakta=(_tempat(saksi[0]),),
        pesan=(
            f"Kalimat menyebut {item.banyak} {item.benda}, sedangkan {where(tabel)} memuat "
            f"{saksi[0].banyak[item.benda]}; jumlah lain dalam kalimat itu cocok dengan tabel tersebut."
        ),
    )


def _alasan(kalimat: Kalimat, kelompok: Sequence[_Hitungan], ada: Sequence[Susunan]) -> str | None:
    text = kalimat.teks.text
    if not all(item.umum for item in kelompok):
        return _TERBATAS
    if _BATAS_DEPAN.search(text, 0, kelompok[0].mulai) or not _UJUNG.match(text, kelompok[-1].akhir):
        return _TERBATAS
    return None if ada else _TANPA_TABEL


def _sepakat(lain: _Hitungan, satu: Susunan) -> bool:
    return lain.banyak > 1 and satu.banyak.get(lain.benda) == lain.banyak


def _tempat(satu: Susunan) -> RujukanFakta:
    return RujukanFakta(tabel=satu.tabel, baris=0)


def _hasil(
    item: _Hitungan,
    putusan: Putusan,
    *,
    fakta: tuple[RujukanFakta, ...] = (),
    alasan: str | None = None,
    pesan: str = "",
) -> Uji:
    return Uji(
        perihal=Perihal.CACAH,
        putusan=putusan,
        klaim=(item.rujukan,),
        fakta=fakta,
        subjek=f"{item.banyak} {item.benda}",
        pesan=pesan,
        aturan="cacah baris tabel",
        alasan=alasan,
    )


def _bagian(kalimat: Kalimat, hitungan: Sequence[_Hitungan]) -> Iterator[Uji]:
    """A whole and its parts of the same kind: `dari 12 indikator, 7 … dan 5 …`, `6 program (meliputi 5 … dan 1 …)`."""
    text = kalimat.teks.text
    for urut, pokok in enumerate(hitungan):
        bagian = [item for item in hitungan[urut + 1 :] if item.benda == pokok.benda and not item.pokok]
        if not pokok.pokok:
            continue
        dalam = [item for item in bagian if _satu_kurung(text, pokok, item)]
        if len(dalam) >= _DUA:
            yield _jumlah(pokok, dalam, mengikat=True)
            continue
        if len(bagian) >= _DUA and _DARI.search(text, 0, pokok.mulai) and _per_kelas(text, bagian):
            yield _jumlah(pokok, bagian, mengikat=bool(_SISA.search(text, pokok.akhir)))
            return


def _satu_kurung(text: str, pokok: _Hitungan, item: _Hitungan) -> bool:
    """Whether a count stands in the bracket that divides the whole directly before it."""
    pembagi = _PEMBAGI.match(text, pokok.akhir)
    return pembagi is not None and ")" not in text[pembagi.end() : item.mulai]


def _per_kelas(text: str, bagian: Sequence[_Hitungan]) -> bool:
    """Whether every part is told apart by a class or verdict of its own, and no part is said to lie in another."""
    batas = [*(item.mulai for item in bagian[1:]), len(text)]
    potong = [text[item.akhir : akhir] for item, akhir in zip(bagian, batas, strict=True)]
    if any(_TUMPANG.search(satu) or not _KELAS.search(satu) for satu in potong):
        return False
    return len({" ".join(re.findall(r"[a-z]+", satu.lower())) for satu in potong}) == len(potong)


def _jumlah(pokok: _Hitungan, bagian: Sequence[_Hitungan], *, mengikat: bool) -> Uji:
    """Parts that are more than the whole, or (where they are all of it) fewer."""
    jumlah = sum(item.banyak for item in bagian)
    rujukan = (pokok.rujukan, *(item.rujukan for item in bagian))
    subjek = f"{pokok.banyak} {pokok.benda}"
    if jumlah == pokok.banyak:
        return Uji(perihal=Perihal.CACAH, putusan=Putusan.COCOK, klaim=rujukan, subjek=subjek, aturan="jumlah bagian")
    if jumlah < pokok.banyak and not mengikat:
        return Uji(perihal=Perihal.CACAH, putusan=Putusan.TAK_DIUJI, klaim=rujukan, subjek=subjek, alasan=_TAK_TERBAGI)
    rincian = " + ".join(str(item.banyak) for item in bagian)
    return Uji(
        perihal=Perihal.CACAH,
        putusan=Putusan.SALAH,
        klaim=rujukan,
        subjek=subjek,
        pesan=f"Kalimat membagi {pokok.banyak} {pokok.benda} menjadi {rincian} = {jumlah}.",
        aturan="jumlah bagian",
    )
