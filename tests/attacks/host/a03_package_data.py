# A3: asks the import system for a source file of the grader
# Without layers: succeeds
import sys
from importlib.machinery import PathFinder


def attack(facts):
    package = sys.modules["sandboxed"].__path__[0]
    found = PathFinder.find_spec("nncheck", [package.removesuffix("/nncheck/sandbox")])
    return b"GraderError" in found.loader.get_data(found.origin.replace("__init__", "errors"))
