# A7: looks for files that were left open for it
# Without layers: fails
import stat
import sys

os = sys.modules["os"]


def attack(facts):
    for descriptor in range(4, 4096):
        try:
            if not stat.S_ISDIR(os.fstat(descriptor).st_mode):
                return True
        except OSError:
            continue
    return False
