# D59: raises an error through a million frames and causes
# Without layers: fails
import sys


def attack(facts):
    sys.setrecursionlimit(50_000)
    error = ValueError("passed")
    for number in range(20_000):
        error, error.__cause__ = ValueError(number), error

    def deeper(left):
        if not left:
            raise error
        deeper(left - 1)

    deeper(8_000)
