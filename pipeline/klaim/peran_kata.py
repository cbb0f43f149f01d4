"""Roles that the words around the numbers of a sentence give together, where no cue names them one by one."""

from __future__ import annotations

import re
from dataclasses import replace

from schemas.narasi import Acuan, ArahKata, Kalimat, KlaimTeks, Peran

_NAIK = r"kenaikan|peningkatan|pertambahan|penambahan|tambahan"
_TURUN = r"penurunan|pengurangan|penyusutan"
_BEDA = r"perubahan|selisih|perbedaan|pergeseran"
_UBAH = re.compile(rf"\b(?:(?P<naik>{_NAIK})|(?P<turun>{_TURUN})|(?:{_BEDA}))\b[^.;]{{0,110}}$")
_SEBESAR = re.compile(r"\b(?:sebesar|sebanyak|sejumlah|sebesarnya)\s*$")
_TAHUN = r"(?:pada\s+|di\s+)?(?:tahun\s+|thn?\.?\s+)?(?:19|20)\d\d"
_ASAL = re.compile(
    r"[\s,]*(?:(?:yaitu|yakni|dalam\s+(?:setahun|satu\s+tahun)(?:\s+terakhir)?|selama\s+setahun)[\s,]*)*"
    rf"dari(?:pada)?(?:\s+(?:semula|sebelumnya|sebesar|sebanyak|nilai|angka|realisasi|capaian|jumlah|kondisi|"
    rf"awal|tahun\s+"
    rf"(?:sebelumnya|lalu)|{_TAHUN}|\())*\s*"
)
_KE = re.compile(
    rf"(?:[^.;\w]|\b{_TAHUN}\b|\bpada\b|\btahun\s+(?:sebelumnya|lalu)\b)*"
    rf"(?:\bmenjadi|\bke|\bhingga|\bsampai)\b(?:\s+(?:mencapai|sebesar|sebanyak|hanya|{_TAHUN}|\())*\s*"
)
_DARI_TAHUN = re.compile(rf"\b(?:dari|antara)\s+{_TAHUN}\s*(?:\(|sebesar|sebanyak|yaitu|:)?\s*$")
_KE_TAHUN = re.compile(
    rf"[\s)%]*(?:ke|menjadi|hingga|sampai|dan|dengan)\s+{_TAHUN}\s*(?:\(|sebesar|sebanyak|yaitu|:)?\s*"
)
_IALAH = re.compile(r"[\s),%]*(?:(?:ialah|adalah|yaitu|yakni|sebesar|sebanyak|mencapai|tercatat|berjumlah|:|=)\s*)+")
_KURUNG_TAHUN = re.compile(r"\s*\(\s*(?:tahun\s+)?(?:19|20)\d\d\s*\)")
_SERAPAN = re.compile(r"\bmerealisasikan(?:nya)?(?:\s+(?:sebesar|senilai|sejumlah))?\s*$")
_LEBIH_KURANG = re.compile(
    r"\b(?:(?P<naik>lebih(?:\s+(?:tinggi|besar|banyak))?)|(?P<turun>kurang|lebih\s+(?:rendah|kecil|sedikit)))"
    r"(?:\s+sebesar)?\s*$"
)
_KE_TARGET = re.compile(r"\s*(?:poin\s+)?(?:dari(?:pada)?|terhadap|dibanding(?:kan)?)\s+(?:dengan\s+)?target")
_SISA = re.compile(
    r"\b(?:tersisa|bersisa|menyisakan|sisa(?:nya)?)(?:\s+(?:anggaran|dana|pagu))?(?:\s+(?:sebesar|sejumlah|"
    r"senilai|yaitu))?\s*$"
)
_BENDA = r"jarak|gap|beda|kesenjangan|kekurangan|kelebihan"
_TUTUR = r"(?:\s+(?:sebesar|sebanyak|sejumlah|seluas|ialah|adalah|yaitu|yakni|mencapai|tercatat|sekira|:))*"
_UBAH_DEKAT = re.compile(
    rf"\b(?:(?P<naik>{_NAIK}|tumbuh|terangkat|membesar|melonjak)|"
    rf"(?P<turun>{_TURUN}|terkoreksi|terkikis|mengecil|merosot|anjlok)|(?:{_BEDA}|{_BENDA}|terpaut|"
    rf"bergeser))(?:nya)?{_TUTUR}\s*$"
)
_UBAH_PEMBUKA = re.compile(
    rf"^\W*(?:adapun\s+)?(?:(?P<naik>{_NAIK})|(?P<turun>{_TURUN})|(?:{_BEDA}|{_BENDA}))(?:nya)?\b"
)
_TUTUR_AKHIR = re.compile(r"\b(?:sebesar|sebanyak|ialah|adalah|yaitu|yakni)\s*$")
_BERTAHUN = re.compile(
    r"[,:(]\s*(?:(?:yaitu|yakni)\s+)?(?:pada\s+)?(?:tahun\s+)?(?:19|20)\d\d\s*(?:yang\s+)?"
    r"(?:sebesar|sebanyak|sejumlah|berjumlah|tercatat|mencapai|:)\s*$"
)
_GAP_TARGET = re.compile(rf"\b(?:{_BENDA}|selisih|perbedaan|terpaut|defisit)(?:nya)?\b")
_POIN_CETAK = re.compile(r"\bpoint?\b")
_UANG = re.compile(r"rp|%|persen", re.IGNORECASE)
_TIGA = 3
_BUKAN_NAMA = frozenset({Peran.LAIN, Peran.NILAI, Peran.VOLUME})
_TINGKAT = frozenset({*_BUKAN_NAMA, Peran.REALISASI, Peran.CAPAIAN, Peran.BAGIAN})


