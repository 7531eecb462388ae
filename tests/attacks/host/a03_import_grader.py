# A3: imports the grader's package
# Without layers: succeeds
import importlib
import sys


def attack(facts):
    package = sys.modules["sandboxed"].__path__[0]
    sys.path.insert(0, package.removesuffix("/nncheck/sandbox"))
    return bool(importlib.import_module("nncheck.errors").GraderError)
