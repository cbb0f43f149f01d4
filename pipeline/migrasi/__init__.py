"""Decrees to structured records: what was not understood of them, and what a person accepted of that."""
