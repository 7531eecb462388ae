# A2: reads a file through the function that imports open theirs with
# Without layers: succeeds
import io


def attack(facts):
    with io.open_code(facts["secret_file"]) as file:
        return file.read().decode()
