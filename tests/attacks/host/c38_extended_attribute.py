# C38: hangs a note on the gradebook
# Without layers: succeeds
import sys

os = sys.modules["os"]


def attack(facts):
    os.setxattr(facts["canary"], "user.note", b"hidden")
    return os.getxattr(facts["canary"], "user.note") == b"hidden"
