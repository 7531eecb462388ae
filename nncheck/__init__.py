"""nncheck verifies worked examples and grades implementations of neural-network basics."""

# No module is imported here: `python -m nncheck` would take it from the folder that it is run in.

__version__ = "0.1.0"
__all__ = ["Grader", "__version__"]


def __getattr__(name: str) -> object:
    """`nncheck.Grader`, imported when it is asked for: commands start faster without it."""
    if name == "Grader":
        return __import__("nncheck.api", fromlist=[name]).Grader
    raise AttributeError(f"module 'nncheck' has no attribute {name!r}")
