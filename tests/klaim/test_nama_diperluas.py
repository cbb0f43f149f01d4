"""Words around a name: those that leave it the same name, those that make another, and unknown members of lists."""

from __future__ import annotations

import pytest

from pipeline.klaim import judge_claims
from pipeline.klaim.nama.kata import nama_lain
from pipeline.normalise.nama.urai import Konteks
from schemas.kinerja import Laporan
from schemas.narasi import Klaim, Putusan
from tests.checks.laporan_toml import laporan

_TABEL: list[dict[str, object]] = [
    {
        "kolom": ["target@2030", "realisasi@2030"],
        "baris": """
Nilai Tukar Nelayan {naik} | 103,00 | 104,12
Pertumbuhan Ekonomi Daerah {naik} | 5,00% | 5,17%
Cakupan Imunisasi Dasar {naik} | 80,00% | 82,40%
Usia Harapan Hidup {naik} | 72,00 | 72,35
""",
    },
    {
        "kind": "anggaran",
        "kolom": ["anggaran", "realisasi_anggaran", "sisa"],
        "baris": """
Penyuluhan Pembudidaya Ikan {id=} {nomor=1} | 410.000.000 | 395.250.000 | 14.750.000
""",
    },
]


def _diuji(*narasi: str) -> Laporan:
    return judge_claims(laporan({"tabel": _TABEL, "narasi": list(narasi)}))


def _klaim(text: str) -> list[Klaim]:
    return [klaim for kalimat in _diuji(text).kalimat for klaim in kalimat.klaim]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Angka Pertumbuhan Ekonomi Daerah sebesar 5,17%.", "Pertumbuhan Ekonomi Daerah"),
        ("Nilai Cakupan Imunisasi Dasar sebesar 82,40%.", "Cakupan Imunisasi Dasar"),
        ("Capaian 2030 untuk Usia Harapan Hidup sebesar 72,35.", "Usia Harapan Hidup"),
        ("Tingkat capaian Nilai Tukar Nelayan sebesar 101,09%.", "Nilai Tukar Nelayan"),
        ("Nilai Tukar Nelayan kini sebesar 104,12.", "Nilai Tukar Nelayan"),
        ("Usia Harapan Hidup sebelumnya sebesar 71,90.", "Usia Harapan Hidup"),
        ("Kegiatan Penyuluhan Pembudidaya Ikan menelan biaya Rp 395.250.000.", "Penyuluhan Pembudidaya Ikan"),
        ("Kegiatan Penyuluhan Pembudidaya Ikan yang berpagu Rp 410.000.000 selesai.", "Penyuluhan Pembudidaya Ikan"),
        ("Sisa pagu Kegiatan Penyuluhan Pembudidaya Ikan sebesar Rp 14.750.000.", "Penyuluhan Pembudidaya Ikan"),
    ],
)
def test_word_that_adds_nothing_leaves_the_name(text: str, label: str) -> None:
    assert _klaim(text)[-1].label == label


@pytest.mark.parametrize(
    "text",
    [
        "Kontribusi Nilai Tukar Nelayan sebesar 12,40%.",
        "Rasio Cakupan Imunisasi Dasar sebesar 1,40%.",
        "Selisih Pertumbuhan Ekonomi Daerah sebesar 1,30%.",
        "Persentase Usia Harapan Hidup sebesar 98,10%.",
    ],
)
def test_word_of_another_measure_makes_another_name(text: str) -> None:
    assert [klaim.label for klaim in _klaim(text)] == [None]


def test_unknown_members_of_a_list_do_not_inherit_the_name() -> None:
    klaim = _klaim("Nilai Tukar Nelayan tahun 2030 sebesar 104,12, Nilai Tukar Petambak 98,31, dan Kerapu Hidup 77,40.")
    assert [item.label for item in klaim] == ["Nilai Tukar Nelayan", None, None]


@pytest.mark.parametrize(
    ("antara", "lain"),
    [
        (", Pajak Hiburan ", True),
        ("; jagung ", True),
        (" dan itik sebanyak ", True),
        (", dan Nilai Tukar Petambak sebesar ", True),
        (" dan targetnya ", False),
        (", meningkat menjadi ", False),
        (" dan realisainya ", False),
        (" dari target ", False),
        (", merangkak ke ", False),
    ],
)
def test_next_member_of_a_list(antara: str, lain: bool) -> None:
    assert nama_lain(antara, Konteks()) is lain


