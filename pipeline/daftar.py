"""What an understood report holds, line by line: its values, its indicators, the claims of its sentences."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from schemas.angka import AngkaKind
from schemas.kinerja import Baris, Fakta, JenisBaris, Kind, Laporan, Part, Scope, Tabel
from schemas.narasi import HasilKlaim, Kalimat, Klaim, Perihal, Putusan, RujukanFakta, RujukanKlaim, Uji, VonisTeks
from schemas.provenance import Place
from schemas.result import ClaimTally, Contents

NO_VALUES = frozenset({Part.NOMOR, Part.KODE, Part.SASARAN, Part.LABEL, Part.KETERANGAN, Part.LAIN, Part.SELISIH})
"""Parts that name or explain a row, or are derived inside it, and so are no values of their own."""

TANPA_PENGUJI = "tidak ada pemeriksaan yang menilainya"
HANYA_TULISAN = "kelasnya ada pada skala, tetapi tidak dihitung dari suatu capaian"

KODE_PEMERIKSAAN: Mapping[Perihal, str] = {
    Perihal.TABEL: "NAR001",
    Perihal.SELISIH: "NAR002",
    Perihal.POIN: "NAR003",
    Perihal.ARAH_KATA: "NAR004",
    Perihal.BESARAN: "NAR005",
    Perihal.HITUNGAN: "NAR006",
    Perihal.STATUS: "PRE002",
    Perihal.ISTILAH: "PRE004",
    Perihal.KELAS: "PRE001",
    Perihal.CACAH: "KON009",
    Perihal.TOTAL: "ANG004",
    Perihal.FISIK: "ANG008",
}
"""Code of the check that reports the judgements of a subject."""

_UTAMA = (Kind.CAPAIAN, Kind.PERBANDINGAN, Kind.NASIONAL, Kind.EFISIENSI, Kind.PERJANJIAN, Kind.RENSTRA)
"""Kinds of tables in the order in which one is asked for the figures of an indicator; other kinds come last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ButirIndikator:
    """One indicator of a report with the figures of the report's year, from the row of its main table."""

    tabel: Tabel
    baris: Baris
    tahun: int | None
    target: Fakta | None
    realisasi: Fakta | None
    capaian: Fakta | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ButirKlaim:
    """One claim or one verdict of a sentence; exactly one of `klaim` and `vonis` is there.

    Attributes:
        indikator: what it is about, as the table prints it (for a verdict as its judgement names it), "" unknown.
        baris: rows of tables it was held against, without any those it is bound to.
        alasan: why it was not checked, None when it was.
        pemeriksaan: codes of the checks whose judgements decided how it ended.
        aturan: rules by which those judgements decided.
        lain: why other judgements left it unchecked though these decided; empty when nothing decided.
    """

    kalimat: Kalimat
    klaim: Klaim | None
    vonis: VonisTeks | None
    indikator: str
    baris: tuple[RujukanFakta, ...]
    hasil: HasilKlaim
    alasan: str | None
    pemeriksaan: tuple[str, ...] = ()
    aturan: tuple[str, ...] = ()
    lain: tuple[str, ...] = ()

    @property
    def place(self) -> Place:
        """Where its printed characters stand."""
        return self.vonis.place if self.vonis is not None else self._klaim.teks.place

    @property
    def mulai(self) -> int:
        """Where it begins in its sentence."""
        return self.vonis.mulai if self.vonis is not None else self._klaim.teks.mulai

    @property
    def _klaim(self) -> Klaim:
        if self.klaim is None:
            raise ValueError("neither claim nor verdict")
        return self.klaim


def values(laporan: Laporan) -> Iterator[tuple[Tabel, Baris, Fakta]]:
    """Every printed value of the understood tables, in order."""
    for tabel in laporan.tabel:
        for baris in tabel.baris:
            for fakta in baris.fakta:
                if fakta.part not in NO_VALUES and fakta.angka.kind is not AngkaKind.BLANK and fakta.text.strip():
                    yield tabel, baris, fakta


def indicators(laporan: Laporan) -> tuple[ButirIndikator, ...]:
    """Every indicator once (rows of one identity are one), in the order in which they are first printed."""
    found: dict[str, list[tuple[Tabel, Baris]]] = defaultdict(list)
    for tabel in laporan.tabel:
        for baris in tabel.baris:
            if baris.indikator and baris.jenis is JenisBaris.BUTIR:
                found[baris.indikator].append((tabel, baris))
    return tuple(_indicator(rows, laporan.metadata.tahun) for rows in found.values())


def claims(laporan: Laporan) -> Iterator[ButirKlaim]:
    """Every claim and verdict of the sentences in printed order, each with how it ended."""
    met: dict[RujukanKlaim, list[Uji]] = defaultdict(list)
    for uji in laporan.uji:
        for rujukan in uji.klaim:
            met[rujukan].append(uji)
    for nomor, kalimat in enumerate(laporan.kalimat):
        butir = [
            _claim(kalimat, klaim, RujukanKlaim(kalimat=nomor, klaim=posisi), met)
            for posisi, klaim in enumerate(kalimat.klaim)
        ]
        butir += [
            _verdict(laporan, kalimat, vonis, met[RujukanKlaim(kalimat=nomor, vonis=posisi)])
            for posisi, vonis in enumerate(kalimat.teks.vonis)
        ]
        yield from sorted(butir, key=lambda item: item.mulai)


def claim_tally(laporan: Laporan) -> ClaimTally:
    """How the claims and verdicts of a report ended, counted."""
    hasil = Counter[HasilKlaim]()
    alasan = Counter[str]()
    for butir in claims(laporan):
        hasil[butir.hasil] += 1
        if butir.alasan is not None:
            alasan[butir.alasan] += 1
    return ClaimTally(by_result=dict(hasil), unchecked=dict(alasan))


