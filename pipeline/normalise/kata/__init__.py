"""Words: spelling, roots, misprints, and words that guard the meaning of a name."""
