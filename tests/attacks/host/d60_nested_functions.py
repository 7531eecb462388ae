# D60: compiles functions in functions, indented ever deeper
# Without layers: fails
SOURCE = "".join(" " * depth + f"def f{depth}(x=lambda: 0):\n" for depth in range(1000))


def attack(facts):
    return compile(SOURCE, "bomb", "exec") is True
