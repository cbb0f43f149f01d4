"""Heading texts of tables: what makes a row a heading, and which part, year, period and scope a column plays.

Columns are mapped by words and by the structure of the heading, never by position. Synonyms come from public reports
(LKjIP, LAKIP, LKIP of provinces, regencies, cities and their offices).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from schemas.kinerja import Part, Scope

_YEAR = re.compile(r"(?<!\d)(19[89]\d|20[0-4]\d)(?!\d)")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_PERIOD = re.compile(
    r"\b(?:triwulan|tribulan|tribln|twl?|tw|kuartal|quartal)\.?\s*[-.]?\s*(iv|iii|ii|i|[1-4])\b"
)
_WHOLE_YEAR = re.compile(
    r"(?:s\s*[./]?\s*d\.?|sampai(?:\s+dengan)?|hingga)\s*(?:akhir\s+)?"
    r"(?:(?:triwulan|tribulan|tw)\.?\s*-?\s*(?:iv|4)|(?:semester|smt)\.?\s*-?\s*(?:ii|2))\b"
)
_SEMESTER = re.compile(r"\b(?:semester|smt|sem)\.?\s*-?\s*(ii|i|[12])\b")
_BARE_PERIOD = re.compile(r"^(?:tw\.?\s*)?(iv|iii|ii|i)$")
_PLAN_END = re.compile(
    r"akhir\s+(?:periode|renstra|rpjmd|masa|jangka|perencanaan)|kondisi\s+(?:kinerja\s+)?(?:pada\s+)?akhir|sampai\s+(?:dengan\s+)?tahun"
    r"|(?:target|kondisi)\b.*\b(?:renstra|rpjmd|jangka\s+menengah)"
)
_LAST_YEAR = re.compile(
    r"\b(?:tahun|thn?\.?)\s+(?:yang\s+)?(?:lalu|sebelumnya|kemarin)\b|\(\s*[nt]\s*[-–]\s*1\s*\)|\btahun\s+n\s*[-–]\s*1\b"
)
_END_WORDS = re.compile(r"\bakhir\b|renstra|rpjm|jangka\s+menengah")
_RATIO = re.compile(r"terhadap|thdp|thd\b|dibanding|perbandingan|\(\s*\d+\s*[/:]\s*\d+\s*\)")
_COLUMN_NUMBER = re.compile(
    r"^[(\[]?\s*\d{1,2}[a-z]?\s*[)\].]?(?:\s*[=:]\s*[\d()\[\]/:x×*+%.,\s–-]+|\s*\(\s*\d{1,2}\s*[/:+–-]\s*\d{1,2}\b[\d()x×*%\s]*)?$",
    re.IGNORECASE,
)
_COLUMN_LETTER = re.compile(r"^[(\[]?([a-zA-Z])[)\].]?(?:\s*[=:]\s*[a-zA-Z\d()\[\]/:x×*+%.,\s–-]+)?$")
_COLUMN_FORMULA = re.compile(
    r"^\(?\(?\s*\d{1,2}\s*[/:+–-]\s*\d{1,2}\s*\)?\s*(?:[x×*]\s*[1\s]+[0\s]+%?)?\s*\)?\s*%?$", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")
_PROSE_WORDS = 14
_GROUP = re.compile(
    r"^(gol(ongan)?(i{1,3}|iv)?$|tw|trw|rentang|skor|bobot|tahun|nasional|provinsi|kabupaten|kota|akhirtahun|triwulan|tribulan|semester|kinerja|keuangan|renstra|rpjmd|pd|opd"
    r"|skpd|volume|k|rp|%|interval|skala|i{1,3}|iv|murni|perubahan|semula|menjadi|apbd|apbn|awal|akhir|revisi|kondisi)"
)

# Squashed (letters, digits and % only, lower case) pieces, first match wins.
_PATTERNS: tuple[tuple[Part, re.Pattern[str]], ...] = tuple(
    (part, re.compile(pattern))
    for part, pattern in (
        (Part.NOMOR, r"^(no|nomor|nourut|nomorurut|nomisi|nosasaran|nosas|notujuan|noprogram)$"),
        (Part.KODE, r"^(kode|koderekening|kd|norek|norekening|rekening|kodeprogram.*)$"),
        (
            Part.KETERANGAN,
            r"^(ket|keterangan|lokasi|penanggungjawab|pj|sumberdata|sumberdana|sumber|kebijakan.*"
            r"|alasan.*|catatan|bukti.*|perangkatdaerah.*|tindaklanjut|hambatan.*|faktor.*|opd|skpd"
            r"|unitkerja.*|pelaksana|waktu.*|tanggal.*|program(pendukung|penunjang).*)$",
        ),
        (
            Part.LABEL,
            r"^(jenis|nama|kelompok|objek)(?!.*(realisasi|capaian))"
            r"|^(uraian|akun|rincian)[a-z]*(belanja|pengeluaran|pembiayaan)$",
        ),
        (Part.TARGET, r"^(rencana|target)(tingkat)?(capaian|pencapaian)(?!.*(terhadap|thd|dibanding))"),
        (Part.EFISIENSI, r"^(?!sisa).*efisien|^ne%?$|^e%$"),
        (Part.FISIK, r"fisik|^%?fis%?$"),
        (Part.PERSEN, r"^(%|persentase|prosentase|tingkat|tkt?|angka|rasio|daya)*(serapan|penyerapan|serap%?$)"),
        (Part.SISA, r"^(sisa|silpa|lebih|kurang).*|sisaanggaran|sisadana|sisapagu"),
        (
            Part.SELISIH,
            r"^%?(kenaikan|penurunan|selisih|peningkatan|pertumbuhan|tren|trend|percepatan|perlambatan"
            r"|naikturun|bertambah|perkembangan|deviasi|gap|lebihkurang).*|kenaikanpenurunan",
        ),
        (Part.FORMULA, r"rumus|formula|caraperhitungan|caramenghitung|perhitungan"),
        (Part.SATUAN, r"^(satuan.*|unitukuran|sat)$"),
        (Part.AWAL, r"kondisiawal|tahundasar|tahunawal|baseline|dataawal|datadasar|kinerjaawal|awalperiode"),
        (
            Part.KATEGORI,
            r"kategori|katagori|predikat|interpretasi|kriteria|klasifikasi|status|^nilaihuruf$|pemaknaan|notifikasi|^mutu(pelayanan|layanan)?$",
        ),
        (
            Part.CAPAIAN,
            r"^(tingkat|%|persentase|persen|rata|ratarata|nilai|indeks)*(capaian|pencapaian|tingkatkemajuan"
            r"|kemajuan|kinerja%?$)|capaian|tingkatkemajuan",
        ),
        (
            Part.REALISASI,
            r"^r(?:(?:19|20)\d\d)?$|realisasi|realiasi|spj|penggunaan|hasil(pengukuran)?$|terealisasi|aktual",
        ),
        (
            Part.TARGET,
            r"^t(?:(?:19|20)\d\d)?$|target|^rencana(?!strategis)|^standar(pelayanan|minimal|mutu|spm|pelayananminimal)?$|kondisiakhir|kondisiyangdiharapkan|akhirperiode|sampaitahun|s\/?dtahun",
        ),
        (Part.ANGGARAN, r"(?<!pel)anggaran|pagu|alokasi|plafon|dpa|belanja"),
        (
            Part.LABEL,
            r"indikator|^iku|uraian|program|kegiatan|jenis|^nama|lapanganusaha|bulan|kewenangan|komponen|aspek"
            r"|pernyataan|rincian|komoditas?|unsur|jabatan|pendidikan|golongan|skalanilai|intervalnilai"
            r"|jenjang|^sasaranprogramkegiatan$",
        ),
        (Part.SASARAN, r"sasaran|tujuan|misi|urusan|outcome|kinerjautama|kondisi"),
        (
            Part.JUMLAH,
            r"jumlah|total|nilai|saldo|mutasi|^penambahan|^pengurangan|perolehan|harga|volume|%|rp|banyak|luas|laki|perempuan|pria|wanita|s[123]$|sma|d3",
        ),
    )
)
_BUDGET_WORDS = re.compile(
    r"(?<!pel)anggaran|keuangan|pagu|alokasi|(?<!pi)dana|belanja|serapan|penyerapan|rp(?![a-z])|rp(?=juta|ribu|mili|mily)|rupiah"
)
_MONEY_LEAVES = frozenset({"rp", "rupiah", "keuangan", "keuanganrp", "anggaran", "anggaranrp"})
_MONEY_PARTS = {
    Part.TARGET: Part.ANGGARAN,
    Part.REALISASI: Part.REALISASI_ANGGARAN,
    Part.CAPAIAN: Part.PERSEN,
}
_PERCENT_GROUPS = frozenset({Part.CAPAIAN, Part.SELISIH, Part.FISIK, Part.EFISIENSI, Part.SISA})
_PERCENT = re.compile(r"%|persen")
_BARE_PERCENT = re.compile(r"(?:dalam)?%|(?:persen(?:tase)?|presentase|prosentase)%?|rasio%")
_RATIO_WORD = re.compile(r"%|persen|presentase|prosentase")
_BUDGET_PERCENT = re.compile(
    r"(?:%|persen(?:tase)?|presentase|prosentase|rasio|tingkat|tk)*(?:real(?:isasi)?|kinerja|capaian)?"
    r"(?:keu(?:angan)?|anggaran|dana)?(?:%|persen)*"
)
_NATIONAL = re.compile(r"nasional|standar\s*pelayanan|spm|indonesia\b")
_PROVINCE = re.compile(r"\b(?:tingkat\s+)?provinsi\b")
_OWN = re.compile(r"\b(?:pd|opd|skpd|perangkat daerah|dinas|kabupaten|kota)\b")


@dataclass(frozen=True, slots=True)
class Heading:
    """What one column heading says; `part` is LAIN when its words are not known."""

    part: Part
    year: int | None
    period: str | None
    scope: Scope
    text: str
    budget: bool = False


def squash(text: str) -> str:
    """Lower-case letters, digits, % and / only: narrow headings break words (`REALIS ASI`) and lose their spaces."""
    return re.sub(r"[^a-z0-9%]", "", text.lower())


def is_column_numbers(texts: Sequence[str]) -> bool:
    """Whether the filled cells of a row are column numbers: `1 2 3`, `(1) (2)`, `6 = 5/4`, `(5:4)x100%`."""
    filled = [t.strip() for t in texts if t.strip()]
    if _column_letters(filled):
        return True
    plain = [t for t in filled if _COLUMN_NUMBER.match(t)]
    formulas = sum(1 for t in filled if not _COLUMN_NUMBER.match(t) and _COLUMN_FORMULA.match(t))
    if len(plain) < 2 or len(plain) + formulas < len(filled) or formulas * 3 > len(filled):
        return False
    numbers = [int(_DIGITS.findall(t)[0]) for t in plain]
    pairs = list(pairwise(numbers))
    rising = sum(1 for a, b in pairs if a < b)
    in_order = rising == len(pairs) or (len(numbers) > 4 and rising >= 0.7 * len(pairs))
    return (
        in_order
        and len(set(numbers)) == len(numbers)
        and min(numbers) <= 3
        and max(numbers) <= 2 * len(texts) + 6
    )


def _column_letters(filled: Sequence[str]) -> bool:
    """Whether texts are the letters of the columns in order: `a b c`, `(a) (b)`, `g = f/e x 100`."""
    letters = [match.group(1).lower() for t in filled if (match := _COLUMN_LETTER.match(t))]
    return len(letters) == len(filled) > 2 and letters == [chr(ord("a") + n) for n in range(len(letters))]


def heading_part(text: str) -> Part:
    """The part that the words of one heading cell name; LAIN when none is known."""
    squashed = squash(text)
    for part, pattern in _PATTERNS:
        if pattern.search(squashed):
            return part
    return Part.LAIN


def is_heading_text(text: str) -> bool:
    """Whether a cell's words look like a column heading: known words or a year, and no prose."""
    if not text.strip() or len(text.split()) > _PROSE_WORDS:
        return False
    squashed = squash(text)
    return heading_part(text) is not Part.LAIN or bool(_YEAR.fullmatch(squashed) or _GROUP.match(squashed))


