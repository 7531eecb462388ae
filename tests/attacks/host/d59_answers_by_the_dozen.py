# D59: sends forty answers of fifty megabytes for one question
# Without layers: fails
import sys

system = sys.modules["os"]


def attack(facts):
    answer = memoryview((50 << 20).to_bytes(4, "little") + bytes(50 << 20))
    for _ in range(40):
        rest = answer
        while rest:
            rest = rest[system.write(3, rest) :]
