"""Sumber data atau penanggung jawab kosong.

Yang ditemukan
    Baris indikator yang sel sumber data atau penanggung jawabnya kosong, padahal tabelnya punya kolom itu.

Mengapa penting
    Indikator tanpa sumber data tidak dapat dibuktikan, dan tanpa penanggung jawab tidak ada yang mengukurnya.

Contoh
    Baris “Jumlah pintu air yang diganti” tidak bersumber data; baris di atasnya bersumber Laporan Pemeliharaan.

Diam bila
    Sel itu gabungan dengan sel di atasnya; tabelnya tidak punya kolom itu; isi selnya berdiri di tengah beberapa baris
    satu sasaran, sehingga mungkin untuk semuanya; baris itu formulir kosong.

Rujukan:
    PER/09/M.PAN/5/2007 dan PermenPANRB 53/2014: IKU disertai penjelasan, sumber data, dan penanggung jawab.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from pipeline.checks.base import Check, finding, ok, unchecked
from pipeline.checks.base_keputusan import bukti_indikator, potong, rapi, sebut_lembar
from schemas.finding import Outcome, Severity
from schemas.keputusan import Indikator, Jabatan, Keputusan
from schemas.kinerja import Laporan

_KOLOM = (("sumber_data", "Sumber data"), ("penanggung_jawab", "Penanggung jawab"))
_ISI = ("definisi", "formula", "satuan", "sumber_data", "penanggung_jawab", "tipe", "alasan", "target")
_SEBUT = 5
Kurang = tuple[Jabatan, Indikator]


def run(laporan: Laporan) -> Iterator[Outcome]:
    """Answers for every indicator whose table has one of the two columns."""
    for keputusan in laporan.keputusan:
        for kolom, nama in _KOLOM:
            yield from _periksa(keputusan, kolom, nama)


def _periksa(keputusan: Keputusan, kolom: str, nama: str) -> Iterator[Outcome]:
    """One finding for all blank cells of a column in a record."""
    kurang: list[Kurang] = []
    for jabatan in keputusan.jabatan:
        for _, anggota in groupby(jabatan.indikator, key=_kelompok):
            baris = list(anggota)
            kosong = [item for item in baris if kolom in item.kosong]
            yield from (ok() for item in baris if getattr(item, kolom) is not None)
            if kosong and _di_tengah(baris, kolom):
                yield unchecked("isi sel di tengah beberapa baris; mungkin untuk semuanya")
                continue
            for item in kosong:
                if _formulir(item):
                    yield unchecked("baris formulir yang belum diisi")
                else:
                    kurang.append((jabatan, item))
    if kurang:
        yield _temuan(kurang, nama)


def _kelompok(indikator: Indikator) -> tuple[int, str]:
    """Rows of one sasaran of one table."""
    return indikator.table, rapi(indikator.sasaran.text) if indikator.sasaran is not None else ""


def _di_tengah(baris: Sequence[Indikator], kolom: str) -> bool:
    """Whether a group prints the column once, below a blank first row: it may stand in the middle of them all."""
    return baris[0].sasaran is not None and kolom in baris[0].kosong and any(getattr(i, kolom) for i in baris)


def _formulir(indikator: Indikator) -> bool:
    """Whether nothing but the name of the indicator is filled in."""
    return not any(getattr(indikator, isi) for isi in _ISI)


def _temuan(kurang: Sequence[Kurang], nama: str) -> Outcome:
    """Several indicators in one printed row have one blank cell: they are told together."""
    baris = [list(anggota) for _, anggota in groupby(kurang, key=lambda item: (item[1].table, item[1].row))]
    sebutan = [_sebut(anggota) for anggota in baris]
    lain = f"; dan {len(sebutan) - _SEBUT} lainnya" if len(sebutan) > _SEBUT else ""
    return finding(
        CHECK,
        subject=f"{nama}: {potong(kurang[0][1].indikator.text)}",
        message=f"{nama} kosong pada {len(baris)} baris: {'; '.join(sebutan[:_SEBUT])}{lain}.",
        evidence=[bukti_indikator(item[0][1], f"{sebut_lembar(item[0][0])} / {nama}") for item in baris],
    )


def _sebut(anggota: Sequence[Kurang]) -> str:
    jabatan, pertama = anggota[0]
    lain = f" dan {len(anggota) - 1} indikator lain" if len(anggota) > 1 else ""
    return f"{potong(pertama.indikator.text, 70)}{lain} ({sebut_lembar(jabatan)})"


CHECK = Check(
    code="STR007",
    name="sumber-atau-penanggung-jawab-kosong",
    severity=Severity.PRESENTATION,
    run=run,
    doc=__doc__,
)
