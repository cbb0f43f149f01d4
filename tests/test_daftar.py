from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.checks import CHECKS
from pipeline.daftar import KODE_PEMERIKSAAN, TANPA_PENGUJI, claim_tally, claims, contents, indicators, values
from schemas.kinerja import Arah, Baris, Fakta, JenisBaris, Kind, Laporan, Part, Scope, Tabel
from schemas.narasi import HasilKlaim, Perihal, Putusan, RujukanFakta, RujukanKlaim, Vonis
from tests.result_values import baris, fakta, kalimat, klaim, laporan, tabel, uji, vonis

VERDICT = RujukanKlaim(kalimat=0, vonis=0)
ROW = RujukanFakta(tabel=0, baris=0)


def row(identity: str, *facts: Fakta, label: str = "Jalan mantap", jenis: JenisBaris = JenisBaris.BUTIR) -> Baris:
    return replace(baris(label, *facts), indikator=identity, arah=Arah.NAIK, jenis=jenis)


def figures(target: str, realisasi: str, capaian: str, year: int | None = None) -> tuple[Fakta, ...]:
    parts = ((Part.TARGET, target), (Part.REALISASI, realisasi), (Part.CAPAIAN, capaian))
    return tuple(fakta(part, text, "1", year=year) for part, text in parts if text)


def told(made: Laporan) -> list[tuple[str | None, ...]]:
    return [
        (item.tabel.caption, *(fact and fact.text for fact in (item.target, item.realisasi, item.capaian)))
        for item in indicators(made)
    ]


def test_an_indicator_stands_once_with_the_row_of_its_main_table() -> None:
    plan = tabel(row("jalan", *figures("80", "", "")), kind=Kind.PERJANJIAN, caption="PK")
    years = tabel(row("jalan", *figures("80", "81", "", 2022)), kind=Kind.PERBANDINGAN, caption="Tahun lalu")
    scanty = tabel(row("jalan", *figures("80", "82", "")), caption="Ringkas")
    main = tabel(row("jalan", *figures("80", "82", "102,5")), row("air", *figures("5", "", "")), caption="Utama")
    annex = replace(tabel(row("jalan", *figures("1", "1", "1")), caption="Lampiran"), lampiran=True)
    assert told(laporan(plan, years, annex, scanty, main)) == [
        ("Utama", "80", "82", "102,5"),
        ("Utama", "5", None, None),
    ]


def test_parents_totals_and_rows_without_identity_are_no_indicators() -> None:
    rows = (row("a", jenis=JenisBaris.INDUK), row("b", jenis=JenisBaris.JUMLAH), row(""))
    assert indicators(laporan(tabel(*rows))) == ()


def test_figures_are_those_of_the_report_year_the_office_and_the_whole_year() -> None:
    facts = (
        fakta(Part.REALISASI, "70", "70", year=2022),
        replace(fakta(Part.REALISASI, "71", "71", year=2023), scope=Scope.NASIONAL),
        replace(fakta(Part.REALISASI, "72", "72", year=2023), period="TW1"),
        fakta(Part.REALISASI, "73", "73", year=2023),
        fakta(Part.TARGET, "60", "60", year=2022),
    )
    (item,) = indicators(laporan(tabel(row("jalan", *facts))))
    assert item.realisasi is not None and item.realisasi.text == "73"
    assert (item.target, item.tahun) == (None, 2023)


