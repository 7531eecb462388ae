# C39: starts a program through the standard library
# Without layers: succeeds
import importlib


def attack(facts):
    subprocess = importlib.import_module("subprocess")
    return subprocess.run(["/bin/sh", "-c", "exit 7"]).returncode == 7
