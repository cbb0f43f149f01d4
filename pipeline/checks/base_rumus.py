"""Formulas of a report: those of decrees and those of measurement tables, one view for the checks of formulas."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.bentuk_rumus import operator, rasio_nyata
from pipeline.kata_rumus import JenisNama, akar_isi, baca_kata, beda_isi, berhitung, jamak, jenis_nama, kumpulan
from pipeline.rumus import read_rumus
from schemas.finding import Evidence
from schemas.keputusan import Indikator, Jabatan, Keputusan, Teks
from schemas.kinerja import Baris, Fakta, JenisBaris, Laporan, Part, Tabel
from schemas.rumus import Operator, Rumus

_KANTOR = """dinas badan biro kantor inspektorat sekretariat kecamatan kelurahan satuan bagian bidang unit opd skpd
    perangkat daerah pemerintah kabupaten kota kabkota provinsi"""
"""Words that name any office."""

_PENILAI = kumpulan(
    """penilaian penilai evaluasi hasil survei survey kuesioner angket audit reviu data publikasi rilis sertifikat bps
    bpk bpkp inspektorat kementerian kemenpan menpan permenpan permenpanrb gubernur ombudsman"""
)
"""Words that say who assigns a value, or by what it is found."""

_PANJANG = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class RumusIndikator:
    """An indicator with its formula, as often as the report prints the two in the same words.

    Attributes:
        jenis: what the name and the unit announce.
        kantor: words that name the office; they say nothing of an indicator.
        sumber: position of the decree among the decrees of the report, None for a table.
        jabatan: the sheet it stands in, None for a table.
        alasan: why the formula must not be judged, None where it may be.
        bukti: the printed formula and name of every printing, formula first.
    """

    nama: str
    satuan: str | None
    rumus: Rumus
    jenis: JenisNama
    kantor: frozenset[str]
    sasaran: Teks | None = None
    definisi: str | None = None
    sumber: int | None = None
    jabatan: Jabatan | None = None
    alasan: str | None = None
    bukti: tuple[Evidence, ...]

    @property
    def isi_nama(self) -> frozenset[str]:
        """Roots of the content words of the name."""
        return akar_isi(self.nama)

    @property
    def isi_rumus(self) -> frozenset[str]:
        """Roots of the content words of the formula."""
        return akar_isi(self.rumus.text)


def rumus_indikator(laporan: Laporan) -> tuple[RumusIndikator, ...]:
    """Every indicator that has a formula, equal printings joined, in printed order."""
    ditemukan: dict[tuple[object, ...], RumusIndikator] = {}
    for item in (*_dari_keputusan(laporan), *_dari_tabel(laporan)):
        kunci = (item.sumber, item.jenis, baca_kata(item.nama), baca_kata(item.rumus.text), item.alasan)
        lama = ditemukan.get(kunci)
        ditemukan[kunci] = item if lama is None else replace(lama, bukti=(*lama.bukti, *item.bukti))
    return tuple(ditemukan.values())


def melingkar(item: RumusIndikator) -> bool:
    """Whether the formula only repeats the name; a computation, the count of a share, an assessed value do more."""
    hitung = operator(item.rumus) - (frozenset() if rasio_nyata(item.rumus) else {Operator.BAGI})
    words = baca_kata(item.rumus.text)
    if hitung or words[:1] == ("cakupan",) or not sama_isi(item):
        return False
    if item.jenis is JenisNama.PERSENTASE:
        return not berhitung(item.rumus.text)
    return item.jenis is not JenisNama.NILAI or _PENILAI.isdisjoint(words)


def sebut_rumus(item: RumusIndikator) -> str:
    """The formula for a message, cut where it is long."""
    text = " ".join(item.rumus.text.split())
    return text if len(text) <= _PANJANG else f"{text[:_PANJANG].rsplit(' ', 1)[0]} …"


def sama_isi(item: RumusIndikator) -> bool:
    """Whether the formula has the content words of the name and no other, up to the office's name and abbreviations."""
    hanya_nama, hanya_rumus = beda_isi(item.nama, item.rumus.text)
    beda = hanya_nama | hanya_rumus
    return bool(item.isi_nama) and (not beda or (beda <= item.kantor and not item.isi_nama <= item.kantor))


def _dari_keputusan(laporan: Laporan) -> Iterator[RumusIndikator]:
    for nomor, keputusan in enumerate(laporan.keputusan):
        kantor = _kata_kantor(keputusan.penetap, keputusan.unit, *keputusan.kop, laporan.metadata.instansi)
        bersama = _formula_bersama(keputusan)
        for jabatan in keputusan.jabatan:
            for indikator in jabatan.indikator:
                if indikator.rumus is not None and indikator.formula is not None:
                    yield _dari_indikator(
                        nomor, jabatan, indikator, indikator.rumus, kantor, (indikator.table, indikator.row) in bersama
                    )


