"""The indicators of decrees and agreements: names, units, and the targets they set for years."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.angka_id import parse_angka
from pipeline.ikhtisar.nama_lama import pisah_nama_lama
from pipeline.ikhtisar.pemilik import lembar_kantor
from pipeline.normalise.nama.cari import cari_kamus
from pipeline.normalise.nama.urai import Konteks, baca_nama, konteks_laporan
from pipeline.normalise.satuan import kenali_satuan, satuan_dalam_kurung
from schemas.angka import Angka, AngkaKind
from schemas.keputusan import Indikator, Jabatan, JenisKeputusan, Keputusan, Teks
from schemas.kinerja import Arah, Baris, Fakta, Kind, Laporan, Part, Tabel
from schemas.tautan import IndikatorDokumen, JenisDokumen, Kantor, Sebutan

_TAHUN = re.compile(r"\btahun\s*(?:anggaran\s*)?:?\s*(20\d\d)\b", re.IGNORECASE)
_IKU = re.compile(r"indikator\s+kinerja\s+utama|\bIKU\b", re.IGNORECASE)
_PERORANGAN = re.compile(r"individu|perorangan|\bIKI\b", re.IGNORECASE)
_RINCI = re.compile(r"(?:^|\s)[-–•▪]\s*(?=[^\W\d_])")
_BELUM_DIISI = re.compile(r"\.{2,}|…|_{2,}|(?:^|/)\s*(?=/|$)")
_NOMOR_TERPANJANG = 40
_AKHIR_TAHUN = re.compile(
    r"\b(?:oktober|nopember|november|desember)\b|(?<=[-/.])1[0-2](?=[-/.]\s*20\d\d)", re.IGNORECASE
)
_OKTOBER = re.compile(r"oktober|10", re.IGNORECASE)
_TERKECIL = 2
_NILAI = (AngkaKind.NUMBER, AngkaKind.RANGE, AngkaKind.OPERATOR)
_KOSONG = (AngkaKind.NIL, AngkaKind.BLANK)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Butir:
    """One indicator of one sheet, or one item of an indicator that lists several.

    Attributes:
        lembar: position of its sheet among all sheets of the document.
        target: (year, text) of the targets that a year is known for.
    """

    lembar: int
    indikator: Indikator
    nama: str
    induk: str
    satuan: str | None
    target: tuple[tuple[int, str, Teks], ...]
    utama: bool
    judul: str | None


def indikator_keputusan(laporan: Laporan, jenis: JenisDokumen, kantor: Kantor | None) -> tuple[IndikatorDokumen, ...]:
    """The indicators of all decrees or agreements of a document, those of equal name in several of them as one.

    Of an agreement only sheets of the office and its head count; of a decree only their indicators are main ones.
    """
    konteks = konteks_laporan(laporan.metadata)
    per_nama: dict[tuple[str, str, int], list[_Butir]] = {}
    for lembar in _lembar(laporan, jenis, kantor):
        kali: dict[tuple[str, str], int] = {}
        for item in lembar:
            kunci = (baca_nama(item.induk, konteks).rapat if item.induk else "", baca_nama(item.nama, konteks).rapat)
            kali[kunci] = kali.get(kunci, 0) + 1
            per_nama.setdefault((*kunci, kali[kunci]), []).append(item)
    return tuple(
        _indikator(group, f"{kode}--{urut}" if urut > 1 else kode, konteks)
        for (_, _, urut), group in per_nama.items()
        if (kode := _kode(group[0], konteks))
    )


def _kode(butir: _Butir, konteks: Konteks) -> str:
    """The words of an indicator and of its heading, written like the identity of a row of a report."""
    texts = [butir.induk, butir.nama] if butir.induk else [butir.nama]
    return "--".join("-".join(baca_nama(text, konteks).kata) for text in texts)


def nomor_keputusan(keputusan: Sequence[Keputusan]) -> str | None:
    """The number of the only decree among records, None where it is blank, too long or one of several."""
    isian = [item.nomor for item in keputusan if item.jenis is JenisKeputusan.KEPUTUSAN]
    if len(isian) != 1 or isian[0] is None or isian[0].isi is None:
        return None
    nomor = " ".join(isian[0].isi.text.split()).strip(" .:")
    utuh = len(nomor) <= _NOMOR_TERPANJANG and any(char.isdigit() for char in nomor)
    return nomor if utuh and not _BELUM_DIISI.search(nomor) else None


def tahun_ditetapkan(keputusan: Sequence[Keputusan], masa: tuple[int, int] | None) -> int | None:
    """The year in which a decree was made, for one whose title names the years that it holds for; else None.

    A year that only the title could have said is one of those years, not that in which it was made.
    """
    if masa is None:
        return None
    dibuat = [item.tahun for item in keputusan if item.jenis is JenisKeputusan.KEPUTUSAN and _bertanggal(item)]
    return next((tahun for tahun in dibuat if tahun is not None), None)


def _bertanggal(keputusan: Keputusan) -> bool:
    """Whether date or number say a year."""
    isian = [
        item.isi.text for item in (keputusan.tanggal, keputusan.nomor) if item is not None and item.isi is not None
    ]
    return any(re.search(rf"(?<!\d){keputusan.tahun}(?!\d)", text) for text in isian)


def tahun_tertulis(keputusan: Sequence[Keputusan]) -> int | None:
    """The year that the title of a decree or agreement says, the first that does; None without."""
    return next((tahun for item in keputusan if (tahun := _tahun_judul(item)) is not None), None)


def _tahun_judul(keputusan: Keputusan) -> int | None:
    juduls = [keputusan.tentang, *(jabatan.judul for jabatan in keputusan.jabatan)]
    match = next((match for teks in juduls if teks is not None and (match := _TAHUN.search(teks.text))), None)
    return int(match[1]) if match is not None else None


def _lembar(laporan: Laporan, jenis: JenisDokumen, kantor: Kantor | None) -> Iterator[list[_Butir]]:
    """The indicators of every sheet that counts; of a decree also those of subordinates, without their targets."""
    nomor = 0
    for item in laporan.keputusan:
        tahun = _tahun_janji(item, laporan) if item.jenis is JenisKeputusan.PERJANJIAN else None
        for jabatan in item.jabatan:
            nomor += 1
            sendiri = lembar_kantor(item, jabatan, kantor)
            if sendiri or jenis is JenisDokumen.KEPUTUSAN:
                utama = sendiri and _lembar_iku(item, jabatan)
                butir = [piece for one in jabatan.indikator for piece in _butir(nomor, jabatan, one, tahun, utama)]
                yield butir if sendiri else [replace(piece, target=()) for piece in butir]


def _tahun_janji(keputusan: Keputusan, laporan: Laporan) -> int | None:
    """The year that an agreement is made for: of its title, its number or date, else of the file that holds only it.

    One signed in November or December whose title says no year may be for the next one: None.
    """
    tertulis = _tahun_judul(keputusan)
    bulan = _bulan_akhir(keputusan)
    if tertulis is None and bulan and _OKTOBER.fullmatch(bulan) is None:
        return None
    tahun = tertulis or keputusan.tahun
    return tahun or (laporan.metadata.tahun if len(laporan.keputusan) == 1 else None)


def _bulan_akhir(keputusan: Keputusan) -> str:
    """The month of its date where that is one of the last three, else ""."""
    isi = keputusan.tanggal.isi if keputusan.tanggal is not None else None
    match = _AKHIR_TAHUN.search(isi.text) if isi is not None else None
    return match[0] if match is not None else ""


def akhir_tahun(keputusan: Sequence[Keputusan]) -> bool:
    """Whether decrees were made in the last three months of a year that no title of them says."""
    return any(
        _bulan_akhir(item) and str(item.tahun) not in _teks_judul(item)
        for item in keputusan
        if item.jenis is JenisKeputusan.KEPUTUSAN
    )


def _teks_judul(keputusan: Keputusan) -> str:
    juduls = [keputusan.tentang, *(jabatan.judul for jabatan in keputusan.jabatan)]
    return " ".join(teks.text for teks in juduls if teks is not None)


def _lembar_iku(keputusan: Keputusan, jabatan: Jabatan) -> bool:
    """Whether a sheet is one of main indicators: by its heading, without one by the title of its decree."""
    judul = jabatan.judul or (keputusan.tentang if jabatan.jabatan is None else None)
    text = judul.text if judul is not None else ""
    return _IKU.search(text) is not None and _PERORANGAN.search(text) is None


def _butir(lembar: int, jabatan: Jabatan, indikator: Indikator, tahun: int | None, utama: bool) -> Iterator[_Butir]:
    """The indicator, or what it lists where every target has as many numbers as the list has items."""
    target = _bertahun(indikator, tahun)
    satu = _Butir(
        lembar=lembar,
        indikator=indikator,
        nama=" ".join(indikator.indikator.text.split()),
        induk="",
        satuan=_satuan(indikator),
        target=tuple((year, teks.text, teks) for year, teks in target),
        utama=utama,
        judul=jabatan.judul.text if jabatan.judul is not None else None,
    )
    induk, *rinci = (part.strip() for part in _RINCI.split(satu.nama))
    kolom = [(year, teks, teks.text.split()) for year, teks in target]
    if len(rinci) < _TERKECIL or not induk or not all(_sebanyak(tokens, len(rinci)) for *_, tokens in kolom):
        yield satu
        return
    for at, nama in enumerate(rinci):
        milik = tuple((year, tokens[at], teks) for year, teks, tokens in kolom)
        yield replace(satu, nama=nama, induk=induk.rstrip(" :"), target=milik)


def _sebanyak(tokens: Sequence[str], banyak: int) -> bool:
    return len(tokens) == banyak and all(parse_angka(token).kind is AngkaKind.NUMBER for token in tokens)


def _bertahun(indikator: Indikator, tahun: int | None) -> list[tuple[int, Teks]]:
    """Targets with their year; those without one are of the document's, unless several are (parts of a year)."""
    tanpa = [teks for year, teks in indikator.target if year is None]
    found = [(year, teks) for year, teks in indikator.target if year is not None]
    if tahun is not None and len(tanpa) == 1 and all(year != tahun for year, _ in found):
        found.append((tahun, tanpa[0]))
    return found


