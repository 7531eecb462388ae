# D60: parses a hundred thousand nested parentheses
# Without layers: fails
SOURCE = "(" * 100_000 + "1" + ")" * 100_000


def attack(facts):
    return compile(SOURCE, "bomb", "exec") is True
