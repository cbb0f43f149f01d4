"""Judges words of direction: a rise that is a fall, a comparison with the target that its numbers contradict."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from pipeline.arithmetic import same_quantity
from pipeline.klaim.hubungan.operan import Operan, antara, kelas, sebelum, sekelas, sesudah, subjek
from pipeline.klaim.hubungan.pasangan import (
    NAIK,
    TINGKAT,
    TURUN,
    Pasangan,
    Pola,
    dari_semula,
    pasangan_menjadi,
    setara_waktu,
    tahun_lalu,
    urut_banding,
)
from pipeline.klaim.hubungan.tiga_angka import dua_saja
from pipeline.klaim.hubungan.ujung import diasalkan
from pipeline.klaim.selisih.jarak_target import mungkin_selisih
from pipeline.klaim.selisih.perbandingan import pasangan_banding
from schemas.kinerja import Laporan
from schemas.narasi import ArahKata, Kalimat, Peran, Perihal, Putusan, Uji

_MENGALAMI = r"(?:mengalami|terjadi|menunjukk?an|ada(?:nya)?)\s+(?:\w+\s+)?"
_KATA_NAIK = rf"(?:\b(?:{NAIK})\b|{_MENGALAMI}(?:kenaikan|peningkatan)\b)"
_KATA_TURUN = rf"(?:\b(?:{TURUN})\b|{_MENGALAMI}penurunan\b)"
_ARAH = re.compile(rf"(?P<naik>{_KATA_NAIK})|(?P<turun>{_KATA_TURUN})")
_DERAJAT = re.compile(
    r"(?:\s*(?:cukup|sangat|sedikit|signifikan|drastis|tajam|tipis|yaitu|yakni|lagi|kembali|secara|terus|jika|bila|apabila|"
    r"poin|persen|pada|tahun|angkanya|nilainya|jumlahnya|berarti|yang|(?:19|20)\d\d))*\s*"
)
"""Words that may stand between a word of direction and its numbers."""

_PENILAIAN = re.compile(r"\b(?:kinerja|kualitas|mutu|pelayanan|kondisi)\b")
"""What rises although its numbers fall."""

_TIDAK = re.compile(r"\b(?:tidak|belum|bukan|tanpa|kurang)\s+(?:\w+\s+)?$")
_SEBELUM_DARI = 45
_DEKAT = 30
_TERBALIK = re.compile(
    r"peringkat|ranking|rangking|urutan|posisi ke|juara|\bkelas\b|golongan|\bzona\b|minus|defisit|kontraksi|rugi",
    re.IGNORECASE,
)
_DI_ATAS = r"lebih (?:tinggi|besar|banyak)(?: dari| daripada| dibanding\w*)?|di\s?atas|melampaui|melebihi"
_DI_BAWAH = r"lebih (?:rendah|kecil|sedikit)(?: dari| daripada| dibanding\w*)?|di\s?bawah|kurang dari"
_BANDING_TARGET = re.compile(
    rf"(?P<tidak>\b(?:tidak|belum|bukan)\s+)?\b(?:(?P<atas>{_DI_ATAS})|(?P<bawah>{_DI_BAWAH}))\b"
    r"(?:\s+(?:dengan|dari|daripada))?\s+(?:nilai\s+|angka\s+)?target\b(?P<ekor>[^.;]*)$"
)
_BANDING = re.compile(r"\b(?:di)?banding(?:kan)?\b|\bdari(?:pada)?\b")
_EKOR_ARAH = re.compile(
    rf"\)?,?\s*(?:(?:sehingga|maka|atau|yang\s+berarti|artinya|hal\s+ini)\s+)?(?:(?P<naik>{_KATA_NAIK})|(?P<turun>{_KATA_TURUN}))"
    r"(?:\s+(?:cukup|sangat|signifikan|drastis|tajam|tipis|kembali))*\s*(?:[.;,]|$)"
)
_DEPAN_TINGKAT = re.compile(
    rf"(?:(?P<naik>{_KATA_NAIK})|(?P<turun>{_KATA_TURUN}))(?:\s+(?:cukup|sangat|tajam|drastis|tipis|signifikan))*\s*[,:;(]\s*"
    r"(?:(?:yaitu|yakni|semula|sebelumnya|pada|dari|tahun(?:\s+lalu)?|(?:19|20)\d\d|sebesar|sebanyak|berjumlah|tercatat|:)\s*)*$"
)
_LAMA = ("menit", "jam", "hari", "detik")
_SERATUS = Decimal(100)


def arah_selisih(kalimat: Kalimat, pasangan: Pasangan, selisih: Operan) -> Uji | None:
    """The direction that the words of a change give, against its levels; None where they give none."""
    arah = selisih.teks.arah
    if arah is None:
        return None
    if pasangan.pola is Pola.TARGET or pasangan.terurut:
        return _uji(kalimat, pasangan, arah, selisih)
    return _ragu(kalimat, pasangan, selisih, "urutan waktu kedua angka tidak pasti")


def arah_kalimat(
    laporan: Laporan, nomor: int, operan: Sequence[Operan | None], selesai: Collection[int]
) -> Iterator[Uji]:
    """Directions said of two levels without the amount of the change, and comparisons with a target.

    Args:
        laporan: the report.
        nomor: number of the sentence.
        operan: its numbers.
        selesai: positions of levels whose direction was already judged with the amount of the change.
    """
    kalimat = laporan.kalimat[nomor]
    ditemukan = [
        *_menjadi(kalimat, operan),
        *_menjadi_tanpa_dari(kalimat, operan),
        *_dibanding(kalimat, operan),
        *_sesudah_keduanya(kalimat, operan),
        *pasangan_banding(kalimat, operan),
        *_kata_di_depan(kalimat, operan),
    ]
    dijawab = set(selesai)
    for pasangan, arah in ditemukan:
        if pasangan.pola is Pola.BANDING and diasalkan(kalimat, pasangan.akhir):
            continue
        tempat = {pasangan.awal.posisi, pasangan.akhir.posisi}
        if not tempat & dijawab:
            dijawab |= tempat
            beda = pasangan.pola is Pola.BANDING and mungkin_selisih(laporan, operan, pasangan.akhir, pasangan.awal)
            if beda or not pasangan.terurut:
                yield _ragu(kalimat, pasangan, None, beda or "urutan waktu kedua angka tidak pasti")
            else:
                yield _uji(kalimat, pasangan, arah, None)
    yield from _target(laporan, nomor, operan, selesai)


def _uji(kalimat: Kalimat, pasangan: Pasangan, arah: ArahKata, selisih: Operan | None) -> Uji:
    awal, akhir = pasangan.awal, pasangan.akhir
    if _TERBALIK.search(kalimat.teks.text) or min(awal.nilai, akhir.nilai) < 0:
        return _ragu(kalimat, pasangan, selisih, "peringkat atau angka minus: arah kata tidak pasti")
    if same_quantity(awal.angka, akhir.angka):
        return _ragu(kalimat, pasangan, selisih, "kedua angka sama menurut pembulatannya")
    naik = akhir.nilai > awal.nilai
    salah = naik is not (arah is ArahKata.NAIK)
    if salah and arah is ArahKata.NAIK and kelas(akhir.angka) in _LAMA:
        return _ragu(kalimat, pasangan, selisih, "lama waktu yang lebih pendek mungkin disebut meningkat")
    if selisih is not None and selisih.nilai < 0 and salah and arah is ArahKata.NAIK:
        return _ragu(kalimat, pasangan, selisih, "selisih tercetak dengan tanda minus")
    return Uji(
        perihal=Perihal.ARAH_KATA,
        putusan=Putusan.SALAH if salah else Putusan.COCOK,
        klaim=tuple(item.rujukan for item in _anggota(pasangan, selisih)),
        subjek=subjek(kalimat, akhir),
        pesan=_pesan(kalimat, pasangan, arah) if salah else "",
        aturan="arah b terhadap a",
    )


def _anggota(pasangan: Pasangan, selisih: Operan | None) -> tuple[Operan, ...]:
    return (*(() if selisih is None else (selisih,)), pasangan.akhir, pasangan.awal)


def _ragu(kalimat: Kalimat, pasangan: Pasangan, selisih: Operan | None, alasan: str) -> Uji:
    return Uji(
        perihal=Perihal.ARAH_KATA,
        putusan=Putusan.TAK_DIUJI,
        klaim=tuple(item.rujukan for item in _anggota(pasangan, selisih)),
        subjek=subjek(kalimat, pasangan.akhir),
        alasan=alasan,
    )


def _pesan(kalimat: Kalimat, pasangan: Pasangan, arah: ArahKata) -> str:
    nama = subjek(kalimat, pasangan.akhir)
    awal, akhir = (bertahun(item) for item in (pasangan.awal, pasangan.akhir))
    if pasangan.pola is Pola.TARGET:
        kata = "di atas" if arah is ArahKata.NAIK else "di bawah"
        lawan = "di bawahnya" if arah is ArahKata.NAIK else "di atasnya"
        return f"{nama}: {akhir} disebut {kata} target {awal}, padahal {lawan}."
    if pasangan.pola is Pola.BANDING:
        kata, lawan = ("lebih tinggi", "lebih rendah") if arah is ArahKata.NAIK else ("lebih rendah", "lebih tinggi")
        return f"{nama}: {akhir} disebut {kata} daripada {awal}, padahal {lawan}."
    kata, lawan = ("naik", "turun") if arah is ArahKata.NAIK else ("turun", "naik")
    return f"{nama}: disebut {kata}, padahal angkanya {lawan} dari {awal} menjadi {akhir}."


def bertahun(operan: Operan) -> str:
    """The printed number with its year."""
    waktu = " ".join(str(bagian) for bagian in (operan.teks.periode, operan.teks.tahun) if bagian)
    return f"{operan.teks.angka.strip()} ({waktu})" if waktu else operan.teks.angka.strip()


def _kata_terakhir(teks: str) -> ArahKata | None:
    """The last word of direction of a text that is not denied."""
    arah = None
    for kata in _ARAH.finditer(teks):
        if not _TIDAK.search(teks[: kata.start()]):
            arah = ArahKata.NAIK if kata["naik"] else ArahKata.TURUN
    return arah


def _kata_akhir(teks: str) -> ArahKata | None:
    """The word of direction that ends a text, with nothing but words of degree behind it."""
    semua = list(_ARAH.finditer(teks))
    if not semua or not _DERAJAT.fullmatch(teks[semua[-1].end() :]):
        return None
    return _kata_terakhir(teks[semua[-1].start() - _SEBELUM_DARI if semua[-1].start() > _SEBELUM_DARI else 0 :])


def _kata_menjadi(teks: str) -> ArahKata | None:
    """The word of direction directly before "menjadi"."""
    kata = re.search(r"((?:[\w.]+\s+){1,4})menjadi(?:\s+(?:sebesar|sebanyak))?\s*(?:minus\s*)?(?:rp\.?\s*)?$", teks)
    return _kata_akhir(kata[1]) if kata else None


def _menjadi(kalimat: Kalimat, operan: Sequence[Operan | None]) -> Iterator[tuple[Pasangan, ArahKata]]:
    """"naik dari a menjadi b", "dari a meningkat menjadi b"."""
    for pasangan in pasangan_menjadi(kalimat, operan):
        kiri, kanan = sorted((pasangan.awal, pasangan.akhir), key=lambda item: item.posisi)
        depan = sebelum(kalimat, kiri).rpartition("dari")[0]
        arah = _kata_menjadi(antara(kalimat, kiri, kanan)) or _kata_akhir(depan)
        if arah is not None:
            yield pasangan, arah


def _menjadi_tanpa_dari(kalimat: Kalimat, operan: Sequence[Operan | None]) -> Iterator[tuple[Pasangan, ArahKata]]:
    """"tahun Y1 sebesar a turun menjadi b pada tahun Y2"."""
    for a, b in pairwise(operan):
        if a is None or b is None or not _setingkat(a, b):
            continue
        arah = _kata_menjadi(antara(kalimat, a, b)) if b.teks.wilayah in (None, a.teks.wilayah) else None
        pasangan = (setara_waktu(kalimat, a, b) or tahun_lalu(kalimat, a, b)) if arah else None
        if arah is not None and pasangan is not None:
            yield pasangan, arah
        semula = dari_semula(kalimat, a, b) if _setingkat(a, b) else None
        arah = _kata_menjadi(sebelum(kalimat, a)) if semula else None
        if arah is not None and semula is not None:
            yield semula, arah


def _sesudah_keduanya(kalimat: Kalimat, operan: Sequence[Operan | None]) -> Iterator[tuple[Pasangan, ArahKata]]:
    """"tahun Y1 sebesar a dan tahun Y2 sebesar b, mengalami penurunan", with no amount behind."""
    for a, b in pairwise(operan):
        if a is None or b is None or not _setingkat(a, b) or a.teks.wilayah or b.teks.wilayah:
            continue
        ekor = _EKOR_ARAH.match(sesudah(kalimat, b))
        pasangan = setara_waktu(kalimat, a, b) if ekor else None
        if ekor is not None and pasangan is not None:
            yield pasangan, ArahKata.NAIK if ekor["naik"] else ArahKata.TURUN


def _kata_di_depan(kalimat: Kalimat, operan: Sequence[Operan | None]) -> Iterator[tuple[Pasangan, ArahKata]]:
    """"… anjlok: tahun Y1 sebesar a, tahun Y2 sebesar b", the only word of direction of the sentence."""
    ujung = dua_saja(kalimat, operan)
    if ujung is None:
        return
    kiri = min(ujung.awal, ujung.akhir, key=lambda item: item.posisi)
    kata = list(_ARAH.finditer(kalimat.teks.text.lower()))
    depan = _DEPAN_TINGKAT.search(sebelum(kalimat, kiri))
    if _PENILAIAN.search(kalimat.teks.text[: kiri.teks.mulai].lower()):
        return
    if len(kata) == 1 and depan is not None and not _TIDAK.search(sebelum(kalimat, kiri)[: depan.start()]):
        arah = ArahKata.NAIK if depan["naik"] else ArahKata.TURUN
        yield Pasangan(awal=ujung.awal, akhir=ujung.akhir, pola=Pola.DUA_TAHUN, terurut=ujung.terurut), arah


def _dibanding(kalimat: Kalimat, operan: Sequence[Operan | None]) -> Iterator[tuple[Pasangan, ArahKata]]:
    """"b, menurun dibanding tahun Y1 yang sebesar a"."""
    for b, a in pairwise(operan):
        if a is None or b is None or not _setingkat(a, b):
            continue
        teks = antara(kalimat, b, a)
        banding = _BANDING.search(teks)
        lain = a.teks.wilayah not in (None, b.teks.wilayah) or _PENILAIAN.search(teks)
        arah = _kata_akhir(teks[: banding.start()]) if banding and not lain and len(teks) < 120 else None
        pasangan = urut_banding(kalimat, b, a) if arah else None
        if arah is not None and pasangan is not None:
            yield pasangan, arah


def _setingkat(a: Operan, b: Operan) -> bool:
    return {a.teks.peran, b.teks.peran} <= TINGKAT | {Peran.LAIN} and sekelas(a.angka, b.angka)


def _target(
    laporan: Laporan, nomor: int, operan: Sequence[Operan | None], selesai: Collection[int]
) -> Iterator[Uji]:
    """"realisasi sebesar R, melampaui target sebesar T" with R below T, or the reverse."""
    kalimat = laporan.kalimat[nomor]
    for hasil, target in pairwise(operan):
        if hasil is None or target is None or target.teks.peran is not Peran.TARGET:
            continue
        if {hasil.posisi, target.posisi} <= set(selesai):
            continue
        banding = _BANDING_TARGET.search(antara(kalimat, hasil, target))
        peran = hasil.teks.peran in (Peran.REALISASI, Peran.NILAI, Peran.CAPAIAN)
        dekat = banding is not None and banding.start() <= _DEKAT and len(banding["ekor"]) <= 2 * _DEKAT
        if banding is None or not dekat or not peran or not sekelas(hasil.angka, target.angka):
            continue
        pasangan = Pasangan(awal=target, akhir=hasil, pola=Pola.TARGET)
        arah = ArahKata.NAIK if banding["atas"] else ArahKata.TURUN
        if alasan := mungkin_selisih(laporan, operan, hasil, target) or _ragu_target(hasil, target, banding):
            yield _ragu(kalimat, pasangan, None, alasan)
        else:
            yield _uji(kalimat, pasangan, arah, None)


def _ragu_target(hasil: Operan, target: Operan, banding: re.Match[str]) -> str | None:
    """Why a comparison with a target is left alone."""
    if re.search(r"penurunan|kenaikan|peningkatan|pertumbuhan|pengurangan", banding["ekor"]):
        return "target perubahan, bukan target nilainya"
    if banding["tidak"]:
        return "perbandingan yang disangkal"
    if hasil.teks.tahun and target.teks.tahun and hasil.teks.tahun != target.teks.tahun and not target.teks.jangka:
        return "tahun target lain dari tahun realisasi"
    if hasil.teks.peran is Peran.CAPAIAN and not hasil.teks.tegas and target.angka.percent:
        return "angka di depan kata target mungkin capaian"
    if target.angka.percent and target.nilai >= _SERATUS > hasil.nilai and banding["atas"]:
        return "angka di belakang kata target mungkin capaian"
    return None