def is_bare_percent(text: str) -> bool:
    """Whether a heading says no more than "per cent"."""
    return _BARE_PERCENT.fullmatch(squash(text)) is not None


def is_budget_percent(text: str) -> bool:
    """Whether a heading behind budget and realisation says no more than their ratio (`% Keu`)."""
    squashed = squash(text)
    return _RATIO_WORD.search(squashed) is not None and _BUDGET_PERCENT.fullmatch(squashed) is not None


def years_in(text: str) -> tuple[int, ...]:
    """Four-digit years in a text, in order."""
    return tuple(int(match) for match in _YEAR.findall(text))


def read_heading(levels: Sequence[str]) -> Heading:
    """What a column's heading says, from its texts top to bottom (group headings first)."""
    levels = [level for level in dict.fromkeys(" ".join(level.split()) for level in levels) if level]
    text = " / ".join(levels)
    lower = text.lower()
    budget = bool(_BUDGET_WORDS.search(squash(text)))
    part = _part(levels, budget)
    years = years_in(levels[-1]) if levels and years_in(levels[-1]) else years_in(text)
    year = (
        years[0]
        if len(set(years)) == 1
        else (years[0] if years and part not in (Part.CAPAIAN, Part.SELISIH) else None)
    )
    period = "akhir" if part is Part.CAPAIAN and _against_end(lower) else _period(levels)
    if period is None and year is None and _LAST_YEAR.search(lower):
        period = "lalu"
    return Heading(part, year, period, _scope(levels, lower), text, budget)


