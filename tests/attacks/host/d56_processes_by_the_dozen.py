# D56: forks ten children that sleep
# Without layers: succeeds
import sys
import time

system = sys.modules["os"]


def attack(facts):
    for _ in range(10):
        if system.fork() == 0:
            time.sleep(1.5)
            system._exit(0)
    return True
