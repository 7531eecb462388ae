# D60: compiles a million signs before a number
# Without layers: fails
SOURCE = "x = " + "-" * 1_000_000 + "1"


def attack(facts):
    return compile(SOURCE, "bomb", "exec") is True
