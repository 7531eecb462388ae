# D53: catches every MemoryError and asks for a little less, until nothing is left
# Without layers: succeeds
def attack(facts):
    kept, size = [], 32 << 20
    while size and len(kept) < 100 and sum(map(len, kept)) < 192 << 20:
        try:
            kept.append(bytearray(size))
        except MemoryError:
            size //= 2
    return sum(map(len, kept)) == 192 << 20
