# C42: allows itself to dump its memory to a file
# Without layers: succeeds
import sys


def attack(facts):
    resource = sys.modules["resource"]
    hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
    resource.setrlimit(resource.RLIMIT_CORE, (4096, hard))
    return resource.getrlimit(resource.RLIMIT_CORE)[0] == 4096
