"""Performance agreements: parties, promised indicators, programs, signatures."""
