"""What a line opens by its first words: parts of a decree's body, annex headings, headings and labels of sheets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Pembuka(StrEnum):
    """What a line may open."""

    PEMERINTAH = "pemerintah"
    KEPUTUSAN = "keputusan"
    NOMOR = "nomor"
    TANGGAL = "tanggal"
    TENTANG = "tentang"
    MENIMBANG = "menimbang"
    MENGINGAT = "mengingat"
    MEMPERHATIKAN = "memperhatikan"
    MEMUTUSKAN = "memutuskan"
    MENETAPKAN = "menetapkan"
    DIKTUM = "diktum"
    PASAL = "pasal"
    DITETAPKAN = "ditetapkan"
    TEMPAT_TANGGAL = "tempat-tanggal"
    TEMBUSAN = "tembusan"
    LAMPIRAN = "lampiran"
    JUDUL = "judul"
    UNIT = "unit"
    VISI = "visi"
    MISI = "misi"
    TUJUAN = "tujuan"
    SASARAN = "sasaran"
    JABATAN = "jabatan"
    PEMANGKU = "pemangku"
    TUGAS = "tugas"
    FUNGSI = "fungsi"
    TABEL = "tabel"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bukaan:
    """What a line opens.

    Attributes:
        label: its words as printed, without list mark and colon; tanda: the list mark in front of them.
        sisa: what is printed behind, from character `awal` of the line on.
        titik_dua: a colon stands behind the label.
    """

    jenis: Pembuka
    label: str
    sisa: str
    awal: int
    titik_dua: bool
    tanda: str = ""


_MARK = r"\s*(?P<tanda>\(?(?:\d{1,2}|[A-Za-z]|[IVXivx]{1,4})[.)]{1,2}(?!\d)\s*)?"
_COLON = r"\s*(?P<titik>[:;=])?\s*"
_UPPER_END = r"(?![A-Za-z])"
_FORM: tuple[tuple[Pembuka, str], ...] = (
    (
        Pembuka.UNIT,
        r"nama\s+unit(?:\s+(?:organisasi|kerja|eselon\s+\w+))?|unit\s+(?:organisasi|kerja)|nama\s+(?:organisasi|perangkat\s+daerah|opd"
        r"|skpd|instansi|dinas|badan|satuan\s+kerja|bidang|lembaga)|perangkat\s+daerah|opd|skpd|instansi|organisasi",
    ),
    (Pembuka.JABATAN, r"nama\s+jabatan|jabatan(?:\s+(?:struktural|fungsional|pelaksana)(?=\s*:))?"),
    (
        Pembuka.PEMANGKU,
        r"nama(?:\s+(?:pejabat|pegawai|pns|asn|lengkap))?|n\.?i\.?p\.?|pangkat(?:\s*[,/]\s*gol\w*\.?(?:\s*[,/]?\s*ruang)?)?|eselon",
    ),
    (
        Pembuka.TUGAS,
        r"tugas(?:\s+pokok)?\s*(?:dan|&|,)\s*fungsi|(?:uraian|rincian|ikhtisar|pokok)\s+tugas(?:\s+(?:pokok|jabatan))?"
        r"|ikhtisar(?:\s+jabatan)?|tugas(?:\s+(?:pokok|utama|jabatan))?|tugasi|tupoksi",
    ),
    (Pembuka.FUNGSI, r"(?:uraian|rincian)\s+fungsi|fungsi(?:\s+jabatan)?"),
    (Pembuka.VISI, r"visi(?:\s+[\w/]+){0,4}"),
    (Pembuka.MISI, r"misi(?:\s+[\w/]+){0,4}"),
    (Pembuka.TUJUAN, r"tujuan(?:\s+[\w/]+){0,4}"),
    (Pembuka.SASARAN, r"sasaran(?:\s+[\w/]+){0,4}"),
    (Pembuka.TABEL, r"(?:tabel\s+)?indikator\s+kinerja(?:\s+(?:utama|individu(?:al)?|kunci))?(?:\s*\(\w{2,4}\))?"),
)
_FORMS = tuple(
    (
        kind,
        re.compile(
            rf"{_MARK}(?P<label>{words}){_UPPER_END}\s*(?P<titik>:)?\s*(?P<sisa>.*)$", re.IGNORECASE | re.DOTALL
        ),
    )
    for kind, words in _FORM
)
_NUMERAL = (
    r"(?:KESATU|PERTAMA|KE\s?(?:DUA|TIGA|EMPAT|LIMA|ENAM|TUJUH|DELAPAN|SEMBILAN|SEPULUH|SEBELAS)"
    r"(?:\s?(?:BELAS|PULUH(?:\s(?:SATU|DUA|TIGA|EMPAT|LIMA|ENAM|TUJUH|DELAPAN|SEMBILAN))?))?)"
)
_K = r"(?:K|[Il1]\()"
"""A scan reads K as `I(`."""

_SPACED = rf"M\s?E\s?M\s?U\s?T\s?U\s?S\s?{_K}\s?A\s?N"
_BODY: tuple[tuple[Pembuka, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.DOTALL))
    for kind, pattern in (
        (Pembuka.MENIMBANG, rf"\s*(?P<label>M(?:enimbang|ENIMBANG)){_UPPER_END}{_COLON}(?P<sisa>.*)$"),
        (Pembuka.MENGINGAT, rf"\s*(?P<label>M(?:engingat|ENGINGAT)){_UPPER_END}{_COLON}(?P<sisa>.*)$"),
        (
            Pembuka.MEMPERHATIKAN,
            rf"\s*(?P<label>M(?:emperhatikan|EMPERHATIKAN|embaca|EMBACA|endengar|ENDENGAR)){_UPPER_END}{_COLON}(?P<sisa>.*)$",
        ),
        (Pembuka.MEMUTUSKAN, rf"\W*(?P<label>{_SPACED}|Memutuskan)\s*(?P<titik>[:;=])?\s*(?P<sisa>)$"),
        (Pembuka.MENETAPKAN, rf"\s*(?P<label>M(?:enetapkan|ENETAPKAN)){_UPPER_END}{_COLON}(?P<sisa>.*)$"),
        (Pembuka.DIKTUM, rf"\s*(?P<label>(?=[A-Z])(?i:{_NUMERAL})){_UPPER_END}{_COLON}(?P<sisa>.*)$"),
        (
            Pembuka.PASAL,
            r"\s*(?P<label>Pasal\s+\d{1,3}|PASAL\s+\d{1,3}|BAB\s+[IVXL\d]{1,6})\s*(?P<titik>)(?P<sisa>[^a-z]*)$",
        ),
        (
            Pembuka.DITETAPKAN,
            r"\s*(?P<label>(?:D|d)(?:itetapkan|ikeluarkan|ibuat|iundangkan)\s+di|D(?:ITETAPKAN|IKELUARKAN|IBUAT|IUNDANGKAN)\s+DI)"
            rf"{_UPPER_END}{_COLON}(?P<sisa>.*)$",
        ),
        (
            Pembuka.DITETAPKAN,
            r"\s*(?P<label>P(?:ada|ADA)\s+[Tt](?:anggal|ANGGAL))\s*(?=:|\d|\.\.|$)(?P<titik>:)?\s*(?P<sisa>.*)$",
        ),
        (
            Pembuka.TEMBUSAN,
            r"\s*(?P<label>T(?:embusan|EMBUSAN)(?:\s+\w+){0,4}|S(?:alinan|ALINAN)\s+(?:\w+\s+){0,6}(?:disampaikan|diberikan|DISAMPAIKAN)"
            r"(?:\s+\w+){0,4})[\s.]*(?P<titik>[:;])?\s*(?P<sisa>.{0,80})$",
        ),
    )
)
_FIELDS: tuple[tuple[Pembuka, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"\s*(?P<label>{words}){_UPPER_END}{_COLON}(?P<sisa>.*)$", re.DOTALL))
    for kind, words in (
        (Pembuka.NOMOR, r"NOMOR|Nomor|NO\.?|No\.?"),
        (Pembuka.TANGGAL, r"TANGGAL|Tanggal|TGL\.?|Tgl\.?"),
        (Pembuka.TENTANG, r"TENTANG|Tentang"),
    )
)
_DOCUMENT = rf"(?:SURAT\s+{_K}EPUTUSAN|{_K}EPUTUSAN|PERATURAN|INSTRUKSI|SURAT\s+EDARAN|SK)"
_ANNEX_NUMBER = r"(?:[IVXLl1]{1,6}|\d{1,2}|[A-Z])"
_ANNEX = re.compile(
    rf"\s*(?P<label>LAMPIRAN|Lampiran)(?![A-Za-z])\s*(?P<nomor>(?:{_ANNEX_NUMBER})(?![A-Za-z\d]))?\s*[.)]?\s*(?P<titik>[:;])?\s*(?P<sisa>.*)$",
    re.DOTALL,
)
_ANNEX_OF = re.compile(rf"{_DOCUMENT}(?![A-Za-z])", re.IGNORECASE)
_SENTENCE = re.compile(
    r"\b(?:ini|tersebut|merupakan|sebagaimana|yang|tercantum|adalah|dan\s+lampiran|tidak\s+terpisahkan)\b"
)
_TITLE = re.compile(
    rf"\s*(?P<label>(?:SALINAN\s+)?(?:SURAT\s+{_K}EPUTUSAN|{_K}EPUTUSAN(?:\s+BERSAMA)?|PERATURAN|INSTRUKSI))(?![A-Za-z])(?P<titik>)\s*(?P<sisa>[^a-z]*)$"
)
_GOVERNMENT = re.compile(
    r"\s*(?P<label>PEMERINTAH(?:AN)?)\s+(?P<titik>)(?P<sisa>(?:KAB|KOTA|PROV|DAERAH|DESA|KEC|ACEH|DKI)[^a-z]*)$"
    r"|\s*(?P<label2>Pemerintah)\s+(?P<sisa2>(?:Kab|Kota|Prov|Daerah)[A-Z\w. ]{2,60})$"
)
_SHEET = re.compile(
    r"\s*(?:(?:LAMPIRAN|PENETAPAN|REVIU|REVISI|PERUBAHAN|MATRIKS?|FORMULIR|FORM|TABEL|DAFTAR|URAIAN|RUMUSAN)\s+)*"
    r"INDIKATOR\s+KINERJA(?:\s+(?:UTAMA|INDIVIDU(?:AL)?|KUNCI|DAERAH|SASARAN|TUJUAN|PROGRAM|KEGIATAN))?"
    r"(?:\s*\(?\s*\bIK[A-Z]{1,2}\b\s*\)?)?(?P<ekor>.*)$",
    re.IGNORECASE,
)
_SHEET_TAIL = re.compile(
    r"[\s:]*(?:$|(?:DAN|TAHUN|DINAS|BADAN|KANTOR|KECAMATAN|KELURAHAN|SEKRETARIAT|SEKRETARIS|INSPEKTORAT|BAGIAN|BIDANG|SEKSI|SUB|UPTD?"
    r"|SATUAN|RSUD|RUMAH|BALAI|PUSKESMAS|KEPALA|PEJABAT|ESELON|JABATAN|PERANGKAT|PEMERINTAH|KABUPATEN|KOTA|PROVINSI|BIRO"
    r"|UNIT|OPD|SKPD|PADA|TINGKAT|DI|PELAKSANA|ADMINISTRATOR|PENGAWAS|STAF|T\.?A)\b.*$|[(/\d–-].*$)",
    re.IGNORECASE,
)
_MONTHS = (
    r"(?:Januari|Pebruari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|Nopember|November|Desember)"
)
_PLACE_DATE = re.compile(
    r"\s*(?P<label>[A-Z][A-Za-z .]{2,30}),\s*(?P<titik>)"
    rf"(?P<sisa>(?:\d{{1,2}}|[.…_\s]*)\s*(?:{_MONTHS}|[.…_]{{2,}})?\s*(?:20\d\d|[.…_]{{2,}}))\s*$",
    re.IGNORECASE,
)
_THIS = re.compile(r"\bINI\b")
_LABEL = re.compile(r"\s*(?:\(?(?:\d{1,2}|[A-Z])[.)]\s*)?[A-Z][A-Za-z/&()]*(?: [A-Za-z/&()]+){0,3}\s*:(?:\s|$)")
_MAX_HEADING = 130


def read_bukaan(text: str) -> Bukaan | None:
    """What a line opens by its words alone; where it stands decides whether it does (`zona`)."""
    for kind, pattern in _BODY:
        match = pattern.match(text)
        if match is not None:
            return _opened(kind, match)
    if is_annex_heading(text):
        match = _ANNEX.match(text)
        return _opened(Pembuka.LAMPIRAN, match) if match is not None else None
    if is_sheet_heading(text):
        return Bukaan(jenis=Pembuka.JUDUL, label="", sisa=text.strip(), awal=0, titik_dua=False)
    for kind, pattern in (
        *_FIELDS,
        (Pembuka.KEPUTUSAN, _TITLE),
        *_FORMS,
        (Pembuka.TEMPAT_TANGGAL, _PLACE_DATE),
    ):
        match = pattern.match(text)
        if match is not None:
            return _opened(kind, match)
    match = _GOVERNMENT.match(text)
    if match is not None:
        return Bukaan(jenis=Pembuka.PEMERINTAH, label="", sisa=text.strip(), awal=0, titik_dua=False)
    return None


def _opened(kind: Pembuka, match: re.Match[str]) -> Bukaan:
    groups = match.groupdict()
    return Bukaan(
        jenis=kind,
        label=" ".join(groups["label"].split()),
        sisa=(groups["sisa"] or "").strip(),
        awal=match.start("sisa"),
        titik_dua=bool(groups.get("titik")),
        tanda=(groups.get("tanda") or "").strip().strip("().") or (groups.get("nomor") or ""),
    )


def is_annex_heading(text: str) -> bool:
    """Whether a line heads an annex: `LAMPIRAN II : KEPUTUSAN …`, `Lampiran Keputusan Kepala Dinas`, `LAMPIRAN`."""
    match = _ANNEX.match(text)
    if match is None or len(text) > 4 * _MAX_HEADING:
        return False
    rest = match["sisa"]
    if not rest:
        return True
    capitals = match["label"].isupper()
    if _THIS.search(rest.split(" TENTANG ")[0]):
        return False
    if not capitals and _SENTENCE.search(rest.split(" tentang ")[0]):
        return False
    if match["nomor"] and is_sheet_heading(rest):
        return True
    of_document = bool(_ANNEX_OF.match(rest))
    return of_document or (capitals and bool(match["titik"])) or (bool(match["titik"]) and bool(match["nomor"]))


def is_unknown_label(text: str) -> bool:
    """Whether a line begins with words and a colon like a label of a form, though none of the known ones."""
    return bool(_LABEL.match(text))


def is_sheet_heading(text: str) -> bool:
    """Whether a line heads a sheet: `INDIKATOR KINERJA INDIVIDU`, `INDIKATOR KINERJA UTAMA (IKU) DINAS …`."""
    stripped = text.strip()
    match = _SHEET.match(stripped)
    if match is None or len(stripped) > _MAX_HEADING or stripped.endswith((",", ";", ".")):
        return False
    if not _SHEET_TAIL.match(match["ekor"]):
        return False
    words = [word for word in re.findall(r"[A-Za-z]+", stripped) if len(word) > 3]
    return all(word[0].isupper() for word in words)


def sheet_tail(text: str) -> str:
    """What a heading of a sheet prints behind its first words; any other text whole."""
    match = _SHEET.match(text.strip())
    return text if match is None else match["ekor"].strip(" :-–")


def is_form_label(text: str, *, colon: bool) -> bool:
    """Whether a text is a label of a decree or form and nothing else; with `colon`, one may carry its value."""
    for _, pattern in (*_FORMS, *_FIELDS, *_BODY):
        match = pattern.match(text.strip())
        if match is not None and (not match["sisa"].strip() or (colon and match["titik"])):
            return True
    return False
