"""Builds small Word files out of raw XML, so that a test holds exactly the marks it is about."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Mapping
from pathlib import Path

from extractors.readers.docx import read_docx
from schemas.printed import FileKind, PrintedDocument, SourceFile

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    }.items()
)
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PART_KINDS = {"styles", "numbering", "settings", "footnotes", "endnotes"}


def part(name: str, inner: str) -> str:
    """A whole XML part with the root `w:<name>`."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{name} {NAMESPACES}>{inner}</w:{name}>'


def p(content: str = "", properties: str = "") -> str:
    """A paragraph; plain text becomes a run."""
    runs = content if content.startswith("<") or not content else r(content)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{runs}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run."""
    marks = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{marks}<w:t xml:space="preserve">{text}</w:t></w:r>'


def tc(content: str = "", *, span: int = 1, merge: str | None = None, marks: str = "") -> str:
    """A cell; `merge` is `restart` or `continue`; content not in tags becomes a paragraph."""
    vertical = (
        "" if merge is None else f'<w:vMerge w:val="{merge}"/>' if merge == "restart" else "<w:vMerge/>"
    )
    properties = f'<w:gridSpan w:val="{span}"/>{vertical}{marks}'
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content if content.startswith('<') else p(content)}</w:tc>"


def tr(*cells: str, marks: str = "") -> str:
    """A row; a cell that is plain text becomes a `w:tc`."""
    inner = "".join(cell if cell.startswith("<") else tc(cell) for cell in cells)
    return f"<w:tr>{f'<w:trPr>{marks}</w:trPr>' if marks else ''}{inner}</w:tr>"


def tbl(*rows: str, widths: tuple[int, ...] = ()) -> str:
    """A table."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def level(index: int, number_format: str, text: str, extra: str = "", start: int = 1) -> str:
    """A list level."""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{number_format}"/>'
        f'{extra}<w:lvlText w:val="{text}"/></w:lvl>'
    )


def source_of(path: Path) -> SourceFile:
    """The file as intake hands it over."""
    data = path.read_bytes()
    return SourceFile(
        path=str(path), sha256=hashlib.sha256(data).hexdigest(), size_bytes=len(data), kind=FileKind.DOCX
    )


def write_word(
    path: Path, body: str, parts: Mapping[str, str] | None = None, prologue: str = ""
) -> SourceFile:
    """Writes a Word file.

    Args:
        path: where to.
        body: content of `w:body`.
        parts: content of further parts by root name (`styles`, `numbering`, `footnotes` …) or, for headers
            and footers, by relationship id (`hdr1`, `ftr1`).
        prologue: what stands before the root of the main part, such as a DTD.
    """
    document = part("document", f"<w:body>{body}</w:body>")
    document = document.replace("?>", f"?>{prologue}", 1)
    relations, files = [], {"word/document.xml": document}
    for name, inner in (parts or {}).items():
        kind = name if name in PART_KINDS else {"hdr": "header", "ftr": "footer"}[name[:3]]
        root = name if name in PART_KINDS else name[:3]
        files[f"word/{name}.xml"] = part(root, inner)
        relations.append(f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{name}.xml"/>')
    main = f'<Relationship Id="m" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    files["_rels/.rels"] = f'<Relationships xmlns="{RELATIONS}">{main}</Relationships>'
    files["word/_rels/document.xml.rels"] = (
        f'<Relationships xmlns="{RELATIONS}">{"".join(relations)}</Relationships>'
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return source_of(path)


def read_body(tmp_path: Path, body: str, parts: Mapping[str, str] | None = None) -> PrintedDocument:
    """Writes and reads a Word file."""
    return read_docx(write_word(tmp_path / "contoh.docx", body, parts))


def texts(printed: PrintedDocument) -> list[str]:
    """Texts of the body lines."""
    return [line.text for line in printed.lines]
