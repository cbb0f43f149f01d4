"""Writes a layout as an HTML page for Chromium to print."""

from __future__ import annotations

from html import escape

from samples.blocks import Baris, Halaman, Judul, Naskah, Paragraf, Pecahan, Sel, TabelCetak
from tests.layouts.style import Garis, Gaya

_HURUF = {"Times": "Liberation Serif", "Helvetica": "Liberation Sans", "Courier": "Liberation Mono"}
_BATAS = {
    Garis.PENUH: "border: {t}px solid {w}",
    Garis.KOTAK: "border: {t}px solid {w}",
    Garis.TITIK: "border: {t}px dotted {w}",
    Garis.DALAM: "border: {t}px solid {w}",
    Garis.GANDA: "border: 3px double {w}",
    Garis.DATAR: "border-top: {t}px solid {w}; border-bottom: {t}px solid {w}",
    Garis.KOSONG: "border: none",
}


def _css(gaya: Gaya) -> str:
    batas = _BATAS[gaya.garis].format(t=max(1.0, gaya.tebal * 1.33), w=gaya.warna_garis)
    kiri, atas, kanan, bawah = gaya.tepi
    ukuran = "A4 landscape" if gaya.mendatar else "A4 portrait"
    tepi = "border-style: hidden" if gaya.garis is Garis.DALAM else ""
    kepala = "table-header-group" if gaya.ulang_kepala else "table-row-group"
    return f"""
@page {{ size: {ukuran}; margin: {atas}pt {kanan}pt {bawah}pt {kiri}pt }}
body {{ font-family: '{_HURUF[gaya.huruf]}'; font-size: 10.5pt; margin: 0; print-color-adjust: exact;
  -webkit-print-color-adjust: exact }}
table {{ border-collapse: collapse; width: 100%; table-layout: fixed; font-size: {gaya.ukuran}pt;
  margin-bottom: {gaya.antara}pt; {tepi} }}
td, th {{ {batas}; padding: {gaya.jarak}pt; vertical-align: top; overflow-wrap: anywhere }}
thead {{ display: {kepala} }}
tr {{ break-inside: {"auto" if gaya.pecah_baris else "avoid"} }}
th {{ background: {gaya.warna or "transparent"}; color: {"white" if gaya.huruf_kepala_putih else "black"} }}
tbody tr:nth-child(even) td {{ background: {"#eeeeee" if gaya.zebra else "transparent"} }}
.tegak {{ writing-mode: vertical-rl; transform: rotate(180deg); margin: auto }}
.bagi {{ display: inline-block; text-align: center; vertical-align: middle }}
.bagi > span {{ display: block; padding: 0 2pt }}
.bagi > span:first-child {{ border-bottom: 0.7px solid black }}
.judul {{ font-weight: bold; break-after: avoid }}
"""


def _teks(sel: Sel) -> str:
    if isinstance(sel.isi, Pecahan):
        bagi = f"<span>{escape(sel.isi.pembilang)}</span><span>{escape(sel.isi.penyebut)}</span>"
        return f'<span class="bagi">{bagi}</span>{escape(sel.isi.ekor)}'
    return escape(sel.isi)


def _baris(baris: Baris, gaya: Gaya, *, kepala: bool) -> str:
    bagian = []
    for kolom, sel in enumerate(baris.sel):
        if sel is None:
            continue
        tanda = "th" if kepala else "td"
        isi = _teks(sel)
        if kepala and gaya.tegak and kolom > 0 and sel.colspan == 1:
            isi = f'<div class="tegak">{isi}</div>'
        rentang = f'rowspan="{sel.rowspan}" colspan="{sel.colspan}"'
        bagian.append(f'<{tanda} {rentang} style="text-align: {sel.align}">{isi}</{tanda}>')
    return f"<tr>{''.join(bagian)}</tr>"


def _tabel(tabel: TabelCetak, gaya: Gaya) -> str:
    lebar = [n * (gaya.sempit if k >= len(tabel.lebar) - 3 else 1.0) for k, n in enumerate(tabel.lebar)]
    kolom = "".join(f'<col style="width: {n / sum(lebar) * 100:.2f}%">' for n in lebar)
    kepala = "".join(_baris(b, gaya, kepala=True) for b in tabel.kepala)
    isi = "".join(_baris(b, gaya, kepala=False) for b in tabel.baris)
    judul = f'<p class="judul">{escape(tabel.caption)}</p>' if tabel.caption else ""
    return f"{judul}<table><colgroup>{kolom}</colgroup><thead>{kepala}</thead><tbody>{isi}</tbody></table>"


def html(naskah: Naskah, gaya: Gaya) -> str:
    """The page."""
    bagian = []
    for blok in naskah.blok:
        if isinstance(blok, TabelCetak):
            bagian.append(_tabel(blok, gaya))
        elif isinstance(blok, Halaman):
            bagian.append('<div style="break-after: page"></div>')
        elif isinstance(blok, Judul):
            bagian.append(f'<p class="judul">{escape(blok.text)}</p>')
        elif isinstance(blok, Paragraf):
            bagian.append(f"<p>{escape(blok.text)}</p>")
    kepala = f'<head><meta charset="utf-8"><style>{_css(gaya)}</style></head>'
    return f'<!DOCTYPE html><html lang="id">{kepala}<body>{"".join(bagian)}</body></html>'
