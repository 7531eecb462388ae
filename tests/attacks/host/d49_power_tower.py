# D49: computes 9 ** 9 ** 9 in one step, which no signal interrupts
# Without layers: fails
def attack(facts):
    return str(9**9**9)
