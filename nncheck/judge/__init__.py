"""Outcomes + exact answers -> promises kept or broken, one module a kind of promise."""
