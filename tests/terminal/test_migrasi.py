from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.terminal.migrasi import print_migrate, shortened_text
from pipeline.writers.keputusan_sqlite import Muatan
from schemas.result import DocumentResult, Note, Problem, Status
from tests.keputusan_values import belum, jabatan, keputusan, lembaran, migrated, perjanjian, prosa
from tests.result_values import document, failed, run_of


def printed(
    *documents: DocumentResult,
    folder: Path | None = Path("output/x"),
    loaded: tuple[Path, Muatan] | None = None,
    unused: int = 0,
) -> str:
    stream = io.StringIO()
    print_migrate(run_of(*documents), folder, loaded=loaded, unused=unused, stream=stream)
    return stream.getvalue()


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture(autouse=True)
def eighty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


def skipped(path: str, message: str = "bukan keputusan.") -> DocumentResult:
    note = Note(stage="extract", kind="no-decree", message=message)
    return replace(document(path=path), status=Status.SKIPPED, notes=(note,))


def row(text: str, name: str) -> list[str]:
    return next(line for line in text.splitlines() if line.startswith(name)).split()


def test_table_says_what_every_document_holds() -> None:
    text = printed(
        migrated(keputusan(sisa=(belum(),)), path="a.pdf"),
        migrated(lembaran(), perjanjian(), path="b.docx"),
        migrated(keputusan(jabatan()), path="c.pdf"),
        skipped("lkjip.pdf"),
        failed("rusak.pdf"),
    )
    assert row(text, "Berkas") == ["Berkas", "Jenis", "Terbaca", "Jab.", "Ind.", "Ruj.", "Belum", "Ter.", "Selesai"]
    assert row(text, "a.pdf") == ["a.pdf", "keputusan", "penuh", "2", "3", "1", "2", "0", "belum"]
    assert row(text, "b.docx") == ["b.docx", "lampiran+perjanjian", "penuh", "2", "2", "0", "2", "0", "belum"]
    assert row(text, "c.pdf") == ["c.pdf", "keputusan", "penuh", "1", "1", "1", "0", "0", "ya"]
    assert row(text, "lkjip.pdf") == ["lkjip.pdf", "-", "dilewati", *"-----", "-"]
    assert row(text, "rusak.pdf") == ["rusak.pdf", "-", "gagal", *"-----", "belum"]
    assert max(map(len, text.splitlines())) <= 80


def test_wide_terminal_has_whole_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "140")
    text = printed(migrated(keputusan(jabatan())))
    assert "Rujukan  Belum  Diterima  Selesai" in text.splitlines()[0]


def test_what_is_left_is_told_document_by_document_and_page_by_page() -> None:
    text = flat(
        printed(
            migrated(keputusan(jabatan("A", prosa()), sisa=(belum("Tembusan: arsip"),)), path="a.pdf"),
            migrated(lembaran(), path="b.docx"),
        )
    )
    assert "Belum dipahami (seluruhnya di belum-dipahami.csv): a.pdf hal. 4: “Tembusan: arsip”: tidak ada" in text
    assert "1 rumus berupa uraian: hal. 3 b.docx" in text
    assert "1 rumus berupa uraian: blok 6 baris 2" in text
    assert "blok 10: “Catatan pinggir”" in text


def test_a_long_list_is_cut_and_says_so() -> None:
    text = printed(migrated(keputusan(jabatan(), sisa=tuple(belum(f"butir {at}", at + 1) for at in range(40)))))
    assert "“butir 14”" in text and "“butir 15”" not in text and "… dan 25 bagian lain" in text


def test_the_end_says_whether_it_is_done_and_what_to_do() -> None:
    assert "Selesai: ya, 1 dokumen." in printed(migrated(keputusan(jabatan())), skipped("x.pdf"))
    text = flat(printed(migrated(keputusan(jabatan())), failed()))
    assert "Selesai: belum, 1 dari 2 dokumen." in text and "--diterima" in text
    assert "Tidak ada keputusan" in printed(skipped("x.pdf"))


def test_documents_passed_over_stand_together_by_reason() -> None:
    text = flat(printed(skipped("a.pdf"), skipped("b.pdf"), skipped("c.pdf", "isinya sama persis dengan a.pdf.")))
    assert "Dilewati: a.pdf, b.pdf: bukan keputusan. c.pdf: isinya sama persis dengan a.pdf." in text


def test_problems_database_and_unused_lines_are_told() -> None:
    problem = Problem(stage="read", kind="no-text-layer", message="halaman gambar", page=2)
    muatan = Muatan(baru=2, sama=1, diperbarui=3)
    text = flat(
        printed(migrated(keputusan(), problems=(problem,)), failed(), loaded=(Path("data.sqlite"), muatan), unused=4)
    )
    assert "pasar.pdf, hal. 2: halaman gambar" in text and "berkas terkunci" in text
    assert "4 baris yang diterima tidak ada padanannya" in text
    assert "Basis data data.sqlite: 2 dokumen baru, 3 diperbarui, 1 tidak berubah." in text
    assert text.endswith("Hasil lengkap: output/x")
    assert "Hasil lengkap" not in printed(migrated(keputusan()), folder=None)


def test_no_text_of_a_document_steers_the_terminal() -> None:
    text = printed(migrated(keputusan(jabatan(), sisa=(belum("\x1b[2Jhapus\u202e"),)), path="a\x1b.pdf"))
    assert "\x1b" not in text and "\u202e" not in text and "hapus" in text


@pytest.mark.parametrize(
    ("text", "shown"),
    [("kata " * 18, ("kata " * 18)), ("kata " * 40, f"{'kata ' * 17}kata …"), ("x" * 99, f"{'x' * 90} …")],
)
def test_long_texts_are_cut_at_a_blank(text: str, shown: str) -> None:
    assert shortened_text(text) == shown
