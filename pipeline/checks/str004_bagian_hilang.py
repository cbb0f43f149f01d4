"""Bagian hilang.

Yang ditemukan
    Lampiran yang disebut keputusan tetapi tidak ada dalam berkas, atau lampiran keputusan tanpa batang tubuhnya
    (menimbang, mengingat, memutuskan).

Mengapa penting
    Indikator yang ditetapkan dalam lampiran yang hilang tidak dapat diperiksa; lampiran tanpa keputusan tidak punya
    dasar penetapan.

Contoh
    Diktum menyebut Lampiran I, Lampiran II dan III, sedangkan hanya Lampiran I dan II yang ada.

Diam bila
    Diktum menyebut lampiran tanpa nomor dan ada lampiran atau isinya; lampiran yang disebut milik peraturan lain;
    kepala lampiran tercetak tanpa nomor; ada halaman berupa gambar yang mungkin memuatnya; lembar indikator yang
    tidak menyebut dirinya lampiran keputusan.

Rujukan:
    UU 12/2011 Lampiran II angka 192: lampiran dinyatakan dalam batang tubuh dan merupakan bagian tidak terpisahkan.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.checks.base import Check, finding, ok, unchecked
from pipeline.checks.base_keputusan import angka, bukti, potong, sebut_lampiran
from schemas.finding import Evidence, Expected, Outcome, Severity
from schemas.keputusan import Diktum, JenisKeputusan, Keputusan
from schemas.kinerja import Laporan

_NOMOR = r"(?:\d{1,2}|[IVX]{1,5})(?![\w/])"
_SAMPAI = r"(?:s\.?\s?/?\s?d\.?|sampai(?:\s+dengan)?|hingga|-|–)"
_SEBUT = re.compile(
    rf"\b(?:lampiran)\s+(?P<daftar>{_NOMOR}(?:\s*(?:,\s*dan|,\s*serta|,|dan|serta|&|{_SAMPAI})\s*(?:lampiran\s+)?{_NOMOR})*)",
    re.IGNORECASE,
)
_SATU = re.compile(rf"(?P<sampai>\b{_SAMPAI}|[-–])?\s*(?:lampiran\s+)?(?P<nomor>\b{_NOMOR})", re.IGNORECASE)
_LAMPIRAN = re.compile(r"\blampiran\b(?!-lampiran)", re.IGNORECASE)
_MILIK_LAIN = re.compile(
    r"^\W*(?:dari\s+|pada\s+|atas\s+)?(?:peraturan|undang|instruksi|surat|permen|perda|perbup|perwal|pp\b|keputusan\b(?!.{0,200}\bini\b))",
    re.IGNORECASE,
)
_TERCANTUM = re.compile(
    r"\b(?:tercantum|termuat|dimuat|sebagaimana|terlampir|dituangkan|tersebut)\b[^.;]{0,60}\blampiran\b", re.IGNORECASE
)
_KEPUTUSAN = re.compile(r"\bkeputusan\b", re.IGNORECASE)
_BATANG = "menimbang, mengingat, memutuskan"
_TERBANYAK = 12


def run(laporan: Laporan) -> Iterator[Outcome]:
    """Answers for every annex that a decree names, and for every set of annexes without a decree."""
    berbatang = any(item.jenis is JenisKeputusan.KEPUTUSAN for item in laporan.keputusan)
    gambar = laporan.susunan.gambar
    for keputusan in laporan.keputusan:
        if keputusan.jenis is JenisKeputusan.KEPUTUSAN:
            yield from _lampiran(keputusan, gambar)
        elif keputusan.jenis is JenisKeputusan.LAMPIRAN and keputusan.lampiran:
            lain = unchecked("keputusannya mungkin yang lain dalam berkas ini")
            yield lain if berbatang else _batang(laporan, keputusan)


def _batang(laporan: Laporan, keputusan: Keputusan) -> Outcome:
    """Annexes of a decree of which nothing else is in the file."""
    kepala = [item for item in keputusan.lampiran if item.judul is not None and _KEPUTUSAN.search(item.judul.text)]
    if not kepala:
        return unchecked("kepala lampiran tidak menyebut keputusan")
    if keputusan.menimbang or keputusan.mengingat or keputusan.diktum:
        return unchecked("batang tubuh terbaca sebagian")
    if laporan.susunan.gambar:
        return unchecked("ada halaman berupa gambar; batang tubuh mungkin di sana")
    nama = list(dict.fromkeys(sebut_lampiran(item) for item in kepala))
    judul = kepala[0].judul
    assert judul is not None
    kosong = ", ".join(str(halaman) for halaman in laporan.susunan.tanpa_teks[:5])
    return finding(
        CHECK,
        subject="batang tubuh keputusan",
        message=f"Berkas memuat {' dan '.join(nama)} dari {potong(judul.text)}, tetapi batang tubuh keputusannya "
        f"({_BATANG}) tidak ada.",
        expected=Expected(text=f"batang tubuh keputusan: {_BATANG}"),
        hint=f"halaman {kosong} tidak memuat teks" if kosong else None,
        evidence=[Evidence(role="lampiran", text=judul.text, place=kepala[0].place, label=nama[0])],
    )


def _lampiran(keputusan: Keputusan, gambar: Sequence[int]) -> Iterator[Outcome]:
    """The annexes that the clauses name, against the headings."""
    disebut: dict[int, list[Diktum]] = {}
    umum: list[Diktum] = []
    for diktum in keputusan.diktum:
        nomor = _nomor_disebut(diktum.teks.text)
        for urut in nomor:
            disebut.setdefault(urut, []).append(diktum)
        if not nomor and _TERCANTUM.search(diktum.teks.text) and _milik_sendiri(diktum.teks.text):
            umum.append(diktum)
    ada = {angka(item.nomor) for item in keputusan.lampiran if item.nomor is not None} - {None}
    tanpa_nomor = any(item.nomor is None or angka(item.nomor) is None for item in keputusan.lampiran)
    if keputusan.lampiran:
        kurang = {urut for urut in disebut if urut not in ada}
        celah = {urut for urut in range(1, max((n for n in ada if n is not None), default=0)) if urut not in ada}
        yield from _bernomor(keputusan, disebut, kurang | celah, tanpa_nomor, gambar)
        yield from (ok() for urut in disebut if urut in ada)
        yield from (ok() for _ in umum)
    elif disebut or umum:
        yield _tanpa_lampiran(keputusan, disebut, umum, gambar)


def _bernomor(
    keputusan: Keputusan, disebut: dict[int, list[Diktum]], kurang: set[int], tanpa_nomor: bool, gambar: Sequence[int]
) -> Iterator[Outcome]:
    if not kurang:
        return
    if tanpa_nomor:
        yield unchecked("kepala lampiran tercetak tanpa nomor")
        return
    if gambar or _tak_terbaca(keputusan):
        yield unchecked("lampiran mungkin ada pada bagian yang tidak terbaca")
        return
    ada = list(dict.fromkeys(item.nomor for item in keputusan.lampiran if item.nomor is not None))
    nama = [_nama(urut, ada) for urut in sorted(kurang)]
    diktum = list(dict.fromkeys(item for urut in sorted(kurang) for item in disebut.get(urut, ())))
    penyebut = f" yang disebut diktum {', '.join(item.nama for item in diktum)}" if diktum else ""
    yield finding(
        CHECK,
        subject=f"Lampiran {', '.join(nama)}",
        message=f"Lampiran {', '.join(nama)}{penyebut} tidak ada; lampiran yang ada: {', '.join(ada)}.",
        expected=Expected(text=f"Lampiran {', '.join(nama)}"),
        evidence=[
            *(bukti(item.teks, "diktum", item.nama) for item in diktum),
            *(_bukti_kepala(keputusan)),
        ],
    )


def _bukti_kepala(keputusan: Keputusan) -> Iterator[Evidence]:
    """The first printing of every annex heading."""
    dilihat: set[str] = set()
    for item in keputusan.lampiran:
        nama = sebut_lampiran(item)
        if nama not in dilihat:
            dilihat.add(nama)
            yield Evidence(role="lampiran", text=nama, place=item.place, label=nama)


def _tanpa_lampiran(
    keputusan: Keputusan, disebut: dict[int, list[Diktum]], umum: Sequence[Diktum], gambar: Sequence[int]
) -> Outcome:
    """No heading of an annex at all: silent where the content of one is there."""
    if keputusan.jabatan or keputusan.indikator() or keputusan.unit is not None or keputusan.tugas or keputusan.fungsi:
        return unchecked("isi lampiran ada tanpa kepala lampiran")
    if gambar or _tak_terbaca(keputusan):
        return unchecked("lampiran mungkin ada pada bagian yang tidak terbaca")
    diktum = list(dict.fromkeys([item for urut in sorted(disebut) for item in disebut[urut]] + list(umum)))
    nama = f"Lampiran {', '.join(_nama(urut, ()) for urut in sorted(disebut))}".strip()
    return finding(
        CHECK,
        subject=nama,
        message=f"{nama} yang disebut diktum {', '.join(item.nama for item in diktum)} tidak ada dalam berkas ini.",
        evidence=[bukti(item.teks, "diktum", item.nama) for item in diktum],
    )


def _tak_terbaca(keputusan: Keputusan) -> bool:
    """Whether a piece that was not understood speaks of an annex."""
    judul = (*keputusan.kop, *((keputusan.tentang,) if keputusan.tentang is not None else ()))
    return any(_LAMPIRAN.search(item.text) for item in (*keputusan.belum_dipahami, *judul))


def _nomor_disebut(teks: str) -> tuple[int, ...]:
    """Numbers of annexes that a clause names as its own."""
    bersih = " ".join(teks.split())
    found: list[int] = []
    for cocok in _SEBUT.finditer(bersih):
        if _MILIK_LAIN.match(bersih[cocok.end() :]):
            continue
        for satu in _SATU.finditer(cocok["daftar"]):
            urut = angka(satu["nomor"])
            if urut is None or urut > _TERBANYAK:
                continue
            awal = found[-1] + 1 if satu["sampai"] and found else urut
            found.extend(range(awal, urut + 1) if awal <= urut else (urut,))
    return tuple(dict.fromkeys(found))


def _milik_sendiri(teks: str) -> bool:
    """Whether the annex that a clause names is one of this decree."""
    cocok = _LAMPIRAN.search(teks)
    return cocok is not None and not _MILIK_LAIN.match(teks[cocok.end() :])


def _nama(urut: int, ada: Sequence[str]) -> str:
    """The number of an annex in the style of those that are there."""
    if any(item.strip().isdecimal() for item in ada):
        return str(urut)
    satu = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    return "X" * (urut // 10) + satu[urut % 10]


CHECK = Check(code="STR004", name="bagian-hilang", severity=Severity.ERROR, run=run, doc=__doc__)
