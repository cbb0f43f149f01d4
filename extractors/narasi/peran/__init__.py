"""The role of every number of a sentence."""
