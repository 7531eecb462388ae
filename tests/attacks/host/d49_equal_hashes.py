# D49: fills a dictionary with keys of one hash
# Without layers: fails
import sys


def attack(facts):
    modulus = sys.hash_info.modulus
    return len({number * modulus for number in range(1, 200_000)}) == 0
