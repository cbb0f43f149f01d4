"""Penomoran lompat.

Yang ditemukan
    Nomor tabel, gambar, atau grafik yang melompat atau dipakai dua kali dalam satu bab; daftar yang hurufnya atau
    angkanya melompat, berulang, atau tidak mulai dari awal.

Mengapa penting
    Nomor yang terlewat menandakan tabel atau butir yang terhapus; pembaca tidak tahu apakah ada isi yang hilang, dan
    rujukan ke nomor itu menjadi keliru.

Contoh
    Sesudah Tabel 4.1 langsung Tabel 4.3, dan Tabel 4.2 tidak disebut di mana pun; daftar tugas berhuruf f, g, i.

Diam bila
    Nomor yang terlewat disebut di mana pun dalam dokumen (teks, daftar tabel, jenis keterangan lain); ada halaman
    tanpa teks di antaranya; seri berganti (lampiran); judul tabel yang bernomor sama hampir sama (lanjutan halaman);
    di antara dua butir ada tabel, daftar lain, atau tanda yang mungkin butir yang dicari; daftar mungkin lanjutan
    daftar lain.

Rujukan:
    Kaidah penomoran naskah; tidak diatur khusus.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from pipeline.checks.base import Check, finding, ok, unchecked
from pipeline.checks.base_keputusan import daftar_indikator
from schemas.finding import Evidence, Expected, Outcome, Severity, Stated
from schemas.kinerja import Laporan
from schemas.provenance import page_of
from schemas.susunan import Butir, Daftar, Keterangan, Susunan

_LOMPATAN = 3
_JARAK = 15
_AWAL = 6
_KATA_SENDIRI = 2
_JUDUL_PENDEK = 12
_LANJUTAN = re.compile(r"\blanjut", re.IGNORECASE)
_SERUPA = {
    "i": ("l", "1", "!", "|", "j"),
    "l": ("1", "i", "!", "|"),
    "o": ("0",),
    "b": ("8", "6"),
    "g": ("9", "q"),
    "s": ("5",),
    "1": ("l", "i", "|", "!"),
    "5": ("s",),
    "8": ("b",),
    "3": ("8",),
}
_ROMAWI = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")


def run(laporan: Laporan) -> Iterator[Outcome]:
    """Answers for every numbered caption and every list of two or more items."""
    seri: dict[tuple[str, str], list[Keterangan]] = {}
    for keterangan in laporan.susunan.keterangan:
        seri.setdefault((keterangan.kata, keterangan.seri), []).append(keterangan)
    for anggota in seri.values():
        yield ok() if anggota[0].urut == 1 else unchecked("nomor pertama bukan 1; mungkin dokumen ini petikan")
        for k, (satu, dua) in enumerate(pairwise(anggota)):
            yield _pasangan(laporan.susunan, anggota, k, satu, dua)
    lembaran = (lembar for keputusan in laporan.keputusan for lembar in keputusan.jabatan)
    for daftar in (*laporan.susunan.daftar, *chain.from_iterable(map(daftar_indikator, lembaran))):
        if len(daftar.butir) > 1:
            yield _daftar(daftar)


def _pasangan(susunan: Susunan, seri: Sequence[Keterangan], k: int, satu: Keterangan, dua: Keterangan) -> Outcome:
    """Two captions of one series that follow each other."""
    langkah = dua.urut - satu.urut
    if langkah == 1:
        return ok()
    if satu.lampiran != dua.lampiran:
        return unchecked("seri berganti di lampiran")
    if langkah == 0:
        return _kembar(seri, k, satu, dua)
    if not 1 < langkah <= _LOMPATAN:
        return unchecked("urutan nomor keterangan tidak pasti")
    hilang = range(satu.urut + 1, dua.urut)
    if any(_disebut(susunan, satu.seri, urut) for urut in hilang):
        return unchecked("nomor yang terlewat disebut di tempat lain")
    if _halaman_kosong(susunan, satu, dua):
        return unchecked("halaman tanpa teks di antara dua keterangan")
    nomor = [_nomor(satu, urut) for urut in hilang]
    return finding(
        CHECK,
        subject=", ".join(nomor),
        message=f"{', '.join(nomor)} tidak ada: sesudah {_sebut(satu)} langsung {_sebut(dua)}.",
        stated=Stated(text=_sebut(dua)),
        expected=Expected(text=nomor[0]),
        evidence=[_bukti(satu), _bukti(dua)],
    )


def _disebut(susunan: Susunan, seri: str, urut: int) -> bool:
    """Whether a number, or one below it (3.3.1 for 3.3), is printed anywhere for any kind of table or figure."""
    nama = f"{seri}.{urut}".strip(".")
    tercetak = (f"{item.seri}.{item.urut}".strip(".") for item in susunan.rujukan)
    return any(nomor == nama or nomor.startswith(f"{nama}.") for nomor in tercetak)


def _kembar(seri: Sequence[Keterangan], k: int, satu: Keterangan, dua: Keterangan) -> Outcome:
    """One number twice is a defect where the titles differ and the series goes on before and behind it."""
    sebelum = seri[k - 1].urut + 1 == satu.urut if k else satu.urut == 1
    sesudah = seri[k + 2].urut - dua.urut in (1, 2) if k + 2 < len(seri) else True
    if not (sebelum and sesudah and _keterangan_pasti(satu) and _keterangan_pasti(dua)):
        return unchecked("nomor keterangan berulang; susunannya tidak pasti")
    if _LANJUTAN.search(f"{satu.judul} {dua.judul}") or not _beda_judul(satu.judul, dua.judul):
        return unchecked("nomor keterangan berulang; mungkin lanjutan tabel yang sama")
    return finding(
        CHECK,
        subject=_sebut(satu),
        message=f"Nomor {_sebut(satu)} dipakai dua kali, untuk “{satu.judul}” dan “{dua.judul}”.",
        stated=Stated(text=_sebut(dua)),
        evidence=[_bukti(satu), _bukti(dua)],
    )


def _keterangan_pasti(keterangan: Keterangan) -> bool:
    """A caption with its table, or a short title of a figure; a line of prose may open like one."""
    if keterangan.kata == "tabel":
        return keterangan.tabel is not None
    return len(keterangan.judul.split()) <= _JUDUL_PENDEK and not keterangan.judul.endswith(".")


def _beda_judul(satu: str, dua: str) -> bool:
    """Whether each title has words of its own."""
    a, b = (set(re.findall(r"[a-z]{4,}", judul.lower())) for judul in (satu, dua))
    return min(len(a - b), len(b - a)) >= _KATA_SENDIRI


def _halaman_kosong(susunan: Susunan, satu: Keterangan, dua: Keterangan) -> bool:
    awal, akhir = page_of(satu.place), page_of(dua.place)
    return awal is not None and akhir is not None and any(awal <= halaman <= akhir for halaman in susunan.tanpa_teks)


def _nomor(keterangan: Keterangan, urut: int) -> str:
    """The name of another number of the series, written as the series is."""
    awal = re.sub(r"\w+$", "", keterangan.nomor.strip())
    return f"{keterangan.kata.title()} {awal}{urut}"


def _sebut(keterangan: Keterangan) -> str:
    return f"{keterangan.kata.title()} {keterangan.nomor}"


def _bukti(keterangan: Keterangan) -> Evidence:
    return Evidence(role="keterangan", text=f"{_sebut(keterangan)} {keterangan.judul}".strip(), place=keterangan.place)


def _daftar(daftar: Daftar) -> Outcome:
    """A list: its first rank, then the only place where its ranks do not follow each other."""
    urut = [butir.urut for butir in daftar.butir]
    ganjil = [k for k, (satu, dua) in enumerate(pairwise(urut), start=1) if dua != satu + 1]
    if urut[0] != 1:
        return _awal(daftar) if not ganjil else unchecked("urutan daftar tidak pasti")
    if not ganjil:
        return ok()
    langkah = urut[ganjil[0]] - urut[ganjil[0] - 1]
    if len(ganjil) > 1 or not 0 <= langkah <= _LOMPATAN:
        return unchecked("urutan daftar tidak pasti")
    return _ulang(daftar, ganjil[0]) if langkah == 0 else _lompat(daftar, ganjil[0])


def _awal(daftar: Daftar) -> Outcome:
    """A list that begins behind its introduction with another rank than the first."""
    satu, dua = daftar.butir[:2]
    diantar = daftar.sel or daftar.pengantar.rstrip().endswith(":")
    if daftar.lanjutan or not diantar or satu.urut > _AWAL or not dua.sejajar:
        return unchecked("daftar mungkin lanjutan daftar sebelumnya")
    hilang = [_penanda(daftar, urut) for urut in range(1, satu.urut)]
    return _temuan(
        daftar,
        [satu],
        f"Daftar mulai dari {satu.penanda} ({_petik(satu)}); {', '.join(hilang)} tidak ada.",
        hilang[0],
        None if daftar.sel else "penomoran otomatis mungkin melanjutkan daftar sebelumnya",
    )


def _lompat(daftar: Daftar, k: int) -> Outcome:
    satu, dua = daftar.butir[k - 1], daftar.butir[k]
    hilang = [_penanda(daftar, urut) for urut in range(satu.urut + 1, dua.urut)]
    inti = [item.strip("().").lower() for item in hilang]
    kandidat = {word.strip("().").lower() for word in dua.antara}
    if any(nama in kandidat or kandidat & set(_SERUPA.get(nama, ())) for nama in inti):
        return unchecked("butir yang terlewat mungkin tercetak dengan tanda lain")
    if k < 2 or not dua.sejajar or dua.antara or dua.jarak > _JARAK:
        return unchecked("butir daftar tidak pasti berurutan")
    return _temuan(
        daftar,
        [satu, dua],
        f"Sesudah butir {satu.penanda} langsung {dua.penanda} ({_petik(dua)}); {', '.join(hilang)} tidak ada.",
        hilang[0],
    )


def _ulang(daftar: Daftar, k: int) -> Outcome:
    """A rank twice: between others, or from the third item on; the first one only for letters in one cell."""
    satu, dua = daftar.butir[k - 1], daftar.butir[k]
    akhir = k + 1 == len(daftar.butir)
    pertama = satu.urut == 1
    sah = daftar.sel and daftar.gaya[0] in "aA" and ":" not in satu.teks if pertama else not daftar.bersarang
    if not sah or not dua.sejajar or (akhir and satu.urut < _LOMPATAN):
        return unchecked("penanda berulang mungkin daftar yang lain")
    if _LANJUTAN.search(dua.teks) or satu.teks.lower()[:40] == dua.teks.lower()[:40]:
        return unchecked("penanda berulang mungkin judul yang dicetak ulang")
    return _temuan(
        daftar,
        [satu, dua],
        f"Penanda {dua.penanda} dipakai dua kali: {_petik(satu)} dan {_petik(dua)}.",
        _penanda(daftar, satu.urut + 1),
    )


def _penanda(daftar: Daftar, urut: int) -> str:
    """The marker of a rank, written in the style of the list."""
    for tanda, nama in (("1", str(urut)), ("a", chr(96 + urut)), ("A", chr(64 + urut))):
        if tanda in daftar.gaya:
            return daftar.gaya.replace(tanda, nama)
    nama = _ROMAWI[min(urut, len(_ROMAWI)) - 1]
    return daftar.gaya.replace("i", nama).replace("I", nama.upper())


def _petik(butir: Butir) -> str:
    teks = " ".join(butir.teks.split()[:8])
    return f"“{teks}{' …' if len(butir.teks.split()) > 8 else ''}”"


def _temuan(daftar: Daftar, butir: Sequence[Butir], message: str, expected: str, hint: str | None = None) -> Outcome:
    return finding(
        CHECK,
        subject=daftar.pengantar or butir[0].teks,
        message=message,
        stated=Stated(text=butir[-1].penanda),
        expected=Expected(text=expected),
        hint=hint,
        evidence=[Evidence(role="butir", text=f"{b.penanda} {b.teks}".strip(), place=b.place) for b in butir],
    )


CHECK = Check(code="STR002", name="penomoran-lompat", severity=Severity.PRESENTATION, run=run, doc=__doc__)
