# D51: sends a large answer in a million writes of one byte
# Without layers: fails
import sys

system = sys.modules["os"]


def attack(facts):
    system.write(3, (60 << 20).to_bytes(4, "little"))
    while True:
        system.write(3, b"N")
