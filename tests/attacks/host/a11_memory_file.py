# A11: makes a file in memory that its user's other processes can open
# Without layers: succeeds
import sys

os = sys.modules["os"]


def attack(facts):
    descriptor = os.memfd_create("message")
    os.write(descriptor, b"hidden")
    other = os.open(f"/proc/self/fd/{descriptor}", os.O_RDONLY)
    return os.read(other, 100) == b"hidden"
