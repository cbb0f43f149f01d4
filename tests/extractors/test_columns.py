"""Columns and kinds of whole tables: every family in several orders, settled by neighbours and contents."""

from __future__ import annotations

import pytest

from extractors.columns import column_contents, map_columns
from extractors.leafs import assign_cells, leafs_of
from extractors.table_kinds import table_kind
from schemas.kinerja import Kind, Kolom, Part, Scope
from tests.extractors.grids import table

P = Part
LABELS = ("Persentase jalan mantap", "Cakupan air minum layak", "Indeks kepuasan masyarakat")


def columns(*header: tuple[str, ...], rows: tuple[tuple[str, ...], ...], caption: str = "") -> tuple[Kolom, ...]:
    whole = table(*header, *rows, header_rows=len(header))
    leafs = leafs_of(whole)
    return map_columns(leafs, assign_cells(whole, leafs), caption)


def filled(*kinds: str) -> tuple[tuple[str, ...], ...]:
    """Three rows of the named contents: no, label, satuan, num, pct, rp, word, blank."""
    made = {
        "no": ("1", "2", "3"),
        "label": LABELS,
        "sasaran": ("Meningkatnya kualitas infrastruktur", "Meningkatnya akses", "Meningkatnya layanan"),
        "satuan": ("%", "%", "Nilai"),
        "num": ("80,00", "60,50", "82,25"),
        "pct": ("102,50", "95,00%", "100,91"),
        "rp": ("1.250.000.000", "980.500.000", "45.000.000"),
        "word": ("Sangat Baik", "Baik", "Cukup"),
        "classed": ("63,36 % (Sedang)", "95,00 % (Baik)", "100,91 % (Baik)"),
        "status": ("Tercapai", "Tidak Tercapai", "Melampaui Target"),
        "remark": ("Tercapai berkat tambahan tenaga lapangan", "Tercapai 98% dari rencana", "Menunggu data"),
        "blank": ("", "", ""),
    }
    return tuple(tuple(made[kind][k] for kind in kinds) for k in range(3))


