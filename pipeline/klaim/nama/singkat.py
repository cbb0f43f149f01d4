"""Short names of indicators in running text: acronyms, and some of the words of a name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from pipeline.klaim.nama.kalimat import Entri, IndeksNama, Kata, Sebut, Singkat, baca_kata, nama_terukur
from pipeline.klaim.nama.kata import berlanjut, didahului, himpunan
from pipeline.normalise.kata.ejaan import lipat, tanpa_butir
from schemas.kinerja import Laporan

_HAMPA = himpunan(
    """di ke dari pada dan dengan untuk oleh secara atau serta para dalam bagi atas melalui terhadap se tahun
    kabupaten kota provinsi daerah wilayah masyarakat memiliki"""
)
"""Words of a name that its short forms may leave out without a trace."""
_UKURAN = himpunan(
    """persentase tingkat cakupan proporsi laju rasio perbandingan jumlah banyaknya indeks nilai skor angka rata rerata
    capaian pencapaian realisasi target kinerja indikator"""
)
"""Words that say how something is measured, or that belong to any sentence about an indicator."""
_UMUM = himpunan(
    """IKU IKK IKD IK RPJMD RPJMN RPJPD RPD PK SDGS TPB SPM APBD APBN OPD SKPD DPA DPPA LKJIP LAKIP LKIP LKJ RENSTRA
    RENJA RKPD RKT SAKIP AKIP BPS PNS ASN SDM TW"""
)
"""Acronyms of plans, offices and documents; none of them calls an indicator."""
_DIKURUNG = re.compile(r"[(\[]\s*([A-Z][A-Za-z/-]{1,9}(?: [a-z]{4,9})?)\s*[)\]]")
_RAPAT = re.compile(r"[\s\"'“”(-]*")
Nama = tuple[tuple[str, str], ...]
"""Content words of a name, each with its initials."""

_YANG = re.compile(r"\s+yang\b", re.IGNORECASE)
_PALING_SEDIKIT = 2
_SEPARUH = 2
_KATA_PANJANG = 4
_INISIAL = 3


class NamaSingkat:
    """The ways in which sentences of a report may shorten the names of its indicators."""

    def __init__(self, laporan: Laporan, indeks: IndeksNama) -> None:
        self._indeks = indeks
        konteks = indeks.konteks
        self._hampa = _HAMPA | {*konteks.kantor, *konteks.wilayah, *konteks.tingkat}
        self._entri: dict[str, Entri] = {}
        self._nama: dict[str, list[Nama]] = defaultdict(list)
        self._uang: list[frozenset[str]] = []
        terukur = tuple(nama_terukur(laporan))
        self.terukur = tuple(entri for entri, _ in terukur if entri.indikator and entri.baris)
        for entri, labels in terukur:
            kata = [tuple(self._isi(tanpa_butir(lipat(label)))) for label in labels]
            if entri.indikator and entri.baris:
                self._entri[entri.indikator] = replace(entri, penuh=False)
                self._nama[entri.indikator] += list(dict.fromkeys(kata))
            else:
                self._uang += [frozenset(isi for isi, _ in nama) for nama in kata]
        self._per_kata: dict[str, dict[tuple[str, Nama], None]] = defaultdict(dict)
        for indikator, semua in self._nama.items():
            for nama in semua:
                for isi in (*(kata for kata, _ in nama), *_awalan(nama)):
                    self._per_kata[isi][indikator, nama] = None
        self._akronim: dict[str, tuple[str, Singkat]] = {**self._dari_huruf(), **self._dikurung(laporan)}
        self._dicari: dict[tuple[str, str | None, bool], tuple[Sebut, ...]] = {}

    def _isi(self, label: str) -> Iterator[tuple[str, str]]:
        """Content words of a name, in order, each with the initials of what is printed for it."""
        for item in baca_kata(label):
            if item.kata not in self._hampa and not item.kurung:
                yield item.kata, _inisial(label, item)

    def cari(self, text: str, pandu: Entri | None, *, longgar: bool = False) -> tuple[Sebut, ...]:
        """Short names in a text, in order.

        Args:
            text: the sentence.
            pandu: the indicator whose heading or list item the sentence stands under.
            longgar: in a list of indicators the first words, or half of the words, will do.
        """
        kunci = text, pandu.indikator if pandu is not None else None, longgar
        if kunci not in self._dicari:
            self._dicari[kunci] = self._pilihan(text, pandu, longgar)
        return self._dicari[kunci]

    def _pilihan(self, text: str, pandu: Entri | None, longgar: bool) -> tuple[Sebut, ...]:
        kata = self._indeks.kata(text)
        calon = [*self._dari_akronim(text, pandu), *self._dari_kata(text, kata, pandu, longgar)]
        terpilih: list[Sebut] = []
        for item in sorted(calon, key=lambda item: (item.mulai - item.akhir, item.mulai)):
            if all(item.akhir <= lain.mulai or lain.akhir <= item.mulai for lain in terpilih):
                terpilih.append(item)
        return tuple(sorted(terpilih, key=lambda item: item.mulai))

    def khas(self, text: str, indikator: str) -> bool:
        """Whether a text has a word of the name of an indicator that is in the name of no other."""
        panjang = {item.kata for item in self._indeks.kata(text) if len(item.kata) >= _KATA_PANJANG}
        kata = panjang - _UKURAN - self._hampa
        milik = {isi for nama in self._nama.get(indikator, ()) for isi, _ in nama}
        lain = {isi for kunci, semua in self._nama.items() if kunci != indikator for nama in semua for isi, _ in nama}
        return bool(kata & (milik - lain))

    def entri(self, indikator: str) -> Entri:
        """The entry of an indicator that has rows.

        Raises:
            KeyError: when no row measures it.
        """
        return self._entri[indikator]

    def _dari_akronim(self, text: str, pandu: Entri | None) -> Iterator[Sebut]:
        for tulisan, (indikator, singkat) in self._akronim.items():
            if tulisan not in text:
                continue
            for match in re.finditer(rf"(?<![\w/]){re.escape(tulisan)}(?![\w/])", text):
                terpandu = pandu is not None and pandu.indikator == indikator
                yield Sebut(
                    mulai=match.start(),
                    akhir=match.end(),
                    entri=(self._entri[indikator],),
                    sah=self._utuh(text, match.start(), match.end(), "indeks"),
                    singkat=Singkat.TERPANDU if terpandu else singkat,
                )

    def _dari_kata(self, text: str, kata: Sequence[Kata], pandu: Entri | None, longgar: bool) -> Iterator[Sebut]:
        at = 0
        while at < len(kata):
            calon = list(self._panjang(text, kata, at))
            banyak = max((len(isi) for _, _, isi in calon), default=0)
            terpanjang = [(indikator, ujung, isi) for indikator, ujung, isi in calon if len(isi) == banyak]
            ujung = at
            if banyak >= _PALING_SEDIKIT and len({indikator for indikator, _, _ in terpanjang}) == 1:
                indikator, ujung, isi = terpanjang[0]
                sebut = self._sebut(text, kata[at].mulai, kata[ujung].akhir, indikator, pandu)
                terpilih = sebut.singkat is Singkat.TERPANDU or self._pokok(indikator, isi, longgar)
                if terpilih and not self._dipunyai_lain(indikator, isi):
                    yield sebut
            at = ujung + 1

    def _sebut(self, text: str, mulai: int, akhir: int, indikator: str, pandu: Entri | None) -> Sebut:
        terpandu = pandu is not None and pandu.indikator == indikator
        return Sebut(
            mulai=mulai,
            akhir=akhir,
            entri=(self._entri[indikator],),
            sah=self._utuh(text, mulai, akhir, text[mulai:akhir]),
            singkat=Singkat.TERPANDU if terpandu else Singkat.LEPAS,
        )

    def _dipunyai_lain(self, indikator: str, isi: frozenset[str]) -> bool:
        """Whether the name of another indicator has all of these words, too."""
        return any(
            isi <= {kata for kata, _ in nama}
            for kunci, semua in self._nama.items()
            if kunci != indikator
            for nama in semua
        )

    def _pokok(self, indikator: str, isi: frozenset[str], longgar: bool) -> bool:
        """Whether the words are the better part of a name with its first, and of no budget row's name."""
        if any(isi <= nama for nama in self._uang):
            return False
        for nama in self._nama[indikator]:
            semua = [kata for kata, _ in nama if kata not in _UKURAN]
            awal, separuh = semua[:1] and semua[0] in isi, _SEPARUH * len(isi) >= len(set(semua))
            if (awal and separuh) or (longgar and (awal or separuh)):
                return True
        return False

    def _utuh(self, text: str, mulai: int, akhir: int, nama: str) -> bool:
        """Whether the words around leave a short name what it is."""
        if _YANG.match(text, akhir) or not berlanjut(text, akhir, self._indeks.konteks, ()):
            return False
        return not didahului(text, mulai, nama)

    def _panjang(self, text: str, kata: Sequence[Kata], at: int) -> Iterator[tuple[str, int, frozenset[str]]]:
        """For every indicator that a run from word `at` on may shorten: last word and the content words it covers."""
        if not kata[at].awal:
            return
        for indikator, nama in self._per_kata.get(kata[at].kata, ()):
            ujung, tercakup = _runtun(text, kata, at, nama, self._hampa)
            isi = frozenset(item for item in tercakup if item not in _UKURAN)
            if isi:
                yield indikator, ujung, isi

    def _dari_huruf(self) -> dict[str, tuple[str, Singkat]]:
        """Acronyms that are the initials of the names of one indicator only."""
        pemilik: dict[str, set[str]] = defaultdict(set)
        for indikator, entri in self._entri.items():
            for tulisan in _singkatan(entri.label):
                pemilik[tulisan].add(indikator)
        return {
            tulisan: (next(iter(semua)), Singkat.LEPAS)
            for tulisan, semua in pemilik.items()
            if len(semua) == 1 and tulisan not in _UMUM
        }

    def _dikurung(self, laporan: Laporan) -> dict[str, tuple[str, Singkat]]:
        """Acronyms printed in brackets behind the name of one indicator only, in a table or a sentence."""
        pemilik: dict[str, set[str]] = defaultdict(set)
        for indikator, entri in self._entri.items():
            for match in _DIKURUNG.finditer(entri.label):
                pemilik[match.group(1)].add(indikator)
        for teks in dict.fromkeys(_teks(laporan)):
            if _DIKURUNG.search(teks):
                for sebut in self._indeks.cari(teks):
                    for tulisan in _DIKURUNG.findall(teks[sebut.mulai : sebut.akhir]):
                        pemilik[tulisan] |= {entri.indikator for entri in sebut.entri}
        return {
            tulisan: (next(iter(semua)), Singkat.DIKENALKAN)
            for tulisan, semua in pemilik.items()
            if len(semua) == 1 and semua <= self._entri.keys() and tulisan.upper() not in _UMUM
        }


