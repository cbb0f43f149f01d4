"""Judges class words of sentences: a capaian is classed with the words of the document's own scale."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.kelas_skala import kata_kelas
from pipeline.klaim.kelas.kalimat import kelas_laporan
from schemas.kinerja import Laporan, Skala
from schemas.narasi import KalimatTeks, Perihal, Putusan, RujukanKlaim, Uji, VonisTeks

_TANPA_SKALA = "dokumen tidak mencetak skala capaian"
_SKALA_LAIN = "kelas skala dokumen bukan kata yang dikenal"
_BUKAN_CAPAIAN = "kelas itu bukan kelas capaian indikator"
_TAK_DIKENAL = "kata itu bukan kelas yang dikenal"
_SEKELUARGA = "kata dasarnya ada pada skala yang mungkin tidak terbaca lengkap"

KELAS = frozenset(
    {
        *("sangat baik", "sangat berhasil", "sangat tinggi", "sangat memuaskan", "memuaskan", "istimewa"),
        *("baik", "berhasil", "tinggi", "cukup", "cukup baik", "cukup berhasil", "cukup tinggi", "sedang"),
        *("kurang", "kurang baik", "kurang berhasil", "tidak berhasil", "rendah", "agak kurang", "buruk"),
        *("sangat kurang", "sangat rendah", "sangat kurang baik", "tidak baik", "gagal"),
    }
)
"""Words that scales of capaian use."""

_CAPAIAN = re.compile(
    r"\b(?:tercapai|terealisasi|kinerja\w*|(?:pen)?capaian\w*(?:[^.;]|\.\d){0,90}?\d\s*(?:%|persen))", re.IGNORECASE
)
"""Words that make a class one of capaian; `capaian` alone may also be the level of an index."""
_SYARAT = re.compile(r"\b(?:jika|apabila|bila|skala|rentang)\b", re.IGNORECASE)
_SINGKATAN = re.compile(r"\b(?!OPD|SKPD|IKU|PD)[A-Z][A-Za-z]?[A-Z]{1,4}\b")
_LAIN = re.compile(
    r"\b(?:s?akip|akuntabilitas|ikm|skm|kepuasan|mutu|opini|wtp|akreditasi\w*|terakreditasi|permendagri|permenpan\w*|"
    r"anggaran|serapan|penyerapan|keuangan|indeks|spip|maturitas|risiko|reformasi|penghargaan|juara|lomba|evaluasi|inspektorat|"
    r"kementerian|kemen\w+|eppd|lppd|spbe|bps|klhk|ombudsman|kpk|bpk|menurut|versi|peraturan|kepatuhan|zona|ketimpangan|kategori\s+(?:miskin|rumah))\b",
    re.IGNORECASE,
)


def judge(laporan: Laporan) -> Iterator[Uji]:
    """One judgement for every class of a sentence; words outside the scale are reported together, once."""
    skala = [item for item in laporan.skala if item.untuk_capaian and item.kelas]
    nama = _nama_kelas(skala)
    semua = _nama_kelas(laporan.skala)
    asing: list[tuple[RujukanKlaim, str]] = []
    for rujukan, vonis, kelas in kelas_laporan(laporan):
        kata = kata_kelas(vonis.kelas or "")
        alasan = _alasan(laporan.kalimat[rujukan.kalimat].teks, vonis, kata, skala, nama)
        if alasan in (_BUKAN_CAPAIAN, _SKALA_LAIN) and kelas is not None and kata in KELAS:
            alasan = None
        if vonis.lepas and kelas is None:
            alasan = alasan or _BUKAN_CAPAIAN
        if alasan is not None:
            yield Uji(perihal=Perihal.ISTILAH, putusan=Putusan.TAK_DIUJI, klaim=(rujukan,), alasan=alasan)
        elif kata in semua:
            yield Uji(perihal=Perihal.ISTILAH, putusan=Putusan.COCOK, klaim=(rujukan,), subjek=kata)
        elif any(kata.split()[-1] in label.split() for label in semua):
            yield Uji(perihal=Perihal.ISTILAH, putusan=Putusan.TAK_DIUJI, klaim=(rujukan,), alasan=_SEKELUARGA)
        else:
            asing.append((rujukan, kata))
    if asing:
        yield _temuan(asing, skala)


def _alasan(teks: KalimatTeks, vonis: VonisTeks, kata: str, skala: Sequence[Skala], nama: frozenset[str]) -> str | None:
    """Why a class is not held against the scale."""
    if not skala:
        return _TANPA_SKALA
    if not nama & KELAS:
        return _SKALA_LAIN
    if kata not in KELAS:
        return _TAK_DIKENAL
    depan = teks.text[: vonis.mulai]
    lain = max((match.end() for match in _LAIN.finditer(depan)), default=0)
    cocok = [match.end() for match in _CAPAIAN.finditer(depan, lain)]
    if not cocok or _SYARAT.search(depan) or _SINGKATAN.search(depan, cocok[-1]):
        return _BUKAN_CAPAIAN
    return None


def _nama_kelas(skala: Sequence[Skala]) -> frozenset[str]:
    """Names of the classes, without abbreviations."""
    return frozenset(kata_kelas(re.sub(r"\(.*?\)", " ", kelas.label)) for item in skala for kelas in item.kelas)


def _temuan(asing: Sequence[tuple[RujukanKlaim, str]], skala: Sequence[Skala]) -> Uji:
    kata = " dan ".join(f"“{item}”" for item in dict.fromkeys(item for _, item in asing))
    label = ", ".join(dict.fromkeys(" ".join(kelas.label.split()) for item in skala for kelas in item.kelas))
    return Uji(
        perihal=Perihal.ISTILAH,
        putusan=Putusan.SALAH,
        klaim=tuple(rujukan for rujukan, _ in asing),
        subjek=f"kategori {kata}",
        pesan=f"Kalimat menilai capaian dengan {kata}, sedangkan skala capaian dokumen hanya mengenal {label}.",
        aturan="skala dokumen",
    )
