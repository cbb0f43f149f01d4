"""Gives every row of a report the identity, the direction and the unit of its indicator.

Rows of the same identity measure the same thing. A wrong identity makes false alarms, so what is not clear
stays apart.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pipeline.normalise.arah import arah_kamus, arah_nama
from pipeline.normalise.baku import bakukan_butir
from pipeline.normalise.butir import Butir, berindikator, kumpulkan
from pipeline.normalise.gugus import Gugus, Titik, kelompokkan
from pipeline.normalise.nama.banding import Hasil, Putusan, bandingkan
from pipeline.normalise.nama.urai import Konteks, baca_nama, konteks_laporan
from pipeline.normalise.satuan import satuan_baris, satuan_berlawanan
from pipeline.normalise.tanya import tanya_nama
from schemas.kinerja import Arah, Baris, JenisBaris, Laporan, Tabel
from schemas.tanya import TanyaNama

__all__ = (
    "Hasil",
    "Match",
    "bandingkan_label",
    "explain_matches",
    "normalise",
    "satuan_berlawanan",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """How one row came by its identity.

    Attributes:
        table, row: positions in `Laporan.tabel` and in its `baris`.
        putusan: SAMA with the closeness of the link, TANYA with that of the open question, or BEDA (it is known
            from nowhere else) with the score 0; and the reason.
        runner_up: identity of the nearest other indicator, None without one.
    """

    table: int
    row: int
    label: str
    indikator: str
    putusan: Putusan
    runner_up: str | None


def normalise(laporan: Laporan) -> Laporan:
    """The report with `indikator`, `arah` and `satuan` of its rows, and `tanya`; everything else as it was."""
    butir, tanya_kamus = _butir(laporan)
    gugus, tanya = kelompokkan(butir)
    nama = _identitas(gugus)
    arah = {kode: _arah_gugus(group) for group, kode in zip(gugus, nama, strict=True)}
    kode = {_tempat(item): kode for group, kode in zip(gugus, nama, strict=True) for item in _isi(group)}
    per_tempat = {_tempat(item): item for item in butir}

    tabel = tuple(
        replace(
            item,
            baris=tuple(_lengkapi(item, b, per_tempat.get((t, n)), kode, arah) for n, b in enumerate(item.baris)),
        )
        if berindikator(item)
        else item
        for t, item in enumerate(laporan.tabel)
    )
    pertanyaan = (*tanya_kamus, *tanya_nama(tanya, gugus, nama, laporan.tabel))
    return replace(laporan, tabel=tabel, tanya=pertanyaan)


def _butir(laporan: Laporan) -> tuple[tuple[Butir, ...], tuple[TanyaNama, ...]]:
    """The rows that measure something, each with its entry of the kamus, and what a person is asked about these."""
    return bakukan_butir(kumpulkan(laporan), konteks_laporan(laporan.metadata), laporan.tabel)


def explain_matches(laporan: Laporan) -> tuple[Match, ...]:
    """How every row of the report comes by its identity, in order of tables and rows."""
    gugus, tanya = kelompokkan(_butir(laporan)[0])
    nama = _identitas(gugus)
    milik = {titik.kunci: kode for group, kode in zip(gugus, nama, strict=True) for titik in group.titik}
    terbuka: dict[str, list[tuple[Putusan, str]]] = defaultdict(list)
    for item in tanya:
        a, b = milik[item.a.kunci], milik[item.b.kunci]
        terbuka[a].append((item.putusan, b))
        terbuka[b].append((item.putusan, a))
    found = [
        _match(item, kode, group, terbuka.get(kode, []))
        for group, kode in zip(gugus, nama, strict=True)
        for item in _isi(group)
    ]
    return tuple(sorted(found, key=lambda match: (match.table, match.row)))


def bandingkan_label(a: str, b: str) -> Putusan:
    """Whether two printed labels mean the same measure, as far as the words alone can say."""
    return bandingkan(baca_nama(a, Konteks()), baca_nama(b, Konteks()))


def _tempat(item: Butir) -> tuple[int, int]:
    return item.tabel, item.urut


def _isi(group: Gugus) -> Iterable[Butir]:
    return (item for titik in group.titik for item in titik.butir)


def _match(item: Butir, kode: str, group: Gugus, terbuka: Sequence[tuple[Putusan, str]]) -> Match:
    dekat = max(terbuka, key=lambda pair: (pair[0].skor, pair[1]), default=None)
    bersama = len({butir.tabel for butir in _isi(group)}) > 1 or item.kamus is not None
    if bersama:
        putusan = group.putusan
    elif dekat is not None:
        putusan = dekat[0]
    else:
        putusan = Putusan(hasil=Hasil.BEDA, skor=0.0, alasan="belum ada yang serupa")
    return Match(
        table=item.tabel,
        row=item.urut,
        label=item.baris.label,
        indikator=kode,
        putusan=putusan,
        runner_up=dekat[1] if dekat else None,
    )


def _identitas(gugus: Sequence[Gugus]) -> list[str]:
    """A slug for every group, all different: the dictionary's code, or the shortest name of the group."""
    baku = [_kode_baku(group) for group in gugus]
    berapa = Counter(kode for kode, _ in baku if kode)
    utama = Counter(kode for kode, kanonis in baku if kode and kanonis)
    terpakai: Counter[str] = Counter()
    hasil: list[str] = []
    for group, (kode, kanonis) in zip(gugus, baku, strict=True):
        pakai = kode and (berapa[kode] == 1 or (kanonis and utama[kode] == 1))
        slug = kode if pakai else min((_slug(titik) for titik in group.titik), key=lambda text: (len(text), text))
        hasil.append(slug)
        terpakai[slug] += 1
    return _bedakan(hasil, terpakai)


