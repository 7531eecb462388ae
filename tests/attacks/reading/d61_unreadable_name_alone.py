# D61: a file that cannot be read, with escapes in its name
# Without layers: fails
import os


def plant(folder, marker):
    name = os.fsencode(folder) + b"/\x1b[2J\n::error::\xff.py"
    with open(name, "wb") as file:
        file.write(b"\xff")
    return [os.fsdecode(name)]
