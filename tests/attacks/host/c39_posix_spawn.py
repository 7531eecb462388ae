# C39: starts a program by posix_spawn
# Without layers: succeeds
import sys

os = sys.modules["os"]


def attack(facts):
    child = os.posix_spawn("/bin/sh", ["sh", "-c", "exit 7"], {})
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7
