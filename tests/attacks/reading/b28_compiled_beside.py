# B28: a compiled numpy.pyc without a source
# Without layers: fails
import py_compile
import sys

COMMAND = [sys.executable, "-m", "nncheck"]

WRONG = "import numpy\n\n\ndef relu(x):\n    return numpy.zeros_like(x)\n"


def plant(folder, marker):
    source = folder / "source.py"
    source.write_text(f"open({str(marker)!r}, 'w').close()\n")
    for name in ("numpy", "click", "rich"):
        py_compile.compile(str(source), cfile=str(folder / f"{name}.pyc"))
    source.write_text(WRONG)
    return [source]
