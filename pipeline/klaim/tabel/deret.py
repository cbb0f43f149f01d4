"""Lists of indicators with one number each: the role is said once before them, and each number follows its name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.arithmetic import explain_cause, point
from pipeline.klaim.nama.kalimat import Entri, Sebut
from pipeline.klaim.nama.penamaan import penamaan
from pipeline.klaim.tabel.cetakan import Cetakan, bagian, beda_pengali, beda_satuan, cetakan, sama_cetakan, wilayah_lain
from pipeline.klaim.wicara import sebutan_bagian
from pipeline.satuan_nilai import kelas_satuan
from pipeline.sebutan import where
from schemas.angka import AngkaKind
from schemas.kinerja import JenisBaris, Kind, Laporan, Part
from schemas.narasi import Kalimat, Klaim, Perihal, Putusan, RujukanKlaim, Uji

_ISYARAT = re.compile(r"\b(capaian|pencapaian|realisasi|terealisasi|target)(?:nya)?\b", re.IGNORECASE)
_BUKAN = re.compile(
    r"triwulan|semester|nasional|provinsi|rpjm|renstra|serapan|anggaran|keuangan|fisik|jangka|bulan\b|dibanding"
    r"|tahun lalu|sebelumnya|kenaikan|penurunan|selisih|sekitar|kisaran",
    re.IGNORECASE,
)
_KE_ANGKA = re.compile(
    r"[\s(:=]*(?:tahun\s+)?(?:sebesar|mencapai|senilai|dengan|yaitu|sebanyak|tercatat|di\s+angka)?[\s(:]*",
    re.IGNORECASE,
)
_PUTUS = re.compile(
    r"\b(?:pen)?capaian|realisasi|\btarget|\btahun\b|triwulan|dibanding|\bsedangkan\b|\bsementara\b|\bsehingga\b|\bkarena\b"
    r"|\bnaik\b|\bturun\b|\brata\b|\bdari\b|\bRp",
    re.IGNORECASE,
)
_PERAN = {"target": (Part.TARGET,), "realisasi": (Part.REALISASI,), "terealisasi": (Part.REALISASI,)}
_BEBAS = (Part.CAPAIAN, Part.REALISASI)
_TERPENDEK = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Anggota:
    """One name of a list with its number, and what the tables print of it."""

    posisi: int
    klaim: Klaim
    entri: Entri
    semua: tuple[Cetakan, ...]


class Deret:
    """The lists of a report."""

    def __init__(self, laporan: Laporan) -> None:
        self._laporan = laporan
        nama = penamaan(laporan)
        self._indeks, self._singkat = nama.indeks, nama.singkat

    def judge(self, nomor: int) -> Iterator[Uji]:
        """The numbers of the list in a sentence, when all of them, or all but one, are those of their rows."""
        kalimat = self._laporan.kalimat[nomor]
        if len(kalimat.klaim) < _TERPENDEK:
            return
        anggota, depan = self._anggota(kalimat)
        isyarat = list(_ISYARAT.finditer(depan))
        if len(anggota) < _TERPENDEK or not isyarat or _BUKAN.search(depan):
            return
        for part in _PERAN.get(isyarat[-1].group(1).lower(), _BEBAS):
            hasil = tuple(self._hasil(nomor, anggota, part))
            if hasil:
                yield from hasil
                return

    def _anggota(self, kalimat: Kalimat) -> tuple[tuple[_Anggota, ...], str]:
        """Names directly before numbers, with nothing but other items between, and what stands before the first."""
        text = kalimat.teks.text
        anggota: list[_Anggota] = []
        awal = ujung = 0
        for sebut in self._nama(text):
            posisi = next((n for n, klaim in enumerate(kalimat.klaim) if klaim.teks.mulai >= sebut.akhir), None)
            if posisi is None or not _KE_ANGKA.fullmatch(text, sebut.akhir, kalimat.klaim[posisi].teks.mulai):
                continue
            if anggota and _PUTUS.search(text, ujung, sebut.mulai):
                if len(anggota) >= _TERPENDEK:
                    break
                anggota = []
            if not anggota:
                awal = sebut.mulai
            ujung = kalimat.klaim[posisi].teks.akhir
            entri = sebut.entri[0]
            anggota.append(
                _Anggota(
                    posisi=posisi,
                    klaim=kalimat.klaim[posisi],
                    entri=entri,
                    semua=cetakan(self._laporan, entri.baris),
                )
            )
        return tuple(anggota), text[:awal]

    def _nama(self, text: str) -> list[Sebut]:
        """Full and short names of single indicators, in order; a short one inside a full one does not count."""
        penuh = [item for item in self._indeks.cari(text) if len(item.entri) == 1 and item.entri[0].baris]
        singkat = [
            item
            for item in self._singkat.cari(text, None, longgar=True)
            if item.sah and all(item.akhir <= lain.mulai or lain.akhir <= item.mulai for lain in penuh)
        ]
        return sorted([*penuh, *singkat], key=lambda item: item.mulai)

    def _hasil(self, nomor: int, anggota: Sequence[_Anggota], part: Part) -> Iterator[Uji]:
        """The judgements of a list whose numbers have that role; none when they seem to have another one."""
        pasangan = [(item, self._milik(item, part)) for item in (*anggota, *self._sisa(nomor, anggota, part))]
        diketahui = [(item, milik) for item, milik in pasangan if milik]
        beda = [(item, milik) for item, milik in diketahui if not any(sama_cetakan(item.klaim.angka, m) for m in milik)]
        if len(diketahui) < _TERPENDEK or len(beda) > 1:
            return
        for item, milik in diketahui:
            rujukan = RujukanKlaim(kalimat=nomor, klaim=item.posisi)
            sama = [satu for satu in milik if sama_cetakan(item.klaim.angka, satu)]
            if sama:
                yield Uji(
                    perihal=Perihal.TABEL,
                    putusan=Putusan.COCOK,
                    klaim=(rujukan,),
                    fakta=tuple(satu.rujukan for satu in sama),
                    subjek=item.entri.label,
                )
            elif _pantas(item, milik) and not self._milik_lain(item, part):
                yield self._salah(rujukan, item, milik, part)

    def _sisa(self, nomor: int, anggota: Sequence[_Anggota], part: Part) -> Iterator[_Anggota]:
        """The one number inside a list whose name is not known, when only one indicator is left that it can mean.

        All others of the list are those of their rows, and a word before the number stands in no other name.
        """
        kalimat = self._laporan.kalimat[nomor]
        posisi = {item.posisi for item in anggota}
        luput = [n for n in range(min(posisi), max(posisi)) if n not in posisi]
        sama = all(any(sama_cetakan(a.klaim.angka, satu) for satu in self._milik(a, part)) for a in anggota)
        tahun = kalimat.klaim[min(posisi)].teks.tahun or self._laporan.metadata.tahun
        lain = self._terukur(part, tahun) - {item.entri.indikator for item in anggota}
        if len(luput) != 1 or not sama or len(lain) != 1 or len(anggota) < _TERPENDEK:
            return
        depan = kalimat.teks.text[kalimat.klaim[luput[0] - 1].teks.akhir : kalimat.klaim[luput[0]].teks.mulai]
        entri = self._singkat.entri(next(iter(lain)))
        if self._singkat.khas(depan, entri.indikator):
            semua = cetakan(self._laporan, entri.baris)
            yield _Anggota(posisi=luput[0], klaim=kalimat.klaim[luput[0]], entri=entri, semua=semua)

    def _terukur(self, part: Part, tahun: int | None) -> set[str]:
        """Indicators with a printed figure of that part and year in the tables of capaian."""
        return {
            baris.indikator
            for tabel in self._laporan.of_kind(Kind.CAPAIAN)
            for baris in tabel.baris
            if baris.indikator and baris.jenis is JenisBaris.BUTIR
            for fakta in baris.all(part)
            if (fakta.year or tabel.tahun or self._laporan.metadata.tahun) == tahun
        }

    def _milik(self, item: _Anggota, part: Part) -> tuple[Cetakan, ...]:
        teks = item.klaim.teks
        if teks.periode or teks.jangka or wilayah_lain(self._laporan, item.klaim):
            return ()
        return bagian(item.semua, part, teks.tahun or self._laporan.metadata.tahun)

    def _milik_lain(self, item: _Anggota, part: Part) -> bool:
        """Whether another indicator prints that very value: its name may be the one that was meant."""
        return any(
            fakta.part is part and fakta.angka.value == item.klaim.angka.value and fakta.angka.value
            for baris in self._laporan.baris()
            if baris.indikator and baris.indikator != item.entri.indikator
            for fakta in baris.fakta
        )

    def _salah(self, rujukan: RujukanKlaim, item: _Anggota, milik: Sequence[Cetakan], part: Part) -> Uji:
        utama = milik[0]
        nilai = utama.fakta.angka.value
        assert nilai is not None
        return Uji(
            perihal=Perihal.TABEL,
            putusan=Putusan.SALAH,
            klaim=(rujukan,),
            fakta=tuple(satu.rujukan for satu in milik),
            subjek=item.entri.label,
            pesan=(
                f"Kalimat menyebut {sebutan_bagian(part)} {item.entri.label} tahun {utama.tahun} "
                f"{item.klaim.teks.angka}, sedangkan tabel {utama.fakta.text} ({where(utama.tabel)})."
            ),
            aturan="nilai tabel",
            harap=point(nilai),
            desimal=utama.fakta.angka.decimals,
            petunjuk=explain_cause(item.klaim.angka, point(nilai), {}),
        )


def _pantas(item: _Anggota, milik: Sequence[Cetakan]) -> bool:
    """Whether a number can be called wrong: plain, in the unit of its row, and no other figure of the row."""
    angka = item.klaim.angka
    if angka.kind is not AngkaKind.NUMBER or angka.currency or item.klaim.teks.pendekatan:
        return False
    if any(beda_satuan(angka, satu) for satu in milik):
        return False
    if any(sama_cetakan(angka, satu) or beda_pengali(angka, satu.fakta.angka) for satu in item.semua):
        return False
    if len({satu.fakta.angka.value for satu in milik}) > 1:
        return False
    kelas = {kelas_satuan(satu.fakta, satu.baris) for satu in milik}
    lazim = milik[0].fakta.part is Part.CAPAIAN
    return lazim or (not (angka.percent and "hitung" in kelas) and not (angka.unit and "persen" in kelas))
