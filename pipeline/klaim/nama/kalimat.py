"""Names of indicators and kegiatan in running text: one spelling with offsets kept, and which names stand where."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pipeline.klaim.nama.kata import berlanjut, bersih, didahului
from pipeline.normalise.kamus.dipakai import Frasa, muat_kamus
from pipeline.normalise.kata.ejaan import lipat, tanpa_butir
from pipeline.normalise.nama.cari import per_kode
from pipeline.normalise.nama.urai import Konteks, konteks_laporan
from schemas.kinerja import JenisBaris, Kind, Laporan, Part
from schemas.narasi import RujukanFakta

_TOKEN = re.compile(r"[a-z][a-z0-9]*|\d+(?:[.,]\d+)*|[()\[\]]|(?<![\d(])(?<!\d )%(?=\s*[a-z])")
_DASH = str.maketrans({"–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "’": "'", "‘": "'", "\u00ad": "-"})
_AKRONIM = re.compile(r"[(\[]\s*([A-Z][A-Za-z0-9-]{2,9})\s*[)\]]")
_SINGKATAN = re.compile(r"\s*\([A-Z][A-Za-z-]{1,9}\)")
_KUNCI = 5
_TERPENDEK = 8
_KATA_PENUH = 3
_UANG = frozenset((Part.ANGGARAN, Part.REALISASI_ANGGARAN, Part.SISA, Part.FISIK))
_LEWAT = frozenset(("yang",))


@dataclass(frozen=True, slots=True, kw_only=True)
class Kata:
    """One word in dictionary spelling; the words of a written-out abbreviation share its place.

    Attributes:
        mulai, akhir: where it is printed in the text.
        awal, ujung: a name may begin, may end with it.
        kurung: it stands in brackets.
    """

    kata: str
    mulai: int
    akhir: int
    awal: bool = True
    ujung: bool = True
    kurung: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Entri:
    """What one spelling of a name stands for.

    Attributes:
        label: the name as a table prints it.
        indikator: identity, "" for a program or kegiatan.
        baris: labels of the rows that measure it; `uang`: of the rows that budget it.
        penuh: the whole printed name, not an abbreviation or another name.
    """

    label: str
    indikator: str
    baris: tuple[RujukanFakta, ...] = ()
    uang: tuple[RujukanFakta, ...] = ()
    penuh: bool = True


class Singkat(StrEnum):
    """What speaks for a short name.

    TERPANDU: the sentence stands under the full name; DIKENALKAN: it is an acronym printed behind the name elsewhere;
    LEPAS: nothing but that no other indicator has these words or initials.
    """

    TERPANDU = "terpandu"
    DIKENALKAN = "dikenalkan"
    LEPAS = "lepas"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sebut:
    """A known name in a text; `sah`: the words around it leave it that name; `singkat`: None for a full name."""

    mulai: int
    akhir: int
    entri: tuple[Entri, ...]
    sah: bool = True
    singkat: Singkat | None = None


def baca_kata(text: str) -> list[Kata]:
    """Words of a text in dictionary spelling, without those that carry no meaning in a name."""
    polos, tempat = _polos(text)
    kata: list[Kata] = []
    dalam = 0
    for match in _TOKEN.finditer(polos):
        isi = match.group()
        if isi in "([":
            dalam += 1
        elif isi in ")]":
            dalam = max(0, dalam - 1)
        else:
            kata.append(
                Kata(
                    kata="persentase" if isi == "%" else isi,
                    mulai=tempat[match.start()],
                    akhir=tempat[match.end() - 1] + 1,
                    kurung=dalam > 0,
                )
            )
    kamus = muat_kamus()
    baku = _ganti(_ganti(kata, kamus.ejaan), kamus.singkatan)
    return [item for item in baku if item.kata not in _LEWAT]


def _polos(text: str) -> tuple[str, Sequence[int]]:
    """The text in lower case without accents, and for each of its characters the place in the text."""
    if text.isascii():
        return text.lower(), range(len(text))
    out: list[str] = []
    tempat: list[int] = []
    for at, char in enumerate(text.translate(_DASH)):
        for part in unicodedata.normalize("NFKD", char).lower():
            if not unicodedata.combining(part):
                out.append(part)
                tempat.append(at)
    return "".join(out), tempat


def _ganti(kata: list[Kata], frasa: Frasa) -> list[Kata]:
    """The words with every phrase of the dictionary replaced; new words take the place of the whole phrase."""
    out: list[Kata] = []
    at = 0
    while at < len(kata):
        for tulisan, baku in frasa.get(kata[at].kata, ()):
            lama = kata[at : at + len(tulisan)]
            if tuple(item.kata for item in lama) == tulisan:
                out += _baru(lama, baku)
                at += len(tulisan)
                break
        else:
            out.append(kata[at])
            at += 1
    return out


def _baru(lama: Sequence[Kata], baku: Sequence[str]) -> Iterator[Kata]:
    for nomor, isi in enumerate(baku):
        yield Kata(
            kata=isi,
            mulai=lama[0].mulai,
            akhir=lama[-1].akhir,
            awal=nomor == 0 and lama[0].awal,
            ujung=nomor == len(baku) - 1 and lama[-1].ujung,
            kurung=lama[0].kurung,
        )


def rapat(text: str, *, kurung: bool = True) -> str:
    """The words of a name without spaces, the key of equal names; without what stands in brackets on demand."""
    return "".join(item.kata for item in baca_kata(tanpa_butir(lipat(text))) if kurung or not item.kurung)


class IndeksNama:
    """All names that the tables of a report (and the dictionary, for their identities) know."""

    def __init__(self, laporan: Laporan) -> None:
        self.konteks: Konteks = konteks_laporan(laporan.metadata)
        self._entri: dict[str, tuple[Entri, ...]] = _entri(laporan)
        per_kunci: dict[str, list[str]] = defaultdict(list)
        for nama in self._entri:
            per_kunci[nama[:_KUNCI]].append(nama)
        self._kunci: Mapping[str, tuple[str, ...]] = {
            kunci: tuple(sorted(nama, key=len, reverse=True)) for kunci, nama in per_kunci.items()
        }
        self._kata: dict[str, tuple[Kata, ...]] = {}
        self._dicari: dict[str, tuple[Sebut, ...]] = {}

    def sama(self, text: str) -> tuple[Entri, ...]:
        """Entries of the name that a text is as a whole."""
        for nama in (rapat(text), rapat(text, kurung=False)):
            if nama in self._entri:
                return self._entri[nama]
        return ()

    def kata(self, text: str) -> tuple[Kata, ...]:
        """Words of a text as `baca_kata` reads them, read once."""
        if text not in self._kata:
            self._kata[text] = tuple(baca_kata(text))
        return self._kata[text]

    def cari(self, text: str) -> tuple[Sebut, ...]:
        """Known names in a text, in order; a name inside a longer one does not count."""
        if text not in self._dicari:
            self._dicari[text] = self._pilihan(text)
        return self._dicari[text]

    def _pilihan(self, text: str) -> tuple[Sebut, ...]:
        kata = self.kata(text)
        found = self._cari(kata)
        if any(item.kurung for item in kata):
            found += self._cari([item for item in kata if not item.kurung])
        terpilih: list[Sebut] = []
        for item in sorted(found, key=lambda item: (item.mulai - item.akhir, item.mulai)):
            if all(item.akhir <= lain.mulai or lain.akhir <= item.mulai for lain in terpilih):
                terpilih.append(item)
        terpilih.sort(key=lambda item: item.mulai)
        return tuple(self._dijaga(text, [item for item in terpilih if not _diulang(text, item, terpilih)]))

    def _cari(self, kata: Sequence[Kata]) -> list[Sebut]:
        text = "".join(item.kata for item in kata)
        ujung: dict[int, Kata] = {}
        awal: list[tuple[int, Kata]] = []
        at = 0
        for item in kata:
            if item.awal:
                awal.append((at, item))
            at += len(item.kata)
            if item.ujung:
                ujung[at] = item
        found: list[Sebut] = []
        for at, item in awal:
            for nama in self._kunci.get(text[at : at + _KUNCI], ()):
                if text.startswith(nama, at) and at + len(nama) in ujung:
                    found.append(Sebut(mulai=item.mulai, akhir=ujung[at + len(nama)].akhir, entri=self._entri[nama]))
                    break
        return found

    def _dijaga(self, text: str, sebut: Sequence[Sebut]) -> Iterator[Sebut]:
        """The names with the verdict on the words around them."""
        tempat = {item.mulai for item in sebut}
        for item in sebut:
            nama = text[item.mulai : item.akhir]
            akhir = _tutup(text, item)
            kegiatan = all(entri.uang and not entri.indikator for entri in item.entri)
            sah = berlanjut(text, akhir, self.konteks, tempat) and not didahului(
                text, item.mulai, nama, kegiatan=kegiatan
            )
            yield Sebut(mulai=item.mulai, akhir=akhir, entri=item.entri, sah=sah)

    def bersih(self, text: str) -> bool:
        """Whether a stretch of text holds nothing that could be another subject."""
        return bersih(text, self.konteks)


def _diulang(text: str, sebut: Sebut, semua: Sequence[Sebut]) -> bool:
    """Whether a name is the abbreviation in brackets behind another one."""
    return any(lain.akhir <= sebut.mulai < _tutup(text, lain) for lain in semua)


def _tutup(text: str, sebut: Sebut) -> int:
    """Where a name ends with the abbreviation in brackets behind it, or with the bracket it ends in."""
    nama = text[sebut.mulai : sebut.akhir]
    if nama.count("(") > nama.count(")"):
        return sebut.akhir + text.startswith(")", sebut.akhir)
    singkatan = _SINGKATAN.match(text, sebut.akhir)
    return sebut.akhir if singkatan is None else singkatan.end()


def _entri(laporan: Laporan) -> dict[str, tuple[Entri, ...]]:
    """Entries by the spelling of their names; one spelling may stand for several."""
    tulisan: dict[str, dict[tuple[str, str], bool]] = defaultdict(dict)
    label: dict[tuple[str, str], str] = {}
    ukur: dict[tuple[str, str], list[RujukanFakta]] = defaultdict(list)
    uang: dict[tuple[str, str], list[RujukanFakta]] = defaultdict(list)
    dibaca: dict[str, tuple[tuple[str, bool], ...]] = {}
    for rujukan, kunci, teks, beruang in _baris_bernama(laporan):
        label.setdefault(kunci, teks)
        (uang if beruang else ukur)[kunci].append(rujukan)
        if teks not in dibaca:
            dibaca[teks] = tuple(_tulisan(teks))
        for nama, penuh in dibaca[teks]:
            tulisan[nama][kunci] = penuh or tulisan[nama].get(kunci, False)
    for kunci in list(label):
        for nama, penuh in _nama_kamus(kunci[0]):
            if not tulisan.get(nama):
                tulisan[nama][kunci] = penuh
    return {
        nama: tuple(
            Entri(
                label=label[kunci],
                indikator=kunci[0],
                baris=tuple(ukur[kunci]),
                uang=tuple(uang[kunci]),
                penuh=penuh,
            )
            for kunci, penuh in pemilik.items()
        )
        for nama, pemilik in tulisan.items()
    }


def nama_terukur(laporan: Laporan) -> Iterator[tuple[Entri, tuple[str, ...]]]:
    """Every indicator and budget row that can be meant by its name, with all labels printed for it."""
    label: dict[tuple[str, str], list[str]] = defaultdict(list)
    baris: dict[tuple[str, str], tuple[list[RujukanFakta], list[RujukanFakta]]] = defaultdict(lambda: ([], []))
    for rujukan, kunci, teks, beruang in _baris_bernama(laporan):
        label[kunci].append(teks)
        baris[kunci][beruang].append(rujukan)
    for kunci, (ukur, uang) in baris.items():
        entri = Entri(label=label[kunci][0], indikator=kunci[0], baris=tuple(ukur), uang=tuple(uang))
        yield entri, tuple(dict.fromkeys(label[kunci]))


def _baris_bernama(laporan: Laporan) -> Iterator[tuple[RujukanFakta, tuple[str, str], str, bool]]:
    """Label, key and kind of every row that can be meant by its name."""
    kunci: dict[str, str] = {}
    for index, tabel in enumerate(laporan.tabel):
        anggaran = tabel.kind in (Kind.ANGGARAN, Kind.EFISIENSI) and any(map(tabel.has, _UANG))
        for nomor, baris in enumerate(tabel.baris):
            if baris.jenis in (JenisBaris.JUMLAH, JenisBaris.RATA_RATA):
                continue
            rujukan = RujukanFakta(tabel=index, baris=nomor)
            if baris.indikator and baris.jenis is JenisBaris.BUTIR:
                yield rujukan, (baris.indikator, ""), baris.label, anggaran
            elif anggaran and not baris.indikator:
                if baris.label not in kunci:
                    kunci[baris.label] = rapat(baris.label)
                yield rujukan, ("", kunci[baris.label]), baris.label, True


def _tulisan(label: str) -> Iterator[tuple[str, bool]]:
    """Spellings of a printed name: with and without its brackets, and the abbreviation in them."""
    kata = baca_kata(tanpa_butir(lipat(label)))
    for pilihan in (kata, [item for item in kata if not item.kurung]):
        nama = "".join(item.kata for item in pilihan)
        if len(nama) >= _TERPENDEK and len([item for item in pilihan if item.kata.isalpha()]) > 1:
            yield nama, True
    for match in _AKRONIM.finditer(label):
        nama = rapat(match.group(1))
        if len(nama) >= _TERPENDEK:
            yield nama, False


def _nama_kamus(indikator: str) -> Iterator[tuple[str, bool]]:
    """Other names of the dictionary for an identity."""
    entri = per_kode(muat_kamus()).get(indikator)
    if entri is not None:
        for teks in (entri.nama, *entri.alias):
            nama = rapat(teks)
            if len(nama) >= _TERPENDEK and (len(teks.split()) > 1 or nama != teks.lower()):
                yield nama, len(teks.split()) >= _KATA_PENUH
