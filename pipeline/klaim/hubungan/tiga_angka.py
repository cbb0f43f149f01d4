"""Three figures that leave one reading: two levels and the change between them, in whatever words and order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.klaim.hubungan.operan import Operan, antara, kelas, sebelum, sesudah
from pipeline.klaim.hubungan.urutan_waktu import LALU, tahun_sebelumnya, urutan
from schemas.narasi import Acuan, Kalimat, Peran

_TINGKAT = frozenset({Peran.NILAI, Peran.REALISASI, Peran.LAIN, Peran.BAGIAN, Peran.CAPAIAN, Peran.VOLUME})
_HASIL = frozenset({Peran.NILAI, Peran.REALISASI, Peran.LAIN})
_LUAR = frozenset({Peran.CACAH, Peran.FISIK, Peran.ANGGARAN, Peran.REALISASI_ANGGARAN, Peran.SISA})
_TAHUN = re.compile(r"(?<![\d.,/])(?:19|20)\d\d(?![\d.,]*\d|/)")
_LAMA = re.compile(rf"\b(?:semula(?:nya)?|sebelum(?:nya)?|awalnya|tadinya|dahulu|dulu(?:nya)?|{LALU})\b")
_BARU = re.compile(
    r"\b(?:kini|sekarang|saat\s+ini|menjadi|tahun\s+ini|tahun\s+(?:pelaporan|berjalan)|terakhir|akhirnya|"
    r"sesudahnya)\b"
)
_RAGU = re.compile(
    r"\b(?:jika|apabila|bila|seandainya|andai|andaikan|kalau|rata\s?-\s?rata|rerata|kumulatif|akumulasi\w*|"
    r"masing\s?-\s?masing|berturut\s?-\s?turut|(?:se)?tiap|per\s?tahun|pertahun|laki\s?-\s?laki|perempuan|pria|"
    r"wanita|triwulan|semester|tw|"
    r"januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember|bulan|sedangkan|"
    r"sementara|adapun|"
    r"sebaliknya|proyeksi|diproyeksikan|prediksi|diprediksi|diperkirakan|perkiraan|rencana|direncanakan|ditargetkan|"
    r"diharapkan|di\s?antaranya|termasuk|antara\s+lain|peringkat|ranking|urutan|minus|negatif|defisit|tidak|"
    r"bukan|tanpa|"
    r"kontribusi|andil|revisi|direvisi|koreksi|perhitungan|metode|terhitung|terendah|tertinggi|total|seluruh\w*|"
    r"pernah|sempat|sejak|selama|dalam\s+kurun|target)\b|/\s?tahun"
)
_RUJUKAN_LAIN = re.compile(
    r"\b(?:dari(?:pada)?|terhadap|dibanding\w*|di\s?atas|di\s?bawah|dengan|melampaui|melebihi)\s+(?:\w+\s+){0,2}"
    r"(?:nasional|indonesia|provinsi|propinsi|kab(?:upaten)?|kota|kecamatan|standar|baku|ambang|batas|rpjmn?d?|"
    r"renstra)\b"
)
_KEPALA = re.compile(
    r"\b(?:jumlah|persentase|prosentase|indeks|angka|nilai|skor|cakupan|tingkat|rasio|luas|produksi|laju|kasus)\s+"
    r"(?!tahun|sebesar|sebelumnya|semula|pada|yang|ini|itu|tersebut|menjadi|kini|adalah)([a-z]{4,})"
)
_GAP = re.compile(
    r"\b(?:kekurangan|jarak|gap|kesenjangan|selisih|beda|perbedaan|terpaut|kurang|defisit|kelebihan)(?:nya)?\b"
)
_ACUAN_LAIN = re.compile(
    r"\s*(?:(?:poin|point|persen\w*)\s*)*,?\s*(?:(?:jika|bila|apabila|lebih\s+\w+)\s+)?"
    r"(?:dari(?:pada)?|terhadap|(?:di)?banding(?:kan)?|di\s?atas|di\s?bawah)\s+(?:(?:dengan|angka|nilai|capaian|"
    r"realisasi)\s+)*"
    r"(?:rata\b|rerata|nasional|indonesia|provinsi|propinsi|seluruh|total|jumlah|keseluruhan|standar|predikat|"
    r"(?:kondisi\s+)?tahun\s+(?P<tahun>(?:19|20)\d\d)(?![\d.,]*\d))"
)
_SEBAGIAN = re.compile(r"[\s,(]*(?:di\s?antaranya|termasuk)\b")
_EKOR = re.compile(
    r"(?:/\w+)?\s*(?:(?:poin|point|persen\w*)\b\s*)*(?:[.,;:()–-]|$|(?:pada|untuk|di|terjadi|dari|daripada|"
    r"merupakan|berasal|"
    r"ini|itu|tersebut|dalam|ke|antara|sebab|karena|mengingat|masih|atau|dibanding\w*|banding\w*|terhadap|"
    r"menjadi|semula|kini|saja|"
    r"lagi|sehingga|berkat|adalah|ialah|tercatat|dialami)\b(?!\s*antaranya))"
)
_SEBAB = re.compile(
    r"\b(?:membuat|mengangkat|mem(?:pe)?ngaruhi|sejalan|seiring|mendorong|menyebabkan|berdampak|mengakibatkan|"
    r"menjadikan|"
    r"menaikkan|menurunkan|meningkatkan|mengurangi|menambah|agar|supaya|oleh|hasil\s+bps)\b"
)
_KURANG_SISA = re.compile(r"\b(?:kekurangan|kelebihan|sisa|kekosongan)(?:nya)?\b")
_UBAH = re.compile(
    r"(?:(?:ke|pe|per|ter)?(?:me)?n?(?:naik|ningkat|turun|tambah|kurang|susut|tumbuh|ubah|geser|beda)(?:an)?|"
    r"tambahan|selisih|"
    r"jarak|gap|beda|naik|turun|me\w*ningkat|menurun|ber(?:tambah|kurang|ubah|geser)|merosot|anjlok|melonjak|"
    r"menyusut|"
    r"mengecil|membesar|terkikis|terangkat|terkoreksi|terpaut|pe\w*tan|penurunan|kenaikan|pertumbuhan|perubahan|"
    r"pergeseran|perbedaan)(?:nya)?"
)
_KATA = re.compile(r"[^\W\d_]{3,}")
_RINGAN = frozenset(
    re.findall(
        r"\w+",
        "jadi ada adalah ialah yaitu yakni begitulah begitu sehingga maka artinya berarti dengan atau dan ini itu "
        "tersebut sebesar sebanyak sejumlah seluas terjadi mengalami terdapat hal demikian tahun pada dari yang "
        "indikator angka nilai realisasi capaian cukup hanya sekitar dibanding dibandingkan telah sudah tercatat "
        "poin persen persentase hasil dicatat sebelumnya lalu kita nampak tampak terlihat kondisi menunjukkan "
        "secara kapita per point",
    )
)
_POIN = re.compile(r"\bpoint?\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ujung:
    """The two levels of a change; `terurut`: the earlier one is known."""

    awal: Operan
    akhir: Operan
    terurut: bool


def dua_tingkat(kalimat: Kalimat, operan: Sequence[Operan | None], awal: int, akhir: int) -> Ujung | None:
    """The only two levels of a sentence, where its only change stands at [awal, akhir]."""
    selisih = operan[awal]
    tingkat = _tingkat(operan, awal, akhir)
    if selisih is None or tingkat is None or _menyebut_lain(kalimat, selisih):
        return None
    if not _setara(kalimat, *tingkat, selisih):
        return None
    a, b = sorted(tingkat, key=lambda item: item.posisi)
    ujung = operan[akhir] or selisih
    if _benda_lain(kalimat, a, b) or not _milik_sendiri(kalimat, selisih, ujung) or _kebetulan(selisih, a, b):
        return None
    return _menurut_tahun(kalimat, a, b) or _menurut_kata(kalimat, a, b)


def acuan_lain(kalimat: Kalimat, selisih: Operan, angka: Sequence[Operan]) -> bool:
    """Whether the words behind a change measure it from something else than a level of the sentence."""
    ekor = sesudah(kalimat, selisih)
    lain = _ACUAN_LAIN.match(ekor)
    if _SEBAGIAN.match(ekor):
        return True
    if lain is None:
        return False
    return lain["tahun"] is None or int(lain["tahun"]) not in {item.teks.tahun for item in angka}


def _milik_sendiri(kalimat: Kalimat, selisih: Operan, ujung: Operan) -> bool:
    """Whether the words before and behind a change name nothing of its own."""
    if not _EKOR.match(sesudah(kalimat, ujung)):
        return False
    depan = sebelum(kalimat, selisih)
    if not selisih.posisi:
        return not _KURANG_SISA.search(depan) and not _SEBAB.search(kalimat.teks.text[selisih.teks.akhir :].lower())
    dikenal = set(_KATA.findall(kalimat.teks.text[: selisih.teks.mulai - len(depan)].lower())) | _RINGAN
    kata = [item for item in _KATA.findall(depan) if not _UBAH.fullmatch(item)]
    return all(item in dikenal for item in kata) and not _KURANG_SISA.search(depan)


def _kebetulan(selisih: Operan, a: Operan, b: Operan) -> bool:
    """Whether a count is the sum of two others or one of them: things added year by year, and not a level."""
    if selisih.angka.decimals or a.angka.decimals or selisih.angka.percent:
        return False
    return abs(selisih.nilai) in (a.nilai + b.nilai, a.nilai, b.nilai)


def dua_saja(kalimat: Kalimat, operan: Sequence[Operan | None]) -> Ujung | None:
    """The two levels of a sentence that has no other numbers, with their order."""
    if len(operan) != 2 or operan[0] is None or operan[1] is None:
        return None
    a, b = operan[0], operan[1]
    if not {a.teks.peran, b.teks.peran} <= _TINGKAT or not _setara(kalimat, a, b, a) or _benda_lain(kalimat, a, b):
        return None
    return None if _menyebut_lain(kalimat, a) else _menurut_tahun(kalimat, a, b) or _menurut_kata(kalimat, a, b)


def target_dan_hasil(kalimat: Kalimat, operan: Sequence[Operan | None], awal: int, akhir: int) -> Ujung | None:
    """The only target and the only level of a sentence that names a gap between them."""
    lain = [item for posisi, item in enumerate(operan) if not awal <= posisi <= akhir]
    ada = [item for item in lain if item is not None]
    selisih = operan[awal]
    if selisih is None or len(lain) != 2 or len(ada) != 2 or {item.teks.wilayah for item in ada} != {None}:
        return None
    target = [item for item in ada if item.teks.peran is Peran.TARGET]
    hasil = [item for item in ada if item.teks.peran in _HASIL]
    polos = kalimat.teks.text.lower().replace("target", "")
    if len(target) != 1 or len(hasil) != 1 or not _GAP.search(polos) or _RAGU.search(polos) or _LAMA.search(polos):
        return None
    beda_tahun = len({item.teks.tahun for item in ada} - {None}) > 1
    if beda_tahun or not _sejenis(target[0], hasil[0]) or not _selisih_sejenis(kalimat, selisih, hasil[0]):
        return None
    return Ujung(awal=target[0], akhir=hasil[0], terurut=True)


def _tingkat(operan: Sequence[Operan | None], awal: int, akhir: int) -> tuple[Operan, Operan] | None:
    """The two levels; None where another number may be one too."""
    tingkat: list[Operan] = []
    for posisi, item in enumerate(operan):
        if awal <= posisi <= akhir:
            continue
        if item is None or (item.teks.peran not in _TINGKAT and item.teks.peran not in _LUAR):
            return None
        if item.teks.peran in _TINGKAT:
            tingkat.append(item)
    return (tingkat[0], tingkat[1]) if len(tingkat) == 2 else None


def _setara(kalimat: Kalimat, a: Operan, b: Operan, selisih: Operan) -> bool:
    """Whether two levels measure the same of the same area, and the change has their unit."""
    if (a.teks.peran is Peran.CAPAIAN) is not (b.teks.peran is Peran.CAPAIAN):
        return False
    if any(item.teks.wilayah or item.teks.jangka for item in (a, b, selisih)):
        return False
    if a.klaim.label and b.klaim.label and a.klaim.label != b.klaim.label:
        return False
    return _sejenis(a, b) and _selisih_sejenis(kalimat, selisih, a) and selisih.teks.acuan is not Acuan.TARGET


def _sejenis(a: Operan, b: Operan) -> bool:
    jenis = {kelas(a.angka), kelas(b.angka)}
    return len(jenis) == 1 or (jenis == {"polos", "persen"} and a.angka.decimals == b.angka.decimals > 0)


def _selisih_sejenis(kalimat: Kalimat, selisih: Operan, tingkat: Operan) -> bool:
    if selisih.angka.percent or _POIN.search(selisih.teks.angka.lower() + sesudah(kalimat, selisih)[:8]):
        return kelas(tingkat.angka) in ("polos", "persen") or not _POIN.search(kalimat.teks.text.lower())
    return kelas(selisih.angka) in ("polos", kelas(tingkat.angka))


def _menyebut_lain(kalimat: Kalimat, selisih: Operan) -> bool:
    """Whether the sentence leaves room for another reading of its change."""
    teks = kalimat.teks.text.lower()
    return bool(_RAGU.search(teks) or _RUJUKAN_LAIN.search(teks)) or selisih.teks.pendekatan


def _benda_lain(kalimat: Kalimat, a: Operan, b: Operan) -> bool:
    """Whether something is named between two levels that is named nowhere else in the sentence."""
    teks = kalimat.teks.text.lower()
    luar = set(re.findall(r"[a-z]+", teks[: a.teks.mulai] + " " + teks[b.teks.akhir :]))
    return any(kata not in luar for kata in _KEPALA.findall(antara(kalimat, a, b)))


def _menurut_tahun(kalimat: Kalimat, a: Operan, b: Operan) -> Ujung | None:
    """Order by the years of both, where the sentence tells of no other year."""
    pertama, kedua = urutan(a), urutan(b)
    if pertama is None or kedua is None or pertama == kedua:
        return None
    if {int(tahun) for tahun in _TAHUN.findall(kalimat.teks.text)} - {a.teks.tahun, b.teks.tahun}:
        return None
    return Ujung(awal=min(a, b, key=_kunci), akhir=max(a, b, key=_kunci), terurut=True)


def _kunci(operan: Operan) -> tuple[int, int]:
    return urutan(operan) or (0, 0)


def _menurut_kata(kalimat: Kalimat, a: Operan, b: Operan) -> Ujung | None:
    """"semula a … kini b": one of them said to be the old level, the other not, or to be the new one."""
    lama = [_lama(kalimat, item) for item in (a, b)]
    baru = [bool(_BARU.search(sebelum(kalimat, item))) for item in (a, b)]
    tahun = {a.teks.tahun, b.teks.tahun} - {None}
    if len(tahun) > 1 or {int(item) for item in _TAHUN.findall(kalimat.teks.text)} - tahun:
        return None
    if (lama[0] and not lama[1] and not baru[0]) and (baru[1] or b.teks.tahun):
        return Ujung(awal=a, akhir=b, terurut=True)
    if (lama[1] and not lama[0] and not baru[1]) and (baru[0] or a.teks.tahun):
        return Ujung(awal=b, akhir=a, terurut=True)
    return None


def _lama(kalimat: Kalimat, operan: Operan) -> bool:
    return tahun_sebelumnya(operan) or bool(_LAMA.search(sebelum(kalimat, operan)))
