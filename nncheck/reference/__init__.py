"""Formula -> certified value, derived tolerance, gradient, torch counterpart."""
