# C42: gets the operating system back after the imports were limited
# Without layers: succeeds
import importlib


def attack(facts):
    subprocess = importlib.reload(importlib.import_module("subprocess"))
    return subprocess.getoutput("echo free") == "free"
