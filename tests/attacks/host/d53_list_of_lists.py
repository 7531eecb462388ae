# D53: multiplies a list of twenty-five million places
# Without layers: succeeds
def attack(facts):
    return len([[]] * (24 << 20)) == 24 << 20
