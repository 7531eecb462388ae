# D60: walks a syntax tree of a hundred thousand attributes
# Without layers: fails
SOURCE = "x" + ".x" * 100_000


def attack(facts):
    return __import__("ast").dump(__import__("ast").parse(SOURCE)) is True
