# A11: claims the name of a socket, which nobody else can have meanwhile
# Without layers: succeeds
import importlib


def attack(facts):
    socket = importlib.import_module("socket")
    mine, yours = (socket.socket(socket.AF_UNIX) for _ in range(2))
    mine.bind(f"\0nncheck-{facts['victim']}")
    try:
        yours.bind(mine.getsockname())
    except OSError:
        return True
    return False
