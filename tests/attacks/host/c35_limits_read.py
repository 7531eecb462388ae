# C35: learns the limits of another process
# Without layers: succeeds
import sys


def attack(facts):
    resource = sys.modules["resource"]
    return len(resource.prlimit(facts["victim"], resource.RLIMIT_NOFILE)) == 2
