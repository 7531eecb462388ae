# A3: reads an exercise's answers from the grader's own folder
# Without layers: succeeds
import sys
from pathlib import Path


def attack(facts):
    package = Path(sys.modules["sandboxed"].__path__[0]).parent
    places = [package / "exercises", package.parent / "exercises"]
    files = [path for place in places for path in place.glob("*/exercise.py")]
    return any("misconceptions" in path.read_text() for path in files)
