# C40: leaves a process behind that has cut all ties
# Without layers: succeeds
import sys
import time

os = sys.modules["os"]


def attack(facts):
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            time.sleep(20)
        os._exit(0)
    os.wait()
