# C35: leaves the process that forked it no file that it may open
# Without layers: succeeds
import sys

os = sys.modules["os"]


def attack(facts):
    resource = sys.modules["resource"]
    resource.prlimit(os.getppid(), resource.RLIMIT_NOFILE, (5, 5))
