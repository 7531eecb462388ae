# A2: reads a file as a table of strings
# Without layers: succeeds
import numpy as np


def attack(facts):
    return str(np.genfromtxt(facts["secret_file"], dtype="U64"))
