"""Brings printed text to one spelling: case, marks, wrapped words, misspellings, abbreviations. Pure."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from pipeline.normalise.kamus.dipakai import Frasa, Kamus, muat_kamus
from pipeline.normalise.kata.kosakata import dikenal

_TANDA = str.maketrans({"–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "’": "'", "‘": "'", "\u00ad": None})
_TOKEN = re.compile(r"[a-z][a-z0-9]*|\d+(?:[.,]\d+)*")
_BUTIR = re.compile(
    r"^\s*(?:[-•●○▪■►➢✓✔*·]+\s*|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s*(?=[^\d\s])|\d{1,2}(?:\.\d{1,2})+\.?\s+)"
)
# a number without a point is a list mark only before a word that begins a name
_NOMOR = re.compile(
    r"^(?:\d{1,2}\s+)+(?=(?:%|jumlah|pers?en|pres|pros|indeks?|nilai|tingkat|angka|cakupan|ras?io|skor|opini"
    r"|meningkat|ter[a-z]+nya)(?:\b|[a-z]))"
)
# a code of the plan in front of a name: `IKU 1.1`, `IKK 3:`
_SANDI = re.compile(r"^ik[ukspit]?[\s.:-]*\d{1,2}(?:\.\d{1,2})*[\s.:)-]+(?=[a-z%])")
_RAPAT_ANGKA = re.compile(r"\b(per|usia|umur|tahun|kelas|tipe|triwulan|semester)(?=\d)")
_NOL_TERBACA_O = re.compile(r"\b\d[\do.,]*o[\do.,]*\b")
_KURANG = re.compile(r"[<≤]=?(?=\s*\d)")
_LEBIH = re.compile(r"[>≥]=?(?=\s*\d)")
_KE_ATAS = re.compile(r"\b(\d{2})\+(?=\s|$)")
_RENTANG = re.compile(r"(?<=\d)\s*(?:s\s*[./]?\s*d\b\.?|sampai(?:\s+dengan)?|hingga)\s*(?=\d)")
# the day that a law takes off an age (`0-17 tahun kurang 1 (satu) hari`)
_KURANG_SEHARI = re.compile(r"\bkurang (?:1|satu)(?: \(?satu\)?)? hari\b")
_ANGKA = re.compile(r"\d")
_HEKTARE = re.compile(r"(?<=\d)\s*ha\b")
_KATA_ULANG = re.compile(r"\b([a-z]{4,})2\b")
_KEMBAR = re.compile(r"\b([a-z]{4,})\s?-\s?\1\b")
# words that are no others when they are said once
_TETAP_KEMBAR = frozenset(("rata", "laki", "undang", "kanak", "paru", "biri", "kupu", "cita", "kura", "sama", "masing"))
_RENGGANG = re.compile(r"\b(?:[a-z] ){2,}[a-z]\b")
_PERSEN_KATA = re.compile(r"(?<![\d(])(?<!\d )%(?=\s*[a-z])")
_SAMBUNG = re.compile(r"\b([a-z]+)-\s+([a-z]+)")
_APOSTROF = re.compile(r"(?<=[a-z])'(?=[a-z])")
_PENGGALAN = frozenset(("an", "kan", "nya"))
_HURUF_TERPOTONG = 9
_KATA_DEPAN = frozenset(("di", "ke", "se", "yang", "dan", "dari", "pada", "per", "non", "pra"))
_TAK_DISAMBUNG = frozenset(("dan", "atau", "serta"))


def lipat(text: str) -> str:
    """Lower case, no accents, one kind of dash and quote, single spaces."""
    if text.isascii():
        return " ".join(text.lower().split())
    plain = unicodedata.normalize("NFKD", text.translate(_TANDA)).lower()
    return " ".join("".join(char for char in plain if not unicodedata.combining(char)).split())


def tanpa_butir(text: str) -> str:
    """Folded text without the list marks (`1.`, `a)`, `-`, `•`) and codes (`IKU 1.1`) in front of it."""
    previous = ""
    while text != previous:
        previous, text = text, _SANDI.sub("", _NOMOR.sub("", _BUTIR.sub("", text, count=1), count=1), count=1)
    return text


def potong(text: str) -> list[str]:
    """Words and numbers of a folded text; broken or spaced-out words are joined, misread numbers mended."""
    kamus = muat_kamus()
    text = _LEBIH.sub(" lebih dari ", _KURANG.sub(" kurang dari ", text.replace("l<", "k")))
    if _ANGKA.search(text):
        text = _KATA_ULANG.sub(_ulang, _RENTANG.sub("-", _KURANG_SEHARI.sub(" ", text)))
        text = _HEKTARE.sub(" hektare", text)
        text = _KE_ATAS.sub(r"\1 ke atas ", text)
        text = _RAPAT_ANGKA.sub(r"\1 ", text)
        text = _NOL_TERBACA_O.sub(lambda match: match.group().replace("o", "0"), text)
    if "-" in text:
        text = _KEMBAR.sub(_sekali, text)
    text = _APOSTROF.sub("", _PERSEN_KATA.sub(" persentase ", text))
    text = _RENGGANG.sub(lambda match: match.group().replace(" ", ""), _SAMBUNG.sub(_satukan, text))
    tokens: list[str] = []
    for token in _TOKEN.findall(text):
        if tokens and _sepotong(tokens[-1], token, kamus):
            tokens[-1] += token
        else:
            tokens.append(token)
    return tokens


def _ulang(match: re.Match[str]) -> str:
    """A word with the figure that says that it is meant twice (`rata2`), written out."""
    return f"{match[1]}-{match[1]}" if dikenal(match[1]) else match[0]


def _sekali(match: re.Match[str]) -> str:
    """One of two equal words that are only one in the plural (`rambu-rambu`)."""
    return match[0] if match[1] in _TETAP_KEMBAR else match[1]


def _satukan(match: re.Match[str]) -> str:
    left, right = match.groups()
    if left == right or right in _TAK_DISAMBUNG or (dikenal(left) and dikenal(right)):
        return f"{left} {right}"
    return left + right


@lru_cache(maxsize=32768)
def _sepotong(left: str, right: str, kamus: Kamus) -> bool:
    """Whether two printed words are one that was broken."""
    if not (left.isalpha() and right.isalpha()) or len(left) < 2 or len(right) < 2:
        return False
    if right in _PENGGALAN:
        return True
    if left in _KATA_DEPAN or (dikenal(left) and dikenal(right)):
        return False
    if left in kamus.singkatan or right in kamus.singkatan:
        terpotong = any(not dikenal(part) and part not in kamus.singkatan for part in (left, right))
        return terpotong and len(left + right) >= _HURUF_TERPOTONG and dikenal(left + right)
    return len(left + right) >= 6 and dikenal(left + right)


def _ganti(tokens: list[str], frasa: Frasa) -> list[str]:
    out: list[str] = []
    i = 0
    while i < len(tokens):
        for tulisan, baku in frasa.get(tokens[i], ()):
            if tuple(tokens[i : i + len(tulisan)]) == tulisan:
                out.extend(baku)
                i += len(tulisan)
                # what the abbreviation ends with is often printed behind it as well (`APBD daerah`)
                i += len(baku) > len(tulisan) and tokens[i : i + 1] == [baku[-1]]
                break
        else:
            out.append(tokens[i])
            i += 1
    return out


def bakukan(text: str) -> list[str]:
    """Words of a folded text in dictionary spelling, abbreviations written out."""
    kamus = muat_kamus()
    words = _ganti(potong(text), kamus.ejaan)
    utuh = _ganti(words, kamus.singkatan)
    return words if utuh == words else _ganti(utuh, kamus.ejaan)
