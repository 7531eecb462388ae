# A11: leaves a message in its user's keyring
# Without layers: may succeed
import sys

os = sys.modules["os"]

ADD, CONTROL = {"x86_64": (248, 250), "aarch64": (217, 219)}[os.uname().machine]
USER_KEYRING, UNLINK, SEARCH = -4, 9, 10


def attack(facts):
    ctypes = sys.modules["ctypes"]
    libc, size, name = ctypes.CDLL(None), ctypes.c_size_t(6), b"nncheck-%d" % facts["victim"]
    key = libc.syscall(ADD, b"user", name, b"hidden", size, USER_KEYRING)
    if key < 0:
        return False
    found = libc.syscall(CONTROL, SEARCH, USER_KEYRING, b"user", name, 0)
    libc.syscall(CONTROL, UNLINK, key, USER_KEYRING)
    return found == key
