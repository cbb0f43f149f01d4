"""The shape of a formula that was read: its nodes, operators, whether it truly divides. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.kata_rumus import akar_isi, baca_kata, berhitung, kumpulan
from schemas.rumus import Bilangan, Istilah, JenisRumus, Kurung, Operasi, Operator, Perbandingan, Rumus, Simpul

_WAKTU_DAN_SATUAN = kumpulan(
    """tahun bulan hari jam menit minggu triwulan semester kali orang unit buah paket dokumen laporan kegiatan kota ha
    km ton kg liter jiwa kasus kk"""
)
_TAKARAN = kumpulan(
    """panjang luas volume nilai berat produksi realisasi target pagu anggaran belanja pendapatan kapasitas debit
    timbulan populasi penduduk"""
)
_DIBAGI = kumpulan("dibagi bagi pembagian")
_TANDA_BAGI = (":", "÷")


def simpul(pohon: Simpul | None) -> Iterator[Simpul]:
    """All nodes of a tree in printed order, each before what it holds."""
    tumpukan = [] if pohon is None else [pohon]
    while tumpukan:
        item = tumpukan.pop()
        yield item
        if isinstance(item, Kurung):
            tumpukan.append(item.isi)
        elif isinstance(item, (Operasi, Perbandingan)):
            tumpukan += [item.kanan, item.kiri]


def teks_simpul(pohon: Simpul | None) -> str:
    """The words and numbers of a tree in printed order, without operators."""
    return " ".join(item.text for item in simpul(pohon) if isinstance(item, (Istilah, Bilangan)))


def operator(rumus: Rumus) -> frozenset[Operator]:
    """The operators of a formula; a ratio in words counts as a division."""
    ada = {item.operator for item in simpul(rumus.pohon) if isinstance(item, Operasi)}
    if any(isinstance(item, Perbandingan) for item in simpul(rumus.pohon)) or rumus.jenis is JenisRumus.RASIO:
        ada.add(Operator.BAGI)
    return frozenset(ada)


def bersuku(pohon: Simpul | None) -> bool:
    """Whether terms are added or subtracted in a tree."""
    return any(
        isinstance(item, Operasi) and item.operator in (Operator.TAMBAH, Operator.KURANG) for item in simpul(pohon)
    )


def diuraikan(rumus: Rumus) -> bool:
    """Whether a ratio is told in words (`perbandingan … dengan …`, `dibandingkan dengan`) rather than computed."""
    return any(isinstance(item, Perbandingan) for item in simpul(rumus.pohon)) or any(
        isinstance(item, Operasi)
        and item.operator is Operator.BAGI
        and item.tanda[:1].isalpha()
        and _DIBAGI.isdisjoint(item.tanda.lower().split())
        for item in simpul(rumus.pohon)
    )


def rasio_nyata(rumus: Rumus) -> bool:
    """Whether a ratio divides two quantities; its stroke is no `or` (`kabupaten/kota`) and no unit (`orang/tahun`)."""
    if rumus.jenis is not JenisRumus.RASIO or rumus.penyebut is None or rumus.pembilang is None:
        return False
    bawah = teks_simpul(rumus.penyebut)
    if akar_isi(bawah) <= {item for item in _WAKTU_DAN_SATUAN if item in baca_kata(bawah)}:
        return False
    bertakar = berhitung(bawah) or not _TAKARAN.isdisjoint(baca_kata(bawah)[:1])
    return rumus.faktor is not None or rumus.bertumpuk or bertakar or _bertanda_jelas(rumus)


def _bertanda_jelas(rumus: Rumus) -> bool:
    """Whether a division is printed by a sign or a word that cannot mean `or`."""
    return diuraikan(rumus) or any(
        isinstance(item, Operasi)
        and item.operator is Operator.BAGI
        and (item.tanda[:1].isalpha() or item.tanda in _TANDA_BAGI)
        for item in simpul(rumus.pohon)
    )
