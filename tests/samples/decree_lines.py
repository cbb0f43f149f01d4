"""A drawn and a read decree as the same lines of text, part by part, so that they can be held against each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from pipeline.rumus.cetak import print_rumus
from samples.isi import ButirIsi, IndikatorIsi, KeputusanIsi, LampiranIsi, LembarIsi, PerjanjianIsi, RujukanIsi
from samples.tulisan import rupiah
from schemas.keputusan import ButirTeks, Indikator, Isian, Jabatan, Keputusan, Lampiran, RujukanPeraturan, Teks
from schemas.rumus import Simpul

Lines = list[str]


def bare(text: str) -> str:
    """Without the mark that ends a clause."""
    return " ".join(text.split()).rstrip(" ;,.")


def letters(text: str) -> str:
    """Without spaces, brackets and slashes: a stacked fraction has none of its own."""
    return re.sub(r"[\s()/\[\]{}]", "", text)


def plain(text: str | None) -> str:
    return "-" if text is None else letters(text).casefold()


def teks(item: Teks | None) -> str:
    return "-" if item is None else bare(item.text) or "-"


def isian(item: Isian | None) -> str:
    return "-" if item is None else teks(item.isi)


def tree(node: Simpul | None) -> str:
    return "-" if node is None else print_rumus(node)


# ---- drawn ----


def _list_drawn(items: Iterable[ButirIsi]) -> Lines:
    return [f"{b.tanda or ''} {bare(b.teks)}".strip() for b in items]


def _citation_drawn(bagian: str, tanda: str | None, rujukan: RujukanIsi) -> Iterator[str]:
    yield f"{bagian} {tanda} {rujukan.jenis} nomor {rujukan.nomor} tahun {rujukan.tahun}"


def citations_drawn(isi: KeputusanIsi) -> Lines:
    """The citations that stand by themselves; what amended them is compared apart."""
    menimbang = (line for b, r in isi.menimbang for item in r for line in _citation_drawn("menimbang", b.tanda, item))
    mengingat = (
        line for n, item in enumerate(isi.mengingat, start=1) for line in _citation_drawn("mengingat", str(n), item)
    )
    return [*menimbang, *mengingat]


def body_drawn(isi: KeputusanIsi) -> dict[str, Lines]:
    """Everything before the tables."""
    pejabat = isi.pejabat
    return {
        "kepala": [isi.penetap.casefold(), isi.nomor, isi.tentang.casefold(), isi.tempat, isi.tanggal],
        "pejabat": [pejabat.jabatan.casefold(), pejabat.nama, pejabat.pangkat, pejabat.nip],
        "menimbang": _list_drawn(b for b, _ in isi.menimbang),
        "mengingat": [f"{n} {bare(r.lengkap)}" for n, r in enumerate(isi.mengingat, start=1)],
        "diktum": [f"{nama} {bare(isi_diktum)}" for nama, isi_diktum in isi.diktum],
        "lampiran": annexes_drawn(isi.lampiran),
        "unit": [isi.unit, isi.visi, isi.misi, isi.tujuan, isi.tugas],
        "fungsi": _list_drawn(isi.fungsi),
        "rujukan": citations_drawn(isi),
    }


def annexes_drawn(lampiran: Iterable[LampiranIsi]) -> Lines:
    return [
        f"{item.nomor_lampiran} | {item.judul.casefold()} | {bare(item.nomor)} | {item.tanggal or '-'}"
        for item in lampiran
    ]


def sheets_drawn(lembar: Sequence[LembarIsi]) -> dict[str, Lines]:
    """The sheets: positions with their lists, indicators, formulas as printed and as understood."""
    return {
        "jabatan": [_sheet_drawn(item) for item in lembar],
        "indikator": [_indicator_drawn(s, i) for item in lembar for s, i in item.pasangan],
        "formula": [f"{i.nama} = {letters(_formula_drawn(i))}" for item in lembar for i in item.indikator],
        "rumus": [_formula_parts_drawn(i) for item in lembar for i in item.indikator],
    }


def _sheet_drawn(lembar: LembarIsi) -> str:
    parts = (
        lembar.jabatan or "-",
        lembar.judul if lembar.jabatan else "-",
        lembar.label_tugas if lembar.jabatan else "-",
        *_list_drawn(lembar.tugas),
        "fungsi",
        *_list_drawn(lembar.fungsi),
    )
    return " | ".join(parts)


def _indicator_drawn(sasaran: str, indikator: IndikatorIsi) -> str:
    jawab = " ".join(indikator.penanggung_jawab)
    return " | ".join((sasaran, indikator.tanda or "-", indikator.nama, indikator.sumber or "-", jawab or "-"))


def _formula_drawn(indikator: IndikatorIsi) -> str:
    return indikator.rumus.teks


def _formula_parts_drawn(indikator: IndikatorIsi) -> str:
    rumus = indikator.rumus
    parts = (plain(part) for part in (rumus.pembilang, rumus.penyebut, rumus.faktor))
    return " | ".join((indikator.nama, rumus.jenis, *parts))


# ---- read ----


def _list_read(items: Iterable[ButirTeks]) -> Lines:
    return [f"{b.tanda or ''} {bare(b.teks.text)}".strip() for b in items]


def _citation_read(item: RujukanPeraturan) -> str:
    return f"{item.bagian} {item.tanda} {item.jenis} nomor {item.nomor} tahun {item.tahun}"


def citations_read(keputusan: Keputusan) -> Lines:
    return [_citation_read(item) for item in keputusan.rujukan if not item.mengubah]


def body_read(keputusan: Keputusan) -> dict[str, Lines]:
    """As body_drawn, from the record."""
    pejabat = keputusan.pejabat
    assert pejabat is not None
    unit = (keputusan.unit, keputusan.visi)
    return {
        "kepala": [
            teks(keputusan.penetap).casefold(),
            isian(keputusan.nomor),
            teks(keputusan.tentang).casefold(),
            teks(keputusan.tempat),
            isian(keputusan.tanggal),
        ],
        "pejabat": [
            teks(pejabat.jabatan).casefold(),
            " ".join(pejabat.nama.text.split()) if pejabat.nama else "-",
            teks(pejabat.pangkat),
            teks(pejabat.nip),
        ],
        "menimbang": _list_read(keputusan.menimbang),
        "mengingat": _list_read(keputusan.mengingat),
        "diktum": [f"{d.nama} {teks(d.teks)}" for d in keputusan.diktum if d.nama.casefold() != "menetapkan"],
        "lampiran": annexes_read(keputusan.lampiran),
        "unit": [
            *(teks(item) for item in unit),
            *(bare(" ".join(line.split())) for line in _joined(keputusan.misi, keputusan.tujuan, keputusan.tugas)),
        ],
        "fungsi": _list_read(keputusan.fungsi),
        "rujukan": citations_read(keputusan),
    }


def _joined(*lists: Sequence[ButirTeks]) -> Iterator[str]:
    for items in lists:
        yield " ".join(_list_read(items))


def annexes_read(lampiran: Iterable[Lampiran]) -> Lines:
    return [
        f"{item.nomor} | {teks(item.judul).casefold()} | {isian(item.nomor_keputusan)} | "
        f"{isian(item.tanggal_keputusan)}"
        for item in lampiran
    ]


def sheets_read(jabatan: Sequence[Jabatan]) -> dict[str, Lines]:
    """As sheets_drawn, from the record."""
    return {
        "jabatan": [_sheet_read(item) for item in jabatan],
        "indikator": [_indicator_read(i) for item in jabatan for i in item.indikator],
        "formula": [
            f"{i.indikator.text} = {letters(i.formula.text) if i.formula else '-'}"
            for item in jabatan
            for i in item.indikator
        ],
        "rumus": [_formula_parts_read(i) for item in jabatan for i in item.indikator],
    }


def _sheet_read(item: Jabatan) -> str:
    named = item.jabatan is not None
    parts = (
        teks(item.jabatan),
        teks(item.judul) if named else "-",
        (item.label_tugas or "-") if named else "-",
        *_list_read(item.tugas),
        "fungsi",
        *_list_read(item.fungsi),
    )
    return " | ".join(parts)


def _indicator_read(item: Indikator) -> str:
    return " | ".join(
        (
            teks(item.sasaran),
            item.tanda or "-",
            item.indikator.text,
            teks(item.sumber_data),
            teks(item.penanggung_jawab),
        )
    )


def _formula_parts_read(item: Indikator) -> str:
    rumus = item.rumus
    if rumus is None:
        return f"{item.indikator.text} | -"
    parts = (plain(tree(part)) for part in (rumus.pembilang, rumus.penyebut, rumus.faktor))
    return " | ".join((item.indikator.text, str(rumus.jenis), *parts))


# ---- agreements ----


def agreement_drawn(isi: PerjanjianIsi) -> dict[str, Lines]:
    """Parties, targets and programs."""
    return {
        "pihak": [f"{p.sebutan} | {p.nama} | {p.jabatan} | {p.pangkat or '-'} | {p.nip or '-'}" for p in isi.pihak],
        "target": [f"{s.teks} | {nama} | {target}" for s in isi.sasaran for nama, target in s.indikator],
        "program": [f"{nama} | {rupiah(anggaran)} | {asal}" for nama, anggaran, asal in isi.program],
        "kepala": [isi.tempat, isi.tanggal, str(isi.tahun)],
    }


def agreement_read(keputusan: Keputusan) -> dict[str, Lines]:
    """As agreement_drawn, from the record."""
    return {
        "pihak": [
            f"{p.sebutan} | {p.nama.text if p.nama else '-'} | {teks(p.jabatan)} | {teks(p.pangkat)} | {teks(p.nip)}"
            for p in keputusan.pihak
        ],
        "target": [
            f"{teks(i.sasaran)} | {i.indikator.text} | {' '.join(t.text for _, t in i.target)}"
            for i in keputusan.indikator()
        ],
        "program": [f"{p.nama.text} | {teks(p.anggaran)} | {teks(p.keterangan)}" for p in keputusan.program],
        "kepala": [teks(keputusan.tempat), isian(keputusan.tanggal), str(keputusan.tahun)],
    }
