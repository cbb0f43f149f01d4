from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.terminal.batch import MOST_FILES, MOST_FINDINGS, OUTCOME_WORDS, print_batch
from pipeline.writers.manifest_csv import FILE as MANIFEST
from pipeline.writers.perubahan_csv import FILE as CHANGES
from schemas.batch import TOP, BatchResult, EntryOutcome, FindingLine, FindingState, ManifestLine
from schemas.finding import SEVERITIES, Severity
from tests.batch_results import (
    SINCE,
    batch,
    change,
    duplicate_line,
    failed_line,
    ignored_line,
    line,
    night,
    partial_line,
)


@pytest.fixture(autouse=True)
def eighty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


def printed(result: BatchResult, folder: Path = Path("output/malam")) -> str:
    stream = io.StringIO()
    print_batch(result, folder, stream)
    return stream.getvalue()


def flat(text: str) -> str:
    return " ".join(text.split())


def block(text: str, heading: str) -> list[str]:
    """The lines below a heading, up to the next blank line."""
    return text[text.index(heading) :].partition("\n\n")[0].splitlines()[1:]


def unchanged(*lines: ManifestLine) -> BatchResult:
    return replace(batch(*lines), unchanged=True, findings={"error": 3, "decision": 1}, open=4)


def test_a_night_is_told_as_a_whole() -> None:
    result = replace(night(), findings={"error": 3, "decision": 1}, open=3, interrupted_runs=("20240130-010000-00aa",))
    assert printed(result) == """\
4 dari 5 dokumen di laporan selesai; 1 di antaranya terbaca sebagian; 1 gagal.
     1 × dibaca dan diperiksa
     1 × diperiksa ulang dari bacaan yang tersimpan
     1 × tidak berubah; hasil sebelumnya berlaku
     1 × isinya sama dengan berkas lain di folder ini
     1 × gagal
     1 × tidak dibaca karena bukan dokumen; alasannya di manifest.csv

Gagal:
  2023/rusak.pdf: berkas terkunci; simpan ulang tanpa sandi.

Terbaca sebagian:
  2023/gambar.pdf: halaman 2 berupa gambar; jalankan OCR.

Temuan yang berlaku: 4 (1 keputusan, 3 galat).
Sejak 31-01-2024 pukul 01.00 (20240131-010000-a1b2): 1 baru, 3 masih ada, 1
  tidak ditemukan lagi, 1 dokumennya tidak ada lagi.
Temuan baru:
  HIT001 galat · 2023/lkjip.pdf, hal. 26
    Indeks layanan: Capaian tercetak 106,54, seharusnya 115,09 – 115,10.

Tidak ditemukan lagi:
  HIT001 galat · 2023/lkjip.pdf, hal. 26: Indeks layanan

Dokumennya tidak ada lagi:
  2021/hilang.pdf: 1 temuan

1 kali jalan sebelumnya terhenti sebelum selesai (20240130-010000-00aa); dokumen
  yang sudah selesai di dalamnya tidak diulang.

Hasil lengkap: output/malam
"""


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ((line("a.pdf"), line("b.pdf", EntryOutcome.UNCHANGED)), "Semua dokumen di laporan selesai (2)."),
        ((line("a.pdf"), partial_line()), "Semua dokumen di laporan selesai (2); 1 di antaranya terbaca sebagian."),
        ((line("a.pdf"), failed_line()), "1 dari 2 dokumen di laporan selesai; 1 gagal."),
        ((line("a.pdf"), duplicate_line(), failed_line()), "2 dari 3 dokumen di laporan selesai; 1 gagal."),
        ((failed_line("a.pdf"), failed_line("b.pdf")), "Tidak satu pun dari 2 dokumen di laporan dapat dibaca."),
        ((ignored_line(),), "Tidak ada dokumen (.pdf atau .docx) di laporan."),
        ((), "Tidak ada dokumen (.pdf atau .docx) di laporan."),
    ],
)
def test_the_first_line_says_whether_everything_ran(lines: tuple[ManifestLine, ...], says: str) -> None:
    assert printed(batch(*lines)).splitlines()[0] == says


def test_every_outcome_has_its_words_and_only_those_that_occur_are_told() -> None:
    assert set(OUTCOME_WORDS) == set(EntryOutcome)
    text = printed(batch(*(line(f"{outcome}-{n}.pdf", outcome) for outcome in EntryOutcome for n in range(2))))
    assert all(f"     2 × {words}" in text for words in OUTCOME_WORDS.values())
    text = printed(batch(line("a.pdf")))
    assert [words for words in OUTCOME_WORDS.values() if words in text] == [OUTCOME_WORDS[EntryOutcome.DONE]]


