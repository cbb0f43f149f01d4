"""Numbers that are no values: years, dates, references, list marks, codes, serial numbers, ages, factors."""

from __future__ import annotations

import re
from collections.abc import Callable

from extractors.narasi.kata import BULAN, Kata, word_set

LINKS = word_set(
    """
    sebesar sebsar seebsar sebanyak sebayak sejumlah seluas sepanjang yaitu yakni adalah ialah senilai mencapai
    tercatat rp rp. idr menjadi sekitar hampir dari = < > ≤ ≥ ±
    """
)
"""Words in front of a number that show it is a value."""

BILANGAN_KATA = word_set(
    """
    nol kosong satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas belas puluh ratus seratus ribu
    seribu juta sejuta milyar miliar triliun trilyun koma rupiah persen pertama kedua ketiga keempat kelima
    duabelas tigabelas empatbelas limabelas enambelas tujuhbelas delapanbelas duapuluh tigapuluh
    """
)
"""Words that numbers are spelled with."""

_RUJUKAN = word_set(
    """
    nomor no no. nomer pasal ayat huruf lampiran tabel table gambar grafik diagram bagan bab subbab sub-bab
    halaman hal hal. butir rumus formula triwulan tw tribulan semester tahap termin kelas golongan gol gol. eselon
    tipe type segmen jilid edisi seri versi roda pukul jam rt rw telp telp. telepon fax faks pos hp wa nip nik
    npwp kav blok lantai peringkat urutan ranking rangking posisi ke ke- covid covid- sars tanggal tgl tgl. per
    dikali dikalikan x × * usia umur berusia berumur skala bagian lt inpres permendagri perpres pp uu perda perbup
    pergub permen kepmen keppres instruksi diktum kolom sta ruas seksi kav. iso
    """
)
"""Words whose number behind them names a thing."""

_BERNOMOR = word_set("misi sasaran strategis tujuan strategi prioritas level catatan aspek isu tahapan agenda urusan")
"""Things that are numbered as often as counted: a bare small number directly behind is their number."""

_JARANG_BERNOMOR = word_set(
    "indikator program kegiatan iku kelompok angka poin kondisi langkah unsur komponen kebijakan"
)
"""Things whose number behind them is their own only where no counted noun follows."""

_MENGUKUR = word_set("volume jumlah total target realisasi capaian alokasi")

_PERINGKAT = word_set(
    """
    peringkat urutan ranking rangking posisi juara tahap termin triwulan tribulan tw semester tahun hari bulan pasal
    ayat kali besar periode abad kelas hut ulang minggu pekan nomor yang
    """
)
"""Words whose `ke 3` is an ordinal."""

_BERNILAI = word_set("posisi huruf level")
"""Words whose number is its own only as a whole number without per cent sign."""

_HITUNG = word_set("per x × * dikali dikalikan skala no no. nomor")
_DI_ANGKA = word_set("ke di menunjukkan menunjukan mencapai menyentuh menembus sampai hingga berada mendekati")
_UMUR = word_set("tahun th thn th. thn. bulan")
_RENTANG = word_set("- – — − s.d s.d. s/d sampai hingga")
_DIUKUR = word_set(
    """
    waktu lama lamanya durasi rata-rata capaian pencapaian realisasi terealisasi target ditargetkan tercapai jumlah
    total ke selisih naik turun bertambah berkurang meningkat menurun lebih kecepatan volume kurang minimal maksimal
    """
)
_SEBELUM_JAM = 6
_ASAL_DEKAT = 14

