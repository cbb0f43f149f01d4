"""Labelled pairs of indicator names and their loader."""
