"""Words of verdicts: what says that a target is met, what turns it round, and what makes it a wish or a condition."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any

from extractors.narasi.kata import word_set
from extractors.narasi.tokenisasi import tokenizer

if TYPE_CHECKING:
    from spacy.matcher import Matcher


class Inti(StrEnum):
    """Kinds of words that a verdict is made around."""

    OBJEK = "mencapai target"
    LAMPAUI = "melampaui target"
    TANPA_OBJEK = "tercapai"
    PASIF = "dicapai"
    SESUAI = "sesuai target"
    DI_ATAS = "di atas target"
    DI_BAWAH = "di bawah target"
    HANYA = "hanya mencapai"
    NOMINA = "tidak tercapainya target"


SANGKAL = word_set("tidak belum kurang gagal tak tidaklah belumlah tdk blm")
"""Words that turn a verdict round."""

SELA = word_set(
    """dapat bisa mampu berhasil cukup sepenuhnya seluruhnya sempurna secara optimal maksimal penuh juga lagi pernah
    sampai sempat begitu terlalu untuk dalam tercapai terealisasi terpenuhi dicapai sesuai telah sudah masih pun
    semakin"""
)
"""Words that may stand between the negation and the verdict, or between the subject and the verdict."""

TELAH = word_set("telah sudah berhasil mampu")
"""Words that say it happened, also beside `dapat`."""

TEREALISASI = word_set("telah sudah tercapai terealisasi terpenuhi dicapai realisasi realisasinya direalisasikan")
"""Words that make `sesuai target` say how something ended."""

TUJUAN = word_set(
    """agar supaya guna demi akan diharapkan berharap diupayakan berupaya berusaha bertujuan ditujukan harus perlu
    rangka ingin hendak optimis diproyeksikan diprediksi diperkirakan diusahakan apakah sejauh seberapa seandainya
    andaikata manakala hampir nyaris mendekati"""
)
"""Words that make what follows in their clause a purpose, a wish, a question or nearly so."""

SYARAT = word_set("jika apabila bila bilamana kalau jikalau")
BANDING = word_set("dibandingkan dibanding diperbandingkan dilihat ditinjau dihitung diukur mengacu")
"""Behind `jika`, these compare; they set no condition."""

NOMINA = word_set(
    """upaya usaha keberhasilan kegagalan kemampuan ketidakmampuan kendala hambatan kunci cara langkah proses kesulitan
    komitmen strategi tekad penyebab penghambat pendukung kesempatan peluang"""
)
"""Nouns whose complement the verdict words are."""

JAMAK = word_set(
    """beberapa sebagian seluruh semua para setiap tiap masing-masing sejumlah mayoritas kedua ketiga keempat kelima
    sebanyak"""
)
CACAHAN = word_set("indikator sasaran program kegiatan iku ikk aspek tujuan indikator-indikator")
BENDA = CACAHAN | word_set("target kinerja capaian besar kecil dari")
"""Behind a word of `JAMAK`, these make the subject more than one indicator; behind a number, those of `CACAHAN`."""
JAMAK_SENDIRI = word_set("semuanya keseluruhan keduanya ketiganya indikator-indikator target-target sebagiannya")

KOPULA = word_set("adalah ialah yaitu yakni meliputi mencakup :")
"""Behind `yang memenuhi target`, these open a list of names."""
KOPULA_GANDA = (["antara", "lain"], ["terdiri", "dari"], ["terdiri", "atas"])
"""As `KOPULA`, of two words."""
SEBELUM_KOPULA = word_set("target kinerja yang telah ditetapkan ditentukan diperjanjikan pada di tahun ini")
"""Words between the verdict and one of `KOPULA`."""

SETELAH_TARGET = word_set(
    """yang kinerja kinerjanya tahun tahunan ini itu tersebut tsb sebesar sebanyak sejumlah senilai yaitu yakni adalah
    ialah meliputi dengan dan atau serta maupun bahkan pada dalam di untuk oleh dari sebagaimana sesuai seperti
    telah sudah capaian realisasi indikator perjanjian pk perlu secara selama hingga sampai berarti artinya hanya
    masih tetapi sekitar kurang lebih akan juga pun saja semula awal meski walau saat sebab akibat sejak antara
    ditetapkan persentase presentase prosentase persen jumlah angka nilai skor indeks tingkat rasio cakupan"""
)
"""Words that may follow `target` without making it a target of another kind (`target SPM`)."""

BATAS = frozenset({",", ";", ":", ".", "•", "▪", "➢", "●"})
PENGHUBUNG = word_set(
    """namun tetapi tapi sedangkan sementara sehingga karena dikarenakan disebabkan meskipun walaupun maka adapun
    selanjutnya bahwa hal"""
)
"""A clause ends at these."""

_TARGET = ("target", "targetnya", "terget")
_PENGISI = ("dari", "angka", "nilai", "besaran", "capaian", "jumlah", "batas")
_DARI = ("dari", "daripada", "dibandingkan", "dibanding", "ketimbang")
_HITUNG = r"^\d+(?:[.,]\d+)*$"

_Pola = list[dict[str, Any]]


def _in(*words: str, op: str | None = None) -> dict[str, Any]:
    pola: dict[str, Any] = {"LOWER": {"IN": list(words)}}
    return pola if op is None else {**pola, "OP": op}


_OBJEK: _Pola = [_in(*_PENGISI, op="*"), _in(*_TARGET)]
_DITARGETKAN: _Pola = [
    _in(*_PENGISI, op="*"),
    _in("yang", "apa", op="+"),
    _in("telah", "sudah", op="?"),
    _in("ditargetkan"),
]
_BEDA: _Pola = [_in(*_DARI), _in("dengan", "pada", "yang", op="*")]


def _tempat(kata: str) -> list[_Pola]:
    """`di atas target`, `diatas target`."""
    return [[*awal, _in("dari", op="?"), *_OBJEK] for awal in ([_in("di"), _in(kata)], [_in(f"di{kata}")])]


_POLA: dict[Inti, list[_Pola]] = {
    Inti.OBJEK: [[_in("mencapai", "memenuhi", "menyamai"), *objek] for objek in (_OBJEK, _DITARGETKAN)],
    Inti.LAMPAUI: [
        *([_in("melampaui", "melebihi", "melebih", "lampaui"), *objek] for objek in (_OBJEK, _DITARGETKAN)),
        [_in("lebih"), _in("baik"), *_BEDA, *_OBJEK],
    ],
    Inti.TANPA_OBJEK: [[_in("tercapai", "terpenuhi", "terlampaui")]],
    Inti.PASIF: [[_in("dicapai", "dipenuhi")]],
    Inti.SESUAI: [[_in("sesuai"), _in("dengan", op="?"), *objek] for objek in (_OBJEK, _DITARGETKAN)],
    Inti.DI_ATAS: [
        *_tempat("atas"),
        [_in("lebih"), _in("tinggi", "besar", "banyak"), *_BEDA, *_OBJEK],
        [_in("lebih"), _in("dari"), *_OBJEK],
    ],
    Inti.DI_BAWAH: [
        *_tempat("bawah"),
        [_in("lebih"), _in("rendah", "kecil", "sedikit"), *_BEDA, *_OBJEK],
        [_in("kurang"), _in("dari"), *_OBJEK],
    ],
    Inti.HANYA: [
        [
            _in("hanya", "baru"),
            _in("mencapai", "tercapai", "terealisasi", "terealisir"),
            _in("sebesar", "sebanyak", "sejumlah", op="?"),
            {"TEXT": {"REGEX": _HITUNG}},
            _in("%", "persen", "poin", "orang", "unit", op="?"),
            _in("dari"),
            *_OBJEK,
        ]
    ],
    Inti.NOMINA: [[_in("tercapainya", "terpenuhinya"), _in("target")]],
}

PEMICU: frozenset[str] = frozenset(
    word for patterns in _POLA.values() for pola in patterns for word in pola[-1]["LOWER"]["IN"]
)
"""The last word of each pattern, which it never does without; a sentence with none of them holds no verdict."""

ISYARAT_KELAS = word_set(
    """kategori katagori ketegori predikat perdikat kriteria klasifikasi dikategorikan dikatagorikan diklasifikasikan
    berkategori berpredikat berkriteria sebutan sebutannya interpretasi kategorinya predikatnya kriterianya"""
)
"""Behind these words stands a class."""
ISYARAT_NILAI = word_set("dinyatakan tergolong tergolongkan")
"""Behind these words stands a class, where nothing but the end of the clause follows it."""
SETELAH_KELAS = word_set(
    """dan dengan karena dikarenakan dalam pada menurut berdasarkan sesuai oleh atau serta sehingga yang yaitu atas
    untuk di bagi sebesar diperoleh diraih disandang dicapai namun tetapi meskipun walaupun sedangkan untuk tahun
    terhadap ini tersebut sebagaimana seperti maka hal dari adalah"""
)
"""Words that go on after a complete class."""
PENGANTAR_KELAS = word_set(
    "kelompok golongan kelas termasuk digolongkan golongkan tergolong menyandang berstatus status statusnya berlabel"
)
"""Behind these words stands a class in small letters, where a sentence with one capaian has its clause end there."""
ISYARAT_CAPAIAN = word_set("kinerja capaian hasil nilai")
PENUNJUK = word_set("menunjukkan menunjukan dengan memperoleh mendapat berkinerja")
"""Behind one of these and one of `ISYARAT_CAPAIAN`, known words are a class."""
ISI_KELAS = word_set(
    "yaitu adalah : = kinerja capaian yang sebagai masuk nilai penilaian ini dalam pada skala tergolong"
)
"""Words between the cue and the class."""

KELAS_DASAR = word_set("baik berhasil tinggi sedang rendah memuaskan cukup kurang buruk istimewa unggul optimal")
KELAS_DEPAN = word_set("sangat amat cukup kurang tidak agak belum lebih")

KUTIP_BUKA = frozenset("\"'“‘«”’(")
KUTIP_TUTUP = frozenset("\"'”’»“‘)")


@cache
def pencari() -> Matcher:
    """The matcher of all verdict words, made once per process."""
    from spacy.matcher import Matcher

    matcher = Matcher(tokenizer().vocab)
    for inti, pola in _POLA.items():
        matcher.add(inti.value, pola, greedy="LONGEST")
    return matcher
