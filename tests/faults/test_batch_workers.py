"""Workers of `capaian batch` hang, crash or need too much: it costs the document at most, and never the night."""

from __future__ import annotations

import signal
import zipfile
import zlib
from contextlib import suppress
from pathlib import Path

import psutil

from tests.batch.runs import manifest
from tests.faults.batch_process import Running, started, wait_until
from tests.faults.batch_state import CODE, Archive, ageless, archive, assert_tidy, small, state
from tests.faults.conftest import Undisturbed
from tests.small_files import GOOD_ROWS, WRONG_ROW, write_docx, write_pdf


def lines(run: Path) -> dict[str, dict[str, str]]:
    """Lines of the manifest by name of the file."""
    return {Path(line["path"]).name: line for line in manifest(run)}


def kinds(place: Archive) -> list[str]:
    return [row["kind"] for row in place.rows("select kind from attempt order by number")]


def kill_worker(running: Running, place: Archive) -> bool:
    """Kills workers until the ledger tells of a try that ended; False when the batch came to its end."""
    tried = len(kinds(place))

    def told() -> bool:
        if not running.alive() or len(kinds(place)) > tried:
            return True
        for worker in running.workers():
            with suppress(psutil.NoSuchProcess):
                worker.kill()
        return False

    wait_until(told, "the end of a try")
    return running.alive()


def wait_for_tries(running: Running, place: Archive, number: int) -> None:
    def tried() -> bool:
        assert running.alive(), running.stderr
        known = place.database.exists() and place.rows("select 1 from sqlite_master where name = 'attempt'")
        return bool(known) and len(kinds(place)) >= number

    wait_until(tried, f"{number} tries")


def test_one_worker_that_hangs_and_one_that_dies_change_nothing(undisturbed: Undisturbed, tmp_path: Path) -> None:
    place = undisturbed.archive(tmp_path / "hasil")
    with started(place, "--time-limit", "4") as running:
        wait_for_tries(running, place, 3)
        hung = running.worker()
        hung.suspend()
        wait_for_tries(running, place, 4)
        assert not hung.is_running()
        while "crashed" not in kinds(place):
            assert kill_worker(running, place)
        assert running.end() == CODE, running.stderr
    assert place.kinds("dinas-keliru.docx")[0] == "time-limit"
    lost = [place.kinds(name) for name in ("dinas-keliru.docx", "irigasi-2023.docx")]
    assert sorted(kind for tries in lost for kind in tries) == ["", "", "crashed", "time-limit"]
    undisturbed.assert_same(place)


def write_bursting_pdf(path: Path, unpacked_bytes: int = 96 << 20) -> Path:
    """A small PDF whose page unpacks to far more, before which its library gives up together with its process."""
    content = zlib.compress(b"BT /F1 12 Tf 50 700 Td (LAPORAN KINERJA TAHUN 2023) Tj ET\n" + b" " * unpacked_bytes)
    font = b"<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources " + font + b" >>",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%b\nendstream" % (len(content), content),
    )
    body = b"%PDF-1.7\n"
    places = []
    for number, text in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%b\nendobj\n" % (number, text)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(body)
    path.write_bytes(body + b"xref\n0 5\n0000000000 65535 f \n" + table + end)
    return path


def test_a_document_that_kills_its_worker_every_time_is_given_up_and_remembered(tmp_path: Path) -> None:
    folder, slow = tmp_path / "masuk", tmp_path / "lambat.toml"
    folder.mkdir()
    slow.write_text("settle_seconds = 0\nbackoff_seconds = 600\n")
    small(folder / "a.docx", 1)
    write_bursting_pdf(folder / "z.pdf")
    place, calm = archive(folder, tmp_path / "hasil"), archive(folder, tmp_path / "tenang")
    little = ("--memory-limit", "64")
    with started(place, *little, "--config", str(slow)) as running:
        wait_for_tries(running, place, 2)
        running.signal_group(signal.SIGINT)  # while it waits for the second try
        assert running.end() == 130, running.stderr
    assert place.kinds("z.pdf") == ["crashed"]
    with started(place, *little) as running:  # what one run did not give up, the next one does not take for given up
        assert running.end() == 3, running.stderr
    assert place.kinds("z.pdf") == ["crashed"] * 4 and place.kinds("a.docx") == [""]
    told = " ".join(running.stdout.split())
    assert "z.pdf: proses pekerja mati oleh sinyal" in told and "--memory-limit (sekarang 64 MiB)" in told
    line = lines(place.night(*little))["z.pdf"]
    assert (line["outcome"], line["kind"], line["attempts"]) == ("failed", "crashed", "0")
    place.night(*little, "--retry-failed")
    assert place.kinds("z.pdf") == ["crashed"] * 7
    place.night(code=1)
    calm.night(code=1)
    assert_tidy(place)
    assert ageless(state(place)) == ageless(state(calm))


def write_heavy_docx(path: Path, paragraphs: int = 300_000) -> None:
    """A Word file of a few kilobytes whose text needs more memory than many another."""
    write_docx(path)
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    text = b"<w:p><w:r><w:t>kata</w:t></w:r></w:p>" * paragraphs
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:sectPr", text + b"<w:sectPr", 1)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)


def test_documents_beyond_the_limits_are_listed_and_wait_for_other_limits(tmp_path: Path) -> None:
    folder = tmp_path / "masuk"
    folder.mkdir()
    small(folder / "a.docx", 1)
    write_pdf(folder / "panjang.pdf", (*GOOD_ROWS, WRONG_ROW), repeat=400)
    place = archive(folder, tmp_path / "hasil")
    with started(place, "--time-limit", "1") as running:
        assert running.end() == 3, running.stderr
    told = " ".join(running.stdout.split())
    assert "panjang.pdf: belum selesai setelah 1 detik" in told and "--time-limit" in told
    assert lines(place.night("--time-limit", "1"))["panjang.pdf"]["outcome"] == "failed"
    assert place.kinds("panjang.pdf") == ["time-limit"] * 2
    (folder / "panjang.pdf").unlink()
    write_heavy_docx(folder / "berat.docx")
    with started(place, "--memory-limit", "64") as running:
        assert running.end() == 3, running.stderr
    told = " ".join(running.stdout.split())
    assert "berat.docx: memori habis" in told and "batas 64 MiB, --memory-limit" in told
    assert lines(place.night("--memory-limit", "64"))["berat.docx"]["outcome"] == "failed"
    assert place.kinds("berat.docx") == ["memory-limit"]
    place.night("--memory-limit", "65")
    assert place.kinds("berat.docx") == ["memory-limit"] * 2 and place.kinds("a.docx") == [""]
    assert_tidy(place)
