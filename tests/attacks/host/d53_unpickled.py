# D53: unpickles text that asks for a fifth of a gigabyte
# Without layers: succeeds
import pickle


def attack(facts):
    program = b"\x80\x04cbuiltins\nbytearray\n\x94J" + (192 << 20).to_bytes(4, "little") + b"\x85R."
    return len(pickle.loads(program)) == 192 << 20
