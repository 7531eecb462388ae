"""Printed numbers and statements -> true, imprecise, false or undecided, and why."""
