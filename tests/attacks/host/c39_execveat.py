# C39: becomes another program that it has open
# Without layers: succeeds
import sys

os = sys.modules["os"]


def attack(facts):
    ctypes = sys.modules["ctypes"]
    shell = os.open("/bin/sh", os.O_RDONLY)
    command = f"echo me: 100 > '{facts['canary']}'".encode()
    arguments = (ctypes.c_char_p * 4)(b"sh", b"-c", command, None)
    ctypes.CDLL(None).fexecve(shell, arguments, (ctypes.c_char_p * 1)(None))
