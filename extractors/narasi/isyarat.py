"""Cue words of report prose: which words give the number behind them its role, as tables for spaCy's phrase matcher."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from extractors.narasi.bukan_nilai import moves_from
from extractors.narasi.kata import Kata, word_set
from schemas.narasi import ArahKata

if TYPE_CHECKING:
    from spacy.matcher import PhraseMatcher
    from spacy.vocab import Vocab


class Jenis(StrEnum):
    """What a cue says of the number behind it.

    CAPAIAN_LEMAH ("capaian") also stands for a realisasi; SAMPAI ("mencapai") is a verb between a stronger cue and
    the number as well; BELANJA words may be the second half of a cue ("realisasi belanja"); KABUR words name two
    roles or none, and take the role away.
    """

    TARGET = "target"
    REALISASI = "realisasi"
    CAPAIAN = "capaian"
    CAPAIAN_LEMAH = "capaian lemah"
    SAMPAI = "sampai"
    ANGGARAN = "anggaran"
    BELANJA = "belanja"
    SERAPAN = "serapan"
    SISA = "sisa"
    FISIK = "fisik"
    VOLUME = "volume"
    NAIK = "naik"
    TURUN = "turun"
    LEBIH = "lebih"
    KURANG = "kurang"
    SELISIH = "selisih"
    MENJADI = "menjadi"
    RINCI = "rinci"
    SISANYA = "sisanya"
    KABUR = "kabur"


ARAH: dict[Jenis, ArahKata | None] = {
    Jenis.NAIK: ArahKata.NAIK,
    Jenis.LEBIH: ArahKata.NAIK,
    Jenis.TURUN: ArahKata.TURUN,
    Jenis.KURANG: ArahKata.TURUN,
    Jenis.SELISIH: None,
}
"""Cues of a difference and which way they point."""

_FRASA: dict[Jenis, str] = {
    Jenis.TARGET: """
        target | ditargetkan | menargetkan | target kinerja | target realisasi | target capaian |
        target capaian kinerja | target pencapaian | target indikator | target kinerja sasaran | sasaran target |
        ekspektasi target
    """,
    Jenis.REALISASI: """
        realisasi | terealisasi | direalisasikan | merealisasikan | realisasi kinerja | capaian realisasi |
        capaian realisasi kinerja | realisasi capaian | realisasi capaian kinerja | realisasi target |
        merealisasikannya | direalisasikannya |
        realisasi indikator | realisasi target kinerja | realisasi pencapaian | nilai realisasi
    """,
    Jenis.CAPAIAN: """
        pencapaian | capaian kinerja | pencapaian kinerja | tingkat capaian | tingkat pencapaian |
        tingkat capaian kinerja | tingkat pencapaian kinerja | persentase capaian | persentase pencapaian |
        persentase capaian kinerja | persentase pencapaian kinerja | nilai capaian | nilai capaian kinerja |
        persentase pencapaian target | persentase capaian target | capaian target | capaian target kinerja |
        pencapaian target | pencapaian target kinerja | pencapaian indikator | nilai pencapaian |
        rata-rata capaian | rata-rata capaian kinerja | rata-rata pencapaian | rata-rata pencapaian kinerja |
        rata-rata tingkat capaian | capaian kinerja rata-rata | tingkat keberhasilan | persentase realisasi |
        persentase realisasi kinerja | capaian kinerja sasaran | ketercapaian | capaian terhadap target |
        pencapaian terhadap target | capaian kinerja terhadap target | realisasi terhadap target |
        capaian dari target | pencapaian dari target | pencapaian kinerja terhadap target
    """,
    Jenis.CAPAIAN_LEMAH: "capaian | capaian indikator | capaian sasaran | capaian program | capaian indikator kinerja",
    Jenis.SAMPAI: """
        mencapai | tercapai | dicapai | tercatat | menembus | menyentuh | mencatatkan | berada di angka |
        memperoleh nilai | mendapat nilai | mendapatkan nilai | meraih nilai | meraih skor | memperoleh skor
    """,
    Jenis.ANGGARAN: """
        alokasi | pagu | alokasi dana | alokasi anggaran | pagu anggaran | pagu dana | dialokasikan |
        mengalokasikan | teralokasi | dianggarkan | menganggarkan | di anggarkan | total anggaran |
        jumlah anggaran | target anggaran | target belanja | target pendapatan | plafon | plafon anggaran |
        alokasi biaya | alokasi belanja | anggaran belanja | pagu indikatif | alokasi anggaran pembangunan |
        target penerimaan | total pagu | anggaran murni | anggaran perubahan | anggaran semula |
        ketersediaan anggaran | mengelola anggaran | mengelola dana
    """,
    Jenis.BELANJA: "anggaran | dana | biaya | belanja | keuangan | pembiayaan | pendapatan | penerimaan",
    Jenis.SERAPAN: """
        realisasi anggaran | realisasi keuangan | realisasi belanja | realisasi dana | realisasi biaya |
        realisasi pendapatan | realisasi penerimaan | realisasi penggunaan | realisasi penyerapan |
        realisasi serapan | realisasi penyerapan anggaran | realisasi penggunaan anggaran |
        realisasi fisik dan keuangan | terserap | diserap | menyerap | serapan | penyerapan | serapan anggaran |
        penyerapan anggaran | serapan dana | penyerapan dana | digunakan | dipergunakan | penggunaan |
        penggunaannya | penggunaan anggaran | penggunaan dana | dibelanjakan | capaian anggaran |
        capaian keuangan | capaian realisasi anggaran | capaian penyerapan anggaran | capaian realisasi keuangan |
        terealisasi keuangan | realisasi capaian anggaran | persentase realisasi anggaran | persentase penyerapan |
        persentase penyerapan anggaran | persentase serapan | persentase serapan anggaran | tingkat penyerapan |
        tingkat penyerapan anggaran | tingkat serapan | tingkat realisasi anggaran | tingkat serapan anggaran |
        rata-rata serapan
    """,
    Jenis.SISA: """
        sisa | sisa anggaran | sisa dana | sisa belanja | sisa biaya | sisa pagu | sisa lebih | silpa |
        sisa lebih anggaran | sisa kas | tidak terserap | tidak terealisasi | tidak diserap | belum terserap |
        anggaran yang tidak terserap | dana yang tidak terserap | sisa realisasi anggaran
    """,
    Jenis.FISIK: """
        fisik | realisasi fisik | capaian fisik | kemajuan fisik | progres fisik | capaian realisasi fisik |
        realisasi kinerja fisik | penyerapan fisik
    """,
    Jenis.VOLUME: "volume | volume kegiatan | volume pekerjaan | volume keluaran",
    Jenis.NAIK: """
        naik | kenaikan | peningkatan | meningkat | bertambah | penambahan | pertambahan | melonjak | lonjakan |
        mengalami kenaikan | mengalami peningkatan | mengalami penambahan
    """,
    Jenis.TURUN: """
        turun | penurunan | menurun | berkurang | pengurangan | merosot | anjlok | menyusut | mengalami penurunan |
        mengalami pengurangan
    """,
    Jenis.LEBIH: """
        lebih tinggi | lebih besar | lebih banyak | lebih baik | lebih lama | lebih panjang | di atas | diatas
    """,
    Jenis.KURANG: """
        lebih rendah | lebih kecil | lebih sedikit | lebih singkat | di bawah | dibawah | kekurangan |
        lebih buruk
    """,
    Jenis.SELISIH: """
        selisih | perbedaan | deviasi | gap | perubahan | pergeseran | sisa target | kekurangan target |
        kelebihan target | sisa target kinerja | kekurangan target kinerja
    """,
    Jenis.MENJADI: "menjadi | menjadi sebesar",
    Jenis.RINCI: """
        meliputi | terdiri dari | terdiri atas | terdiri | terbagi atas | terbagi dari | yang meliputi | mencakup |
        dengan rincian | rinciannya | dirinci
    """,
    Jenis.SISANYA: "sisanya | selebihnya",
    Jenis.KABUR: """
        target yang dicapai | target yang tercapai | target dan realisasi | realisasi dan target |
        target dan capaian | capaian dan target | realisasi dan capaian | capaian dan realisasi | mencapai target |
        mencapai target kinerja | tercapai target | mencapai target realisasi | fisik dan keuangan |
        keuangan dan fisik | efisiensi | efisiensi anggaran | tertinggi | terendah | terbesar | terkecil |
        terbanyak | tersedikit | target dan realisasi kinerja | alokasi anggaran dan realisasi |
        anggaran dan realisasi | tingkat efisiensi
    """,
}
"""Phrases of a cue, in canonical spelling; where several match, the longest counts."""

SEBESAR = word_set(
    """
    sebesar sebanyak sejumlah seluas sepanjang yaitu yakni yaiitu adalah ialah senilai berjumlah bernilai
    sebesarnya mencapai tercapai tercatat menjadi : =
    """
)
"""Words that hand the number to the phrase before them."""

RINGAN = SEBESAR | word_set(
    """
    yang di pada tahun telah sudah akan ditetapkan ditentukan diperjanjikan direncanakan dalam untuk hanya baru
    ini itu tersebut kinerja indikator akhir awal anggaran sebelumnya semula sekitar kurang lebih hampir minimal
    maksimal paling sedikit banyak dari daripada tidak sama rp rp. ( ) ± ~ < > ≤ ≥ - – rpjmd rpjmn rpjm renstra
    renja rkpd pk iku menengah jangka periode sampai s.d s.d. s/d bulan triwulan tw semester nilai skor indeks
    angka dapat juga masih dana bisa secara keseluruhan rata-rata kira-kira lalu berjalan nasional sasaran program
    kegiatan keuangan belanja total jumlah pun kembali mampu berhasil persentase tingkat awalnya diperoleh
    menunjukkan menunjukan diharapkan sekurang-kurangnya ada diperkirakan diproyeksikan pula setara mendekati minus
    negatif sebelum setelah sesudah perubahan
    """
)
"""Words that may stand between a cue and its number without loosening it."""

PEMISAH = word_set(
    """
    , ; . maka sehingga karena dikarenakan disebabkan melalui oleh bagi agar supaya dengan atau diikuti dihadiri
    berasal berupa terdapat diberikan dilaksanakan dilakukan melaksanakan menyelenggarakan diselenggarakan guna
    demi serta akibat didukung disertai ditunjang sebab ketika apabila jika bila meskipun walaupun membuat
    menghasilkan dimana bahwa antara
    """
)
"""Words that no cue reaches over."""

BENDA_UBAH = word_set(
    """
    kenaikan peningkatan penambahan pertambahan lonjakan penurunan pengurangan kekurangan perubahan selisih gap
    pergeseran perbedaan
    """
)
"""Nouns of change, which may stand inside the name of an indicator or activity."""

BANDING = word_set(
    """
    dibanding dibandingkan dibandingan bandingkan banding daripada terhadap ketimbang perbandingan membandingkan
    """
)
"""Words that put another level beside the number."""


_ANGGARAN_PERUBAHAN = word_set("sebelum setelah sesudah anggaran apbd dpa dppa dpa-p rka pagu")
_BERNAMA = word_set("program kegiatan subkegiatan sub-kegiatan proyek paket pekerjaan")
"""Words that the name of a program, kegiatan or work follows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Isyarat:
    """A cue in a sentence: tokens [awal, akhir)."""

    jenis: Jenis
    awal: int
    akhir: int