def _teks(laporan: Laporan) -> Iterator[str]:
    """All running text that may introduce an acronym."""
    for kalimat in laporan.kalimat:
        yield from (*kalimat.teks.judul, kalimat.teks.butir or "", kalimat.teks.sebelum, kalimat.teks.text)


def _runtun(
    text: str, kata: Sequence[Kata], at: int, nama: Nama, hampa: Container[str]
) -> tuple[int, list[str]]:
    """How far the words from `at` on follow those of a name, in order: the last word and what they cover."""
    posisi, ujung = 0, at
    tercakup: list[str] = []
    for nomor in range(at, len(kata)):
        sebelum = kata[nomor - 1]
        terpisah = nomor > at and sebelum.akhir <= kata[nomor].mulai
        if terpisah and not _RAPAT.fullmatch(text, sebelum.akhir, kata[nomor].mulai):
            break
        if kata[nomor].kata in hampa:
            continue
        mulai, lebar = _cocok(text, kata[nomor], nama, posisi)
        if not lebar:
            break
        tercakup += [isi for isi, _ in nama[mulai : mulai + lebar]]
        posisi, ujung = mulai + lebar, nomor if kata[nomor].ujung else ujung
    return ujung, tercakup


def _cocok(text: str, kata: Kata, nama: Nama, posisi: int) -> tuple[int, int]:
    """Where a word stands in a name from `posisi` on and how many words it stands for; width 0 when nowhere."""
    for at in range(posisi, len(nama)):
        if nama[at][0] == kata.kata:
            return at, 1
    cetak = text[kata.mulai : kata.akhir]
    if cetak.isupper() and cetak.isalpha() and len(cetak) >= _PALING_SEDIKIT:
        for at in range(posisi, len(nama)):
            for lebar in range(1, len(nama) - at + 1):
                if "".join(awal for _, awal in nama[at : at + lebar]) == cetak.lower():
                    return at, lebar
    return 0, 0


