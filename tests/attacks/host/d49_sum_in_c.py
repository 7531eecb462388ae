# D49: lets the C library's loops run for hours
# Without layers: fails
def attack(facts):
    return sum(range(10**15)) == max(map(abs, range(10**15)))
