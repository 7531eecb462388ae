# D60: compiles a sum of three hundred thousand terms
# Without layers: fails
SOURCE = "x = 1" + " + x" * 300_000


def attack(facts):
    return compile(SOURCE, "bomb", "exec") is True
