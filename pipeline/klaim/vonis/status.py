"""Judges verdicts on indicators: tercapai or not, against target, realisasi and direction, and against each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.klaim.tabel.arah_cetak import ArahCetak, arah_hitungan, arah_tercetak
from pipeline.klaim.ukuran import berlainan, satuan_angka
from pipeline.klaim.vonis.subjek import Dinyatakan, arah_indikator, dinyatakan, milik
from pipeline.klaim.vonis.tercapai import sesuai
from pipeline.pengukuran import KINDS, bernilai
from pipeline.satuan_nilai import kelas_satuan
from pipeline.sebutan import Kunci, sebanding, sebutan, target_berlawanan
from schemas.angka import Angka
from schemas.kinerja import Arah, Kind, Laporan, Part
from schemas.narasi import Klaim, Peran, Perihal, Putusan, RujukanFakta, RujukanKlaim, Uji, Vonis
from schemas.tautan import Sebutan

_TARGET = (*KINDS, Kind.PERJANJIAN)
_TANPA_ANGKA = "target atau realisasi tahun itu tidak tercetak"
_TARGET_LAIN = "yang dinyatakan target rencana, wilayah, atau masa yang lain"
_TAK_PASTI = "arah indikator tidak diketahui atau targetnya tidak dapat dibandingkan"
_BERBEDA = "target yang tercetak tidak sepakat"
_ANGKA_LAIN = "angka lain dalam kalimat itu membenarkan pernyataannya"
_NETRAL = "kalimat tidak menyatakan tercapai atau tidak"

_LAWAN = {Vonis.TERCAPAI: 1, Vonis.MELAMPAUI: 1, Vonis.GAGAL: -1}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pasangan:
    """A target and a realisasi of one year with where they are printed."""

    target: Angka
    realisasi: Angka
    pas: bool
    klaim: tuple[RujukanKlaim, ...] = ()
    fakta: tuple[RujukanFakta, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Dinilai:
    """A verdict with what the numbers say of it: right, wrong or (None) open, with the reason.

    Attributes:
        cetak: the capaian that told which way is better, where nothing else did.
    """

    item: Dinyatakan
    benar: bool | None
    alasan: str | None = None
    pasangan: _Pasangan | None = None
    cetak: ArahCetak | None = None


class _Tabel:
    """What the tables of a report say of its indicators, gathered once."""

    def __init__(self, laporan: Laporan) -> None:
        self.laporan = laporan
        self.target: Mapping[Kunci, tuple[Sebutan, ...]] = sebutan(laporan, Part.TARGET, _TARGET)
        self.realisasi: Mapping[Kunci, tuple[Sebutan, ...]] = sebutan(laporan, Part.REALISASI, KINDS)
        self._cetak: Mapping[str, ArahCetak] | None = None

    def arah(self, indikator: str) -> Arah:
        """The direction of an indicator, unknown where its own targets move against it."""
        arah = arah_indikator(self.laporan, indikator)
        return Arah.TIDAK_DIKETAHUI if self._berlawanan(indikator, arah) else arah

    def cetak(self, indikator: str) -> ArahCetak | None:
        """The direction that printed capaian tell of an indicator for which the report says none."""
        sebaris = [baris for baris in self.laporan.baris() if baris.indikator == indikator]
        if any(baris.arah is not Arah.TIDAK_DIKETAHUI for baris in sebaris):
            return None
        if self._cetak is None:
            self._cetak = arah_tercetak(self.laporan)
        return self.sejalan(indikator, self._cetak.get(indikator))

    def sejalan(self, indikator: str, cetak: ArahCetak | None) -> ArahCetak | None:
        """The direction, unless the targets of the years move against it."""
        return None if cetak is None or self._berlawanan(indikator, cetak.arah) else cetak

    def _berlawanan(self, indikator: str, arah: Arah) -> bool:
        baris = next((baris for baris in self.laporan.baris() if baris.indikator == indikator), None)
        return baris is not None and target_berlawanan(replace(baris, arah=arah), self.laporan)


def judge(laporan: Laporan) -> Iterator[Uji]:
    """One judgement for every verdict; a wrong or contradicted indicator is reported once, with all its places."""
    kelompok: dict[tuple[str, int | None], list[_Dinilai]] = defaultdict(list)
    daftar: dict[int, list[_Dinilai]] = defaultdict(list)
    tabel = _Tabel(laporan)
    for item in dinyatakan(laporan):
        if item.entri is None:
            yield _terbuka(item, item.alasan or "")
            continue
        dinilai = _nilai(tabel, item)
        if item.daftar and dinilai.benar is not None:
            daftar[item.rujukan.kalimat].append(dinilai)
        else:
            kelompok[item.entri.indikator, item.tahun].append(dinilai)
    for anggota in kelompok.values():
        yield from _kelompok(anggota)
    for anggota in daftar.values():
        yield from _sedaftar(anggota)


def _nilai(tabel: _Tabel, item: Dinyatakan) -> _Dinilai:
    assert item.entri is not None
    vonis = item.vonis.vonis
    if vonis is None or vonis is Vonis.NETRAL:
        return _Dinilai(item=item, benar=None, alasan=_NETRAL)
    kunci = (item.entri.indikator, item.tahun)
    pasangan = [] if item.daftar else list(_dalam_kalimat(item))
    if item.vonis.jangka is None:
        pasangan += _dalam_tabel(tabel.target.get(kunci, ()), tabel.realisasi.get(kunci, ()))
    elif not pasangan:
        return _Dinilai(item=item, benar=None, alasan=_TARGET_LAIN)
    if not pasangan:
        return _Dinilai(item=item, benar=None, alasan=_TANPA_ANGKA)
    arah = tabel.arah(item.entri.indikator)
    cetak = _cetak(tabel, item, pasangan[0]) if arah is Arah.TIDAK_DIKETAHUI else None
    arah = cetak.arah if cetak is not None else arah
    dinilai = _putuskan(item, vonis, arah, pasangan, cetak)
    lain = _silang(item, pasangan) if dinilai.benar is False else ()
    if any(sesuai(vonis, item.vonis.text, arah, satu.target, satu.realisasi, pas=satu.pas) for satu in lain):
        return _Dinilai(item=item, benar=None, alasan=_ANGKA_LAIN)
    return dinilai


def _putuskan(
    item: Dinyatakan, vonis: Vonis, arah: Arah, pasangan: Sequence[_Pasangan], cetak: ArahCetak | None
) -> _Dinilai:
    hasil = [sesuai(vonis, item.vonis.text, arah, satu.target, satu.realisasi, pas=satu.pas) for satu in pasangan]
    if hasil[0] is True or all(satu is True for satu in hasil):
        return _Dinilai(item=item, benar=True, pasangan=pasangan[0])
    if all(satu is False for satu in hasil):
        return _Dinilai(item=item, benar=False, pasangan=pasangan[0], cetak=cetak)
    return _Dinilai(item=item, benar=None, alasan=_BERBEDA if False in hasil and True in hasil else _TAK_PASTI)


def _cetak(tabel: _Tabel, item: Dinyatakan, pasangan: _Pasangan) -> ArahCetak | None:
    """The direction by the one capaian that the sentence prints itself, else by those of the tables."""
    assert item.entri is not None
    indikator = item.entri.indikator
    dari_tabel = tabel.cetak(indikator)
    semua = {baris.arah for baris in tabel.laporan.baris() if baris.indikator == indikator} - {Arah.TIDAK_DIKETAHUI}
    sendiri = [klaim.angka for klaim in _ruas(item) if klaim.teks.peran is Peran.CAPAIAN and klaim.angka.percent]
    if dari_tabel is not None or semua or item.daftar or len(sendiri) != 1:
        return dari_tabel
    label, (target, realisasi) = item.entri.label, (pasangan.target, pasangan.realisasi)
    cetak = arah_hitungan(tabel.laporan, label, target, realisasi, sendiri[0], pas=pasangan.pas)
    return tabel.sejalan(indikator, cetak)


def _ruas(item: Dinyatakan) -> Iterator[Klaim]:
    """Numbers in the verdict's part of the sentence that may be those of its indicator."""
    for klaim in item.kalimat.klaim:
        if item.awal <= klaim.teks.mulai < item.akhir and bernilai(klaim.angka) and _boleh(klaim, item):
            yield klaim


