"""nncheck verifies worked examples and grades implementations of neural-network basics."""

__version__ = "0.1.0"
