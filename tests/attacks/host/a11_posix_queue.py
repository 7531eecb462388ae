# A11: leaves a message in a queue that is known by its name
# Without layers: may succeed
import sys

READ_WRITE_CREATE_NOW = 0o4102


def attack(facts):
    ctypes = sys.modules["ctypes"]
    libc, text = ctypes.CDLL(None), ctypes.create_string_buffer(8192)
    name = b"/nncheck-%d" % facts["victim"]
    queue = libc.mq_open(name, READ_WRITE_CREATE_NOW, 0o600, None)
    libc.mq_send(queue, b"hidden", ctypes.c_size_t(6), 0)
    again = libc.mq_open(name, READ_WRITE_CREATE_NOW, 0o600, None)
    libc.mq_receive(again, text, ctypes.c_size_t(8192), None)
    libc.mq_unlink(name)
    return text.value == b"hidden"
