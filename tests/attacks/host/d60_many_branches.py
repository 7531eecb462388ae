# D60: compiles fifty thousand branches of one condition
# Without layers: fails
SOURCE = "if x: pass\n" + "elif x: pass\n" * 20_000


def attack(facts):
    return compile(SOURCE, "bomb", "exec") is True
