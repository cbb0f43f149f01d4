"""Which indicators of a measurement reached their targets, where every row can be decided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from pipeline.klaim.tabel.arah_cetak import ArahCetak, arah_tercetak
from pipeline.klaim.vonis.subjek import arah_indikator
from pipeline.klaim.vonis.tercapai import sesuai
from pipeline.pengukuran import SEMUA_ATURAN, Terukur, cocok, pengukuran
from schemas.kinerja import Arah, JenisBaris, Laporan
from schemas.narasi import RujukanFakta, Vonis

_SERATUS = Decimal(100)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ketercapaian:
    """How the indicators of one table ended.

    Attributes:
        tercapai: identities that reached their targets.
        gagal: labels of those that did not, with the place of their capaian.
    """

    tabel: int
    tercapai: frozenset[str]
    gagal: Mapping[str, RujukanFakta]

    @property
    def banyak(self) -> int:
        """How many indicators there are."""
        return len(self.tercapai) + len(self.gagal)


def ketercapaian(laporan: Laporan, tabel: int) -> Ketercapaian | None:
    """How the indicators of a table ended; None where one of its rows leaves it open."""
    hasil: dict[str, set[bool | None]] = defaultdict(set)
    label: dict[str, str] = {}
    tempat: dict[str, RujukanFakta] = {}
    cetak = arah_tercetak(laporan)
    for ukur in pengukuran(laporan):
        if ukur.tabel.index != tabel:
            continue
        hasil[ukur.baris.indikator].add(_hasil(laporan, cetak, ukur) if isinstance(ukur, Terukur) else None)
        label.setdefault(ukur.baris.indikator, ukur.baris.label)
        if isinstance(ukur, Terukur):
            nomor = next(nomor for nomor, baris in enumerate(ukur.tabel.baris) if baris is ukur.baris)
            fakta = ukur.baris.fakta.index(ukur.capaian)
            tempat.setdefault(ukur.baris.indikator, RujukanFakta(tabel=tabel, baris=nomor, fakta=fakta))
    butir = {baris.indikator for baris in laporan.tabel[tabel].baris if baris.jenis is JenisBaris.BUTIR}
    if not butir or "" in butir or butir != set(hasil) or any(satu not in ({True}, {False}) for satu in hasil.values()):
        return None
    return Ketercapaian(
        tabel=tabel,
        tercapai=frozenset(item for item, satu in hasil.items() if satu == {True}),
        gagal={label[item]: tempat[item] for item, satu in hasil.items() if satu == {False}},
    )


def _hasil(laporan: Laporan, cetak: Mapping[str, ArahCetak], ukur: Terukur) -> bool | None:
    """Whether a row reached its target: target, realisasi and a capaian that follows from them must agree."""
    nilai = ukur.capaian.angka.value
    arah = arah_indikator(laporan, ukur.baris.indikator)
    if arah is Arah.TIDAK_DIKETAHUI and ukur.baris.indikator in cetak:
        arah = cetak[ukur.baris.indikator].arah
    sampai = sesuai(Vonis.TERCAPAI, "tercapai", arah, ukur.target.angka, ukur.realisasi.angka)
    if nilai is None or sampai is None or not any(cocok(ukur, rule) for rule in SEMUA_ATURAN):
        return None
    return sampai if sampai is (nilai >= _SERATUS) else None
