# D60: reads nested lists as a literal
# Without layers: fails
SOURCE = "[" * 50_000 + "]" * 50_000


def attack(facts):
    return __import__("ast").literal_eval(SOURCE) is True
