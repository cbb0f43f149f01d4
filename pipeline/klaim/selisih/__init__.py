"""Changes, gaps and directions in sentences."""
