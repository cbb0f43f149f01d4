"""Offices and regions by their printed names."""
