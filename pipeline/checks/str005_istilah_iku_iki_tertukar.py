"""Istilah IKU dan IKI tertukar.

Yang ditemukan
    IKU dipanjangkan sebagai Indikator Kinerja Individu atau IKI sebagai Indikator Kinerja Utama; lembar indikator
    kinerja individu yang kolomnya berjudul Indikator Kinerja Utama; indikator pejabat di bawah pimpinan perangkat
    daerah yang disebut Indikator Kinerja Utama padahal keputusannya menyebutnya individu atau memisahkannya sebagai
    milik pejabat.

Mengapa penting
    Indikator kinerja utama mengukur keberhasilan instansi, indikator kinerja individu mengukur pemegang jabatan;
    istilah yang tertukar membuat ukuran pegawai dilaporkan sebagai ukuran instansi.

Contoh
    Diktum KESATU menyebut Indikator Kinerja Individu (IKU); lembar Kepala Bidang berjudul INDIKATOR KINERJA INDIVIDU,
    tetapi kolomnya INDIKATOR KINERJA UTAMA.

Diam bila
    Lembar itu milik pimpinan instansi; judulnya menyebut keduanya; kolomnya hanya menyebut kinerja utama atau
    indikator kinerja; dokumen tidak menyebut IKI di mana pun, sehingga IKU bagi unit di bawahnya mungkin pilihan
    nama; lembar IKU dan lembar IKI dibuat untuk jenjang jabatan yang berbeda.

Rujukan:
    PER/09/M.PAN/5/2007 Pasal 3 dan 4: IKU ditetapkan bagi kementerian, pemerintah daerah, unit eselon I, SKPD dan unit
    kerja mandiri.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.checks.base import Check, finding, ok, unchecked
from pipeline.checks.base_keputusan import angka, bukti, naskah, potong, sebut_lampiran, sebut_lembar
from pipeline.keputusan.kepala import kepala_kantor
from schemas.finding import Evidence, Expected, Outcome, Severity, Stated
from schemas.keputusan import Jabatan, JenisKeputusan, Keputusan, Teks
from schemas.kinerja import Laporan

_UTAMA = re.compile(r"\bindikator\s+kinerja\s+utama\b|\bIKU\b", re.IGNORECASE)
_INDIVIDU = re.compile(r"\bindikator\s+kinerja\s+individu(?:al)?\b|\bIKI\b", re.IGNORECASE)
_SINGKAT = r"\s*,?\s*(?:yang\s+)?(?:selanjutnya\s+)?(?:disebut|disingkat|\()\s*(?:dengan\s+)?[\"“]?\s*"
_TERTUKAR = (
    (
        re.compile(
            rf"\bindikator\s+kinerja\s+individu(?:al)?{_SINGKAT}IKU\b\)?|\bIKU\s*[(=]\s*indikator\s+kinerja\s+individu",
            re.IGNORECASE,
        ),
        "IKU dipanjangkan sebagai Indikator Kinerja Individu",
        "Indikator Kinerja Utama (IKU)",
    ),
    (
        re.compile(
            rf"\bindikator\s+kinerja\s+utama{_SINGKAT}IKI\b\)?|\bIKI\s*[(=]\s*indikator\s+kinerja\s+utama",
            re.IGNORECASE,
        ),
        "IKI dipanjangkan sebagai Indikator Kinerja Utama",
        "Indikator Kinerja Individu (IKI)",
    ),
)
_BAGI_PEJABAT = re.compile(
    r"\bindikator\s+kinerja\s+utama\s*(?:\(\s*IKU\s*\)\s*)?(?:bagi|untuk|dari)\s+(?:para\s+|setiap\s+|seluruh\s+)?"
    r"(?:pejabat|pegawai|pemangku|pemegang|jabatan|eselon|pelaksana|staf)[^.;]{0,160}",
    re.IGNORECASE,
)
_JENJANG = re.compile(
    r"\beselon\s+(?:iii|iv|v|3|4|5)\b|\b(?:administrator|pengawas|fungsional|pelaksana|staf|individu)\b", re.IGNORECASE
)
_ESELON_DUA = re.compile(r"\beselon\s+(?:ii|2|i|1)\b|\bpimpinan\s+tinggi\b", re.IGNORECASE)
_NOMOR_LAMPIRAN = re.compile(r"\blampiran\b|\b[IVX]{1,4}\b|\b\d{1,2}\b", re.IGNORECASE)
_IKI = "Indikator Kinerja Individu (IKI)"


def run(laporan: Laporan) -> Iterator[Outcome]:
    """Answers for every record: its definitions, its clauses, its sheets."""
    for keputusan in laporan.keputusan:
        if keputusan.jenis is JenisKeputusan.PERJANJIAN:
            continue
        yield from _definisi(keputusan)
        bagi_pejabat = _bagi_pejabat(keputusan)
        if bagi_pejabat is not None:
            yield bagi_pejabat
        else:
            yield from _judul_lembar(keputusan)
        yield from _kepala_kolom(keputusan)


def _definisi(keputusan: Keputusan) -> Iterator[Outcome]:
    """Abbreviations with the name of the other one."""
    teks = list(_bernama(keputusan))
    for pola, pesan, benar in _TERTUKAR:
        salah = [(bagian, item, cocok) for bagian, item in teks if (cocok := pola.search(item.text)) is not None]
        if not salah:
            continue
        tempat = ", ".join(dict.fromkeys(bagian for bagian, *_ in salah))
        yield finding(
            CHECK,
            subject=salah[0][2].group(0),
            message=f"{pesan} dalam {tempat}: “{potong(salah[0][2].group(0))}”.",
            stated=Stated(text=salah[0][2].group(0)),
            expected=Expected(text=benar, rule="PER/09/M.PAN/5/2007"),
            evidence=[bukti(item, "definisi", bagian) for bagian, item, _ in salah],
        )
    if any(_UTAMA.search(item.text) or _INDIVIDU.search(item.text) for _, item in teks):
        yield ok()


def _bernama(keputusan: Keputusan) -> Iterator[tuple[str, Teks]]:
    """Texts of the document's own words: its body, headings of annexes and of sheets."""
    yield from ((bagian, teks) for bagian, teks in naskah(keputusan) if bagian != "mengingat")
    for lampiran in keputusan.lampiran:
        if lampiran.judul is not None:
            yield sebut_lampiran(lampiran), lampiran.judul
    for jabatan in keputusan.jabatan:
        if jabatan.judul is not None:
            yield "judul lembar", jabatan.judul