def find_cues(kata: Kata, vocab: Vocab) -> tuple[Isyarat, ...]:
    """Cues of a sentence in printed order; of those that overlap, the longest."""
    from spacy.tokens import Doc

    found: list[tuple[int, int, int]] = matcher(vocab)(Doc(vocab, words=kata.kecil))
    cues: list[Isyarat] = []
    end = 0
    spans = [(start, stop, _JENIS[vocab.strings[key]]) for key, start, stop in found]
    for start, stop, jenis in sorted((*spans, *_moves(kata)), key=lambda span: (span[0], -span[1])):
        if start >= end and not (jenis in ARAH and (_is_title(kata, start) or _is_whole(kata, start))):
            cues.append(Isyarat(jenis=jenis, awal=start, akhir=stop))
            end = stop
    return tuple(cues)


def _moves(kata: Kata) -> Iterator[tuple[int, int, Jenis]]:
    """`ke` between two levels (`dari a pada 2020 ke b`), and `berubah` before a number."""
    for i, word in enumerate(kata.kecil):
        behind = i + 1 + (kata.at(i + 1) in ("angka", "level", "posisi", "rp", "rp."))
        if word == "ke" and kata.is_number(behind) and moves_from(kata, i):
            yield i, i + 1, Jenis.MENJADI
        elif word in ("berubah", "bergeser") and (kata.is_number(i + 1) or kata.at(i + 1) in ("sebesar", "sebanyak")):
            yield i, i + 1, Jenis.SELISIH


