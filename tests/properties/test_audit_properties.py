"""What holds for every report: honest rounding is no defect, the order of rows is none, and ids come from content."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal, localcontext

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.angka_id import parse_angka
from pipeline.aturan import tetapkan_aturan
from pipeline.audit import run_checks
from pipeline.normalise import normalise
from schemas.finding import Finding
from schemas.kinerja import Baris, Fakta, Kind, Kolom, Laporan, Metadata, Part, Tabel
from schemas.provenance import BBox, PdfPlace

SHA = "0" * 64
WORDS = ("irigasi", "perpustakaan", "terminal", "puskesmas", "pasar", "sekolah", "taman", "arsip")
PARTS = (Part.TARGET, Part.REALISASI, Part.CAPAIAN)
MODES = st.sampled_from((ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_DOWN))
RULES = {
    "R/T": ("Persentase layanan {} yang terpenuhi", lambda t, r: r / t * 100),
    "(2T-R)/T": ("Tingkat Pengangguran Terbuka wilayah {}", lambda t, r: (2 * t - r) / t * 100),
}


def printed(value: Decimal, digits: int, mode: str) -> str:
    return str(value.quantize(Decimal(1).scaleb(-digits), rounding=mode)).replace(".", ",")


def place(row: int, col: int) -> PdfPlace:
    return PdfPlace(page=1, bbox=BBox(x0=col * 50.0, top=row * 20.0, x1=col * 50.0 + 40, bottom=row * 20.0 + 15))


def baris(row: int, label: str, texts: tuple[str, ...]) -> Baris:
    fakta = tuple(
        Fakta(part=part, angka=parse_angka(text, separator="id"), place=place(row, col), row=row, col=col, header=part)
        for col, (part, text) in enumerate(zip(PARTS, texts, strict=True), start=1)
    )
    return Baris(table=0, row=row, label=label, satuan="%", fakta=fakta, place=place(row, 0))


def audited(rows: list[tuple[str, tuple[str, ...]]]) -> tuple[Finding, ...]:
    kolom = tuple(Kolom(col=col, part=part, header=part) for col, part in enumerate((Part.LABEL, *PARTS)))
    tabel = Tabel(
        index=0,
        number=0,
        caption="Tabel 3.1 Capaian Kinerja Tahun 2023",
        kind=Kind.CAPAIAN,
        kolom=kolom,
        baris=tuple(baris(row, *one) for row, one in enumerate(rows, start=1)),
        tahun=2023,
        place=place(0, 0),
    )
    laporan = Laporan(metadata=Metadata(tahun=2023), tabel=(tabel,))
    return run_checks(tetapkan_aturan(normalise(laporan)), SHA).findings


@st.composite
def honest_row(draw: st.DrawFn, word: str) -> tuple[str, tuple[str, ...]]:
    """A row whose realisasi and capaian are rounded from one true value, each by a tie rule of its own."""
    label, rule = draw(st.sampled_from(sorted(RULES.values(), key=lambda r: r[0])))
    target = Decimal(draw(st.integers(50, 9999))) / 100
    true = Decimal(draw(st.integers(1, 10_000_000))) / 100_000
    digits, shown = draw(st.integers(1, 3)), draw(st.integers(0, 2))
    with localcontext() as context:
        context.prec = 40
        capaian = rule(target, true)
    texts = (
        str(target).replace(".", ","),
        printed(true, digits, draw(MODES)),
        printed(capaian, shown, draw(MODES)),
    )
    return label.format(word), texts


HONEST = st.tuples(*(honest_row(word) for word in WORDS[:5])).map(list)
FREE = st.lists(
    st.tuples(
        st.sampled_from([f"Persentase layanan {word} yang terpenuhi" for word in WORDS]),
        st.tuples(*(st.integers(1, 20_000).map(lambda n: f"{n // 100},{n % 100:02d}") for _ in PARTS)),
    ),
    min_size=2,
    max_size=6,
    unique_by=lambda row: row[0],
)


@given(HONEST)
@settings(max_examples=60, deadline=None)
def test_honest_rounding_is_never_a_finding(rows: list[tuple[str, tuple[str, ...]]]) -> None:
    assert [f.message for f in audited(rows) if f.code in {"HIT001", "HIT002", "HIT006", "HIT007"}] == []


@given(FREE, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_the_order_of_rows_changes_no_finding(rows: list[tuple[str, tuple[str, ...]]], random: object) -> None:
    shuffled = list(rows)
    random.shuffle(shuffled)  # type: ignore[attr-defined]

    def told(found: tuple[Finding, ...]) -> list[tuple[str, str, str]]:
        return sorted((f.code, f.subject, f.stated.text if f.stated else "") for f in found)

    assert told(audited(rows)) == told(audited(shuffled))


@given(FREE)
@settings(max_examples=30, deadline=None)
def test_one_report_twice_gives_the_same_ids(rows: list[tuple[str, tuple[str, ...]]]) -> None:
    first, second = ([f.finding_id for f in audited(rows)] for _ in range(2))
    assert first == second
    assert len(set(first)) == len(first)
    assert all(first)
