"""Numbers of sentences against what the tables print."""
