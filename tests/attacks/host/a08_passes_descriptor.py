# A8: passes an open file through a pair of sockets
# Without layers: succeeds
import array
import importlib
import sys

os = sys.modules["os"]


def attack(facts):
    socket = importlib.import_module("socket")
    mine, yours = socket.socketpair()
    rights = (socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [0]))
    mine.sendmsg([b"x"], [rights])
    _, got, _, _ = yours.recvmsg(1, 100)
    descriptor = array.array("i", got[0][2][:4])[0]
    return os.path.samestat(os.fstat(descriptor), os.fstat(0))