def _satuan(indikator: Indikator) -> str | None:
    """The unit from its column, the name's brackets, or the numbers."""
    texts = [indikator.satuan.text] if indikator.satuan is not None else []
    for text in texts:
        found = kenali_satuan(text)
        return found.nama if found is not None else " ".join(text.split())
    kurung = satuan_dalam_kurung(indikator.indikator.text)
    if kurung is not None:
        return kurung.nama
    return next((satuan for _, teks in indikator.target if (satuan := _satuan_angka(parse_angka(teks.text)))), None)


def _satuan_angka(angka: Angka) -> str | None:
    if angka.percent:
        return "%"
    return angka.unit if angka.value is not None and angka.unit and kenali_satuan(angka.unit) else None


def _indikator(group: Sequence[_Butir], kode: str, konteks: Konteks) -> IndikatorDokumen:
    first = group[0]
    nama, dahulu = pisah_nama_lama(item.nama for item in group)
    kamus = cari_kamus(baca_nama(nama[0], konteks))
    sebutan = [pair for item in group for pair in _sebutan(item)]
    return IndikatorDokumen(
        kode=kode,
        baku=kamus.kode if kamus is not None else None,
        nama=nama,
        satuan=next((item.satuan for item in group if item.satuan), None),
        arah=Arah.TIDAK_DIKETAHUI,
        sebutan=tuple(item for item in sebutan if item.fakta.angka.kind in _NILAI),
        place=first.indikator.indikator.place,
        induk=first.induk,
        utama=any(item.utama for item in group),
        tak_sah=tuple(item.tahun for item in sebutan if item.fakta.angka.kind not in (*_NILAI, *_KOSONG)),
        dahulu=dahulu,
    )


def _sebutan(item: _Butir) -> Iterator[Sebutan]:
    """The targets as printings of a table that bears the title of the sheet."""
    indikator = item.indikator
    place = indikator.indikator.place
    tabel = Tabel(
        index=item.lembar,
        number=indikator.table,
        caption=item.judul,
        kind=Kind.PERJANJIAN,
        kolom=(),
        baris=(),
        place=place,
    )
    label = f"{item.induk}: {item.nama}" if item.induk else item.nama
    baris = Baris(table=item.lembar, row=indikator.row, sub=indikator.sub, label=label, satuan=item.satuan, place=place)
    for tahun, text, teks in item.target:
        fakta = Fakta(
            part=Part.TARGET,
            angka=parse_angka(text),
            place=teks.place,
            row=indikator.row,
            col=0,
            header=f"Target {tahun}",
            year=tahun,
        )
        yield Sebutan(tabel=tabel, baris=baris, fakta=fakta, tahun=tahun)