def test_files_that_failed_for_one_reason_stand_together() -> None:
    other = replace(failed_line("lain.pdf"), message="berkas kosong (0 bita); minta salinan yang utuh.")
    lines = block(printed(batch(failed_line("a.pdf"), other, failed_line("b.pdf"))), "Gagal:")
    assert lines == [
        "  2 berkas: berkas terkunci; simpan ulang tanpa sandi.",
        "      a.pdf",
        "      b.pdf",
        "  lain.pdf: berkas kosong (0 bita); minta salinan yang utuh.",
    ]


@pytest.mark.parametrize("more", [0, 1, 188])
def test_of_many_failed_files_the_first_are_named_and_the_manifest_has_the_rest(more: int) -> None:
    failed = [failed_line(f"{number:03}.pdf") for number in range(MOST_FILES + more)]
    text = printed(batch(line("baik.pdf"), *failed))
    told = block(text, "Gagal:")
    assert sum(name.strip().endswith(".pdf") for name in told) == MOST_FILES
    assert (f"… dan {more} berkas gagal lain; lihat {MANIFEST}" in text) is (more > 0)
    assert f"1 dari {len(failed) + 1} dokumen" in text


def test_failures_of_an_earlier_night_say_how_they_are_tried_again() -> None:
    standing = replace(failed_line("lama.pdf"), attempts=0)
    assert "1 di antaranya gagal pada waktu sebelumnya" in flat(printed(batch(standing, failed_line())))
    assert "untuk mencobanya lagi: --retry-failed." in flat(printed(batch(standing, failed_line())))
    assert "--retry-failed" not in printed(batch(failed_line()))
    unreadable = replace(failed_line("tertutup"), attempts=0, sha256=None)
    assert "--retry-failed" not in printed(batch(unreadable))


def test_documents_that_were_read_partly_are_named_those_of_tonight_first() -> None:
    old = [replace(partial_line(f"lama-{n:02}.pdf"), outcome=EntryOutcome.UNCHANGED) for n in range(MOST_FILES)]
    text = printed(batch(*old, partial_line("baru.pdf")))
    told = [name.strip() for name in block(text, "Terbaca sebagian:")]
    assert told[:3] == [f"{MOST_FILES} berkas: halaman 2 berupa gambar; jalankan OCR.", "baru.pdf", "lama-00.pdf"]
    assert told[-1] == f"… dan 1 dokumen yang terbaca sebagian lain; lihat {MANIFEST}"


def test_a_copy_of_a_partly_read_file_is_no_second_one() -> None:
    copy = replace(duplicate_line(), status="partial")
    text = printed(batch(partial_line(), copy))
    assert "1 di antaranya terbaca sebagian" in text
    assert "salinan.pdf" not in text


def graded(severity: Severity, subject: str, state: FindingState = FindingState.NEW) -> FindingLine:
    return replace(change(state, subject=subject), severity=severity.value, message=f"Pesan {subject}.")


def test_new_findings_are_told_gravest_first_and_the_rest_counted() -> None:
    changes = [graded(severity, f"{severity}-{number}") for number in range(4) for severity in reversed(SEVERITIES)]
    text = printed(batch(line("a.pdf"), changes=tuple(changes)))
    told = [item.strip() for item in block(text, "Temuan baru terberat:") if item.strip().startswith("Pesan")]
    first = [f"Pesan {severity}-{number}." for severity in SEVERITIES for number in range(4)]
    assert told == first[:MOST_FINDINGS]
    assert f"… dan {16 - MOST_FINDINGS} temuan lain; lihat {CHANGES}" in text


def test_findings_that_are_no_longer_found_have_a_line_each() -> None:
    changes = tuple(graded(Severity.ERROR, f"hal-{number}", FindingState.FIXED) for number in range(MOST_FINDINGS + 2))
    told = block(printed(batch(line("a.pdf"), changes=changes)), "Tidak ditemukan lagi:")
    assert told[0] == "  HIT001 galat · 2023/lkjip.pdf, hal. 26: hal-0"
    assert len(told) == MOST_FINDINGS + 1 and told[-1] == f"  … dan 2 temuan lain; lihat {CHANGES}"
    assert "Tidak ditemukan lagi:" not in printed(batch(line("a.pdf")))


def test_documents_that_left_are_named_once_with_the_number_of_their_findings() -> None:
    changes = [change(FindingState.GONE, f"{number % (MOST_FILES + 3):02}.pdf") for number in range(MOST_FILES * 2)]
    told = block(printed(batch(line("a.pdf"), changes=tuple(changes))), "Dokumennya tidak ada lagi:")
    assert told[0] == "  00.pdf: 2 temuan" and told[MOST_FILES - 1] == f"  {MOST_FILES - 1:02}.pdf: 1 temuan"
    assert told[MOST_FILES:] == ["  … dan 3 dokumen lain"]
    assert "Dokumennya" not in printed(batch(line("a.pdf")))