def teks_berperan(kalimat: Kalimat) -> tuple[KlaimTeks, ...]:
    """The printed claims of a sentence, a change, level or spent amount that its words show given that role."""
    teks = [_sendiri(kalimat, nomor, klaim.teks) for nomor, klaim in enumerate(kalimat.klaim)]
    for nomor, satu in enumerate(teks):
        kata = _ubah_di_depan(kalimat, teks, nomor) or _ubah_di_belakang(kalimat, teks, nomor)
        if kata is not None:
            teks[nomor] = _selisih(satu, kata, Acuan.TAHUN)
    return tuple(_bertiga(kalimat, teks))


def _bertiga(kalimat: Kalimat, teks: list[KlaimTeks]) -> list[KlaimTeks]:
    """The roles of three numbers, one of which is a change by its noun or by its unit of points."""
    if len(teks) != _TIGA:
        return teks
    ubah = [nomor for nomor, satu in enumerate(teks) if satu.peran is Peran.SELISIH]
    target = [satu for satu in teks if satu.peran is Peran.TARGET]
    if not ubah:
        ditemukan = [(nomor, kata) for nomor in range(_TIGA) if (kata := _ubah_sendiri(kalimat, teks, nomor))]
        if len(ditemukan) != 1:
            return teks
        nomor, kata = ditemukan[0]
        teks = [*teks[:nomor], _selisih(teks[nomor], kata, Acuan.TAHUN), *teks[nomor + 1 :]]
        ubah = [nomor]
    if len(ubah) == 1 == len(target) and _GAP_TARGET.search(kalimat.teks.text.lower()):
        teks = [replace(satu, acuan=Acuan.TARGET) if satu.peran is Peran.SELISIH else satu for satu in teks]
    return teks


def _ubah_sendiri(kalimat: Kalimat, teks: list[KlaimTeks], nomor: int) -> re.Match[str] | None:
    """The word that makes a number a change: directly before it, or the noun that opens the sentence and ends in it."""
    lain = [satu for posisi, satu in enumerate(teks) if posisi != nomor]
    if teks[nomor].peran not in _TINGKAT or any(satu.peran not in _TINGKAT | {Peran.TARGET} for satu in lain):
        return None
    depan, cetak = _sebelum(kalimat, nomor), teks[nomor].angka.lower()
    dekat = _UBAH_DEKAT.search(depan)
    if dekat is not None:
        tumbuh = "tumbuh" in dekat.group() and any("%" in satu.angka or "persen" in satu.angka.lower() for satu in teks)
        return None if tumbuh else dekat
    pembuka = _UBAH_PEMBUKA.search(kalimat.teks.text[: teks[0].mulai].lower())
    if pembuka is None or not _TUTUR_AKHIR.search(depan):
        return None
    poin = bool(_POIN_CETAK.search(cetak)) and not any(_POIN_CETAK.search(satu.angka.lower()) for satu in lain)
    return pembuka if poin or nomor == _TIGA - 1 else None


