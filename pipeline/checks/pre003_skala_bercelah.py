"""Skala bercelah atau bertumpang tindih.

Yang ditemukan
    Satu nilai termasuk dua kelas skala yang dicetak, atau tidak termasuk kelas mana pun. Skala dalam sel tabel
    keputusan diperiksa juga; kelas terakhir yang tercetak tanpa batas meninggalkan nilai di luar skala.

Mengapa penting
    Nilai pada batas itu tidak punya predikat yang pasti; dua penilai dapat memberi dua predikat.

Contoh
    75 sampai 100 Baik dan 55 sampai 75 Cukup: nilai 75 termasuk dua kelas. Di atas 60 B dan di bawah 60 CC:
    nilai 60 tidak termasuk kelas mana pun. A di atas 90 sampai CC di atas 60, lalu C tanpa angka.

Diam bila
    Celahnya hanya satu satuan angka terakhir (90 lalu 91; 64,99 lalu 65,00): itu kebiasaan pembulatan.
    Skala dengan satu kelas, dengan batas yang tidak terbaca, atau dengan kelas yang memuat kelas lain (dua skala
    yang terbaca sebagai satu) tidak diperiksa.

Rujukan:
    Skala yang lazim: Permendagri 86/2017; PermenPANRB 88/2021 untuk nilai SAKIP [batas kelas belum
    dipastikan].
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from pipeline.arithmetic import format_id
from pipeline.checks.base import Check, finding, ok, unchecked
from schemas.angka import Angka
from schemas.finding import Evidence, Outcome, Severity
from schemas.kinerja import Kelas, Laporan, Skala

_LEBAR = Decimal(5)
"""A wider gap is the place of a class that was not read rather than a slip of the scale."""

_BAWAH, _ATAS = Decimal("-Infinity"), Decimal("Infinity")


def run(laporan: Laporan) -> Iterator[Outcome]:
    """Answers for every printed scale."""
    for skala in laporan.skala:
        yield _periksa(skala)


def _periksa(skala: Skala) -> Outcome:
    if len(skala.kelas) < 2:
        return unchecked("skala dengan satu kelas")
    if not skala.kelas[-1].text.strip():
        return _tanpa_batas(skala)
    if any(_low(kelas) > _high(kelas) or (kelas.low is None and kelas.high is None) for kelas in skala.kelas):
        return unchecked("batas kelas tidak terbaca")
    if any(_memuat(a, b) for a in skala.kelas for b in skala.kelas if a is not b):
        return unchecked("kelas yang satu memuat kelas yang lain")
    urut = sorted(skala.kelas, key=lambda kelas: (_low(kelas), _high(kelas)))
    cacat = [(bawah, atas, teks) for bawah, atas in pairwise(urut) if (teks := _cacat(bawah, atas))]
    if not cacat:
        lebar = any(_low(atas) - _high(bawah) > _LEBAR for bawah, atas in pairwise(urut))
        return unchecked("mungkin ada kelas yang tidak terbaca") if lebar else ok()
    nama = _nama(skala)
    kelas = list(dict.fromkeys(kelas for bawah, atas, _ in cacat for kelas in (bawah, atas)))
    return finding(
        CHECK,
        subject=nama,
        message=f"{nama}: {'; '.join(teks for *_, teks in cacat)}.",
        evidence=[_bukti(skala, item) for item in kelas],
    )


def _tanpa_batas(skala: Skala) -> Outcome:
    """The last class is printed without figures: what lies beyond the class before it is in no class."""
    *berbatas, akhir = skala.kelas
    urut = [_low(kelas) for kelas in berbatas]
    if len(berbatas) < 2 or not all(_low(a) >= _high(b) > _low(b) for a, b in pairwise(berbatas)):
        return unchecked("batas kelas tidak terbaca")
    tepi = berbatas[-1]
    if not urut[-1].is_finite() or urut[-1] <= 0:
        return unchecked("batas kelas tidak terbaca")
    nilai = f"nilai {_teks(urut[-1], tepi.low)}"
    luar = f"nilai di bawah {_teks(urut[-1], tepi.low)}" if tepi.low_inclusive else f"{nilai} dan di bawahnya"
    nama = _nama(skala)
    return finding(
        CHECK,
        subject=nama,
        message=f"{nama}: kelas {akhir.label} tercetak tanpa batas, sehingga {luar} tidak termasuk kelas mana pun.",
        evidence=[_bukti(skala, tepi), _bukti(skala, akhir)],
    )


def _nama(skala: Skala) -> str:
    return skala.caption or f"Skala {skala.subject}".strip()


def _bukti(skala: Skala, kelas: Kelas) -> Evidence:
    text = kelas.text or kelas.label
    return Evidence(role="skala", text=text, label=kelas.label, place=kelas.place, table=skala.caption)


def _memuat(luar: Kelas, dalam: Kelas) -> bool:
    """Whether one class holds another of some width: two scales side by side were read as one."""
    return _low(luar) <= _low(dalam) < _high(dalam) <= _high(luar)


def _low(kelas: Kelas) -> Decimal:
    return kelas.low.value if kelas.low is not None and kelas.low.value is not None else _BAWAH


def _high(kelas: Kelas) -> Decimal:
    return kelas.high.value if kelas.high is not None and kelas.high.value is not None else _ATAS


def _cacat(bawah: Kelas, atas: Kelas) -> str | None:
    """What is wrong between two classes that follow each other, None when nothing is."""
    tinggi, rendah = _high(bawah), _low(atas)
    dua = f"{bawah.label} dan {atas.label}"
    if tinggi == rendah:
        if bawah.high_inclusive and atas.low_inclusive:
            return f"nilai {_teks(rendah, atas.low)} termasuk dua kelas ({dua})"
        if not bawah.high_inclusive and not atas.low_inclusive:
            return f"nilai {_teks(rendah, atas.low)} tidak termasuk kelas mana pun ({dua})"
        return None
    if tinggi > rendah:
        return f"nilai {_teks(rendah, atas.low)} sampai {_teks(tinggi, bawah.high)} termasuk dua kelas ({dua})"
    if not _satuan(bawah.high, atas.low) < rendah - tinggi <= _LEBAR:
        return None
    celah = f"{_teks(tinggi, bawah.high)} dan {_teks(rendah, atas.low)}"
    return f"nilai antara {celah} tidak termasuk kelas mana pun ({dua})"


def _satuan(*bounds: Angka | None) -> Decimal:
    """One unit of the last digit printed in the bounds."""
    decimals = min((angka.decimals for angka in bounds if angka is not None), default=0)
    return Decimal(10) ** -decimals


def _teks(nilai: Decimal, angka: Angka | None) -> str:
    if not nilai.is_finite():
        return "tak terbatas"
    return format_id(nilai, angka.decimals if angka is not None else 0)


CHECK = Check(code="PRE003", name="skala-bercelah", severity=Severity.PRESENTATION, run=run, doc=__doc__)