_SERIAL = re.compile(r"\d{9,}")
_CODE = re.compile(r"\d{1,2}(?:\.\d{1,2}){2,}(?:\.\d{4})?|0\d+(?:\.\d+)*")
_OUTLINE = re.compile(r"\d{1,2}(?:\.\d{1,2})*")
_PERATURAN = re.compile(r"(?:kep|per|in)(?:men|pres|da|bup|wal|gub|ka)[a-z]*|uud|se|sk")
_SECTION = re.compile(r"[1-9](?:\.\d{1,2}){1,3}")
_SMALL = re.compile(r"\d{1,2}")
_TAHUN = word_set("tahun thn thn. th th. ta ta. t.a. anggaran")
_LEADER = re.compile(r"\.{5,}|…{2,}|(?:\. ){5,}")
_UNIT_BEHIND = word_set(
    """
    % persen prosen orang unit buah dokumen laporan paket lembaga perusahaan kelompok km ha ton ekor kali kasus kk
    jiwa program kegiatan indikator sasaran tujuan misi iku sub poin peserta desa kecamatan kabupaten kota rumah
    siswa ribu juta milyar miliar triliun (
    """
)
_YEAR_UNITS = word_set("orang unit dokumen jiwa kk ha km ton ekor buah % persen juta ribu")
_SLASH = word_set("/ \\")
_CONTENTS = 3


def is_noise(kata: Kata) -> bool:
    """Whether the whole text is a line of contents, a chart or digits only."""
    if not any(len(word) > 1 and word[0].isalpha() for word in kata.kecil):
        return True
    if sum(_is_outline(kata, i) for i, number in enumerate(kata.angka) if number) >= _CONTENTS:
        return True
    text = "".join(word + " " * blank for word, blank in zip(kata.teks, kata.spasi, strict=True))
    return _LEADER.search(text) is not None


def is_no_value(kata: Kata, i: int) -> bool:
    """Whether the number at token i stands for no value."""
    if kata.at(i - 1) in ("rp", "rp."):
        return False
    return any(rule(kata, i) for rule in _RULES)


def _is_year(kata: Kata, i: int) -> bool:
    if not kata.is_year(i):
        return False
    if kata.at(i - 1) in _TAHUN:
        return True
    counted = kata.at(i - 1) in LINKS - {"dari", "menjadi", "yaitu", "adalah", "sekitar"}
    return not (counted or kata.at(i + 1) in _YEAR_UNITS)


def _is_reference(kata: Kata, i: int) -> bool:
    """Nomor 7, Tabel 3.1, ke 3, usia 15, x 100, Misi 1, BPJ Wilayah 2."""
    before = kata.at(i - 1)
    if (before == "." and kata.glued(i - 1)) or before == ":":
        before = kata.at(i - 2)
        return before in _RUJUKAN
    if before == "ke":
        return not _is_reached(kata, i)
    if before in _RUJUKAN - _HITUNG and _is_percent(kata, i):
        return False
    if before in _BERNILAI and _is_measured(kata, i):
        return False
    if before in _RUJUKAN or _PERATURAN.fullmatch(before):
        return True
    if _SMALL.fullmatch(kata.teks[i]) is None or kata.at(i + 1) in _UNIT_BEHIND - {"("}:
        return False
    return before in _BERNOMOR or (before in _JARANG_BERNOMOR and _is_named(kata, i))


def _is_percent(kata: Kata, i: int) -> bool:
    return kata.at(i + 1) in ("%", "persen")


def _is_measured(kata: Kata, i: int) -> bool:
    return _is_percent(kata, i) or "," in kata.teks[i]


def _is_reached(kata: Kata, i: int) -> bool:
    """Whether the number behind `ke` is a level (`dari 75 menit ke 66 menit`) and no ordinal (`peringkat ke 3`)."""
    if kata.at(i - 2) in _PERINGKAT or (kata.at(i + 1) == "(" and not _is_measured(kata, i)):
        return False
    return _is_measured(kata, i) or moves_from(kata, i - 1)


def moves_from(kata: Kata, i: int) -> bool:
    """Whether `dari` with a number stands before the `ke` at token i in its clause."""
    for j in range(i - 1, max(-1, i - _ASAL_DEKAT), -1):
        if kata.klausa[j] != kata.klausa[i]:
            return False
        if kata.kecil[j] == "dari":
            return kata.is_number(j + 1 + (kata.at(j + 1) in ("angka", "semula", "rp", "rp.")))
    return False