def _bagi_pejabat(keputusan: Keputusan) -> Outcome | None:
    """A clause that gives main indicators to officials below the head, and the annexes with them."""
    for diktum in keputusan.diktum:
        cocok = _BAGI_PEJABAT.search(diktum.teks.text)
        if cocok is None or not _JENJANG.search(cocok.group(0)):
            continue
        if _ESELON_DUA.search(cocok.group(0)):
            return unchecked("indikator kinerja utama itu juga bagi pimpinan")
        nomor = _nomor(cocok.group(0))
        lembar = [item for item in _lembar_utama(keputusan) if _urut_lampiran(keputusan, item) in nomor]
        nama = dict.fromkeys(sebut_lampiran(keputusan.lampiran[item.lampiran or 0]) for item in lembar)
        judul = f"; {', '.join(nama)} berjudul Indikator Kinerja Utama" if nama else ""
        return finding(
            CHECK,
            subject=f"istilah Indikator Kinerja Utama bagi pejabat dalam diktum {diktum.nama}",
            message=f"Diktum {diktum.nama} menamai indikator pejabat “Indikator Kinerja Utama”: "
            f"“{potong(cocok.group(0))}”{judul}. Ukuran pemegang jabatan adalah {_IKI}.",
            stated=Stated(text=potong(cocok.group(0))),
            expected=Expected(text=_IKI, rule="PER/09/M.PAN/5/2007"),
            evidence=[
                bukti(diktum.teks, "diktum", diktum.nama),
                *(bukti(item.judul, "judul", "judul lembar") for item in lembar if item.judul is not None),
            ],
        )
    return None


def _nomor(teks: str) -> set[int]:
    """Numbers of annexes named behind the word `lampiran`."""
    sesudah = teks.lower().partition("lampiran")[2]
    return {urut for kata in _NOMOR_LAMPIRAN.findall(sesudah) if (urut := angka(kata)) is not None}


def _urut_lampiran(keputusan: Keputusan, jabatan: Jabatan) -> int | None:
    if jabatan.lampiran is None:
        return None
    nomor = keputusan.lampiran[jabatan.lampiran].nomor
    return angka(nomor) if nomor is not None else None


def _jenis(teks: Teks | None) -> str | None:
    """`utama` or `individu`; None for a text that says neither or both."""
    if teks is None:
        return None
    utama, individu = bool(_UTAMA.search(teks.text)), bool(_INDIVIDU.search(teks.text))
    return None if utama == individu else "utama" if utama else "individu"


