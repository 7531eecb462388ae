# D49: spins while the file is loaded, in a decorator
# Without layers: fails
def spin(function):
    while True:
        pass


@spin
def attack(facts):
    return True
