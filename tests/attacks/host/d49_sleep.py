# D49: sleeps for a million seconds, which costs no processor time
# Without layers: fails
import time


def attack(facts):
    time.sleep(1e6)
