"""The end of a decree or sheet: where and when it was signed, the office, the name, the rank, the NIP."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.keputusan.alir.dokumen import Baris
from extractors.keputusan.alir.pembuka import Pembuka, read_bukaan
from extractors.keputusan.zona.teks import as_teks
from schemas.keputusan import Isian, Pejabat, Pengesahan, Teks

_ON = re.compile(
    r"(?P<label>(?:P|p)ada\s+(?:T|t)anggal|PADA\s+TANGGAL|Tanggal|TANGGAL)\s*(?P<titik>[:;])?\s*(?P<isi>.*)$"
)
_AT = re.compile(r"\s*(?:ditetapkan|dikeluarkan|dibuat|diundangkan)\s+di\s*[:;]?\s*(?P<isi>.*)$", re.IGNORECASE)
_NIP = re.compile(r"\bN\s?[.,]?\s?I\s?[.,]?\s?P\b\s*[.,]?\s*[:;]?\s*(?P<isi>[\d ./-]*\d)?", re.IGNORECASE)
_RANK = re.compile(
    r"\(?\b(?P<isi>(?:pembina|penata|pengatur|juru)\b(?:\s+(?:utama|tingkat|tk\.?|muda|madya|i\b|1\b))*[^()]{0,14}"
    r"|(?:brigadir|inspektur|komisaris|ajun)\b.{0,30}|(?:letnan|kolonel|mayor|kapten)\b.{0,20})\)?\s*$",
    re.IGNORECASE,
)
_RANK_START = re.compile(
    r"\s*\(?(?:pangkat\s*:?\s*)?(?:pembina|penata|pengatur|juru)(?:\s|$|,|\()(?!.*\b(?:kepala|dinas)\b)",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"^\W*(?:t\.?t\.?d\.?|cap|stempel|tanda\s*tangan|dto|materai|meterai)?\W*$", re.IGNORECASE)
_OFFICE = re.compile(
    r"\s*(?:(?:an|a\.\s?n|plt|plh|pj|pjs|ub|u\.\s?b)\b\.?\s*)*(?:kepala|kerala|bupati|wali\s?kota|gubernur|menteri|camat|lurah|direktur|sekretaris"
    r"|inspektur|asisten|ketua|rektor|kabid|kabag|kasi|kasubbag|kasubag|staf|komandan|pengelola|penyusun|analis|sub\s+koordinator"
    r"|pejabat|pimpinan|atasan|penilai|pihak|mengetahui|menyetujui)\b",
    re.IGNORECASE,
)
_NAME_LABEL = re.compile(r"^\s*nama\s*:\s*", re.IGNORECASE)
_MANY_LINES = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Penutup:
    """An end as read; `sisa` are lines of it that say none of that."""

    pengesahan: Pengesahan
    sisa: tuple[Baris, ...] = ()


def is_signature(lines: Sequence[Baris]) -> bool:
    """Whether lines under a table are a signature: with an NIP or rank, or an office that ends in a comma."""
    if not lines or len(lines) > _MANY_LINES:
        return False
    if any(_NIP.search(line.text) or _RANK_START.match(line.text) for line in lines):
        return any(not _NIP.match(line.text.strip()) for line in lines)
    first = lines[0].text
    return bool(_OFFICE.match(first)) and len(lines) > 1 and (first.isupper() or first.rstrip().endswith(","))


def is_office(text: str) -> bool:
    """Whether a text begins with an office that one person holds."""
    return bool(_OFFICE.match(text))


def read_penutup(lines: Sequence[Baris]) -> Penutup:
    """Place, date and signature of the lines."""
    tempat, tanggal, rest = _place_and_date(lines)
    pejabat, sisa = _signer([line for line in rest if not _SIGNED.match(line.text)])
    return Penutup(pengesahan=Pengesahan(tempat=tempat, tanggal=tanggal, pejabat=pejabat), sisa=tuple(sisa))


def _place_and_date(lines: Sequence[Baris]) -> tuple[Teks | None, Isian | None, list[Baris]]:
    tempat: Teks | None = None
    tanggal: Isian | None = None
    rest: list[Baris] = []
    for line in lines:
        at = _AT.match(line.text)
        on = _ON.search(line.text)
        bukaan = read_bukaan(line.text)
        if at is not None and tempat is None:
            isi = at["isi"] if on is None else line.text[at.start("isi") : on.start()]
            tempat = _filled(line, isi)
            tanggal = tanggal or (_date(line, on) if on is not None else None)
        elif on is not None and tanggal is None and on.start() < 3:
            tanggal = _date(line, on)
        elif bukaan is not None and bukaan.jenis is Pembuka.TEMPAT_TANGGAL and tanggal is None:
            tempat = tempat or _filled(line, bukaan.label)
            tanggal = Isian(label="", isi=_filled(line, bukaan.sisa), place=line.place)
        else:
            rest.append(line)
    return tempat, tanggal, rest


def _date(line: Baris, match: re.Match[str]) -> Isian:
    return Isian(label=match["label"], isi=_filled(line, match["isi"]), place=line.place)


def _filled(line: Baris, text: str) -> Teks | None:
    """The text as a field's content; None when nothing but dots is printed."""
    return as_teks([replace(line, text=text.strip(" ,"))]) if re.search(r"\w", text.replace("_", "")) else None


