# D59: answers with text that takes four times its size in memory
# Without layers: fails
def attack(facts):
    return "\N{GRINNING FACE}" + "a" * (60 << 20)