def _bedakan(slugs: list[str], terpakai: Counter[str]) -> list[str]:
    urut: Counter[str] = Counter()
    out: list[str] = []
    for slug in slugs:
        urut[slug] += 1
        out.append(slug if terpakai[slug] == 1 else f"{slug}--{urut[slug]}")
    return out


def _kode_baku(group: Gugus) -> tuple[str, bool]:
    """The dictionary's code of a group, "" without one, and whether a row bears the dictionary's own name."""
    codes = {titik.wakil.kamus for titik in group.titik} - {None}
    if len(codes) != 1:
        return "", False
    entri = next(iter(codes))
    assert entri is not None
    utama = baca_nama(entri.nama, Konteks()).kunci
    return entri.kode, any(titik.wakil.nama.kunci == utama for titik in group.titik)


def _slug(titik: Titik) -> str:
    item = titik.wakil
    parts = ["-".join(item.nama.kata)]
    if item.induk is not None:
        parts.insert(0, "-".join(item.induk.kata))
    parts += sorted(item.nama.tahun)
    parts.append(titik.kunci.alamat)
    return "--".join(part for part in parts if part)


def _arah_gugus(group: Gugus) -> Arah:
    """Direction of a group by its rows' words; rows that disagree leave it unknown."""
    found = {_arah_butir(item) for item in _isi(group)} - {Arah.TIDAK_DIKETAHUI}
    return found.pop() if len(found) == 1 else Arah.TIDAK_DIKETAHUI


def _arah_butir(item: Butir) -> Arah:
    if item.kamus is not None:
        return arah_kamus(item.kamus, item.baris)
    arah = arah_nama(item.nama)
    if arah is Arah.TIDAK_DIKETAHUI and item.induk is not None:
        return arah_nama(item.induk)
    return arah


def _lengkapi(
    tabel: Tabel, baris: Baris, item: Butir | None, kode: dict[tuple[int, int], str], arah: dict[str, Arah]
) -> Baris:
    if item is None:
        satuan = satuan_baris(tabel, baris) if baris.jenis is JenisBaris.INDUK else baris.satuan
        return replace(baris, indikator="", arah=Arah.TIDAK_DIKETAHUI, satuan=satuan)
    identitas = kode[_tempat(item)]
    return replace(baris, indikator=identitas, arah=arah[identitas], satuan=item.satuan)
