# A2: reads a file through the raw class below open()
# Without layers: succeeds
import io


def attack(facts):
    with io.FileIO(facts["secret_file"]) as file:
        return file.read().decode()
