"""Decisions of persons about names: read, written, and replayed through the command."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from pipeline.cli import main
from pipeline.normalise.gabung import kamus_dipakai
from pipeline.normalise.kamus.baca import baca_csv
from pipeline.normalise.kamus.dipakai import kamus_bawaan
from pipeline.normalise.kamus.isi import jadikan_kode
from pipeline.normalise.kamus.keputusan_nama import (
    KeputusanNama,
    baca_keputusan_nama,
    tulis_keputusan_nama,
    urai_keputusan_nama,
)
from pipeline.writers.nama_ditanya_csv import HEADER
from schemas.errors import ExitCode

TPT = "tingkat-pengangguran-terbuka"
LAMA, BARU_NAMA = "Persentase nelayan kecil berasuransi", "Cakupan perlindungan risiko bagi nelayan kecil"
HARI = date(2026, 2, 1)


def putusan(nama: str, kode: str, calon: str = "", oleh: str = "Rina") -> KeputusanNama:
    tempat = f"k.csv baris {len(nama + kode + calon)}, kolom kode"
    return KeputusanNama(nama=nama, kode=kode, oleh=oleh, tanggal=HARI, calon=calon, tempat=tempat)


# --- reading and writing

KATA = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=20)
NAMA = KATA.map(lambda text: " ".join(f"{text}a b".split()))
KODE = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,5}){1,2}", fullmatch=True) | st.just("baru")
BIASA = st.builds(KeputusanNama, nama=NAMA, kode=KODE, oleh=NAMA, tanggal=st.dates())
TERTAUT = st.builds(KeputusanNama, nama=NAMA, kode=st.just("sama"), oleh=NAMA, tanggal=st.dates(), calon=NAMA)


@given(st.lists(BIASA | TERTAUT, max_size=6))
def test_what_is_written_is_read_back(keputusan: list[KeputusanNama]) -> None:
    text = tulis_keputusan_nama(keputusan)
    assert urai_keputusan_nama(text.encode(), "k.csv", ()) == tuple(keputusan)
    assert text.splitlines()[0] == "nama,kode,oleh,tanggal" + ",calon" * any(item.calon for item in keputusan)


@given(st.lists(BIASA, min_size=1, max_size=4), st.sampled_from(["=1+1 a", "@cmd a", "-x a", "'=y a"]))
def test_no_cell_that_is_written_can_run_in_a_spreadsheet(keputusan: list[KeputusanNama], awal: str) -> None:
    berbahaya = [replace(item, nama=awal) for item in keputusan]
    rows = list(csv.DictReader(io.StringIO(tulis_keputusan_nama(berbahaya))))
    assert not [row for row in rows if row["nama"].startswith(("=", "+", "-", "@"))]
    assert [item.nama for item in urai_keputusan_nama(tulis_keputusan_nama(berbahaya).encode(), "k", ())] == [
        awal for _ in berbahaya
    ]


def ditanya(*rows: dict[str, str]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, HEADER, restval="", delimiter=";")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode("utf-8-sig")


def tanya(nama: str, calon: str, kode: str, putusan: str = "") -> dict[str, str]:
    orang = {"oleh": "Rina", "tanggal": "1/2/2026"} if putusan else {}
    return {"nama": nama, "calon": calon, "kode": kode, "skor": "0,93", "putusan": putusan, **orang}


def test_the_list_of_questions_filled_in_holds_decisions_and_open_lines() -> None:
    data = ditanya(
        tanya("Angka Nganggur", "TPT", TPT, "SAMA"),
        tanya(BARU_NAMA, LAMA, "asuransi-x", "sama"),
        tanya("Debit Hilir", "Debit Hulu", "debit-hulu"),
        tanya("Debit Bendung", "Debit Hulu", "debit-hulu", "Baru"),
        tanya("Debit Muara", "Debit Hulu", "debit-hulu", "debit-air"),
    )
    found = urai_keputusan_nama(data, "t.csv", {TPT})
    assert [(item.nama, item.kode, item.calon) for item in found] == [
        ("Angka Nganggur", TPT, ""),
        (BARU_NAMA, "sama", LAMA),
        ("Debit Bendung", "baru", ""),
        ("Debit Muara", "debit-air", ""),
    ]
    assert {item.tanggal for item in found} == {HARI}
    assert [item.tempat for item in found] == [f"t.csv baris {n}, kolom putusan" for n in (2, 3, 5, 6)]


@pytest.mark.parametrize("tanggal", ["2026-02-01", "1/2/2026", "01-02-2026", "1.2.2026"])
def test_dates_as_written_and_as_spreadsheets_save_them(tanggal: str) -> None:
    data = f"nama,kode,oleh,tanggal\nDebit Air,baru,Rina,{tanggal}\n".encode()
    assert urai_keputusan_nama(data, "k.csv", ())[0].tanggal == HARI


KEPALA = "nama,kode,oleh,tanggal\n"
SALAH = {
    "kolom-hilang": ("nama,kode,oleh\nDebit Air,baru,Rina\n", ("baris 1: kolom “tanggal” tidak ada",)),
    "kolom-asing": ("nama,kode,oleh,tgl\nDebit Air,baru,Rina,2026-02-01\n", ("kolom “tgl” tidak dikenal",)),
    "kolom-ditanya-hilang": ("nama,calon,kode,putusan\nA b,C d,x,sama\n", ("kolom “oleh” tidak ada",)),
    "tanpa-orang": (KEPALA + "Debit Air,baru,,2026-02-01\n", ("baris 2, kolom oleh: kosong",)),
    "tanpa-tanggal": (KEPALA + "Debit Air,baru,Rina,\n", ("baris 2, kolom tanggal: kosong",)),
    "tanpa-kode": (KEPALA + "Debit Air,,Rina,2026-02-01\n", ("baris 2, kolom kode: kosong",)),
    "bukan-tanggal": (
        KEPALA + "Debit Air,baru,Rina,31/2/2026\n",
        ("baris 2, kolom tanggal: “31/2/2026” bukan tanggal", "2026-03-31"),
    ),
    "bukan-kode": (KEPALA + "Debit Air,Debit Air,Rina,2026-02-01\n", ("kolom kode: “Debit Air” bukan kode",)),
    "kata-putusan-lain": (KEPALA + "Debit Air,ya,Rina,2026-02-01\n", ("“ya” bukan putusan", "sama, baru, atau kode")),
    "salah-tulis-baru": (KEPALA + "Debit Air,barru,Rina,2026-02-01\n", ("maksud Anda “baru”?",)),
    "sama-tanpa-calon": (KEPALA + "Debit Air,sama,Rina,2026-02-01\n", ("“sama” tanpa nama di kolom calon",)),
    "nama-tanpa-kata": (KEPALA + "--,baru,Rina,2026-02-01\n", ("kolom nama: “--” tidak memuat kata",)),
    "kode-salah-tulis": (
        KEPALA + "Debit Air,tingkat-penganguran-terbuka,Rina,2026-02-01\n",
        ("baris 2, kolom kode: kode “tingkat-penganguran-terbuka” tidak ada", f"maksud Anda “{TPT}”?"),
    ),
    "bertentangan": (
        KEPALA + f"Debit Air,debit-air,Rina,2026-02-01\nDEBIT  air,{TPT},Budi,2026-02-02\n",
        (f"baris 3, kolom kode: “DEBIT air” diputuskan “{TPT}”", "baris 2, kolom kode memutuskan", "“debit-air”"),
    ),
    "baru-dan-kode": (
        KEPALA + "Debit Air,baru,Rina,2026-02-01\nDebit Air,debit-air,Budi,2026-02-02\n",
        ("baris 3", "“debit-air”, padahal", "baris 2", "“baru”"),
    ),
    "kosong": ("", ("keputusan-nama.csv kosong",)),
}


@pytest.mark.parametrize("perintah", ["audit", "extract"])
@pytest.mark.parametrize("nama", SALAH)
def test_what_is_wrong_is_told_before_any_document_is_read(
    nama: str, perintah: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    isi, potongan = SALAH[nama]
    path = tmp_path / "keputusan-nama.csv"
    path.write_text(isi, encoding="utf-8")
    (tmp_path / "rusak.docx").write_text("no document at all")
    pilihan = ["--out", str(tmp_path / "hasil"), "--nama", str(path)]
    assert main([perintah, str(tmp_path / "rusak.docx"), *pilihan]) == ExitCode.USAGE
    out, err = capsys.readouterr()
    assert out == "" and str(path) in err and "rusak" not in err.replace(str(tmp_path), "")
    for text in potongan:
        assert text in err
    assert not (tmp_path / "hasil").exists()


# --- through the command

KEPALA_TABEL = ("No", "Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian (%)")
PK = (("1", LAMA, "%", "50,00"), ("2", "Cakupan layanan air minum", "%", "60,00"))
UKUR = (
    ("1", BARU_NAMA, "%", "55,00", "55,00", "100,00"),
    ("2", "Cakupan layanan air minum", "%", "60,00", "57,00", "95,00"),
)


def tulis_laporan(path: Path, pk: Sequence[Sequence[str]] = PK, ukur: Sequence[Sequence[str]] = UKUR) -> Path:
    """A report whose agreement and measurement call one indicator by two names."""
    report = Document()
    report.add_heading("LAPORAN KINERJA INSTANSI PEMERINTAH TAHUN 2023", level=1)
    report.add_paragraph("DINAS CONTOH KABUPATEN CONTOH")
    for bab, judul, rows in (
        ("BAB II PERENCANAAN KINERJA", "Tabel 2.1 Perjanjian Kinerja Tahun 2023", pk),
        ("BAB III AKUNTABILITAS KINERJA", "Tabel 3.1 Pengukuran Capaian Kinerja Tahun 2023", ukur),
    ):
        report.add_heading(bab, level=1)
        report.add_paragraph(judul)
        table = report.add_table(rows=1 + len(rows), cols=len(rows[0]), style="Table Grid")
        for row, texts in enumerate((KEPALA_TABEL[: len(rows[0])], *rows)):
            for col, text in enumerate(texts):
                table.cell(row, col).text = text
    report.save(str(path))
    return path


def temuan(folder: Path) -> list[tuple[str, str, str]]:
    record = json.loads((folder / "findings.json").read_text(encoding="utf-8"))
    return [
        (item["code"], item["subject"], item["message"])
        for document in record["documents"]
        for item in document["findings"]
    ]


def jalankan(tmp_path: Path, keputusan: bytes | None, nama: str) -> list[tuple[str, str, str]]:
    pilihan = []
    if keputusan is not None:
        (tmp_path / "keputusan.csv").write_bytes(keputusan)
        pilihan = ["--nama", str(tmp_path / "keputusan.csv")]
    main(["audit", str(tmp_path / "d.docx"), "--out", str(tmp_path / nama), *pilihan])
    return temuan(tmp_path / nama)


def test_two_names_decided_to_be_one_are_compared_and_the_replay_is_equal(tmp_path: Path) -> None:
    tulis_laporan(tmp_path / "d.docx")
    assert not jalankan(tmp_path, None, "tanpa")
    text = tulis_keputusan_nama((putusan(LAMA, "asuransi-nelayan"), putusan(BARU_NAMA, "asuransi-nelayan")))
    pertama, kedua = (jalankan(tmp_path, text.encode(), name) for name in ("satu", "dua"))
    assert pertama == kedua
    assert [item[0] for item in pertama] == ["KON002"]
    assert "50,00" in pertama[0][2] and "55,00" in pertama[0][2]
    for name in ("findings.csv", "nilai.csv", "nama-ditanya.csv"):
        assert (tmp_path / "satu" / name).read_bytes() == (tmp_path / "dua" / name).read_bytes()


@pytest.mark.parametrize("putus", ["sama", "asuransi-nelayan"])
def test_an_answer_in_the_list_of_questions_does_the_same(putus: str, tmp_path: Path) -> None:
    tulis_laporan(tmp_path / "d.docx")
    rows = [tanya(BARU_NAMA, LAMA, jadikan_kode(LAMA), putus)]
    if putus != "sama":
        rows.append(tanya(LAMA, BARU_NAMA, jadikan_kode(BARU_NAMA), putus))
    assert [item[0] for item in jalankan(tmp_path, ditanya(*rows), "hasil")] == ["KON002"]


def test_one_name_in_two_tables_is_still_one_when_it_is_decided_to_be_new(tmp_path: Path) -> None:
    mirip = "Persentase nelayan kecil yang berasuransi"
    ukur = (("1", mirip, *UKUR[0][2:]), UKUR[1])
    tulis_laporan(tmp_path / "d.docx", ukur=ukur)
    assert [item[0] for item in jalankan(tmp_path, None, "tanpa")] == ["KON002"]
    baru = tulis_keputusan_nama((putusan(mirip, "baru"),))
    assert "KON002" not in [item[0] for item in jalankan(tmp_path, baru.encode(), "baru")]
    tulis_laporan(tmp_path / "d.docx", ukur=(("1", LAMA, *UKUR[0][2:]), UKUR[1]))
    asli = tulis_keputusan_nama((putusan(LAMA, "baru"),))
    assert [item[0] for item in jalankan(tmp_path, asli.encode(), "asli")] == ["KON002"]


def test_the_kamus_of_a_run_carries_its_decisions_in_its_digest(tmp_path: Path) -> None:
    path = tmp_path / "k.csv"
    path.write_text(tulis_keputusan_nama((putusan(LAMA, "baru"),)), encoding="utf-8")
    kamus = kamus_dipakai(nama=path)
    assert kamus.versi == kamus_bawaan().versi and kamus.sidik != kamus_bawaan().sidik
    assert baca_keputusan_nama(path, ()) == (putusan(LAMA, "baru"),)
    assert baca_csv(path, ("nama",), lain=True)[0]["nama"] == LAMA
