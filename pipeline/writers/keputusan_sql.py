"""Tables of keputusan.sqlite: a document is known by its bytes (sha256), a record by its place in it."""

from __future__ import annotations

APPLICATION_ID = 0x43_50_4B_53
"""Marks a database as one of these (`PRAGMA application_id`)."""

VERSION = 1
"""Version of the tables (`PRAGMA user_version`)."""

TABLES = """CREATE TABLE dokumen (
  sha256 TEXT NOT NULL PRIMARY KEY,
  keluarga TEXT,
  instansi TEXT,
  tahun INTEGER,
  halaman INTEGER,
  isi TEXT NOT NULL,  -- hash of the records, which tells whether a document was read differently before
  alat TEXT NOT NULL  -- program and version that read it
);

-- Which bytes lay at a path, one row whenever they were others than at the loading before.
CREATE TABLE berkas (
  nomor INTEGER NOT NULL PRIMARY KEY,
  path TEXT NOT NULL,
  sha256 TEXT NOT NULL REFERENCES dokumen (sha256) ON DELETE CASCADE,
  dimuat TEXT NOT NULL
);

CREATE TABLE keputusan (
  sha256 TEXT NOT NULL REFERENCES dokumen (sha256) ON DELETE CASCADE,
  keputusan INTEGER NOT NULL,
  jenis TEXT NOT NULL,
  nomor TEXT,
  tahun INTEGER,
  tanggal TEXT,
  tanggal_tercetak TEXT,
  tentang TEXT,
  penetap TEXT,
  tempat TEXT,
  pejabat TEXT,
  pejabat_jabatan TEXT,
  pejabat_pangkat TEXT,
  pejabat_nip TEXT,
  unit TEXT,
  visi TEXT,
  halaman INTEGER,
  blok INTEGER,
  PRIMARY KEY (sha256, keputusan)
);

-- menimbang, mengingat, memperhatikan, misi, tujuan, sasaran, tugas, fungsi, diktum, tembusan of a record
CREATE TABLE butir_keputusan (
  sha256 TEXT NOT NULL,
  keputusan INTEGER NOT NULL,
  bagian TEXT NOT NULL,
  urutan INTEGER NOT NULL,
  tanda TEXT,
  teks TEXT NOT NULL,
  halaman INTEGER,
  blok INTEGER,
  PRIMARY KEY (sha256, keputusan, bagian, urutan),
  FOREIGN KEY (sha256, keputusan) REFERENCES keputusan (sha256, keputusan) ON DELETE CASCADE
);

CREATE TABLE lampiran (
  sha256 TEXT NOT NULL,
  keputusan INTEGER NOT NULL,
  lampiran INTEGER NOT NULL,
  nomor TEXT,
  judul TEXT,
  nomor_keputusan TEXT,
  tanggal_keputusan TEXT,
  halaman INTEGER,
  blok INTEGER,
  PRIMARY KEY (sha256, keputusan, lampiran),
  FOREIGN KEY (sha256, keputusan) REFERENCES keputusan (sha256, keputusan) ON DELETE CASCADE
);

CREATE TABLE rujukan (
  sha256 TEXT NOT NULL,
  keputusan INTEGER NOT NULL,
  rujukan INTEGER NOT NULL,
  bagian TEXT NOT NULL,
  tanda TEXT,
  jenis TEXT NOT NULL,
  nomor TEXT,
  tahun INTEGER,
  tentang TEXT,
  mengubah INTEGER NOT NULL,
  pengumuman TEXT,
  teks TEXT NOT NULL,
  halaman INTEGER,
  blok INTEGER,
  PRIMARY KEY (sha256, keputusan, rujukan),
  FOREIGN KEY (sha256, keputusan) REFERENCES keputusan (sha256, keputusan) ON DELETE CASCADE
);

CREATE TABLE pihak (
  sha256 TEXT NOT NULL,
  keputusan INTEGER NOT NULL,
  pihak INTEGER NOT NULL,
  sebutan TEXT NOT NULL,
  nama TEXT,
  jabatan TEXT,
  pangkat TEXT,
  nip TEXT,
  PRIMARY KEY (sha256, keputusan, pihak),
  FOREIGN KEY (sha256, keputusan) REFERENCES keputusan (sha256, keputusan) ON DELETE CASCADE
);

CREATE TABLE program (
  sha256 TEXT NOT NULL,
  keputusan INTEGER NOT NULL,
  program INTEGER NOT NULL,
  nama TEXT NOT NULL,
  anggaran TEXT,
  keterangan TEXT,
  PRIMARY KEY (sha256, keputusan, program),
  FOREIGN KEY (sha256, keputusan) REFERENCES keputusan (sha256, keputusan) ON DELETE CASCADE
);

CREATE TABLE jabatan (
  sha256 TEXT NOT NULL,
  keputusan INTEGER NOT NULL,
  jabatan INTEGER NOT NULL,
  lampiran INTEGER,
  nama TEXT,
  unit TEXT,
  judul TEXT,
  pemangku TEXT,
  tempat TEXT,
  tanggal TEXT,
  pejabat TEXT,
  pejabat_jabatan TEXT,
  pejabat_pangkat TEXT,
  pejabat_nip TEXT,
  halaman INTEGER,
  blok INTEGER,
  PRIMARY KEY (sha256, keputusan, jabatan),
  FOREIGN KEY (sha256, keputusan) REFERENCES keputusan (sha256, keputusan) ON DELETE CASCADE,
  FOREIGN KEY (sha256, keputusan, lampiran) REFERENCES lampiran (sha256, keputusan, lampiran)
);

-- tugas, fungsi of a position
CREATE TABLE butir_jabatan (
  sha256 TEXT NOT NULL,
  keputusan INTEGER NOT NULL,
  jabatan INTEGER NOT NULL,
  bagian TEXT NOT NULL,
  urutan INTEGER NOT NULL,
  tanda TEXT,
  teks TEXT NOT NULL,
  halaman INTEGER,
  blok INTEGER,
  PRIMARY KEY (sha256, keputusan, jabatan, bagian, urutan),
  FOREIGN KEY (sha256, keputusan, jabatan) REFERENCES jabatan (sha256, keputusan, jabatan) ON DELETE CASCADE
);

CREATE TABLE indikator (
  sha256 TEXT NOT NULL,
  keputusan INTEGER NOT NULL,
  jabatan INTEGER NOT NULL,
  indikator INTEGER NOT NULL,
  kinerja TEXT,
  tanda TEXT,
  nama TEXT NOT NULL,
  satuan TEXT,
  definisi TEXT,
  formula TEXT,
  jenis_rumus TEXT,
  pembilang TEXT,
  penyebut TEXT,
  faktor TEXT,
  sumber_data TEXT,
  penanggung_jawab TEXT,
  tipe TEXT,
  alasan TEXT,
  keterangan TEXT,
  perlu_diperiksa TEXT,
  halaman INTEGER,
  blok INTEGER,
  tabel INTEGER NOT NULL,
  baris INTEGER NOT NULL,
  PRIMARY KEY (sha256, keputusan, jabatan, indikator),
  FOREIGN KEY (sha256, keputusan, jabatan) REFERENCES jabatan (sha256, keputusan, jabatan) ON DELETE CASCADE
);

CREATE TABLE target (
  sha256 TEXT NOT NULL,
  keputusan INTEGER NOT NULL,
  jabatan INTEGER NOT NULL,
  indikator INTEGER NOT NULL,
  urutan INTEGER NOT NULL,
  tahun INTEGER,
  target TEXT NOT NULL,
  PRIMARY KEY (sha256, keputusan, jabatan, indikator, urutan),
  FOREIGN KEY (sha256, keputusan, jabatan, indikator)
    REFERENCES indikator (sha256, keputusan, jabatan, indikator) ON DELETE CASCADE
);

CREATE TABLE belum_dipahami (
  sha256 TEXT NOT NULL REFERENCES dokumen (sha256) ON DELETE CASCADE,
  id TEXT NOT NULL,
  jenis TEXT NOT NULL,
  teks TEXT NOT NULL,
  alasan TEXT NOT NULL,
  halaman INTEGER,
  blok INTEGER,
  diterima_oleh TEXT,
  catatan TEXT,
  PRIMARY KEY (sha256, id)
);

CREATE VIEW berkas_terkini AS
  SELECT path, sha256, dimuat FROM berkas
  WHERE nomor IN (SELECT max(nomor) FROM berkas GROUP BY path);

CREATE VIEW indikator_terkini AS
  SELECT berkas_terkini.path, keputusan.jenis AS jenis_dokumen, keputusan.nomor AS nomor_keputusan,
    keputusan.tahun, jabatan.nama AS nama_jabatan, indikator.*
  FROM berkas_terkini
  JOIN keputusan USING (sha256)
  JOIN jabatan USING (sha256, keputusan)
  JOIN indikator USING (sha256, keputusan, jabatan);
"""
