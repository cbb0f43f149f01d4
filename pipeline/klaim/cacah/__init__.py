"""Counts in sentences: programs, indicators, parts of a whole."""
