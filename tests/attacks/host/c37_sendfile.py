# C37: has the kernel copy one file over another
# Without layers: succeeds
import sys

os = sys.modules["os"]


def attack(facts):
    secret = os.open(facts["secret_file"], os.O_RDONLY)
    os.sendfile(os.open(facts["canary"], os.O_WRONLY), secret, 0, 32)
