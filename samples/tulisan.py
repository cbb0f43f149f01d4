"""How the samples write numbers: Indonesian separators, half-up rounding."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

_SEN = Decimal("0.01")


def rupiah(nilai: int) -> str:
    """Whole rupiah with dots between the thousands; nil is a dash."""
    return f"{nilai:,}".replace(",", ".") if nilai else "-"


def desimal(nilai: Decimal) -> str:
    """Two decimals behind a comma, half-up."""
    return str(nilai.quantize(_SEN, ROUND_HALF_UP)).replace(".", ",")


def persen(bagian: int, seluruh: int) -> str:
    """Share in per cent; a dash where there is nothing to divide, `100` where it rounds to the whole."""
    if not seluruh:
        return "-"
    teks = desimal(Decimal(bagian) * 100 / Decimal(seluruh))
    return "100" if teks == "100,00" else teks


def angka(teks: str) -> Decimal:
    """Value of a printed decimal (`101,91`).

    Raises:
        decimal.InvalidOperation: when the text is no number.
    """
    return Decimal(teks.replace(".", "").replace(",", "."))


def selisih(baru: str, lama: str) -> str:
    """Unsigned difference of two printed numbers with as many decimals as the longer one."""
    return str(abs(angka(baru) - angka(lama))).replace(".", ",")
