"""Indicator names: taken apart, laid side by side, matched."""