def _dalam_kalimat(item: Dinyatakan) -> Iterator[_Pasangan]:
    """The one target and the one realisasi that the sentence prints itself."""
    calon: dict[Peran, list[tuple[RujukanKlaim, Klaim]]] = {Peran.TARGET: [], Peran.REALISASI: []}
    for klaim in _ruas(item):
        if klaim.teks.peran in calon:
            posisi = item.kalimat.klaim.index(klaim)
            calon[klaim.teks.peran].append((RujukanKlaim(kalimat=item.rujukan.kalimat, klaim=posisi), klaim))
    if any(len(isi) != 1 for isi in calon.values()):
        return
    (rujukan_t, target), (rujukan_r, hasil) = calon[Peran.TARGET][0], calon[Peran.REALISASI][0]
    satuan = {target.angka.percent, hasil.angka.percent}
    if target.angka.currency or hasil.angka.currency or target.angka.multiplier != hasil.angka.multiplier:
        return
    if len(satuan) > 1 and (target.angka.unit or hasil.angka.unit):
        return
    if berlainan(satuan_angka(satu.teks.angka) for satu in (target, hasil)):
        return
    yield _Pasangan(
        target=target.angka, realisasi=hasil.angka, pas=_terhitung(hasil.angka), klaim=(rujukan_r, rujukan_t)
    )


