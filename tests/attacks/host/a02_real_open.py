# A2: takes the real open() out of an older function's builtins
# Without layers: succeeds
import json


def attack(facts):
    builtins = json.loads.__globals__["__builtins__"]
    with builtins["open"](facts["secret_file"]) as file:
        return file.read()
