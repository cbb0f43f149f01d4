"""The errors planted in the sentences of the wrong report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from samples.blocks import Blok, Naskah, Paragraf


@dataclass(frozen=True, slots=True, kw_only=True)
class GalatKalimat:
    """An error in one sentence.

    Attributes:
        awal: how the paragraph begins, list mark included.
        benar, salah: the words as they should be and as they are printed; the right ones stand there exactly once.
    """

    kode: str
    awal: str
    benar: str
    salah: str
    sebab: str


KALIMAT: tuple[GalatKalimat, ...] = (
    GalatKalimat(
        kode="NAR001",
        awal="4. Nilai SAKIP Perangkat Daerah, indikator ini",
        benar="realisasi kinerja 81,07 dari",
        salah="realisasi kinerja 86,40 dari",
        sebab="86,40 is the realisasi of the Indeks Kepuasan Masyarakat",
    ),
    GalatKalimat(
        kode="NAR002",
        awal="Nilai SAKIP Perangkat Daerah tahun 2023",
        benar="kenaikan sebesar 1,27 poin",
        salah="kenaikan sebesar 2,57 poin",
        sebab="81,07 - 79,80; 2,57 is the rise of another indicator",
    ),
    GalatKalimat(
        kode="NAR003",
        awal="Persentase Jaringan Irigasi dalam Kondisi Baik tahun 2023",
        benar="sebesar 1,04 poin",
        salah="sebesar 1,04%",
        sebab="71,29 - 70,25 are points; the growth would be 1,48%",
    ),
    GalatKalimat(
        kode="NAR004",
        awal="Persentase Luas Sawah Beririgasi yang Terlayani Air tahun 2023",
        benar="mengalami kenaikan",
        salah="mengalami penurunan",
        sebab="87,42 to 89,99 is a rise",
    ),
    GalatKalimat(
        kode="NAR005",
        awal="Dari sejumlah 500 giliran",
        benar="dan 18 giliran sisanya",
        salah="dan 180 giliran sisanya",
        sebab="500 - 482 = 18, shifted by one digit",
    ),
    GalatKalimat(
        kode="NAR006",
        awal="a. Rehabilitasi Saluran Primer",
        benar="atau 98,06%",
        salah="atau 89,06%",
        sebab="6.712.404.880/6.845.000.000",
    ),
    GalatKalimat(
        kode="NAR006",
        awal="Anggaran sebesar Rp",
        benar="12 (dua belas) kegiatan",
        salah="12 (sebelas) kegiatan",
        sebab="digits and words differ; the table holds 12",
    ),
    GalatKalimat(
        kode="PRE002",
        awal="3. Jumlah Konflik Pembagian Air Antarpetani, indikator ini",
        benar="indikator ini belum mencapai target",
        salah="indikator ini mencapai target",
        sebab="46 conflicts against at most 40",
    ),
    GalatKalimat(
        kode="PRE004",
        awal="7. Persentase Ketepatan Jadwal Gilir Air terealisasi",
        benar="predikat Sangat Baik",
        salah="predikat Sangat Berhasil",
        sebab="the scale has no such class",
    ),
    GalatKalimat(
        kode="ANG004",
        awal="Seluruh sumber daya biaya",
        benar="tersedia sebesar Rp 18.",
        salah="tersedia sebesar Rp 19.",
        sebab="the tables total 18 billion; the realisasi agrees",
    ),
    GalatKalimat(
        kode="ANG008",
        awal="d. Pengawasan Giliran Air",
        benar="realisasi fisik sebesar 100%",
        salah="realisasi fisik sebesar 0%",
        sebab="124.377.850 were spent",
    ),
)


def kalimat_keliru(naskah: Naskah, galat: Sequence[GalatKalimat] = KALIMAT) -> Naskah:
    """The report with every error in its sentences.

    Raises:
        ValueError: when the words that an error wants to replace do not stand in exactly one paragraph, once.
    """
    blok = list(naskah.blok)
    for satu in galat:
        letak = [n for n, b in enumerate(blok) if _kena(b, satu)]
        if len(letak) != 1:
            raise ValueError(f"{satu.benar!r} stands in {len(letak)} paragraphs that begin with {satu.awal!r}")
        asal = blok[letak[0]]
        assert isinstance(asal, Paragraf)
        blok[letak[0]] = replace(asal, text=asal.text.replace(satu.benar, satu.salah))
    return replace(naskah, blok=tuple(blok))


def _kena(blok: Blok, galat: GalatKalimat) -> bool:
    return isinstance(blok, Paragraf) and blok.text.startswith(galat.awal) and blok.text.count(galat.benar) == 1
