"""Predikat tidak sesuai skala.

Yang ditemukan
    Kategori atau predikat yang tercetak bukan kelas dari capaian itu menurut skala yang dicetak dokumen
    sendiri; juga kelas yang diberikan kalimat kepada capaian yang disebutnya, dan predikat di samping nilai
    yang skalanya ditetapkan peraturan (SAKIP, IKM, SPBE, SPIP, IPM dan sejenisnya).

Mengapa penting
    Predikat adalah yang dibaca pimpinan; predikat yang lebih tinggi dari skalanya menutupi kinerja yang
    kurang.

Contoh
    Skala: di atas 100 Sangat Baik, 75 sampai 100 Baik. Capaian 88,91 % tercetak Sangat Baik.
    Nilai SAKIP 72,50 tercetak B; menurut PermenPANRB 88/2021 di atas 70 sampai 80 adalah BB.

Diam bila
    Dokumen tidak mencetak skala capaian, kata predikatnya tidak ada dalam skala, skalanya untuk arah indikator
    yang lain, atau lebih banyak predikat yang tidak cocok daripada yang cocok (skalanya bukan untuk itu). Pada
    celah antar kelas, kedua kelas tetangga diterima; pada tumpang tindih, semuanya. Capaian bulat yang berasal
    dari pecahan diterima pada kelas nilai sebelum dibulatkan. Dalam kalimat: bila ada lebih dari satu kelas
    atau capaian yang mungkin dimaksud, hal lain selain indikator itu dapat menyandang kelasnya, nama
    indikatornya punya skala sendiri (SAKIP, IKM, indeks), capaiannya di tepi kelas, atau kelas yang sama tercetak
    pada tabel. Predikat menurut peraturan: bila salah satu skala yang berlaku pada tahun itu atau sampai tiga
    tahun sebelumnya, atau skala dokumen sendiri, memberi kelas itu; tahunnya tidak diketahui; nilainya di luar
    skala; kolom predikat mungkin menilai capaian atau nilai lain; atau kebanyakan predikat hal itu tidak cocok.

Rujukan:
    Skala dokumen sendiri. Skala yang lazim: Permendagri 86/2017 dan Keputusan Kepala LAN 239/IX/6/8/2003
    [batas kelas LAN belum dipastikan dari teks aslinya]. Skala predikat: peraturan yang disebut temuannya,
    antara lain PermenPANRB 88/2021 (SAKIP) dan PermenPANRB 14/2017 (SKM).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from pipeline.arithmetic import apply_rule, point
from pipeline.checks.base import KINDS, SEMUA_ATURAN, Check, evidence, finding, kata_status, ok, stated, unchecked
from pipeline.checks.base_narasi import judged
from pipeline.kelas_skala import kata_kelas, kelas_kata, kelas_nilai, pasti, skala_arah
from pipeline.normalise.kamus.skala_baku import SkalaBaku, berpredikat, berskala, kelas_bernama, skala_berlaku
from schemas.angka import Angka, AngkaKind
from schemas.finding import Evidence, Expected, Outcome, OutcomeStatus, Severity
from schemas.kinerja import Baris, Fakta, Kelas, Laporan, Part, Scope, Skala, Tabel
from schemas.narasi import Perihal

_RASIO = Decimal(3)
_CAPAIAN = re.compile(r"capaian|kinerja|keberhasilan|status|keterangan", re.IGNORECASE)
"""A category column so headed classes the capaian, or says whether the target was met."""


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
    yield from _baku(laporan)
    yield from judged(CHECK, laporan, Perihal.KELAS)


def _tabel(jawaban: list[Outcome]) -> Iterator[Outcome]:
    """The answers of one table, unless the scale does not fit it on the whole."""
    salah = sum(outcome.finding is not None for outcome in jawaban)
    benar = sum(outcome.status is OutcomeStatus.OK for outcome in jawaban)
    for outcome in jawaban:
        asing = outcome.finding is not None and salah > max(benar, 1)
        yield unchecked("skala tampaknya bukan untuk tabel itu") if asing else outcome


def _berkelas(baris: Baris) -> Iterator[tuple[Fakta, str, Fakta]]:
    """Capaian with its class: printed behind the number, else in the next category column.

    A column that only says whether the target was met gives way to one of classes.
    """
    kategori = [fakta for fakta in baris.all(Part.KATEGORI) if kata_kelas(fakta.text) and not fakta.shared]
    kategori = [fakta for fakta in kategori if kata_status(fakta.text) is None] or kategori
    capaian = [
        fakta
        for fakta in baris.all(Part.CAPAIAN)
        if fakta.angka.kind is AngkaKind.NUMBER and fakta.scope is Scope.OWN and not fakta.shared
        if fakta.period != "lalu"
    ]
    for urut, satu in enumerate(capaian):
        fakta = satu
        if kata_kelas(fakta.angka.rest):
            yield fakta, kata_kelas(fakta.angka.rest), fakta
            continue
        batas = capaian[urut + 1].col if urut + 1 < len(capaian) else None
        if batas is None and urut and _lebih_lama(fakta, capaian[urut - 1]):
            fakta = capaian[urut - 1]
        kanan = [k for k in kategori if k.col > fakta.col and (batas is None or k.col < batas)]
        pilihan = kanan or ([k for k in kategori if k.col < fakta.col] if len(capaian) == 1 else [])
        if pilihan:
            yield fakta, kata_kelas(pilihan[0].text), pilihan[0]


def _lebih_lama(fakta: Fakta, sebelumnya: Fakta) -> bool:
    """Whether the last capaian is of an earlier year than the one before it, which then has the class behind both."""
    return fakta.year is not None and sebelumnya.year is not None and fakta.year < sebelumnya.year


def _periksa(tabel: Tabel, baris: Baris, capaian: Fakta, kata: str, bukti: Fakta, semua: list[Skala]) -> Outcome:
    if not semua:
        return unchecked("dokumen tidak mencetak skala capaian")
    skala = skala_arah(semua, baris.arah)
    if not skala:
        return unchecked("skala dokumen untuk arah indikator yang lain")
    dipakai = [(item, kelas) for item in skala if (kelas := kelas_kata(item, kata)) is not None]
    if not dipakai:
        return unchecked("kata predikat tidak ada dalam skala")
    nilai = capaian.angka.value
    if nilai is None or any(
        kelas in kelas_nilai(item, mungkin) for item, kelas in dipakai for mungkin in _mungkin(baris, capaian.angka)
    ):
        return ok()
    if not any(pasti(item, kata) for item, _ in dipakai):
        return unchecked("kata predikat tidak ada dalam skala")
    item, kelas = dipakai[0]
    return _temuan(tabel, baris, capaian, bukti, kelas, kelas_nilai(item, nilai))


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


def _baku(laporan: Laporan) -> Iterator[Outcome]:
    """Answers for predicates beside values whose scale a regulation sets, unless most of one subject do not fit."""
    semua = [
        (baris.indikator, (nilai.angka.value, predikat), _periksa_baku(laporan, tabel, baris, nilai, predikat, bukti))
        for tabel in laporan.of_kind(*KINDS)
        for baris in tabel.baris
        if berskala(baris.indikator)
        for nilai, predikat, bukti in _berpredikat(tabel, baris)
    ]
    for subjek, _, outcome in semua:
        salah = {cetakan for milik, cetakan, lain in semua if milik == subjek and lain.finding is not None}
        benar = {cetakan for milik, cetakan, lain in semua if milik == subjek and lain.status is OutcomeStatus.OK}
        asing = outcome.finding is not None and len(salah) > max(len(benar), 1)
        yield unchecked("skala baku tampaknya bukan yang dipakai dokumen") if asing else outcome


def _berpredikat(tabel: Tabel, baris: Baris) -> Iterator[tuple[Fakta, str, Fakta]]:
    """Realisasi with its predicate: printed with the number, else in a column that can speak of no other value."""
    nilai = [
        fakta
        for fakta in baris.all(Part.REALISASI)
        if fakta.angka.kind is AngkaKind.NUMBER and fakta.scope is Scope.OWN and not fakta.shared
        if fakta.period != "lalu"
    ]
    sendiri = [fakta for fakta in nilai if berpredikat(fakta.angka.rest)]
    yield from ((fakta, fakta.angka.rest, fakta) for fakta in sendiri)
    if sendiri or len(nilai) != 1 or tabel.has(Part.CAPAIAN) or tabel.has(Part.TARGET):
        return
    for kategori in baris.all(Part.KATEGORI):
        setahun = kategori.year is None or kategori.year == nilai[0].year
        if setahun and not kategori.shared and berpredikat(kategori.text) and not _CAPAIAN.search(kategori.header):
            yield nilai[0], kategori.text, kategori


def _periksa_baku(laporan: Laporan, tabel: Tabel, baris: Baris, nilai: Fakta, predikat: str, bukti: Fakta) -> Outcome:
    tahun = nilai.year or tabel.tahun or laporan.metadata.tahun
    angka = nilai.angka.value
    if tahun is None or angka is None:
        return unchecked("tahun nilai tidak diketahui")
    skala = [item for item in skala_berlaku(baris.indikator, tahun) if item.kelas_nilai(angka)]
    if not any(kelas_bernama(item, predikat) for item in skala):
        return unchecked("tidak ada skala baku untuk nilai dan predikat itu")
    toleransi = nilai.angka.half_unit
    if any(set(kelas_bernama(item, predikat)) & set(item.kelas_nilai(angka, toleransi)) for item in skala):
        return ok()
    dokumen = ((item, kelas_kata(item, kata_kelas(predikat))) for item in laporan.skala)
    if any(kelas in kelas_nilai(item, angka) for item, kelas in dokumen if kelas is not None):
        return ok()
    return _temuan_baku(tabel, baris, (nilai, bukti), predikat.strip(" ()"), skala[0])


def _temuan_baku(tabel: Tabel, baris: Baris, bukti: tuple[Fakta, Fakta], predikat: str, skala: SkalaBaku) -> Outcome:
    nilai = bukti[0]
    angka = nilai.angka.value or Decimal(0)
    semestinya = " atau ".join(kelas.teks for kelas in skala.kelas_nilai(angka))
    tercetak = nilai.text.replace(nilai.angka.rest, "").strip(" ()/") if nilai is bukti[1] else nilai.text
    return finding(
        CHECK,
        subject=baris.label,
        message=f"{baris.label} {tercetak} berpredikat {predikat}, padahal menurut {skala.rujukan} {semestinya}.",
        stated=stated(nilai),
        expected=Expected(text=semestinya, rule=skala.rujukan),
        evidence=[evidence(fakta, tabel, baris) for fakta in dict.fromkeys(bukti)],
    )


CHECK = Check(code="PRE001", name="predikat-tidak-sesuai-skala", severity=Severity.DECISION, run=run, doc=__doc__)
