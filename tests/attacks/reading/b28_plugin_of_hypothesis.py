# B28: an installed-looking distribution with a plugin for hypothesis
# Without layers: fails
import sys

COMMAND = [sys.executable, "-m", "nncheck"]

ENVIRONMENT = {}
WRONG = "import numpy\n\n\ndef relu(x):\n    return numpy.zeros_like(x)\n"


def plant(folder, marker):
    ENVIRONMENT["XDG_CACHE_HOME"] = str(folder.parent / "cache")  # empty: all processes are started
    (folder / "evil.py").write_text(f"open({str(marker)!r}, 'w').close()\n")
    distribution = folder / "evil-1.0.dist-info"
    distribution.mkdir()
    (distribution / "METADATA").write_text("Metadata-Version: 2.1\nName: evil\nVersion: 1.0\n")
    (distribution / "entry_points.txt").write_text("[hypothesis]\nevil = evil\n[pytest11]\nevil = evil\n")
    (folder / "submission.py").write_text(WRONG)
    return [folder / "submission.py"]
