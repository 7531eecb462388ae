# D60: parses format strings in format strings
# Without layers: fails
SOURCE = "f'{" * 2000 + "1" + "}'" * 2000


def attack(facts):
    return compile(SOURCE, "bomb", "exec") is True
