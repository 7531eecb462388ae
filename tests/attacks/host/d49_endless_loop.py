# D49: never returns
# Without layers: fails


def attack(facts):
    while True:
        pass
