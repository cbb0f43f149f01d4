"""Makes the samples and the table in their README again: `python -m samples.make_samples [FOLDER]`."""

from __future__ import annotations

import sys
from pathlib import Path

from samples.blocks import Naskah
from samples.errors import indikator_keliru, keliru
from samples.errors_kalimat import kalimat_keliru
from samples.figures import INDIKATOR
from samples.readme import readme
from samples.report import naskah
from samples.write_docx import tulis_docx
from samples.write_pdf import tulis_pdf

FOLDER = Path(__file__).resolve().parent


def naskah_benar() -> Naskah:
    """The clean report."""
    return naskah(INDIKATOR)


def naskah_keliru() -> Naskah:
    """The report with the planted errors."""
    return kalimat_keliru(keliru(naskah(indikator_keliru())))


def buat(folder: Path) -> None:
    """Write lkjip/dinas-{benar,keliru}.{pdf,docx} and README.md below the folder."""
    tujuan = folder / "lkjip"
    tujuan.mkdir(parents=True, exist_ok=True)
    for nama, isi in (("dinas-benar", naskah_benar()), ("dinas-keliru", naskah_keliru())):
        tulis_pdf(isi, tujuan / f"{nama}.pdf")
        tulis_docx(isi, tujuan / f"{nama}.docx")
    lama = (FOLDER / "README.md").read_text(encoding="utf-8")
    baru = readme(lama, naskah_keliru(), tujuan / "dinas-keliru.pdf")
    (folder / "README.md").write_text(baru, encoding="utf-8")


if __name__ == "__main__":
    buat(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
