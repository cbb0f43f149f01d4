"""Judges the class that a sentence gives to a capaian it states, against the document's own scale."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from pipeline.arithmetic import point
from pipeline.kelas_skala import batas_kelas, kata_kelas, kelas_nilai, nama_kelas, skala_arah
from pipeline.klaim.kelas.kalimat import Berkelas, kelas_laporan
from pipeline.klaim.tabel.cetakan import cetakan
from pipeline.klaim.vonis.subjek import arah_indikator
from schemas.angka import AngkaKind
from schemas.kinerja import Arah, Kelas, Laporan, Part, Skala
from schemas.narasi import Perihal, Putusan, RujukanKlaim, Uji

_TAK_PASTI = "kalimat tidak memasangkan kelas dengan satu capaian"
_TANPA_SKALA = "dokumen tidak mencetak skala capaian yang memuat kata itu"
_PADA_TABEL = "kelas itu tercetak pula pada tabel"
_ASING = "skala tampaknya bukan untuk kelas dalam kalimat"
_TEPI = "capaian berada di tepi kelas"
_TEPIAN = Decimal("0.5")


def judge(laporan: Laporan) -> Iterator[Uji]:
    """One judgement for every class of a sentence, unless the scale fits fewer of them than not."""
    skala = [item for item in laporan.skala if item.untuk_capaian and item.kelas]
    semua = [_nilai(laporan, skala, rujukan, kelas) for rujukan, _, kelas in kelas_laporan(laporan)]
    salah = sum(uji.putusan is Putusan.SALAH for uji in semua)
    benar = sum(uji.putusan is Putusan.COCOK for uji in semua)
    for uji in semua:
        asing = uji.putusan is Putusan.SALAH and salah > max(benar, 1)
        yield _terbuka(uji.klaim[0], _ASING) if asing else uji


def _nilai(laporan: Laporan, semua: Sequence[Skala], rujukan: RujukanKlaim, kelas: Berkelas | None) -> Uji:
    if kelas is None or kelas.klaim.angka.value is None or kelas.klaim.angka.kind is not AngkaKind.NUMBER:
        return _terbuka(rujukan, _TAK_PASTI)
    arah = Arah.TIDAK_DIKETAHUI if kelas.entri is None else arah_indikator(laporan, kelas.entri.indikator)
    kata = kata_kelas(kelas.vonis.text)
    dipakai = [
        (item, calon) for item in skala_arah(semua, arah) for calon in item.kelas if nama_kelas(calon)[0] == kata
    ]
    if not dipakai:
        return _terbuka(rujukan, _TANPA_SKALA)
    nilai = kelas.klaim.angka.value
    if any(calon in kelas_nilai(item, nilai) for item, calon in dipakai):
        return _uji(rujukan, kelas, Putusan.COCOK)
    if any(_jarak(calon, nilai) <= _TEPIAN for _, calon in dipakai) or kelas.klaim.teks.pendekatan:
        return _terbuka(rujukan, _TEPI)
    if _di_tabel(laporan, kelas, kata):
        return _terbuka(rujukan, _PADA_TABEL)
    return _salah(rujukan, kelas, dipakai[0], nilai)


def _jarak(kelas: Kelas, nilai: Decimal) -> Decimal:
    low, high = batas_kelas(kelas)
    return max(low - nilai, nilai - high)


def _di_tabel(laporan: Laporan, kelas: Berkelas, kata: str) -> bool:
    """Whether a row of the indicator prints that class itself, which is reported there."""
    if kelas.entri is None:
        return False
    baris = {(item.rujukan.tabel, item.rujukan.baris) for item in cetakan(laporan, kelas.entri.baris)}
    fakta = (satu for tabel, nomor in baris for satu in laporan.tabel[tabel].baris[nomor].fakta)
    return any(satu.part is Part.KATEGORI and kata_kelas(satu.text) == kata for satu in fakta)


def _salah(rujukan: RujukanKlaim, kelas: Berkelas, dipakai: tuple[Skala, Kelas], nilai: Decimal) -> Uji:
    skala, disebut = dipakai
    benar = " atau ".join(f"{item.label} ({item.text})" for item in kelas_nilai(skala, nilai))
    siapa = "" if kelas.entri is None else f" {kelas.entri.label}"
    return Uji(
        perihal=Perihal.KELAS,
        putusan=Putusan.SALAH,
        klaim=(kelas.rujukan, rujukan),
        subjek=siapa.strip() or f"kelas “{kelas.vonis.text}”",
        pesan=(
            f"Capaian{siapa} sebesar {kelas.klaim.angka.text} disebut “{kelas.vonis.text}” ({disebut.text}), "
            f"padahal menurut skala dokumen termasuk {benar or 'di luar semua kelas'}."
        ),
        aturan="skala dokumen",
        harap=point(nilai),
    )


def _uji(rujukan: RujukanKlaim, kelas: Berkelas, putusan: Putusan) -> Uji:
    label = "" if kelas.entri is None else kelas.entri.label
    return Uji(perihal=Perihal.KELAS, putusan=putusan, klaim=(rujukan,), subjek=label)


def _terbuka(rujukan: RujukanKlaim, alasan: str) -> Uji:
    return Uji(perihal=Perihal.KELAS, putusan=Putusan.TAK_DIUJI, klaim=(rujukan,), alasan=alasan)
