# D52: holds back a hundred megabytes in Python's buffer, and prints them when it ends
# Without layers: fails
import sys


def attack(facts):
    for _ in range(100):
        sys.stdout._CHUNK_SIZE = 1 << 30
        sys.stdout.write("y" * (1 << 20))
    return False
