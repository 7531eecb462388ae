"""Exercises -> findings: what an author must know before students meet an exercise."""
