"""Judges verdicts on indicators: tercapai or not, against target, realisasi and direction, and against each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.klaim.subjek_vonis import Dinyatakan, arah_indikator, dinyatakan, milik
from pipeline.klaim.tercapai import sesuai
from pipeline.pengukuran import KINDS, bernilai
from pipeline.satuan_nilai import kelas_satuan
from pipeline.sebutan import Sebutan, sebanding, sebutan, target_berlawanan
from schemas.angka import Angka
from schemas.kinerja import Arah, Kind, Laporan, Part
from schemas.narasi import Klaim, Peran, Perihal, Putusan, RujukanFakta, RujukanKlaim, Uji, Vonis

_TARGET = (*KINDS, Kind.PERJANJIAN)
_TANPA_ANGKA = "target atau realisasi tahun itu tidak tercetak"
_TARGET_LAIN = "yang dinyatakan target rencana, wilayah, atau masa yang lain"
_TAK_PASTI = "arah indikator tidak diketahui atau targetnya tidak dapat dibandingkan"
_BERBEDA = "target yang tercetak tidak sepakat"
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
    """A verdict with what the numbers say of it: right, wrong or (None) open, with the reason."""

    item: Dinyatakan
    benar: bool | None
    alasan: str | None = None
    pasangan: _Pasangan | None = None


def judge(laporan: Laporan) -> Iterator[Uji]:
    """One judgement for every verdict; a wrong or contradicted indicator is reported once, with all its places."""
    kelompok: dict[tuple[str, int | None], list[_Dinilai]] = defaultdict(list)
    target = sebutan(laporan, Part.TARGET, _TARGET)
    realisasi = sebutan(laporan, Part.REALISASI, KINDS)
    for item in dinyatakan(laporan):
        if item.entri is None:
            yield _terbuka(item, item.alasan or "")
            continue
        kunci = (item.entri.indikator, item.tahun)
        kelompok[kunci].append(_nilai(laporan, item, target.get(kunci, ()), realisasi.get(kunci, ())))
    for anggota in kelompok.values():
        yield from _kelompok(anggota)


def _nilai(
    laporan: Laporan, item: Dinyatakan, target: Sequence[Sebutan], realisasi: Sequence[Sebutan]
) -> _Dinilai:
    assert item.entri is not None
    vonis = item.vonis.vonis
    if vonis is None or vonis is Vonis.NETRAL:
        return _Dinilai(item=item, benar=None, alasan=_NETRAL)
    pasangan = list(_dalam_kalimat(item))
    if item.vonis.jangka is None:
        pasangan += _dalam_tabel(target, realisasi)
    elif not pasangan:
        return _Dinilai(item=item, benar=None, alasan=_TARGET_LAIN)
    if not pasangan:
        return _Dinilai(item=item, benar=None, alasan=_TANPA_ANGKA)
    arah = _arah(laporan, item.entri.indikator)
    hasil = [
        sesuai(vonis, item.vonis.text, arah, satu.target, satu.realisasi, pas=satu.pas) for satu in pasangan
    ]
    if hasil[0] is True or all(satu is True for satu in hasil):
        return _Dinilai(item=item, benar=True, pasangan=pasangan[0])
    if all(satu is False for satu in hasil):
        return _Dinilai(item=item, benar=False, pasangan=pasangan[0])
    return _Dinilai(item=item, benar=None, alasan=_BERBEDA if False in hasil and True in hasil else _TAK_PASTI)


def _arah(laporan: Laporan, indikator: str) -> Arah:
    arah = arah_indikator(laporan, indikator)
    baris = next((baris for baris in laporan.baris() if baris.indikator == indikator and baris.arah is arah), None)
    return Arah.TIDAK_DIKETAHUI if baris is None or target_berlawanan(baris, laporan) else arah


def _dalam_kalimat(item: Dinyatakan) -> Iterator[_Pasangan]:
    """The one target and the one realisasi that the sentence prints itself."""
    calon: dict[Peran, list[tuple[RujukanKlaim, Klaim]]] = {Peran.TARGET: [], Peran.REALISASI: []}
    for posisi, klaim in enumerate(item.kalimat.klaim):
        if klaim.teks.peran in calon and bernilai(klaim.angka) and _boleh(klaim, item):
            rujukan = RujukanKlaim(kalimat=item.rujukan.kalimat, klaim=posisi)
            calon[klaim.teks.peran].append((rujukan, klaim))
    if any(len(isi) != 1 for isi in calon.values()):
        return
    (rujukan_t, target), (rujukan_r, hasil) = calon[Peran.TARGET][0], calon[Peran.REALISASI][0]
    satuan = {target.angka.percent, hasil.angka.percent}
    if target.angka.currency or hasil.angka.currency or target.angka.multiplier != hasil.angka.multiplier:
        return
    if len(satuan) > 1 and (target.angka.unit or hasil.angka.unit):
        return
    yield _Pasangan(
        target=target.angka, realisasi=hasil.angka, pas=_terhitung(hasil.angka), klaim=(rujukan_r, rujukan_t)
    )


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


def _temuan(salah: Sequence[_Dinilai], terlibat: Sequence[_Dinilai]) -> Uji:
    urut = [*salah, *(satu for satu in terlibat if satu not in salah)]
    pasangan = next((satu.pasangan for satu in urut if satu.pasangan is not None), None)
    return Uji(
        perihal=Perihal.STATUS,
        putusan=Putusan.SALAH,
        klaim=(*(satu.item.rujukan for satu in urut), *(pasangan.klaim if pasangan else ())),
        fakta=pasangan.fakta if pasangan else (),
        subjek=_nama(urut[0]),
        pesan=_pesan(salah, urut, pasangan),
        aturan="target dan realisasi" if salah else "satu indikator, satu status",
    )


def _pesan(salah: Sequence[_Dinilai], urut: Sequence[_Dinilai], pasangan: _Pasangan | None) -> str:
    angka = f"realisasi {pasangan.realisasi.text} dan target {pasangan.target.text}" if pasangan else ""
    lain = [satu for satu in urut if satu not in salah]
    kata = " dan ".join(dict.fromkeys(f"“{satu.item.vonis.text}”" for satu in lain))
    if salah:
        disebut = " dan ".join(dict.fromkeys(f"“{satu.item.vonis.text}”" for satu in salah))
        ekor = f"; kalimat lain menyebutnya {kata}" if lain else ""
        return f"{_nama(urut[0])} disebut {disebut}, padahal {angka}{ekor}."
    ekor = f" ({angka})" if angka else ""
    return f"{_nama(urut[0])} disebut {kata} dalam dokumen yang sama untuk tahun yang sama{ekor}."