def contents(laporan: Laporan) -> Contents:
    """How much was understood of a report."""
    return Contents(
        tables=len(laporan.tabel),
        unmapped=len(laporan.belum_dipetakan),
        rows=len(laporan.baris()),
        values=sum(1 for _ in values(laporan)),
        indicators=len(indicators(laporan)),
        sentences=len(laporan.kalimat),
    )


def _indicator(rows: Sequence[tuple[Tabel, Baris]], tahun: int | None) -> ButirIndikator:
    candidates = [_figures(tabel, baris, tahun) for tabel, baris in rows]
    return min(candidates, key=_rank)


def _rank(butir: ButirIndikator) -> tuple[bool, bool, int, int]:
    """The office's own tables before annexes, tables of results before plans, full rows before scanty ones."""
    kind = butir.tabel.kind
    printed = sum(fakta is not None for fakta in (butir.target, butir.realisasi, butir.capaian))
    order = _UTAMA.index(kind) if kind in _UTAMA else len(_UTAMA)
    return butir.tabel.lampiran, not printed, order, -printed


def _figures(tabel: Tabel, baris: Baris, tahun: int | None) -> ButirIndikator:
    found = {part: _figure(baris, part, tahun) for part in (Part.TARGET, Part.REALISASI, Part.CAPAIAN)}
    years = [fakta.year for fakta in found.values() if fakta is not None and fakta.year is not None]
    return ButirIndikator(
        tabel=tabel,
        baris=baris,
        tahun=years[0] if years else tabel.tahun or tahun,
        target=found[Part.TARGET],
        realisasi=found[Part.REALISASI],
        capaian=found[Part.CAPAIAN],
    )


def _figure(baris: Baris, part: Part, tahun: int | None) -> Fakta | None:
    """The office's own figure for the whole year: of the report's year, else of a column that names no year."""
    own = [
        fakta
        for fakta in baris.all(part)
        if fakta.scope is Scope.OWN and fakta.period is None and fakta.text.strip()
    ]
    wanted = [fakta for fakta in own if tahun is None or fakta.year == tahun]
    return next(iter(wanted or [fakta for fakta in own if fakta.year is None]), None)


def _claim(
    kalimat: Kalimat, klaim: Klaim, rujukan: RujukanKlaim, met: Mapping[RujukanKlaim, Sequence[Uji]]
) -> ButirKlaim:
    uji = met.get(rujukan, ())
    unchecked = klaim.hasil is HasilKlaim.TAK_DIUJI
    deciding = [] if unchecked else _deciding([item for item in uji if _weighs_on(item, rujukan)])
    return ButirKlaim(
        kalimat=kalimat,
        klaim=klaim,
        vonis=None,
        indikator=klaim.label or "",
        baris=_rows(deciding or _deciding(uji)) or klaim.baris,
        hasil=klaim.hasil,
        alasan=(klaim.alasan or TANPA_PENGUJI) if unchecked else None,
        pemeriksaan=_codes(deciding),
        aturan=_rules(deciding),
        lain=() if unchecked else _reasons(uji),
    )


def _verdict(laporan: Laporan, kalimat: Kalimat, vonis: VonisTeks, uji: Sequence[Uji]) -> ButirKlaim:
    deciding = _deciding(uji)
    rows = _rows(deciding or uji)
    named = (item.subjek for item in uji if item.perihal is Perihal.STATUS and item.subjek)
    labels = (laporan.tabel[row.tabel].baris[row.baris].label for row in rows)
    hasil = _outcome(deciding)
    reason = next(iter(_reasons(uji)), HANYA_TULISAN if uji else TANPA_PENGUJI)
    return ButirKlaim(
        kalimat=kalimat,
        klaim=None,
        vonis=vonis,
        indikator=next(named, None) or next(labels, ""),
        baris=rows,
        hasil=hasil,
        alasan=None if deciding else reason,
        pemeriksaan=_codes(deciding),
        aturan=_rules(deciding),
        lain=_reasons(uji) if deciding else (),
    )


def _deciding(uji: Sequence[Uji]) -> list[Uji]:
    """The judgements that decide: those that say wrong, without any those that say right."""
    wrong = [item for item in uji if item.putusan is Putusan.SALAH]
    return wrong or [item for item in uji if item.menentukan]


def _weighs_on(uji: Uji, rujukan: RujukanKlaim) -> bool:
    """A wrong judgement doubts its first claim only; with the others it merely reckons."""
    return uji.putusan is not Putusan.SALAH or uji.klaim[0] == rujukan


def _codes(uji: Sequence[Uji]) -> tuple[str, ...]:
    return tuple(sorted({KODE_PEMERIKSAAN[item.perihal] for item in uji}))


def _rules(uji: Sequence[Uji]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item.aturan for item in uji if item.aturan))


def _reasons(uji: Sequence[Uji]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item.alasan for item in uji if item.alasan))


def _outcome(deciding: Sequence[Uji]) -> HasilKlaim:
    if not deciding:
        return HasilKlaim.TAK_DIUJI
    tabled = any(item.fakta for item in deciding)
    if deciding[0].putusan is Putusan.SALAH:
        return HasilKlaim.BEDA_TABEL if tabled else HasilKlaim.SALAH_HITUNG
    return HasilKlaim.COCOK_TABEL if tabled else HasilKlaim.COCOK_HITUNG


def _rows(uji: Sequence[Uji]) -> tuple[RujukanFakta, ...]:
    """The rows whose facts the judgements used, each once."""
    rows = (RujukanFakta(tabel=fakta.tabel, baris=fakta.baris) for item in uji for fakta in item.fakta)
    return tuple(dict.fromkeys(rows))
