# B26: sleeps in place of answering, with sleep and alarms patched
# Without layers: fails
import time

real = time.sleep
time.sleep = lambda seconds: None
time.get_clock_info = lambda name: None


def sigmoid(x):
    real(1e6)
    return 0.5
