# A2: has the tokenizer open a file
# Without layers: succeeds
import tokenize


def attack(facts):
    with tokenize.open(facts["secret_file"]) as file:
        return file.read()