def _formula_bersama(keputusan: Keputusan) -> frozenset[tuple[int, int]]:
    """Rows whose formula cell is merged over several indicators: it is not known which of them it belongs to."""
    per_tempat: dict[object, list[Indikator]] = defaultdict(list)
    for item in keputusan.indikator():
        if item.formula is not None:
            per_tempat[item.table, item.formula.place, item.formula.text].append(item)
    return frozenset(
        (item.table, item.row)
        for group in per_tempat.values()
        if len({item.indikator.text for item in group}) > 1
        for item in group
    )


def _dari_indikator(
    nomor: int, jabatan: Jabatan, indikator: Indikator, rumus: Rumus, kantor: frozenset[str], bersama: bool
) -> RumusIndikator:
    assert indikator.formula is not None  # the caller asks only for those that have one
    nama = indikator.indikator.text
    satuan = indikator.satuan.text if indikator.satuan else None
    label = next((teks.text for teks in (jabatan.jabatan, jabatan.unit, jabatan.judul) if teks), None)
    return RumusIndikator(
        nama=nama,
        satuan=satuan,
        rumus=rumus,
        jenis=jenis_nama(nama, satuan),
        kantor=kantor,
        sasaran=indikator.sasaran,
        definisi=indikator.definisi.text if indikator.definisi else None,
        sumber=nomor,
        jabatan=jabatan,
        alasan=_alasan(nama, "satu formula untuk beberapa indikator" if bersama else None),
        bukti=(
            _bukti("formula", indikator.formula, label, nama, indikator.row),
            _bukti("indikator", indikator.indikator, label, nama, indikator.row),
        ),
    )


def _bukti(role: str, teks: Teks, table: str | None, label: str, row: int) -> Evidence:
    return Evidence(role=role, text=teks.text, place=teks.place, table=table, label=label, row=row)


def _dari_tabel(laporan: Laporan) -> Iterator[RumusIndikator]:
    """Formulas of understood tables, without those that a decree of the report was read from."""
    milik_keputusan = {item.table for keputusan in laporan.keputusan for item in keputusan.indikator()}
    kantor = _kata_kantor(laporan.metadata.instansi)
    for tabel in laporan.tabel:
        if tabel.number in milik_keputusan or not tabel.has(Part.FORMULA):
            continue
        terpecah = _terpecah(tabel)
        for baris in tabel.baris:
            fakta = baris.get(Part.FORMULA)
            if fakta is not None and fakta.text.strip() and baris.jenis in (JenisBaris.BUTIR, JenisBaris.INDUK):
                yield _dari_baris(tabel, baris, fakta, kantor, baris.label in terpecah)


def _terpecah(tabel: Tabel) -> frozenset[str]:
    """Labels with several formulas: a fraction that was read as rows of their own."""
    formula: dict[str, set[str]] = defaultdict(set)
    for baris in tabel.baris:
        formula[baris.label] |= {fakta.text for fakta in baris.all(Part.FORMULA)}
    return frozenset(label for label, texts in formula.items() if len(texts) > 1)


def _dari_baris(tabel: Tabel, baris: Baris, fakta: Fakta, kantor: frozenset[str], terpecah: bool) -> RumusIndikator:
    alasan = "rumus terpecah dalam beberapa baris" if terpecah else None
    return RumusIndikator(
        nama=baris.label,
        satuan=baris.satuan,
        rumus=read_rumus(fakta.text),
        jenis=jenis_nama(baris.label, baris.satuan),
        kantor=kantor,
        alasan=_alasan(baris.label, "satu formula untuk beberapa indikator" if fakta.shared else alasan),
        bukti=(
            Evidence(
                role="formula",
                text=fakta.text,
                place=fakta.place,
                table=tabel.caption,
                label=f"{baris.label} / {fakta.header}",
                row=fakta.row,
                col=fakta.col,
            ),
            Evidence(
                role="indikator",
                text=baris.label,
                place=baris.place,
                table=tabel.caption,
                label=baris.label,
                row=baris.row,
            ),
        ),
    )


def _alasan(nama: str, lain: str | None) -> str | None:
    return "beberapa indikator dalam satu sel" if jamak(nama) else lain


def _kata_kantor(*nama: Teks | str | None) -> frozenset[str]:
    """Roots of the words that name an office, and words that name any."""
    texts: Sequence[str] = [item.text if isinstance(item, Teks) else item for item in nama if item]
    return akar_isi(_KANTOR) | _gabung(akar_isi(text) for text in texts if _bernama_kantor(text))


def _bernama_kantor(text: str) -> bool:
    """Whether a text names an office rather than a street or an address."""
    words = baca_kata(text)
    return bool(words) and not akar_isi(_KANTOR).isdisjoint(words) and "jalan" not in words[:1] and len(words) <= 16


def _gabung(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*sets)
