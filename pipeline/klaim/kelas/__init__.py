"""Classes that sentences give to a capaian."""
