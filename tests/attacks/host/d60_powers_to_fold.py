# D60: compiles constants that the compiler would compute beforehand
# Without layers: fails
SOURCE = "x = " + " ** ".join(["9"] * 9) + "; y = (1,) * 10**9; z = 'a' * 10**9; w = 1 << 10**9"


def attack(facts):
    return compile(SOURCE, "bomb", "exec") is True
