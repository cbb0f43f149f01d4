"""Prints the figures of every layout: `python -m tests.layouts.report [--held-out] [--writer W] [--diff]`.

Tune on the set without `--held-out`, measure on the other; the two share no words, seeds or geometry.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.layouts.cases import layouts
from tests.layouts.make_layouts import Penulis, buat, tersedia
from tests.layouts.score import Nilai, nilai

_KEPALA = (
    f"{'layout':<32}{'angka':>13}{'%':>8}{'teks':>11}{'tabel':>8}{'baris':>11}{'gabung':>9}{'kepala':>8}{'judul':>7}"
)


def _pilihan(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--held-out", action="store_true", help="the set to measure on")
    parser.add_argument("--writer", choices=[p.value for p in Penulis], action="append", help="only this writer")
    parser.add_argument("--rounds", type=int, default=1, help="variants of each layout")
    parser.add_argument("--only", help="only layouts whose name contains this")
    parser.add_argument("--diff", action="store_true", help="show the cells that differ")
    parser.add_argument("--keep", type=Path, help="folder for the drawn files")
    return parser.parse_args(argv)


def baris(nama: str, n: Nilai) -> str:
    """One line of the table; pairs are agreeing of all, tables and rows are drawn:read."""
    kolom = (n.angka, n.teks, n.gabungan, n.kepala, n.caption)
    angka, teks, gabung, kepala, judul = (f"{a}/{b}" for a, b in kolom)
    tabel, rows = (f"{a}:{b}" for a, b in (n.tabel, n.baris))
    persen = f"{n.share * 100:.2f}"
    return f"{nama:<32}{angka:>13}{persen:>8}{teks:>11}{tabel:>8}{rows:>11}{gabung:>9}{kepala:>8}{judul:>7}"


def _cetak(penulis: Penulis, pilihan: argparse.Namespace, folder: Path) -> None:
    semua = [
        layout
        for layout in layouts(held_out=pilihan.held_out, putaran=pilihan.rounds)
        if not pilihan.only or pilihan.only in layout.name
    ]
    print(f"\n{penulis}{' (held out)' if pilihan.held_out else ''}\n{_KEPALA}")
    cocok = total = 0
    for berkas in buat(semua, penulis, folder / penulis.value):
        n = nilai(berkas)
        cocok, total = cocok + n.angka[0], total + n.angka[1]
        print(baris(berkas.layout.name, n))
        if pilihan.diff:
            print("".join(f"    {beda}\n" for beda in n.beda[:40]), end="")
    if total:
        print(f"{'all':<32}{f'{cocok}/{total}':>13}{cocok / total * 100:>8.2f}")


def main(argv: Sequence[str] | None = None) -> None:
    """Draw, read, compare, print."""
    pilihan = _pilihan(argv)
    with tempfile.TemporaryDirectory() as sementara:
        folder = pilihan.keep or Path(sementara)
        for penulis in Penulis:
            if pilihan.writer and penulis.value not in pilihan.writer:
                continue
            if tersedia(penulis) is None:
                print(f"\n{penulis}: not installed, left out")
                continue
            _cetak(penulis, pilihan, folder)


if __name__ == "__main__":
    main()
