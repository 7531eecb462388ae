# D61: the longest names that there can be
# Without layers: fails
def plant(folder, marker):
    for letter in ("a", "\u4f60", "\U0001f600"):
        name = letter * (252 // len(letter.encode())) + ".py"
        (folder / name).write_text("def relu(x):\n    return x\n")
    return [folder, "--fail-under", "100", "--format", "json"]
