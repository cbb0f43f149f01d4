"""The small part of a document that other documents are compared with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice

from pipeline.ikhtisar.berkala import berkala
from pipeline.ikhtisar.ciri import baca_ciri, baca_masa
from pipeline.ikhtisar.keputusan import (
    akhir_tahun,
    indikator_keputusan,
    nomor_keputusan,
    tahun_ditetapkan,
    tahun_tertulis,
)
from pipeline.ikhtisar.laporan import indikator_laporan
from pipeline.ikhtisar.pemilik import bagian_kantor, kantor_dokumen
from pipeline.ikhtisar.sementara import tandai_sementara
from pipeline.normalise.nama.urai import konteks_laporan
from schemas.keputusan import JenisKeputusan, Keputusan
from schemas.kinerja import JenisBaris, Kind, Laporan, Part
from schemas.tautan import Ciri, Ikhtisar, JenisDokumen, Kantor

__all__ = ("ikhtisarkan",)

_LAPORAN = "lkjip"
_PERJANJIAN = "perjanjian"
_SAMPUL = 25
"""Lines of a cover: what kind of document it is and whose."""

_RENSTRA = re.compile(r"rencana\s+(?:strategis|pembangunan\s+jangka\s+menengah)|\brenstra\b|\brpjmd\b", re.IGNORECASE)
_JUDUL_LAPORAN = re.compile(r"laporan\s+(?:\w+\s+)?kinerja|\bl(?:kj|ak|k)ip\b", re.IGNORECASE)
_KINERJA = (Kind.CAPAIAN, Kind.PERBANDINGAN, Kind.NASIONAL, Kind.TRIWULAN, Kind.PERJANJIAN, Kind.EFISIENSI)
_KATA_SEBUTAN = 3
_KATA_TERBANYAK = 40


def ikhtisarkan(laporan: Laporan, *, path: str, sha256: str, family: str, teks: Sequence[str]) -> Ikhtisar:
    """What of a document others are compared with.

    Args:
        laporan: the document as understood, its rows with identities.
        path: of the file.
        sha256: hash of its bytes.
        family: how it was read.
        teks: all printed lines and cells, in order, lines first.
    """
    meta = laporan.metadata
    sampul = tuple(islice((line for line in teks if line.strip()), _SAMPUL))
    jenis = _jenis(laporan, family, sampul)
    kantor = kantor_dokumen(laporan, jenis, sampul)
    tertulis = jenis is not JenisDokumen.LAPORAN or any(str(meta.tahun) in line for line in sampul)
    if jenis in (JenisDokumen.PERJANJIAN, JenisDokumen.KEPUTUSAN) and laporan.keputusan:
        return _keputusan(laporan, jenis, kantor, path, sha256, teks)
    indikator, direvisi = tandai_sementara(indikator_laporan(laporan), teks, konteks_laporan(meta))
    ciri = baca_ciri(jenis, sampul, teks, laporan.susunan)
    sebagian = jenis is JenisDokumen.LAIN and berkala(sampul)
    tambahan = ((Ciri.DIREVISI, direvisi), (Ciri.TAHUN_DUGAAN, not tertulis), (Ciri.BERKALA, sebagian))
    ciri |= {item for item, ada in tambahan if ada}
    return Ikhtisar(
        path=path,
        sha256=sha256,
        jenis=jenis,
        instansi=meta.instansi,
        kantor=None if kantor is None or bagian_kantor(kantor, sampul, jenis) else kantor,
        tahun=meta.tahun,
        tingkat=meta.tingkat,
        berlaku=baca_masa(sampul) if jenis is JenisDokumen.RENSTRA else None,
        ciri=ciri,
        indikator=indikator,
        disebut=_disebut_laporan(laporan) if jenis is JenisDokumen.LAPORAN else (),
        tanya=laporan.tanya,
    )


def _keputusan(
    laporan: Laporan, jenis: JenisDokumen, kantor: Kantor | None, path: str, sha256: str, teks: Sequence[str]
) -> Ikhtisar:
    """The digest of a document whose decrees or agreements were read as records."""
    meta = laporan.metadata
    judul = _judul(laporan.keputusan)
    masa = baca_masa(judul)
    ditetapkan = tahun_ditetapkan(laporan.keputusan, masa) if jenis is JenisDokumen.KEPUTUSAN else None
    tertulis = ditetapkan or tahun_tertulis(laporan.keputusan)
    ciri = baca_ciri(jenis, judul, teks, laporan.susunan)
    if jenis is JenisDokumen.KEPUTUSAN and akhir_tahun(laporan.keputusan):
        ciri |= {Ciri.AKHIR_TAHUN}
    return Ikhtisar(
        path=path,
        sha256=sha256,
        jenis=jenis,
        instansi=meta.instansi,
        kantor=kantor,
        tahun=tertulis or meta.tahun or next((item.tahun for item in laporan.keputusan if item.tahun), None),
        tingkat=meta.tingkat,
        berlaku=masa,
        nomor=nomor_keputusan(laporan.keputusan),
        ciri=ciri if tertulis else ciri | {Ciri.TAHUN_DUGAAN},
        indikator=indikator_keputusan(laporan, jenis, kantor),
        disebut=_pilih(piece.text for item in laporan.keputusan for piece in item.belum_dipahami),
        tanya=laporan.tanya,
    )


def _jenis(laporan: Laporan, family: str, sampul: Sequence[str]) -> JenisDokumen:
    if family == _PERJANJIAN:
        return JenisDokumen.PERJANJIAN
    if family in set(JenisKeputusan):
        return JenisDokumen.KEPUTUSAN
    judul = " ".join(sampul)
    dilaporkan = _JUDUL_LAPORAN.search(judul) is not None
    if _matriks_renstra(laporan) and _RENSTRA.search(judul) and not dilaporkan:
        return JenisDokumen.RENSTRA
    if berkala(sampul):
        return JenisDokumen.LAIN
    mengukur = dilaporkan and any(tabel.has(Part.REALISASI) for tabel in laporan.of_kind(Kind.CAPAIAN))
    return JenisDokumen.LAPORAN if family == _LAPORAN or mengukur else JenisDokumen.LAIN


def _matriks_renstra(laporan: Laporan) -> bool:
    """Whether most rows of indicators stand in matrices of a plan of several years."""
    renstra = _banyak(laporan, (Kind.RENSTRA,))
    return renstra > 0 and renstra >= _banyak(laporan, _KINERJA)


def _banyak(laporan: Laporan, kinds: Sequence[Kind]) -> int:
    return sum(1 for tabel in laporan.of_kind(*kinds) for baris in tabel.baris if baris.jenis is JenisBaris.BUTIR)


def _judul(keputusan: Sequence[Keputusan]) -> tuple[str, ...]:
    """Titles of decrees, agreements and their sheets."""
    found: list[str] = []
    for item in keputusan:
        found += [teks.text for teks in (item.penetap, item.tentang) if teks is not None]
        found += [jabatan.judul.text for jabatan in item.jabatan if jabatan.judul is not None]
    return tuple(dict.fromkeys(found))


def _disebut_laporan(laporan: Laporan) -> tuple[str, ...]:
    """Texts of a report that may name an indicator: headings, list items, captions and cells, those of tables too."""
    susunan = laporan.susunan
    found = [judul.teks for judul in susunan.judul if not judul.daftar_isi]
    found += [butir.teks for daftar in susunan.daftar for butir in daftar.butir]
    found += [item.judul for item in susunan.keterangan]
    found += [sel.text for kolom in laporan.kolom_cetak for sel in kolom.sel]
    return _pilih(found)


def _pilih(texts: Iterable[str]) -> tuple[str, ...]:
    """Texts that are neither too short nor too long to name an indicator, each once."""
    rapi = dict.fromkeys(" ".join(text.split()) for text in texts)
    return tuple(text for text in rapi if _KATA_SEBUTAN <= text.count(" ") + 1 <= _KATA_TERBANYAK)
