# D53: joins text of four bytes a letter
# Without layers: succeeds
def attack(facts):
    return len("\N{GRINNING FACE}" * (48 << 20)) == 48 << 20
