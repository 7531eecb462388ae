# D55: overflows the C stack by hashing tuples in tuples
# Without layers: fails
def attack(facts):
    nested = ()
    for _ in range(1_000_000):
        nested = (nested,)
    return hash(nested) is None
