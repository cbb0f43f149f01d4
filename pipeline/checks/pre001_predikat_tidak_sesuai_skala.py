"""Predikat tidak sesuai skala.

Yang ditemukan
    Kategori atau predikat yang tercetak bukan kelas dari capaian itu menurut skala yang dicetak dokumen
    sendiri.

Mengapa penting
    Predikat adalah yang dibaca pimpinan; predikat yang lebih tinggi dari skalanya menutupi kinerja yang
    kurang.

Contoh
    Skala: di atas 100 Sangat Baik, 75 sampai 100 Baik. Capaian 88,91 % tercetak Sangat Baik.

Diam bila
    Dokumen tidak mencetak skala capaian, kata predikatnya tidak ada dalam skala, skalanya untuk arah indikator
    yang lain, atau lebih banyak predikat yang tidak cocok daripada yang cocok (skalanya bukan untuk itu). Pada
    celah antar kelas, kedua kelas tetangga diterima; pada tumpang tindih, semuanya. Capaian bulat yang berasal
    dari pecahan diterima pada kelas nilai sebelum dibulatkan.

Rujukan:
    Skala dokumen sendiri. Skala yang lazim: Permendagri 86/2017 dan Keputusan Kepala LAN 239/IX/6/8/2003
    [batas kelas LAN belum dipastikan dari teks aslinya].
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from pipeline.arithmetic import apply_rule, point
from pipeline.checks.base import KINDS, SEMUA_ATURAN, Check, evidence, finding, ok, stated, unchecked
from schemas.angka import Angka, AngkaKind
from schemas.finding import Evidence, Expected, Outcome, OutcomeStatus, Severity
from schemas.kinerja import Arah, Baris, Fakta, Kelas, Laporan, Part, Scope, Skala, Tabel

_SETARA = (
    frozenset({"sangat baik", "sangat berhasil", "sangat tinggi"}),
    frozenset({"baik", "berhasil", "tinggi"}),
    frozenset({"cukup", "sedang", "cukup berhasil", "cukup baik"}),
    frozenset({"kurang", "rendah", "kurang berhasil", "tidak berhasil", "kurang baik"}),
    frozenset({"sangat kurang", "sangat rendah"}),
)
_JELAS = re.compile(r"\b(baik|berhasil)\b")
_RASIO = Decimal(3)
_ATAS, _BAWAH = Decimal("Infinity"), Decimal("-Infinity")


def run(laporan: Laporan) -> Iterator[Outcome]:
    """Answers for every capaian that is printed with a class."""
    skala = [item for item in laporan.skala if item.untuk_capaian and item.kelas]
    for tabel in laporan.of_kind(*KINDS):
        jawaban = [
            _periksa(tabel, baris, capaian, kata, bukti, skala)
            for baris in tabel.baris
            for capaian, kata, bukti in _berkelas(baris)
        ]
        yield from _tabel(jawaban)


def _tabel(jawaban: list[Outcome]) -> Iterator[Outcome]:
    """The answers of one table, unless the scale does not fit it on the whole."""
    salah = sum(outcome.finding is not None for outcome in jawaban)
    benar = sum(outcome.status is OutcomeStatus.OK for outcome in jawaban)
    for outcome in jawaban:
        asing = outcome.finding is not None and salah > max(benar, 1)
        yield unchecked("skala tampaknya bukan untuk tabel itu") if asing else outcome


def _berkelas(baris: Baris) -> Iterator[tuple[Fakta, str, Fakta]]:
    """Capaian with its class: printed behind the number, else in the next category column."""
    kategori = [fakta for fakta in baris.all(Part.KATEGORI) if _kata(fakta.text) and not fakta.shared]
    capaian = [
        fakta
        for fakta in baris.all(Part.CAPAIAN)
        if fakta.angka.kind is AngkaKind.NUMBER and fakta.scope is Scope.OWN and not fakta.shared
    ]
    for urut, fakta in enumerate(capaian):
        if _kata(fakta.angka.rest):
            yield fakta, _kata(fakta.angka.rest), fakta
            continue
        batas = capaian[urut + 1].col if urut + 1 < len(capaian) else None
        kanan = [k for k in kategori if k.col > fakta.col and (batas is None or k.col < batas)]
        pilihan = kanan or ([k for k in kategori if k.col < fakta.col] if len(capaian) == 1 else [])
        if pilihan:
            yield fakta, _kata(pilihan[0].text), pilihan[0]


def _periksa(tabel: Tabel, baris: Baris, capaian: Fakta, kata: str, bukti: Fakta, semua: list[Skala]) -> Outcome:
    if not semua:
        return unchecked("dokumen tidak mencetak skala capaian")
    skala = _skala_arah(semua, baris.arah)
    if not skala:
        return unchecked("skala dokumen untuk arah indikator yang lain")
    dipakai = [(item, kelas) for item in skala if (kelas := _kelas_kata(item, kata)) is not None]
    if not dipakai:
        return unchecked("kata predikat tidak ada dalam skala")
    nilai = capaian.angka.value
    if nilai is None or any(
        kelas in _kelas_nilai(item, mungkin) for item, kelas in dipakai for mungkin in _mungkin(baris, capaian.angka)
    ):
        return ok()
    if not any(_pasti(item, kata) for item, _ in dipakai):
        return unchecked("kata predikat tidak ada dalam skala")
    item, kelas = dipakai[0]
    return _temuan(tabel, baris, capaian, bukti, kelas, _kelas_nilai(item, nilai))


def _mungkin(baris: Baris, angka: Angka) -> list[Decimal]:
    """Values that may have been classed: the printed one, what it was rounded from, a ratio in per cent."""
    nilai = angka.value or Decimal(0)
    if angka.decimals:
        return [nilai, nilai * 100] if nilai <= _RASIO and not angka.percent else [nilai]
    target, realisasi = baris.get(Part.TARGET), baris.get(Part.REALISASI)
    if target is not None and realisasi is not None and target.angka.value and realisasi.angka.value is not None:
        hasil = [apply_rule(rule, target.angka.value, point(realisasi.angka.value)) for rule in SEMUA_ATURAN]
        if any(interval is not None and interval.holds(nilai) for interval in hasil):
            return [nilai]
    sedikit = Decimal("0.49")
    return [nilai, nilai - sedikit, nilai + sedikit]


def _skala_arah(semua: list[Skala], arah: Arah) -> list[Skala]:
    """Scales made for the row's direction; those without direction where there are none of it."""
    khusus = [item for item in semua if item.arah is arah and arah in (Arah.NAIK, Arah.TURUN)]
    umum = [item for item in semua if item.arah is Arah.TIDAK_DIKETAHUI]
    if arah in (Arah.NAIK, Arah.TURUN):
        return khusus or umum
    return umum or [item for item in semua if item.arah is Arah.NAIK]


