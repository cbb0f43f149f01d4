"""Makes the samples and the table in their README again: `python -m samples.make_samples [FOLDER]`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from samples.blocks import Naskah
from samples.errors import indikator_keliru, keliru
from samples.errors_kalimat import kalimat_keliru
from samples.figures import INDIKATOR
from samples.galat_keputusan import KOLOM_KELIRU, isi_keliru
from samples.isi_keputusan import isi_benar
from samples.isi_lembar import HALAMAN
from samples.isi_perjanjian import PERJANJIAN
from samples.naskah_keputusan import naskah_keputusan
from samples.naskah_lain import naskah_lembar_jabatan, naskah_perjanjian
from samples.naskah_seri import naskah_seri
from samples.readme import readme
from samples.report import naskah
from samples.seri import IRIGASI_2023, PERIKANAN_2025, PERIKANAN_KELIRU, PROVINSI_2021, PROVINSI_KELIRU
from samples.write_docx import tulis_docx
from samples.write_pdf import tulis_pdf

FOLDER = Path(__file__).resolve().parent


def naskah_benar() -> Naskah:
    """The clean report."""
    return naskah(INDIKATOR)


def naskah_keliru() -> Naskah:
    """The report with the planted errors."""
    return kalimat_keliru(keliru(naskah(indikator_keliru())))


BERKAS: Mapping[str, Callable[[], Naskah]] = {
    "lkjip/dinas-benar": naskah_benar,
    "lkjip/dinas-keliru": naskah_keliru,
    "lkjip/irigasi-2023": lambda: naskah_seri(IRIGASI_2023),
    "lkjip/perikanan-2025-benar": lambda: naskah_seri(PERIKANAN_2025),
    "lkjip/perikanan-2025-keliru": lambda: naskah_seri(PERIKANAN_KELIRU),
    "lkjip/provinsi-2021-benar": lambda: naskah_seri(PROVINSI_2021),
    "lkjip/provinsi-2021-keliru": lambda: naskah_seri(PROVINSI_KELIRU),
    "keputusan/iku-benar": lambda: naskah_keputusan(isi_benar()),
    "keputusan/iku-keliru": lambda: naskah_keputusan(isi_keliru(), KOLOM_KELIRU),
    "iki2017/lembar-jabatan": lambda: naskah_lembar_jabatan(HALAMAN),
    "perjanjian/pk-kepala-dinas": lambda: naskah_perjanjian(PERJANJIAN),
}
"""What is drawn, by folder and name; each as PDF and as Word file."""


def buat(folder: Path) -> None:
    """Write every sample and README.md below the folder."""
    for nama, isi in BERKAS.items():
        tujuan = folder / nama
        tujuan.parent.mkdir(parents=True, exist_ok=True)
        naskah_ini = isi()
        tulis_pdf(naskah_ini, tujuan.with_suffix(".pdf"))
        tulis_docx(naskah_ini, tujuan.with_suffix(".docx"))
    lama = (FOLDER / "README.md").read_text(encoding="utf-8")
    (folder / "README.md").write_text(readme(lama, naskah_keliru(), folder), encoding="utf-8")


if __name__ == "__main__":
    buat(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
