# B31: settings of nncheck under every name that they could have
# Without layers: fails
WRONG = "import numpy\n\n\ndef relu(x):\n    return numpy.zeros_like(x)\n"


def plant(folder, marker):
    for name in (".nncheck", "nncheck.toml", ".nncheck.toml", "nncheck.cfg", ".nncheckrc", ".env"):
        (folder / name).write_text("fail-under = 0\nfail_under = 0\nNNCHECK_FAIL_UNDER=0\n")
    (folder / ".config").mkdir()
    (folder / ".config" / "nncheck.toml").write_text("fail-under = 0\n")
    (folder / "submission.py").write_text(WRONG)
    return ["submission.py"]
