# D53: lets one bytearray grow to a fifth of a gigabyte
# Without layers: succeeds
def attack(facts):
    storage = bytearray()
    for _ in range(12):
        storage += b"x" * (16 << 20)
    return len(storage) == 192 << 20
