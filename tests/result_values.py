"""Results built by hand: a PDF with findings, a Word file, a failed file."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from schemas.angka import Angka, AngkaKind
from schemas.finding import Evidence, Expected, Finding, Severity, Stated
from schemas.kinerja import Baris, Fakta, Kind, Kolom, Laporan, Metadata, Part, Tabel
from schemas.narasi import (
    HasilKlaim,
    Kalimat,
    KalimatTeks,
    Klaim,
    KlaimTeks,
    Peran,
    Perihal,
    Putusan,
    RujukanFakta,
    RujukanKlaim,
    Uji,
    Vonis,
    VonisTeks,
)
from schemas.printed import Cell, FileKind, Line, PrintedDocument, SourceFile, Table, TableMethod, TablePart
from schemas.provenance import BBox, DocxPlace, PdfPlace, Place
from schemas.result import DocumentResult, Problem, RunResult, Status, Tally

SHA = "ab" * 32


def pdf_place(page: int = 3, top: float = 100.0) -> PdfPlace:
    return PdfPlace(page=page, bbox=BBox(x0=72.04, top=top, x1=120.26, bottom=top + 12))


def docx_place(block: int = 7, row: int | None = 2) -> DocxPlace:
    return DocxPlace(block=block, row=row, col=1, heading="BAB III")


def angka(text: str, value: str | None = None) -> Angka:
    if not text.strip():
        return Angka(text=text, kind=AngkaKind.BLANK)
    if value is None:
        return Angka(text=text, kind=AngkaKind.NIL if text == "-" else AngkaKind.TEXT)
    return Angka(text=text, kind=AngkaKind.NUMBER, value=Decimal(value))


def fakta(
    part: Part, text: str, value: str | None = None, *, year: int | None = None, place: Place | None = None
) -> Fakta:
    place = place or pdf_place()
    return Fakta(part=part, angka=angka(text, value), place=place, row=1, col=2, header=part.value, year=year)


def baris(label: str, *facts: Fakta, row: int = 1) -> Baris:
    return Baris(table=0, row=row, label=label, fakta=facts, place=pdf_place())


def tabel(
    *rows: Baris, kind: Kind = Kind.CAPAIAN, caption: str | None = "Tabel 3.1 Capaian\nKinerja"
) -> Tabel:
    kolom = (Kolom(col=1, part=Part.LABEL, header="Indikator"),)
    return Tabel(index=0, number=0, caption=caption, kind=kind, kolom=kolom, baris=rows, place=pdf_place())


def laporan(*tables: Tabel, kalimat: tuple[Kalimat, ...] = (), uji: tuple[Uji, ...] = ()) -> Laporan:
    metadata = Metadata(instansi="Dinas Contoh", tahun=2023)
    return Laporan(metadata=metadata, tabel=tables, kalimat=kalimat, uji=uji)


def klaim(
    text: str,
    value: str | None,
    *,
    peran: Peran = Peran.REALISASI,
    mulai: int = 0,
    tahun: int | None = None,
    periode: str | None = None,
    label: str | None = None,
    baris: tuple[RujukanFakta, ...] = (),
    hasil: HasilKlaim = HasilKlaim.TAK_DIUJI,
    alasan: str | None = None,
    place: Place | None = None,
) -> Klaim:
    teks = KlaimTeks(
        peran=peran, angka=text, mulai=mulai, akhir=mulai + len(text), tahun=tahun, periode=periode,
        place=place or pdf_place(),
    )  # fmt: skip
    return Klaim(teks=teks, angka=angka(text, value), label=label, baris=baris, hasil=hasil, alasan=alasan)


def vonis(text: str, vonis: Vonis | None = Vonis.TERCAPAI, kelas: str | None = None, *, mulai: int = 0) -> VonisTeks:
    return VonisTeks(vonis=vonis, kelas=kelas, text=text, mulai=mulai, akhir=mulai + len(text), place=pdf_place())


def kalimat(text: str, *claims: Klaim, vonis: tuple[VonisTeks, ...] = ()) -> Kalimat:
    teks = KalimatTeks(
        text=text, paragraf=1, urutan=0, klaim=tuple(item.teks for item in claims), vonis=vonis, place=pdf_place()
    )
    return Kalimat(teks=teks, klaim=claims)


def uji(
    *rujukan: RujukanKlaim,
    putusan: Putusan = Putusan.COCOK,
    fakta: tuple[RujukanFakta, ...] = (),
    subjek: str = "",
    alasan: str | None = None,
) -> Uji:
    pesan = "Angka kalimat dan tabel berlainan." if putusan is Putusan.SALAH else ""
    return Uji(
        perihal=Perihal.STATUS, putusan=putusan, klaim=rujukan, fakta=fakta, subjek=subjek, pesan=pesan, alasan=alasan
    )


def finding(
    code: str = "HIT001",
    severity: Severity = Severity.ERROR,
    *,
    subject: str = "Persentase jalan mantap",
    place: Place | None = None,
    text: str = "106,54",
    message: str = "Capaian tercetak 106,54, seharusnya 115,09 – 115,10.",
) -> Finding:
    return Finding(
        code=code,
        name="capaian-salah-hitung",
        severity=severity,
        subject=subject,
        message=message,
        stated=Stated(text=text, value="106.54"),
        expected=Expected(text="115,09 – 115,10", low="115.09", high="115.10", rule="R/T"),
        hint="digit tertukar",
        evidence=(
            Evidence(
                role="capaian",
                text=text,
                place=place or pdf_place(),
                table="Tabel 3.1",
                label=f"{subject} / Capaian",
                row=1,
                col=4,
            ),
        ),
    )


def elsewhere(path: str) -> Finding:
    """A finding with a second piece of evidence in another document."""
    base = finding("LIN001")
    lain = Evidence(role="target", text="52", place=pdf_place(2), table="Perjanjian Kinerja", document=path)
    return replace(base, evidence=(*base.evidence, lain))


def sentence_finding(sentence: str, *texts: str) -> Finding:
    """A finding whose evidence is numbers of one sentence, the doubted one first."""
    evidence = tuple(Evidence(role="narasi", text=text, place=pdf_place(), label=sentence) for text in texts)
    return replace(finding("NAR001", text=texts[0]), evidence=evidence, expected=None, hint=None)


def printed() -> PrintedDocument:
    line = Line(text="=1+1", place=pdf_place())
    table = Table(
        caption="Tabel 3.1",
        rows=1,
        cols=2,
        cells=(Cell(row=0, col=1, lines=(line,), place=pdf_place()),),
        parts=(TablePart(place=pdf_place(), first_row=0, last_row=0),),
        method=TableMethod.RULED,
    )
    source = SourceFile(path="lapor/contoh.pdf", sha256=SHA, size_bytes=10, kind=FileKind.PDF)
    return PrintedDocument(source=source, pages=5, blocks=(line, table))


def document(
    *findings: Finding, status: Status = Status.OK, path: str = "lapor/contoh.pdf"
) -> DocumentResult:
    return DocumentResult(
        path=path,
        sha256=SHA,
        family="lkjip",
        status=status,
        pages=5,
        seconds=1.26,
        instansi="Dinas Contoh",
        tahun=2023,
        tally={"HIT001": Tally(ok=9, finding=len(findings), unchecked={"target kosong": 2})},
        findings=tuple(replace(item, finding_id=f"{number:016x}") for number, item in enumerate(findings)),
        rows_checked=9 + len(findings),
        rows_unchecked=2,
        printed=printed(),
        laporan=laporan(
            tabel(baris("Persentase jalan mantap", fakta(Part.TARGET, "90,00", "90.00", year=2023)))
        ),
    )


def failed(path: str = "lapor/rusak.pdf") -> DocumentResult:
    problem = Problem(stage="read", kind="encrypted", message="berkas terkunci; simpan ulang tanpa sandi.")
    return DocumentResult(path=path, sha256=None, family=None, status=Status.FAILED, problems=(problem,))


def run_of(*documents: DocumentResult) -> RunResult:
    return RunResult(
        run_id="20240131-101500-ab12",
        started="2024-01-31T10:15:00+07:00",
        tool="capaian 0.1.0",
        config_hash="0123456789abcdef",
        documents=documents,
    )
