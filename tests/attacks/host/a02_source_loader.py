# A2: reads a file through the machinery of imports
# Without layers: succeeds
from importlib.machinery import SourceFileLoader


def attack(facts):
    return SourceFileLoader("solution", facts["secret_file"]).get_data(facts["secret_file"]).decode()
