"""Types and data that every other package shares; imports nothing of ours outside this folder."""
