"""Whatever the figures: equal ones accuse nobody, one changed figure is one finding, in whatever order they stand."""

from __future__ import annotations

from decimal import Decimal
from hashlib import sha256

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.audit import Audit, run_link_checks
from pipeline.link import tautkan
from schemas.kinerja import Part
from schemas.tautan import Ikhtisar, IndikatorDokumen, JenisDokumen
from tests.tautan_bentuk import KANTOR, indikator, sebutan

calm = settings(deadline=None)  # a busy machine is no defect

NAMES = (
    "Persentase kebun terawat",
    "Indeks mutu benih",
    "Cadangan pangan desa",
    "Persentase aduan yang selesai",
    "Nilai evaluasi lembaga",
)
VALUES = st.lists(
    st.decimals(min_value=1, max_value=900, places=2), min_size=len(NAMES), max_size=len(NAMES), unique=True
)
ROW = st.integers(min_value=0, max_value=len(NAMES) - 1)
ORDER = st.permutations(range(len(NAMES)))


def printed(value: Decimal, *, bare: bool = False) -> str:
    """The value in Indonesian digits, without needless zeros when bare."""
    text = f"{value.normalize():f}" if bare else f"{value:f}"
    return text.replace(".", ",")


def digest(berkas: str, jenis: JenisDokumen, tahun: int, isi: list[IndikatorDokumen]) -> Ikhtisar:
    return Ikhtisar(
        path=berkas,
        sha256=sha256(repr((berkas, isi)).encode()).hexdigest(),
        jenis=jenis,
        instansi="Dinas Tenaga Kerja Kabupaten Randualas",
        kantor=KANTOR,
        tahun=tahun,
        indikator=tuple(isi),
    )


def answers(report: Ikhtisar, other: Ikhtisar) -> Audit:
    """What the checks say of the report, the same from whichever end the files come."""
    audit = run_link_checks(tautkan([report, other], [0, 1]).tautan[0])
    assert run_link_checks(tautkan([other, report], [0, 1]).tautan[1]) == audit
    return audit


def agreed(values: list[Decimal], promised: list[Decimal], order: list[int]) -> Audit:
    rows = [indikator(name, sebutan(Part.TARGET, 2023, printed(v))) for name, v in zip(NAMES, values, strict=True)]
    janji = [indikator(NAMES[at], sebutan(Part.TARGET, 2023, printed(promised[at], bare=True))) for at in order]
    return answers(
        digest("lkjip.pdf", JenisDokumen.LAPORAN, 2023, rows), digest("pk.pdf", JenisDokumen.PERJANJIAN, 2023, janji)
    )


def repeated(values: list[Decimal], before: list[Decimal], order: list[int]) -> Audit:
    rows = [indikator(name, sebutan(Part.REALISASI, 2022, printed(v))) for name, v in zip(NAMES, values, strict=True)]
    lalu = [indikator(NAMES[at], sebutan(Part.REALISASI, 2022, printed(before[at]))) for at in order]
    return answers(
        digest("lkjip-2023.pdf", JenisDokumen.LAPORAN, 2023, rows),
        digest("lkjip-2022.pdf", JenisDokumen.LAPORAN, 2022, lalu),
    )


def changed(values: list[Decimal], at: int) -> list[Decimal]:
    """The values with one that is larger than rounding explains, and like none of the others."""
    other = values[at] + Decimal("1.37")
    while other in values:
        other += Decimal("0.01")
    return [other if number == at else value for number, value in enumerate(values)]


@calm
@given(VALUES, ORDER)
def test_equal_figures_accuse_nobody(values: list[Decimal], order: list[int]) -> None:
    for audit, code in ((agreed(values, values, order), "LIN001"), (repeated(values, values, order), "LIN002")):
        assert audit.findings == ()
        assert audit.tally[code].ok == len(NAMES) and not audit.tally[code].unchecked


@calm
@given(VALUES, ROW, ORDER)
def test_one_changed_target_is_one_finding(values: list[Decimal], at: int, order: list[int]) -> None:
    audit = agreed(changed(values, at), values, order)
    (finding,) = audit.findings
    assert (finding.code, finding.subject) == ("LIN001", NAMES[at])
    assert finding.expected is not None and finding.expected.text == printed(values[at], bare=True)
    assert audit.tally["LIN001"].ok == len(NAMES) - 1


@calm
@given(VALUES, ROW, ORDER)
def test_one_changed_realisasi_is_one_finding(values: list[Decimal], at: int, order: list[int]) -> None:
    audit = repeated(changed(values, at), values, order)
    (finding,) = audit.findings
    assert (finding.code, finding.subject) == ("LIN002", NAMES[at])
    assert finding.stated is not None and finding.stated.text == printed(changed(values, at)[at])
    assert [item.document for item in finding.evidence] == [None, "lkjip-2022.pdf"]


@calm
@given(VALUES, ORDER)
def test_nothing_is_said_where_nothing_agrees(values: list[Decimal], order: list[int]) -> None:
    shifted = [value + Decimal("1.11") * (number + 1) for number, value in enumerate(values)]
    for audit, code in ((agreed(shifted, values, order), "LIN001"), (repeated(shifted, values, order), "LIN002")):
        assert audit.findings == () and audit.tally[code].ok == 0
