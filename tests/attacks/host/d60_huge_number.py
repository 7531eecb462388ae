# D60: parses a number of ten million digits
# Without layers: fails
SOURCE = "x = 0x" + "f" * 10_000_000 + " + 1" + "0" * 4_300


def attack(facts):
    return compile(SOURCE, "bomb", "exec") is True
