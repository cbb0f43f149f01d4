"""What reportlab has no flowable for: marks before hanging text, two texts side by side."""

from __future__ import annotations

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph


class Bertanda(Flowable):  # type: ignore[misc]  # reportlab is untyped
    """A hanging paragraph with pieces of text before its first line; it may run over a page edge."""

    def __init__(self, paragraf: Paragraph, depan: tuple[tuple[float, str], ...]) -> None:
        super().__init__()
        self.paragraf, self.depan = paragraf, depan
        self.spaceAfter = paragraf.style.spaceAfter

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Size in points; that of the paragraph, at least one line."""
        self.width, tinggi = self.paragraf.wrap(width, height)
        self.height = max(tinggi, self.paragraf.style.leading)
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """The pieces stay with the first part."""
        bagian = self.paragraf.split(width, height)
        return [Bertanda(bagian[0], self.depan), *bagian[1:]] if len(bagian) > 1 else []

    def draw(self) -> None:
        """The paragraph, then the pieces on the baseline of its first line."""
        gaya: ParagraphStyle = self.paragraf.style
        self.paragraf.drawOn(self.canv, 0, 0)
        self.canv.setFont(gaya.fontName, gaya.fontSize)
        for kiri, teks in self.depan:
            self.canv.drawString(kiri, self.height - gaya.fontSize, teks)


class Berdua(Flowable):  # type: ignore[misc]  # reportlab is untyped
    """Two texts on one line, each centred in its half."""

    def __init__(self, kiri: str, kanan: str, gaya: ParagraphStyle) -> None:
        super().__init__()
        self.kiri, self.kanan, self.gaya = kiri, kanan, gaya

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """The whole width, one line."""
        self.width, self.height = width, self.gaya.leading
        return self.width, self.height

    def draw(self) -> None:
        """Both texts on one baseline."""
        self.canv.setFont(self.gaya.fontName, self.gaya.fontSize)
        for tengah, teks in ((0.25, self.kiri), (0.75, self.kanan)):
            self.canv.drawCentredString(self.width * tengah, self.height - self.gaya.fontSize, teks)
