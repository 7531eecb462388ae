# A3: reads the grader's modules from their compiled form
# Without layers: may succeed
import marshal
import sys
from importlib.util import cache_from_source
from pathlib import Path


def attack(facts):
    package = Path(sys.modules["sandboxed"].__path__[0]).parent
    compiled = cache_from_source(str(package / "errors.py"))
    code = marshal.loads(Path(compiled).read_bytes()[16:])
    return "GraderError" in code.co_names
