# D51: fills its socket with everything that it holds and never reads
# Without layers: fails
import sys

system = sys.modules["os"]


def attack(facts):
    frame = (1 << 16).to_bytes(4, "little") + bytes(1 << 16)
    while True:
        system.write(3, frame)
