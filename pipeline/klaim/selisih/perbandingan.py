"""Levels that the words put above or below another area, an average or another year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from pipeline.klaim.hubungan.operan import Operan, antara, kelas, sesudah
from pipeline.klaim.hubungan.pasangan import TINGKAT_POLOS, Pasangan, Pola
from schemas.narasi import ArahKata, Kalimat, Peran

_ATAS = r"lebih\s+(?:tinggi|besar|banyak)|(?<!tersebut )(?<!dimaksud )di\s?atas|melampaui|melebihi"
_BAWAH = r"lebih\s+(?:rendah|kecil|sedikit)|di\s?bawah"
_BANDING = re.compile(rf"(?P<depan>[^.;]*?)\b(?:(?P<atas>{_ATAS})|(?P<bawah>{_BAWAH}))\b(?P<ekor>[^.;]*)")
_ACUAN = re.compile(
    r"\brata\s?-\s?rata|\brerata\b|\bnasional\b|\bindonesia\b|\bprovinsi\b|\bpropinsi\b|\bprov\b|"
    r"\bkab(?:upaten)?\b|\bkota\b|"
    r"\btahun\s+(?:19|20)\d\d\b|\btahun\s+(?:sebelumnya|lalu)\b|\bsebelumnya\b|\brealisasi\b|\bangka\b|\bcapaian\b"
)
_BUKAN_ACUAN = re.compile(
    r"\btarget|\brencana\b|\bkenaikan|\bpeningkatan|\bpenurunan|\bpertumbuhan|\bambang|\bbatas|\bselisih|"
    r"\bperingkat|\bmasing"
)
_RINGAN = frozenset(
    re.findall(
        r"\w+",
        "ini itu tersebut dan yang masih sudah telah berada jauh sedikit cukup sangat atau ternyata juga hal berarti "
        "artinya nilai angka pada di tahun posisi posisinya nilainya angkanya capaiannya realisasinya justru namun "
        "tetapi tetap adalah merupakan sehingga bila jika apabila dengan hasil menjadi lebih kondisi",
    )
)
_KATA = re.compile(r"[^\W\d_]+")
_TAHUN_DALAM_KURUNG = re.compile(r"\(\s*(?:tahun\s+)?(?:19|20)\d\d\s*\)")
_EKOR = re.compile(
    r"\s*\)?\s*(?:(?:justru|masih|ternyata|malah|berada|jauh|sedikit)\s+)*"
    r"(?:(?P<atas>lebih\s+(?:tinggi|besar|banyak))|(?P<bawah>lebih\s+(?:rendah|kecil|sedikit)))\s*[.;]?\s*"
)
_SANGKAL = re.compile(r"\b(?:tidak|bukan|jika|bila|apabila|kalau|yang)\b")
_PANJANG = 90
_JAUH = Decimal(10)


def pasangan_banding(kalimat: Kalimat, operan: Sequence[Operan | None]) -> Iterator[tuple[Pasangan, ArahKata]]:
    """Every "b lebih tinggi daripada … a" of a sentence."""
    yield from _di_ekor(kalimat, operan)
    for b, a in pairwise(operan):
        if a is None or b is None or not _sebanding(a, b):
            continue
        banding = _BANDING.fullmatch(_tanpa_kurung(kalimat, operan, b, a))
        if banding is None or not _subjek_sama(banding["depan"]) or not _acuan(banding["ekor"], b, a):
            continue
        arah = ArahKata.NAIK if banding["atas"] else ArahKata.TURUN
        yield Pasangan(awal=a, akhir=b, pola=Pola.BANDING), arah


def _di_ekor(kalimat: Kalimat, operan: Sequence[Operan | None]) -> Iterator[tuple[Pasangan, ArahKata]]:
    """"a …, sedangkan angka Kabupaten Z (b) lebih tinggi", with no third number."""
    if len(operan) != 2 or operan[0] is None or operan[1] is None or not _sebanding(operan[0], operan[1]):
        return
    a, b = operan[0], operan[1]
    sela, ekor = antara(kalimat, a, b), _EKOR.fullmatch(sesudah(kalimat, b))
    beracuan = b.teks.wilayah is not None or _ACUAN.search(sela)
    if ekor is None or not beracuan or _BUKAN_ACUAN.search(sela) or _SANGKAL.search(sela):
        return
    if (a.teks.peran is Peran.CAPAIAN) is (b.teks.peran is Peran.CAPAIAN):
        yield Pasangan(awal=a, akhir=b, pola=Pola.BANDING), ArahKata.NAIK if ekor["atas"] else ArahKata.TURUN


def _tanpa_kurung(kalimat: Kalimat, operan: Sequence[Operan | None], b: Operan, a: Operan) -> str:
    """The words between two levels; the bracket around the first of the only two does not count."""
    sela = _TAHUN_DALAM_KURUNG.sub("", antara(kalimat, b, a))
    berdua = len(operan) == 2 and kalimat.teks.text[: b.teks.mulai].rstrip().endswith("(")
    return re.sub(r"^\s*\)", "", sela) if berdua and a.teks.tahun != b.teks.tahun else sela


def _sebanding(a: Operan, b: Operan) -> bool:
    """Whether two numbers are levels of one kind and one order of magnitude."""
    if a.teks.peran not in TINGKAT_POLOS or b.teks.peran not in TINGKAT_POLOS or min(a.nilai, b.nilai) <= 0:
        return False
    polos = a.angka.decimals == b.angka.decimals > 0 and "polos" in (kelas(a.angka), kelas(b.angka))
    sejenis = kelas(a.angka) == kelas(b.angka) or polos
    return sejenis and max(a.nilai, b.nilai) <= _JAUH * min(a.nilai, b.nilai)


def _subjek_sama(depan: str) -> bool:
    """Whether nothing but light words stands before the comparison, and no bracket closes there."""
    return ")" not in depan and set(_KATA.findall(depan)) <= _RINGAN


def _acuan(ekor: str, b: Operan, a: Operan) -> bool:
    """Whether the words behind the comparison name a level of the same kind as the number before it."""
    if len(ekor) > _PANJANG or ekor.startswith(",") or _BUKAN_ACUAN.search(ekor):
        return False
    if b.teks.peran is Peran.CAPAIAN and (re.search(r"\brealisasi", ekor) or a.teks.peran is Peran.REALISASI):
        return False
    if b.teks.peran is Peran.REALISASI and (re.search(r"\bcapaian", ekor) or a.teks.peran is Peran.CAPAIAN):
        return False
    return bool(_ACUAN.search(ekor)) or a.teks.wilayah is not None
