# D60: defines a hundred thousand names while the file is loaded
# Without layers: fails
for number in range(300_000):
    globals()[f"name_{number}"] = [number]


def attack(facts):
    return False
