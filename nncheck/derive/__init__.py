"""Derivations: a formula's graph -> the chain rule, factor by factor, as a page that a person reads."""