@pytest.mark.parametrize(
    "text",
    [
        "Angka Pertumbuhan Ekonomi Daerah nasional tahun 2030 sebesar 5,03%.",
        "Angka Pertumbuhan Ekonomi Daerah triwulan III 2030 sebesar 4,88%.",
        "Angka Pertumbuhan Ekonomi Daerah tetangga berada pada 4,10%.",
        "Nilai Cakupan Imunisasi Dasar Lengkap sebesar 61,30%.",
        "Nilai Cakupan Imunisasi Dasar di Puskesmas Melati sebesar 91,30%.",
        "Perubahan Cakupan Imunisasi Dasar sebesar 2,15%.",
        "Persentase perubahan Nilai Tukar Nelayan sebesar 0,84%.",
        "Selisih Usia Harapan Hidup laki-laki dan perempuan sebesar 3,80.",
        "Angka Usia Harapan Hidup perempuan tahun 2030 sebesar 74,20.",
        "Angka Usia Harapan Hidup sebelumnya sebesar 71,90.",
        "Usia Harapan Hidup semula 71,90 dan kini 72,35.",
        "Nilai Tukar Nelayan sebelumnya 101,50, kini 104,12.",
        "Nilai Tukar Nelayan kini 104,12 sedangkan tahun 2029 sebesar 101,50.",
        "Rincian Nilai Tukar Nelayan: indeks yang diterima 118,20 dan indeks yang dibayar 113,52.",
        "Rincian Cakupan Imunisasi Dasar per kecamatan: Mekar 79,10%, Sari 85,60%, dan Jaya 81,90%.",
        "Rincian Cakupan Imunisasi Dasar tahun 2030 terdiri atas BCG 90,10%, DPT 84,70%, dan Campak 79,20%.",
        "Gambaran Usia Harapan Hidup tahun 2028 sebesar 71,40.",
        "Perkembangan Pertumbuhan Ekonomi Daerah tahun 2028 sebesar 4,60% dan tahun 2029 sebesar 4,90%.",
        "Posisi Nilai Tukar Nelayan bulan Maret 2030 sebesar 102,66.",
        "Kondisi Cakupan Imunisasi Dasar pada awal RPJMD sebesar 70,00%.",
        "Nilai Tukar Nelayan sebesar 104,12, Nilai Tukar Petambak 98,31, Nilai Tukar Pekebun 101,77.",
        "Realisasi Nilai Tukar Nelayan 104,12 dan Nilai Tukar Petani Padi sebesar 99,45.",
        "Realisasi Usia Harapan Hidup sebesar 72,35, Angka Kelahiran Remaja 18,20, dan Angka Kematian Kasar 6,10.",
        "Realisasi Pertumbuhan Ekonomi Daerah 5,17%, inflasi 2,40%, dan pengangguran 4,10%.",
        "Kegiatan Penyuluhan Pembudidaya Ikan menelan biaya Rp 395.250.000 dari Rp 410.000.000 yang tersedia.",
        "Kegiatan Penyuluhan Pembudidaya Ikan yang berpagu Rp 410.000.000 terserap Rp 395.250.000.",
        "Kegiatan Penyuluhan Pembudidaya Ikan yang berpagu awal Rp 450.000.000 dikurangi pada perubahan anggaran.",
        "Kegiatan Penyuluhan Pembudidaya Ikan menelan biaya honor Rp 75.000.000.",
        "Kegiatan Penyuluhan Pembudidaya Ikan menghabiskan Rp 210.400.000 sampai semester I.",
        "Kegiatan Penyuluhan Pembudidaya Ikan tahun 2029 menelan biaya Rp 388.000.000.",
        "Sisa pagu Kegiatan Penyuluhan Pembudidaya Ikan sebesar Rp 14.750.000.",
        "Kegiatan Penyuluhan Pembudidaya Ikan menyisakan Rp 14.750.000 pada akhir tahun.",
    ],
)
def test_true_sentence_stays_silent(text: str) -> None:
    hasil = _diuji(text)
    assert hasil.kalimat
    salah = [uji.pesan for uji in hasil.uji if uji.putusan is Putusan.SALAH]
    assert not salah
