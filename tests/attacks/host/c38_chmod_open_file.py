# C38: changes permissions through an open file
# Without layers: succeeds
import sys

os = sys.modules["os"]


def attack(facts):
    os.fchmod(os.open(facts["secret_file"], os.O_RDONLY), 0o777)