def _against_end(lower: str) -> bool:
    """Whether a capaian is measured against the end of the plan, or one year against another."""
    ratio = re.search(r"terhadap|thdp?\b|dibanding", lower)
    return bool(ratio) and bool(_END_WORDS.search(lower) or len(set(years_in(lower))) > 1)


def _part(levels: Sequence[str], budget: bool) -> Part:
    if len(levels) > 1 and is_bare_percent(levels[-1]):
        above = heading_part(levels[-2])
        return above if above in _PERCENT_GROUPS else Part.JUMLAH
    if any(heading_part(level) is Part.FISIK and not _BUDGET_WORDS.search(squash(level)) for level in levels[:-1]):
        return Part.FISIK
    for depth in range(len(levels), 0, -1):
        own = levels[depth - 1]
        part = heading_part(own)
        if part in (Part.LAIN, Part.JUMLAH) and depth > 1:
            continue
        refined = _refine(part, own, " ".join(levels[: depth - 1]), " ".join(levels), budget)
        return _MONEY_PARTS.get(refined, refined) if squash(levels[-1]) in _MONEY_LEAVES else refined
    return Part.LAIN


def _refine(part: Part, own: str, above: str, whole: str, budget: bool) -> Part:
    """Settle headings whose words fit two parts: ratios, budgets, percentages of a budget."""
    squashed, group = squash(own), squash(above)
    if part is Part.REALISASI and "indikator" not in squashed and _RATIO.search(own.lower()):
        return Part.CAPAIAN
    if part is Part.REALISASI and squashed.startswith(("%", "persen", "prosentase")):
        return Part.PERSEN
    if part is Part.TARGET and "capaian" in squashed and not squashed.startswith(("target", "rencana")):
        return Part.CAPAIAN
    if part is Part.CAPAIAN and "indikator" in squashed and "%" not in squashed:
        return Part.LABEL
    if part in (Part.CAPAIAN, Part.REALISASI, Part.TARGET, Part.ANGGARAN):
        return _budget_part(part, squashed, group, squash(whole), budget)
    return part


