"""The dictionaries: read, joined with those of a user, looked up."""
