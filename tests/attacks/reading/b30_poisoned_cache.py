# B30: a compiled file that is never compared with its source, in a __pycache__ beside the submission
# Without layers: fails
import importlib.util
import py_compile
import sys

COMMAND = [sys.executable, "-m", "nncheck"]
WRONG = "import numpy\n\n\ndef relu(x):\n    return numpy.zeros_like(x)\n"


def plant(folder, marker):
    (folder / "submission.py").write_text(WRONG)
    evil = folder / "evil.txt"
    evil.write_text(f"open({str(marker)!r}, 'w').close()\n")
    for name in ("numpy", "rich", "submission"):
        source = folder / f"{name}.py"
        source.touch()
        cached = importlib.util.cache_from_source(str(source))
        py_compile.compile(str(evil), cached, invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH)
    return ["submission.py"]
