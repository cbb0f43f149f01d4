"""Arithmetic relations between the numbers of a sentence."""