def _budget_part(part: Part, squashed: str, group: str, whole: str, budget: bool) -> Part:
    money = bool(_BUDGET_WORDS.search(squashed)) or (
        bool(_BUDGET_WORDS.search(group)) and "kinerja" not in squashed
    )
    percent = bool(_PERCENT.search(squashed)) or squashed.startswith("persentase")
    leaf_percent = bool(_PERCENT.search(whole[-8:])) and "rp" not in whole[-8:]
    if re.search(r"serapan|penyerapan", squashed):
        return Part.PERSEN
    if part is Part.ANGGARAN:
        if squashed in ("anggaran%", "keuangan%"):
            return Part.PERSEN
        if percent and not squashed.startswith(("anggaran", "pagu", "alokasi")):
            return Part.PERSEN
        return (
            Part.REALISASI_ANGGARAN
            if re.search(r"^(realisasi|penyerapan)|realisasi", squashed)
            else Part.ANGGARAN
        )
    if not budget or not money:
        return part
    if part is Part.CAPAIAN:
        return Part.PERSEN
    if part is Part.TARGET:
        return Part.ANGGARAN
    return (
        Part.PERSEN
        if (percent and squashed.startswith(("%", "persen"))) or leaf_percent
        else Part.REALISASI_ANGGARAN
    )


def _period(levels: Sequence[str]) -> str | None:
    for level in reversed(levels):
        lower = level.lower()
        if _WHOLE_YEAR.search(lower):
            return None
        half = _SEMESTER.search(lower)
        if half:
            return f"SM{_ROMAN[half.group(1)]}"
        found = _PERIOD.search(lower) or _BARE_PERIOD.match(lower)
        if found and not re.search(r"\bi\s*-\s*iv\b", lower):
            return f"TW{_ROMAN[found.group(1)]}"
    lower = " ".join(levels).lower()
    plan_end = _PLAN_END.search(lower) and "realisasi" not in lower and "capaian" not in lower
    return "akhir" if plan_end else None


def _scope(levels: Sequence[str], lower: str) -> Scope:
    if _NATIONAL.search(lower):
        return Scope.NASIONAL
    own = any(_OWN.search(level.lower()) for level in levels)
    if len(levels) > 1 and _PROVINCE.search(levels[0].lower()) and not own:
        return Scope.PROVINSI
    return Scope.OWN