def _is_named(kata: Kata, i: int) -> bool:
    """Whether a thing that is seldom numbered has its own number here: no noun of its own stands behind it."""
    following = kata.at(i + 1)
    if kata.at(i - 1) == "angka" and (kata.at(i - 2) in _DI_ANGKA or kata.at(i - 3) == "berada"):
        return False
    return kata.at(i - 2) not in _MENGUKUR and (not following.isalpha() or following.startswith(("me", "ter")))


def _is_date(kata: Kata, i: int) -> bool:
    return (kata.at(i + 1) in BULAN and _SMALL.fullmatch(kata.teks[i]) is not None) or kata.at(i + 1) in ("wib", "wita")


def _is_list_mark(kata: Kata, i: int) -> bool:
    """`1)`, `(1)`, `1.` and a small number that opens the sentence before a capital."""
    if not _OUTLINE.fullmatch(kata.teks[i]):
        return False
    if _is_outline(kata, i):
        return True
    small = _SMALL.fullmatch(kata.teks[i]) is not None
    if kata.at(i + 1) == ")" and small:
        return kata.kurung[i] == 0 or kata.at(i - 1) == "("
    if i == 0 or not (kata.at(i - 1)[0].isalnum() or kata.at(i - 1) in LINKS or kata.at(i - 1) in ("(", "/", "-")):
        return _opens(kata, i)
    if i + 2 == len(kata) and kata.teks[i - 1].islower():
        return False
    return kata.at(i + 1) == "." and kata.glued(i + 1) and small and _opens(kata, i) and kata.at(i - 1) not in LINKS


def _is_outline(kata: Kata, i: int) -> bool:
    """`3.1 Capaian Kinerja`, also where the heading ran into the text, and `KINERJA 3.1` before a page's end."""
    if not _SECTION.fullmatch(kata.teks[i]) or kata.at(i - 1) in LINKS:
        return False
    capital = i == 0 or kata.teks[i - 1][0].isupper() or not kata.teks[i - 1][0].isalpha()
    following = kata.teks[i + 1] if i + 1 < len(kata) else ""
    return capital and (not following or following[0].isupper())


def _opens(kata: Kata, i: int) -> bool:
    """Whether what follows is the text that a list mark or outline number stands before."""
    following = kata.teks[i + 1] if i + 1 < len(kata) else ""
    if not following:
        return i == 0
    if following == ".":
        return i + 2 >= len(kata) or kata.teks[i + 2][0].isupper()
    return following[0].isupper() and following.lower() not in _UNIT_BEHIND and following.lower() not in BULAN


def _is_serial(kata: Kata, i: int) -> bool:
    """Codes, telephone and personnel numbers, and figures in a row without words between (charts, tables)."""
    text = kata.teks[i]
    if _CODE.fullmatch(text) and text != "0":
        return not re.fullmatch(r"0[.,]\d+", text)
    if kata.at(i - 1) == ")" and kata.at(i - 2)[:1] == "0" and text.isdecimal():
        return True
    if _SERIAL.fullmatch(text):
        return kata.at(i - 1) not in LINKS
    before, behind = kata.is_number(i - 1), kata.is_number(i + 1)
    return (before and behind) or (before and kata.is_number(i - 2)) or (behind and kata.is_number(i + 2))


def _is_slashed(kata: Kata, i: int) -> bool:
    """Numbers of rules (`239/IX/6`), dates (`31/12/2023`), pairs of years; a quotient in brackets is a value."""
    left = kata.at(i - 1) in _SLASH and kata.glued(i)
    right = kata.at(i + 1) in _SLASH and kata.glued(i + 1) and kata.glued(i + 2)
    if left and right:
        return True
    other = i - 2 if left else i + 2
    return (left or right) and not (kata.is_number(other) and not kata.is_year(other) and kata.kurung[i] > 0)


