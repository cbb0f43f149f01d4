"""Layouts no reader has seen: the same tables drawn by several writers, with the grid that should be read."""
