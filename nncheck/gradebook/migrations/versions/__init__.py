"""A module for each version, with what makes it out of the one before."""
