"""Characters of symbol fonts as the signs they print."""

from __future__ import annotations

import re

BULLET = "•"
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_SYMBOL_FONT = {
    0x2B: "+", 0x2D: "−", 0x2F: "/", 0x3C: "<", 0x3D: "=", 0x3E: ">", 0x53: "Σ", 0x25: "%", 0xA3:
    "≤", 0xA5: "∞", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: BULLET, 0xB8: "÷", 0xB9: "≠",
    0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xD6: "√", 0xD7: "⋅", 0xE5: "Σ", 0xDE: "⇒", 0xAE: "→", 0xAD:
    "↑", 0xAF: "↓",
}  # fmt: skip
_WINGDINGS_FONT = {
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x76: "❖", 0x77: "◆", 0x9F: BULLET, 0xA7: "▪", 0xA8:
    "□", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xFB: "✗", 0xFC: "✓",
    0xFD: "☒", 0xFE: "☑", 0xF0: "⇨",
}  # fmt: skip
_SUPERSCRIPT = str.maketrans("0123456789()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾")
_SUPERSCRIPT_TEXT = re.compile(r"[\d()]*\d[\d()]*")
_NOT_PRINTED = str.maketrans("", "", "\u00ad\u200b\ufeff")


def symbol(code: int, font: str) -> str:
    """Sign of a character in a symbol font; the character itself where the font is an ordinary one.

    Args:
        code: character code, with or without the private-use offset F000.
        font: font name.
    """
    table = _WINGDINGS_FONT if "dings" in font.lower() else _SYMBOL_FONT
    low = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    known = table.get(low) if code >= 0xF000 or is_symbol_font(font) else None
    if known is not None:
        return known
    if 0xF020 <= code <= 0xF07E and not is_symbol_font(font):
        return chr(low)
    return chr(code) if 0 < code < 0x110000 else ""


def is_symbol_font(font: str) -> bool:
    """Whether the letters of that font print as signs."""
    name = font.lower()
    return name == "symbol" or "dings" in name


def signs(text: str, font: str) -> str:
    """The text with private-use characters as the signs they print, and without what never prints."""
    return _PRIVATE.sub(lambda match: symbol(ord(match.group()), font), text.translate(_NOT_PRINTED))


def bullet(text: str, font: str) -> str:
    """A list bullet; signs of symbol fonts and the letter o of Courier become `•`, a dash stays a dash."""
    stripped = text.strip()
    if not stripped:
        return ""
    if is_symbol_font(font) or _PRIVATE.search(stripped) or stripped in ("o", "·", "●", "○"):
        return BULLET
    return stripped


def superscript(text: str) -> str:
    """Raised digits as superscript digits, so that a note mark never becomes part of a number."""
    return text.translate(_SUPERSCRIPT) if _SUPERSCRIPT_TEXT.fullmatch(text.strip()) else text
