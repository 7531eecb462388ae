# C34: names another process as the one to signal when a pipe can be read
# Without layers: succeeds
import sys

os = sys.modules["os"]

SETOWN, SETFL, ASYNC = 8, 4, 0o20000


def attack(facts):
    libc = sys.modules["ctypes"].CDLL(None)
    reader, writer = os.pipe()
    libc.fcntl(reader, SETOWN, facts["victim"])
    libc.fcntl(reader, SETFL, ASYNC)
    os.write(writer, b"now")
