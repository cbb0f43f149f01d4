"""Indicator tables: from headings and rows to indicators."""