def _lembar_utama(keputusan: Keputusan) -> list[Jabatan]:
    return [item for item in keputusan.jabatan if _jenis(item.judul) == "utama"]


def _individu(keputusan: Keputusan, jabatan: Jabatan) -> bool:
    """Whether a sheet is one of individual indicators, by its heading or, without one, by that of its annex."""
    if jabatan.judul is not None or jabatan.lampiran is None:
        return _jenis(jabatan.judul) == "individu"
    return _jenis(keputusan.lampiran[jabatan.lampiran].judul) == "individu"


def _bawahan(jabatan: Jabatan) -> bool:
    """Whether the sheet is one of a position below the head of the office."""
    return jabatan.jabatan is not None and not kepala_kantor(jabatan.jabatan.text)


def _judul_lembar(keputusan: Keputusan) -> Iterator[Outcome]:
    """Sheets of positions headed as main indicators in a document that has individual ones."""
    utama = [item for item in _lembar_utama(keputusan) if _bawahan(item)]
    if not utama:
        return
    if not any(_INDIVIDU.search(teks.text) for _, teks in _bernama(keputusan)):
        yield unchecked("dokumen tidak menyebut IKI; IKU bagi unit di bawah instansi mungkin pilihan nama")
        return
    individu = [item for item in keputusan.jabatan if _jenis(item.judul) == "individu" and _bawahan(item)]
    salah = [item for item in utama if not individu or _jenjang(item) in {_jenjang(lain) for lain in individu}]
    if not salah:
        yield unchecked("lembar IKU dan lembar IKI untuk jenjang jabatan yang berbeda")
        return
    yield _temuan_lembar(
        salah, "lembar jabatan berjudul Indikator Kinerja Utama, sedangkan dokumen ini menyebutnya IKI", "judul"
    )


def _jenjang(jabatan: Jabatan) -> str:
    """First words of a position, which tell its level (`kepala bidang`, `kasi`)."""
    kata = jabatan.jabatan.text.lower().split() if jabatan.jabatan is not None else []
    return " ".join(kata[:2] if kata[:1] in (["kepala"], ["sub"], ["ketua"]) else kata[:1])


def _kepala_kolom(keputusan: Keputusan) -> Iterator[Outcome]:
    """Columns headed with the other term than their sheet."""
    individu = [item for item in keputusan.jabatan if _individu(keputusan, item) and _bawahan(item)]
    utama = _lembar_utama(keputusan)
    for lembar, lawan, pesan in (
        (individu, "utama", "lembar Indikator Kinerja Individu (IKI) berkolom Indikator Kinerja Utama"),
        (utama, "individu", "lembar Indikator Kinerja Utama (IKU) berkolom Indikator Kinerja Individu"),
    ):
        salah = [item for item in lembar if any(_jenis(kepala) == lawan for kepala in item.kepala)]
        if salah:
            yield _temuan_lembar(salah, pesan, lawan)
        yield from (ok() for item in lembar if item not in salah)


def _temuan_lembar(lembar: Sequence[Jabatan], pesan: str, bagian: str) -> Outcome:
    """One finding for all sheets of a kind; the evidence is the title, or the column headed with the wrong term."""
    nama = list(dict.fromkeys(sebut_lembar(item) for item in lembar))
    contoh = "; ".join(nama[:5]) + (f"; dan {len(nama) - 5} lainnya" if len(nama) > 5 else "")
    benar = "Indikator Kinerja Utama" if bagian == "individu" else "Indikator Kinerja Individu"
    return finding(
        CHECK,
        subject=pesan[0].upper() + pesan[1:],
        message=f"{len(lembar)} {pesan}: {contoh}.",
        expected=Expected(text=benar, rule="PER/09/M.PAN/5/2007"),
        evidence=[item for satu in lembar for item in _bukti_lembar(satu, bagian)],
    )


def _bukti_lembar(jabatan: Jabatan, bagian: str) -> Iterator[Evidence]:
    if bagian == "judul":
        if jabatan.judul is not None:
            yield bukti(jabatan.judul, "judul", sebut_lembar(jabatan))
        return
    kepala = next(item for item in jabatan.kepala if _jenis(item) == bagian)
    yield bukti(kepala, "kolom", sebut_lembar(jabatan))


CHECK = Check(code="STR005", name="istilah-iku-iki-tertukar", severity=Severity.PRESENTATION, run=run, doc=__doc__)
