"""Parts of a year that a title names: quarters, halves, months, days, the year before, the end of a plan."""

from __future__ import annotations

import re

SETAHUN = ""
"""The whole year, said in so many words."""

RAGU = "?"
"""Something is said of time that may, or may not, make it another time than the year."""

_ANGKA = {
    **dict.fromkeys(("1", "i", "pertama", "satu"), 1),
    **dict.fromkeys(("2", "ii", "kedua", "dua"), 2),
    **dict.fromkeys(("3", "iii", "ketiga", "tiga"), 3),
    **dict.fromkeys(("4", "iv", "keempat", "empat"), 4),
}
_BULAN = {
    **{"januari": 1, "februari": 2, "pebruari": 2, "maret": 3, "april": 4, "mei": 5, "juni": 6, "juli": 7},
    **{"agustus": 8, "september": 9, "oktober": 10, "november": 11, "nopember": 11, "desember": 12},
    **{"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "agt": 8, "agu": 8, "sept": 9, "sep": 9},
    **{"okt": 10, "nov": 11, "nop": 11, "des": 12},
}
_KATA_BULAN = "|".join(sorted(_BULAN, key=len, reverse=True))
_KATA_ANGKA = "|".join(sorted(_ANGKA, key=len, reverse=True))
_SAMPAI = r"(?:s\s?[./]?\s?d\b\.?|sampai(?:\s+dengan)?|hingga|sd\b)"
_PERIODE = r"tri\s?wulan|tribulan|kuartal|kwartal|tw\b\.?|semester|smt\b\.?|sem\b\.|caturwulan"
_PENDEK = {"semester": "SM", "smt": "SM", "sem": "SM", "caturwulan": "CW"}
_BAGIAN = re.compile(
    rf"(?P<sampai>{_SAMPAI}\s+(?:dengan\s+)?(?:akhir\s+)?)?\b(?P<kata>{_PERIODE})\s*(?:ke\s?-?\s?)?(?P<nomor>{_KATA_ANGKA})\b"
    rf"(?:\s*(?:-|–|{_SAMPAI}|dan|&|,)\s*(?:(?:{_PERIODE})\s*)?(?P<akhir>{_KATA_ANGKA})\b)?",
    re.IGNORECASE,
)
_TANGGAL = re.compile(
    rf"(?P<kata>\b(?:per|posisi|keadaan|kondisi|{_SAMPAI})\s+(?:pada\s+)?(?:akhir\s+)?(?:tanggal\s+|tgl\.?\s+|bulan\s+)?|\bbulan\s+)?"
    rf"(?:(?P<hari>\d{{1,2}})\s+)?\b(?P<bulan>{_KATA_BULAN})\b\.?"
    rf"(?P<tahun>\s+20\d\d)?(?:\s*(?:-|–|{_SAMPAI}|dan)\s*(?:\d{{1,2}}\s+)?(?P<akhir>{_KATA_BULAN})\b)?",
    re.IGNORECASE,
)
_TENGAH = re.compile(
    r"\b(?:per)?tengah(?:an)?\s+tahun|\bparuh\s+(?:pertama|kedua|waktu|tahun)|\bmid\s?-?year", re.IGNORECASE
)
_LALU = re.compile(
    r"\btahun\s+(?:anggaran\s+)?(?:yang\s+)?(?:sebelumnya|lalu|kemarin)\b|\btahun\s+[nt]\s?-\s?1\b", re.IGNORECASE
)
_RENCANA = re.compile(
    rf"{_SAMPAI}\s+(?:dengan\s+)?(?:tahun\b|(?:akhir\s+)?(?:periode\s+|masa\s+|tahun\s+)?(?:renstra|rpjm|rencana))"
    r"|\bkumulatif\b|\bakumulasi\b|\bprognosis\b|\bperkiraan\b|\bangka\s+sementara\b",
    re.IGNORECASE,
)
_BANDING = re.compile(
    r"\b(?:per|di)?banding|\b(?:di)?sanding|\bvs\b|\bterhadap\b|\bperkembangan\b|\btrend?\b", re.IGNORECASE
)
_SATU_TAHUN = re.compile(r"\b(?:20\d\d|tahunan|setahun|satu\s+tahun)\b", re.IGNORECASE)
_TIAP = re.compile(rf"\b(?:per|setiap|tiap|antar|menurut)\s?-?\s*(?:{_PERIODE}|bulan)", re.IGNORECASE)


def waktu(text: str) -> str | None:
    """The time that a title names.

    Returns:
        A key of the part of the year, `SETAHUN`, `RAGU`, or None where nothing is said of time.
    """
    polos = _TIAP.sub(" ", " ".join(text.split()))
    for baca in (_bagian, _tanggal):
        found = baca(polos)
        if found is not None:
            return found
    if _TENGAH.search(polos):
        return "tengah tahun"
    if _LALU.search(polos):
        return None if _BANDING.search(polos) else "tahun lalu"
    if _RENCANA.search(polos):
        return RAGU
    return SETAHUN if _SATU_TAHUN.search(polos) else None


def _bagian(text: str) -> str | None:
    """Quarter or half: `TW2`, `s.d. TW3`; all of them together are the year."""
    match = _BAGIAN.search(text)
    if match is None:
        return None
    kata = re.sub(r"[\s.]", "", match["kata"].lower())
    jenis = _PENDEK.get(kata, "TW")
    awal = _ANGKA[match["nomor"].lower()]
    akhir = _ANGKA[match["akhir"].lower()] if match["akhir"] else awal
    terakhir = {"SM": 2, "CW": 3}.get(jenis, 4)
    if akhir == terakhir and (match["sampai"] or awal == 1):
        return SETAHUN
    if match["sampai"] or akhir != awal:
        return f"s.d. {jenis}{akhir}"
    return f"{jenis}{awal}"


def _tanggal(text: str) -> str | None:
    """Month or day: `s.d. bulan 9`, `bulan 6`; a day in December is the end of the year, one alone is no period."""
    for match in _TANGGAL.finditer(text):
        if match["kata"] is None and match["akhir"] is None and (match["hari"] or not match["tahun"]):
            continue
        bulan = _BULAN[(match["akhir"] or match["bulan"]).lower()]
        if bulan == 12:
            return SETAHUN
        berjalan = match["akhir"] or match["hari"] or re.match(_SAMPAI, (match["kata"] or "").strip(), re.IGNORECASE)
        return f"s.d. bulan {bulan}" if berjalan else f"bulan {bulan}"
    return None