@pytest.mark.parametrize(
    ("judged", "hasil", "alasan"),
    [
        ([], HasilKlaim.TAK_DIUJI, TANPA_PENGUJI),
        ([uji(VERDICT, putusan=Putusan.TAK_DIUJI, alasan="dua target")], HasilKlaim.TAK_DIUJI, "dua target"),
        ([uji(VERDICT)], HasilKlaim.COCOK_HITUNG, None),
        ([uji(VERDICT, fakta=(ROW,))], HasilKlaim.COCOK_TABEL, None),
        ([uji(VERDICT), uji(VERDICT, putusan=Putusan.SALAH, fakta=(ROW,))], HasilKlaim.BEDA_TABEL, None),
        ([uji(VERDICT, fakta=(ROW,)), uji(VERDICT, putusan=Putusan.SALAH)], HasilKlaim.SALAH_HITUNG, None),
        ([uji(RujukanKlaim(kalimat=1, vonis=0))], HasilKlaim.TAK_DIUJI, TANPA_PENGUJI),
    ],
)
def test_a_verdict_ends_as_its_judgements_say(judged: list[object], hasil: HasilKlaim, alasan: str | None) -> None:
    sentence = kalimat("Target tercapai.", vonis=(vonis("tercapai", mulai=7),))
    made = replace(laporan(tabel(row("jalan")), kalimat=(sentence,)), uji=tuple(judged))  # type: ignore[arg-type]
    (butir,) = claims(made)
    assert (butir.hasil, butir.alasan) == (hasil, alasan)


@pytest.mark.parametrize("perihal", list(Perihal))
def test_the_check_named_for_a_subject_is_the_one_that_reports_it(perihal: Perihal) -> None:
    sentence = kalimat("Target tercapai.", vonis=(vonis("tercapai", mulai=7),))
    wrong = replace(uji(VERDICT, putusan=Putusan.SALAH, subjek="jalan"), perihal=perihal)
    made = replace(laporan(kalimat=(sentence,)), uji=(wrong,))
    reporting = {check.code for check in CHECKS if any(answer.finding for answer in check.run(made))}
    assert reporting == {KODE_PEMERIKSAAN[perihal]}


def test_reasons_of_other_judgements_are_kept_but_not_counted_as_unchecked() -> None:
    sentence = kalimat("Target tercapai.", vonis=(vonis("tercapai", mulai=7),))
    left = replace(uji(VERDICT, putusan=Putusan.TAK_DIUJI, alasan="tanpa skala"), perihal=Perihal.ISTILAH)
    made = replace(laporan(kalimat=(sentence,)), uji=(left, replace(uji(VERDICT), aturan="R >= T")))
    (butir,) = claims(made)
    assert (butir.hasil, butir.alasan, butir.lain) == (HasilKlaim.COCOK_HITUNG, None, ("tanpa skala",))
    assert (butir.pemeriksaan, butir.aturan) == (("PRE002",), ("R >= T",))
    assert claim_tally(made).unchecked == {}


def test_claims_and_verdicts_come_in_printed_order_and_none_is_lost() -> None:
    first = kalimat(
        "Realisasi 5 melampaui target 4.",
        klaim("5", "5", mulai=10, hasil=HasilKlaim.COCOK_TABEL),
        klaim("4", "4", mulai=29, alasan="lain tahun"),
        vonis=(vonis("melampaui", Vonis.MELAMPAUI, mulai=12),),
    )
    made = laporan(kalimat=(first, kalimat("Sangat baik.", vonis=(vonis("Sangat baik", None, "Sangat baik"),))))
    assert [butir.mulai for butir in claims(made)] == [10, 12, 29, 0]
    tally = claim_tally(made)
    assert tally.read == 4 == sum(tally.by_result.values())
    assert tally.by_result == {HasilKlaim.COCOK_TABEL: 1, HasilKlaim.TAK_DIUJI: 3}
    assert tally.unchecked == {"lain tahun": 1, TANPA_PENGUJI: 2}
    assert (tally.against_tables, tally.recomputed) == (1, 0)


def test_contents_count_what_the_lists_hold() -> None:
    tables: tuple[Tabel, ...] = (tabel(row("jalan", *figures("80", "82", "")), row("air", *figures("5", " ", ""))),)
    made = laporan(*tables, kalimat=(kalimat("Realisasi 5.", klaim("5", "5")),))
    held = contents(made)
    assert (held.tables, held.unmapped, held.rows, held.sentences) == (1, 0, 2, 1)
    assert (held.values, held.indicators) == (len(list(values(made))), len(indicators(made))) == (3, 2)