FAMILIES = [
    pytest.param(
        ("Sasaran Strategis", "Indikator Kinerja", "Target"), ("sasaran", "label", "num"),
        (P.SASARAN, P.LABEL, P.TARGET), "Perjanjian Kinerja Tahun 2023", Kind.PERJANJIAN, id="pk",
    ),
    pytest.param(
        ("No", "Sasaran Kegiatan", "Indikator Kinerja", "Satuan", "Target 2023"),
        ("no", "sasaran", "label", "satuan", "num"),
        (P.NOMOR, P.SASARAN, P.LABEL, P.SATUAN, P.TARGET), "Penetapan Kinerja", Kind.PERJANJIAN, id="pk-unit",
    ),
    pytest.param(
        ("No", "Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian (%)"),
        ("no", "label", "satuan", "num", "num", "pct"),
        (P.NOMOR, P.LABEL, P.SATUAN, P.TARGET, P.REALISASI, P.CAPAIAN), "", Kind.CAPAIAN, id="measurement",
    ),
    pytest.param(
        ("Sasaran", "Indikator", "Realisasi", "Target", "% Capaian", "Kategori"),
        ("sasaran", "label", "num", "num", "pct", "word"),
        (P.SASARAN, P.LABEL, P.REALISASI, P.TARGET, P.CAPAIAN, P.KATEGORI), "", Kind.CAPAIAN, id="realisasi-first",
    ),
    pytest.param(
        ("Indikator Kinerja", "Capaian", "Target", "Realisasi"), ("label", "pct", "num", "num"),
        (P.LABEL, P.CAPAIAN, P.TARGET, P.REALISASI), "", Kind.CAPAIAN, id="capaian-first",
    ),
    pytest.param(
        ("Indikator Kinerja", "Target", "Realisasi", "%"), ("label", "num", "num", "pct"),
        (P.LABEL, P.TARGET, P.REALISASI, P.CAPAIAN), "", Kind.CAPAIAN, id="bare-percent",
    ),
    pytest.param(
        ("Indikator Kinerja", "Target", "Realisasi", "Kategori"), ("label", "num", "num", "classed"),
        (P.LABEL, P.TARGET, P.REALISASI, P.CAPAIAN), "", Kind.CAPAIAN, id="class-column-holds-capaian",
    ),
    pytest.param(
        ("Indikator Kinerja", "Realisasi 2022", "Realisasi 2023", "Kenaikan/Penurunan"),
        ("label", "num", "num", "num"),
        (P.LABEL, P.REALISASI, P.REALISASI, P.SELISIH), "", Kind.PERBANDINGAN, id="years",
    ),
    pytest.param(
        ("Indikator Kinerja", "Target Akhir Renstra (2026)", "Realisasi s.d. 2023", "Tingkat Kemajuan (%)"),
        ("label", "num", "num", "pct"),
        (P.LABEL, P.TARGET, P.REALISASI, P.CAPAIAN), "", Kind.PERBANDINGAN, id="medium-term",
    ),
    pytest.param(
        ("Indikator Kinerja", "Realisasi Dinas", "Realisasi Nasional"), ("label", "num", "num"),
        (P.LABEL, P.REALISASI, P.REALISASI), "", Kind.NASIONAL, id="national",
    ),
    pytest.param(
        ("Tujuan", "Sasaran", "Indikator Kinerja", "Target 2021", "Target 2022", "Target 2023"),
        ("sasaran", "sasaran", "label", "num", "num", "num"),
        (P.SASARAN, P.SASARAN, P.LABEL, P.TARGET, P.TARGET, P.TARGET), "", Kind.RENSTRA, id="plan",
    ),
    pytest.param(
        ("Kode", "Program/Kegiatan", "Anggaran (Rp)", "Realisasi (Rp)", "%"),
        ("no", "label", "rp", "rp", "pct"),
        (P.KODE, P.LABEL, P.ANGGARAN, P.REALISASI_ANGGARAN, P.PERSEN), "", Kind.ANGGARAN, id="budget",
    ),
    pytest.param(
        ("Program", "Pagu", "Realisasi", "Sisa Anggaran", "% Realisasi", "Fisik (%)"),
        ("label", "rp", "rp", "rp", "pct", "pct"),
        (P.LABEL, P.ANGGARAN, P.REALISASI_ANGGARAN, P.SISA, P.PERSEN, P.FISIK), "", Kind.ANGGARAN, id="budget-long",
    ),
    pytest.param(
        ("Jenis Belanja", "Realisasi Anggaran", "Pagu Anggaran", "Penyerapan Anggaran (%)"),
        ("label", "rp", "rp", "pct"),
        (P.LABEL, P.REALISASI_ANGGARAN, P.ANGGARAN, P.PERSEN), "", Kind.ANGGARAN, id="budget-realisasi-first",
    ),
    pytest.param(
        ("Sasaran", "Indikator Kinerja", "Anggaran", "Realisasi", "% Capaian"),
        ("sasaran", "label", "rp", "rp", "pct"),
        (P.SASARAN, P.LABEL, P.ANGGARAN, P.REALISASI_ANGGARAN, P.PERSEN), "", Kind.ANGGARAN, id="allocation",
    ),
    pytest.param(
        ("Indikator Kinerja", "% Capaian Kinerja", "% Penyerapan Anggaran", "Tingkat Efisiensi"),
        ("label", "pct", "pct", "pct"),
        (P.LABEL, P.CAPAIAN, P.PERSEN, P.EFISIENSI), "", Kind.EFISIENSI, id="efficiency",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("header", "kinds", "parts", "caption", "kind"), FAMILIES)
def test_parts_and_kind(
    header: tuple[str, ...], kinds: tuple[str, ...], parts: tuple[Part, ...], caption: str, kind: Kind
) -> None:
    kolom = columns(header, rows=filled(*kinds), caption=caption)
    assert tuple(k.part for k in kolom) == parts
    assert table_kind(kolom, caption, "") is kind


def test_quarters_under_two_groups() -> None:
    kolom = columns(
        ("Indikator Kinerja", "Target", "<", "Realisasi", "<"),
        ("^", "TW I", "TW II", "TW I", "TW II"),
        rows=filled("label", "num", "num", "num", "num"),
    )
    assert [(k.part, k.period) for k in kolom[1:]] == [
        (P.TARGET, "TW1"), (P.TARGET, "TW2"), (P.REALISASI, "TW1"), (P.REALISASI, "TW2"),
    ]  # fmt: skip
    assert table_kind(kolom, "", "") is Kind.TRIWULAN


def test_last_year_without_a_figure_is_a_period_of_its_own() -> None:
    kolom = columns(
        ("Indikator", "Target", "Realisasi", "%", "Capaian Tahun Lalu (%)", "Realisasi Tahun Sebelumnya (2022)"),
        rows=filled("label", "num", "num", "num", "num", "num"),
    )
    assert [(k.part, k.year, k.period) for k in kolom[1:]] == [
        (P.TARGET, None, None), (P.REALISASI, None, None), (P.CAPAIAN, None, None),
        (P.CAPAIAN, None, "lalu"), (P.REALISASI, 2022, None),
    ]  # fmt: skip


def test_years_under_groups() -> None:
    kolom = columns(
        ("Indikator Kinerja", "Realisasi", "<", "<", "Target", "<"),
        ("^", "2021", "2022", "2023", "2022", "2023"),
        rows=filled("label", "num", "num", "num", "num", "num"),
    )
    assert [(k.part, k.year) for k in kolom[1:]] == [
        (P.REALISASI, 2021), (P.REALISASI, 2022), (P.REALISASI, 2023), (P.TARGET, 2022), (P.TARGET, 2023),
    ]  # fmt: skip
    assert table_kind(kolom, "", "") is Kind.PERBANDINGAN


def test_groups_under_years() -> None:
    kolom = columns(
        ("Indikator Kinerja", "Tahun 2022", "<", "Tahun 2023", "<"),
        ("^", "Target", "Realisasi", "Target", "Realisasi"),
        rows=filled("label", "num", "num", "num", "num"),
    )
    assert [(k.part, k.year) for k in kolom[1:]] == [
        (P.TARGET, 2022), (P.REALISASI, 2022), (P.TARGET, 2023), (P.REALISASI, 2023),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("caption", "part"),
    [
        ("Tabel 3.3 Perbandingan Realisasi Kinerja Tahun 2021-2023", P.REALISASI),
        ("Tabel 2.1 Target Kinerja 2021 - 2023", P.TARGET),
        ("Tabel 3.4 Perkembangan Capaian", P.CAPAIAN),
    ],
)
def test_bare_years_play_the_part_of_the_caption(caption: str, part: Part) -> None:
    kolom = columns(("Indikator Kinerja", "2021", "2022", "2023"), rows=filled("label", *["num"] * 3), caption=caption)
    assert [(k.part, k.year) for k in kolom[1:]] == [(part, 2021), (part, 2022), (part, 2023)]


def test_scope_of_groups() -> None:
    kolom = columns(
        ("Indikator Kinerja", "Dinas", "<", "Nasional", "<"),
        ("^", "Target", "Realisasi", "Target", "Realisasi"),
        rows=filled("label", "num", "num", "num", "num"),
    )
    assert [k.scope for k in kolom[1:]] == [Scope.OWN, Scope.OWN, Scope.NASIONAL, Scope.NASIONAL]


def test_performance_and_budget_side_by_side() -> None:
    kolom = columns(
        ("Indikator Kinerja", "Kinerja", "<", "<", "Anggaran", "<", "<"),
        ("^", "Target", "Realisasi", "%", "Pagu (Rp)", "Realisasi (Rp)", "%"),
        rows=filled("label", "num", "num", "pct", "rp", "rp", "pct"),
    )
    assert [k.part for k in kolom[1:]] == [
        P.TARGET, P.REALISASI, P.CAPAIAN, P.ANGGARAN, P.REALISASI_ANGGARAN, P.PERSEN,
    ]  # fmt: skip


def test_an_unknown_column_of_figures_is_a_quantity() -> None:
    kolom = columns(("Kecamatan", "Panjang Jalan", "Rusak"), rows=filled("label", "num", "num"))
    assert [k.part for k in kolom] == [P.LABEL, P.JUMLAH, P.JUMLAH]


YEAR_BEFORE = ("Realisasi 2022", "Target 2023", "Realisasi 2023", "Capaian (%)")
OLDER = ("Realisasi 2021", "Realisasi 2022", "Target 2023", "Realisasi 2023", "Capaian 2023")
BOTH_FULL = ("Target 2022", "Realisasi 2022", "Capaian 2022", "Target 2023", "Realisasi 2023", "Capaian 2023")
PLAN_BESIDE = ("Target 2022", "Target 2023", "Realisasi 2023", "Target 2024", "Capaian 2023")


@pytest.mark.parametrize(
    ("heads", "caption", "context", "kind"),
    [
        (YEAR_BEFORE, "Tabel 3.1 Pengukuran Kinerja Tahun 2023", "", Kind.CAPAIAN),
        (YEAR_BEFORE, "", "A. Capaian Kinerja Organisasi", Kind.CAPAIAN),
        (YEAR_BEFORE, "Tabel 3.1 Perbandingan Target dan Realisasi Kinerja", "", Kind.CAPAIAN),
        (YEAR_BEFORE, "Tabel 3.1 Perbandingan antara Realisasi dengan Target Tahun 2023", "", Kind.CAPAIAN),
        (("Capaian 2022", "Target 2023", "Realisasi 2023", "Capaian 2023"), "", "", Kind.CAPAIAN),
        (("Target 2022", "Target 2023", "Realisasi 2023", "Capaian 2023"), "", "", Kind.PERBANDINGAN),
        (OLDER, "Tabel 3.1 Capaian Kinerja Tahun 2023", "", Kind.CAPAIAN),
        (BOTH_FULL, "Tabel 3.1 Capaian Kinerja Tahun 2023", "", Kind.CAPAIAN),
        (YEAR_BEFORE, "Tabel 3.3 Perbandingan Kinerja", "", Kind.PERBANDINGAN),
        (YEAR_BEFORE, "Tabel 3.3 Realisasi Kinerja Dibandingkan dengan Tahun Lalu", "", Kind.PERBANDINGAN),
        (YEAR_BEFORE, "Tabel 3.3 Perkembangan Kinerja", "", Kind.PERBANDINGAN),
        (YEAR_BEFORE, "Tabel 3.3 Realisasi Kinerja Tahun 2022 dan 2023", "", Kind.PERBANDINGAN),
        (YEAR_BEFORE, "", "2. Perbandingan Realisasi Kinerja dengan Tahun Lalu", Kind.PERBANDINGAN),
        (OLDER, "Tabel 3.1 Capaian Kinerja", "", Kind.PERBANDINGAN),
        (BOTH_FULL, "Tabel 3.1 Capaian Kinerja", "", Kind.PERBANDINGAN),
        (PLAN_BESIDE, "Tabel 3.1 Capaian Kinerja Tahun 2023", "", Kind.PERBANDINGAN),
        (("Realisasi 2021", "Target 2023", "Realisasi 2023", "Capaian (%)"), "", "", Kind.PERBANDINGAN),
        (("Realisasi 2022", "Target 2023", "Realisasi 2023"), "", "", Kind.PERBANDINGAN),
        (("Target 2023", "Realisasi 2023", "Realisasi 2024", "Capaian 2023"), "", "", Kind.PERBANDINGAN),
    ],
)
def test_a_measurement_may_show_the_year_before(heads: tuple[str, ...], caption: str, context: str, kind: Kind) -> None:
    kolom = columns(("Indikator Kinerja", *heads), rows=filled("label", *["num"] * len(heads)), caption=caption)
    assert table_kind(kolom, caption, context) is kind


def test_a_year_of_its_own_columns_is_measured_beside_the_year_before() -> None:
    kolom = columns(
        ("Indikator Kinerja", "Realisasi 2022", "Tahun 2023", "<", "<"),
        ("^", "^", "Target", "Realisasi", "%"),
        rows=filled("label", "num", "num", "num", "pct"),
    )
    assert table_kind(kolom, "Tabel 3.1 Capaian Kinerja Tahun 2023", "") is Kind.CAPAIAN


@pytest.mark.parametrize("heading", ["Keterangan", "Ket.", "Status", "Hasil", "Tercapai/Tidak Tercapai", "Capaian"])
def test_a_column_of_statuses_is_a_category_however_it_is_headed(heading: str) -> None:
    kinds = ("label", "num", "num", "status")
    kolom = columns(("Indikator Kinerja", "Target", "Realisasi", heading), rows=filled(*kinds))
    assert [k.part for k in kolom] == [P.LABEL, P.TARGET, P.REALISASI, P.KATEGORI]
    assert table_kind(kolom, "", "") is Kind.CAPAIAN


@pytest.mark.parametrize("contents", ["remark", "word", "blank"])
def test_remarks_are_no_statuses(contents: str) -> None:
    kolom = columns(("Indikator", "Target", "Realisasi", "Keterangan"), rows=filled("label", "num", "num", contents))
    assert kolom[-1].part is P.KETERANGAN


def test_statuses_without_performance_stay_a_remark() -> None:
    kolom = columns(("Uraian", "Pagu", "Keterangan"), rows=filled("label", "rp", "status"))
    assert [k.part for k in kolom] == [P.LABEL, P.ANGGARAN, P.KETERANGAN]


def test_plan_words_tell_a_plan_from_an_agreement() -> None:
    kolom = columns(("Indikator Kinerja", "Target"), rows=filled("label", "num"))
    assert table_kind(kolom, "", "Perjanjian Kinerja Dinas") is Kind.PERJANJIAN
    assert table_kind(kolom, "Rencana Strategis 2021-2026", "") is Kind.RENSTRA
    assert table_kind(kolom, "", "") is Kind.LAIN


def test_contents_of_columns() -> None:
    whole = table(("Uraian", "Pagu", "Kategori"), *filled("label", "rp", "classed"))
    contents = column_contents(assign_cells(whole, leafs_of(whole)), 3)
    assert [c.filled for c in contents] == [3, 3, 3]
    assert [round(c.figures, 1) for c in contents] == [0.0, 1.0, 1.0]
    assert contents[0].prose == 1.0
    assert contents[1].money >= 0.99


@pytest.mark.parametrize(
    "heading",
    [
        "Persentase (%)", "% Keu", "Rasio (%)", "Persen", "% Realisasi", "Capaian Keuangan (%)", "Keuangan (%)",
        "Kinerja Keuangan (%)", "% Keuangan", "Keu. %", "Persentase Keuangan",
    ],
)  # fmt: skip
def test_a_ratio_behind_budget_and_realisation_is_their_percentage(heading: str) -> None:
    heads = ("No", "Program", "Pagu (Rp)", "Realisasi (Rp)", heading)
    parts = [k.part for k in columns(heads, rows=filled("no", "label", "rp", "rp", "pct"))]
    assert parts == [P.NOMOR, P.LABEL, P.ANGGARAN, P.REALISASI_ANGGARAN, P.PERSEN]


@pytest.mark.parametrize("heading", ["Bobot (%)", "Nilai (%)", "Rasio", "Kontribusi (%)"])
def test_another_percentage_of_a_budget_table_is_none(heading: str) -> None:
    heads = ("No", "Program", "Pagu (Rp)", "Realisasi (Rp)", heading)
    assert columns(heads, rows=filled("no", "label", "rp", "rp", "num"))[-1].part is P.JUMLAH


def test_a_ratio_behind_target_and_realisasi_is_the_capaian() -> None:
    heads = ("No", "Indikator", "Target 2031 (%)", "Realisasi 2029 (%)", "Rasio (%)")
    assert columns(heads, rows=filled("no", "label", "num", "num", "pct"))[-1].part is P.CAPAIAN


@pytest.mark.parametrize(
    "heading",
    ["Kinerja s.d. Tahun 2029", "Kinerja sampai dengan Tahun 2029", "s/d 2029", "Kinerja 2029", "Hasil s.d. 2029"],
)
def test_what_was_reached_until_a_year_beside_the_target_of_the_plan(heading: str) -> None:
    heads = ("Indikator Kinerja", heading, "Target Renstra 2031", "Persentase (%)")
    found = columns(heads, rows=filled("label", "num", "num", "pct"))
    assert [k.part for k in found] == [P.LABEL, P.REALISASI, P.TARGET, P.CAPAIAN]
    assert (found[1].year, found[1].period) == (2029, None)


@pytest.mark.parametrize(
    ("heads", "index"),
    [
        (("Indikator Kinerja", "Target s.d. Tahun 2029", "Target Renstra 2031", "Capaian (%)"), 1),
        (("Indikator Kinerja", "Kinerja Tahun 2029", "Target 2030", "Target 2031"), 1),
        (("Indikator Kinerja", "Kinerja Tahun 2033", "Target Renstra 2031", "Capaian (%)"), 1),
        (("Indikator Kinerja", "Realisasi 2029", "Kinerja s.d. Tahun 2030", "Target Renstra 2031"), 2),
    ],
)
def test_it_is_no_realisasi_beside_other_targets_or_a_realisasi(heads: tuple[str, ...], index: int) -> None:
    assert columns(heads, rows=filled("label", "num", "num", "num"))[index].part is not P.REALISASI


@pytest.mark.parametrize(
    ("heads", "kinds"),
    [
        ((("Pagu", "Keuangan", "Keuangan", "Fisik"), ("Pagu", "Rp", "%", "(%)")), ("rp", "rp", "pct", "pct")),
        ((("Pagu", "Keuangan", "Keuangan"), ("Pagu", "(Rp)", "(%)")), ("rp", "rp", "pct")),
        ((("Anggaran", "Keuangan (Rp)", "Keuangan (%)", "Fisik (%)"),), ("rp", "rp", "pct", "pct")),
        ((("Pagu", "Keuangan", "% Keu", "% Fis"),), ("rp", "rp", "pct", "pct")),
    ],
)
def test_money_behind_the_budget_with_its_share_beside_it_was_spent(
    heads: tuple[tuple[str, ...], ...], kinds: tuple[str, ...]
) -> None:
    found = columns(*(("No", "Kegiatan", *row) for row in heads), rows=filled("no", "label", *kinds))
    expected = [P.ANGGARAN, P.REALISASI_ANGGARAN, P.PERSEN, P.FISIK]
    assert [k.part for k in found[2:]] == expected[: len(kinds)]


@pytest.mark.parametrize(
    ("heads", "kinds"),
    [
        (("Pagu", "Keuangan (Rp)", "Keterangan"), ("rp", "rp", "remark")),
        (("Pagu Murni", "Pagu Perubahan", "Keuangan (Rp)", "Keuangan (%)"), ("rp", "rp", "rp", "pct")),
        (("Pagu", "Target", "Keuangan (Rp)", "%"), ("rp", "num", "rp", "pct")),
        (("Pagu", "Keuangan", "% Fisik"), ("rp", "num", "pct")),
    ],
)
def test_money_is_not_what_was_spent_without_share_or_beside_several_budgets(
    heads: tuple[str, ...], kinds: tuple[str, ...]
) -> None:
    found = columns(("No", "Kegiatan", *heads), rows=filled("no", "label", *kinds))
    assert P.REALISASI_ANGGARAN not in [k.part for k in found]


def test_a_row_is_called_by_its_kegiatan_where_nearly_every_row_names_one() -> None:
    heads = ("No", "Program", "Kegiatan", "Pagu (Rp)")
    full = columns(heads, rows=filled("no", "sasaran", "label", "rp"))
    assert [k.part for k in full] == [P.NOMOR, P.SASARAN, P.LABEL, P.ANGGARAN]
    steps = (
        ("1", "Program Pasar", "", "900.000.000"), ("", "", "Pembangunan kios", "500.000.000"),
        ("", "", "Penataan lapak", "400.000.000"), ("2", "Program Harga", "", "300.000.000"),
        ("", "", "Pasar murah", "300.000.000"), ("", "Jumlah", "", "1.200.000.000"),
    )  # fmt: skip
    assert [k.part for k in columns(heads, rows=steps)][1] is P.LABEL
