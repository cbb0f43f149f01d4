"""What the files of the kamus hold: their types, and their lines read into them, every mistake told with its line."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.normalise.kamus.baca import BarisCsv, kumpulkan_galat, terdekat
from schemas.errors import KamusError
from schemas.kinerja import Arah

Kata = tuple[str, ...]
# phrases by their first word, longest first, each with what replaces it
Frasa = Mapping[str, tuple[tuple[Kata, Kata], ...]]

INDIKATOR = ("kode", "nama", "alias", "arah", "satuan", "bidang", "rumus", "sumber")
SATUAN = ("satuan", "tulisan", "kelas", "keterangan")
EJAAN = ("tulisan", "baku", "jenis")
ARAH = ("urutan", "arah", "pola", "kecuali", "keterangan")
JENIS_EJAAN = ("ejaan", "singkatan")
BARU, SAMA = "baru", "sama"
"""Words that stand in the place of a code in decisions and are none."""

_TOKEN = re.compile(r"[a-z][a-z0-9]*|\d+(?:[.,]\d+)*")
_KODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_BUKAN_KODE = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class EntriIndikator:
    """One indicator of the dictionary; `alias` are other names for the same quantity.

    Attributes:
        satuan: usual unit; bidang: sector; rumus: how it is computed; sumber: who defines it; each "" unknown.
        diputuskan: whether only a person's decision made it; such an entry is nothing's usual name.
    """

    kode: str
    nama: str
    alias: tuple[str, ...]
    arah: Arah
    satuan: str = ""
    bidang: str = ""
    rumus: str = ""
    sumber: str = ""
    diputuskan: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AturanArah:
    """A name rule: a name that `pola` finds and `kecuali` does not has direction `arah`."""

    arah: Arah
    pola: re.Pattern[str]
    kecuali: re.Pattern[str] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Satuan:
    """A unit in its dictionary spelling; units of different `kelas` measure different things."""

    nama: str
    kelas: str


def jadikan_kode(text: str) -> str:
    """A text as a code: lower-case words joined by hyphens; "" when it has no letter and no digit."""
    return _BUKAN_KODE.sub("-", text.lower()).strip("-")


def kode_cacat(kode: str) -> str:
    """What is wrong with the form of a code and what to do, "" when nothing is."""
    if kode in (BARU, SAMA):
        return f"“{kode}” bukan kode; itu kata untuk putusan. Pilih kode lain."
    if _KODE.fullmatch(kode):
        return ""
    baik = jadikan_kode(kode)
    saran = f", misalnya “{baik}”" if baik else ""
    return f"“{kode}” bukan kode; pakai huruf kecil, angka, dan tanda hubung{saran}."


def pecah(text: str) -> tuple[str, ...]:
    """The parts of a field between `|`, without blanks around them."""
    return tuple(part.strip() for part in text.split("|") if part.strip())


def tulisan_satuan(text: str) -> str:
    """A spelling of a unit as it is looked up."""
    return " ".join(text.lower().split())


def kata_dari(text: str) -> Kata:
    """Words and numbers of a field of `ejaan.csv`."""
    return tuple(_TOKEN.findall(text.lower()))


def wajib(rows: Sequence[BarisCsv], *kolom: str) -> None:
    """Sees to it that columns are filled in.

    Raises:
        KamusError: when one is blank.
    """
    kumpulkan_galat(
        row.salah(name, "kosong; isi, atau hapus barisnya.") for row in rows for name in kolom if not row[name]
    )


def tunggal(rows: Sequence[BarisCsv], kolom: str) -> None:
    """Sees to it that no two lines have the same value in a column.

    Raises:
        KamusError: for the second one, naming the first.
    """
    first: dict[str, BarisCsv] = {}
    kumpulkan_galat(
        row.salah(kolom, f"“{row[kolom]}” sudah ada di baris {first[row[kolom]].nomor}; jadikan keduanya satu baris.")
        for row in rows
        if first.setdefault(row[kolom], row) is not row
    )


def arah_dari(text: str) -> Arah | None:
    """The direction of that name, None when there is none."""
    return Arah(text.lower()) if text.lower() in set(Arah) else None


def _arah_salah(row: BarisCsv) -> KamusError:
    known = [str(arah) for arah in Arah]
    near = terdekat(row["arah"].lower(), known)
    return row.salah("arah", f"“{row['arah']}” tidak dikenal{near} (pilihan: {', '.join(known)}).")


def periksa_indikator(rows: Sequence[BarisCsv], isian: Sequence[str], satuan: Mapping[str, Satuan]) -> None:
    """Judges the lines of an `indikator.csv` one by one; names are compared with each other elsewhere.

    Args:
        rows: the lines.
        isian: columns that must be filled in.
        satuan: units by every spelling.

    Raises:
        KamusError: blank fields, a code that is none or stands twice, an unknown direction or unit.
    """
    wajib(rows, *isian)
    tunggal(rows, "kode")
    kumpulkan_galat(error for row in rows for error in _cacat_indikator(row, satuan))


def _cacat_indikator(row: BarisCsv, satuan: Mapping[str, Satuan]) -> Iterator[KamusError]:
    if cacat := kode_cacat(row["kode"]):
        yield row.salah("kode", cacat)
    for kolom in ("nama", "alias"):
        for nama in pecah(row[kolom]) if kolom == "alias" else (row[kolom],):
            if nama and not kata_dari(nama):
                yield row.salah(kolom, f"“{nama}” tidak memuat kata; tulis namanya.")
    if row["arah"] and arah_dari(row["arah"]) is None:
        yield _arah_salah(row)
    if row["satuan"] and not all(part in satuan for part in _pilihan_satuan(row["satuan"], satuan)):
        near = terdekat(tulisan_satuan(row["satuan"]), satuan) or "."
        yield row.salah("satuan", f"“{row['satuan']}” tidak dikenal{near} Satuan baru didaftarkan di satuan.csv.")


def _pilihan_satuan(text: str, satuan: Mapping[str, Satuan]) -> list[str]:
    """The spelling of a unit, or of each where a slash divides several."""
    tulisan = tulisan_satuan(text)
    return [tulisan] if tulisan in satuan else [part.strip() for part in tulisan.split("/")]


def jadikan_entri(row: BarisCsv) -> EntriIndikator:
    """The entry of a line that `periksa_indikator` let pass."""
    return EntriIndikator(
        kode=row["kode"],
        nama=row["nama"],
        alias=pecah(row["alias"]),
        arah=arah_dari(row["arah"]) or Arah.TIDAK_DIKETAHUI,
        satuan=row["satuan"],
        bidang=row["bidang"],
        rumus=row["rumus"],
        sumber=row["sumber"],
    )


def baca_satuan(rows: Sequence[BarisCsv], dasar: Mapping[str, Satuan]) -> Mapping[str, Satuan]:
    """Units by every spelling: those of `dasar` and of the lines of a `satuan.csv`.

    Raises:
        KamusError: blank fields, a unit that stands twice, an unknown or another class, a spelling of two units.
    """
    wajib(rows, "satuan")
    tunggal(rows, "satuan")
    found = dict(dasar)
    asal: dict[str, str] = {}
    errors = [error for row in rows for error in _tambah_satuan(row, found, dasar, asal)]
    kumpulkan_galat(errors)
    return found


def _tambah_satuan(
    row: BarisCsv, found: dict[str, Satuan], dasar: Mapping[str, Satuan], asal: dict[str, str]
) -> Iterator[KamusError]:
    """Enters a line into `found`, where its spellings come from into `asal`."""
    kelas = {item.kelas for item in dasar.values()}
    lama = dasar.get(tulisan_satuan(row["satuan"]))
    satuan = lama or Satuan(nama=tulisan_satuan(row["satuan"]), kelas=row["kelas"])
    if lama is None and not row["kelas"]:
        yield row.salah("kelas", f"kosong; isi salah satu dari {', '.join(sorted(kelas))}.")
    elif lama is None and kelas and row["kelas"] not in kelas:
        near = terdekat(row["kelas"], kelas)
        yield row.salah("kelas", f"“{row['kelas']}” tidak dikenal{near} (pilihan: {', '.join(sorted(kelas))}).")
    elif lama is not None and row["kelas"] not in ("", lama.kelas):
        yield row.salah(
            "kelas", f"“{row['kelas']}”, padahal {lama.nama} berkelas “{lama.kelas}”; samakan atau kosongkan."
        )
    for tulisan in map(tulisan_satuan, (row["satuan"], *pecah(row["tulisan"]))):
        milik = found.setdefault(tulisan, satuan)
        if milik.nama != satuan.nama:
            where = asal.get(tulisan, "kamus program")
            yield row.salah(
                "tulisan", f"“{tulisan}” sudah menjadi tulisan satuan “{milik.nama}” ({where}); hapus di sini."
            )
        asal.setdefault(tulisan, row.tempat)


def baca_frasa(rows: Sequence[BarisCsv], jenis: str, dasar: Frasa) -> Frasa:
    """Phrases of one `jenis`: those of `dasar` and of the lines of an `ejaan.csv`.

    A line whose `tulisan` is its `baku` only says that the word is right.

    Raises:
        KamusError: blank fields, an unknown kind, a spelling without words, with two meanings, or undone by another.
    """
    wajib(rows, *EJAAN)
    asing = [row for row in rows if row["jenis"].lower() not in JENIS_EJAAN]
    kumpulkan_galat(_jenis_salah(row) for row in asing)
    found: dict[str, dict[Kata, Kata]] = defaultdict(dict)
    found.update({first: dict(phrases) for first, phrases in dasar.items()})
    asal: dict[Kata, str] = {}
    pakai = [row for row in rows if row["jenis"].lower() == jenis and row["tulisan"].lower() != row["baku"].lower()]
    errors = [error for row in pakai for error in _tambah_frasa(row, found, asal)]
    kumpulkan_galat(errors)
    return {first: tuple(sorted(phrases.items(), key=lambda item: -len(item[0]))) for first, phrases in found.items()}


def _jenis_salah(row: BarisCsv) -> KamusError:
    near = terdekat(row["jenis"].lower(), JENIS_EJAAN)
    return row.salah("jenis", f"“{row['jenis']}” tidak dikenal{near} (pilihan: {', '.join(JENIS_EJAAN)}).")


def _tambah_frasa(row: BarisCsv, found: dict[str, dict[Kata, Kata]], asal: dict[Kata, str]) -> Iterator[KamusError]:
    """Enters a line into `found`, where it comes from into `asal`."""
    tulisan, baku = kata_dari(row["tulisan"]), kata_dari(row["baku"])
    for kolom, kata in (("tulisan", tulisan), ("baku", baku)):
        if not kata:
            yield row.salah(kolom, f"“{row[kolom]}” tidak memuat kata; tulis dengan huruf.")
    if not (tulisan and baku):
        return
    lama = found[tulisan[0]].setdefault(tulisan, baku)
    where = asal.setdefault(tulisan, row.tempat)
    where = "kamus program" if where == row.tempat else where
    if lama != baku:
        yield row.salah("baku", f"“{row['tulisan']}” sudah berarti “{' '.join(lama)}” ({where}); hapus salah satu.")
    elif found.get(baku[0], {}).get(baku) == tulisan:
        yield row.salah("baku", f"“{row['baku']}” sendiri diganti menjadi “{row['tulisan']}”; hapus salah satu arah.")


def baca_aturan(rows: Sequence[BarisCsv]) -> tuple[AturanArah, ...]:
    """The rules of the lines of an `arah.csv` in their order.

    Raises:
        KamusError: blank fields, an order that is no number or stands twice, an unknown direction, a pattern that
            is broken or finds every name.
    """
    wajib(rows, "urutan", "arah", "pola")
    tunggal(rows, "urutan")
    kumpulkan_galat(error for row in rows for error in _cacat_aturan(row))
    return tuple(
        AturanArah(
            arah=arah_dari(row["arah"]) or Arah.TIDAK_DIKETAHUI,
            pola=re.compile(row["pola"], re.IGNORECASE),
            kecuali=re.compile(row["kecuali"], re.IGNORECASE) if row["kecuali"] else None,
        )
        for row in sorted(rows, key=lambda row: int(row["urutan"]))
    )


def _cacat_aturan(row: BarisCsv) -> Iterator[KamusError]:
    if not (row["urutan"].isascii() and row["urutan"].isdigit()):
        yield row.salah("urutan", f"“{row['urutan']}” bukan bilangan bulat; isi dengan angka, misalnya 10.")
    if arah_dari(row["arah"]) is None:
        yield _arah_salah(row)
    for kolom in ("pola", "kecuali"):
        try:
            cocok_kosong = bool(row[kolom]) and re.compile(row[kolom]).search("") is not None
        except re.error as error:
            yield row.salah(kolom, f"ungkapan reguler “{row[kolom]}” rusak ({error}); perbaiki polanya.")
            continue
        if cocok_kosong:
            yield row.salah(
                kolom, f"ungkapan reguler “{row[kolom]}” cocok dengan nama apa pun; tulis kata yang dicari."
            )
