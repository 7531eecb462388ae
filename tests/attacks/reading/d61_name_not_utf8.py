# D61: a name that is no text in UTF-8
# Without layers: fails
import os


def plant(folder, marker):
    name = os.fsencode(folder) + b"/caf\xe9\xff.py"
    with open(name, "w") as file:
        file.write("def relu(x):\n    return x\n")
    return [folder, "--fail-under", "100", "--format", "json", "--output", "report.json"]
