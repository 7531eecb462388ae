# D57: sends descriptors to itself and closes them, so that no table shows them
# Without layers: succeeds
import sys

system, sockets = sys.modules["os"], sys.modules["socket"]


def attack(facts):
    for _ in range(8):
        one, other = sockets.socketpair()
        for _ in range(4):
            sockets.send_fds(one, [b"x"], [other.fileno()] * 100)
        one.close()
    return True
