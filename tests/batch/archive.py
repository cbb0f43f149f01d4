"""A shared folder as a batch finds it: good documents, copies, and all that can be wrong with a file."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

from tests.small_files import GOOD_ROWS, WRONG_ROW, write_bomb_docx, write_docx, write_pdf, write_picture_pdf


@dataclass(frozen=True)
class Archive:
    """What lies in the folder, by path below it.

    `good`: documents of their own, `copies`: path of a copy to that of its original (the first in the order of paths),
    `broken`: path to the kinds of problem that may be told of it, `ignored`: no documents.
    """

    good: frozenset[str]
    copies: dict[str, str]
    broken: dict[str, frozenset[str]]
    ignored: frozenset[str]

    @property
    def entries(self) -> set[str]:
        """Everything that has to stand in the manifest."""
        return {*self.good, *self.copies, *self.broken, *self.ignored}


def write_small(path: Path, number: int) -> None:
    """A small report of its own for each number; every third one has a wrong capaian."""
    target = 40 + number % 50
    name = f"Persentase Layanan Nomor {number} yang Selesai Tepat Waktu"
    row = ("90", name, "Persen", str(target), str(target + 2), f"{(target + 2) / target * 100:.2f}".replace(".", ","))
    rows = (*GOOD_ROWS, row[-len(GOOD_ROWS[0]) :], *((WRONG_ROW,) if number % 3 == 0 else ()))
    (write_docx if path.suffix == ".docx" else write_pdf)(path, rows)


def no_pages(path: Path) -> None:
    """A PDF whose tree of pages is empty."""
    _raw_pdf(path, ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>"])


def deep_pages(path: Path, depth: int = 3000) -> None:
    """A PDF whose only page lies below thousands of nodes of the page tree."""
    nodes = ["<< /Type /Catalog /Pages 2 0 R >>"]
    for number in range(2, depth + 2):
        parent = f"/Parent {number - 1} 0 R " if number > 2 else ""
        nodes.append(f"<< /Type /Pages {parent}/Kids [{number + 1} 0 R] /Count 1 >>")
    nodes.append(f"<< /Type /Page /Parent {depth + 1} 0 R /MediaBox [0 0 595 842] >>")
    _raw_pdf(path, nodes)


def _raw_pdf(path: Path, objects: Sequence[str]) -> None:
    body = bytearray(b"%PDF-1.7\n")
    places = []
    for number, text in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n{text}\nendobj\n".encode()
    start = len(body)
    body += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    for place in places:
        body += f"{place:010} 00000 n \n".encode()
    body += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    path.write_bytes(body)


def truncated(path: Path) -> None:
    """The first quarter of a PDF."""
    whole = write_pdf(path, repeat=5).read_bytes()
    path.write_bytes(whole[: len(whole) // 4])


def unreadable(path: Path) -> None:
    """A file that can be seen and not be opened, for root neither: one of the kernel that can only be written to."""
    found = (item for item in Path("/sys/class").glob("*/*") if item.is_file() and item.stat().st_mode & 0o777 == 0o200)
    sealed = next(found, None)
    if sealed is not None:
        path.symlink_to(sealed)
    else:
        path.symlink_to("/proc/self/mem")  # opens, and cannot be read at its beginning


BROKEN: dict[str, tuple[Callable[[Path], object], frozenset[str]]] = {
    "sandi.pdf": (lambda path: write_pdf(path, password="rahasia"), frozenset({"encrypted"})),
    "potong.pdf": (truncated, frozenset({"damaged", "no-text-layer"})),
    "kosong.pdf": (lambda path: path.touch(), frozenset({"empty"})),
    "salah-jenis.pdf": (lambda path: path.write_text("Laporan kinerja.\n"), frozenset({"wrong-type"})),
    "pindai.pdf": (write_picture_pdf, frozenset({"no-text-layer"})),
    "nol-halaman.pdf": (no_pages, frozenset({"no-pages", "damaged", "no-text-layer"})),
    "pohon-dalam.pdf": (deep_pages, frozenset({"damaged", "no-text-layer"})),
    "bom.docx": (write_bomb_docx, frozenset({"zip-bomb"})),
    "pipa.pdf": (os.mkfifo, frozenset({"not-a-file"})),
    "takterbaca.pdf": (unreadable, frozenset({"unreadable"})),
    "putus.pdf": (lambda path: path.symlink_to("tidak-ada.pdf"), frozenset({"missing"})),
}

IGNORED = (".tersembunyi.pdf", "~$a.docx", "catatan.txt", "unduhan.pdf.part")


def make_archive(folder: Path, documents: Sequence[Path] = (), count: int = 200) -> Archive:
    """Fills a folder.

    Args:
        folder: made here.
        documents: documents to put in it besides the small ones made here.
        count: how many entries there are in all; half of what is left after documents and faults are copies.
    """
    (folder / "dinas" / "2023").mkdir(parents=True)
    (folder / "salinan").mkdir()
    good: list[str] = []
    for number, document in enumerate(documents):
        good.append(f"dinas/{number:03}-{document.name}")
        shutil.copyfile(document, folder / good[-1])
    broken = dict(_break(folder))
    for name in IGNORED:
        (folder / name).write_text("isi")
    odd = os.fsdecode(b"dinas/2023/lap\xffran \\ baru.docx")
    write_small(folder / odd, 0)
    rest = count - len(good) - len(broken) - len(IGNORED) - 1
    for number in range(1, rest - rest // 2 + 1):
        good.append(f"dinas/2023/laporan-{number:03}.{'docx' if number % 4 else 'pdf'}")
        write_small(folder / good[-1], number)
    copies = dict(_copy(folder, good, rest // 2))
    return Archive(frozenset({*good, odd}), copies, broken, frozenset(IGNORED))


def _break(folder: Path) -> Iterator[tuple[str, frozenset[str]]]:
    for name, (make, kinds) in BROKEN.items():
        make(folder / name)
        yield name, kinds


def _copy(folder: Path, good: Sequence[str], count: int) -> Iterator[tuple[str, str]]:
    """Copies lie in a folder that comes last; every fifth one is a link."""
    for number, original in zip(range(count), cycle(good), strict=False):
        name = f"salinan/{number:03}{Path(original).suffix}"
        if number % 5:
            shutil.copyfile(folder / original, folder / name)
        else:
            (folder / name).symlink_to(f"../{original}")
        yield name, original
