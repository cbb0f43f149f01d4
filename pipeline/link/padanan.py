"""Which indicators of two documents are one.

Two indicators of one document never become one. An indicator joins at most one of the other document, and only if
no second one there is nearly as close; whatever remains open is listed as doubtful and nothing follows from it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from pipeline.link.mirip import mirip
from pipeline.link.sosok import Dokumen, Sosok
from pipeline.normalise.nama.banding import Hasil, Putusan, bandingkan
from pipeline.normalise.nama.urai import Nama
from pipeline.normalise.satuan import satuan_berlawanan
from schemas.angka import AngkaKind
from schemas.kinerja import Kind, Part
from schemas.tautan import IndikatorDokumen

_JARAK = 0.03
_RINCI_MIN = 2
_BAGIAN_SAMA = 0.5
_TEGAS = (Kind.CAPAIAN, Kind.PERJANJIAN)

_URUTAN = {Hasil.BEDA: 0, Hasil.TANYA: 1, Hasil.SAMA: 2}

Pasangan = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Padanan:
    """Pairs of positions (in the first document, in the second) that are one indicator, and those that may be.

    Attributes:
        skor: how close the pairs of `sama` are, 0..1.
        mirip: pairs of which neither is found in the other document and whose names are too alike to say so.
        tanya: open pairs that their full names alone leave open, with the verdict on these.
    """

    sama: tuple[Pasangan, ...]
    ragu: tuple[Pasangan, ...]
    skor: Mapping[Pasangan, float]
    mirip: tuple[Pasangan, ...] = ()
    tanya: Mapping[Pasangan, Putusan] = field(default_factory=dict)

    def balik(self) -> Padanan:
        """The same seen from the second document."""
        return Padanan(
            sama=tuple(sorted((j, i) for i, j in self.sama)),
            ragu=tuple(sorted((j, i) for i, j in self.ragu)),
            skor={(j, i): skor for (i, j), skor in self.skor.items()},
            mirip=tuple(sorted((j, i) for i, j in self.mirip)),
            tanya={(j, i): putusan for (i, j), putusan in self.tanya.items()},
        )


class Pembanding:
    """Compares two indicators; what was compared before is remembered, since an office repeats its names every year."""

    def __init__(self) -> None:
        self._diingat: dict[tuple[tuple[str, ...], tuple[str, ...]], Putusan] = {}
        self._mirip: dict[tuple[tuple[str, ...], tuple[str, ...]], bool] = {}

    def banding(self, a: Sosok, b: Sosok) -> Putusan:
        """Whether two indicators are one; it is open where the order of the two makes a difference."""
        kunci = (a.kunci, b.kunci)
        if kunci not in self._diingat:
            self._diingat[kunci] = self._diingat[kunci[::-1]] = _sepakat(_banding(a, b), _banding(b, a))
        return self._diingat[kunci]

    def mirip(self, a: Sosok, b: Sosok) -> bool:
        """Whether the names of two indicators are much alike."""
        kunci = (a.kunci, b.kunci)
        if kunci not in self._mirip:
            self._mirip[kunci] = self._mirip[kunci[::-1]] = mirip(a, b)
        return self._mirip[kunci]


def padankan(a: Dokumen, b: Dokumen, pembanding: Pembanding) -> Padanan:
    """Compares the indicators of two documents that share a word, an entry of the dictionary or their whole text."""
    putusan = {(i, j): pembanding.banding(a.sosok[i], b.sosok[j]) for i, j in _calon(a.sosok, b.sosok)}
    sama = {pair: hasil.skor for pair, hasil in putusan.items() if hasil.hasil is Hasil.SAMA}
    dipilih = _pilih(sama)
    rinci = _rincian(a, b, {i for i, _ in dipilih}, {j for _, j in dipilih})
    dipilih |= dict.fromkeys(rinci, 1.0)
    terbuka = {pair for pair, hasil in putusan.items() if hasil.hasil is not Hasil.BEDA} - set(dipilih)
    bebas = _bebas(a, b, dipilih)
    return Padanan(
        sama=tuple(sorted(dipilih)),
        ragu=tuple(sorted(terbuka)),
        skor=dipilih,
        mirip=tuple(
            pair for pair in bebas if pair not in terbuka and pembanding.mirip(a.sosok[pair[0]], b.sosok[pair[1]])
        ),
        tanya={
            pair: hasil
            for pair in bebas
            if pair in terbuka and (hasil := _pertanyaan(a.sosok[pair[0]], b.sosok[pair[1]])) is not None
        },
    )


def _bebas(a: Dokumen, b: Dokumen, dipilih: Mapping[Pasangan, float]) -> list[Pasangan]:
    """Pairs of which neither is one with an indicator of the other document."""
    dari, ke = {i for i, _ in dipilih}, {j for _, j in dipilih}
    return [(i, j) for i in range(len(a.sosok)) if i not in dari for j in range(len(b.sosok)) if j not in ke]


def _pertanyaan(a: Sosok, b: Sosok) -> Putusan | None:
    """The verdict on two full names that a person may decide about; None where text alone decides nothing."""
    if a.induk is not None or b.induk is not None or a.lemah or b.lemah:
        return None
    hasil = bandingkan(a.nama[0], b.nama[0], (a.kelas, b.kelas))
    return hasil if hasil.hasil is Hasil.TANYA else None


def _calon(a: Sequence[Sosok], b: Sequence[Sosok]) -> Iterator[Pasangan]:
    """Pairs worth comparing, each once."""
    per_kunci: dict[str, set[int]] = defaultdict(set)
    for j, sosok in enumerate(b):
        for kunci in _kunci_calon(sosok):
            per_kunci[kunci].add(j)
    for i, sosok in enumerate(a):
        dekat = set[int]().union(*(per_kunci[kunci] for kunci in _kunci_calon(sosok) if kunci in per_kunci))
        yield from ((i, j) for j in sorted(dekat))


def _kunci_calon(sosok: Sosok) -> set[str]:
    kunci = {word for nama in (*sosok.nama, *sosok.dahulu) for word in (*nama.himpunan, f"={nama.rapat}")}
    return kunci | ({f"#{sosok.baku}"} if sosok.baku else set())


def _banding(a: Sosok, b: Sosok) -> Putusan:
    """Whether two indicators are one, by all their names, the headings they stand under and their units."""
    putusan = _banding_kini(a, b)
    if putusan.hasil is Hasil.SAMA or not (a.dahulu or b.dahulu):
        return putusan
    lama = [bandingkan(x, y, (a.kelas, b.kelas)) for x, y in _dengan_nama_lama(a, b)]
    sama = max((item for item in lama if item.hasil is Hasil.SAMA), key=lambda item: item.skor, default=None)
    if sama is None or satuan_berlawanan(a.kelas, b.kelas):
        return putusan
    return _banding_induk(a, b, replace(sama, alasan="nama lama menurut catatan"))


def _dengan_nama_lama(a: Sosok, b: Sosok) -> Iterator[tuple[Nama, Nama]]:
    """Pairs of names of which one at least is a former one."""
    yield from ((x, y) for x in a.dahulu for y in (*b.nama, *b.dahulu))
    yield from ((x, y) for x in a.nama for y in b.dahulu)


def _banding_kini(a: Sosok, b: Sosok) -> Putusan:
    """Whether two indicators are one by the names they bear now."""
    if a.baku and b.baku and a.baku != b.baku:
        return Putusan(hasil=Hasil.BEDA, skor=0.0, alasan="dua indikator baku yang berbeda")
    semua = [bandingkan(x, y, (a.kelas, b.kelas)) for x in a.nama for y in b.nama]
    terbaik = max(semua, key=lambda putusan: (_URUTAN[putusan.hasil], putusan.skor))
    if terbaik.hasil is Hasil.BEDA:
        return terbaik
    if any(putusan.hasil is Hasil.BEDA for putusan in semua):
        return _ragu(terbaik, "nama lainnya berbeda")
    if satuan_berlawanan(a.kelas, b.kelas):
        return _ragu(terbaik, "satuan berbeda")
    return _banding_induk(a, b, terbaik)


def _sepakat(satu: Putusan, dua: Putusan) -> Putusan:
    rendah, tinggi = sorted((satu, dua), key=lambda putusan: (_URUTAN[putusan.hasil], putusan.skor))
    return rendah if rendah.hasil is tinggi.hasil else _ragu(tinggi, rendah.alasan)


def _banding_induk(a: Sosok, b: Sosok, putusan: Putusan) -> Putusan:
    if a.induk is not None and b.induk is not None:
        hasil = bandingkan(a.induk, b.induk, (a.kelas, b.kelas))
        if hasil.hasil is Hasil.SAMA:
            return putusan
        return hasil if hasil.hasil is Hasil.BEDA else _ragu(putusan, "judul di atasnya meragukan")
    if a.induk is not None or b.induk is not None:
        return _ragu(putusan, "hanya satu yang berada di bawah judul")
    return _ragu(putusan, "nama terlalu pendek tanpa judul") if a.lemah or b.lemah else putusan


def _ragu(putusan: Putusan, alasan: str) -> Putusan:
    return Putusan(hasil=Hasil.TANYA, skor=putusan.skor, alasan=alasan)


def _pilih(sama: Mapping[Pasangan, float]) -> dict[Pasangan, float]:
    """The pairs that no other pair of either indicator comes near, surest first, each indicator once."""
    calon: dict[tuple[int, int], list[float]] = defaultdict(list)
    for (i, j), skor in sama.items():
        calon[0, i].append(skor)
        calon[1, j].append(skor)
    jelas = [
        pair
        for pair, skor in sama.items()
        if all(sum(lain > skor - _JARAK for lain in calon[sisi, pair[sisi]]) == 1 for sisi in (0, 1))
    ]
    dipilih: dict[Pasangan, float] = {}
    terpakai: set[tuple[int, int]] = set()
    for i, j in sorted(jelas, key=lambda pair: (-sama[pair], pair)):
        if not {(0, i), (1, j)} & terpakai:
            dipilih[i, j] = sama[i, j]
            terpakai |= {(0, i), (1, j)}
    return dipilih


def _rincian(a: Dokumen, b: Dokumen, dari: set[int], ke: set[int]) -> list[Pasangan]:
    """Items under headings whose words differ, where items and targets of a year say that the headings are one.

    The items have equal names, their targets are the same numbers, in whatever order, and only one heading of the other
    document is like that.
    """
    grup_a, grup_b = _grup(a, dari), _grup(b, ke)
    cocok = [(x, y) for x in grup_a for y in grup_b if _satu_rincian(a, b, grup_a[x], grup_b[y])]
    kali_a, kali_b = Counter(x for x, _ in cocok), Counter(y for _, y in cocok)
    return [
        (grup_a[x][nama], grup_b[y][nama]) for x, y in cocok if kali_a[x] == 1 and kali_b[y] == 1 for nama in grup_a[x]
    ]


def _grup(dokumen: Dokumen, terpakai: set[int]) -> dict[str, dict[str, int]]:
    """Positions of items by heading and name; headings with used or equal items are left out."""
    found: dict[str, dict[str, int]] = defaultdict(dict)
    gugur: set[str] = set()
    for at, sosok in enumerate(dokumen.sosok):
        if sosok.induk is None:
            continue
        nama, judul = sosok.nama[0].rapat, sosok.induk.rapat
        if at in terpakai or nama in found[judul]:
            gugur.add(judul)
        found[judul][nama] = at
    return {judul: items for judul, items in found.items() if judul not in gugur and len(items) >= _RINCI_MIN}


def _satu_rincian(a: Dokumen, b: Dokumen, x: Mapping[str, int], y: Mapping[str, int]) -> bool:
    if x.keys() != y.keys():
        return False
    satu, dua = a.sosok[next(iter(x.values()))], b.sosok[next(iter(y.values()))]
    assert satu.induk is not None and dua.induk is not None
    bersama = len(satu.induk.himpunan & dua.induk.himpunan)
    if bersama < _BAGIAN_SAMA * min(len(satu.induk.himpunan), len(dua.induk.himpunan)) or bersama < _RINCI_MIN:
        return False
    if any(satuan_berlawanan(a.sosok[x[nama]].kelas, b.sosok[y[nama]].kelas) for nama in x):
        return False
    return any(
        tahun is not None and None not in nilai and nilai == _nilai(b, y, tahun)
        for tahun, nilai in _nilai_per_tahun(a, x)
    )


def _nilai_per_tahun(dokumen: Dokumen, items: Mapping[str, int]) -> Iterator[tuple[int | None, list[Decimal | None]]]:
    first = dokumen.ikhtisar.indikator[next(iter(items.values()))]
    for tahun in dict.fromkeys(item.tahun for item in first.sebutan if item.fakta.part is Part.TARGET):
        yield tahun, _nilai(dokumen, items, tahun)


def _nilai(dokumen: Dokumen, items: Mapping[str, int], tahun: int | None) -> list[Decimal | None]:
    """The targets of a year in ascending order; [None] where an item has none, or two."""
    found = [_target(dokumen.ikhtisar.indikator[at], tahun) for at in items.values()]
    nilai = [one for one in found if one is not None]
    return list(sorted(nilai)) if len(nilai) == len(found) else [None]


def _target(indikator: IndikatorDokumen, tahun: int | None) -> Decimal | None:
    nilai = {
        item.fakta.angka.value
        for item in indikator.sebutan
        if item.fakta.part is Part.TARGET and item.tahun == tahun and item.tabel.kind in _TEGAS
        if item.fakta.angka.kind is AngkaKind.NUMBER
    }
    return nilai.pop() if len(nilai) == 1 else None
