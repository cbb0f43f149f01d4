"""Changes whose levels only a table prints: two years of a bound row confirm, and rarely accuse, the printed amount."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from pipeline.arithmetic import same_quantity
from pipeline.klaim.hubungan.dasar import persentase
from pipeline.klaim.hubungan.operan import Operan, digit, sampai, sebelum, sekelas, sesudah
from pipeline.klaim.hubungan.pasangan import TINGKAT, hanya_umum
from pipeline.klaim.hubungan.selisih import selisih_atau_pertumbuhan
from pipeline.normalise.kata.ejaan import lipat
from schemas.angka import AngkaKind
from schemas.kinerja import Fakta, Laporan, Part, Scope
from schemas.narasi import Acuan, Kalimat, Peran, RujukanFakta

_BANDING = re.compile(
    r"\b(?:di)?banding(?:kan)?\s+(?:dengan\s+)?(?:realisasi\s+|capaian\s+|kondisi\s+)?(?:pada\s+)?"
    r"(?:tahun\s+(?P<lalu>sebelumnya|lalu)|(?:tahun\s+)?(?P<tahun>(?:19|20)\d\d))"
)
_TINGKAT = (Peran.REALISASI, Peran.NILAI)


@dataclass(frozen=True, slots=True, kw_only=True)
class TingkatTabel:
    """One level of a row."""

    rujukan: RujukanFakta
    fakta: Fakta


def cocok_tabel(laporan: Laporan, selisih: Operan) -> tuple[RujukanFakta, ...]:
    """Two years' values of a row it is bound to that give the change."""
    parts = (Part.REALISASI, Part.AWAL, Part.REALISASI_ANGGARAN)
    for rujukan in selisih.klaim.baris:
        for lama, baru in combinations(_tingkat(laporan, rujukan, parts), 2):
            angka = (lama.fakta.angka, baru.fakta.angka)
            if lama.fakta.year != baru.fakta.year and sampai(selisih.angka, selisih_atau_pertumbuhan, angka):
                return lama.rujukan, baru.rujukan
    return ()


def beda_tabel(
    laporan: Laporan, kalimat: Kalimat, operan: Sequence[Operan | None], selisih: Operan
) -> tuple[TingkatTabel, TingkatTabel] | None:
    """Earlier and later level of the row that contradict the change; None unless the row and its years are sure."""
    akhir = operan[selisih.posisi - 1] if selisih.posisi else None
    if akhir is None or not _bernama(kalimat, selisih, akhir):
        return None
    tahun = akhir.teks.tahun or laporan.metadata.tahun
    lalu = _tahun_lalu(kalimat, selisih, tahun)
    if tahun is None or lalu is None:
        return None
    tingkat = [item for baris in selisih.klaim.baris for item in _tingkat(laporan, baris, (Part.REALISASI,))]
    awal, kini = (_satu([item for item in tingkat if item.fakta.year == satu]) for satu in (lalu, tahun))
    if awal is None or kini is None or not same_quantity(kini.fakta.angka, akhir.angka):
        return None
    semua = ((awal.fakta.angka, kini.fakta.angka), (awal.fakta.angka, akhir.angka))
    if any(sampai(selisih.angka, selisih_atau_pertumbuhan, angka) for angka in semua):
        return None
    return awal, kini


def cocok_tahun_ini(
    laporan: Laporan, operan: Sequence[Operan | None], selisih: Operan
) -> tuple[Operan, RujukanFakta] | None:
    """A level of the sentence that the change leads from to the reported year's value, which only a table prints."""
    tingkat = [item for item in operan if item is not None and item.teks.peran in TINGKAT and item is not selisih]
    baris = selisih.klaim.baris or tuple(
        RujukanFakta(tabel=tabel, baris=nomor)
        for tabel, isi in enumerate(laporan.tabel)
        for nomor in range(len(isi.baris))
    )
    for rujukan in baris:
        for kini in _tingkat(laporan, rujukan, (Part.REALISASI,)):
            tercetak = any(same_quantity(kini.fakta.angka, item.angka) for item in tingkat)
            if tercetak or kini.fakta.year not in (None, laporan.metadata.tahun):
                continue
            for item in tingkat:
                if sampai(selisih.angka, selisih_atau_pertumbuhan, (kini.fakta.angka, item.angka)):
                    return item, kini.rujukan
    return None


def cocok_kembar(operan: Sequence[Operan | None], selisih: Operan) -> bool:
    """Whether the change and the percentage beside it ("102.350 orang (20,07%)") fit one level of the sentence."""
    tingkat = [item for item in operan if item is not None and item.teks.peran in TINGKAT and item is not selisih]
    for posisi in (selisih.posisi - 1, selisih.posisi + 1):
        lain = operan[posisi] if 0 <= posisi < len(operan) else None
        if lain is None or lain.teks.peran not in (Peran.SELISIH, Peran.PERSEN) or not (
            lain.angka.percent ^ selisih.angka.percent
        ):
            continue
        jumlah, bagian = (selisih, lain) if lain.angka.percent else (lain, selisih)
        if any(digit(bagian.angka) > 1 and _sebagian(bagian, jumlah, item) for item in tingkat):
            return True
    return False


def _sebagian(persen_: Operan, beda: Operan, tingkat: Operan) -> bool:
    setara = sekelas(beda.angka, tingkat.angka) and not tingkat.angka.percent
    return setara and sampai(persen_.angka, persentase, (beda.angka, tingkat.angka))


def _bernama(kalimat: Kalimat, selisih: Operan, akhir: Operan) -> bool:
    """Whether the full name of the row stands before the level and its change, and both are plain numbers of it."""
    nama = selisih.klaim.label
    if nama is None or akhir.klaim.label != nama or akhir.teks.peran not in _TINGKAT:
        return False
    if selisih.teks.acuan is Acuan.TARGET or not hanya_umum(kalimat, akhir, selisih):
        return False
    khusus = (akhir.teks.periode, akhir.teks.wilayah, selisih.teks.periode, selisih.teks.wilayah)
    if any(khusus) or akhir.teks.pendekatan or selisih.teks.pendekatan:
        return False
    return lipat(nama) in lipat(kalimat.teks.text[: akhir.teks.mulai])


def _tahun_lalu(kalimat: Kalimat, selisih: Operan, tahun: int | None) -> int | None:
    """The year that the change is said to be measured from."""
    banding = _BANDING.search(sesudah(kalimat, selisih)) or _BANDING.search(sebelum(kalimat, selisih))
    if banding is None or tahun is None:
        return None
    lalu = tahun - 1 if banding["lalu"] else int(banding["tahun"])
    return lalu if lalu < tahun else None


def _satu(tingkat: Sequence[TingkatTabel]) -> TingkatTabel | None:
    """The level of a year, where all tables print the same."""
    sepakat = tingkat and all(same_quantity(item.fakta.angka, tingkat[0].fakta.angka) for item in tingkat)
    return tingkat[0] if sepakat else None


def _tingkat(laporan: Laporan, rujukan: RujukanFakta, parts: Sequence[Part]) -> Iterator[TingkatTabel]:
    baris = laporan.tabel[rujukan.tabel].baris[rujukan.baris]
    for nomor, fakta in enumerate(baris.fakta):
        sendiri = fakta.scope is Scope.OWN and fakta.period is None
        if fakta.part in parts and sendiri and fakta.angka.kind is AngkaKind.NUMBER:
            yield TingkatTabel(rujukan=RujukanFakta(tabel=rujukan.tabel, baris=rujukan.baris, fakta=nomor), fakta=fakta)
