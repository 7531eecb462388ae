# B29: a .pth file and a virtual environment beside the submission
# Without layers: fails
import sys

COMMAND = [sys.executable, "-m", "nncheck"]

WRONG = "import numpy\n\n\ndef relu(x):\n    return numpy.zeros_like(x)\n"


def plant(folder, marker):
    packages = folder / "lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}" / "site-packages"
    packages.mkdir(parents=True)
    for place in (folder, packages):
        (place / "evil.pth").write_text(f"import sys; open({str(marker)!r}, 'w').close()\n")
        (place / "sitecustomize.py").write_text(f"open({str(marker)!r}, 'w').close()\n")
    (folder / "pyvenv.cfg").write_text("home = .\ninclude-system-site-packages = true\n")
    (folder / "submission.py").write_text(WRONG)
    return [folder / "submission.py"]
