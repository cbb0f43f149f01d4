"""A user's own kamus through the command: what is wrong in it, and what it changes in the audit of a sample."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest

from pipeline.cli import main
from pipeline.normalise.gabung import kamus_dipakai
from schemas.errors import ExitCode

SAMPLES = Path(__file__).parents[2] / "samples" / "lkjip"
KELIRU = SAMPLES / "dinas-keliru.docx"
KEPALA = "kode,nama,alias,arah,satuan\n"

SALAH = {
    "kolom-hilang": ("indikator.csv", "kode,alias\na-b,A B\n", ("baris 1", "kolom “nama” tidak ada; tambahkan")),
    "kolom-asing": (
        "indikator.csv",
        "kode,nama,alais\na-b,A B,\n",
        ("baris 1", "kolom “alais” tidak dikenal", "maksud Anda “alias”?"),
    ),
    "kolom-dua-kali": ("indikator.csv", "kode,nama,nama\na-b,A,B\n", ("baris 1", "kolom “nama” ada dua kali")),
    "kolom-tanpa-nama": ("indikator.csv", "kode,,nama\na-b,,A B\n", ("baris 1", "kolom tanpa nama")),
    "tanpa-kepala": ("indikator.csv", "debit-air,Debit Air\n", ("baris 1: tidak ada nama kolom", "kode, nama")),
    "kosong": ("indikator.csv", "", ("indikator.csv kosong",)),
    "hanya-spasi": ("indikator.csv", "\ufeff \r\n\r\n", ("indikator.csv kosong",)),
    "kode-kosong": ("indikator.csv", KEPALA + ",Debit Air,,,\n", ("baris 2, kolom kode: kosong",)),
    "nama-kosong": (
        "indikator.csv",
        KEPALA + "irigasi-baek,,,,\n",
        ("baris 2, kolom nama: kosong", "kode “irigasi-baek” belum ada", "maksud Anda “irigasi-baik”?"),
    ),
    "kode-dua-kali": (
        "indikator.csv",
        KEPALA + "debit-air,Debit Air,,,\n\ndebit-air,Debit Sungai,,,\n",
        ("baris 4, kolom kode: “debit-air” sudah ada di baris 2",),
    ),
    "kode-cacat": (
        "indikator.csv",
        KEPALA + "Debit Air!,Debit Air,,,\n",
        ("baris 2, kolom kode: “Debit Air!” bukan kode", "misalnya “debit-air”"),
    ),
    "kode-terlarang": ("indikator.csv", KEPALA + "baru,Debit Air,,,\n", ("baris 2, kolom kode: “baru” bukan kode",)),
    "nama-tanpa-kata": (
        "indikator.csv",
        KEPALA + "debit-air,%%,,,\n",
        ("baris 2, kolom nama: “%%” tidak memuat kata",),
    ),
    "alias-tanpa-kata": (
        "indikator.csv",
        KEPALA + "debit-air,Debit Air,Debit|--,,\n",
        ("baris 2, kolom alias: “--” tidak memuat kata",),
    ),
    "arah-asing": (
        "indikator.csv",
        KEPALA + "debit-air,Debit Air,,naek,\n",
        ("baris 2, kolom arah: “naek” tidak dikenal; maksud Anda “naik”? (pilihan: naik, turun",),
    ),
    "satuan-asing": (
        "indikator.csv",
        KEPALA + "debit-air,Debit Air,,,orangg\n",
        ("baris 2, kolom satuan: “orangg” tidak dikenal; maksud Anda “orang”?", "didaftarkan di satuan.csv"),
    ),
    "alias-milik-kode-lain": (
        "indikator.csv",
        KEPALA + "debit-air,Debit Air,TPT,,\n",
        (
            "baris 2, kolom alias: “TPT” (kode debit-air) sama dengan",
            "milik kode tingkat-pengangguran-terbuka (kamus program)",
        ),
    ),
    "nama-milik-kode-lain": (
        "indikator.csv",
        KEPALA + "debit-air,Debit Air,,,\ndebit-sungai,Debit  AIR,,,\n",
        ("baris 3, kolom nama: “Debit  AIR” (kode debit-sungai)", "milik kode debit-air (", "indikator.csv baris 2)"),
    ),
    "satuan-tanpa-kelas": ("satuan.csv", "satuan,tulisan\ngulung,gulung|roll\n", ("baris 2, kolom kelas: kosong",)),
    "kelas-asing": (
        "satuan.csv",
        "satuan,tulisan,kelas\ngulung,gulung,jumlh\n",
        ("baris 2, kolom kelas: “jumlh” tidak dikenal; maksud Anda “jumlah”?",),
    ),
    "kelas-lain": (
        "satuan.csv",
        "satuan,tulisan,kelas\norang,wong,persen\n",
        ("baris 2, kolom kelas: “persen”, padahal orang berkelas “orang”",),
    ),
    "tulisan-satuan-lain": (
        "satuan.csv",
        "satuan,tulisan,kelas\ngulung,roll|orang,jumlah\n",
        ("baris 2, kolom tulisan: “orang” sudah menjadi tulisan satuan “orang” (kamus program)",),
    ),
    "tulisan-dua-satuan": (
        "satuan.csv",
        "satuan,tulisan,kelas\ngulung,roll,jumlah\nbobin,roll,jumlah\n",
        ("baris 3, kolom tulisan: “roll” sudah menjadi tulisan satuan “gulung” (", "satuan.csv baris 2)"),
    ),
    "jenis-asing": (
        "ejaan.csv",
        "tulisan,baku,jenis\ndebet,debit,singkat\n",
        ("baris 2, kolom jenis: “singkat” tidak dikenal; maksud Anda “singkatan”? (pilihan: ejaan, singkatan)",),
    ),
    "ejaan-kosong": ("ejaan.csv", "tulisan,baku,jenis\ndebet,,ejaan\n", ("baris 2, kolom baku: kosong",)),
    "ejaan-tanpa-kata": (
        "ejaan.csv",
        "tulisan,baku,jenis\n***,debit,ejaan\n",
        ("kolom tulisan: “***” tidak memuat kata",),
    ),
    "ejaan-dua-arti": (
        "ejaan.csv",
        "tulisan,baku,jenis\npresentase,presensi,ejaan\n",
        ("baris 2, kolom baku: “presentase” sudah berarti “persentase” (kamus program)",),
    ),
    "ejaan-bolak-balik": (
        "ejaan.csv",
        "tulisan,baku,jenis\npersentase,presentase,ejaan\n",
        ("baris 2, kolom baku: “presentase” sendiri diganti menjadi “persentase”",),
    ),
    "ejaan-menyatukan-kode": (
        "ejaan.csv",
        "tulisan,baku,jenis\nwasting,stunting,ejaan\n",
        (
            "ejaan.csv baris 2: “Prevalensi Wasting” (kode prevalensi-wasting) dan “Prevalensi Stunting”",
            "menyamakannya",
        ),
    ),
    "pola-rusak": (
        "arah.csv",
        "urutan,arah,pola\n1,naik,^debit (\n",
        ("baris 2, kolom pola: ungkapan reguler “^debit (” rusak", "perbaiki"),
    ),
    "kecuali-rusak": (
        "arah.csv",
        "urutan,arah,pola,kecuali\n1,naik,debit,[\n",
        ("baris 2, kolom kecuali: ungkapan reguler",),
    ),
    "pola-apa-pun": ("arah.csv", "urutan,arah,pola\n1,naik,debit|\n", ("kolom pola", "cocok dengan nama apa pun")),
    "urutan-bukan-angka": ("arah.csv", "urutan,arah,pola\nsatu,naik,debit\n", ("kolom urutan: “satu” bukan bilangan",)),
    "aturan-arah-asing": (
        "arah.csv",
        "urutan,arah,pola\n1,atas,debit\n",
        ("kolom arah: “atas” tidak dikenal (pilihan",),
    ),
    "urutan-dua-kali": (
        "arah.csv",
        "urutan,arah,pola\n1,naik,debit\n1,turun,banjir\n",
        ("baris 3, kolom urutan: “1” sudah ada di baris 2",),
    ),
    "isian-lebih": (
        "indikator.csv",
        KEPALA + "debit-air,Debit Air, rata-rata,,,\n",
        ("baris 2: berisi 6 isian, padahal ada 5 kolom", "diapit tanda kutip"),
    ),
    "isian-kurang": (
        "indikator.csv",
        KEPALA + "debit-air,Debit Air\n",
        ("baris 2: berisi 2 isian, padahal ada 5 kolom",),
    ),
    "kutip-terbuka": (
        "indikator.csv",
        KEPALA + 'debit-air,Debit Air,,,\ndebit-b,"Debit B,,,\n',
        ('baris 3: tanda kutip (") tidak berpasangan',),
    ),
}


def periksa(tmp_path: Path, *pilihan: str | Path) -> int:
    return main(["audit", str(KELIRU), "--out", str(tmp_path / "hasil"), *map(str, pilihan)])


@pytest.mark.parametrize("nama", SALAH)
@pytest.mark.parametrize("pemisah", [",", ";"])
def test_what_is_wrong_is_told_with_file_line_column_and_remedy(
    nama: str, pemisah: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    berkas, isi, potongan = SALAH[nama]
    folder = tmp_path / "kamus-kami"
    folder.mkdir()
    (folder / berkas).write_text(isi.replace(",", pemisah), encoding="utf-8")
    assert periksa(tmp_path, "--kamus", folder) == ExitCode.USAGE
    out, err = capsys.readouterr()
    assert out == "" and err.count("\n") == 1
    assert str(folder / berkas) in err
    for text in potongan:
        assert text in err
    assert not (tmp_path / "hasil").exists()


def test_the_file_alone_is_told_of_just_as_well(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "daftar kami.csv"
    path.write_text(KEPALA + "debit-air,Debit Air,,ke atas,\n", encoding="utf-8")
    assert main(["extract", str(KELIRU), "--out", str(tmp_path / "hasil"), "--kamus", str(path)]) == ExitCode.USAGE
    assert f"capaian: {path} baris 2, kolom arah: “ke atas” tidak dikenal" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("isi", "potongan"),
    [
        (KEPALA.encode() + "debit-air,Débit,,,\n".encode("cp1252"), "baris 2: huruf di sini bukan UTF-8"),
        ((KEPALA + "debit-air,Debit Air,,,\n").encode("utf-16"), "bukan CSV dalam UTF-8"),
        (b"PK\x03\x04rest of a workbook", "buku kerja atau dokumen, bukan CSV"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "buku kerja atau dokumen, bukan CSV"),
    ],
)
def test_other_encodings_and_workbooks(
    isi: bytes, potongan: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "indikator.csv"
    path.write_bytes(isi)
    assert periksa(tmp_path, "--kamus", path) == ExitCode.USAGE
    err = capsys.readouterr().err
    assert potongan in err and "CSV UTF-8" in err


def test_paths_that_lead_nowhere(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert periksa(tmp_path, "--kamus", tmp_path / "tidak-ada") == ExitCode.USAGE
    assert "tidak-ada tidak ditemukan" in capsys.readouterr().err
    assert periksa(tmp_path, "--nama", tmp_path / "tidak-ada.csv") == ExitCode.USAGE
    assert "tidak-ada.csv tidak ditemukan" in capsys.readouterr().err
    assert periksa(tmp_path, "--nama", tmp_path) == ExitCode.USAGE
    assert "adalah folder; sebutkan berkasnya" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("nama", "potongan"),
    [
        ("catatan.txt", "tidak memuat berkas kamus; taruh di sana salah satu dari indikator.csv, satuan.csv"),
        ("indikator (2).csv", "maksud Anda “indikator.csv”?"),
        ("indikator.csv.csv", "maksud Anda “indikator.csv”?"),
        ("satuann.csv", "maksud Anda “satuan.csv”?"),
        ("penjaga.csv", "tidak dapat ditambah dari luar"),
    ],
)
def test_folders_without_a_known_file(
    nama: str, potongan: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "kamus"
    folder.mkdir()
    (folder / nama).write_text(KEPALA, encoding="utf-8")
    assert periksa(tmp_path, "--kamus", folder) == ExitCode.USAGE
    assert potongan in capsys.readouterr().err


def test_many_mistakes_are_told_together_up_to_three(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "indikator.csv"
    path.write_text(KEPALA + "".join(f"debit-{n},Debit {n},,naek,\n" for n in range(5)), encoding="utf-8")
    assert periksa(tmp_path, "--kamus", path) == ExitCode.USAGE
    err = capsys.readouterr().err
    assert [f"baris {n}," in err for n in range(2, 7)] == [True, True, True, False, False]
    assert "dan 2 kesalahan lain" in err


def temuan(folder: Path) -> set[tuple[str, str]]:
    """Code and subject of the findings."""
    record = json.loads((folder / "findings.json").read_text(encoding="utf-8"))
    return {(item["code"], item["subject"]) for document in record["documents"] for item in document["findings"]}


def indikator(folder: Path) -> dict[str, dict[str, str]]:
    text = (folder / "indikator.csv").read_text(encoding="utf-8-sig")
    return {row["indikator"]: row for row in csv.DictReader(text.splitlines())}


LUAS = "Persentase Luas Sawah Beririgasi yang Terlayani Air"
KONFLIK = "Jumlah Konflik Pembagian Air Antarpetani"
DEBIT = "Rata-Rata Debit Air Irigasi per Hektar"


def test_a_new_entry_gives_a_row_of_a_report_its_code_and_direction(tmp_path: Path) -> None:
    """A name that the kamus of the program lacks, one semicolon file as a spreadsheet saves it."""
    path = tmp_path / "indikator.csv"
    path.write_bytes(b"\xef\xbb\xbfkode;nama;alias;arah;satuan;;\r\ndebit-air;Debit Air Rata-Rata;" + DEBIT.encode()
                     + b";naik;;;\r\n;;;;;;\r\n")  # fmt: skip
    assert main(["extract", str(KELIRU), "--out", str(tmp_path / "a")]) == ExitCode.OK
    assert main(["extract", str(KELIRU), "--out", str(tmp_path / "b"), "--kamus", str(path)]) == ExitCode.OK
    before, after = indikator(tmp_path / "a"), indikator(tmp_path / "b")
    assert (before[DEBIT]["identitas"], before[DEBIT]["arah"]) != ("debit-air", "naik")
    assert (after[DEBIT]["identitas"], after[DEBIT]["arah"]) == ("debit-air", "naik")
    assert {name: row for name, row in after.items() if name != DEBIT} == {
        name: row for name, row in before.items() if name != DEBIT
    }


def test_a_direction_of_the_users_own_takes_the_findings_back(tmp_path: Path) -> None:
    """A name that the rules take for better when lower; whose file says otherwise is accused of nothing."""
    path = tmp_path / "indikator.csv"
    path.write_text(f"kode,nama,arah\nkonflik-air,{KONFLIK},naik\n", encoding="utf-8")
    assert periksa(tmp_path / "a") == ExitCode.FINDINGS
    assert periksa(tmp_path / "b", "--kamus", path) == ExitCode.FINDINGS
    before, after = temuan(tmp_path / "a" / "hasil"), temuan(tmp_path / "b" / "hasil")
    assert ("HIT002", KONFLIK) in before
    assert ("HIT002", KONFLIK) not in after
    assert {item for item in before if item[1] != KONFLIK} == {item for item in after if item[1] != KONFLIK}


def test_a_known_code_gets_another_name_and_direction(tmp_path: Path) -> None:
    path = tmp_path / "kamus"
    path.mkdir()
    (path / "INDIKATOR.CSV").write_text(f"kode,nama,arah\nirigasi-baik,{LUAS},turun\n", encoding="utf-8")
    assert main(["extract", str(KELIRU), "--out", str(tmp_path / "b"), "--kamus", str(path)]) == ExitCode.OK
    after = indikator(tmp_path / "b")
    assert after["Persentase Jaringan Irigasi dalam Kondisi Baik"]["arah"] == "turun"
    assert after[LUAS]["arah"] == "turun"


def test_the_record_of_a_run_tells_another_kamus_by_its_content(tmp_path: Path) -> None:
    for name, isi in (("a", "naik"), ("b", "naik"), ("c", "turun")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "indikator.csv").write_text(f"kode,nama,arah\ndebit-air,Debit Air,{isi}\n", encoding="utf-8")
        periksa(tmp_path / name, "--kamus", tmp_path / name)
    hashes = [
        json.loads((tmp_path / name / "hasil" / "findings.json").read_text(encoding="utf-8"))["run"]["config_hash"]
        for name in "abc"
    ]
    assert hashes[0] == hashes[1] != hashes[2]


def test_a_second_run_in_the_process_does_not_see_the_kamus_of_the_first(tmp_path: Path) -> None:
    path = tmp_path / "indikator.csv"
    path.write_text(f"kode,nama,alias,arah\ndebit-air,Debit Air,{DEBIT},naik\n", encoding="utf-8")
    codes = []
    for n, pilihan in enumerate(([], ["--kamus", str(path)], [])):
        main(["extract", str(KELIRU), "--out", str(tmp_path / str(n)), *pilihan])
        codes.append(indikator(tmp_path / str(n))[DEBIT]["identitas"])
    assert codes[0] == codes[2] != codes[1] == "debit-air"


README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("perintah", ["audit", "extract"])
def test_help_and_readme_name_both_options(perintah: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([perintah, "--help"])
    assert ended.value.code == 0
    text = " ".join(capsys.readouterr().out.split())
    (line,) = (line for line in README.splitlines() if line.startswith(f"| `capaian {perintah} "))
    for option, teks in (("--kamus PATH", "menambah kamus program"), ("--nama", "keputusan-nama.csv")):
        assert option in text and teks in text
        assert f"[{option}" in line
    assert main(["migrate", str(KELIRU), "--kamus", "x"]) == ExitCode.USAGE


def test_the_example_of_the_readme_is_followed(tmp_path: Path) -> None:
    (isi,) = re.findall(r"^```\n(nama,kode,oleh,tanggal\n.*?)^```", README, re.MULTILINE | re.DOTALL)
    path = tmp_path / "keputusan-nama.csv"
    path.write_text(isi, encoding="utf-8")
    kamus = kamus_dipakai(nama=path)
    assert len(kamus.keputusan) == isi.count("\n") - 1
    assert sum(entri.diputuskan for entri in kamus.indikator) == 1
