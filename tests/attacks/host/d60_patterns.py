# D60: compiles a pattern of alternatives in alternatives
# Without layers: fails
SOURCE = "match x:\n case " + "[" * 90 + "_|" * 30_000 + "_" + "]" * 90 + ": pass"


def attack(facts):
    return compile(SOURCE, "bomb", "exec") is True
