# C40: leaves a plain child behind
# Without layers: succeeds
import sys
import time

os = sys.modules["os"]


def attack(facts):
    if os.fork() == 0:
        time.sleep(20)
        os._exit(0)
