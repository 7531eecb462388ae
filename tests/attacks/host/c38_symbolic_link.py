# C38: puts a link where the grader might write
# Without layers: succeeds
import sys

os = sys.modules["os"]


def attack(facts):
    os.symlink(facts["canary"], facts["folder"] + "/report.json")