def _silang(item: Dinyatakan, pasangan: Sequence[_Pasangan]) -> Iterator[_Pasangan]:
    """Other targets of the sentence with each realisasi, other levels of it with each target: what it may speak of."""
    if item.daftar:
        return
    dikenal = {angka.value for satu in pasangan for angka in (satu.target, satu.realisasi)}
    for klaim in item.kalimat.klaim:
        letak = item.awal <= klaim.teks.mulai < item.akhir and bernilai(klaim.angka)
        if not letak or klaim.angka.value in dikenal:
            continue
        for satu in pasangan:
            if klaim.teks.peran is Peran.TARGET and _senilai(klaim.angka, satu.target):
                yield replace(satu, target=klaim.angka)
            elif klaim.teks.peran in (Peran.REALISASI, Peran.NILAI) and _senilai(klaim.angka, satu.realisasi):
                yield replace(satu, realisasi=klaim.angka)


def _senilai(a: Angka, b: Angka) -> bool:
    """Whether two numbers may be of one unit."""
    persen = a.percent is b.percent or not (a.unit or b.unit)
    return persen and not a.currency and not b.currency and a.multiplier == b.multiplier


def _boleh(klaim: Klaim, item: Dinyatakan) -> bool:
    assert item.entri is not None
    tahun = klaim.teks.tahun in (None, item.tahun)
    return tahun and milik(klaim.teks, item.vonis) and klaim.indikator in ("", item.entri.indikator)


def _terhitung(angka: Angka) -> bool:
    return angka.decimals == 0 and not angka.percent and angka.unit is not None and angka.multiplier == 1


def _dalam_tabel(target: Sequence[Sebutan], realisasi: Sequence[Sebutan]) -> Iterator[_Pasangan]:
    """Every target of that year with every realisasi of it that can be compared."""
    for t in target:
        for r in realisasi:
            if sebanding(t, r) and t.fakta.angka.multiplier == r.fakta.angka.multiplier:
                yield _Pasangan(
                    target=t.fakta.angka,
                    realisasi=r.fakta.angka,
                    pas=r.fakta.angka.decimals == 0 and kelas_satuan(r.fakta, r.baris) == "hitung",
                    fakta=tuple(dict.fromkeys((_rujukan(r), _rujukan(t)))),
                )


def _rujukan(item: Sebutan) -> RujukanFakta:
    baris = next(nomor for nomor, baris in enumerate(item.tabel.baris) if baris is item.baris)
    return RujukanFakta(tabel=item.tabel.index, baris=baris, fakta=item.baris.fakta.index(item.fakta))


def _kelompok(anggota: Sequence[_Dinilai]) -> Iterator[Uji]:
    """The judgements of one indicator and year."""
    salah = [satu for satu in anggota if satu.benar is False]
    lawan = _berlawanan(anggota)
    terlibat = [satu for satu in anggota if satu in salah or satu in lawan]
    for satu in anggota:
        if satu not in terlibat:
            yield _cocok(satu) if satu.benar else _terbuka(satu.item, satu.alasan or _TAK_PASTI)
    if terlibat:
        yield _temuan(salah, terlibat)


def _berlawanan(anggota: Sequence[_Dinilai]) -> list[_Dinilai]:
    """Verdicts of both senses on the yearly target, unless numbers make every one of them right."""
    tahunan = [satu for satu in anggota if satu.item.vonis.jangka is None and satu.item.vonis.vonis in _LAWAN]
    if any(satu.benar is None and satu.alasan == _BERBEDA for satu in tahunan):
        return []
    pihak = {_LAWAN[satu.item.vonis.vonis] for satu in tahunan if satu.item.vonis.vonis is not None}
    sama = {satu.item.rujukan.kalimat for satu in tahunan}
    return tahunan if len(pihak) > 1 and len(sama) > 1 and not all(satu.benar for satu in tahunan) else []


