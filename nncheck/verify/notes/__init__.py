"""Ordinary notes -> their programs, the results printed beside them, and whether those are right."""
