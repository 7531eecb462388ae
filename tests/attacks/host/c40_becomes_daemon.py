# C40: goes on in the background while it seems to have ended
# Without layers: succeeds
import sys
import time

os = sys.modules["os"]


def attack(facts):
    libc = sys.modules["ctypes"].CDLL(None)
    if libc.daemon(1, 1) == 0:
        os.closerange(0, 16)  # lest the grader wait for an answer
        time.sleep(20)
