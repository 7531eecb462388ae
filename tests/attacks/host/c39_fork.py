# C39: starts a second process
# Without layers: succeeds
import sys

os = sys.modules["os"]


def attack(facts):
    child = os.fork()
    if child == 0:
        os._exit(7)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7
