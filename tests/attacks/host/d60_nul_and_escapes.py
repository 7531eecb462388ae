# D60: compiles text with NUL characters and broken escapes
# Without layers: fails
SOURCE = "x = '" + chr(0) + "\\N{" + "A" * 1_000_000 + "}'"


def attack(facts):
    return compile(SOURCE, "bomb", "exec") is True
