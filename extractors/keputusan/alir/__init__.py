"""The flow of a decree: its lines and tables in reading order."""
