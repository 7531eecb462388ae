# C35: leaves another process no file that it may open
# Without layers: succeeds
import sys


def attack(facts):
    resource = sys.modules["resource"]
    resource.prlimit(facts["victim"], resource.RLIMIT_NOFILE, (5, 5))
