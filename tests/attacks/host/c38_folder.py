# C38: makes a folder where the grader might write
# Without layers: succeeds
import sys

os = sys.modules["os"]


def attack(facts):
    os.mkdir(facts["folder"] + "/report.json")
