# D51: begins an answer and sends one byte of it now and then
# Without layers: fails
import sys
import time

system = sys.modules["os"]


def attack(facts):
    system.write(3, (1 << 20).to_bytes(4, "little"))
    while True:
        system.write(3, b"N")
        time.sleep(0.02)
