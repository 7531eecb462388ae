# C38: puts a pipe where the grader might read, to make it wait
# Without layers: succeeds
import sys

os = sys.modules["os"]


def attack(facts):
    os.mkfifo(facts["folder"] + "/results.json")
