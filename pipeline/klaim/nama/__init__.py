"""Names of indicators and kegiatan in sentences, and the rows they mean."""
