"""Decrees, annex sheets and performance agreements: which printed text plays which part."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.keputusan.alir.dokumen import Alir, Baris, read_alir
from extractors.keputusan.badan.batang import left_over, read_batang
from extractors.keputusan.badan.lampiran import read_lampiran
from extractors.keputusan.badan.lembar import read_lembaran
from extractors.keputusan.perjanjian.baca import read_perjanjian
from extractors.keputusan.perjanjian.judul import pisah_perjanjian, title_rows
from extractors.keputusan.zona.bagian import Bagian, Ruas, read_zona
from extractors.keputusan.zona.jenis import BODY, FORM, Zona
from schemas.keputusan import BelumDipahami, JenisKeputusan, Keputusan
from schemas.printed import PrintedDocument
from schemas.provenance import Place

_STATEMENT = re.compile(r"bertanda\s*tangan\s+di\s*bawah|selanjutnya\s+disebut|\bPIHAK\s+(?:PERTAMA|KESATU|KEDUA)")

_CONTENT = frozenset({*BODY, *FORM, Zona.LAMPIRAN})


def read_keputusan(printed: PrintedDocument) -> tuple[Keputusan, ...]:
    """Every decree, set of annex sheets and agreement that a document holds, in page order."""
    alir = read_alir(printed)
    if not alir:
        return ()
    parts = read_zona(alir)
    start = _agreements_from(alir, has_body=_has_body(parts))
    if start is None:
        return _decrees(parts)
    before = _decrees(read_zona(alir[:start]))
    if not any(record.jabatan or record.diktum for record in before):
        before, start = (), 0
    return (*before, *(read_perjanjian(flow) for flow in pisah_perjanjian(alir[start:])))


def _has_body(parts: Sequence[Bagian]) -> bool:
    return any(isinstance(part, Ruas) and part.zona in (Zona.MENIMBANG, Zona.MENETAPKAN) for part in parts)


def _agreements_from(alir: Sequence[Alir], *, has_body: bool) -> int | None:
    """Where agreements begin, None without one; behind a decree only with the statement of the two parties."""
    for k, item in enumerate(alir):
        if not title_rows(item):
            continue
        stated = any(isinstance(other, Baris) and _STATEMENT.search(other.text) for other in alir[k:])
        if stated or not has_body:
            return k
    return None


def _decrees(parts: Sequence[Bagian]) -> tuple[Keputusan, ...]:
    """A record for each decree; a title page before one is kept as what found no place in it."""
    records: list[Keputusan] = []
    covers: list[BelumDipahami] = []
    groups = list(_groups(parts))
    for k, group in enumerate(groups):
        if k + 1 < len(groups) and not _has_content(group):
            lines = [line for part in group if isinstance(part, Ruas) for line in part.cetak]
            covers.extend(left_over(lines, "halaman sampul"))
            continue
        record = _record(group)
        records.append(replace(record, belum_dipahami=(*covers, *record.belum_dipahami)))
        covers = []
    return tuple(records)


def _has_content(parts: Sequence[Bagian]) -> bool:
    """Whether a decree has more than a title."""
    return any(not isinstance(part, Ruas) or part.zona in _CONTENT for part in parts)


def _groups(parts: Sequence[Bagian]) -> Iterator[list[Bagian]]:
    """The parts of each decree: its title, and the letterhead over it, begin another one."""
    group: list[Bagian] = []
    titled = False
    for part in parts:
        zona = part.zona if isinstance(part, Ruas) else None
        if titled and (zona is Zona.JUDUL or (zona is Zona.KOP and group)):
            yield group
            group, titled = [], False
        titled = titled or zona is Zona.JUDUL
        group.append(part)
    if group:
        yield group


def _record(parts: Sequence[Bagian]) -> Keputusan:
    """One decree, or one set of sheets without a body."""
    batang = read_batang(parts)
    lembaran = read_lembaran(parts, batang.penutup)
    signed = [sheet.pengesahan for sheet in lembaran.jabatan if sheet.pengesahan is not None]
    pengesahan = signed[0] if not batang.ada and len(signed) == 1 else batang.pengesahan
    return Keputusan(
        jenis=JenisKeputusan.KEPUTUSAN if batang.ada else JenisKeputusan.LAMPIRAN,
        kop=batang.kop,
        penetap=batang.penetap,
        nomor=batang.nomor,
        tentang=batang.tentang,
        tempat=pengesahan.tempat,
        tanggal=pengesahan.tanggal,
        pejabat=pengesahan.pejabat,
        menimbang=batang.menimbang,
        mengingat=batang.mengingat,
        memperhatikan=batang.memperhatikan,
        diktum=batang.diktum,
        tembusan=batang.tembusan,
        lampiran=read_lampiran(parts),
        unit=lembaran.unit,
        visi=lembaran.visi,
        misi=lembaran.misi,
        tujuan=lembaran.tujuan,
        sasaran=lembaran.sasaran,
        tugas=lembaran.tugas,
        fungsi=lembaran.fungsi,
        jabatan=lembaran.jabatan,
        belum_dipahami=(*batang.belum_dipahami, *lembaran.belum_dipahami),
        place=_place(parts[0]),
    )


def _place(part: Bagian) -> Place:
    return part.kepala.place if isinstance(part, Ruas) else part.place