def _is_one_of(kata: Kata, i: int) -> bool:
    """`1 (satu) Daerah`, `(1) satu`."""
    spelled = kata.at(i + 1) == "(" and kata.at(i + 2) == "satu" and kata.at(i + 3) == ")"
    return spelled and kata.at(i + 4) in ("daerah", "kabupaten", "wilayah", "pintu", "atap")


def _is_age(kata: Kata, i: int) -> bool:
    """Both ends of `0-18 tahun`, and `15 tahun ke atas`; not `target 1-2 tahun`."""
    if not _SMALL.fullmatch(kata.teks[i]):
        return False
    if kata.at(i + 1) == "tahun" and (kata.at(i + 2) == "keatas" or kata.kecil[i + 2 : i + 4] == ["ke", "atas"]):
        return kata.at(i - 1) not in LINKS
    low = i if kata.at(i + 1) in _RENTANG else i - 2 if kata.at(i - 1) in _RENTANG else None
    if low is None or not (kata.is_number(low) and kata.is_number(low + 2)) or kata.at(low + 3) not in _UMUR:
        return False
    whole = _SMALL.fullmatch(kata.teks[low]) and _SMALL.fullmatch(kata.teks[low + 2])
    return bool(whole) and kata.at(low - 1) not in LINKS | _MENGUKUR


def _is_service(kata: Kata, i: int) -> bool:
    """Hours and working days of a service (`layanan 24 jam`, `5 (lima) hari kerja`) that no cue makes a value."""
    if kata.at(i + 1) in ("x", "×") and kata.at(i + 3) in ("jam", "hari"):
        return True
    unit = i + 4 if kata.at(i + 1) == "(" and kata.at(i + 3) == ")" else i + 1
    if kata.at(unit) != "jam" and kata.kecil[unit : unit + 2] != ["hari", "kerja"]:
        return False
    for j in range(i - 1, max(-1, i - 1 - _SEBELUM_JAM), -1):
        if kata.angka[j] or kata.kecil[j] in (",", ";"):
            break
        if kata.kecil[j] in LINKS or kata.kecil[j] in _DIUKUR:
            return False
    return kata.teks[i].isdecimal()


def _is_time(kata: Kata, i: int) -> bool:
    """Both halves of `08:00`."""
    halves = (i, i + 2) if kata.at(i + 1) == ":" else (i - 2, i) if kata.at(i - 1) == ":" else None
    if halves is None or not all(kata.is_number(half) for half in halves):
        return False
    return all(re.fullmatch(r"\d\d", kata.teks[half]) for half in halves) and kata.glued(halves[1])


def _is_constant(kata: Kata, i: int) -> bool:
    """A figure named inside a formula: `(A : B=222.806) x 100`, or left over from a broken one: `x = 100`."""
    if kata.at(i - 1) == "=" and kata.at(i - 2) in ("x", "×"):
        return True
    if kata.at(i - 1) != "=" or not kata.at(i - 2)[:1].isalpha() or kata.at(i + 1) in ("/", ":"):
        return False
    return any(word in ("x", "×", "dikali", "dikalikan") for word in kata.kecil[i + 1 : i + 5])


def _is_address(kata: Kata, i: int) -> bool:
    if not re.fullmatch(r"\d{1,3}", kata.teks[i]) or kata.at(i + 1) in _UNIT_BEHIND or kata.at(i - 1) in LINKS:
        return False
    return any(word in ("jl", "jl.", "jln", "jln.") for word in kata.kecil[max(0, i - 4) : i])


_RULES: tuple[Callable[[Kata, int], bool], ...] = (
    _is_year,
    _is_reference,
    _is_date,
    _is_list_mark,
    _is_serial,
    _is_slashed,
    _is_one_of,
    _is_age,
    _is_service,
    _is_time,
    _is_constant,
    _is_address,
)
