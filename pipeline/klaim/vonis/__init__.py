"""Verdicts of sentences: is a target met."""
