"""Spec -> cases: the inputs that a function is graded on, with their exact answers."""
