# B32: code behind form feeds, lone carriage returns and line separators
# Without layers: fails
SOURCE = "# a\x0bimport evil\x85import evil\u2028import evil\x1cimport evil\ndef relu(x):\r\x0c    return x\r"


def plant(folder, marker):
    submission = folder / "submission.py"
    submission.write_text(SOURCE, encoding="utf-8", newline="")
    return [submission]