def _signer(lines: Sequence[Baris]) -> tuple[Pejabat | None, list[Baris]]:
    """Who signed, and the lines behind the NIP; two signers side by side are left alone."""
    lines = _parted([line for line in lines])
    lines = [line for line in lines if line.text.strip()]
    if not lines or any(len(_NIP.findall(line.text)) > 1 for line in lines):
        return None, list(lines)
    nip = next((k for k, line in enumerate(lines) if _NIP.search(line.text)), None)
    rank = next((k for k, line in enumerate(lines[: nip or None]) if _RANK_START.match(line.text)), None)
    end = min((k for k in (rank, nip) if k is not None), default=len(lines))
    name = end - 1 if end > 0 else None
    if name is None or (nip is None and rank is None and len(lines) < 2):
        return None, list(lines)
    last = max(k for k in (rank, nip, name) if k is not None)
    return (
        Pejabat(
            jabatan=as_teks(lines[:name]) if name else None,
            nama=_name(lines[name]),
            pangkat=None if rank is None else as_teks(lines[rank : max(nip or 0, rank + 1)]),
            nip=None if nip is None else _digits(lines[nip]),
        ),
        list(lines[last + 1 :]),
    )


def _parted(lines: Sequence[Baris]) -> list[Baris]:
    """`(Name) / (Rank)` and `Rank NIP. …` of one line as two."""
    parted: list[Baris] = []
    for line in lines:
        nip = _NIP.search(line.text)
        slash = re.search(r"\)\s*/\s*\(|\s/\s", line.text)
        if nip is not None and nip.start() > 2:
            parted.extend((replace(line, text=line.text[: nip.start()].strip(" /")), replace(line, text=nip.group())))
        elif slash is not None and _RANK_START.match(line.text[slash.end() - 1 :].lstrip("( /")):
            head, tail = line.text[: slash.start()], line.text[slash.end() :]
            parted.extend((replace(line, text=head.strip(" ()")), replace(line, text=tail.strip(" ()/"))))
        else:
            parted.append(line)
    return parted


def _name(line: Baris) -> Teks:
    text = _NAME_LABEL.sub("", line.text).strip()
    if text.startswith("(") and text.endswith(")"):
        text = text[1:-1].strip()
    return as_teks([replace(line, text=text)])


def _digits(line: Baris) -> Teks | None:
    match = _NIP.search(line.text)
    return _filled(line, match["isi"] or "") if match is not None else None
