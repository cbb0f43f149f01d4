"""The kamus in use: its version, a user's own on top of it, and two of them in one process."""

from __future__ import annotations

import threading
from contextvars import copy_context
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.klaim.nama.kalimat import baca_kata
from pipeline.normalise import bandingkan_label
from pipeline.normalise.arah import arah_nama
from pipeline.normalise.gabung import gabung_kamus, kamus_dipakai, periksa_nama
from pipeline.normalise.kamus.baca import baca_csv, isi_berkas
from pipeline.normalise.kamus.dipakai import Kamus, berkas_bawaan, kamus_bawaan, memakai_kamus, muat_kamus
from pipeline.normalise.kata.ejaan import bakukan, lipat
from pipeline.normalise.kata.kosakata import akar, dikenal
from pipeline.normalise.nama.banding import Hasil
from pipeline.normalise.nama.cari import cari_kamus, per_kode
from pipeline.normalise.nama.urai import Konteks, baca_nama
from pipeline.normalise.satuan import kenali_satuan
from schemas.config import BERKAS_KAMUS, AuditConfig
from schemas.errors import KamusError
from schemas.kinerja import Arah


def tulis(folder: Path, **isi: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in isi.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder


def kode(nama: str) -> str | None:
    entri = cari_kamus(baca_nama(nama, Konteks()))
    return entri.kode if entri else None


def test_the_kamus_of_the_program_has_the_version_of_the_last_line_and_is_sound() -> None:
    kamus = kamus_dipakai()
    assert kamus is kamus_bawaan() is muat_kamus()
    rows = baca_csv("versi.csv", ("versi", "tanggal", "perubahan"))
    assert kamus.versi == rows[-1]["versi"]
    assert [row["tanggal"] for row in rows] == sorted(row["tanggal"] for row in rows)
    assert {*BERKAS_KAMUS, "kata.csv", "versi.csv"} <= set(berkas_bawaan())


def test_a_program_kamus_of_two_codes_for_one_name_is_refused() -> None:
    kamus = kamus_bawaan()
    ganda = replace(kamus.indikator[0], kode="kembaran", nama="Nama Lain Sama Sekali")
    with pytest.raises(KamusError, match="kembaran") as caught:
        periksa_nama(replace(kamus, indikator=(*kamus.indikator, ganda)))
    assert kamus.indikator[0].kode in str(caught.value)


def test_an_entry_carries_all_its_columns() -> None:
    entri = per_kode(kamus_bawaan())["tingkat-pengangguran-terbuka"]
    assert (entri.satuan, entri.bidang, entri.arah, entri.diputuskan) == ("%", "ketenagakerjaan", Arah.TURUN, False)
    assert entri.sumber and "TPT" in entri.alias
    assert any(entri.rumus == "" for entri in kamus_bawaan().indikator)


def test_all_four_files_of_a_user_are_in_force_within_the_block_only(tmp_path: Path) -> None:
    folder = tulis(
        tmp_path / "kamus",
        indikator="kode,nama,alias,arah,satuan,rumus\ndebit-air,Debit Air,Debit Sungai,naik,gulung,a / b\n",
        satuan="satuan;tulisan;kelas\nGulung;roll|rol;jumlah\norang;wong cilik;\n",
        ejaan="tulisan,baku,jenis\ndebet,debit,ejaan\nPGAS,pengelola aliran sungai,singkatan\n",
        arah="urutan,arah,pola,kecuali\n2,turun,^debit,\n1,naik,^debit .*hulu,\n",
    )
    kamus = gabung_kamus(kamus_bawaan(), folder)

    def lihat() -> tuple[object, ...]:
        arah = [arah_nama(baca_nama(nama, Konteks())) for nama in ("Debit di Hulu", "Debit di Hilir")]
        satuan = [kenali_satuan(text) for text in ("ROL", "Wong cilik")]
        return kode("Debet sungai"), bakukan(lipat("Debet PGAS")), arah, [item and item.nama for item in satuan]

    luar = lihat()
    with memakai_kamus(kamus):
        dalam = lihat()
        assert [item.kata for item in baca_kata("Debet PGAS")] == ["debit", "pengelola", "aliran", "sungai"]
    assert luar == lihat() == (None, ["debet", "pgas"], [Arah.TIDAK_DIKETAHUI] * 2, [None, None])
    assert dalam == (
        "debit-air",
        ["debit", "pengelola", "aliran", "sungai"],
        [Arah.NAIK, Arah.TURUN],
        ["gulung", "orang"],
    )
    entri = per_kode(kamus)["debit-air"]
    assert (entri.arah, entri.satuan, entri.rumus, entri.bidang) == (Arah.NAIK, "gulung", "a / b", "")
    assert kamus.indikator[:-1] == kamus_bawaan().indikator
    assert kamus.kata is kamus_bawaan().kata


def test_a_known_code_keeps_what_a_line_leaves_blank(tmp_path: Path) -> None:
    lama = per_kode(kamus_bawaan())["tingkat-pengangguran-terbuka"]
    baris = "tingkat-pengangguran-terbuka,Angka Penganggur Resmi,TPT|Angka Nganggur,,\n"
    kamus = gabung_kamus(kamus_bawaan(), tulis(tmp_path, indikator="kode,nama,alias,arah,satuan\n" + baris))
    entri = per_kode(kamus)[lama.kode]
    assert entri == replace(lama, alias=(*lama.alias, "Angka Penganggur Resmi", "Angka Nganggur"))
    with memakai_kamus(kamus):
        assert kode("angka nganggur") == lama.kode
        assert bandingkan_label("Angka Nganggur", "TPT").hasil is Hasil.SAMA
    assert bandingkan_label("Angka Nganggur", "TPT").hasil is not Hasil.SAMA


def test_a_copy_of_the_program_files_adds_nothing(tmp_path: Path) -> None:
    for name in BERKAS_KAMUS:
        (tmp_path / name).write_bytes(isi_berkas(name))
    kamus, asli = gabung_kamus(kamus_bawaan(), tmp_path), kamus_bawaan()
    assert (kamus.indikator, kamus.satuan, kamus.ejaan, kamus.singkatan) == (
        asli.indikator,
        asli.satuan,
        asli.ejaan,
        asli.singkatan,
    )
    assert kamus.versi == asli.versi and kamus.sidik != asli.sidik


def test_a_slash_between_known_units_is_a_known_unit(tmp_path: Path) -> None:
    folder = tulis(tmp_path, indikator="kode,nama,satuan\ndebit-air,Debit Air,Orang/Unit\n")
    assert per_kode(gabung_kamus(kamus_bawaan(), folder))["debit-air"].satuan == "Orang/Unit"
    with pytest.raises(KamusError, match="kolom satuan"):
        gabung_kamus(kamus_bawaan(), tulis(tmp_path, indikator="kode,nama,satuan\ndebit-air,Debit Air,Orang/Xyz\n"))


def test_two_files_of_one_name_but_for_its_case_are_refused(tmp_path: Path) -> None:
    for name in ("indikator.csv", "Indikator.csv"):
        (tmp_path / name).write_text("kode,nama\ndebit-air,Debit Air\n", encoding="utf-8")
    if len(list(tmp_path.iterdir())) < 2:
        pytest.skip("this file system does not tell the two apart")
    with pytest.raises(KamusError, match="ada dua"):
        gabung_kamus(kamus_bawaan(), tmp_path)


def test_the_digest_follows_the_contents_and_not_the_place(tmp_path: Path) -> None:
    isi = "kode,nama\ndebit-air,Debit Air\n"
    a, b = tulis(tmp_path / "a", indikator=isi), tulis(tmp_path / "b", indikator=isi)
    c = tulis(tmp_path / "c", indikator=isi + "debit-b,Debit Bendung\n")
    sidik = [gabung_kamus(kamus_bawaan(), path).sidik for path in (a, b, a / "indikator.csv", c)]
    assert sidik[0] == sidik[1] == sidik[2] != sidik[3]
    assert kamus_bawaan().sidik not in sidik
    hashes = [AuditConfig(kamus=path).hash() for path in (a, b, c)]
    assert hashes[0] == hashes[1] != hashes[2]
    assert AuditConfig().hash() not in hashes


def test_the_hash_of_settings_follows_the_contents_of_the_decisions(tmp_path: Path) -> None:
    path, lain = tmp_path / "a.csv", tmp_path / "b.csv"
    path.write_text("nama,kode,oleh,tanggal\n", encoding="utf-8")
    lain.write_bytes(path.read_bytes())
    before = AuditConfig(nama=path).hash()
    assert before == AuditConfig(nama=lain).hash() != AuditConfig(kamus=path).hash()
    path.write_text("nama,kode,oleh,tanggal\nDebit Air,baru,Rina,2026-02-01\n", encoding="utf-8")
    assert AuditConfig(nama=path).hash() != before
    path.unlink()
    assert AuditConfig(nama=path).hash() not in (before, AuditConfig().hash())


@pytest.fixture
def lain() -> Kamus:
    """A kamus that knows other words and calls one indicator otherwise."""
    asli = kamus_bawaan()
    first = replace(asli.indikator[0], kode="kode-lain")
    return replace(asli, indikator=(first, *asli.indikator[1:]), kata=frozenset({"zuhra", "bala"}))


def test_nothing_kept_from_one_kamus_is_used_with_another(lain: Kamus) -> None:
    nama = kamus_bawaan().indikator[0].nama

    def lihat() -> tuple[str | None, bool, bool, str]:
        return kode(nama), dikenal("zuhrakan"), dikenal("pelatihan"), akar("berbala")

    asli = lihat()
    assert asli == (kamus_bawaan().indikator[0].kode, False, True, "berbala")
    with memakai_kamus(lain):
        assert lihat() == ("kode-lain", True, False, "bala")
        with memakai_kamus(kamus_bawaan()):
            assert lihat() == asli
        assert lihat() == ("kode-lain", True, False, "bala")
    assert lihat() == asli


def test_the_kamus_before_is_back_after_an_error(lain: Kamus) -> None:
    with pytest.raises(RuntimeError), memakai_kamus(lain):
        raise RuntimeError
    assert muat_kamus() is kamus_bawaan()


def test_threads_have_a_kamus_each(lain: Kamus) -> None:
    nama = kamus_bawaan().indikator[0].nama
    tunggu = threading.Barrier(2)
    found: dict[str, list[str | None]] = {}

    def kerja(sebutan: str, kamus: Kamus) -> None:
        with memakai_kamus(kamus):
            tunggu.wait(10)
            found[sebutan] = [kode(nama) for _ in range(50)]

    threads = [
        threading.Thread(target=copy_context().run, args=(kerja, sebutan, kamus))
        for sebutan, kamus in (("lain", lain), ("asli", kamus_bawaan()))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert found == {"lain": ["kode-lain"] * 50, "asli": [kamus_bawaan().indikator[0].kode] * 50}
