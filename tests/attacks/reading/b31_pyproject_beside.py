# B31: a pyproject.toml that lowers the threshold
# Without layers: fails
WRONG = "import numpy\n\n\ndef relu(x):\n    return numpy.zeros_like(x)\n"
SETTINGS = 'fail-under = 0\nfail_under = 0\nexercises = ["."]\npaths = ["conftest.py"]\n'


def plant(folder, marker):
    (folder / "pyproject.toml").write_text(f"[tool.nncheck]\n{SETTINGS}")
    (folder / "setup.cfg").write_text(f"[nncheck]\n{SETTINGS}[tool:nncheck]\n{SETTINGS}")
    (folder / "submission.py").write_text(WRONG)
    return ["submission.py"]
