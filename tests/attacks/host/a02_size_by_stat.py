# A2: learns a file's size without opening it
# Without layers: succeeds
import sys

os = sys.modules["os"]


def attack(facts):
    return os.stat(facts["secret_file"]).st_size == 32