def _sendiri(kalimat: Kalimat, nomor: int, teks: KlaimTeks) -> KlaimTeks:
    """A claim with the role that the words directly around it give."""
    if teks.peran is Peran.SELISIH and _tingkat_bertahun(kalimat, nomor):
        return replace(teks, peran=Peran.NILAI, arah=None, acuan=None)
    if teks.peran is Peran.LAIN and "rp" in teks.angka.lower() and _SERAPAN.search(_sebelum(kalimat, nomor)):
        return replace(teks, peran=Peran.REALISASI_ANGGARAN)
    if teks.peran in (Peran.LAIN, Peran.PERSEN) and _SISA.search(_sebelum(kalimat, nomor)) and _UANG.search(teks.angka):
        return replace(teks, peran=Peran.SISA)
    if teks.peran is Peran.LAIN and teks.tahun and _KURUNG_TAHUN.match(_sesudah(kalimat, nomor)):
        return replace(teks, peran=Peran.NILAI)
    kata = _poin(kalimat, nomor) if teks.peran is not Peran.SELISIH else None
    if kata is None:
        return teks
    return _selisih(teks, kata, Acuan.TARGET if _KE_TARGET.match(_sesudah(kalimat, nomor)) else Acuan.TAHUN)


def _tingkat_bertahun(kalimat: Kalimat, nomor: int) -> bool:
    """"anjlok, tahun Y1 sebesar a dan tahun Y2 sebesar b": a number with its year, before one of another year."""
    lanjut = kalimat.klaim[nomor + 1].teks if nomor + 1 < len(kalimat.klaim) else None
    sendiri = kalimat.klaim[nomor].teks
    if lanjut is None or lanjut.tahun is None or sendiri.tahun in (None, lanjut.tahun) or lanjut.peran not in _TINGKAT:
        return False
    return bool(_BERTAHUN.search(_sebelum(kalimat, nomor))) and not _POIN_CETAK.search(sendiri.angka.lower())


def _selisih(teks: KlaimTeks, kata: re.Match[str], acuan: Acuan) -> KlaimTeks:
    arah = ArahKata.NAIK if kata["naik"] else ArahKata.TURUN if kata["turun"] else None
    return replace(teks, peran=Peran.SELISIH, tegas=False, arah=arah, acuan=acuan, tahun=None)


def _ubah_di_depan(kalimat: Kalimat, teks: list[KlaimTeks], nomor: int) -> re.Match[str] | None:
    """"tambahan … sebanyak d, dari a menjadi b"."""
    if teks[nomor].peran not in _BUKAN_NAMA or nomor + 2 >= len(teks):
        return None
    depan = _sebelum(kalimat, nomor)
    if not _SEBESAR.search(depan) or any(item.peran not in _TINGKAT for item in teks[nomor + 1 : nomor + 3]):
        return None
    berpasangan = _ASAL.fullmatch(_sebelum(kalimat, nomor + 1)) and _KE.fullmatch(_sebelum(kalimat, nomor + 2))
    return _UBAH.search(depan) if berpasangan else None


def _ubah_di_belakang(kalimat: Kalimat, teks: list[KlaimTeks], nomor: int) -> re.Match[str] | None:
    """"Perubahan … dari tahun Y1 (a) ke tahun Y2 (b) ialah d"."""
    if nomor < 2 or any(item.peran not in _TINGKAT for item in teks[nomor - 2 : nomor + 1]):
        return None
    depan = _sebelum(kalimat, nomor - 2)
    asal = _DARI_TAHUN.search(depan)
    berpasangan = _KE_TAHUN.fullmatch(_sebelum(kalimat, nomor - 1)) and _IALAH.fullmatch(_sebelum(kalimat, nomor))
    return _UBAH.search(depan[: asal.start()]) if asal and berpasangan else None


def _poin(kalimat: Kalimat, nomor: int) -> re.Match[str] | None:
    """"kurang d poin", "lebih tinggi d persen poin"."""
    tercetak = kalimat.klaim[nomor].teks.angka.lower() + _sesudah(kalimat, nomor)[:6]
    return _LEBIH_KURANG.search(_sebelum(kalimat, nomor)) if re.search(r"\bpoint?\b", tercetak) else None


def _sebelum(kalimat: Kalimat, nomor: int) -> str:
    """Lower-case text before a number, back to the number before it."""
    awal = kalimat.klaim[nomor - 1].teks.akhir if nomor else 0
    return kalimat.teks.text[awal : kalimat.klaim[nomor].teks.mulai].lower()


def _sesudah(kalimat: Kalimat, nomor: int) -> str:
    """Lower-case text behind a number."""
    return kalimat.teks.text[kalimat.klaim[nomor].teks.akhir :].lower()
