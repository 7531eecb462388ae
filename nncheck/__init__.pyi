from nncheck.api import Grader as Grader
from nncheck.integrations.magic import check as check
from nncheck.integrations.magic import load_ipython_extension as load_ipython_extension

__version__: str
__all__ = ["Grader", "__version__", "check", "load_ipython_extension"]
