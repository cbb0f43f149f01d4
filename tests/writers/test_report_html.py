from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

from pipeline.writers.report_html import write_report_html
from schemas.finding import SEVERITIES, Severity
from schemas.narasi import HasilKlaim
from schemas.result import ClaimTally, DocumentResult, Note, Problem, Status
from tests.result_values import (
    document,
    docx_place,
    elsewhere,
    failed,
    finding,
    pdf_place,
    run_of,
    sentence_finding,
)


class Page(HTMLParser):
    """Tags with their attributes, ids, links and the visible text."""

    VOID = frozenset({"meta", "br", "link", "img", "hr", "input"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        known = dict(attrs)
        if known.get("id"):
            self.ids.append(str(known["id"]))
        if known.get("href"):
            self.links.append(str(known["href"]))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text += " " + " ".join(data.split())


def page(folder: Path, *documents: DocumentResult) -> Page:
    write_report_html(run_of(*documents), folder / "report.html")
    text = (folder / "report.html").read_text(encoding="utf-8")
    parsed = Page(text)
    assert parsed.open == []
    parsed.text = " ".join(parsed.text.split())
    return parsed


def test_finding_shows_place_both_numbers_hint_and_evidence(tmp_path: Path) -> None:
    text = page(tmp_path, document(finding(), finding(place=docx_place()))).text
    for words in (
        "HIT001", "Persentase jalan mantap", "hal. 3", "106,54", "115,09 – 115,10", "digit tertukar",
        "Tabel 3.1", "“BAB III”, blok 8, baris 2", "11 dari 13 baris", "Dinas Contoh",
    ):  # fmt: skip
        assert words in text, words


def test_findings_stand_by_weight_gravest_first(tmp_path: Path) -> None:
    items = (finding("HIT002", Severity.DECISION), finding(), finding("KON007", Severity.PRESENTATION))
    text = page(tmp_path, document(*items)).text
    main = text[text.index("SHA-256") :]
    assert main.index("Keputusan") < main.index("Galat") < main.index("Penyajian")
    assert "Catatan 1" not in main


def test_what_was_not_read_or_checked_is_said(tmp_path: Path) -> None:
    pages = [Problem(stage="read", kind="no-text-layer", message="halaman gambar", page=page) for page in (4, 5, 9)]
    unmapped = Note(stage="extract", kind="table-unmapped", message="Tabel 2.9: judul", page=7)
    note = Note(stage="read", kind="slow-path", message="jalur cadangan", page=1)
    partial = replace(document(), status=Status.PARTIAL, problems=tuple(pages), notes=(unmapped, note))
    text = page(tmp_path, partial, failed()).text
    assert "hal. 4–5, 9 halaman gambar" in text
    assert "belum dipahami (1) hal. 7 Tabel 2.9: judul" in text
    assert "Catatan pembacaan (1) hal. 1 jalur cadangan" in text
    assert "HIT001 target kosong 2" in text
    assert "berkas terkunci; simpan ulang tanpa sandi." in text
    assert "Tidak ada temuan pada yang dapat diperiksa." in text


def test_every_severity_has_a_box_that_hides_its_findings_by_style_alone(tmp_path: Path) -> None:
    items = [finding(f"HIT00{number}", severity) for number, severity in enumerate(SEVERITIES)]
    result = page(tmp_path, document(*items))
    source = (tmp_path / "report.html").read_text(encoding="utf-8")
    for severity in SEVERITIES:
        assert f"tampil-{severity.value}" in result.ids
        assert f'for="tampil-{severity.value}"' in source
        assert re.search(rf"#tampil-{severity.value}:not\(:checked\) ~ main \.by\.{severity.value}[ ,]", source)
        assert len(re.findall(rf'class="[^"]*\bby {severity.value}"', source)) == 3  # contents, heading, finding
    assert source.index('<input class="filter"') < source.index("<main>")


def test_contents_are_listed_when_findings_are_many(tmp_path: Path) -> None:
    few, many = document(*[finding()] * 3), document(*[finding()] * 4)
    assert "Daftar temuan" not in page(tmp_path, few).text
    result = page(tmp_path, many)
    assert "Daftar temuan (4)" in result.text
    assert result.links.count("#dokumen-1-0000000000000003") == 2


def test_evidence_of_one_table_stands_under_its_caption_once(tmp_path: Path) -> None:
    item = finding()
    more = replace(item.evidence[0], role="target", text="92,57", row=6)
    other = replace(more, table="Tabel 3.9", place=pdf_place(page=8))
    text = page(tmp_path, document(replace(item, evidence=(*item.evidence, more, other)))).text
    card = text[text.index("digit tertukar") :]
    assert card.count("hal. 3 · Tabel 3.1") == 1 and card.count("hal. 8 · Tabel 3.9") == 1
    assert card.index("capaian 106,54") < card.index("target 92,57") < card.index("hal. 8 · Tabel 3.9")
    assert "baris 7" in card


def test_failed_document_is_never_said_to_be_without_findings(tmp_path: Path) -> None:
    text = page(tmp_path, failed()).text
    assert "gagal dibaca" in text and "Tidak ada temuan" not in text


def test_text_of_documents_cannot_become_markup(tmp_path: Path) -> None:
    attack = "<script>alert(1)</script>\"' onload=x"
    problem = Problem(stage="read", kind="x", message=attack)
    item = finding(subject=attack, message=attack, text=attack)
    result = page(tmp_path, replace(document(item, path=f"{attack}.pdf"), instansi=attack, problems=(problem,)))
    assert "script" not in result.tags
    assert attack in result.text


def test_text_of_documents_cannot_turn_the_direction_of_writing(tmp_path: Path) -> None:
    parsed = page(tmp_path, document(finding(subject="Jalan \u202e45,21\u2069\u200f mantap")))
    assert "Jalan 45,21 mantap" in parsed.text


def test_a_sentence_is_quoted_whole_and_once_with_its_numbers_marked(tmp_path: Path) -> None:
    sentence = "Realisasi <i>94,54</i> persen, naik 0,59 dari 94,545, atau 93,95 menurut & tabel."
    item = sentence_finding(sentence, "0,59", "94,54", "93,95")
    result = page(tmp_path, document(item))
    assert "i" not in result.tags and result.tags.count("mark") == 3
    source = (tmp_path / "report.html").read_text(encoding="utf-8")
    (quoted,) = re.findall(r"“(.*?)”</blockquote>", source)
    assert unescape(re.sub(r"</?mark[^>]*>", "", quoted)) == sentence
    assert result.text.count("0,59") == 2, "once as printed, once in the sentence"
    assert 'class="evidence"' not in source, "the quote shows all of the evidence"
    assert re.findall(r'<mark class="([\w-]+)">([^<]*)</mark>', source) == [
        ("held-against", "94,54"), ("doubted", "0,59"), ("held-against", "93,95"),
    ]  # fmt: skip


def test_evidence_of_a_sentence_that_is_not_known_stays_in_the_list(tmp_path: Path) -> None:
    item = replace(finding(), evidence=(replace(finding().evidence[0], role="narasi", label="lain", text="7 orang"),))
    assert "narasi 7 orang lain" in page(tmp_path, document(item)).text


def test_claims_are_counted_in_a_line_and_in_a_table_with_reasons(tmp_path: Path) -> None:
    counts = {
        HasilKlaim.COCOK_TABEL: 3, HasilKlaim.BEDA_TABEL: 1, HasilKlaim.COCOK_HITUNG: 2, HasilKlaim.TAK_DIUJI: 4,
    }  # fmt: skip
    tally = ClaimTally(by_result=counts, unchecked={"<b>tanpa peran</b>": 4})
    result = page(tmp_path, replace(document(), claims=tally))
    assert "10 dibaca, 4 dicocokkan dengan tabel, 2 dihitung ulang, 4 tidak diperiksa." in result.text
    assert "Klaim dalam kalimat (10)" in result.text
    assert "tidak diperiksa <b>tanpa peran</b> 4" in result.text and "b" not in result.tags[result.tags.index("main") :]
    assert "Klaim dalam kalimat: tidak ada yang dibaca." in page(tmp_path, document()).text


def test_page_needs_no_network_and_all_its_anchors_exist_once(tmp_path: Path) -> None:
    result = page(tmp_path, document(finding(), finding("HIT002")), document(finding(), path="b.pdf"), failed())
    assert len(result.ids) == len(set(result.ids))
    assert {link.removeprefix("#") for link in result.links} <= set(result.ids)
    assert all(link.startswith("#") for link in result.links)
    assert not {"img", "script", "link", "iframe"} & set(result.tags)
    source = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert not re.search(r"(?:https?:)?//[a-z]|url\(|@import", source)


def test_evidence_in_another_document_is_told_by_its_file(tmp_path: Path) -> None:
    text = page(tmp_path, document(elsewhere("arsip/pk.pdf"))).text
    assert "pk.pdf, hal. 2 · Perjanjian Kinerja" in text and "arsip/pk.pdf" not in text
