"""The yearly values of every indicator of every office, chosen from all documents of a run, each with its source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.arithmetic import same_quantity
from pipeline.sebutan import sebanding
from schemas.kinerja import Arah, Kind, Part
from schemas.provenance import page_of
from schemas.result import DocumentResult, RunResult
from schemas.tautan import Ciri, Deret, Ikhtisar, IndikatorDokumen, JenisDokumen, Kantor, Sebutan

BAGIAN = (Part.TARGET, Part.REALISASI, Part.CAPAIAN)
"""Parts of which a series has a value for each year, in the order of its columns."""

_SUMBER_TARGET = (JenisDokumen.PERJANJIAN, JenisDokumen.LAPORAN, JenisDokumen.KEPUTUSAN, JenisDokumen.RENSTRA)
_TABEL = (Kind.CAPAIAN, Kind.PERJANJIAN, Kind.PERBANDINGAN, Kind.RENSTRA)
_TANPA_KANTOR = Kantor(unit="", tingkat="", wilayah="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cetakan:
    """One printed value, the document that prints it, and the unit that it has there, "" unknown."""

    dokumen: Ikhtisar
    sebutan: Sebutan
    satuan: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NilaiTahun:
    """One part of an indicator in one year.

    Attributes:
        utama: the printing that counts; lain: one printing of every other value that differs from it.
    """

    part: Part
    utama: Cetakan
    lain: tuple[Cetakan, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisTahun:
    """One indicator of one office in one year; `nilai` holds the parts that are printed, in the order of `BAGIAN`."""

    instansi: str
    kantor: Kantor
    kode: str
    indikator: str
    satuan: str
    arah: Arah
    tahun: int
    nilai: tuple[NilaiTahun, ...]


def yearly(run: RunResult) -> Iterator[BarisTahun]:
    """Every office, indicator and year of a run that has a value.

    A realisasi counts from the report of its own year, then from the nearest later one; a target from the agreement
    before the report, the decree and the plan. Documents whose office is not known stand for themselves.
    """
    for deret in (*run.deret, *_sendiri(run)):
        anggota = [(run.documents[d], i) for d, i in deret.anggota]
        isi = [(doc.ikhtisar, doc.ikhtisar.indikator[i]) for doc, i in anggota if doc.ikhtisar is not None]
        if isi:
            yield from _baris(deret, isi)


def _sendiri(run: RunResult) -> Iterator[Deret]:
    """A series for every indicator that no series of an office holds."""
    terpakai = {pair for deret in run.deret for pair in deret.anggota}
    for nomor, document in enumerate(run.documents):
        for urut, indikator in enumerate(_indikator(document)):
            if (nomor, urut) not in terpakai:
                kantor = document.ikhtisar.kantor if document.ikhtisar is not None else None
                yield Deret(
                    kantor=kantor or _TANPA_KANTOR,
                    kode=indikator.baku or indikator.kode,
                    nama=indikator.nama[0],
                    anggota=((nomor, urut),),
                )


def _indikator(document: DocumentResult) -> tuple[IndikatorDokumen, ...]:
    return document.ikhtisar.indikator if document.ikhtisar is not None else ()


def _baris(deret: Deret, isi: Sequence[tuple[Ikhtisar, IndikatorDokumen]]) -> Iterator[BarisTahun]:
    per_tahun: dict[int, dict[Part, list[Cetakan]]] = defaultdict(lambda: defaultdict(list))
    for dokumen, indikator in isi:
        for sebutan in indikator.sebutan:
            if sebutan.tahun is not None and sebutan.fakta.part in BAGIAN and _tahunan(dokumen, sebutan):
                satuan = sebutan.baris.satuan or indikator.satuan or ""
                cetakan = Cetakan(dokumen=dokumen, sebutan=sebutan, satuan=satuan)
                per_tahun[sebutan.tahun][sebutan.fakta.part].append(cetakan)
    arah = _arah(isi)
    for tahun in sorted(per_tahun):
        nilai = tuple(_nilai(part, per_tahun[tahun][part], tahun) for part in BAGIAN if per_tahun[tahun][part])
        yield BarisTahun(
            instansi=min((dokumen.instansi for dokumen, _ in isi if dokumen.instansi), key=_rapi, default=""),
            kantor=deret.kantor,
            kode=deret.kode,
            indikator=deret.nama,
            satuan=_satuan(nilai),
            arah=arah,
            tahun=tahun,
            nilai=nilai,
        )


def _tahunan(dokumen: Ikhtisar, sebutan: Sebutan) -> bool:
    """Whether a value is that of a whole year: not what a report of a quarter says of its own year."""
    return Ciri.BERKALA not in dokumen.ciri or sebutan.fakta.part is Part.TARGET or sebutan.tahun != dokumen.tahun


def _rapi(instansi: str) -> tuple[int, str]:
    """The longest printing of an office first: it leaves the least unsaid."""
    return -len(instansi), instansi


def _satuan(nilai: Sequence[NilaiTahun]) -> str:
    """The unit in which the values of a year are printed; "" where they have several, as then no single one holds."""
    satuan = {item.utama.satuan for item in nilai if item.part is not Part.CAPAIAN} - {""}
    return satuan.pop() if len(satuan) == 1 else ""


def _arah(isi: Sequence[tuple[Ikhtisar, IndikatorDokumen]]) -> Arah:
    found = {indikator.arah for _, indikator in isi} - {Arah.TIDAK_DIKETAHUI}
    return found.pop() if len(found) == 1 else Arah.TIDAK_DIKETAHUI


def _nilai(part: Part, cetakan: Iterable[Cetakan], tahun: int) -> NilaiTahun:
    urut = sorted(cetakan, key=lambda item: _derajat(part, item, tahun))
    utama = urut[0]
    lain: list[Cetakan] = []
    for item in urut[1:]:
        if sebanding(item.sebutan, utama.sebutan) and not any(_sama(item, known) for known in (utama, *lain)):
            lain.append(item)
    return NilaiTahun(part=part, utama=utama, lain=tuple(lain))


def _sama(a: Cetakan, b: Cetakan) -> bool:
    return same_quantity(a.sebutan.fakta.angka, b.sebutan.fakta.angka)


def _derajat(part: Part, item: Cetakan, tahun: int) -> tuple[int, int, bool, bool, int, bool, str]:
    """Rank of a printing, the best first: document, a changed agreement, annex, table, one with a page, its content."""
    dokumen, tabel = item.dokumen, item.sebutan.tabel
    if part is Part.TARGET:
        jenis = _SUMBER_TARGET.index(dokumen.jenis) if dokumen.jenis in _SUMBER_TARGET else len(_SUMBER_TARGET)
    else:
        jenis = dokumen.jenis is not JenisDokumen.LAPORAN
    jauh = abs((dokumen.tahun or 0) - tahun)
    kind = _TABEL.index(tabel.kind) if tabel.kind in _TABEL else len(_TABEL)
    semula = part is Part.TARGET and Ciri.PERUBAHAN not in dokumen.ciri
    tanpa_halaman = page_of(item.sebutan.fakta.place) is None
    return (jenis, jauh, semula, tabel.lampiran, kind, tanpa_halaman, dokumen.sha256)
