"""The caption of a table, found in the lines printed directly above it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from schemas.printed import Line, LineRole

MAX_TITLE_LINES = 3
MAX_TITLE_CHARS = 160

_ROMAN = r"[IVXLivxl]{1,6}"
_NUMBER = (
    rf"(?:\d{{1,3}}|{_ROMAN}|[A-Z]{{1,2}}(?=\s?[.\-–]\s?\w))"  # 3, III, T-C
    rf"(?:\s?[.\-–]\s?(?:\d{{1,3}}|{_ROMAN}|[A-Za-z])(?!\w))*"  # .1, -C, .a
)
_KINDS = r"tabel|table|gambar|grafik|bagan|diagram|peta|foto"
_ANY_OPENING = re.compile(
    rf"(?P<kata>{_KINDS})\s*[.:]?\s*(?:no(?:mor)?\b[.:]?\s*)?(?P<nomor>{_NUMBER})(?!\w)\s*(?P<judul>.*)$",
    re.DOTALL | re.IGNORECASE,
)
_WORD = r"(?:Tabel|TABEL|tabel|Table|TABLE)\s*[.:]?\s*(?i:no(?:mor)?\b[.:]?\s*)?"
_OPENING = re.compile(rf"{_WORD}({_NUMBER})(?!\w)\s*(.*)$", re.DOTALL)
_PUNCTUATION = re.compile(r"^[.:;,)\-–—\s]+")
_PROSE_START = re.compile(
    r"(?i:di|dapat|berikut|tersebut|diatas|dibawah|terlihat|tampak|menunjukkan|menggambarkan)\b|"
    r"(?:ke|dan|atau|serta|yang|bisa|akan|telah|ini|itu|sebagai\w*|adalah|merupakan|maka|dengan|pada|dalam|untuk|"
    r"oleh|sampai|hingga|s\.?d\.?|diketahui|ditunjukkan|disajikan|berisi|halaman|bahwa|juga|hanya|tidak|belum|"
    r"(?:meng|meny|mem|men|me)[a-z]+)\b"
)
_PROSE = re.compile(
    r"\bberikut(?:\s+ini)?\s*[.:]*$|\bdi\s?(?:atas|bawah)\b|\bdapat\s+(?:di)?(?:lihat|jelaskan|ketahui|simpulkan)\b|"
    r"\bterlihat\b|\bmenunjukkan\b|\bmenggambarkan\b|\bsebagaimana\b|\btersebut\b",
    re.IGNORECASE,
)
LEADERS = re.compile(r"\.{4,}|…{2,}|(?:\. ){4,}|_{4,}")
_MARK = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2})*|[A-Za-z](?:\.\d{1,2})*|[ivx]{1,4}|[IVX]{1,5})\s?[.)]\s|[•▪➢✓●○◦\-–]\s|BAB\s"
)
_OUTLINE = re.compile(r"(?:\d{1,2}|[A-Z])(?:\.\d{1,2})+\.?\s+\D")


def find_caption(lines: Sequence[Line]) -> str | None:
    """Joins the line "Tabel 3.1 …" with its title.

    Up to `MAX_TITLE_LINES` title lines may stand between the numbered line and the table. A sentence that
    speaks of a table ("Tabel 3.1 di atas menunjukkan …"), an entry of a list of tables, or a numbered line
    whose title is followed by other text is no caption.

    Args:
        lines: body lines directly before the table, the nearest last; blank lines are skipped.

    Returns:
        The parts joined by spaces, None when the table has no numbered caption.
    """
    printed = [line for line in lines if line.text.strip()]
    title: list[str] = []
    for line in reversed(printed[-(MAX_TITLE_LINES + 1) :]):
        opening = _opening(line.text)
        if opening is not None:
            has_title = bool(opening) and line.role is not LineRole.HEADING
            if has_title and _has_heading(printed, len(title)):
                return None
            return " ".join([line.text.strip(), *title])
        if not _may_be_title(line.text):
            return None
        title.insert(0, line.text.strip())
    return None


def split_caption(text: str) -> tuple[str, str, str] | None:
    """Kind word in small letters, number and title of a caption of a table or figure; None for a sentence about one."""
    stripped = text.strip()
    match = _ANY_OPENING.match(stripped)
    if match is None or not stripped[:1].isupper() or LEADERS.search(stripped) or len(stripped) > 2 * MAX_TITLE_CHARS:
        return None
    rest = match["judul"]
    title = _PUNCTUATION.sub("", rest)
    if rest.startswith((",", ";", ")")) or _PROSE_START.match(title) or _PROSE.search(title):
        return None
    kata = match["kata"].lower()
    return ("tabel" if kata == "table" else kata), match["nomor"], title.strip()


def may_be_title(text: str) -> bool:
    """Whether a line below or above a caption may be (part of) its title."""
    return _may_be_title(text)


def _has_heading(printed: Sequence[Line], count: int) -> bool:
    """Whether one of the last `count` lines is a heading."""
    return any(line.role is LineRole.HEADING for line in printed[len(printed) - count :])


def _opening(text: str) -> str | None:
    """Title behind the table number on the same line ("" for none); None when the line opens no caption."""
    match = _OPENING.match(text.strip())
    if match is None or LEADERS.search(text) or len(text) > 2 * MAX_TITLE_CHARS:
        return None
    rest = match.group(2)
    if rest.startswith((",", ";", ")")):
        return None
    title = _PUNCTUATION.sub("", rest)
    return None if _PROSE_START.match(title) else title


def _may_be_title(text: str) -> bool:
    """A short line without list mark that does not read like a sentence."""
    stripped = text.strip()
    if len(stripped) > MAX_TITLE_CHARS or LEADERS.search(stripped):
        return False
    return not (_MARK.match(stripped) or _OUTLINE.match(stripped) or _PROSE.search(stripped))
