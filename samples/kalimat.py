"""Sentences of the sample report that repeat, compare or explain figures of its tables."""

from __future__ import annotations

from collections.abc import Iterator

from samples.figures import TAHUN, Indikator
from samples.figures_rupiah import ANGGARAN, jumlah_anggaran
from samples.tables import Daftar
from samples.tulisan import angka, desimal, persen, rupiah, selisih


def dengan_satuan(indikator: Indikator, nilai: str) -> str:
    """A value as a sentence writes it: `71,29%`, `21 jam`, a bare index."""
    if indikator.satuan == "%":
        return f"{nilai}%"
    return nilai if indikator.satuan == "nilai" else f"{nilai} {indikator.satuan}"


def tercapai(indikator: Indikator) -> bool:
    """Whether the realisasi meets the target, in the indicator's own direction."""
    batas = [angka(t) for t in indikator.target.split(" – ")]
    realisasi = angka(indikator.realisasi)
    return realisasi <= batas[-1] if indikator.turun else realisasi >= batas[0]


def kalimat_capaian(indikator: Indikator) -> str:
    """The sentence that repeats one row of Tabel 3.1."""
    target, realisasi = (dengan_satuan(indikator, t) for t in (indikator.target, indikator.realisasi))
    vonis = "target tercapai" if tercapai(indikator) else "target belum tercapai"
    return (
        f"{indikator.nama} terealisasi sebesar {realisasi} dari target sebesar {target} dengan capaian "
        f"sebesar {indikator.capaian}% dan predikat {indikator.predikat}; {vonis}."
    )


def kalimat_penutup(indikator: Indikator) -> str:
    """The conclusion on one indicator: the name as a run-in heading, the verdict, then the figures."""
    target, realisasi = (dengan_satuan(indikator, t) for t in (indikator.target, indikator.realisasi))
    vonis = "mencapai" if tercapai(indikator) else "belum mencapai"
    return (
        f"{indikator.nama}, indikator ini {vonis} target yang dijanjikan. Tercatat realisasi kinerja "
        f"{realisasi} dari target {target} dan diperoleh capaian kinerja {indikator.capaian}%."
    )


def kalimat_tahun_lalu(indikator: Indikator) -> str:
    """The sentence that compares this year with the last."""
    lama, baru = indikator.lalu[1], indikator.realisasi
    beda = selisih(baru, lama)
    satuan = "poin" if indikator.satuan in ("%", "nilai") else indikator.satuan
    if angka(baru) == angka(lama):
        gerak = "tetap"
    else:
        gerak = (
            f"mengalami {'kenaikan' if angka(baru) > angka(lama) else 'penurunan'} sebesar {beda} {satuan}"
        )
    return (
        f"{indikator.nama} tahun {TAHUN - 1} sebesar {dengan_satuan(indikator, lama)} dan tahun {TAHUN} "
        f"sebesar {dengan_satuan(indikator, baru)}, {gerak}."
    )


def kalimat_data(daftar: Daftar) -> Iterator[str]:
    """Sentences about what lies behind the indicators; several of them only look suspicious."""
    per_kunci = {i.kunci: i for i in daftar}
    tanggap, debit, jaringan = (per_kunci[k] for k in ("tanggap", "debit", "jaringan"))
    lama, baru = tanggap.lalu[1], tanggap.realisasi
    turun = desimal((angka(lama) - angka(baru)) / angka(lama) * 100)
    yield (
        f"Dari sejumlah 500 giliran yang dijadwalkan pada tahun {TAHUN}, sebanyak 482 giliran berjalan sesuai "
        "jadwal dan 18 giliran sisanya tertunda."
    )
    yield (
        f"Luas sawah yang terlayani bertambah sebesar 886 ha dari 30.160 ha pada tahun {TAHUN - 1} menjadi "
        f"31.046 ha pada tahun {TAHUN}, atau sekitar 31 ribu hektare."
    )
    yield (
        f"{tanggap.nama} turun dari {lama} jam pada tahun {TAHUN - 1} menjadi {baru} jam pada tahun {TAHUN} atau "
        f"turun {turun}%."
    )
    yield (
        f"Realisasi {debit.nama.lower()} sebesar {debit.realisasi} {debit.satuan} lebih tinggi "
        f"{selisih(debit.realisasi, debit.target)} {debit.satuan} dari target sebesar {debit.target} {debit.satuan}."
    )
    yield (
        f"{jaringan.nama} sebesar {jaringan.realisasi}% masih lebih tinggi daripada rata-rata nasional yang sebesar "
        f"{jaringan.nasional[1]}%; sampai triwulan III tahun {TAHUN} angkanya baru 70,10%."
    )


def kalimat_kegiatan(nomor: str) -> str:
    """The sentence that repeats one row of Tabel 3.7."""
    nama = next(nama for kode, nama, _, _ in ANGGARAN if kode == nomor)
    anggaran, realisasi = jumlah_anggaran(nomor)
    return (
        f"{nama}, dengan pagu sebesar Rp {rupiah(anggaran)},- terserap sebesar Rp {rupiah(realisasi)},- atau "
        f"{persen(realisasi, anggaran)}% dengan sisa anggaran sebesar Rp {rupiah(anggaran - realisasi)},-; realisasi "
        "fisik sebesar 100%."
    )


def kalimat_biaya() -> str:
    """The sentence that repeats the totals of the budget in other words."""
    anggaran, realisasi = jumlah_anggaran("")
    return (
        f"Seluruh sumber daya biaya yang tersedia sebesar Rp {rupiah(anggaran)},- telah digunakan sebesar Rp "
        f"{rupiah(realisasi)},-."
    )
