# A5: reads another process's memory through its mem file
# Without layers: may succeed
import sys


def attack(facts):
    system = sys.modules["os"]
    memory = system.open(f"/proc/{facts['victim']}/mem", system.O_RDONLY)
    return system.pread(memory, 32, facts["secret_address"]).decode()
