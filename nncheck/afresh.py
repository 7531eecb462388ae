"""Modules of ours in a fresh Python, which has imported nothing else and looks nowhere else for modules."""

import sys
from pathlib import Path

# Loads nncheck from where it is by its path: to add the folder around it to the search path would let
# whatever else lies there take the place of other modules. Neither imports nor grading make much garbage.
_START = """
import gc, sys
gc.set_threshold(50_000, 20, 20)
from importlib.util import module_from_spec, spec_from_file_location
spec = spec_from_file_location("nncheck", {package!r})
sys.modules["nncheck"] = package = module_from_spec(spec)
spec.loader.exec_module(package)
from {module} import main
main()
"""


def python_running(module: str) -> list[str]:
    """The command line of a Python that calls the `main` of a module of ours."""
    package = str(Path(__file__).resolve().parent / "__init__.py")
    return [sys.executable, "-I", "-c", _START.format(package=package, module=module)]
