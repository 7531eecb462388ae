# B20: closes its socket and goes on
# Without layers: fails
import sys
import time

system = sys.modules["os"]


def sigmoid(x):
    system.close(3)
    time.sleep(0.1)
    return 0.5