def test_a_document_that_is_still_there_is_told_apart_from_one_that_left() -> None:
    left = replace(change(FindingState.GONE, "a.pdf"), sha256="ab" * 32)
    besides = replace(change(FindingState.GONE, "a.pdf"), sha256="cd" * 32, others=("ef" * 32,))
    here = replace(line("a.pdf"), sha256=besides.sha256)
    told = block(printed(batch(here, changes=(left, besides, besides))), "Dokumennya tidak ada lagi:")
    assert told == ["  a.pdf: 1 temuan", "  a.pdf: 2 temuan terhadap dokumen lain"]


def test_a_finding_of_a_word_file_has_no_page_and_a_subject_in_its_message_is_not_repeated() -> None:
    found = replace(change(FindingState.NEW), page=None, message="Capaian indeks layanan keliru.")
    told = block(printed(batch(line("a.docx"), changes=(found,))), "Temuan baru:")
    assert told == ["  HIT001 galat · 2023/lkjip.pdf", "    Capaian indeks layanan keliru."]


def test_findings_of_one_wording_are_told_once_with_their_number() -> None:
    new, past = (replace(change(state), page=None) for state in (FindingState.NEW, FindingState.FIXED))
    other = replace(new, message="Pesan lain.")
    text = printed(batch(line("a.docx"), changes=(new, other, new, past, new, past)))
    assert block(text, "Temuan baru:")[::2] == [
        "  HIT001 galat · 2023/lkjip.pdf (3 tempat)", "  HIT001 galat · 2023/lkjip.pdf",
    ]  # fmt: skip
    assert block(text, "Tidak ditemukan lagi:") == ["  HIT001 galat · 2023/lkjip.pdf: Indeks layanan (2 tempat)"]


def test_what_is_not_shown_is_counted_by_findings() -> None:
    changes = [graded(Severity.ERROR, f"{number:02}") for number in range(MOST_FINDINGS + 1) for _ in range(3)]
    assert "… dan 3 temuan lain" in printed(batch(line("a.pdf"), changes=tuple(changes)))


def test_what_differs_from_the_night_before_is_counted_with_zeros() -> None:
    result = replace(batch(line("a.pdf"), changes=(change(FindingState.FIXED),)), open=7, findings={"advisory": 7})
    text = flat(printed(result))
    assert "Temuan yang berlaku: 7 (7 catatan)." in text
    assert f"Sejak {SINCE}: 0 baru, 7 masih ada, 1 tidak ditemukan lagi, 0 dokumennya tidak ada lagi." in text


def test_a_first_night_has_nothing_to_compare_with() -> None:
    result = batch(line("a.pdf"), changes=(change(FindingState.NEW),), previous=None)
    text = printed(replace(result, findings={"error": 1}))
    assert "Sejak" not in text and "Temuan baru" not in text
    assert block(text, "Temuan:")[0] == "  HIT001 galat · 2023/lkjip.pdf, hal. 26"


def test_no_finding_is_not_nothing_read() -> None:
    assert "Tidak ada temuan pada yang dapat diperiksa." in printed(batch(line("a.pdf")))
    assert "temuan" not in printed(batch(failed_line(), previous=None)).lower()


def test_a_document_that_failed_leaves_its_earlier_findings_told() -> None:
    result = replace(batch(failed_line()), open=5)
    assert f"Sejak {SINCE}: 0 baru, 5 masih ada" in flat(printed(result))


def test_findings_that_nobody_could_look_for_are_told_apart_and_by_document() -> None:
    unread = (change(FindingState.OPEN, "dinas.docx"), change(FindingState.OPEN, "dinas.docx"))
    result = replace(batch(line("a.pdf"), failed_line("dinas.docx")), open=5, findings={"error": 5}, unread=unread)
    for text in (printed(result), printed(replace(result, unchanged=True))):
        told = (
            "Temuan yang berlaku: 5 (5 galat); 2 di antaranya menyangkut dokumen yang kali ini tidak terbaca "
            f"(“belum terbaca lagi” di {CHANGES})."
        )
        assert told in flat(text)
        assert block(text, "Belum terbaca lagi:") == ["  dinas.docx: 2 temuan"]
    assert "0 baru, 3 masih ada, 2 belum terbaca lagi, 0 tidak ditemukan lagi" in flat(printed(result))
    assert "belum terbaca" not in printed(replace(result, unread=())).lower()
    alone = replace(batch(failed_line("dinas.docx")), open=2, findings={"error": 2}, unread=unread)
    assert "Temuan yang berlaku: 2 (2 galat); 2 di antaranya" in flat(printed(alone))