def _cocok(satu: _Dinilai) -> Uji:
    assert satu.pasangan is not None
    return Uji(
        perihal=Perihal.STATUS,
        putusan=Putusan.COCOK,
        klaim=(satu.item.rujukan,),
        fakta=satu.pasangan.fakta,
        subjek=_nama(satu),
    )


def _terbuka(item: Dinyatakan, alasan: str) -> Uji:
    return Uji(perihal=Perihal.STATUS, putusan=Putusan.TAK_DIUJI, klaim=(item.rujukan,), alasan=alasan)


def _nama(satu: _Dinilai) -> str:
    return satu.item.entri.label if satu.item.entri is not None else ""


def _sedaftar(anggota: Sequence[_Dinilai]) -> Iterator[Uji]:
    """The judgement of a sentence that gives verdicts to lists of indicators: one finding that names the wrong ones."""
    salah = [satu for satu in anggota if not satu.benar]
    if salah:
        yield Uji(
            perihal=Perihal.STATUS,
            putusan=Putusan.SALAH,
            klaim=tuple(dict.fromkeys(satu.item.rujukan for satu in salah)),
            fakta=tuple(dict.fromkeys(fakta for satu in salah for fakta in _fakta(satu))),
            subjek=", ".join(dict.fromkeys(_nama(satu) for satu in salah)),
            pesan="; ".join(_disebut(satu) for satu in salah) + ".",
            aturan="target dan realisasi",
        )
    terlibat = {satu.item.rujukan for satu in salah}
    benar = {satu.item.rujukan: satu for satu in anggota if satu.benar and satu.item.rujukan not in terlibat}
    for satu in benar.values():
        yield _cocok(satu)


def _disebut(satu: _Dinilai) -> str:
    return f"{_nama(satu)} disebut “{satu.item.vonis.text}”, padahal {_angka(satu)}"


def _fakta(satu: _Dinilai) -> tuple[RujukanFakta, ...]:
    """Places of realisasi and target, and of the capaian that told the direction."""
    cetak = () if satu.cetak is None or satu.cetak.fakta is None else (satu.cetak.fakta,)
    return (*(satu.pasangan.fakta if satu.pasangan is not None else ()), *cetak)


def _angka(satu: _Dinilai) -> str:
    """Realisasi, target and (where it told the direction) capaian in words."""
    if satu.pasangan is None:
        return ""
    capaian = "" if satu.cetak is None else f" dengan capaian {satu.cetak.capaian.text}"
    return f"realisasi {satu.pasangan.realisasi.text} dan target {satu.pasangan.target.text}{capaian}"


def _temuan(salah: Sequence[_Dinilai], terlibat: Sequence[_Dinilai]) -> Uji:
    urut = [*salah, *(satu for satu in terlibat if satu not in salah)]
    utama = next((satu for satu in urut if satu.pasangan is not None), urut[0])
    klaim = utama.pasangan.klaim if utama.pasangan is not None else ()
    return Uji(
        perihal=Perihal.STATUS,
        putusan=Putusan.SALAH,
        klaim=(*(satu.item.rujukan for satu in urut), *klaim),
        fakta=_fakta(utama),
        subjek=_nama(urut[0]),
        pesan=_pesan(salah, urut, _angka(utama)),
        aturan="target dan realisasi" if salah else "satu indikator, satu status",
    )


def _pesan(salah: Sequence[_Dinilai], urut: Sequence[_Dinilai], angka: str) -> str:
    lain = [satu for satu in urut if satu not in salah]
    kata = " dan ".join(dict.fromkeys(f"“{satu.item.vonis.text}”" for satu in lain))
    if salah:
        disebut = " dan ".join(dict.fromkeys(f"“{satu.item.vonis.text}”" for satu in salah))
        ekor = f"; kalimat lain menyebutnya {kata}" if lain else ""
        return f"{_nama(urut[0])} disebut {disebut}, padahal {angka}{ekor}."
    ekor = f" ({angka})" if angka else ""
    return f"{_nama(urut[0])} disebut {kata} dalam dokumen yang sama untuk tahun yang sama{ekor}."