def _is_whole(kata: Kata, i: int) -> bool:
    """Whether the change is that of all years together, or none: `secara kumulatif naik`, `naik kelas`."""
    return "kumulatif" in kata.kecil[max(0, i - 3) : i] or kata.at(i + 1) in ("kelas", "pangkat", "haji")


def _is_title(kata: Kata, i: int) -> bool:
    """Whether a noun of change opens the name of a program or kegiatan, or `perubahan` is that of the budget."""
    word, before = kata.kecil[i], kata.at(i - 1)
    if word not in BENDA_UBAH:
        return False
    if word == "perubahan" and before in _ANGGARAN_PERUBAHAN:
        return True
    named = kata.teks[i][0].isupper() and kata.teks[i + 1 : i + 2] != [] and kata.teks[i + 1][0].isupper()
    return before in _BERNAMA or (named and any(word in _BERNAMA for word in kata.kecil[max(0, i - 3) : i]))


@cache
def matcher(vocab: Vocab) -> PhraseMatcher:
    """The matcher of all cues, made once per vocabulary."""
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Doc

    matcher = PhraseMatcher(vocab, attr="ORTH")
    for jenis, table in _FRASA.items():
        phrases = [" ".join(phrase.split()) for phrase in table.split("|")]
        matcher.add(jenis.value, [Doc(vocab, words=phrase.split()) for phrase in phrases])
    return matcher


_JENIS = {jenis.value: jenis for jenis in Jenis}
