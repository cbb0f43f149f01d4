"""Citations of regulations in the considerations of a decree."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import islice

from pipeline.keputusan.jenis_peraturan import PENDEK, PENDEK_BESAR, nama_jenis
from pipeline.keputusan.tanggal import read_tahun
from schemas.keputusan import BagianRujukan, ButirTeks, Keputusan, RujukanPeraturan

_BUKAN = (
    r"(?:nomor|nomer|no\.?|tahun|th\.?|thn\.?|tentang|ttg\.?|peraturan|keputusan|undang|instruksi|sebagaimana|yang|ini)"
    r"(?![\w])"
)
_LEMBAGA = rf"(?:,? (?!{_BUKAN})[^\s,;:()]+){{0,14}}"
_BENTUK = (
    r"peraturan pemerintah pengganti undang ?- ?undang"
    rf"|undang ?- ?undang(?! ?an){_LEMBAGA}"
    r"|(?:peraturan|keputusan|instruksi|surat edaran|surat keputusan|ketetapan)"
    rf"(?! ?perundang| daerah tentang){_LEMBAGA}"
    rf"|(?:per|kep|in)men(?: ?-?(?:pan|rb|[a-z]{{2,12}}))?(?: ?-? ?rb)?(?![a-z]){_LEMBAGA}"
    rf"|(?:{PENDEK}|(?-i:{PENDEK_BESAR}))(?![a-z]){_LEMBAGA}"
)
_NOMOR = r"[\w.-]+(?: ?/ ?[\w.-]+){0,8}"
_KEPALA = re.compile(
    rf"(?<![\w-])(?P<jenis>{_BENTUK})(?P<nomor_label>,? ?(?:nomor|nomer|no\.?)(?![a-z]) ?[:.]? ?"
    rf"(?:(?!tahun|tentang)(?P<nomor>{_NOMOR}))?)?"
    r"(?:,? ?(?:tahun|th\.?|thn\.?) ?(?P<tahun>\d{4}))?(?:,? ?tanggal (?P<tanggal>\d{1,2} [a-z]{3,9} \d{4}))?"
    r"(?P<tentang>,? ?(?:tentang|tetang|tentag|ttg\.?)(?: |$))?",
    re.IGNORECASE,
)
_GAZET = r"(?:lembaran|berita) (?:negara|daerah|provinsi|kabupaten|kota)"
_SELESAI = re.compile(
    r";|(?:,| dan)? (?:sebagaimana|yang) (?:telah |sudah )?(?:beberapa kali )?(?:telah )?"
    r"(?:di ?ubah|di ?cabut|diganti|disempurnakan)"
    rf"|,? ?[(\[](?=[^()\[\]]{{0,20}}{_GAZET})"
    r"|, (?:maka|perlu|dipandang|telah|guna|untuk itu|bahwa|dalam rangka|agar)\b"
    r"| (?:maka )?(?:dipandang )?perlu (?:menetapkan|ditetapkan|membentuk)",
    re.IGNORECASE,
)
_PENGUMUMAN = re.compile(rf"[(\[](?P<isi>[^()\[\]]{{0,20}}{_GAZET}[^()\[\]]{{0,400}})[)\]]?", re.IGNORECASE)
_SETARA = re.compile(r"(?:\b(?:dan|serta|juncto|jo\.?)|[,;])\s*$", re.IGNORECASE)
_PENGUBAH = re.compile(r"\b(?:dengan|oleh)\s*$", re.IGNORECASE)
_UJUNG = re.compile(r"(?:[\s,;.:]|\b(?:dan|serta|juncto|jo)\b)+$", re.IGNORECASE)
_MAKS = 10_000
"""Characters of one item that are read; a longer one is no consideration."""

_MAKS_KUTIPAN = 40
"""Citations of one item that are read."""

_DEKAT = 24
"""Characters in front of a citation that say how it is joined to the one before."""

_TAMBAHAN = re.compile(r",? (?=tambahan )|; ?", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kutipan:
    """A citation found: its span, its head, whether another one names it."""

    kepala: re.Match[str]
    akhir: int
    di_dalam: bool


def read_rujukan(keputusan: Keputusan) -> tuple[RujukanPeraturan, ...]:
    """All citations of `menimbang` and `mengingat`, in order."""
    return (
        *_butir(BagianRujukan.MENIMBANG, keputusan.menimbang),
        *_butir(BagianRujukan.MENGINGAT, keputusan.mengingat),
    )


def _butir(part: BagianRujukan, items: Iterable[ButirTeks]) -> tuple[RujukanPeraturan, ...]:
    return tuple(found for item in items for found in rujukan_butir(part, item))


def rujukan_butir(part: BagianRujukan, item: ButirTeks) -> tuple[RujukanPeraturan, ...]:
    """The citations of one item; what names no number and no year is none.

    A regulation that another one amends, or is amended by, is an entry of its own unless the item has it already.
    """
    text = " ".join(item.teks.text[:_MAKS].split())
    found = _cari(text)
    notes = {c.kepala.start(): _pengumuman(text, found, c) for c in found}
    entries: list[RujukanPeraturan] = []
    for citation in sorted(found, key=lambda c: c.di_dalam):
        entry = _rujukan(part, item, text, citation)
        if not (citation.di_dalam and any(_sama(entry, other) for other in entries)):
            entries.append(replace(entry, pengumuman=notes[citation.kepala.start()]))
    return tuple(entries)


def _cari(text: str) -> list[_Kutipan]:
    """Heads of citations with where their titles end."""
    heads = list(islice((match for match in _KEPALA.finditer(text) if _bernomor(match)), _MAKS_KUTIPAN))
    found: list[_Kutipan] = []
    for index, head in enumerate(heads):
        inside = index > 0 and _dalam(text, head, found[-1])
        stop = _SELESAI.search(text, head.end() - 1 if head["tentang"] else head.end())
        end = stop.start() if stop is not None and head["tentang"] else len(text) if head["tentang"] else head.end()
        equal = next(
            (h for h in heads[index + 1 :] if _SETARA.search(text, max(head.end(), h.start() - _DEKAT), h.start())),
            None,
        )
        end = min(end, equal.start()) if equal is not None else end
        found.append(_Kutipan(kepala=head, akhir=end, di_dalam=inside))
    return found


def _bernomor(head: re.Match[str]) -> bool:
    """Whether a kind with its issuer is a citation: a number follows it, or a year and a title."""
    dated = head["tahun"] or head["tanggal"]
    return bool(head["nomor"] or (dated and head["tentang"]) or (dated and " dasar" in head["jenis"].lower()))


def _dalam(text: str, head: re.Match[str], before: _Kutipan) -> bool:
    """Whether the citation in front names this one: in its title, or as what changed it."""
    start = max(before.kepala.end(), head.start() - _DEKAT)
    return head.start() < before.akhir or _PENGUBAH.search(text, start, head.start()) is not None


def _rujukan(part: BagianRujukan, item: ButirTeks, text: str, citation: _Kutipan) -> RujukanPeraturan:
    head = citation.kepala
    title = _UJUNG.sub("", text[head.end() : citation.akhir]) if head["tentang"] else ""
    number = _UJUNG.sub("", head["nomor"] or "") or None
    year = int(head["tahun"]) if head["tahun"] else read_tahun(head["tanggal"] or _berpisah(number))
    return RujukanPeraturan(
        bagian=part,
        tanda=item.tanda,
        text=_UJUNG.sub("", text[head.start() : max(citation.akhir, head.end())]),
        place=item.teks.place,
        jenis=nama_jenis(head["jenis"]),
        nomor=number,
        tahun=year,
        tentang=title or None,
        mengubah=citation.di_dalam,
    )


def _berpisah(number: str | None) -> str:
    """The parts of a number apart, so that a year among them is one."""
    return " ".join(re.split(r"[/.-]", number or ""))


def _pengumuman(text: str, found: list[_Kutipan], citation: _Kutipan) -> tuple[str, ...]:
    """Gazette notes between a citation and the next one that it does not name in its title."""
    others = [c.kepala.start() for c in found if c.kepala.start() >= max(citation.akhir, citation.kepala.end())]
    end = min(others, default=len(text))
    outer = any(
        c.kepala.start() < citation.kepala.start() and c.akhir >= citation.akhir and c is not citation for c in found
    )
    if outer:
        return ()
    notes = _PENGUMUMAN.finditer(text, citation.akhir, end)
    return tuple(piece.strip() for note in notes for piece in _TAMBAHAN.split(note["isi"]) if piece.strip())


def _sama(left: RujukanPeraturan, right: RujukanPeraturan) -> bool:
    return (left.jenis.lower(), left.nomor, left.tahun) == (right.jenis.lower(), right.nomor, right.tahun)
