from nncheck.api import Grader as Grader

__version__: str
__all__ = ["Grader", "__version__"]
