"""Rows of keputusan.sqlite: all records of a document as (table, values by column)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.migrasi.daftar import ButirJabatan, date_of, decree_indicators, number_of, sheets, text_of, to_review
from pipeline.writers.indikator_keputusan_csv import indicator_cells
from schemas.keputusan import ButirTeks, Keputusan, Pejabat, Teks
from schemas.provenance import DocxPlace, Place, page_of
from schemas.result import DocumentResult

Value = str | int | None
Rows = Iterator[tuple[str, dict[str, Value]]]


def document_rows(document: DocumentResult) -> Rows:
    """The rows of a migrated document below that of the document itself, parents before children."""
    if document.migrasi is None:
        return
    for number, keputusan in enumerate(document.migrasi.keputusan):
        yield from _decree(keputusan, {"sha256": document.sha256, "keputusan": number})
    for lembar in sheets(document):
        yield from _sheet(lembar)
    yield from _indicators(document)
    for sisa in document.migrasi.sisa:
        yield (
            "belum_dipahami",
            {
                "sha256": document.sha256,
                "id": sisa.sisa_id,
                "jenis": sisa.kelas.value,
                "teks": sisa.text,
                "alasan": sisa.reason,
                "halaman": sisa.page,
                "blok": _spot(sisa.place)["blok"] if sisa.place else None,
            },
        )


def _decree(item: Keputusan, key: dict[str, Value]) -> Rows:
    yield "keputusan", key | _head(item) | _signed(item.pejabat) | _spot(item.place)
    for bagian, butir in (
        ("menimbang", item.menimbang),
        ("mengingat", item.mengingat),
        ("memperhatikan", item.memperhatikan),
        ("misi", item.misi),
        ("tujuan", item.tujuan),
        ("sasaran", item.sasaran),
        ("tugas", item.tugas),
        ("fungsi", item.fungsi),
        ("tembusan", item.tembusan),
        ("diktum", [ButirTeks(tanda=diktum.nama, teks=diktum.teks) for diktum in item.diktum]),
    ):
        yield from _listed("butir_keputusan", bagian, butir, key)
    yield from _annexes(item, key)
    yield from _citations(item, key)
    yield from _agreed(item, key)


def _head(item: Keputusan) -> dict[str, Value]:
    return {
        "jenis": item.jenis.value,
        "nomor": number_of(item) or None,
        "tahun": item.tahun,
        "tanggal": item.tanggal_resmi.isoformat() if item.tanggal_resmi else None,
        "tanggal_tercetak": date_of(item) or None,
        "tentang": _text(item.tentang),
        "penetap": _text(item.penetap),
        "tempat": _text(item.tempat),
        "unit": _text(item.unit),
        "visi": _text(item.visi),
    }


def _signed(pejabat: Pejabat | None) -> dict[str, Value]:
    return {
        "pejabat": _text(pejabat.nama) if pejabat else None,
        "pejabat_jabatan": _text(pejabat.jabatan) if pejabat else None,
        "pejabat_pangkat": _text(pejabat.pangkat) if pejabat else None,
        "pejabat_nip": _text(pejabat.nip) if pejabat else None,
    }


def _annexes(item: Keputusan, key: dict[str, Value]) -> Rows:
    for number, lampiran in enumerate(item.lampiran):
        nomor, tanggal = lampiran.nomor_keputusan, lampiran.tanggal_keputusan
        fields: dict[str, Value] = {
            "lampiran": number,
            "nomor": lampiran.nomor,
            "judul": _text(lampiran.judul),
            "nomor_keputusan": _text(nomor.isi) if nomor else None,
            "tanggal_keputusan": _text(tanggal.isi) if tanggal else None,
        }
        yield "lampiran", key | fields | _spot(lampiran.place)


def _citations(item: Keputusan, key: dict[str, Value]) -> Rows:
    for number, rujukan in enumerate(item.rujukan):
        fields: dict[str, Value] = {
            "rujukan": number,
            "bagian": rujukan.bagian.value,
            "tanda": rujukan.tanda,
            "jenis": rujukan.jenis,
            "nomor": rujukan.nomor,
            "tahun": rujukan.tahun,
            "tentang": rujukan.tentang,
            "mengubah": int(rujukan.mengubah),
            "pengumuman": "\n".join(rujukan.pengumuman) or None,
            "teks": rujukan.text,
        }
        yield "rujukan", key | fields | _spot(rujukan.place)


def _agreed(item: Keputusan, key: dict[str, Value]) -> Rows:
    """Parties and programs of an agreement."""
    for number, pihak in enumerate(item.pihak):
        person: dict[str, Value] = {
            "pihak": number,
            "sebutan": pihak.sebutan,
            "nama": _text(pihak.nama),
            "jabatan": _text(pihak.jabatan),
            "pangkat": _text(pihak.pangkat),
            "nip": _text(pihak.nip),
        }
        yield "pihak", key | person
    for number, program in enumerate(item.program):
        money: dict[str, Value] = {
            "program": number,
            "nama": program.nama.text,
            "anggaran": _text(program.anggaran),
            "keterangan": _text(program.keterangan),
        }
        yield "program", key | money


def _sheet(lembar: ButirJabatan) -> Rows:
    jabatan, key = lembar.jabatan, _sheet_key(lembar)
    signed = jabatan.pengesahan
    fields: dict[str, Value] = {
        "lampiran": jabatan.lampiran if lembar.lampiran else None,
        "nama": _text(jabatan.jabatan),
        "unit": _text(jabatan.unit),
        "judul": _text(jabatan.judul),
        "pemangku": _text(jabatan.pemangku.nama) if jabatan.pemangku else None,
        "tempat": _text(signed.tempat) if signed else None,
        "tanggal": _text(signed.tanggal.isi) if signed and signed.tanggal else None,
    }
    fields |= _signed(signed.pejabat if signed else None)
    yield "jabatan", key | fields | _spot(jabatan.place)
    yield from _listed("butir_jabatan", "tugas", jabatan.tugas, key)
    yield from _listed("butir_jabatan", "fungsi", jabatan.fungsi, key)


def _indicators(document: DocumentResult) -> Rows:
    for butir in decree_indicators(document):
        indikator = butir.indikator
        key = _sheet_key(butir.lembar) | {"indikator": butir.urutan}
        cells = indicator_cells(butir)
        fields: dict[str, Value] = {name: cells[name] or None for name in _INDICATOR_CELLS}
        fields |= {"nama": indikator.indikator.text, "tanda": indikator.tanda}
        fields |= {"perlu_diperiksa": to_review(indikator) or None, "tabel": indikator.table, "baris": indikator.row}
        yield "indikator", key | fields | _spot(indikator.indikator.place)
        for number, (tahun, teks) in enumerate(indikator.target):
            yield "target", key | {"urutan": number, "tahun": tahun, "target": teks.text}


_INDICATOR_CELLS = (
    "kinerja", "satuan", "definisi", "formula", "jenis_rumus", "pembilang", "penyebut", "faktor", "sumber_data",
    "penanggung_jawab", "tipe", "alasan", "keterangan",
)  # fmt: skip


def _sheet_key(lembar: ButirJabatan) -> dict[str, Value]:
    return {"sha256": lembar.document.sha256, "keputusan": lembar.di_dokumen, "jabatan": lembar.di_keputusan}


def _listed(table: str, bagian: str, butir: Sequence[ButirTeks], key: dict[str, Value]) -> Rows:
    for number, item in enumerate(butir):
        fields: dict[str, Value] = {"bagian": bagian, "urutan": number, "tanda": item.tanda, "teks": item.teks.text}
        yield table, key | fields | _spot(item.teks.place)


def _text(teks: Teks | None) -> str | None:
    return text_of(teks) or None


def _spot(place: Place) -> dict[str, Value]:
    return {"halaman": page_of(place), "blok": place.block if isinstance(place, DocxPlace) else None}
