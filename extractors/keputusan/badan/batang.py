"""The body of a decree: letterhead, title, considerations, citations, decisions, who signed it where and when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from extractors.keputusan.alir.dokumen import Baris, TabelAlir
from extractors.keputusan.badan.penutup import is_office, is_signature, read_penutup
from extractors.keputusan.zona.bagian import Bagian, Ruas
from extractors.keputusan.zona.butir import read_items
from extractors.keputusan.zona.jenis import Zona
from extractors.keputusan.zona.teks import as_teks, join
from schemas.keputusan import BelumDipahami, ButirTeks, Diktum, Isian, Pengesahan, Teks

_BY_GRACE = re.compile(r"\s*DENGAN\s+RAHMAT", re.IGNORECASE)
_INLINE = re.compile(
    r"(?<=[;.])\s+(?=(?:[a-z]|\d{1,2})[.)]\s+(?:bahwa|Bahwa|Undang|Peraturan|Keputusan|Instruksi|Surat))"
)
_SIGNED_AFTER = frozenset({Zona.DIKTUM, Zona.MENETAPKAN})


@dataclass(frozen=True, slots=True, kw_only=True)
class Batang:
    """The body as read; `penutup` is the part that signs it, None without."""

    kop: tuple[Teks, ...] = ()
    penetap: Teks | None = None
    nomor: Isian | None = None
    tentang: Teks | None = None
    menimbang: tuple[ButirTeks, ...] = ()
    mengingat: tuple[ButirTeks, ...] = ()
    memperhatikan: tuple[ButirTeks, ...] = ()
    diktum: tuple[Diktum, ...] = ()
    tembusan: tuple[ButirTeks, ...] = ()
    pengesahan: Pengesahan = field(default_factory=Pengesahan)
    penutup: Ruas | None = None
    belum_dipahami: tuple[BelumDipahami, ...] = ()

    @property
    def ada(self) -> bool:
        """Whether the document has a body, not only annexes."""
        return bool(self.menimbang or self.mengingat or self.diktum)


def read_batang(parts: Sequence[Bagian]) -> Batang:
    """The body among the parts of one decree."""
    ruas = [part for part in parts if isinstance(part, Ruas)]
    signed = _signed(parts)
    penutup = None if signed is None else read_penutup(signed.isi)
    pengesahan = Pengesahan() if penutup is None else penutup.pengesahan
    penetap = _title(ruas)
    title_date = _field(ruas, Zona.TANGGAL)
    return Batang(
        kop=tuple(as_teks([line]) for part in _of(ruas, Zona.KOP) for line in part.isi),
        penetap=penetap,
        nomor=_field(ruas, Zona.NOMOR),
        tentang=_about(ruas, penetap),
        menimbang=_items(ruas, Zona.MENIMBANG),
        mengingat=_items(ruas, Zona.MENGINGAT),
        memperhatikan=_items(ruas, Zona.MEMPERHATIKAN),
        diktum=tuple(_clauses(ruas)),
        tembusan=_items(ruas, Zona.TEMBUSAN),
        pengesahan=replace(pengesahan, tanggal=pengesahan.tanggal or title_date),
        penutup=signed,
        belum_dipahami=() if penutup is None else left_over(penutup.sisa, "baris sesudah tanda tangan"),
    )


def left_over(lines: Sequence[Baris], reason: str) -> tuple[BelumDipahami, ...]:
    """Lines that found no place, as one piece."""
    if not lines:
        return ()
    text = as_teks(lines)
    return (BelumDipahami(text=text.text, reason=reason, place=text.place),)


def isian(part: Ruas) -> Isian:
    """A field of a form with its label; nothing but dots is blank."""
    lines = [line for line in part.isi if re.search(r"[^\W_]", line.text)]
    return Isian(label=part.label, isi=as_teks(lines) if lines else None, place=part.kepala.place)


def _of(ruas: Iterable[Ruas], *zona: Zona) -> list[Ruas]:
    return [part for part in ruas if part.zona in zona]


def _field(ruas: Sequence[Ruas], zona: Zona) -> Isian | None:
    found = _of(ruas, zona)
    return isian(found[0]) if found else None


def _title(ruas: Sequence[Ruas]) -> Teks | None:
    """Whose decree it is: the title without its first word."""
    lines = [line for part in _of(ruas, Zona.JUDUL) for line in part.isi]
    lines = [line for line in lines if not _BY_GRACE.match(line.text)]
    return as_teks(lines) if lines else None


def _about(ruas: Sequence[Ruas], penetap: Teks | None) -> Teks | None:
    """The subject; the office is printed again behind it, before the considerations."""
    lines = [line for part in _of(ruas, Zona.TENTANG) for line in part.isi]
    end = next((k for k, line in enumerate(lines) if k and _BY_GRACE.match(line.text)), len(lines))
    for k in range(end - 1, 0, -1):
        if _is_issuer(lines[k:end], penetap):
            end = k
            break
    return as_teks(lines[:end]) if end else None


def _is_issuer(lines: Sequence[Baris], penetap: Teks | None) -> bool:
    if not is_office(lines[0].text):
        return False
    text = join([line.text for line in lines]).rstrip(" ,").casefold()
    named = penetap is not None and (
        penetap.text.casefold().startswith(text) or text.startswith(penetap.text.casefold())
    )
    return named or lines[-1].text.rstrip().endswith(",")


def _items(ruas: Sequence[Ruas], zona: Zona) -> tuple[ButirTeks, ...]:
    lines = [piece for part in _of(ruas, zona) for line in part.isi for piece in _pieces(line)]
    return read_items(lines)


def _pieces(line: Baris) -> list[Baris]:
    """Items of one paragraph (soft breaks of Word) as lines of their own."""
    return [replace(line, text=text) for text in _INLINE.split(line.text)]


def _clauses(ruas: Sequence[Ruas]) -> Iterable[Diktum]:
    for part in _of(ruas, Zona.MENETAPKAN, Zona.DIKTUM):
        if part.isi:
            yield Diktum(nama=part.label, teks=as_teks(part.isi))


def _signed(parts: Sequence[Bagian]) -> Ruas | None:
    """The part that signs the body: the first behind its decisions and before any table."""
    decided = False
    for part in parts:
        if isinstance(part, TabelAlir):
            if decided:
                return None
        elif part.zona in _SIGNED_AFTER:
            decided = True
        elif decided and (part.zona is Zona.PENUTUP or (part.zona is Zona.SISA and is_signature(part.isi))):
            return part
    return None