def _kata(text: str) -> str:
    """Words of a class, lower case, without brackets, numbers and signs."""
    return " ".join(re.findall(r"[a-z]+", text.lower()))


def _nama(kelas: Kelas) -> tuple[str, str]:
    """Name of a class without its abbreviation, and the abbreviation (`sb` where none is printed)."""
    dalam = re.search(r"\(\s*([A-Za-z]{1,3})\s*\)", kelas.label)
    nama = _kata(re.sub(r"\(.*?\)", " ", kelas.label))
    return nama, dalam.group(1).lower() if dalam else "".join(word[0] for word in nama.split())


def _kelas_kata(skala: Skala, kata: str) -> Kelas | None:
    """The class that a word names: by name, by abbreviation, by synonym; None when unknown or ambiguous."""
    for cocok in (
        [kelas for kelas in skala.kelas if _nama(kelas)[0] == kata],
        [kelas for kelas in skala.kelas if _nama(kelas)[1] == kata.replace(" ", "")],
        [kelas for kelas in skala.kelas for setara in _SETARA if {_nama(kelas)[0], kata} <= setara],
    ):
        if cocok:
            return cocok[0] if len(cocok) == 1 else None
    return None


def _pasti(skala: Skala, kata: str) -> bool:
    """Whether the word surely speaks of this scale: its own word, or a synonym that names no level."""
    own = any(kata in (_nama(kelas)[0], _nama(kelas)[1]) for kelas in skala.kelas)
    return own or bool(_JELAS.search(kata))


def _batas(kelas: Kelas) -> tuple[Decimal, Decimal]:
    low = kelas.low.value if kelas.low is not None and kelas.low.value is not None else _BAWAH
    high = kelas.high.value if kelas.high is not None and kelas.high.value is not None else _ATAS
    return low, high


def _memuat(kelas: Kelas, nilai: Decimal) -> bool:
    low, high = _batas(kelas)
    atas = nilai <= high if kelas.high_inclusive else nilai < high
    return atas and (nilai >= low if kelas.low_inclusive else nilai > low)


def _kelas_nilai(skala: Skala, nilai: Decimal) -> list[Kelas]:
    """Classes that hold the value; in a gap the neighbours, beyond the ends the outermost class."""
    memuat = [kelas for kelas in skala.kelas if _memuat(kelas, nilai)]
    if memuat:
        return memuat
    bawah = [kelas for kelas in skala.kelas if _batas(kelas)[1] <= nilai]
    atas = [kelas for kelas in skala.kelas if _batas(kelas)[0] >= nilai]
    tetangga = []
    if bawah:
        tetangga.append(max(bawah, key=lambda kelas: _batas(kelas)[1]))
    if atas:
        tetangga.append(min(atas, key=lambda kelas: _batas(kelas)[0]))
    return tetangga


def _temuan(tabel: Tabel, baris: Baris, capaian: Fakta, bukti: Fakta, tercetak: Kelas, benar: list[Kelas]) -> Outcome:
    semestinya = " atau ".join(f"{kelas.label} ({kelas.text})" for kelas in benar) or "di luar semua kelas"
    baris_bukti = [evidence(capaian, tabel, baris)]
    if bukti is not capaian:
        baris_bukti.append(evidence(bukti, tabel, baris))
    kelas_bukti = [Evidence(role="skala", text=k.text, label=k.label, place=k.place) for k in (tercetak, *benar)]
    predikat = bukti.angka.rest if bukti is capaian else bukti.text
    return finding(
        CHECK,
        subject=baris.label,
        message=(
            f"Capaian {baris.label} sebesar {capaian.text} berpredikat {predikat.strip(' ()')}, "
            f"padahal menurut skala dokumen termasuk {semestinya}."
        ),
        stated=stated(capaian),
        expected=Expected(text=semestinya, rule="skala dokumen"),
        evidence=[*baris_bukti, *kelas_bukti],
    )


CHECK = Check(code="PRE001", name="predikat-tidak-sesuai-skala", severity=Severity.DECISION, run=run, doc=__doc__)
