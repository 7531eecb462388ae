# A2: has Python's cache of source lines read a file
# Without layers: succeeds
import linecache


def attack(facts):
    return "".join(linecache.getlines(facts["secret_file"]))
