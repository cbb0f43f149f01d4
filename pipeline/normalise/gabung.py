"""The kamus of a run: that of the program, a user's own on top, and what persons decided about names."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.normalise.kamus.baca import BarisCsv, baca_csv, isi_berkas, kumpulkan_galat, sidik_isi, terdekat
from pipeline.normalise.kamus.dipakai import EntriIndikator, Kamus, berkas_bawaan, kamus_bawaan, memakai_kamus
from pipeline.normalise.kamus.isi import (
    ARAH,
    EJAAN,
    INDIKATOR,
    SATUAN,
    arah_dari,
    baca_aturan,
    baca_frasa,
    baca_satuan,
    jadikan_entri,
    kata_dari,
    pecah,
    periksa_indikator,
)
from pipeline.normalise.kamus.keputusan_nama import baca_keputusan_nama
from pipeline.normalise.nama.cari import daftar_nama
from pipeline.normalise.putusan import terapkan_keputusan
from schemas.config import BERKAS_KAMUS
from schemas.errors import KamusError

_BAWAAN = "kamus program"
_SERUPA = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class _Milik:
    """One name of a code: in which column it stands and where."""

    kode: str
    nama: str
    kolom: str
    asal: str


def kamus_dipakai(kamus: Path | None = None, nama: Path | None = None) -> Kamus:
    """The kamus of a run.

    Args:
        kamus: folder of a user's own kamus or its indikator.csv, None for that of the program alone.
        nama: keputusan-nama.csv, or nama-ditanya.csv filled in; None without.

    Raises:
        KamusError: when one of these files cannot be followed, with file, line, column and what to do.
    """
    dasar = kamus_bawaan()
    if kamus is None:
        periksa_nama(dasar)
    else:
        dasar = gabung_kamus(dasar, kamus)
    if nama is None:
        return dasar
    keputusan = baca_keputusan_nama(nama, {entri.kode for entri in dasar.indikator})
    sidik = sidik_isi((("keputusan", isi_berkas(nama)), ("kamus", dasar.sidik.encode())))
    return replace(terapkan_keputusan(dasar, keputusan), sidik=sidik)


@contextmanager
def memakai_berkas(kamus: Path | None, nama: Path | None) -> Iterator[None]:
    """Makes the kamus of a run the one in use within the block; arguments and errors as in `kamus_dipakai`."""
    with memakai_kamus(kamus_dipakai(kamus, nama)):
        yield


def gabung_kamus(dasar: Kamus, path: Path) -> Kamus:
    """`dasar` with a user's own files: new entries, more names of known ones, and their direction and unit.

    Rules of direction of the user's own are asked before those of `dasar`.

    Raises:
        KamusError: when a file is broken or contradicts `dasar` or itself.
    """
    berkas = berkas_pemakai(path)
    satuan = baca_satuan(_baris(berkas, "satuan.csv", SATUAN, 2), dasar.satuan)
    ejaan = _baris(berkas, "ejaan.csv", EJAAN, 3)
    arah = baca_aturan(_baris(berkas, "arah.csv", ARAH, 3))
    indikator = _baris(berkas, "indikator.csv", INDIKATOR, 2)
    periksa_indikator(indikator, ("kode",), satuan)
    isi = ((name, isi_berkas(path)) for name, path in berkas.items())
    found = replace(
        dasar,
        satuan=satuan,
        ejaan=baca_frasa(ejaan, "ejaan", dasar.ejaan),
        singkatan=baca_frasa(ejaan, "singkatan", dasar.singkatan),
        arah=(*arah, *dasar.arah),
        indikator=_tambah_entri(dasar.indikator, indikator),
        sidik=sidik_isi((*isi, ("kamus", dasar.sidik.encode()))),
    )
    periksa_nama(found, indikator, ejaan)
    return found


def _baris(berkas: Mapping[str, Path], name: str, kolom: Sequence[str], perlu: int) -> tuple[BarisCsv, ...]:
    """The lines of one of a user's files, none where there is none; the first `perlu` columns must be there."""
    return baca_csv(berkas[name], kolom[:perlu], kolom[perlu:]) if name in berkas else ()


def berkas_pemakai(path: Path) -> Mapping[str, Path]:
    """The files of a user's kamus by the names of those they extend.

    Raises:
        KamusError: when the path leads nowhere, or a folder holds none of them or others that are mistaken for them.
    """
    if not path.is_dir():
        name = path.name.lower()
        return {name if name in BERKAS_KAMUS else "indikator.csv": path}
    found: dict[str, Path] = {}
    for item in _isi_folder(path):
        name = item.name.lower()
        if name in found:
            raise KamusError(f"{item}: {name} ada dua ({found[name].name}, {item.name}); jadikan satu berkas.")
        if name in BERKAS_KAMUS:
            found[name] = item
        elif name in berkas_bawaan():
            raise KamusError(
                f"{item} tidak dapat ditambah dari luar; pindahkan (yang dapat: {', '.join(BERKAS_KAMUS)})."
            )
        elif near := _mirip(name):
            raise KamusError(f"{item} tidak dikenal; maksud Anda “{near}”? Ganti namanya, atau pindahkan.")
    if not found:
        raise KamusError(f"{path} tidak memuat berkas kamus; taruh di sana salah satu dari {', '.join(BERKAS_KAMUS)}.")
    return found


