# D61: a socket
# Without layers: fails
import os
import socket


def plant(folder, marker):
    here = os.open(folder, os.O_RDONLY)
    with socket.socket(socket.AF_UNIX) as listener:  # by a short name: the path may be too long for one
        listener.bind(f"/proc/self/fd/{here}/submission.py")
    os.close(here)
    return [folder / "submission.py"]
