"""Judges differences: the amount of a change or gap, points written as per cent, and the direction of the words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pipeline.arithmetic import difference, explain_cause, format_id, format_interval, point
from pipeline.klaim.hubungan.dasar import Hubungan, pergeseran, pertumbuhan
from pipeline.klaim.hubungan.operan import Operan, digit, kebiasaan, kelas, operan_kalimat, pertama, subjek
from pipeline.klaim.hubungan.pasangan import Pasangan, Pola
from pipeline.klaim.hubungan.selisih import hubungan_selisih, poin_sebagai_persen, rata_rata
from pipeline.klaim.selisih.arah_kata import arah_kalimat, arah_selisih, bertahun
from pipeline.klaim.selisih.tabel import TingkatTabel, beda_tabel, cocok_kembar, cocok_tabel, cocok_tahun_ini
from schemas.angka import Interval
from schemas.kinerja import Laporan
from schemas.narasi import Kalimat, Peran, Perihal, Putusan, RujukanFakta, RujukanKlaim, Uji

_TANPA_TINGKAT = "angka yang diselisihkan tidak tercetak di dekatnya"
_TAK_TERIKAT = "tidak pasti angka mana yang diselisihkan"
_BUKAN_ANGKA = "selisih bukan angka yang sah"
_RATA_RATA = "selisih rata-rata per tahun"
_SEPAKAT = "selisih dan persentasenya cocok dengan angka lain dalam kalimat itu"
_GANDA = "pemisah ribuan atau desimal tidak pasti"
_TAKSIRAN = "angka sengaja dibulatkan"
_JAUH = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class _Putus:
    """Judgements of a change, and the levels whose direction is settled by them."""

    uji: tuple[Uji, ...] = ()
    tingkat: frozenset[int] = frozenset()


def judge(laporan: Laporan) -> Iterator[Uji]:
    """Judgements of every printed change and gap, and of the words of direction between levels."""
    biasa = kebiasaan(laporan)
    for nomor, kalimat in enumerate(laporan.kalimat):
        operan = operan_kalimat(laporan, nomor)
        selesai: set[int] = set()
        for posisi, klaim in enumerate(kalimat.klaim):
            item = operan[posisi]
            if (klaim if item is None else item.klaim).teks.peran is Peran.SELISIH:
                putus = _selisih(laporan, nomor, operan, posisi, biasa)
                selesai |= putus.tingkat
                yield from putus.uji
        yield from arah_kalimat(laporan, nomor, operan, selesai)


def _selisih(
    laporan: Laporan, nomor: int, operan: Sequence[Operan | None], posisi: int, biasa: str | None
) -> _Putus:
    kalimat, selisih = laporan.kalimat[nomor], operan[posisi]
    if selisih is None:
        return _Putus(uji=(_tak_diuji(kalimat, RujukanKlaim(kalimat=nomor, klaim=posisi), None, _BUKAN_ANGKA),))
    if rata_rata(kalimat, selisih):
        return _Putus(uji=(_tak_diuji(kalimat, selisih.rujukan, selisih, _RATA_RATA),))
    calon = list(hubungan_selisih(laporan, nomor, operan, selisih))
    jelas = digit(selisih.angka) > 1 or selisih.angka.decimals > 1
    sah = [item for item in calon if item[1].berlaku() and (item[1].terikat or jelas)]
    terikat = [item for item in calon if item[1].terikat]
    if sah:
        terbaik = min(sah, key=lambda item: (not item[1].terikat, poin_sebagai_persen(kalimat, item[1])))
        return _Putus(uji=tuple(_cocok(kalimat, *terbaik)), tingkat=_tempat(nomor, terbaik[0]))
    if terikat and terikat[0][0].pola is not Pola.DARI_MENJADI and jelas:
        kini = cocok_tahun_ini(laporan, operan, selisih)
        if kini is not None:
            return _Putus(uji=(_cocok_tabel(kalimat, selisih, (kini[1],), kini[0]),))
        if cocok_kembar(operan, selisih):
            return _Putus(uji=(_tak_diuji(kalimat, selisih.rujukan, selisih, _SEPAKAT),))
    if terikat:
        return _Putus(uji=_salah(laporan, kalimat, *terikat[0], biasa), tingkat=_tempat(nomor, terikat[0][0]))
    fakta = cocok_tabel(laporan, selisih) if jelas else ()
    if fakta:
        return _Putus(uji=(_cocok_tabel(kalimat, selisih, fakta),))
    beda = beda_tabel(laporan, kalimat, operan, selisih) if jelas else None
    if beda is not None:
        return _Putus(uji=(_salah_tabel(kalimat, selisih, *beda),))
    return _Putus(uji=(_tak_diuji(kalimat, selisih.rujukan, selisih, _TAK_TERIKAT if calon else _TANPA_TINGKAT),))


def _cocok_tabel(
    kalimat: Kalimat, selisih: Operan, fakta: tuple[RujukanFakta, ...], tingkat: Operan | None = None
) -> Uji:
    return Uji(
        perihal=Perihal.SELISIH,
        putusan=Putusan.COCOK,
        klaim=(selisih.rujukan, *(() if tingkat is None else (tingkat.rujukan,))),
        fakta=fakta,
        subjek=subjek(kalimat, selisih),
        aturan="a − b",
    )


def _salah_tabel(kalimat: Kalimat, selisih: Operan, awal: TingkatTabel, akhir: TingkatTabel) -> Uji:
    """The change contradicts the two years of its row, the later of which the sentence prints as well."""
    lama, baru = awal.fakta, akhir.fakta
    beda = abs((baru.angka.value or Decimal(0)) - (lama.angka.value or Decimal(0)))
    desimal = max(lama.angka.decimals, baru.angka.decimals)
    nama = subjek(kalimat, selisih)
    return Uji(
        perihal=Perihal.SELISIH,
        putusan=Putusan.SALAH,
        klaim=(selisih.rujukan,),
        fakta=(awal.rujukan, akhir.rujukan),
        subjek=nama,
        pesan=(
            f"{nama}: selisih tercetak {selisih.teks.angka.strip()}, padahal tabel mencetak {lama.text} ({lama.year}) "
            f"dan {baru.text} ({baru.year}), selisihnya {format_id(beda, desimal)}."
        ),
        aturan="a − b",
        harap=point(beda),
        desimal=desimal,
        petunjuk=explain_cause(selisih.angka, point(beda), {}),
    )


def _tempat(nomor: int, pasangan: Pasangan) -> frozenset[int]:
    return frozenset(item.posisi for item in (pasangan.awal, pasangan.akhir) if item.rujukan.kalimat == nomor)


def _tak_diuji(kalimat: Kalimat, rujukan: RujukanKlaim, selisih: Operan | None, alasan: str) -> Uji:
    return Uji(
        perihal=Perihal.SELISIH,
        putusan=Putusan.TAK_DIUJI,
        klaim=(rujukan,),
        subjek="" if selisih is None else subjek(kalimat, selisih),
        alasan=alasan,
    )


def _cocok(kalimat: Kalimat, pasangan: Pasangan, hubungan: Hubungan) -> Iterator[Uji]:
    """The amount is right; its unit and the direction of its words are still asked."""
    selisih = hubungan.hasil
    anggota = tuple(item.rujukan for item in hubungan.anggota)
    nama = subjek(kalimat, selisih)
    yield Uji(perihal=Perihal.SELISIH, putusan=Putusan.COCOK, klaim=anggota, subjek=nama, aturan=hubungan.aturan)
    dekat = any(item.rujukan.kalimat == selisih.rujukan.kalimat for item in hubungan.operan)
    if dekat and selisih.angka.percent and all(kelas(item.angka) in ("persen", "polos") for item in hubungan.operan):
        yield _poin(kalimat, pasangan, hubungan, salah=poin_sebagai_persen(kalimat, hubungan))
    arah = arah_selisih(kalimat, pasangan, selisih) if hubungan.terikat else None
    if arah is not None:
        yield arah


def _poin(kalimat: Kalimat, pasangan: Pasangan, hubungan: Hubungan, *, salah: bool) -> Uji:
    """Whether a change printed with a per cent sign is one in per cent."""
    selisih = hubungan.hasil
    return Uji(
        perihal=Perihal.POIN,
        putusan=Putusan.SALAH if salah else Putusan.COCOK,
        klaim=tuple(item.rujukan for item in hubungan.anggota),
        subjek=subjek(kalimat, selisih),
        pesan=_pesan_poin(kalimat, pasangan, selisih) if salah else "",
        aturan="a − b",
    )


def _pesan_poin(kalimat: Kalimat, pasangan: Pasangan, selisih: Operan) -> str:
    awal, akhir = pasangan.awal, pasangan.akhir
    relatif = pertama(pertumbuhan, [akhir.angka, awal.angka])
    bukan = "" if relatif is None else f"; dalam persen perubahannya {format_interval(_mutlak(relatif))}%"
    beda = format_id(abs(akhir.nilai - awal.nilai), max(awal.angka.decimals, akhir.angka.decimals))
    satuan = "poin" if kelas(awal.angka) in ("persen", "polos") else kelas(awal.angka)
    return (
        f"{subjek(kalimat, selisih)}: selisih {selisih.teks.angka.strip()} antara {bertahun(awal)} dan "
        f"{bertahun(akhir)} adalah {beda} {satuan}, bukan persen{bukan}."
    )


def _salah(
    laporan: Laporan, kalimat: Kalimat, pasangan: Pasangan, hubungan: Hubungan, biasa: str | None
) -> tuple[Uji, ...]:
    """The amount does not follow from the levels that the words tie to it; () where one multiplier explains it."""
    selisih = hubungan.hasil
    if hubungan.taksiran:
        return (_tak_diuji(kalimat, selisih.rujukan, selisih, _TAKSIRAN),)
    if hubungan.ganda(biasa):
        return (_tak_diuji(kalimat, selisih.rujukan, selisih, _GANDA),)
    if poin_sebagai_persen(kalimat, hubungan):
        return (_poin(kalimat, pasangan, hubungan, salah=True),)
    if pergeseran(hubungan):
        return ()
    harap = _harap(hubungan)
    return (
        Uji(
            perihal=Perihal.SELISIH,
            putusan=Putusan.SALAH,
            klaim=tuple(item.rujukan for item in hubungan.anggota),
            subjek=subjek(kalimat, selisih),
            pesan=_pesan(kalimat, pasangan, hubungan),
            aturan=hubungan.aturan,
            harap=harap,
            desimal=max(item.angka.decimals for item in hubungan.operan) if hubungan.aturan != "(a − b)/b" else 2,
            petunjuk=_petunjuk(laporan, hubungan, harap),
        ),
    )


def _harap(hubungan: Hubungan) -> Interval | None:
    """The exact difference where the rule asks for one, else the growth."""
    if hubungan.aturan == "(a − b)/b":
        relatif = hubungan.harap()
        return None if relatif is None else _mutlak(relatif)
    akhir, awal = hubungan.operan
    return point(abs(akhir.nilai - awal.nilai))


def _mutlak(interval: Interval) -> Interval:
    if interval.high <= 0:
        return Interval(low=-interval.high, high=-interval.low)
    return interval


def _pesan(kalimat: Kalimat, pasangan: Pasangan, hubungan: Hubungan) -> str:
    awal, akhir, selisih = pasangan.awal, pasangan.akhir, hubungan.hasil
    desimal = max(awal.angka.decimals, akhir.angka.decimals)
    beda = difference(point(max(awal.nilai, akhir.nilai)), point(min(awal.nilai, akhir.nilai)))
    hitung = f"selisihnya {format_interval(beda, desimal)}"
    relatif = pertama(pertumbuhan, [akhir.angka, awal.angka])
    if selisih.angka.percent and relatif is not None:
        hitung += f" atau {format_interval(_mutlak(relatif))}%"
    lawan = "target" if pasangan.pola is Pola.TARGET else ""
    return (
        f"{subjek(kalimat, selisih)}: selisih tercetak {selisih.teks.angka.strip()}, padahal dari "
        f"{' '.join(filter(None, (lawan, bertahun(awal))))} ke {bertahun(akhir)} {hitung}."
    )


def _petunjuk(laporan: Laporan, hubungan: Hubungan, harap: Interval | None) -> str | None:
    """What the wrong amount is: the one of a neighbouring sentence, one of the levels, or a slip of the hand."""
    selisih = hubungan.hasil
    if harap is None:
        return None
    lain: dict[str, Decimal] = {
        f"selisih pada “{nama}”": nilai for nama, nilai in _selisih_tetangga(laporan, selisih)
    }
    lain |= {f"angka {bertahun(item)}": abs(item.nilai) for item in hubungan.operan}
    return explain_cause(selisih.angka, harap, {nama: nilai for nama, nilai in lain.items() if nilai})


def _selisih_tetangga(laporan: Laporan, selisih: Operan) -> Iterator[tuple[str, Decimal]]:
    """Changes of the sentences around, nearest first."""
    pusat = selisih.rujukan.kalimat
    sekitar = range(max(0, pusat - _JAUH), min(len(laporan.kalimat), pusat + _JAUH + 1))
    dekat = sorted(sekitar, key=lambda nomor: abs(nomor - pusat))
    for nomor in dekat:
        for operan in operan_kalimat(laporan, nomor) if nomor != pusat else ():
            if operan is not None and operan.teks.peran is Peran.SELISIH:
                yield subjek(laporan.kalimat[nomor], operan), abs(operan.nilai)
