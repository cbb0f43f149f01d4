"""Budget and spending in sentences."""