def _awalan(nama: Nama) -> Iterator[str]:
    """Initials of neighbouring words of a name."""
    for at in range(len(nama)):
        for ujung in range(at + 1, len(nama) + 1):
            awalan = "".join(awal for _, awal in nama[at:ujung])
            if len(awalan) >= _PALING_SEDIKIT:
                yield awalan


def _inisial(label: str, kata: Kata) -> str:
    """First letter of a word; of each printed word where the dictionary writes several as one."""
    tercetak = label[kata.mulai : kata.akhir].split()
    return "".join(isi[0] for isi in tercetak) if len(tercetak) > 1 else kata.kata[0]


def _singkatan(label: str) -> Iterator[str]:
    """Initials of a name: of all its words, of its content words, and both without the words of measure in front."""
    polos = tanpa_butir(lipat(label))
    kata = [item for item in baca_kata(polos) if not item.kurung and item.kata[0].isalpha()]
    for semua in (kata, [item for item in kata if item.kata not in _HAMPA]):
        tanpa = list(semua)
        while tanpa and tanpa[0].kata in _UKURAN:
            tanpa = tanpa[1:]
        for pilihan in (semua, tanpa):
            if len(pilihan) >= _INISIAL:
                yield "".join(_inisial(polos, item) for item in pilihan).upper()
