"""Verdicts and classes of sentences."""
