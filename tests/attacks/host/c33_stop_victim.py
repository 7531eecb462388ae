# C33: stops another process without ending it
# Without layers: succeeds
import sys

os = sys.modules["os"]


def attack(facts):
    os.kill(facts["victim"], 19)
