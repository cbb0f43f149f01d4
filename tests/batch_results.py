"""Results of a batch built by hand: entries of all outcomes and findings of all states."""

from __future__ import annotations

from schemas.batch import MIB, BatchResult, EntryOutcome, FindingLine, FindingState, Keys, ManifestLine

SHA = "ab" * 32
RUN_ID = "20240201-010000-00ff"
PREVIOUS = "20240131-010000-a1b2"
SINCE = f"31-01-2024 pukul 01.00 ({PREVIOUS})"
KEYS = Keys(tool="capaian 0.1.0", config="c0ffee", kamus="ca3b", reading="0ead", checking="c4ec")


def line(name: str, outcome: EntryOutcome = EntryOutcome.DONE, *, folder: str = "laporan") -> ManifestLine:
    """An entry that was read whole, whatever its outcome says."""
    return ManifestLine(
        path=f"{folder}/{name}", name=name, outcome=outcome, sha256=SHA, status="ok", attempts=1, seconds=3.14159,
        peak_bytes=150 * MIB + MIB // 4, findings=2,
    )  # fmt: skip


def failed_line(name: str = "2023/rusak.pdf") -> ManifestLine:
    return ManifestLine(
        path=f"laporan/{name}", name=name, outcome=EntryOutcome.FAILED, sha256="cd" * 32, status="failed",
        stage="read", kind="encrypted", message="berkas terkunci; simpan ulang tanpa sandi.", attempts=1, seconds=0.2,
    )  # fmt: skip


def partial_line(name: str = "2023/gambar.pdf") -> ManifestLine:
    return ManifestLine(
        path=f"laporan/{name}", name=name, outcome=EntryOutcome.RECHECKED, sha256="ef" * 32, status="partial",
        stage="read", kind="no-text-layer", message="halaman 2 berupa gambar; jalankan OCR.", attempts=1, seconds=1.0,
        findings=1,
    )  # fmt: skip


def duplicate_line(name: str = "2023/salinan.pdf") -> ManifestLine:
    return ManifestLine(
        path=f"laporan/{name}", name=name, outcome=EntryOutcome.DUPLICATE, sha256=SHA, status="skipped",
        same_as="laporan/2023/lkjip.pdf", stage="intake", kind="same-content",
        message="isinya sama persis dengan laporan/2023/lkjip.pdf.",
    )  # fmt: skip


def ignored_line(name: str = "2023/~$catatan.docx") -> ManifestLine:
    return ManifestLine(
        path=f"laporan/{name}", name=name, outcome=EntryOutcome.IGNORED, stage="intake", kind="temporary",
        message="berkas sementara Word; bukan dokumen.",
    )  # fmt: skip


def change(state: FindingState, path: str = "2023/lkjip.pdf", *, subject: str = "Indeks layanan") -> FindingLine:
    return FindingLine(
        finding_id="00f1e2d3c4b5a697", sha256=SHA, path=path, code="HIT001", severity="error", subject=subject,
        message="Capaian tercetak 106,54, seharusnya 115,09 – 115,10.", signature="5167", page=26, state=state,
        first_seen=PREVIOUS, last_seen=RUN_ID,
    )  # fmt: skip


def batch(
    *manifest: ManifestLine, changes: tuple[FindingLine, ...] = (), previous: str | None = PREVIOUS
) -> BatchResult:
    return BatchResult(
        run_id=RUN_ID, started="2024-02-01T01:00:00+07:00", finished="2024-02-01T01:02:03.450000+07:00",
        folder="laporan", keys=KEYS, manifest=manifest, changes=changes, previous=previous,
    )  # fmt: skip


def night() -> BatchResult:
    """A night with every outcome."""
    return batch(
        line("2023/lkjip.pdf"), failed_line(), partial_line(), duplicate_line(), ignored_line(),
        line("2022/lkjip.docx", EntryOutcome.UNCHANGED),
        changes=(change(FindingState.NEW), change(FindingState.FIXED), change(FindingState.GONE, "2021/hilang.pdf")),
    )  # fmt: skip