SHUT = replace(failed_line("2022"), folder=True, sha256=None, attempts=0, message="folder tidak dapat dibuka.")


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ((line("a.pdf"),), "Semua dokumen yang terlihat di laporan selesai (1);"),
        ((line("a.pdf"), failed_line()), "1 dari 2 dokumen yang terlihat di laporan selesai; 1 gagal;"),
        ((failed_line(),), "Tidak satu pun dari 1 dokumen yang terlihat di laporan dapat dibaca;"),
        ((), "Tidak ada dokumen yang terlihat di laporan:"),
    ],
)
def test_a_folder_nobody_could_look_into_is_no_document(lines: tuple[ManifestLine, ...], says: str) -> None:
    text = printed(batch(*lines, SHUT))
    assert flat(text).startswith(f"{says} 1 folder tidak dapat dilihat; jumlah isinya tidak diketahui.")
    assert "     1 × folder tidak dapat dilihat" in text
    assert ("     1 × gagal" in text) is (failed_line() in lines)
    assert "  2022: folder tidak dapat dibuka." in text


def test_the_folder_itself_is_told_by_its_path() -> None:
    text = printed(batch(replace(SHUT, path="laporan", name=TOP)))
    assert block(text, "Gagal:") == ["  laporan: folder tidak dapat dibuka."]


def test_an_unchanged_night_is_one_sentence_with_the_failures_that_stand() -> None:
    kept = line("a.pdf", EntryOutcome.UNCHANGED)
    text = printed(unchanged(kept, replace(failed_line(), attempts=0)))
    first, *others = text.split("\n\n")
    assert flat(first) == (
        f"Tidak ada yang berubah sejak {SINCE}. 1 dari 2 dokumen di laporan selesai; 1 gagal. "
        "Temuan yang berlaku: 4 (1 keputusan, 3 galat)."
    )
    assert [other.splitlines()[0] for other in others] == ["Gagal:", "Hasil lengkap: output/malam"]
    assert "--retry-failed" in others[0]


def test_an_unchanged_night_without_failures_is_two_lines_and_where_the_results_are() -> None:
    text = printed(unchanged(line("a.pdf", EntryOutcome.UNCHANGED)))
    assert flat(text) == (
        f"Tidak ada yang berubah sejak {SINCE}. Semua dokumen di laporan selesai (1). "
        "Temuan yang berlaku: 4 (1 keputusan, 3 galat). Hasil lengkap: output/malam"
    )


def test_an_unchanged_empty_folder_claims_no_findings() -> None:
    assert flat(printed(replace(unchanged(ignored_line()), findings={}))) == (
        f"Tidak ada yang berubah sejak {SINCE}. Tidak ada dokumen (.pdf atau .docx) di laporan. "
        "Hasil lengkap: output/malam"
    )


def test_runs_that_were_cut_off_are_told_also_when_nothing_changed() -> None:
    runs = ("20240129-010000-0001", "20240130-010000-0002")
    for result in (night(), unchanged(line("a.pdf", EntryOutcome.UNCHANGED))):
        text = flat(printed(replace(result, interrupted_runs=runs)))
        assert f"2 kali jalan sebelumnya terhenti sebelum selesai ({', '.join(runs)});" in text


@pytest.mark.parametrize("columns", [80, 120])
def test_lines_fit_the_terminal(columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    words = "kata " * 60
    long = replace(failed_line(), message=words)
    found = replace(change(FindingState.NEW), message=words, subject=words)
    text = printed(batch(line("a.pdf"), long, replace(partial_line(), message=words), changes=(found,)))
    assert columns - 10 < max(map(len, text.splitlines())) <= columns


def test_names_and_texts_of_documents_cannot_steer_the_terminal() -> None:
    attack = "\x1b[2J\x07\udcff\u202e"
    found = [replace(change(state), subject=attack, message=attack, path=f"{attack}.pdf") for state in FindingState]
    failed = replace(failed_line(f"{attack}.pdf"), message=attack)
    result = batch(line("a.pdf"), failed, replace(partial_line(attack), message=attack), changes=tuple(found))
    text = printed(replace(result, folder=attack, interrupted_runs=(attack,)), Path(f"output/{attack}"))
    assert not set("\x1b\x07\udcff\u202e") & set(text)
    assert text.count("?[2J") >= 8


def test_it_goes_to_stdout_unless_told_otherwise(capsys: pytest.CaptureFixture[str]) -> None:
    print_batch(night(), Path("output/malam"))
    assert capsys.readouterr().out == printed(night())


@pytest.mark.parametrize("run_id", ["malam", "20241331-010000-a1b2", ""])
def test_a_run_whose_id_is_no_time_is_named_by_it_alone(run_id: str) -> None:
    text = flat(printed(replace(night(), previous=run_id)))
    assert f"Sejak {run_id}: " in text