def _isi_folder(path: Path) -> list[Path]:
    """What a folder holds, without the hidden files of systems and office programs."""
    try:
        return sorted(item for item in path.iterdir() if not item.name.startswith((".", "~$")))
    except OSError as error:
        raise KamusError(f"{path} tidak dapat dibaca ({error.strerror or error}); periksa hak aksesnya.") from error


def _mirip(name: str) -> str:
    """The file of a kamus that a name of a CSV file is mistaken for, "" when none is."""
    pokok = name.partition(".csv")[0].rstrip(" ()0123456789-_") if ".csv" in name else ""
    close = difflib.get_close_matches(f"{pokok}.csv", BERKAS_KAMUS, n=1, cutoff=_SERUPA)
    return close[0] if close else ""


def _tambah_entri(dasar: Sequence[EntriIndikator], rows: Sequence[BarisCsv]) -> tuple[EntriIndikator, ...]:
    """Entries of `dasar` with what the lines add to them, and the new ones behind."""
    found = {entri.kode: entri for entri in dasar}
    kumpulkan_galat(
        row.salah(
            "nama", f"kosong, padahal kode “{row['kode']}” belum ada{terdekat(row['kode'], found) or '.'} Isi namanya."
        )
        for row in rows
        if not row["nama"] and row["kode"] not in found
    )
    for row in rows:
        lama = found.get(row["kode"])
        found[row["kode"]] = jadikan_entri(row) if lama is None else _perluas(lama, row)
    return tuple(found.values())


def _perluas(entri: EntriIndikator, row: BarisCsv) -> EntriIndikator:
    """A known entry with more names, and with what a line fills in besides."""
    names = [nama for nama in (row["nama"], *pecah(row["alias"])) if nama and nama != entri.nama]
    return replace(
        entri,
        alias=tuple(dict.fromkeys((*entri.alias, *names))),
        arah=arah_dari(row["arah"]) or entri.arah,
        satuan=row["satuan"] or entri.satuan,
        bidang=row["bidang"] or entri.bidang,
        rumus=row["rumus"] or entri.rumus,
        sumber=row["sumber"] or entri.sumber,
    )


def periksa_nama(kamus: Kamus, indikator: Sequence[BarisCsv] = (), ejaan: Sequence[BarisCsv] = ()) -> None:
    """Sees to it that no name leads to two codes.

    Args:
        kamus: entries and spellings.
        indikator: lines of a user's own that give names; what is not among them is of the program.
        ejaan: lines of a user's own that make spellings one.

    Raises:
        KamusError: when one does, naming both codes and the lines that do it.
    """
    tempat = {(row["kode"], nama): row.tempat for row in indikator for nama in (row["nama"], *pecah(row["alias"]))}
    per_kunci: dict[str, list[_Milik]] = defaultdict(list)
    with memakai_kamus(kamus):
        for kunci, nama, entri in daftar_nama(kamus):
            kolom = "nama" if nama == entri.nama else "alias"
            asal = tempat.get((entri.kode, nama), _BAWAAN)
            per_kunci[kunci].append(_Milik(kode=entri.kode, nama=nama, kolom=kolom, asal=asal))
    kumpulkan_galat(error for names in per_kunci.values() for error in _bertabrakan(names, ejaan))


def _bertabrakan(names: Sequence[_Milik], ejaan: Sequence[BarisCsv]) -> Iterator[KamusError]:
    """Names of one key that lead to another code than the first of them; those of the program come first."""
    first, *rest = sorted(names, key=lambda item: item.asal != _BAWAAN)
    for item in rest:
        if item.kode == first.kode:
            continue
        if item.asal == _BAWAAN:
            words = {*kata_dari(item.nama), *kata_dari(first.nama)}
            penyebab = [row.tempat for row in ejaan if words.intersection(kata_dari(row["tulisan"]))]
            yield KamusError(
                f"{', '.join(penyebab) or _BAWAAN}: “{item.nama}” (kode {item.kode}) dan “{first.nama}” (kode "
                f"{first.kode}) menjadi satu nama; hapus ejaan yang menyamakannya."
            )
        else:
            yield KamusError(
                f"{item.asal}, kolom {item.kolom}: “{item.nama}” (kode {item.kode}) sama dengan “{first.nama}” milik "
                f"kode {first.kode} ({first.asal}); satu nama hanya untuk satu kode. Hapus salah satu, atau pakai kode "
                "yang sama."
            )
